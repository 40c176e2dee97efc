/** Tumour types by OncoTree and Disease Ontology, and which stands for which, from the compiled file. */
import type { TumourFile } from './files.ts';
import type { TumourTree } from './types.ts';

export function tumourTree(file: TumourFile): TumourTree {
  const toDoid = new Map<string, string[]>();
  const toOncotree = new Map<string, string[]>();
  for (const [code, doid] of file.pairs) {
    toDoid.set(code, [...(toDoid.get(code) ?? []), doid]);
    toOncotree.set(doid, [...(toOncotree.get(doid) ?? []), code]);
  }
  return {
    oncotree: new Map(Object.entries(file.oncotree).map(([code, [name, parent, tissue]]) => [code, { name, parent, tissue }])),
    doid: new Map(Object.entries(file.doid).map(([id, [name = '', ...parents]]) => [id, { name, parents }])),
    toDoid,
    toOncotree,
  };
}
