/** Small words, signs and labels that change nothing of what is asked. Each rule keeps the meaning; none drops a condition. */
import type { Rule } from './rule.ts';

const MEASURED = String.raw`(?:e?GFR|CrCl|(?:estimated )?(?:glomerular filtration rate|creatinine clearance)|ANC|platelets?|ha?emoglobin|LVEF|TSH|albumin|testosterone|PSA)`;

const CARRYING = String.raw`(?:all )?(?:(?:female )?(?:participants|patients|subjects)|women|females?) (?:of|with) child-?bearing (?:potential|age)`;
const DEFINED = String.raw`(?: \((?:WOCBP|defined as [^()]*)\))?`;
const TESTED = String.raw`negative (?:(?:serum|urine|blood|or|and|and\/or|\/|beta|human|chorionic|gonadotropin|\(?(?:β-?|beta-?)?hCG\)?) ?)*pregnancy test`;

export const SMALL_WORDS: readonly Rule[] = [
  // "Negative pregnancy test within 7 days, for women of childbearing potential only"
  {
    needs: ['pregnancy test'],
    pattern: new RegExp(
      String.raw`^\W*(?:(?:subjects?|patients?|participants?) (?:has|have) )?(?:an? )?(${TESTED})(?: [^.;()]{0,90}?| \([^.;()]{0,60}\))?,? (?:for|in) ${CARRYING}${DEFINED}(?: only| at screening)?\W*$`,
      'i',
    ),
    plain: 'Women of childbearing potential must have a $1',
    side: 'inclusion',
  },
  {
    needs: ['pregnancy test'],
    pattern: new RegExp(String.raw`^\W*(?:for )?${CARRYING}${DEFINED}: ?(?:an? )?(?=${TESTED})`, 'i'),
    plain: 'Women of childbearing potential must have a ',
    side: 'inclusion',
  },
  // "Male or non-pregnant, non-lactating female participants aged ≥ 18 years"
  {
    needs: ['male or non'],
    pattern:
      /^\W*(?:be )?(?:adult )?males? or non-?pregnant(?:,? (?:and )?non-?(?:breast-?feeding|lactating|nursing))? females?(?: participants| subjects| patients)?,?(?: (?:aged?|of|who (?:is|are)))* (?:≥ ?)?(\d\d) years(?: of age)?(?: (?:or|and) (?:older|over|above))?\W*$/i,
    plain: 'Age ≥ $1 years; must not be pregnant or breastfeeding',
    side: 'inclusion',
  },
  // "≥ 18 years of age and ≤ age 75"
  {
    needs: ['≥'],
    pattern:
      /^\W*(?:(?:patients?|participants?|subjects?|must|be|are|is|who|all|ages?|aged)[ :,]+)*(?=[^;.]*(?:\bage|\byears))≥ ?(\d{1,2})(?: years?)?(?: of age| old)? (?:and|but) ≤ ?(?:age )?(\d{2,3})(?: years?)?(?: of age| old)?\W*$/i,
    plain: 'age $1 to $2 years',
    side: 'inclusion',
  },
  // "Prior systemic treatment with a taxane" is treatment with one.
  {
    needs: ['systemic'],
    pattern:
      /\b(prior|previous|received|receiving)((?: any)?) systemic (?:anti-?cancer )?(?:treatments?|therap(?:y|ies)|regimens?) (?:with|using)(?! (?:an? |any )?(?:\w+ )?(?:cortico|steroid|immunosuppress|antibiotic|anti-?infect|anti-?viral|anti-?fung|curative|palliative|intent))(?: (?:an?|any|either))?/gi,
    plain: '$1$2 treatment with',
  },
  // "An immune-oncology agent, including but not limited to anti-PD-1 …": what is listed is some of them.
  {
    needs: ['oncology', 'immunotherap', 'immuno-therap', 'checkpoint'],
    pattern:
      /(?<=\b(?:immun[eo]-?oncology (?:agents?|drugs?|therap(?:y|ies)|treatments?)|immuno-?therap(?:y|ies)|checkpoint (?:inhibitors?|blockade))),? ?\(?(?:including(?:,? but not limited to)?|such as|e\.?g\.?)[,:]? (?:(?:an? )?anti-? ?(?:PD-?\(?L?\)?-?[12]|CTLA-?4|cytotoxic T-?lymphocyte[- ]associated (?:antigen|protein)[- ]?4(?: \(CTLA-?4\))?|LAG-?3|TIGIT|TIM-?3|CD137|OX-?40)(?: antibod(?:y|ies)| agents?)?(?:,|\/| or| and| and\/or|\W)* ?)+\)?\W*$/i,
    plain: '',
    side: 'exclusion',
  },
  // "…; see Appendix A."
  {
    needs: ['appendix'],
    pattern: /[;,.] ?(?:please )?(?:see|refer to) (?:the )?(?:study |protocol )?appendix(?: [A-Z\d]{1,3})?\W*$/i,
    plain: '',
  },
  { needs: ['uln (inst'], pattern: /(?<=\bULN) \(institution(?:al)?\)/gi, plain: '' },
  // "Elevated serum creatinine (> 1.5 mg/dL)"
  {
    needs: ['elevated ', 'raised ', 'increased '],
    pattern:
      /\b(?:elevated|raised|increased) ((?:(?:serum|total|blood|plasma) )?(?:creatinine|bilirubin|ALT|AST|alkaline phosphatase|INR))(?: levels?)? \(([>≥] ?[^()]{1,40})\)/gi,
    plain: '$1 $2',
    side: 'exclusion',
  },
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
  // "Creatinine not above the ULN", "not exceeding 1.5 mg/dL"
  {
    needs: ['not above', 'not exceed', 'no more than', 'not higher'],
    pattern:
      /(?<=\b(?:creatinine|bilirubin|ALT|AST|SGOT|SGPT|phosphatase|INR|glucose|LDH|lipase|amylase|PSA|CA-?125)[\w ()]{0,30}),? (?:(?:is|are|must|should|may|does|do|levels?) )*(?:not (?:be )?(?:above|exceed(?:ing|s)?|higher than)|no more than)(?= (?:the )?(?:\d|twice|ULN|upper|institution))/gi,
    plain: ' ≤',
    side: 'inclusion',
  },
  { needs: ['≤ twice'], pattern: /≤ twice(?= (?:the )?(?:ULN|upper|institution))/gi, plain: '≤ 2 x', side: 'inclusion' },
  // "Must be immunotherapy-naïve"
  {
    needs: ['naive', 'naïve'],
    pattern:
      /^\W*(?:(?:patients?|participants?|subjects?|individuals?|who|must|should|are|is|be|have|been)\s+)*((?:chemo|immuno)therapy|anti-PD-?\(?L?\)?1(?: ?(?:\/|or|and\/or) ?(?:anti-)?PD-?\(?L?\)?1)?|(?:immune )?checkpoint inhibitors?|(?:PD-?1|PD-?L1|PARP|CDK4\/6|EGFR|BTK)(?:\/PD-?L1)? inhibitors?)[- ]na[iï]ve\W*$/i,
    plain: 'No prior treatment with $1',
    side: 'inclusion',
  },
  {
    needs: ['naive to', 'naïve to'],
    pattern:
      /^\W*(?:(?:patients?|participants?|subjects?|individuals?|who|must|should|are|is|be)\s+)*na[iï]ve to ([^.;,]{4,80}?)(?: treatments?| therap(?:y|ies))?\W*$/i,
    plain: 'No prior treatment with $1',
    side: 'inclusion',
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
