/** Genes with the kind of alteration that is asked for: "germline BRCA1/2 mutation", "mutation in KRAS or NRAS", "EGFR and ALK negative". */
import { parseTerm } from '../../../knowledge/oncology/notation/parse-term.ts';
import type { ProfileTree } from '../../../knowledge/oncology/types.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, plainly } from '../requirements-together.ts';
import { GAP, type Atom, type ReadingContext, type Recogniser } from '../atom.ts';
import { changes, changesBehind, SINGLE } from './changes.ts';
import { BETWEEN, GENE, LIST, namesIn, symbolsOf } from './gene-list.ts';
import { alterationWords } from './words.ts';
import { everyMatch } from '../text/every-match.ts';

const QUALIFIER = String.raw`(?:(?:likely|suspected|possibly|potentially|known|FDA-approved|class [IV]+) (?:or )?)?(?:activating|sensiti[sz]ing|sensitive|somatic|germline|deleterious|pathogenic|oncogenic|oncogene|gene|genes|genomic|genetic|molecular|kinase(?: domain)?|driver|primary|acquired|co-occurring|hot-?spot|actionable|targetable|truncating|inactivating|missense|point|classical|canonical|atypical|uncommon|common|non-resistant|resistant|loss[- ]of[- ]function|gain[- ]of[- ]function|bi-?allelic|mono-?allelic|homozygous|heterozygous|in-?frame|known|documented|confirmed|high[- ]level|focal|driven|rare|founder|pathway|class (?:I|II|III|1|2|3)(?:[/,] ?(?:I|II|III|1|2|3))*)`;
const QUALIFIERS = String.raw`(?:${QUALIFIER}(?:[- ]+|\s*(?:,|\/)\s*)(?:(?:or|and|and\/or) +(?=${QUALIFIER}(?![A-Za-z])))?){0,5}`;
const ALTERED = String.raw`(?:mutations?|mutated|mutants?|alterations?|altered|abnormalit(?:y|ies)|aberrations?|genomic rearrangements?|gene fusions?|fusions?(?:[- ]oncogene)?|re-?arrangements?|re-?arranged|translocations?|amplifications?|amplified|wild[- ]?types?|wt|variants?|deletions?|deleted|deficien(?:t|cy)|loss|overexpress(?:ion|ing|ed)|exon ?\d{1,2}(?:[- ]+(?:skipping|insertions?|deletions?|ins|del|mutations?|alterations?|skip))*(?: mutations?| alterations?| variants?)?|ITD|TKD|promoter mutations?)`;
const WORD = String.raw`${ALTERED}(?:(?:\s*\/\s*|\s*,\s*(?:or |and\/or )?|\s+or\s+|\s+and\/or\s+|-|\s)(?:gene )?${QUALIFIERS}${ALTERED}){0,3}(?:[- ]positive|(?<=ITD|TKD)\+)?`;

const FORWARD = new RegExp(
  String.raw`(?<![A-Za-z0-9])(${QUALIFIERS})(?<![A-Za-z0-9]|non-|anti-|pan-)(${LIST})(?:[- ]+|(?=\+))(?:\((?:[A-Za-z0-9 /-]{2,12})\) )?(${QUALIFIERS}${WORD})(?![A-Za-z])`,
  'g',
);
const BACKWARD = new RegExp(
  String.raw`(?<![A-Za-z0-9])(${QUALIFIERS}${WORD})(?: \((?:[A-Za-z /-]{2,20})\))?\s+(?:of|in|involving|within|affecting|to)\s+((?:the |either |any |all |one |or more |at least |≥ ?1 |of |following |these |listed |selected |specific |targeted |HRR |DDR |MMR |DNA damage repair |homologous recombination repair |genes? |pathway )*(?:genes?)?):?\s*\(?(${LIST})(?: genes?)?(?![A-Za-z0-9])`,
  'g',
);
/** "Mutated KRAS", "wild-type TP53", "amplified HER2". */
const ADJECTIVE = new RegExp(
  String.raw`(?<![A-Za-z0-9])(${QUALIFIERS})(mutated|mutant|amplified|altered|re-?arranged|wild[- ]type|deleted) (${LIST})(?: genes?)?(?![A-Za-z0-9])(?![- ](?:mutat|mutant|alter|fusion|amplif|rearrang|gene))`,
  'g',
);
const POSITIVE = /(?<![A-Za-z0-9-])(ALK|ROS1|RET|NTRK[123]?)(?:[- ]positive\b|\+(?!\w))/g;
const NEGATIVE = new RegExp(String.raw`(?<![A-Za-z0-9])(${LIST})[- ](?:gene )?(?:negative|unmutated|non-mutated|un-?rearranged)\b`, 'g');
/** "EGFR, ALK or ROS1 positive": of several genes the word means what each is tested for. */
const POSITIVES = new RegExp(String.raw`(?<![A-Za-z0-9])(${GENE}(?:${BETWEEN}${GENE}){1,9})[- ]positive\b`, 'g');
/** A gene counts only beside one of these. */
const SPEAKS =
  /mutat|mutant|alter|aberrat|abnormal|fusion|arrange|translocat|amplif|wild|\bwt\b|variant|delet|deficien|loss|overexpress|exon|ITD|TKD|promoter|positive|negative|\+|[A-Z]\d{2,4}/i;

