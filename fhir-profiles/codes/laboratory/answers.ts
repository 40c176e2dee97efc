/**
 * Coded answers to questions of the social and obstetric history, as words that rules use.
 * LOINC answer lists and SNOMED CT concepts of US Core smoking status, IPS and ISiK value sets (looked up 2026-11).
 */

import { G6PD_MEASURED, TPMT_MEASURED } from '../enzyme-words.ts';

export interface AnswerKind {
  readonly kind:
    | 'pregnancy'
    | 'breastfeeding'
    | 'menopause'
    | 'smoking'
    | 'hCG'
    | 'G6PD-activity'
    | 'TPMT-activity'
    | 'MH-contracture'
    | 'HBsAg'
    | 'anti-HBc'
    | 'HBV-DNA'
    | 'HCV-Ab'
    | 'HCV-RNA'
    | 'HIV'
    | 'measurable-disease'
    | 'disease-status'
    | 'NYHA'
    | 'Child-Pugh';
  /** LOINC codes of the question; SNOMED CT where LOINC has none. */
  readonly loinc: readonly string[];
  readonly names: readonly string[];
  /** Answer code (LOINC LA…, SNOMED CT) → word; null means asked and not known. */
  readonly answers: Readonly<Record<string, string | null>>;
  /** Answer words, tried in order; the first that fits counts. */
  readonly words: readonly (readonly [RegExp, string | null])[];
  /** Words for valueBoolean. */
  readonly yesNo?: readonly [yes: string, no: string];
}

/** Results of tests for a virus: SNOMED CT positive, negative; what a laboratory writes. "Non-reactive" before "reactive". */
const VIRUS: Pick<AnswerKind, 'answers' | 'words'> = {
  answers: { '10828004': 'positive', '260385009': 'negative' },
  words: [
    [/equivocal|indeterminate|borderline|inconclusive|repeat|grenzwertig|pending/, null],
    [/negativ|non-? ?reactive|not reactive|not detected|undetect|nicht nachweisbar|absent|^none/, 'negative'],
    [/positiv|reactive|detected|present|nachweisbar/, 'positive'],
  ],
};
const UNKNOWN = /unknown|not (asked|assessed|known)|unbekannt|refused|declined/;

/** Roman numeral alone, or behind "class": "NYHA class II", "Class II", "II", "2". */
const nyhaClass = (roman: string, digit: number): RegExp =>
  new RegExp(String.raw`^(?:.*\b(?:class|classification|grade|stadium|klasse|nyha)\W*)?(?:${roman}|${digit})(?:\s*[-:(,].*)?$`);

