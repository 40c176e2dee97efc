/** Earlier treatment: lines, named drugs and classes, none at all, and how long ago. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { neverCertain } from '../alternatives.ts';
import { byPattern, needing, type Atom, type Recogniser } from '../atom.ts';
import { CYTOTOXIC } from './drug-classes/cytotoxic.ts';
import { ANY_CANCER_DRUG, drugsIn } from './drug-mentions.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

const COUNT_WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, first: 1 };
const N = '(one|two|three|four|five|[1-9])';
const LINES = String.raw`(?:\(\d\) )?(?:prior|previous|earlier)?\s*(?:(?:systemic|cytotoxic|chemotherapy|standard|anti-?cancer|prior|of|therapeutic|treatment)\s+){0,3}(?:lines?|regimens?)(?: of (?:prior |previous )?(?:(?:systemic|standard|anti-?cancer|cytotoxic|chemo\w*)\s+)*(?:therap(?:y|ies)|treatments?|chemotherapy))?`;
const lines: Recogniser = byPattern(
  new RegExp(String.raw`\b(?:(≥|≤|>|<)\s*${N}|${N} ?(?:-|to|or) ?${N}|${N} or more)\s+${LINES}|(≥|≤|>|<)\s*${N}\s+${LINES}`, 'gi'),
  ([match, sign, n, from, to, more, sign2, n2]) => {
    // Lines of one kind of treatment are another count than lines.
    if (/cytotoxic|chemotherap/i.test(match)) return { kind: 'unread', ask: 'number of prior lines of chemotherapy' };
    const value = (word: string | undefined): number => entryOf(COUNT_WORDS, (word ?? '').toLowerCase()) ?? Number(word);
    if (from !== undefined && to !== undefined) return { kind: 'lines', min: value(from), max: value(to) };
    if (more !== undefined) return { kind: 'lines', min: value(more) };
    const [mark, count] = [sign ?? sign2, value(n ?? n2)];
    if (mark === '≥') return { kind: 'lines', min: count };
    if (mark === '≤') return { kind: 'lines', max: count };
    return mark === '>' ? { kind: 'lines', min: count + 1 } : { kind: 'lines', max: count - 1 };
  },
);

const anyCancerDrug: Requirement = { kind: 'treated', label: 'any systemic cancer therapy', drugs: [ANY_CANCER_DRUG] };
const anyChemotherapy: Requirement = { kind: 'treated', label: 'chemotherapy', drugs: CYTOTOXIC };
const naive: Recogniser = byPattern(
  /\b(?:treatment|therapy|chemotherapy)[- ]na(?:i|ï)ve\b|\bpreviously untreated\b|\b(?:no|not received(?: any)?|without(?: any)?) (?:prior|previous) systemic (?:anti-?cancer |anticancer )?(?:therapy|treatment)\b(?! ?\((?![A-Z-]{2,6}\)))/gi,
  ([found]) => ({ kind: 'not', of: /^chemo/i.test(found) ? anyChemotherapy : anyCancerDrug }),
);
/** Not before a bracket, which may say which kinds are meant. */
const systemic: Recogniser = byPattern(
  /\b(?:any )?(?:prior|previous) (?:systemic )?(?:anti-?cancer|anti-?neoplastic|systemic) (?:therapy|treatment|therapies|treatments)\b(?! ?\((?![A-Z-]{2,6}\)))/gi,
  () => anyCancerDrug,
);

const chemotherapy: Recogniser = byPattern(
  /\b(?:any )?(?:prior|previous) (?:systemic |cytotoxic )*chemotherapy\b(?! (?:regimens?|lines?))/gi,
  () => anyChemotherapy,
);

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
const WITHIN = /\bwithin (?:the )?(?:last |past |previous |preceding )?(\d{1,3}) (day|week|month|year)s?\b/i;

const SINCE =
  /(?:≥|>|<|≤) ?(\d{1,3}) (day|week|month)s?(?: (?:must )?(?:have|has) (?:elapsed|passed))? (?:since|from|after)(?: (?:the|their|last|prior|most recent|end of|completion of|final))*(?: (?:dose|administration|treatment|infusion|therapy)s?)?(?: (?:of|with))?/i;

/**
 * A drug or class counts as treatment only where the criterion speaks of having had it; an allergy to it, or a plan to give it, stays text.
 */
const TREATED =
  /\b(?:since|last|prior|previous(?:ly)?|received|receiving|treated|treatment with|therapy with|progress(?:ed|ion)|exposure|exposed|refractory|resistant|failed|failure|intolerant|naive|after|following|on|had)\b/i;
const NOT_TREATED =
  /\b(?:allerg\w*|hypersensitiv\w*|contraindicat\w*|candidate|plan(?:ned|s)?|eligible (?:for|to)|intend\w*|scheduled|will (?:receive|be)|concomitant|must be able|suitable|reactions?|indicated|appropriate)\b/i;

const ANCHOR =
  /\b(?:prior to|before|of|after|preceding|from|with|until|first|start\w*|initiat\w+|dose|doses|administration)\s+(?:the\s+|first\s+|study\s+|any\s+)*(?:first |planned |initial |start(?:ing)? |initiati\w+ |administration |infusion |dose |doses |receiving |cycle )+(?:of |with |on )?(?:the |study )*$/i;

const drugs: Recogniser = (text) => {
  if (!TREATED.test(text) || NOT_TREATED.test(text)) return [];
  const atoms: Atom[] = [];
  const since = SINCE.exec(text);
  const within = since ?? WITHIN.exec(text);
  const days = within ? Number(within[1]) * (entryOf(DAYS, (within[2] ?? '').toLowerCase()) ?? 1) : undefined;
  const adjuvant = /adjuvant\b|\bperi-?operative\b/i.test(text);
  /** "≥ 4 weeks since …": not within them. */
  const longAgo = since !== null && /[≥>]/.test(since[0]);
  for (const { start, end, label, drugs: named } of drugsIn(text)) {
    // "Within 4 weeks of the first dose of venetoclax": the drug that the trial gives.
    if (ANCHOR.test(text.slice(Math.max(0, start - 70), start))) continue;
    const treated: Requirement = {
      kind: 'treated',
      label,
      drugs: named,
      ...(days === undefined ? {} : { withinDays: days }),
    };
    const requirement: Requirement = longAgo ? { kind: 'not', of: treated } : treated;
    // "Adjuvant or neoadjuvant chemotherapy or immunotherapy": which treatment was adjuvant is not recorded.
    atoms.push({ start, end, requirement: adjuvant ? neverCertain(requirement) : requirement });
  }
  return atoms;
};
/** The time window belongs to the drugs beside it; alone it is not read. */
export function withoutWindow(text: string): string {
  return text.replace(EVERY_SINCE, (whole) => ' '.repeat(whole.length)).replace(EVERY_WITHIN, (whole) => ' '.repeat(whole.length));
}
const [EVERY_SINCE, EVERY_WITHIN] = [new RegExp(SINCE.source, 'gi'), new RegExp(WITHIN.source, 'gi')];

export const TREATMENT: readonly Recogniser[] = [
  needing('line|regimen', lines),
  needing('na|untreated|systemic', naive),
  drugs,
  needing('systemic|cancer|neoplastic', systemic),
  needing('chemotherapy', chemotherapy),
];
