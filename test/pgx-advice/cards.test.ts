/** What a card says: results, doubts, what is at fault. */
import { describe, expect, it } from 'vitest';
import { acs } from './card-words.ts';
import { patient } from './patient.ts';
import { cardsOf } from './report.ts';

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
    expect(card?.detail.toLowerCase()).toContain(`${taken}: already taken or ordered.`);
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

describe('a test before the first dose', () => {
  it('that nothing is on file is said once, and what would follow only of those whom it concerns', () => {
    const [card] = cardsOf(patient().orders('capecitabine').facts());
    expect(card?.detail).toContain('**Recommendation:** The label asks for this test before the first dose of capecitabine.');
    expect(card?.detail).toContain('Why: with low DPYD activity, fluorouracil is inactivated too slowly;');
    expect(card?.detail.match(/on file|in the chart/g)).toHaveLength(1);
  });
  it('of two tests each names its gene', () => {
    const [card] = cardsOf(patient().orders('azathioprine').facts());
    expect(card?.detail).toMatch(
      /\*\*Recommendation:\*\* (TPMT|NUDT15): the label recommends this test .* (NUDT15|TPMT): the label recommends/,
    );
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
    expect(card?.summary).toBe('TPMT result not exact: lower azathioprine dose to 30–80 % of the usual');
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
      'unreadable beside one that asks for little: a poor metabolizer of it would be told to avoid the drug',
      patient().gene('CYP2C19', '*9/*12').gene('CYP2D6', '*4/*9').orders('clomipramine'),
      'CYP2C19 result could not be interpreted: clarify before clomipramine',
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

describe('an order whose dose may have been lowered already', () => {
  it.each([
    // The label's doses are 1250 and 1000 mg/m2: neither can be what the share has left.
    [1250, 'warning: DPYD intermediate metabolizer: lower capecitabine dose to 50 % of the usual', ['Change capecitabine to 625 mg/m2']],
    [1000, 'warning: DPYD intermediate metabolizer: lower capecitabine dose to 50 % of the usual', ['Change capecitabine to 500 mg/m2']],
    // What the first click made of them is not halved by a second: whether it has been lowered is asked.
    [625, 'warning: DPYD intermediate metabolizer: check that the ordered capecitabine is reduced already to 50 % of the usual', []],
    [500, 'warning: DPYD intermediate metabolizer: check that the ordered capecitabine is reduced already to 50 % of the usual', []],
  ])('DPYD *2A carrier, capecitabine %s mg/m2', (amount, said, offered) => {
    const [card] = cardsOf(
      patient()
        .gene('DPYD', 'Reference/c.1905+1G>A (*2A)')
        .orders('capecitabine', { dose: { amount, unit: 'mg/m2', perDay: 2 } })
        .facts(),
    );
    expect(`${card?.indicator ?? ''}: ${card?.summary ?? ''}`).toBe(said);
    expect(card?.detail).toContain('no further change if reduced already');
    expect(card?.suggestions.map(({ label }) => label)).toEqual(offered);
    expect(card?.suggestions.some(({ recommended }) => recommended)).toBe(false);
  });

  it.each([
    ['CYP2D6', '*4/*4', 'paroxetine', 20],
    ['UGT1A1', '*28/*28', 'irinotecan', 300],
    ['CYP2D6', '*4/*4', 'nortriptyline', 100],
  ])('%s %s, %s: a share of a dose that nobody knows to be the usual one is no click', (gene, diplotype, drug, amount) => {
    const [card] = cardsOf(
      patient()
        .gene(gene, diplotype)
        .orders(drug, { dose: { amount, unit: 'mg', perDay: 1 } })
        .facts(),
    );
    expect(card?.detail).toMatch(/no further change if (?:reduced|raised) already/);
    expect(card?.suggestions.filter(({ label }) => label.startsWith('Change'))).toEqual([]);
  });

  it('vortioxetine, of which the usual start is known: what is ordered is held against it, and nothing is changed by one click', () => {
    const of = (amount: number) =>
      cardsOf(
        patient()
          .gene('CYP2D6', '*4/*4')
          .orders('vortioxetine', { dose: { amount, unit: 'mg', perDay: 1 } })
          .facts(),
      )[0];
    expect(of(5)).toBeUndefined();
    expect(of(10)?.detail).toMatch(/5 mg a day to start; no further change if the ordered 10 mg have been reached step by step/);
    expect(of(20)?.detail).toMatch(/at most 10 mg a day: 5 mg a day to start instead of the ordered 20 mg/);
    expect(of(20)?.suggestions).toEqual([]);
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
    expect(card?.summary).toBe('CYP2D6 poor metabolizer: start atomoxetine with 0.5 mg/kg a day, raise it slowly');
  });
});

it('a summary goes by the row, not by what the advice says besides the genes', () => {
  const irinotecan = patient().gene('UGT1A1', '*28/*28').orders('irinotecan');
  const firm = ['UGT1A1 poor metabolizer: lower irinotecan dose to 70 % of the usual'];
  expect(cardsOf(irinotecan.facts()).map(({ summary }) => summary)).toEqual(firm);
  const gilbert = cardsOf(irinotecan.condition('Gilbert syndrome').facts());
  expect(gilbert[0]?.detail).toContain('consider a lower first dose');
  expect(gilbert.map(({ summary }) => summary)).toEqual(firm);
});
