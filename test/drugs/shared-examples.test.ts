import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLabs } from '../../fhir-profiles/read/laboratory/index.ts';
import { readMedications } from '../../fhir-profiles/read/medication/index.ts';
import { openIntake } from '../../fhir-profiles/read/open-intake.ts';
import { drugVocabulary } from '../../fhir-profiles/read/testing/read-medication.ts';

/** Public example charts beside the repository; expectations read by a person from the resources. */
const folder = new URL('../../../shared/reference/fhir/examples/', import.meta.url).pathname;
const context = { asOf: '2026-11-01', vocabulary: drugVocabulary };
const open = (file: string) => openIntake(JSON.parse(readFileSync(`${folder}${file}.json`, 'utf8')), undefined).intake;

const drugsOf = (file: string) =>
  readMedications(open(file), context)
    .facts.map((fact) => `${fact.role}: ${fact.ingredients.map((ingredient) => ingredient.name).join(' + ')}`)
    .toSorted();

describe.skipIf(!existsSync(folder))('public example charts (skipped where the reference folder is missing)', () => {
  it.each<[string, string[]]>([
    ['gr-stu1__cgexample', ['current: warfarin']],
    ['gr-stu2__pgxexample', ['current: mercaptopurine']],
    [
      'mcode1-trialmatching__ctma1',
      ['current: abemaciclib', 'current: fulvestrant', 'current: ribociclib', 'past: fulvestrant', 'past: leuprolide'],
    ],
    ['mcode4__jenny', ['current: anastrozole', 'current: cyclophosphamide', 'current: doxorubicin', 'current: paclitaxel']],
    ['mcode4__brian', ['past: cyclophosphamide', 'past: idarubicin', 'past: prednisone', 'past: vincristine']],
    ['mii-testdata__mtb1', ['draft: osimertinib', 'draft: sotorasib', 'draft: trametinib', 'past: osimertinib']],
    [
      'mii-testdata__miionko',
      ['draft: carboplatin', 'draft: niraparib', 'draft: paclitaxel', 'past: carboplatin', 'past: niraparib', 'past: paclitaxel'],
    ],
    ['uscore6__MedicationRequest-medicationrequest-coded-oral-axid', ['current: nizatidine']],
    ['uscore6__MedicationRequest-medicationrequest-contained-oral-axid', ['current: nizatidine']],
    ['uscore6__MedicationRequest-medicationrequest-referenced-oral-axid', ['current: nizatidine']],
    ['uscore6__MedicationRequest-self-tylenol', ['draft: acetaminophen + diphenhydramine']],
  ])('drugs of %s', (file, expected) => {
    expect(drugsOf(file)).toEqual(expected);
  });

  it('doses and routes of mCODE 4 Jenny: tablets by mouth, infusions, a dose in the place of the rate', () => {
    const { facts } = readMedications(open('mcode4__jenny'), context);
    const byName = Object.fromEntries(facts.map((fact) => [fact.ingredients[0]?.name ?? '', fact]));
    expect(byName['anastrozole']?.dose).toMatchObject({ amount: 1, unit: 'mg', perDay: 1 });
    expect(byName['cyclophosphamide']?.dose).toMatchObject({ amount: 932.59, unit: 'mg' });
    expect(byName['doxorubicin']?.dose).toMatchObject({ amount: 60, unit: 'mg/m2' });
    expect(facts.every((fact) => fact.systemic === true)).toBe(true);
  });

  it('neutrophils of 3000 thousand per microlitre in mCODE Jenny are a mistake, and said; weight comes in kilograms', () => {
    const { facts, warnings } = readLabs(open('mcode4__jenny'), context);
    expect(warnings).toMatchObject([{ code: 'implausible' }]);
    expect(facts.map((fact) => fact.kind).toSorted()).toEqual(['smoking', 'weight']);
    expect(facts.find((fact) => fact.kind === 'weight')?.value).toBeCloseTo(70.307, 2);
  });

  it('LDH of the German oncology data, newest first; a PSA without unit is not used', () => {
    const { facts, warnings } = readLabs(open('mii-testdata__miionko'), context);
    expect(facts.map((fact) => [fact.kind, fact.value, fact.date])).toEqual([
      ['LDH', 320, '2022-03-15'],
      ['LDH', 180, '2021-06-18'],
    ]);
    expect(warnings).toMatchObject([{ code: 'missing' }]);
  });
});
