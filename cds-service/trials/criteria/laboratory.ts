/** Laboratory limits: `ANC ≥ 1.5 x 10^9/L`, `creatinine ≤ 1.5 x ULN`, `haemoglobin ≥ 9 g/dL`. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Atom, Recogniser } from './atom.ts';

interface Test {
  readonly lab: string;
  readonly words: string;
  /** Canonical unit of the laboratory kind. */
  readonly unit: string;
  /** Units that criteria use, with the factor into the canonical one. */
  readonly units: readonly (readonly [RegExp, number])[];
}

const COUNT: Test['units'] = [
  [/^(?:x ?)?10\s*\^?\s*(?:9|\(9\))\s*(?:cells)?\s*\/\s*l\b/i, 1],
  [/^(?:x ?)?10\s*\^?\s*3\s*(?:cells)?\s*\/\s*(?:u|mc)l\b/i, 1],
  [/^k\s*\/\s*(?:u|mc|cu)?(?:l|mm)\w*/i, 1],
  [/^(?:cells?\s*)?\/\s*(?:u|mc|micro)l(?:iter|itre)?\b|^(?:cells?\s*)?(?:\/|per) ?(?:cubic )?mm\s*(?:\^|\(|³)?\s*3?\)?/i, 0.001],
];
const MG_DL = (umol: number): Test['units'] => [
  [/^mg\s*\/\s*dl\b/i, 1],
  [/^u(?:mol|M)\s*\/\s*l\b/i, umol],
];
/** Molar masses as in the laboratory table: creatinine 113.12, bilirubin 584.66 g/mol. */
export const TESTS: readonly Test[] = [
  {
    lab: 'neutrophils',
    words: String.raw`(?:absolute )?neutrophils?(?: count)?s?(?: \(ANC\))?|ANC|absolute neutrophil count`,
    unit: '10*9/L',
    units: COUNT,
  },
  { lab: 'platelets', words: String.raw`platelets?(?: counts?)?(?: \(PLT\))?|PLT`, unit: '10*9/L', units: COUNT },
  { lab: 'WBC', words: String.raw`(?:WBC|white blood cells?|leukocytes?)(?: \(WBC\))?(?: counts?)?`, unit: '10*9/L', units: COUNT },
  { lab: 'lymphocytes', words: 'absolute lymphocyte count(?: \\(ALC\\))?|lymphocytes?(?: counts?)?', unit: '10*9/L', units: COUNT },
  {
    lab: 'haemoglobin',
    words: String.raw`ha?emoglobin(?: \((?:Hb|Hgb|HGB)\))?|Hgb|Hb`,
    unit: 'g/dL',
    units: [
      [/^g(?:m|rams?)?\s*\/\s*dl\b/i, 1],
      [/^g\s*\/\s*l\b/i, 0.1],
      [/^mmol\s*\/\s*l\b/i, 1.6114],
    ],
  },
  {
    lab: 'bilirubin',
    words: String.raw`(?:serum )?(?:total )?(?:serum )?bilirubin(?: \((?:TBIL|TBL|TB)\))?`,
    unit: 'mg/dL',
    units: MG_DL(0.058466),
  },
  {
    lab: 'creatinine',
    words: String.raw`(?:serum |plasma )?creatinine(?: \((?:sCr|Cr)\))?(?! clearance)`,
    unit: 'mg/dL',
    units: MG_DL(0.011312),
  },
  {
    lab: 'eGFR',
    words: String.raw`(?:estimated )?(?:glomerular filtration rate|GFR|eGFR)(?: \((?:e?GFR)\))?`,
    unit: 'mL/min/{1.73_m2}',
    units: [[/^ml\s*\/\s*min(?:ute)?(?:\s*\/\s*1\.73\s*m\s*\(?\^?\(?2?\)?)?/i, 1]],
  },
  {
    lab: 'creatinine-clearance',
    words: String.raw`(?:calculated |estimated |measured |or )*(?:creatinine clearance|CrCl|CLcr)(?: \((?:CrCl|CLcr|Ccr)\))?`,
    unit: 'mL/min',
    units: [[/^ml\s*\/\s*min(?:ute)?/i, 1]],
  },
  {
    lab: 'ALT',
    words: String.raw`(?:alanine (?:aminotransferase|transaminase))(?: \((?:ALT|SGPT)\))?(?: ?\[ALT\])?|ALT|SGPT|ALAT`,
    unit: 'U/L',
    units: [[/^(?:i?u)\s*\/\s*l\b/i, 1]],
  },
  {
    lab: 'AST',
    words: String.raw`(?:aspartate (?:aminotransferase|transaminase))(?: \((?:AST|SGOT)\))?(?: ?\[AST\])?|AST|SGOT|ASAT`,
    unit: 'U/L',
    units: [[/^(?:i?u)\s*\/\s*l\b/i, 1]],
  },
  { lab: 'ALP', words: 'alkaline phosphatase(?: \\(ALP\\))?|ALP', unit: 'U/L', units: [[/^(?:i?u)\s*\/\s*l\b/i, 1]] },
  {
    lab: 'albumin',
    words: '(?:serum )?albumin',
    unit: 'g/dL',
    units: [
      [/^g\s*\/\s*dl\b/i, 1],
      [/^g\s*\/\s*l\b/i, 0.1],
    ],
  },
  { lab: 'INR', words: String.raw`(?:international normalized ratio(?: \(INR\))?|INR)`, unit: '{INR}', units: [] },
  { lab: 'LDH', words: '(?:serum )?(?:lactate dehydrogenase(?: \\(LDH\\))?|LDH)', unit: 'U/L', units: [[/^(?:i?u)\s*\/\s*l\b/i, 1]] },
  {
    lab: 'QTc',
    words: String.raw`QTc[FB]?(?: interval)?|QT interval corrected`,
    unit: 'ms',
    units: [[/^m(?:illi)?s(?:ec(?:onds?)?)?\b/i, 1]],
  },
];

const NAMES = TESTS.map(({ words }) => `(${words})`).join('|');
/** One test, or several that share a limit: "AST and ALT ≤ 3 x ULN". */
const FIRST = new RegExp(String.raw`\b(?:${NAMES})`, 'gi');
const NEXT = new RegExp(String.raw`^(?:\s*\([A-Z]{2,5}\))?\s*(?:,|\/|and\/or|and|or|&)\s*(?:${NAMES})`, 'i');
const BETWEEN =
  /^(?:\s*\((?:[A-Z/ ]{2,12})\))?\s*(?:(?:count|level|levels|value|values|of|is|are|must be|should be|that is|within|[:,])\s*){0,3}(≥|≤|>|<)\s*(\d{1,3}(?:,\d{3})+|\d+(?:[.·]\d+)?)\s*/i;
const ULN =
  /^(?:x|times?|×)?\s*(?:the\s+)?(?:institution(?:al)?(?:'s)?\s+|laboratory\s+|local\s+|age[- ]specific\s+)?(?:ULN|upper limits? of (?:the )?(?:institutional )?normal|UNL)\b(?:\s*\(ULN\))?(?: range)?/i;

export const laboratory: Recogniser = (text) => {
  if (!/[≥≤<>]/.test(text)) return [];
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
    const limit = BETWEEN.exec(text.slice(at));
    if (!limit) continue;
    at += limit[0].length;
    const unit = unitOf(text.slice(at), tests);
    if (!unit) continue;
    at += unit.length;
    // "100,000 x 10^9/L" is a misprint: nobody has that many.
    if (!unit.uln && tests[0]?.unit === '10*9/L' && Number((limit[2] ?? '').replace(/,/g, '')) * unit.factor > 2_000) continue;
    const value = Number((limit[2] ?? '').replace(/,/g, '').replace('·', '.'));
    const bound = limit[1] === '≥' ? 'min' : limit[1] === '≤' ? 'max' : limit[1] === '>' ? 'above' : 'below';
    const parts = tests.map(({ lab, unit: canonical }): Requirement => ({
      kind: 'lab',
      lab,
      bound,
      value: unit.uln ? value : round(value * unit.factor),
      unit: unit.uln ? null : canonical,
      uln: unit.uln,
    }));
    const [only] = parts;
    // "ALT or AST > 3 x ULN" excludes with one of them; "AST and ALT ≤ 3 x ULN" asks for both.
    const requirement: Requirement =
      parts.length === 1 && only
        ? only
        : { kind: bound === 'min' || bound === 'max' ? 'all' : /\bor\b/i.test(joined) || bound === 'above' ? 'any' : 'all', of: parts };
    atoms.push({ start: match.index, end: at, requirement });
    FIRST.lastIndex = at;
  }
  return atoms;
};

function testOf(match: RegExpExecArray): Test {
  const at = match.slice(1).findIndex((group) => group !== undefined);
  const test = TESTS[at];
  if (!test) throw new Error('a laboratory pattern has a group of its own');
  return test;
}

interface Unit {
  readonly uln: boolean;
  readonly factor: number;
  readonly length: number;
}
/** A number without unit is read only where the test has none: 1500 may be cells per microlitre or a misprint. */
function unitOf(rest: string, tests: readonly Test[]): Unit | null {
  const uln = ULN.exec(rest);
  if (uln) return { uln: true, factor: 1, length: uln[0].length };
  const [test] = tests;
  if (!test) return null;
  for (const [pattern, factor] of test.units) {
    const match = pattern.exec(rest);
    if (match) return { uln: false, factor, length: match[0].length };
  }
  return test.units.length === 0 && tests.length === 1 && !/^\s*(?:x|times)/i.test(rest) ? { uln: false, factor: 1, length: 0 } : null;
}
function round(value: number): number {
  return Number(value.toPrecision(6));
}
