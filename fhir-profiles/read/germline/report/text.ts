/**
 * Last resort: a final report whose genotype or phenotype stands only in its conclusion. Read from sentences that speak of this patient,
 * and only for genes that no structured result covers.
 */
import { answerTakenBack, RELATIVES } from '../../../codes/doubt/index.ts';
import { OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { DataWarning, GermlineResult } from '../../../facts.ts';
import { personAnswering, personNamed } from '../../another-person.ts';
import { unparsed, type Chart, type ChartReading } from '../../chart.ts';
import { valueConcept } from '../../element-value.ts';
import { plainTextOf } from '../../attachment.ts';
import { concept, concepts, list, text, wordings } from '../../elements.ts';
import type { IntakeResource } from '../../intake.ts';
import { sourceOf } from '../../observation.ts';
import { resultStatus } from '../../result-status.ts';
import { NAME } from '../notation/answered-list.ts';
import { geneOfTest } from '../notation/bare-allele.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { panelLines } from '../notation/panel-lines.ts';
import { answeredListCalls } from '../notation/variant-list.ts';
import { onlyMentioned } from '../result/mentioned.ts';
import { isCovered } from './coded.ts';
import { genesOf, isPlainlySaid, statementsIn } from './statements.ts';

/** Knowledge, conditions and other people: not this patient's result. */
export const NOT_THIS_PATIENT = new RegExp(
  [
    String.raw`\b(?:individuals|people|persons|carriers|those|patients) (?:with|who|carrying)`,
    String.raw`\b(?:if|would|should|could|may|might|example|e\.g)\b`,
    // "Son" is Spanish for "are", "relative" a word of measurements.
    String.raw`\b(?:${RELATIVES})\b(?<!\b(?:son|relative))|\b(?:family|parent|sibling|mother|father)`,
    String.raw`\bnot (?:tested|performed|available)`,
    String.raw`\bguideline|\breference (?:range|genotype)|\bpossible results?|\bprevious(?:ly)?\b|\bformer(?:ly)?\b|\brisk of being|\bpopulation|\bfrequen`,
  ].join('|'),
  'i',
);

/** `known`: results that were read already, of which no words are needed. */
export function readReportText(chart: Chart, known: readonly GermlineResult[]): ChartReading<GermlineResult> {
  const facts: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  for (const { entry, written } of textsOf(chart)) {
    const tested = geneOfTest(concept(entry.resource['code']));
    const listed = new Set(list(entry.resource['result']).map((item) => chart.intake.resolve(item, entry)?.reference));
    const own = known.filter(({ source }) => listed.has(source.reference));
    const unread = new Map<string, string>();
    const read = new Set<string>();
    const panels = new Set(written.flatMap((item) => panelLines(item) ?? []));
    const said = written.flatMap((item) => panelLines(item) ?? [item]);
    for (const whole of withTheirGene(sentencesOf(said), tested)) {
      const sentence = whole.replace(ADVICE, '');
      if (sentence.length > 300 || NOT_THIS_PATIENT.test(sentence) || personNamed(sentence) !== null) continue;
      const stated = isInDoubt(sentence) || (panels.has(whole) && onlyMentioned(sentence) !== null) ? [] : statementsIn(sentence);
      const news = stated.filter((one) => !isCovered(one, known));
      const genes = genesOf(sentence).filter((gene) => news.some((one) => one.gene === gene) || !isCovered({ gene, call: UNKNOWN }, known));
      // What the report says of results of its own is judged beside them: "poor metabolizer" under *1/*1 is a contradiction.
      for (const { gene, call } of stated.filter((one) => !news.includes(one) && isPlainlySaid(one))) {
        const derivedFrom = own.filter((one) => one.gene === gene).map(({ source }) => source.reference);
        if (derivedFrom.length > 0) facts.push({ gene, call, text: sentence, source: sourceOf(entry, chart.intake), derivedFrom });
      }
      if (genes.length === 0 || (stated.length > 0 && news.length === 0)) continue;
      for (const { gene, call } of news) {
        facts.push({ gene, call, text: sentence, source: sourceOf(entry, chart.intake), derivedFrom: [] });
        read.add(gene);
      }
      if (news.length === 0 && (speaksOfResult(sentence) || panels.has(whole)) && onlyMentioned(sentence) !== 'elsewhere')
        for (const spoken of genes) if (!unread.has(spoken)) unread.set(spoken, sentence);
    }
    // A result is on file all the same: it must never look like a gene that was not tested.
    const left = [...unread].filter(([gene]) => !read.has(gene));
    for (const [gene, sentence] of left) {
      const call: GermlineResult['call'] = { kind: 'no-call', why: 'the result stands in words only' };
      facts.push({ gene, call, text: sentence, source: sourceOf(entry, chart.intake), derivedFrom: [] });
    }
    if (left.length > 0) {
      const spoken = left.map(([gene]) => gene);
      const message = `A report speaks of ${spoken.join(', ')} in words only: not interpreted. Look at the report itself.`;
      warnings.push(unparsed(entry, message, spoken));
    }
  }
  return { facts, warnings, claimed: new Set<IntakeResource>() };
}

/** "CYP2C19 ? poor metabolizer", "*2/*2 (control sample)", "*2/*2 - not confirmed": on file, and no result. */
const isInDoubt = (sentence: string): boolean =>
  /(?:^|[\s:|(])\?+(?=\s|$)|\?\W*$/.test(sentence) || answerTakenBack(sentence) || personAnswering(sentence) !== null;

/** What is to be done, behind what was found: "… is positive for HLA-B*15:02 and should not be treated with carbamazepine". */
const ADVICE = /(?:,|;|\s+and|\s+so|\s+therefore)\s+(?:therefore\s+)?(?:the patient\s+|s?he\s+|it\s+)?(?:should|must|may)\s[^.;]*$/i;
const UNKNOWN: GermlineResult['call'] = { kind: 'no-call', why: '' };

/** A sentence that gives a result of the gene, not only its name. */
const SPEAKS_OF_RESULT =
  /\b[cgm]\.[-*(]?\d|\bp\.[A-Z(]|\*\s?\d|\brs\d{3,}|-?\d{3,5}\s?[ACGT]\s?[/>]\s?[ACGT]\b|\b(?:hetero|homo|hemi)zyg|metaboli[sz]er|\b(?:variants?|mutations?|detected|identified|carrier|deficien\w*|positive|negative)\b|\bactivity score\b|\b(?:decreased|reduced|no|poor|increased) function\b|\bwild[- ]?type\b|\b(?:PM|IM|NM|EM|RM|UM)\b|(?<![A-Za-z])[ACGT]\s?\/?\s?[ACGT]\W*$/i;

/** A trait by its name, where it is not told what the gene does in general: "RYR1: malignant hyperthermia susceptibility". */
const OF_TRAIT = /\bmalignant hyperthermia\b|\buncertain susceptibility\b|\b(?:increased|uncertain) risk of aminoglycoside/i;
const IN_GENERAL = /\b(?:associated|causes?|caused|linked|related|is (?:an?|the) \w*\s?gene|encodes?|can|test(?:ed|ing|s)?|variants in)\b/i;
const namesTrait = (sentence: string): boolean => sentence.length <= 100 && OF_TRAIT.test(sentence) && !IN_GENERAL.test(sentence);

export const speaksOfResult = (sentence: string): boolean =>
  SPEAKS_OF_RESULT.test(sentence) || namesTrait(sentence) || (sentence.length <= 60 && /\b(?:ab)?normal\b/i.test(sentence));

/** Conclusions of final reports, and the words of overall interpretations. */
function textsOf(chart: Chart): readonly { readonly entry: IntakeResource; readonly written: readonly string[] }[] {
  const reports = chart.intake
    .ofType('DiagnosticReport')
    .filter((entry) => resultStatus(entry).usable)
    .map((entry) => ({ entry, written: conclusionsOf(entry) }));
  const overall = chart.observations
    .filter((view) => view.usable && view.codes.has(OBSERVATION.overallInterpretation))
    .map((view) => ({
      entry: view.entry,
      written: [view.value, ...view.components.filter(({ codes }) => codes.has('conclusion-string')).map(({ value }) => value)]
        .flatMap((value) => wordings(valueConcept(value)))
        .concat(view.notes),
    }));
  return [...reports, ...overall];
}

function conclusionsOf({ resource }: IntakeResource): readonly string[] {
  const attached = list(resource['presentedForm']).map(plainTextOf);
  return [text(resource['conclusion']), ...concepts(resource['conclusionCode']).flatMap(wordings), ...attached].flatMap(
    (item) => item ?? [],
  );
}

function sentencesOf(written: readonly string[]): readonly string[] {
  // "A*02:01, A*31:01; B*07:02": the next locus of a typing goes on.
  return written
    .flatMap((item) => item.split(/(?<=[^\s?][.;!?])\s+(?!(?:HLA-)?(?:A|B|C|D[PQR][AB]\d)\*\d[\d:]*\s*(?:[,;/+]|$))|\n+/))
    .flatMap(betweenBars)
    .map((sentence) => sentence.trim().replace(/(?<![.;])[.;]+$/, ''));
}

/** "CYP2C19 *2/*2 PM | CYP2D6 *1/*1 NM": results in one line, each with its gene; a row of a table is one result. */
function betweenBars(sentence: string): readonly string[] {
  const parts = sentence.split(/\s[|•·]\s/).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.every((part) => genesOf(part).length > 0) ? parts : [sentence];
}

const GENE_ALONE = /^(?:gene|test(?:ed gene)?)\s*[:=]\s*\S+(?: gene)?$/i;
const LABELLED =
  /^(?:(?:predicted |final )?(?:genotype|diplotype|phenotype|result|interpretation|conclusion|metaboli[sz]er (?:status|phenotype))\s*[:=]|\*\s?\d\w*\s?\/\s?\*)/i;
const WHOLE_GRADE =
  /^(?:(?:an? )?(?:ultra-?\s?rapid|rapid|normal|extensive|intermediate|poor) metaboli[sz]er|(?:normal|increased|decreased|poor) function)$/i;

/** "TPMT: *2 not detected; *3A detected", "Negative for *2 and *3": alleles or changes at the beginning, with what was found of them. */
const ALLELES_ANSWERED = new RegExp(
  String.raw`^(?:(?:the )?patient (?:is|tested) )?(?:(?:(?:hetero|homo)zygous|positive|negative)(?: for)? )?(?:${NAME.source})`,
  'i',
);

/** "Gene: CYP2C19. Genotype: *2/*2.", or "Poor metabolizer" under a test of one gene: the gene is said once, and before. */
function withTheirGene(sentences: readonly string[], tested: string | null): readonly string[] {
  let gene = tested;
  let before = tested !== null && pgxGene(tested)?.naming !== 'hla' ? tested : null;
  const whole: string[] = [];
  for (const sentence of sentences) {
    const [named, ...others] = pgxGenesIn(sentence);
    const last = whole.at(-1);
    if (before !== null && (named ?? before) === before && others.length === 0 && ALLELES_ANSWERED.test(sentence)) {
      const listed = `${last ?? ''}; ${sentence}`;
      const goesOn = last !== undefined && pgxGenesIn(last)[0] === before && answeredListCalls(listed, before) !== null;
      if (goesOn) whole.pop();
      whole.push(goesOn ? listed : named === undefined ? `${before} ${sentence}` : sentence);
      continue;
    }
    if (named === undefined) {
      whole.push(gene !== null && (LABELLED.test(sentence) || WHOLE_GRADE.test(sentence)) ? `${gene} ${sentence}` : sentence);
      continue;
    }
    before = others.length === 0 && pgxGene(named)?.naming !== 'hla' ? named : null;
    gene = others.length === 0 && (GENE_ALONE.test(sentence) || named === tested) ? named : null;
    whole.push(sentence);
  }
  return whole;
}
