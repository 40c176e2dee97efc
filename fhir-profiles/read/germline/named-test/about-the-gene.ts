/** Whether a row is about the gene whose name or value it holds: by what its name says beside the gene, and by the form of its value. */
import { geneOfTestCode } from '../../../codes/pgx/test-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { plainLetters } from '../../../codes/phenotype-words.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { genotypeTexts } from '../result/genotype.ts';
import { genotypeInText } from '../notation/genotype-text.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { g6pdAllelesIn } from '../notation/g6pd-names.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { gradesStated } from '../result/mentioned.ts';
import { phenotypeOfGene } from '../result/phenotype.ts';
import { namesLegacyVariant } from '../notation/legacy-names.ts';
import { rsIdsIn } from '../notation/nucleotides.ts';
import { saidBy, type Item } from './item.ts';

/** Enzyme measurements are laboratory values and read as such. */
const ENZYME_MEASURED =
  /\b(?:enzyme activity|enzymatic activity|erythrocyt\w*|red blood cells?|RBCs?|hemolysate|plasma uracil|\[(?:mass|moles|catalytic|enzymatic)[^\]]*\])/i;
/**
 * The enzyme DPD is measured as well, and no laboratory value of ours holds it: its grade in words ("partial deficiency") is read as a phenotype, and
 * a number is a result that could not be read, never a missing one. Uracil is a laboratory value.
 */
