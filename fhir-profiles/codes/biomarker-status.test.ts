/** What laboratories write of a marker, and what they deny in the same words: "MSI-High NOT DETECTED" is not MSI-high. */
import { describe, expect, it } from 'vitest';
import { statusInWords } from './biomarker-status.ts';

const CASES: Readonly<Record<string, readonly (readonly [status: string | null, ...texts: string[]])[]>> = {
  MSI: [
    [
      'high',
      'MSI-H',
      'MSI-High',
      'MSI-High Detected',
      'MSI-H (positive)',
      'MSI-H: Yes',
      'Microsatellite instability-high',
      'Highly unstable',
      'high',
    ],
    [
      'high',
      'MSI-H; MLH1 not detected',
      'MSI-High, no BRCA mutation',
      'MSI-high (negative for BRAF V600E)',
      '3/5 markers unstable (MSI-H)',
      '2 of 5 markers unstable',
    ],
    [
      'stable',
      'MSI-High NOT DETECTED',
      'MSI-H not detected',
      'Not MSI-High',
      'Non-MSI-H',
      'MSI-High: No',
      'MSI High: negative',
      'No evidence of MSI-High',
    ],
    [
      'stable',
      'not considered MSI-High',
      'not high',
      'MSI-H nicht nachgewiesen',
      'MSI-H no detectada',
      'microsatellite instability not identified',
    ],
    ['stable', '0 of 5 markers unstable', 'none of 5 markers unstable', '0/7 markers unstable', 'MSS', 'MS-Stable', 'Stable'],
    ['low', 'MSI-Low', 'MSI-High not detected; MSI-Low', '1 of 5 markers unstable'],
    ['unstable', 'Microsatellite instability detected', '5 of 7 markers unstable'],
    ['indeterminate', '1 of 7 markers unstable', 'MSI-Indeterminate'],
    ['stable', 'MSI-High neg', 'Not positive', 'lack of MSI-High', 'absence of MSI-High'],
    ['high', 'MSI-High. Possible Lynch syndrome', 'MSI-H, germline origin unknown', 'MSI-H; history of colon cancer'],
    [null, 'Undetermined', 'MSI-H cannot be excluded', 'Not tested'],
    [null, 'MSI-High?', 'MSI-High (-)', 'MSI-High-', 'r/o MSI-High', 'possible MSI-High', 'suspected MSI-High', 'MSI-High unlikely'],
    [null, 'MSI-High: 0', 'MSI-High unknown', 'MSI-High in sister', 'kein MSI-High', 'MSI-High below detection limit', 'MSS?'],
  ],
  MMR: [
    ['deficient', 'dMMR', 'Deficient', 'Mismatch repair deficient', 'Loss of MLH1 and PMS2', 'Loss of MLH1 and PMS2; intact MSH2 and MSH6'],
    ['deficient', 'MLH1 absent', 'Absence of MLH1 staining', 'No loss of MSH2; loss of MLH1', 'no deficiency; MLH1 lost', 'Abnormal'],
    [
      'proficient',
      'pMMR',
      'Proficient',
      'Intact',
      'Retained',
      'Normal',
      'No loss of nuclear expression',
      'No MLH1 loss',
      'Loss of expression not detected',
    ],
    [
      'proficient',
      'dMMR not detected',
      'No evidence of mismatch repair deficiency',
      'MMR deficient: no',
      'not deficient',
      'No MMR deficiency',
    ],
    ['deficient', 'MLH1 lost, PMS2 lost, MSH2 retained, MSH6 retained', 'MLH1-, PMS2-, MSH2+, MSH6+', 'not expressed'],
    ['proficient', 'Not lost', 'MLH1+, PMS2+, MSH2+, MSH6+'],
    [null, 'dMMR?', 'suspected loss of MLH1', 'Loss of MLH1 and PMS2?'],
    [null, 'Not normal', 'Not assessed', 'MLH1+, MSH2+'],
  ],
  ER: [
    ['negative', 'neg', 'not expressed', 'not positive'],
    ['positive', 'positive', 'Low positive (5%)'],
  ],
  TMB: [
    ['high', 'TMB-High', 'TMB-H', 'High', 'High (15)'],
    ['low', 'TMB-Low', 'Low', 'TMB-High Not Detected', 'Not high', 'TMB high: no'],
    [null, 'Intermediate', 'Cannot be determined'],
  ],
  HER2: [
    ['positive', 'positive', '3+', 'Positive (3+)', 'amplified', 'Amplification detected', 'IHC 2+; ISH amplified'],
    [
      'negative',
      'negative',
      '0',
      '1+',
      'HER2 amplification not detected',
      'No amplification',
      'No HER2 overexpression',
      'not overexpressed',
      'not positive',
    ],
    ['negative', 'No evidence of HER2 amplification', 'IHC 2+, FISH not amplified', 'HER2 not detected'],
    ['positive', '+++', 'pos'],
    ['negative', 'Neg (0)', 'HER2 zero', 'Score 0 (no staining)'],
    ['equivocal', '++', '3+ in 5% of cells', '<10% 3+'],
    ['equivocal', '2+', 'equivocal'],
    ['low', 'HER2-low'],
    [
      null,
      'HER2 positive?',
      'false positive',
      'Positive (unconfirmed)',
      'HER2 positive (-)',
      'HER2 positive-',
      'possible HER2 positive',
      'HER2 positive unlikely',
      'HER2 positive 0%',
    ],
    [null, 'HER2 positive status unknown', 'history of HER2 positive', 'HER2 positive in sister', 'pas de HER2 positive'],
  ],
  HRD: [
    ['positive', 'positive', 'deficient', 'HRD detected'],
    ['negative', 'HRD not detected', 'HRD-positive: not detected', 'not positive', 'proficient'],
  ],
  'PD-L1': [
    ['high', 'High expression'],
    ['positive', 'positive', 'detected'],
    ['negative', 'negative', 'no expression', 'not detected', 'nicht nachgewiesen', 'high expression not detected'],
    [null, 'not high', '10% positive'],
  ],
  MET: [
    ['high', 'high', '3+ in 60 %'],
    ['negative', 'overexpression not detected'],
    [null, 'not high'],
  ],
};

