/**
 * An inclusion of several sentences, each of them asked for: who certainly does not have what one of them asks is certainly out, whatever the others say. Not
 * where a sentence lets somebody in, takes something back, is meant for some, or only explains.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD, type Side } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';
import { ends } from '../deciding.ts';
import type { ReadCriterion } from '../reading.ts';

const TAKES_BACK =
  /\b(?:may|might|can|could|allow\w*|permit\w*|accept\w*|eligible|except\w*|unless|however|if|when|where|whether|either|otherwise|alternatively|instead|or else|notes?|regardless|prefer\w*|recommend\w*|cohorts?|arms?|parts?|phases?|groups?|stratum|e\.?g|i\.?e|defin\w*|consider\w*|patients with|participants with|subjects with|those|for (?:patients|participants|subjects|women|men)|women|men|females?|males?|optional|not required|both|also|exempt\w*|exclud\w*|unknown)\b|:/i;
/** Each sentence must say of whom it speaks, so that none is the tail of a list. */
const ASKS =
  /^\W*(?:(?:the |all )?(?:patients?|participants?|subjects?|individuals?) (?:must|should|has|have|had|is|are|who|with)|has|have|had|is|are|must|no (?:prior|previous|evidence|history)|(?:histolog|cytolog|patholog)\w*|not |measurable|ECOG|age|adequate)\b/i;

export function severalSentences(
  text: string,
  side: Side,
  context: ReadingContext,
  read: (text: string, context: ReadingContext, side: Side) => ReadCriterion,
): Requirement | null {
  if (side !== 'inclusion' || text.length > 500 || TAKES_BACK.test(text)) return null;
  const sentences = text.split(/[.;]\s+(?=[A-Z])/).map((one) => one.replace(/[.;\s]+$/, ''));
  if (sentences.length < 2 || sentences.length > 4 || !sentences.every((one) => ASKS.test(one))) return null;
  const needed = sentences.map((one) => read(one, context, side).requirement).filter((asked) => ends(asked)[1]);
  return needed.length === 0 ? null : join('all', [...needed, UNREAD]);
}
