/**
 * "Grade 3 or 4 immune-related adverse events with prior immunotherapy": what was recorded as such shuts out, however long ago. That there was none is
 * never shown. Only where nothing narrows it: what led to stopping, what has not resolved, one organ are other questions.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { UNREAD, type Side } from '../requirements-together.ts';
import { IMMUNE_TOXICITY, MAJOR_IMMUNE_TOXICITY } from '../conditions/toxicities.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';

const EVENT = String.raw`(?:irAEs?|immune[- ](?:related|mediated) (?:(?:adverse|drug|side) )*(?:AEs?|events?|reactions?|effects?|toxicit(?:y|ies)))`;
const NAMED = new RegExp(String.raw`\b${EVENT}\b|\bimmune[- ](?:related|mediated) adverse (?:events?|reactions?)`, 'i');
const GRADE =
  /(?:≥|>=|greater than or equal to) ?(?:CTCAE )?grade ?([234])|grade ?(?:≥|>=) ?([234])|grades? ?([234])(?: or (?:higher|greater|above|worse|more)|\+|(?:,| or| and| to|[-/–])+ ?(?:grade )?[45](?: or 5)?)|grade ?> ?([123])|> ?grade ?([123])|\bsevere(?: or life-?threatening)?(?= (?:\w+ )?(?:immune|irAE))/i;
/** CTCAE: grade 3 is severe. */
const SEVERE = 3;
const NARROWER =
  /\b(?:discontinu\w*|led|leading|result(?:s|ed|ing)?|requir\w*|unresolved|resol\w*|ongoing|active|current\w*|persist\w*|recover\w*|controlled|within|last|recurrent|if|monotherapy|combination|permanent\w*|hospitali\w*|steroids?|cortico\w*|neurolog\w*|ocular|cardiac|pulmonary|pneumonitis|risk|potential|suitable|candidates?|second|multiple|two|third|opinion|discretion)\b/i;
const EXCEPTION = /\b(?:except\w*|excluding|other than|with the exception)\b/i;
/** What an exception may take out and still leave inflammations of organs: hormones, laboratory values, skin. */
const SPARING = /\b(?:endocrin\w*|thyroid\w*|hormon\w*|lab(?:oratory)?|rash|skin|dermat\w*|vitiligo|lipase|amylase|fatigue|arthralg\w*)\b/i;
const LETS = /\b(?:unless|eligible|allowed|permitted|may|can)\b/i;

export const IMMUNE_TOXICITIES: OneWayReader = {
  needs: ['irae', 'immune-related', 'immune related', 'immune-mediated', 'immune mediated'],
  read(text, side) {
    if (text.length > 600 || OF_SOME.test(text) || !asks(text, side)) return null;
    const [first = '', ...notes] = text.split(/\.\s+(?=[A-Z])|\s(?=NOTE\b)/);
    const notesLet = notes.some((note) => LETS.test(note));
    if (notesLet && !notes.every((note) => !LETS.test(note) || SPARING.test(note))) return null;
    const [plain = '', exception] = splitAt(first, EXCEPTION);
    if (exception !== undefined && !SPARING.test(exception)) return null;
    const clause = plain
      .split(/;|\bor\b(?! (?:higher|greater|above|worse|more|life|equal|grade ?\d|[45]\b))/i)
      .find((one) => NAMED.test(one) && GRADE.test(one));
    if (clause === undefined || NARROWER.test(clause) || LETS.test(clause)) return null;
    const major = /\bmajor organs?\b/i.test(clause);
    const spares = exception !== undefined || notesLet;
    const asked: Requirement = {
      kind: 'toxicity',
      name: major ? MAJOR_IMMUNE_TOXICITY : IMMUNE_TOXICITY,
      min: gradeIn(clause),
      ever: true,
      ...(spares ? { spared: ['endocrine'] } : {}),
    };
    return side === 'exclusion' ? { kind: 'any', of: [asked, UNREAD] } : { kind: 'all', of: [{ kind: 'not', of: asked }, UNREAD] };
  },
};

/** An exclusion says what shuts out, an inclusion what must not have been. */
function asks(text: string, side: Side): boolean {
  const denied =
    /\b(?:no|not|never|without)\b(?= (?:\w+ ){0,6}?(?:history|experienced|had|prior|previous|grade|severe|any|have|immune|≥|>))/i.test(
      text,
    );
  return side === 'inclusion' ? denied : !denied;
}
function gradeIn(clause: string): number {
  const [, a, b, c, above, over] = GRADE.exec(clause) ?? [];
  const least = a ?? b ?? c;
  const more = above ?? over;
  return least !== undefined ? Number(least) : more !== undefined ? Number(more) + 1 : SEVERE;
}
function splitAt(text: string, mark: RegExp): [string, string?] {
  const found = mark.exec(text);
  return found === null ? [text] : [text.slice(0, found.index), text.slice(found.index)];
}
