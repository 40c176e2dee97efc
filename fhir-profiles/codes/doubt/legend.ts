/**
 * What stands in the value beside the answer and is none: the reference range, the legend, what such a result means for anybody. "Positive (Reference range:
 * Negative)" is positive, "Normal. Deficient: < 4 U/g Hb" is normal.
 */
const ANSWER = String.raw`(?:neg|not\b|normal|absent|none\b|no\b|wild|WT\b|MSS\b|stable|\*1\s?\/\s?\*1|[<>≥≤]?\s*\d)`;
const REFERENCE = new RegExp(
  String.raw`^(?:the )?(?:(?:reference|ref\.?)(?: (?:range|interval|value|result))?|normal(?: (?:range|value|values|result|genotype|activity))?|expected(?: (?:result|value|genotype))?(?: in \w+)?|referenz(?:bereich|wert)?|norm(?:al)?wert|valeurs? de r[ée]f[ée]rence|valor(?:es)? de referencia|valori di riferimento|referentiewaarde|cut-?off)\s*(?:[:=]|is\b)?\s*${ANSWER}`,
  'i',
);
/** "Deficient: < 4 U/g Hb", "MSI-H: 2 or more unstable markers". */
const LEGEND =
  /^(?:deficient|intermediate|normal|positive|negative|equivocal|low|high|MSI-H(?:igh)?|MSS)\s*[:=]\s*(?:[<>≥≤]\s*)?\d|^(?:legend|key)\s*:/i;
const GENERAL: readonly RegExp[] = [
  /^(?:if|when)\b|\bis defined as\b|\b(?:is|are|been) associated with\b|\bpredicts?\b|\bdoes not (?:exclude|rule out)\b|^values? (?:above|below|over|under)\b/i,
  /^(?:(?!the patient\b)[\p{L}\d:*/-]+ ){0,4}(?:patients|carriers|individuals|people|persons|tumou?rs|melanomas|cancers|carcinomas|(?:poor|normal|intermediate|rapid) metaboli[sz]ers)\b.*\b(?:should|must|may|can|cannot|could|respond|do|do not|are|have|carry|benefit|need|receive|experience)\b/iu,
  /^(?:not )?(?:detected|found|present|positive|seen) in (?:(?:about |up to |ca\.? )?\d[\d.,\s–-]*\s?%|most\b)/i,
  /^(?:mutations|variants|alterations|fusions|alleles) (?:are|can be|will be|may be) (?:detected|found|seen)\b/i,
  /^an? (?:positive|negative|normal|abnormal) (?:result|test)\b.*\b(?:indicates?|means?|does|suggests?)\b/i,
];
/** A score that the gene does not have: "*2/*2; activity score n/a", as callers print of CYP2C19. */
const NO_SCORE = /^activity (?:score|value)\s?[:=]?\s?(?:n\/?a|not applicable|none|no score|-)\W*$/i;
/** "Comment: none". */
const NO_REMARK = /^(?:comments?|remarks?|notes?)\s?[:=]\s?(?:none|nil|n\/?a|no|-)\W*$/i;
const isBeside = (part: string): boolean =>
  NO_SCORE.test(part) || NO_REMARK.test(part) || REFERENCE.test(part) || LEGEND.test(part) || GENERAL.some((pattern) => pattern.test(part));

/** An answer in words; numbers are judged by their range. */
const ANSWERED =
  /\b(?:positi\w*|negati\w*|(?:not )?detected|present|absent|found|normal|deficien\w*|metaboli[sz]er|wild[- ]?type|heterozyg\w*|homozyg\w*|MSS|MSI-?H\w*|amplified|mutated|[A-Z]\d{2,4}[A-Z])\b|\*\d/i;
const LONGEST = 400;
const MAY_HOLD =
  /ref|norm|expect|activity|valeur|valor|cut|:|=|\bif\b|\bwhen\b|patients|carriers|individuals|people|persons|tumou?rs|melanomas|cancers|carcinomas|metaboli[sz]ers|\bin (?:\d|most|about)|defined|associated|predict|exclude|values|\b(?:are|can be|will be|may be) (?:detected|found|seen)/i;

/** The value without what stands beside the answer; unchanged where nothing else would be left. */
export function withoutLegend(text: string): string {
  if (text.length > LONGEST || !/[.;\n(,]|\s-\s/.test(text) || !MAY_HOLD.test(text) || /^\s*[<>≤≥]?\d/.test(text)) return text;
  const bare = text.replace(/\s*\(([^()]*)(?:\)|$)/g, (whole, inner: string) => (isBeside(inner.trim()) ? '' : whole));
  const pieces = piecesOf(bare);
  const own = pieces
    .map(({ text: part, behind }) => ({ text: withoutClause(part), behind }))
    .filter(({ text: part }) => part !== '' && !isBeside(part));
  const left = joined(own)
    .replace(/^(?:test )?result\s*[:=]\s*/i, '')
    .replace(/[;,]\s*$/, '')
    .trim();
  return own.length === pieces.length && bare === text && left === joined(pieces) ? text : ANSWERED.test(left) ? left : text;
}

interface Piece {
  readonly text: string;
  /** A line end parts it from the piece before: lines stay statements of their own. */
  readonly behind: '\n' | ' ';
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let behind: Piece['behind'] = ' ';
  const add = (to: number): void => {
    const piece = text.slice(from, to).trim();
    if (piece === '') return;
    pieces.push({ text: piece, behind });
    behind = ' ';
  };
  for (const border of text.matchAll(BORDER)) {
    add(border.index);
    from = border.index + border[0].length;
    if (border[0].includes('\n')) behind = '\n';
  }
  add(text.length);
  return pieces;
}
const BORDER = /(?<=[.;])\s+|\n+|\s+[-–—]\s+|(?<!\b(?:expected|reference|normal|ref))\s+(?=(?:test )?result\s*[:=])/gi;

const joined = (pieces: readonly Piece[]): string =>
  pieces.reduce((all, { text, behind }) => (all === '' ? text : all + behind + text), '');

/** "Positive, reference range: negative". */
function withoutClause(part: string): string {
  for (const comma of part.matchAll(/,\s+/g)) {
    if (isBeside(part.slice(comma.index + comma[0].length))) return part.slice(0, comma.index);
  }
  return part;
}
