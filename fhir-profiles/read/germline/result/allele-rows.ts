/**
 * "TPMT allele 1: *3A", "TPMT allele 2: *3A": two rows, or two components, that hold one copy each. They are the two copies whatever their names, so that
 * twice the same allele is a homozygote and not one allele said twice.
 */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineResult, Haplotype } from '../../../facts.ts';
import { namedAllele } from '../notation/named-alleles.ts';

export type Slot = 1 | 2;

const NUMBERED = /\b(?:allele|haplotype|copy|chromosome)\s*[#:_-]?\s*\(?(1|2|one|two|a|b|i|ii)\)?(?![\w*:])/i;
const NAMED =
  /\b(first|second|1st|2nd|maternal|paternal)\s+(?:allele|haplotype|copy)\b|\b(?:allele|haplotype),?\s+\(?(maternal|paternal|first|second)\)?/i;
const SECOND = /^(?:2|two|b|ii|second|2nd|paternal)$/i;

/** Which of the two copies a test's name asks for; null where it asks for none. */
export function alleleSlot(words: string): Slot | null {
  const found =
    NUMBERED.exec(words)?.[1] ??
    NAMED.exec(words)
      ?.slice(1)
      .find((name) => name !== undefined);
  return found === undefined ? null : SECOND.test(found) ? 2 : 1;
}

/** The two rows of one gene and one day as their pair; everything else as it is. */
export function joinAlleleRows(results: readonly GermlineResult[], slots: ReadonlyMap<GermlineResult, Slot>): readonly GermlineResult[] {
  const groups = new Map<string, Map<Slot, GermlineResult[]>>();
  for (const result of results) {
    const slot = slots.get(result);
    if (slot === undefined) continue;
    const key = `${result.gene} ${result.source.issued ?? ''} ${result.source.lab ?? ''}`;
    const group = groups.get(key) ?? new Map<Slot, GermlineResult[]>();
    group.set(slot, [...(group.get(slot) ?? []), result]);
    groups.set(key, group);
  }
  const joined = new Map<GermlineResult, GermlineResult | null>();
  for (const group of groups.values()) {
    // The same row sent again is the same copy.
    const [one, ...more] = group.get(1) ?? [];
    const [two, ...others] = group.get(2) ?? [];
    const [a, b] = [one, two].map((result) => (result === undefined ? null : haplotypeOf(result)));
    if (one === undefined || two === undefined || !a || !b) continue;
    if (!more.every(({ text }) => text === one.text) || !others.every(({ text }) => text === two.text)) continue;
    joined.set(one, { ...one, call: { kind: 'diplotype', haplotypes: [a, b] }, text: `${one.text}/${two.text}` });
    for (const again of [two, ...more, ...others]) joined.set(again, null);
  }
  return results.flatMap((result) => {
    const instead = joined.get(result);
    return instead === undefined ? [result] : instead === null ? [] : [instead];
  });
}

function haplotypeOf({ call, gene }: GermlineResult): Haplotype | null {
  if (call.kind === 'single-allele') return call.haplotype;
  if (call.kind !== 'variant' || !call.present || pgxGene(gene)?.naming !== 'variant' || call.zygosity !== 'unknown') return null;
  return namedAllele(call.notation[0] ?? '', gene);
}
