/** What puts one trial before another. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { CompiledTrial, TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { findingsNamed } from '../../cds-service/trials/search/findings-named.ts';
import { explainTrial } from '../../cds-service/trials/index.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { amplification, patient, protein, tumour, variant } from '../oncology/facts.ts';
import { knowledge } from './knowledge.ts';
import { ids, made, search } from './made-trials.ts';
import { PATIENTS } from './patients.ts';

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
