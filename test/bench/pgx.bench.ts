/**
 * Facts → all advice: median time for 200 drugs and for one order, knowledge already loaded.
 *   npx tsx test/bench/pgx.bench.ts
 * Goal: under 2 ms for 200 drugs.
 */
import { interpretPgx } from '../../cds-service/pgx/index.ts';
import { knowledge } from '../pgx-advice/knowledge.ts';
import { patient } from '../pgx-advice/patient.ts';

const RUNS = 400;
const genes = patient({ ageYears: 60 })
  .gene('CYP2D6', '*4/*41')
  .gene('CYP2C19', '*1/*2')
  .gene('CYP2C9', '*1/*3')
  .gene('SLCO1B1', '*1/*5')
  .gene('TPMT', '*1/*3A')
  .gene('NUDT15', '*1/*1')
  .gene('CYP2B6', '*1/*6')
  .gene('DPYD', 'score: 1.5')
  .gene('UGT1A1', '*1/*28')
  .gene('HLA-B', '*57:01 negative')
  .takes('paroxetine')
  .takes('omeprazole')
  .condition('NSTEMI', undefined, '2026-11-10');
const facts = genes
  .orders('clopidogrel')
  .orders('codeine')
  .orders('simvastatin', { dose: { amount: 40, unit: 'mg', perDay: 1 } })
  .facts();

const all = interpretPgx(facts, knowledge, { allDrugs: true });
const drugs = new Set(all.drugs.map(({ drug }) => drug.name)).size;
report(`all drugs (${String(drugs)})`, true, drugs);
report('orders and current drugs only', false);

function report(name: string, allDrugs: boolean, count?: number): void {
  for (let warm = 0; warm < 60; warm += 1) interpretPgx(facts, knowledge, { allDrugs });
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    interpretPgx(facts, knowledge, { allDrugs });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
  const share = count === undefined ? '' : `; per 200 drugs ${((Number(at(0.5)) * 200) / count).toFixed(3)} ms`;
  process.stdout.write(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms${share}\n`);
}
