/** What one entry of a problem, allergy or flag list says of one pharmacogene: a phenotype, a genotype, an HLA allele, an enzyme deficiency. */
import { RELATIVES, speaksOfItsTest } from '../../../codes/doubt/index.ts';
import { geneDisorder, mayBeDisorder } from '../../../codes/gene/disorders.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineCall } from '../../../facts.ts';
import { personNamed } from '../../another-person.ts';
import { wordings, type Concept } from '../../elements.ts';
import { mayNameGene, partsAbout, pgxGenesIn } from '../notation/gene-in-text.ts';
import { genotypeInText } from '../notation/genotype-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { answersNothing, hlaPresence } from '../notation/hla-statements.ts';
import { isGrade, onlyMentioned } from '../result/mentioned.ts';
import { fits, phenotypeCall, phenotypeOfGene } from '../result/phenotype.ts';

export interface RecordedStatement {
  readonly gene: string;
  readonly call: GermlineCall;
  readonly text: string;
}

/** A relative's result, or one that is only thought of. */
const NOT_THE_PATIENTS = new RegExp(
  String.raw`\b(?:${RELATIVES}|suspected|screening for|test(?:ing)? for|encounter for)\b|^\W*(?:at (?:increased |high )?risk (?:for|of)|concerns? (?:for|of|about)|ant[ée]c[ée]dente?s? famil)`,
  'i',
);

export const isOfAnother = (words: readonly string[]): boolean =>
  words.some((text) => NOT_THE_PATIENTS.test(text) || personNamed(text) !== null);