const DPD_ITSELF = /\b(?:DPY?D|dihydropyrimidine dehydrogenase)\b(?!.*\buracil)/i;
const OF_DEFICIENCY: ReadonlySet<string> = new Set(['TPMT', 'NUDT15', 'DPYD']);
const NAMED_CHANGE =
  /\bHapB3\b|\bcodon\s?\d|(?<![\w.])-?\d{2,5}\s?(?:[ACGT]\s?>\s?[ACGT]|(?:del|ins|dup)[ACGT]+\b)|\b[cgmp]\.[-*(]?[A-Za-z]{0,3}\d|\*\d|\b[ACGT]-?\d{2,5}[ACGT]\b|\b[ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWY]\b/;
const ABOUT_GENES =
  /\b(?:gen(?:e|es|otype|otyping|etic|etics|omic)|TATA|TA repeats?|\(?TA\)?n|promoter|sequencing|pheno\w*|metaboli\w*|diplotypes?|alleles?|haplotypes?|star|pharmacogen\w*|PGx|variants?|mutations?|activity score|function\w*|polymorphism|HLA|predicted|status|typing|genot[iy]p\w*|fenot[iy]p\w*|phanotyp\w*|f[æe]notyp\w*)\b/i;

/** An enzyme's measurement, which is a laboratory value. */
export const measuresEnzyme = (words: string): boolean => ENZYME_MEASURED.test(words) && !DPD_ITSELF.test(words);

/** A single change, or an allele, by its name. */
export const namesChange = (words: string): boolean => NAMED_CHANGE.test(words);

/** @param whole the Observation itself, not one of its components */
export function isAboutGene(item: Item, gene: string, words: string, whole: boolean): boolean {
  return (
    ABOUT_GENES.test(plainLetters(words)) ||
    hlaAlleles(words).length > 0 ||
    rsIdsIn(words).length > 0 ||
    NAMED_CHANGE.test(words) ||
    (gene === 'VKORC1' && /\b1639\b/.test(words)) ||
    (gene === 'DPYD' && DPD_ITSELF.test(words) && /\bactivity\b/i.test(words)) ||
    (OF_DEFICIENCY.has(gene) && /\bdeficien\w*\b/i.test(words)) ||
    namesLegacyVariant(words, gene) ||
    g6pdAllelesIn(words, gene).length > 0 ||
    looksLikeResult(item, gene) ||
    isGeneAlone(item, words, gene) ||
    (isUnanswered(item) && isBareName(words, gene) && gene !== 'G6PD') ||
    (whole && saysGenotype(item)) ||
    item.code.codings.some(({ code }) => geneOfTestCode(code)?.verified === true)
  );
}

/** One named change and that it is there or not: "m.1555A>G positive", "DPYD *2A heterozygous". */
const CHANGE_FOUND =
  /(?:\bm\.\d+[ACGT]>[ACGT]|\bc\.[-*]?\d[\w+]*[ACGT]>[ACGT]|\*\d{1,2}[A-Z]?)(?:\s?\(\*\w+\))?[\s:,-]+(?:was |is )?(?:not )?(?:positive|negative|detected|present|absent|found|heterozygous|homozygous|carrier)\b/i;

/** Antibodies against an HLA type, and the type of a donor: neither is what this patient carries. */
const OF_ANOTHER =
  /\banti-?\s?(?:bod|HLA)|\bAbs?\b|\bDSA\b|\bc?PRA\b|\bMFI\b|\bdonor|\bcross-?match|\bIgG\b|\bunacceptable\b|\b(?:listed|avoided|forbidden) antigens?\b/i;

/**
 * HLA-B27, HLA-B51 and HLA-A29 are asked for in diagnosis (ankylosing spondylitis, Behçet, birdshot); no drug is chosen by them, and they say nothing of
 * the alleles that are asked for before a drug.
 */
const DIAGNOSTIC_HLA = /\bHLA[-\s]?(?:B[-\s*]*(?:27|51)|A[-\s*]*29)\b(?![:\d])/i;

export function isDiagnosticHla(words: string): boolean {
  return DIAGNOSTIC_HLA.test(words) && !/\bHLA[-\s]?[ABC](?![A-Za-z])/i.test(words.replace(new RegExp(DIAGNOSTIC_HLA.source, 'gi'), ' '));
}

export const ofAnother = (name: string): boolean => OF_ANOTHER.test(name);

export function isOfAnother({ value }: Item, words: string): boolean {
  const said = [words, ...wordings(valueConcept(value))];
  return said.some((text) => OF_ANOTHER.test(text)) && said.some((text) => /\bHLA\b/i.test(text) || hlaAlleles(text).length > 0);
}

/**
 * A result without a telling name ("2C19GENO Interpretation", "Genomic Indicator"), whose words name a gene with its two alleles, its grade or a change
 * that was found, or an HLA allele.
 */
export function speaksOfGenotype({ value }: Item): boolean {
  return wordings(valueConcept(value)).some((text) => {
    if (hlaAlleles(text).some(({ gene, allele }) => gene !== null && pgxGene(gene)?.naming === 'hla' && allele.includes(':'))) return true;
    const [only, ...others] = pgxGenesIn(text);
    if (only !== undefined && others.length === 0 && CHANGE_FOUND.test(text)) return true;
    return pgxGenesIn(text).some((gene) =>
      new RegExp(String.raw`${gene}\b(?:\s+(?:genotype|diplotype|result))?[\s:=]*\*\d{1,3}[A-Z]?(?:x\d)?\s?/\s?\*\d`, 'i').test(text),
    );
  });
}

/** The test's code stands, rightly or not, for a gene: what its value says of another one is read for neither. */
export const isCodedForGene = ({ code }: Item): boolean => code.codings.some((coding) => geneOfTestCode(coding.code) !== null);

/** "CYP2C19 Poor Metabolizer" under any name; not where the code is that of another gene's test. */
export const gradesOf = (item: Item): readonly string[] =>
  isCodedForGene(item) ? [] : wordings(valueConcept(item.value)).flatMap(gradesStated);

/** Rows that say why or what for a test was ordered. */
export const asksOnly = (words: string): boolean => ASKED_ONLY.test(words);
const ASKED_ONLY = /\b(?:reason|indication|question|differential)\b/i;
export const OF_TUMOUR = /\b(?:tumou?r|somatic|neoplas\w*|c[ft]DNA|liquid biopsy)\b/i;

/** Under a name with other words beside the gene ("Genedrive MT-RNR1 ID Kit"): a change, a pair or a grade in the value is a result of the gene. */
function saysGenotype({ value }: Item): boolean {
  return (value?.kind === 'text' || value?.kind === 'concept') && GENOTYPE.test(saidBy(value));
}

const GENOTYPE =
  /\b[cm]\.\s?[-*(]?\d|\*\s?\d{1,3}[A-Z]?\b|\brs\d{3,}|\b(?:hetero|homo)zyg|\bmetaboli[sz]er\b|\b(?:loss|gain|no)[- ](?:of[- ])?function\b|\bvariants? (?:was |were )?(?:not )?(?:detected|found|identified)\b/i;

export function genericPanel(words: string): boolean {
  return /\b(?:pharmacogen\w*|PGx|genotype|diplotype|metaboli[sz]er|drug metabolism|DNA sequence variation display name|(?:genomic|genetic)s? (?:indicators?|findings?|results?|tests?(?: results?)?))\b/i.test(
    words,
  );
}

/** The test is named by the gene and nothing else, and answered in words. G6PD alone is as a rule the enzyme, which is a laboratory value. */
function isGeneAlone(item: Item, words: string, gene: string): boolean {
  if (item.value?.kind !== 'text' && item.value?.kind !== 'concept') return false;
  if (!isBareName(words, gene)) return false;
  return gene !== 'G6PD' || genotypeTexts(valueConcept(item.value)).some((text) => genotypeInText(text, gene, ALONE) !== null);
}

const isBareName = (words: string, gene: string): boolean => /^[\s()[\],:;.-]*$/.test(withoutGene(words, gene));

/** Without a value, and not because the test was not done: what is on file may stand in the interpretation, or was lost. */
const isUnanswered = ({ value, noValue, interpretation }: Item): boolean =>
  value === null && (interpretation.length > 0 || noValue?.codings.some(({ code }) => LOST.has(code)) === true);
const LOST: ReadonlySet<string> = new Set(['error', 'unknown', 'asked-unknown', 'not-a-number', 'as-text', 'masked', 'unsupported']);

const ALONE = { beside: '', glString: false, zygosity: null } as const;

function looksLikeResult(item: Item, gene: string): boolean {
  return (
    genotypeTexts(valueConcept(item.value)).some((text) => /\*\d|\bwild[- ]?type\b/i.test(text)) ||
    phenotypeOfGene(valueConcept(item.value), gene) !== null
  );
}
