/**
 * Lists of treatments: "prior anti-PD-1, anti-PD-L1 or any other agent directed to …", "chemotherapy, radiotherapy or surgery within 4 weeks". Each
 * member is asked by itself; words that are not known open the member that they stand at, or all of them where they may belong to all.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD } from '../requirements-together.ts';
import { neverCertain } from '../alternatives.ts';
import { canDecide } from '../deciding.ts';
import type { ReadingContext } from '../atom.ts';
import { limitedByBracket } from './limiting-bracket.ts';
import { asked, type Given, type Therapy } from './therapy-items.ts';
import { marksIn, type ForDisease } from './marks.ts';
import { segmentsOf } from './segments.ts';
import { endOfException, EXCEPT, sparedBy, SPARES, type Spared } from './spared.ts';
import { ANY_TIME, blankOut, EXAMPLES, spelled, withoutBrackets } from './wording.ts';

export interface TreatmentList {
  readonly members: readonly Requirement[];
  /** "or" stands between them, or a comma list ends in it. */
  readonly or: boolean;
  readonly and: boolean;
  /** Something else that counts as well, which was not understood. */
  readonly more: boolean;
  readonly windowed: boolean;
}

const FORBIDS =
  /\b(?:(?:must|may|should|can|will) not|cannot|excluded|ineligible|not (?:be )?(?:eligible|allowed|permitted)|prohibited|also)\b/i;

/** The members of a list, or null where nothing in it is known. `base`: what the words before the list say of all of them. */
export function treatmentList(text: string, context: ReadingContext, base: Given = {}): TreatmentList | null {
  const exception = EXCEPT.exec(text);
  const cut = exception === null ? null : endOfException(text, exception.index);
  const kept =
    exception === null || cut === null ? text : text.slice(0, exception.index) + ' '.repeat(cut - exception.index) + text.slice(cut);
  const [first = '', ...further] = kept.split(/(?<=[a-z)\]0-9])[.;]\s+(?=[A-Z(])/);
  const spared = sparedBy(
    [exception === null || cut === null ? '' : text.slice(exception.index, cut), ...further.filter((one) => SPARES.test(one))].join(' '),
  );
  const list = membersOf(first.replace(/[.;,\s]+$/, ''), context, base, spared);
  // A further sentence that forbids is one more way to be excluded.
  return list !== null && further.some((one) => FORBIDS.test(one)) ? { ...list, more: true } : list;
}

