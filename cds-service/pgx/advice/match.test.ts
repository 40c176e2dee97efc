import { describe, expect, it } from 'vitest';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { GeneView } from './gene-view.ts';
import { matchRows } from './match.ts';
import { rowGroups } from './row-group.ts';

type Shape = Partial<Pick<Recommendation, 'action' | 'strength' | 'dose'>>;

const row = (id: string, values: Readonly<Record<string, string>>, shape: Shape = {}): Recommendation => ({
  id,
  body: 'CPIC',
  drug: 'drug',
  rxnorm: '1',
  when: Object.entries(values).map(([gene, value]) => ({ gene, key: 'phenotype', value })),
  population: 'general',
  strength: 'strong',
  action: 'standard',
  alsoAcceptable: [],
  alternatives: [],
  tags: [],
  guideline: 'g',
  asOf: '2026',
  ...shape,
});
const view = (gene: string, state: GeneView['state'], keys: readonly string[], phenotype: string | null = keys[0] ?? null): GeneView => ({
  gene,
  state,
  keys: new Set(keys),
  phenotype,
  activityScore: null,
  evidence: [],
});
const match = (rows: readonly Recommendation[], views: readonly GeneView[]) => {
  const [group] = rowGroups(rows);
  if (group === undefined) throw new Error('no rows');
  return matchRows(group, new Map(views.map((one) => [one.gene, one])), {});
};
const share = (factor: number): Shape => ({ action: 'decrease-dose', dose: { factor, appliesTo: 'starting-dose' } });

describe('the row that fits', () => {
  const rows = [row('both', { A: 'Poor', B: 'Poor' }, { action: 'avoid' }), row('half', { A: 'Poor', B: 'Normal' }, share(0.5))];

  it('is the one for every gene of the patient', () => {
    expect(match(rows, [view('A', 'called', ['Poor']), view('B', 'called', ['Normal'])])).toMatchObject({
      kind: 'row',
      row: { id: 'half' },
      missing: [],
    });
  });

  it('is none where results disagree, where none is on file, and where the guideline has no such entry', () => {
    expect(match(rows, [view('A', 'conflict', []), view('B', 'called', ['Poor'])])).toEqual({ kind: 'conflict', genes: ['A'] });
    expect(match(rows, [])).toEqual({ kind: 'not-tested', genes: ['A', 'B'] });
    expect(match(rows, [view('A', 'called', ['Rapid']), view('B', 'called', ['Poor'])])).toEqual({ kind: 'no-row', genes: ['A'] });
  });

  it('an undecided result is never the normal one', () => {
    expect(match([row('a', { A: 'Normal' })], [view('A', 'indeterminate', [], 'Indeterminate')])).toEqual({
      kind: 'unreadable',
      genes: ['A'],
    });
  });
});

describe('a gene without a result', () => {
  const known = [view('A', 'called', ['Poor'])];

  it('where every row asks for less the mildest is the floor, and the others are told', () => {
    const rows = [row('avoid', { A: 'Poor', B: 'Poor' }, { action: 'avoid' }), row('half', { A: 'Poor', B: 'Normal' }, share(0.5))];
    expect(match(rows, known)).toMatchObject({
      kind: 'row',
      row: { id: 'half' },
      missing: ['B'],
      atLeast: true,
      spread: [{ id: 'avoid' }],
    });
  });

  it('of two shares the larger one is the floor', () => {
    const rows = [
      row('quarter', { A: 'Poor', B: 'Poor' }, share(0.25)),
      row('half', { A: 'Poor', B: 'Normal' }, { ...share(0.5), action: 'alternative' }),
    ];
    const same = [
      row('quarter', { A: 'Poor', B: 'Poor' }, share(0.25)),
      row('half', { A: 'Poor', B: 'Normal' }, share(0.5)),
      row('else', { A: 'Poor', B: 'Rapid' }, { action: 'avoid' }),
    ];
    expect(match(rows, known)).toMatchObject({ row: { id: 'quarter' } });
    expect(match(same, known)).toMatchObject({ row: { id: 'half' }, atLeast: true });
  });

  it.each([
    ['one of them leaves the usual dose', 'standard'],
    ['one of them asks for more', 'increase-dose'],
  ] as const)('nothing is chosen where %s', (_, action) => {
    const rows = [row('half', { A: 'Poor', B: 'Poor' }, share(0.5)), row('other', { A: 'Poor', B: 'Normal' }, { action })];
    expect(match(rows, known)).toMatchObject({ kind: 'depends', on: ['B'] });
  });
});

describe('a phenotype that stands for several scores', () => {
  const rows = (one: Shape, other: Shape): Recommendation[] => [row('1', { A: '1.0' }, one), row('1.5', { A: '1.5' }, other)];
  const open = [view('A', 'called', ['1.0', '1.5'], 'Intermediate Metabolizer')];

  it('the act that departs furthest leads', () => {
    expect(match(rows(share(0.5), { action: 'avoid' }), open)).toMatchObject({ row: { id: '1.5' }, spread: [{ id: '1' }] });
  });

  it('of one act the smaller share leads', () => {
    expect(match(rows(share(0.5), share(0.25)), open)).toMatchObject({ row: { id: '1.5' }, spread: [{ id: '1' }] });
    expect(match(rows(share(0.25), share(0.5)), open)).toMatchObject({ row: { id: '1' }, spread: [{ id: '1.5' }] });
  });

  it('one of optional strength, which nobody hears, does not hide a firmer one', () => {
    expect(match(rows({ action: 'avoid', strength: 'optional' }, share(0.5)), open)).toMatchObject({ row: { id: '1.5' } });
  });
});
