import { describe, expect, it } from 'vitest';
import { order, patient, tumour } from '../../test/oncology/facts.ts';
import { reportOf } from '../../test/oncology/report.ts';
import type { DrugAdvice, PatientReport } from '../report/index.ts';
import { toCards } from './index.ts';

const source = { label: 'CPIC guideline for DPYD and fluoropyrimidines', url: 'https://cpicpgx.org/guidelines/' };
const advice: DrugAdvice = {
  drug: { name: 'capecitabine', rxnorm: '194000' },
  order: 'MedicationRequest/capecitabine',
  genes: [{ gene: 'DPYD', phenotype: 'Intermediate Metabolizer', activityScore: '1.0' }],
  action: 'decrease-dose',
  dose: { factor: 0.5, percent: [50, 50], text: 'half of the standard starting dose' },
  alternatives: [],
  strength: 'strong',
  population: 'all patients',
  source,
  text: 'Start with half of the standard dose.',
  ruleId: 'cpic-capecitabine-dpyd-1.0',
  evidence: [],
};
const withAdvice = (drugs: string[]): PatientReport => {
  const report = reportOf(patient({ tumours: [tumour('COADREAD')], medications: drugs.map((drug) => order(drug)) }));
  return {
    ...report,
    pgx: {
      ...report.pgx,
      drugs: [
        advice,
        { ...advice, drug: { name: 'clopidogrel', rxnorm: '32968' }, order: 'MedicationRequest/clopidogrel', ruleId: 'cpic-clopidogrel' },
      ],
    },
  };
};
const cardsOf = (report: PatientReport) =>
  toCards(report, {
    hook: 'order-sign',
    family: 'oncology',
    orders: report.orders.map(({ reference }) => reference),
    draftOrders: {},
    notChecked: [],
  });

describe('oncology order-sign with pharmacogenomic advice', () => {
  it('joins the advice on a fluoropyrimidine to the targeted-therapy cards, each once', () => {
    const cards = cardsOf(withAdvice(['capecitabine', 'cetuximab']));
    expect(cards.map(({ order: about }) => about)).toEqual(['MedicationRequest/capecitabine', 'MedicationRequest/cetuximab']);
    expect(cards[0]?.ruleIds).toEqual(['cpic-capecitabine-dpyd-1.0']);
    expect(new Set(cards.map(({ topic }) => topic.code)).size).toBe(cards.length);
  });
  it('does not repeat it for an EHR that asks the pharmacogenomic service about the same orders', () => {
    const report = withAdvice(['capecitabine', 'cetuximab']);
    const orders = report.orders.map(({ reference }) => reference);
    const context = { hook: 'order-sign', family: 'oncology', orders, draftOrders: {}, notChecked: [] } as const;
    expect(toCards(report, { ...context, pgxElsewhere: true }).map(({ order: about }) => about)).toEqual(['MedicationRequest/cetuximab']);
  });
  it('leaves advice on other drugs to the pharmacogenomic service', () => {
    expect(cardsOf(withAdvice(['clopidogrel']))).toEqual([]);
  });
});
