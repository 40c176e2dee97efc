/** Splits an eligibility text into inclusion and exclusion criteria: headings, bullets, numbers, nesting, alternatives. */
import { countsSpared, CYTOPENIA_SPARED } from './cytopenia-spared.ts';
import { shownText } from './clean-text.ts';
import { waysByFunction } from './degrees-of-function.ts';
import { isNoteBeneath, isNoteBeside, OF_WHOM } from './notes.ts';
import { flatParts, isFlat } from './flat-text.ts';
import { englishHeading } from '../foreign-heading.ts';
import { isOutline, outlineParts, withoutLabel } from './registry-outline.ts';
import { cohortAlone, endsInColon, listMode, opensCriteria, sectionName, sectionOf, type ListMode } from './headings.ts';

export interface CriterionText {
  readonly kind: 'inclusion' | 'exclusion';
  readonly span: readonly [number, number];
  /** The criterion without its bullet; `qualified` lines beneath it are part of the span. */
  readonly text: string;
  /** Alternatives of which one is enough ("one of the following"); empty for a plain criterion. */
  readonly alternatives: readonly string[];
  /** Holds for a cohort, an arm or a group only, or it is not clear of whom it speaks: never certain for a patient. */
  readonly conditional: boolean;
  /** It is so only because a line that is nothing but "or" makes its group one of two. */
  readonly either?: true;
  /** The heading of the cohort or group that it stands under, or its own text where that names one. */
  readonly heading?: string;
  /** The heading is that of a whole section. */
  readonly section?: true;
  /** Notes and exceptions that stand beneath it. */
  readonly notes: readonly string[];
  /** The alternatives are examples: something like them is enough too. */
  readonly examples?: boolean;
  /** What the line above says is asked as well. */
  readonly narrowed?: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly bullet: boolean;
  readonly text: string;
}

const INLINE = /^\W*((?:non[- ]?)?inclusion|exclusion)(?:\s+criteria)?\s*:\s*(?=\S)/i;

/** "Inclusion criteria: ECOG 0-1" asks for it; "Inclusion criteria: Phase 1b", "…: all patients must meet the following:" head a list. */
function isCriterion(rest: string, next: Line | undefined): boolean {
  const title = next?.bullet === true && /^(?:[A-Z][\w-]*\W*){1,5}$/.test(rest);
  return !title && !endsInColon(rest) && cohortAlone(rest) === null && !OF_WHAT.test(rest);
}
const OF_WHAT =
  /^\W*(?:(?:for|all|both|each|the|study|phase|cohorts?|arms?|parts?|groups?|steps?|stratum|strata|registration|randomi[sz]ation|screening|enrol?lment|treatment|patients?|participants?|subjects?|donors?|controls?|healthy|volunteers?|caregivers?|dose|escalation|expansion|general|common|main|key|only|and|or|[ivx]{1,3}[ab]?|\d+[a-z]?|[a-h])\b\W*)+$/i;

/** Those beside the patients, who have criteria of their own: "Donors:", "Healthy volunteers". */
const OTHER_PEOPLE =
  /^\W*(?:for )?(?:the )?(?:(?:healthy|marrow|stem[- ]cell|blood|plasma) )*(?:donors?|volunteers?|controls?|caregivers?|relatives?|partners?|clinicians?)\b/i;

/** Forbidden for a part of the trial only. */
const OF_COHORT = /\b(?:cohorts?|arms?|parts?|phase|groups?|stratum|strata|module|sub-?stud(?:y|ies)|segment)\b/i;
const LETTERED = /^\W*[A-H]\d{1,2}\s*[).]/;
/** An "or" at the end stands within so many characters. */
const ENDING = 40;
/** In the registry's outline: what nothing is asked about. */
const SAYS_NOTHING = /^\W*(?:[\w ]{3,24}: ?)?(?:not specified|see (?:disease|patient) characteristics|see [\w ]{4,24}|any age)\W*$/i;
const PLAIN = { mode: 'plain', indent: -1 } as const;

