/** Small words, signs and labels that change nothing of what is asked. Each rule keeps the meaning; none drops a condition. */
import type { Rule } from './rule.ts';

const MEASURED = String.raw`(?:e?GFR|CrCl|(?:estimated )?(?:glomerular filtration rate|creatinine clearance)|ANC|platelets?|ha?emoglobin|LVEF|TSH|albumin|testosterone|PSA)`;

export const SMALL_WORDS: readonly Rule[] = [
  // "≤ 2.5 x times ULN"
  { needs: ['x times'], pattern: /(?<=\d) ?x times (?=(?:the )?(?:ULN|upper|institution))/gi, plain: ' x ' },
  // A status on one scale may be given on the other.
  {
    needs: ['converted'],
    pattern:
      /[.;]\s*(?:notes?:? )?(?:for (?:the )?purposes? of (?:eligibility|this (?:study|trial)),? )?(?:(?:the|a) )?(?:Karnofsky|KPS|Lansky|Zubrod|ECOG)[^.;<>≥≤\d]*(?:can|may|will|should|must) be converted (?:in)?to [^.;<>≥≤\d]*\.?\s*$/i,
    plain: '.',
  },
  // "eGFR ≥ 30 to ≤ 59 mL/min": two limits with one unit.
  {
    needs: ['to ≤', 'to <', 'and ≤', 'and <', 'but ≤', 'but <', '- ≤', '- <'],
    pattern: new RegExp(
      String.raw`(?<![\w-])(${MEASURED})((?: (?:of|is|level|value|count))*)\s*([≥>]) ?(\d+(?:\.\d+)?) ?(?:,? ?(?:to|and|but)|-) ?([≤<]) ?(\d+(?:\.\d+)?) ?((?:%|(?:[a-zµ]{1,4}|10\^\d)\/[a-z]{1,4})(?: ?\/ ?1[.,]73 ?m(?:2|\^2|²)?)?)(?![\w])`,
      'gi',
    ),
    plain: '$1$2 $3 $4 $7 and $1$2 $5 $6 $7',
  },
  // "T. bili", "Serum TBIL"
  {
    needs: ['t bili', 't. bili', 't.bili', 'tbili', 'tbil ', 'total bili '],
    pattern: /(?<![\w([])(?:T(?:\.|\. | )bili(?:rubin)?|TBILI?|total bili)\.?(?![\w)\]])/gi,
    plain: 'total bilirubin',
  },
  // "TP53WT", "KRAS WT"
  {
    needs: [' wt', '-wt', '53wt', 'raswt', 'rafwt', 'egfrwt', 'kitwt', 'brca1wt', 'brca2wt'],
    pattern: /(?<![\w-])([A-Z][A-Z0-9]{2,6}?)(?: |-)?(?:WT|wt)(?![\w-])/g,
    plain: '$1 wild type',
  },
  // "Warfarin sodium (Coumadin®) or any other coumarin-derived anticoagulants"
  {
    needs: ['warfarin', 'coumadin', 'coumarin'],
    pattern:
      /\b(?:(?:therapeutic|full|stable) doses? of )?warfarin(?: sodium)?(?: ?[([]Coumadin ?(?:®|\(R\))?[)\]])?(?:,? (?:or|and\/or|and) (?:any )?(?:other )?(?:coumarin[- ](?:derivative|derived|like|type)|vitamin K[- ]antagonist)s?(?: (?:oral )?anti-?coagulants?| agents?| drugs?)?)?(?![\w-])/gi,
    plain: 'warfarin',
  },
  // "KRAS alteration (mutation or amplification)"
  {
    needs: ['alteration ('],
    pattern:
      /\b([A-Z][A-Z0-9]{2,6}) alterations? \((mutations?|fusions?|rearrangements?) (?:or|and\/or) (amplifications?|fusions?|rearrangements?|mutations?)\)/g,
    plain: '$1 $2 or $1 $3',
    side: 'inclusion',
  },
];
