/** The order of trials, held against a plain reading of every trial one by one; filters, distance and the next datum. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { CompiledTrial, Requirement, TrialRecord, TrialSite } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial, indexTrials, isOpen, searchTrials, type MatchOptions } from '../../cds-service/trials/index.ts';
import { findingsNamed } from '../../cds-service/trials/findings-named.ts';
import { namesFindingOf } from '../../cds-service/trials/interview.ts';
import type { RankedMatch } from '../../cds-service/trials/match.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { speaksOfCancer } from '../../cds-service/trials/rank.ts';
import { isNeverCertain, namesStrongFindings, speaksOfTreatment } from '../../cds-service/trials/requirement-kind.ts';
import { evaluateRequirement } from '../../cds-service/trials/verdict/evaluate.ts';
import { amplification, biomarker, patient, protein, tumour, variant } from '../oncology/facts.ts';
import { loadTrials } from './embedded.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

const real = loadTrials().trials;
const search = (facts: PatientFacts, trials: readonly CompiledTrial[], options: MatchOptions = {}) =>
  searchTrials(facts, knowledge.oncology, indexTrials(trials), options);

/** 0: asks for a finding of the patient and that is settled; 1: asks for one; 2: speaks of one; 3: of PD-L1 alone; 4: names none; 5: speaks against one. */
function fitOf(
  facts: PatientFacts,
  { criteria, record }: CompiledTrial,
  { molecular, unwantedFinding, criteria: answers }: RankedMatch,
): number {
  if (unwantedFinding === true) return 5;
  if (!molecular) return 4;
  const patient = readTrialPatient(facts, knowledge.oncology);
  if (patient === null) throw new Error('no patient');
  const strong = criteria.flatMap(({ kind, requirement }, at) =>
    kind === 'inclusion' && namesFindingOf(requirement, patient, 'asked', namesStrongFindings) ? [answers[at]?.verdict] : [],
  );
  if (strong.includes('met')) return 0;
  const firm = criteria.some(
    ({ kind, requirement }) =>
      kind === 'inclusion' && !isNeverCertain(requirement) && namesFindingOf(requirement, patient, 'asked', namesStrongFindings),
  );
  const titled = findingsNamed(patient)?.test([record.title, ...record.conditions, ...record.interventions].join(' ')) === true;
  if (firm || (titled && strong.length > 0)) return 1;
  const spoken = criteria.some(
    ({ kind, requirement }) =>
      kind === 'inclusion' && namesFindingOf(requirement, patient, 'asked', namesStrongFindings) && !speaksOfTreatment(requirement),
  );
  return spoken ? 2 : 3;
}

