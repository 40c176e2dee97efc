/** All knowledge, loaded once at the edge and passed in. */
import type { Vocabulary } from '../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from './oncology/types.ts';
import type { PgxKnowledge } from './pgx/types.ts';
import type { KnowledgeHeader } from '../../fhir-profiles/knowledge-header.ts';

/** Everything the core knows: vocabulary, guidelines, tumour evidence, and the releases they come from. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly pgx: PgxKnowledge;
  readonly oncology: OncologyKnowledge;
  /** Headers of every file loaded, for the report's `knowledge` list. */
  readonly headers: readonly KnowledgeHeader[];
}
