/** Speed of the predictions: one with explanation below 2 ms, 100,000 table rows a minute. Run: npm run bench -- models */
import { predictWarfarinCsv } from '../../models/csv.ts';
import { explainProbability } from '../../models/icb/predict.ts';
import type { ReadyModel } from '../../models/model.ts';
import { loadModels } from '../../models/runtime/load.ts';
import { explainDose } from '../../models/warfarin/predict.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';

const started = performance.now();
const { models } = await loadModels(packageRoot());
console.log(`load both models: ${(performance.now() - started).toFixed(0)} ms`);
const warfarin = models['warfarin-dose'] as ReadyModel;
const response = models['icb-response'] as ReadyModel;

const patient = {
  ageYears: 65,
  sex: 'male',
  heightCm: 175,
  weightKg: 80,
  cyp2c9: '*1/*3',
  vkorc1: { ag: 1, aa: 0, basis: 'rs9923231' },
  amiodarone: false,
  inducer: false,
  smoker: false,
  venousThrombosis: false,
} as const;
const tumour = { cancerType: 'NSCLC', tmb: 10, pdl1: 50, priorTherapy: false, albumin: 4, nlr: 3, ageYears: 64 };

async function median(name: string, run: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 300; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${name}: median ${(times[150] ?? 0).toFixed(2)} ms, p95 ${(times[285] ?? 0).toFixed(2)} ms`);
}

await median('warfarin with explanation', () => explainDose(patient, warfarin, [], null));
await median('checkpoint inhibitor with explanation', () => explainProbability(tumour, response, [], null));

const row = { id: '1', sex: 'male', age_decade: '6', height_cm: '175', weight_kg: '80', cyp2c9: '*1/*3', vkorc1_rs9923231: 'A/G' };
const rows = Array.from({ length: 20_000 }, () => row);
const start = performance.now();
for (let i = 0; i < rows.length; i += 2000) await predictWarfarinCsv(rows.slice(i, i + 2000), warfarin);
console.log(`table rows: ${Math.round(rows.length / ((performance.now() - start) / 60_000)).toLocaleString('en')} a minute`);