/** 0: for the patient's tumour type; 1: for every tumour; 2: may be; 3: for other diseases only, as far as was read. */
function tumourOf(facts: PatientFacts, { criteria, record }: CompiledTrial): number {
  const patient = readTrialPatient(facts, knowledge.oncology);
  const named = criteria.find(
    ({ kind, hard, requirement }) => kind === 'inclusion' && hard && !isNeverCertain(requirement) && namesTumour(requirement),
  );
  if (patient === null) return 3;
  const ofType = (asked: Requirement): boolean =>
    asked.kind === 'all' || asked.kind === 'any'
      ? asked.of.some(ofType)
      : asked.kind === 'tumour' && asked.breadth === null && evaluateRequirement(asked, patient).verdict === 'yes';
  if (named !== undefined && evaluateRequirement(named.requirement, patient).verdict === 'yes') return ofType(named.requirement) ? 0 : 1;
  const could = (asked: Requirement): boolean => {
    if (asked.kind === 'any') return asked.of.some(could);
    if (asked.kind === 'all') return asked.of.every((one) => one.kind === 'unread' || could(one));
    return asked.kind !== 'unread' && evaluateRequirement(asked, patient).verdict !== 'no';
  };
  const spoken = criteria.filter(({ kind, requirement }) => kind === 'inclusion' && namesTumour(requirement));
  const mayBe = (asked: Requirement): boolean => {
    if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(mayBe);
    return asked.kind === 'tumour' && evaluateRequirement(asked, patient).verdict !== 'no';
  };
  const maybe =
    named === undefined ? spoken.length === 0 || spoken.some(({ requirement }) => mayBe(requirement)) : could(named.requirement);
  return maybe && speaksOfCancer(record) ? 2 : 3;
}
/** A hard criterion for everybody asks for a finding of which the record says nothing. */
function needsFinding(facts: PatientFacts, { criteria }: CompiledTrial, { criteria: answers }: RankedMatch): boolean {
  const patient = readTrialPatient(facts, knowledge.oncology);
  const asks = (asked: Requirement): boolean =>
    asked.kind === 'all' || asked.kind === 'any' ? asked.of.some(asks) : asked.kind !== 'not' && namesStrongFindings(asked);
  return criteria.some(
    ({ kind, hard, some, requirement }, at) =>
      kind === 'inclusion' &&
      hard &&
      some === undefined &&
      answers[at]?.verdict === 'unknown' &&
      asks(requirement) &&
      (!isNeverCertain(requirement) || !speaksOfTreatment(requirement)) &&
      patient !== null &&
      !namesFindingOf(requirement, patient, 'asked', namesStrongFindings),
  );
}
function namesTumour(asked: Requirement): boolean {
  return asked.kind === 'all' || asked.kind === 'any' ? asked.of.some(namesTumour) : asked.kind === 'tumour';
}

/** 0: treats; 1: does not say; 2: watches, supports, screens. */
function aimOf({ studyType, purpose, phase }: TrialRecord): number {
  if (studyType === 'Observational' || (purpose !== undefined && purpose !== 'treatment')) return 2;
  return purpose === 'treatment' || phase !== '' ? 0 : 1;
}

/** Every trial judged on its own, then sorted: what ranking must give, however it finds it. */
function plainly(facts: PatientFacts, trials: readonly CompiledTrial[]) {
  const phase = (text: string): number => (/^early/i.test(text) ? 0 : Number(/(\d)(?!.*\d)/.exec(text)?.[1] ?? 0));
  const judged = trials.flatMap((trial) => {
    const match = isOpen(trial.record.status) ? explainTrial(facts, knowledge.oncology, trial) : null;
    if (match === null) return [];
    const unknowns = match.criteria.filter(
      ({ verdict, because }, at) =>
        verdict === 'unknown' && trial.criteria[at]?.hard === true && !because.includes('where this patient does not belong'),
    ).length;
    const [fit, type] = [fitOf(facts, trial, match), tumourOf(facts, trial)];
    return [
      {
        match,
        unknowns: Math.min(unknowns, 126),
        fit: fit === 5 ? 6 : type === 3 ? 5 : fit,
        tumour: type === 3 || (type === 1 && fit <= 2) ? 0 : type,
        aim: aimOf(trial.record),
        needsFinding: needsFinding(facts, trial, match),
      },
    ];
  });
  const fit = judged.filter(({ match }) => match.verdict !== 'ineligible');
  const order = fit
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        a.aim - b.aim ||
        a.tumour - b.tumour ||
        Number(a.needsFinding) - Number(b.needsFinding) ||
        Number(b.match.verdict === 'eligible') - Number(a.match.verdict === 'eligible') ||
        a.unknowns - b.unknowns ||
        phase(b.match.phase) - phase(a.match.phase) ||
        (a.match.nctId < b.match.nctId ? -1 : 1),
    )
    .map(({ match }) => match.nctId);
  return { order, ineligible: judged.length - fit.length };
}

