/**
 * Trials in a compact form: every requirement once, however many trials ask it, so that a patient is asked each question once. Texts stay outside and
 * are fetched for the trials that are shown.
 */
import type { CompiledTrial, Criterion, TrialSite, TrialStatus } from '../knowledge/trials/types.ts';
import { isOpenProgram, someLeaf, writeProgram, type Leaf } from './question-program.ts';
import { namesFindings } from './requirement-kind.ts';

/** What ranking and filters need of one trial. */
export interface TrialRow {
  readonly nctId: string;
  readonly title: string;
  readonly phase: string;
  readonly status: TrialStatus;
  readonly registry: string;
  readonly conditions: readonly string[];
  readonly interventions: readonly string[];
}
/** Where sites are; each place once. */
export type TrialPlace = Pick<TrialSite, 'city' | 'state' | 'postalCode' | 'country' | 'latitude' | 'longitude' | 'status'>;

/** The plain data of an index, as it can be written to a file and read again. Trials stand in the order of their ids. */
export interface IndexColumns {
  readonly rows: readonly TrialRow[];
  /** Questions to the patient; each once. */
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
export interface TrialIndex extends IndexColumns {
  readonly size: number;
  /** By requirement: nothing a patient has makes it certain. */
  readonly neverCertain: Uint8Array;
  /** By requirement: a gene or marker is named that can select patients. */
  readonly selective: Uint8Array;
  /** Trials by the requirement that names their tumour types; -1: trials that name none for certain. */
  readonly byGate: ReadonlyMap<number, Uint32Array>;
  get(nctId: string): CompiledTrial | undefined;
  detail(at: number): CompiledTrial;
}

export const criterionCode = (requirement: number, kind: Criterion['kind'], hard: boolean): number =>
  requirement * 4 + (kind === 'exclusion' ? 2 : 0) + (hard ? 1 : 0);

export interface ColumnBuilder {
  /** Trials come in ascending order of ids; a later one of the same id is refused. */
  add(trial: CompiledTrial): void;
  finish(): IndexColumns;
}

export function buildColumns(): ColumnBuilder {
  const rows: TrialRow[] = [];
  const leaves: Leaf[] = [];
  const leafOf = new Map<string, number>();
  const programs: number[] = [];
  const programStarts: number[] = [];
  const requirementOf = new Map<string, number>();
  const leafNumber = (leaf: Leaf): number => {
    const key = JSON.stringify(leaf);
    const known = leafOf.get(key);
    if (known !== undefined) return known;
    leafOf.set(key, leaves.push(leaf) - 1);
    return leaves.length - 1;
  };
  const places: TrialPlace[] = [];
  const placeOf = new Map<string, number>();
  const starts = [0];
  const codes: number[] = [];
  const siteStarts = [0];
  const sites: number[] = [];
  return {
    add({ record, criteria }) {
      const last = rows.at(-1);
      if (last !== undefined && last.nctId >= record.nctId) throw new Error(`trials are not in order at ${record.nctId}`);
      const { nctId, title, phase, status, registry, conditions, interventions } = record;
      rows.push({ nctId, title, phase, status, registry, conditions, interventions });
      for (const { requirement, kind, hard } of criteria) {
        const key = writeProgram(requirement, 0, leafNumber).join(' ');
        let at = requirementOf.get(key);
        if (at === undefined) {
          at = programStarts.push(programs.length) - 1;
          for (const number of writeProgram(requirement, programs.length, leafNumber)) programs.push(number);
          requirementOf.set(key, at);
        }
        codes.push(criterionCode(at, kind, hard));
      }
      starts.push(codes.length);
      const seen = new Set<number>();
      for (const { city, state, postalCode, country, latitude, longitude, status: open } of record.sites) {
        const place: TrialPlace = {
          ...(city === undefined ? {} : { city }),
          ...(state === undefined ? {} : { state }),
          ...(postalCode === undefined ? {} : { postalCode }),
          ...(country === undefined ? {} : { country }),
          ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
          ...(open === undefined ? {} : { status: open }),
        };
        const key = JSON.stringify(place);
        let at = placeOf.get(key);
        if (at === undefined) {
          at = places.push(place) - 1;
          placeOf.set(key, at);
        }
        if (!seen.has(at)) sites.push(at);
        seen.add(at);
      }
      siteStarts.push(sites.length);
    },
    finish: () => ({
      rows,
      leaves,
      places,
      programs: Int32Array.from(programs),
      programStarts: Uint32Array.from(programStarts),
      starts: Uint32Array.from(starts),
      codes: Uint32Array.from(codes),
      siteStarts: Uint32Array.from(siteStarts),
      sites: Uint32Array.from(sites),
    }),
  };
}

/** @param detail gives trial n with its texts */
export function openIndex(columns: IndexColumns, detail: (at: number) => CompiledTrial): TrialIndex {
  const { rows, leaves, programs, programStarts, starts, codes } = columns;
  const gates = new Map<number, number[]>();
  const finding = leaves.map(namesFindings);
  const open = Uint8Array.from(programStarts, (at) => (isOpenProgram(programs, at) ? 1 : 0));
  // A requirement that names tumour types can turn away every patient with another tumour at once.
  const naming = Array.from(
    programStarts,
    (at, requirement) => open[requirement] !== 1 && someLeaf(programs, at, (leaf) => leaves[leaf]?.kind === 'tumour'),
  );
  for (let at = 0; at < rows.length; at += 1) {
    let gate = -1;
    for (let n = starts[at] ?? 0; n < (starts[at + 1] ?? 0); n += 1) {
      const code = codes[n] ?? 0;
      if ((code & 3) !== 1 || naming[code >> 2] !== true) continue;
      gate = code >> 2;
      break;
    }
    const list = gates.get(gate);
    if (list === undefined) gates.set(gate, [at]);
    else list.push(at);
  }
  return {
    ...columns,
    size: rows.length,
    neverCertain: open,
    selective: Uint8Array.from(programStarts, (at) => (someLeaf(programs, at, (leaf) => finding[leaf] === true) ? 1 : 0)),
    byGate: new Map([...gates].map(([gate, list]) => [gate, Uint32Array.from(list)])),
    detail,
    get(nctId) {
      const at = placeInOrder(rows, nctId);
      return at === -1 ? undefined : detail(at);
    },
  };
}

/** Trials held in memory with their texts. Of several with the same id the last counts. */
export function indexTrials(trials: readonly CompiledTrial[]): TrialIndex {
  const byId = new Map(trials.map((trial) => [trial.record.nctId, trial]));
  const sorted = [...byId.values()].sort((a, b) => (a.record.nctId < b.record.nctId ? -1 : 1));
  const builder = buildColumns();
  for (const trial of sorted) builder.add(trial);
  return openIndex(builder.finish(), (at) => {
    const trial = sorted[at];
    if (trial === undefined) throw new Error('there is no such trial');
    return trial;
  });
}

function placeInOrder(rows: readonly TrialRow[], nctId: string): number {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = rows[middle]?.nctId ?? '';
    if (id === nctId) return middle;
    if (id < nctId) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
