/**
 * Several alleles or changes of one gene in one text, each with an answer of its own: "m.1555A>G detected, m.1494C>T not detected",
 * "Heterozygous for *3A; *2 and *3C not detected", "Not detected: c.2846A>T. Detected: c.1905+1G>A". Every word must be known, and every name
 * must have one answer; otherwise the whole is left to be reported as unread.
 */
import type { Zygosity } from './zygosity.ts';

export interface Answered {
  /** The name as written, without its reference sequence and without what stands in brackets behind it. */
  readonly name: string;
  readonly answer: 'present' | 'absent' | 'no-call';
  readonly zygosity: Zygosity;
}

/** The name of an allele or a change. */
export const NAME =
  /(?:[A-Z]{2}_?\d+(?:\.\d+)?:)?\b[cm]\.[-*]?\d[\w+\-*>=]*(?:\s?\(\*\w+\))?|\*\d{1,3}[A-Z]?\b|\bHapB3\b|\brs\d+\b|\bp\.\(?[A-Za-z]{1,3}\d+[A-Za-z]{1,3}\)?/;
/** Other names of the same, in brackets behind it. */
const ALIASES = String.raw`(?:\s?\((?:(?:${NAME.source}|[A-Z]\d{1,4}(?:[A-Z]|\*))[,;]?\s?)+\))?`;

const ANSWERS: readonly (readonly [answer: Answered['answer'] | 'none', zygosity: Zygosity, words: string])[] = [
  ['no-call', 'unknown', 'no calls?|not (?:called|tested|determined|performed)|failed|indeterminate|inconclusive|uninterpretable'],
  ['absent', 'unknown', 'not (?:been )?(?:detected|present|found|identified|observed|seen)|undetected|negative|absent|none (?:detected|found|identified)'],
  ['absent', 'unknown', '(?:homozygous )?(?:wild[- ]?type|reference|wt)|(?:homozygous )?normal|(?:0|zero|no) cop(?:y|ies)'],
  ['none', 'unknown', 'none of(?: the)?|none|no'],
  ['present', 'heterozygous', 'heterozygous|het|(?:1|one) copy'],
  ['present', 'homozygous', 'homozygous|hom|(?:2|two) copies'],
  ['present', 'hemizygous', 'hemizygous'],
  ['present', 'homoplasmic', 'homoplasmic'],
  ['present', 'heteroplasmic', 'heteroplasmic|heteroplasmy'],
  ['present', 'unknown', 'detected|present|found|identified|observed|positive'],
]; // prettier-ignore
const ANSWER = ANSWERS.map(([, , words]) => words).join('|');
const NO_OTHER =
  'no (?:other|additional|further) (?:variants?|mutations?|alleles?|changes?)(?: (?:was|were))?(?: (?:detected|found|identified|present))?';
const FILLER =
  'variants?|mutations?|alleles?|changes?|carrier|results?|genotypes?|tested|analy[sz]ed|examined|these|following|both|patient|in|at|a|as|is|are|has|have|been|was|were|the|of|for|and|or';
const PIECE = new RegExp(
  String.raw`(?<no>\b(?:${NO_OTHER})\b)|(?<name>${NAME.source})${ALIASES}|\b(?<said>${ANSWER})\b|(?<stop>[.;\n]|\b(?:but|while|whereas)\b)|\b(?:${FILLER})\b|\b\d{1,3}(?:\.\d)?\s?%`,
  'gi',
);

interface Piece {
  readonly kind: 'name' | 'said';
  readonly text: string;
  /** A colon stands behind it. */
  readonly opens: boolean;
}

/** Null where the text is no such list: fewer than two names, a word that is not known, a name with no answer or with two that disagree. */
export function answeredEach(spelled: string): readonly Answered[] | null {
  const sentences = sentencesOf(spelled);
  if (sentences === null) return null;
  const answered: Answered[] = [];
  const overall: Piece[] = [];
  for (const sentence of sentences) {
    if (!sentence.some(({ kind }) => kind === 'name')) {
      overall.push(...sentence);
      continue;
    }
    const [first, ...rest] = sentence;
    const isTitle = first?.kind === 'said' && first.opens && sentence.at(-1)?.kind === 'said';
    if (isTitle) overall.push(first);
    const read = namesFirst(isTitle ? rest : sentence) ?? answerFirst(sentence);
    if (read === null) return null;
    answered.push(...read);
  }
  const names = new Set(answered.map(({ name }) => name.toUpperCase()));
  if (names.size < 2 || names.size < answered.length || answered.every(({ answer }) => answer === 'no-call')) return null;
  return overall.every((said) => agrees(said, answered)) ? answered : null;
}

