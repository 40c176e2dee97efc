/** How recognised stretches belong together: "and", "or", commas, one negation. Null wherever more than one reading is possible. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Atom } from './atom.ts';
import { contradictory, family, join, plainly, saysNegative, UNREAD, type Side } from './requirements-together.ts';
import { vocabulariesFor } from './words/index.ts';
import type { Vocabulary } from './words/vocabulary.ts';
import { everyMatch } from './text/every-match.ts';

const NEGATION =
  /\b(?:no|not|without|absence of|free of|free from|never|lack of|lacking|negative for|none|neither|nor|cannot|denies|absent)\b/gi;

type Token = { readonly kind: 'atom'; readonly of: Requirement } | { readonly kind: 'or' | 'and' | 'comma' | 'slash' | 'words' };

/** One sentence with `@n@` for the nth atom. */
export function clause(part: string, atoms: readonly Atom[], side: Side): Requirement | null {
  const negations = everyMatch(part, NEGATION);
  if (negations.length > 1) return severalNegations(part, negations, atoms, side);
  const [negation] = negations;
  if (!negation) return group(part, atoms, side);
  const before = part.slice(0, negation.index);
  const rest = part.slice(negation.index + negation[0].length);
  // In a list of exclusions "must not have X" is X; other denials there may be meant either way.
  if (side === 'exclusion') {
    const denied =
      /\b(?:must|should|may) $/i.test(before) && /^not$/i.test(negation[0]) && !before.includes('@') && onlyFiller(before, atoms);
    return denied ? group(rest, atoms, side) : null;
  }
  // "EGFR mutation not known": a negation behind everything turns what stands before it.
  if (!rest.includes('@')) return null;
  // What is denied is one thing or a list of one kind; "no X and has Y" turns X alone.
  const after = group(rest, atoms, side === 'inclusion' ? 'exclusion' : 'inclusion');
  if (/negative/i.test(negation[0]) && atomsIn(rest, atoms).some(saysNegative)) return null;
  const turnedList = neither(rest, atoms);
  if (turnedList !== null && onlyFiller(before, atoms)) return turnedList;
  if (after === null || (after.kind === 'all' && after.of.filter(({ kind }) => kind !== 'unread').length > 1 && /\band\b|,/i.test(rest)))
    return null;
  const turned: Requirement = { kind: 'not', of: plainly(after) };
  if (!before.includes('@')) return onlyFiller(before, atoms) ? turned : null;
  const first = group(before.replace(/\b(?:and|but|with|,)\s*$/i, ''), atoms, side);
  return first === null || /\bor\s*$/i.test(before) ? null : join('all', [first, turned]);
}

/** "Negative for EGFR mutations and ALK rearrangements" is neither. */
function neither(rest: string, atoms: readonly Atom[]): Requirement | null {
  if (!/\band\b/i.test(rest) || /\b(?:has|have|having|with|but|who|is|are)\b/i.test(rest)) return null;
  const tokens = tokensOf(rest, atoms, vocabulariesOf(rest, atoms));
  if (tokens === null || tokens.some(({ kind }) => kind === 'words' || kind === 'slash')) return null;
  const known = tokens.flatMap((token) => (token.kind === 'atom' ? [token.of] : []));
  const linked = tokens.every((token, at) => token.kind !== 'atom' || tokens[at + 1]?.kind !== 'atom');
  if (!linked || known.length < 2 || !known.every((one) => family(one) === 'molecular')) return null;
  return { kind: 'not', of: join('any', known.map(plainly)) };
}

