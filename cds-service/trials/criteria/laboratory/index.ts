/**
 * Laboratory limits: `ANC ≥ 1.5 x 10^9/L`, `creatinine ≤ 1.5 x ULN`, `haemoglobin ≥ 9 g/dL (≥ 90 g/L)`, and limits that are laxer for some patients:
 * `AST and ALT ≤ 3 x ULN (≤ 5 x ULN with liver metastases)`.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Atom, Recogniser } from '../atom.ts';
import { laxer } from './exception.ts';
import { TESTS, type Test } from './tests.ts';
import type { Limit } from './limit.ts';

const NAMES = TESTS.map(({ words }) => `(${words})`).join('|');
/** One test, or several that share a limit: "AST and ALT ≤ 3 x ULN". */
const FIRST = new RegExp(String.raw`(?<![\w-])(?:${NAMES})(?![\w])`, 'gi');
const NEXT = new RegExp(
  String.raw`^(?:\s*\([A-Z]{2,5}\))?\s*(?:,?\s*and\/or|,?\s*and|,?\s*or|,|\/|&|(?=glomerular|e?GFR))\s*(?:${NAMES})(?![\w])`,
  'i',
);
const BETWEEN =
  /^(?:\s*[([](?:[A-Z/ ]{2,12})[)\]])?(?:\s*\((?:absolute value|(?:as )?(?:estimated|calculated|measured) (?:by|using|from|with|via)\b[^()≥≤<>\d]{0,70}|Cockcroft[^()≥≤<>\d]{0,30})\))?\s*(?:(?:count|level|levels|value|values|result|measurement|of|is|are|was|must be|should be|that is|within|[:,=])\s*){0,3}(≥|≤|>|<)\s*(?:or = )?(?:(\d{1,3}(?:[, ]\d{3})+|\d+(?:[.·]\d+)?)\s*|(?=(?:the )?(?:institutional )?(?:ULN|upper limits? of)|LLN\b))/i;
