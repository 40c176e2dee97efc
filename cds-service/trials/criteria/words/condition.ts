/** Words beside a disease named alone: a history of it is shown by its being there now; some words leave only some of those with the disease. */
import { words, type Vocabulary } from './vocabulary.ts';

export const CONDITION_WORDS: Vocabulary = {
  silent: words(`
  a an the of with at in on is are be been have has having had must from for any as that who known confirmed documented diagnosis diagnosed history current currently past previous prior evidence presence
  patient patients participant participants subject subjects individual individuals infection infections infected disease status study positive seropositive serology testing tested test tests carrier carriers virus
`),
  narrowing: words(
    'active acute uncontrolled symptomatic severe untreated clinically significant chronic serious unstable poorly controlled',
  ),
  phrases: [],
};