/** "must be non-pregnant and not breastfeeding": every atom denied by itself. */
function severalNegations(
  part: string,
  negations: readonly RegExpExecArray[] | readonly RegExpMatchArray[],
  atoms: readonly Atom[],
  side: Side,
): Requirement | null {
  if (side === 'exclusion') return null;
  const read: Requirement[] = [];
  const starts = negations.map(({ index }) => index ?? 0);
  const head = part.slice(0, starts[0]);
  if (head.includes('@') || !onlyFiller(head, atoms)) return null;
  for (const [n, start] of starts.entries()) {
    const piece = part.slice(start, starts[n + 1] ?? part.length);
    const word = negations[n]?.[0] ?? '';
    const body = piece.slice(word.length).replace(/[\s,]*\b(?:and|or|nor|,)\s*$/i, '');
    if (!/@\d+@/.test(body) || (n > 0 && !/(?:,|\band|\bor|\bnor)\s*$/i.test(part.slice(0, start)))) return null;
    const inner = group(body, atoms, 'exclusion');
    if (inner === null) return null;
    read.push({ kind: 'not', of: inner });
  }
  return join('all', read);
}

function onlyFiller(text: string, atoms: readonly Atom[]): boolean {
  const tokens = tokensOf(text, atoms, vocabulariesOf(text, atoms, true));
  return tokens !== null && tokens.every(({ kind }) => kind === 'and' || kind === 'comma');
}

function vocabulariesOf(part: string, atoms: readonly Atom[], whole = false): readonly Vocabulary[] {
  const inPart = whole ? atoms : [...part.matchAll(/@(\d+)@/g)].flatMap(([, n]) => atoms[Number(n)] ?? []);
  return vocabulariesFor(new Set(inPart.map(({ requirement }) => family(requirement))));
}

/** Null: a word that is neither known to mean nothing nor known to narrow. */
function tokensOf(part: string, atoms: readonly Atom[], known: readonly Vocabulary[]): Token[] | null {
  const tokens: Token[] = [];
  for (const [word] of part.matchAll(/@\d+@|\band\/or\b|\/(?=\s*@)|(?<=@\s*)\/|[,;]|[^\s,;@]+/g)) {
    const lower = /^[≥≤<>]/.test(word) ? word : word.toLowerCase().replace(/^[^\w@]+|[^\w@+]+$/g, '');
    const n = /^@(\d+)@$/.exec(word);
    const atom = n ? atoms[Number(n[1])] : undefined;
    if (atom) {
      // "Hepatitis B virus (HBV)": the short name behind the long one says it once more.
      const last = tokens.at(-1);
      if (last?.kind !== 'atom' || family(last.of) !== 'condition' || !isSame(last.of, atom.requirement))
        tokens.push({ kind: 'atom', of: atom.requirement });
    } else if (word === '/') tokens.push({ kind: 'slash' });
    else if (word === 'and/or' || lower === 'or') tokens.push({ kind: 'or' });
    else if (word === ',' || word === ';') tokens.push({ kind: 'comma' });
    else if (lower === 'and' || lower === '&' || word === '&') tokens.push({ kind: 'and' });
    else if (lower === '' || known.some(({ silent }) => silent.has(lower))) continue;
    else if (!known.some(({ narrowing }) => narrowing.has(lower))) return null;
    else if (tokens.at(-1)?.kind !== 'words') tokens.push({ kind: 'words' });
  }
  while (['comma', 'and'].includes(tokens[0]?.kind ?? '')) tokens.shift();
  while (['comma', 'and'].includes(tokens.at(-1)?.kind ?? '')) tokens.pop();
  return tokens;
}

function isSame(one: Requirement, other: Requirement): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

const OWN_NOUN = /@\d+@\s+(?:tumou?rs?|cancers?|disease|malignanc\w+|neoplasms?)\s*,?\s+or\b/i;

function group(part: string, atoms: readonly Atom[], side: Side): Requirement | null {
  // "HER2-positive tumour or EGFR-mutated lung cancer": the lung belongs to the second alone.
  const own = OWN_NOUN.exec(part);
  if (own && [...part.slice(own.index).matchAll(/@(\d+)@/g)].some(([, n]) => atoms[Number(n)]?.requirement.kind === 'tumour')) return null;
  const tokens = tokensOf(part, atoms, vocabulariesOf(part, atoms));
  if (tokens === null || tokens.length === 0) return null;
  const [first, last] = [tokens[0]?.kind, tokens.at(-1)?.kind];
  if (first === 'or' || first === 'slash' || last === 'or' || last === 'slash') return null;
  return arrange(tokens, side);
}