/** Makes of the finding its opposite. */
const DENIED = /^[- ]*(?:negative\b|neg\b|\(-\)|free\b|(?:is |are |was |were )?(?:absent|not (?:present|detected|found|identified)))/;
/** Makes of it something else: a test, a drug, a person. */
const ELSE =
  /^[- ]*(?:status|test(?:ing|s)?\b|analysis|assay|panel|screen|inhibit|targeted|directed|TKIs?|tyrosine kinase inhib|carriers?|therap|treatment|drugs?|antibod|not\b|vaccin|degrad|select|signal|pathway|negative control|probe|peptides?|neoantigen|specific T|reactive)/i;

const BEGINNING =
  /(^|[.;:([]\s*)([A-Z])(?=(?:ermline|omatic|ctivating|typical|athogenic|ncogenic|eleterious|ensiti|ctionable|argetable|utat|lter|mplif|usion|earrang|oss|eletion|iallelic|i-allelic|omozygous|runcating|nactivating|ikely|uspected|ild|xon|rimary|nown|ocumented|onfirmed|lassical|ncommon|ommon|berration|bnormalit|ranslocation|verexpress|river|cquired))/g;

export const genes: Recogniser = (given, context) => {
  if (!/[A-Z]{2}/.test(given) || !SPEAKS.test(given)) return [];
  // "Germline …" at the beginning of a sentence is the word, not a name.
  const text = given.replace(BEGINNING, (_, before: string, letter: string) => `${before}${letter.toLowerCase()}`);
  const atoms: Atom[] = [];
  const push = (start: number, length: number, requirement: Requirement | null): void => {
    if (requirement) atoms.push({ start, end: start + length, requirement });
  };
  // "KRAS mutations: G12C or G12D" as a whole, before the changes alone.
  const forward = everyMatch(text, FORWARD);
  for (const match of forward) {
    const [whole, , list = '', word = ''] = match;
    const further = changesBehind(text, match.index + whole.length, list, word, context);
    if (further === null) continue;
    const [length, read] = denied(
      text,
      match.index,
      whole.length + further.length,
      further.requirement ?? listed(list, `${match[1] ?? ''}${word}`, context),
    );
    push(match.index, length, read);
  }
  for (const match of /\d/.test(text) ? everyMatch(text, SINGLE) : []) {
    const requirement = changes(match, context);
    const [length, read] = denied(text, match.index, match[0].length, requirement);
    push(match.index, length, read);
  }
  for (const match of /negative|mutated|arranged/.test(text) ? everyMatch(text, NEGATIVE) : [])
    push(match.index, match[0].length, negativeOf(match[1] ?? '', context));
  for (const match of text.includes('positive') ? everyMatch(text, POSITIVES) : []) {
    const parts = ofEach(match[1] ?? '', context);
    if (parts.length > 1) push(match.index, match[0].length, { kind: 'any', of: parts });
  }
  for (const match of /positive|\+/.test(text) ? everyMatch(text, POSITIVE) : [])
    push(match.index, match[0].length, listed(match[1] ?? '', 'fusion', context));
  for (const match of forward) {
    const [whole, before = '', list = '', word = ''] = match;
    const [length, read] = denied(text, match.index, whole.length, listed(list, `${before}${word}`, context));
    push(match.index, length, read);
  }
  for (const match of /(?:mutated|mutant|amplified|altered|arranged|type|deleted) [A-Zg]/.test(text) ? everyMatch(text, ADJECTIVE) : []) {
    const [length, read] = denied(
      text,
      match.index,
      match[0].length,
      listed(match[3] ?? '', `${match[1] ?? ''}${match[2] ?? ''}`, context),
    );
    push(match.index, length, read);
  }
  for (const match of / (?:of|in|involving|within|affecting|to) /.test(text) ? everyMatch(text, BACKWARD) : []) {
    const [length, read] = denied(text, match.index, match[0].length, listed(match[3] ?? '', match[1] ?? '', context));
    push(match.index, length, read);
  }
  return atoms;
};

function denied(text: string, start: number, length: number, requirement: Requirement | null): readonly [number, Requirement | null] {
  if (requirement === null) return [length, null];
  const behind = text.slice(start + length, start + length + 60);
  const no = DENIED.exec(behind);
  if (no) return [length + no[0].length, { kind: 'not', of: plainly(requirement) }];
  // What stands directly behind was claimed as a drug, or as a limit of something else.
  return [length, ELSE.test(behind) || behind.replace(/^[- ]/, '').startsWith(GAP) ? null : requirement];
}
/** "ALK negative" is about the rearrangement; what "EGFR negative" leaves out is not said of every gene. */
function negativeOf(list: string, context: ReadingContext): Requirement | null {
  const [first, ...others] = ofEach(list, context);
  if (first === undefined) return null;
  return { kind: 'not', of: others.length === 0 ? first : { kind: 'any', of: [first, ...others] } };
}
/** Empty when one of the names is no gene of which such a word is said. */
function ofEach(list: string, context: ReadingContext): Requirement[] {
  const names = namesIn(list);
  if (names.some((name) => /^(?:ER|PR|HR|AR|HER-?2|PD-?L1|MSI|HIV|HBV|HCV|EBV|HPV|CD\d+|RNA|DNA|PCR|ISH|IHC|NGS)$/.test(name))) return [];
  const parts = names.map((name) => listed(name, /^(?:ALK|ROS1|RET|NTRK[123]?)$/.test(name) ? 'fusion' : 'alteration', context));
  const read = parts.filter((one) => one !== null);
  return read.length === parts.length ? read : [];
}

/** Several genes with one word: any of them is enough, unless "and" leaves open whether all are meant. */
function listed(list: string, word: string, context: ReadingContext): Requirement | null {
  const key = `${list} ${word}`;
  const known = context.variants.get(key);
  if (known !== undefined) return known;
  const requirement = made(list, word, context);
  context.variants.set(key, requirement);
  return requirement;
}

function made(list: string, word: string, { genes: models }: ReadingContext): Requirement | null {
  const { symbols, others } = symbolsOf(list, models);
  if (symbols.length === 0 && !others) return null;
  // A protein can be missing without a change that sequencing shows, and be there beside one.
  if (/deficien/i.test(word)) return { kind: 'unread', ask: `${list} deficiency (staining)` };
  const asked = alterationWords(word);
  if (asked === null || (asked.words.length > 1 && asked.words.includes('wild type'))) return null;
  // Genes that the knowledge does not have: nothing on file answers, but the test can be named.
  if (symbols.length === 0) return asked.words.length === 0 ? null : { kind: 'unread', ask: `${list} ${asked.words[0] ?? ''}` };
  const trees: ProfileTree[] = [];
  for (const symbol of symbols)
    for (const one of asked.words) {
      const term = parseTerm(`${symbol} ${one}`, models);
      if (term === null) return null;
      trees.push(term);
    }
  const wild = asked.words.includes('wild type');
  const [only] = trees;
  if (only === undefined || (wild && others)) return null;
  const label = `${asked.origin === null ? '' : `${asked.origin} `}${list} ${asked.words.join(' or ')}`;
  const tree: ProfileTree = trees.length === 1 ? only : wild ? { and: trees } : { or: trees };
  const plain: Requirement = { kind: 'molecular', label, tree, ...(asked.origin === null ? {} : { origin: asked.origin }) };
  const joinedByAnd = /\band\b(?!\/or)/.test(list) && !wild;
  const narrowed = asked.narrowed || joinedByAnd;
  const open: Requirement = { kind: 'unread', ask: `how "${list} ${word.trim()}" is meant` };
  const one: Requirement = narrowed ? { kind: 'all', of: [plain, open] } : plain;
  if (asked.bothCopies && !joinedByAnd && !others) return withoutBothCopies(symbols, asked.words, one, models);
  const common = narrowed && !joinedByAnd && asked.sensitive && asked.origin === null ? commonEgfr(symbols, models) : null;
  const wide: Requirement = common === null ? one : { kind: 'any', of: [common, one] };
  return others ? { kind: 'any', of: [wide, { kind: 'unread', ask: `the other genes of "${list}"` }] } : wide;
}

/** A reported loss of both copies is what is asked; one of unknown depth leaves it open. "Loss" may be meant of two different changes as well. */
function withoutBothCopies(
  symbols: readonly string[],
  words: readonly string[],
  otherwise: Requirement,
  models: ReadingContext['genes'],
): Requirement {
  const gone = symbols.map((gene): Requirement => ({
    kind: 'variant',
    label: `${gene} homozygous deletion`,
    genes: [gene],
    category: 'copy',
    tree: parseTerm(`${gene} loss`, models),
    exact: false,
    counts: 'reported',
    copies: ['homozygous-deletion'],
  }));
  return join('any', words.includes('loss') ? [...gone, otherwise] : gone);
}

/** The EGFR mutations of which nobody doubts that they are sensitising, activating, actionable drivers. */
function commonEgfr(symbols: readonly string[], models: ReadingContext['genes']): Requirement | null {
  if (!symbols.includes('EGFR')) return null;
  const terms = ['exon 19 deletion', 'L858R'].map((name) => parseTerm(name, models, 'EGFR')).filter((term) => term !== null);
  return terms.length === 2 ? { kind: 'molecular', label: 'EGFR exon 19 deletion or L858R', tree: { or: terms } } : null;
}
