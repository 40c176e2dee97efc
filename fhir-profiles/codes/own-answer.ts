/**
 * The part of a marker's text that is its answer. Laboratories write beside it where they draw the line ("positive ≥ 42"), what another marker shows, what
 * an earlier sample had and how many cells were counted: numbers and words of these are no result.
 */
import { entryOf } from '../entry-of.ts';

const COMPARED = String.raw`(?:≥|>=|>|≤|<=|<)`;
const LEGEND = new RegExp(
  [
    String.raw`\b(?:cut-?offs?|reference|threshold|defined as|would indicate|is associated with|indicative of|normal range|limit of|if|when)\b`,
    String.raw`\b(?:positive|negative|high|low|intermediate|amplified|MSI-?H(?:igh)?|expression)\s*[:=]?\s*(?:is\s*)?(?:TPS|CPS|TC|score|ratio|GIS)?\s*${COMPARED}\s*\d`,
    String.raw`\b(?:positive|negative|intermediate)\s*[:=]?\s*\d(?:\s?-\s?\d)?(?:\s?\+)`,
    String.raw`\bintermediate\s*\d|\b\d\s?\+ is (?:positive|negative)\b`,
    String.raw`\bpositive\s*:\s`,
  ].join('|'),
  'i',
);
const EARLIER = /\b(?:previous|previously|prior|earlier|outside|historical)\b/i;
const OF_THE_SAMPLE =
  /\b(?:cells? (?:were )?counted|sequenced|tumou?r (?:content|cellularity|purity)|viable tumou?r cells|page|stroma|mb analy[sz]ed)\b|\bpercentile\b/i;
/** "3+, FISH not performed": what was not done beside what was. */
const NOT_ADDED =
  /\b(?:[FCSD]?ISH|CPS|TPS|IC)\b[^,;]*\b(?:not (?:performed|done|needed|required|reported|tested|indicated)|pending|n\/a)\b|\bno (?:[FCSD]?ISH)\b/i;
const MARKERS: Readonly<Record<string, RegExp>> = {
  ER: /\bER\b|\bo?estrogen/i,
  PR: /\bPg?R\b|\bprogesterone/i,
  HER2: /\bHER-?2\b|\bERBB2\b/i,
  'PD-L1': /\bPD-?L1\b/i,
  MSI: /\bMSI\b|\bMSS\b|microsatellite|\bMMR\b/i,
  MMR: /\bMMR\b|\b[dp]MMR\b|mismatch|\bMSI\b|\bMLH1\b|\bMSH[26]\b|\bPMS2\b/i,
  TMB: /\bTMB\b/i,
  HRD: /\bHRD\b|\bGIS\b/i,
  'Ki-67': /\bKi-?67\b/i,
  'CLDN18.2': /\bCLDN\s?18/i,
  FOLR1: /\bFOLR1\b/i,
};
const OTHER_GENES = /\b(?:BRCA[12]?|BRCA1\/2|BRAF|KRAS|NRAS|p53|TP53|ATRX|TERT|POLE|EGFR|ALK|ROS1)\b/;
const BORDERS = /[;\n]|\.(?=\s|$)|,(?=\s)/;
/** A longer text is a report and not an answer with its legend. */
const LONGEST = 1_000;

/**
 * @param kind the marker asked about
 * @returns the answer's own words, empty where the text holds none
 */
export function ownAnswer(kind: string, text: string): string {
  if (text.length > LONGEST) return text;
  const plain = inSigns(kind === 'HER2' ? withoutNumberOfName(text) : text).replace(/\(([^()]*)\)/g, (_, inner: string) => {
    const kept = clausesOf(inner).filter((clause) => isAnswer(kind, clause) && !NOT_ADDED.test(clause));
    return kept.length === 0 ? ' ' : `(${kept.join(', ')})`;
  });
  const clauses = clausesOf(plain);
  const done = clauses.filter((clause) => !NOT_ADDED.test(clause));
  return (done.length > 0 ? done : clauses)
    .map((clause, at) => (at === 0 ? beforeLegend(clause) : clause))
    .filter((clause) => isAnswer(kind, clause))
    .join(', ')
    .trim();
}

const HER2_NAME = String.raw`\b(?:HER-?2(?:\s?\/\s?neu)?|ERBB2)`;
const SIGNED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`${HER2_NAME}\s*\+{3}(?!\+)`, 'gi'), 'HER2 3+'],
  [new RegExp(String.raw`${HER2_NAME}\s*\+{2}(?!\+)`, 'gi'), 'HER2 2+'],
  [new RegExp(String.raw`${HER2_NAME}(?:\+|\s?\(\+\))(?!\+)`, 'gi'), 'HER2 positive'],
  // A single plus behind a blank may be the score 1+.
  [new RegExp(String.raw`${HER2_NAME}\s+(?=\+)`, 'gi'), ' '],
  [new RegExp(String.raw`${HER2_NAME}(?:[-\u2013\u2212]|\s?\([-\u2013\u2212]\)|\s[-\u2013\u2212])(?![\w+])`, 'gi'), 'HER2 negative'],
];
/** "HER2+ (IHC 3+)": the 2 is the gene's, the plus says positive, and the score stands in the brackets. */
function withoutNumberOfName(text: string): string {
  return SIGNED.reduce((left, [pattern, by]) => left.replace(pattern, by), text);
}

const clausesOf = (text: string): string[] =>
  text
    .split(BORDERS)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

function isAnswer(kind: string, clause: string): boolean {
  if (LEGEND.test(clause) || EARLIER.test(clause) || OF_THE_SAMPLE.test(clause)) return false;
  const own = entryOf(MARKERS, kind);
  const others = Object.entries(MARKERS).some(([name, words]) => name !== kind && words.test(clause));
  return own?.test(clause) === true || (!others && !(own !== undefined && OTHER_GENES.test(clause)));
}

/** "20 positive >= 42": what stands before the line that the laboratory draws; the whole where nothing does ("Positive ≥ 1 %" is an answer). */
function beforeLegend(clause: string): string {
  const at = LEGEND.exec(clause)?.index;
  if (at === undefined) return clause;
  const before = clause.slice(0, at).trim();
  return /[\p{L}\d+]/u.test(before)
    ? before
    : /^(?:positive|negative|high|low)\s*[≥≤<>]=?\s*\d+(?:\.\d+)?\s*%?$/i.test(clause.trim())
      ? clause.replace(/(?<=\w)\s*(?=[≥≤<>])/, ' (').concat(')')
      : '';
}

/** "Less than 10" as "<10", "not ≥ 50" as "<50", "between 1 and 49 %" as "1-49 %". */
function inSigns(text: string): string {
  return text
    .replace(/\bbetween (\d+(?:\.\d+)?)\s?%? and (\d+(?:\.\d+)?)/gi, '$1-$2')
    .replace(/\bno expression\b[^.;,]*/gi, 'no expression')
    .replace(/\b(?:no more than|at most|up to)\s*(?=\d)/gi, '≤')
    .replace(/\b(?:at least|no less than)\s*(?=\d)/gi, '≥')
    .replace(/\b(?:less|fewer|lower) than\s*(?=\d)|\b(?:below|under)\s*(?=\d)/gi, '<')
    .replace(/\b(?:greater|more|higher) than\s*(?=\d)|\b(?:above|over)\s*(?=\d)/gi, '>')
    .replace(/\bnot\s*(?:≥|>=)\s*(?=\d)/gi, '<')
    .replace(/\bnot\s*>\s*(?=\d)/gi, '≤');
}
