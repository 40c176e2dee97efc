/**
 * Rows of a laboratory report that speak of the test and not of the patient: what it covers, how it is done, what a result would mean. They come as
 * Observations of their own beside the genotype, with the gene in their name and allele names in their value.
 */
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { asksPresence } from './asks-presence.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { saidBy } from './item.ts';

const WHAT = '(?:variants?|alleles?|mutations?|polymorphisms?|positions?|haplotypes?|snps?|genes?|loci|locus|markers?)';
const LOOKED = '(?:tested|analy[sz]ed|covered|included|interrogated|targeted|assayed|examined|screened|evaluated|detectable|genotyped)';

/** "DPYD variants tested", "Variants tested (DPYD)", "targeted alleles", "genotyping, variants included". */
const COVERAGE = new RegExp(
  String.raw`\b${WHAT}\s*(?:\([^)]*\)\s*)?(?:that (?:are|were) )?${LOOKED}\b|\b${LOOKED}\s+(?:\w+\s+)?${WHAT}\b|\bcoverage\b|\bgetestete (?:varianten|allele)\b`,
  'i',
);
const HOW =
  /\b(?:method(?:s|ology)?|technique|technology|disclaimers?|limitations?|reference (?:genotype|diplotype|range|interval|values?|sequence|allele)|indications?(?: for testing)?|consent|test description|background|definitions?|test performed|performed by|specimen (?:type|source)|assay information)\b/i;
const REMARK = /\b(?:comments?|notes?|additional information|information|remarks?|explanation|kommentar|hinweis)\b/i;

/** A row about coverage all the same tells a result where its value says of something whether it was found. */
const FOUND_OR_NOT =
  /\b(?:detected|not found|found|negative|positive|absent|present|hetero\w*|homo\w*|hemi\w*|wild[- ]?type|normal|nachgewiesen|kein\w*|carrier)\b|\*\d+[A-Z]?(?::\d+)?\s?\/\s?\*\d|(?<![A-Za-z])[ACGT]\s?\/\s?[ACGT]\b|\bmetaboli[sz]er\b|^\*(\d+[A-Z]?)\s?,\s?\*\1$/i;

/** How a test was done, in a name that may be the result's all the same ("CYP2D6 genotype, method: TaqMan"): its value says which. */
const DONE = /\b(?:method(?:s|ology)?|technique|technology|performed by|specimen (?:type|source)|assay information)\b/i;
const ANSWER_FIRST =
  /^(?:positive|negative|(?:not )?detected|present|absent|normal|abnormal|deficient|heterozygous|homozygous|wild[- ]?type|(?:poor|intermediate|normal|rapid|ultra-?rapid|extensive) metaboli[sz]er|\*\d+\w*\s?\/\s?\*\d)/i;

/** Names that ask whether a test was done, or should be: "HLA-B*57:01 tested before abacavir". Yes or no then says nothing of what was found. */
const WHETHER_TESTED =
  /\b(?:tested|screened|checked|(?:tests?|testing|screening|genotyping|typing) (?:was |is )?(?:done|performed|completed|needed|required|indicated|recommended|offered|discussed|ordered|requested|sent|before)|(?:previous|prior|earlier) .*(?:test|screen|genotyp)\w*|(?:eligib\w*|referr\w*|needs?|candidate) (?:for )?.*(?:test|screen|genotyp)\w*)\b/i;
/** What happened to an order, a specimen or a report: "HLA-B*57:01 ordered", "MT-RNR1 result reviewed", "BRAF V600E Befund liegt vor". */
const ABOUT_AN_ORDER =
  /\b(?:ordered|requested|collected|sent(?: out)?|received|reviewed|consent(?:ed)?|counsel(?:l?ing|l?ed)|informed|documented|recorded|on file|reported|pending|needed|required|indicated|recommended|eligible|approved|shown|given|education|getestet|durchgeführt|angefordert|liegt vor|testée?|effectuée?|demandée?|realizad[oa]|solicitad[oa]|eseguit[oa])\W*$|\b(?:results?|report|test) (?:is |was )?(?:available|known)\W*$|\bscreen(?:ed|ing)(?: done)?\W*$|\bchecked\W*$/i;
const ONE_CHANGE =
  /\*\d|\brs\d|\b[cgmp]\.|\b\d{2,4}[ACGT]>[ACGT]\b|\b[A-Z]\d{2,4}[A-Z]\b|\b(?:exon|codon) ?\d|\b(?:fusion|rearrangement|ITD|RAS)\b/;
const YES_OR_NO = /^(?:yes|no|y|n|true|false|done|not done|completed?|performed|unknown|unsure|not sure|n\/?a)\.?$/i;

export const isYesOrNo = (said: string): boolean => YES_OR_NO.test(said.trim());

/** Yes or no under "HER2 reported", "EGFR L858R ordered". */
export function answersAboutTheTest(view: ObservationView): boolean {
  const said = view.value?.kind === 'boolean' ? [String(view.value.value)] : wordings(valueConcept(view.value));
  return said.length > 0 && said.every(isYesOrNo) && toldOfTheTest(wordings(view.code).join(' '), said.join(' ')) === 'remark';
}

