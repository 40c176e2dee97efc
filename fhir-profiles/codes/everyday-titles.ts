/**
 * Titles of ordinary lines that are a gene's symbol as well: "ALK" the phosphatase, "RET" the reticulocytes, "MET" methicillin, "PR" a wave of the heart.
 * Short names of analytes as hospitals file them (MIMIC-IV 2.2 d_labitems and d_items, eICU 2.0 lab names), three-letter codes of antimicrobials
 * (WHONET), held against HGNC symbols and aliases (2025-10).
 */
import { biomarkerTest } from './biomarker-tests.ts';
import { entryOf } from '../entry-of.ts';

/**
 * Measured in blood, counted, asked or examined; nobody files a finding of the gene under the bare symbol. Whether such a line is one of the gene its
 * answer tells ("TTR: V142I").
 */
const ANALYTES: ReadonlySet<string> = new Set(
  (
    'A1AT AAT ACE ACR ACTH ADA ADAMTS13 AFP AGA AGL ALB AMH AQP4 B2M BCHE BDNF BSG C3 C4 CA125 CA153 CA199 CAD CASPR2 CAST CAT CBS CEA CGA CHE CK ' +
    'COIL CP CPAP CRP DBP DBT DES EGF EPO F7 F8 F9 F10 F11 F12 F13 FAP FGF21 FGF23 FH GAA GAD GALT GC GCK GFAP GGT GH GH1 GLS GOT GPT HGF HP IGF1 IL1 ' +
    'IL2 IL2R IL6 IL8 IL10 INS KEL LDH LEP LH LPL MBP MOG MPO MUSK NAGS NAPA NPY NSE OAT P2Y12 PAH PC PF4 PGF PIGF PIP PLG PRL PSA PTH PVR RAC RBP4 ' +
    'REN RHCE RHD S100 S100B SHBG SHH SKI SST STS TAT TBG TF TG TH TNF TPO TSH TSHR TST TTPA TTR VDR VEGF VWF XDH'
  ).split(' '),
);

interface EverydayMeaning {
  /** Answers of that meaning: a finding of the gene is never written so. */
  readonly answers: RegExp;
  /** Answers that may be either; beside a tumour on record they are left to the readers of its genes. */
  readonly unlessTumour?: RegExp;
  /** A share in per cent, too, is of that meaning. */
  readonly share?: true;
}

const FLAG = [
  '(?:abnormally )?(?:high|low|elevated|raised|increased|decreased|reduced|h|l|hh|ll|n|normal|wnl|within normal limits|abnormal|borderline)',
  'im normbereich|normwertig|unauffällig|o\\.? ?b\\.?|erhöht|erniedrigt|vermindert|normaal|verhoogd|verlaagd|geen bijzonderheden|niet afwijkend',
  'normale?|élevée?|abaissée?|sans particularité|alto|bajo|elevado|sin alteraciones|nella norma|alta|bassa',
].join('|');
const YES_NO = 'yes|no|none|nil|n/?a|done|not done|given|stable|unchanged|ja|nein|keine?|nee|geen|oui|non|aucune?|s[ií]|ningun[oa]';
const GRADE = 'trace|trivial|mild|moderate|severe|(?:mild|moderate|trace)[- ](?:to[- ])?(?:mild|moderate|severe)';
const SUSCEPTIBLE = 's|r|i|sdd|ns|susceptible|resistant|intermediate|sensitive|non-?susceptible';
const only = (...words: readonly string[]): RegExp => new RegExp(`^\\W*(?:${words.join('|')})(?:\\W*(?:flag|\\([^()]*\\)))?\\W*$`, 'i');

