/** Gene results on the problem, allergy and flag lists: weaker than a laboratory’s result, and never contradicted in silence. */
import { words } from '../../reading/resources.ts';
import {
  allergy,
  flag,
  dosed,
  inState,
  infarction,
  line,
  ordered,
  problem,
  result,
  RXNORM,
  situation,
  type Situation,
} from './situation.ts';

export const RECORD_LISTS: readonly Situation[] = [
  situation('UGT1A1 Gilbert homozygous irinotecan', [line('UGT1A1', '*28/*28')], ['irinotecan 180 mg/m2 IV'], [['warning', /irinotecan/]]),
  situation('pimozide: Dutch guideline and FDA both ask for less', [line('CYP2D6', '*4/*4')], ['pimozide 2 mg'], [['warning', /pimozide/]]),
  situation(
    'haloperidol: the Dutch guideline alone asks for less',
    [line('CYP2D6', '*4/*4')],
    ['haloperidol 2 mg'],
    [['info', /haloperidol/]],
  ),
  situation(
    'problem list CYP2D6 PM (text)',
    [problem('CYP2D6 poor metabolizer')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'problem list CYP2D6 PM vs lab NM',
    [problem('CYP2D6 poor metabolizer'), line('CYP2D6', '*1/*1')],
    ['codeine 30 mg'],
    [['info', /codeine/]],
  ),
  situation(
    'problem list: "Poor metabolizer of CYP2D6 (HCC)"',
    [problem('Poor drug metabolizer due to cytochrome p450 CYP2D6 variant')],
    ['codeine 30 mg'],
    [['warning', /poor metabolizer: avoid codeine/]],
  ),
  situation(
    'problem list: CYP2C19 intermediate, resolved',
    [problem('CYP2C19 intermediate metabolizer', inState('resolved')), infarction()],
    ['clopidogrel 75'],
    [['info', /./]],
    { warns: /CYP2C19/ },
  ),
  situation('problem list: HLA-B*57:01 positive', [problem('HLA-B*57:01 positive')], ['abacavir 600 mg'], [['critical', /abacavir/]]),
  situation(
    'problem list: DPD deficiency ICD-10 E88.89',
    [
      problem('Dihydropyrimidine dehydrogenase deficiency', {
        code: {
          coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E88.89' }],
          text: 'Dihydropyrimidine dehydrogenase deficiency',
        },
      }),
    ],
    ['capecitabine 1500 mg'],
    [['critical', /capecitabine/]],
  ),
  situation(
    'problem list: G6PD deficiency ICD D75.A',
    [
      problem('Glucose-6-phosphate dehydrogenase deficiency', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'D75.A' }] },
      }),
    ],
    ['rasburicase 0.2 mg/kg IV'],
    [['critical', /rasburicase/]],
  ),
  situation(
    'problem list: malignant hyperthermia susceptibility',
    [
      problem('Malignant hyperthermia susceptibility', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z15.89' }], text: 'Malignant hyperthermia susceptibility' },
      }),
    ],
    ['succinylcholine 100 mg IV'],
    [['critical', /succinylcholine/]],
  ),
  situation(
    'problem list: TPMT deficiency',
    [problem('Thiopurine methyltransferase deficiency')],
    ['azathioprine 150 mg'],
    [['warning', /azathioprine|TPMT/]],
  ),
  situation(
    'allergy entry: CYP2D6 poor metabolizer',
    [
      {
        resourceType: 'AllergyIntolerance',
        id: 'a1',
        patient: { reference: 'Patient/p1' },
        clinicalStatus: { coding: [{ code: 'active' }] },
        code: { text: 'CYP2D6 poor metabolizer' },
      },
    ],
    ['codeine 30 mg'],
    [['warning', /codeine|CYP2D6/]],
  ),
  situation(
    'allergy entry: HLA-B*57:01 positive - abacavir',
    [
      {
        resourceType: 'AllergyIntolerance',
        id: 'a1',
        patient: { reference: 'Patient/p1' },
        code: { text: 'Abacavir', coding: [{ system: RXNORM, code: '190521' }] },
        note: [{ text: 'HLA-B*57:01 positive' }],
        reaction: [{ manifestation: [{ text: 'HLA-B*57:01 positive' }] }],
      },
    ],
    ['abacavir 600 mg'],
    [['critical', /./]],
  ),
  situation(
    'lab NM vs problem list UM: tramadol',
    [problem('CYP2D6 ultrarapid metabolizer'), line('CYP2D6', '*1/*1')],
    ['tramadol 50 mg'],
    [['info', /ultrarapid metabolizer on the problem list: clarify/]],
  ),
  situation(
    'lab PM vs problem list NM: codeine',
    [problem('CYP2D6 normal metabolizer'), line('CYP2D6', '*4/*4')],
    ['codeine'],
    [['warning', /poor metabolizer: avoid codeine/]],
    { warns: /problem list says CYP2D6 normal/ },
  ),
  situation(
    'lab no call, problem list PM',
    [problem('CYP2D6 poor metabolizer'), result(words('CYP2D6 genotype'), { valueString: 'No call' })],
    ['codeine'],
    [['warning', /poor metabolizer: avoid codeine/]],
  ),
  situation(
    'lab unknown allele, problem list normal',
    [problem('CYP2D6 normal metabolizer'), line('CYP2D6', '*1/*999')],
    ['codeine'],
    [['info', /CYP2D6/]],
  ),
  situation(
    'HLA lab negative, problem list positive',
    [problem('HLA-B*57:01 positive'), line('HLA-B*57:01', 'Negative')],
    ['abacavir 600 mg'],
    [['info', /57:01 positive on the problem list: clarify/]],
  ),
  situation(
    'HLA lab positive, problem list negative',
    [problem('HLA-B*57:01 negative'), line('HLA-B*57:01', 'Positive')],
    ['abacavir 600 mg'],
    [['critical', /do not start abacavir/]],
  ),
  situation(
    'HLA negative on problem list only',
    [problem('HLA-B*57:01 negative')],
    ['abacavir 600 mg'],
    [['info', /negative on the problem list, no laboratory result/]],
  ),
  situation(
    'DPYD normal on problem list only',
    [problem('DPYD normal metabolizer')],
    ['capecitabine 1500 mg'],
    [['info', /normal metabolizer on the problem list/]],
  ),
  situation('CYP2C19 normal on problem list only, ACS', [problem('CYP2C19 normal metabolizer'), infarction()], ['clopidogrel'], []),
  // CPIC: family history is among what should guide the use of volatile anaesthetics; it is a note, and the susceptibility stays unproven.
  situation(
    'family history MH is not the patient, and is told',
    [problem('Family history of malignant hyperthermia')],
    ['sevoflurane'],
    [['info', /in the family history on record/]],
    { never: /patient is susceptible|Do not give/ },
  ),
  situation('G6PD deficiency ruled out', [problem('G6PD deficiency ruled out'), line('G6PD activity', 'Normal')], ['rasburicase'], []),
  situation(
    'G6PD deficiency on list, lab activity normal',
    [problem('G6PD deficiency'), line('G6PD activity', 'Normal')],
    ['rasburicase'],
    [['info', /deficient on the problem list: clarify/]],
  ),
  situation(
    'partial DPD deficiency',
    [problem('Partial dihydropyrimidine dehydrogenase deficiency')],
    [ordered('capecitabine 2000 mg', dosed(2000, 'mg', 2))],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine/]],
  ),
  // Whether intermediate or poor is not said: the advice for poor leads, the other stands beside it (CPIC thiopurines 2025).
  situation(
    'TPMT deficiency without its grade, mercaptopurine',
    [problem('TPMT deficiency')],
    ['mercaptopurine 50 mg tablet'],
    [['warning', /TPMT deficiency on the problem list: lower mercaptopurine dose to 10 % of the usual/]],
    { says: /this is the advice for Poor Metabolizer \(Intermediate Metabolizer: a lower dose is advised, 30–80 % of the usual\)/ },
  ),
  situation(
    'TPMT deficiency without its grade, azathioprine',
    [problem('Thiopurine methyltransferase deficiency')],
    ['azathioprine 50 mg tablet'],
    [['warning', /TPMT deficiency on the problem list: choose a drug other than azathioprine/]],
    { says: /Intermediate Metabolizer: a lower dose is advised/ },
  ),
  situation(
    'NUDT15 deficiency without its grade, mercaptopurine',
    [problem('NUDT15 deficiency')],
    ['mercaptopurine 50 mg tablet'],
    [['warning', /NUDT15 deficiency on the problem list: lower mercaptopurine dose to 10 % of the usual/]],
  ),
  situation(
    'complete DPD deficiency SNOMED only',
    [problem('x', { code: { coding: [{ system: 'http://snomed.info/sct', code: '77365006' }] } })],
    ['5-FU 2400 mg/m2'],
    [['critical', /DPYD deficiency on the problem list: avoid fluorouracil/]],
  ),
  situation(
    'allergy note holds the HLA result',
    [allergy('Abacavir', { note: [{ text: 'HLA-B*57:01 positive 2019' }] })],
    ['abacavir 600'],
    [['critical', /abacavir/]],
  ),
  situation('allergy: G6PD deficiency', [allergy('G6PD deficiency')], ['dapsone 100 mg'], [['critical', /G6PD deficient: avoid dapsone/]]),
  situation('allergy: codeine, no gene', [allergy('codeine')], ['codeine'], []),
  situation(
    'problem list text that cannot be read',
    [problem('CYP2D6 variant carrier')],
    ['codeine'],
    [['info', /CYP2D6 result could not be interpreted: codeine is not checked/]],
    { warns: /seen and not used/, says: /"CYP2D6 variant carrier" on the problem list states no result that can be read/ },
  ),
  ...[
    'HLA-B*58:01 carrier status',
    'Carrier of HLA-B*58:01 allele',
    'Presence of HLA-B*58:01',
    'HLA-B*58:01 (+)',
    'HLA-B*5801 heterozygous',
  ].map((entry) =>
    situation(
      `${entry}, on the problem list`,
      [problem(entry)],
      ['allopurinol 100 mg'],
      [['critical', /HLA-B\*58:01 positive: do not start/]],
    ),
  ),
  ...['HLA-B*58:01', 'HLA-B58:01 carrier', 'Possible carrier of HLA-B*58:01'].map((entry) =>
    situation(
      `${entry}, on the problem list: not to be told from it, and not passed over`,
      [problem(entry)],
      ['allopurinol 100 mg'],
      entry === 'HLA-B58:01 carrier'
        ? [['critical', /HLA-B\*58:01 positive: do not start/]]
        : [['info', /HLA-B result could not be interpreted: allopurinol is not checked/]],
    ),
  ),
  ...['Not a carrier of HLA-B*58:01', 'HLA-B*58:01 non-carrier', 'Mother is a carrier of HLA-B*58:01', 'HLA-B*58:01 genotype pending'].map(
    (entry) => situation(`${entry}: says nothing against allopurinol`, [problem(entry)], ['allopurinol 100 mg'], []),
  ),
  ...['CYP2C19*2 carrier', 'CYP2C19*2 heterozygous', 'Carrier of CYP2C19 *2 allele'].map((entry) =>
    situation(
      `${entry}, on the problem list`,
      [problem(entry), infarction()],
      ['clopidogrel 75 mg'],
      [['warning', /CYP2C19 .*avoid clopidogrel/]],
    ),
  ),
  ...['CYP2C19 loss-of-function carrier', 'CYP2C19 deficiency', 'Reduced CYP2C19 metabolism', 'Abnormal CYP2C19 genotype'].map((entry) =>
    situation(
      `${entry}, on the problem list: no grade, and no silence`,
      [problem(entry), infarction()],
      ['clopidogrel 75 mg'],
      [['info', /CYP2C19 result could not be interpreted: clopidogrel is not checked/]],
    ),
  ),
  ...['Aminoglycoside ototoxicity (m.1555A>G)', 'Hearing loss m.1494C>T'].map((name) =>
    situation(`${name} positive`, [line(name, 'Positive')], ['gentamicin 80 mg'], [['critical', /MT-RNR1 .*avoid gentamicin/]]),
  ),
  situation(
    'an entry that cannot be read beside a result of the laboratory: the result decides, quietly',
    [problem('CYP2C19 genotype known'), line('CYP2C19', '*1/*1'), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation('HLA-B27 positive on list says nothing', [problem('HLA-B27 positive')], ['abacavir'], [['info', /No HLA-B\*57:01 result/]]),
  situation('UGT1A1 Gilbert syndrome on list, irinotecan', [problem('Gilbert syndrome')], ['irinotecan'], [['info', /Gilbert/]]),
  situation(
    'CYP2C19 genotype on the list',
    [problem('CYP2C19 *2/*2 genotype'), infarction()],
    ['clopidogrel'],
    [['warning', /poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'a flag that names a phenotype',
    [flag('DPYD intermediate metabolizer')],
    ['capecitabine 1500 mg'],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine/]],
  ),
  situation(
    'a flag that is over says so',
    [flag('DPYD intermediate metabolizer', 'inactive')],
    ['capecitabine'],
    [['info', /DPYD result could not be interpreted: capecitabine is not checked/]],
    {
      says: /is marked inactive on the flags, although what a gene causes does not pass/,
      warns: /DPYD \(flags\) was not used because it is marked inactive/,
    },
  ),
  situation(
    'HLA-B*57:01 on the problem list beside a laboratory test of another allele',
    [problem('HLA-B*57:01 positive'), line('HLA-B*58:01', 'Negative')],
    ['abacavir 600 mg'],
    [['critical', /HLA-B\*57:01 positive: do not start abacavir/]],
  ),
  situation(
    'HLA-B*57:01 absent by the problem list beside a laboratory test of another allele',
    [problem('HLA-B*57:01 negative'), line('HLA-B*58:01', 'Negative')],
    ['abacavir 600 mg'],
    [['info', /HLA-B\*57:01 result on file/]],
  ),
  situation(
    'an allergy note that a mother reported takes nothing from the result beside it',
    [allergy('Abacavir', { note: [{ text: 'HLA-B*57:01 positive' }, { text: 'reported by the mother' }] })],
    ['abacavir 600 mg'],
    [['critical', /do not start abacavir/]],
  ),
  situation(
    "a mother's result in an allergy note is not the patient's",
    [allergy('Abacavir', { note: [{ text: 'mother HLA-B*57:01 positive' }] })],
    ['abacavir 600 mg'],
    [['info', /allergy on record, which a negative HLA test does not lift/]],
    { never: /positive/ },
  ),
];
