/**
 * Requirements as numbers: each question to the patient (a leaf) once in a table, and every requirement as a short program over the table. Asking 100,000
 * trials is then reading numbers; memory does not grow with trees. The meaning is that of `evaluateRequirement`.
 *
 * A program is written from the top: a number from 0 is a leaf, `UNREAD` is open whatever the patient has, and `ALL`, `ANY`, `NOT` are followed by the
 * place behind their last member and then by the members.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';

export type Leaf = Exclude<Requirement, { readonly kind: 'all' | 'any' | 'not' | 'unread' }>;

const UNREAD = -1;
const ALL = -2;
const ANY = -3;
const NOT = -4;

export type Has = 'yes' | 'no' | 'unknown';

/** @param place of the program's first number @param leafNumber number of a leaf in the table */
export function writeProgram(asked: Requirement, place: number, leafNumber: (leaf: Leaf) => number): number[] {
  const numbers: number[] = [];
  const group = (head: number, members: readonly Requirement[]): void => {
    numbers.push(head);
    const end = numbers.push(0) - 1;
    for (const member of members) write(member);
    numbers[end] = place + numbers.length;
  };
  const write = (one: Requirement): void => {
    switch (one.kind) {
      case 'all':
      case 'any':
        return group(one.kind === 'all' ? ALL : ANY, one.of);
      case 'not':
        return group(NOT, [one.of]);
      case 'unread':
        return void numbers.push(UNREAD);
      default:
        return void numbers.push(leafNumber(one));
    }
  };
  write(asked);
  return numbers;
}

/** The program that begins at `at`, as it stands in place 0. */
export function programAt(programs: Int32Array, at: number): number[] {
  const numbers = Array.from(programs.subarray(at, behind(programs, at)));
  return moveProgram(numbers, -at);
}

/** Changes programs in place so that they stand `by` numbers further on. */
export function moveProgram<Numbers extends number[] | Int32Array>(numbers: Numbers, by: number): Numbers {
  for (let at = 0; at < numbers.length; at += 1) if ((numbers[at] ?? 0) < UNREAD) numbers[++at] = (numbers[at] ?? 0) + by;
  return numbers;
}

/** Changes programs in place so that they ask the leaves of another table. */
export function renumber<Numbers extends number[] | Int32Array>(numbers: Numbers, leaf: (number: number) => number): Numbers {
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if (number < UNREAD) at += 1;
    else if (number >= 0) numbers[at] = leaf(number);
  }
  return numbers;
}

/** The members of a requirement: their places, in order. */
function membersOf(programs: Int32Array, at: number): number[] {
  const members: number[] = [];
  const end = programs[at + 1] ?? 0;
  for (let place = at + 2; place < end; place = behind(programs, place)) members.push(place);
  return members;
}
function behind(programs: Int32Array, at: number): number {
  return (programs[at] ?? 0) >= UNREAD ? at + 1 : (programs[at + 1] ?? 0);
}

/** One member with the deciding answer decides; all with the other give that one; else unknown. */
export function runProgram(programs: Int32Array, at: number, leaf: (number: number) => Has): Has {
  const head = programs[at] ?? UNREAD;
  if (head >= 0) return leaf(head);
  if (head === UNREAD) return 'unknown';
  if (head === NOT) {
    const has = runProgram(programs, at + 2, leaf);
    return has === 'unknown' ? has : has === 'yes' ? 'no' : 'yes';
  }
  const deciding = head === ALL ? 'no' : 'yes';
  const end = programs[at + 1] ?? 0;
  let open = false;
  for (let place = at + 2; place < end; place = behind(programs, place)) {
    const has = runProgram(programs, place, leaf);
    if (has === deciding) return deciding;
    if (has === 'unknown') open = true;
  }
  return open ? 'unknown' : deciding === 'no' ? 'yes' : 'no';
}

/** How a leaf stands in a requirement: as asked, or under a negation. */
export type Standing = 'asked' | 'denied' | 'either';

export function someLeaf(programs: Int32Array, at: number, wanted: (number: number) => boolean, standing: Standing = 'asked'): boolean {
  const head = programs[at] ?? UNREAD;
  if (head >= 0) return standing !== 'denied' && wanted(head);
  if (head === UNREAD) return false;
  if (head === NOT) return someLeaf(programs, at + 2, wanted, standing === 'asked' ? 'denied' : standing === 'denied' ? 'asked' : 'either');
  const end = programs[at + 1] ?? 0;
  for (let place = at + 2; place < end; place = behind(programs, place)) if (someLeaf(programs, place, wanted, standing)) return true;
  return false;
}

/** Texts, and what was only mentioned: no patient makes them certain. */
export function isOpenProgram(programs: Int32Array, at: number): boolean {
  const head = programs[at] ?? UNREAD;
  if (head === UNREAD) return true;
  if (head !== ALL) return false;
  const members = membersOf(programs, at);
  const unread = (place: number): boolean => programs[place] === UNREAD;
  return (
    members.some(unread) && members.every((place) => unread(place) || (programs[place] === ANY && membersOf(programs, place).some(unread)))
  );
}

/**
 * False when everything of the requirement that was read says no, whatever else it may hold: "breast cancer, or something that was not read" is not about
 * a patient with a lung cancer. What is read and not known counts for the patient.
 */
export function couldHold(programs: Int32Array, at: number, leaf: (number: number) => Has): boolean {
  const head = programs[at] ?? UNREAD;
  if (head >= 0) return leaf(head) !== 'no';
  if (head === UNREAD) return false;
  if (head === NOT) return runProgram(programs, at, leaf) !== 'no';
  const members = membersOf(programs, at);
  if (head === ANY) return members.some((place) => couldHold(programs, place, leaf));
  return members.every((place) => programs[place] === UNREAD || couldHold(programs, place, leaf));
}

/** True when something of the requirement was read and, whatever else it may hold, that says no: one member of all, or every one of several ways. */
export function fails(programs: Int32Array, at: number, leaf: (number: number) => Has): boolean {
  const head = programs[at] ?? UNREAD;
  if (head >= 0) return leaf(head) === 'no';
  if (head === UNREAD) return false;
  if (head === NOT) return runProgram(programs, at, leaf) === 'no';
  const members = membersOf(programs, at);
  if (head === ALL) return members.some((place) => fails(programs, place, leaf));
  const read = members.filter((place) => programs[place] !== UNREAD);
  return read.length > 0 && read.every((place) => fails(programs, place, leaf));
}