/** Under a marker's name, of something else: neither for nor against it. */
const OF_ANOTHER = [
  'no fusion detected',
  'No mutation detected',
  'fusion not detected',
  'No pathogenic variant detected',
  'No abnormality detected',
  'No clinically significant variants were detected',
  'No significant findings present',
  'no tumour cells present',
  'Internal control present',
  'Sample received, tumor present',
  'Mutation detected',
];
const OF_ITSELF: readonly (readonly [kind: string, status: string, ...texts: string[]])[] = [
  ['MSI', 'stable', 'None detected', 'No instability detected', 'No shifts detected, no fusion detected', 'not present'],
  ['MSI', 'unstable', 'Detected. No mutation detected.', 'Instability detected, no fusion detected'],
  ['HRD', 'negative', 'None detected', 'Not present', 'No genomic instability detected', 'HRD signature not detected'],
  ['HRD', 'positive', 'HRD detected, no fusion detected', 'Homologous recombination deficiency detected'],
  ['PD-L1', 'negative', 'Nothing detected', 'No expression detected', 'No membranous staining present'],
  ['PD-L1', 'positive', 'Expression present', 'PD-L1 staining in tumour cells present'],
  ['ER', 'negative', 'No staining present', 'none seen; not detected'],
  ['CD30', 'positive', 'Strong expression detected; no ALK fusion detected'],
  ['HER2', 'negative', 'No amplification detected', 'No staining present'],
  ['HER2', 'positive', 'HER2 amplification detected, no mutation detected'],
];
describe('whose "detected" it is', () => {
  it.each(Object.keys(CASES).flatMap((kind) => OF_ANOTHER.map((text) => [kind, text] as const)))('%s: %s', (kind, text) => {
    expect(statusInWords(kind, text)).toBeNull();
  });
  it.each(OF_ITSELF.flatMap(([kind, status, ...texts]) => texts.map((text) => [kind, text, status] as const)))(
    '%s: %s: %s',
    (kind, text, status) => {
      expect(statusInWords(kind, text)).toBe(status);
    },
  );
  it('takes more copies of the gene for no stain', () => {
    expect(statusInWords('PD-L1', 'Amplification detected')).toBeNull();
    expect(statusInWords('ER', 'no amplification')).toBeNull();
  });
});

describe.each(Object.entries(CASES))('%s', (kind, rows) => {
  it.each(rows.flatMap(([status, ...texts]) => texts.map((text) => [text, status] as const)))('%s: %s', (text, status) => {
    expect(statusInWords(kind, text)).toBe(status);
  });
});