function sentencesOf(spelled: string): readonly (readonly Piece[])[] | null {
  const sentences: Piece[][] = [[]];
  let end = 0;
  let afterAnswer = false;
  for (const match of spelled.matchAll(PIECE)) {
    // A stroke between two names, or before the first, makes a pair of them.
    if (!/^[\s,:()=/|-]*$/.test(spelled.slice(end, match.index))) return null;
    if (/[/|]/.test(spelled.slice(end, match.index)) && !afterAnswer) return null;
    end = match.index + match[0].length;
    const { name, said, stop } = match.groups ?? {};
    afterAnswer = said !== undefined && sentences.some((pieces) => pieces.some(({ kind }) => kind === 'name'));
    if (stop !== undefined) sentences.push([]);
    if (name !== undefined) sentences.at(-1)?.push({ kind: 'name', text: name, opens: false });
    if (said !== undefined) sentences.at(-1)?.push({ kind: 'said', text: said, opens: /^\s*:/.test(spelled.slice(end)) });
  }
  return /^[\s,:()=-]*$/.test(spelled.slice(end)) ? sentences.filter((pieces) => pieces.length > 0) : null;
}

/** "*2 and *3 not detected, *17 detected heterozygous". */
function namesFirst(pieces: readonly Piece[]): readonly Answered[] | null {
  if (pieces[0]?.kind !== 'name' || pieces.at(-1)?.kind !== 'said') return null;
  return groups(pieces, 'name').reduce<readonly Answered[] | null>((all, { names, said }) => {
    const read = together(names, said);
    return all === null || read === null ? null : [...all, ...read];
  }, []);
}

/** "Heterozygous for *3A, negative for *2 and *3C", "No *2, *3 or *4 detected". */
function answerFirst(pieces: readonly Piece[]): readonly Answered[] | null {
  if (pieces[0]?.kind !== 'said') return null;
  const [only, ...more] = groups(pieces, 'said');
  if (only !== undefined && more.length === 1 && more[0]?.names.length === 0 && meaning(only.said[0])[0] === 'none')
    return together(only.names, only.said);
  if (pieces.at(-1)?.kind !== 'name') return null;
  return groups(pieces, 'said').reduce<readonly Answered[] | null>((all, { names, said }) => {
    const read = together(names, said);
    return all === null || read === null ? null : [...all, ...read];
  }, []);
}

interface Group {
  readonly names: Piece[];
  readonly said: Piece[];
}

/** Names with the answers beside them; a group begins where a piece of the kind `first` follows one of the other kind. */
function groups(pieces: readonly Piece[], first: Piece['kind']): readonly Group[] {
  const made: Group[] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind === first && pieces[at - 1]?.kind !== first) made.push({ names: [], said: [] });
    made.at(-1)?.[piece.kind === 'name' ? 'names' : 'said'].push(piece);
  });
  return made;
}

function together(names: readonly Piece[], said: readonly Piece[]): readonly Answered[] | null {
  const meanings = said.map(meaning);
  const answers = new Set(meanings.map(([answer]) => (answer === 'none' ? 'absent' : answer)));
  const zygosities = new Set(meanings.flatMap(([, zygosity]) => (zygosity === 'unknown' ? [] : [zygosity])));
  const [answer] = answers;
  const [zygosity = 'unknown'] = zygosities;
  if (answer === undefined || answers.size > 1 || zygosities.size > 1) return null;
  return names.map(({ text }) => ({ name: bareName(text), answer, zygosity }));
}

function meaning(said: Piece | undefined): readonly [Answered['answer'] | 'none', Zygosity] {
  for (const [answer, zygosity, words] of ANSWERS) if (new RegExp(`^(?:${words})$`, 'i').test(said?.text ?? '')) return [answer, zygosity];
  return ['no-call', 'unknown'];
}

/** What is said of the whole: "Negative" beside a change that was found, or "Positive" beside none, leaves open which of the two is right. */
function agrees(said: Piece, answered: readonly Answered[]): boolean {
  const [answer] = meaning(said);
  if (answer === 'no-call') return true;
  return answered.some((one) => one.answer === 'present') === (answer === 'present');
}

export const bareName = (name: string): string => name.replace(/^[A-Z]{2}_?\d+(?:\.\d+)?:/, '').replace(/\s?\(\*\w+\)$/, '');
