/** The results of one gene, gathered by report, each report read once. */
import type { GermlineCall, GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { indeterminate, readDiplotype } from './diplotype.ts';
import { readHla } from './hla.ts';
import { readHaplotype } from './haplotype.ts';
import { openReading, type Reading } from './reading.ts';
import { readStatements, stateScore, stateTerm, withStatements, type Statement } from './stated-phenotype.ts';

export function readReports(gene: PgxGene, results: readonly GermlineResult[], facts: PatientFacts): Reading[] {
  void facts;
  return groups(results).flatMap((group) => readGroup(gene, group));
}

/** Results of the same resource, or derived from one another, belong to one report. */
function groups(results: readonly GermlineResult[]): GermlineResult[][] {
  const found: GermlineResult[][] = [];
  for (const result of results) {
    const links = (other: GermlineResult): boolean =>
      other.source.reference === result.source.reference ||
      other.derivedFrom.includes(result.source.reference) ||
      result.derivedFrom.includes(other.source.reference);
    const joined = found.filter((group) => group.some(links));
    const rest = found.filter((group) => !joined.includes(group));
    found.splice(0, found.length, ...rest, [...joined.flat(), result]);
  }
  return found;
}

function readGroup(gene: PgxGene, group: readonly GermlineResult[]): Reading[] {
  const statements: Statement[] = [];
  const readings: Reading[] = [];
  for (const { call, ...result } of group) {
    const from = { evidence: [result.source], amended: result.amended === true };
    if (call.kind === 'phenotype') statements.push(stateTerm(gene, call.term, call.written));
    else if (call.kind === 'activity-score') statements.push(stateScore(gene, call.score));
    else {
      const reading = readCall(gene, call);
      if (reading !== null) readings.push({ ...reading, ...from });
    }
  }
  const evidence = group.map((result) => result.source);
  if (readings.length === 0) return statements.length === 0 ? [] : [{ ...readStatements(gene, statements), evidence }];
  return readings.map((reading) => ({ ...withStatements(gene, reading, statements), evidence }));
}

function readCall(gene: PgxGene, call: GermlineCall): Reading | null {
  if (call.kind === 'no-call')
    return { ...openReading(gene.symbol, 'diplotype'), phenotype: 'Indeterminate', notes: [`The test gave no result: ${call.why}`] };
  if (gene.method === 'allele-presence') return readHla(gene, call);
  if (call.kind === 'diplotype') return readDiplotype(gene, call.haplotypes, call.totalCopies);
  if (call.kind === 'single-allele') {
    const one = readHaplotype(gene, call.haplotype);
    return {
      ...indeterminate(gene, one.name),
      seenAlleles: [one.name],
      unknownAlleles: one.unknown,
      notes: ['Only one allele was reported; the other is unknown.'],
    };
  }
  return null;
}
