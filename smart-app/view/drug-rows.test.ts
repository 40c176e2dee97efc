import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { consultNote } from './consult-note.ts';
import { findDrugs } from './find-drugs.ts';
import { drugRows, findDrugRow, isOfToday } from './drug-rows.ts';
import { geneRows } from './gene-rows.ts';
import { grid } from './grid.ts';
import { whatMattersNow } from './now.ts';
import { severityOf } from './severity.ts';
import { unchecked } from './unchecked.ts';

const { report } = readReport(fullReport);
const ordered = (drug: { name: string; rxnorm: string }) => ({
  reference: drug.name,
  status: 'active',
  text: drug.name,
  systemic: true,
  ingredients: [drug],
});
const english = makeLanguage('en', { messages: en, words });

describe('of drugs that are equally urgent', () => {
  it('a dose advice of whatever strength comes before a drug whose gene was only not tested: warfarin before metoprolol', () => {
    const warfarin = { name: 'warfarin', rxnorm: '11289' };
    const metoprolol = { name: 'metoprolol', rxnorm: '6918' };
    const advice = {
      drug: warfarin,
      order: 'o',
      action: 'decrease-dose',
      strength: 'none',
      urgency: 'info',
      genes: [{ gene: 'CYP2C9' }],
    };
    const missing = { ...advice, drug: metoprolol, order: 'm', action: 'no-recommendation', urgency: 'none', coverage: 'not-tested' };
    const { report: made } = readReport({ pgx: { genes: [], drugs: [missing, advice], untested: [] } });
    expect(
      drugRows({
        ...made,
        orders: [
          { ...ordered(warfarin), reference: 'o' },
          { ...ordered(metoprolol), reference: 'm' },
        ],
      }).map(({ name }) => name),
    ).toEqual(['warfarin', 'metoprolol']);
  });

  it('the strongest recommendation leads, not the alphabet: a DPYD dose before an optional change of amitriptyline', () => {
    const line = (name: string, rxnorm: string, strength: string, action: string) => ({
      drug: { name, rxnorm },
      order: `MedicationRequest/${name}`,
      action,
      strength,
      urgency: 'warning',
      genes: [{ gene: 'G', phenotype: 'Intermediate Metabolizer' }],
    });
    const drugs = [
      line('amitriptyline', '704', 'optional', 'decrease-dose'),
      line('atorvastatin', '83367', 'moderate', 'decrease-dose'),
      line('capecitabine', '194000', 'strong', 'decrease-dose'),
      { ...line('zoledronic stop', '1', 'optional', 'avoid'), urgency: 'critical' },
    ];
    const orders = drugs.map(({ drug: { name, rxnorm } }) => ({
      reference: `MedicationRequest/${name}`,
      status: 'active',
      text: name,
      systemic: true,
      ingredients: [{ name, rxnorm }],
    }));
    const { report: made } = readReport({ orders, pgx: { genes: [], drugs, untested: [] } });
    expect(drugRows(made).map(({ name }) => name)).toEqual(['zoledronic stop', 'capecitabine', 'atorvastatin', 'amitriptyline']);
  });
});

