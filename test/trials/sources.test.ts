/** What each registry says is used: NCI's codes, the arms of curated trials, sites, groups of a FHIR study. */
import { describe, expect, it } from 'vitest';
import { ctmlReader } from '../../cds-service/knowledge/import/trials/ctml.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { biomarker, clear, fusion, patient, protein, tumour } from '../oncology/facts.ts';
import { performance } from './chart-facts.ts';
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

describe('ClinicalTrials.gov', () => {
  const design = (designModule: object): TrialRecord =>
    record({ protocolSection: { identificationModule: { nctId: 'NCT00000001', briefTitle: 'Synthetic' }, designModule } });
  it.each([
    [{ designInfo: { primaryPurpose: 'SUPPORTIVE_CARE' } }, 'supportive care'],
    [{ designInfo: { designPrimaryPurpose: 'Treatment' } }, 'treatment'],
    [{ studyType: 'OBSERVATIONAL' }, undefined],
  ])('says what it is for: %j', (module, purpose) => expect(design(module).purpose).toBe(purpose));
});

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
    // Nothing but coded entries was delivered: the text of the criteria is missing.
    expect(match?.verdict).toBe('possible');
    expect(explain(PATIENTS.melanoma, trial)?.molecular).toBe(false);
  });
  it('takes the list of the API, current and older', () => {
    for (const name of ['data', 'trials']) expect(record({ total: 1, [name]: [trial] }).nctId).toBe('NCT00000001');
  });
  it('names what is given, not the concepts above it, and whom to ask', () => {
    const arms = [{ name: 'I', interventions: [{ name: 'Sotorasib', inclusion_indicator: 'TRIAL' }, { name: 'Antineoplastic Agent', inclusion_indicator: 'TREE' }] }]; // prettier-ignore
    const read = record({ ...trial, arms, lead_org: 'SWOG', study_protocol_type: 'Interventional', central_contact: { name: null, phone: '555-0100' } }); // prettier-ignore
    expect(read).toMatchObject({
      interventions: ['Sotorasib'],
      sponsor: 'SWOG',
      studyType: 'Interventional',
      contacts: [{ phone: '555-0100' }],
    });
  });
  it.each([
    ['the leading disease', [{ name: 'Triple-Negative Breast Cancer', type: ['subtype'], is_lead_disease: true, inclusion_indicator: 'TRIAL' }, { name: 'Stage I Breast Cancer', type: ['stage'], is_lead_disease: false, inclusion_indicator: 'TRIAL' }, { name: 'Breast Cancer', type: ['maintype'], is_lead_disease: false, inclusion_indicator: 'TREE' }], ['Triple-Negative Breast Cancer']],
    ['every other type beside it', [{ name: 'Lung Cancer', type: ['maintype'], is_lead_disease: true, inclusion_indicator: 'TRIAL' }, { name: 'Melanoma', type: ['maintype'], inclusion_indicator: 'TRIAL' }], ['Lung Cancer', 'Melanoma']],
    ['stages where nothing else is named', [{ name: 'Stage IV Lung Cancer', type: ['stage'], inclusion_indicator: 'TRIAL' }], ['Stage IV Lung Cancer']],
  ])('studies %s', (_, diseases, expected) => expect(record({ ...trial, diseases }).conditions).toEqual(expected)); // prettier-ignore
  it.each([
    ['Active', 'recruiting'], ['Approved', 'not-yet-recruiting'], ['In Review', 'not-yet-recruiting'], ['Enrolling by Invitation', 'by-invitation'], ['Closed to Accrual', 'active-not-recruiting'],
    ['Closed to Accrual and Intervention', 'active-not-recruiting'], ['Temporarily Closed to Accrual', 'suspended'], ['Temporarily Closed to Accrual and Intervention', 'suspended'],
    ['Complete', 'completed'], ['Administratively Complete', 'terminated'], ['Withdrawn', 'withdrawn'],
  ])('%s is %s, for a trial and for a site', (written, status) => {
    expect(record({ ...trial, current_trial_status: written }).status).toBe(status);
    const site = { org_name: 'A', recruitment_status: written.toUpperCase().replace(/ /g, '_') };
    expect(record({ ...trial, sites: [site] }).sites).toEqual([{ name: 'A', status }]);
  }); // prettier-ignore
  it('says what it is for', () => expect(record({ ...trial, primary_purpose: 'SUPPORTIVE_CARE' }).purpose).toBe('supportive care'));
  it('tells inclusion from exclusion and keeps the order of the criteria', () => {
    const text = (description: string, inclusion_indicator: unknown, display_order: number) => ({
      description,
      inclusion_indicator,
      display_order,
    });
    const unstructured = [text('Second', true, 2), text('Never', false, 3), text('First', 'true', 1)];
    const counted = { min_age_number: 6, min_age_unit: 'Months', max_age_number: 30, max_age_unit: 'Years' };
    expect(record({ ...trial, eligibility: { structured: counted, unstructured } })).toMatchObject({ minAge: 0.5, maxAge: 30 });
    expect(record({ ...trial, eligibility: { structured: { min_age_in_years: 18, sex: 'FEMALE' }, unstructured } })).toMatchObject({
      minAge: 18, sex: 'female', eligibility: 'Inclusion Criteria:\n\n* First\n* Second\n\nExclusion Criteria:\n\n* Never',
    }); // prettier-ignore
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
    expect(read.eligibility).toContain('* KRAS G12C mutation');
    expect(read.eligibility).toMatch(/Exclusion Criteria:\s+\* Brain metastases: active/);
  });
  it('says what it is for', () => {
    const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type', code: 'supportive-care' }];
    expect(record(study({ primaryPurposeType: { coding } })).purpose).toBe('supportive care');
    expect(record(study({}))).not.toHaveProperty('purpose');
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

  const loinc = (code: string, display?: string) => ({
    coding: [{ system: 'http://loinc.org', code, ...(display === undefined ? {} : { display }) }],
  });
  const snomed = (code: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] });
  const group = (characteristic: readonly object[], parts: object = {}) =>
    study({ contained: [{ resourceType: 'Group', id: 'g', characteristic, ...parts }] });
  const woman = patient({ patient: { id: 's', ageYears: 40, sex: 'female' }, tumours: [tumour('IDC')], biomarkers: [biomarker('HER2', '3+', { method: 'IHC' })], performance: [performance(1)] }); // prettier-ignore
  const POSITIVE = { valueCodeableConcept: snomed('10828004', 'Positive (qualifier value)') };
  it.each([
    ['age in a range', { code: loinc('30525-0', 'Age'), valueRange: { low: { value: 18, unit: 'years' }, high: { value: 75, unit: 'years' } } }, 'met'],
    ['age with a comparator', { code: { text: 'Age' }, valueQuantity: { value: 65, comparator: '>=', unit: 'a' } }, 'not-met'],
    ['sex', { code: snomed('263495000', 'Gender'), valueCodeableConcept: { coding: [{ code: 'female' }] } }, 'met'],
    ['tumour type', { code: snomed('439401001', 'Diagnosis'), valueCodeableConcept: snomed('254837009', 'Malignant neoplasm of breast') }, 'met'],
    ['tumour type as the characteristic itself', { code: snomed('372244006', 'Malignant melanoma'), valueBoolean: true }, 'not-met'],
    ['not that tumour type', { code: snomed('372244006', 'Malignant melanoma'), valueBoolean: false }, 'met'],
    ['ECOG', { code: loinc('89247-1', 'ECOG'), valueRange: { high: { value: 1 } } }, 'met'],
    ['a receptor', { code: loinc('48676-1', 'HER2 [Interpretation] in Tissue'), ...POSITIVE }, 'met'],
    ['a receptor that is not recorded', { code: loinc('16112-5', 'Estrogen receptor'), ...POSITIVE }, 'unknown'],
    ['stage', { code: loinc('21908-9', 'Stage group'), valueCodeableConcept: snomed('258228008', 'Stage 4') }, 'unknown'],
  ] as const)('reads coded characteristics: %s', (_, one, expected) => {
    const read = record(group([{ exclude: false, ...one }]));
    expect([read.eligibility, read.structured?.length]).toEqual(['', 1]);
    expect(explain(woman, group([{ exclude: false, ...one }]))?.criteria[0]?.verdict).toBe(expected);
    const turned = { met: 'not-met', 'not-met': 'met', unknown: 'unknown' } as const;
    expect(explain(woman, group([{ exclude: true, ...one }]))?.criteria[0]?.verdict).toBe(turned[expected]);
  }); // prettier-ignore
  it('takes any of several characteristics where the group says so', () => {
    const either = [
      { code: { text: 'Age' }, valueQuantity: { value: 65, comparator: '>=' } },
      { code: loinc('48676-1'), ...POSITIVE },
    ];
    expect(explain(woman, group(either))?.verdict).toBe('ineligible');
    expect(explain(woman, group(either, { combinationMethod: 'any-of' }))?.verdict).toBe('eligible');
  });
  it('reads the criteria of an EvidenceVariable with its combinations', () => {
    const characteristic = [
      { definitionCodeableConcept: snomed('254837009', 'Malignant neoplasm of breast') },
      { definitionByTypeAndValue: { type: loinc('89247-1'), valueRange: { high: { value: 2 } } } },
      { exclude: true, definitionByCombination: { code: 'any-of', characteristic: [{ definitionByTypeAndValue: { type: { text: 'Age' }, valueQuantity: { value: 18, comparator: '<' } } }, { definitionCodeableConcept: snomed('372244006', 'Malignant melanoma') }] } },
      { description: 'Able to swallow tablets' },
    ]; // prettier-ignore
    const read = record(study({ contained: [{ resourceType: 'EvidenceVariable', id: 'e', characteristic }] }));
    expect(read.structured?.map(({ kind }) => kind)).toEqual(['inclusion', 'inclusion', 'exclusion']);
    expect(read.eligibility).toContain('* Able to swallow tablets');
    expect(explain(woman, study({ contained: [{ resourceType: 'EvidenceVariable', id: 'e', characteristic }] }))?.criteria.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'unknown']); // prettier-ignore
  });
  it('reads a study of R5', () => {
    const five = study({
      status: 'active',
      title: undefined,
      label: [{ type: { text: 'official' }, value: 'A study of R5' }],
      progressStatus: [
        { state: { coding: [{ code: 'approved' }] }, actual: true, period: { start: '2025-01-01', end: '2025-03-01' } },
        { state: { coding: [{ code: 'recruiting' }] }, actual: true, period: { start: '2025-03-01' } },
        { state: { coding: [{ code: 'completed' }] }, actual: false, period: { start: '2028-03-01' } },
      ],
      phase: { coding: [{ code: 'phase-2-phase-3' }] },
      region: [{ text: 'Japan' }],
      recruitment: { eligibility: { reference: 'Group/r5' } },
      associatedParty: [{ name: 'Synthetic Sponsor', role: { coding: [{ code: 'lead-sponsor' }] } }, { name: 'Synthetic Contact', role: { coding: [{ code: 'general-contact' }] }, party: { reference: '#c' } }],
      contained: [{ resourceType: 'PractitionerRole', id: 'c', telecom: [{ system: 'phone', value: '555-0100' }] }],
    }); // prettier-ignore
    const beside = {
      resourceType: 'Group',
      id: 'r5',
      characteristic: [{ code: { text: 'Age' }, valueRange: { low: { value: 18 } }, exclude: false }],
    };
    const read = record({ resourceType: 'Bundle', entry: [{ resource: five }, { resource: beside }] });
    expect(read).toMatchObject({
      title: 'A study of R5', status: 'recruiting', phase: 'Phase 2/Phase 3', sites: [{ country: 'Japan' }], sponsor: 'Synthetic Sponsor',
      contacts: [{ name: 'Synthetic Contact', phone: '555-0100' }], structured: [{ kind: 'inclusion', text: 'age ≥ 18' }],
    }); // prettier-ignore
  });
  it('does not take an active document of R5 for an open trial', () => {
    expect(record(study({ label: [{ value: 'x' }], status: 'active' })).status).toBe('unknown');
    expect(record(study({ progressStatus: [{ state: { coding: [{ code: 'withdrawn' }] } }] })).status).toBe('withdrawn');
  });
});
