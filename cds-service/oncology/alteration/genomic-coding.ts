/**
 * A variant that is told by its place alone, as files made from VCF have it: the gene and the coding name that its place has on the exon table, so
 * that one reader serves both. Deletions, insertions and splice sites are told by their exon and frame; of a single base the knowledge has to know
 * the name. Bases beside a repeat are not moved to its end (HGVS would): the exon and the frame are the same.
 */
import type { PatientFacts, VariantFact } from '../../../fhir-profiles/index.ts';
import type { GeneModel, GeneModels } from '../../knowledge/oncology/types.ts';
import { placeOf, type Place } from './genomic-place.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Bases of an intron beside an exon that still name a splice site. */
const BESIDE = 20;

export function withPlacesRead(facts: PatientFacts, genes: GeneModels): PatientFacts {
  const variants = facts.variants.map((fact) => read(fact, genes));
  return variants.every((fact, at) => fact === facts.variants[at]) ? facts : { ...facts, variants };
}

function read(fact: VariantFact, genes: GeneModels): VariantFact {
  if (fact.cHgvs !== undefined || fact.pHgvs !== undefined || fact.fusion !== undefined || fact.copyChange !== undefined) return fact;
  const place = placeOf(fact);
  if (place === null) return fact;
  const [model, more] = genes
    .on(place.chromosome)
    .filter((one) => near(one, place) && (fact.genes.length === 0 || fact.genes.some((gene) => genes.symbol(gene) === one.symbol)));
  if (model === undefined || more !== undefined) return fact;
  const name = codingAt(model, place);
  return {
    ...fact,
    ...(fact.genes.length === 0 ? { gene: model.symbol, genes: [model.symbol] } : {}),
    ...(name === null ? {} : { cHgvs: name, ...(model.transcript === null ? {} : { transcript: model.transcript }) }),
  };
}

function near({ place }: GeneModel, { first, last }: Place): boolean {
  return place?.bounds.some(([start, end]) => first <= end + BESIDE && last >= start - BESIDE) ?? false;
}

/** `c.2235_2249del`, `c.3082+1G>T`; null where an end lies in no exon and beside none. */
function codingAt(model: GeneModel, given: Place): string | null {
  const { first, last, kind, before, after } = trimmed(given);
  const strand = (bases: string) => (model.place?.forward === false ? complement(bases) : bases);
  const ends = [first, last].map((position) => codingPlace(model, position));
  const [one = null, two = null] = model.place?.forward === false ? [...ends].reverse() : ends;
  if (one === null || two === null) return null;
  const range = one === two ? one : `${one}_${two}`;
  switch (kind) {
    case 'bases':
      return before.length === 1 && after.length === 1 ? `c.${one}${strand(before)}>${strand(after)}` : `c.${range}delins${strand(after)}`;
    case 'del':
    case 'dup':
      return `c.${range}${kind}`;
    case 'ins':
    case 'delins':
      return after === '' ? null : `c.${range}${kind}${strand(after)}`;
  }
}

/** VCF keeps a base before the change: `AGGAATTAAGAGAAGC` → `A` is a deletion from the second base on. */
function trimmed(place: Place): Place {
  const { first, before, after } = place;
  if (place.kind !== 'bases' || before.length + after.length === 2) return place;
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [gone, come] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const start = first + head;
  if (gone === '' && come === '') return place;
  if (gone === '') return { ...place, first: start - 1, last: start, kind: 'ins', before: '', after: come };
  const end = start + gone.length - 1;
  if (come === '') return { ...place, first: start, last: end, kind: 'del', before: gone, after: '' };
  return {
    ...place,
    first: start,
    last: end,
    kind: gone.length === 1 && come.length === 1 ? 'bases' : 'delins',
    before: gone,
    after: come,
  };
}

/** `2573`, `3082+1`, `2942-2`. */
function codingPlace({ place, exons }: GeneModel, position: number): string | null {
  if (place === null) return null;
  for (const [at, [start, end]] of place.bounds.entries()) {
    const cds = exons[at]?.cds;
    if (cds === undefined || position < start - BESIDE || position > end + BESIDE) continue;
    const inside = Math.min(Math.max(position, start), end);
    const base = place.forward ? cds[0] + (inside - start) : cds[0] + (end - inside);
    const away = Math.abs(position - inside);
    if (away === 0) return String(base);
    // Before the first and behind the last codon lies no splice site but untranslated sequence.
    const after = position > inside === place.forward;
    if ((after && at === place.bounds.length - 1) || (!after && at === 0)) return null;
    return `${base}${after ? '+' : '-'}${away}`;
  }
  return null;
}

const PAIR: Readonly<Record<string, string>> = { A: 'T', C: 'G', G: 'C', T: 'A' };
function complement(bases: string): string {
  return [...bases]
    .reverse()
    .map((base) => entryOf(PAIR, base) ?? base)
    .join('');
}