describe('whether a trial is one for cancers', () => {
  it.each([
    ['Amivantamab in solid tumors', [], true],
    ['A study of drug X', [], true],
    ['A study of drug X', ['Heart Failure'], false],
    ['Immunoprevention for High-Risk Oral Precancerous Disease', ['High-Risk Oral Precancerous Disease'], false],
    ['Premalignant and pre-cancerous lesions', ['Leukoplakia'], false],
    ['From precancer to cancer', ['Oral Lesion'], true],
    ['A study of drug X', ['Breast Cancer'], true],
  ] as const)('%s %j: %s', (title, conditions, said) => expect(speaksOfCancer({ title, conditions })).toBe(said));
});

describe('ranking loses nothing', () => {
  const types = ['LUAD', 'SKCM', 'BREAST', 'COAD', 'PAAD', 'GBM', 'AML', 'PRAD', 'MEL', 'PLMESO', 'STAD', null];
  const findings = [['KRAS', 'p.Gly12Cys'], ['BRAF', 'p.Val600Glu'], ['EGFR', 'p.Leu858Arg'], ['PIK3CA', 'p.His1047Arg'], ['IDH1', 'p.Arg132His']] as const; // prettier-ignore
  const anyone = fc
    .record({
      type: fc.constantFrom(...types),
      second: fc.option(fc.constantFrom(...types), { nil: undefined }),
      found: fc.subarray([...findings]),
      age: fc.option(fc.integer({ min: 1, max: 95 }), { nil: undefined }),
      sex: fc.constantFrom('male', 'female', 'unknown'),
      msi: fc.boolean(),
    })
    .map(({ type, second, found, age, sex, msi }) =>
      patient({
        patient: { id: 'p', sex, ...(age === undefined ? {} : { ageYears: age }) },
        tumours: [tumour(type), ...(second === undefined ? [] : [tumour(second)])],
        variants: found.map(([gene, change]) => protein(gene, change)),
        biomarkers: msi ? [biomarker('MSI', 'high', { status: 'high' })] : [],
      }),
    );
  it('gives the order of a full scan, whoever the patient and whichever the trials', () => {
    fc.assert(
      fc.property(anyone, fc.subarray([...real], { minLength: 20 }), (facts, trials) => {
        const found = search(facts, trials, { limit: trials.length });
        const expected = plainly(facts, trials);
        expect(found?.matches.map(({ nctId }) => nctId)).toEqual(expected.order);
        expect(found?.search.found.ineligible).toBe(expected.ineligible);
        expect(found?.search.total).toBe(expected.order.length);
      }),
      { numRuns: 40 },
    );
  });
  it.each(Object.keys(PATIENTS))('counts every open trial of the product once: %s', (who) => {
    const found = search(PATIENTS[who as keyof typeof PATIENTS], real)?.search;
    const sum = Object.values(found?.found ?? {}).reduce((a, b) => a + b, 0);
    expect(sum).toBe(real.filter(({ record }) => isOpen(record.status)).length);
  });
});

const made = (nctId: string, eligibility: string, parts: Partial<TrialRecord> = {}) =>
  compileTrial(
    {
      nctId,
      title: `Synthetic ${nctId}`,
      phase: 'Phase 2',
      status: 'recruiting',
      conditions: ['Non-small Cell Lung Cancer'],
      interventions: [],
      sites: [],
      registry: 'synthetic',
      date: '2026-01-05',
      url: '',
      eligibility,
      ...parts,
    },
    context,
  );
const ids = (facts: PatientFacts, trials: readonly CompiledTrial[], options: MatchOptions = {}) =>
  search(facts, trials, options)?.matches.map(({ nctId }) => nctId);

const BOSTON: TrialSite = { name: 'A', city: 'Boston', state: 'Massachusetts', postalCode: '02114', country: 'United States', latitude: 42.36, longitude: -71.06 }; // prettier-ignore
const CHICAGO: TrialSite = { name: 'B', city: 'Chicago', state: 'Illinois', country: 'United States', latitude: 41.88, longitude: -87.63 };
const PARIS: TrialSite = { name: 'C', city: 'Paris', country: 'France', latitude: 48.86, longitude: 2.35 };
const living = (place: NonNullable<PatientFacts['patient']['place']>): PatientFacts => ({
  ...PATIENTS.lung,
  patient: { ...PATIENTS.lung.patient, place },
});