export function splitCriteria(eligibility: string): CriterionText[] {
  const outline = isOutline(eligibility);
  const lines = linesOf(eligibility, outline ? outlineParts : isFlat(eligibility) ? flatParts : whole);
  const headed =
    outline ||
    lines.some(({ text, bullet }) => sectionOf(text, bullet) !== null || INLINE.test(text) || (!bullet && opensCriteria(text) !== null));
  /** "Part B specific exclusion criteria (B1) … (B2) …": the letter says whose they are. */
  const lettered = /\bpart [A-H]\b[^\n]{0,40}criteria/i.test(eligibility);
  const out: { -readonly [K in keyof CriterionText]: CriterionText[K] }[] = [];
  let kind: 'inclusion' | 'exclusion' = 'inclusion';
  let sectionConditional = !headed;
  /** A line that is nothing but "or" made it so. */
  let sectionEither = false;
  /** Of whom the section is, where that is told and they are patients at the beginning. */
  let sectionHeading: string | null = null;
  /** How a line without bullet that ends in a colon governs those below it that are not deeper; they end where the list it stands in goes on. */
  let flat: { readonly mode: ListMode; readonly indent: number; readonly text?: string } = PLAIN;
  /** Bullets that the next deeper lines stand under. */
  const parents: { indent: number; at: number; mode: ListMode; alternative?: true }[] = [];
  let sectionFrom = 0;
  /** The line above the heading of the section names them. */
  let ofGroup = false;

  for (const [number, line] of lines.entries()) {
    const inline = INLINE.exec(line.text);
    const section = inline && isCriterion(line.text.slice(inline[0].length), lines[number + 1]) ? null : sectionOf(line.text, line.bullet);
    const opened = line.bullet ? null : opensCriteria(line.text);
    if (section ?? opened) {
      kind = section?.side ?? opened ?? kind;
      sectionConditional = (section?.some ?? false) || ofGroup;
      sectionEither = false;
      sectionHeading = section?.some === true && !ofGroup ? sectionName(line.text) : null;
      flat = PLAIN;
      parents.length = 0;
      sectionFrom = out.length;
      continue;
    }
    let text = outline ? withoutLabel(line.text) : line.text;
    if (inline) {
      kind = /^(?:non|ex)/i.test(inline[1] ?? '') ? 'exclusion' : 'inclusion';
      text = text.slice(inline[0].length);
      flat = PLAIN;
      sectionFrom = out.length;
    }
    if (line.indent < flat.indent) flat = PLAIN;
    if (/^\W*(?:and\/)?or\W*$/i.test(text)) {
      // "Creatinine ≤ 1.5" / "OR" / "Clearance ≥ 60": one criterion, as if the word stood at the end of the first line.
      const [last, after] = [out.at(-1), lines[number + 1]];
      if (last && after && out.length > sectionFrom && last.alternatives.length === 0 && sameMeasure(last.text, after.text)) {
        last.text = `${last.text} or`;
        continue;
      }
      // Alternatives of whole groups: nobody of them is asked for alone. Within a list only its own lines are meant.
      const under = parents.findLast((other) => other.indent < line.indent);
      for (let at = under?.at ?? sectionFrom; at < out.length; at += 1) conditional(at);
      if (under) under.mode = 'special';
      else {
        sectionEither ||= !sectionConditional;
        sectionConditional = true;
      }
      if (!under) sectionHeading = null;
      continue;
    }
    if (/^\W*(?:and|none|n\/a|not applicable)?\W*$/i.test(text) || (outline && SAYS_NOTHING.test(text))) continue;
    while ((parents.at(-1)?.indent ?? -1) >= line.indent) parents.pop();
    const parent = parents.at(-1);
    const owner = parent === undefined ? undefined : out[parent.at];
    const heading = endsInColon(text);
    // What a line above forbids is an exclusion wherever it stands; where no indentation tells how far that goes, nothing is certain.
    const forbidden = parents.some((other) => other.mode === 'denied');
    const opensOwn = !line.bullet && heading;
    const maybe = !forbidden && !opensOwn && flat.mode === 'denied';
    const side = forbidden || maybe ? 'exclusion' : kind;
    const mode = listMode(text, side, line.bullet);

    // "creatinine ≤ 1.5 x ULN OR" / "clearance ≥ 60": two lines, one criterion.
    const before = out.at(-1);
    if (
      before &&
      out.length > sectionFrom &&
      (/\s(?:and\/)?or\W*$/i.test(before.text.slice(-ENDING)) || /^\W*or\s/i.test(text)) &&
      before.alternatives.length === 0
    ) {
      before.text = `${before.text.replace(/[,;]?\s(?:and\/)?or\W*$/i, '')} or ${text.replace(/^\W*or\s+/i, '')}`;
      before.span = [before.span[0], line.end];
      continue;
    }
    if (parent && owner) {
      // A list within an alternative: which of its lines is enough is not clear.
      if (parent.alternative === true) owner.conditional = true;
      parents.push({ indent: line.indent, at: parent.at, mode: opensNotes(text) ? 'exception' : parent.mode, alternative: true });
      const heads = endsInColon(owner.text);
      if (parent.mode === 'exception' || (heads ? isNoteBeside(text) || OF_WHOM.test(text) : isNoteBeneath(text))) {
        owner.notes = [...owner.notes, parent.mode === 'exception' ? `Except ${text}` : text];
        owner.span = [owner.span[0], line.end];
        continue;
      }
      if (parent.mode === 'either' || parent.mode === 'examples') {
        owner.span = [owner.span[0], line.end];
        owner.alternatives = [...owner.alternatives, text];
        if (parent.mode === 'examples') owner.examples = true;
        continue;
      }
      parents.pop();
    }
    if (isNoteBeside(text) && !/^\W*(?:patients?|participants?|subjects?)\b/i.test(text) && out.length > sectionFrom) {
      const last = out.at(-1);
      if (last) {
        last.notes = [...last.notes, text];
        last.span = [last.span[0], line.end];
        if (opensNotes(text)) parents.push({ indent: line.indent, at: out.length - 1, mode: 'exception' });
        continue;
      }
    }
    const above = parents.findLast((other) => other.mode === 'cohort' || other.mode === 'special');
    const inCohort = above !== undefined;
    const opens = opensOwn;
    const group = above ? out[above.at]?.text : mode === 'cohort' ? text : !opens && (flat.mode === 'cohort' || flat.mode === 'special') ? flat.text : undefined; // prettier-ignore
    // "* Dose expansion phase" among bullets: those that follow are its own until the next such line.
    const next = lines[number + 1];
    if (!line.bullet && next && next.indent <= line.indent && sectionOf(next.text, next.bullet)?.some === false)
      ofGroup = OTHER_PEOPLE.test(text) && !/\b(?:must|should|shall|willing|agree\w*|screening)\b/i.test(text);
    const alone = line.bullet && (lines[number + 1]?.indent ?? -1) === line.indent ? cohortAlone(text) : null;
    if (alone !== null) flat = alone === 'everybody' ? PLAIN : { mode: 'cohort', indent: line.indent, text };
    if (opens) flat = { mode: mode === 'either' && side === 'exclusion' ? 'plain' : mode, indent: line.indent, text };
    const ofSome =
      inCohort ||
      maybe ||
      (forbidden && parents.some((other) => other.mode === 'denied' && OF_COHORT.test(out[other.at]?.text ?? ''))) ||
      mode === 'cohort' ||
      (lettered && LETTERED.test(eligibility.slice(line.start, line.end))) ||
      (!opens && flat.mode !== 'plain' && flat.mode !== 'narrowed');
    out.push({
      kind: side,
      span: [line.start, line.end],
      text,
      alternatives: [],
      conditional: sectionConditional || ofSome,
      ...(sectionEither && !ofSome ? { either: true as const } : {}),
      notes: [],
      ...(group !== undefined
        ? { heading: group }
        : sectionHeading !== null && !maybe && !forbidden
          ? { heading: sectionHeading, section: true as const }
          : {}),
      ...(parents.some((other) => other.mode === 'narrowed') || (!opens && flat.mode === 'narrowed') ? { narrowed: true } : {}),
    });
    parents.push({ indent: line.indent, at: out.length - 1, mode: mode === 'either' && side === 'exclusion' ? 'plain' : mode });
  }
  // A heading alone asks for nothing.
  for (const one of out) if (endsInColon(one.text) && one.alternatives.length === 0) one.conditional = true;
  for (const at of waysByFunction(out.map((one) => (one.kind === 'inclusion' ? one.text : '')))) {
    const one = out[at];
    if (one !== undefined) one.conditional = true;
  }
  for (const at of countsSpared(out.map((one) => (one.kind === 'inclusion' ? one.text : '')))) {
    const one = out[at];
    if (one !== undefined) one.notes = [...one.notes, CYTOPENIA_SPARED];
  }
  return out;

  function conditional(at: number): void {
    const criterion = out[at];
    if (criterion === undefined) return;
    if (!criterion.conditional) criterion.either = true;
    criterion.conditional = true;
  }
}

