import { describe, expect, it } from 'vitest';
import { readLabs } from './index.ts';
import { readWith } from '../testing/read-medication.ts';

const LOINC = 'http://loinc.org';
const read = (...resources: readonly object[]) => readWith(readLabs, resources);
const observation = (code: object, value: object, rest: object = {}) => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  subject: { reference: 'Patient/p' },
  effectiveDateTime: '2026-10-01',
  code,
  ...value,
  ...rest,
});
const loinc = (code: string) => ({ coding: [{ system: LOINC, code }] });
const quantity = (value: number, unit?: string, code?: string) => ({ valueQuantity: { value, unit, code } });

describe('units are brought to one per kind', () => {
  it.each([
    ['creatinine in µmol/L', loinc('14682-9'), quantity(88.4, 'µmol/L'), 'creatinine', 0.9999808, 'mg/dL'],
    [
      'creatinine in mg/dL by OID system',
      { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.1', code: '2160-0' }] },
      quantity(1.1, 'mg/dL', 'mg/dL'),
      'creatinine',
      1.1,
      'mg/dL',
    ],
    ['bilirubin in µmol/L', loinc('14631-6'), quantity(17.1, 'umol/L', 'umol/L'), 'bilirubin', 0.9997686, 'mg/dL'],
    ['haemoglobin in g/L', loinc('718-7'), quantity(135, 'g/L', 'g/L'), 'haemoglobin', 13.5, 'g/dL'],
    ['haemoglobin in mmol/L', loinc('59260-0'), quantity(8.7, 'mmol/L'), 'haemoglobin', 14.019615, 'g/dL'],
    ['platelets in K/uL', loinc('777-3'), quantity(210, 'K/uL'), 'platelets', 210, '10*9/L'],
    ['platelets per cubic millimetre', loinc('777-3'), quantity(210_000, '/mm3'), 'platelets', 210, '10*9/L'],
    ['neutrophils in French G/L', loinc('751-8'), quantity(3.2, 'G/L'), 'neutrophils', 3.2, '10*9/L'],
    ['albumin in g/L', loinc('1751-7'), quantity(41, 'g/L'), 'albumin', 4.1, 'g/dL'],
    ['albumin in µmol/L', loinc('61152-5'), quantity(602, 'umol/L', 'umol/L'), 'albumin', 3.99951, 'g/dL'],
    ['ALT in µkat/L', loinc('1742-6'), quantity(0.5, 'µkat/L'), 'ALT', 30, 'U/L'],
    ['weight in pounds', loinc('29463-7'), quantity(154, 'lb', '[lb_av]'), 'weight', 69.85322498, 'kg'],
    ['height in inches', loinc('8302-2'), quantity(70, 'in'), 'height', 177.8, 'cm'],
    ['height in metres', loinc('8302-2'), quantity(1.78, 'm', 'm'), 'height', 178, 'cm'],
    ['eGFR with a spelled unit', loinc('98979-8'), quantity(72, 'mL/min/1.73 m2'), 'eGFR', 72, 'mL/min/{1.73_m2}'],
    ['INR without a unit', loinc('6301-6'), quantity(2.4), 'INR', 2.4, '{INR}'],
    [
      'local code with a name',
      { coding: [{ system: 'urn:oid:1.2.3', code: 'KREA' }], text: 'Kreatinin' },
      quantity(0.9, 'mg/dl'),
      'creatinine',
      0.9,
      'mg/dL',
    ],
    ['ejection fraction', loinc('10230-1'), quantity(62, '%'), 'LVEF', 62, '%'],
    ['creatinine clearance', { text: 'Creatinine clearance' }, quantity(74, 'mL/min'), 'creatinine-clearance', 74, 'mL/min'],
    ['calcium in mmol/L', { text: 'Calcium' }, quantity(2.4, 'mmol/L'), 'calcium', 9.61872, 'mg/dL'],
    ['testosterone in nmol/L', { text: 'Testosterone' }, quantity(1, 'nmol/L'), 'testosterone', 28.842, 'ng/dL'],
    ['number in words', loinc('1975-2'), { valueString: '0.4 mg/dL' }, 'bilirubin', 0.4, 'mg/dL'],
  ])('%s', (_, code, value, kind, expected, unit) => {
    const { facts, warnings } = read(observation(code, value));
    expect(warnings).toEqual([]);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ kind, unit, date: '2026-10-01' });
    expect(facts[0]?.value).toBeCloseTo(expected, 5);
  });

  it('keeps the comparator', () => {
    expect(read(observation(loinc('1975-2'), { valueString: '<0.2 mg/dL' })).facts[0]).toMatchObject({ value: 0.2, comparator: '<' });
  });
});

