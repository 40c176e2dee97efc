/**
 * Words for the grade of an enzyme whose lack makes a drug dangerous (TPMT, NUDT15, DPYD; G6PD as measured), beside the metabolizer grades.
 *
 * From a genotype: CPIC thiopurines 2011, table 1 (PMID 21270794): "homozygous wild-type or normal, high activity", "heterozygote or intermediate
 * activity", "homozygous variant, mutant, low, or deficient activity".
 * Measured, "low" means two things: ARUP Laboratories 0092066 calls it the class in which thiopurines are to be avoided; British laboratories call
 * carriers so (Gloucestershire Hospitals: deficient, carrier, normal, raised; "low activity indicates partial deficiency"). It stays open then.
 * "Deficiency" without a degree may be partial or complete; so may "deficient" of DPD (EMA 2020: partial or complete DPD deficiency). Looked up 2026-11.
 */
import { ASKED_FOR, NORMAL_AS_YARDSTICK, RELATIVES, SUSPECTED } from './doubt/index.ts';
import { entryOf } from '../entry-of.ts';

const POOR = 'Poor Metabolizer';
const INTERMEDIATE = 'Intermediate Metabolizer';
const NORMAL = 'Normal Metabolizer';
const OPEN_BELOW_NORMAL = 'Intermediate to Poor Metabolizer';

const GRADED: ReadonlySet<string> = new Set(['TPMT', 'NUDT15', 'DPYD']);

/** What stands around the grade: the names of test and enzyme, and of what is graded. */
const AROUND =
  /\b(?:tpmt|nudt15|dpyd|dpd|thiopurine (?:s-)?methyltransferase|dihydropyrimidine dehydrogenase|enzyme|enzymatic|enzymic|(?:predicted |likely )?phenotype|metaboli[sz](?:er|ation|m)|methylator|status|result)\b[\s:=]*/g;

type Grades = readonly (readonly [RegExp, string])[];

const ANY: Grades = [
  [/^complete(?:ly)? deficien(?:t|cy)$/, POOR],
  [/^partial(?:ly)? deficien(?:t|cy)$/, INTERMEDIATE],
  [/^deficiency$/, OPEN_BELOW_NORMAL],
  [/^(?:absent activity|undetectable activity|no activity|very low(?: activity)?)$/, POOR],
  [
    /^(?:low|deficient)(?: or |\/| to |, ?)(?:absent|deficient|low|undetectable|no)(?: activity)?$|^absent(?: or |\/| to )low(?: activity)?$/,
    POOR,
  ],
  [/^(?:heterozygous|partially)? ?intermediate$|^heterozygo(?:te|us)(?: (?:deficient|deficiency|variant|mutant))?$/, INTERMEDIATE],
];

const OF_GENE: Readonly<Record<string, Grades>> = {
  TPMT: [
    [/^(?:homozygous )?deficient$|^homozygous deficiency$|^homozygous (?:variant|mutant|low)$/, POOR],
    [/^carrier$/, INTERMEDIATE],
    [/^(?:very )?(?:high|raised)$|^homozygous wild[- ]?type$|^(?:homozygous )?normal$/, NORMAL],
  ],
  NUDT15: [[/^(?:homozygous )?deficient$|^homozygous deficiency$/, POOR]],
  DPYD: [[/^deficient$/, OPEN_BELOW_NORMAL]],
};

/** The two degrees in French, Spanish, Italian, Portuguese and German: OUR OWN TRANSLATIONS, not yet checked by speakers. */
const IN_ENGLISH: Grades = [
  [/(?<!\p{L})(?:d[ée]ficit (?:partiel|parcial|parziale)|partieller mangel)(?: (?:en|de|di) dpd)?(?!\p{L})/u, 'partial deficiency'],
  [
    /(?<!\p{L})(?:d[ée]ficit (?:complet|completo|total|totale)|(?:kompletter|vollständiger) mangel)(?: (?:en|de|di) dpd)?(?!\p{L})/u,
    'complete deficiency',
  ],
];

