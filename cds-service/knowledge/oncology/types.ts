/** Targeted-therapy knowledge as compiled facts (CIViC evidence, US approvals, tumour types). */
import type { KnowledgeHeader } from '../release.ts';

export interface OncologyKnowledge {
  readonly header: KnowledgeHeader;
}
