/** Treatments, times, settings and the cancers they were for, where they stand in a list. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { ReadingContext } from '../atom.ts';
import { tumourTypes } from '../disease/index.ts';
import { daysOf, therapiesIn, WINDOW, type Therapy } from './therapy-items.ts';
import { everyMatch } from '../text/every-match.ts';

const SETTING =
  /,? ?\b(?:for|in|of|to treat)(?: the)?(?: treatment of)?(?: their| the| patients with)?(?: (?:(?:locally )?advanced|unresectable|recurrent|relapsed|inoperable|incurable|metastatic|stage IV)(?: ?(?:,|\/|or|and|and\/or| )+ ?)?)* ?(?<![a-z])(?:metastatic|advanced)(?:[/ ](?:or |and )?(?:metastatic|advanced|unresectable|recurrent|inoperable|incurable))*(?: (?:or|and|and\/or) (?:metastatic|unresectable|recurrent|relapsed))?(?: (?:disease|setting|cancers?|malignanc(?:y|ies)|tumou?rs?|stage))(?: setting)?/gi;

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'item' | 'window' | 'setting' | 'disease';
  readonly therapy?: Therapy;
  readonly days?: number;
  readonly disease?: ForDisease;
}
/** "for metastatic breast cancer", "for this cancer". */
export interface ForDisease {
  readonly tumour: Requirement | null;
  readonly metastatic: boolean;
}

export function marksIn(text: string, context: ReadingContext): Mark[] {
  const marks: Mark[] = [];
  const free = (start: number, end: number): boolean => marks.every((mark) => end <= mark.start || start >= mark.end);
  for (const match of everyMatch(text, WINDOW))
    marks.push({ start: match.index, end: match.index + match[0].length, kind: 'window', days: daysOf(match) });
  for (const match of everyMatch(text, SETTING))
    if (!/locally advanced (?:disease|setting|cancer)/i.test(match[0]) && free(match.index, match.index + match[0].length))
      marks.push({ start: match.index, end: match.index + match[0].length, kind: 'setting' });
  for (const mark of diseasesIn(text, context)) if (free(mark.start, mark.end)) marks.push(mark);
  for (const { start, end, therapy } of therapiesIn(text)) if (free(start, end)) marks.push({ start, end, kind: 'item', therapy });
  return marks.sort((a, b) => a.start - b.start);
}

const COURSE = String.raw`(?:(?:locally[- ]advanced|advanced|unresectable|recurrent|relapsed|refractory|inoperable|incurable|metastatic|stage IV|persistent)[\s,/]+(?:or |and |and\/or )?)*`;
const FOR = new RegExp(
  String.raw`\b(?:for|of|in|to treat) (?:the )?(?:(?:treatment|management) of )?(?:(?:the|their|this|a|any) )?(${COURSE})$`,
  'i',
);
const THIS =
  /\b(?:for|to treat) (?:the )?(?:treatment of )?(?:(?:the|their|this) )?(?:(?:current|present|study|primary|same) )*(?:cancer|malignancy|disease|tumou?r|diagnosis|indication|condition)(?: (?:under (?:study|investigation)|being studied))?(?! of)\b/gi;

/** The cancer that a treatment was for, where the words before it say no more than how far it had come. */
function diseasesIn(text: string, context: ReadingContext): Mark[] {
  if (!/\b(?:for|of|in|treat) /i.test(text)) return [];
  const found: Mark[] = everyMatch(text, THIS).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'disease',
    disease: { tumour: null, metastatic: false },
  }));
  for (const { start, end, requirement } of tumourTypes(text, context)) {
    const before = FOR.exec(text.slice(0, start));
    const course = before?.[1] ?? '';
    const metastatic = /metastatic|stage IV|(?<!locally[- ])advanced/i.test(course);
    if (before === null || requirement.kind !== 'tumour' || requirement.breadth !== null || (course !== '' && !metastatic)) continue;
    const behind = /^(?: \([A-Za-z]{2,8}\))?(?: disease| setting)?/i.exec(text.slice(end))?.[0] ?? '';
    found.push({ start: before.index, end: end + behind.length, kind: 'disease', disease: { tumour: requirement, metastatic } });
  }
  return found;
}
