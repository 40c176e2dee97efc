/** Words beside laboratory limits, performance status and age alone; beside a tumour an organ would mean something. */
import { words, type Vocabulary } from './vocabulary.ts';

export const MEASURE_WORDS: Vocabulary = {
  silent: words(`
  adult adults renal hepatic hematologic haematologic hematological haematological marrow bone function functions functional functioning kidney liver organ end-organ coagulation
  parameters parameter hematology haematology chemistry cardiac heart system reserve good satisfactory calculated estimated measured corrected mean average stable electrocardiogram ecg ekg
  echocardiogram multigated multi-gated multiple-gated acquisition either echocardiography echocardiography muga scan baseline pre-registration maintain able ambulatory clinical overall
  all triplicate triplicates consecutive readings reading ecgs ekgs electrocardiograms measurements measurement values average averaged resting protocol-specified
  room air ambient breathing also obtained demonstrate demonstrates demonstrating exhibit exhibits
`),
  narrowing: words(''),
  phrases: [
    // "at the time the informed consent is signed"
    /,?\s*\b(?:at|on|upon|when|as of|by)\b[^.;,@()≥≤<>]{0,45}?\b(?:informed )?(?:consent|ICF|assent)\b(?:[ ([]*(?:ICF|forms?|documents?|document|signature|is|was|has been|signed|obtained)\b[)\]]?)*/gi,
    /[([](?:based on |as |per |see |refer to |from |mean |average |of )*(?:an? |the )?(?:average|mean|triplicate|3|three|consecutive|appendix|section|table)\b[^()[\]≥≤<>@]{0,50}[)\]]/gi,
    /\b(?:average|mean) of (?:triplicate|3|three)(?: consecutive)?(?: ECGs?| EKGs?| readings| values| measurements)*/gi,
  ],
};
