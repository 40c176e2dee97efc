import { describe, expect, it } from 'vitest';
import { documentBundle } from '../report-document/document-bundle.ts';
import { readReport } from '../data/read-report.ts';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { drugRows } from './drug-rows.ts';
import { findDrugs } from './find-drugs.ts';
import { forPaper } from './for-paper.ts';
import { whatMattersNow } from './now.ts';
import { releasesFor } from './releases.ts';
import { unchecked } from './unchecked.ts';

const order = (name: string, rxnorm: string, text = name) => ({
  reference: `MedicationRequest/${name}`,
  status: 'active',
  text,
  systemic: true,
  ingredients: [{ name, rxnorm }],
});
const advice = (name: string, rxnorm: string, gene: string, more: object) => ({
  drug: { name, rxnorm },
  action: 'no-recommendation',
  urgency: 'none',
  genes: [{ gene, phenotype: null }],
  source: { label: 'Guideline (synthetic)' },
  ...more,
});
const tpmt = { gene: 'TPMT', phenotype: 'Intermediate Metabolizer', diplotype: '*1/*3A', state: 'called', basis: 'diplotype' };
const drugs = [
  advice('mesalazine', '52582', 'G6PD', { coverage: 'not-covered' }),
  advice('azathioprine', '1256', 'TPMT', { action: 'decrease-dose', urgency: 'warning', genes: [tpmt] }),
  advice('codeine', '2670', 'CYP2D6', { coverage: 'not-tested' }),
  advice('adalimumab', '327361', 'TNF', { coverage: 'not-covered' }),
];
const overview = readReport({
  orders: [order('mesalazine', '52582', 'Pentasa 800 mg')],
  pgx: { genes: [tpmt], drugs, untested: [] },
  complete: true,
});

describe('a drug of today beside which a gene is only listed', () => {
  it('was not checked by a rule: it is no "1 drug checked, no change advised"', () => {
    const now = whatMattersNow(overview.report);
    expect([now.drugsChecked, now.noRule, now.open]).toEqual([0, true, []]);
  });
  it('does not lend its silence to a drug that could not be checked', () => {
    const both = readReport({
      orders: [order('mesalazine', '52582'), order('codeine', '2670')],
      pgx: { genes: [tpmt], drugs, untested: [] },
    });
    const now = whatMattersNow(both.report);
    expect([now.drugsChecked, now.noRule, now.open]).toEqual([0, false, ['codeine']]);
  });
});

describe('a drug is found', () => {
  const found = (text: string) => findDrugs(drugRows(overview.report), text).map(({ name }) => name);
  it.each([
    ['AZA', ['azathioprine']],
    ['pentasa', ['mesalazine']],
    ['cyp2d6', ['codeine']],
    ['codeiné', ['codeine']],
    ['aza tpmt', ['azathioprine']],
    ['aza cyp2d6', []],
    ['(', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));
  it('nothing written leaves the list whole', () => expect(found('  ')).toHaveLength(4));
});

describe('paper', () => {
  it('has the drugs of today and those of which a result says something, and counts the others', () => {
    const { report, leftOff } = forPaper(overview.report);
    expect(report.drugs.map(({ drug }) => drug.name)).toEqual(['mesalazine', 'azathioprine']);
    expect(leftOff).toBe(2);
  });
  it('the FHIR document leaves them off too, and says how many', () => {
    const language = makeLanguage('en', { messages: en, words });
    const bundle = documentBundle({
      read: overview,
      patient: { id: 'synthetic-1', banner: true },
      gaps: [],
      language,
      at: '2026-11-21T10:00:00Z',
      newId: () => 'x',
    }) as { entry: { resource: { resourceType: string; section?: { text: { div: string } }[] } }[] };
    const text = bundle.entry.flatMap(({ resource }) => resource.section ?? []).map((section) => section.text.div)[0];
    expect(text).toContain('azathioprine');
    expect(text).not.toContain('adalimumab');
    expect(text).toContain('2 further drugs that nobody ordered are not listed');
  });
});

it('a rule whose source names no release rests on the releases that advice is made from, not on those of tumours', () => {
  const of = (id: string) => ({ id, version: '1', date: '2026-01-01', licence: '' });
  const all = ['pgx-guideline', 'pgx-clinical', 'civic-oncology', 'hgnc-genes'].map(of);
  const ids = (rule: string, label: string) => releasesFor(rule, label, all).map(({ id }) => id);
  expect(ids('not-covered:mesalazine', 'CPIC gene-drug pairs')).toEqual(['pgx-guideline', 'pgx-clinical']);
  expect(ids('cpic:clopidogrel', 'CPIC guideline: Clopidogrel')).toEqual(['pgx-guideline']);
  expect(releasesFor('x', 'y', [of('other')]).map(({ id }) => id)).toEqual(['other']);
});

it('results that disagree stand once among what was not checked, with the result that the warning names', () => {
  const message = 'Results for TPMT disagree: one against another.';
  const gene = { gene: 'TPMT', phenotype: null, diplotype: null, state: 'conflict', basis: 'diplotype', notes: [message] };
  const warnings = [
    { code: 'conflict', message, reference: 'Observation/a' },
    { code: 'stale', message: 'A result is old.', reference: 'Observation/b' },
  ];
  const gaps = unchecked(readReport({ pgx: { genes: [gene], drugs: [], untested: [] }, warnings, complete: true }), []);
  expect(gaps.filter(({ text }) => text === message)).toEqual([
    { kind: 'unreadable-result', subject: 'TPMT', text: message, reference: 'Observation/a' },
  ]);
  expect(gaps.filter(({ kind }) => kind === 'warning').map(({ subject }) => subject)).toEqual(['stale']);
});
