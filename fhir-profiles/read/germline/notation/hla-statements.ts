/**
 * HLA results as sentences: "Negative for HLA-B*57:01 and HLA-B*58:01", "HLA-B*57:01 negative; HLA-B*58:01 positive". Such a text names
 * alleles that were looked for; it is never a pair of alleles that the patient carries.
 */
import { NOT_EXCLUDED, RELATIVES, SUSPECTED } from '../../../codes/doubt/index.ts';
import type { GermlineCall } from '../../../facts.ts';
import { presenceInWords } from '../../variant/parts/presence-in-words.ts';
import { hlaAlleles } from './hla-alleles.ts';
import { flagsInFull, plainSpelling } from './spelling.ts';

const NEGATED =
  /\b(?:not|no|negative|absent|undetected|none)\b[^;,.]*?\b(?:detected|present|identified|found|positive)\b|\b(?:negative|absent|undetected)\b/gi;
const FOUND = /\b(?:positive|present|detected|identified|found)\b/i;
const SAID = /\b(?:negative|positive|absent|present|detected|undetected|identified|found)\b/i;

/** "B*57:01 negative B*15:02 positive" in one clause. */
const BOTH = /\b(?:negative|absent)\b.*\bpositive\b|\bpositive\b.*\b(?:negative|absent)\b/i;
const NOT_TOLD = 'it cannot be told which allele is present and which is not';

/** Null for a text that states no presence at all ("B*57:01, B*44:02"). */
export function hlaStatements(text: string, gene: string): readonly GermlineCall[] | null {
  const spelled = inWords(withLocus(text, gene));
  if (!SAID.test(spelled) || hlaAlleles(spelled).length === 0) return null;
  if (answersNothing(spelled) || isDoubted(text)) return [{ kind: 'no-call', why: 'it is not said of this patient for certain' }];
  const calls: GermlineCall[] = [];
  // Each line by itself: as one sentence the "negative" of one allele would deny the next.
  const lines = withLocus(text, gene).split('\n').map(inWords);
  for (const sentence of lines.flatMap((line) => line.split(/;|\.(?=\s|$)/))) {
    if (sentence.trim() === '') continue;
    const clauses = isMixed(sentence) ? sentence.split(/,\s+|\s+and\s+|\s+but\s+/) : [sentence];
    for (const clause of clauses) {
      const presence = isNegated(clause) ? 'absent' : presenceInWords(clause);
      const alleles = hlaAlleles(clause).filter((found) => found.gene === gene || found.gene === null);
      if (alleles.length === 0 && hlaAlleles(clause).length > 0) continue;
      if (alleles.length > 1 && BOTH.test(clause)) return [{ kind: 'no-call', why: NOT_TOLD }];
      if ((presence !== 'present' && presence !== 'absent') || alleles.length === 0 || alleles.some((found) => !found.allele.includes(':')))
        return [{ kind: 'no-call', why: NOT_TOLD }];
      for (const { allele } of alleles) calls.push({ kind: 'allele-presence', allele, present: presence === 'present' });
    }
  }
  return calls.length === 0 ? null : calls;
}

/** "5701 POS", "57:01 detected" under a test of one locus. */
const withLocus = (text: string, gene: string): string =>
  text.replace(/^\s*(\d{2,3}:\d{2,3}|\d{4})(?=[\s:=-]+(?:pos|neg|positive|negative|(?:not )?detected|present|absent)\b)/i, `${gene}*$1`);

/** "No HLA-B*15:02 or HLA-A*31:01 detected". */
const isNegated = (clause: string): boolean => clause.search(NEGATED) >= 0;

/** "(+)" in full; a minus may be a dash and stays. */
function inWords(text: string): string {
  return flagsInFull(plainSpelling(text))
    .replace(/\s?\(\+\)|\s\+\s*$/, ' positive')
    .replace(/(\d):(?=\s|$)/g, '$1 ');
}

const OF_OTHERS = new RegExp(String.raw`\b(?:${RELATIVES}|donor)\b`, 'i');
const NO_ANSWER =
  /\?|^\W*(?:possible|probable|presumed|suspected|query|rule out|to (?:rule out|exclude)|concerns? (?:for|of)|at (?:increased |high )?risk (?:for|of))\b|\b(?:status|carrier)\s+unknown\b|\bunknown\s*$|[\w)]\s?\(?-\)?\s*$|[:=-]\s*no\s*$|\b(?:test|testing|screen|screening)\s*$/i;

/** Said of the allele in the same clause: "HLA-B*57:01 positive cannot be excluded", "… to be confirmed". */
const IN_DOUBT = new RegExp(String.raw`\b(?:(?:${SUSPECTED})\b|${NOT_EXCLUDED})`, 'iu');
const isDoubted = (text: string): boolean =>
  text.split(/[;,\n]|\.(?=\s|$)/).some((clause) => IN_DOUBT.test(clause) && (hlaAlleles(clause).length > 0 || SAID.test(clause)));

/** A text that names an allele and answers nothing of this patient by it: a question, a plan, a relative's, a sign that may be a minus. */
export function answersNothing(text: string): boolean {
  const spelled = plainSpelling(text);
  return NO_ANSWER.test(spelled) || OF_OTHERS.test(spelled) || isDoubted(spelled);
}

/** What a sentence on one allele says: there, not there, or neither. */
export function hlaPresence(text: string): 'present' | 'absent' | null {
  const spelled = inWords(text);
  if (answersNothing(spelled) || isDoubted(text)) return null;
  if (isNegated(spelled)) return 'absent';
  const said = presenceInWords(spelled);
  return said === 'present' || said === 'absent' ? said : null;
}

/** Both found and not found in one sentence. */
function isMixed(sentence: string): boolean {
  return (isNegated(sentence) || presenceInWords(sentence) === 'absent') && FOUND.test(sentence.replace(NEGATED, ' '));
}
