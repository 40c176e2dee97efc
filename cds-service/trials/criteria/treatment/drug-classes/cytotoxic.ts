/** Chemotherapy and its classes. Sources: `treatment/drug-classes/index.ts`. */
import { cancerDrugs } from '../cancer-drugs.ts';
import { ARMS, names, type DrugClass } from './drug-class.ts';

/**
 * Cytotoxic drugs: alkylating agents, antimetabolites, plant alkaloids, antibiotics, platinum (ATC L01A to L01D, L01XA, L01XB), and of L01XX eribulin
 * (therapies: chemotherapy), lurbinectedin (US label: alkylating drug), amsacrine (pharmacology2000.com: intercalates, topoisomerase II).
 */
export const CYTOTOXIC: readonly string[] = [
  ...cancerDrugs('L01A', 'L01B', 'L01C', 'L01D', 'L01XA', 'L01XB').filter((name) => name !== 'azacitidine' && name !== 'decitabine'),
  ...names('eribulin lurbinectedin amsacrine'),
];

export const CYTOTOXIC_CLASSES: readonly DrugClass[] = [
  {
    label: 'platinum',
    needs: 'platinum',
    words: String.raw`(?:platinum(?:[- ](?:based|containing|doublet))?(?: doublet)?${ARMS}*)`,
    drugs: cancerDrugs('L01XA'),
  },
  { label: 'taxane', needs: 'taxane', words: String.raw`taxanes?(?:[- ](?:based|containing))?${ARMS}?`, drugs: cancerDrugs('L01CD') },
  {
    label: 'anthracycline',
    needs: 'anthracycline',
    words: String.raw`anthracyclines?(?:[- ](?:based|containing))?${ARMS}?`,
    // ATC L01DB "anthracyclines and related substances" without the anthracenediones (doi 10.1007/978-90-481-9704-0_5; pixantrone: Chem Res Toxicol 2016).
    drugs: cancerDrugs('L01DB').filter((name) => name !== 'mitoxantrone' && name !== 'pixantrone'),
  },
  {
    label: 'fluoropyrimidine',
    needs: 'fluoropyrimidine|fu',
    words: String.raw`(?:fluoropyrimidines?|5-?FU)(?:[- ](?:based|containing))?${ARMS}?`,
    // Infinite Lexicon, "fluoropyrimidine": the four.
    drugs: names('fluorouracil capecitabine tegafur floxuridine'),
  },
  {
    label: 'topoisomerase I inhibitor',
    needs: 'topoisomerase',
    words: String.raw`topoisomerase[- ](?:I|1)[- ](?:inhibitors?|agents?)(?! (?:antibody|ADC))`,
    drugs: cancerDrugs('L01CE'),
  },
  { label: 'vinca alkaloid', needs: 'vinca', words: 'vinca alkaloids?', drugs: cancerDrugs('L01CA') },
  { label: 'alkylating agent', needs: 'alkyla', words: 'alkylating agents?|alkylators?', drugs: cancerDrugs('L01A') },
  { label: 'nitrosourea', needs: 'nitrosourea', words: 'nitrosoureas?', drugs: cancerDrugs('L01AD') },
  {
    label: 'hypomethylating agent',
    needs: 'hypomethyl|hma',
    words: String.raw`(?:hypomethylating (?:agents?|therapy)(?: \(HMAs?\))?|HMAs?\b)`,
    // doi 10.1186/s12964-017-0168-z, table 1.
    drugs: names('azacitidine decitabine'),
  },
];