/** Both lines are about the same measure of the same thing. */
function sameMeasure(one: string, other: string): boolean {
  return Math.max(one.length, other.length) < 300 && MEASURES.some((measure) => measure.test(one) && measure.test(other));
}
const MEASURES: readonly RegExp[] = [
  /^\W*(?:\w+ ){0,3}(?:creatinine|clearance|CrCl|e?GFR|glomerular filtration)\b/i,
  /^\W*(?:\w+ ){0,2}bilirubin\b/i,
  /^\W*(?:\w+ ){0,3}(?:AST|ALT|SGOT|SGPT|aminotransferases?|transaminases?)\b/i,
  /^\W*(?:≥ |at least )?\d+ ?mm\b/i,
];

/** "The following cancers are permitted:": what stands beneath is permitted too, and no criterion of its own. */
function opensNotes(text: string): boolean {
  return endsInColon(text) && isNoteBeneath(text);
}

const COUNTED = /^\s*([*•-]\s+)?(\d{1,2})\\?[.)]\s/;
const whole = (line: string): readonly string[] => [line];

function* rawLines(text: string, partsOf: typeof whole): Generator<{ readonly raw: string; readonly index: number }> {
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    let from = index;
    for (const raw of partsOf(line)) {
      yield { raw, index: from };
      from += raw.length;
    }
  }
}

