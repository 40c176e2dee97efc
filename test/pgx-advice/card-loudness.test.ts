/** How loud a card is, and when there is none. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { summaries } from './card-words.ts';
import { patient } from './patient.ts';
import { cardsOf, reportOf } from './report.ts';

describe('how loud a card is', () => {
  it.each([
    ['DPYD without activity and fluorouracil', patient().gene('DPYD', 'score: 0.0').orders('fluorouracil'), 'critical'],
    ['HLA-B*57:01 and abacavir', patient().gene('HLA-B', '*57:01 positive').orders('abacavir'), 'critical'],
    ['CYP2D6 ultrarapid and codeine', patient().gene('CYP2D6', '*1/*1x2').orders('codeine'), 'critical'],
    ['CYP2D6 poor and codeine', patient().gene('CYP2D6', '*4/*4').orders('codeine'), 'warning'],
    ['DPYD intermediate and capecitabine', patient().gene('DPYD', 'score: 1.0').orders('capecitabine'), 'warning'],
    [
      'SLCO1B1 decreased and atorvastatin 80 mg',
      patient()
        .gene('SLCO1B1', '*1/*5')
        .orders('atorvastatin', { dose: { amount: 80, unit: 'mg', perDay: 1 } }),
      'warning',
    ],
    ['unreadable CYP2D6 and codeine', patient().gene('CYP2D6', 'no call').orders('codeine'), 'info'],
    ['two CYP2D6 reports that disagree', patient().gene('CYP2D6', '*1/*1').gene('CYP2D6', '*4/*4').orders('codeine'), 'info'],
    ['abacavir without HLA-B*57:01 result', patient().orders('abacavir'), 'info'],
  ] as const)('%s', (_, builder, indicator) => {
    expect(cardsOf(builder.facts()).map((card) => card.indicator)).toEqual([indicator]);
  });

  it('gives one critical card at most; no warning of an order is dropped, nor an order that was not checked', () => {
    const cards = cardsOf(
      patient()
        .gene('DPYD', 'score: 0.0')
        .gene('HLA-B', '*57:01 positive')
        .gene('CYP2D6', '*4/*4')
        .gene('SLCO1B1', '*5/*5')
        .orders('fluorouracil')
        .orders('abacavir')
        .orders('codeine')
        .orders('simvastatin')
        .orders('carbamazepine')
        .facts(),
    );
    expect(cards.map(({ indicator }) => indicator)).toEqual(['critical', 'warning', 'warning', 'warning', 'info']);
    expect(cards.at(-1)?.summary).toMatch(/carbamazepine/);
  });
});

describe('patient-view names the row that leads at the order', () => {
  it.each([
    [
      'clopidogrel, its indication not on file',
      patient().gene('CYP2C19', '*2/*2').orders('clopidogrel'),
      /avoid clopidogrel for ACS or PCI/,
    ],
    [
      'phenytoin, HLA-B*15:02 and CYP2C9',
      patient().gene('HLA-B', '*15:02 positive').gene('CYP2C9', '*1/*3').orders('phenytoin'),
      /HLA-B\\\*15:02 positive: do not start phenytoin/,
    ],
  ] as const)('%s', (_, builder, words) => {
    const facts = builder.facts();
    const [atOrder] = cardsOf(facts);
    const [card] = cardsOf(facts, { hook: 'patient-view', orders: [], draftOrders: {} });
    expect(card?.detail).toMatch(words);
    expect(card?.detail.replaceAll('\\', '')).toContain(atOrder?.summary);
    expect(card?.detail.match(/clopidogrel|phenytoin/g)).toHaveLength(1);
  });
});

describe('what the label forbids and the chart shows, where the genes ask for nothing', () => {
  it.each([
    [
      'codeine below 12 years',
      patient({ ageYears: 8 }).gene('CYP2D6', '*1/*1').orders('codeine'),
      'codeine: contraindicated below 12 years, whatever the genes',
    ],
    [
      'tramadol below 12 years, an optional row',
      patient({ ageYears: 8 }).gene('CYP2D6', '*1/*4').orders('tramadol'),
      'tramadol: contraindicated below 12 years, whatever the genes',
    ],
    [
      'eliglustat in end-stage renal disease',
      patient().lab('eGFR', 10).gene('CYP2D6', '*1/*1').orders('eliglustat'),
      'eliglustat: the label speaks against it, whatever the genes',
    ],
  ])('%s: a note, and nothing is called usual', (_, builder, summary) => {
    const [card] = cardsOf(builder.facts());
    expect(`${card?.indicator ?? 'silent'}: ${card?.summary ?? ''}`).toBe(`info: ${summary}`);
    expect(card?.detail).toMatch(/The genes ask for no change.*Besides the genes: .*\(.*label.*\)/is);
    expect(card?.detail).not.toMatch(/as usual/);
  });

  it('is said beside what the genes ask for, not instead of it', () => {
    const [card] = cardsOf(patient({ ageYears: 8 }).gene('CYP2D6', '*1/*1x3').orders('codeine').facts());
    expect(card?.indicator).toBe('critical');
    expect(card?.detail).toContain('contraindicated below 12 years');
  });
});

describe('rows that CPIC grades as optional', () => {
  it.each([
    [
      'amitriptyline, CYP2D6 and CYP2C19 both poor: CYP2D6 poor alone is strong',
      patient().gene('CYP2D6', '*4/*4').gene('CYP2C19', '*2/*2').orders('amitriptyline'),
      'warning: CYP2C19 and CYP2D6 poor metabolizer: avoid amitriptyline',
      /grades this combination as optional; for CYP2D6 poor metabolizer alone its advice to change is strong/,
    ],
    [
      'rosuvastatin, ABCG2 poor with SLCO1B1 normal: ABCG2 poor alone is moderate',
      patient()
        .gene('ABCG2', 'phenotype: Poor Function')
        .gene('SLCO1B1', '*1/*1')
        .orders('rosuvastatin', {
          dose: { amount: 40, unit: 'mg', perDay: 1 },
        }),
      'warning: ABCG2 poor function: lower rosuvastatin to 20 mg',
      /for ABCG2 poor function alone/,
    ],
    [
      'sertraline, CYP2B6 and CYP2C19 both poor: CYP2C19 poor alone is moderate',
      patient().gene('CYP2B6', '*6/*6').gene('CYP2C19', '*2/*2').orders('sertraline'),
      'warning: CYP2B6 and CYP2C19 poor metabolizer: consider a drug other than sertraline',
      /for CYP2C19 poor metabolizer alone/,
    ],
    [
      'clomipramine, CYP2D6 poor: avoid, by analogy only',
      patient().gene('CYP2D6', '*4/*4').orders('clomipramine'),
      'info: CYP2D6 poor metabolizer: avoid clomipramine',
      /strength optional/,
    ],
  ])('%s', (_, builder, said, why) => {
    const [card] = cardsOf(builder.facts());
    expect(`${card?.indicator ?? 'silent'}: ${card?.summary ?? ''}`).toBe(said);
    expect(card?.detail).toMatch(why);
  });

  it.each([
    ['venlafaxine, CYP2D6 poor', patient().gene('CYP2D6', '*4/*4').orders('venlafaxine'), 'alternative'],
    ['tamoxifen, CYP2D6 *1/*4', patient().gene('CYP2D6', '*1/*4').orders('tamoxifen'), 'alternative'],
    [
      'rosuvastatin 10 mg within the limit, ABCG2 poor with SLCO1B1 normal',
      patient()
        .gene('ABCG2', 'phenotype: Poor Function')
        .gene('SLCO1B1', '*1/*1')
        .orders('rosuvastatin', {
          dose: { amount: 10, unit: 'mg', perDay: 1 },
        }),
      'decrease-dose',
    ],
  ])('%s: quiet, and the report says it', (_, builder, action) => {
    expect(summaries(cardsOf(builder.facts()))).toEqual([]);
    const [advice] = reportOf(builder.facts()).pgx.drugs;
    expect(advice).toMatchObject({ action, strength: 'optional', urgency: 'none' });
    expect(advice?.text).not.toBe('');
  });
});

describe('silence', () => {
  it.each([
    ['normal metabolizer', patient().gene('CYP2D6', '*1/*1').orders('codeine')],
    ['gene not tested, no test asked for', patient().orders('codeine')],
    ['optional advice only', patient().gene('CYP2D6', '*4/*10').orders('tramadol')],
    [
      'dose already within the limit',
      patient()
        .gene('SLCO1B1', '*1/*5')
        .orders('atorvastatin', { dose: { amount: 20, unit: 'mg', perDay: 1 } }),
    ],
    ['drug without a guideline', patient().gene('CYP2D6', '*4/*4').orders('metformin')],
    ['no systemic action', patient().gene('DPYD', 'score: 0.0').orders('fluorouracil', { systemic: false })],
    ['paroxetine for a normal metabolizer without other drugs', patient().gene('CYP2D6', '*1/*1').orders('paroxetine')],
    ['clopidogrel not tested, indication unknown', patient().orders('clopidogrel')],
    ['carbamazepine already taken', patient().takes('carbamazepine', { start: '2025-01-01' }).orders('carbamazepine')],
    [
      'TPMT activity measured before azathioprine, NUDT15 known',
      patient().lab('TPMT-activity', 'normal').gene('NUDT15', '*1/*1').orders('azathioprine'),
    ],
  ])('%s', (_, builder) => {
    expect(summaries(cardsOf(builder.facts()))).toEqual([]);
  });

  it.each([
    ['CYP2C19 poor', patient().gene('CYP2C19', '*2/*2'), []],
    ['TPMT intermediate', patient().gene('TPMT', '*1/*3A'), []],
    [
      'HLA-B*57:01 positive',
      patient().gene('HLA-B', '*57:01 positive'),
      ['Gene results on file that matter for prescribing: HLA-B*57:01 positive'],
    ],
    ['TPMT poor', patient().gene('TPMT', '*3A/*3A'), ['Gene results on file that matter for prescribing: TPMT poor metabolizer']],
  ] as const)('opening the chart, no drug affected: %s', (_, builder, said) => {
    expect(summaries(cardsOf(builder.facts(), { hook: 'patient-view', orders: [], draftOrders: {} }))).toEqual(said);
  });

  it('opening the chart without anything to review', () => {
    const facts = patient().gene('CYP2C19', '*1/*1').takes('clopidogrel').facts();
    expect(cardsOf(facts, { hook: 'patient-view', orders: [], draftOrders: {} })).toEqual([]);
  });
});

describe('what is not passed over in silence', () => {
  const unrecognised = (facts: PatientFacts, text: string): PatientFacts => ({
    ...facts,
    medications: facts.medications.map((medication) => ({ ...medication, ingredients: [], text })),
  });
  it('an order whose drug was not recognised, where a result is on file', () => {
    const [card] = cardsOf(unrecognised(patient().gene('CYP2C19', '*1/*1').orders('xyz').facts(), 'XYZ <b>9</b>'));
    expect(card?.summary).toBe('Order not checked: the drug was not recognised');
    expect(card?.indicator).toBe('info');
    expect(card?.detail).toContain('XYZ &lt;b&gt;9');
  });
  it.each([
    ['without any result nothing could have been checked', patient().orders('xyz'), 'XYZ 9'],
    ['supplies are no drugs', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'Blood glucose test strips'],
    ['a toxoid', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'Tdap 0.5 mL IM'],
    ['immunoglobulins', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'IVIG 30 g IV'],
    ['blood', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'Platelets 1 unit'],
    ['salt water for the nose', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'saline nasal spray'],
    ['another Ringer solution', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'Ringer-Acetat 1000 ml'],
    ['a vaccine by its trade name', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'COMIRNATY 30 mcg/0.3 mL IM'],
    ['a vaccine by its letters', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'MMR II 0.5 mL subcut'],
    ['a sensor', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'Freestyle Libre 3 sensor'],
    ['a vaccine', patient().gene('CYP2C19', '*1/*1').orders('xyz'), 'influenza, seasonal, injectable vaccine'],
  ])('but %s', (_, builder, text) => {
    expect(summaries(cardsOf(unrecognised(builder.facts(), text)))).toEqual([]);
  });

  it('a new inhibitor for a drug that is already taken', () => {
    const [card] = cardsOf(patient().gene('CYP2D6', '*1/*1').takes('codeine').orders('paroxetine').facts());
    expect(card?.summary).toBe('paroxetine blocks CYP2D6: codeine, already on the list, should then be avoided');
    expect(card?.order).toContain('paroxetine');
    expect(card?.detail).toContain('now acts as poor metabolizer');
  });

  it('that a test is asked for before the first dose, with an order for it', () => {
    const [card] = cardsOf(patient().orders('capecitabine').facts());
    expect(card?.summary).toBe('No DPYD result on file: test before the first dose of capecitabine');
    const action = card?.suggestions[0]?.actions[0];
    expect(action?.type).toBe('create');
    expect(action !== undefined && 'resource' in action ? action.resource : {}).toMatchObject({
      resourceType: 'ServiceRequest',
      status: 'draft',
      subject: { reference: 'Patient/synthetic-1' },
      code: { coding: [{ system: 'http://loinc.org', code: '51969-4' }], text: 'DPYD genotype' },
    });
  });

  it.each([
    ['rasburicase', '32546-4', /^Glucose-6-Phosphate dehydrogenase \[Enzymatic activity/],
    ['abacavir', '50956-2', /HLA-B\*57:01/],
    ['carbamazepine', '57979-7', /HLA-B\*15:02/],
    ['siponimod', '79716-7', /CYP2C9/],
    ['eliglustat', '40425-1', /CYP2D6/],
  ])('%s: the test order has a confirmed code, and words that name what is to be tested', (drug, code, words) => {
    const [card] = cardsOf(patient().orders(drug).facts());
    const action = card?.suggestions[0]?.actions[0];
    const resource = action !== undefined && 'resource' in action ? action.resource : {};
    expect(resource).toMatchObject({ code: { coding: [{ code }], text: expect.stringMatching(words) as string } });
  });

  it('of two tests the one that the label asks for leads', () => {
    const [card] = cardsOf(patient().orders('carbamazepine').facts());
    expect(card?.summary).toBe('No HLA-B*15:02 or HLA-A*31:01 result on file: test before the first dose of carbamazepine');
    expect(card?.suggestions.map(({ label, recommended }) => [label, recommended])).toEqual([
      ['Order HLA-B*15:02 test before carbamazepine', true],
      ['Order HLA-A*31:01 test before carbamazepine', false],
    ]);
    expect(card?.detail).toContain('testing can be considered before the first dose of carbamazepine');
  });

  it('but "not tested" is not claimed when the results could not be read', () => {
    const [card] = cardsOf(patient().orders('capecitabine').facts(), { notChecked: ['laboratory results: not permitted'] });
    expect(card?.summary).toMatch(/incomplete/);
    expect(card?.suggestions).toEqual([]);
  });

  it('is claimed when only the home medication or the weight is missing, and no card is made of that alone', () => {
    const notChecked = ['home medication: not permitted', 'weight and height: no answer'];
    expect(summaries(cardsOf(patient().orders('capecitabine').facts(), { notChecked }))[0]).toMatch(/No DPYD result on file/);
    expect(cardsOf(patient().gene('CYP2D6', '*1/*1').orders('codeine').facts(), { notChecked })).toEqual([]);
  });

  it('a dose that may be too low, with the medication list not read, is never only counted', () => {
    const [card] = cardsOf(patient().gene('CYP3A5', '*1/*1').orders('tacrolimus').facts(), {
      notChecked: ['medication orders: no answer'],
    });
    expect(card?.summary).toMatch(/tacrolimus may need more.*rule out inhibitors first/);
    expect([card?.indicator, card?.unsettled]).toEqual(['info', { dangerous: false }]);
  });

  it('a missing part of the chart is named on the card', () => {
    const [card] = cardsOf(patient().gene('CYP2D6', '*4/*4').orders('codeine').facts(), { notChecked: ['allergies: no answer'] });
    expect(card?.detail).toContain('**Not checked:** allergies: no answer');
    expect(card?.suggestions.every(({ recommended }) => !recommended)).toBe(true);
  });
});
