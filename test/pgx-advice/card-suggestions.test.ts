/** What a card offers, which orders it is about, and the limits every card keeps to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardDraft } from '../../cds-service/cards/index.ts';
import { acs } from './card-words.ts';
import { patient } from './patient.ts';
import { cardsOf } from './report.ts';

describe('no test before a drug that is refused', () => {
  const REFUSED: readonly (readonly [gene: string, genotype: string, drug: string])[] = [
    ['HLA-A', '*31:01 positive', 'carbamazepine'],
    ['HLA-B', '*15:02 positive', 'carbamazepine'],
    ['HLA-B', '*15:02 positive', 'oxcarbazepine'],
    ['HLA-B', '*15:02 positive', 'phenytoin'],
  ];
  it.each(REFUSED)('%s%s: %s is not to be started, and nothing is to be tested before it', (gene, genotype, drug) => {
    const [card] = cardsOf(patient().gene(gene, genotype).orders(drug).facts());
    expect(card?.summary).toContain(`do not start ${drug}`);
    expect(card?.suggestions.map(({ label }) => label)).toEqual([]);
    expect(card?.detail).toContain('Holds for first use; the chart does not show whether this applies.');
  });

  it('one gene asks for less of the drug, the other is untested: the test is offered as before', () => {
    const [card] = cardsOf(patient().gene('TPMT', '*1/*3A').orders('azathioprine').facts());
    expect(card?.suggestions.map(({ label }) => label)).toContain('Order NUDT15 test before azathioprine');
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

  it('a tablet stays a tablet where a capsule has the shorter name', () => {
    const dose = { amount: 40, unit: 'mg', perDay: 1 };
    const [card] = cardsOf(patient().gene('ABCG2', 'phenotype: Poor Function').orders('rosuvastatin', { dose }).facts());
    expect(card?.suggestions[0]?.label).toMatch(/to 20 mg \(.*Oral Tablet\)/);
  });

  it('two orders of one drug: one click removes both and orders the replacement once', () => {
    const facts = acs().gene('CYP2C19', '*2/*2').orders('clopidogrel').orders('clopidogrel').facts();
    const [card, ...more] = cardsOf(facts);
    expect(more).toEqual([]);
    expect(card?.suggestions[0]?.actions.map(({ type }) => type)).toEqual(['delete', 'create', 'delete']);
  });

  it('two orders of one drug with two doses: both are changed', () => {
    const doses = [1250, 1000].map((amount) => ({ dose: { amount, unit: 'mg/m2', perDay: 2 } }));
    const [card, ...more] = cardsOf(
      patient().gene('DPYD', 'score: 1.0').orders('capecitabine', doses[0]).orders('capecitabine', doses[1]).facts(),
    );
    expect(more).toEqual([]);
    expect(card?.suggestions.map(({ label }) => label)).toEqual(['Change capecitabine to 625 mg/m2; change capecitabine to 500 mg/m2']);
    expect(card?.suggestions[0]?.actions.map(({ type }) => type)).toEqual(['update', 'update']);
  });

  it('of several options another than the first is never the recommended click', () => {
    const [card] = cardsOf(patient({ ageYears: 50 }).gene('CYP2C19', '*17/*17').orders('voriconazole').facts());
    expect(card?.summary).toContain('consider isavuconazole');
    expect(card?.suggestions.map(({ label, recommended }) => [label, recommended])).toEqual([
      ['Replace voriconazole by posaconazole', false],
    ]);
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
          // Beyond three only what warns of an order of its own, and one card for what was not checked or is to be tested first.
          const further = cards.slice(3);
          for (const card of further.filter(({ indicator }) => indicator !== 'info')) expect(card.order).toEqual(expect.any(String));
          const notes = further.filter(({ indicator }) => indicator === 'info');
          expect(notes.length).toBeLessThanOrEqual(1);
          for (const note of notes) expect(note.summary).toMatch(/not checked|could not be|disagree|test before|clarify|settle/);
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