/** Words of a result; an entry that names a gene and holds one of them was meant to say something of it. */
const RESULT_WORDS =
  /\bmetaboli[sz]|\bgenotyp|\bphenotyp|\bvariants?\b|\bmutations?\b|\bpolymorphism|\babnormal|\bcarrier|\balleles?\b|\bdeficien|\btoxicity\b|\bmyopathy\b|\bintoleran|\bresistance\b|\bsensitivity\b|\bpositive\b|\bnegative\b|\bhomozyg|\bheterozyg|\*\s?\d|\b[cgm]\.[-*(]?\d|\bp\.[A-Z(]|\brs\d{3,}|-?\d{3,5}\s?[ACGT]\s?[/>]?\s?[ACGT]\b|\b[ACGT]\d{3,5}[ACGT]\b|\b(?:poor|decreased|increased) function\b|\b(?:non-?\s?)?express[eo]rs?\b|\b(?:increased|elevated|high(?:er)?|reduced|decreased|low(?:er)?)\b[^.;]{0,30}\b(?:sensitivity|risk)\b|\b(?:sensitivity|risk)\W+(?:increased|elevated|high|reduced|decreased|low)\b/i;

/** "CYP2D6 PM": the abbreviation counts beside its gene alone. */
const ABBREVIATED = /\b(?:CYP\w+|TPMT|NUDT15|DPYD|NAT2)[\s:=-]+(?:PM|IM|NM|EM|RM|UM)\b/;
/** Words around "CYP2D6 PM" that say who and whence: "Patient is … per outside lab". */
const ABOUT_PATIENT = /^(?:(?:the )?(?:patient|pt) (?:is|has been)(?: an?)? |known |is an? )+/i;
const FROM_ELSEWHERE =
  /,?\s+(?:per|from|by|according to|on) (?:an? |the )?(?:outside|external|prior|previous|referring) (?:lab(?:oratory)?|hospital|records?|test(?:ing)?|results?|report|provider|genotyping)\.?$/i;

/** "Poor drug metabolizer (CYP2C19-related)": the patient's own trait, where "CYP2C19-related drugs" are none of his. */
const ofGeneItself = (text: string): string =>
  text.replace(/\b(CYP\w+|TPMT|NUDT15|DPYD|SLCO1B1|UGT1A1|MT-RNR1)-(?:related|associated|linked)\b(?! (?:drugs?|medications?))/gi, '$1');

/** A drug that acts on the enzyme, or is broken down by it. */
const OF_DRUGS = /\b(?:CYP\w+|UGT\w+)[- ](?:inhibitors?|inducers?|substrates?)\b/i;

/** Genes that such an entry names as a result; what could not be read of it must at least be said. */
export function genesMeant(words: readonly string[]): readonly string[] {
  const meant = words
    .map(ofGeneItself)
    .filter((text) => (RESULT_WORDS.test(text) && !OF_DRUGS.test(text)) || ABBREVIATED.test(text) || isTraitOfGene(text))
    .flatMap((text) => [...pgxGenesIn(text), ...typedGenes(text)]);
  return [...new Set(meant)].filter((gene) => !UNSPOKEN.has(gene));
}

/** "MHS1 (RYR1)": genes that a record names for the trait that they cause, whatever its words. */
const isTraitOfGene = (text: string): boolean =>
  /\b(?:RYR1|CACNA1S|MT-RNR1)\b/i.test(text) && !/\b(?:syndrome|disease|disorder)\b/i.test(text) && !speaksOfItsTest(text);

/** Genes of an entry that is a result by its category, whatever its words. */
export const genesNamed = (words: readonly string[]): readonly string[] =>
  [...new Set(words.flatMap((text) => [...pgxGenesIn(text), ...typedGenes(text)]))].filter((gene) => !UNSPOKEN.has(gene));

/** Genes of an entry that says more than that something is absent or still to be done; cystic fibrosis is a disease with its own tests and drugs. */
export function leftOpen(genes: readonly string[], words: readonly string[]): readonly string[] {
  return words.some((text) => DENIED.test(withoutAdvice(text))) ? [] : genes.filter((gene) => gene !== 'CFTR');
}
/** "TPMT poor metabolizer. Clinical correlation recommended.": what is recommended in a sentence of its own is none of the result. */
const withoutAdvice = (text: string): string => {
  const [first = '', ...more] = text.split(/(?<=[^\s.][.;])\s+/);
  return [first, ...more.filter((sentence) => pgxGenesIn(sentence).length > 0 || !ADVICE.test(sentence))].join(' ');
};
const ADVICE = /^(?!.*\b(?:re-?test|testing|genotyp|confirm)).*\brecommended\b/i;
const DENIED =
  /\b(?:no(?![- ]function\b)|not|non-?\s?carrier|never|without|absence|negative|normal|denies|denied|excluded|ruled out|ordered|pending|planned|requested|recommended|declined|counsell?ing|kein\w*|ausschluss|ausgeschlossen|sans|sin|senza|geen)\b/i;

/** HLA genes of which an allele is named in full: B27, which tells of a disease, is none. */
function typedGenes(text: string): string[] {
  return hlaAlleles(text).flatMap(({ gene, allele }) => (gene !== null && allele.includes(':') ? [gene] : []));
}

/** The patient carries what is named; "not a carrier" and "non-carrier" say nothing that could be relied on. */
const CARRIED = /\bcarrier\b|\bpresence of\b|\(\+\)|\b(?:hetero|homo)zygo\w*/i;
const NOT_CARRIED = /\b(?:no|not|non|never|without|absence)\b|\b(?:obligate|possible|probable|likely)\b/i;
const isCertain = (text: string): boolean =>
  !NOT_CARRIED.test(text) && !OF_NO_WEIGHT.test(text) && !speaksOfItsTest(text) && !DENIED.test(text) && onlyMentioned(text) === null;
const OF_NO_WEIGHT = /\b(?:VUS|(?:uncertain|unknown) significance|benign)\b/i;
const isCarried = (text: string): boolean => CARRIED.test(text) && !NOT_CARRIED.test(text);

/** Of clotting factors and folate the record speaks as of diseases; no advice rests on them. */
const UNSPOKEN: ReadonlySet<string> = new Set(['F2', 'F5', 'MTHFR']);

/** One look tells of most entries of a chart that they say nothing of a gene. */
export function maySpeakOfGene(stated: readonly Concept[]): boolean {
  return (
    stated.some((each) => wordings(each).some((text) => mayNameGene(text) || /\bfavism|\bglukose|\*\s?\d/i.test(text))) ||
    stated.some(({ codings }) => codings.some(({ code }) => mayBeDisorder(code)))
  );
}

/** Every statement of an entry; one text may name several genes ("CYP2C19 *1/*2; CYP2D6 poor metabolizer"), each with its own part. */
export function recordedStatements(stated: readonly Concept[], enzymeNamed: boolean): readonly RecordedStatement[] {
  const whole = recordedStatement(stated, enzymeNamed);
  if (whole !== null) return [whole];
  return stated.flatMap(wordings).flatMap((text) => {
    const genes = pgxGenesIn(text);
    const found = genes.flatMap((gene) =>
      partsAbout(text, gene).flatMap((part) => recordedStatement([{ codings: [], text: part.trim() }], enzymeNamed) ?? []),
    );
    // All of them or none: half an entry would look like the whole of it.
    return genes.length > 1 && found.length === genes.length ? found : [];
  });
}

/** Null when the words state nothing for exactly one gene. `enzymeNamed`: G6PD in such an entry is the gene's result, not a laboratory value. */
function recordedStatement(stated: readonly Concept[], enzymeNamed: boolean): RecordedStatement | null {
  const words = stated.flatMap(wordings);
  for (const text of words) {
    const found = hlaStatement(text) ?? phenotypeStatement(text, enzymeNamed) ?? genotypeStatement(text);
    if (found !== null) return found;
  }
  const disorder = geneDisorder(
    words,
    stated.flatMap(({ codings }) => codings),
  );
  if (disorder === null) return null;
  const text = words[0] ?? stated[0]?.codings[0]?.code ?? '';
  return { gene: disorder.gene, call: { kind: 'phenotype', term: disorder.term, written: text }, text };
}

function hlaStatement(text: string): RecordedStatement | null {
  const [found, ...more] = hlaAlleles(text);
  const present = isCarried(text) && !answersNothing(text) ? 'present' : hlaPresence(text);
  if (found === undefined || more.length > 0 || found.gene === null || !found.allele.includes(':')) return null;
  if (present === null) return null;
  return { gene: found.gene, call: { kind: 'allele-presence', allele: found.allele, present: present === 'present' }, text };
}

/** "Drug metabolism, poor, CYP2C19-related": how OMIM names the traits of 608902 and 609535. */
const OF_OMIM = /^drug metabolism, (poor|intermediate|rapid|ultra-?rapid|extensive), (CYP\w+)-related$/i;

const GRADES: ReadonlySet<string> = new Set(['metabolizer', 'function', 'activity']);

function phenotypeStatement(whole: string, enzymeNamed: boolean): RecordedStatement | null {
  const text = ofGeneItself(whole.trim().replace(OF_OMIM, '$2 $1 metabolizer')).replace(FROM_ELSEWHERE, '').replace(ABOUT_PATIENT, '');
  const [gene, ...more] = pgxGenesIn(text);
  if (gene === undefined || more.length > 0) return null;
  if (/\bdeficien/i.test(text) && speaksOfItsTest(text)) return null;
  // G6PD deficiency as a diagnosis is read by its name and code.
  if (gene === 'G6PD' && !enzymeNamed) return null;
  const phenotype = onlyMentioned(text) === null ? phenotypeOfGene({ codings: [], text }, gene) : null;
  if (phenotype === null || phenotype === 'disagree' || !fits(phenotype, gene)) return null;
  // A grade counts only where nothing stands beside it that could turn it round; other phenotypes are sentences of their own.
  if (GRADES.has(phenotype.family) && !isGrade(text)) return null;
  return { gene, call: phenotypeCall(phenotype, gene), text };
}

const NAMED_HERE: ReadonlySet<string> = new Set(['star', 'variant']);

/** "Hearing loss due to MT-RNR1 m.1555A>G", "Nonsyndromic hearing loss (m.1555A>G)": the change that a trait of the gene comes from. */
function causeOf(text: string): string {
  const [, trait = '', cause = text] = /^([^()]*?)\s(?:(?:due to|caused by|secondary to)\s|\((?=[^()]*\)$))(.*)$/i.exec(text) ?? [];
  return TRAITS.test(trait) && pgxGenesIn(trait).length === 0 ? cause.replace(/\)$/, '') : text;
}
const TRAITS = /\b(?:hearing loss|deafness|ototoxicity|malignant hyperthermia|ha?emolysis|ha?emolytic an(?:a)?emia|toxicity)\b/i;

/** Two alleles of one gene, or a named change. */
function genotypeStatement(entry: string): RecordedStatement | null {
  const text = causeOf(entry);
  const [gene, ...more] = pgxGenesIn(text);
  if (gene === undefined || more.length > 0 || !NAMED_HERE.has(pgxGene(gene)?.naming ?? '') || gene === 'CFTR') return null;
  const call = genotypeInText(text, gene, { beside: '', glString: false, zygosity: null });
  const [unit, ...further] = call?.kind === 'single-allele' ? call.haplotype.units : [];
  if (unit !== undefined && further.length === 0 && isCarried(text)) {
    const copies = /\bhomozygo/i.test(text) ? 2 : /\bheterozygo/i.test(text) ? 1 : undefined;
    return {
      gene,
      call: { kind: 'allele-presence', allele: unit.allele, present: true, ...(copies === undefined ? {} : { copies }) },
      text,
    };
  }
  if (call?.kind === 'allele-presence' && call.present && isCarried(text)) return { gene, call, text };
  // A list of problems names what the patient has: "m.1555A>G" says that the change was found. One allele's name may be that of its test.
  if (call?.kind === 'variant' && call.present && isCertain(entry)) return { gene, call, text };
  const whole = call?.kind === 'diplotype' || (call?.kind === 'variant' && call.zygosity !== 'unknown');
  return call === null || !whole ? null : { gene, call, text };
}
