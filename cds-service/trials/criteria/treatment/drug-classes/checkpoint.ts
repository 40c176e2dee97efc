/** Checkpoint inhibitors and immunotherapy as trials write them. Sources: `treatment/drug-classes/index.ts`. */
import { cancerDrugs } from '../cancer-drugs.ts';
import { INHIBITOR, type DrugClass } from './drug-class.ts';

/** ATC L01FF: "PD-1/PD-L1 inhibitors". */
const CHECKPOINT = cancerDrugs('L01FF');
/** Therapies: CTLA-4 inhibition. */
const CTLA4 = ['ipilimumab', 'tremelimumab'];
const PD = String.raw`(?:PD-?\(?L?\)?-?[12]|PD-?1\/PD-?L1|PD-?1\/L1|programmed (?:cell )?death(?: protein)?[- ]?(?:1|ligand[- ]?[12])?(?: \(PD-?L?-?[12]\))?|PD-?L1)`;

export const CHECKPOINT_CLASSES: readonly DrugClass[] = [
  {
    label: 'PD-1 or PD-L1 inhibitor',
    needs: 'checkpoint|pd-|pd1|pdl|death|ici|cpi|pd (|pd(',
    words: String.raw`(?:immune[- ]checkpoint[- ](?:inhibitors?|blockade)(?: \(ICIs?\))?|(?:immune )?checkpoint[- ](?:inhibitors?|blockade)|\bICIs?\b|\bCPIs?\b|anti[- ]?\(?${PD}\)?(?:(?:\/|, | or |, or |, and | and |, and\/or | and\/or )(?:anti[- ]?)?\(?${PD}\)?)*${INHIBITOR}*|${PD}(?:(?:\/| or |, | and\/or )(?:anti[- ]?)?${PD})*${INHIBITOR}+)`,
    drugs: CHECKPOINT,
  },
  {
    label: 'CTLA-4 inhibitor',
    needs: 'ctla|lymphocyte',
    words: String.raw`(?:anti-?(?:CTLA-?4|cytotoxic T[- ]lymphocyte[- ]associated (?:protein|antigen)[- ]?4(?: \(CTLA-?4\))?)${INHIBITOR}*|CTLA-?4${INHIBITOR})`,
    drugs: CTLA4,
  },
  {
    label: 'LAG-3 inhibitor',
    needs: 'lag-3|lag3',
    words: String.raw`(?:anti-?LAG-?3${INHIBITOR}*|LAG-?3${INHIBITOR})`,
    // Therapies: LAG-3 inhibition.
    drugs: ['relatlimab'],
  },
  {
    label: 'immunotherapy',
    needs: 'immun',
    words: String.raw`(?:(?:cancer |systemic |anti-?cancer |prior )*immuno-?therap(?:y|ies)|immune therap(?:y|ies)|immun[oe]-oncology (?:agents?|drugs?|therap(?:y|ies)|treatments?))`,
    // Therapies: of the type immunotherapy.
    drugs: [...CHECKPOINT, ...CTLA4, 'relatlimab'],
  },
];