describe('drug rows', () => {
  const rows = drugRows(report);
  it('every order has a row, also the one that is not recognised and the one that is not systemic', () => {
    expect(rows.flatMap(({ orders }) => orders.map(({ reference }) => reference)).sort()).toEqual(
      report.orders.map(({ reference }) => reference).sort(),
    );
    expect(rows.find(({ name }) => name === 'House mixture no. 7')).toMatchObject({ state: 'unknown', severity: 'note' });
    expect(rows.find(({ name }) => name === 'hydrocortisone')?.state).toBe('not-systemic');
  });
  it.each(['cpic-cyp2d6-codeine-pm', 'MedicationRequest/codeine', '2670', 'Codeine'])('a deep link to %s finds codeine', (id) => {
    expect(findDrugRow(rows, id)?.name).toBe('codeine');
  });
  it('the grid shows the phenotype before and after the current medication', () => {
    const { genes, lines } = grid(report, rows, 'converted');
    const column = genes.findIndex(({ gene }) => gene === 'CYP2D6');
    expect(lines.find(({ row }) => row.name === 'codeine')?.cells[column]).toMatchObject({
      before: 'Ultrarapid Metabolizer',
      after: 'Poor Metabolizer',
    });
    expect(lines.some(({ row }) => row.name === 'clopidogrel')).toBe(false);
  });
  it.each([
    ['no call', [{ phenotype: null, state: 'indeterminate' }], 'unreadable'],
    ['two laboratories that disagree', [{ phenotype: 'Normal Metabolizer' }, { phenotype: 'Poor Metabolizer' }], 'unreadable'],
    ['no result at all', [], 'untested'],
  ] as const)('the grid never shows an unreadable result as not tested, nor one of two as the one that holds: %s', (_, results, kind) => {
    const tpmt = readReport({
      orders: [
        {
          reference: 'MedicationRequest/a',
          status: 'active',
          text: 'azathioprine',
          ingredients: [{ name: 'azathioprine', rxnorm: '1256' }],
        },
      ],
      pgx: {
        genes: results.map((result) => ({ gene: 'TPMT', basis: 'diplotype', diplotype: '*1/*3A', state: 'called', ...result })),
        drugs: [
          {
            drug: { name: 'azathioprine', rxnorm: '1256' },
            order: 'MedicationRequest/a',
            action: 'no-recommendation',
            coverage: results.length === 0 ? 'not-tested' : 'conflict',
            genes: [{ gene: 'TPMT', phenotype: null }],
          },
        ],
        untested:
          results.length === 0 ? [{ gene: 'TPMT', drug: { name: 'azathioprine', rxnorm: '1256' }, order: 'MedicationRequest/a' }] : [],
      },
    }).report;
    expect(grid(tpmt, drugRows(tpmt), 'all').lines.map(({ cells }) => cells.map((cell) => cell.kind))).toEqual([[kind]]);
  });
  it('an enzyme measurement that is not interpreted is never called untested, and the drug is not checked', () => {
    const measured = 'plasma uracil 160 ng/mL';
    const { report: made } = readReport({
      orders: [
        {
          reference: 'MedicationRequest/a',
          status: 'draft',
          text: 'capecitabine',
          ingredients: [{ name: 'capecitabine', rxnorm: '194000' }],
        },
      ],
      pgx: {
        genes: [],
        drugs: [],
        untested: [{ gene: 'DPYD', drug: { name: 'capecitabine', rxnorm: '194000' }, order: 'MedicationRequest/a', measured }],
      },
    });
    expect(geneRows(made).map(({ state }) => state)).toEqual(['unreadable']);
    expect(drugRows(made).map(({ state, severity }) => [state, severity])).toEqual([['measured', 'note']]);
    expect(whatMattersNow(made)).toMatchObject({ drugsChecked: 0, genesKnown: 0 });
    expect(unchecked({ ...readReport({}), report: made }, []).find(({ kind }) => kind === 'unreadable-result')?.text).toContain(measured);
  });
  it('a drug that is ordered stands before one that is not, however urgent', () => {
    expect(rows.map(({ name }) => name).indexOf('abacavir')).toBeGreaterThan(rows.map(({ name }) => name).indexOf('metformin'));
  });
  it('the consult note names result, laboratory, rule, version and why an alternative is not advised, and no patient', () => {
    const row = rows.find(({ name }) => name === 'clopidogrel');
    const note = row === undefined ? '' : consultNote(row, report, english);
    for (const part of [
      'CYP2C19 *2/*2 Poor Metabolizer (3 Oct 2026, North Laboratory',
      'cpic-cyp2c19-clopidogrel-pm-acs',
      'pgx-guideline 2026-05',
      'prasugrel (History of stroke',
    ])
      expect(note).toContain(part);
    expect(note).not.toContain('synthetic-1');
  });
});

