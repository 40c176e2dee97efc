/** The curated tables and how they become ClinicalKnowledge. Every row names its source; a row without one stops the compile. */
import type {
  ActionClass,
  AlternativeSet,
  ClinicalKnowledge,
  DoseFigures,
  DrugCaution,
  FactSource,
  Indication,
  LabelRecommendation,
  Perpetrator,
  PreTest,
  Recommendation,
  UsualDose,
} from '../pgx/types.ts';
import type { DrugNames } from './drug-names.ts';
import { strengthsOf } from './strengths.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface ClinicalTables {
  readonly sources: Readonly<Record<string, FactSource>>;
  /** gene, effect, strength, drug, factor, washoutDays, source; tab-separated with a header line. */
  readonly perpetrators: string;
  readonly preTests: readonly (Omit<PreTest, 'rxnorm' | 'source'> & { readonly source: string })[];
  readonly alternatives: readonly {
    readonly drug: string;
    readonly named: string;
    readonly options: readonly string[];
    readonly note?: string;
    readonly source: string;
  }[];
  readonly cautions: readonly (Omit<DrugCaution, 'rxnorm' | 'source'> & { readonly source: string })[];
  readonly indications: readonly (Omit<Indication, 'source'> & { readonly source: string })[];
  readonly labels: readonly {
    readonly drug: string;
    readonly when: Recommendation['when'];
    readonly population?: string;
    readonly action: ActionClass;
    readonly strength: Recommendation['strength'];
    readonly dose?: DoseFigures;
    readonly tags?: readonly string[];
    readonly inProductWith?: string;
    readonly source: string;
  }[];
  readonly usualDoses: readonly (Omit<UsualDose, 'source'> & { readonly source: string })[];
  readonly ids: Readonly<Record<string, string>>;
}

/** CYP3A inhibitors act on both enzymes that guidelines name. */
const GENES: Readonly<Record<string, readonly string[]>> = { CYP3A: ['CYP3A4', 'CYP3A5'] };

/** Strengths are kept for `advised` drugs and those with a label row: only these get dose figures. */
export function compileClinical(tables: ClinicalTables, drugs: DrugNames, advised: ReadonlySet<string>): ClinicalKnowledge {
  const dosed = new Set([...advised, ...tables.labels.map(({ drug }) => drug)]);
  const ids = new Map(drugs.ingredients.map(([name, id]) => [name, id ?? '']));
  const rxnorm = (name: string): string => entryOf(tables.ids, name) ?? ids.get(name) ?? '';
  const source = (id: string): FactSource => {
    const found = entryOf(tables.sources, id);
    if (found === undefined) throw new Error(`No source "${id}" in sources.json`);
    return found;
  };
  const used = Object.values(tables.sources);
  const latest =
    used
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  return {
    header: {
      id: 'pgx-clinical',
      version: latest.slice(0, 7),
      date: latest,
      licence: 'Facts from public labels and guidelines, own wording',
      sources: used.map(({ label, url, date }) => ({ label, url, date, licence: 'facts' })),
    },
    perpetrators: perpetrators(tables.perpetrators, rxnorm, source),
    preTests: tables.preTests.map((row) => ({ ...row, rxnorm: rxnorm(row.drug), source: source(row.source) })),
    alternatives: tables.alternatives.map((row): AlternativeSet => ({
      drug: row.drug,
      named: row.named,
      options: row.options.map((name) => ({ name, rxnorm: rxnorm(name) })),
      ...(row.note === undefined ? {} : { note: row.note }),
      source: source(row.source),
    })),
    cautions: tables.cautions.map((row) => ({ ...row, rxnorm: rxnorm(row.drug), source: source(row.source) })),
    indications: tables.indications.map((row) => ({ ...row, source: source(row.source) })),
    labels: tables.labels.map((row) => label(row, rxnorm(row.drug), source(row.source))),
    usualDoses: tables.usualDoses.map((row) => ({ ...row, source: source(row.source) })),
    strengths: strengthsOf(drugs, rxnorm).filter(({ name }) => dosed.has(name)),
  };
}

function perpetrators(table: string, rxnorm: (name: string) => string, source: (id: string) => FactSource): Perpetrator[] {
  return table
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line): Perpetrator[] => {
      const [gene = '', effect = '', strength = '', drug = '', factor = '', washout = '', from = ''] = line.split('\t');
      return (entryOf(GENES, gene) ?? [gene]).map((symbol) => ({
        drug,
        rxnorm: rxnorm(drug),
        gene: symbol,
        effect: effect as Perpetrator['effect'],
        strength: strength as Perpetrator['strength'],
        ...(factor === '' ? {} : { factor: Number(factor) }),
        ...(washout === '' ? {} : { washoutDays: Number(washout) }),
        source: source(from),
      }));
    });
}

/** Its entry in `sources.json`. */
const FDA_TABLE = 'fda-pgx-table';

function label(row: ClinicalTables['labels'][number], rxnorm: string, source: FactSource): LabelRecommendation {
  const keys = row.when.map(
    ({ gene, value }) =>
      `${gene.toLowerCase()}=${value
        .toLowerCase()
        .replace(/\*/g, 'star')
        .replace(/[^a-z0-9]+/g, '-')}`,
  );
  const population = row.population ?? 'general';
  return {
    id: `fda:${row.drug}${row.inProductWith === undefined ? '' : `-${row.inProductWith}`}:${keys.join('+')}${population === 'general' ? '' : `:${population}`}`,
    body: 'FDA',
    drug: row.drug,
    rxnorm,
    when: row.when,
    population,
    strength: row.strength,
    action: row.action,
    alsoAcceptable: [],
    ...(row.dose === undefined ? {} : { dose: row.dose }),
    alternatives: [],
    tags: row.tags ?? [],
    guideline: '',
    asOf: source.date,
    ...(row.inProductWith === undefined ? {} : { inProductWith: row.inProductWith }),
    ...(row.source === FDA_TABLE ? { ofTable: true } : {}),
    source,
  };
}
