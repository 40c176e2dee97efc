/**
 * Output of the FHIR Genomics Operations: `Parameters` that answer "is this haplotype or variant there?" with `presence`, also without
 * any Observation. The Observations inside are read like all others. "Not there" means that the server holds none, as it does of everybody who was
 * never tested (the operations define no coverage; their reference server asks its store): it is no negative result.
 */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { DataWarning, GermlineResult } from '../../../facts.ts';
import { unparsed, type Chart, type ChartReading } from '../../chart.ts';
import { isRecord, records, text, type Json } from '../../elements.ts';
import { pgxGenesIn, withoutGene } from '../../germline/notation/gene-in-text.ts';
import { hlaAlleles } from '../../germline/notation/hla-alleles.ts';
import type { IntakeResource } from '../../intake.ts';
import { sourceOf } from '../../observation.ts';

export function readOperations(chart: Chart): ChartReading<GermlineResult> {
  const germline: GermlineResult[] = [];
  const unheld = new Map<IntakeResource, readonly string[]>();
  const claimed = new Set<IntakeResource>();
  for (const entry of chart.intake.ofType('Parameters')) {
    for (const group of records(entry.resource['parameter'])) {
      const parts = records(group['part']);
      const presence = parts.find((part) => part['name'] === 'presence')?.['valueBoolean'];
      if (typeof presence !== 'boolean') continue;
      const haplotype = itemOf(parts, 'haplotypeItem');
      const asked = haplotype ?? itemOf(parts, 'variantItem');
      if (!presence && asked !== undefined) unheld.set(entry, [...(unheld.get(entry) ?? []), asked]);
      if (presence && haplotype !== undefined) germline.push(...haplotypeAnswer(haplotype, entry, chart));
    }
    claimed.add(entry);
  }
  return { facts: germline, warnings: [...unheld].map(([entry, items]) => notHeld(entry, items)), claimed };
}

function itemOf(parts: readonly Json[], name: string): string | undefined {
  const part = parts.find((candidate) => isRecord(candidate) && candidate['name'] === name);
  return text(part?.['valueString']);
}

/** "HLA-B*27" or "CYP2C19*2"; a question about a whole gene ("CYP2C19") is answered by the genotype alone. */
function haplotypeAnswer(item: string, entry: IntakeResource, chart: Chart): readonly GermlineResult[] {
  const [hla] = hlaAlleles(item);
  const [star] = pgxGenesIn(item);
  const gene = hla?.gene ?? star;
  const allele = hla?.allele ?? (gene === undefined ? undefined : /\*\d+[A-Z]?/.exec(withoutGene(item, gene))?.[0]);
  if (gene === undefined || allele === undefined || pgxGene(gene) === null) return [];
  return [
    { gene, call: { kind: 'allele-presence', allele, present: true }, text: item, source: sourceOf(entry, chart.intake), derivedFrom: [] },
  ];
}

const MOST_NAMED = 5;

function notHeld(entry: IntakeResource, items: readonly string[]): DataWarning {
  const named = items.slice(0, MOST_NAMED).join(', ');
  const more = items.length > MOST_NAMED ? ` and ${items.length - MOST_NAMED} more` : '';
  return unparsed(entry, `The genomics server holds no ${named}${more}. That is no result: it does not say that anything was tested.`);
}