function membersOf(written: string, context: ReadingContext, base: Given, spared: Spared): TreatmentList | null {
  const text = withoutBrackets(
    limitedByBracket(
      spelled(written)
        .replace(ANY_TIME, ' ')
        .replace(/≥ (?:one|1)(?= [a-z])(?! (?:days?|weeks?|months?|years?|cm|mm|of)\b)/gi, ' '),
    ),
  )?.replace(EXAMPLES, (found) => `,${' '.repeat(found.length - 1)}`);
  if (text === undefined) return null;
  const marks = marksIn(text, context);
  // A time that was not understood may be a shorter one.
  if (/half-? ?li|whichever|\bt ?1\/2/i.test(blankOut(text, marks))) return null;
  const items = marks.filter(({ kind }) => kind === 'item');
  if (items.length === 0) return null;
  // "Treatment for kidney cancer with chemotherapy, hormones …": the disease is that of all of them.
  if (marks.some(({ kind, end }) => kind === 'disease' && /^\s*(?:with|by|using|consisting|includ)/i.test(text.slice(end)))) return null;
  const segments = segmentsOf(text, marks);
  const windows = marks.filter(({ kind }) => kind === 'window');
  // What stands before the first treatment may be said of all of them: a side effect of it, the disease it was for.
  const firstAt = segments.findIndex((one) => one.items.length > 0);
  const first = segments[firstAt];
  if (
    first === undefined ||
    segments.slice(0, firstAt).some(({ disease, setting }) => disease !== null || setting) ||
    segments.slice(0, firstAt).some(({ before, after }) => before || after)
  )
    return null;
  let governed = first.before;
  const leading = (windows[0]?.start ?? Infinity) < (items[0]?.start ?? 0);
  const members: Requirement[] = [];
  let waiting: { therapy: Therapy; open: boolean }[] = [];
  let more = false;
  const given = (days: number | undefined, setting: boolean, sole: boolean): Given => ({
    ...base,
    ...(days === undefined ? {} : { withinDays: days }),
    ...(setting ? { setting: 'metastatic' } : {}),
    ...(sole ? { sole: true } : {}),
  });
  const flush = (days: number | undefined, open: boolean, setting = false, disease: ForDisease | null = null): void => {
    const about = given(days, setting || disease?.metastatic === true, disease !== null);
    for (const [at, one] of waiting.entries()) {
      const member = memberOf(one.therapy, about, spared, open || governed || one.open);
      const ofDisease = disease?.tumour ? join('all', [member, disease.tumour]) : member;
      // "cabozantinib or any prior chemotherapy for thyroid cancer": the first of them may be meant whatever it was for.
      members.push(disease?.tumour && apart && at < waiting.length - 1 ? join('any', [ofDisease, UNREAD]) : ofDisease);
    }
    waiting = [];
    if (days !== undefined) governed = false;
  };
  const loose = windows.length === 0 && segments.some(({ after }) => after);
  const apart = /\bor (?:any |other |prior |previous )*(?:any|prior|previous)\b/i.test(blankOut(text, marks));
  /** An alternative that was not understood goes on: what follows a comma is said of it. */
  let aside = false;
  let days: number | undefined = leading ? windows[0]?.days : undefined;
  for (const [at, segment] of segments.entries()) {
    const last = at === segments.length - 1;
    for (const therapy of segment.items) waiting.push({ therapy, open: segment.before || loose || segment.items.length > 1 });
    if (segment.items.length > 0) aside = false;
    else if (segment.another && (segment.words || segment.after)) aside = true;
    if (segment.items.length === 0 && segment.words && !segment.after) more = true;
    if (segment.after) {
      // What follows may be said of everything before it, a time included ("…, without recovery").
      if (members.length > 0 && waiting.length === 0 && !segment.another && !aside) return null;
      flush(segment.days ?? days, true);
      if (last) more = true;
      continue;
    }
    // The disease stands before a time that may be meant for all.
    if (segment.setting || segment.disease)
      flush(segment.days ?? days, segment.days === undefined && days === undefined && windows.length > 0, segment.setting, segment.disease);
    else if (segment.days !== undefined && !(leading && at === 0 && segment.items.length === 0)) flush(segment.days, false);
    if (leading && segment.days !== undefined) days = segment.days;
  }
  // Without a time of its own where others have one: it may be ever, or the same time.
  flush(days, !leading && windows.length > 0);
  const bare = blankOut(text, marks);
  return {
    members,
    or: /\bor\b|\//i.test(bare),
    and: /\band\b(?!\/or)|\+|&/i.test(bare),
    more,
    windowed: windows.length > 0,
  };
}

function memberOf(therapy: Therapy, given: Given, spared: Spared, open: boolean): Requirement {
  const any = therapy.drugs?.includes('*') === true;
  const named = therapy.drugs?.some((drug) => spared.drugs.includes(drug)) === true;
  // A port or a biopsy is no major surgery.
  const apart = therapy.procedure === 'major surgery' && !spared.surgery;
  const touched =
    spared.all ||
    (spared.groups.has(therapy.group) && !apart && therapy.group !== 'systemic' && therapy.group !== 'hormone') ||
    (!any && named);
  const question = asked(therapy, any && spared.drugs.length > 0 ? { ...given, except: spared.drugs } : given);
  return open || touched ? neverCertain(question) : question;
}

/** One of the members is enough. */
export function oneOf({ members, more }: TreatmentList): Requirement {
  return join('any', [...withShortest(members), ...(more ? [UNREAD] : [])]);
}

/**
 * "Radiotherapy within 4 weeks, or local radiotherapy within 2 weeks": which radiotherapy a record means is seldom told. Any within the shorter time
 * counts; one within the longer time may have been of the other kind.
 */
function withShortest(members: readonly Requirement[]): readonly Requirement[] {
  const days = members.flatMap((member) => windowsOf(member));
  if (new Set(days).size < 2 || !members.some((member) => windowsOf(member).length > 0 && canDecide(member))) return members;
  const [first = 0, ...others] = days;
  const shortest = Math.min(first, ...others);
  const certain: Requirement = { kind: 'procedure', name: RADIOTHERAPY, withinDays: shortest };
  return [...members.map((member) => (windowsOf(member).length > 0 ? neverCertain(member) : member)), certain];
}
function windowsOf(asked: Requirement): number[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(windowsOf);
  return asked.kind === 'procedure' && asked.name === RADIOTHERAPY && asked.withinDays !== undefined ? [asked.withinDays] : [];
}
const RADIOTHERAPY = 'radiotherapy';
