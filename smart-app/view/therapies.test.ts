import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { resolveTarget } from './target.ts';
import { approvedHere, effectOrder, oppositesOf, therapyGroups } from './therapy-groups.ts';
import { findingNames, isElsewhere, therapyRows } from './tumour.ts';

const { report } = readReport(fullReport);

describe('among therapies of one tier', () => {
  it('drugs with a name of their own stand before classes and compounds without one; what is approved stays where the service put it', () => {
    const row = (name: string, more: object = {}) => ({
      therapy: [{ name }],
      effect: 'resistance',
      tier: 'I-B',
      level: 'B',
      tumourMatch: 'ancestor',
      ...more,
    });
    const therapies = [
      row('tyrosine kinase inhibitor'),
      row('panitumumab', { therapy: [{ name: 'panitumumab', rxnorm: '263034' }] }),
      row('new drug', { approved: true }),
      row('weaker', { tier: 'II-D', level: 'D', therapy: [{ name: 'weaker', rxnorm: '1' }] }),
    ];
    expect(therapyRows(readReport({ oncology: { therapies } }).report).map(({ title }) => title)).toEqual([
      'panitumumab',
      'new drug',
      'tyrosine kinase inhibitor',
      'weaker',
    ]);
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

describe("what is approved, on the first page of the board's report", () => {
  const named = (name: string, more: object = {}) => ({
    therapy: [{ name }],
    effect: 'sensitivity',
    tier: 'I-A',
    level: 'A',
    tumourMatch: 'same',
    approved: true,
    ...more,
  });
  it('leaves out what anything on file speaks against, what is known from elsewhere, and what is not approved', () => {
    const therapies = [
      named('stands'),
      named('setting open', { setting: 'first line', settingStanding: 'unknown' }),
      named('resisted', { resisted: 'EGFR T790M' }),
      named('wrong setting', { setting: 'first line', settingStanding: 'against' }),
      named('elsewhere', { tumourMatch: 'other' }),
      named('not approved', { approved: false }),
      named('two sides'),
      named('two sides', { effect: 'resistance', approved: false }),
    ];
    expect(approvedHere(readReport({ oncology: { therapies } }).report).map(({ title }) => title)).toEqual(['stands', 'setting open']);
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
    expect(shapeOf(groups)).toEqual([['osimertinib', 2]]);
    expect(groups[0]?.matches.map(({ variants }) => variants)).toEqual([['E746_A750del'], ['T790M']]);
  });
  it('erlotinib or gefitinib is gefitinib or erlotinib; a sequence keeps its order', () => {
    const either = { interaction: 'substitutes' };
    const after = { interaction: 'sequential' };
    expect(shapeOf(groupsOf(made(['Erlotinib', 'Gefitinib'], either), made(['Gefitinib', 'Erlotinib'], either)))).toEqual([
      ['erlotinib / gefitinib', 2],
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
      ['osimertinib + pemetrexed', 1],
      ['osimertinib', 1],
      ['afatinib', 1],
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

describe('one drug, two directions', () => {
  const row = (names: string[], effect: string, more: object = {}) => ({
    therapy: names.map((name) => ({ name })),
    effect,
    tier: 'I-A',
    level: 'A',
    tumourMatch: 'same',
    ...more,
  });
  const opposites = (...therapies: object[]) => {
    const groups = therapyGroups(readReport({ oncology: { therapies } }).report);
    return groups.map((group) => [`${group.title} ${group.group}`, oppositesOf(groups).get(group.key)?.title ?? null]);
  };
  it('trastuzumab approved for HER2 and resisted by PIK3CA: each row names the other', () => {
    expect(opposites(row(['Trastuzumab'], 'sensitivity'), row(['Trastuzumab'], 'resistance', { tier: 'I-B' }))).toEqual([
      ['trastuzumab sensitivity', 'trastuzumab'],
      ['trastuzumab resistance', 'trastuzumab'],
    ]);
  });
  it('"gefitinib or erlotinib" speaks of erlotinib; a combination speaks of itself only; nor does another tumour type', () => {
    expect(
      opposites(
        row(['Gefitinib', 'Erlotinib'], 'resistance', { interaction: 'substitutes' }),
        row(['Erlotinib'], 'sensitivity'),
        row(['Bevacizumab', 'Erlotinib'], 'sensitivity', { interaction: 'combination', tier: 'I-B' }),
        row(['Gefitinib'], 'sensitivity', { tumourMatch: 'other' }),
      ),
    ).toEqual([
      ['gefitinib / erlotinib resistance', 'erlotinib'],
      ['erlotinib sensitivity', 'gefitinib / erlotinib'],
      ['bevacizumab + erlotinib sensitivity', null],
      ['gefitinib sensitivity', null],
    ]);
  });
});
