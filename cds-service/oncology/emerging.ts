/** Resistance that appears in a later result beside the alteration a drug was chosen for: T790M, then C797S, after L858R. */
import type { TherapyRow } from './reason/index.ts';
import { saysBlood, saysCirculating } from '../../fhir-profiles/codes/specimen-kinds.ts';
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import { proteinName } from '../knowledge/oncology/notation/protein.ts';
import type { EmergingResistance } from '../report/types.ts';
import { labelOf } from './alteration/class.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import type { Found, OncologyPatient } from './patient.ts';
import { evidenceOf } from './report-rows.ts';

export function emergingResistance(facts: PatientFacts, patient: OncologyPatient, therapies: readonly TherapyRow[]): EmergingResistance[] {
  const usable = patient.found.filter(
    ({ standing, implied, alteration }) => standing.usable && !implied && alteration.fact.origin !== 'germline',
  );
  const firstSeen = new Map<string, Found>();
  for (const found of [...usable].sort((a, b) => day(a).localeCompare(day(b)))) {
    const key = identity(found);
    if (day(found) !== '' && !firstSeen.has(key)) firstSeen.set(key, found);
  }
  const identities = new Map<string, string>();
  for (const one of usable) if (!identities.has(one.alteration.fact.id)) identities.set(one.alteration.fact.id, identity(one));
  const begun = firstDays(firstSeen.values());
  const found: EmergingResistance[] = [];
  for (const late of firstSeen.values()) {
    if (!late.alteration.genes.some((gene) => (begun.get(gene) ?? '') < day(late))) continue;
    const earlier = [...firstSeen.values()].filter((other) => day(other) < day(late) && sharesGene(other, late));
    if (earlier.length === 0) continue;
    const before = new Set(earlier.map(identity));
    const own = identity(late);
    const sensitive = therapies.filter(
      (match) =>
        match.effect === 'sensitivity' &&
        (match.approved || match.level <= 'B') &&
        isRelevant(match) &&
        match.variants.some((id) => before.has(identities.get(id) ?? '')),
    );
    const resistant = therapies.filter(
      (match) => isResistance(match) && isRelevant(match) && match.variants.some((id) => identities.get(id) === own),
    );
    const drugs = new Map<string, { name: string; rxnorm?: string }>();
    for (const match of resistant) {
      for (const drug of match.therapy) {
        const name = ingredientName(drug.name);
        if (sensitive.some(({ therapy }) => therapy.some((other) => ingredientName(other.name) === name)))
          drugs.set(name, { name, ...(drug.rxnorm === undefined ? {} : { rxnorm: drug.rxnorm }) });
      }
    }
    if (drugs.size === 0) continue;
    const sources = resistant
      .filter(({ therapy }) => therapy.some((drug) => drugs.has(ingredientName(drug.name))))
      .flatMap((match) => match.sources);
    found.push({
      variant: late.alteration.fact.id,
      gene: late.alteration.genes[0] ?? '',
      name: nameOf(late),
      since: day(late).slice(0, 10),
      after: earlier.map(({ alteration }) => alteration.fact.id),
      therapies: [...drugs.values()],
      text: sentence(late, earlier, [...drugs.keys()], facts),
      sources: [...new Map(sources.map((source) => [source.url, source])).values()],
      evidence: [evidenceOf(late.alteration.fact.source), ...earlier.map(({ alteration }) => evidenceOf(alteration.fact.source))],
    });
  }
  return found.sort((a, b) => b.since.localeCompare(a.since) || a.name.localeCompare(b.name));
}

function isResistance({ effect, level }: TherapyRow): boolean {
  return (effect === 'resistance' || effect === 'reduced-sensitivity') && level <= 'D';
}
function isRelevant({ tumourMatch }: TherapyRow): boolean {
  return tumourMatch !== 'other';
}
function day({ alteration }: Found): string {
  return alteration.fact.source.issued ?? '';
}
function identity({ alteration }: Found): string {
  const [change] = alteration.changes;
  return `${alteration.genes[0] ?? ''} ${change && !alteration.either ? proteinName(change) : (alteration.fact.cHgvs ?? alteration.fact.names[0] ?? alteration.fact.id)}`;
}
function sharesGene(a: Found, b: Found): boolean {
  return a.alteration.genes.some((gene) => b.alteration.genes.includes(gene));
}
/** The day on which something was first found in each gene. */
function firstDays(all: Iterable<Found>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const found of all) {
    const [on, genes] = [day(found), found.alteration.genes];
    for (const gene of genes) if ((first.get(gene) ?? on) >= on) first.set(gene, on);
  }
  return first;
}
function nameOf({ alteration }: Found): string {
  return `${alteration.genes[0] ?? ''} ${labelOf(alteration)}`.trim();
}

function sentence(late: Found, earlier: readonly Found[], drugs: readonly string[], facts: PatientFacts): string {
  const { fact } = late.alteration;
  const details = [isPlasma(fact) ? 'circulating tumour DNA' : undefined, share(fact)].filter((part) => part !== undefined);
  const rise = trend(late, facts);
  return `${nameOf(late)} was first found on ${day(late).slice(0, 10)}${details.length > 0 ? ` (${details.join(', ')})` : ''}, after ${earlier.map(nameOf).join(', ')}: resistance to ${drugs.join(', ')} is to be expected.${rise}`;
}
function isPlasma({ specimen }: VariantFact): boolean {
  return saysCirculating(specimen ?? '') || saysBlood(specimen ?? '');
}
function share({ vaf }: VariantFact): string | undefined {
  return vaf === undefined ? undefined : `allele fraction ${Number((vaf * 100).toPrecision(3))} %`;
}
/** Allele fraction in the latest of several results with the same change. */
function trend(late: Found, facts: PatientFacts): string {
  const same = facts.variants.filter(
    ({ gene, pHgvs, vaf, presence }) =>
      presence === 'present' && vaf !== undefined && gene === late.alteration.fact.gene && pHgvs === late.alteration.fact.pHgvs,
  );
  const last = [...same].sort((a, b) => (a.source.issued ?? '').localeCompare(b.source.issued ?? '')).at(-1);
  if (last?.vaf === undefined || last.id === late.alteration.fact.id || late.alteration.fact.vaf === undefined) return '';
  return ` Allele fraction on ${(last.source.issued ?? '').slice(0, 10)}: ${Number((last.vaf * 100).toPrecision(3))} %.`;
}