const WHOSE = String.raw`(?:the |an? |institution(?:al)?(?:'s)? |local(?: institutional)? |laboratory |study |site )*`;
const RANGE = String.raw`(?:normal (?:institutional |laboratory |reference |local )*(?:limits?|ranges?|values)(?: of normal)?|limits? of normal|(?:laboratory |reference )*reference (?:limits?|ranges?)|(?:limits?|ranges?) of normal)(?: (?:for|of|per) (?:the )?(?:study |local )?(?:site|institution|laboratory|age))?`;
/** "Bilirubin within normal limits", "potassium outside normal reference range". */
const NORMAL = new RegExp(
  String.raw`^(?:\s*[([](?:[A-Z/ ]{2,12})[)\]])?\s*(?:is |are |must be |should be |levels? |values? |- )*(?:(within|in)\s+${WHOSE}${RANGE}|(outside)(?: of)? ${WHOSE}${RANGE}|(WNL))\b`,
  'i',
);
const ULN =
  /^(?:x|times?|×|fold|-fold)?\s*(?:x\s*)?(?:of\s+)?(?:the\s+)?(?:within\s+)?(?:institution(?:al)?(?:'s)?\s+|laboratory\s+|local\s+|age[- ]specific\s+|their\s+)*(?:I?ULN|institutional normal limits?|upper (?:normal limits?|limits? (?:of )?(?:the )?(?:institutional )?(?:laboratory )?normal(?: range)?|limits?(?=[\s.;,)]*$))|UNL)\b(?:\s*[([](?:ULN|upper limits? of normal)[)\]])?(?: range)?/i;
/** As `readableText` writes it. */
const LLN = /^(?:x|times|×)?\s*LLN\b/;
/** The same limit once more in other units: "(≥ 90 g/L)", "or ≥ 5.6 mmol/L". */
const AGAIN = /^\s*(?:[([=/]|,?\s*or|i\.e\.,?|equivalent to)+\s*(?:≥|≤|>|<)?\s*(\d{1,3}(?:[, ]\d{3})+|\d+(?:[.·]\d+)?)\s*/i;
const COCKCROFT = /cock[cr]\w*[- ]*(?:and[- ])?gault/i;
const CLOTTING: readonly string[] = ['INR', 'PT', 'aPTT'];
const KIDNEY: readonly string[] = ['eGFR', 'creatinine-clearance'];

export const laboratory: Recogniser = (text) => {
  if (!/[≥≤<>]|within|WNL|normal|reference/.test(text)) return [];
  const atoms: Atom[] = [];
  FIRST.lastIndex = 0;
  for (let match = FIRST.exec(text); match !== null; match = FIRST.exec(text)) {
    const tests = [testOf(match)];
    let at = match.index + match[0].length;
    let joined = '';
    for (let next = NEXT.exec(text.slice(at)); next !== null; next = NEXT.exec(text.slice(at))) {
      tests.push(testOf(next));
      joined += next[0];
      at += next[0].length;
    }
    const limit = limitAt(text.slice(at), tests);
    if (!limit) continue;
    at += limit.length;
    const main = together(tests, limit, joined, text);
    if (!main) continue;
    const exception = limit.uln
      ? laxer(text.slice(at), limit, (other) =>
          other.uln || tests.every(({ lab }) => lab === 'bilirubin') ? together(tests, other, joined, text) : null,
        )
      : null;
    const lower = exception ? null : orLowerLimit(text.slice(at), limit, tests, main);
    const sexes = exception || lower ? null : bySex(text.slice(at), limit, tests);
    const other = sexes && together(tests, sexes.other, joined, text);
    const requirement: Requirement = exception
      ? { kind: 'any', of: [main, ...exception.of] }
      : sexes && other
        ? { kind: 'any', of: [ofSex(main, sexes.first), ofSex(other, sexes.first === 'male' ? 'female' : 'male')] }
        : (lower?.requirement ?? main);
    if (lower) at += lower.length;
    if (exception) at += exception.length;
    else if (sexes && other) at += sexes.length;
    atoms.push({ start: match.index, end: at, requirement });
    FIRST.lastIndex = at;
  }
  return atoms;
};

const OR_LOWER = /^,?\s*(?:or|and\/or)\s*(≥|>|≤|<)?\s*LLN\b/;

/** "≥ 50 % or ≥ LLN": one is enough. "< 50 % or < LLN" shuts out with both and spares with neither; in between it depends on what was meant. */
function orLowerLimit(
  rest: string,
  limit: Limit,
  [test, ...others]: readonly Test[],
  main: Requirement,
): { readonly requirement: Requirement; readonly length: number } | null {
  const found = OR_LOWER.exec(rest);
  if (!found || test?.good !== 'high' || others.length > 0 || limit.uln || limit.lln) return null;
  const wantsHigh = limit.sign === '≥' || limit.sign === '>';
  const sign = (found[1] ?? limit.sign) as Limit['sign'];
  if (wantsHigh !== (sign === '≥' || sign === '>')) return null;
  const lower: Requirement = { kind: 'lab', lab: test.lab, bound: BOUNDS[sign], value: 1, unit: null, uln: false, lln: true };
  const either: Requirement = { kind: 'any', of: [main, lower] };
  const both: Requirement = { kind: 'all', of: [main, lower] };
  return {
    requirement: wantsHigh ? either : { kind: 'any', of: [both, { kind: 'all', of: [either, { kind: 'unread' }] }] },
    length: found[0].length,
  };
}

const SEX = String.raw`(?:for |in )?(?:adult )?(females?|women|woman|males?|men)(?: (?:patients?|participants?|subjects?))?`;
/** "> 470 ms (women) or > 450 ms (men)": a limit for each of them. */
const OTHER_SEX = new RegExp(
  String.raw`^\s*,?\s*[([]?\s*${SEX}\s*[)\]]?\s*(?:,?\s*(?:and|or)|,|;|\/)\s*(?:QTc[FB]?\s*)?(?:is |of )?(≥|≤|>|<)?\s*(\d{1,3}(?:\.\d+)?)\s*([a-z/%]{0,8}?)\s*[([]?\s*${SEX}\s*[)\]]?`,
  'i',
);
const isMale = (word: string | undefined): boolean => /^m/i.test(word ?? '');

function bySex(
  rest: string,
  limit: Limit,
  tests: readonly Test[],
): { readonly first: 'male' | 'female'; readonly other: Limit; readonly length: number } | null {
  const found = OTHER_SEX.exec(rest);
  if (!found || limit.uln || limit.lln || (found[2] !== undefined && found[2] !== limit.sign) || isMale(found[1]) === isMale(found[5]))
    return null;
  const written = Number(found[3]);
  const unit = found[4] === '' || found[4] === undefined ? null : unitOf(found[4], tests);
  // Without a unit of its own the second number is read as the first.
  const factor = unit?.factor ?? tests[0]?.units[0]?.[1] ?? 1;
  return { first: isMale(found[1]) ? 'male' : 'female', other: { ...limit, value: round(written * factor) }, length: found[0].length };
}
function ofSex(limit: Requirement, sex: 'male' | 'female'): Requirement {
  return { kind: 'all', of: [limit, { kind: 'sex', sex }] };
}

function limitAt(rest: string, tests: readonly Test[]): (Limit & { readonly length: number }) | null {
  const found = BETWEEN.exec(rest);
  if (!found) {
    const normal = NORMAL.exec(rest);
    if (normal === null) return null;
    const outside = normal[2] !== undefined;
    return { sign: outside ? '>' : '≤', value: 1, uln: true, normal: outside ? 'outside' : 'within', length: normal[0].length };
  }
  const unit = unitOf(rest.slice(found[0].length), tests);
  const ofNormal = unit?.uln === true || unit?.lln === true;
  if (!unit || (found[2] === undefined && !ofNormal)) return null;
  const written = number(found[2] ?? '1', unit);
  // "100,000 x 10^9/L" or "1500 K/mm3" neutrophils are misprints: no trial sets such a limit.
  if (!ofNormal && tests.some(({ most = Infinity, least = 0 }) => written * unit.factor > most || written * unit.factor < least))
    return null;
  const value = ofNormal ? written : round(written * unit.factor);
  let length = found[0].length + unit.length;
  const again = ofNormal ? null : AGAIN.exec(rest.slice(length));
  const other = again ? unitOf(rest.slice(length + again[0].length), tests) : null;
  if (again && other && !other.uln && Math.abs(number(again[1] ?? '', other) * other.factor - value) <= value * 0.03) {
    length += again[0].length + other.length;
    if (/[([]/.test(again[0])) length += /^\s*[)\]]?/.exec(rest.slice(length))?.[0].length ?? 0;
  }
  return { sign: found[1] as Limit['sign'], value, uln: unit.uln, ...(unit.lln ? { lln: true as const } : {}), length };
}

const BOUNDS = { '≥': 'min', '≤': 'max', '>': 'above', '<': 'below' } as const;

/** Several tests with one limit. Null when it is not clear whether one or all of them are meant. */
function together(tests: readonly Test[], { sign, value, uln, lln, normal }: Limit, joined: string, text: string): Requirement | null {
  const bound = BOUNDS[sign];
  const parts = tests.map((test): Requirement => {
    const { lab, unit } = test;
    if (normal !== undefined) return ofNormal(test, normal);
    // An "eGFR by Cockcroft-Gault" is a creatinine clearance.
    const meant = lab === 'eGFR' && COCKCROFT.test(text) ? { lab: 'creatinine-clearance', unit: 'mL/min' } : { lab, unit };
    return { kind: 'lab', lab: meant.lab, bound, value, unit: uln || lln ? null : meant.unit, uln, ...(lln ? { lln } : {}) };
  });
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const kidney = tests.every(({ lab }) => KIDNEY.includes(lab));
  const liver = tests.every(({ lab }) => lab === 'ALT' || lab === 'AST');
  // "ALT or AST > 3 x ULN" excludes with one of them; "AST or ALT ≤ 3 x ULN" asks for both.
  if (liver) return { kind: bound === 'above' || bound === 'min' ? 'any' : 'all', of: parts };
  // PT/INR is one test said in two ways.
  if (tests.length === 2 && tests.every(({ lab }) => lab === 'INR' || lab === 'PT') && joined.includes('/'))
    return { kind: 'any', of: parts };
  // "INR or aPTT ≤ 1.5 x ULN" may ask for one or for both: both are enough, none is not.
  if (tests.every(({ lab }) => CLOTTING.includes(lab)) && /\bor\b/i.test(joined) && !/\band\b/i.test(joined))
    return {
      kind: 'any',
      of: [
        { kind: 'all', of: parts },
        { kind: 'all', of: [{ kind: 'any', of: parts }, { kind: 'unread' }] },
      ],
    };
  // Clearance or filtration rate: two measures of one thing.
  if (kidney && !/\band\b(?!\/)/i.test(joined)) return { kind: 'any', of: parts };
  if (/\bor\b/i.test(joined)) return null;
  return { kind: 'all', of: parts };
}

function testOf(match: RegExpExecArray): Test {
  const at = match.slice(1).findIndex((group) => group !== undefined);
  const test = TESTS[at];
  if (!test) throw new Error('a laboratory pattern has a group of its own');
  return test;
}

/** Of these nothing is too high. */
const NEVER_TOO_HIGH: readonly string[] = ['LVEF', 'eGFR', 'creatinine-clearance', 'oxygen-saturation'];

/** Whether the harmless end of "normal" counts as well is not clear: beyond it nothing is certain. */
function ofNormal({ lab, good }: Test, normal: 'within' | 'outside'): Requirement {
  const within = normal === 'within';
  const upper: Requirement = { kind: 'lab', lab, bound: within ? 'max' : 'above', value: 1, unit: null, uln: true };
  const lower: Requirement = { kind: 'lab', lab, bound: within ? 'min' : 'below', value: 1, unit: null, uln: false, lln: true };
  const kind = within ? 'all' : 'any';
  if (good === 'either') return { kind, of: [lower, upper] };
  if (NEVER_TOO_HIGH.includes(lab)) return lower;
  if (good === 'high') return { kind, of: [lower, { kind: 'unread' }] };
  return within ? upper : { kind, of: [upper, { kind: 'unread' }] };
}

interface Unit {
  readonly uln: boolean;
  readonly lln?: true;
  readonly factor: number;
  readonly length: number;
}
/** A number without unit is read only where the test has none: 1500 may be cells per microlitre or a misprint. */
function unitOf(rest: string, tests: readonly Test[]): Unit | null {
  const uln = ULN.exec(rest);
  if (uln) return { uln: true, factor: 1, length: uln[0].length };
  const lln = LLN.exec(rest);
  if (lln) return { uln: false, lln: true, factor: 1, length: lln[0].length };
  const [test] = tests;
  if (!test) return null;
  for (const [pattern, factor] of test.units) {
    const match = pattern.exec(rest);
    if (match) return { uln: false, factor, length: match[0].length };
  }
  return test.units.length === 0 && tests.length === 1 && !/^\s*(?:x|times|\.?\d)/i.test(rest)
    ? { uln: false, factor: 1, length: 0 }
    : null;
}
/** "50.000/mm³" is fifty thousand: no count of cells in a microlitre has decimals. */
function number(written: string, { factor }: Pick<Unit, 'factor'>): number {
  const grouped = factor === 0.001 && /^\d{1,3}\.\d{3}$/.test(written);
  return Number(written.replace(grouped ? /[,. ]/g : /[, ]/g, '').replace('·', '.'));
}
function round(value: number): number {
  return Number(value.toPrecision(6));
}
