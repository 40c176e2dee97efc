/**
 * Rows that the tables lack although the guideline states them, completed from the guideline's own structure:
 *  - thiopurines (CPIC 2025 update, PMID 41618934, tables 2–4): the same categories for all three drugs — both genes normal, one
 *    intermediate, both intermediate (20–50 %), either poor (whatever the other gene is); "possible intermediate" counts as
 *    intermediate; with one gene unknown the other decides. Looked up 2026-11-21 in public transcriptions of the tables.
 *  - metoprolol (CPIC 2024): one recommendation per phenotype; missing scores get that of their phenotype.
 *  - aminoglycosides (CPIC 2021): one sentence for the class; drugs of the guideline's list without rows get it.
 * Every completed row says so in a tag and stands in the list of gaps.
 */
import type { Guideline, KnowledgeGap, PgxGene, Recommendation } from '../../pgx/types.ts';
import { recommendationId } from '../../pgx/stored.ts';

export interface Completion {
  readonly rows: readonly Recommendation[];
  readonly gaps: readonly KnowledgeGap[];
}

type When = Recommendation['when'];

export function completeRows(
  recommendations: readonly Recommendation[],
  genes: Readonly<Record<string, PgxGene>>,
  guidelines: readonly Guideline[],
  rxnorm: (drug: string) => string,
): Completion {
  const cpic = recommendations.filter((row) => row.body === 'CPIC');
  const parts = [
    ...['azathioprine', 'mercaptopurine', 'thioguanine'].map((drug) => thiopurine(cpic, drug)),
    metoprolol(cpic, genes),
    ...aminoglycosides(cpic, guidelines, rxnorm),
  ];
  return { rows: parts.flatMap((part) => part.rows), gaps: parts.flatMap((part) => part.gaps) };
}

const tag = 'completed: not in the tables, taken from the same category of the guideline';

function copyOf(model: Recommendation, drug: string, when: When, rxnorm = model.rxnorm): Recommendation {
  const id = recommendationId({ body: model.body, drug, when, population: model.population });
  return { ...model, id, drug, rxnorm, when, tags: [...model.tags.filter((one) => one !== tag), tag] };
}

const phenotypes = [
  'Indeterminate',
  'No Result',
  'Poor Metabolizer',
  'Possible Intermediate Metabolizer',
  'Intermediate Metabolizer',
  'Normal Metabolizer',
];
const unknown = (phenotype: string): boolean => phenotype === 'Indeterminate' || phenotype === 'No Result';

function thiopurine(cpic: readonly Recommendation[], drug: string): Completion {
  const rows = cpic.filter((row) => row.drug === drug);
  const model = rows[0];
  if (model === undefined) return { rows: [], gaps: [] };
  const category = (nudt15: string, tpmt: string): string => {
    const words = [nudt15, tpmt].map((word) => word.replace('Possible ', ''));
    if (words.includes('Poor Metabolizer')) return 'either poor';
    if (words.every(unknown)) return 'both unknown';
    const known = words.filter((word) => !unknown(word));
    return known.every((word) => word === 'Normal Metabolizer')
      ? 'normal'
      : known.every((word) => word === 'Intermediate Metabolizer') && known.length === 2
        ? 'both intermediate'
        : 'one intermediate';
  };
  const of = (row: Recommendation, gene: string): string => row.when.find((one) => one.gene === gene)?.value ?? '';
  const byCategory = new Map(rows.map((row) => [category(of(row, 'NUDT15'), of(row, 'TPMT')), row]));
  const seen = new Set(rows.map((row) => `${of(row, 'NUDT15')}|${of(row, 'TPMT')}`));
  const added = phenotypes
    .flatMap((nudt15) => phenotypes.map((tpmt) => [nudt15, tpmt] as const))
    .filter(([nudt15, tpmt]) => !seen.has(`${nudt15}|${tpmt}`) && !(nudt15 === 'No Result' && tpmt === 'No Result'))
    .flatMap(([nudt15, tpmt]) => {
      const same = byCategory.get(category(nudt15, tpmt)) ?? (category(nudt15, tpmt) === 'both unknown' ? untestedModel(cpic) : undefined);
      if (same === undefined) return [];
      return [
        copyOf(
          same,
          drug,
          [
            { gene: 'NUDT15', key: 'phenotype', value: nudt15 },
            { gene: 'TPMT', key: 'phenotype', value: tpmt },
          ],
          model.rxnorm,
        ),
      ];
    });
  return { rows: added, gaps: [gap(drug, ['NUDT15', 'TPMT'], added)] };
}

/** "TPMT activity should be measured" is the same sentence for all thiopurines. */
const untestedModel = (cpic: readonly Recommendation[]): Recommendation | undefined =>
  cpic.find((row) => row.drug === 'mercaptopurine' && row.action === 'test-first');

function metoprolol(cpic: readonly Recommendation[], genes: Readonly<Record<string, PgxGene>>): Completion {
  const rows = cpic.filter((row) => row.drug === 'metoprolol');
  const scores = genes['CYP2D6']?.scores ?? {};
  const seen = new Map(rows.map((row) => [row.when[0]?.value ?? '', row]));
  const added = Object.entries(scores).flatMap(([score, phenotype]) => {
    if (seen.has(score) || score === 'n/a') return [];
    const same = [...seen].find(([other]) => scores[other] === phenotype)?.[1];
    return same === undefined ? [] : [copyOf(same, 'metoprolol', [{ gene: 'CYP2D6', key: 'activity-score', value: score }])];
  });
  return { rows: added, gaps: rows.length === 0 ? [] : [gap('metoprolol', ['CYP2D6'], added)] };
}

function aminoglycosides(
  cpic: readonly Recommendation[],
  guidelines: readonly Guideline[],
  rxnorm: (drug: string) => string,
): Completion[] {
  const guideline = guidelines.find((one) => one.body === 'CPIC' && one.genes.includes('MT-RNR1'));
  const models = cpic.filter((row) => row.drug === 'gentamicin');
  const missing = (guideline?.drugs ?? []).filter((drug) => !cpic.some((row) => row.drug === drug));
  return missing.map((drug) => {
    const rows = models.map((model) => copyOf(model, drug, model.when, rxnorm(drug)));
    return { rows, gaps: [gap(drug, ['MT-RNR1'], rows)] };
  });
}

const gap = (drug: string, genes: readonly string[], rows: readonly Recommendation[]): KnowledgeGap => ({
  kind: 'missing-rows',
  genes,
  drug,
  items: rows.map((row) => row.when.map((one) => `${one.gene} ${one.value}`).join(' + ')),
  text: `${rows.length} rows of ${drug} are not in the tables; they are completed from the same category of the guideline and marked.`,
  source: 'CPIC guideline structure; see the note in the importer',
});
