/**
 * Values that name several changes side by side: "T790M and L858R detected", "exon 19 deletion, T790M". Read as one result, the second would
 * be lost without a word. And values that tell what an assay looks for, which is no finding at all.
 */

type Kind = 'protein' | 'coding' | 'exon';
interface Token {
  readonly kind: Kind;
  /** Residue, base or exon with its change, so that two names of one change are told from two changes. */
  readonly key: string;
  readonly codon: number | null;
  readonly substitution: boolean;
  readonly from: number;
  readonly to: number;
}

const RESIDUE = '(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Ter|[ACDEFGHIKLMNPQRSTVWY])';
const PROTEIN = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:p\.)?\(?${RESIDUE}(\d{2,4})(?:_${RESIDUE}(\d{2,4}))?(delins|del|ins|dup|fs|${RESIDUE}|[*=])[A-Za-z*]*\d*\)?(?![A-Za-z0-9])`,
  'g',
);
const CODING = /(?<![A-Za-z0-9])c\.\(?(\d+)([+-]\d+)?[^\s,;()]*/g;
const EXON_CLASS = /\bex(?:on)?\s?(\d{1,2})\s*(?:in-?frame\s*)?(del|ins|dup|skip)/gi;
const SEPARATOR = /[;\n,]|\s(?:and|und|y|et|with|plus)\s|\s[+&]\s|\/|\s/g;

const LONGEST = 1000;

/** The parts, one for each change; null where the text names one change, in however many notations, or none. */
export function severalChanges(text: string): readonly string[] | null {
  if (text.length > LONGEST) return null;
  const tokens = [
    ...[...text.matchAll(PROTEIN)].map((match): Token => tokenOf('protein', match, Number(match[1]), /^(?:[A-Z*=])/.test(match[3] ?? ''))),
    ...[...text.matchAll(CODING)].map((match): Token => {
      const codon = match[2] === undefined ? Math.ceil(Number(match[1]) / 3) : null;
      return tokenOf('coding', match, codon, />/.test(match[0]));
    }),
    ...[...text.matchAll(EXON_CLASS)].map((match): Token => tokenOf('exon', match, null, false)),
  ].sort((a, b) => a.from - b.from);
  if (tokens.length < 2) return null;
  const groups: Token[][] = [];
  for (const token of tokens) {
    const own = groups.find((group) => isSame(group, token)) ?? groups.at(-1);
    if (own !== undefined && fits(own, token)) own.push(token);
    else groups.push([token]);
  }
  // "V600E or V600K": one of them, and the test does not tell which.
  const either = tokens.some(({ to }, at) => /\b(?:or|oder|ou)\b/i.test(text.slice(to, tokens[at + 1]?.from ?? to)));
  return groups.length < 2 || either ? null : textsOf(groups, text);
}

function tokenOf(kind: Kind, match: RegExpMatchArray, codon: number | null, substitution: boolean): Token {
  const from = match.index ?? 0;
  const key = kind === 'exon' ? `${match[1] ?? ''}${(match[2] ?? '').toLowerCase()}` : `${match[1] ?? ''}${match[2] ?? ''}`;
  return { kind, key, codon, substitution, from, to: from + match[0].length };
}

/** Another name of a change that the group has already. */
function isSame(group: readonly Token[], token: Token): boolean {
  return group.some(
    (other) =>
      (other.kind === token.kind && other.key === token.key) ||
      (other.kind !== token.kind && other.codon !== null && other.codon === token.codon),
  );
}

function fits(group: readonly Token[], token: Token): boolean {
  if (isSame(group, token)) return true;
  if (group.some(({ kind }) => kind === token.kind)) return false;
  const classes = [...group, token].some(({ kind }) => kind === 'exon');
  // An exon's deletion or insertion is no exchange of one residue.
  return !classes || ![...group, token].some(({ kind, substitution }) => kind !== 'exon' && substitution);
}

/** Each group with the words that stand from its first name to the next group's; the last separator between them parts them. */
function textsOf(groups: readonly (readonly Token[])[], text: string): readonly string[] {
  const spans = groups.map((group) => ({ from: Math.min(...group.map(({ from }) => from)), to: Math.max(...group.map(({ to }) => to)) }));
  const crossed = spans.some(({ to }, at) => to > (spans[at + 1]?.from ?? Infinity));
  if (crossed) return groups.map((group) => group.map(({ from, to }) => text.slice(from, to)).join(' '));
  let start = 0;
  return spans.map(({ to }, at) => {
    const next = spans[at + 1];
    const end = next === undefined ? text.length : borderBetween(text, to, next.from);
    const part = text.slice(start, end);
    start = end;
    return part
      .replace(/^[\s;,/+&]+|[\s;,/+&]+$/g, '')
      .replace(/\s+(?:and|und|y|et|with|plus)$/i, '')
      .trim();
  });
}

/** Where the words of the next change begin: behind the last mark or "and" between the two, else at the change itself. */
function borderBetween(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const strong = [...between.matchAll(/[;\n]|,\s|\s(?:and|und|y|et|with|plus)\s|\s[+&]\s|\//g)].at(-1);
  if (strong !== undefined) return from + (strong.index ?? 0) + strong[0].length;
  const weak = [...between.matchAll(SEPARATOR)].at(-1);
  return weak === undefined ? to : from + (weak.index ?? 0) + weak[0].length;
}

/** "(tested: G12A, G12C)", "(KIF5B-RET, CCDC6-RET tested)". */
const IN_BRACKETS = /\((?:[^()]*\b(?:tested|covered|assayed|screened)|(?:tested|covered|assayed|screened)\b[^()]*)\)/gi;
const OF_THE_ASSAY =
  /\b(?:tested|assayed|screened|probed|analy[sz]ed|examined) for\b|\b(?:assay|test|panel|kit|method)\b.*\b(?:detects?|covers?|includes?|targets?|identifies)\b|\bmutations? (?:tested|covered|included)\b|\blimit of detection\b|\bsensitivity of\b|\btested\s*\.?$|\b(?:sensitive|resistant) to\b.*\bis for\b/i;

/** The sentences that speak of the patient: "Tested for G12C, G12D" and "Assay detects …" name what was looked for. */
export function withoutAssay(written: readonly string[]): readonly string[] {
  const said = written.map((text) => text.replace(IN_BRACKETS, ' ').trim());
  // A text of this length is a report, and is not read as a result.
  if (said.some((text) => text.length > LONGEST) || !said.some((text) => OF_THE_ASSAY.test(text))) return said;
  return said.flatMap((text) => {
    const kept = text.split(/(?<=[;\n]|\.(?=\s|$))/).filter((sentence) => !OF_THE_ASSAY.test(sentence) || FOUND.test(sentence));
    const joined = kept.join('').trim();
    return joined === '' ? [] : [joined];
  });
}
/** "Tested for G12C: detected", "Tested for T790M, negative": the sentence gives the answer too. */
const FOUND =
  /\bbelow (?:the )?(?:limit of detection|detection limit)\b|\b(?:detected|present|absent|positive|negative|found|identified|wild[- ]?type)\b/i;
