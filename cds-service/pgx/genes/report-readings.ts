/** The results of one gene, gathered by report, each report read once. */
import type { GermlineCall, GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { Evidence } from '../../report/types.ts';
import { NOTHING_FOUND } from '../../../fhir-profiles/codes/nothing-found.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { readDiplotype, withoutStructure } from './diplotype.ts';
import { readG6pdDiplotype, withG6pdActivity } from './g6pd.ts';
import { readHla } from './hla.ts';
import { readMeasuredActivity } from './measured-activity.ts';
import { negativeReading, readAmbiguous, readSingleAllele } from './partial-result.ts';
import { isPiece, namedByVariant, readPooled } from './pooled-readings.ts';
import { openReading, type Reading } from './reading.ts';
import { groupsOf } from './report-groups.ts';
import { readRiskDiplotype } from './risk-variant.ts';
import { readStatements, stateScore, stateTerm, withStatements, type Statement } from './stated-phenotype.ts';

export function readReports(gene: PgxGene, results: readonly GermlineResult[], facts: PatientFacts): Reading[] {
  const paired = pairHaplotypes(gene, results);
  const rest = paired === null ? results : results.filter(({ call }) => call.kind !== 'single-allele');
  const reports = groupsOf(rest).map((group) => readGroup(gene, group, facts));
  const pieces = rest.filter((result) => isPiece(gene, result));
  const pooled = withDeferred(gene, readPooled(gene, pieces, facts), reports);
  const readings = [...(paired === null ? [] : [paired]), ...reports.flatMap((report) => report.readings), ...pooled];
  const measured = readMeasuredActivity(gene, facts.labs);
  return gene.symbol === 'G6PD' ? withG6pdActivity(readings, measured) : [...readings, ...measured];
}

/** Phenotypes stated on top of single positions or variants belong to what all of these say together. */
function withDeferred(gene: PgxGene, pooled: readonly Reading[], reports: readonly Report[]): Reading[] {
  const statements = reports.flatMap((report) => report.deferred);
  const evidence = reports.flatMap((report) => (report.deferred.length === 0 ? [] : report.evidence));
  if (statements.length === 0) return [...pooled];
  if (pooled.length === 0) return [{ ...readStatements(gene, statements), evidence }];
  return pooled.map((reading) => ({ ...withStatements(gene, reading, statements), evidence: [...reading.evidence, ...evidence] }));
}

/** Two haplotype results that name different alleles are the two copies of the gene; anything else stays as reported. */
function pairHaplotypes(gene: PgxGene, results: readonly GermlineResult[]): Reading | null {
  if (gene.ploidy !== undefined || namedByVariant(gene) || results.some(({ call }) => call.kind === 'diplotype')) return null;
  const singles = results.flatMap(({ call, source, amended }) =>
    call.kind === 'single-allele' ? [{ haplotype: call.haplotype, source, amended }] : [],
  );
  const names = new Map(
    singles.map((one) => [one.haplotype.units.map((unit) => `${unit.allele}x${unit.copies.n}`).join('+'), one.haplotype]),
  );
  const [a, b] = names.values();
  if (a === undefined || b === undefined || names.size !== 2) return null;
  const call = { kind: 'diplotype', haplotypes: [a, b] } as const;
  const reading = gene.method === 'allele-presence' ? readHla(gene, call) : readDiplotype(gene, call.haplotypes);
  if (reading === null) return null;
  const notes = [...reading.notes, 'Two results of one allele each are read as the two copies of the gene.'];
  return { ...reading, notes, evidence: singles.map((one) => one.source), amended: singles.some((one) => one.amended === true) };
}

interface Report {
  readonly readings: readonly Reading[];
  /** Statements of a report that otherwise holds single positions or variants only. */
  readonly deferred: readonly Statement[];
  readonly evidence: readonly Evidence[];
}

function readGroup(gene: PgxGene, group: readonly GermlineResult[], facts: PatientFacts): Report {
  const statements: Statement[] = [];
  const readings: Reading[] = [];
  for (const { call, ...result } of group) {
    const from = { evidence: [result.source], amended: result.amended === true };
    if (call.kind === 'phenotype') statements.push(stateTerm(gene, call.term, call.written));
    else if (call.kind === 'activity-score') statements.push(stateScore(gene, call.score));
    else {
      const reading = readCall(gene, call, facts);
      if (reading !== null) readings.push({ ...reading, ...from });
    }
  }
  const evidence = group.map((result) => result.source);
  if (readings.length > 0) {
    return { readings: readings.map((reading) => ({ ...withStatements(gene, reading, statements), evidence })), deferred: [], evidence };
  }
  if (statements.length === 0) return { readings: [], deferred: [], evidence };
  if (group.some((result) => isPiece(gene, result))) return { readings: [], deferred: statements, evidence };
  return { readings: [{ ...readStatements(gene, statements), evidence }], deferred: [], evidence };
}

/** A test that failed, and a result on file that cannot be used here, are told apart. */
function noResult({ why, by }: Extract<GermlineCall, { kind: 'no-call' }>): string {
  return by === 'laboratory' ? `The test gave no result: ${why}` : `The result on file could not be used: ${why}`;
}

function readCall(gene: PgxGene, call: GermlineCall, facts: PatientFacts): Reading | null {
  if (call.kind === 'no-call') {
    if (call.why === NOTHING_FOUND && gene.method !== 'allele-presence') return negativeReading(gene, []);
    const open: Reading = { ...openReading(gene.symbol, 'diplotype'), phenotype: 'Indeterminate', notes: [noResult(call)] };
    return call.inDocument === true ? { ...open, inDocument: true } : open;
  }
  if (gene.method === 'allele-presence') return readHla(gene, call);
  if (call.kind === 'diplotype') {
    if (gene.symbol === 'G6PD') return readG6pdDiplotype(gene, call.haplotypes, facts.patient.sex);
    const reading = readDiplotype(gene, call.haplotypes, call.totalCopies);
    if (call.structureUnread === true) return withoutStructure(gene, reading);
    return reading.unknownAlleles !== undefined && gene.method === 'variant'
      ? (readRiskDiplotype(gene, call.haplotypes) ?? reading)
      : reading;
  }
  if (call.kind === 'ambiguous') return readAmbiguous(gene, call.options);
  if (call.kind === 'single-allele' && !namedByVariant(gene)) return readSingleAllele(gene, call.haplotype, facts.patient.sex);
  return null;
}
