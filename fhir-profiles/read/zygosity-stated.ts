/** Allelic state as a code, as words, or as both, which must then mean the same. */
import { ZYGOSITY_ANSWERS } from '../codes/genomics/genomics-codes.ts';
import { zygosityIn } from './germline/notation/named-alleles.ts';
import { UNCHANGED } from './germline/notation/nucleotides.ts';
import type { Zygosity } from './germline/notation/zygosity.ts';
import { entryOf } from '../entry-of.ts';

/** Null: nothing is stated. `disagree`: code and words mean different states; then neither is believed. */
export function zygosityStated(codes: readonly string[], words: readonly string[]): Zygosity | 'disagree' | null {
  const coded = codes.map((code) => entryOf(ZYGOSITY_ANSWERS, code)).find((found) => found !== undefined) ?? null;
  // What "homozygous reference" is homozygous for is the reference: no state of the variant.
  const worded =
    words
      .filter((said) => !UNCHANGED.test(said))
      .map(zygosityIn)
      .find((found) => found !== null) ?? null;
  if (coded !== null && worded !== null && coded !== worded) return 'disagree';
  return coded ?? worded;
}
