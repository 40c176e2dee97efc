/** How the answer to one case differs between two versions, and whether that can harm. Pure. */
import type { Meaning, Role } from './case.ts';
import type { Answer, CardAnswer } from './answer.ts';

export interface Recorded extends Answer {
  readonly meaning: Meaning;
  readonly role: Role;
  readonly family: 'germline' | 'tumour';
  readonly violations: readonly string[];
}
export type Recording = Readonly<Record<string, Recorded>>;

/** Kinds of change, the most harmful first. */
export const HARMFUL = [
  'violates what the chart says',
  'result turned',
  'card gone',
  'indicator lowered',
  'result lost',
  'no longer told',
  'needless card',
  'needlessly louder',
] as const;
export const HARMLESS = [
  'violation mended',
  'needless card gone',
  'less made of no result',
  'card instead of silence',
  'indicator raised',
  'indicator lowered where nothing was found',
  'result found',
  'told now',
  'other rules',
  'other summary',
  'wording only',
] as const;
export type Kind = (typeof HARMFUL)[number] | (typeof HARMLESS)[number];
export const isHarmful = (kind: Kind): boolean => (HARMFUL as readonly string[]).includes(kind);

const LOUDNESS = { info: 1, warning: 2, critical: 3 } as const;
const loudest = (cards: readonly CardAnswer[]): number => Math.max(0, ...cards.map(({ indicator }) => LOUDNESS[indicator]));

/** "gene CYP2C19" → "*2/*2 | Poor Metabolizer | - | called"; "marker HER2" → "3+: positive", and "unread" for what stands there in words. */
function resultsOf({ report }: Answer): ReadonlyMap<string, string> {
  const results = new Map<string, string>();
  for (const line of report) {
    const marker = /^(marker \S+) (.*): (\S+)$/.exec(line);
    const [name = '', ...result] = marker === null ? line.split(': ') : [marker[1], readMarker(marker[2] ?? '', marker[3] ?? '')];
    // Two lines of one marker: its stain and its gene.
    const key = results.has(name) ? `${name} beside` : name;
    results.set(key, result.join(': '));
  }
  return results;
}
const readMarker = (value: string, status: string): string =>
  status === '-' && !/^[\d.+<>= %-]+\S*$/.test(value) ? 'unread' : `${value}: ${status}`;
const undecided = (result: string): boolean =>
  /^open|^unread|indeterminate|conflict|not-tested|biomarker-open|not-covered|^-$/.test(result);

/** "variant EGFR EGFR exon 19 deletion" */
const isRenamed = (name: string, other: string): boolean =>
  name.startsWith('variant ') && name.split(' ').slice(0, 2).join() === other.split(' ').slice(0, 2).join();

function resultChange(before: Answer, after: Answer): 'result turned' | 'result lost' | 'result found' | null {
  const [was, is] = [resultsOf(before), resultsOf(after)];
  const kinds = new Set<string>();
  for (const [name, result] of was) {
    const now = is.get(name);
    if (now === result) continue;
    // A change of the same gene with the same answer has got another name.
    if (now === undefined && [...is].some(([other, same]) => isRenamed(name, other) && same === result && !was.has(other)))
      kinds.add('renamed');
    else if (now === undefined) kinds.add('lost');
    else if (undecided(result)) kinds.add('found');
    else kinds.add(undecided(now) ? 'lost' : 'turned');
  }
  if (!kinds.has('renamed') && [...is.keys()].some((name) => !was.has(name))) kinds.add('found');
  return kinds.has('turned') ? 'result turned' : kinds.has('lost') ? 'result lost' : kinds.has('found') ? 'result found' : null;
}

/** Nothing is to be made of it: the less, the better, as long as it is told. */
const isNobodys = ({ meaning, told }: Recorded): boolean => (meaning === 'other-person' || meaning === 'not-done') && told.length > 0;
const holdsResult = ({ report }: Answer): boolean => report.some((line) => /^(?:gene|variant|marker) /.test(line));

/** No card is right: a normal gene, or a drug that the finding asks for. */
const isQuiet = ({ meaning, role, family }: Recorded): boolean =>
  family === 'germline' ? meaning === 'negative' : meaning === 'positive' && role === 'asked-for';

/** The most harmful way in which `after` differs; null when nothing does. */
export function changeOf(before: Recorded, after: Recorded): Kind | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  if (after.violations.some((fault) => !before.violations.includes(fault))) return 'violates what the chart says';
  if (before.violations.some((fault) => !after.violations.includes(fault))) return 'violation mended';
  const [was, is] = [loudest(before.cards), loudest(after.cards)];
  const quiet = isQuiet(after);
  const result = resultChange(before, after);
  if (result === 'result turned') return result;
  const nobodys = isNobodys(after) && (is < was || result === 'result lost');
  if (nobodys) return 'less made of no result';
  if (is < was)
    return quiet
      ? is === 0
        ? 'needless card gone'
        : 'indicator lowered where nothing was found'
      : is === 0
        ? 'card gone'
        : 'indicator lowered';
  if (result === 'result lost') return result;
  if (before.told.length > 0 && after.told.length === 0 && !holdsResult(after)) return 'no longer told';
  if (is > was)
    return quiet ? (was === 0 ? 'needless card' : 'needlessly louder') : was === 0 ? 'card instead of silence' : 'indicator raised';
  if (result !== null) return result;
  if (before.told.length === 0 && after.told.length > 0) return 'told now';
  const of = (pick: (card: CardAnswer) => unknown, { cards }: Answer): string => JSON.stringify(cards.map(pick));
  if (of(({ rules }) => rules, before) !== of(({ rules }) => rules, after)) return 'other rules';
  return of(({ summary }) => summary, before) === of(({ summary }) => summary, after) ? 'wording only' : 'other summary';
}
