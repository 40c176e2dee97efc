/**
 * Last resort: a final report whose genotype or phenotype stands only in its conclusion. Read from sentences that speak of this patient,
 * and only for genes that no structured result covers.
 */
import { pgxGene } from '../../codes/pgx-genes.ts';
import type { GermlineResult } from '../../facts.ts';
import type { Chart, ChartReading } from '../chart.ts';
import { concepts, text, wordings } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf } from '../observation.ts';
import { resultStatus } from '../result-status.ts';
import { pgxGenesIn, withoutGene } from './gene-in-text.ts';
import { fits, phenotypeCall, phenotypeOfGene } from './phenotype.ts';
import { starAlleleCall } from './star-alleles.ts';

/** Knowledge, conditions and other people: not this patient's result. */
const NOT_THIS_PATIENT =
  /\b(?:individuals|people|persons|carriers|those|patients) (?:with|who|carrying)|\bif\b|\bwould\b|\bshould\b|\bcould\b|\bmay\b|\bmight\b|\bexample\b|\be\.g\b|\bfamily|\bparent|\bsibling|\bmother|\bfather|\bnot (?:tested|performed|detected|available)|\bguideline|\breference (?:range|genotype)|\bpossible results?|\brisk of being|\bpopulation|\bfrequen/i;

export function readReportText(chart: Chart, covered: ReadonlySet<string>): ChartReading<GermlineResult> {
  const facts: GermlineResult[] = [];
  for (const entry of chart.intake.ofType('DiagnosticReport')) {
    if (!resultStatus(entry).usable) continue;
    for (const sentence of sentencesOf(entry)) {
      if (sentence.length > 300 || NOT_THIS_PATIENT.test(sentence)) continue;
      const [gene, ...more] = pgxGenesIn(sentence);
      if (gene === undefined || more.length > 0 || covered.has(gene)) continue;
      for (const call of callsIn(sentence, gene))
        facts.push({ gene, call, text: sentence, source: sourceOf(entry, chart.intake), derivedFrom: [] });
    }
  }
  return { facts, warnings: [], claimed: new Set<IntakeResource>() };
}

function sentencesOf({ resource }: IntakeResource): readonly string[] {
  const written = [text(resource['conclusion']), ...concepts(resource['conclusionCode']).flatMap(wordings)].flatMap((item) => item ?? []);
  return written.flatMap((item) => item.split(/(?<=[.;!?])\s+|\n+/)).map((sentence) => sentence.trim().replace(/[.;]+$/, ''));
}

function callsIn(sentence: string, gene: string): readonly GermlineResult['call'][] {
  if (pgxGene(gene)?.naming !== 'star') return [];
  const calls: GermlineResult['call'][] = [];
  const pair = /\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?\s?\/\s?\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?/g;
  const pairs = [...withoutGene(sentence, gene).matchAll(pair)].map(([written]) => written);
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1 && !/\bor\b|\bnot\b/i.test(sentence)) {
    const call = starAlleleCall(only, gene);
    if (call?.kind === 'diplotype') calls.push(call);
  }
  const phenotype = phenotypeOfGene({ codings: [], text: sentence }, gene);
  if (phenotype !== null && phenotype !== 'disagree' && fits(phenotype, gene)) calls.push(phenotypeCall(phenotype, gene));
  return calls;
}
