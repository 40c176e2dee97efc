/**
 * Which Observation is which biomarker: by LOINC code, else by the words of its name. Codes: HL7 Genomics Reporting 3.0.0 biomarker value set,
 * mCODE tumour marker examples, German molecular tumour board set.
 */
import type { BiomarkerFact } from '../facts.ts';
import { remembered } from '../remembered.ts';
import { abnormalityNamed } from './genomics/abnormalities.ts';
import { otherThing } from './title-of-marker.ts';
import { namesTreatment } from './title-of-treatment.ts';
import { entryOf } from '../entry-of.ts';

export interface BiomarkerTest {
  readonly kind: BiomarkerFact['kind'];
  readonly method?: string;
  /** Unit that the code itself fixes. */
  readonly unit?: string;
}

const CODES: Readonly<Record<string, BiomarkerTest>> = {
  '94076-7': { kind: 'TMB', unit: '{mutations}/Mb' },
  '94077-5': { kind: 'TMB' },
  '81695-9': { kind: 'MSI' },
  '62862-8': { kind: 'MSI', method: 'IHC' },
  '107286-7': { kind: 'HRD' },
  brcaness: { kind: 'BRCAness' },
  '85147-7': { kind: 'PD-L1' },
  '83052-1': { kind: 'PD-L1' },
  '83053-9': { kind: 'PD-L1', method: 'TPS', unit: '%' },
  '83054-7': { kind: 'PD-L1' },
  '83055-4': { kind: 'PD-L1' },
  '83056-2': { kind: 'PD-L1' },
  '83057-0': { kind: 'PD-L1' },
  '85148-5': { kind: 'PD-L1' },
  '85149-3': { kind: 'PD-L1' },
  '18474-7': { kind: 'HER2', method: 'IHC' },
  '72382-5': { kind: 'HER2', method: 'IHC' },
  '72383-3': { kind: 'HER2', method: 'IHC' },
  '85319-2': { kind: 'HER2', method: 'IHC' },
  '48676-1': { kind: 'HER2' },
  '85318-4': { kind: 'HER2', method: 'ISH' },
  '96893-3': { kind: 'HER2', method: 'ISH' },
  '49683-6': { kind: 'HER2', method: 'ISH' },
  '85337-4': { kind: 'ER', method: 'IHC' },
  '40556-3': { kind: 'ER', method: 'IHC' },
  '14228-1': { kind: 'ER', method: 'IHC', unit: '%' },
  '14230-7': { kind: 'PR', method: 'IHC', unit: '%' },
  '32996-3': { kind: 'HER2', method: 'ISH' },
  '1365744007': { kind: 'HER2', method: 'ISH' },
  '445028008': { kind: 'ER' },
  '16112-5': { kind: 'ER' },
  '85339-0': { kind: 'PR', method: 'IHC' },
  '16113-3': { kind: 'PR' },
  '40557-1': { kind: 'PR', method: 'IHC' },
  '64083-9': { kind: 'MGMT methylation' },
  '1812491000004107': { kind: 'grade-group' },
  '385377005': { kind: 'grade-group' },
  '384994009': { kind: 'Gleason', method: 'primary pattern' },
  '384995005': { kind: 'Gleason', method: 'secondary pattern' },
};

/** LOINC codes of markers. */
export const MARKER_CODES: readonly string[] = Object.keys(CODES).filter((code) => /^\d{3,6}-\d$/.test(code));

