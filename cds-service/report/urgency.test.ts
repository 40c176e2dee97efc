import { describe, expect, it } from 'vitest';
import type { DrugAdvice } from './types.ts';
import { forbiddenByLabel, indicatorOf } from './urgency.ts';

const advice = (shape: Partial<DrugAdvice>): DrugAdvice => ({
  drug: { name: 'drug', rxnorm: '1' },
  genes: [{ gene: 'CYP2D6', phenotype: 'Poor Metabolizer', activityScore: '0.0' }],
  action: 'decrease-dose',
  alternatives: [],
  strength: 'strong',
  population: 'all patients',
  source: { label: 's', url: 'https://example.org/' },
  text: 't',
  ruleId: 'r',
  evidence: [],
  ...shape,
});
const conversion: NonNullable<DrugAdvice['phenoconversion']> = [
  {
    gene: 'CYP2D6',
    before: { phenotype: 'Normal Metabolizer', activityScore: '2.0' },
    after: { phenotype: 'Poor Metabolizer', activityScore: '0.0' },
    by: [{ name: 'paroxetine', reference: 'MedicationRequest/p', draft: false }],
    actionBefore: 'standard',
  },
];

describe('how loud an advice is', () => {
  it.each<[string, Partial<DrugAdvice>, ReturnType<typeof indicatorOf>]>([
    ['usual dosing is silent', { action: 'standard' }, null],
    ['a firm change warns', {}, 'warning'],
    ['of optional strength it is silent', { strength: 'optional' }, null],
    ['… unless one result alone is a firmer reason', { strength: 'optional', strengthAlone: 'strong' }, 'warning'],
    ['… or the drug is to be avoided', { action: 'avoid', strength: 'optional' }, 'info'],
    ['an order that follows the advice is silent', { orderComplies: true }, null],
    ['an ungraded change is a note', { strength: 'none' }, 'info'],
    ['… and warns where a second body asks for it', { strength: 'none', alsoAskedBy: ['DPWG'] }, 'warning'],
    ['usual start and slower titration is a note', { alsoAcceptable: ['standard'] }, 'info'],
    [
      'a least amount to start with is a note',
      { action: 'increase-dose', dose: { text: '', bound: { kind: 'least-start', words: '75 mg' } } },
      'info',
    ],
    [
      'a start that is not a least one warns',
      { action: 'increase-dose', dose: { text: '', bound: { kind: 'start', words: '75 mg' } } },
      'warning',
    ],
    ['one dose alone is a note', { dose: { text: '', oneDose: true } }, 'info'],
    [
      'avoiding a drug that is toxic at any dose is critical',
      { action: 'avoid', genes: [{ gene: 'HLA-B', phenotype: '*57:01 positive', activityScore: null }] },
      'critical',
    ],
    [
      '… moderate advice warns',
      { action: 'avoid', strength: 'moderate', genes: [{ gene: 'HLA-B', phenotype: '*57:01 positive', activityScore: null }] },
      'warning',
    ],
    ['avoiding another drug warns', { action: 'avoid' }, 'warning'],
    ['measure first, else avoid: warns', { action: 'test-first', alsoAcceptable: ['avoid'] }, 'warning'],
    ['measure first: a note', { action: 'test-first' }, 'info'],
    ['a record that bars the drug is critical', { action: 'no-recommendation', barred: true, cautions: ['x'] }, 'critical'],
    ['a caution beside silent genes is a note', { action: 'standard', cautions: ['x'] }, 'info'],
    ['a doubt where the advice is silent is a note', { action: 'standard', doubts: ['x'] }, 'info'],
    ['unreadable is a note', { action: 'no-recommendation', coverage: 'unreadable' }, 'info'],
    ['… and warns where the drug is to be avoided all the same', { action: 'avoid', coverage: 'unreadable' }, 'warning'],
    ['tolerated for months: a note', { quiet: 'tolerated' }, 'info'],
    ['tolerated, and silent from the beginning', { quiet: 'tolerated', strength: 'optional' }, null],
    ['found nothing where nobody tests: silent', { quiet: 'nothing-found', action: 'avoid' }, null],
    ['for higher doses than ordered: silent', { quiet: 'low-dose' }, null],
    ['… but not where the drug is to be avoided there', { quiet: 'low-dose', action: 'avoid' }, 'info'],
    ['results that disagree and all ask for a change warn', { coverage: 'conflict' }, 'warning'],
    ['… of optional strength they are a note', { coverage: 'conflict', strength: 'optional' }, 'info'],
    ['… and usual dosing by all of them is silent', { coverage: 'conflict', action: 'standard' }, null],
    [
      'one reading forbids a drug that is dangerous at any dose',
      {
        coverage: 'conflict',
        action: 'no-recommendation',
        alsoAcceptable: ['avoid'],
        genes: [{ gene: 'DPYD', phenotype: null, activityScore: null }],
      },
      'warning',
    ],
  ])('%s', (_, shape, expected) => {
    expect(indicatorOf(advice(shape))).toBe(expected);
  });
});

describe('forbidden by the label itself', () => {
  const byLabel: Partial<DrugAdvice> = { drug: { name: 'thioridazine', rxnorm: '10502' }, action: 'avoid', body: 'FDA', ofLabel: true };
  const methyleneBlue: Partial<DrugAdvice> = {
    drug: { name: 'methylene blue', rxnorm: '6878' },
    action: 'avoid',
    body: 'CPIC',
    genes: [{ gene: 'G6PD', phenotype: 'Deficient', activityScore: null }],
  };

  it.each<[string, Partial<DrugAdvice>, boolean]>([
    ['by the row of the label', byLabel, true],
    ['not by another body’s row', { ...byLabel, body: 'DPWG' }, false],
    [
      'not where another gene is the reason',
      { ...byLabel, genes: [{ gene: 'CYP2C19', phenotype: 'Poor Metabolizer', activityScore: null }] },
      false,
    ],
    ['not without a result', { ...byLabel, genes: [{ gene: 'CYP2D6', phenotype: null, activityScore: null }] }, false],
    ['not while results disagree', { ...byLabel, coverage: 'conflict' }, false],
    ['thioridazine with an inhibitor as well', { ...byLabel, phenoconversion: conversion }, true],
    ['methylene blue, of which CPIC speaks', methyleneBlue, true],
    [
      'another drug only by the genotype',
      {
        ...byLabel,
        drug: { name: 'siponimod', rxnorm: '2121085' },
        genes: [{ gene: 'CYP2C9', phenotype: '*3/*3', activityScore: null }],
        phenoconversion: conversion,
      },
      false,
    ],
  ])('%s', (_, shape, expected) => {
    expect(forbiddenByLabel(advice(shape))).toBe(expected);
  });
});
