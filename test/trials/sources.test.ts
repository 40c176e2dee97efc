/** What each registry says is used: NCI's codes, the arms of curated trials, sites, groups of a FHIR study. */
import { describe, expect, it } from 'vitest';
import { ctmlReader } from '../../cds-service/knowledge/import/trials-ctml.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { fusion, patient, protein, tumour, clear } from '../oncology/facts.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

const ctml = ctmlReader(knowledge.oncology.genes, knowledge.vocabulary.tumours, '2026-11-21');
const record = (document: unknown): TrialRecord => {
  const [one] = [...readTrials(document, '2026-11-21', ctml)];
  if (one === undefined || 'fault' in one) throw new Error(one?.fault ?? 'nothing read');
  return one.record;
};
const explain = (facts: Parameters<typeof explainTrial>[0], document: unknown) =>
  explainTrial(facts, knowledge.oncology, compileTrial(record(document), context));

describe('NCI Clinical Trials Search API', () => {
  const coded = (kind: string, name: string, indicator = 'TRIAL') => ({
    eligibility_criterion: kind,
    inclusion_indicator: indicator,
    name,
  });
  const trial = {
    nct_id: 'NCT00000001',
    brief_title: 'Synthetic',
    current_trial_status: 'Active',
    phase: 'II',
    diseases: [{ name: 'Non-Small Cell Lung Cancer', is_lead_disease: true }],
    biomarkers: [
      coded('inclusion', 'KRAS NP_004976.2:p.G12C'),
      coded('inclusion', 'Gene', 'TREE'),
      coded('exclusion', 'EGFR Gene Mutation'),
    ],
    prior_therapy: [coded('exclusion', 'PD1 Inhibitor'), coded('exclusion', 'Immunotherapy', 'TREE')],
    eligibility: { structured: { min_age: '18 Years', max_age: '999 Years', gender: 'BOTH' }, unstructured: [] },
    sites: [{ org_name: 'A', org_city: 'Boston', org_state_or_province: 'MA', org_postal_code: '02114', org_country: 'United States', recruitment_status: 'ACTIVE', org_coordinates: { lat: 42.36, lon: -71.06 } }], // prettier-ignore
  };
  it('names codes of the trial, not the concepts above them', () => {
    expect(record(trial).named).toEqual([
      { of: 'biomarker', kind: 'inclusion', names: ['KRAS NP_004976.2:p.G12C'] },
      { of: 'biomarker', kind: 'exclusion', names: ['EGFR Gene Mutation'] },
      { of: 'prior-therapy', kind: 'exclusion', names: ['PD1 Inhibitor'] },
    ]);
  });
  it('ranks by the coded biomarker and says what it saw, but decides nothing', () => {
    const match = explain(PATIENTS.lung, trial);
    expect(match?.molecular).toBe(true);
    const coded = match?.criteria.filter(({ text }) => text.startsWith('Coded by the registry'));
    expect(coded?.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(coded?.[0]?.because).toContain('KRAS G12C');
    expect(coded?.[2]?.because).toContain('pembrolizumab');
    expect(match?.verdict).toBe('eligible');
    expect(explain(PATIENTS.melanoma, trial)?.molecular).toBe(false);
  });
  it('reads sites with state, postal code and coordinates', () => {
    expect(record(trial).sites).toEqual([
      { name: 'A', city: 'Boston', state: 'MA', postalCode: '02114', country: 'United States', status: 'recruiting', latitude: 42.36, longitude: -71.06 }, // prettier-ignore
    ]);
  });
});

describe('curated trials with arms', () => {
  const marker = (gene: string, type: string, parts: object = {}) => ({
    gene,
    type,
    variant: '',
    function: '',
    selection: 'include',
    ...parts,
  });
  const trial = (arms: readonly object[], parts: object = {}, codes: readonly (readonly [string, string])[] = [['Solid', 'include']]) => ({
    info: [{ protocol_no: '01' }],
    disease: [{ details: codes.map(([code, selection]) => ({ code, selection })) }],
    query: [
      {
        nct: 'NCT00000002',
        title: 'Synthetic',
        current_status: 'Recruiting',
        phase: 'Phase 1 | Phase 2',
        arm: arms,
        criteria: '',
        ...parts,
      },
    ],
  });
  const arm = (biomarker: readonly object[], hold = '') => ({ cohortlabel: 'A', drug: 'X | NA', arm_hold_status: hold, biomarker });
  const braf = arm([marker('BRAF', 'mutation', { variant: 'V600E' })]);
  const kras = arm([marker('KRAS', 'mutation', { variant: 'G12C' })]);
  it.each([
    ['one of two arms fits', trial([braf, kras]), 'lung', 'eligible'],
    ['no arm fits', trial([braf]), 'lung', 'ineligible'],
    ['the arm that fits is on hold', trial([braf, arm([marker('KRAS', 'mutation', { variant: 'G12C' })], 'hold')]), 'lung', 'ineligible'],
    ['an arm without biomarkers takes everybody', trial([braf, arm([])]), 'lung', 'eligible'],
    ['not tested', trial([arm([marker('RET', 'fusion')])]), 'lung', 'possible'],
    [
      'the tumour type is excluded',
      trial([kras], {}, [
        ['Solid', 'include'],
        ['NSCLC', 'exclude'],
      ]),
      'lung',
      'ineligible',
    ],
    [
      'any type but another',
      trial([kras], {}, [
        ['All', 'include'],
        ['BREAST', 'exclude'],
      ]),
      'lung',
      'eligible',
    ],
    ['a gene nobody knows', trial([arm([marker('NOTCH', 'mutation', { function: 'activation' })])]), 'lung', 'possible'],
    ['more is asked than the mutation', trial([arm([marker('KRAS', 'mutation', { function: 'multiple' })])]), 'lung', 'possible'],
    ['TMB high', trial([arm([marker('', 'TMB', { function: 'high' })])]), 'colon', 'eligible'],
  ] as const)('%s', (_, document, who, expected) => {
    expect(explain(PATIENTS[who], document)?.verdict).toBe(expected);
  });
  it('holds a biomarker to exclude against the patient of that arm only', () => {
    const mdm2 = arm([marker('RET', 'fusion'), marker('TP53', 'mutation', { selection: 'exclude' })]);
    const carrier = patient({ tumours: [tumour('LUAD')], variants: [fusion('CCDC6', 'RET'), protein('TP53', 'p.Arg175His')] });
    const free = patient({ tumours: [tumour('LUAD')], variants: [fusion('CCDC6', 'RET')], tested: [clear('TP53')] });
    expect(explain(carrier, trial([mdm2]))?.verdict).toBe('ineligible');
    expect(explain(free, trial([mdm2]))?.verdict).toBe('eligible');
  });
  it('is closed when every arm is on hold, suspended when the trial is', () => {
    expect(record(trial([arm([marker('KRAS', 'mutation')], 'closed')])).status).toBe('active-not-recruiting');
    expect(record(trial([kras], { trial_hold_status: 'on hold' })).status).toBe('suspended');
    expect(record(trial([kras]))).toMatchObject({ status: 'recruiting', phase: 'Phase 1/Phase 2', interventions: ['X'] });
  });
});

describe('CTML without a number', () => {
  it('is named by its content, so that it is not lost', () => {
    const draft = { treatment_list: { step: [{ match: [{ clinical: { gender: 'Male' } }] }] } };
    expect(record(draft).nctId).toMatch(/^CTML-[0-9a-f]{12}$/);
    expect(record(draft).nctId).toBe(record({ ...draft }).nctId);
  });
});

describe('FHIR ResearchStudy', () => {
  const study = (parts: object) => ({
    resourceType: 'ResearchStudy',
    id: '1',
    status: 'active',
    identifier: [{ value: 'NCT00000003' }],
    ...parts,
  });
  it('reads groups, sites and plans that stand beside it in the bundle', () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [
        {
          resource: study({
            site: [{ reference: 'Location/l' }],
            enrollment: [{ reference: 'urn:uuid:g' }],
            protocol: [{ reference: 'PlanDefinition/p' }],
            phase: { coding: [{ code: 'phase-2', display: 'Phase 2' }] },
          }),
        },
        { resource: { resourceType: 'Location', id: 'l', name: 'A', address: { city: 'Boston', state: 'MA', postalCode: '02114', country: 'US' }, position: { latitude: 42.3, longitude: -71 } } }, // prettier-ignore
        { resource: { resourceType: 'PlanDefinition', id: 'p', title: 'Sotorasib' } },
        {
          fullUrl: 'urn:uuid:g',
          resource: {
            resourceType: 'Group',
            id: 'g',
            characteristic: [
              { code: { text: 'KRAS G12C mutation' }, valueBoolean: true, exclude: false },
              { code: { text: 'ECOG performance status' }, valueRange: { high: { value: 1 } }, exclude: false },
              { code: { text: 'Brain metastases' }, valueCodeableConcept: { text: 'active' }, exclude: true },
            ],
          },
        },
      ],
    };
    const read = record(bundle);
    expect(read).toMatchObject({
      phase: 'Phase 2',
      status: 'recruiting',
      interventions: ['Sotorasib'],
      sites: [{ name: 'A', city: 'Boston', state: 'MA', postalCode: '02114', country: 'US', latitude: 42.3, longitude: -71 }],
    });
    expect(read.eligibility).toContain('* KRAS G12C mutation: yes');
    expect(read.eligibility).toMatch(/Exclusion Criteria:\s+\* Brain metastases: active/);
  });
  it('takes the countries where no site is named', () => {
    expect(record(study({ location: [{ text: 'Japan' }] })).sites).toEqual([{ country: 'Japan' }]);
  });
  it('keeps the criteria of the narrative without its markup', () => {
    const contained = [
      { resourceType: 'Group', id: 'g', text: { div: '<div><p>Inclusion Criteria:</p><ul><li>Age over 18</li></ul></div>' } },
    ];
    expect(record(study({ contained })).eligibility).toMatch(/Inclusion Criteria:\s+\* Age over 18/);
  });
});
