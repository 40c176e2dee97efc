/**
 * What may make the advice a different one, said where the advice alone would be silent: a gene whose result could not be read beside one that
 * could, and another word on the same gene (the laboratory's own phenotype, an entry of the record) by which the order would have to change.
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { GeneView } from './gene-view.ts';
import { viewOf } from './gene-view.ts';
import { matchRows } from './match.ts';
import type { AdvicePatient } from './patient.ts';
import type { Branch } from './question.ts';
import { ACTIVATED, actionable, severity } from './severity.ts';
import { actionWords } from './wording/limits.ts';
import { listWords, sentence } from './wording/words.ts';
import { lowerPhenotype } from './wording/implication.ts';

export interface Doubt {
  /** For a summary: "TPMT result could not be interpreted". */
  readonly short: string;
  /** For the text: what follows from it. */
  readonly sentence: string;
}

/** `row`: what is advised; undefined when nothing is. */
export function doubtsOf(patient: AdvicePatient, branch: Branch, row: Recommendation | undefined): Doubt[] {
  return [...unread(branch, row), ...openTypings(patient, branch), ...contradictions(patient, branch, row), ...heldDown(branch, row)];
}

/**
 * A prodrug that the genotype makes toxic, and that only a moderate inhibitor makes look harmless: no inhibition is sure, and it ends with the
 * other drug, while the label warns of the genotype.
 */
function heldDown({ genotypeMatch, views }: Branch, row: Recommendation | undefined): Doubt[] {
  if (row === undefined || genotypeMatch.kind !== 'row' || !ACTIVATED.has(row.drug) || !worse(genotypeMatch.row, row)) return [];
  return views.flatMap(({ gene, conversion, finding, phenotype }): Doubt[] => {
    const before = finding?.result.phenotype ?? '';
    if (conversion === undefined || !/ultrarapid/i.test(before)) return [];
    const by = [...new Set(conversion.by.map(({ rule }) => rule.drug))].join(' and ');
    return [
      {
        short: `${gene} ${lowerPhenotype(before)} by genotype, ${lowerPhenotype(phenotype ?? '').replace(' metabolizer', '')} only with ${by}`,
        sentence: `By the genotype alone ${actionWords(genotypeMatch.row.action)}, and so from the day on which ${by} ends.`,
      },
    ];
  });
}

/**
 * An HLA typing that may be the allele that forbids the drug: typed to its group, or one of several possible typings. Where a test is asked for
 * before the first dose, that card says it.
 */
export function openTypings({ index }: AdvicePatient, { group, views }: Branch): Doubt[] {
  const drug = group.rows[0]?.drug ?? '';
  return views.flatMap(({ gene, finding }): Doubt[] => {
    if (finding?.lookup.alleleStatus === undefined) return [];
    const open = [...(group.offered.get(gene) ?? [])].flatMap((value) => {
      const [allele = '', status] = value.split(' ');
      const asked = index.knowledge.clinical.preTests.some((rule) => rule.drug === drug && rule.gene === gene && rule.allele === allele);
      const decided = finding.lookup.alleleStatus?.some((known) => known.startsWith(`${allele} `)) === true;
      const matters = group.rows.some(
        (one) => actionable(one.action) && one.action !== 'monitor' && one.when.some((when) => when.gene === gene && when.value === value),
      );
      const isLeftOpen = finding.lookup.leftOpen?.includes(allele) === true;
      return status === 'positive' && matters && !asked && !decided && isLeftOpen ? [`${gene}${allele}`] : [];
    });
    if (open.length === 0) return [];
    const alleles = listWords([...new Set(open)]);
    return [
      {
        short: `the ${gene} typing on file leaves ${alleles} open`,
        sentence: sentence(
          `the ${gene} typing on file (${finding.result.diplotype ?? 'one allele'}) may be ${alleles}: it is not fine enough to tell`,
        ),
      },
    ];
  });
}

/** Genes with a result that decides nothing, where one of the results it may be would change the order. */
function unread({ group, views }: Branch, row: Recommendation | undefined): Doubt[] {
  if (row !== undefined && row.when.length < 2) return [];
  return views.flatMap((view): Doubt[] => {
    if (view.state !== 'indeterminate' || view.finding === undefined || row?.action === 'no-recommendation') return [];
    const others = views.filter((other) => other !== view && other.state === 'called');
    const possible = group.rows.filter(
      (one) =>
        one.when.some(({ gene }) => gene === view.gene) &&
        others.every((other) => one.when.every(({ gene, value }) => gene !== other.gene || other.keys.has(value))),
    );
    if (!possible.some((one) => speaksUp(one) && worse(one, row))) return [];
    return [{ short: `${view.gene} result could not be interpreted`, sentence: `The ${view.gene} result must not be taken as normal.` }];
  });
}

function contradictions({ index }: AdvicePatient, branch: Branch, row: Recommendation | undefined): Doubt[] {
  const { group, views } = branch;
  const { genes } = index.knowledge.guideline;
  return views.flatMap((view) =>
    (view.conversion === undefined ? (view.finding?.otherWords ?? []) : []).flatMap(({ by, means, finding }): Doubt[] => {
      const meant = new Map(views.map((one) => [one.gene, one === view ? viewOf(view.gene, group.body, finding) : one]));
      const match = matchRows(group, meant, genes);
      if (match.kind !== 'row' || !speaksUp(match.row) || !worse(match.row, row)) return [];
      return [
        {
          short: by === 'laboratory' ? `the laboratory calls its ${view.gene} result ${means}` : `${named(view.gene, means)} on the ${by}`,
          sentence: `${by === 'laboratory' ? 'By the laboratory’s own words' : `By the ${by}`} (${named(view.gene, means)}) ${actionWords(match.row.action)}; the advice goes by ${usedWords(view, by)}. Settle which holds.`,
        },
      ];
    }),
  );
}

/** "CYP2D6 poor metabolizer", "HLA-B*57:01 positive". */
const named = (gene: string, means: string): string => `${gene}${means.startsWith('*') ? '' : ' '}${means}`;

const usedWords = ({ finding, phenotype }: GeneView, by: string): string =>
  by === 'laboratory'
    ? `its genotype ${finding?.result.diplotype ?? ''} (${lowerPhenotype(phenotype ?? 'no phenotype')})`
    : `the laboratory result (${lowerPhenotype(phenotype ?? 'no phenotype')})`;

/** Strong or moderate advice to change drug or dose. */
export const asksFirmly = ({ action, strength }: Recommendation): boolean =>
  actionable(action) && action !== 'monitor' && (strength === 'strong' || strength === 'moderate');

/** Advice that is said at the order: firm, or to avoid the drug, however weak. */
const speaksUp = (row: Recommendation): boolean => asksFirmly(row) || row.action === 'avoid';

const worse = (one: Recommendation, row: Recommendation | undefined): boolean =>
  row === undefined || severity(one.action) > severity(row.action);
