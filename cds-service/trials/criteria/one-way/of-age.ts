/**
 * Ages of consent: "≥ 18 years of age and able to give informed consent", "at least 18 (19 in South Korea)". The age is asked for, the consent is given at the
 * visit, and who is 21 is of age everywhere. Whose line says anything else is not read here.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { UNREAD } from '../requirements-together.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';

const WHO = String.raw`(?:(?:all|an?|any|the|patients?|participants?|subjects?|individuals?|persons?|people|adults?|volunteers?|male|female|males?|females?|men|women|who|is|are|be|being|must|should|will|have|has|and|or|of|from|either|sex|gender|aged?|ages?|step \d\W*|(?:pre-)?(?:screening|registration)\W*)\b[\s,:/()]*)*`;
const AGE = String.raw`(?:aged? |ages? )?\(?(?<sign>≥|>) ?(?<years>18|19|20|21) ?-?(?:years?|yrs?)?(?:[ -]of[ -]age|[ -]old)?\)?`;
const LINE = new RegExp(String.raw`^\W*${WHO}${AGE}(?<rest>[^]*)$`, 'i');
const CONSENT = String.raw`(?:(?:the |their |of |an? |written |signed |signing |signature |voluntary |main |study |trial |providing |provision |giving |obtaining |protocol[- ]specific |to )*(?:informed )?(?:consent|ICF)(?: forms?)?(?: ?\((?:ICF|IC)\))?(?: documents?)?)`;
const WHEN = String.raw`(?:at|on|by|prior to|before|upon)(?: the)?(?: (?:time|day|date|moment|point) of)? (?:${CONSENT}|(?:study )?(?:enrol?lment|registration|screening|entry|inclusion|participation)|signing)(?: (?:to|for|in|into) (?:the |this )?(?:study|trial))?`;
const ABLE = String.raw`(?:(?:and|who|is|are|be|has|have|must|with|both|also|willing|able|capable|ability|capacity|competent|legally|mentally|voluntarily|to|of|the|understand\w*|read|provid\w*|give|given|giving|sign\w*|complete|comply|process|related|procedures|treatments|study)[\s,/]+)*(?:signed |written |voluntary |an? |study-specific )*(?:${CONSENT})(?: (?:to|for|in) (?:the |this )?(?:study|trial|study related procedures and treatments|participation(?: (?:to|in) (?:the |this )?(?:study|trial))?))?(?: prior to (?:participation|enrol?lment)(?: (?:to|in) (?:the |this )?(?:study|trial))?)?`;
const GENDERS = String.raw`(?:(?:persons? |individuals? |members |participants? |patients? )?(?:of )?(?:all|any|both|either) (?:biological )?(?:genders?|sex(?:es)?|races?)[\w ,/-]*|regardless of (?:gender|sex|race)[\w ,]*|(?:will be considered for inclusion )?without bias[\w ,]*)`;
const CHILDREN = String.raw`(?:(?:as|because|since)\b[^.;]*\b(?:younger|children|pediatric|paediatric|persons|patients|< ?18)\b[^.;]*|(?:children|pediatric patients|minors)[^.;≥≤<>\d]*\bexcluded[^.;]*)`;
const LEGAL = String.raw`(?:\(?(?:or |and )?(?:≥ |the |of |at |over |above |a |an |is |age |who |are |have |reached )*(?:legal(?:ly)?|local|other age)[^.;()]*\b(?:age|adult|regulat\w+|law\w*|requirements?|consent|countr\w+|jurisdiction|years old)\b[^.;()]*(?:\(?[^()]*\))?\)?|\((?:follow|as|per|≥|or ≥)? ?[^()]{0,120}\b(?:korea|japan|taiwan|alabama|nebraska|puerto rico|legal|local|countr\w+)[^()]*\)|in (?:the )?(?:USA?|EU|Korea|Japan)\b[^.;]*)`;
const PART = new RegExp(String.raw`^[\s.,;:()-]*(?:${WHEN}|${ABLE}|${GENDERS}|${CHILDREN})(?=[\s.,;)]|$)`, 'i');
const COUNTRY = new RegExp(String.raw`^[\s.,;:]*${LEGAL}(?=[\s.,;)]|$)`, 'i');

export const OF_AGE: OneWayReader = {
  needs: ['18', '19', '20', '21'],
  read(text, side) {
    if (side !== 'inclusion' || text.length > 260 || OF_SOME.test(text)) return null;
    const { sign, years, rest: tail } = LINE.exec(text)?.groups ?? {};
    if (years === undefined || tail === undefined) return null;
    let rest = tail;
    let [legal, lower] = [false, false];
    for (let times = 0; times < 5 && /\w/.test(rest); times += 1) {
      const country = COUNTRY.exec(rest);
      const part = country ?? PART.exec(rest);
      if (part === null || part[0].trim() === '') return null;
      legal ||= country !== null;
      lower ||= country !== null && /\bor\b/i.test(country[0]) && !HIGHER.test(country[0]);
      rest = rest.slice(part[0].length);
    }
    if (/\w/.test(rest) || /\b(?:diagnos|onset|donor)/i.test(tail)) return null;
    const age: Requirement = sign === '>' ? { kind: 'age', above: Number(years) } : { kind: 'age', min: Number(years) };
    // "Or of legal age": below 18 perhaps.
    if (lower) return { kind: 'any', of: [{ kind: 'all', of: [ADULT, ...sexIn(text, tail)] }, UNREAD] };
    const of: Requirement[] = [age, ...(legal ? [{ kind: 'any' as const, of: [ADULT, UNREAD] }] : []), ...sexIn(text, tail)];
    return of.length === 1 ? age : { kind: 'all', of };
  },
};
const HIGHER = /\b(?:greater|older|higher|over|above|where greater)\b|[≥>]|\bat least\b/i;
/** Of age in every country that a trial may name. */
const ADULT: Requirement = { kind: 'not', of: { kind: 'age', below: 21 } };

/** "Male and ≥ 18 years": the sex is asked for as well. */
function sexIn(text: string, tail: string): Requirement[] {
  const lead = text.slice(0, text.length - tail.length);
  const [male, female] = [/\b(?:males?|men)\b/i.test(lead), /\b(?:females?|women)\b/i.test(lead)];
  return male === female ? [] : [{ kind: 'sex', sex: male ? 'male' : 'female' }];
}
