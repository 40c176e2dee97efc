/** Variants by name, pooled over all results of a gene: which allele of the knowledge each is, and in how many copies. */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';
import { MITOCHONDRIAL_IDS } from '../../../fhir-profiles/codes/pgx/rsids.ts';
import { codingNames } from './cftr-coding.ts';
import type { GermlineResult, PatientFacts, Source, VariantFact } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { knownAllele } from './allele-name.ts';
import { changeNamed } from './position-change.ts';
import { variantKey } from './variant-name.ts';

export interface NamedVariant {
  readonly name: string;
  /** Every name, in comparable form. */
  readonly keys: readonly string[];
  /** Allele of the knowledge; null when the knowledge does not have the variant. */
  readonly allele: string | null;
  /** 0 absent, 1 or 2 copies, null present in an unknown number. */
  readonly copies: 0 | 1 | 2 | null;
  readonly heteroplasmic: boolean;
  /** The only copy there is, whatever the record says of the patient's sex. */
  readonly hemizygous?: true;
  readonly sources: readonly Source[];
}

export function namedVariants(gene: PgxGene, results: readonly GermlineResult[], facts: PatientFacts): NamedVariant[] {
  const references = new Set(results.map((result) => result.source.reference));
  const named = results.flatMap((result) => fromResult(gene, result));
  // A change that its reader gave no meaning (counted on another sequence, either of two bases) has none here either.
  const unread = (fact: VariantFact): boolean =>
    facts.germline.some(
      ({ gene: of, call, source, text }) =>
        of === gene.symbol &&
        call.kind === 'no-call' &&
        call.by === undefined &&
        source.reference === fact.source.reference &&
        fact.gHgvs !== undefined &&
        text.includes(fact.gHgvs),
    );
  const germline = facts.variants.filter(
    (fact) => fact.gene === gene.symbol && fact.origin === 'germline' && !references.has(fact.source.reference) && !unread(fact),
  );
  return merge([...named, ...germline.flatMap((fact) => fromFact(gene, fact))]);
}

function fromResult(gene: PgxGene, { call, source }: GermlineResult): NamedVariant[] {
  if (call.kind === 'variant') {
    const copies = !call.present ? 0 : zygosityCopies(call.zygosity);
    return [{ ...variant(gene, call.notation, copies, call.zygosity === 'heteroplasmic', source), ...onlyCopy(call.zygosity) }];
  }
  if (call.kind === 'allele-presence') {
    const copies = call.present ? (call.copies === 1 || call.copies === 2 ? call.copies : null) : 0;
    return [variant(gene, [call.allele], copies, false, source)];
  }
  if (call.kind === 'single-allele')
    return call.haplotype.units.map((unit) => variant(gene, [unit.written ?? unit.allele, unit.allele], null, false, source));
  return [];
}

function fromFact(gene: PgxGene, fact: VariantFact): NamedVariant[] {
  if (fact.presence !== 'present' && fact.presence !== 'absent') return [];
  const names = [fact.cHgvs, fact.pHgvs, fact.gHgvs, ...fact.rsIds, ...fact.names].filter(
    (name): name is string => name !== undefined && name !== '',
  );
  if (names.length === 0) return [];
  const copies = fact.presence === 'absent' ? 0 : zygosityCopies(fact.zygosity ?? 'unknown');
  return [{ ...variant(gene, names, copies, fact.zygosity === 'heteroplasmic', fact.source), ...onlyCopy(fact.zygosity) }];
}

const onlyCopy = (zygosity: string | undefined): { hemizygous?: true } => (zygosity === 'hemizygous' ? { hemizygous: true } : {});

function zygosityCopies(zygosity: string): 1 | 2 | null {
  if (zygosity === 'heterozygous' || zygosity === 'heteroplasmic' || zygosity === 'hemizygous') return 1;
  return zygosity === 'homozygous' || zygosity === 'homoplasmic' ? 2 : null;
}

function variant(
  gene: PgxGene,
  notation: readonly string[],
  copies: NamedVariant['copies'],
  heteroplasmic: boolean,
  source: Source,
): NamedVariant {
  const allele = notation.map((name) => namedAllele(gene, name)).find((name) => name !== null) ?? null;
  return { name: notation[0] ?? '', keys: notation.map(variantKey), allele, copies, heteroplasmic, sources: [source] };
}

