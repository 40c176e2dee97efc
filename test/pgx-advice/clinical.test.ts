import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { CLINICAL_FILE, readAdvisedDrugs, readDrugNames, readTables } from '../../cds-service/knowledge/pgx-clinical/compile.ts';
import { compileClinical } from '../../cds-service/knowledge/pgx-clinical/tables.ts';
import { interpretPgx } from '../../cds-service/pgx/index.ts';
import { knowledge } from './knowledge.ts';
import { patient } from './patient.ts';

const { clinical } = knowledge;

describe('curated clinical facts', () => {
  it('ship as compiled from their tables, strengths aside (these follow the drug table)', () => {
    const fresh = compileClinical(readTables(), readDrugNames(), readAdvisedDrugs());
    const shipped = JSON.parse(readFileSync(CLINICAL_FILE, 'utf8')) as typeof fresh;
    const withoutIds = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'rxnorm' ? undefined : inner)));
    expect(withoutIds({ ...shipped, strengths: [] })).toEqual(withoutIds({ ...fresh, strengths: [] }));
  });

  it('name a source with date and address for every row', () => {
    const rows = [
      ...clinical.perpetrators,
      ...clinical.preTests,
      ...clinical.alternatives,
      ...clinical.cautions,
      ...clinical.indications,
      ...(clinical.labels ?? []),
    ];
    for (const { source } of rows) {
      expect(source.label).not.toBe('');
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('give a score factor for CYP2D6 only: strong 0, moderate a half, weak none', () => {
    for (const { gene, strength, effect, factor } of clinical.perpetrators) {
      const expected = gene === 'CYP2D6' && effect === 'inhibitor' ? { strong: 0, moderate: 0.5, weak: undefined }[strength] : undefined;
      expect(factor, `${gene} ${strength}`).toBe(expected);
    }
  });

  it('list one strength per drug and gene', () => {
    const keys = clinical.perpetrators.map(({ drug, gene, effect }) => `${drug}|${gene}|${effect}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('ask for a test only where the guideline has the gene', () => {
    for (const { gene } of clinical.preTests) expect(Object.keys(knowledge.guideline.genes)).toContain(gene);
  });
});

const alternativesOf = (builder: ReturnType<typeof patient>, drug: string) =>
  Object.fromEntries(
    interpretPgx(builder.facts(), knowledge, { allDrugs: false })
      .drugs.filter((advice) => advice.drug.name === drug)
      .flatMap(({ alternatives }) => alternatives)
      .map(({ name, ok, why }) => [name, ok ? 'ok' : (why ?? '')]),
  );
const afterAcs = () => patient({ ageYears: 60 }).gene('CYP2C19', '*2/*2').orders('clopidogrel', { reason: 'acute coronary syndrome' });

describe('alternatives are checked against the chart', () => {
  it.each([
    ['nothing against either', afterAcs(), { prasugrel: 'ok', ticagrelor: 'ok' }],
    ['prior TIA', afterAcs().condition('Transient ischemic attack'), { prasugrel: /stroke or TIA/, ticagrelor: 'ok' }],
    ['a family history of stroke is no stroke', afterAcs().condition('Family history of stroke'), { prasugrel: 'ok', ticagrelor: 'ok' }],
    [
      'intracranial haemorrhage',
      afterAcs().condition('Intracranial hemorrhage'),
      { prasugrel: /intracranial/, ticagrelor: /intracranial/ },
    ],
    ['55 kg', afterAcs().lab('weight', 55), { prasugrel: /60 kg/, ticagrelor: 'ok' }],
    ['ketoconazole', afterAcs().takes('ketoconazole'), { prasugrel: 'ok', ticagrelor: /ketoconazole/ }],
    ['rifampin', afterAcs().takes('rifampin'), { prasugrel: 'ok', ticagrelor: /rifampin/ }],
    ['ticagrelor already taken', afterAcs().takes('ticagrelor'), { prasugrel: 'ok', ticagrelor: /already/ }],
    ['ticagrelor allergy', afterAcs().allergy('ticagrelor'), { prasugrel: 'ok', ticagrelor: /allergy/ }],
    // A thienopyridine like prasugrel; ticagrelor is none.
    ['clopidogrel allergy', afterAcs().allergy('clopidogrel'), { prasugrel: /related clopidogrel/, ticagrelor: 'ok' }],
  ] as const)('%s', (_, builder, expected) => {
    const found = alternativesOf(builder, 'clopidogrel');
    for (const [name, outcome] of Object.entries(expected)) {
      if (typeof outcome === 'string') expect(found[name]).toBe(outcome);
      else expect(found[name]).toMatch(outcome);
    }
  });

  it('age 75 and over bars prasugrel', () => {
    const builder = patient({ ageYears: 75 }).gene('CYP2C19', '*2/*2').orders('clopidogrel', { reason: 'STEMI' });
    expect(alternativesOf(builder, 'clopidogrel')).toMatchObject({ prasugrel: expect.stringContaining('75') as string, ticagrelor: 'ok' });
  });

  it('the patient’s other genes: rosuvastatin is offered with its own dose limit', () => {
    const builder = patient().gene('SLCO1B1', '*5/*5').orders('atorvastatin');
    const [advice] = interpretPgx(builder.facts(), knowledge, { allDrugs: false }).drugs;
    expect(advice?.alternatives).toEqual([
      expect.objectContaining({ name: 'rosuvastatin', ok: true, why: expect.stringContaining('lower dose') as string }),
    ]);
  });

  it('nortriptyline is not offered to a CYP2D6 poor metabolizer', () => {
    const builder = patient().gene('CYP2C19', '*17/*17').gene('CYP2D6', '*4/*4').orders('amitriptyline');
    expect(alternativesOf(builder, 'amitriptyline')['nortriptyline'] ?? 'not named').not.toBe('ok');
  });
});

describe('tests before first use', () => {
  const untested = (builder: ReturnType<typeof patient>) =>
    interpretPgx(builder.facts(), knowledge, { allDrugs: false }).untested.map(
      ({ gene, allele, drug }) => `${drug.name} ${gene}${allele ?? ''}`,
    );

  it.each([
    ['abacavir', patient().orders('abacavir'), ['abacavir HLA-B*57:01']],
    [
      'carbamazepine asks by allele, not by ancestry',
      patient().orders('carbamazepine'),
      ['carbamazepine HLA-A*31:01', 'carbamazepine HLA-B*15:02'],
    ],
    ['oxcarbazepine', patient().orders('oxcarbazepine'), ['oxcarbazepine HLA-B*15:02']],
    ['fluorouracil', patient().orders('fluorouracil'), ['fluorouracil DPYD']],
    ['mercaptopurine', patient().orders('mercaptopurine'), ['mercaptopurine NUDT15', 'mercaptopurine TPMT']],
    ['rasburicase', patient().orders('rasburicase'), ['rasburicase G6PD']],
    ['rasburicase after a G6PD activity', patient().lab('G6PD-activity', 'normal').orders('rasburicase'), []],
    ['siponimod', patient().orders('siponimod'), ['siponimod CYP2C9']],
    ['clopidogrel after ACS', patient().orders('clopidogrel', { reason: 'acute coronary syndrome' }), ['clopidogrel CYP2C19']],
    ['a result is on file', patient().gene('DPYD', 'score: 2.0').orders('fluorouracil'), []],
    ['an unreadable result is told elsewhere', patient().gene('DPYD', 'no call').orders('fluorouracil'), []],
    ['HLA-B tested for another allele', patient().gene('HLA-B', '*58:01 negative').orders('abacavir'), ['abacavir HLA-B*57:01']],
    ['already taking it', patient().takes('abacavir', { start: '2025-01-01' }).orders('abacavir'), []],
    ['taken before', patient().takes('abacavir', { role: 'past', end: '2024-01-01' }).orders('abacavir'), ['abacavir HLA-B*57:01']],
    ['an active order of last year is no first use', patient().orders('abacavir', { role: 'current', start: '2025-11-01' }), []],
    ['cream', patient().orders('fluorouracil', { systemic: false }), []],
  ] as const)('%s', (_, builder, expected) => {
    expect(untested(builder)).toEqual(expected);
  });
});

describe('phenoconversion in the gene list', () => {
  it('shows before and after side by side, with the drugs that did it', () => {
    const [gene] = interpretPgx(patient().gene('CYP2D6', '*1/*1').takes('duloxetine').facts(), knowledge, { allDrugs: false }).genes;
    expect(gene).toMatchObject({
      phenotype: 'Normal Metabolizer',
      activityScore: '2.0',
      adjusted: { phenotype: 'Intermediate Metabolizer', activityScore: '1.0' },
    });
    expect(gene?.adjusted?.because.join()).toContain('duloxetine (moderate CYP2D6 inhibitor');
  });

  it('names other enzymes’ inhibitors in words and leaves the phenotype alone', () => {
    const [gene] = interpretPgx(patient().gene('CYP2C19', '*1/*1').takes('fluconazole').facts(), knowledge, { allDrugs: false }).genes;
    expect(gene?.adjusted).toBeUndefined();
    expect(gene?.notes?.join()).toMatch(/fluconazole strongly inhibits CYP2C19/i);
  });
});

describe('all drugs', () => {
  const all = interpretPgx(patient().gene('CYP2D6', '*4/*4').facts(), knowledge, { allDrugs: true }).drugs;
  it('lists every drug with a guideline or a listed pair, each with a reason when there is no advice', () => {
    expect(new Set(all.map(({ drug }) => drug.name)).size).toBeGreaterThan(200);
    for (const { action, coverage, text } of all) if (action === 'no-recommendation' && coverage === undefined) expect(text).not.toBe('');
    expect(all.some(({ coverage }) => coverage === 'not-covered')).toBe(true);
    expect(all.some(({ coverage }) => coverage === 'not-tested')).toBe(true);
  });
  it('says "not covered" of an ordered drug whose listed gene has a result, and nothing without a result', () => {
    const told = (person: ReturnType<typeof patient>) =>
      interpretPgx(person.orders('propranolol').facts(), knowledge, { allDrugs: false }).drugs.filter(({ ruleId }) =>
        ruleId.startsWith('not-covered:'),
      );
    expect(told(patient().gene('CYP2D6', '*4/*4'))).toMatchObject([
      { coverage: 'not-covered', action: 'no-recommendation', genes: [{ gene: 'CYP2D6', phenotype: 'Poor Metabolizer' }] },
    ]);
    expect(told(patient().gene('TPMT', '*1/*1'))).toEqual([]);
    expect(told(patient())).toEqual([]);
  });
});
