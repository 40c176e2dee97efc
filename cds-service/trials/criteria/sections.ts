/** Splits an eligibility text into inclusion and exclusion criteria: headings, bullets, numbers, nesting, alternatives. */
import { shownText } from './clean-text.ts';

export interface CriterionText {
  readonly kind: 'inclusion' | 'exclusion';
  readonly span: readonly [number, number];
  /** The criterion without its bullet; `qualified` lines beneath it are part of the span. */
  readonly text: string;
  /** Alternatives of which one is enough ("one of the following"); empty for a plain criterion. */
  readonly alternatives: readonly string[];
  /** Holds for a cohort, an arm or a group only, or it is not clear of whom it speaks: never certain for a patient. */
  readonly conditional: boolean;
  /** Notes and exceptions stand beneath it. */
  readonly qualified: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly bullet: boolean;
  readonly text: string;
}

const HEADING =
  /^\W*(?:\d+[.)]\s*)?(?:the\s+)?(?:(?:key|main|major|general|selected|additional|other|subject|patient|participant|study|principal|basic)\s+){0,2}(inclusion|exclusion)s?\b(?:\s+criteri(?:a|on))?(?:\s*(?:include[sd]?,?(?: but (?:are |is )?not limited to)?(?:,? the following)?|are(?: as follows)?|for all (?:patients|participants|subjects)))?\W*$/i;
const COHORT_HEADING =
  /\b(?:inclusion|exclusion|eligib\w+)\b.*\b(?:for|cohort|arm|part|phase|group|donor|healthy|control|caregiver|procurement|treatment|registration)|\b(?:procurement|treatment|registration|lead-in|donor|healthy volunteers?|caregiver|control)s?\b.*\b(?:inclusion|exclusion)\b/i;
const INLINE = /^\W*(inclusion|exclusion)(?:\s+criteria)?\s*:\s*(?=\S)/i;
const COHORT =
  /^\W*(?:for\s+)?(?:the\s+)?(?:sub-?)?(?:dose[- ](?:escalation|expansion|confirmation)|cohorts?|arms?|parts?|groups?|phase|stratum|strata|segment|module|expansion|monotherapy|combination|patients? only|re-?registration|step|caregivers?|donors?|controls?|healthy (?:volunteers?|controls?|participants?)|clinicians?|disease category|retreatment|crossover|maintenance)\b/i;
const EITHER =
  /\b(?:(?:at least |any )?one (?:or more )?of the following|any of the following|either of the following|one of the (?:below|criteria)|either)\b[^.]*:?\s*$/i;
/** A heading under which every line stands for itself, as if there were none. */
const PLAIN_HEADING =
  /\b(?:criteria|eligib\w+|inclusion|exclusion|exclud\w+|adequate|acceptable|sufficient|functions?|laborator\w+|lab|values|tests?|parameters|requirements?|characteristics|following|below|ha?ematolog\w+|renal|hepatic|liver|kidney|marrow|coagulation|chemistry|general|disease|diagnosis|performance|age|demographics?|as follows|defined)\b|^\W*(?:all )?(?:patients|participants|subjects)\s*(?:must|should)?\s*(?:have|be|meet)?\s*:\s*$/i;
const SPECIAL_HEADING =
  /\b(?:if|males?|females?|wom[ae]n|men|wocbp|patients with|participants with|subjects with|those with|who (?:are|have|had)|history|treatment with|therap(?:y|ies)|received|medications?|surgery|after|post-?menopausal|menopaus\w+|module|step|crossover|optional|retreatment|continu\w+|response|progressi\w+|measurable|lesions?|high[- ]risk|risk|considered|indications?|definition|relapse|note)\b|\bfor (?:patients|participants|subjects|those)\b/i;
/** What stands beneath is an exception; beneath an exclusion, what is allowed. */
const EXCEPTED = /except|unless|excluding|other than/i;
const ALLOWED =
  /\b(?:permitted|allowed|exempt|acceptable|(?<!not )eligible|not (?:be )?exclu\w+|does not apply|do not apply|may (?:be|enroll|participate))\b/i;
const NOTE =
  /^\W*(?:notes?\b|n\.?b\.?|exceptions?\b|except\b|unless\b|however\b|(?:patients?|participants?|subjects?)\b.*\b(?:are|is|may be|will be)\s+(?:eligible|allowed|permitted|acceptable)|.*\b(?:is|are) (?:allowed|permitted|acceptable)\b)/i;

