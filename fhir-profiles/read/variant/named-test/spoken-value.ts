/** The value of a named test in English words and one spelling, before it is read. */
import { changesInEnglish, findingsInEnglish } from '../../../codes/finding-words.ts';
import { withChangeApart, withSymbols } from '../../../codes/gene/spellings.ts';
import { signedChanges } from '../../../codes/signs.ts';
import { exonInEnglish, testInEnglish } from '../../../codes/test-words.ts';
import { valueConcept } from '../../element-value.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { withoutAssay } from '../notation/several-changes.ts';
import { exonChangeInFull } from '../notation/short-names.ts';
import { withProteinSign } from '../notation/three-letters.ts';
import { exceptionsApart } from './except.ts';
import { underHeadings } from '../parts/under-headings.ts';

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

const ONE_CHANGE = String.raw`(?:[A-Z][A-Z0-9]{1,7} )?(?:(?:p\.|c\.)[^\s,;/]{3,40}|[A-Z]\d{1,4}(?:[A-Z*]|del|dup|fs)|exon \d{1,2} (?:deletion|insertion|skipping)s?)`;
const BELOW = new RegExp(
  String.raw`(?<![A-Za-z0-9])(${ONE_CHANGE})\s?[:=,(]?\s?(?:VAF|AF|MAF)?\s?[:=]?\s?[<≤]\s?(\d(?:[.,]\d{1,4})?)\s?%\)?`,
  'g',
);
const SEEN = new RegExp(
  String.raw`(?<![A-Za-z0-9])(${ONE_CHANGE})\s?[:=,(]?\s?(?:VAF|AF|MAF)?\s?[:=]?\s?[1-9]\d{0,2}(?:[.,]\d{1,4})?\s?%\)?`,
  'g',
);
const SAID_SEEN = /\b(?<!not )(?:detected|positive|present|found|identified|seen)\b/i;
/**
 * "L858R 12 %, T790M <0.1 %": laboratories write less than 1 % for what they did not see. More than that ("<5 %") may be a finding that they do not
 * call, and stays open. What stands beside it with a share of its own was seen.
 */
function belowMeasure(text: string): string {
  if (text.length > 600) return text;
  const told = text
    .split(/(?<=[;\n])/)
    // "Positive for L858R (VAF <1 %)" was seen.
    .map((sentence) =>
      SAID_SEEN.test(sentence)
        ? sentence
        : sentence.replace(
            BELOW,
            (_, change: string, share: string) => `${change} ${Number(share.replace(',', '.')) <= 1 ? 'not detected' : 'indeterminate'}`,
          ),
    )
    .join('');
  return told === text ? text : told.replace(SEEN, '$1 detected');
}

/** "Exon 19 deletion: detected": the mark is no part of the name. */
const withColonsClosed = (text: string): string =>
  text.replace(
    /(\bexon \d{1,2} (?:deletion|insertion|skipping)s?) ?: ?(?=(?:not )?(?:detected|present|found|positive|negative|absent)\b)/gi,
    '$1 ',
  );

/** Whether a heading still holds cannot be told here: the whole is left to be told as unread. */
function eachAnswered(text: string): string {
  const answered = underHeadings(text);
  return answered === 'unclear' ? text : answered;
}

/** Whether it cannot be told for which of its changes a heading of the value answers. */
export const hasUnclearHeading = (view: ObservationView): boolean =>
  wordings(valueConcept(view.value)).some((text) => underHeadings(exonInEnglish(changesInEnglish(text))) === 'unclear');

/** What the value says of the patient. */
export function spokenOf(view: ObservationView): readonly string[] {
  return withoutAssay(
    wordings(valueConcept(view.value)).map((text) =>
      exceptionsApart(
        withProteinSign(
          withChangeApart(
            withSymbols(
              eachAnswered(
                belowMeasure(placedInEnglish(withColonsClosed(exonChangeInFull(exonInEnglish(changesInEnglish(signedChanges(text))))))),
              )
                .replace(PARTNER_UNKNOWN, '')
                .replace(SPLICE_SITE, 'c.$1'),
            ),
          ),
        ),
      ),
    ),
  );
}