/** In this order: the more specific words first. */
const WORDS: readonly (readonly [RegExp, BiomarkerTest])[] = [
  [/tumou?r mutation(?:al)? (?:burden|load)|\bb?TMB\b|\bmutations? ?(?:\/|per) ?(?:megabase|Mb\b)/i, { kind: 'TMB' }],
  [/microsatellite|mi[ck]rosat[eé]l+it|\bMSI\b|\bMSIsensor(?:-?(?:2|pro))?\b|^\s*MSS(?: status)?\W*$/i, { kind: 'MSI' }],
  [/mismatch repair|\b[dp]?MMR\b|\b(?:MLH1|MSH2|MSH6|PMS2)\b.*\b(?:IHC|immuno\w*|protein|expression|nuclear|stain)/i, { kind: 'MMR' }],
  // The companion tests by their product names, too.
  [/homologous recombination(?!\s+repair\b(?!.*(?:deficien|proficien)))|\bHRD\b|genomic instability score|\bmyChoice\b/i, { kind: 'HRD' }],
  [/loss of heterozygosity|\bg?LOH\b/i, { kind: 'LOH' }],
  [/\bPD-?L1\b|programmed death[- ]ligand 1|\bCD274\b|\b(?:22C3|28-8) pharmDx\b/i, { kind: 'PD-L1' }],
  [
    /ctDNA (?:fraction|tumou?r fraction|level)|circulating tumou?r (?:DNA )?(?:fraction|content)|\btumou?r fraction\b/i,
    { kind: 'ctDNA-fraction' },
  ],
  [/\bHercepTest\b/i, { kind: 'HER2', method: 'IHC' }],
  [
    /\bHER-?2(?:[/ ]neu)?\b|\bHER 2(?=$|[\s/:,(-]*(?:neu|status|protein|receptor|gene|test|result|(?:over-?)?express|amplif|immun|IHC|[CDFS]?ISH)\b)|\bhuman epidermal growth factor(?: receptor)?[- ]?2\b|\bERBB2\b.*(?:immun|IHC|FISH|ISH|copy number|protein|receptor)|c-erb-?B-?2|\berb-?b-?2 receptor tyrosine kinase 2\b/i,
    { kind: 'HER2' },
  ],
  [
    /o?estrogen receptor|östrogen-?re[zc]eptor|oestrogeenreceptor|receptor(?:es)? de estr[óo]geno|r[ée]cepteurs? (?:aux |des |à l'|d')(?:œ|oe)strog|\bER\b(?=.*(?:status|receptor|IHC|stain|\bAg\b|express|%|\bposit|\btest\b|\bassay\b|allred))|\ballred\b.*\bER\b|^ER$/i,
    { kind: 'ER' },
  ],
  [
    /progesterone? ?-?re[zc]eptor|progesteronrezeptor|receptor(?:es)? de progesterona|r[ée]cepteurs? (?:à la |de la )progest|\bPg?R\b(?=.*(?:status|receptor|IHC|stain|\bAg\b|express|%|\btest\b|\bassay\b|allred))|\ballred\b.*\bPg?R\b|^Pg?R$/i,
    { kind: 'PR' },
  ],
  [/\b(?:c-?MET\b.*|MET(?: \([^)]*\))?[ -])(?:IHC|immun\w*|protein|over-?expression|expression)\b/i, { kind: 'MET', method: 'IHC' }],
  [/\bclaudin[- ]?18(?:\.2)?\b|\bCLDN18(?:\.2)?\b(?!.*(?:fusion|rearrang|::))/i, { kind: 'CLDN18.2' }],
  [/\bFOLR1\b|\bfolate receptor[- ]?(?:alpha|α)|\bFR-?(?:alpha\b|α(?!\p{L}))/iu, { kind: 'FOLR1' }],
  [/\bki-?\s?67\b|\bMIB-?1\b/i, { kind: 'Ki-67' }],
  [/grade group|\bISUP\b|International Society of Urological Pathology/i, { kind: 'grade-group' }],
  [/primary gleason/i, { kind: 'Gleason', method: 'primary pattern' }],
  [/secondary gleason/i, { kind: 'Gleason', method: 'secondary pattern' }],
  [/gleason/i, { kind: 'Gleason' }],
  [/oncotype|21-gene recurrence/i, { kind: 'Oncotype DX' }],
  [/\bMGMT\b.*methyl/i, { kind: 'MGMT methylation' }],
  [/\bAR-?V7\b|androgen receptor (?:splice )?variant[- ]?7\b/i, { kind: 'AR-V7' }],
  // Stains of tumour cells only: counts of lymphocytes in blood carry the same names.
  [/\bCD19\b(?=.*(?:IHC|immuno(?:stain|histochem)|express|status))/i, { kind: 'CD19' }],
  [/\bCD20\b(?=.*(?:IHC|immuno(?:stain|histochem)|express|status))/i, { kind: 'CD20' }],
  [/\bCD22\b(?=.*(?:IHC|immuno(?:stain|histochem)|express|status))/i, { kind: 'CD22' }],
  [/\bCD30\b(?=.*(?:IHC|immuno(?:stain|histochem)|express|status))/i, { kind: 'CD30' }],
  [/\bCD33\b(?=.*(?:IHC|immuno(?:stain|histochem)|express|status))/i, { kind: 'CD33' }],
];

/** Words that show a test to be about a gene's sequence or a person's antibodies, not a tumour marker. */
const OTHER_TEST =
  /\b(?:mutations? (?:analysis|found)|gene mutation|sequencing|antibod(?:y|ies)|IgG|target range|genotype)\b|\b(?:HER-?2(?:\/neu)?|ERBB2)\b.{0,30}\bmutat(?:ions?|ed|ional)\b(?! (?:burden|load))/i;
