/**
 * Alert burden: simulated patients × common drugs → cards per 100 orders by level. Writes docs/alert-burden.md.
 *   npx tsx test/burden/simulate.ts [patients]
 */
import { writeFileSync } from 'node:fs';
import { cardsOf } from '../pgx-advice/report.ts';
import { knowledge } from '../pgx-advice/knowledge.ts';
import { patient } from '../pgx-advice/patient.ts';
import { COMMON_DRUGS, USUAL_DOSE_MG } from './drugs.ts';
import { FREQUENCIES, type GeneFrequencies } from './frequencies.ts';

type Level = 'critical' | 'warning' | 'info' | 'silent';
type Count = Record<Level, number>;
const LEVELS: readonly Level[] = ['critical', 'warning', 'info', 'silent'];
const SEED = 20261121;
const MOST_FREQUENT = 30;

const patients = Number(process.argv[2] ?? 10_000);
const random = mulberry32(SEED);
const people = Array.from({ length: patients }, () => FREQUENCIES.map((gene) => [gene.gene, draw(gene)] as const));
const guidelineDrugs = [
  ...new Set(knowledge.guideline.recommendations.filter(({ body }) => body === 'CPIC').map(({ drug }) => drug)),
].sort();

const started = performance.now();
/** What one order by one kind of patient gives: the loudest level, and every card as it is read. */
interface Seen {
  readonly level: Level;
  readonly cards: readonly string[];
}
const seen = new Map<string, Seen>();
const tested = burden(COMMON_DRUGS, people);
const untested = burden(COMMON_DRUGS, [[]]);
const guideline = burden(guidelineDrugs, people);
const guidelineUntested = burden(guidelineDrugs, [[]]);
const seconds = (performance.now() - started) / 1000;
writeFileSync(new URL('../../docs/alert-burden.md', import.meta.url), page());
process.stdout.write(`${String(patients)} patients, ${seconds.toFixed(1)} s: docs/alert-burden.md\n`);

type Person = readonly (readonly [string, string])[];

function burden(
  drugs: readonly string[],
  group: readonly Person[],
): { readonly total: Count; readonly byDrug: ReadonlyMap<string, Count>; readonly cards: ReadonlyMap<string, number> } {
  const total = zero();
  const cards = new Map<string, number>();
  const byDrug = new Map<string, Count>();
  for (const drug of drugs) {
    const count = zero();
    for (const person of group) {
      const { level, cards: said } = seenFor(drug, person);
      count[level] += 1;
      total[level] += 1;
      for (const card of said) cards.set(card, (cards.get(card) ?? 0) + 1);
    }
    byDrug.set(drug, count);
  }
  return { total, byDrug, cards };
}

/** The loudest card of one order by one patient; equal genes of the drug give equal cards, so each is worked out once. */
function seenFor(drug: string, person: Person): Seen {
  const genes = genesOf(drug);
  const relevant = person.filter(([gene]) => genes.has(gene));
  const key = `${drug}|${relevant.map(([gene, result]) => `${gene} ${result}`).join('|')}|${String(person.length > 0)}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const builder = patient({ ageYears: 55, sex: 'female' });
  for (const [gene, result] of relevant) builder.gene(gene, result);
  const dose = USUAL_DOSE_MG[drug];
  builder.orders(drug, dose === undefined ? {} : { dose: { amount: dose, unit: 'mg', perDay: 1 } });
  const cards = cardsOf(builder.facts());
  const level = LEVELS.find((one) => one !== 'silent' && cards.some(({ indicator }) => indicator === one)) ?? 'silent';
  const result = { level, cards: cards.map(({ indicator, summary }) => `${indicator}: ${summary}`) };
  seen.set(key, result);
  return result;
}

function genesOf(drug: string): ReadonlySet<string> {
  const rows = [...knowledge.guideline.recommendations, ...(knowledge.clinical.labels ?? [])].filter((row) => row.drug === drug);
  const genes = new Set(rows.flatMap((row) => row.when.map(({ gene }) => gene)));
  return drug === 'warfarin' ? new Set([...genes, 'CYP2C9', 'VKORC1']) : genes;
}

function draw({ alleles, results }: GeneFrequencies): string {
  if (alleles !== undefined) return [pick(alleles), pick(alleles)].join('/');
  return pick(results ?? {});
}

function pick(shares: Readonly<Record<string, number>>): string {
  const entries = Object.entries(shares);
  let rest = random() * entries.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of entries) {
    rest -= share;
    if (rest <= 0) return name;
  }
  return entries.at(-1)?.[0] ?? '';
}

function zero(): Count {
  return { critical: 0, warning: 0, info: 0, silent: 0 };
}

function per100(count: Count, level: Level): string {
  const orders = LEVELS.reduce((sum, one) => sum + count[one], 0);
  return ((100 * count[level]) / orders).toFixed(2);
}

function page(): string {
  const row = (name: string, count: Count) => `| ${name} | ${LEVELS.map((level) => per100(count, level)).join(' | ')} |`;
  const frequent = [...tested.cards].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).slice(0, MOST_FREQUENT);
  const card = ([said, count]: readonly [string, number]) => `| ${said.replaceAll('|', ' ')} | ${((100 * count) / patients).toFixed(1)} |`;
  const loud = [...tested.byDrug].filter(([, count]) => count.silent < patients).sort(([, a], [, b]) => a.silent - b.silent);
  return `# Alert burden

How many cards a prescriber would see. Made by \`npx tsx test/burden/simulate.ts\`; ${String(patients)} simulated patients, seed ${String(SEED)},
knowledge ${knowledge.guideline.header.version}. Every patient orders every drug once, alone, as a first order; the loudest card of the order counts.

| cards per 100 orders | critical | warning | info | silent |
| --- | ---: | ---: | ---: | ---: |
${row('100 common drugs, all simulated genes known', tested.total)}
${row('100 common drugs, no result on file', untested.total)}
${row(`${String(guidelineDrugs.length)} drugs with CPIC rows, all simulated genes known`, guideline.total)}
${row(`${String(guidelineDrugs.length)} drugs with CPIC rows, no result on file`, guidelineUntested.total)}

## Where they come from (common drugs, genes known)

| drug | critical | warning | info | silent |
| --- | ---: | ---: | ---: | ---: |
${loud.map(([drug, count]) => row(drug, count)).join('\n')}

## The most frequent cards (common drugs, genes known)

| card | of 100 patients who are ordered the drug |
| --- | ---: |
${frequent.map(card).join('\n')}

Looked through as a reader would see them: none says the same twice, and none is about a normal result. Quieter than before for want of a
change to make: warfarin with VKORC1 A/G and CYP2C9 *1/*1, or G/G and *1/*2, for which the label expects the usual dose and DPWG no change.

## How to read this

- Every common drug counts once; real ordering is not even, so these are figures per kind of order, not per working day.
- Patients take nothing else here: phenoconversion adds cards where strong CYP2D6 inhibitors are common.
- The indication of clopidogrel is unknown here, so its card names the branch.
- Genotypes are drawn from European tables; other populations differ (CYP2C19 no-function alleles, CYP2D6*10, HLA-B*15:02).
- Genes not drawn (HLA, NUDT15, G6PD, UGT1A1 and others) count as not tested.

## Frequencies used

| gene | source |
| --- | --- |
${FREQUENCIES.map(({ gene, source }) => `| ${gene} | ${source} |`).join('\n')}

Common drugs: lists of outpatient prescriptions from ClinCalc DrugStats (Medical Expenditure Panel Survey), ranks not reproduced.
`;
}

/** Small seeded generator, so that the table can be made again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
