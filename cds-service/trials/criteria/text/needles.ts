/**
 * Which of some thousand short stretches a text holds, found in one pass over it (Aho-Corasick). Recognisers name stretches of which one must be
 * there; asking a text for each of them costs more than the recognisers that are then spared.
 */

/** The stretches of one recogniser, as a place among the bits of a text. */
export type Gate = number;

/** Gates that the stretch opens. */
const NEEDLES = new Map<string, Gate[]>();
let gates = 0;
let machine: Machine | null = null;

/** One of these must stand in the lower-case text. An empty stretch stands in every text. */
export function gate(needs: readonly string[]): Gate {
  const made = gates;
  gates += 1;
  for (const needle of needs) NEEDLES.set(needle, [...(NEEDLES.get(needle) ?? []), made]);
  machine = null;
  return made;
}

/** The gates that a text opens. */
export interface Opened {
  has(one: Gate): boolean;
}

/** A criterion is asked again and again before the next one comes, and its pieces in between. */
const REMEMBERED = 4;
const recent: { text: string; opened: Bits }[] = [];
let next = 0;

export function openedBy(text: string): Opened {
  for (const one of recent) if (one.text === text && one.opened.of === machine) return one.opened;
  machine ??= machineOf(NEEDLES);
  const opened = new Bits(machine, text.toLowerCase());
  recent[next] = { text, opened };
  next = (next + 1) % REMEMBERED;
  return opened;
}

class Bits implements Opened {
  readonly of: Machine;
  readonly #bits: Uint32Array;
  constructor(of: Machine, lower: string) {
    this.of = of;
    this.#bits = run(of, lower);
  }
  has(one: Gate): boolean {
    return ((this.#bits[one >>> 5] ?? 0) & (1 << (one & 31))) !== 0;
  }
}

interface Machine {
  /** Characters of the needles get a number from 1; all others 0. */
  readonly classOf: Uint8Array;
  readonly width: number;
  /** Next state for a state and a class of characters. */
  readonly step: Uint16Array;
  /** Gates that are opened on reaching a state, its suffixes included. */
  readonly opens: readonly (readonly Gate[] | undefined)[];
  readonly words: number;
}

function run({ classOf, width, step, opens, words }: Machine, text: string): Uint32Array {
  const bits = new Uint32Array(words);
  let state = 0;
  open(bits, opens[0]);
  for (let at = 0; at < text.length; at += 1) {
    state = step[state * width + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
    const found = opens[state];
    if (state !== 0 && found !== undefined) open(bits, found);
  }
  return bits;
}
function open(bits: Uint32Array, found: readonly Gate[] | undefined): void {
  if (found !== undefined) for (const one of found) bits[one >>> 5] = (bits[one >>> 5] ?? 0) | (1 << (one & 31));
}

const MOST = 65_535;
function machineOf(needles: ReadonlyMap<string, readonly Gate[]>): Machine {
  const classOf = new Uint8Array(MOST + 1);
  let width = 1;
  for (const needle of needles.keys())
    for (let at = 0; at < needle.length; at += 1) {
      const code = needle.charCodeAt(at);
      if (classOf[code] !== 0) continue;
      if (width > 255) throw new Error('the stretches hold too many different characters');
      classOf[code] = width;
      width += 1;
    }
  const trie: Map<number, number>[] = [new Map()];
  const opens: (Gate[] | undefined)[] = [undefined];
  for (const [needle, of] of needles) {
    let state = 0;
    for (let at = 0; at < needle.length; at += 1) {
      const letter = classOf[needle.charCodeAt(at)] ?? 0;
      let follow = trie[state]?.get(letter);
      if (follow === undefined) {
        follow = trie.length;
        trie.push(new Map());
        opens.push(undefined);
        trie[state]?.set(letter, follow);
      }
      state = follow;
    }
    opens[state] = [...(opens[state] ?? []), ...of];
  }
  if (trie.length > MOST) throw new Error('there are too many stretches');
  const step = new Uint16Array(trie.length * width);
  const fallback = new Uint16Array(trie.length);
  const waiting = [0];
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
    const back = fallback[state] ?? 0;
    if (state !== 0 && opens[back] !== undefined && back !== 0) opens[state] = [...new Set([...(opens[state] ?? []), ...opens[back]])];
    for (let letter = 0; letter < width; letter += 1) {
      const follow = trie[state]?.get(letter);
      const otherwise = state === 0 ? 0 : (step[back * width + letter] ?? 0);
      step[state * width + letter] = follow ?? otherwise;
      if (follow === undefined) continue;
      fallback[follow] = otherwise;
      waiting.push(follow);
    }
  }
  return { classOf, width, step, opens, words: (gates + 31) >>> 5 };
}