export const ANSWERS: readonly AnswerKind[] = [
  {
    kind: 'pregnancy',
    loinc: ['82810-3', '11449-6'],
    names: ['pregnancy status', 'pregnant', 'schwangerschaftsstatus', 'pregnancy'],
    answers: {
      'LA15173-0': 'pregnant',
      'LA26683-5': 'not-pregnant',
      'LA4489-6': null,
      '77386006': 'pregnant',
      '60001007': 'not-pregnant',
      '261665006': null,
    },
    words: [
      [UNKNOWN, null],
      [/\bnot (currently )?pregnant|\bnicht schwanger|^no$|^n$|^nein$/, 'not-pregnant'],
      [/possib|suspect|not confirmed|unconfirmed|maybe/, null],
      [/pregnant|schwanger|^yes$|^y$|^ja$/, 'pregnant'],
    ],
    yesNo: ['pregnant', 'not-pregnant'],
  },
  {
    kind: 'breastfeeding',
    loinc: ['63895-7'],
    names: ['breastfeeding status', 'breastfeeding', 'stillstatus', 'lactation status', 'lactating'],
    answers: { 'LA29252-6': 'breastfeeding', 'LA29253-4': 'not-breastfeeding', 'LA4489-6': null, '413712001': 'breastfeeding' },
    words: [
      [UNKNOWN, null],
      [/\bnot (currently )?(breast|lactating|nursing)|nicht stillend|stillt nicht|^no$|^n$|^nein$/, 'not-breastfeeding'],
      [/breast-? ?feeding|lactating|nursing|stillend|stillt|^yes$|^y$|^ja$/, 'breastfeeding'],
    ],
    yesNo: ['breastfeeding', 'not-breastfeeding'],
  },
  {
    // HL7 ICHOM breast cancer 1.0.0 (question, after, before), NZ canSHARE menopause status 0.1.0 (post-, pre-, perimenopausal); looked up 2026-11.
    kind: 'menopause',
    loinc: ['161712005'],
    names: ['menopausal status', 'menopause status', 'menopause', 'menopausal state', 'menopausenstatus', 'estado menopáusico'],
    answers: {
      '307429007': 'postmenopausal',
      '76498008': 'postmenopausal',
      '309606002': 'premenopausal',
      '22636003': 'premenopausal',
      '161541000119104': 'perimenopausal',
    },
    words: [
      [UNKNOWN, null],
      // Brought about by medicines, it may come back.
      [/induced|suppress|medical|drug|chemotherap|temporary|goserelin|leuprol|gnrh|lhrh|not post|uncertain|possibl|probabl/, null],
      [/peri-? ?menopaus/, 'perimenopausal'],
      [/pr[eä]-? ?menopaus|before menopause|premenopáusic/, 'premenopausal'],
      [/post-? ?menopaus|after menopause|posmenopáusic/, 'postmenopausal'],
    ],
  },
  {
    kind: 'smoking',
    loinc: ['72166-2', '39240-7'],
    names: ['tobacco smoking status', 'smoking status', 'tobacco use status', 'raucherstatus', 'smoking'],
    answers: {
      'LA18976-3': 'current-smoker',
      'LA18977-1': 'current-smoker',
      'LA18981-3': 'current-smoker',
      'LA18982-1': 'current-smoker',
      'LA15920-4': 'former-smoker',
      'LA18978-9': 'never-smoker',
      'LA18979-7': null,
      'LA18980-5': null,
      '449868002': 'current-smoker',
      '428041000124106': 'current-smoker',
      '428061000124105': 'current-smoker',
      '428071000124103': 'current-smoker',
      '77176002': 'current-smoker',
      '8517006': 'former-smoker',
      '266919005': 'never-smoker',
      '266927001': null,
    },
    words: [
      [UNKNOWN, null],
      [/\bnever\b|never-smoker|nie geraucht/, 'never-smoker'],
      [/former|ex-?smoker|quit|ehemalig|previous/, 'former-smoker'],
      [/non-?smoker|nichtraucher|does not smoke/, null],
      [/current|every day|some day|smokes|light|heavy|smoker|raucher\b/, 'current-smoker'],
    ],
  },
  {
    kind: 'hCG',
    loinc: ['2106-3', '2118-8'],
    names: ['urine pregnancy test', 'pregnancy test', 'hcg urine', 'urine hcg', 'serum hcg qualitative'],
    answers: { '10828004': 'positive', '260385009': 'negative' },
    words: [
      [/negativ|not detected|absent/, 'negative'],
      [/positiv|detected|present/, 'positive'],
    ],
  },
  // LOINC 5196-1 hepatitis B virus surface antigen, 11259-9 hepatitis C virus RNA [presence]: names in public FHIR value sets, looked up 2026-11.
  {
    kind: 'HBsAg',
    loinc: ['5196-1', '5195-3'],
    names: ['hbsag', 'hepatitis b surface antigen', 'hepatitis b virus surface antigen', 'hbs antigen', 'hbs-antigen'],
    ...VIRUS,
  },
  {
    kind: 'HCV-RNA',
    loinc: ['11259-9'],
    names: ['hcv rna', 'hepatitis c virus rna', 'hepatitis c rna', 'hcv rna qualitative', 'hcv-rna'],
    ...VIRUS,
  },
  // LOINC 16933-4 hepatitis B virus core Ab, 29610-3 hepatitis B virus DNA, 16128-1 and 13955-0 hepatitis C virus Ab, 7918-6 and 31201-7 HIV 1+2 Ab, 80387-4
  // the rapid one, 56888-1 HIV 1+2 Ab+HIV1 p24 Ag, all [presence]: names in public LOINC listings, looked up 2026-11-21.
  {
    kind: 'anti-HBc',
    loinc: ['16933-4'],
    names: [
      'anti-hbc',
      'hbcab',
      'hepatitis b core antibody',
      'hepatitis b core antibody, total',
      'hepatitis b virus core antibody',
      'anti-hbc total',
    ],
    ...VIRUS,
  },
  {
    kind: 'HBV-DNA',
    loinc: ['29610-3'],
    names: ['hbv dna', 'hbv-dna', 'hepatitis b virus dna', 'hepatitis b dna'],
    ...VIRUS,
  },
  {
    kind: 'HCV-Ab',
    loinc: ['16128-1', '13955-0'],
    names: ['anti-hcv', 'hcv antibody', 'hcv ab', 'hepatitis c antibody', 'hepatitis c virus antibody', 'anti-hcv antibody'],
    ...VIRUS,
  },
  {
    kind: 'HIV',
    loinc: ['56888-1', '31201-7', '7918-6', '80387-4'],
    names: [
      'hiv test',
      'hiv 1/2 antigen and antibodies',
      'hiv antigen/antibody',
      'hiv 1/2 antibody',
      'hiv antibody',
      'hiv 1+2 ab',
      'hiv ag/ab',
      'hiv ag/ab combo',
    ],
    ...VIRUS,
  },
  // No code was found for it in public sources (2026-11-21): read by name.
  {
    kind: 'measurable-disease',
    loinc: [],
    names: [
      'measurable disease',
      'measurable disease (recist)',
      'measurable disease by recist 1.1',
      'measurable disease per recist 1.1',
      'recist measurable disease',
    ],
    answers: { '373066001': 'yes', '373067005': 'no', 'LA33-6': 'yes', 'LA32-8': 'no' },
    words: [
      [UNKNOWN, null],
      [/^(?:no|n|absent|none|non-?measurable|not measurable)\b/, 'no'],
      [/^(?:yes|y|present|measurable)\b/, 'yes'],
    ],
    yesNo: ['yes', 'no'],
  },
  // mCODE cancer disease status, LOINC 97509-4; SNOMED CT 260415000 not detected (mCODE examples, looked up 2026-11-21).
  {
    kind: 'disease-status',
    loinc: ['97509-4'],
    names: ['cancer disease status'],
    answers: { '260415000': 'not-detected' },
    words: [
      [/^not detected\b|^no evidence of disease\b/, 'not-detected'],
      // Better or worse says nothing of whether disease is there.
      [/\b(?:improv\w*|stable|worse\w*|progress\w*|deteriorat\w*|remission|recurr\w*|indeterminate|undetermined|unknown)\b/, null],
    ],
  },
  // New York Heart Association class: LOINC 88020-3, SNOMED CT answers as in DICOM's context group 3736 and HL7 Austria's heart failure guide, looked up
  // 2026-11-21. "Class II-III" is none of them.
  {
    kind: 'NYHA',
    loinc: ['88020-3'],
    names: [
      'nyha',
      'nyha class',
      'nyha functional class',
      'nyha classification',
      'nyha stadium',
      'functional capacity nyha',
      'new york heart association class',
      'new york heart association classification',
      'new york heart association functional class',
      'new york heart association functional classification',
      'new york heart association assessment scale',
    ],
    answers: { '420300004': 'I', '421704003': 'II', '420913000': 'III', '422293003': 'IV' },
    words: [
      [UNKNOWN, null],
      [/\b(?:i{1,3}|iv|[1-4])\s*(?:-|\/|to|or|bis|oder)\s*(?:i{1,3}|iv|[1-4])\b/, null],
      [nyhaClass('iv', 4), 'IV'],
      [nyhaClass('iii', 3), 'III'],
      [nyhaClass('ii', 2), 'II'],
      [nyhaClass('i', 1), 'I'],
    ],
  },
  // No LOINC or SNOMED CT code of the class was found in public sources (2026-11-21): read by name.
  {
    kind: 'Child-Pugh',
    loinc: [],
    names: [
      'child-pugh',
      'child-pugh class',
      'child-pugh score',
      'child-pugh classification',
      'child pugh class',
      'child pugh score',
      'child-turcotte-pugh class',
      'child-turcotte-pugh score',
      'child-pugh-stadium',
    ],
    answers: {},
    words: [
      [UNKNOWN, null],
      [/\b[abc]\s*(?:-|\/|to|or|bis|oder)\s*[abc]\b/, null],
      [/^(?:.*\b(?:class|score|pugh|child|stadium)\W*)?a\s?[56]?(?:\s*[-:(,].*)?$/, 'A'],
      [/^(?:.*\b(?:class|score|pugh|child|stadium)\W*)?b\s?[789]?(?:\s*[-:(,].*)?$/, 'B'],
      [/^(?:.*\b(?:class|score|pugh|child|stadium)\W*)?c\s?(?:1[0-5])?(?:\s*[-:(,].*)?$/, 'C'],
    ],
  },
  {
    kind: 'G6PD-activity',
    loinc: ['32546-4'],
    names: [
      'g6pd',
      'g6pd activity',
      'g6pd screen',
      'g6pd screening',
      'g6pd, qualitative',
      'glucose-6-phosphate dehydrogenase',
      'g6pd enzyme activity',
      'g6pd enzyme activity, blood',
      'g6pd, rbc',
      'g6pd quant rbc',
      'g6pd, quantitative',
      'g6pd quantitative',
    ],
    answers: { '62403005': 'deficient' },
    words: G6PD_MEASURED,
  },
  {
    kind: 'MH-contracture',
    loinc: [],
    names: [
      'caffeine halothane contracture test',
      'caffeine-halothane contracture test',
      'halothane caffeine contracture test',
      'chct',
      'in vitro contracture test',
      'in-vitro contracture test',
      'in vitro contracture test (ivct)',
      'ivct',
      'muscle contracture test',
      'malignant hyperthermia contracture test',
      'malignant hyperthermia in vitro contracture test',
      'malignant hyperthermia susceptibility test',
      'malignant hyperthermia susceptibility',
      'malignant hyperthermia muscle contracture test',
    ],
    answers: {},
    words: [
      [/\bnot\b|\bnon\b|\bno\b|\bnegative\b|\bnormal\b|\bmhn\b|unsusceptible/, 'not-susceptible'],
      // MHE (one of the two drugs positive) is MHSh or MHSc today, and handled as susceptible (EMHG guideline, Hopkins 2015).
      [/\bmh[es][hc]*\b|\bsusceptible\b|\bpositive\b|\babnormal\b/, 'susceptible'],
    ],
  },
  {
    kind: 'TPMT-activity',
    loinc: ['21563-2', '43421-7'],
    names: [
      'tpmt activity',
      'thiopurine methyltransferase',
      'thiopurine methyltransferase activity',
      'tpmt enzyme activity',
      'tpmt enzyme activity, rbc',
      'tpmt activity, rbc',
      'tpmt, rbc',
      'tpmt enzyme',
      'thiopurine methyltransferase, rbc',
    ],
    answers: {},
    words: TPMT_MEASURED,
  },
];

/** SNOMED CT and ICD-10 codes of a problem that says the patient is pregnant now. */
export function pregnancyByCode(system: 'snomed' | 'icd10', code: string): boolean {
  if (system === 'snomed') return code === '77386006' || code === '72892002';
  return /^(Z33\.1|Z34\.|Z3A\.|O09)/.test(code);
}
