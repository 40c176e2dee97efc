/** Speed of reading: `npx tsx test/bench/reading.bench.ts`. Aim: 200 resources in under 3 ms (median, one core), linear to 20,000. */
import { read } from '../reading/vocabulary.ts';
import { component, condition, gene, genotype, loinc, observation, patient, variant, words, type Resource } from '../reading/resources.ts';

/** A chart as it is met: mostly laboratory values and orders, some genomic results. */
function chart(size: number): Resource {
  const resources: Resource[] = [patient];
  for (let at = 0; resources.length < size; at += 1) {
    const id = String(at);
    if (at % 20 === 0) resources.push(genotype(`g${id}`, '*1/*2', { component: [gene('HGNC:2621', 'CYP2C19')] }));
    else if (at % 20 === 1)
      resources.push(
        variant(`v${id}`, [
          gene('HGNC:3236', 'EGFR'),
          component(loinc('48005-3'), { valueCodeableConcept: words('p.Leu858Arg') }),
          component(loinc('48004-6'), { valueCodeableConcept: words('NM_005228.5:c.2573T>G') }),
        ]),
      );
    else if (at % 20 === 2)
      resources.push(
        condition(`c${id}`, {
          coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10', display: 'Essential (primary) hypertension' }],
        }),
      );
    else if (at % 20 < 6) {
      resources.push({
        resourceType: 'MedicationRequest',
        id: `m${id}`,
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/p1' },
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '309362', display: 'clopidogrel 75 MG Oral Tablet' }],
        },
      });
    } else {
      resources.push(
        observation(`o${id}`, loinc('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma'), {
          category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }],
          valueQuantity: { value: 0.9, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
        }),
      );
    }
  }
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

function median(runs: number, work: () => void): number {
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

for (const [size, runs] of [
  [200, 400],
  [2_000, 40],
  [20_000, 7],
] as const) {
  const input = chart(size);
  median(Math.min(runs, 50), () => read(input));
  const time = median(runs, () => read(input));
  process.stdout.write(
    `${String(size).padStart(6)} resources: median ${time.toFixed(2)} ms, ${((time / size) * 1000).toFixed(1)} µs each\n`,
  );
}