function arrange(tokens: readonly Token[], side: Side): Requirement | null {
  const leaves = tokens.filter(isLeaf);
  const known = leaves.flatMap((token) => (token.kind === 'atom' ? [token.of] : []));
  const families = known.map(family);
  const [one] = families;
  if (one === 'pregnancy' && families.every((name) => name === 'pregnancy')) return expecting(tokens, known, side);
  const links = tokens.map((token, at) => (token.kind === 'slash' ? slashed(tokens, at) : token.kind));
  if (links.includes(null)) return null;
  const plain = tokens.map((token, at): Token => (token.kind === 'slash' ? { kind: links[at] as 'or' | 'and' } : token));
  const hasOr = plain.some(({ kind }) => kind === 'or');
  if (!hasOr) return conjunction(plain, known, side);
  const separated = plain.every((token, at) => {
    const next = plain[at + 1];
    return !next || !isLeaf(token) || !isLeaf(next);
  });
  // "A, B or C": one list. A comma behind the last "or" starts something else.
  const lastOr = plain.findLastIndex(({ kind }) => kind === 'or');
  const commaBehind = plain.slice(lastOr).some(({ kind }) => kind === 'comma');
  const commas = plain.some(({ kind }) => kind === 'comma');
  if (commas && one === 'lab') return null;
  if (separated && !commaBehind && !plain.some(({ kind }) => kind === 'and'))
    return new Set(families).size === 1 || lists(families) ? join('any', leaves.map(valueOf)) : null;
  return side === 'exclusion' && plain.some(({ kind }) => kind === 'and') ? null : mixed(plain, families, side);
}

/** Extents beside tumours in one "or" list are alternatives of two kinds. */
function lists(families: readonly string[]): boolean {
  return (
    families.every((name) => name === 'treated' || name === 'lines') ||
    families.every((name) => name === 'brain-metastases' || name === 'extent')
  );
}

/** Neither "or" nor a slash that means "or". */
function conjunction(tokens: readonly Token[], known: readonly Requirement[], side: Side): Requirement | null {
  const leaves = tokens.filter(isLeaf);
  // Two tumour types with "and" are alternatives, or two groups of patients.
  const types = new Set(known.flatMap(typesIn));
  if (types.size > 1) return null;
  if (contradictory(known)) return null;
  const families = known.map(family);
  const doubled = new Set(families).size < families.length && tokens.some(({ kind }) => kind === 'and' || kind === 'comma');
  if (side === 'exclusion' && doubled) {
    // "ANC < 1, platelets < 50": each of them excludes; with "and" it may be both.
    const listed = tokens.every(({ kind }) => kind !== 'and' && kind !== 'words') && families.every((name) => name === 'lab');
    return listed ? join('any', known) : null;
  }
  if (families.filter((name) => name === 'age').length > 1 || families.filter((name) => name === 'performance').length > 1) return null;
  // "Endocrine therapy with a CDK4/6 inhibitor": both at once, which a record of both does not show.
  const paired = tokens.some((token, at) => isTreated(token) && isTreated(tokens[at + 1]));
  return join('all', [...leaves.map(valueOf), ...(paired ? [UNREAD] : [])]);
}
const isTreated = (token: Token | undefined): boolean => token?.kind === 'atom' && token.of.kind === 'treated';

/** "Pregnant or nursing (lactating) women", "pregnancy and breastfeeding": one of them excludes, none may be there. */
function expecting(tokens: readonly Token[], known: readonly Requirement[], side: Side): Requirement | null {
  const denied = known.filter(({ kind }) => kind === 'not');
  const words = tokens.flatMap(({ kind }, at) => (kind === 'words' ? [at] : []));
  if (side === 'inclusion') return denied.length === known.length && words.length === 0 ? join('all', known) : null;
  if (denied.length > 0) return null;
  // "… or expecting to conceive" is one more way to be excluded; words without "or" before them say which of the pregnant are meant.
  const further = words.every((at) => at > 0 && ['or', 'comma', 'and'].includes(tokens[at - 1]?.kind ?? ''));
  if (words.length === 0) return join('any', known);
  return further ? join('any', [...known, UNREAD]) : join('all', [join('any', known), UNREAD]);
}

