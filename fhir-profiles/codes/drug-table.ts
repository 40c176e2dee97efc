import type { KnowledgeHeader } from '../knowledge-header.ts';
import type { DrugTable } from '../vocabulary.ts';

export function drugTable(raw: unknown): DrugTable & { readonly header: KnowledgeHeader } {
  const { header } = raw as { header: KnowledgeHeader };
  return { header, byCode: () => null, byText: () => null };
}
