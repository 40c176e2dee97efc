import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { readingContext } from '../../cds-service/trials/index.ts';

export const knowledge = loadKnowledge();
export const context = readingContext(knowledge.oncology, knowledge.vocabulary.tumours);
