/**
 * One-gene results in plain laboratory style: no profile, a local or gene-specific code, the gene in the test's name, the value a text,
 * an answer or a number; also as components of a panel. "CYP2C19 genotype: *1/*2", "HLA-B*57:01: negative", "DPYD activity score: 1.5".
 */
import { answersIn, ASKED_FOR, genesAsked } from '../../asked-and-answered.ts';
import { geneOfTestCode } from '../../../codes/pgx/test-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { plainLetters } from '../../../codes/phenotype-words.ts';
import type { DataWarning, GermlineResult } from '../../../facts.ts';
import { quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { alleleSlot, type Slot } from '../result/allele-rows.ts';
import { copiesStated, namesCopyNumber, noneMore, withCopies } from '../result/copy-number.ts';
import { genotypeTexts, isSomatic, plainResult, type GenotypeReading } from '../result/genotype.ts';
import { genotypeInText } from '../notation/genotype-text.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { toldOfTheTest } from './about-the-test.ts';
import { g6pdAllelesIn } from '../notation/g6pd-names.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { gradesStated, onlyMentioned, sentencesIn } from '../result/mentioned.ts';
import { phenotypeOfGene } from '../result/phenotype.ts';
import { namesLegacyVariant } from '../notation/legacy-names.ts';
import { NOTHING_FOUND } from '../../../codes/nothing-found.ts';
import { rsIdsIn } from '../notation/nucleotides.ts';
import { componentGenes } from '../result/stated-genes.ts';
import { aboutThisPatient } from './beside-the-result.ts';
import { namedAllele } from '../notation/named-alleles.ts';
import { saidBy, type Item, type Said } from './item.ts';
import { callsOf, geneInValue } from './calls.ts';
import { behindCodeAlone, componentGene, geneOf } from './gene.ts';

export interface NamedTestReading extends GenotypeReading {
  /** False: this Observation is no pharmacogenomic test at all. */
  readonly recognised: boolean;
  /** Results that are one of two copies by the name of their row. */
  readonly slots?: ReadonlyMap<GermlineResult, Slot>;
}

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
  /\b(?:gen(?:e|es|otype|otyping|etic|etics|omic)|TATA|TA repeats?|promoter|sequencing|pheno\w*|metaboli\w*|diplotypes?|alleles?|haplotypes?|star|pharmacogen\w*|PGx|variants?|mutations?|activity score|function\w*|polymorphism|HLA|predicted|status|typing|genot[iy]p\w*|fenot[iy]p\w*|phanotyp\w*|f[æe]notyp\w*)\b/i;

export function readNamedTest(written: ObservationView, chart: Chart): NamedTestReading {
  const view = withNote(written);
  if (isSomatic(view) || wordings(view.code).some((name) => OF_TUMOUR.test(name))) return { results: [], warnings: [], recognised: false };
  const stated = componentGenes(view, chart);
  const { items, unanswered } = questionsOf(view);
  const results: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const slots = new Map<GermlineResult, Slot>();
  let recognised = false;
  const parent = geneOf(view, stated.symbols, warnings, view);
  for (const each of items) {
    const words = wordings(each.code).join(' ');
    const value = aboutThisPatient(each.value, hlaAlleles(words).length > 0 || NAMED_CHANGE.test(words));
    const whole = each === view;
    // An explanation of what results mean, beside a gene: under a comment's name it is none of the patient's, elsewhere a result that was not read.
    if (each.value !== null && value === null && toldOfTheTest(words, saidBy(each.value)) === null) {
      const ofGene = whole ? parent : componentGene(each, parent, stated.symbols, [], view);
      recognised ||= ofGene !== null;
      if (ofGene !== null && !EXPLANATION.test(words))
        results.push(plainResult(view, ofGene, { kind: 'no-call', why: 'it explains what results mean' }, saidBy(each.value)));
      if (ofGene !== null) continue;
    }
    const item: Item = value === each.value || value === null ? each : { ...each, value };
    if ((ENZYME_MEASURED.test(words) && !DPD_ITSELF.test(words)) || isOfAnother(item, words)) continue;
    if (isDiagnosticHla(words)) {
      recognised = true;
      continue;
    }
    const asked = whole || unanswered ? genesAsked(item) : [];
    if (asked.length > 0) {
      recognised = true;
      const said = item.value === null ? '' : saidBy(item.value);
      results.push(...asked.map((named) => plainResult(view, named, { kind: 'no-call', why: ASKED_FOR }, said)));
      continue;
    }
    const told = item.value === null ? null : toldOfTheTest(words, saidBy(item.value));
    if (told !== null && item.value !== null) {
      const about = geneOf(item, [], [], view);
      if (about === null) continue;
      recognised = true;
      // The gene was looked at: without its result it must not look untested.
      if (told === 'coverage')
        results.push(
          plainResult(view, about, { kind: 'no-call', why: 'it lists what the test covers, and no finding' }, saidBy(item.value)),
        );
      warnings.push({
        code: 'not-used',
        message: `${quoted(words)} tells of the test and is no result of the patient.`,
        reference: view.entry.reference,
      });
      continue;
    }
    if (namesCopyNumber(item.code) && (copiesStated(item.value, item.code) !== null || noneMore(item))) {
      recognised ||= geneOf(item, [], [], view) !== null;
      continue;
    }
    const gene = whole ? parent : componentGene(item, parent, stated.symbols, warnings, view);
    if (gene === null) {
      if (whole && !ASKED_ONLY.test(words)) {
        const reading =
          genericPanel(words) || (speaksOfGenotype(item) && !isCodedForGene(item))
            ? geneInValue(view, item)
            : gradesOf(item).flatMap((text) => geneInValue(view, { ...item, value: { kind: 'text', text } }));
        recognised ||= reading.length > 0;
        results.push(...reading);
      }
      if (parent === null) results.push(...behindCodeAlone(view, item));
      continue;
    }
    if (
      pgxGene(gene) === null ||
      !(
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
      )
    )
      continue;
    recognised = true;
    if (item.value === null && item.noValue === undefined && item.interpretation.length === 0) continue;
    const slot = alleleSlot(words);
    const said = callsOf(item, gene, view);
    const calls = said.length === 0 && slot !== null ? oneCopy(item, gene) : said;
    if (calls.length > 0) {
      const read = calls.map(({ call, text }) => plainResult(view, gene, slot === null ? withCopies(call, view) : call, text));
      results.push(...read);
      if (slot !== null) for (const result of read) slots.set(result, slot);
    } else if (item.value !== null) {
      // A result is on file all the same: it must never look like a gene that was not tested.
      const written = saidBy(item.value);
      const nothing = pgxGene(gene)?.naming !== 'hla' && NEGATIVE.test(written.trim());
      results.push(plainResult(view, gene, { kind: 'no-call', why: nothing ? NOTHING_FOUND : 'the result could not be read' }, written));
      if (nothing) continue;
      warnings.push(unparsed(view.entry, `The ${gene} result ${quoted(saidBy(item.value))} could not be read and was not used.`));
    } else if (!whole || standsAlone(view)) {
      const flags = item.interpretation.map((flag) => wordings(flag)[0] ?? flag.codings[0]?.code ?? '').join(', ');
      const why = `the laboratory gives only the flag ${quoted(flags)} and no value`;
      results.push(plainResult(view, gene, { kind: 'no-call', why }, flags));
      warnings.push(unparsed(view.entry, `The ${gene} result was not used because ${why}.`));
    }
  }
  if (results.length === 0) results.push(...inColumns(view), ...typedAlleles(view));
  if (results.length === 0 && warnings.some(({ code }) => code === 'conflict')) results.push(...inConflict(view, stated.symbols));
  return { results, warnings, recognised: recognised || results.length > 0 || warnings.length > 0, slots };
}

/** HL7 v2 puts the words of a result into notes below it: where there is no value, or one that says to look there, the one note is what was found. */
function withNote(view: ObservationView): ObservationView {
  const [note, ...more] = view.notes;
  if (note === undefined || more.length > 0 || note.length > LONGEST_NOTE || NOT_DONE.test(note) || !standsAlone(view)) return view;
  // Notes speak of relatives and of people in general more often than values do.
  if (sentencesIn(note).some((sentence) => onlyMentioned(sentence) !== null || IN_GENERAL.test(sentence))) return view;
  const elsewhere =
    view.value === null ? view.noValue === undefined && view.interpretation.length === 0 : SEE_NOTE.test(saidBy(view.value).trim());
  return elsewhere ? { ...view, value: { kind: 'text', text: note } } : view;
}

const LONGEST_NOTE = 200;
const IN_GENERAL = /\b(?:patients|individuals|carriers|people|frequen\w*|associated|indicates?|means?)\b/i;
const SEE_NOTE = /^see (?:the |attached )?(?:notes?|comments?|below|interpretation|text)\.?$/i;
const NOT_DONE =
  /\b(?:pending|ordered|in progress|to follow|cancel\w*|reschedul\w*|not (?:yet )?(?:performed|tested|done|received|available)|re-?collect\w*)\b/i;

/** What the Observation and its components state; an answer that stands apart from what was asked under the name of that. */
function questionsOf(view: ObservationView): { readonly items: readonly Item[]; readonly unanswered: boolean } {
  const ofAnother = wordings(view.code).some((name) => OF_ANOTHER.test(name));
  const answers = ofAnother ? new Map<number, string>() : answersIn([...view.components, { code: RESULT, value: view.value }]);
  const inFull = (item: Item, at: number): Item => ({ ...item, code: { codings: [], text: answers.get(at) ?? '' } });
  // Components coded as genotypes are read as genotypes.
  const parts = view.components.flatMap((part, at): readonly Item[] =>
    answers.has(at) ? [inFull(part, at)] : part.codes.has(COMPONENT.genotype) || part.codes.has(COMPONENT.gene) ? [] : [part],
  );
  const own = answers.has(view.components.length) && geneOf(view, [], [], view) === null;
  return { items: [own ? inFull(view, view.components.length) : view, ...parts], unanswered: !ofAnother && answers.size === 0 };
}

const RESULT = { codings: [], text: 'Result' };

/** "DPYD allele 1: Reference": half a sentence elsewhere, here the whole of one copy. */
function oneCopy(item: Item, gene: string): Said[] {
  if (pgxGene(gene)?.naming !== 'variant') return [];
  return genotypeTexts(valueConcept(item.value)).flatMap((text): Said[] => {
    const haplotype = namedAllele(withoutGene(text, gene), gene);
    return haplotype === null ? [] : [{ call: { kind: 'single-allele', haplotype }, text }];
  });
}

/** "Gene 1", "Result 1", "Gene 2", "Result 2" as components: which belongs to which is not told by their names, but that they are on file is. */
function inColumns(view: ObservationView): readonly GermlineResult[] {
  const named = (pattern: RegExp) =>
    view.components.filter(({ code, value }) => value !== null && wordings(code).some((name) => pattern.test(name.trim())));
  if (named(/^(?:results?|genotypes?|diplotypes?|phenotypes?)\s*\d{0,2}$/i).length < 2) return [];
  const genes = new Set(
    named(/^gene(?: symbol| name)?\s*\d{0,2}$/i).flatMap(({ value }) => wordings(valueConcept(value)).flatMap(pgxGenesIn)),
  );
  return genes.size < 2
    ? []
    : [...genes].map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'the result could not be read' }, ''));
}

