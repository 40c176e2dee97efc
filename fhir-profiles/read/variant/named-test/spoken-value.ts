/** The value of a named test in English words and one spelling, before it is read. */
import { changesInEnglish, findingsInEnglish } from '../../../codes/finding-words.ts';
import { withChangeApart, withSymbols } from '../../../codes/gene/spellings.ts';
import { signedChanges } from '../../../codes/signs.ts';
import { exonInEnglish, testInEnglish } from '../../../codes/test-words.ts';
import { valueConcept } from '../../element-value.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { withoutAssay } from '../notation/several-changes.ts';
import { withProteinSign } from '../notation/three-letters.ts';
import { exceptionsApart } from './except.ts';

/** That the other gene of a fusion was not told says nothing against the fusion. */
const PARTNER_UNKNOWN =
  /[\s,;(]{0,4}\b(?:(?:with )?(?:an? )?(?:unknown|unidentified|undetermined) (?:fusion )?partner|(?:fusion )?partner(?: gene)?(?: is| was)? (?:unknown|not (?:known|identified|determined)|unidentified|undetermined))\b\)?/gi;

/** "Splice site 3028+1G>A": a place on the coding sequence, written without its letter. */
const SPLICE_SITE =
  /\bsplice[- ](?:site|acceptor|donor)\s(\d{1,5}(?:[+-]\d{1,3})?(?:_\d{1,5}(?:[+-]\d{1,3})?)?(?:[ACGT]+>[ACGT]+|del[ACGT]*(?:ins[ACGT]+)?|ins[ACGT]+|dup[ACGT]*))/gi;

const REARRANGED_ELSEWHERE =
  /(?<![A-Za-z])(?:réarrang|translo(?:k|ca(?:c|z|ç))|trasloca|reordenam|rearreglo|riarrang|rearranj|rearrangier|umlager|herschik)/i;

/** What was found or not found in an exon, or rearranged, in English: its place is the name of the change, and words of another language would stand in it. */
function placedInEnglish(text: string): string {
  // "Cannot be excluded" is no negative, and keeps its words.
  if (/excl|ruled|schl[io]/i.test(text) || !(/\bexons? \d/i.test(text) || REARRANGED_ELSEWHERE.test(text))) return text;
  return testInEnglish(findingsInEnglish(text))
    .replace(/^\s*(?:an? )?(?:mutations?|variants?) (in exons? [^;.:]{1,40}?) (?:(?:was|were|is|are) )?not detected\W*$/i, 'no mutation $1')
    .replace(/^\s*detected (exons? \d[^;.:]{1,40})$/i, '$1 detected');
}

/** What the value says of the patient. */
export function spokenOf(view: ObservationView): readonly string[] {
  return withoutAssay(
    wordings(valueConcept(view.value)).map((text) =>
      exceptionsApart(
        withProteinSign(
          withChangeApart(
            withSymbols(
              placedInEnglish(exonInEnglish(changesInEnglish(signedChanges(text))))
                .replace(PARTNER_UNKNOWN, '')
                .replace(SPLICE_SITE, 'c.$1'),
            ),
          ),
        ),
      ),
    ),
  );
}
