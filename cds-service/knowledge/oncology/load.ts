import type { OncologyKnowledge } from './types.ts';

/** `read` gives the parsed content of a file in `cds-service/knowledge/data`. */
export function loadOncologyKnowledge(read: (name: string) => unknown): OncologyKnowledge {
  return read('oncology.json') as OncologyKnowledge;
}
