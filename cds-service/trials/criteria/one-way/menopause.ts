/** "Postmenopausal women", "participant is premenopausal". Where the trial adds its own definition or another way in, the status on file is enough, its absence not. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { atLeast, OF_SOME, type OneWayReader } from './reader.ts';

const ASKED =
  /^\W*(?:(?:all |the )?(?:patients?|participants?|subjects?|individuals?|females?|women|adult|must|should|be|is|are|who|have|has|a|an) )*(post|pre)-?\s?menopausal(?: (?:women|woman|females?|status|state|patients?|participants?|subjects?))*(?: (?:for|in) (?:women|females?))?(?: at (?:the )?(?:time of )?(?:study |pre-?)?(?:entry|enrol?lment|registration|screening|baseline))?/i;
/** A definition of the trial's own, or another way in, behind it. */
const MORE_WAYS = /^\s*(?:\(|,? ?(?:as )?(?:defined|confirmed|determined|per|according)\b|,? ?or\b|[.:]? ?note\b|- defined|: defined)/i;
/** It says what the word means, not who is asked. */
const DEFINES =
  /\b(?:status )?(?:is|are|will be) (?:further )?defined\b|\bLHRH\b|\bGnRH\b.*\bmust\b|\bpregnan|\bcontracepti|\bchild-?bearing\b/i;

export const MENOPAUSE: OneWayReader = {
  needs: ['menopaus'],
  read(text, side) {
    const found = ASKED.exec(text);
    if (side !== 'inclusion' || found === null || OF_SOME.test(text) || DEFINES.test(text)) return null;
    const asked: Requirement = { kind: 'menopause', state: /^post/i.test(found[1] ?? '') ? 'post' : 'pre' };
    const rest = text.slice(found[0].length);
    if (/^[\s.;,]*$/.test(rest)) return asked;
    return MORE_WAYS.test(rest) ? atLeast([asked]) : null;
  },
};
