/** The door of gene interpretation: germline results in, one finding per gene tested out. Pure; order of results does not matter. */
import type { GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { GuidelineKnowledge } from '../../knowledge/pgx/types.ts';
import { isBesideCyp2c9, withPositionBeside } from './beside-cyp2c9.ts';
import { withLaboratoryClass } from './laboratory-class.ts';
import { measuredGenes } from './measured-activity.ts';
import { readRecorded, withRecord } from './other-words.ts';
import { readNegative } from './partial-result.ts';
import type { Reading } from './reading.ts';
import { readReports } from './report-readings.ts';
import type { GeneFinding } from './types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export type { GeneFinding, GeneLookup, StatedPhenotype } from './types.ts';

/**
 * One finding per gene that has a germline result or a measured activity and is in the knowledge, in the order of gene symbols.
 * A gene without a result has no finding (not tested is not normal); disagreeing results give state 'conflict'.
 */
export function interpretGenes(facts: PatientFacts, guideline: GuidelineKnowledge): GeneFinding[] {
  const byGene = new Map<string, GermlineResult[]>();
  for (const result of facts.germline) {
    const list = byGene.get(result.gene) ?? [];
    list.push(result);
    byGene.set(result.gene, list);
  }
  // A germline variant observation can be the only result of a gene that is read by named variants.
  for (const fact of facts.variants) {
    const gene = entryOf(guideline.genes, fact.gene);
    if (fact.origin === 'germline' && (gene?.method === 'variant' || gene?.symbol === 'DPYD') && !byGene.has(fact.gene))
      byGene.set(fact.gene, []);
  }
  // "No reportable variant found" is a result that leaves open which variants were looked for: neither normal nor untested.
  for (const tested of facts.tested) {
    if (tested.negative && tested.origin === 'germline' && !byGene.has(tested.gene)) byGene.set(tested.gene, []);
  }
  for (const gene of measuredGenes(facts.labs)) if (!byGene.has(gene)) byGene.set(gene, []);
  const findings: GeneFinding[] = [];
  for (const symbol of [...byGene.keys()].toSorted()) {
    const gene = entryOf(guideline.genes, symbol);
    const all = byGene.get(symbol);
    if (gene === undefined || all === undefined || (all.length > 0 && all.every(isBesideCyp2c9))) continue;
    const results = all.filter((result) => !isBesideCyp2c9(result));
    const ofLaboratory = results.filter(({ recorded }) => recorded === undefined);
    const reported = readReports(gene, ofLaboratory, facts);
    const recorded = readRecorded(
      gene,
      results.filter((result) => result.recorded !== undefined),
      facts,
    );
    const finding = withRecord(
      reported.length > 0 ? matter(reported, recorded) : readNegative(gene, facts),
      matter(recorded, reported),
      gene,
      guideline,
    );
    if (finding === null) continue;
    findings.push(withPositionBeside(withLaboratoryClass(finding, gene, ofLaboratory, facts), all.filter(isBesideCyp2c9)));
  }
  return findings;
}

/** Beside another result of the gene, those of alleles that no advice asks about add nothing, and hide nothing. */
function matter(readings: readonly Reading[], beside: readonly Reading[]): readonly Reading[] {
  const asked = readings.filter(({ ofOtherAlleles }) => ofOtherAlleles !== true);
  return asked.length > 0 || beside.some(({ ofOtherAlleles }) => ofOtherAlleles !== true) ? asked : readings;
}