/** The test asks for one allele or one position, of which the grade is none. */
const ONE_PLACE = /\*\d|\brs\d+|\b[cp]\.[-*(]?[A-Za-z]{0,3}\d|\d\s?[ACGT]\s?>\s?[ACGT]|\b[A-Z]-?\d{2,5}[A-Z]\b|\bIVS/i;

/** The test looks at the gene, so that "low" is the grade of two alleles without function. */
const GENETIC =
  /\b(?:geno\w*|genes?|genetic\w*|dna|allel\w*|variants?|mutations?|haplotypes?|diplotypes?|molecular|pharmacogen\w*|pgx|sequenc\w*)\b|\*\d/i;

/**
 * The metabolizer grade, or a range of them, that an older or plain word for the enzyme's activity means; null for every other text. `beside`: the
 * name of the test, which says whether the gene or the enzyme was looked at.
 */
export function enzymeGrade(written: string, gene: string, beside: string): string | null {
  if (!GRADED.has(gene) || ONE_PLACE.test(beside)) return null;
  // "Absent" under the name of a genetic test may be the variant; of the enzyme it is the activity.
  const ofEnzyme = /\b(?:phenotype|activity|enzyme)\b/i.test(beside) && !GENETIC.test(beside);
  const parts = IN_ENGLISH.reduce((said, [pattern, english]) => said.replace(pattern, english), written.toLowerCase())
    .split(/[();]|,(?!\s*(?:absent|deficient))/)
    .map((part) =>
      part
        .replace(AROUND, ' ')
        .replace(/(?<![.:])[.:]+$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .map((part) => (ofEnzyme && /^(?:absent|undetectable)$/.test(part) ? `${part} activity` : part))
    .map((part) => (/^(?:absent|undetectable|no) activity$/.test(part) ? part : part.replace(/ ?\bactivity\b ?/, '')))
    .filter((part) => part !== '');
  // Asked once for all parts: a text may have thousands.
  const genetic = GENETIC.test(`${beside} ${written}`) || /homozygous/i.test(written);
  const found = new Set(parts.map((part) => gradeOf(part, gene, genetic)));
  const [grade] = found;
  return found.size === 1 ? (grade ?? null) : null;
}

function gradeOf(part: string, gene: string, genetic: boolean): string | null {
  if (part === 'low') return genetic ? POOR : OPEN_BELOW_NORMAL;
  return [...ANY, ...(entryOf(OF_GENE, gene) ?? [])].find(([pattern]) => pattern.test(part))?.[1] ?? null;
}

/** A class of the laboratory's that names a class and denies it, or names two: it is on file and says nothing for certain. */
const UNREAD = 'unread';

/** "Below normal" is low; a share of normal is a measurement that nobody here judges. */
const BELOW_NORMAL = /\b(?:below|under|less than|lower than)\s+(?:the\s+)?(?:lower\s+)?(?:limit\s+of\s+)?normal\b/;

/** Asked for, thought of or another person's: "? deficient", "Rule out deficient", "Father is deficient". */
const OPEN: Grades[number] = [
  new RegExp(String.raw`^\W*\?|\?\W*$|(?<!\p{L})(?:${ASKED_FOR}|${SUSPECTED}|${RELATIVES})(?!\p{L})`, 'iu'),
  UNREAD,
];

/** TPMT activity in red cells. "Abnormal" does not say which way, and is no "normal". */
export const TPMT_MEASURED: Grades = [
  OPEN,
  [
    /\b(?:not|non|no|without|neither|nor)\b(?! (?:detectable |measurable )?(?:tpmt |enzyme )?activity)|\binsufficient\b|\bha?emoly[sz]ed\b/,
    UNREAD,
  ],
  [
    /\bnormal\b.*\b(?:low|deficien\w*|intermediate|carriers?|heterozygo\w*)\b|\b(?:low|deficien\w*|intermediate|carriers?)\b.*\bnormal\b/,
    UNREAD,
  ],
  [/\b(?:partial\w*|intermediate|reduced|carrier)\b|(?<!compound )\bheterozygo\w*/, 'intermediate'],
  [BELOW_NORMAL, 'low'],
  [NORMAL_AS_YARDSTICK, UNREAD],
  [/deficien|\babsent\b|\bvery low\b|\bundetectable\b|\bno (?:detectable |measurable )?(?:tpmt |enzyme )?activity\b/, 'deficient'],
  [/\blow\b/, 'low'],
  [/\bnormal\b|\bhigh\b|\braised\b/, 'normal'],
];

/** G6PD activity or screen. A sample that was insufficient says nothing. */
export const G6PD_MEASURED: Grades = [
  OPEN,
  [/\binsufficient\b|\b(?:sample|specimen|quantity)\b|\bborderline\b|\bequivocal\b|\bvariable\b|\blow[- ]normal\b/, UNREAD],
  [
    /\b(?:no|not|non)\b[ -](?:(?:evidence|signs?|indication) of |an? )?(?:g-?6-?pdh?[ -])?(?:enzyme )?deficien|^sufficient\b|\bg-?6-?pdh? sufficient\b/,
    'normal',
  ],
  [/\b(?:not|non|no|without|excluded)\b/, UNREAD],
  [/\bintermediate\b|\bpartial\w*\b/, 'intermediate'],
  [/deficien|\breduced\b|\bdecreased\b|\blow\b|\babnormal\b/, 'deficient'],
  [BELOW_NORMAL, 'deficient'],
  [NORMAL_AS_YARDSTICK, UNREAD],
  [/\bnormal\b/, 'normal'],
];

/** The same where the test asks for the deficiency: "G6PD deficiency screen: positive". Tried before the words above. */
export const G6PD_DEFICIENCY_ASKED: Grades = [
  [/^(?:screen(?:ing)? )?positive\b|^(?:detected|present|abnormal|yes)$/, 'deficient'],
  [/^(?:screen(?:ing)? )?negative\b|^(?:not detected|none detected|absent|no)$/, 'normal'],
];