describe('distance', () => {
  const near = made('NCT3', '', { sites: [CHICAGO, BOSTON] });
  const far = made('NCT2', '', { sites: [CHICAGO] });
  const abroad = made('NCT1', '', { sites: [PARIS] });
  const nowhere = made('NCT0', '');
  const all = [near, far, abroad, nowhere];
  it('orders trials that are otherwise equal, and says kilometres only from coordinates', () => {
    const facts = living({ latitude: 42.27, longitude: -71.8 });
    expect(ids(facts, all)).toEqual(['NCT3', 'NCT2', 'NCT1', 'NCT0']);
    const [first] = search(facts, all)?.matches ?? [];
    expect(first?.nearestSite).toMatchObject({ city: 'Boston', judgedBy: 'coordinates' });
    expect(first?.nearestSite?.distanceKm).toBeGreaterThan(50);
    expect(first?.nearestSite?.distanceKm).toBeLessThan(70);
  });
  it('takes the coordinates of a city from trial sites there', () => {
    const found = search(living({ city: 'BOSTON', state: 'MA', country: 'US' }), all);
    expect(found?.matches[0]?.nearestSite).toMatchObject({ city: 'Boston', distanceKm: 0, judgedBy: 'coordinates' });
    expect(found?.matches[1]?.nearestSite?.distanceKm).toBeGreaterThan(1_300);
    expect(found?.search.distance).toContain('trial sites there');
  });
  it.each([
    [{ state: 'MA', country: 'USA' }, 'same-state'],
    [{ postalCode: '02114', country: 'US' }, 'coordinates'],
    [{ state: 'Ohio', country: 'United States' }, 'same-country'],
    [{ country: 'DE' }, 'other-country'],
  ] as const)('judges by names where there are no coordinates: %j', (place, judgedBy) => {
    expect(search(living(place), [near])?.matches[0]?.nearestSite?.judgedBy).toBe(judgedBy);
  });
  it('does not guess which Springfield', () => {
    const springfield = made('NCT1', '', { sites: [{ city: 'Springfield', state: 'Illinois', country: 'United States', latitude: 39.8, longitude: -89.6 }] }); // prettier-ignore
    const [match] = search(living({ city: 'Springfield', country: 'US' }), [springfield])?.matches ?? [];
    expect(match?.nearestSite?.distanceKm).toBeUndefined();
  });
  it('says that it was not judged without an address, and names no site', () => {
    const found = search(PATIENTS.lung, all);
    expect(found?.search.distance).toMatch(/not recorded/);
    expect(found?.matches.every(({ nearestSite }) => nearestSite === undefined)).toBe(true);
    expect(ids(PATIENTS.lung, all)).toEqual(['NCT0', 'NCT1', 'NCT2', 'NCT3']);
  });
  it('passes over a site that takes nobody', () => {
    const closed = made('NCT1', '', { sites: [{ ...BOSTON, status: 'completed' }, CHICAGO] });
    expect(search(living({ latitude: 42.36, longitude: -71.06 }), [closed])?.matches[0]?.nearestSite?.city).toBe('Chicago');
  });
  it('can be a limit that hides no trial whose sites are not named; without the patient’s place it is not applied and that is said', () => {
    expect(ids(living({ latitude: 42.27, longitude: -71.8 }), all, { withinKm: 100 })).toEqual(['NCT3', 'NCT0']);
    const found = search(PATIENTS.lung, all, { withinKm: 100 });
    expect(found?.matches).toHaveLength(4);
    expect(found?.search.distance).toContain('limit of 100 km was not applied');
  });
});

