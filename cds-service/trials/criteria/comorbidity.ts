/** Diseases beside the tumour that exclude, named alone: the record can show them, never rule them out. */
import { byPattern, needing, type Recogniser } from './atom.ts';
import { CONDITIONS } from './conditions.ts';

export const COMORBIDITY: readonly Recogniser[] = CONDITIONS.map(({ name, needs, words }) =>
  needing(
    needs,
    byPattern(new RegExp(String.raw`(?<![\w-])(?:${words})(?![\w-])`, 'gi'), () => ({ kind: 'condition', name })),
  ),
);
