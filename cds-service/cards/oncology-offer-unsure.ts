/** What goes with an offer on opening the chart that may not hold: a result that could not be read, or a change that arises under such drugs. */
import { inWords, isUnread, isUnsure, reasonsOf, saidOfDrugs } from '../oncology/index.ts';
import type { Choice } from './oncology-choices.ts';
import { unreadInWords } from './oncology-open-result.ts';
import { shortChanges } from './short-changes.ts';

/** Once for all its drugs. */
const unsure = (choices: readonly Choice[]) => saidOfDrugs(choices.flatMap(({ rows }) => rows.flatMap(reasonsOf)).filter(isUnsure));

/** "A result of BRCA1 cannot be read here (“…”); changes of BRCA1 are known that speak against olaparib, niraparib: look at the report itself". */
export function unreadAgainst(choices: readonly Choice[]): string[] {
  return unsure(choices).filter(isUnread).map(inWords);
}

/** "MEN1 M327I is a change of a gene whose changes arise under menin inhibitors: whether ziftomenib, revumenib still act is not known here". */
export function notKnownToAct(choices: readonly Choice[]): string[] {
  return unknown(choices).map(inWords);
}
function unknown(choices: readonly Choice[]) {
  const all = unsure(choices).filter((reason) => !isUnread(reason));
  return [...all.filter(({ kind }) => kind === 'arising'), ...all.filter(({ kind }) => kind !== 'arising')];
}

/** What follows the offer in one line; the first that fits is said. Empty where nothing is open. */
export function unsureBehind(choices: readonly Choice[]): string[] {
  const unread = unsure(choices).find(isUnread);
  if (unread !== undefined) {
    const { finding, gene } = unreadInWords(unread);
    return [`; ${finding}: look first`, `; ${gene} result not readable here: look first`];
  }
  return unknown(choices)
    .slice(0, 1)
    .map(({ changes }) => `; not known to act with ${shortChanges(changes)}`);
}
