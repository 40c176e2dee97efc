/**
 * The fifteen published profiles as FHIR, against the registry snapshot: every trial can be judged, and the trials that come first are about the profile's
 * own finding. Neither is part of the product: SKIPPED where they are not here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { compileTrial, indexTrials, searchTrials, type RankedMatch, type TrialIndex } from '../../cds-service/trials/index.ts';
import { readPatient, type PatientFacts } from '../../fhir-profiles/index.ts';
import { context, knowledge } from './knowledge.ts';

const reference = join(packageRoot(), '..', 'shared', 'reference', 'trials');
const here = existsSync(reference);

interface Profile {
  readonly id: string;
  readonly age: number;
  readonly sex: string;
  readonly cancer_type: string;
  readonly biomarkers: readonly string[];
  readonly co_mutations: readonly string[];
  readonly ecog_status?: number;
  readonly pd_l1_status?: string | null;
  readonly prior_therapies: readonly string[];
  readonly brain_mets_status?: string;
}
const subject = { reference: 'Patient/synthetic' };
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
let count = 0;
const observation = (code: object, value: object): object => ({ resourceType: 'Observation', id: `o-${(count += 1)}`, status: 'final', subject, effectiveDateTime: '2026-11-01', code, ...value }); // prettier-ignore

function finding(text: string): object {
  const marker = /^(HER2|ER|PR) (positive|negative)$/i.exec(text);
  if (marker) return observation({ text: `${marker[1] ?? ''} status` }, { valueCodeableConcept: { text: marker[2] } });
  if (/^MSI-High$/i.test(text)) return observation({ text: 'Microsatellite instability' }, { valueCodeableConcept: { text: 'MSI-High' } });
  const gene = text.split(/[\s-]/)[0] ?? '';
  return observation(loinc('69548-6'), {
    valueCodeableConcept: loinc('LA9633-4'),
    component: [
      { code: loinc('48018-6'), valueCodeableConcept: { text: gene } },
      { code: loinc('81252-9'), valueCodeableConcept: { text: text.replace(/ germline(?: mutation)?$/, ' pathogenic variant') } },
      ...(/germline/i.test(text) ? [{ code: loinc('48002-0'), valueCodeableConcept: loinc('LA6683-2') }] : []),
    ],
  });
}
/** Regimens by their short names, as they stand in a chart. */
const REGIMENS: Readonly<Record<string, readonly string[]>> = {
  FOLFOX: ['fluorouracil', 'oxaliplatin'],
  FOLFIRI: ['fluorouracil', 'irinotecan'],
  FOLFIRINOX: ['fluorouracil', 'irinotecan', 'oxaliplatin'],
  TCHP: ['docetaxel', 'carboplatin', 'trastuzumab', 'pertuzumab'],
  'T-DM1': ['trastuzumab emtansine'],
};
function treatments(name: string): readonly object[] {
  if (/\bSRS\b/.test(name)) return [{ resourceType: 'Procedure', id: 'srs', status: 'completed', subject, code: { text: 'Stereotactic radiosurgery of brain' } }]; // prettier-ignore
  return (REGIMENS[name] ?? name.split('/')).map((drug, at) => ({ resourceType: 'MedicationStatement', id: `${drug.replace(/\W/g, '-')}-${at}`, status: 'completed', subject, effectivePeriod: { start: '2026-01-05', end: '2026-06-30' }, medicationCodeableConcept: { text: drug } })); // prettier-ignore
}
function factsOf(profile: Profile): PatientFacts {
  const expression = /^(?:(TPS|CPS)\s*)?([<>≥≤]?)\s*(\d+)\s*%?$/.exec(profile.pd_l1_status ?? '');
  const comparator = { '<': '<', '>': '>', '≥': '>=', '≤': '<=' }[expression?.[2] ?? ''];
  const resources = [
    { resourceType: 'Patient', id: 'synthetic', gender: profile.sex, birthDate: `${2026 - profile.age}-01-02` },
    { resourceType: 'Condition', id: 'tumour', subject, code: { text: profile.cancer_type } },
    ...[...profile.biomarkers, ...profile.co_mutations].map(finding),
    ...(profile.ecog_status === undefined ? [] : [observation(loinc('89247-1'), { valueInteger: profile.ecog_status })]),
    ...(expression === null ? [] : [observation({ text: `PD-L1 ${expression[1] ?? 'TPS'}` }, { valueQuantity: { value: Number(expression[3]), unit: '%', ...(comparator === undefined ? {} : { comparator }) } })]),
    ...(/active|stable/.test(profile.brain_mets_status ?? '') ? [{ resourceType: 'Condition', id: 'brain', subject, code: { text: 'Metastasis to brain' } }] : []),
    ...profile.prior_therapies.flatMap(treatments),
  ]; // prettier-ignore
  return readPatient(
    { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) },
    { asOf: '2026-11-21', vocabulary: knowledge.vocabulary },
  ).facts;
}

