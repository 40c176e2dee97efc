import type { KnowledgeHeader } from '../knowledge-header.ts';
import type { TumourTable } from '../vocabulary.ts';

export function tumourTable(raw: unknown): TumourTable & { readonly header: KnowledgeHeader } {
  const { header } = raw as { header: KnowledgeHeader };
  return { header, byCode: () => null, byText: () => null, isTumour: () => false };
}
