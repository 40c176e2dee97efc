/**
 * Orders that say in the place of the drug's name that it is no longer to be given ("Hold clopidogrel", "D/C omeprazole", "Clopidogrel absetzen"), or
 * that another one takes its place ("Change citalopram to sertraline").
 */

/** The verb that ends it stands first in English, French and Spanish, last in German. */
const VERB = String.raw`hold|withhold|stop|stop taking|d\/c|dc|d\/c['’]d|discontinue|cease|suspend|pause|wean|wean off|taper off|omit|avoid|do not (?:give|use|administer|restart)|arr[eê]ter|suspendre|suspender`;
const WHOSE = String.raw`(?:the|all|home|current|patient['’]?s|le|la|el) `;
const ENDS = new RegExp(String.raw`^(?:please )?(?:${VERB}) (?:${WHOSE})?(?!smoking\b|order\b|dm\b)[\p{L}\d]`, 'iu');
const ENDS_LAST = /[\p{L}\d)] (?:absetzen|pausieren|stoppen)[.!]?$/iu;
/**
 * What became of it stands behind the name: "codeine - do not give", "clopidogrel on hold", "warfarin (D/C'd 3/4)". Not "D/C" alone, which is "on discharge" as
 * well, nor "discontinued", which stands behind products that their maker gave up. Short words only behind a dash or in brackets ("hand held").
 */
const PLAIN_STATE = String.raw`on hold|d\/?c['’]e?d|do not (?:give|administer|restart)|stopped|(?:ist )?abgesetzt|(?:ist )?pausiert|nicht (?:geben|mehr geben)|arr[eê]t[ée]e?|suspendid[oa]|gestopt`;
const MARKED_STATE = String.raw`${PLAIN_STATE}|hold|held|stop|do not use`;
const DAY = String.raw`(?: (?:on |am |le |el |op )?\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?)?`;
const ENDED_BEHIND = new RegExp(
  String.raw`(?<=[\p{L}\d)%])(?: (?:${PLAIN_STATE})${DAY}| ?[–-] (?:${MARKED_STATE})${DAY}| [*(\[]{1,2}(?:${MARKED_STATE})${DAY}[*)\]]{1,2})[.!]{0,3}$`,
  'iu',
);

/** Something more is said: a limit, a time after which it goes on, a drug that comes instead. Then it is read as an order. */
const SAYS_MORE =
  /[;,:<>+&/→]|->|\b(?:then|start\w*|begin\w*|re-?start\w*|resum\w*|give|given|giving|switch\w*|chang\w*|replac\w*|instead|continu\w*|until|till|unless|if|for|when|while|after|but|except|and|und|dann|bis|wenn|bei|et|puis|y|luego)\b/i;

const LONGEST = 200;

/** One blank between words; signs around the verb ("*HOLD* codeine", "STOP: codeine", "HOLD - codeine") say nothing. */
function plainly(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(new RegExp(String.raw`^[*(\[]{0,3}(${VERB})[*)\]:,–-]{1,3}(?= )`, 'i'), '$1')
    .replace(new RegExp(String.raw`^(${VERB}) [–-] `, 'i'), '$1 ');
}

/** True when the text only says that the drug is not to be given. */
export function saysEnded(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = plainly(text);
  if (said.length > 80) return false;
  const behind = ENDED_BEHIND.exec(said);
  if (behind !== null) return saysNoMore(said.slice(0, behind.index));
  if (!(ENDS.test(said) || ENDS_LAST.test(said))) return false;
  // "Avoid grapefruit simvastatin 20 mg": an advice, and an order behind it.
  if (/^(?:please )?(?:avoid|do not)/i.test(said) && /\d/.test(said)) return false;
  const rest = said.replace(new RegExp(String.raw`^(?:please )?(?:${VERB}) `, 'i'), '');
  return saysNoMore(rest);
}

/** A rate or a strength ("20 mg/ml", "40 mg/day") is none of what more may be said. */
function saysNoMore(rest: string): boolean {
  return !SAYS_MORE.test(rest.replace(/(?<=\d) ?(?:mg|mcg|g|ml)\/(?:ml|h|hr|hour|day|24 ?h)\b/gi, ''));
}

const INSTEAD =
  /^(?:please )?(?:change|switch|convert|transition|rotate)(?: (?:patient|pt))?(?: from)? (?!to\b)[^;,.:\s][^;,:]{2,60}? to (?=\p{L}{4,})/iu;
/** "Stop aspirin, start clopidogrel": the first is over, the second is ordered. */
const THEN_ANOTHER =
  /^(?:please )?(?:stop|d\/c|dc|discontinue|hold|cease|stoppe|arr[eê]ter) [^;:]{3,60}?[ ,;.&+](?: ?(?:and|then|und|et))? ?(?:start|begin|initiate|switch to|change to|replace (?:with|by)) (?=\p{L}{4,})/iu;

/** The text without the drug that is replaced: "Switch omeprazole to pantoprazole 40 mg" orders pantoprazole. A change to another dose or form keeps its drug. */
export function replacementOf(text: string): string | null {
  const found = INSTEAD.exec(text) ?? THEN_ANOTHER.exec(text);
  return found === null ? null : text.slice(found[0].length);
}