describe.skipIf(!here)('the published profiles (SKIPPED where they are not here)', () => {
  const profiles = here ? (JSON.parse(readFileSync(join(reference, 'oncology_patient_profiles.json'), 'utf8')) as Profile[]) : [];
  let made: TrialIndex | null = null;
  const index = (): TrialIndex =>
    (made ??= indexTrials(
      readFileSync(join(reference, 'ctgov_oncology_2026-01.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => [...readTrials(JSON.parse(line), '2026-01-05')])
        .flatMap((one) => ('record' in one ? [compileTrial(one.record, context)] : [])),
    ));
  const search = (id: string) => {
    const profile = profiles.find((one) => one.id === id);
    if (profile === undefined) throw new Error(id);
    return searchTrials(factsOf(profile), knowledge.oncology, index(), { limit: 20 });
  };
  const about = ({ title, criteria }: RankedMatch, words: RegExp): boolean =>
    words.test(title) || criteria.some(({ kind, text, because }) => kind === 'inclusion' && words.test(`${text} ${because}`));

  it.each([
    ['01_nsclc_kras_g12c_standard', /KRAS/],
    ['02_nsclc_kras_g12c_brain_mets', /KRAS/],
    ['03_nsclc_egfr_exon19', /EGFR/],
    ['04_colorectal_kras_g12c', /KRAS|RAS/],
    ['05_melanoma_braf_v600e', /BRAF/],
    ['06_breast_her2_positive', /HER-?2|PIK3CA|hormone|estrogen|\bER\b/i],
    ['07_pancreatic_kras_g12d', /KRAS|RAS/],
    ['08_lung_squamous_pd_l1_high', /PD-?L1/i],
    ['09_prostate_brca2', /BRCA|HRR|homologous/i],
    ['10_gastric_her2_msi_high', /HER-?2|MSI|MMR|PD-?L1/i],
    ['11_young_sarcoma_treatment_naive', /sarcoma|solid/i],
    ['12_elderly_cll_poor_performance', /CLL|lymphocytic|TP53|17p/i],
    ['13_nsclc_alk_cns_disease', /ALK/],
    ['14_renal_cell_io_resistant', /renal|kidney|solid/i],
    ['15_ovarian_brca1_platinum_sensitive', /BRCA|HRD|homologous|ovar/i],
  ])(
    '%s: the first trials are about %s',
    (id, words) => {
      const found = search(id);
      expect(found).not.toBeNull();
      const first = (found?.matches ?? []).slice(0, 3);
      expect(first).toHaveLength(3);
      const misses = first.filter((match) => !about(match, words)).map(({ nctId, title }) => `${nctId} ${title}`);
      expect(misses).toEqual([]);
      const { eligible, possible, ineligible } = found?.search.found ?? { eligible: 0, possible: 0, ineligible: 0 };
      expect(eligible + possible + ineligible).toBeGreaterThan(1_000);
      expect(ineligible).toBeGreaterThan(500);
    },
    300_000,
  );
});
