/** Compiles the two tumour trees (OncoTree, Disease Ontology) and what leads from one to the other. */
import { join } from 'node:path';
import { readTsv } from './tsv.ts';

export interface TumourFile {
  /** code → [name, parent, tissue] */
  oncotree: Record<string, readonly [string, string | null, string]>;
  /** DOID → [label, ...parents] */
  doid: Record<string, readonly string[]>;
  /** [OncoTree, DOID] */
  pairs: (readonly [string, string])[];
}

/**
 * Pairs of the derived map that join unlike things, found by reading it: UMLS gives "myeloid leukemia" the id of CML.
 * Joined by hand instead: tumour types that the map leaves out though both trees have them.
 */
const WRONG_PAIRS: readonly (readonly [string, string])[] = [
  ['CML', 'DOID:8692'],
  // OncoTree's "malignant lymphoma" is one of the brain.
  ['MLYM', 'DOID:0060058'],
];
const MORE_PAIRS: readonly (readonly [string, string])[] = [
  ['CMLBCRABL1', 'DOID:8552'],
  ['BLL', 'DOID:0080630'],
  ['TLL', 'DOID:5603'],
  ['ALAL', 'DOID:9953'],
  ['LNM', 'DOID:0060058'],
];

export function compileTumours(folder: string): TumourFile {
  const oncotree: TumourFile['oncotree'] = {};
  for (const row of readTsv(join(folder, 'oncotree_flat_2025_10_03.tsv'))) {
    oncotree[row('code')] = [row('name'), row('parent') === '' ? null : row('parent'), row('tissue')];
  }
  const doid: TumourFile['doid'] = {};
  for (const row of readTsv(join(folder, 'disease_ontology_cancer_2026-08.tsv'))) {
    doid[row('doid')] = [
      row('label'),
      ...row('parents')
        .split('|')
        .filter((parent) => parent !== ''),
    ];
  }
  const pairs = readTsv(join(folder, 'oncotree_doid_map.tsv'))
    .map((row) => [row('oncotree_code'), row('doid')] as const)
    .filter(([code, id]) => oncotree[code] && !WRONG_PAIRS.some(([wrong, wrongId]) => wrong === code && wrongId === id));
  const known = new Set(pairs.map((pair) => pair.join(' ')));
  return { oncotree, doid, pairs: [...pairs, ...MORE_PAIRS.filter((pair) => !known.has(pair.join(' ')))] };
}
