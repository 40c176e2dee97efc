/**
 * "No exon 19 deletion detected", "neither ITD nor TKD found", "no evidence of MET exon 14 skipping": a clause that denies what it names, whatever the name.
 * Clauses whose noun is a mutation, a fusion or the like are read by their own rules.
 */
import type { Presence } from '../../../facts.ts';

const SEEN = '(?:detected|identified|found|seen|present|observed|demonstrated)';
const WORD = String.raw`[^\s;:,]{0,40}[^\s;:,.]`;
const CLAUSE = new RegExp(
  String.raw`(?<![^\s;:,.(])(?:no(?! doubt\b)|neither)((?: ${WORD}){1,12}?) ${SEEN}(?![A-Za-z-])|(?<![^\s;:,.(])no evidence (?:of|for)((?: ${WORD}){1,12})(?=\W*$)`,
  'gi',
);
const OWN_NOUN = /\b(?:mutat\w+|variants?|alterations?|rearrangements?|fusions?|amplifications?)\b/i;
/** "No ITD but D835Y detected", "no ITD and D835Y detected": what was found stands in the same clause. */
const TURNS = /\b(?:but|however|except|while|whereas|now|yet|although|apart from|besides)\b|\band\b(?! no\b)|\+|&/i;
/** "No other ITD found", "no DNA detected": it says nothing of what was asked. */
const OF_SOMETHING_ELSE =
  /\b(?:other|further|additional|new|second|only|c?[ct]f?DNA|DNA|RNA|tumou?rs?|cells?|blasts?|tissue|signals?|samples?|specimens?|material|products?|controls?|contaminat\w+|interfer\w+|inhibit\w+|reads?|coverage|malignan\w+|disease|carcinoma|metastas[ie]s)\b/i;

/** @returns null where the text has no such clause, or says something beside it */
export function deniedClause(text: string): Presence | null {
  if (text.length > 2000) return null;
  const plain = text.replace(/\s+/g, ' ').replace(/::/g, '-');
  const clauses = [...plain.matchAll(CLAUSE)].map((match) => `${match[1] ?? match[2] ?? ''}`);
  if (clauses.length === 0 || clauses.some((clause) => OWN_NOUN.test(clause) && !/\bnor\b/i.test(clause))) return null;
  const rest = plain.replace(CLAUSE, ' ');
  if (/\b(?:detected|identified|found|seen|present|observed|positive|mutated|demonstrated)\b/i.test(rest)) return null;
  if (clauses.some((clause) => TURNS.test(clause) || OF_SOMETHING_ELSE.test(clause))) return 'indeterminate';
  return 'absent';
}
