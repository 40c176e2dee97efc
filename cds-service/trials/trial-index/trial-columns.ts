/**
 * The plain data of an index and how it is made: every requirement once, however many trials ask it. Trials may come in any order, one by one or as
 * columns that another thread or an earlier import has made; they leave in the order of their ids.
 */
import type { CompiledTrial, Criterion, TrialSite, TrialStatus } from '../../knowledge/trials/types.ts';
import { inOrder, named, pickLists } from './row-lists.ts';
import { moveProgram, programAt, renumber, writeProgram, type Leaf } from './question-program.ts';

/** What ranking and filters need of one trial. */
export interface TrialRow {
  readonly nctId: string;
  readonly title: string;
  readonly phase: string;
  readonly status: TrialStatus;
  readonly registry: string;
  readonly conditions: readonly string[];
  readonly interventions: readonly string[];
  /** Watches only: nothing is given or done in it. Absent = it treats, or the record does not say. */
  readonly observes?: true;
  /** What it is for, as the record says it. */
  readonly purpose?: string;
}
/** Where sites are; each place once. */
export type TrialPlace = Pick<TrialSite, 'city' | 'state' | 'postalCode' | 'country' | 'latitude' | 'longitude' | 'status'>;

/** Can be written to a file and read again. */
export interface IndexColumns {
  readonly rows: readonly TrialRow[];
  /** Day of the registry content of trial n as a number, 20260105; 0 = the record does not say. */
  readonly days: Uint32Array;
  /** Questions to the patient. */
  readonly leaves: readonly Leaf[];
  readonly places: readonly TrialPlace[];
  /** Requirement n: the program that begins at `programs[programStarts[n]]`. */
  readonly programs: Int32Array;
  readonly programStarts: Uint32Array;
  /** Criteria of trial n: `codes[starts[n]] … codes[starts[n + 1] - 1]`, see `criterionCode`. */
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
  /** Sites of trial n in the same way: places of the sites that are not closed. */
  readonly siteStarts: Uint32Array;
  readonly sites: Uint32Array;
}
/** `origins[n]`: the how manieth trial that was added stands in place n. */
export interface BuiltColumns extends IndexColumns {
  readonly origins: Uint32Array;
}

/** A criterion as one number: its requirement and three bits. */
export const [HARD, EXCLUSION, SOME] = [1, 2, 4] as const;
const BITS = 8;
export const criterionCode = (requirement: number, { kind, hard, some }: Omit<Criterion, 'span' | 'requirement'>): number =>
  requirement * BITS + (some === undefined ? 0 : SOME) + (kind === 'exclusion' ? EXCLUSION : 0) + (hard ? HARD : 0);
export const requirementOf = (code: number): number => code >>> 3;

export interface ColumnBuilder {
  add(trial: CompiledTrial): void;
  /** Adds single trials of other columns. */
  from(part: IndexColumns): (row: number) => void;
  /** Trials in ascending order of ids; of several with the same id the last that was added. */
  finish(): BuiltColumns;
}

export function buildColumns(): ColumnBuilder {
  const rows: TrialRow[] = [];
  const days: number[] = [];
  const leaves = table<Leaf>();
  const places = table<TrialPlace>();
  const programs: number[] = [];
  const programStarts: number[] = [];
  const known = new Map<string, number>();
  const starts = [0];
  const codes: number[] = [];
  const siteStarts = [0];
  const sites: number[] = [];
  /** @param numbers a program as it stands in place 0 */
  const requirement = (numbers: number[]): number => {
    const key = numbers.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = programStarts.push(programs.length) - 1;
    moveProgram(numbers, programs.length);
    for (const number of numbers) programs.push(number);
    known.set(key, at);
    return at;
  };
  return {
    add({ record, criteria }) {
      const { nctId, title, phase, status, registry, conditions, interventions, purpose } = record;
      const observes = /^observational/i.test(record.studyType ?? '');
      const aim = { ...(observes ? { observes } : {}), ...(purpose === undefined ? {} : { purpose }) };
      rows.push({ nctId, title, phase, status, registry, conditions, interventions, ...aim });
      days.push(dayNumber(record.date));
      for (const { requirement: asked, ...parts } of criteria)
        codes.push(criterionCode(requirement(writeProgram(asked, 0, leaves.numberOf)), parts));
      for (const at of new Set(record.sites.map((site) => places.numberOf(placeOf(site))))) sites.push(at);
      starts.push(codes.length);
      siteStarts.push(sites.length);
    },
    from(part) {
      const leafHere = once((at) => leaves.numberOf(part.leaves[at] as Leaf));
      const placeHere = once((at) => places.numberOf(part.places[at] as TrialPlace));
      const asked = once((at) => requirement(renumber(programAt(part.programs, part.programStarts[at] ?? 0), leafHere)));
      return (row) => {
        rows.push(part.rows[row] as TrialRow);
        days.push(part.days[row] ?? 0);
        for (let n = part.starts[row] ?? 0; n < (part.starts[row + 1] ?? 0); n += 1) {
          const code = part.codes[n] ?? 0;
          codes.push(asked(requirementOf(code)) * BITS + (code % BITS));
        }
        for (let n = part.siteStarts[row] ?? 0; n < (part.siteStarts[row + 1] ?? 0); n += 1) sites.push(placeHere(part.sites[n] ?? 0));
        starts.push(codes.length);
        siteStarts.push(sites.length);
      };
    },
    finish() {
      const origins = inOrder(rows.map(({ nctId }) => nctId));
      return {
        origins,
        rows: Array.from(origins, (at) => rows[at] as TrialRow),
        days: Uint32Array.from(origins, (at) => days[at] ?? 0),
        leaves: leaves.all,
        places: places.all,
        programs: Int32Array.from(programs),
        programStarts: Uint32Array.from(programStarts),
        ...named(
          'starts',
          'codes',
          pickLists(
            [{ starts, values: codes, add: 0 }],
            origins.map(() => 0),
            origins,
          ),
        ),
        ...named(
          'siteStarts',
          'sites',
          pickLists(
            [{ starts: siteStarts, values: sites, add: 0 }],
            origins.map(() => 0),
            origins,
          ),
        ),
      };
    },
  };
}

function placeOf({ city, state, postalCode, country, latitude, longitude, status }: TrialSite): TrialPlace {
  return {
    ...(city === undefined ? {} : { city }),
    ...(state === undefined ? {} : { state }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(country === undefined ? {} : { country }),
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
    ...(status === undefined ? {} : { status }),
  };
}

/** `2026-01-05…` as 20260105. */
function dayNumber(date: string): number {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return day === null ? 0 : Number(`${day[1]}${day[2]}${day[3]}`);
}

/** Things of which equal ones count once. */
function table<Item>(): { readonly all: Item[]; numberOf(item: Item): number } {
  const all: Item[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf(item) {
      const key = JSON.stringify(item);
      let number = numbers.get(key);
      if (number === undefined) {
        number = all.push(item) - 1;
        numbers.set(key, number);
      }
      return number;
    },
  };
}

function once(make: (at: number) => number): (at: number) => number {
  const made: number[] = [];
  return (at) => (made[at] ??= make(at));
}
