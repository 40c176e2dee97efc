/** What a one-gene test says of its gene: genotype, presence, phenotype, activity score, or that it failed. */
import { answerTakenBack, noteTakesBack } from '../../../codes/doubt/index.ts';
import { personAnswering } from '../../another-person.ts';
import { panelLines } from '../notation/panel-lines.ts';
import { alleleOfTestCode } from '../../../codes/pgx/test-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineResult } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { presenceInWords } from '../../variant/parts/presence-in-words.ts';
import { presenceByCode } from '../../../codes/genomics/genomics-codes.ts';
import { agreedCall } from '../result/agreement.ts';
import {
  CONTRADICTED,
  genotypeTexts,
  NOT_CALLED,
  NOT_INTERPRETABLE,
  plainResult,
  statedZygosity,
  withoutValue,
} from '../result/genotype.ts';
import { genotypeInText } from '../notation/genotype-text.ts';
import { partsAbout, pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { hlaAlleles, hlaLoci } from '../notation/hla-alleles.ts';
import { hlaStatements } from '../notation/hla-statements.ts';
import { oneBase } from '../notation/change-with-bases.ts';
import { legacyPosition, withHgvsNames, withPlaceAsked } from '../notation/legacy-names.ts';
import { variantListCalls } from '../notation/variant-list.ts';
import { wildTypeOfGene } from '../notation/wild-type.ts';
import { withoutDrugBeside } from '../result/drug-beside.ts';
import { gradesStated, onlyMentioned, sentencesIn } from '../result/mentioned.ts';
import { enzymeStated, fits, phenotypeCall, phenotypeOfGene } from '../result/phenotype.ts';
import { saidBy, type Item, type Said } from './item.ts';
import { answered, presenceCall } from './presence.ts';
import { activityScore, SCORE_IN_WORDS } from './score.ts';

export function callsOf(item: Item, gene: string, view: ObservationView): readonly Said[] {
  const coded = testedAllele(item);
  if (coded === 'another')
    return [
      {
        call: { kind: 'no-call', why: 'its code and its name mean different alleles' },
        text: item.value === null ? '' : saidBy(item.value),
      },
    ];
  const words = [...wordings(item.code), ...(coded === null ? [] : [coded])].join(' ');
  const value = valueConcept(item.value);
  // The allele's place is asked for only where bases answer; a zygosity is that of the allele.
  const inBases = wordings(value).some((text) => /^\s*[ACGT]\s?[/|]?\s?[ACGT]?\s*$/i.test(text));
  const place = withHgvsNames(inBases ? withPlaceAsked(words, gene) : words, gene);
  if (/activity score/i.test(words)) {
    const score = activityScore(item.value);
    return score === null ? [] : [{ call: { kind: 'activity-score', score }, text: score }];
  }
  // Bases under the name of a position that is not known here are those of that position, never of the one the gene is usually tested at.
  if (asksAnotherPosition(words, gene) && wordings(value).some((text) => /^[ACGT]\s?[/|]?\s?[ACGT]$/i.test(text.trim()))) return [];
  // "G6PD 202G>A: A" is the base at that place, the only one of a man, and not the allele A.
  const base = wordings(value).find((text) => /^[ACGT]$/i.test(text.trim()));
  if (gene === 'G6PD' && base !== undefined && /\d\s?[ACGT]\s?>\s?[ACGT]/i.test(place)) {
    const call = oneBase(base, place);
    return call === null ? [] : [{ call, text: base }];
  }
  const codon = gene === 'NUDT15' ? codon139(words, wordings(value)) : null;
  if (codon !== null) return [codon];
  const texts = genotypeTexts(value);
  const context = { beside: place, glString: texts.some((text) => /^hla#/i.test(text)), zygosity: statedZygosity(view) };
  const [only, ...more] = texts;
  // Under the name of one allele or change both copies are without that one; of the gene it says nothing more.
  const unchanged =
    only !== undefined && more.length === 0 && (pgxGene(gene)?.naming === 'nucleotide' ? ONE_WORD : BOTH_UNCHANGED).test(only)
      ? presenceCall(words, answered(item), gene)
      : null;
  if (unchanged !== null) return [unchanged];
  const neither = only === undefined || more.length > 0 ? null : wildTypeOfGene(only, gene, wordings(item.code));
  if (neither !== null) return [{ call: neither, text: only ?? '' }];
  const listed = only === undefined || more.length > 0 ? null : variantListCalls(only, gene);
  if (listed !== null) return listed.map((call) => ({ call, text: only ?? '' }));
  // Beside the text there may be the answer's own display ("Present").
  const [naming, ...others] = texts.length === 1 ? texts : texts.filter((text) => hlaAlleles(text).length > 0);
  const hla = naming === undefined || others.length > 0 || pgxGene(gene)?.naming !== 'hla' ? null : hlaStatements(naming, gene);
  if (hla !== null) {
    const answer = value.codings.map(presenceByCode).find((said) => said !== undefined);
    const contradicted =
      answer !== undefined && hla.some((call) => call.kind === 'allele-presence' && call.present !== (answer === 'present'));
    const another =
      /^\s*\d/.test(naming ?? '') &&
      hlaAlleles(words).some(({ allele }) => allele.includes(':')) &&
      !hla.some((call) => call.kind === 'allele-presence' && hlaAlleles(words).some(({ allele }) => allele === call.allele));
    if (another) return [{ call: { kind: 'no-call', why: 'its answer names another allele than the test' }, text: naming ?? '' }];
    return contradicted
      ? [{ call: { kind: 'no-call', why: CONTRADICTED }, text: naming ?? '' }]
      : hla.map((call) => ({ call, text: naming ?? '' }));
  }
  const genotypes = texts.flatMap((text) => {
    const call = genotypeInText(text, gene, context);
    return call === null ? [] : [{ call, text }];
  });
  const agreed = agreedCall(genotypes.map(({ call }) => call));
  if (genotypes.length > 0 && agreed === null)
    return [{ call: { kind: 'no-call', why: 'the result is written in two ways that disagree' }, text: texts.join('; ') }];
  const found: Said[] = genotypes.filter(({ call }) => call === agreed);
  const presence = found.length > 0 ? null : presenceCall(words, answered(item), gene);
  if (presence !== null) return [presence];
  const name = [words, ...wordings(view.code)].join(' ');
  for (const concept of [value, ...item.interpretation].map((stated) => spelledOut(stated, words, gene))) {
    const phenotype = enzymeStated(concept, gene, name) ?? phenotypeOfGene(concept, gene);
    if (phenotype !== null && phenotype !== 'disagree' && fits(phenotype, gene)) {
      found.push({ call: phenotypeCall(phenotype, gene), text: phenotype.written });
      break;
    }
  }
  for (const text of texts) {
    const score = SCORE_IN_WORDS.exec(text)?.[1];
    if (score !== undefined)
      found.push({ call: { kind: 'activity-score', score: score.replace('>=', '≥').replace(',', '.').replaceAll(' ', '') }, text });
  }
  if (found.length > 0) return found;
  const failed = texts.find((text) => presenceInWords(text) === 'no-call' || NOT_CALLED.test(withoutGene(text, gene)));
  if (failed !== undefined) return [{ call: NOT_INTERPRETABLE, text: failed }];
  const empty = withoutValue(item.noValue);
  return empty === null ? [] : [{ call: empty, text: '' }];
}

const ONE_WORD = /^(?:wild[- ]?type|wt|reference)\.?$/i;
const BOTH_UNCHANGED =
  /^(?:(?:homozygous )?(?:wild[- ]?type|reference|wt|normal)|(?:wild[- ]?type|wt|reference|ref)\s?\/\s?(?:wild[- ]?type|wt|reference|ref))\.?$/i;

/** The one allele that the test's code asks for; `another` where its name asks for a different one. */
function testedAllele({ code }: Item): string | null {
  const tested = code.codings.flatMap((coding) => alleleOfTestCode(coding.code) ?? [])[0];
  if (tested === undefined) return null;
  const [asked] = hlaAlleles(tested);
  const named = wordings(code).flatMap(hlaAlleles);
  const same = named.some(({ gene, allele }) => (gene === null || gene === asked?.gene) && (asked?.allele ?? '').startsWith(allele));
  return named.length === 0 || same ? tested : 'another';
}

const AGREES = /^(?:positive|detected|present|yes|true)\.?$/i;

/** "Metabolizer status: Intermediate": the test's name holds the other half of the term. */
export function spelledOut(stated: Concept, words: string, gene: string): Concept {
  const [said] = wordings(stated);
  // "TPMT deficiency: positive" states the deficiency, without its grade.
  if (said !== undefined && /\bdeficiency\b/i.test(words) && /^(?:positive|detected|present|yes|abnormal)\.?$/i.test(said.trim()))
    return { codings: [], text: 'deficiency' };
  // "CYP2C19 POOR METABOLIZER: Present": the name is the grade, and the value only agrees.
  const named = said !== undefined && AGREES.test(said.trim()) ? phenotypeOfGene({ codings: [], text: words }, gene) : null;
  if (named !== null && named !== 'disagree' && named.family === 'metabolizer') return { codings: [], text: named.term };
  if (
    said === undefined ||
    !/^(?:ultra-?\s?rapid|rapid|normal|extensive|intermediate|poor|decreased|increased|low|indeterminate)$/i.test(said.trim())
  )
    return stated;
  const protein = pgxGene(gene)?.protein;
  if (protein === 'enzyme' && /phenotype|metaboli/i.test(words))
    return { codings: stated.codings.filter(({ code }) => code !== ''), text: `${said} metabolizer` };
  return protein === 'transporter' && /phenotype|function/i.test(words) ? { codings: [], text: `${said} function` } : stated;
}

/** "Pharmacogenomic result: CYP2C19 *1/*2": the value names the gene. */
export function geneInValue(view: ObservationView, item: Item, { vocabulary: { drugs } }: Chart): readonly GermlineResult[] {
  return wordings(valueConcept(item.value)).flatMap((value) => {
    const lines = panelLines(value);
    return (lines ?? [value]).flatMap((written) => {
      const whole = withoutDrugBeside(written, drugs);
      return lines !== null && (answerTakenBack(whole) || noteTakesBack(whole) || personAnswering(whole) !== null)
        ? inDoubtOf(whole, whole, view)
        : genesOfText(view, item, whole);
    });
  });
}

function inDoubtOf(part: string, whole: string, view: ObservationView): readonly GermlineResult[] {
  return pgxGenesIn(part).flatMap((gene) =>
    pgxGene(gene) === null ? [] : [plainResult(view, gene, { kind: 'no-call', why: 'it is stated in doubt' }, whole)],
  );
}

/** What is said of others or of people in general is left out; what is in doubt for the patient himself is on file, and no result. */
function genesOfText(view: ObservationView, item: Item, whole: string): readonly GermlineResult[] {
  const sentences = sentencesIn(whole);
  const aside = sentences.filter((sentence) => onlyMentioned(sentence) !== null);
  const text = aside.length === 0 ? whole : sentences.filter((sentence) => !aside.includes(sentence)).join('\n');
  const doubted = (part: string) => inDoubtOf(part, whole, view);
  const inDoubt = aside.filter((sentence) => onlyMentioned(sentence) === 'doubt');
  // What stands under a heading or in a table with a column of another may be the other's as a whole.
  if (aside.some(isOverOthers) || (text === '' && inDoubt.length > 0)) return doubted(whole);
  const loci = hlaLoci(text);
  const named = pgxGenesIn(text);
  // "B*57:01, B*44:02": a typing says its locus by itself.
  const typed = named.length > 0 ? named : [...new Set(hlaAlleles(text).flatMap(({ gene }) => gene ?? []))];
  const genes = loci === undefined ? typed : [...loci.keys()].filter((gene) => pgxGene(gene) !== null);
  const stated = genes.flatMap((gene) => {
    const parts =
      (genes.length === 1 ? underLabels(text, gene) : null) ?? (loci === undefined ? partsOf(text, gene) : [loci.get(gene) ?? '']);
    const read = parts.flatMap((part) => {
      const calls = callsOf({ ...item, value: { kind: 'text', text: part } }, gene, view);
      // A grade among words that may turn it round ("… - entered in error").
      if (calls.length > 0 && calls.every(({ call }) => call.kind === 'phenotype') && gradesStated(part).length === 0)
        return [plainResult(view, gene, { kind: 'no-call', why: 'the words beside the grade were not understood' }, part)];
      return calls.map(({ call, text: said }) => plainResult(view, gene, call, said));
    });
    // A result is on file all the same: it must never look like a gene that was not tested.
    const unread =
      read.length === 0 &&
      pgxGene(gene) !== null &&
      (STATES_SOMETHING.test(text) || (loci === undefined && parts.some((part) => isOfList(part, gene))));
    return unread ? [plainResult(view, gene, { kind: 'no-call', why: 'the result could not be read' }, text)] : read;
  });
  return [...stated, ...inDoubt.flatMap(doubted).filter(({ gene }) => !genes.includes(gene))];
}

/** "GENE: DPYD", "GENOTYPE: …", "PHENOTYPE: …" in lines of one value: the pair and the grade, each on its own. Null unless each label stands once and nothing else is said. */
function underLabels(text: string, gene: string): readonly string[] | null {
  const under = (labels: string) =>
    [...text.matchAll(new RegExp(String.raw`^[ \t]*(?:${labels})[ \t]*[:=](.*)$`, 'gim'))].map(([, said = '']) => said.trim());
  const [named, pairs, grades] = [under('gene(?: name| symbol)?'), under('genotype|diplotype'), under('phenotype|metaboli[sz]er status')];
  const [pair, grade] = [pairs[0] ?? '', grades[0] ?? ''];
  if (named.length !== 1 || pairs.length !== 1 || grades.length > 1 || pair === '') return null;
  if (!text.split('\n').every((line) => LABELLED.test(line.trim()))) return null;
  return [pair, ...(grade === '' ? [] : [`${gene} ${grade}`])];
}

const LABELLED =
  /^(?:(?:gene(?: name| symbol)?|genotype|diplotype|phenotype|metaboli[sz]er status|method(?:ology)?|assay|platform|laboratory)[ \t]*[:=].*|(?:interpretation|comments?|notes?)[ \t]*[:=][ \t]*see (?:the )?(?:full )?(?:report|below|comment)s?\.?|)$/i;

/** "Mother:", "Gene | Mother | Patient". */
const isOverOthers = (sentence: string): boolean => /:\s*$|[|\t]/.test(sentence);

const STATES_SOMETHING = /\*\s?\d|metaboli[sz]er|\b(?:negative|positive|detected|absent|present|variants?)\b/i;

/** "CYP3A5 high expression" in a list of results: the gene, and one to four words that nobody here knows. What is still to come is no result. */
const isOfList = (part: string, gene: string): boolean =>
  new RegExp(String.raw`^\s*${gene}\s*[:=–-]?\s+\S+(?: \S+){0,3}\s*$`, 'i').test(part) && !TO_COME.test(part);
const TO_COME =
  /\b(?:tests?|tested|testing|pending|pendiente|ausstehend|folgt|en (?:cours|attente)|awaited|to follow|in progress|ordered|requested|sent|scheduled|cancel\w*|not (?:yet )?(?:done|performed|available|received|reported)|TNP|recommended|advised|by|via|using|see|assays?|panel|consider\w*)\b/i;

/** "Negative for HLA-B*15:02 and HLA-A*31:01": what is said of HLA alleles holds for all of a sentence and is read as a whole. */
function partsOf(text: string, gene: string): readonly string[] {
  return pgxGene(gene)?.naming === 'hla' && hlaStatements(text, gene) !== null ? [text] : partsAbout(text, gene);
}

/** "VKORC1 3730G>A": a numbered position, and none of the older numbers that are known. */
function asksAnotherPosition(words: string, gene: string): boolean {
  const bare = withHgvsNames(withoutGene(words, gene), gene);
  // Of a gene that is tested at one position the HGVS name of another is another as well.
  if (gene === 'VKORC1' && /\bc\.[-*]?\d/.test(bare)) return !/\bc\.-1639|\bc\.173\+1000(?!\d)/.test(bare);
  return (
    !/\b[cgm]\./.test(bare) && /(?<![\w.])-?\d{2,5}(?:[+-]\d+)?\s?[ACGT]\s?>\s?[ACGT]/i.test(bare) && legacyPosition(bare, gene) === null
  );
}

/**
 * NUDT15 codon 139, by amino acids, as Japanese laboratories report it ("Arg/Cys"; Kakuta 2018, PMC6132901): Cys is c.415C>T (rs116855232). His, of
 * another change of the same codon, is left unread. Of the amino-acid changes in the definitions of NUDT15's alleles (PharmVar, as in PharmCAT 3.1.1) this
 * is the only one to Cys, so that a pair with Cys tells its codon itself.
 */
function codon139(words: string, said: readonly string[]): Said | null {
  const named = /\b(?:codon\s?139|R139C|Arg139(?:Cys)?)\b/i.test(words);
  const another = /\bcodon\b|\b[cgp]\.|\brs\d|\*\s?\d|\d{2,3}\s?(?:[A-Z]|[A-Z][a-z]{2})\b/.test(words.replaceAll('NUDT15', ' '));
  for (const text of said) {
    const pair = /^(Arg|Cys|R|C)\s?\/\s?(Arg|Cys|R|C)$/i.exec(text.trim());
    // "C/C" may be two bases, and "Arg/Arg" those of another codon.
    if (pair === null || (!named && (another || !/cys/i.test(text)))) continue;
    const copies = pair.slice(1).filter((acid) => /^c/i.test(acid)).length;
    const zygosity = copies === 2 ? 'homozygous' : copies === 1 ? 'heterozygous' : 'unknown';
    return { call: { kind: 'variant', notation: ['c.415C>T', 'rs116855232'], present: copies > 0, zygosity }, text };
  }
  return null;
}
