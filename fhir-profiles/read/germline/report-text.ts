/**
 * Last resort: a final report whose genotype or phenotype stands only in its conclusion. Read from sentences that speak of this patient,
 * and only for genes that no structured result covers.
 */
import { pgxGene } from '../../codes/pgx/genes.ts';
import { OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import type { DataWarning, GermlineResult } from '../../facts.ts';
import { unparsed, type Chart, type ChartReading } from '../chart.ts';
import { valueConcept } from '../element-value.ts';
import { plainTextOf } from '../attachment.ts';
import { concept, concepts, list, text, wordings } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf } from '../observation.ts';
import { resultStatus } from '../result-status.ts';
import { geneOfTest } from './bare-allele.ts';
import { pgxGenesIn, withoutGene } from './gene-in-text.ts';
import { fits, phenotypeCall, phenotypeOfGene } from './phenotype.ts';
import { hlaStatements } from './hla-statements.ts';
import { isCovered } from './report-coded.ts';
import { starAlleleCall } from './star-alleles.ts';

/** Knowledge, conditions and other people: not this patient's result. */
export const NOT_THIS_PATIENT =
  /\b(?:individuals|people|persons|carriers|those|patients) (?:with|who|carrying)|\bif\b|\bwould\b|\bshould\b|\bcould\b|\bmay\b|\bmight\b|\bexample\b|\be\.g\b|\bfamily|\bparent|\bsibling|\bmother|\bfather|\bnot (?:tested|performed|detected|available)|\bguideline|\breference (?:range|genotype)|\bpossible results?|\bprevious(?:ly)?\b|\bformer(?:ly)?\b|\brisk of being|\bpopulation|\bfrequen/i;

/** `known`: results that were read already, of which no words are needed. */
export function readReportText(chart: Chart, known: readonly GermlineResult[]): ChartReading<GermlineResult> {
  const facts: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  for (const { entry, written } of textsOf(chart)) {
    const tested = geneOfTest(concept(entry.resource['code']));
    const unread = new Map<string, string>();
    const read = new Set<string>();
    for (const whole of withTheirGene(sentencesOf(written), tested)) {
      const sentence = whole.replace(ADVICE, '');
      if (sentence.length > 300 || NOT_THIS_PATIENT.test(sentence)) continue;
      const stated = statementsIn(sentence);
      const said = stated.filter((one) => !isCovered(one, known));
      const genes = pgxGenesIn(sentence).filter(
        (gene) => said.some((one) => one.gene === gene) || !isCovered({ gene, call: UNKNOWN }, known),
      );
      if (genes.length === 0 || (stated.length > 0 && said.length === 0)) continue;
      for (const { gene, call } of said) {
        facts.push({ gene, call, text: sentence, source: sourceOf(entry, chart.intake), derivedFrom: [] });
        read.add(gene);
      }
      if (said.length === 0 && SPEAKS_OF_RESULT.test(sentence))
        for (const spoken of genes) if (!unread.has(spoken)) unread.set(spoken, sentence);
    }
    // A result is on file all the same: it must never look like a gene that was not tested.
    const left = [...unread].filter(([gene]) => !read.has(gene));
    for (const [gene, sentence] of left) {
      const call: GermlineResult['call'] = { kind: 'no-call', why: 'the result stands in words only' };
      facts.push({ gene, call, text: sentence, source: sourceOf(entry, chart.intake), derivedFrom: [] });
    }
    if (left.length > 0) {
      const genes = left.map(([gene]) => gene).join(', ');
      warnings.push(unparsed(entry, `A report speaks of ${genes} in words only: not interpreted. Look at the report itself.`));
    }
  }
  return { facts, warnings, claimed: new Set<IntakeResource>() };
}

/** What is to be done, behind what was found: "… is positive for HLA-B*15:02 and should not be treated with carbamazepine". */
const ADVICE = /(?:,|;|\s+and|\s+so|\s+therefore)\s+(?:therefore\s+)?(?:the patient\s+|s?he\s+|it\s+)?(?:should|must|may)\s[^.;]*$/i;
const UNKNOWN: GermlineResult['call'] = { kind: 'no-call', why: '' };