/** HLA alleles listed as the genes of a typing. */
function typedAlleles(view: ObservationView): readonly GermlineResult[] {
  const names = wordings(view.code);
  if (names.some((name) => OF_ANOTHER.test(name)) || !names.some((name) => /\b(?:HLA|typing|genotyp\w*)\b/i.test(name))) return [];
  const typed = view.components
    .filter(({ codes }) => codes.has(COMPONENT.gene))
    .flatMap(({ value }) => wordings(valueConcept(value)).slice(0, 1))
    .filter((text) => hlaAlleles(text).some(({ gene }) => gene !== null));
  return typed.length === 0 ? [] : geneInValue(view, { ...view, value: { kind: 'text', text: typed.join(', ') } });
}

/** A result whose code and name mean different genes is a result of one of them: neither must look untested. */
function inConflict(view: ObservationView, stated: readonly string[]): readonly GermlineResult[] {
  const words = wordings(view.code);
  const coded = view.code.codings.flatMap(({ code }) => geneOfTestCode(code)?.gene ?? []);
  const genes = new Set([...stated, ...words.flatMap(pgxGenesIn), ...coded].filter((gene) => pgxGene(gene) !== null));
  const said = view.value === null ? '' : saidBy(view.value);
  return [...genes].map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'its code and its name mean different genes' }, said));
}

