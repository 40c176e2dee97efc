/** Every row in every shape, or a bounded sample of them; differences by class. */
import { bundle, type Resource } from '../reading/resources.ts';
import { compareDrug, compareGene, type Difference } from './compare.ts';
import { contextFor, ORDER_FORMS } from './context.ts';
import { clinicalDrugs, type ExpectedRow } from './expected.ts';
import { groupBy } from './group.ts';
import { explained } from './explained.ts';
import { knowledge, reportOf } from './report.ts';
import { SHAPES, type Shape } from './shapes.ts';
import { statesFor, type GeneState } from './states.ts';

export interface Finding extends Difference {
  readonly shape: string;
  readonly order: string;
  readonly what: string;
}
export interface RunResult {
  readonly reports: number;
  readonly rows: number;
  /** Rows for which no patient could be made from the states given. */
  readonly unmade: readonly string[];
  readonly findings: readonly Finding[];
  /** Differences that are meant, by reason. */
  readonly meant: ReadonlyMap<string, number>;
}
export interface Plan {
  readonly rows: readonly ExpectedRow[];
  /** All rows there are, when `rows` is a choice of them: what a phenotype alone leaves open. */
  readonly among?: readonly ExpectedRow[];
  readonly states: readonly GeneState[];
  /** Keep every n-th pair of row and shape. */
  readonly every: number;
  readonly allDrugs?: boolean;
}

export function run({ rows, among = rows, states, every, allDrugs = false }: Plan): RunResult {
  const drugs = clinicalDrugs();
  const findings: Finding[] = [];
  const meant = new Map<string, number>();
  const unmade = new Set<string>();
  let reports = 0;
  let turn = 0;
  const byDrug = groupBy(among, ({ drug, population }) => `${drug}|${population}`);
  for (const row of rows) {
    const asked = Object.entries(row.when).filter(([, value]) => value !== 'No Result');
    const chosen = asked.map(([gene, value]) => statesFor(gene, value, states));
    if (chosen.some((options) => options.length === 0)) {
      unmade.add(`${row.drug} ${JSON.stringify(row.when)}`);
      continue;
    }
    for (const shape of SHAPES) {
      turn += 1;
      if (turn % every !== 0) continue;
      const picked = chosen.flatMap((options) => options[turn % options.length] ?? []);
      const made = picked.map((state) => shape.make(state) ?? fallback(state, shape, picked));
      if (picked.length === 0 || made.includes(null)) continue;
      const results = made.flatMap((resources) => resources ?? []);
      const context = contextFor(row.population, row.drug, turn);
      const form = ORDER_FORMS[turn % ORDER_FORMS.length];
      const order = form?.make(row.drug, row.rxnorm, drugs.get(row.drug)) ?? ORDER_FORMS[1]?.make(row.drug, row.rxnorm, undefined);
      const sex = picked.some(({ gene, alleles }) => gene === 'G6PD' && alleles?.length === 1) ? 'male' : 'female';
      const patient: Resource = { resourceType: 'Patient', id: 'p1', birthDate: context.birthDate, gender: sex };
      const input = bundle(
        patient,
        ...unique(results),
        ...context.resources,
        ...(allDrugs || order === null || order === undefined ? [] : [order]),
      );
      const report = reportOf(input, { allDrugs });
      reports += 1;
      const possible =
        shape.tells === 'phenotype' ? samePhenotype(row, picked, byDrug.get(`${row.drug}|${row.population}`) ?? [row], states) : [row];
      const differences = [
        ...picked.flatMap((state) => (shape.make(state) === null ? [] : compareGene(report, state, shape.tells))),
        ...compareDrug(report, possible, context),
      ];
      const what = `${row.drug} ${JSON.stringify(row.when)} ${row.population} from ${picked.map((state) => state.alleles?.join('/') ?? JSON.stringify(state.hla)).join(' & ')}`;
      for (const difference of differences) {
        const reason = explained(difference, { row, shape: shape.name, states: picked });
        if (reason !== undefined) meant.set(reason, (meant.get(reason) ?? 0) + 1);
        else findings.push({ ...difference, shape: shape.name, order: form?.name ?? '', what });
      }
    }
  }
  return { reports, rows: rows.length, unmade: [...unmade], findings, meant };
}

/** In a row of several genes, a gene that the shape cannot say is said plainly, as long as another gene is said in the shape. */
function fallback(state: GeneState, shape: Shape, picked: readonly GeneState[]): readonly Resource[] | null {
  if (!picked.some((other) => other !== state && shape.make(other) !== null)) return null;
  const plain = SHAPES.find(({ name }) => name === (state.hla === undefined ? 'STU3 genotype, text only' : 'HLA allele asked for, words'));
  return plain?.make(state) ?? null;
}

/** Two genes in one shape may make resources of the same id. */
function unique(resources: readonly Resource[]): readonly Resource[] {
  const seen = new Set<string>();
  return resources.map((resource, at) => {
    const key = `${String(resource['resourceType'])}/${String(resource['id'])}`;
    if (!seen.has(key)) {
      seen.add(key);
      return resource;
    }
    return { ...resource, id: `${String(resource['id'])}-${String(at)}` };
  });
}

/** Rows that the phenotype alone cannot tell apart (scores of one phenotype). */
function samePhenotype(
  row: ExpectedRow,
  picked: readonly GeneState[],
  rows: readonly ExpectedRow[],
  states: readonly GeneState[],
): readonly ExpectedRow[] {
  const phenotypeOf = (gene: string, value: string) =>
    knowledge.pgx.guideline.genes[gene]?.scores?.[value] ?? statesFor(gene, value, states)[0]?.phenotype ?? value;
  return rows.filter((other) =>
    Object.entries(row.when).every(([gene, value]) => {
      const own = picked.find((state) => state.gene === gene)?.phenotype ?? null;
      const said = other.when[gene] ?? '';
      return said === value || (own !== null && said !== 'No Result' && phenotypeOf(gene, said) === own);
    }),
  );
}
