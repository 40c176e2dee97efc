/** What profiles and sets of drugs are looked up by. */
import type { Term } from './notation/term.ts';
import type { ProfileTree } from './types.ts';

/** All terms of a profile, also those under NOT. */
export function termsOf(tree: ProfileTree): readonly Term[] {
  if ('and' in tree) return tree.and.flatMap(termsOf);
  if ('or' in tree) return tree.or.flatMap(termsOf);
  return 'not' in tree ? termsOf(tree.not) : [tree];
}

/** One key per set of drugs, whatever their order. */
export function drugKey(drugs: readonly string[]): string {
  return drugs.length === 1 ? (drugs[0] ?? '') : [...drugs].sort().join('+');
}