/** Genes of tumours and of pharmacogenomics that share their symbol with something ordinary. */
const SHARED: Readonly<Record<string, EverydayMeaning>> = {
  ALK: { answers: only(FLAG, 'alkaline .*') },
  RET: { answers: only(FLAG, 'retic.*'), unlessTumour: only(YES_NO, 'retinopathy', 'no retinopathy', 'mild npdr'), share: true },
  EGFR: {
    answers: only('g[1-5][ab]?', '(?:ckd )?stage [1-5][ab]?', '(?:mildly|moderately|severely) (?:decreased|reduced)', 'not calculated', 'unable to calculate', '(?:greater|more|less) than \\d+', 'above \\d+', 'below \\d+', '[<>≥≤]=? ?\\d+\\b.{0,40}'), // prettier-ignore
    unlessTumour: only(FLAG, YES_NO, 'kidney function normal', 'ha?emolyzed', 'calculated by .{3,30}', 'see (?:note|comment)', '(?:test )?not (?:performed|done)'), // prettier-ignore
  },
  MET: {
    answers: only(SUSCEPTIBLE, 'methicillin.*', 'methamphetamine.*', 'meth?ha?emoglobin.*', 'metabolic.*'),
    unlessTumour: only('normal|n|wnl', YES_NO, 'not met', 'partially(?: met)?', 'progressing', 'goal met', 'ongoing'),
    share: true,
  },
  ATM: { answers: only(SUSCEPTIBLE), unlessTumour: only('normal|n|wnl', YES_NO) },
  KIT: { answers: only('opened|used|given|applied|expired|dispensed'), unlessTumour: only(YES_NO) },
  AR: { answers: only('perennial|seasonal|controlled', GRADE), unlessTumour: only('[1-4]\\+', YES_NO, FLAG) },
  HR: { answers: only('(?:ir)?regular|nsr|sinus(?: rhythm)?|tachycardic|bradycardic|paced'), unlessTumour: only(FLAG) },
  APC: { answers: only('occasional|rare|frequent|few|many|single'), unlessTumour: only(FLAG, YES_NO), share: true },
  PML: { answers: only('no|none'), unlessTumour: only(YES_NO) },
  F2: { answers: only(FLAG), share: true },
  F5: { answers: only(FLAG), share: true },
  ROS1: { answers: only('all other systems negative', 'see hpi', 'as above', 'as per hpi', 'reviewed', 'denies .*') },
  PMS2: { answers: only('intact(?: x ?\\d)?', 'distally intact'), unlessTumour: only(YES_NO) },
  NPM1: { answers: only('nothing by mouth', 'since .*'), unlessTumour: only(YES_NO) },
};
for (const agent of ['FOS', 'DAP', 'EMB', 'CPD', 'NAL', 'KAN', 'TIM', 'SYN', 'AMP', 'PEN', 'OXA', 'ERY', 'CAZ', 'NOR', 'TIC', 'MIN', 'GEN', 'LEV', 'CAS', 'COL'])
  Object.assign(SHARED, { [agent]: { answers: only(SUSCEPTIBLE, 'neg', 'pos', 'negative', 'positive') } }); // prettier-ignore

/** The room and the wave: receptors are answered as stains are. */
const RECEPTORS: ReadonlySet<string> = new Set(['ER', 'PR']);
const AS_STAIN =
  /posit|negat|\bneg\b|\bpos\b|%|allred|score|strong|weak|stain|receptor|express|^\W*[+-]\W*$|^\W*[0-3]\s?\+|detected|^\W*\d\s?\/\s?8\W*$|indetermin|equivocal|unknown|pending|see |performed|amplif/i;
/** A sentence that denies something denies another thing, as long as it does not speak of the tissue. */
const isOfStain = (words: string): boolean =>
  words.length < 40 ? AS_STAIN.test(words) : /receptor|allred|stain|%|nucle[ia]|tumou?r|carcinoma/i.test(words);
const TIMED =
  /^\W*\d+(?:[.,]\d+)?\s*(?:ms|msec|milliseconds?|s|sec|seconds?|min|minutes?|h|hours?|bpm|\/min|beats?\/min(?:ute)?|d|days?|{beats}\/min)\W*$/i;

