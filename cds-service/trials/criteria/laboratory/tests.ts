/** The laboratory tests and measurements that criteria set limits for: how they are written, their canonical unit, which direction is good. */

export interface Test {
  readonly lab: string;
  readonly words: string;
  /** Canonical unit of the laboratory kind. */
  readonly unit: string;
  /** Units that criteria use, with the factor into the canonical one. */
  readonly units: readonly (readonly [RegExp, number])[];
  /** What trials ask for: at least, at most, or either. A limit the other way round in the same place was not understood. */
  readonly good: 'high' | 'low' | 'either';
  /** A limit above this, in the canonical unit, is a misprint of the unit. */
  readonly most?: number;
  /** A limit below this is a difference, or another unit. */
  readonly least?: number;
}

const COUNT: Test['units'] = [
  [/^(?:[x*] ?)?10\s*[\^'*e]?\s*(?:9|\(9\))\s*(?:cells)?\s*(?:\/|per)\s*l(?:iter|itre)?\b(?: \(\/L\))?/i, 1],
  [/^\/\s*nl\b|^g(?:iga)?\s*\/\s*l\b/i, 1],
  [/^(?:x ?)?10\s*\^?\s*3\s*(?:cells)?\s*\/\s*(?:u|mc|micro)l(?:iter|itre)?\b/i, 1],
  [/^(?:x ?)?10\s*\^?\s*3\s*(?:cells)?\s*\/\s*(?:cubic )?mm\s*\^?3?\b/i, 1],
  [/^k\s*\/\s*(?:u|mc|cu\s*)?(?:l|mm)\w*/i, 1],
  [
    /^(?:cells?\s*)?\/\s*(?:u|mc|micro ?)l(?:iter|itre)?s?\b(?: \(mcL\))?|^(?:cells?\s*)?(?:\/|per) ?(?:cubic |cu ?)?(?:mm|millimet(?:er|re)s?)\s*(?:\^|\(|³)?\s*3?\)?|^(?:cells?\s*)?per microlit(?:er|re)\b/i,
    0.001,
  ],
];
const MG_DL = (umol: number): Test['units'] => [
  [/^mg\s*\/\s*dl\b|^mg%/i, 1],
  [/^u(?:mol|M)(?:ol)?\s*\/\s*l\b/i, umol],
];
const ENZYME: Test['units'] = [[/^(?:i?u)\s*\/\s*l\b/i, 1]];
const BY_WHOM = String.raw`(?:Fr[ie]d[ei]ricia|Bazett)(?:'?s)?`;
const CALCULATED = String.raw`(?:(?:calculated|estimated|measured|(?:measured|calculated|estimated) or (?:calculated|measured|estimated)) )?`;

/** Molar masses as in the laboratory table: creatinine 113.12, bilirubin 584.66 g/mol. */
export const TESTS: readonly Test[] = [
  {
    lab: 'neutrophils',
    words: String.raw`(?:peripheral )?(?:absolute )?neutrophils?(?: counts?)?s?(?: \[?\(?ANC\)?\]?)?|ANC`,
    unit: '10*9/L',
    units: COUNT,
    good: 'high',
    most: 20,
    least: 0.05,
  },
  {
    lab: 'platelets',
    words: String.raw`platelets?(?: counts?)?(?: \((?:PLT|plt)\))?|PLT`,
    unit: '10*9/L',
    units: COUNT,
    good: 'high',
    most: 1500,
    least: 4,
  },
  {
    lab: 'WBC',
    words: String.raw`(?:WBC|white blood cells?|leukocytes?)(?: counts?)?(?: \(WBCs?\))?(?: counts?)?`,
    unit: '10*9/L',
    units: COUNT,
    good: 'either',
    most: 300,
  },
  {
    lab: 'lymphocytes',
    words: 'absolute lymphocyte counts?(?: \\(ALC\\))?|lymphocytes?(?: counts?)?|ALC',
    unit: '10*9/L',
    units: COUNT,
    good: 'either',
    most: 100,
  },
  {
    lab: 'HbA1c',
    words: String.raw`(?:ha?emoglobin A1c|glycated ha?emoglobin|Hgb ?A1c|HbA1c|A1C)(?: \((?:HbA1c|A1C|Hgb ?A1c)\))?(?: levels?)?`,
    unit: '%',
    units: [[/^%|^percent\b/i, 1]],
    good: 'either',
  },
  {
    lab: 'haemoglobin',
    words: String.raw`ha?emoglobin(?: \((?:Hb|Hgb|HGB)\))?(?: levels?)?|Hgb|Hb`,
    unit: 'g/dL',
    units: [
      [/^g(?:m|rams?)?\s*(?:\/|per)\s*(?:dl|deciliter|decilitre|100 ?ml)\b|^g%/i, 1],
      [/^g(?:m|rams?)?\s*\/\s*l\b/i, 0.1],
      [/^mmol\s*\/\s*l\b/i, 1.6114],
    ],
    good: 'high',
    least: 3,
    most: 20,
  },
  {
    lab: 'direct-bilirubin',
    words: String.raw`(?:serum )?(?:direct|conjugated|indirect|unconjugated) bilirubin(?: levels?)?`,
    unit: 'mg/dL',
    units: MG_DL(0.058466),
    good: 'low',
    most: 10,
  },
  {
    lab: 'bilirubin',
    words: String.raw`(?:serum )?(?:total )?(?:serum )?bilirubin(?: \((?:TBIL|TBL|TB|T\. ?bili)\))?(?: levels?)?`,
    unit: 'mg/dL',
    units: MG_DL(0.058466),
    good: 'low',
    most: 20,
  },
  { lab: 'lipase', words: '(?:fasting )?(?:serum )?lipase(?: levels?| values?)?', unit: 'U/L', units: ENZYME, good: 'low', least: 10 },
  { lab: 'amylase', words: '(?:fasting )?(?:serum )?amylase(?: levels?| values?)?', unit: 'U/L', units: ENZYME, good: 'low', least: 10 },
  {
    lab: 'CK',
    words: String.raw`(?:serum )?creatin(?:in)?e[- ](?:phospho)?kinase(?: \((?:CK|CPK)\))?(?: levels?)?|CPK(?: levels?)?`,
    unit: 'U/L',
    units: ENZYME,
    good: 'low',
    least: 20,
  },
  {
    lab: 'urine-protein-creatinine',
    words: String.raw`(?:random |spot )?(?:urin(?:e|ary) )?protein ?(?:\/|:|-| |to)+ ?creatinine(?: ?\(UPCR?\))? ratio(?: \(UPCR?\))?|UPCR?(?: ratio)?(?=:? ?[≤<>≥])`,
    unit: 'mg/mg',
    // Often written without its unit.
    units: [
      [/^mg\s*\/\s*mg\b|^g\s*\/\s*g\b/i, 1],
      [/^mg\s*\/\s*g\b/i, 0.001],
      [/^(?=[\s.]*(?:$|[;)]|or\b))/, 1],
    ],
    good: 'low',
    most: 20,
  },
  {
    lab: 'urine-protein-24h',
    words: String.raw`24[- ]?(?:hours?|hrs?|h) (?:urin(?:e|ary) )protein(?: excretion| level)?`,
    unit: 'mg/(24.h)',
    units: [
      [/^g(?:m|rams?)?\b(?:\s*(?:\/|per|in)\s*(?:24[- ]?(?:hours?|hrs?|h)|day)\b)?/i, 1000],
      [/^mg\b(?:\s*(?:\/|per|in)\s*(?:24[- ]?(?:hours?|hrs?|h)|day)\b)?/i, 1],
    ],
    good: 'low',
    most: 20_000,
    least: 50,
  },
  {
    lab: 'urine-protein-24h',
    words: 'urin(?:e|ary) protein(?: excretion)?|proteinuria',
    unit: 'mg/(24.h)',
    units: [
      [/^g(?:m|rams?)?\s*(?:\/|per|in)\s*(?:24[- ]?(?:hours?|hrs?|h)|day)\b(?: \((?:hrs?|hours?|h)\))?/i, 1000],
      [/^mg\s*(?:\/|per|in)\s*(?:24[- ]?(?:hours?|hrs?|h)|day)\b(?: \((?:hrs?|hours?|h)\))?/i, 1],
    ],
    good: 'low',
    most: 20_000,
    least: 50,
  },
  {
    lab: 'creatinine-clearance',
    words: String.raw`${CALCULATED}(?:serum )?(?:creatinine clearance(?: rate)?|CrCl|CLcr|CLCR|Ccr)(?: \((?:CrCl|CLcr|Ccr|CLCR|CrCL|CLCr)\))?(?: \(?(?:measured or calculated|calculated or measured)\)?)?`,
    unit: 'mL/min',
    units: [[/^ml\s*(?:\/|per)\s*min(?:utes?)?(?!\s*\/\s*1)/i, 1]],
    good: 'high',
    most: 200,
    least: 5,
  },
  {
    lab: 'creatinine',
    words: String.raw`(?:serum |plasma |serum\/plasma |blood )?creatinine(?: levels?| values?)?(?: \((?:sCr|Cr|SCr)\))?(?! clearance)`,
    unit: 'mg/dL',
    units: MG_DL(0.011312),
    good: 'low',
    most: 15,
    least: 0.2,
  },
  {
    lab: 'eGFR',
    words: String.raw`${CALCULATED}(?:renal )?(?:glome?rular filtration rate|GFR|eGFR)(?: [\[(](?:e?GFR|(?:estimated )?glome?rular filtration rate)[\])])?`,
    unit: 'mL/min/{1.73_m2}',
    units: [[/^ml\s*(?:\/|per)\s*min(?:utes?)?(?:\s*(?:\/|per)\s*1\.73\s*m\s*\(?\^?\(?[2²]?\)?)?/i, 1]],
    good: 'high',
    most: 200,
    least: 5,
  },
  {
    lab: 'ALT',
    words: String.raw`(?:serum )?(?:alanine (?:aminotransferase|transaminase))(?: ALT)?(?: [\[(](?:ALT|SGPT|ALT\/SGPT|ALT; SGPT)[\])])?(?: [\[(]?serum glutamic[ -]pyruvic transaminase(?: [\[(]SGPT[\])])?[\])]?)?|(?:serum )?(?:ALT|SGPT|ALAT)(?: ?\((?:SGPT|ALT)\))?`,
    unit: 'U/L',
    units: ENZYME,
    good: 'low',
    least: 10,
  },
  {
    lab: 'AST',
    words: String.raw`(?:serum )?(?:aspartate (?:aminotransferase|transaminase))(?: AST)?(?: [\[(](?:AST|SGOT|AST\/SGOT|AST; SGOT)[\])])?(?: [\[(]?serum glutamic[ -]oxaloacetic transaminase(?: [\[(]SGOT[\])])?[\])]?)?|(?:serum )?(?:AST|SGOT|ASAT)(?: ?\((?:SGOT|AST)\))?`,
    unit: 'U/L',
    units: ENZYME,
    good: 'low',
    least: 10,
  },
  { lab: 'ALP', words: '(?:serum )?alkaline phosphatase(?: \\(ALP\\))?|ALP', unit: 'U/L', units: ENZYME, good: 'low', least: 20 },
  {
    lab: 'albumin',
    words: '(?:serum |plasma )?albumin(?: levels?)?',
    unit: 'g/dL',
    units: [
      [/^g(?:m|rams?)?\s*\/\s*dl\b/i, 1],
      [/^g(?:m|rams?)?\s*\/\s*l\b/i, 0.1],
    ],
    good: 'high',
    most: 6,
    least: 1,
  },
  { lab: 'INR', words: String.raw`(?:international normali[sz]ed ratio(?: \(INR\))?|INR)`, unit: '{INR}', units: [], good: 'low' },
  {
    lab: 'LDH',
    words: '(?:serum )?(?:lactate dehydrogenase(?: \\(LDH\\))?|LDH)(?: levels?)?',
    unit: 'U/L',
    units: ENZYME,
    good: 'either',
    least: 50,
  },
  {
    lab: 'QTc',
    words: String.raw`(?:(?:mean|average|resting|baseline) ){0,2}(?:${BY_WHOM}[- ]corrected )?(?:corrected QT(?: interval)?|QTc[FB]?(?: interval)?|QT interval corrected(?: interval)?|QT interval(?= ?[[(]QTc)|${BY_WHOM} correction formula(?= ?[[(]QTc))(?: (?:(?:calculated )?(?:by|using|with|per) )(?:the )?${BY_WHOM}(?: (?:correction|formula|method))*)?(?: ?[[(](?:using |by )?(?:the )?(?:${BY_WHOM}(?: (?:correction|formula|method))*)?,? ?[[(]?(?:QTc[FB]?)?[\])]?[\])])*(?: interval)?`,
    unit: 'ms',
    units: [[/^m(?:illi)?s(?:ec(?:onds?)?)?\b/i, 1]],
    good: 'low',
  },
  {
    lab: 'LVEF',
    words: String.raw`(?:(?:left[- ]ventricular|LV|cardiac|left ventricle) )?ejection fraction(?: \((?:LV)?EF\))?|LVEF(?: \(LVEF\))?`,
    unit: '%',
    units: [[/^%|^percent\b/i, 1]],
    good: 'high',
  },
  {
    lab: 'aPTT',
    words: String.raw`(?:activated |a)?(?:partial )?thromboplastin time(?: [[(](?:a?PTT)[\])])?|a-?PTT|PTT`,
    unit: 's',
    units: [[/^s(?:ec(?:onds?)?)?\b/i, 1]],
    good: 'low',
    least: 15,
  },
  {
    lab: 'PT',
    words: String.raw`prothrombin time(?: [[(]PT[\])])?|PT(?=,? ?(?:\/|or|and|and\/or|≤|<) ?(?:INR|a?PTT|activated|partial|≤|<|\d))`,
    unit: 's',
    units: [[/^s(?:ec(?:onds?)?)?\b/i, 1]],
    good: 'low',
    least: 8,
  },
  {
    lab: 'calcium',
    words: String.raw`(?<!corrected |adjusted |ionized |ionised )(?:total )?(?:serum )?(?:total )?calcium(?: levels?)?(?! channel| supplement)`,
    unit: 'mg/dL',
    units: [
      [/^mg\s*\/\s*dl\b/i, 1],
      [/^mmol\s*\/\s*l\b/i, 4.0078],
    ],
    good: 'either',
    most: 20,
    least: 4,
  },
  {
    lab: 'testosterone',
    words: String.raw`(?:serum\/plasma |serum |total |blood |plasma |castrate )*testosterone(?: levels?| concentrations?)?`,
    unit: 'ng/dL',
    units: [
      [/^ng\s*\/\s*dl\b/i, 1],
      [/^ng\s*\/\s*ml\b/i, 100],
      [/^nmol\s*\/\s*l\b/i, 28.842],
    ],
    good: 'either',
    most: 1500,
  },
  {
    lab: 'oxygen-saturation',
    words: String.raw`(?:resting )?(?:(?:peripheral |arterial |blood )?oxygen saturation|O2 saturation|pulse oximetry|SpO2|SaO2|O2 sat)(?: \((?:SpO2|SaO2|O2 sat)\))?(?: levels?)?`,
    unit: '%',
    units: [[/^%|^percent\b/i, 1]],
    good: 'high',
  },
  {
    lab: 'BMI',
    words: String.raw`body mass index(?: \(BMI\))?|BMI`,
    unit: 'kg/m2',
    // Often written without its unit.
    units: [
      [/^kg\s*\/\s*m(?:\^?2|²|\b)/i, 1],
      [/^(?=[\s.]*(?:$|[;)]))/, 1],
    ],
    good: 'either',
    most: 80,
    least: 10,
  },
  {
    lab: 'weight',
    words: String.raw`(?:body )?weight`,
    unit: 'kg',
    units: [[/^(?:kg|kilograms?)\b(?!\s*\/)/i, 1]],
    good: 'either',
  },
  {
    lab: 'PSA',
    words: String.raw`(?:serum )?(?:prostate[- ]specific antigen(?: \(PSA\))?|PSA)(?: levels?| values?)?`,
    unit: 'ng/mL',
    units: [[/^(?:ng\s*\/\s*ml|ug\s*\/\s*l)\b/i, 1]],
    good: 'either',
  },
  {
    lab: 'potassium',
    words: '(?:serum )?potassium(?: levels?)?',
    unit: 'mmol/L',
    units: [[/^m(?:mol|eq)\s*\/\s*l\b/i, 1]],
    good: 'either',
    most: 10,
    least: 1,
  },
];