describe('filters', () => {
  const kras = made('NCT1', 'Inclusion Criteria:\n\n* KRAS G12C mutation', { phase: 'Phase 1/Phase 2', interventions: ['Sotorasib'] });
  const later = made('NCT2', '', { phase: 'Phase 3', sites: [PARIS, { ...CHICAGO, status: 'completed' }] });
  const early = made('NCT3', '', { phase: 'Early phase 1', sites: [BOSTON] });
  const closed = made('NCT4', '', { status: 'completed' });
  const all = [kras, later, early, closed];
  it.each<readonly [MatchOptions, readonly string[]]>([
    [{}, ['NCT1', 'NCT2', 'NCT3']],
    [{ anyStatus: true }, ['NCT1', 'NCT2', 'NCT4', 'NCT3']],
    [{ statuses: ['completed'] }, ['NCT4']],
    [{ phases: ['1'] }, ['NCT1']],
    [{ phases: ['0', '3'] }, ['NCT2', 'NCT3']],
    [{ molecularOnly: true }, ['NCT1']],
    [{ text: 'sotorasib' }, ['NCT1']],
    [{ text: 'lung NCT2' }, ['NCT2']],
    [{ text: 'melanoma' }, []],
    [{ country: 'FR' }, ['NCT2']],
    [{ country: 'usa' }, ['NCT3']],
    [{ offset: 1, limit: 1 }, ['NCT2']],
  ])('%j', (options, expected) => expect(ids(PATIENTS.lung, all, options)).toEqual(expected));
  it('count what they leave', () => {
    const found = search(PATIENTS.lung, [...all, made('NCT5', 'Inclusion Criteria:\n\n* EGFR mutation')], { limit: 1 })?.search;
    expect(found).toMatchObject({ known: 5, found: { ineligible: 1 }, total: 3, offset: 0, limit: 1 });
  });
});

describe('what a trial says of the findings of a patient with KRAS G12C', () => {
  const criterion = (side: 'Inclusion' | 'Exclusion', text: string, id = 'NCT1') => made(id, `${side} Criteria:\n\n* ${text}`);
  const of = (trial: CompiledTrial) => {
    const [match] = search(PATIENTS.lung, [trial])?.matches ?? [];
    return match?.unwantedFinding === true ? 'unwanted' : match?.molecular === true ? 'asked' : match === undefined ? 'out' : 'unnamed';
  };
  it.each([
    ['Inclusion', 'KRAS G12C mutation', 'asked'],
    ['Inclusion', 'Disease that the sponsor calls KRAS G12C mutant, in consultation', 'asked'],
    ['Inclusion', 'Preferably without KRAS mutation, depending on the sponsor', 'unwanted'],
    ['Inclusion', 'No KRAS mutation', 'out'],
    ['Exclusion', 'KRAS mutation that the consulted sponsor finds relevant', 'unwanted'],
    ['Exclusion', 'EGFR mutation that the consulted sponsor finds relevant', 'unnamed'],
    ['Inclusion', 'Measurable disease', 'unnamed'],
    ['Exclusion', 'KRAS mutation', 'out'],
  ] as const)('%s: %s', (side, text, expected) => expect(of(criterion(side, text))).toBe(expected));
  it('comes first where it is asked for, settled before open, and last where it is unwanted', () => {
    const trials = [
      criterion('Inclusion', 'Preferably without KRAS mutation, depending on the sponsor', 'NCT1'),
      criterion('Inclusion', 'Measurable disease', 'NCT2'),
      criterion('Inclusion', 'Disease that the sponsor calls KRAS G12C mutant, in consultation', 'NCT3'),
      criterion('Inclusion', 'KRAS G12C mutation\n* Measurable disease\n* Adequate pulmonary reserve', 'NCT4'),
    ];
    expect(ids(PATIENTS.lung, trials)).toEqual(['NCT4', 'NCT3', 'NCT2', 'NCT1']);
  });
});

