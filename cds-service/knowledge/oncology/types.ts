/** Targeted-therapy knowledge as compiled facts (CIViC evidence, US approvals, tumour types). */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';

export interface OncologyKnowledge {
  readonly header: KnowledgeHeader;
}
