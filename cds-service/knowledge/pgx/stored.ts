/**
 * The compiled knowledge as it lies in `data/pgx-guideline.json`: rows that say the same of several genotypes are kept as
 * one group with a list of genotype keys. Packing and unpacking lose nothing.
 */
import type { GuidelineKnowledge, Recommendation } from './types.ts';

export interface StoredGuideline extends Omit<GuidelineKnowledge, 'recommendations'> {
  readonly recommendations: readonly StoredGroup[];
}

/** Everything that the rows of a group share, and per row the values of `keys`. */
export interface StoredGroup extends Omit<
  Recommendation,
  'id' | 'when' | 'alsoAcceptable' | 'alternatives' | 'tags' | 'dose' | 'population' | 'rxnorm'
> {
  readonly population?: string;
  readonly rxnorm?: string;
  readonly alsoAcceptable?: Recommendation['alsoAcceptable'];
  readonly alternatives?: readonly string[];
  readonly tags?: readonly string[];
  readonly dose?: NonNullable<Recommendation['dose']>;
  readonly keys: readonly (readonly [string, Recommendation['when'][number]['key']])[];
  readonly values: readonly (readonly string[])[];
}

/** Stable id of a row: body, drug, genotype keys and, unless general, population. Letters, digits and `:=+.-` only. */
export function recommendationId(row: Pick<Recommendation, 'body' | 'drug' | 'when' | 'population'>): string {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replace(/≥/g, 'ge')
      .replace(/>/g, 'gt')
      .replace(/\*/g, 'star')
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^-|-$/g, '');
  const keys = row.when.map((when) => `${slug(when.gene)}=${slug(when.value)}`).join('+');
  const population = row.population === 'general' ? '' : `:${slug(row.population)}`;
  return `${row.body.toLowerCase()}:${slug(row.drug)}:${keys}${population}`;
}

export function unpack(stored: StoredGuideline): GuidelineKnowledge {
  const recommendations: Recommendation[] = [];
  for (const group of stored.recommendations) {
    const { keys, values, population = 'general', rxnorm = '', alsoAcceptable = [], alternatives = [], tags = [], ...shared } = group;
    for (const row of values) {
      const when = keys.map(([gene, key], i) => ({ gene, key, value: row[i] ?? '' }));
      const id = recommendationId({ body: shared.body, drug: shared.drug, when, population });
      recommendations.push({ id, ...shared, rxnorm, when, population, alsoAcceptable, alternatives, tags });
    }
  }
  return { ...stored, recommendations };
}

export function pack(knowledge: GuidelineKnowledge): StoredGuideline {
  const groups = new Map<string, { shared: Omit<StoredGroup, 'values'>; values: string[][] }>();
  for (const row of knowledge.recommendations) {
    const { id: _id, when, population, rxnorm, alsoAcceptable, alternatives, tags, ...rest } = row;
    const shared: Omit<StoredGroup, 'values'> = {
      ...rest,
      ...(rxnorm === '' ? {} : { rxnorm }),
      ...(population === 'general' ? {} : { population }),
      ...(alsoAcceptable.length === 0 ? {} : { alsoAcceptable }),
      ...(alternatives.length === 0 ? {} : { alternatives }),
      ...(tags.length === 0 ? {} : { tags }),
      keys: when.map(({ gene, key }) => [gene, key] as const),
    };
    const hash = JSON.stringify(shared);
    const group = groups.get(hash) ?? { shared, values: [] };
    group.values.push(when.map(({ value }) => value));
    groups.set(hash, group);
  }
  return { ...knowledge, recommendations: [...groups.values()].map(({ shared, values }) => ({ ...shared, values })) };
}