describe('what cannot be used is said, not guessed', () => {
  it.each([
    ['creatinine of 15 without a unit fits two units', loinc('2160-0'), quantity(15), 'missing'],
    ['weight without a unit', loinc('29463-7'), quantity(70), 'missing'],
    ['haemoglobin of 140 g/dL', loinc('718-7'), quantity(140, 'g/dL'), 'implausible'],
    ['height of 1.7 cm', loinc('8302-2'), quantity(1.7, 'cm'), 'implausible'],
    ['creatinine in a unit of length', loinc('2160-0'), quantity(1, 'cm'), 'unit'],
    ['value that is no number', loinc('2160-0'), { valueString: 'see report' }, 'unparsed'],
    ['preliminary', loinc('2160-0'), { ...quantity(1, 'mg/dL'), status: 'preliminary' }, 'not-final'],
    ['entered in error', loinc('2160-0'), { ...quantity(1, 'mg/dL'), status: 'entered-in-error' }, 'not-final'],
    ['no value at all', loinc('2160-0'), {}, 'missing'],
    ['eGFR for one race', loinc('48643-1'), quantity(80, 'mL/min'), 'not-used'],
  ])('%s', (_, code, value, warning) => {
    const read1 = read(observation(code, value));
    expect(read1.facts).toEqual([]);
    expect(read1.warnings).toMatchObject([{ code: warning, reference: 'Observation/o' }]);
  });

  it('a bare creatinine of 0.9 can only be mg/dL, and is used with a warning', () => {
    const { facts, warnings } = read(observation(loinc('2160-0'), quantity(0.9)));
    expect(facts).toMatchObject([{ kind: 'creatinine', value: 0.9, unit: 'mg/dL' }]);
    expect(warnings).toMatchObject([{ code: 'missing' }]);
  });

  it.each(['Creatinine, urine', 'Albumin/Creatinine ratio'])('%s is not serum creatinine', (name) => {
    expect(read(observation({ text: name }, quantity(90, 'mg/dL')))).toEqual({ facts: [], warnings: [] });
  });

  it('urine creatinine with its own LOINC code is not taken by its display', () => {
    const code = { coding: [{ system: LOINC, code: '2161-8', display: 'Creatinine' }] };
    expect(read(observation(code, quantity(90, 'mg/dL'))).facts).toEqual([]);
  });
});

describe('results of tests for a virus', () => {
  it.each([
    ['HBsAg positive', loinc('5196-1'), { valueString: 'Reactive' }, [{ kind: 'HBsAg', value: 'positive' }]],
    ['HBsAg negative', { text: 'HBsAg' }, { valueString: 'Non-reactive' }, [{ kind: 'HBsAg', value: 'negative' }]],
    [
      'HCV RNA not detected',
      loinc('11259-9'),
      { valueCodeableConcept: { text: 'Not detected' } },
      [{ kind: 'HCV-RNA', value: 'negative' }],
    ],
    ['HIV negative', loinc('56888-1'), { valueString: 'Nonreactive' }, [{ kind: 'HIV', value: 'negative' }]],
    ['hepatitis C antibody', loinc('16128-1'), { valueString: 'Negative' }, [{ kind: 'HCV-Ab', value: 'negative' }]],
    ['hepatitis B core antibody', loinc('16933-4'), { valueString: 'Reactive' }, [{ kind: 'anti-HBc', value: 'positive' }]],
    ['hepatitis B DNA', { text: 'HBV DNA' }, { valueString: 'Not detected' }, [{ kind: 'HBV-DNA', value: 'negative' }]],
    ['measurable disease', { text: 'Measurable disease (RECIST)' }, { valueBoolean: true }, [{ kind: 'measurable-disease', value: 'yes' }]],
    [
      'no disease detected any more',
      loinc('97509-4'),
      { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '260415000' }] } },
      [{ kind: 'disease-status', value: 'not-detected' }],
    ],
    ['not clear', loinc('5196-1'), { valueString: 'Equivocal, repeat' }, []],
  ] as const)('%s', (_, code, value, facts) => {
    expect(read(observation(code, value)).facts).toMatchObject(facts);
    expect(read(observation(code, value)).facts).toHaveLength(facts.length);
  });
});