/** "HER2 exon 20 insertion", "HER2 V777L": a change of the gene, which a receptor's status is not. */
const NAMED_CHANGE =
  /\bex(?:on)?s?[\s-]?\d{1,2}\b|(?<![A-Za-z0-9_.])(?:p\.)?[ACDEFGHIKLMNPQRSTVWY]\d{3,4}(?:_[A-Z]\d{3,4}\w+|[ACDEFGHIKLMNPQRSTVWYX*]|del|dup|ins[A-Z]*|fs)(?![A-Za-z0-9])|(?<![A-Za-z0-9])p\.\(?[A-Z][a-z]{2}\d/;

const isNoMarker = (text: string): boolean => OTHER_TEST.test(text) || NAMED_CHANGE.test(text);

/** Of blood or of one part of a test: the shed receptor, blood cells, one of five microsatellites, how many were looked at. */
const NOT_THE_TUMOUR =
  /\bHER-?2\b.*\bserum\b|\bmonocytes?\b|instability marker (?:BAT|D\d|MONO|NR)|instability markers assessed \[#\]|exhibiting instability \[#\]/i;

export function biomarkerTest(codes: Iterable<string>, words: readonly string[]): BiomarkerTest | null {
  for (const code of codes) {
    const test = entryOf(CODES, code);
    if (test !== undefined) return test;
  }
  for (const text of words) {
    const found = markerNamed(text);
    if (found !== null) return found;
  }
  return null;
}

/** "MSI-H", "Foundation - MSS", "dMMR": an answer that names its own marker. */
const OWN_NAME: readonly (readonly [RegExp, BiomarkerTest])[] = [
  [/^(?:[A-Z][a-z]+ ?- ?)?(?:MSI[- ]?(?:H|L|high|low|stable)|MSS)$/i, { kind: 'MSI' }],
  [/^(?:[A-Z][a-z]+ ?- ?)?[dp]MMR$/, { kind: 'MMR' }],
];
/** LOINC 55233-1, genetic analysis master panel, and names that tell no more. */
const GENERAL_NAME =
  /^(?:(?:genetic|genomic|molecular|tumou?r|biomarker|overall)s?\s*)+(?:(?:analysis|master|panel|test|testing|results?|findings?|markers?|status)\s*)*$/i;

/** Marker that the answer itself names, under a code or a name that tells nothing of what was measured. */
export function markerInAnswer(codes: readonly string[], words: readonly string[], said: readonly string[]): BiomarkerTest | null {
  const general = words.length === 0 ? codes.includes('55233-1') : words.every((text) => GENERAL_NAME.test(text.trim()));
  if (!general) return null;
  return OWN_NAME.find(([pattern]) => said.some((text) => pattern.test(text.trim())))?.[1] ?? null;
}

/** Kinds that one result may be filed under as well as another. */
export const AKIN: readonly (readonly string[])[] = [
  ['MSI', 'MMR'],
  ['HRD', 'LOH', 'BRCAness'],
  ['Gleason', 'grade-group'],
];
const OTHER_RECEPTOR = /\bandrogen receptor\b|\bHER-?[34]\b|\bERBB[34]\b/i;

/**
 * A code of one marker under the name of another ("PD-L1" filed as 85337-4, oestrogen receptor): the markers that it may be about. Null where the names
 * agree with the code, or name no marker. ("IHC", a laboratory's own number.)
 */
export function disputedMarker(codes: Iterable<string>, words: readonly string[]): DisputedMarker | null {
  const coded = [...new Set([...codes].flatMap((code) => entryOf(CODES, code)?.kind ?? []))];
  if (coded.length === 0) return null;
  const names = words.filter((text) => !isNoMarker(text));
  const markers = [...new Set(names.flatMap((text) => WORDS.flatMap(([pattern, { kind }]) => (pattern.test(text) ? [kind] : []))))];
  const others = names.flatMap((text) => OTHER_RECEPTOR.exec(text)?.[0] ?? []);
  if (markers.length + others.length === 0) {
    const other = otherThing(coded, words);
    return other === null ? null : { coded, named: [`“${other.slice(0, 60)}”`], markers: coded };
  }
  const agree = coded.some(
    (kind) => markers.includes(kind) || AKIN.some((kinds) => kinds.includes(kind) && kinds.some((one) => markers.includes(one))),
  );
  return agree ? null : { coded, named: [...markers, ...others], markers: [...coded, ...markers] };
}

export interface DisputedMarker {
  readonly coded: readonly string[];
  /** What the names say, as far as it is known here. */
  readonly named: readonly string[];
  /** The markers among the two. */
  readonly markers: readonly string[];
}

const markerNamed = remembered((text): BiomarkerTest | null => {
  const abnormality = abnormalityNamed(text);
  if (abnormality !== null) return { kind: abnormality };
  if (isNoMarker(text) || NOT_THE_TUMOUR.test(text) || namesTreatment(text)) return null;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
});

const CELL_MARKER =
  /^CD(19|20|22|30|33)(?: (?:status|expression))?(?:(?: by| \(| -|,)? ?(?:flow cytometry|flow|FACS|immunophenotyping)\)?)?$/i;
/** "CD33" by flow cytometry, answered in words: how the tumour cells stain. A number under so short a name counts blood cells. */
export function cellMarker(words: readonly string[], said: readonly string[]): BiomarkerTest | null {
  if (
    said.length === 0 ||
    !said.every((text) =>
      /^\W*(?:(?:strong|bright|dim|weak|partial)(?:ly)?\s)?(?:positive|negative|expressed|not expressed|absent|detected|not detected)\b/i.test(
        text,
      ),
    )
  )
    return null;
  const number = words.map((text) => CELL_MARKER.exec(text.trim())?.[1]).find((found) => found !== undefined);
  return number === undefined ? null : { kind: `CD${number}`, method: 'IHC' };
}

const SILENCED = /^MGMT(?:[-\s]*(?:gene|promot[eo]r\w*|status|test|testing|analysis|\(MGMT\)))*$/i;
/** "MGMT: unmethylated", "MGMT promoter: methylated": what was tested stands in the answer, not in the title. */
export function silencedPromoter(words: readonly string[], said: readonly string[]): BiomarkerTest | null {
  const titled = words.length > 0 && words.every((text) => SILENCED.test(text.trim()));
  return titled && said.some((text) => /m[ée]th?yl|metila/i.test(text)) ? { kind: 'MGMT methylation' } : null;
}

/** A stain under a general name: LOINC 55229-9, SNOMED CT 1234806008, or these words and nothing else. */
const ANY_STAIN = /^(?:immune stain study|immuno-?histochemistry|IHC|observation using immunohistochemistry(?: \(observable entity\))?)$/i;
const STAINED: Readonly<Record<string, string>> = {
  ERBB2: 'HER2',
  ESR1: 'ER status',
  PGR: 'PR status',
  CD274: 'PD-L1',
  MKI67: 'Ki-67',
  CLDN18: 'CLDN18.2',
};

/** A stain that is named by no protein: which one stands beside it. */
export function isGeneralStain(codes: Iterable<string>, words: readonly string[]): boolean {
  return [...codes].some((code) => code === '55229-9' || code === '1234806008') || words.some((text) => ANY_STAIN.test(text.trim()));
}

/** The marker of a stain under a general name, by the gene that it names beside it. */
export function stainOf(codes: readonly string[], words: readonly string[], genes: readonly string[]): BiomarkerTest | null {
  const [gene] = genes;
  if (gene === undefined || genes.length > 1 || !isGeneralStain(codes, words)) return null;
  const test = markerNamed(`${entryOf(STAINED, gene) ?? gene} IHC`);
  if (test === null) return null;
  return { ...test, method: test.kind === 'MMR' ? `IHC ${gene}` : 'IHC' };
}

/** "Equivocal (2+), FISH pending": the stain was graded. */
const TO_COME =
  /\b(?:F|D|C|S)?ISH(?: (?:test(?:ing)?|analysis|studies))?(?: (?:is|are|will be|has been|was))?:? (?:pending|recommended|advised|requested|ordered|to follow|performed and reported separately|reported separately)\b/gi;

/** How it was measured, from all the words around. */
export function methodIn(kind: string, said: string): string | undefined {
  const words = said.replace(TO_COME, ' ');
  if (kind === 'PD-L1') {
    if (/\bTPS\b|tumou?r proportion/i.test(words)) return 'TPS';
    if (/\bCPS\b|combined positive/i.test(words)) return 'CPS';
    if (/\bIC\b|immune[- ]cell/i.test(words)) return 'IC';
    return /\bTC\b|tumou?r cell/i.test(words) ? 'TC' : undefined;
  }
  if (kind === 'TMB' && /\bblood\b|plasma|\bbTMB\b|ctDNA|cfDNA|liquid biopsy/i.test(words)) return 'blood';
  if (/\bFISH\b|\bD?ISH\b|\bCISH\b|\bSISH\b|in[- ]situ hybridi|copy number\/chromosome/i.test(words)) return 'ISH';
  if (/immun|\bIHC\b/i.test(words)) return 'IHC';
  if (/\bNGS\b|sequencing/i.test(words)) return 'NGS';
  return /\bPCR\b/i.test(words) ? 'PCR' : undefined;
}
