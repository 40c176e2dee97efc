/**
 * Orders that say in the place of the drug's name that it is no longer to be given ("Hold clopidogrel", "D/C omeprazole", "Clopidogrel absetzen"), or
 * that another one takes its place ("Change citalopram to sertraline").
 */

/** What ends it stands first in English, French and Spanish, last in German. */
const ENDS =
  /^(?:please )?(?:hold|withhold|stop|d\/c|dc|d\/c['’]d|discontinue|cease|suspend|pause|wean off|taper off|omit|arr[eê]ter|suspendre|suspender)(?: (?:the|all|home|current|patient['’]?s|le|la|el))? (?!smoking\b|order\b)[\p{L}\d]/iu;
const ENDS_LAST = /[\p{L}\d)] (?:absetzen|pausieren|stoppen)[.!]?$/iu;
/** Something more is said: a limit, a time after which it goes on, a drug that comes instead. Then it is read as an order. */
const SAYS_MORE =
  /[;,:<>+&/→]|->|\b(?:then|start\w*|begin\w*|re-?start\w*|resum\w*|giv\w+|switch\w*|chang\w*|replac\w*|instead|continu\w*|until|till|unless|if|for|when|while|after|but|except|and|und|dann|bis|wenn|bei|et|puis|y|luego)\b/i;

const LONGEST = 200;

/** True when the text only says that the drug is not to be given. */
export function saysEnded(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = text.trim().replace(/\s+/g, ' ');
  if (said.length > 80 || !(ENDS.test(said) || ENDS_LAST.test(said))) return false;
  return !SAYS_MORE.test(
    said.replace(/^(?:please )?d\/c/i, 'stop').replace(/(?<=\d) ?(?:mg|mcg|g|ml)\/(?:ml|h|hr|hour|day|24 ?h)\b/gi, ''),
  );
}

const INSTEAD =
  /^(?:please )?(?:change|switch|convert|transition|rotate)(?: (?:patient|pt))?(?: from)? (?!to\b)[^;,.:\s][^;,:]{2,60}? to (?=\p{L}{4,})/iu;

/** The text without the drug that is replaced: "Switch omeprazole to pantoprazole 40 mg" orders pantoprazole. A change to another dose or form keeps its drug. */
export function replacementOf(text: string): string | null {
  const found = INSTEAD.exec(text);
  return found === null ? null : text.slice(found[0].length);
}