/** What holds of people in general: "Patients positive for … should not receive …", "A positive result indicates …". */
const IN_GENERAL =
  /\b(?:patients|individuals|carriers|persons|people|those|subjects|metaboli[sz]ers|children|adults|patienten|träger)\b[^.;]{0,90}\b(?:should|may|must|can|could|have|are|require|need|benefit|tend|sollten|können|haben)\b|\ba (?:positive|negative|normal|heterozygous) (?:result|test|finding)\b|\b(?:absence|presence) of (?:the |this |an? )?(?:allele|variant)[^.;]{0,60}\b(?:does|do|is|indicates?|increases?)\b|\b(?:pathogenic )?variants? (?:causes?|are associated|have been|confers?|increases?)\b|\bthis (?:test|assay|panel)\b/i;

/**
 * What a row tells instead of a finding: `coverage`, which shows that the gene was looked at and not what was found; `remark`, which shows nothing.
 * Null where it may state a result. `written`: the name of the test; `said`: its value in words.
 */
export function toldOfTheTest(written: string, said: string): 'coverage' | 'remark' | null {
  // LOINC ends its names with the way in which they are measured: "by Molecular genetics method".
  const name = written.replace(/\bby [\w /,-]{1,60}?\bmethods?\b/gi, ' ');
  if (YES_OR_NO.test(said.trim()) && !COVERAGE.test(name)) {
    if (WHETHER_TESTED.test(name) || ABOUT_AN_ORDER.test(name)) return 'remark';
    // Of a whole gene without an allele yes says nothing anyway, whatever was asked.
    const asksOne = hlaAlleles(name).length > 0 || ONE_CHANGE.test(name);
    if (asksOne && !HOW.test(name) && !REMARK.test(name) && !asksPresence(name)) return 'coverage';
  }
  if (COVERAGE.test(name)) return FOUND_OR_NOT.test(said) ? null : 'coverage';
  if (/\btest performed\b/i.test(name) && !/^(?:yes|no|y|n|done|performed|true|false)\.?$/i.test(said.trim()) && FOUND_OR_NOT.test(said))
    return null;
  if (DONE.test(name) && ANSWER_FIRST.test(said.trim())) return null;
  return HOW.test(name) || (REMARK.test(name) && IN_GENERAL.test(said)) ? 'remark' : null;
}

/**
 * Rows of a guideline, of the literature or of a knowledge base that programs file beside the results, of a trial's criteria, of what was ordered: "PGx
 * Evidence: pgx_drug_guidelines", "CPIC guideline CYP2C19", "Population frequency DPYD". "Genotype with CPIC guideline recommendation" is a result.
 */
const KNOWLEDGE =
  /^(?:PGx |pharmacogen\w+ |CIViC |clinical |literature |drug |published )*(?:evidence(?! of)|literature)\b|^(?:(?:CPIC|DPWG|FDA|NCCN|ESMO|clinical|dosing|drug|PGx) )*guidelines?\b|^(?:reference information|knowledge ?base)\b|\bpopulation frequenc(?:y|ies)\b|\bknown (?:drug[- ]gene|gene[- ]drug) (?:pairs?|interactions?)\b|^(?:drug[- ]gene|gene[- ]drug) (?:pairs?|interactions?)\b|^(?:trial (?:criteri\w+|match\w*|eligibility)|eligibility|(?:inclusion|exclusion) criteri\w+)\b|^(?:ordered|requested)\b(?! by)|^(?:genes? covered|(?:assay )?hotspot list|assay gene list)\b|\(genes? covered\)\s*$/i;

/**
 * What is said of a tumour's change, which may have been found or not: an annotation of a knowledge base, a recommendation, a frequency, of the patient's
 * reads or of a population ("OncoKB annotation: EGFR L858R", "Therapy recommendation EGFR L858R", "EGFR L858R frequency").
 */
const SAID_OF_CHANGE =
  /^(?:OncoKB|CIViC|COSMIC|ClinVar|JAX|CKB)\b|^(?:(?:targeted|drug|cancer|possible|potential) )?(?:therap\w+|treatment|drug|medication) (?:recommendations?|options?|suggestions?|implications?)\b|^(?:mutation|mutational|variant) frequency\b|(?<!\b(?:allele|allelic|mutant|read) )\bfrequency\W*$/i;
export function saysOfChange(view: ObservationView): boolean {
  return wordings(view.code).some((name) => SAID_OF_CHANGE.test(name.trim()));
}

/** Of a pharmacogene; of a tumour's change it is the share of the reads. */
const OF_PEOPLE = /(?<!\b(?:variant|mutant) )\b(?:allele|genotype|diplotype|phenotype|haplotype) frequenc(?:y|ies)\b/i;

/** Whatever stands in it is said of a gene and of no patient. */
export function tellsKnowledge(view: ObservationView): boolean {
  return wordings(view.code).some(
    (name) => KNOWLEDGE.test(name.trim()) || (OF_PEOPLE.test(name) && (pgxGenesIn(name).length > 0 || hlaAlleles(name).length > 0)),
  );
}

/** The same of a whole Observation that names a pharmacogene; what a tumour test covers is read elsewhere. */
export function tellsOfTheTest(view: ObservationView): boolean {
  if (tellsKnowledge(view)) return true;
  const names = wordings(view.code);
  if (!names.some((name) => pgxGenesIn(name).length > 0 || hlaAlleles(name).length > 0) || view.components.length > 0) return false;
  const said = view.value?.kind === 'boolean' ? [saidBy(view.value)] : wordings(valueConcept(view.value));
  return said.length > 0 && toldOfTheTest(names.join(' '), said.join(' ')) !== null;
}