describe('the tumour types that a trial names', () => {
  const of = (id: string, conditions: readonly string[], title = `Synthetic ${id}`) => made(id, '', { conditions, title });
  it('put trials for the patient’s type first, then those that may be, then those for other diseases', () => {
    const trials = [
      of('NCT1', ['Heart Failure']),
      of('NCT2', ['Melanoma', 'Quality of Life']),
      of('NCT3', ['Cancer']),
      of('NCT4', ['Non-small Cell Lung Cancer']),
    ];
    expect(ids(PATIENTS.lung, trials)).toEqual(['NCT4', 'NCT3', 'NCT1', 'NCT2']);
  });
});

describe('the next datum', () => {
  const ecog = (id: string) => made(id, 'Inclusion Criteria:\n\n* ECOG performance status 0-1\n* Adequate pulmonary reserve');
  it('is the one that settles most criteria of the best trials together', () => {
    const trials = [ecog('NCT1'), ecog('NCT2'), made('NCT3', 'Inclusion Criteria:\n\n* KRAS G12C mutation')];
    const next = search(PATIENTS.bare, trials)?.search.nextDatum;
    expect(next).toMatchObject({ name: 'ECOG performance status', criteria: 2, trials: 2, of: 3 });
    expect(next?.text).toBe('ECOG performance status would settle 2 criteria in 2 of the 3 best trials.');
    expect(next?.further).toEqual([{ name: 'KRAS result', criteria: 1, trials: 1 }]);
  });
  it('takes several genes for one panel', () => {
    const trials = ['KRAS G12C mutation', 'EGFR mutation', 'ALK rearrangement'].map((text, at) =>
      made(`NCT${at}`, `Inclusion Criteria:\n\n* ${text}`),
    );
    expect(search(PATIENTS.bare, trials)?.search.nextDatum).toMatchObject({ name: 'tumour gene panel (KRAS, EGFR, ALK)', criteria: 3 });
  });
  it('does not count what stays open whatever the result', () => {
    const trials = [made('NCT1', 'Inclusion Criteria:\n\n* Patients with melanoma must have a biopsy of a lesion')];
    expect(search(PATIENTS.bare, trials)?.search.nextDatum).toBeUndefined();
  });
  it('is the same on every page, and absent when nothing is open', () => {
    const trials = [ecog('NCT1'), ecog('NCT2')];
    expect(search(PATIENTS.bare, trials, { offset: 1, limit: 1 })?.search.nextDatum?.criteria).toBe(2);
    expect(search(PATIENTS.lung, [made('NCT1', 'Inclusion Criteria:\n\n* ECOG 0-1')])?.search.nextDatum).toBeUndefined();
  });
});

