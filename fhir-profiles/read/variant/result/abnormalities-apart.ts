/**
 * What a text says was found, and the abnormalities of chromosomes that it names as not found: "46,XX; no del(5q)", "t(9;22)(q34;q11)[0/20]",
 * "t(9;22), t(8;21) and inv(16) were not detected". Read from left to right: an answer is of what was named since the last one, a denial before a list
 * is of the whole list, and "positive for", "negative for" or "but" begin anew.
 */
import { ARM_GAIN } from '../../../codes/genomics/abnormalities.ts';

const ABNORMALITY =
  /\b(?:t|inv|del|der|ins|dic)\(\s*[0-9XYpq][^()]{0,14}\)(?:\([^()]{1,30}\))?(?:\s?\[\d{1,4}(?:\/\d{1,4})?\])?|\bphiladelphia(?: chromosome)?/i;
const FOUND = 'detected|present|positive|identified|found|seen|observed';
/** In this order where one word could be two. */
const TOKENS: readonly (readonly [kind: Token['kind'], words: string])[] = [
  ['named', `${ABNORMALITY.source}|${ARM_GAIN}`],
  ['border', String.raw`;\s|\.\s|\n|\b(?:but|however|whereas|while)\b`],
  [
    'absent',
    String.raw`\b(?:(?:was|were|is|are) )?not (?:${FOUND})\b|\b(?:negative|absent|undetected|ruled out|excluded)\b(?! (?:for|of)\b)`,
  ],
  ['denies', String.raw`\b(?:no|not|without|negative for|absence of|neither|lacks?|excludes?)\b`],
  ['begins', String.raw`\bpositive for\b|\bpresence of\b`],
  ['found', String.raw`\b(?:${FOUND})\b`],
];
const ANY = new RegExp(TOKENS.map(([, words]) => `(${words})`).join('|'), 'gi');
interface Token {
  readonly kind: 'named' | 'border' | 'absent' | 'denies' | 'begins' | 'found';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const IN_NO_CELL = /\[0(?:\/\d{1,4})?\]$/;
/** What may stand between a denial and the first of what it denies. */
const BETWEEN =
  /^(?:[\s\d:,(/+-]|\b(?:evidence|of|for|any|the|an?|either|presence|signs?|fusion|rearrangement|translocation|deletion|inversion|gain|loss|monosomy|trisomy|or|and|nor|[A-Z][A-Z0-9]+(?:[-/]|::)[A-Z][A-Z0-9]+)\b)*$/;
/** What is named together, so that one answer behind it is of all. */
const TOGETHER = /\b(?:and|or|nor|both|were|are)\b|[/+&]/i;

export interface Apart {
  /** The text without what is denied or cannot be told. */
  readonly found: string;
  readonly denied: readonly string[];
  /** Named, and whether it was found cannot be told. */
  readonly open: readonly string[];
}

export function abnormalitiesApart(text: string): Apart {
  const tokens = [...text.matchAll(ANY)].map((match): Token => {
    const kind = TOKENS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'border';
    return { kind, text: match[0], from: match.index, to: match.index + match[0].length };
  });
  const denied: Token[] = [];
  const open: Token[] = [];
  let group: Token[] = [];
  let denial: Token | null = null;
  const close = (answer: Token | null): void => {
    const [first] = group;
    const last = group.at(-1);
    if (first !== undefined && last !== undefined) {
      if (denial !== null) (BETWEEN.test(text.slice(denial.to, first.from)) ? denied : open).push(...group);
      else if (answer?.kind === 'absent') {
        const whole = group.length < 2 || TOGETHER.test(text.slice(first.to, answer.from + 5).replace(ABNORMALITY, ' '));
        denied.push(...(whole ? group : [last]));
        if (!whole) open.push(...group.slice(0, -1));
      }
    }
    group = [];
    denial = null;
  };
  for (const token of tokens) {
    if (token.kind === 'named') {
      if (IN_NO_CELL.test(token.text)) denied.push(token);
      else group.push(token);
    } else {
      // "Not detected" closes the statement before it; "no" and "positive for" open one of their own.
      close(token);
      if (token.kind === 'denies') denial = token;
    }
  }
  close(null);
  const names = (of: readonly Token[]): string[] => of.map((one) => one.text.replace(/\s?\[[^\]]*\]$/, ''));
  const kept = [...denied, ...open]
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text);
  return { found: kept, denied: names(denied), open: names(open) };
}
