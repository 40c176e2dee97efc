import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { consultNote } from './consult-note.ts';
import { cutAtWord, withWrittenDates, writeDate } from './dates.ts';
import { drugRows, findDrugRow } from './drug-rows.ts';
import { topContributions, writeAmount } from './forecast.ts';
import { geneRows, isNormalPhenotype } from './gene-rows.ts';
import { grid } from './grid.ts';
import { whatMattersNow } from './now.ts';
import { severityOf } from './severity.ts';
import { spokenDiplotype } from './text-equivalents.ts';
import { serialResults } from './serial-results.ts';
import { resolveTarget } from './target.ts';
import { effectOrder, therapyGroups } from './therapy-groups.ts';
import { findingNames, isElsewhere, otherChanges, therapyRows, variantTitle } from './tumour.ts';
import { variantEntries } from './variant-rows.ts';
import { proteinPosition, variantTracks } from './variant-tracks.ts';
import { unchecked } from './unchecked.ts';

const { report } = readReport(fullReport);
const english = makeLanguage('en', { messages: en, words });

describe('severity', () => {
  it.each([
    ['avoid', 'strong', 'stop'],
    ['avoid', 'optional', 'caution'],
    ['decrease-dose', 'moderate', 'caution'],
    ['decrease-dose', 'optional', 'note'],
    ['unrecognised', 'unrecognised', 'note'],
    ['avoid', 'unrecognised', 'stop'],
    ['standard', 'strong', 'checked'],
  ] as const)('%s, %s → %s', (action, strength, severity) => {
    expect(severityOf({ action, strength })).toBe(severity);
  });
});