describe('a trial that is meant for this patient', () => {
  const of = (id: string, eligibility: string, parts: Partial<TrialRecord> = {}) =>
    made(id, `Inclusion Criteria:\n\n${eligibility}`, parts);
  const egfr = patient({
    patient: { id: 'p', ageYears: 62, sex: 'female' },
    tumours: [tumour('LUAD')],
    variants: [protein('EGFR', 'p.Leu858Arg')],
  });
  const solid = { conditions: ['Advanced Solid Tumors'] };
  const basket = of('NCT1', '* Advanced solid tumors', solid);
  const mentioned = of(
    'NCT2',
    '* Advanced solid tumors\n* Patients with EGFR mutations must have received prior targeted therapy with an EGFR inhibitor',
    solid,
  );
  const selected = of('NCT3', '* EGFR exon 19 deletion or L858R mutation\n* Adequate pulmonary reserve\n* Adequate cardiac reserve');
  it('comes before a trial for every tumour, also one that says what carriers must have been treated with', () => {
    expect(ids(egfr, [basket, mentioned, selected])?.[0]).toBe('NCT3');
    const found = search(egfr, [basket, mentioned, selected])?.matches;
    expect(found?.map(({ nctId, molecular }) => [nctId, molecular])).toEqual([
      ['NCT3', true],
      ['NCT1', false],
      ['NCT2', false],
    ]);
  });
  it('is told by its title where its criterion could not be read for certain', () => {
    const unsure = '* Cohort B: EGFR mutation';
    const titled = of('NCT5', unsure, { title: 'A drug for EGFR-mutated lung cancer' });
    expect(ids(egfr, [of('NCT4', unsure), titled])).toEqual(['NCT5', 'NCT4']);
  });
  it('whose title only holds a word that is spelled like a gene is not told by it', () => {
    const read = readTrialPatient(patient({ tumours: [tumour('LUAD')], variants: [amplification('MET')] }), knowledge.oncology);
    const names = read && findingsNamed(read);
    expect([names?.test('Treatment after criteria are met'), names?.test('A drug for MET-amplified lung cancer')]).toEqual([false, true]);
  });
  it('for another disease only is not meant by its finding', () => {
    const tp53 = patient({ tumours: [tumour('CLLSLL')], variants: [variant('TP53', { classification: 'pathogenic' })] });
    const prostate = of('NCT1', '* TP53 mutation that the consulted sponsor finds relevant', {
      conditions: ['Prostate Cancer', 'Quality of Life'],
    });
    const own = of('NCT2', '* Adequate pulmonary reserve', { conditions: ['Chronic Lymphocytic Leukemia'] });
    expect(ids(tp53, [prostate, own])?.[0]).toBe('NCT2');
  });
  it('for this tumour type comes before one for every tumour, and treatment before watching', () => {
    const open = '* Adequate pulmonary reserve';
    const own = of('NCT9', `${open}\n* Adequate cardiac reserve`);
    const watch = of('NCT1', open, { studyType: 'Observational' });
    expect(ids(egfr, [of('NCT1', open, solid), own])).toEqual(['NCT9', 'NCT1']);
    expect(ids(egfr, [watch, own])).toEqual(['NCT9', 'NCT1']);
  });
  it('that treats comes before one that does not say so, and before one that supports or screens', () => {
    const open = '* Adequate pulmonary reserve';
    const supports = of('NCT1', open, { purpose: 'supportive care' });
    const silent = of('NCT2', open, { phase: '' });
    const treats = of('NCT3', `${open}\n* Adequate cardiac reserve`, { phase: '', purpose: 'treatment' });
    expect(ids(egfr, [supports, silent, treats])).toEqual(['NCT3', 'NCT2', 'NCT1']);
  });
  it('comes before one that needs a finding of which the record says nothing, however little else is open', () => {
    const open = '* Adequate pulmonary reserve';
    expect(ids(egfr, [of('NCT1', '* KRAS G12C mutation'), of('NCT2', `${open}\n* Adequate cardiac reserve`)])).toEqual(['NCT2', 'NCT1']);
  });
  it('comes before one whose title or criteria name other tumours only, whatever finding that speaks of', () => {
    const gut = of(
      'NCT1',
      '* EGFR alteration that the sponsor confirms\n* Disease that the sponsor calls gastric cancer, in consultation',
      {
        conditions: ['Neoplasms'],
        title: 'A drug for metastatic gastrointestinal cancers',
      },
    );
    expect(ids(egfr, [gut, of('NCT2', '* Adequate pulmonary reserve')])).toEqual(['NCT2', 'NCT1']);
  });
});

