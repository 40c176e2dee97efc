/** Both ends of an age in one criterion: what is asked, and what shuts out. */
import type { Rule } from './rule.ts';

const WHO = String.raw`^\W*(?:(?:all|any|adult|patients?|participants?|subjects?|individuals?|persons?|people|children|adults?|who|that|are|is|be|must|should|an?|the)\s+)*`;
const YEARS = String.raw`(?: ?years?)?(?: of age| old)?`;
const WHEN = String.raw`(?:,? (?:at|on|by) (?:the )?(?:time of |date of |day of )?(?:(?:signing|signature|study|informed|written|trial|of|the)\s+)*(?:enrol?lment|consent|entry|registration|screening|inclusion|randomi[sz]ation))?`;
const END = String.raw`${WHEN}\W*$`;
const OF_AGE = String.raw`(?:(?:the )?ages?(?: of)? )?`;

export const AGE_RANGES: readonly Rule[] = [
  // "Between the ages of 18 and 80", "between the ages of 18-80 years"
  {
    needs: ['between the ages', 'between ages'],
    pattern: new RegExp(String.raw`${WHO}between (?:the )?ages (?:of )?(\d{1,2})${YEARS} ?(?:and|to|-) ?(\d{2,3})${YEARS}${END}`, 'i'),
    plain: 'age $1 to $2 years',
    side: 'inclusion',
  },
  // "Age ≥ 30 at signing of consent", "all children must be under 18 years of age at the time of enrollment"
  {
    needs: ['age'],
    pattern: new RegExp(String.raw`${WHO}aged?:? ?([≥>≤<]) ?(\d{1,3})${YEARS}${END}`, 'i'),
    plain: 'age $1 $2 years',
    side: 'inclusion',
  },
  {
    needs: ['under', 'below', 'younger'],
    pattern: new RegExp(String.raw`${WHO}(?:under|below|younger than) ${OF_AGE}(\d{1,2})${YEARS}${END}`, 'i'),
    plain: 'age < $1 years',
    side: 'inclusion',
  },
  // "Age less than 18 or greater than 65", "under the age of 18 and over the age 90": either of them.
  {
    needs: ['over', '>', 'older', 'above'],
    pattern: new RegExp(
      String.raw`${WHO}(?:aged?:? )?(?:under|below|younger than|<) ?${OF_AGE}(\d{1,2})${YEARS},? (?:or|and|and\/or) (?:over|above|older than|>) ?${OF_AGE}(\d{2,3})${YEARS}${END}`,
      'i',
    ),
    plain: 'age < $1 years or age > $2 years',
    side: 'exclusion',
  },
  {
    needs: ['not between'],
    pattern: new RegExp(String.raw`${WHO}not between (?:the )?ages (?:of )?(\d{1,2})${YEARS} ?(?:and|to|-) ?(\d{2,3})${YEARS}${END}`, 'i'),
    plain: 'age < $1 years or age > $2 years',
    side: 'exclusion',
  },
  // "18-24 years of age", "18 to 99 years of age", "ages 18-100"
  {
    needs: ['year'],
    pattern:
      /(?<!diagnos.{0,60})(?<![\d.])(?:ages? (?:of )?|aged |between )?(?:the ages of )?(\d{1,2})(?: years?)?\s*(?:-|to|through|and)\s*(\d{2,3}) ?-?years?(?: of age| old|,? inclusive)(?! (?:at|when|with|of) (?:the )?(?:time of )?(?:initial |first |original )?(?:diagnos|onset|presentation))/i,
    plain: 'age $1 to $2 years',
    side: 'inclusion',
  },
  { needs: ['ages', 'aged'], pattern: /^\W*ages?d? (\d{1,2})\s*-\s*(\d{2,3})\W*$/i, plain: 'age $1 to $2 years', side: 'inclusion' },
  {
    needs: ['under', 'below', 'younger'],
    pattern:
      /^\W*(?:(?:the|patients?|participants?|subjects?|individuals?|persons?|children|those|who are|are|is|age|aged|ages)\s+)*(?:under|below|younger than)(?: the age of| age)? (\d{1,2})(?: years?(?: of age| old)?)?\W*$/i,
    plain: 'Age < $1 years',
  },
  {
    needs: ['over', 'older'],
    pattern: /^\W*(?:age\W*)?(\d{1,2})(?: years?(?: of age)?)? (?:and|or) (?:over|older)\W*$/i,
    plain: 'age ≥ $1 years',
    side: 'inclusion',
  },
];