describe('EGFR is a gene, eGFR a filtration rate', () => {
  it('a result in words under EGFR is left to the variant reader without a word', () => {
    expect(read(observation({ text: 'EGFR' }, { valueString: 'L858R' }))).toEqual({ facts: [], warnings: [] });
  });
  it('a number under EGFR in capitals is the filtration rate', () => {
    expect(read(observation({ text: 'EGFR' }, quantity(62, 'mL/min/{1.73_m2}'))).facts).toMatchObject([{ kind: 'eGFR', value: 62 }]);
  });
  it('">60" without a unit is read without a remark; creatinine without one is not', () => {
    const read60 = read(observation({ text: 'eGFR' }, { valueString: '>60' }));
    expect(read60).toMatchObject({ facts: [{ kind: 'eGFR', value: 60, comparator: '>' }], warnings: [] });
    expect(read(observation({ text: 'Creatinine' }, { valueString: '0.9' })).warnings).toHaveLength(1);
  });
});

describe('obstetric and social basics', () => {
  const SNOMED = 'http://snomed.info/sct';
  it.each([
    [
      'pregnant by SNOMED CT',
      '82810-3',
      { valueCodeableConcept: { coding: [{ system: SNOMED, code: '77386006' }] } },
      'pregnancy',
      'pregnant',
    ],
    [
      'not pregnant by LOINC answer',
      '82810-3',
      { valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA26683-5' }] } },
      'pregnancy',
      'not-pregnant',
    ],
    ['not pregnant in words', '82810-3', { valueCodeableConcept: { text: 'Not pregnant' } }, 'pregnancy', 'not-pregnant'],
    [
      'breastfeeding',
      '63895-7',
      { valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA29252-6' }] } },
      'breastfeeding',
      'breastfeeding',
    ],
    [
      'after the menopause',
      '161712005',
      { valueCodeableConcept: { coding: [{ system: SNOMED, code: '307429007' }] } },
      'menopause',
      'postmenopausal',
    ],
    ['former smoker', '72166-2', { valueCodeableConcept: { coding: [{ system: SNOMED, code: '8517006' }] } }, 'smoking', 'former-smoker'],
    ['never smoker', '72166-2', { valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA18978-9' }] } }, 'smoking', 'never-smoker'],
    ['G6PD deficient in words', '32546-4', { valueString: 'Deficient' }, 'G6PD-activity', 'deficient'],
    ['G6PD called low beside the normal range', '32546-4', { valueString: 'Low (normal > 7)' }, 'G6PD-activity', 'deficient'],
    ['G6PD normal with its range', '32546-4', { valueString: 'Normal (9.1 U/g Hb; normal 7-20)' }, 'G6PD-activity', 'normal'],
    ['G6PD with a normal range and no judgement', '32546-4', { valueString: 'Result 2.1, normal 7-20' }, 'G6PD-activity', 'unread'],
    ['TPMT with a normal range and no judgement', '21563-2', { valueString: 'Result 5, normal 24-44' }, 'TPMT-activity', 'unread'],
  ])('%s', (_, code, value, kind, word) => {
    expect(read(observation(loinc(code), value)).facts).toMatchObject([{ kind, value: word }]);
  });

  it.each([
    ['unknown pregnancy', '82810-3', { valueCodeableConcept: { text: 'Unknown' } }],
    ['possibly pregnant', '82810-3', { valueCodeableConcept: { text: 'Possible pregnancy' } }],
    ['smoker, status unknown', '72166-2', { valueCodeableConcept: { coding: [{ system: SNOMED, code: '266927001' }] } }],
  ])('%s makes no fact', (_, code, value) => {
    expect(read(observation(loinc(code), value)).facts).toEqual([]);
  });

  const pregnancy = (rest: object) => ({
    resourceType: 'Condition',
    id: 'c',
    subject: { reference: 'Patient/p' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { coding: [{ system: SNOMED, code: '77386006' }] },
    ...rest,
  });
  it('a pregnancy on the problem list counts while it can last', () => {
    expect(read(pregnancy({ onsetDateTime: '2026-06-01' })).facts).toMatchObject([
      { kind: 'pregnancy', value: 'pregnant', date: '2026-06-01' },
    ]);
    expect(read(pregnancy({ onsetDateTime: '2020-06-01' }))).toMatchObject({ facts: [], warnings: [{ code: 'stale' }] });
    expect(read(pregnancy({ verificationStatus: { coding: [{ code: 'refuted' }] } })).facts).toEqual([]);
    expect(read(pregnancy({ clinicalStatus: { coding: [{ code: 'resolved' }] } })).facts).toEqual([]);
  });
});

it('reads the components of a panel, and the newest first', () => {
  const panel = observation(
    loinc('58410-2'),
    {},
    {
      component: [
        { code: loinc('6690-2'), ...quantity(5.1, '10*3/uL', '10*3/uL') },
        { code: loinc('718-7'), ...quantity(12.9, 'g/dL', 'g/dL') },
      ],
    },
  );
  const older = { ...observation(loinc('718-7'), quantity(11, 'g/dL')), id: 'old', effectiveDateTime: '2025-01-01' };
  expect(read(older, panel).facts.map((fact) => [fact.kind, fact.value])).toEqual([
    ['WBC', 5.1],
    ['haemoglobin', 12.9],
    ['haemoglobin', 11],
  ]);
});

it('reads systolic and diastolic pressure from a blood pressure', () => {
  const pressure = observation(
    loinc('85354-9'),
    {},
    {
      component: [
        { code: loinc('8480-6'), ...quantity(148, 'mmHg', 'mm[Hg]') },
        { code: loinc('8462-4'), ...quantity(91, 'mmHg', 'mm[Hg]') },
      ],
    },
  );
  expect(
    read(pressure)
      .facts.map(({ kind, value, unit }) => `${kind} ${value} ${unit}`)
      .toSorted(),
  ).toEqual(['diastolic-pressure 91 mm[Hg]', 'systolic-pressure 148 mm[Hg]']);
});

describe('classes of heart and liver function', () => {
  const named = (text: string) => ({ text });
  const snomed = (code: string) => ({ valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] } });
  it.each([
    ['NYHA by SNOMED CT', loinc('88020-3'), snomed('420913000'), ['NYHA', 'III']],
    ['NYHA in words', loinc('88020-3'), { valueString: 'Class II - mild symptoms' }, ['NYHA', 'II']],
    ['NYHA by its name', named('NYHA class'), { valueString: 'IV' }, ['NYHA', 'IV']],
    ['NYHA as a digit', named('NYHA functional class'), { valueString: 'NYHA 1' }, ['NYHA', 'I']],
    ['NYHA between two classes', loinc('88020-3'), { valueString: 'Class II-III' }, null],
    ['NYHA not known', loinc('88020-3'), { valueString: 'unknown' }, null],
    ['Child-Pugh in words', named('Child-Pugh class'), { valueString: 'Class B' }, ['Child-Pugh', 'B']],
    ['Child-Pugh with points', named('Child-Pugh score'), { valueString: 'A5' }, ['Child-Pugh', 'A']],
    ['Child-Pugh between two', named('Child-Pugh class'), { valueString: 'A/B' }, null],
  ] as const)('%s', (_, code, value, expected) => {
    const [fact] = read(observation(code, value)).facts;
    expect(fact === undefined ? null : [fact.kind, fact.value]).toEqual(expected);
  });
});
