import type { KnowledgeHeader } from '../knowledge-header.ts';
import type { GeneTable } from '../vocabulary.ts';

export function geneTable(raw: unknown): GeneTable & { readonly header: KnowledgeHeader } {
  const { header } = raw as { header: KnowledgeHeader };
  return { header, bySymbol: () => null, byHgncId: () => null, byEntrez: () => null, byName: () => null };
}
