/** Which approved choices another finding of the same tumour speaks against: they stay in the report, marked, and are never offered. */
import type { TherapyMatch } from '../report/types.ts';
import { termsOf } from '../knowledge/oncology/load.ts';
import { genesOf } from '../knowledge/oncology/notation/term.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import { labelOf } from './alteration-class.ts';
import { isBackbone } from './ordered-drugs.ts';
import type { OncologyPatient } from './patient.ts';

/** The genes that the labels of a drug speak of. */
export function targetsOf(ingredient: string, knowledge: OncologyKnowledge): ReadonlySet<string> {
  const own = knowledge.index.approvalsByDrug.get(ingredient) ?? [];
  return new Set(own.flatMap(({ profile }) => termsOf(knowledge.profiles[profile]?.tree ?? { or: [] }).flatMap(genesOf)));
}

/** A row with the variants that its evidence names closely (not as "any mutation of the gene"). */
export interface NamedRow {
  readonly row: TherapyMatch;
  readonly named: ReadonlySet<string>;
  /** The label asks for the absence of a finding only (RAS wild type). */
  readonly onAbsence: boolean;
}

/**
 * Marks each approved sensitivity row that resistance speaks against: evidence in this tumour about one of its directed drugs alone, by
 * a variant that the approval is not about. In the drug's own target it counts from case reports upwards, or from several preclinical
 * studies or a trusted one; in another gene at level A only, or from level B where the approval rests on the absence of a finding. One
 * preclinical study does not take a choice away: it is told, and the choice comes after others (`isDoubted`). Evidence of a better level
 * that the same drugs work against that very variant takes the mark away.
 */
export function markResisted(rows: readonly NamedRow[], patient: OncologyPatient, knowledge: OncologyKnowledge): TherapyMatch[] {
  const against = rows.filter(
    ({ row: { effect, tumourMatch } }) => (effect === 'resistance' || effect === 'reduced-sensitivity') && tumourMatch !== 'other',
  );
  const genes = new Map(patient.found.map(({ alteration }) => [alteration.fact.id, alteration.genes]));
  const names = new Map(patient.found.map(({ alteration }) => [alteration.fact.id, nameOf(alteration)]));
  return rows.map(({ row, onAbsence }) => {
    if (!row.approved || row.effect !== 'sensitivity') return row;
    for (const { name } of row.therapy) {
      const drug = ingredientName(name);
      if (isBackbone(drug)) continue;
      const targets = targetsOf(drug, knowledge);
      const onTarget = (match: TherapyMatch) => other(match, row).some((id) => genes.get(id)?.some((gene) => targets.has(gene)));
      const [strongest] = against
        .map((named) => named.row)
        .filter((match) => aboutDrug(match, drug) || sameDrugs(match, row))
        .filter((match) => other(match, row).length > 0)
        .filter((match) => onTarget(match) || match.level === 'A' || (onAbsence && match.tier === 'I-B'))
        .filter((match) => match.level <= 'D' && !worksAgainst(other(match, row), row, rows, match.level))
        .sort((a, b) => a.level.localeCompare(b.level) || Number(isThin(a)) - Number(isThin(b)));
      if (strongest === undefined) continue;
      const by = other(strongest, row).map((id) => names.get(id) ?? id);
      const kind = strongest.effect === 'resistance' ? 'resistance' : 'reduced sensitivity';
      const said = `${[...new Set(by)].join(', ')}: ${kind} to ${drug} is reported (CIViC level ${strongest.level}${strongest.level === 'D' ? ', preclinical' : ''})`;
      return isThin(strongest) ? { ...row, because: [...(row.because ?? []), `${DOUBT}${said}`] } : { ...row, resisted: said };
    }
    return row;
  });
}

/** A single preclinical study without a high rating. */
function isThin({ level, sources }: TherapyMatch): boolean {
  return level === 'D' && sources.length < 2 && !sources.some(({ label }) => /rating [45]/.test(label));
}

const DOUBT = 'Caution: ';
/** Preclinical resistance only. */
export function isDoubted({ because }: TherapyMatch): boolean {
  return (because ?? []).some((reason) => reason.startsWith(DOUBT));
}

function other(match: TherapyMatch, row: TherapyMatch): string[] {
  return match.variants.filter((id) => !row.variants.includes(id));
}
function aboutDrug({ therapy, interaction }: TherapyMatch, drug: string): boolean {
  return (therapy.length === 1 || interaction === 'substitutes') && therapy.some(({ name }) => ingredientName(name) === drug);
}
function sameDrugs(a: TherapyMatch, b: TherapyMatch): boolean {
  const key = ({ therapy }: TherapyMatch) =>
    therapy
      .map(({ name }) => ingredientName(name))
      .sort()
      .join('+');
  return key(a) === key(b);
}
/** A label, or evidence of a better level that names the variant closely, says that these drugs do act on one of these variants. */
function worksAgainst(variants: readonly string[], of: TherapyMatch, rows: readonly NamedRow[], level: string): boolean {
  return rows.some(
    ({ row, named }) =>
      row.effect === 'sensitivity' &&
      row.tumourMatch !== 'other' &&
      (row.approved || row.level < level) &&
      sameDrugs(row, of) &&
      variants.some((id) => named.has(id)),
  );
}

/** Approved rows that evidence from case series upwards names for a further finding in the drug's target. */
export function namedForFurtherFinding({ row, named }: NamedRow, rows: readonly NamedRow[]): boolean {
  if (!row.approved || row.variants.length === 0) return false;
  if ([...named].some((id) => !row.variants.includes(id))) return true;
  return rows.some(
    (another) =>
      another.row !== row &&
      another.row.effect === 'sensitivity' &&
      another.row.level <= 'B' &&
      another.row.tumourMatch !== 'other' &&
      sameDrugs(another.row, row) &&
      [...another.named].some((id) => !row.variants.includes(id)),
  );
}

function nameOf(alteration: OncologyPatient['found'][number]['alteration']): string {
  const change = labelOf(alteration);
  const [gene = ''] = alteration.genes;
  return change.includes(gene) ? change : `${gene} ${change}`.trim();
}