/** Surface antigens: a number counts cells of the blood. */
const CELLS = /^CD\d{1,3}$/;

/** What an answer says of a gene, whatever the title: a change, alleles, copies, a stain. */
const OF_THE_GENE =
  /mutat|mutiert|variante?s?\b|\bgen(?:e|es|otyp\w*)\b|\bwt\b|wild[- ]?t|wildtyp|zygo|allel|carrier|\bexon|\bcodon|fusion|rearrang|re-?arranged|translo[ck]|amplif|delet|duplicat|insertion|pathogen|benign|\bVUS\b|\bloss\b|\blost\b|\brs\d|(?<![A-Za-z])[cpgm]\.\S|(?<!10)\*\s?\d|(?<![A-Za-z0-9])[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup)(?![A-Za-z0-9])|[ACGT]\s?>\s?[ACGT]|express|stain|\bIHC\b|immun|\bFISH\b|\bcop(?:y|ies)\b|\bCN\b|\bratio\b|\bfold\b|\bVAF\b|\breads?\b|polymorph|repeat|metaboli[sz]er|\bMb\b|tumou?r|\d\s?(?:del|ins|dup)\s?[ACGT]{1,12}(?![a-z])/i;

/** What stands beside an analyte's name and makes it no other one. */
const BESIDE =
  /\b(?:results?|tests?|levels?|serum|plasma|blood|s\/p|counts?|abs(?:olute)?|calc(?:ulated)?|values?|measurement|total|random|activity|antigen|quant(?:itative)?|automated|auto|lvl|poc)\b|[#%:;()[\],]/gi;
const LONGEST = 24;
/** Everyday answers are short; a longer text is searched for nothing but words of genes. */
const LONGEST_ANSWER = 200;

/** "RET %" → "RET"; null for a title that says more than a short name. */
export function shortTitle(title: string): string | null {
  if (title.length > LONGEST) return null;
  const rest = title
    .replace(BESIDE, ' ')
    .trim()
    .replace(/(?<=[A-Za-z0-9])[-./ ](?=[A-Za-z0-9])/g, '')
    .toUpperCase();
  return /^[A-Z][A-Z0-9]{1,9}$/.test(rest) ? rest : null;
}

export interface Answer {
  /** As written; empty for a number, for an answer of yes or no, and where only a flag stands. */
  readonly words: readonly string[];
  readonly number?: { readonly unit?: string };
  /** Of yes or no. */
  readonly yesOrNo?: true;
}

const NUMBER =
  /^[\s<>≤≥=~±+-]*\d+(?:[.,]\d+)?(?:\s?(?:-|–|:|\/|to|x)\s?\d+(?:[.,]\d+)?)?\s*((?:10[*^E]\d+[^\s()]*|[µμ%a-zA-Z°/][^\s()]*)?(?:\s?[a-zA-Z{][^\s()]*){0,3})\s*(?:\([^()]{0,30}\))?\s*$/;
/** Counts of genes and what is told of their reads; a plus is a stain. */
const NO_AMOUNT = /cop|fold|ratio|read|vaf|^\+/i;
/** A number with or without its unit, in words; null for anything else. */
function unitOf(words: string): string | null {
  if (words.length > 60 || /^\s*\d\s?\+/.test(words)) return null;
  const unit = NUMBER.exec(words)?.[1];
  return unit === undefined || NO_AMOUNT.test(unit) ? null : unit.trim();
}

/**
 * Is a line of this title with this answer an ordinary one, and none of a gene or a receptor? `isGene`: the title is a symbol at all; `scored`: a
 * pharmacogene, of which a number may be the score.
 */
export function isEveryday(title: string, answer: Answer, gene: { readonly scored: boolean }, tumour: boolean): boolean {
  const units = answer.number === undefined ? answer.words.map(unitOf) : [answer.number.unit ?? ''];
  const number = units.length > 0 && units.every((unit) => unit !== null);
  const share = units.some((unit) => unit === '%');
  if (RECEPTORS.has(title)) {
    const timed = number && units.every((unit) => TIMED.test(`1 ${unit ?? ''}`));
    if (timed || tumour) return timed;
    return answer.number !== undefined ? !share : answer.words.length > 0 && !answer.words.some(isOfStain);
  }
  if (answer.words.some((words) => OF_THE_GENE.test(words)) || (answer.number?.unit !== undefined && NO_AMOUNT.test(answer.number.unit)))
    return false;
  if (ANALYTES.has(title)) return true;
  if (answer.words.some((words) => words.length > LONGEST_ANSWER)) return false;
  // Beside a tumour "CD30: 5 % of cells" may be its stain.
  if (CELLS.test(title) && tumour && units.some((unit) => unit?.startsWith('%') === true)) return false;
  if (CELLS.test(title)) return number || answer.words.some((words) => only(FLAG, YES_NO, 'no abnormal population').test(words));
  if (number && biomarkerTest([], [title]) !== null) return false;
  const meaning = entryOf(SHARED, title);
  if (number) return share ? meaning?.share === true : meaning !== undefined || !gene.scored;
  if (meaning === undefined) return false;
  if (answer.yesOrNo === true) return !tumour && meaning.unlessTumour?.test('yes') === true;
  if (answer.words.length === 0) return false;
  return answer.words.every((words) => meaning.answers.test(words) || (!tumour && meaning.unlessTumour?.test(words) === true));
}

const NEWBORN_SCREEN = /\b(?:newborn|neonatal)\b.*\bscreen|\bscreen\w*\b.*\b(?:newborn|neonatal)\b/i;
const IN_RANGE =
  /^\W*(?:normal|negative|within normal limits|(?:with)?in range|low risk|not at risk|screen(?:ed)? negative|unsatisfactory|not elevated|no further action)\W*$/i;
/** What every newborn is screened for by an enzyme or a metabolite, and nothing was out of range. */
export const isNewbornScreen = (titles: readonly string[], { words }: Answer): boolean =>
  titles.some((title) => title.length <= LONGEST_ANSWER && NEWBORN_SCREEN.test(title) && !OF_THE_GENE.test(title)) &&
  words.length > 0 &&
  words.every((said) => IN_RANGE.test(said));

/** Kinds of records in whose words a short name is a drug, a bug, an allergen or a blood group. */
export const OF_NO_GENES =
  /\bcultures?\b|susceptib|antibiogram|gram stain|microbiolog|bacteriolog|\bMRSA\b|drugs? (?:of abuse )?screen|toxicolog|\bUDS\b|urinalysis|blood (?:type|group)|cross-?match|allerg(?:y|en)/i;

/** "ALK: 85 U/L; MET: R": one title with its answer in a text of many. */
const PIECE = /(?=[A-Za-z])(?<=^|[.;,|\n]\s{0,4})([A-Za-z][A-Za-z0-9 #%-]{1,15}?)\s?[:=]\s?((?:[^.;,|\n]|[.,](?=\d))+)/g;
/** Resistance to activated protein C, and argon plasma coagulation. */
const NOT_THE_GENE = /\bAPC(?:[- ]?R\b|[- ](?:resistan\w*|ratio)|\s?\(argon[^)]{0,40}\))/g;

/** A text without its everyday pieces, so that what is left can be searched for genes. */
export function withoutEverydayPieces(text: string, gene: (title: string) => { readonly scored: boolean }, tumour: () => boolean): string {
  const rest = text.replace(NOT_THE_GENE, ' ');
  if (!/[:=]/.test(rest)) return rest;
  return rest.replace(PIECE, (whole, name: string, answer: string) => {
    const title = shortTitle(name.trim());
    return title !== null && isEveryday(title, { words: [answer.trim()] }, gene(title), tumour()) ? ' ' : whole;
  });
}
