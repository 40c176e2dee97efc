/** Words beside a treatment that is itself recognised. */
import { words, type Vocabulary } from './vocabulary.ts';

export const TREATMENT_WORDS: Vocabulary = {
  silent: words(`
  a an the of with at in on is are be been have has having had must should to by from for any one 1 ≥ ≥1 least
  patient patients participant participants subject subjects individual individuals who that
  prior previous previously earlier treated treatment treatments therapy therapies received receive receives receiving undergone exposure exposed systemic regimen regimens
  agent agents drug drugs history use inhibitor inhibitors antibody antibodies containing based line lines administration administered known documented
  study entry chemotherapy
`),
  narrowing: words('neoadjuvant adjuvant perioperative palliative maintenance concurrent combination progressed progression disease'),
  phrases: [],
};