describe('gene states never look alike', () => {
  it.each([
    ['CYP2C19', 'actionable', false],
    ['TPMT', 'unreadable', false],
    ['DPYD', 'not-tested', false],
    ['NUDT15', 'normal', false],
    ['SLCO1B1', 'normal', true],
  ])('%s → %s, stale: %s', (gene, state, stale) => {
    const row = geneRows(report).find((candidate) => candidate.gene === gene);
    expect([row?.state, row?.stale !== null]).toEqual([state, stale]);
  });

  it.each([
    ['Normal Metabolizer', true],
    ['*57:01 negative', true],
    ['Abnormal function', false],
    ['Indeterminate', false],
    ['Likely Poor Metabolizer', false],
    [null, false],
  ])('%s is normal: %s', (phenotype, normal) => {
    expect(isNormalPhenotype(phenotype)).toBe(normal);
  });

  it('a result in a state that the panel does not know is unreadable, not normal', () => {
    const strange = readReport({ pgx: { genes: [{ gene: 'TPMT', phenotype: 'Normal Metabolizer', state: 'new-state' }] } }).report;
    expect(geneRows(strange)[0]?.state).toBe('unreadable');
  });

  it('two results that disagree are unreadable', () => {
    const gene = { gene: 'TPMT', state: 'called', basis: 'diplotype' };
    const two = readReport({
      pgx: {
        genes: [
          { ...gene, phenotype: 'Normal Metabolizer' },
          { ...gene, phenotype: 'Poor Metabolizer' },
        ],
      },
    }).report;
    expect(geneRows(two).map(({ state }) => state)).toEqual(['unreadable']);
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

describe('a cancer drug of today', () => {
  it('comes up at once when the findings speak against it', () => {
    expect(whatMattersNow(report).items.map(({ row, fit }) => row?.name ?? fit?.drug.name)).toContain('erlotinib');
  });
});

describe('the state of the gene results in one line', () => {
  it('keeps the five states apart, and stale beside any of them', () => {
    expect(whatMattersNow(report).status.map(({ state, genes }) => [state, genes.join(', ')])).toEqual([
      ['actionable', 'CYP2C19, CYP2D6, HLA-B'],
      ['unreadable', 'TPMT'],
      ['not-tested', 'DPYD'],
      ['normal', 'NUDT15, SLCO1B1'],
      ['stale', 'SLCO1B1'],
    ]);
  });
});

describe('a cancer drug without any gene rule', () => {
  const order = {
    reference: 'MedicationRequest/e',
    status: 'draft',
    text: 'erlotinib',
    systemic: true,
    ingredients: [{ name: 'erlotinib', rxnorm: '337525' }],
  };
  const row = (verdict: string) => {
    const fit = { order: order.reference, drug: { name: 'erlotinib', rxnorm: '337525' }, verdict, because: ['T790M'], ruleId: 'r' };
    return drugRows(readReport({ orders: [order], pgx: {}, oncology: { orders: [fit, fit] } }).report)[0];
  };
  it.each([
    ['contradicted', 'caution', 'advised'],
    ['biomarker-negative', 'caution', 'advised'],
    ['biomarker-not-tested', 'note', 'advised'],
    ['biomarker-open', 'note', 'advised'],
    ['a word that is not known', 'note', 'advised'],
    ['fits', 'checked', 'advised'],
    ['not-covered', 'checked', 'checked'],
  ])('%s → %s: never "checked" against findings that speak against it', (verdict, severity, state) => {
    expect([row(verdict)?.severity, row(verdict)?.state]).toEqual([severity, state]);
  });
  it('a finding that is required and not tested stands in Now', () => {
    const fit = { order: order.reference, drug: { name: 'erlotinib' }, verdict: 'biomarker-not-tested', ruleId: 'r' };
    const now = whatMattersNow(readReport({ orders: [order], pgx: {}, oncology: { orders: [fit] } }).report);
    expect(now.items.map(({ fit: found }) => found?.verdict)).toEqual(['biomarker-not-tested']);
    expect(now.drugsChecked).toBe(0);
  });
  it('says so in the note for the chart', () => {
    const contradicted = row('contradicted');
    expect(contradicted === undefined ? '' : consultNote(contradicted, report, english)).toContain(
      'Tumour findings: Findings speak against it. T790M',
    );
  });
});

describe('a change of lesser urgency', () => {
  const order = {
    reference: 'MedicationRequest/w',
    status: 'draft',
    text: 'warfarin',
    systemic: true,
    ingredients: [{ name: 'warfarin', rxnorm: '11289' }],
  };
  const gene = { gene: 'CYP2C9', phenotype: 'Intermediate Metabolizer', diplotype: '*1/*3', state: 'called', basis: 'diplotype' };
  const now = (more: object) =>
    whatMattersNow(
      readReport({
        orders: [order],
        pgx: {
          genes: [gene],
          drugs: [
            {
              drug: { name: 'warfarin', rxnorm: '11289' },
              order: order.reference,
              action: 'decrease-dose',
              strength: 'moderate',
              genes: [gene],
              ...more,
            },
          ],
        },
      }).report,
    ).items.map(({ row }) => [row?.name, row?.severity]);
  it('stands in Now, so that nobody reads "no change advised"', () => expect(now({ urgency: 'info' })).toEqual([['warfarin', 'note']]));
  it('does not where the order follows it already', () => expect(now({ urgency: 'none', orderComplies: true })).toEqual([]));
});

describe('resistance that has appeared', () => {
  const emerging = (orders: unknown[]) =>
    whatMattersNow(readReport({ ...fullReport, orders: [], pgx: {}, oncology: { ...fullReport.oncology, orders } }).report).items;
  it('comes up by itself, also when no cancer drug is ordered', () => {
    expect(emerging([]).map(({ note }) => note?.name)).toEqual(['EGFR T790M']);
  });
  it('is not said twice where an ordered drug meets it', () => {
    expect(emerging(fullReport.oncology.orders ?? []).map(({ fit, note }) => fit?.drug.name ?? note?.name)).toEqual(['erlotinib']);
  });
});

describe('an approved therapy against which another finding speaks', () => {
  it('is read with what speaks against it, and a word that is not known is not "shown"', () => {
    const afatinib = report.therapies.find(({ therapy }) => therapy[0]?.name === 'afatinib');
    expect(afatinib).toMatchObject({ resisted: 'EGFR T790M, found on 3 Oct 2026, makes it fail.', settingStanding: 'against' });
    const strange = readReport({ oncology: { therapies: [{ therapy: [{ name: 'x' }], settingStanding: 'maybe' }] } }).report;
    expect(strange.therapies[0]?.settingStanding).toBe('unrecognised');
  });
});

describe('the order of therapies', () => {
  const made = (name: string, tumourMatch: string, more: object = {}) => ({
    therapy: [{ name }],
    effect: 'sensitivity',
    tier: 'II-D',
    level: 'D',
    tumourMatch,
    ...more,
  });
  const rows = therapyRows(
    readReport({
      oncology: {
        therapies: [
          made('elsewhere', 'other', { tier: 'I-A', level: 'A' }),
          made('spoken against', 'same', { tier: 'I-A', level: 'A', resisted: 'EGFR T790M' }),
          made('any solid', 'any-solid'),
          made('strange', 'a word not known', { tier: 'II-C', level: 'B' }),
        ],
      },
    }).report,
  );
  it('what stands in this tumour comes before what another finding speaks against, and that before other tumour types', () => {
    expect(rows.map(({ title }) => title)).toEqual(['strange', 'any solid', 'spoken against', 'elsewhere']);
    expect(rows.filter(isElsewhere).map(({ title }) => title)).toEqual(['elsewhere']);
  });
});

describe('what a therapy rests on', () => {
  it('a checkpoint inhibitor in a tumour with unstable microsatellites names the marker, not an empty place', () => {
    const evidence = (reference: string) => [{ reference }];
    const { report: msi } = readReport({
      oncology: {
        biomarkers: [
          { kind: 'MSI', value: 'MSI-H', evidence: evidence('Observation/msi') },
          { kind: 'TMB', value: 41, unit: '{mutations}/Mb', evidence: evidence('Observation/tmb') },
          { kind: 'PD-L1', method: 'CPS', value: 3, evidence: evidence('Observation/pd-l1') },
        ],
        therapies: [
          {
            therapy: [{ name: 'Pembrolizumab' }],
            effect: 'sensitivity',
            variants: [],
            evidence: [...evidence('Observation/msi'), ...evidence('Observation/tmb')],
          },
        ],
      },
    });
    expect(msi.therapies.flatMap((match) => findingNames(match, msi))).toEqual(['MSI-H', 'TMB 41 mutations/Mb']);
  });
});

describe('one row per therapy', () => {
  const made = (therapy: readonly string[], more: object = {}) => ({
    therapy: therapy.map((name) => ({ name })),
    effect: 'sensitivity',
    tier: 'I-A',
    level: 'A',
    tumourMatch: 'same',
    variants: [],
    ...more,
  });
  const groupsOf = (...therapies: readonly object[]) => therapyGroups(readReport({ oncology: { therapies } }).report);
  const shapeOf = (groups: ReturnType<typeof groupsOf>) => groups.map(({ title, matches }) => [title, matches.length]);

  it('osimertinib for the deletion and for T790M is one row with two bases, the strongest first', () => {
    const groups = groupsOf(
      made(['Osimertinib'], { variants: ['T790M'], tier: 'I-B', level: 'B' }),
      made(['Osimertinib'], { variants: ['E746_A750del'] }),
    );
    expect(shapeOf(groups)).toEqual([['Osimertinib', 2]]);
    expect(groups[0]?.matches.map(({ variants }) => variants)).toEqual([['E746_A750del'], ['T790M']]);
  });
  it('erlotinib or gefitinib is gefitinib or erlotinib; a sequence keeps its order', () => {
    const either = { interaction: 'substitutes' };
    const after = { interaction: 'sequential' };
    expect(shapeOf(groupsOf(made(['Erlotinib', 'Gefitinib'], either), made(['Gefitinib', 'Erlotinib'], either)))).toEqual([
      ['Erlotinib / Gefitinib', 2],
    ]);
    expect(groupsOf(made(['A', 'B'], after), made(['B', 'A'], after))).toHaveLength(2);
  });
  it.each([
    ['sensitivity and resistance', [{}, { effect: 'resistance' }]],
    ['this tumour type and another one', [{}, { tumourMatch: 'other' }]],
    ['what stands and what another finding speaks against', [{}, { resisted: 'EGFR T790M' }]],
    ['resistance and reduced sensitivity', [{ effect: 'resistance' }, { effect: 'reduced-sensitivity' }]],
  ] as const)('never joined: %s', (_, [a, b]) => {
    expect(groupsOf(made(['Afatinib'], a), made(['Afatinib'], b))).toHaveLength(2);
  });
  it('among equals the order of the service stays: what was compared and found better is not put behind the alphabet', () => {
    expect(
      shapeOf(groupsOf(made(['Osimertinib', 'Pemetrexed'], { interaction: 'combination' }), made(['Osimertinib']), made(['Afatinib']))),
    ).toEqual([
      ['Osimertinib + Pemetrexed', 1],
      ['Osimertinib', 1],
      ['Afatinib', 1],
    ]);
  });
  it.each([
    ['well supported resistance comes first', { tier: 'I-B', level: 'B' }, 'resistance'],
    ['a case report of resistance does not push an approved choice down', { tier: 'II-D', level: 'C' }, 'sensitivity'],
    ['nor does resistance known from another tumour type', { tumourMatch: 'other' }, 'sensitivity'],
  ] as const)('%s', (_, more, first) => {
    const groups = groupsOf(made(['Osimertinib']), made(['Crizotinib'], { effect: 'resistance', ...more }));
    expect(effectOrder(groups)[0]).toBe(first);
  });
  it('a link to any basis opens the row that holds it', () => {
    const { report: linked } = readReport({
      oncology: { therapies: [made(['Osimertinib'], { tier: 'I-B', variants: ['v1'] }), made(['Osimertinib'], { variants: ['v2'] })] },
    });
    const [group] = therapyGroups(linked);
    for (const id of ['v1', 'v2', 'osimertinib']) expect(resolveTarget(linked, { view: 'tumour', id })?.key).toBe(group?.key);
  });
});

describe('texts of the report', () => {
  it.each([
    ['appears on 2026-11-04 (2.1 %)', 'appears on 4 Nov 2026 (2.1 %)'],
    ['Found 2026-11-04.', 'Found 4 Nov 2026.'],
    ['pgx-2026-05-31 and 2026-05-31T10:00Z', 'pgx-2026-05-31 and 2026-05-31T10:00Z'],
    ['version 1.2026-05-31 of 2026-05', 'version 1.2026-05-31 of 2026-05'],
  ])('%s → %s', (text, written) => expect(withWrittenDates(text, 'en')).toBe(written));
  it('are cut after a whole word, and anywhere where there is none', () => {
    expect(cutAtWord('If an aromatase inhibitor fails', 20)).toBe('If an aromatase');
    expect(cutAtWord('x'.repeat(30), 20)).toBe('x'.repeat(20));
    expect(cutAtWord('short', 20)).toBe('short');
  });
});

describe('what was not checked', () => {
  it('names a part of the chart that failed, an unknown drug, an untested gene and a report that broke off', () => {
    const kinds = (name: string) => unchecked(syntheticReads[name] ?? readReport({}), []).map(({ kind }) => kind);
    expect(kinds('partial')).toEqual(expect.arrayContaining(['source-failed', 'source-incomplete']));
    expect(kinds('full')).toEqual(expect.arrayContaining(['unknown-drug', 'not-tested', 'unreadable-result', 'warning']));
    expect(kinds('stopped')).toContain('incomplete');
  });
});

describe('tumour', () => {
  it.each([
    ['p.Leu858Arg', 858],
    ['p.(E746_A750del)', 746],
    ['L858R', 858],
    ['MET amplification', null],
    ['exon 19 deletion', null],
  ])('%s stands at %s', (name, position) => {
    expect(proteinPosition(name)).toBe(position);
  });
  it('what was measured twice becomes a series, oldest first', () => {
    expect(serialResults(report.variants, report.biomarkers).map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual(
      [
        ['EGFR L858R', [32, 4, 21]],
        ['TMB', [4.2, 7.9]],
      ],
    );
  });
  it('a fraction in tissue and one in plasma are never joined by a line', () => {
    const [egfr] = serialResults(report.variants, []);
    expect(egfr?.lines.map(({ specimen, points }) => [specimen, points.map(({ value }) => value)])).toEqual([
      ['Tumour tissue', [32]],
      ['Plasma', [4, 21]],
    ]);
  });
  it('one change in tissue and in plasma is one entry of the table, its results apart, the newest first, the full name in the detail', () => {
    const [egfr, t790m] = variantEntries(report.variants);
    expect(egfr).toMatchObject({ gene: 'EGFR', name: 'L858R', hgvs: 'c.2573T>G p.Leu858Arg' });
    expect(egfr?.readings.map(({ date, vaf, specimen }) => [date, vaf, specimen])).toEqual([
      ['2026-10-03', 0.21, 'Plasma'],
      ['2026-03-14', 0.04, 'Plasma'],
      ['2025-12-01', 0.32, 'Tumour tissue'],
    ]);
    expect(t790m).toMatchObject({ name: 'T790M', hgvs: 'c.2369C>T p.Thr790Met', absent: false });
  });
  it('a change that is not found any more stays one entry and says so by day', () => {
    const change = { gene: 'EGFR', name: 'EGFR p.Thr790Met', kind: 'snv', origin: 'somatic' };
    const { variants } = readReport({
      oncology: {
        variants: [
          { ...change, id: 'a', present: true, vaf: 0.02, evidence: [{ reference: 'Observation/a', issued: '2026-01-01' }] },
          { ...change, id: 'b', present: false, evidence: [{ reference: 'Observation/b', issued: '2026-06-01' }] },
        ],
      },
    }).report;
    expect(variantEntries(variants).map(({ absent, readings }) => [absent, readings.map(({ present }) => present)])).toEqual([
      [false, [false, true]],
    ]);
  });
  it('of thirty changes in one gene all are drawn and the twelve with the greatest fraction are named', () => {
    const [track] = variantTracks(syntheticReads.crowded?.report.variants ?? []);
    expect(track?.marks).toHaveLength(30);
    const named = track?.marks.filter((mark) => mark.named) ?? [];
    expect(named).toHaveLength(12);
    expect(Math.min(...named.map(({ vaf }) => vaf ?? 0))).toBeGreaterThanOrEqual(
      Math.max(...(track?.marks.filter((mark) => !mark.named).map(({ vaf }) => vaf ?? 0) ?? [])),
    );
  });
  it('fusions, copy numbers and splicing stand by kind, never on the track', () => {
    expect(
      otherChanges(syntheticReads.crowded?.report.variants ?? []).map(({ kind, variants }) => [kind, variants.map(variantTitle)]),
    ).toEqual([
      ['fusion', ['EML4::ALK', 'CD74::ROS1']],
      ['copy-number', ['MET amplification', 'CDKN2A loss']],
      ['expression', ['CD274 overexpression']],
      ['other', ['MET exon 14 skipping']],
    ]);
  });
  it('a variant that was looked for and not found has no place in the track', () => {
    expect(variantTracks(report.variants).map(({ gene, marks }) => [gene, marks.length])).toEqual([['EGFR', 2]]);
  });
});

describe('in words', () => {
  it.each([
    ['*2/*17', 'star 2, star 17'],
    ['*1/*2x2', 'star 1, star 2, 2 copies'],
    ['*57:01', 'star 57 colon 01'],
  ])('%s is read as %s', (written, spoken) => {
    expect(spokenDiplotype(written)).toBe(spoken);
  });
  it.each([
    ['2026-11-21', 'en', '21 Nov 2026'],
    ['2026-11-21T23:30:00-08:00', 'en', '21 Nov 2026'],
    ['2026-02', 'es', 'feb 2026'],
    ['2026', 'en', '2026'],
    ['soon', 'en', 'soon'],
  ])('%s (%s) is written %s', (iso, code, written) => {
    expect(writeDate(iso, code)).toBe(written);
  });
  it('a probability is said as so many in 100', () => {
    expect(writeAmount(0.18, 'probability', 'en', english.t)).toBe('18 in 100');
    expect(writeAmount(24.53, 'mg/wk', 'en', english.t)).toBe('24.5 mg/wk');
  });
  it('the waterfall keeps six and sums up the rest', () => {
    const parts = topContributions(report.predictions[0]?.contributions ?? [], 6);
    expect(parts).toHaveLength(7);
    expect(parts[6]).toMatchObject({ feature: null, value: '2' });
    expect(parts[6]?.contribution).toBeCloseTo(0.3);
  });
});
