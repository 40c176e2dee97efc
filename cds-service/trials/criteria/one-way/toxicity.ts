/**
 * "Peripheral neuropathy ≥ grade 2", "recovered from toxicities of earlier treatment to grade ≤ 1". An event of a higher grade that goes on shows that they
 * have not been recovered from; that there is none is never shown.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../requirements-together.ts';
import { UNREAD } from '../requirements-together.ts';
import { everyMatch } from '../text/every-match.ts';
import { TOXICITIES } from '../conditions/toxicities.ts';
import { words } from '../words/vocabulary.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';

const SCALE = String.raw`(?:(?:(?:per|by|according to|as per|as defined by|defined by|using|based on|of|the|[([]) ?)*(?:National Cancer Institute|NCI)?[- ,]*(?:\((?:NCI)\) ?)?(?:Common Terminology Criteria for Adverse Events|CTCAE|NCI-CTCAE|CTC)(?: ?\([A-Z -]+\))?,? ?(?:criteria ?)?(?:(?:version|v\.?|ver\.?) ?)?(?:[345](?:\.0\d?)?)? ?(?:[)\]])?)`;
const GRADES = String.raw`(?:(≥|>|≤|<) ?(?:${SCALE})? ?grade ?([0-5])|(?:${SCALE})? ?\(?grade ?(≥|>|≤|<) ?([0-5])|(?:${SCALE})? ?\(?grade ?([0-5])((?: or (?:higher|greater|above|worse|more|lower|less|below|better)|\+|[-/]5|[-/]4|,? 3,? (?:and|or) 4| (?:and|or) 4))|≥ ?([0-5])(?= grade))`;
const LIMIT = new RegExp(GRADES, 'gi');
const EVERY_SCALE = new RegExp(SCALE, 'gi');
const NAMED = TOXICITIES.map(({ name, written }) => ({ name, pattern: new RegExp(String.raw`\b${written}`, 'i') }));

interface Limit {
  readonly at: number;
  readonly end: number;
  /** The lowest grade that is too high. */
  readonly above: number;
  readonly upper: boolean;
}

function limitsIn(text: string): Limit[] {
  return everyMatch(text, LIMIT).flatMap((found) => {
    const [whole, sign1, n1, sign2, n2, n3, up, n4] = found;
    const sign = sign1 ?? sign2 ?? (up === undefined ? '≥' : /lower|less|below|better/i.test(up) ? '≤' : '≥');
    const grade = Number(n1 ?? n2 ?? n3 ?? n4);
    if (Number.isNaN(grade)) return [];
    const upper = sign === '≤' || sign === '<';
    const above = sign === '≥' ? grade : sign === '>' ? grade + 1 : sign === '≤' ? grade + 1 : grade;
    return [{ at: found.index, end: found.index + whole.length, above, upper }];
  });
}

const SILENT = words(`
  a an the of with at in on is are be been have has having had must should for from any known current currently ongoing active pre-existing preexisting existing present presence evidence clinical clinically
  patient patients participant participants subject subjects to by per as defined according at screening baseline enrollment enrolment time entry study within days day prior first dose of 7 14 28 persistent no not
`);

export const TOXICITY: OneWayReader = {
  needs: ['grade'],
  read(text, side) {
    if (text.length > 700 || OF_SOME.test(text)) return null;
    return named(text, side) ?? ofTreatment(text, side);
  },
};

