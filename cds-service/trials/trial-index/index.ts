/**
 * Trials in a compact form: every requirement once, however many trials ask it, so that a patient is asked each question once. Texts stay outside and
 * are fetched for the trials that are shown.
 */
import type { CompiledTrial } from '../../knowledge/trials/types.ts';
import { isOpenProgram, someLeaf } from './question-program.ts';
import { namesFindings, namesStrongFindings } from '../requirement-kind.ts';
import { buildColumns, EXCLUSION, HARD, requirementOf, SOME, type IndexColumns, type TrialRow } from './trial-columns.ts';

export interface TrialIndex extends IndexColumns {
  readonly size: number;
  /** By requirement: nothing a patient has makes it certain. */
  readonly neverCertain: Uint8Array;
  /** By requirement: `NAMES` where a gene or marker is named that can select patients, `ASKS` too where one other than PD-L1 is asked for. */
  readonly selective: Uint8Array;
  /** Criteria as `starts` and `codes` have them, without those that are open for every patient and select none; how many of them are hard. */
  readonly asking: { readonly starts: Uint32Array; readonly codes: Uint32Array; readonly openHard: Uint16Array };
  /** Trials by the requirement that names their tumour types; -1: trials that name none for certain. */
  readonly byGate: ReadonlyMap<number, Uint32Array>;
  /** Of those that name none for certain: inclusions that speak of tumour types all the same, by trial. */
  readonly spokenOf: ReadonlyMap<number, readonly number[]>;
  get(nctId: string): CompiledTrial | undefined;
  detail(at: number): CompiledTrial;
}

/** Bits of `selective`. */
export const [NAMES, ASKS] = [1, 2] as const;

/** @param detail gives trial n with its texts */
export function openIndex(columns: IndexColumns, detail: (at: number) => CompiledTrial): TrialIndex {
  const { rows, leaves, programs, programStarts, starts, codes } = columns;
  const gates = new Map<number, number[]>();
  const spokenOf = new Map<number, number[]>();
  const [finding, strong] = [leaves.map(namesFindings), leaves.map(namesStrongFindings)];
  const open = Uint8Array.from(programStarts, (at) => (isOpenProgram(programs, at) ? 1 : 0));
  // A requirement that names tumour types can turn away every patient with another tumour at once.
  const speaking = Array.from(programStarts, (at) => someLeaf(programs, at, (leaf) => leaves[leaf]?.kind === 'tumour'));
  const naming = speaking.map((speaks, requirement) => speaks && open[requirement] !== 1);
  for (let at = 0; at < rows.length; at += 1) {
    let gate = -1;
    for (let n = starts[at] ?? 0; n < (starts[at + 1] ?? 0); n += 1) {
      const code = codes[n] ?? 0;
      if ((code & (HARD | EXCLUSION | SOME)) !== HARD || naming[requirementOf(code)] !== true) continue;
      gate = requirementOf(code);
      break;
    }
    if (gate === -1) {
      const spoken = Array.from(codes.subarray(starts[at] ?? 0, starts[at + 1] ?? 0))
        .filter((code) => (code & EXCLUSION) === 0 && speaking[requirementOf(code)] === true)
        .map(requirementOf);
      if (spoken.length > 0) spokenOf.set(at, spoken);
    }
    const list = gates.get(gate);
    if (list === undefined) gates.set(gate, [at]);
    else list.push(at);
  }
  const selective = Uint8Array.from(
    programStarts,
    (at) =>
      (someLeaf(programs, at, (leaf) => finding[leaf] === true, 'either') ? NAMES : 0) |
      (someLeaf(programs, at, (leaf) => strong[leaf] === true) ? ASKS : 0),
  );
  return {
    ...columns,
    size: rows.length,
    neverCertain: open,
    selective,
    asking: askingOf(columns, (code) => (code & SOME) !== 0 || open[requirementOf(code)] !== 1 || selective[requirementOf(code)] !== 0),
    spokenOf,
    byGate: new Map([...gates].map(([gate, list]) => [gate, Uint32Array.from(list)])),
    detail,
    get(nctId) {
      const at = placeInOrder(rows, nctId);
      return at === -1 ? undefined : detail(at);
    },
  };
}

/** Most criteria of most trials are text that no patient settles: judging a hundred thousand trials passes them by. */
function askingOf({ rows, starts, codes }: IndexColumns, kept: (code: number) => boolean): TrialIndex['asking'] {
  const asking = { starts: new Uint32Array(rows.length + 1), codes: codes.filter(kept), openHard: new Uint16Array(rows.length) };
  let place = 0;
  for (let at = 0; at < rows.length; at += 1) {
    let openHard = 0;
    for (let n = starts[at] ?? 0; n < (starts[at + 1] ?? 0); n += 1) {
      const code = codes[n] ?? 0;
      if (kept(code)) place += 1;
      else if ((code & HARD) !== 0) openHard += 1;
    }
    asking.openHard[at] = Math.min(openHard, 65_535);
    asking.starts[at + 1] = place;
  }
  return asking;
}

/** Trials held in memory with their texts. Of several with the same id the last counts. */
export function indexTrials(trials: readonly CompiledTrial[]): TrialIndex {
  const builder = buildColumns();
  for (const trial of trials) builder.add(trial);
  const columns = builder.finish();
  return openIndex(columns, (at) => {
    const trial = trials[columns.origins[at] ?? -1];
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
