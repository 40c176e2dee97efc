/** What a chart may hold besides one clean result: gaps, contradictions, statuses, other patients, inhibitors, other orders. */
import { describe, expect, it } from 'vitest';
import type { PatientReport } from '../../cds-service/report/index.ts';
import { toCards } from '../../cds-service/cards/index.ts';
import { bundle, component, gene, genotype, loinc, observation, patient, variant, words, type Resource } from '../reading/resources.ts';
import { reportOf } from './report.ts';

const order = (drug: string, more: Resource = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id: `order-${drug.replace(/\W/g, '')}`,
  status: 'draft',
  intent: 'order',
  medicationCodeableConcept: words(drug),
  subject: { reference: 'Patient/p1' },
  ...more,
});
const takes = (drug: string): Resource => ({
  resourceType: 'MedicationStatement',
  id: `takes-${drug}`,
  status: 'active',
  medicationCodeableConcept: words(drug),
  subject: { reference: 'Patient/p1' },
});
const result = (symbol: string, text: string, more: Resource = {}) =>
  observation(String(more['id'] ?? symbol.toLowerCase()), words(`${symbol} genotype`), { valueString: text, ...more });
const report = (...resources: readonly Resource[]) => reportOf(bundle(patient, ...resources));
const advice = (of: PatientReport, drug: string) => of.pgx.drugs.find((entry) => entry.drug.name === drug);
const cards = (of: PatientReport) =>
  toCards(of, { hook: 'order-sign', family: 'pgx', orders: of.orders.map(({ reference }) => reference), draftOrders: {}, notChecked: [] });

describe('several genes', () => {
  it.each([
    ['one gene missing', [result('CYP2D6', '*4/*4'), order('amitriptyline')], 'amitriptyline', 'avoid'],
    ['one gene indeterminate', [result('CYP2D6', '*4/*4'), result('CYP2C19', '*1/*12'), order('amitriptyline')], 'amitriptyline', 'avoid'],
    ['both normal', [result('CYP2D6', '*1/*1'), result('CYP2C19', '*1/*1'), order('amitriptyline')], 'amitriptyline', 'standard'],
    ['NUDT15 missing, TPMT poor', [result('TPMT', '*3A/*3A'), order('azathioprine')], 'azathioprine', 'alternative'],
    [
      'HLA-A missing, HLA-B positive',
      [observation('hla', words('HLA-B*15:02'), { valueString: 'Positive' }), order('carbamazepine')],
      'carbamazepine',
      'avoid',
    ],
  ] as const)('%s', (_, resources, drug, action) => {
    expect(advice(report(...resources), drug)).toMatchObject({ action });
  });

  it('a gene in conflict gives no advice that rests on it', () => {
    const found = report(
      result('CYP2D6', '*1/*1', { id: 'a' }),
      result('CYP2D6', '*4/*4', { id: 'b' }),
      result('CYP2C19', '*1/*1'),
      order('amitriptyline'),
    );
    expect(found.pgx.genes.find(({ gene: symbol }) => symbol === 'CYP2D6')).toMatchObject({ state: 'conflict' });
    expect(advice(found, 'amitriptyline')).toMatchObject({ action: 'no-recommendation', coverage: 'conflict' });
  });
});

describe('phenoconversion', () => {
  it.each([
    ['strong inhibitor taken', [takes('fluoxetine')], 'avoid'],
    ['strong inhibitor ordered together', [order('paroxetine')], 'avoid'],
    ['moderate inhibitor', [takes('duloxetine')], 'standard'],
    ['no inhibitor', [], 'standard'],
  ] as const)('%s: codeine in CYP2D6 *1/*1', (_, others, action) => {
    const found = advice(report(result('CYP2D6', '*1/*1'), ...others, order('codeine')), 'codeine');
    expect(found).toMatchObject({ action });
    expect(found?.phenoconversion === undefined).toBe(others.length === 0);
  });
});

