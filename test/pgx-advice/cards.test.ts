import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardDraft } from '../../cds-service/cards/index.ts';
import { patient } from './patient.ts';
import { cardsOf, reportOf } from './report.ts';

const summaries = (cards: readonly CardDraft[]) => cards.map(({ summary }) => summary);
const acs = () => patient({ ageYears: 60 }).condition('NSTEMI', undefined, '2026-11-10');

describe('what a card says', () => {
  it('names phenotype, act and the alternatives that passed the checks', () => {
    const [card] = cardsOf(acs().gene('CYP2C19', '*2/*2', { lab: 'City Lab' }).orders('clopidogrel').facts());
    expect(card?.summary).toBe('CYP2C19 poor metabolizer: avoid clopidogrel; consider prasugrel or ticagrelor');
    expect(card?.indicator).toBe('warning');
    expect(card?.detail).toContain('5 Jan 2026, City Lab');
    expect(card?.detail).toContain('CPIC guideline: Clopidogrel (acute coronary syndrome or PCI), strength strong');
  });

  it('drops an alternative that the chart forbids, and says why', () => {
    const [card] = cardsOf(
      acs().condition('History of stroke').gene('CYP2C19', '*2/*2').orders('clopidogrel', { reason: 'acute coronary syndrome' }).facts(),
    );
    expect(card?.summary).toBe('CYP2C19 poor metabolizer: avoid clopidogrel; consider ticagrelor');
    expect(card?.detail).toContain('Not prasugrel: contraindicated after stroke or TIA');
    expect(card?.suggestions.map(({ label }) => label)).toEqual(['Replace clopidogrel by ticagrelor']);
  });

  it.each(['ticagrelor', 'prasugrel'])('%s on the list already is said, and no second one is put forward', (taken) => {
    const [card] = cardsOf(
      acs().takes(taken).gene('CYP2C19', '*2/*2').orders('clopidogrel', { reason: 'acute coronary syndrome' }).facts(),
    );
    expect(card?.summary).toBe(`CYP2C19 poor metabolizer: avoid clopidogrel; ${taken} already taken or ordered`);
    expect(card?.detail).toContain(`${taken}: already taken or ordered.`);
    expect(card?.detail).not.toContain(`Not ${taken}`);
    expect(card?.suggestions.filter(({ recommended, label }) => recommended || label.endsWith(`by ${taken}`))).toEqual([]);
  });

  it('an alternative that is taken and barred keeps its bar', () => {
    const [card] = cardsOf(
      acs()
        .condition('History of stroke')
        .takes('prasugrel')
        .gene('CYP2C19', '*2/*2')
        .orders('clopidogrel', { reason: 'acute coronary syndrome' })
        .facts(),
    );
    expect(card?.summary).toBe('CYP2C19 poor metabolizer: avoid clopidogrel; consider ticagrelor');
    expect(card?.detail).toContain('Not prasugrel: contraindicated after stroke or TIA; already taken or ordered');
  });

  it('offers no replacement when every alternative is barred', () => {
    const [card] = cardsOf(
      acs()
        .condition('History of stroke')
        .takes('clarithromycin')
        .gene('CYP2C19', '*2/*2')
        .orders('clopidogrel', { reason: 'acute coronary syndrome' })
        .facts(),
    );
    expect(card?.summary).toBe('CYP2C19 poor metabolizer: avoid clopidogrel');
    expect(card?.suggestions).toEqual([]);
  });

  it('folds all genes of an order into one card', () => {
    const cards = cardsOf(
      patient()
        .gene('CYP2D6', '*4/*4')
        .gene('CYP2C19', '*2/*2')
        .orders('amitriptyline', { dose: { amount: 50, unit: 'mg', perDay: 1 } })
        .facts(),
    );
    expect(cards.length).toBeLessThanOrEqual(1);
  });

  it('says of a gene without a result that none is on file, behind what the advice rests on', () => {
    const [card] = cardsOf(patient().gene('HLA-B', '*15:02 positive').orders('carbamazepine').facts());
    expect(card?.detail).toMatch(/HLA-B .*15:02 positive.*No HLA-A result on file\./);
    expect(card?.detail).not.toContain('HLA-A not tested for this drug');
  });

  it('shows a laboratory name with markup as text', () => {
    const [card] = cardsOf(
      patient().gene('CYP2D6', '*4/*4', { lab: '<img src=x onerror=alert(1)> [a](javascript:x) *b*' }).orders('codeine').facts(),
    );
    expect(card?.detail).not.toMatch(/<img|[^\\]\]\(/);
    expect(card?.detail).toContain('&lt;img');
  });
});

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

  it('gives one critical card at most, and three cards with the rest counted', () => {
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
        .facts(),
    );
    expect(cards.map(({ indicator }) => indicator)).toEqual(['critical', 'warning', 'warning']);
    expect(cards.at(-1)?.detail).toContain('1 more in the panel');
  });
});

