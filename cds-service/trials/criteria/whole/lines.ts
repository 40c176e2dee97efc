/** Numbers of earlier lines, with the setting they are counted in. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD, type Side } from '../requirements-together.ts';
import type { WholeReader } from './reader.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

export const LINES_READER: WholeReader = { needs: ['line', 'regimen', 'prior systemic', 'previous systemic'], read };

const COUNT: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const N = '(one|two|three|four|five|six|[1-9])';
const NUMBER = String.raw`(?:(≥|≤|>|<)\s*${N}(?: ?\((?:\d)\))?(?:,? (?:and|but|to) (?:(?:no more than |not more than |up to )?|)(≤|<)\s*${N})?|${N} ?(?:-|–|to|or) ?${N}|${N} or (more|fewer|less)|${N} or greater)`;
const WHAT = String.raw`(?:\s(?:prior|previous|different|separate|full))*(?:\s(?:systemic|standard|anti-?cancer|anti-?neoplastic|therapeutic|treatment|prior|of|therapy|approved))*\s(lines?|regimens?)(?: of)?(?:\s(?:prior|previous|systemic|standard|anti-?cancer|anti-?neoplastic|approved|available|of|care|(?:therap(?:y|ies)|treatments?)))*`;
const LEAD = String.raw`^\W*(?:(?:patients?|participants?|subjects?|individuals?|must|should|have|has|had|who|been|received|receiving|treated|with|prior|previously|previous|history|of|any|treatment|therapy|exposure|to|exposed|a|the|receipt|at|not|no|undergone|progressed|progression|on|after|following|disease|following|or|relapsed|refractory)\s+)*`;
const PATTERN = new RegExp(String.raw`${LEAD}${NUMBER}${WHAT}`, 'i');
const SETTING =
  /^,?\s*(?:for|in|given for|in the)(?: the)?(?: treatment of)?(?: their)? ?(?:(?:unresectable|recurrent|relapsed|locally advanced|advanced|inoperable|incurable|metastatic)[\s,/]*(?:or |and |and\/or )?)*(?:disease|setting|cancers?|malignanc(?:y|ies)|tumou?rs?)(?: setting)?/i;

/** A count is contradicted by more numbered lines than it allows, and shown by as many as it asks for. */
function read(text: string, side: Side): Requirement | null {
  const found = PATTERN.exec(text);
  if (!found || /\b(?:cohorts?|arms?|part [A-Z1-9]|if|when|either|allowed|permitted|eligible)\b/i.test(text)) return null;
  const lead = text.slice(0, found[0].search(new RegExp(`${NUMBER}${WHAT}`, 'i')));
  const denied = lead.match(/\bnot?\b/gi)?.length ?? 0;
  // "No more than" is a limit; "must not have received > 3 lines" turns one.
  if (denied > 1 || (denied === 1 && (side === 'exclusion' || !/\b(?:must|may|should|can|have|has) not\b/i.test(lead)))) return null;
  if (/\bof$/i.test(found[0])) return null;
  const limits = limitsOf(found);
  if (limits === null) return null;
  // More than one regimen of one kind of drug, or of a combination, is another count.
  const rest = text.slice(found[0].length).replace(/[.;\s]+$/, '');
  const setting = SETTING.exec(rest)?.[0] ?? '';
  const tail = rest.slice(setting.length).replace(/^\W+$/, '');
  // Lines of one setting that is not known are another count.
  if (/^\W*(?:for|in|since|after|within|as|during|to|on|against|given)\b/i.test(tail)) return null;
  if (
    /^[\s-]*(?:that|which|containing|of|chemo\w*|cytotoxic|immuno\w*|endocrine|hormon\w*|targeted|platinum|\w+-(?:based|directed|containing)|radi\w+|biolog\w*)\b/i.test(
      tail,
    )
  )
    return null;
  if (/^\s*(?:including|with|consisting)\b/i.test(tail) && side === 'exclusion') return null;
  if (setting !== '' && !/metastatic|(?<!locally )advanced/i.test(setting)) return null;
  const lines: Requirement = { kind: 'lines', ...limits, ...(setting === '' ? {} : { setting: 'metastatic' }) };
  if (denied === 1) return tail.trim() === '' && limits.max === undefined ? { kind: 'not', of: lines } : null;
  const open = tail.trim() !== '' || /\b(?:progress|relapsed|refractory|disease|after|following)/i.test(lead);
  if (!open) return lines;
  // What follows may be an exception to the count, or what counts as a line.
  return /\b(?:except|unless|excluding|not count|do(?:es)? not|may|or\b|adjuvant|maintenance|count|considered|defined|if)\b/i.test(tail) ||
    side === 'exclusion'
    ? null
    : join('all', [lines, UNREAD]);
}

function limitsOf([, sign, n, sign2, n2, from, to, some, more, most]: RegExpExecArray): { min?: number; max?: number } | null {
  const value = (word: string | undefined): number => entryOf(COUNT, (word ?? '').toLowerCase()) ?? Number(word);
  if (from !== undefined && to !== undefined) return { min: value(from), max: value(to) };
  if (some !== undefined) return more === 'more' ? { min: value(some) } : { max: value(some) };
  if (most !== undefined) return { min: value(most) };
  const first =
    sign === '≥' ? { min: value(n) } : sign === '>' ? { min: value(n) + 1 } : sign === '≤' ? { max: value(n) } : { max: value(n) - 1 };
  if (sign2 === undefined) return first;
  if (first.min === undefined) return null;
  return { ...first, max: sign2 === '≤' ? value(n2) : value(n2) - 1 };
}