export function splitCriteria(eligibility: string): CriterionText[] {
  const lines = linesOf(eligibility);
  const headed = lines.some(({ text }) => HEADING.test(text) || COHORT_HEADING.test(text) || INLINE.test(text));
  const out: { -readonly [K in keyof CriterionText]: CriterionText[K] }[] = [];
  let kind: 'inclusion' | 'exclusion' = 'inclusion';
  let sectionConditional = !headed;
  /** Below a heading or a "one of the following" without deeper bullets. */
  let flat: 'no' | 'cohort' | 'either' | 'special' = 'no';
  /** Bullets that the next deeper lines stand under. */
  const parents: { indent: number; at: number; mode: 'plain' | 'cohort' | 'either' | 'exception' | 'special'; alternative?: true }[] = [];
  let sectionFrom = 0;

  for (const line of lines) {
    const inline = INLINE.exec(line.text);
    if (HEADING.test(line.text) || (line.text.length < 90 && COHORT_HEADING.test(line.text) && !/[.;]$/.test(line.text))) {
      kind = /exclusion|ineligib|not eligible/i.test(line.text) ? 'exclusion' : 'inclusion';
      sectionConditional = COHORT_HEADING.test(line.text) && !/for all\b/i.test(line.text);
      flat = 'no';
      parents.length = 0;
      sectionFrom = out.length;
      continue;
    }
    let { text } = line;
    if (inline) {
      kind = (inline[1] ?? '').toLowerCase() === 'exclusion' ? 'exclusion' : 'inclusion';
      text = text.slice(inline[0].length);
      flat = 'no';
      sectionFrom = out.length;
    }
    if (/^\W*(?:and\/)?or\W*$/i.test(text)) {
      // Alternatives of whole groups: nobody of them is asked for alone.
      for (let at = sectionFrom; at < out.length; at += 1) conditional(at);
      sectionConditional = true;
      continue;
    }
    if (/^\W*(?:and|none|n\/a|not applicable)?\W*$/i.test(text)) continue;
    while ((parents.at(-1)?.indent ?? -1) >= line.indent) parents.pop();
    const parent = parents.at(-1);
    const owner = parent === undefined ? undefined : out[parent.at];
    const heading = /:\s*$/.test(text);
    const mode =
      heading && (EXCEPTED.test(text.slice(-90)) || (kind === 'exclusion' && ALLOWED.test(text.slice(-110))))
        ? 'exception'
        : COHORT.test(text)
          ? 'cohort'
          : EITHER.test(text) && !(kind === 'exclusion' && SPECIAL_HEADING.test(withoutTiming(text)))
            ? 'either'
            : heading && (SPECIAL_HEADING.test(withoutTiming(text)) || !PLAIN_HEADING.test(text))
              ? 'special'
              : 'plain';

    // "creatinine ≤ 1.5 x ULN OR" / "clearance ≥ 60": two lines, one criterion.
    const before = out.at(-1);
    if (
      before &&
      out.length > sectionFrom &&
      (/[,;]?\s(?:and\/)?or\W*$/i.test(before.text) || /^\W*or\s/i.test(text)) &&
      before.alternatives.length === 0
    ) {
      before.text = `${before.text.replace(/[,;]?\s(?:and\/)?or\W*$/i, '')} or ${text.replace(/^\W*or\s+/i, '')}`;
      before.span = [before.span[0], line.end];
      continue;
    }
    if (parent && owner) {
      // A list within an alternative: which of its lines is enough is not clear.
      if (parent.alternative === true) owner.conditional = true;
      parents.push({ indent: line.indent, at: parent.at, mode: parent.mode, alternative: true });
      if (parent.mode === 'exception' || NOTE.test(text)) {
        owner.qualified = true;
        owner.span = [owner.span[0], line.end];
        continue;
      }
      if (parent.mode === 'either') {
        owner.span = [owner.span[0], line.end];
        owner.alternatives = [...owner.alternatives, text];
        continue;
      }
      parents.pop();
    }
    if (NOTE.test(text) && !/^\W*(?:patients?|participants?|subjects?)\b/i.test(text) && out.length > sectionFrom) {
      const last = out.at(-1);
      if (last) {
        last.qualified = true;
        last.span = [last.span[0], line.end];
        continue;
      }
    }
    const inCohort = parents.some((other) => other.mode === 'cohort' || other.mode === 'special');
    if (!line.bullet && heading)
      flat = mode === 'cohort' || mode === 'special' ? mode : mode === 'either' && kind === 'inclusion' ? 'either' : 'no';
    out.push({
      kind,
      span: [line.start, line.end],
      text,
      alternatives: [],
      conditional: sectionConditional || inCohort || mode === 'cohort' || (flat !== 'no' && !(heading && !line.bullet)),
      qualified: false,
    });
    parents.push({ indent: line.indent, at: out.length - 1, mode: mode === 'either' && kind === 'exclusion' ? 'plain' : mode });
  }
  // A heading alone asks for nothing.
  for (const one of out) if (/:\s*$/.test(one.text) && one.alternatives.length === 0) one.conditional = true;
  return out;

  function conditional(at: number): void {
    const criterion = out[at];
    if (criterion) criterion.conditional = true;
  }
}

/** "Adequate organ function within 14 days before the first dose of study treatment:" is as plain as without the time. */
function withoutTiming(text: string): string {
  return text.replace(
    /,?\(?\b(?:within|≤|at|prior to|before)\b[^:;()]*?\b(?:first dose|start|initiation|enrol?lment|registration|randomi[sz]ation|screening|study|treatment|therapy|cycle 1)\b[^:;()]*\)?/gi,
    ' ',
  );
}

/** Lines with their places; a wrapped line (continuing in lower case, deeper, without bullet) is joined to the one above. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\n\r]+/g;
  let blankBefore = true;
  let last = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const raw = match[0];
    const gap = text.slice(last, match.index);
    blankBefore = lines.length === 0 || (gap.match(/\n/g)?.length ?? 0) > 1;
    last = match.index + raw.length;
    const body = /^(\s*)((?:[*•·◦▪‣○●o+-]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})(?:\\?[.)])(?!\d))\s+)*/i.exec(raw);
    const indent = (body?.[1] ?? '').length;
    const bullet = body?.[2] !== undefined;
    const content = raw.slice(body?.[0].length ?? 0);
    const shown = shownText(content);
    if (shown === '') continue;
    const before = lines.at(-1);
    if (before && !bullet && !blankBefore && indent > 0 && indent >= before.indent && /^[a-z0-9(<>≥≤]/.test(shown)) {
      lines[lines.length - 1] = { ...before, end: match.index + raw.length, text: `${before.text} ${shown}` };
      continue;
    }
    lines.push({
      start: match.index + indent,
      end: match.index + raw.trimEnd().length,
      indent: bullet ? indent + 1 : indent,
      bullet,
      text: shown,
    });
  }
  return lines;
}