describe('criteria of a cohort', () => {
  const lung = patient({
    tumours: [tumour('LUAD')],
    variants: [protein('EGFR', 'p.Leu858Arg')],
    patient: { id: 'p', sex: 'female', ageYears: 50 },
  });
  const text =
    'Inclusion Criteria:\n\n* Adults aged 18 years or older\n* Cohort A: melanoma\n\n  * Prior ipilimumab\n  * LDH ≤ 2 x ULN\n* Cohort B: non-small cell lung cancer\n\n  * Prior osimertinib';
  const trial = made('NCT1', text, { conditions: ['Solid Tumor'] });
  const unknowns = (facts: PatientFacts): readonly string[] =>
    explainTrial(facts, knowledge.oncology, trial)?.criteria.flatMap(({ verdict, because }) => (verdict === 'unknown' ? [because] : [])) ??
    [];
  it('that is certainly not this patient’s are no open questions, and say whose they are', () => {
    const elsewhere = unknowns(lung).filter((because) => because.includes('where this patient does not belong'));
    expect(elsewhere).toHaveLength(3);
    expect(elsewhere[1]).toMatch(/^asked only under “Cohort A”, where this patient does not belong: the tumour is Lung Adenocarcinoma/);
  });
  it('never make a verdict certain', () => {
    expect(explainTrial(lung, knowledge.oncology, trial)?.verdict).toBe('possible');
    const only = made('NCT2', 'Inclusion Criteria:\n\n* Adults aged 18 years or older\n* Cohort A: melanoma', {
      conditions: ['Solid Tumor'],
    });
    expect(explainTrial(lung, knowledge.oncology, only)?.verdict).toBe('possible');
    expect(search(lung, [only])?.matches[0]?.verdict).toBe('possible');
  });
  it('rank a trial by what is open for this patient', () => {
    const longer = made('NCT0', text.replace('* Cohort B: non-small', '* Cohort B: melanoma or non-small'), {
      conditions: ['Solid Tumor'],
    });
    const plain = made('NCT3', 'Inclusion Criteria:\n\n* Prior osimertinib\n* Prior erlotinib\n* Adequate pulmonary reserve\n* Adequate cardiac reserve', { conditions: ['Solid Tumor'] }); // prettier-ignore
    expect(ids(lung, [plain, trial, longer])?.[0]).not.toBe('NCT3');
  });
});

describe('the datum to find out', () => {
  const woman = (ageYears: number) => patient({ patient: { id: 'p', sex: 'female', ageYears }, tumours: [tumour('LUAD')] });
  const asks = (text: string, kind = 'Exclusion') => made('NCT1', `${kind} Criteria:\n\n${text}`);
  const next = (facts: PatientFacts, trial: CompiledTrial) => search(facts, [trial])?.matches[0];
  it('is no pregnancy test at 62', () => {
    expect(next(woman(62), asks('* Pregnancy'))?.nextBest).toBeUndefined();
    expect(next(woman(38), asks('* Pregnancy'))?.nextDatum).toEqual({ name: 'pregnancy test', criteria: 1 });
  });
  it('is one blood count for four values, and one look at the viruses', () => {
    const counts = '* ANC ≥ 1.5 x 10^9/L\n* Platelets ≥ 100 x 10^9/L\n* Hemoglobin ≥ 9 g/dL\n* LVEF ≥ 50 %';
    expect(next(woman(50), asks(counts, 'Inclusion'))?.nextDatum).toEqual({
      name: 'blood count (neutrophils, platelets, haemoglobin)',
      criteria: 3,
    });
    expect(next(woman(50), asks('* Hepatitis B\n* Hepatitis C\n* HIV infection'))?.nextDatum?.name).toBe(
      'virus tests (hepatitis B, hepatitis C, HIV infection)',
    );
  });
  it('says what to ask about another cancer', () => {
    expect(next(woman(50), asks('* Other malignancy within 3 years'))?.nextBest).toBe('whether there has been another cancer, and when');
  });
  it('is named without a number where nothing alone settles a criterion', () => {
    const match = next(woman(50), asks('* Patients with hepatitis B whose sponsor was consulted in the appendix of 2021'));
    expect([match?.nextBest, match?.nextDatum]).toEqual(['virus tests (hepatitis B)', undefined]);
  });
  it('is never the judgement of the investigator', () => {
    expect(next(woman(50), asks('* Any condition that in the judgement of the investigator is a risk'))?.nextBest).toBeUndefined();
  });
});
