/**
 * Drug classes as trials name them, with their ingredients: by ATC group (`treatment/cancer-drugs.ts`; titles of the groups: WHO ATC/DDD index, L01E, L01F, L01X), or,
 * where ATC's "other" groups mix targets, by name after the source that stands beside them (looked up 2026-11-21). "Labels": the US labels as in the
 * approved indications of May 2026; "therapies": the strategy in the list of therapies that goes with them, which was made from the labels. A member
 * missing here is only ever a missing "treated before", never a wrong one.
 */
import { cancerDrugs } from '../cancer-drugs.ts';
import type { DrugClass } from './drug-class.ts';
import { ANTIBODY_CLASSES } from './antibody.ts';
import { CHECKPOINT_CLASSES } from './checkpoint.ts';
import { CYTOTOXIC_CLASSES } from './cytotoxic.ts';
import { HORMONE_CLASSES } from './hormone.ts';
import { TARGETED_CLASSES } from './targeted.ts';

/** Capivasertib inhibits AKT, which is no tyrosine kinase. */
const KINASE = cancerDrugs('L01EA', 'L01EB', 'L01ED', 'L01EH', 'L01EK', 'L01EL', 'L01EN', 'L01EP', 'L01EX').filter(
  (name) => name !== 'capivasertib',
);

/** Classes that hold others come last. */
const WIDE_CLASSES: readonly DrugClass[] = [
  {
    label: 'tyrosine kinase inhibitor',
    needs: 'kinase|tki',
    words: String.raw`(?:(?:oral |small[- ]molecule )*(?:tyrosine )?kinase inhibitors?(?: \(TKIs?\))?|\bTKIs?\b)`,
    drugs: KINASE,
  },
  {
    label: 'targeted therapy',
    needs: 'target|small',
    words: String.raw`(?:(?:molecular(?:ly)?[- ]|small[- ]molecule |systemic |anti-?cancer )*targeted (?:anti-?cancer |small[- ]molecule )*(?:therap(?:y|ies)|agents?|drugs?|treatments?|inhibitors?)|small[- ]molecule(?:s|[- ](?:inhibitors?|targeted therap(?:y|ies)|agents?|drugs?|kinase inhibitors?))?)`,
    drugs: [...cancerDrugs('L01E', 'L01XK', 'L01XG', 'L01XJ'), 'venetoclax'],
  },
  {
    label: 'monoclonal antibody',
    needs: 'monoclonal|biolog|biotherap',
    words: String.raw`(?:(?:anti-?(?:cancer|tumou?r|neoplastic) |therapeutic |systemic )*(?:monoclonal antibod(?:y|ies)(?: \(mAbs?\))?|biologics?(?:al)?(?: (?:agents?|therap(?:y|ies)|products?|treatments?))?|biological (?:agents?|therap(?:y|ies))|biotherap(?:y|ies)))`,
    drugs: cancerDrugs('L01F'),
  },
];

export const DRUG_CLASSES: readonly DrugClass[] = [
  ...CHECKPOINT_CLASSES,
  ...TARGETED_CLASSES,
  ...CYTOTOXIC_CLASSES,
  ...HORMONE_CLASSES,
  ...ANTIBODY_CLASSES,
  ...WIDE_CLASSES,
];
