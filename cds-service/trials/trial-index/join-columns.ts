/** An index that stands in several files: a large one and what later imports have added. */
import { moveProgram, renumber } from './question-program.ts';
import { inOrder, named, pickLists } from './row-lists.ts';
import { criterionCode, type IndexColumns, type TrialRow } from './trial-columns.ts';

/** Columns of several files as one. `gone`: trials of them that are not there any more. */
export interface ColumnPart {
  readonly columns: IndexColumns;
  readonly gone: ReadonlySet<number>;
}
export interface JoinedColumns extends IndexColumns {
  /** Trial n stands in this part, in this row. */
  readonly part: Uint32Array;
  readonly row: Uint32Array;
}

const PLAIN = { kind: 'inclusion', hard: false } as const;

/** Puts columns side by side, without looking for what they have in common: cheap, and right as long as the later ones are small. */
export function joinColumns(parts: readonly ColumnPart[]): JoinedColumns {
  const [ids, from, at]: [string[], number[], number[]] = [[], [], []];
  for (const [number, { columns, gone }] of parts.entries())
    for (const [row, { nctId }] of columns.rows.entries()) {
      if (gone.has(row)) continue;
      ids.push(nctId);
      from.push(number);
      at.push(row);
    }
  const order = inOrder(ids);
  const part = Uint32Array.from(order, (n) => from[n] ?? 0);
  const row = Uint32Array.from(order, (n) => at[n] ?? 0);
  const [leafAt, placeAt, numberAt, requirementAt] = [
    offsets(parts.map(({ columns }) => columns.leaves.length)),
    offsets(parts.map(({ columns }) => columns.places.length)),
    offsets(parts.map(({ columns }) => columns.programs.length)),
    offsets(parts.map(({ columns }) => columns.programStarts.length)),
  ];
  const programs = new Int32Array(numberAt.at(-1) ?? 0);
  const programStarts = new Uint32Array(requirementAt.at(-1) ?? 0);
  for (const [number, { columns }] of parts.entries()) {
    const [by, first] = [leafAt[number] ?? 0, numberAt[number] ?? 0];
    const own = programs.subarray(first, numberAt[number + 1]);
    own.set(columns.programs);
    if (number > 0)
      moveProgram(
        renumber(own, (leaf) => leaf + by),
        first,
      );
    programStarts.set(number === 0 ? columns.programStarts : columns.programStarts.map((start) => start + first), requirementAt[number]);
  }
  return {
    part,
    row,
    rows: Array.from(part, (number, n) => parts[number]?.columns.rows[row[n] ?? 0] as TrialRow),
    days: Uint32Array.from(part, (number, n) => parts[number]?.columns.days[row[n] ?? 0] ?? 0),
    leaves: parts.flatMap(({ columns }) => columns.leaves),
    places: parts.flatMap(({ columns }) => columns.places),
    programs,
    programStarts,
    ...named(
      'starts',
      'codes',
      pickLists(
        parts.map(({ columns }, number) => ({
          starts: columns.starts,
          values: columns.codes,
          add: criterionCode(requirementAt[number] ?? 0, PLAIN),
        })),
        part,
        row,
      ),
    ),
    ...named(
      'siteStarts',
      'sites',
      pickLists(
        parts.map(({ columns }, number) => ({ starts: columns.siteStarts, values: columns.sites, add: placeAt[number] ?? 0 })),
        part,
        row,
      ),
    ),
  };
}

function offsets(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push((all.at(-1) ?? 0) + length);
  return all;
}
