/** Words beside laboratory limits, performance status and age alone; beside a tumour an organ would mean something. */
import { words, type Vocabulary } from './vocabulary.ts';

export const MEASURE_WORDS: Vocabulary = {
  silent: words(`
  adult adults renal hepatic hematologic haematologic hematological haematological marrow bone function functions functional functioning kidney liver organ end-organ coagulation
  parameters parameter hematology haematology chemistry cardiac heart system reserve good satisfactory calculated estimated measured corrected mean average stable electrocardiogram ecg ekg
  echocardiogram multigated multi-gated multiple-gated acquisition either echocardiography echocardiography muga scan baseline pre-registration maintain able ambulatory clinical overall
`),
  narrowing: words(''),
  phrases: [],
};
