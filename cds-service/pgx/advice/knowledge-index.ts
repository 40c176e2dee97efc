/** Look-ups over the knowledge, made once per knowledge object: rows by drug, drugs by id and name. */
import { rowGroups, type RowGroup } from './row-group.ts';
import type {
  AlternativeSet,
  Guideline,
  KnowledgeGap,
  LabelRecommendation,
  PgxDrug,
  PgxKnowledge,
  Recommendation,
} from '../../knowledge/pgx/types.ts';

export interface KnowledgeIndex {
  readonly knowledge: PgxKnowledge;
  readonly drugs: readonly PgxDrug[];
  drug(ingredient: { readonly name: string; readonly rxnorm: string | null }): PgxDrug | undefined;
  /** Rows of a drug in one body, one group per population (and, beside CPIC, per set of genes). */
  groups(drug: string, body: Recommendation['body']): readonly RowGroup[];
  label(row: Recommendation): LabelRecommendation | undefined;
  guideline(id: string): Guideline | undefined;
  alternativeSets(drug: string): readonly AlternativeSet[];
  /** True for a drug of the guidelines or of the curated alternatives; false for a mere group name. */
  knows(name: string): boolean;
  /** Ingredient id of a drug name known from the curated tables; empty when unknown. */
  rxnormOf(name: string): string;
  pairs(drug: string): PgxKnowledge['guideline']['pairs'];
  /** What the knowledge says it does not hold for the drug. */
  gaps(drug: string): readonly KnowledgeGap[];
  /** Genes that any row of the drug asks for. */
  genes(drug: string): readonly string[];
}

const cache = new WeakMap<PgxKnowledge, KnowledgeIndex>();

export function indexOf(knowledge: PgxKnowledge): KnowledgeIndex {
  const known = cache.get(knowledge);
  if (known !== undefined) return known;
  const index = build(knowledge);
  cache.set(knowledge, index);
  return index;
}

function build(knowledge: PgxKnowledge): KnowledgeIndex {
  const { guideline, clinical } = knowledge;
  const labels = clinical.labels ?? [];
  const drugs = withLabelDrugs(guideline.drugs, labels);
  const byName = new Map(drugs.map((drug) => [drug.name, drug]));
  const byRxnorm = new Map(drugs.filter((drug) => drug.rxnorm !== '').map((drug) => [drug.rxnorm, drug]));
  const rows = new Map(
    [...groupBy([...guideline.recommendations, ...labels], (row) => `${row.drug}|${row.body}`)].map(([key, list]) => [
      key,
      rowGroups(list),
    ]),
  );
  const genes = new Map<string, string[]>();
  for (const row of [...guideline.recommendations, ...labels]) {
    const known = genes.get(row.drug) ?? [];
    genes.set(row.drug, [...new Set([...known, ...row.when.map(({ gene }) => gene)])]);
  }
  const labelById = new Map(labels.map((label) => [label.id, label]));
  const guidelineById = new Map(guideline.guidelines.map((entry) => [entry.id, entry]));
  const sets = groupBy(clinical.alternatives, (set) => set.drug);
  const pairs = groupBy(guideline.pairs, (pair) => pair.drug);
  const gaps = groupBy(
    (guideline.gaps ?? []).filter((gap) => gap.genes.length > 0 && gap.drug !== undefined),
    (gap) => gap.drug ?? '',
  );
  const ids = new Map(clinical.alternatives.flatMap((set) => set.options.map((option) => [option.name, option.rxnorm])));
  return {
    knowledge,
    drugs,
    drug: ({ name, rxnorm }) => (rxnorm === null ? undefined : byRxnorm.get(rxnorm)) ?? byName.get(name),
    groups: (drug, body) => rows.get(`${drug}|${body}`) ?? [],
    label: (row) => labelById.get(row.id),
    guideline: (id) => guidelineById.get(id),
    alternativeSets: (drug) => sets.get(drug) ?? [],
    knows: (name) => byName.has(name) || ids.has(name),
    rxnormOf: (name) => ids.get(name) ?? '',
    pairs: (drug) => pairs.get(drug) ?? [],
    gaps: (drug) => gaps.get(drug) ?? [],
    genes: (drug) => genes.get(drug) ?? [],
  };
}

function withLabelDrugs(drugs: readonly PgxDrug[], labels: readonly LabelRecommendation[]): PgxDrug[] {
  const names = new Set(drugs.map((drug) => drug.name));
  const added = labels.filter((label) => !names.has(label.drug));
  const unique = new Map(added.map(({ drug, rxnorm }) => [drug, { name: drug, rxnorm, guidance: ['FDA-label'] }]));
  return [...drugs, ...unique.values()];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