describe('what the guidelines do not say is not "checked"', () => {
  const order = {
    reference: 'MedicationRequest/a',
    status: 'active',
    text: 'atorvastatin',
    systemic: true,
    ingredients: [{ name: 'atorvastatin', rxnorm: '83367' }],
  };
  const advice = {
    drug: { name: 'atorvastatin', rxnorm: '83367' },
    order: order.reference,
    action: 'no-recommendation',
    strength: 'none',
    genes: [{ gene: 'SLCO1B1', phenotype: null }],
  };
  const made = (coverage: string | undefined) =>
    readReport({ orders: [order], pgx: { genes: [], untested: [], drugs: [{ ...advice, coverage }] } }).report;
  it.each(['not-tested', 'unreadable', 'conflict', 'not-covered', 'something new'])('%s is a note', (coverage) => {
    expect(drugRows(made(coverage)).map(({ severity }) => severity)).toEqual(['note']);
  });
  it('a gene that is not tested is a row of its own and its drug does not count as checked', () => {
    expect(geneRows(made('not-tested'))).toMatchObject([{ gene: 'SLCO1B1', state: 'not-tested', wantedFor: ['atorvastatin'] }]);
    expect(whatMattersNow(made('not-tested')).drugsChecked).toBe(0);
  });
  it.each(['unreadable', 'conflict'])(
    'a result that is there and cannot be used (%s) is said at the top, never "no change advised"',
    (coverage) => {
      expect(whatMattersNow(made(coverage)).items.map(({ row }) => row?.name)).toEqual(['atorvastatin']);
      expect(whatMattersNow(made(coverage)).drugsChecked).toBe(0);
    },
  );
  it('an order that already follows the advice is a note; a drug to avoid never is', () => {
    const follows = { strength: 'strong', coverage: null, orderComplies: true } as const;
    expect(severityOf({ action: 'decrease-dose', ...follows })).toBe('note');
    expect(severityOf({ action: 'avoid', ...follows })).toBe('stop');
  });
});

describe('a drug taken without an order here', () => {
  const drug = { name: 'clopidogrel', rxnorm: '32968' };
  const taken = { role: 'current', text: 'Clopidogrel 75 mg', ingredients: [drug], records: 1, references: ['MedicationStatement/1'] };
  const advice = {
    drug,
    genes: [{ gene: 'CYP2C19', phenotype: 'Poor Metabolizer' }],
    action: 'avoid',
    strength: 'strong',
    urgency: 'critical',
    text: 'Avoid.',
    ruleId: 'rule',
  };
  const of = (more: object) => readReport({ pgx: { genes: [], drugs: [advice], untested: [] }, ...more }).report;

  it('is one of today: what speaks against it stands in Now', () => {
    const report = of({ taken: [taken] });
    expect(drugRows(report).map((row) => [row.name, isOfToday(row), row.taken.length])).toEqual([['clopidogrel', true, 1]]);
    expect(whatMattersNow(report).items.map(({ row }) => row?.name)).toEqual(['clopidogrel']);
  });
  it('keeps the name that the chart has, whatever the rule calls it, and is found by both', () => {
    const named = { ...drug, name: 'clopidogrelum' };
    const rows = drugRows(of({ taken: [{ ...taken, ingredients: [named] }] }));
    expect(rows.map(({ name }) => name)).toEqual(['clopidogrelum']);
    for (const word of ['clopidogrelum', 'clopidogrel']) {
      expect(findDrugRow(rows, word)?.key).toBe('rx:32968');
      expect(findDrugs(rows, word)).toHaveLength(1);
    }
  });
  it('is not, when it is over or only known to matter', () => {
    expect(whatMattersNow(of({ taken: [{ ...taken, role: 'past' }] })).items).toEqual([]);
    expect(whatMattersNow(of({})).items).toEqual([]);
  });
  it('that is not recognised is said not to be checked', () => {
    const read = readReport({ taken: [{ ...taken, text: 'Herbal mixture', ingredients: [] }], orders: [], pgx: {}, complete: true });
    expect(drugRows(read.report).map(({ name, state }) => [name, state])).toEqual([['Herbal mixture', 'unknown']]);
    expect(unchecked(read, []).map(({ kind, subject }) => [kind, subject])).toContainEqual(['unknown-drug', 'Herbal mixture']);
  });
});
