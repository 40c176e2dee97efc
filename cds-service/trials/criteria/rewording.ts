/** Other words for the same: a criterion that the first reading left open is read again in them. Each rule keeps the meaning; none drops a condition. */
import type { Side } from './arrange.ts';
import { gate, openedBy } from './needles.ts';

interface Rule {
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly plain: string;
  readonly side?: Side;
}

const RULES: readonly Rule[] = [
  // "No HIV testing is required unless mandated by local health authority."
  {
    needs: ['testing', 'screening'],
    pattern:
      /(?:[.;*-]|\bnotes?:?)\s*(?:notes?:? )?(?:no (?:testing|screening|\w+ testing)\b|(?:testing|screening)\b|(?:HIV|hepatitis [BC]|HBV|HCV) (?:testing|screening)\b)[^.;]{0,90}\b(?:required|necessary|needed|mandated)\b[^.;]*\.?\s*$/i,
    plain: '.',
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
      /^\W*(?:(?:patients?|participants?|subjects?|individuals?|persons?|children|those|who are|are|age|aged|ages)\s+)*(?:under|below|younger than)(?: the age of| age)? (\d{1,2})(?: years?(?: of age| old)?)?\W*$/i,
    plain: 'Age < $1 years',
  },
];

const GATED = RULES.map((rule) => ({ ...rule, needed: gate(rule.needs) }));

/** Null: nothing to say otherwise. */
export function reworded(text: string, side: Side): string | null {
  const opened = openedBy(text);
  let plain = text;
  for (const rule of GATED)
    if (opened.has(rule.needed) && (rule.side === undefined || rule.side === side)) plain = plain.replace(rule.pattern, rule.plain);
  return plain === text ? null : plain;
}