/** "A or B C" is (A or B) C where A and B are of one kind; tumour types in such a mixture, and modifiers before them, are left open. */
function mixed(tokens: readonly Token[], families: readonly string[], side: Side): Requirement | null {
  const groups: Token[][] = [];
  let run: Token[] = [];
  let linked = false;
  for (const [at, token] of tokens.entries()) {
    if (isLeaf(token)) {
      if (!linked && run.length > 0) {
        // A comma in a list of what excludes never means that both must be there.
        if (side === 'exclusion' && tokens[at - 1]?.kind === 'comma') return null;
        groups.push(run);
        run = [];
      }
      run.push(token);
      linked = false;
    } else if (token.kind === 'or') linked = true;
    else if (token.kind === 'comma' && run.length > 0) linked = commaListEndsInOr(tokens, at);
  }
  if (run.length > 0) groups.push(run);
  if (families.filter((name) => name === 'age' || name === 'performance').length > 1) return null;
  const read: Requirement[] = [];
  for (const members of groups) {
    const values = members.map(valueOf);
    const kinds = new Set(members.flatMap((token) => (token.kind === 'atom' ? [family(token.of)] : [])));
    if (
      members.length > 1 &&
      (kinds.size !== 1 ||
        kinds.has('tumour') ||
        kinds.has('lab') ||
        (members.some(({ kind }) => kind === 'words') && !kinds.has('extent')))
    )
      return null;
    read.push(join('any', values));
  }
  return new Set(read.flatMap(typesIn)).size > 1 ? null : join('all', read);
}
/** In "A, B or C D" the commas count as "or"; in "A, B" they do not. */
function commaListEndsInOr(tokens: readonly Token[], comma: number): boolean {
  for (let at = comma + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'or') return true;
    if (token?.kind === 'and') return false;
    if (token && isLeaf(token) && tokens[at + 1] && isLeaf(tokens[at + 1] ?? token)) return false;
  }
  return false;
}

/** `dMMR/MSI-H`, `advanced/metastatic`, `MDS/AML` are alternatives; `ER+/HER2-` is both; others are not clear. */
function slashed(tokens: readonly Token[], at: number): 'or' | 'and' | null {
  const [left, right] = [tokens[at - 1], tokens[at + 1]];
  if (left?.kind !== 'atom' || right?.kind !== 'atom') return null;
  const kinds = [family(left.of), family(right.of)];
  if (kinds[0] !== kinds[1]) return null;
  if (kinds[0] !== 'molecular') return kinds[0] === 'lab' || kinds[0] === 'performance' ? null : 'or';
  const labels = [left.of, right.of].map((one) => (one.kind === 'molecular' ? one.label : ''));
  if (labels.every((label) => /^(?:MSI high|mismatch repair deficient)/.test(label))) return 'or';
  if (labels.every((label) => /^(?:MSI stable|mismatch repair proficient)/.test(label))) return 'or';
  return labels.every((label) => /^(?:ER|PR|HR|HER2) /.test(label)) ? 'and' : null;
}

function isLeaf({ kind }: Token): boolean {
  return kind === 'atom' || kind === 'words';
}
function valueOf(token: Token): Requirement {
  return token.kind === 'atom' ? token.of : UNREAD;
}
function typesIn(asked: Requirement): string[] {
  // One name for several types of the table ("urothelial carcinoma") is one type.
  if (asked.kind === 'any')
    return asked.of.every(({ kind }) => kind === 'tumour') ? [asked.of.flatMap(typesIn).join(' ')] : asked.of.flatMap(typesIn);
  if (asked.kind === 'all') return asked.of.flatMap(typesIn);
  return asked.kind === 'tumour' ? [asked.oncotree ?? asked.doid ?? asked.breadth ?? asked.name] : [];
}
function atomsIn(part: string, atoms: readonly Atom[]): Requirement[] {
  return [...part.matchAll(/@(\d+)@/g)].flatMap(([, n]) => atoms[Number(n)]?.requirement ?? []);
}
