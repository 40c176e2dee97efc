import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/** Ages in other words: "over 70 years old", "≥ 12 months of age", "6 months to 21 years". Only where nothing else is said; an age at diagnosis is none of today. */
const WHO = String.raw`(?:(?:all|patients?|participants?|subjects?|individuals?|persons?|people|children|adults?|infants?|who|are|is|be|must|should|will|aged?|ages|between|from|of|the|a|an|:)\s+)*`;
const UNIT = String.raw`(years?|yrs?|months?|weeks?|days?)`;
const WHEN = String.raw`(?:,? (?:at|on|by) (?:the )?(?:time of |date of |day of )?(?:signing |study |informed |written |trial )*(?:enrol?lment|consent|entry|registration|screening|inclusion|randomi[sz]ation))?`;
const END = String.raw`${WHEN}\W*$`;
const OVER = new RegExp(
  String.raw`^\W*${WHO}(?:over|above|older than)(?: the age of| age)? (\d{1,3}) ?(?:years?|yrs?)?(?: old| of age)?${END}`,
  'i',
);
const BOUND = new RegExp(String.raw`^\W*(${WHO})(≥|≤|>|<) (\d{1,3}(?:\.5)?) ?${UNIT}((?: (?:old|of age))?(?: at least)?)${END}`, 'i');
const AND_UP = new RegExp(String.raw`^\W*${WHO}(\d{1,3}) ?${UNIT}(?: old| of age)? (?:and|or) (older|above|over|up|younger)${END}`, 'i');
const RANGE = new RegExp(
  String.raw`^\W*(${WHO})(?:(birth|0)|(\d{1,3}) ?${UNIT})(?: of age| old)?\s*(?:-|to|and|through) (?:≤ |and )?(\d{1,3}) ?${UNIT}((?: of age| old)?)(?:,? inclusive)?${END}`,
  'i',
);
const IN_A_YEAR: Readonly<Record<string, number>> = { y: 1, m: 12, w: 52.1775, d: 365.25 };
/** Years with enough places that months come out whole again. */
const years = (value: string | undefined, unit: string | undefined): string =>
  String(Number((Number(value) / (entryOf(IN_A_YEAR, (unit ?? 'y').charAt(0).toLowerCase()) ?? 1)).toFixed(4)));
const SPOKEN = /age|old|infant|child|adult/i;

/** An inclusion; null where nothing of this kind stands. */
export function ageInYears(text: string): string | null {
  const over = OVER.exec(text);
  if (over) return `age > ${over[1] ?? ''} years`;
  const up = AND_UP.exec(text);
  if (up) return `age ${/young/i.test(up[3] ?? '') ? '≤' : '≥'} ${years(up[1], up[2])} years`;
  const bound = BOUND.exec(text);
  // Years alone are read elsewhere; a time without a word for age may be one since something.
  if (bound && SPOKEN.test(`${bound[1] ?? ''}${bound[5] ?? ''}`)) return `age ${bound[2] ?? ''} ${years(bound[3], bound[4])} years`;
  const range = RANGE.exec(text);
  if (!range || !SPOKEN.test(`${range[1] ?? ''}${range[7] ?? ''}`)) return null;
  const upper = `${years(range[5], range[6])} years`;
  return range[2] === undefined ? `age ${years(range[3], range[4])} to ${upper}` : `age ≤ ${upper}`;
}