describe('which results count', () => {
  const codeine = order('codeine');
  it.each([
    ['preliminary', 'not-final'],
    ['entered-in-error', 'not-final'],
    ['cancelled', 'not-final'],
  ])('%s is not used and said', (status, code) => {
    const found = report(result('CYP2D6', '*4/*4', { status }), codeine);
    expect(found.pgx.genes).toEqual([]);
    expect(advice(found, 'codeine')).toMatchObject({ action: 'no-recommendation', coverage: 'not-tested' });
    expect(found.warnings).toContainEqual(expect.objectContaining({ code, reference: 'Observation/cyp2d6' }));
  });

  it('a preliminary result is on its way: the card asks to wait for it, not for a second test', () => {
    const found = report(result('DPYD', 'Reference/Reference', { status: 'preliminary' }), order('capecitabine'));
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: 'not-final', pending: ['DPYD'] }));
    const [card] = cards(found);
    expect(card?.summary).toBe('DPYD result is not final yet: wait for it before the first dose of capecitabine');
    expect(card?.suggestions.some(({ recommended }) => recommended)).toBe(false);
  });

  it('a laboratory given by name only is named; a person is not', () => {
    const by = (display: string) => report(result('CYP2D6', '*4/*4', { performer: [{ display }] }), codeine).pgx.genes[0]?.evidence[0]?.lab;
    expect([by('North Laboratory (synthetic)'), by('Dr. A. Person (synthetic)')]).toEqual(['North Laboratory (synthetic)', undefined]);
  });

  it('a corrected result is used', () => {
    expect(advice(report(result('CYP2D6', '*4/*4', { status: 'corrected' }), codeine), 'codeine')).toMatchObject({ action: 'avoid' });
  });

  it("another patient's result is not used and said", () => {
    const found = report(result('CYP2D6', '*4/*4', { subject: { reference: 'Patient/p2' } }), codeine);
    expect(found.pgx.genes).toEqual([]);
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: 'wrong-patient' }));
  });

  it('two laboratories that agree are one result; two that disagree are a conflict', () => {
    const lab = (id: string, name: string): Resource => ({ resourceType: 'Organization', id, name });
    const both = (second: string) =>
      report(
        lab('l1', 'North Laboratory (synthetic)'),
        lab('l2', 'South Laboratory (synthetic)'),
        result('CYP2D6', '*4/*4', { id: 'a', performer: [{ reference: 'Organization/l1' }] }),
        result('CYP2D6', second, { id: 'b', performer: [{ reference: 'Organization/l2' }], issued: '2026-03-01T08:00:00Z' }),
        codeine,
      );
    expect(advice(both('*4/*4'), 'codeine')).toMatchObject({ action: 'avoid' });
    expect(advice(both('*1/*1'), 'codeine')).toMatchObject({ action: 'no-recommendation', coverage: 'conflict' });
  });

  it.each([
    ['male', 'A- 202A_376G', 'Deficient', 'avoid'],
    ['male', 'A- 202A_376G/A- 202A_376G', 'Deficient', 'avoid'],
    ['female', 'A- 202A_376G/A- 202A_376G', 'Deficient', 'avoid'],
    ['female', 'A/A- 202A_376G', 'Variable', 'test-first'],
  ])('G6PD in a %s with %s is %s', (gender, text, phenotype, action) => {
    const found = reportOf(
      bundle(
        { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-01', gender },
        genotype('g6pd', text, { component: [gene('HGNC:4057', 'G6PD')] }),
        order('rasburicase'),
      ),
    );
    expect(found.pgx.genes[0]).toMatchObject({ phenotype });
    expect(advice(found, 'rasburicase')).toMatchObject({ action });
  });

  it('one G6PD allele in a woman is half a result, never normal or deficient for certain', () => {
    const found = report(genotype('g6pd', 'A- 202A_376G', { component: [gene('HGNC:4057', 'G6PD')] }), order('rasburicase'));
    expect(found.pgx.genes[0]?.phenotype).not.toBe('Normal');
    expect(advice(found, 'rasburicase')?.action).not.toBe('standard');
  });

  it('one heterozygous DPYD variant by rsID asks for less', () => {
    const found = report(
      variant('v', [
        gene('HGNC:3012', 'DPYD'),
        component(loinc('81255-2'), {
          valueCodeableConcept: { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/projects/SNP', code: 'rs3918290' }] },
        }),
        component(loinc('53034-5'), { valueCodeableConcept: loinc('LA6706-1', 'Heterozygous') }),
      ]),
      order('capecitabine'),
    );
    expect(advice(found, 'capecitabine')).toMatchObject({ action: 'decrease-dose' });
  });
});

describe('which orders count', () => {
  const dpyd = result('DPYD', 'Reference/c.1905+1G>A (*2A)');
  it.each(['draft', 'active'])('an order with status %s is advised on', (status) => {
    expect(advice(report(dpyd, order('capecitabine', { status })), 'capecitabine')).toMatchObject({
      action: 'decrease-dose',
      order: 'MedicationRequest/order-capecitabine',
    });
  });

  it.each(['fluorouracil 5 % topical cream', 'Fluorouracil 50 MG/ML Topical Solution'])(
    '%s acts on the skin: no advice, no card',
    (text) => {
      const found = report(dpyd, order(text));
      expect(found.pgx.drugs).toEqual([]);
      expect(cards(found)).toEqual([]);
    },
  );

  it('an unknown drug is said', () => {
    const found = report(dpyd, order('Zyxolumab 10 mg'));
    expect(found.pgx.drugs).toEqual([]);
    expect(found.orders).toMatchObject([{ ingredients: [] }]);
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: 'unknown-drug' }));
  });
});

describe('not covered is said, and makes no card', () => {
  it.each([
    ['methadone', result('CYP2B6', '*6/*6')],
    ['peginterferon alfa-2a', result('IFNL3', 'rs12979860 T/T')],
    ['ribavirin', result('IFNL3', 'rs12979860 T/T')],
    ['mavacamten', result('CYP2C19', '*2/*2')],
  ])('an order of %s with a result of its gene', (drug, resource) => {
    const found = report(resource, order(drug));
    expect(advice(found, drug)).toMatchObject({
      action: 'no-recommendation',
      coverage: 'not-covered',
      order: expect.stringContaining('MedicationRequest/') as string,
    });
    expect(cards(found)).toEqual([]);
  });

  it('every pair without a recommendation stands in the overview of all drugs', () => {
    const found = reportOf(bundle(patient, result('CYP2B6', '*6/*6')), { allDrugs: true });
    expect(advice(found, 'methadone')).toMatchObject({ action: 'no-recommendation', coverage: 'not-covered' });
    expect(found.pgx.drugs.filter(({ coverage }) => coverage === 'not-covered').length).toBeGreaterThan(20);
  });

  it('an ordered drug of such a pair without any result of its genes stays silent', () => {
    expect(cards(report(order('methadone')))).toEqual([]);
  });
});