/** One named change and that it is there or not: "m.1555A>G positive", "DPYD *2A heterozygous". */
const CHANGE_FOUND =
  /(?:\bm\.\d+[ACGT]>[ACGT]|\bc\.[-*]?\d[\w+]*[ACGT]>[ACGT]|\*\d{1,2}[A-Z]?)(?:\s?\(\*\w+\))?[\s:,-]+(?:was |is )?(?:not )?(?:positive|negative|detected|present|absent|found|heterozygous|homozygous|carrier)\b/i;

/** Names of rows that hold explanations. */
const EXPLANATION =
  /\b(?:comments?|notes?|information|remarks?|explanation|significance|background|guidance|recommendations?|disclaimers?|limitations?|literature|references?)\b/i;

/** A whole result that says only that nothing was found. */
const NEGATIVE =
  /^(?:negative|not detected|none detected|no (?:\S+ ){0,3}(?:variants?|mutations?|alterations?)(?: (?:was |were )?(?:detected|found|identified))?)\.?$/i;

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

function isOfAnother({ value }: Item, words: string): boolean {
  const said = [words, ...wordings(valueConcept(value))];
  return said.some((text) => OF_ANOTHER.test(text)) && said.some((text) => /\bHLA\b/i.test(text) || hlaAlleles(text).length > 0);
}

