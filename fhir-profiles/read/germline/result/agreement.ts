/**
 * One result written several ways (code, display, text): do the ways say the same, and which of them says most?
 * "c.1905+1G>A heterozygous" and "c.1905+1G>A (*2A)/Reference" agree; "*1/*2" and "*2/*2" do not.
 */
import type { AlleleUnit, GermlineCall, Haplotype } from '../../../facts.ts';
import { haplotypeName } from '../notation/star-alleles.ts';

/** Names that mean the reference allele wherever alleles go by variant or base. */
const REFERENCE = /^(?:\*1|reference|ref|wt|wild[- ]?type|=|b|b \((?:reference|wild ?type)\))$/i;

/** Older star names of DPYD beside the variants that define them (PharmVar DPYD; CPIC fluoropyrimidine allele table). */
const SAME_ALLELE: readonly ReadonlySet<string>[] = [
  new Set(['c.1905+1g>a', '*2a', 'rs3918290']),
  new Set(['c.1679t>g', '*13', 'rs55886062']),
  new Set(['c.1129-5923c>g', 'c.1236g>a', 'hapb3', 'c.1129-5923c>g, c.1236g>a', 'rs75017182', 'rs56038477']),
  new Set(['c.2846a>t', 'rs67376798']),
];

/** The call that says most, when all say the same; null for a contradiction. */
export function agreedCall(calls: readonly GermlineCall[]): GermlineCall | null {
  const [first, ...rest] = [...calls].sort((a, b) => weight(b) - weight(a));
  if (first === undefined) return null;
  return rest.every((call) => follows(call, first)) ? first : null;
}

/** What says more stands first. */
function weight(call: GermlineCall): number {
  if (call.kind === 'diplotype') return call.totalCopies === undefined ? 8 : 9;
  if (call.kind === 'nucleotides') return call.rsId === null ? 6 : 7;
  if (call.kind === 'variant') return call.zygosity === 'unknown' ? 2 : 3;
  return call.kind === 'single-allele' || call.kind === 'allele-presence' ? 1 : 0;
}

/** True when `call` says nothing that `main` does not say. */
function follows(call: GermlineCall, main: GermlineCall): boolean {
  if (JSON.stringify(call) === JSON.stringify(main)) return true;
  if (main.kind === 'diplotype') return followsDiplotype(call, main);
  if (main.kind === 'nucleotides' && call.kind === 'nucleotides') {
    const bases = (of: typeof call) => [...of.bases].sort().join('');
    return (call.rsId === null || call.rsId === main.rsId) && bases(call) === bases(main);
  }
  if (main.kind === 'variant' && call.kind === 'variant') {
    return (
      call.present === main.present &&
      (call.zygosity === 'unknown' || call.zygosity === main.zygosity) &&
      shared(call.notation, main.notation)
    );
  }
  if (main.kind === 'variant' && call.kind === 'single-allele') return main.present && shared(namesOf(call.haplotype), main.notation);
  return false;
}

function followsDiplotype(call: GermlineCall, main: Extract<GermlineCall, { kind: 'diplotype' }>): boolean {
  const [one, two] = main.haplotypes;
  if (call.kind === 'diplotype') {
    const [a, b] = call.haplotypes;
    const total = call.totalCopies;
    if (total !== undefined && (total.n !== main.totalCopies?.n || total.atLeast !== main.totalCopies.atLeast)) return false;
    return (same(a, one) && same(b, two)) || (same(a, two) && same(b, one));
  }
  if (call.kind === 'single-allele') return same(call.haplotype, one) || same(call.haplotype, two);
  if (call.kind === 'allele-presence') {
    const carried = [one, two].filter((haplotype) => shared([call.allele], namesOf(haplotype))).length;
    return call.present && call.copies === undefined ? carried > 0 : carried === (call.present ? call.copies : 0);
  }
  if (call.kind !== 'variant' || !call.present) return false;
  const carried = [one, two].filter((haplotype) => shared(call.notation, namesOf(haplotype))).length;
  if (call.zygosity === 'homozygous') return carried === 2;
  if (call.zygosity === 'heterozygous') return carried === 1;
  return call.zygosity === 'unknown' && carried > 0;
}

function same(a: Haplotype, b: Haplotype): boolean {
  if (haplotypeName(a) === haplotypeName(b)) return true;
  const [first, ...more] = a.units;
  const [second, ...others] = b.units;
  if (first === undefined || second === undefined || more.length > 0 || others.length > 0) return false;
  if (first.copies.n !== second.copies.n || first.copies.atLeast !== second.copies.atLeast) return false;
  if (isReference(first) && isReference(second)) return true;
  return shared(namesOf(a), namesOf(b));
}

export function isReference({ allele }: AlleleUnit): boolean {
  return REFERENCE.test(allele);
}

/** Every name of a single allele: as read, as written, and what stands in brackets behind it. */
function namesOf({ units }: Haplotype): readonly string[] {
  const [only, ...more] = units;
  if (only === undefined || more.length > 0) return [];
  const written = only.written ?? '';
  const bracketed = /\(([^()]+)\)\s*$/.exec(written)?.[1];
  return [only.allele, written, written.replace(/\s*\([^()]+\)\s*$/, ''), ...(bracketed === undefined ? [] : [bracketed])].filter(
    (name) => name !== '',
  );
}

function shared(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others.flatMap(aliases));
  return some.flatMap(aliases).some((name) => known.has(name));
}

function aliases(name: string): readonly string[] {
  const plain = name.toLowerCase().trim();
  return [plain, ...SAME_ALLELE.filter((names) => names.has(plain)).flatMap((names) => [...names])];
}