/** The allele of a variant name: as listed, by rsID or position when that defines one allele alone. */
export function namedAllele(gene: PgxGene, name: string): string | null {
  const listed = knownAllele(gene, name);
  if (listed !== null) return listed;
  const key = variantKey(name);
  const byKey = alleleByKey(gene).get(key);
  if (byKey !== undefined) return byKey;
  const change = changeNamed(gene, [name]);
  const carriers = entryOf(change?.position.carriers, change?.alt ?? '') ?? [];
  const alone = carriers.filter((allele) => placesOf(gene, allele) === 1);
  const single = carriers.filter((allele) => !allele.includes(',') && !allele.includes('_'));
  const [only] = [carriers, alone, single].find((names) => names.length === 1) ?? [];
  return only ?? null;
}

/** By how many positions an allele is defined. */
const placesOf = ({ positions = [] }: PgxGene, allele: string): number =>
  positions.filter(({ carriers }) => Object.values(carriers).some((names) => names.includes(allele))).length;

const tables = new WeakMap<PgxGene, Map<string, string>>();
function alleleByKey(gene: PgxGene): Map<string, string> {
  const made = tables.get(gene);
  if (made !== undefined) return made;
  const table = new Map<string, string>();
  for (const allele of Object.keys(gene.alleles)) {
    table.set(variantKey(allele), allele);
    // m.1555A>G is also written A1555G and 1555A>G.
    const id = MITOCHONDRIAL_IDS.get(allele);
    if (id !== undefined) table.set(id, allele);
    const mitochondrial = /^m\.(\d+)([ACGT])>([ACGT])$/.exec(allele);
    if (mitochondrial) {
      const [, position = '', from = '', to = ''] = mitochondrial;
      table.set(`${from}${position}${to}`.toLowerCase(), allele);
      table.set(`${position}${from}>${to}`.toLowerCase(), allele);
    }
  }
  if (gene.symbol === 'CFTR') for (const [name, allele] of codingNames(gene)) table.set(name, allele);
  tables.set(gene, table);
  return table;
}

/**
 * The same variant in several results: copies stated win over "present"; present and absent together stay as two entries. A sequenced gene comes with hundreds
 * of variants: each is looked up by its names and its allele, and compared with none of the others.
 */
function merge(variants: readonly NamedVariant[]): NamedVariant[] {
  const merged: NamedVariant[] = [];
  const firstByKey = new Map<string, number>();
  const byAllele = new Map<string, Set<number>>();
  const keep = (i: number, entry: NamedVariant): void => {
    merged[i] = entry;
    for (const key of entry.keys) firstByKey.set(key, Math.min(i, firstByKey.get(key) ?? i));
    if (entry.allele !== null) byAllele.set(entry.allele, (byAllele.get(entry.allele) ?? new Set()).add(i));
  };
  for (const one of variants) {
    const ofAllele = one.allele === null ? [] : [...(byAllele.get(one.allele) ?? [])];
    const alike = [...one.keys.flatMap((key) => firstByKey.get(key) ?? []), ...ofAllele.filter((i) => isSameName(one, merged[i] ?? one))];
    const i = Math.min(...alike);
    const before = merged[i];
    if (before === undefined || (before.copies === 0) !== (one.copies === 0)) keep(merged.length, one);
    else
      keep(i, {
        ...before,
        keys: [...new Set([...before.keys, ...one.keys])],
        copies: before.copies ?? one.copies,
        allele: before.allele ?? one.allele,
        ...(one.hemizygous === true ? { hemizygous: true } : {}),
        sources: [...before.sources, ...one.sources],
      });
  }
  return merged;
}

/** A tag variant and its causal variant can lead to one allele; they are kept apart for the gene to judge. */
const isSameName = (a: NamedVariant, b: NamedVariant): boolean =>
  a.keys.some((key) => b.keys.includes(key)) ||
  !a.keys.some((key) => /^(?:c|m|rs)/.test(key)) ||
  !b.keys.some((key) => /^(?:c|m|rs)/.test(key));

/** Variants reported both as present and as absent, as two consistent readings of the same results; otherwise one. */
export function consistentSets(variants: readonly NamedVariant[]): (readonly NamedVariant[])[] {
  const keysOf = (absent: boolean) => new Set(variants.flatMap(({ copies, keys }) => ((copies === 0) === absent ? keys : [])));
  const [absent, present] = [keysOf(true), keysOf(false)];
  const clash = ({ copies, keys }: NamedVariant): boolean => keys.some((key) => (copies === 0 ? present : absent).has(key));
  if (!variants.some(clash)) return [variants];
  return [variants.filter((one) => !(clash(one) && one.copies === 0)), variants.filter((one) => !(clash(one) && one.copies !== 0))];
}