/**
 * A result without a telling name ("2C19GENO Interpretation", "Genomic Indicator"), whose words name a gene with its two alleles, its grade or a change
 * that was found, or an HLA allele.
 */
function speaksOfGenotype({ value }: Item): boolean {
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
const isCodedForGene = ({ code }: Item): boolean => code.codings.some((coding) => geneOfTestCode(coding.code) !== null);

/** "CYP2C19 Poor Metabolizer" under any name; not where the code is that of another gene's test. */
const gradesOf = (item: Item): readonly string[] => (isCodedForGene(item) ? [] : wordings(valueConcept(item.value)).flatMap(gradesStated));

/** Rows that say why or what for a test was ordered. */
const ASKED_ONLY = /\b(?:reason|indication|question|differential)\b/i;
export const OF_TUMOUR = /\b(?:tumou?r|somatic|neoplas\w*|c[ft]DNA|liquid biopsy)\b/i;

/** Under a name with other words beside the gene ("Genedrive MT-RNR1 ID Kit"): a change, a pair or a grade in the value is a result of the gene. */
function saysGenotype({ value }: Item): boolean {
  return (value?.kind === 'text' || value?.kind === 'concept') && GENOTYPE.test(saidBy(value));
}

const GENOTYPE =
  /\b[cm]\.\s?[-*(]?\d|\*\s?\d{1,3}[A-Z]?\b|\brs\d{3,}|\b(?:hetero|homo)zyg|\bmetaboli[sz]er\b|\b(?:loss|gain|no)[- ](?:of[- ])?function\b|\bvariants? (?:was |were )?(?:not )?(?:detected|found|identified)\b/i;

function genericPanel(words: string): boolean {
  return /\b(?:pharmacogen\w*|PGx|genotype|diplotype|metaboli[sz]er|drug metabolism|DNA sequence variation display name|(?:genomic|genetic)s? (?:indicators?|findings?|results?|tests?(?: results?)?))\b/i.test(
    words,
  );
}

/** Nothing below it that could hold what the flag is about. */
const standsAlone = ({ components, entry }: ObservationView): boolean =>
  components.length === 0 && entry.resource['hasMember'] === undefined;

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
