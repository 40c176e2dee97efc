/** What lies above a node of OncoTree, walked once for a tree: one search compares some thousand pairs of nodes. */
import type { TumourTree } from '../../knowledge/oncology/types.ts';

const LINES = new WeakMap<TumourTree, Map<string, ReadonlySet<string>>>();

/** The node itself, then its parents up to the root. A code that is not in the tree is alone. */
export function lineage(code: string, tree: TumourTree): ReadonlySet<string> {
  const lines = LINES.get(tree) ?? new Map<string, ReadonlySet<string>>();
  if (lines.size === 0) LINES.set(tree, lines);
  const known = lines.get(code);
  if (known !== undefined) return known;
  const line = new Set<string>();
  for (let at: string | null = code; at !== null; at = tree.oncotree.get(at)?.parent ?? null) line.add(at);
  // Codes that are not the tree's own come from requirements: they are not kept.
  if (tree.oncotree.has(code)) lines.set(code, line);
  return line;
}

/** True when `code` lies below `upper` in OncoTree. */
export function isAbove(upper: string, code: string, tree: TumourTree): boolean {
  return upper !== code && lineage(code, tree).has(upper);
}