describe('an order whose dose may have been lowered already', () => {
  it('DPYD *2A carrier, capecitabine 625 mg/m2: the share leads, the sum is an offer under a condition', () => {
    const [card] = cardsOf(
      patient()
        .gene('DPYD', 'Reference/c.1905+1G>A (*2A)')
        .orders('capecitabine', { dose: { amount: 625, unit: 'mg/m2', perDay: 2 } })
        .facts(),
    );
    expect(card?.summary).toBe('DPYD intermediate metabolizer: lower capecitabine dose to 50 %');
    expect(card?.detail).toContain('if the ordered dose is the usual one');
    expect(card?.suggestions.map(({ label, recommended }) => [label, recommended])).toEqual([
      ['Change capecitabine to 312.5 mg/m2', false],
    ]);
  });

  it('simvastatin 10 mg in a decreased transporter keeps the limit that the guideline allows: a note', () => {
    const of = (amount: number) =>
      cardsOf(
        patient()
          .gene('SLCO1B1', '*1/*5')
          .orders('simvastatin', { dose: { amount, unit: 'mg', perDay: 1 } })
          .facts(),
      )[0];
    expect([of(10)?.indicator, of(40)?.indicator]).toEqual(['info', 'warning']);
  });

  it('usual start and slower titration is not called a lower dose', () => {
    const [card] = cardsOf(patient({ ageYears: 10 }).gene('CYP2D6', '*4/*4').orders('atomoxetine').facts());
    expect(card?.summary).toBe('CYP2D6 poor metabolizer: raise atomoxetine slowly');
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

it('an inhibitor stopped some days ago is told as stopped', () => {
  const [card] = cardsOf(
    patient()
      .gene('CYP2D6', '*1/*1')
      .takes('fluoxetine', { role: 'past', start: '2026-05-01', end: '2026-11-16' })
      .orders('codeine')
      .facts(),
  );
  expect(card?.detail).toContain('now acts as poor metabolizer with fluoxetine (stopped 5 days ago)');
  expect(card?.detail).toContain('acts as poor metabolizer for now');
  expect(card?.detail).not.toContain('while taken together');
});

describe('an enzyme measured as a number only', () => {
  it.each([
    ['plasma uracil', patient().lab('DPD-uracil', 160).orders('capecitabine'), 'plasma uracil (DPD activity) 160'],
    ['G6PD activity', patient().lab('G6PD-activity', 1.2).orders('rasburicase'), 'G6PD activity 1.2'],
  ])('%s is put before the prescriber: not passed over, not called untested, no second test urged', (_, builder, measured) => {
    const [card] = cardsOf(builder.facts());
    expect(card?.summary).toMatch(
      new RegExp(`^${measured.replace(/[()]/g, '\\$&')} on file, not interpreted here: judge it before the first dose`),
    );
    expect(card?.suggestions.some(({ recommended }) => recommended)).toBe(false);
  });

  it('uracil that the laboratory calls normal answers the question', () => {
    expect(cardsOf(patient().lab('DPD-uracil', 'normal').orders('capecitabine').facts())).toEqual([]);
  });
});

describe('a result that leaves grades open', () => {
  it('is not called indeterminate where it points one way', () => {
    const [card] = cardsOf(patient().lab('TPMT-activity', 'low').orders('azathioprine').facts());
    expect(card?.summary).toBe('TPMT result not exact: lower azathioprine dose to 30–80 %');
  });

  it('why nothing could be made of it stands on the card', () => {
    const [card] = cardsOf(patient().gene('CYP2D6', 'no call').orders('codeine').facts());
    expect(card?.detail).toContain('CYP2D6 Indeterminate (5 Jan 2026). The test gave no result: assay failed.');
  });
});

describe('which gene is at fault', () => {
  it.each([
    ['rs9923231 reference (C)/rs9923231 variant (T)', 'CYP2C9 intermediate metabolizer, VKORC1 -1639 AG: lower warfarin dose'],
    ['rs9923231 reference (C)/rs9923231 reference (C)', 'CYP2C9 intermediate metabolizer: lower warfarin dose'],
  ])('warfarin with VKORC1 %s: CYP4F2, which points the other way, does not lead', (vkorc1, summary) => {
    const [card] = cardsOf(
      patient({ ageYears: 60 }).gene('CYP2C9', '*1/*3').gene('VKORC1', vkorc1).gene('CYP4F2', '*1/*3').orders('warfarin').facts(),
    );
    expect(card?.summary).toBe(summary);
    expect(card?.detail).toContain('CYP4F2 \\*1/\\*3');
    // What the guideline warns of stays, however long the results are.
    expect(card?.detail).toMatch(/CYP2C9\\\*5, .* were not looked for/);
    expect(card?.detail).toMatch(/maintenance by the US label \d[–\d]* mg a day/);
  });

  it.each([
    [
      'unreadable beside one never tested',
      patient().gene('HLA-B', 'no call').orders('carbamazepine'),
      'HLA-B result could not be interpreted: carbamazepine is not checked',
    ],
    [
      'conflict beside one that is clear',
      patient().gene('CYP2D6', '*4/*4').gene('CYP2D6', '*1/*1').gene('CYP2C19', '*1/*1').orders('amitriptyline'),
      'CYP2D6 results disagree: amitriptyline could not be checked; clarify before relying on either',
    ],
  ])('%s', (_, builder, summary) => {
    const [card] = cardsOf(builder.facts());
    expect(card?.summary).toBe(summary);
    expect(card?.detail).not.toContain('Holds for');
  });
});

describe('rows that CPIC grades as optional', () => {
  it.each([
    [
      'amitriptyline, CYP2D6 and CYP2C19 both poor: CYP2D6 poor alone is strong',
      patient().gene('CYP2D6', '*4/*4').gene('CYP2C19', '*2/*2').orders('amitriptyline'),
      'warning: CYP2C19 poor metabolizer, CYP2D6 poor metabolizer: avoid amitriptyline',
      /grades this combination as optional; for CYP2D6 poor metabolizer alone it advises a change with strong strength/,
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
      'warning: CYP2B6 poor metabolizer, CYP2C19 poor metabolizer: consider another drug than sertraline',
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

  it('opening the chart without anything to review', () => {
    const facts = patient().gene('CYP2C19', '*1/*1').takes('clopidogrel').facts();
    expect(cardsOf(facts, { hook: 'patient-view', orders: [], draftOrders: {} })).toEqual([]);
  });
});

describe('what is not passed over in silence', () => {
  it('an order whose drug was not recognised', () => {
    const facts = patient().orders('xyz').facts();
    const unknown = {
      ...facts,
      medications: facts.medications.map((medication) => ({ ...medication, ingredients: [], text: 'XYZ <b>9</b>' })),
    };
    const [card] = cardsOf(unknown);
    expect(card?.summary).toBe('Order not checked: the drug was not recognised');
    expect(card?.indicator).toBe('info');
    expect(card?.detail).toContain('XYZ &lt;b&gt;9');
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
    expect(card?.summary).toBe('No HLA-B*15:02 and HLA-A*31:01 result on file: test before the first dose of carbamazepine');
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

  it('a missing part of the chart is named on the card', () => {
    const [card] = cardsOf(patient().gene('CYP2D6', '*4/*4').orders('codeine').facts(), { notChecked: ['allergies: no answer'] });
    expect(card?.detail).toContain('**Not checked:** allergies: no answer');
    expect(card?.suggestions.every(({ recommended }) => !recommended)).toBe(true);
  });
});

describe('suggestions', () => {
  it('replace: delete the draft by its own id and create a draft for the same patient', () => {
    const [card] = cardsOf(acs().gene('CYP2C19', '*2/*2').orders('clopidogrel').facts());
    expect(card?.suggestions[0]?.actions).toEqual([
      { type: 'delete', description: 'Remove the order for clopidogrel', resourceId: 'MedicationRequest/clopidogrel-0' },
      {
        type: 'create',
        description: 'Order prasugrel instead of clopidogrel; add dose',
        resource: {
          resourceType: 'MedicationRequest',
          status: 'draft',
          intent: 'order',
          subject: { reference: 'Patient/synthetic-1' },
          reasonCode: [{ text: 'pain' }],
          medicationCodeableConcept: {
            coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '613391', display: 'prasugrel' }],
            text: 'prasugrel',
          },
        },
      },
    ]);
    expect(card?.suggestions.filter(({ recommended }) => recommended)).toHaveLength(1);
  });

  it('dose: the whole order with the new dose and a strength that exists, without the old dose text', () => {
    const [card] = cardsOf(
      patient()
        .gene('SLCO1B1', '*1/*5')
        .orders('atorvastatin', { dose: { amount: 80, unit: 'mg', perDay: 1 } })
        .facts(),
    );
    const action = card?.suggestions[0]?.actions[0];
    expect(action?.type).toBe('update');
    const resource = action !== undefined && 'resource' in action ? action.resource : {};
    expect(resource).toMatchObject({
      id: 'atorvastatin-0',
      status: 'draft',
      medicationCodeableConcept: { text: 'atorvastatin 40 MG Oral Tablet' },
    });
    expect(JSON.stringify(resource)).not.toContain('80 mg');
  });

  it('no dose claim without a dose in the order', () => {
    const [card] = cardsOf(patient().gene('SLCO1B1', '*1/*5').orders('atorvastatin').facts());
    expect(card?.suggestions).toEqual([]);
    expect(card?.detail).toContain('the order states no dose to compare');
  });
});

describe('order-select and order-sign', () => {
  it('only the selected orders get cards, and the topic stays the same', () => {
    const facts = patient().gene('CYP2D6', '*4/*4').gene('SLCO1B1', '*5/*5').orders('codeine').orders('simvastatin').facts();
    const selected = cardsOf(facts, { hook: 'order-select', orders: ['MedicationRequest/codeine-0'] });
    const signed = cardsOf(facts);
    expect(selected.map(({ order }) => order)).toEqual(['MedicationRequest/codeine-0']);
    expect(signed.map(({ topic }) => topic.code)).toContain(selected[0]?.topic.code);
  });
});

const GENES = [
  ['CYP2D6', ['*1/*1', '*4/*4', '*1/*1x2', '*4/*10', 'no call']],
  ['CYP2C19', ['*1/*1', '*2/*2', '*17/*17', '*1/*2']],
  ['CYP2C9', ['*1/*1', '*2/*3', '*3/*3']],
  ['SLCO1B1', ['*1/*1', '*1/*5', '*5/*5']],
  ['DPYD', ['score: 2.0', 'score: 1.0', 'score: 0.0']],
  ['HLA-B', ['*15:02 positive', '*57:01 positive', '*58:01 negative']],
  ['TPMT', ['*1/*1', '*1/*3A', '*3A/*3A']],
] as const;
const DRUGS = [
  'clopidogrel',
  'codeine',
  'amitriptyline',
  'fluorouracil',
  'abacavir',
  'carbamazepine',
  'simvastatin',
  'azathioprine',
  'paroxetine',
  'warfarin',
  'phenytoin',
  'tamoxifen',
];

describe('every card of every patient', () => {
  it('keeps to the limits of CDS Hooks and of our own card rules', () => {
    const genes = fc.tuple(...GENES.map(([gene, values]) => fc.tuple(fc.constant(gene), fc.option(fc.constantFrom(...values)))));
    const orders = fc.uniqueArray(fc.constantFrom(...DRUGS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        genes,
        orders,
        fc.constantFrom('order-sign', 'order-select', 'patient-view'),
        fc.option(fc.integer({ min: 5, max: 500 })),
        (results, drugs, hook, dose) => {
          const builder = patient({ ageYears: 50 });
          for (const [gene, value] of results) if (value !== null) builder.gene(gene, value, { lab: 'Lab_1 *x*' });
          for (const drug of drugs) builder.orders(drug, dose === null ? {} : { dose: { amount: dose, unit: 'mg', perDay: 1 } });
          const cards = cardsOf(builder.facts(), { hook });
          expect(cards.length).toBeLessThanOrEqual(3);
          expect(cards.filter(({ indicator }) => indicator === 'critical').length).toBeLessThanOrEqual(hook === 'patient-view' ? 0 : 1);
          for (const card of cards) checkCard(card);
          const orderCards = cards.map(({ order }) => order).filter((order) => order !== undefined);
          expect(new Set(orderCards).size).toBe(orderCards.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function checkCard(card: CardDraft): void {
  expect([...card.summary].length, card.summary).toBeLessThan(140);
  expect(card.summary).not.toMatch(/!|\n|^\s|\*\d+\/\*/);
  expect(card.detail.split(/\s+/).length, card.detail).toBeLessThanOrEqual(120);
  expect(card.detail).not.toMatch(/<[a-z]/i);
  expect(card.topic.code).toMatch(/^[A-Za-z0-9]{1,100}$/);
  expect(card.source.url).toMatch(/^https:\/\//);
  expect(card.suggestions.filter(({ recommended }) => recommended).length).toBeLessThanOrEqual(1);
  for (const suggestion of card.suggestions) {
    expect(suggestion.label).toMatch(/^(Replace|Change|Order) /);
    for (const action of suggestion.actions) {
      if (action.type === 'delete') expect(action.resourceId).toBe(card.order);
      else expect(action.resource['subject']).toEqual({ reference: 'Patient/synthetic-1' });
    }
  }
}