/** One side effect with one limit and nothing else. */
function named(text: string, side: Side): Requirement | null {
  const [limit, second] = limitsIn(text);
  if (limit === undefined || second !== undefined) return null;
  for (const { name, pattern } of NAMED) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = (text.slice(0, found.index) + text.slice(found.index + found[0].length)).replace(LIMIT, ' ').replace(EVERY_SCALE, ' ');
    if (
      /\b(?:unless|except\w*|history|prior treatment|during|caus\w+|due|related|induced|that|which|leading|led|result\w*|complicat\w*)\b/i.test(
        rest,
      )
    )
      return null;
    const left = (rest.toLowerCase().match(/[a-z0-9][a-z0-9-]*/g) ?? []).filter((word) => !SILENT.has(word));
    const asked: Requirement = { kind: 'toxicity', name, min: limit.above };
    const denied = /\b(?:no|not|without|absence|free)\b/i.test(text.slice(0, Math.min(limit.at, found.index)));
    const bad = side === 'exclusion' ? !limit.upper && !denied : limit.upper !== denied;
    if (!bad) return null;
    if (left.length > 0) {
      // "Grade ≥ 2 neuropathy or …": another way to be shut out; a list of inclusions asks for more.
      if (side === 'exclusion') return /\bor\b|,/.test(rest) && !/\band\b/.test(rest) ? { kind: 'any', of: [asked, UNREAD] } : null;
      return null;
    }
    return side === 'exclusion' ? asked : { kind: 'not', of: asked };
  }
  return null;
}

const TREATMENT =
  /\b(?:prior|previous|previously|earlier|past|last|preceding)(?: (?:and\/or |or )?(?!chemo|antibod|radi|surg|immuno|hormon|interven)[a-z-]+){0,3} (?:therap(?:y|ies)|treatments?|regimens?|therapeutics|agents?)\b/i;
const RECOVERED = /\b(?:recover\w*|resol\w+|return\w*|improv\w+|reduced)\b/i;
const UNRESOLVED =
  /\b(?:not (?:\w+ )?(?:recover\w*|resol\w+)|unresolved|persist\w+|residual|ongoing|failure to recover|failed to recover|inadequate recovery|continuing)\b/i;
const EFFECTS = /\b(?:toxicit|adverse|AEs?\b|side effects?|effects?\b)/i;
/** Somebody decides which of them count. */
const JUDGED =
  /\b(?:discretion|opinion|judg\w+|investigator|sponsor|consult\w*|safety risk|clinically (?:significant|relevant|important)|medically|reversible|acute|immune|unless|stable|chronic|irreversible|long-term|late|permitted|allowed|acceptable|eligible|may)\b/i;
const SEVERAL = /\b(?:history of|experienced|discontinu\w+|led to)\b/i;

function ofTreatment(text: string, side: Side): Requirement | null {
  if (text.length > 450) return null;
  const sentence = text
    .split(/[.;]\s+(?=[A-Z])/)
    .find((one) => TREATMENT.test(one) && EFFECTS.test(one) && (RECOVERED.test(one) || UNRESOLVED.test(one)) && limitsIn(one).length > 0);
  if (sentence === undefined || SEVERAL.test(text) || /^\W*(?:if\b|for (?:patients|participants)|[A-Za-z ]{3,40}:)/i.test(sentence))
    return null;
  const [limit] = limitsIn(sentence);
  if (limit === undefined) return null;
  const unresolved = UNRESOLVED.test(sentence);
  const recovered = RECOVERED.test(sentence);
  if (side === 'exclusion' ? !unresolved : !recovered || unresolved) return null;
  if (recovered && !unresolved && !limit.upper) return null;
  // With exceptions or a judgement only what is severe stays a toxicity that has not been recovered from.
  if (/\b(?:discretion|opinion|judg\w+|investigator|sponsor|consult\w*|safety risk|determined by)\b/i.test(text)) return null;
  const min = Math.max(...limitsIn(text).map(({ above }) => above), JUDGED.test(text) ? 3 : 0);
  if (min > 4) return null;
  const asked: Requirement = { kind: 'toxicity', name: 'any', min, spared: sparedIn(text) };
  return side === 'exclusion' ? { kind: 'any', of: [asked, UNREAD] } : { kind: 'all', of: [{ kind: 'not', of: asked }, UNREAD] };
}
/** Words behind "except" that name what does not count. */
function sparedIn(text: string): string[] {
  const found = /\b(?:except\w*|excluding|other than|with the exception of)\b(.*)$/i.exec(text)?.[1] ?? '';
  return [
    ...new Set(
      (found.toLowerCase().match(/[a-z]{5,}/g) ?? []).filter(
        (word) => !SILENT.has(word) && !/^(?:grade|related|treatment|therapy|prior)$/.test(word),
      ),
    ),
  ].slice(0, 12);
}
