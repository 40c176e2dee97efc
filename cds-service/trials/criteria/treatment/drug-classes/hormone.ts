/** Hormones and hormone blockers. Sources: `treatment/drug-classes/index.ts`. */
import { cancerDrugs } from '../cancer-drugs.ts';
import { names, type DrugClass } from './drug-class.ts';

/** Prostate Cancer Foundation, androgen receptor pathway inhibitors, reviewed 12/2023. */
const NHT = names('enzalutamide abiraterone apalutamide darolutamide');

export const HORMONE_CLASSES: readonly DrugClass[] = [
  { label: 'aromatase inhibitor', needs: 'aromatase', words: 'aromatase inhibitors?(?: \\(AIs?\\))?', drugs: cancerDrugs('L02BG') },
  {
    label: 'selective oestrogen receptor degrader',
    needs: 'estrogen receptor|serd|degrader',
    words: String.raw`(?:(?:oral )?(?:selective )?(?:estrogen receptor|ER) degraders?(?: \(SERDs?\))?|(?:oral )?SERDs?\b)`,
    // PMC9447452 (fulvestrant); "Pharmacological insights on novel oral SERDs" (elacestrant, imlunestrant); labels: oestrogen receptor antagonists.
    drugs: names('fulvestrant elacestrant imlunestrant'),
  },
  {
    label: 'endocrine therapy',
    needs: 'endocrine|hormon',
    words: String.raw`(?:(?:prior )?(?:systemic )?(?:endocrine|hormonal?|hormone|anti-?hormonal)(?: anti-?cancer)?[- ](?:based )?(?:therap(?:y|ies)|treatments?|agents?|manipulations?)|hormonotherapy)`,
    drugs: cancerDrugs('L02'),
  },
  {
    label: 'androgen receptor pathway inhibitor',
    needs: 'androgen|hormon|arpi|arsi|arat|nha|nht|ar ',
    words: String.raw`(?:(?:novel|new|next|second)[- ](?:generation )?(?:hormonal|anti-?androgen)\w*(?: (?:agents?|therap(?:y|ies)))?(?: \((?:NHAs?|NHTs?)\))?|(?:androgen[- ]receptor|AR)(?: \(AR\))?[- ](?:pathway|signal?ing|axis|directed|targeted)(?:[- ](?:pathway|targeted))?[- ](?:inhibitors?|agents?|therap(?:y|ies))(?: \((?:ARPIs?|ARSIs?)\))?|\bARPIs?\b|\bARSIs?\b|\bARATs?\b|\bNHAs?\b|\bNHTs?\b)`,
    drugs: NHT,
  },
  {
    label: 'androgen deprivation therapy',
    needs: 'androgen|adt|lhrh|gnrh|lh-rh',
    words: String.raw`(?:androgen[- ]deprivation(?: therapy)?(?: \(ADT\))?|\bADT\b|(?:LHRH|GnRH|LH-RH)(?:\/LHRH|\/GnRH)?[- ](?:agonists?|antagonists?|analogs?|analogues?)(?:(?:\/| or )(?:ant)?agonists?)?)`,
    // ATC L02AE: gonadotropin releasing hormone analogues; the antagonists: doi 10.2147/DDDT.S291369.
    drugs: [...cancerDrugs('L02AE'), 'degarelix', 'relugolix'],
  },
];