/** Lines with their places; a wrapped line (continuing in lower case, deeper, without bullet) is joined to the one above. */
function linesOf(text: string, partsOf: typeof whole): Line[] {
  const lines: Line[] = [];
  /** "* 1. …" and, deeper, "2. …": one list, of which only the first has a bullet as well. */
  let counted: { readonly number: number; readonly indent: number } | null = null;
  let blankBefore = true;
  let last = 0;
  for (const { raw, index } of rawLines(text, partsOf)) {
    const gap = text.slice(last, index);
    blankBefore = lines.length === 0 || (gap.match(/\n/g)?.length ?? 0) > 1;
    last = index + raw.length;
    const body =
      /^(\s*)((?:[*•·◦▪‣○●o+-]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z](?!\.\s+(?:bili|difficile|pylori|coli|aureus|jirovec))|[ivx]{1,4})(?:\\?[.)])(?!\d))\s+)*/i.exec(
        raw,
      );
    const indent = (body?.[1] ?? '').length;
    const bullet = body?.[2] !== undefined;
    const content = raw.slice(body?.[0].length ?? 0);
    const shown = englishHeading(shownText(content));
    if (shown === '') continue;
    const before = lines.at(-1);
    if (before && !bullet && !blankBefore && indent > 0 && indent >= before.indent && /^[a-z0-9(<>≥≤]/.test(shown)) {
      lines[lines.length - 1] = { ...before, end: index + raw.length, text: `${before.text} ${shown}` };
      continue;
    }
    const [, both, number = ''] = COUNTED.exec(raw) ?? [];
    const next = counted !== null && number !== '' && Number(number) === counted.number + 1 && indent >= counted.indent;
    if (number === '1' && both !== undefined && both !== '') counted = { number: 1, indent: indent + 1 };
    else if (next && counted !== null) counted = { number: Number(number), indent: counted.indent };
    lines.push({
      start: index + indent,
      end: index + raw.trimEnd().length,
      indent: next && counted !== null ? counted.indent : bullet ? indent + 1 : indent,
      bullet,
      text: shown,
    });
  }
  return lines;
}
