/**
 * Pregnancy and breastfeeding among reasons, contraception and tests: the core decides one way, what stands around it stays open. "Pregnant or nursing,
 * or unwilling …" excludes the pregnant; "a negative pregnancy test and contraception" is contradicted by a pregnancy; what is asked of women only is
 * met by a man.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { join, UNREAD } from './requirements-together.ts';
import type { SecondReader } from './second-reader.ts';

const STATE = String.raw`(?:pregnan(?:t|cy)|breast[- ]?feeding|breast[- ]?fed|nursing|lactating|lactation)`;
const WHO = String.raw`(?:women|woman|females?|patients?|participants?|subjects?|persons?|individuals?|mothers?|people|girls)`;
const BETWEEN = String.raw`(?:\s*(?:,|\/|\(|\)|:|\band\/or\b|\bor\b|\band\b|\bnor\b|\b(?:is|are|be|being|who|currently|actively|either|neither|the|any|known|${WHO.slice(3, -1)})\b)\s*)+`;
const STATES = String.raw`${STATE}(?:${BETWEEN}${STATE})*`;
/** Whom the criterion speaks of, before the first state. */
const LEAD = String.raw`^\W*(?:(?:is|are|be|been|being|has|have|known|confirmed|current|currently|evidence|of|with|who|that|if|a|an|the|any|only|all|either|child-?bearing|potential|age|premenopausal|pre-menopausal|WOCBP|FOCBP|adult|female|${WHO.slice(3, -1)}|must|may|should|can|will|do|does|positive|serum|urine|test|for)\b[\s,:()/-]*)*`;

const EXCLUDED = new RegExp(
  String.raw`${LEAD}((?:(?:not|cannot) (?:be )?)?)(${STATES})(?: (?:status|${WHO.slice(3, -1)})\b)?(?! tests?\b| prevention| partners?| in the (?:last|past)| within)`,
  'i',
);
const DENIED = new RegExp(
  String.raw`${LEAD}(?:(?:not|neither|nor|no)\b(?: be| are| is| have| currently)* |non-?)(${STATES})(?: ${WHO})?(?! tests?\b| prevention| partners?)`,
  'i',
);
const NEGATIVE_TEST =
  /^[^.;]{0,160}?\bnegative (?:[\w-]+,? (?:(?:or|and|and\/or) )?){0,5}?(?:pregnancy(?: tests?| results?)?|(?:beta[- ]|β-?)?hCG(?: pregnancy)?(?: tests?)?)\b/i;
/** What may take it back. */
const BACK =
  /\b(?:unless|except\w*|waiv\w*|(?<!not |in)eligible\b|allowed|permitted|may (?:be (?:included|enrolled|eligible)|participate|enrol)|cohorts?|arms?|optional|not required)\b/i;
const BACK_DENIED = /\b(?:not|ineligible|excluded|prohibited|cannot)\b/i;
const REASON =
  /[,;.]?\s*\b(?:because(?: of)?|since|as there (?:is|are)|as (?:the|these|this)|due to|given|for (?:the )?reasons?)\b[^.;]*/gi;
const NOTHING =
  /^[\s.,;:()]*(?:(?:women|woman|females?|patients?|participants?|subjects?|mothers?|persons?|individuals?|will|should|must|are|is|be|not|eligible|ineligible|excluded|prohibited|from|this|the|study|trial|participat\w+|enrol\w*|in|at|time|of|screening|baseline|entry|allowed|for|to|during|included)\b[\s.,;:()]*)*$/i;

const pick = (states: string): Requirement[] => [
  ...(/pregnan/i.test(states) ? [{ kind: 'pregnant' } as const] : []),
  ...(/breast|nursing|lactat/i.test(states) ? [{ kind: 'breastfeeding' } as const] : []),
];

export const EXPECTING_AGAIN: SecondReader = {
  needs: ['pregnan', 'breast', 'lactat', 'nursing', 'hcg'],
  read(text, side) {
    if (text.length > 1_200 || !/pregnan|breast[- ]?f|lactat|nursing|hCG/i.test(text)) return null;
    return side === 'exclusion' ? excluded(text) : asked(text);
  },
};

function excluded(text: string): Requirement | null {
  const found = EXCLUDED.exec(text);
  if (!found) return null;
  const rest = text.slice(found[0].length).replace(REASON, ' ');
  if (/^\s*(?:and\/)?or other\b/i.test(rest) || takenBack(text.slice(0, found[0].length), rest)) return null;
  const states = pick(found[2] ?? '');
  // A reason may name more who are out: "because …, women who are breastfeeding are not eligible".
  if (
    /\b(?:because|since|due to|given)\b[^.;]*\b(?:not eligible|ineligible|excluded|(?:must|may|should|can) ?not|not allowed)\b/i.test(
      text.slice(found[0].length),
    )
  )
    return join('any', [...states, UNREAD]);
  // A full sentence of who is out, or a list that goes on.
  if (NOTHING.test(rest)) return join('any', states);
  return /^\s*(?:[.;,(]|or\b|and\/or\b|and (?:women|females?|patients?|men|those|subjects?|participants?)\b|(?:women|females?|patients?|participants?|subjects?|mothers?)?\s*(?:are|is|will be|should be|must be) (?:not |in)?(?:excluded|eligible|allowed|permitted|prohibited))/i.test(
    rest,
  )
    ? join('any', [...states, UNREAD])
    : null;
}

function asked(text: string): Requirement | null {
  const denied = DENIED.exec(text);
  const test = denied ? null : NEGATIVE_TEST.exec(text);
  const found = denied ?? test;
  if (!found) return null;
  const rest = text.slice(found[0].length).replace(REASON, ' ');
  if (BACK.test(rest) || /\b(?:unless|cohorts?|arms?|partners?|if (?:the )?(?:partner|urine))\b/i.test(found[0])) return null;
  const states: Requirement[] = denied ? pick(denied[1] ?? '') : [{ kind: 'pregnant' }];
  const none: Requirement = { kind: 'not', of: join('any', states) };
  const more = join('all', [none, UNREAD]);
  const core = NOTHING.test(rest) && denied !== null ? none : more;
  return ofWomen(text) ? join('any', [{ kind: 'sex', sex: 'male' }, core]) : core;
}

/** Asked of women alone, from its first word to its last. */
function ofWomen(text: string): boolean {
  return (
    /^\W*(?:(?:for|if|all|any|a|the|non-?pregnant|pre-?menopausal|adult)\b\s*)*(?:women|woman|females?|WOCBP|FOCBP|girls)\b/i.test(text) &&
    !/\b(?:men|males?|partners?|sperm\w*|both|nonsterile|husband|all (?:patients|participants|subjects))\b/i.test(text)
  );
}
function takenBack(lead: string, rest: string): boolean {
  const found = BACK.exec(rest);
  return (
    found !== null &&
    !(BACK_DENIED.test(rest.slice(Math.max(0, found.index - 12), found.index + found[0].length)) || BACK_DENIED.test(lead.slice(-12)))
  );
}