/** A sentence that gives a result of the gene, not only its name. */
const SPEAKS_OF_RESULT =
  /\b[cgm]\.[-*(]?\d|\bp\.[A-Z(]|\*\s?\d|\brs\d{3,}|-?\d{3,5}\s?[ACGT]\s?[/>]\s?[ACGT]\b|\b(?:hetero|homo|hemi)zyg|metaboli[sz]er|\b(?:variants?|mutations?|detected|identified|carrier|deficien\w*|positive|negative)\b|\bactivity score\b|\b(?:decreased|reduced|no|poor|increased) function\b/i;

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
  return written.flatMap((item) => item.split(/(?<=[^\s?][.;!?])\s+|\n+/)).map((sentence) => sentence.trim().replace(/[.;]+$/, ''));
}

const GENE_ALONE = /^(?:gene|test(?:ed gene)?)\s*[:=]\s*\S+(?: gene)?$/i;
const LABELLED =
  /^(?:(?:predicted |final )?(?:genotype|diplotype|phenotype|result|interpretation|conclusion|metaboli[sz]er (?:status|phenotype))\s*[:=]|\*\s?\d\w*\s?\/\s?\*)/i;
const WHOLE_GRADE =
  /^(?:(?:an? )?(?:ultra-?\s?rapid|rapid|normal|extensive|intermediate|poor) metaboli[sz]er|(?:normal|increased|decreased|poor) function)$/i;

/** "Gene: CYP2C19. Genotype: *2/*2.", or "Poor metabolizer" under a test of one gene: the gene is said once, and before. */
function withTheirGene(sentences: readonly string[], tested: string | null): readonly string[] {
  let gene = tested;
  return sentences.map((sentence) => {
    const [named, ...others] = pgxGenesIn(sentence);
    if (named === undefined)
      return gene !== null && (LABELLED.test(sentence) || WHOLE_GRADE.test(sentence)) ? `${gene} ${sentence}` : sentence;
    gene = others.length === 0 && (GENE_ALONE.test(sentence) || named === tested) ? named : null;
    return sentence;
  });
}

interface Statement {
  readonly gene: string;
  readonly call: GermlineResult['call'];
}

/** Words by which what stands behind one gene may belong to another. */
const SHARED = /\b(?:respectively|neither|nor|both|either|between|combin\w*|versus|vs)\b/i;

/**
 * What a sentence states of its genes. Of several genes only when each stands in a part of its own with a statement of its own
 * ("CYP2C19 poor metabolizer (*2/*3) and CYP2D6 normal metabolizer"); else nothing, because it cannot be told which belongs to which.
 */
function statementsIn(sentence: string): readonly Statement[] {
  const [gene, ...more] = pgxGenesIn(sentence);
  if (gene === undefined) return [];
  if (more.length === 0) return callsIn(sentence, gene).map((call) => ({ gene, call }));
  if (SHARED.test(sentence)) return [];
  const parts: string[] = [];
  for (const part of sentence.split(/[,;]\s+|\s+and\s+/i)) {
    if (parts.length > 0 && pgxGenesIn(part).length === 0) parts[parts.length - 1] += `, ${part}`;
    else parts.push(part);
  }
  const stated = parts.map((part) => {
    const [own, ...others] = pgxGenesIn(part);
    return own === undefined || others.length > 0 ? [] : callsIn(part, own).map((call) => ({ gene: own, call }));
  });
  const genes = new Set(stated.flatMap((calls) => calls.map((one) => one.gene)));
  return stated.some((calls) => calls.length === 0) || genes.size < parts.length ? [] : stated.flat();
}

function callsIn(sentence: string, gene: string): readonly GermlineResult['call'][] {
  if (pgxGene(gene)?.naming === 'hla') {
    const calls = hlaStatements(sentence, gene) ?? [];
    return calls.every(({ kind }) => kind === 'allele-presence') ? calls : [];
  }
  const phenotype = phenotypeOfGene({ codings: [], text: sentence }, gene);
  const graded = phenotype !== null && phenotype !== 'disagree' && fits(phenotype, gene) ? [phenotypeCall(phenotype, gene)] : [];
  // Of DPYD a lack is read from a sentence; that nothing was found need not mean that all was looked for.
  if (gene === 'DPYD') return graded.filter((call) => call.kind === 'phenotype' && /^(?:poor|intermediate) /i.test(call.term));
  if (pgxGene(gene)?.naming !== 'star') return [];
  const calls: GermlineResult['call'][] = [];
  const pair = /\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?\s?\/\s?\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?/g;
  const pairs = [...withoutGene(sentence, gene).matchAll(pair)].map(([written]) => written);
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1 && !/\bor\b|\bnot\b/i.test(sentence)) {
    const call = starAlleleCall(only, gene);
    if (call?.kind === 'diplotype') calls.push(call);
  }
  return [...calls, ...graded];
}
