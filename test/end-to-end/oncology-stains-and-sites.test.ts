/** Stains that show or only screen for a fusion, and adenocarcinomas about the gastro-oesophageal junction. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, condition, lines, observation, type Line, type Resource } from './board.ts';

const LUNG = 'Lung adenocarcinoma';
const told = (tumour: string, drug: string, ...results: readonly Line[]) => {
  const { fit, summaries } = board(tumour, lines(results), drug);
  return [fit?.verdict, ...summaries];
};

// VENTANA ALK (D5F3) CDx is the companion test of crizotinib, ceritinib, alectinib and lorlatinib (FDA approvals of 2015 to 2021); of other clones none is.
describe('ALK', () => {
  it.each<Line>([
    ['ALK IHC (D5F3)', 'Positive'],
    ['VENTANA ALK (D5F3) CDx', 'Positive'],
    ['ALK IHC', 'Positive (clone D5F3)'],
    ['ALK-IHC D5F3', 'positiv'],
  ])('%s: %s is what the label asks for', (name, value) => expect(told(LUNG, 'alectinib', [name, value])).toEqual(['fits']));
  it('the clone stands with the method', () => {
    const result = observation('o', {
      code: { text: 'ALK IHC' },
      valueString: 'Positive',
      method: { text: 'Immunohistochemistry, clone D5F3' },
    });
    expect(board(LUNG, [result], 'alectinib').fit?.verdict).toBe('fits');
  });
  it('the companion stain is negative', () =>
    expect(told(LUNG, 'alectinib', ['ALK IHC (D5F3)', 'Negative'])[0]).toBe('biomarker-negative'));
  it.each<Line>([
    ['ALK IHC', 'Positive'],
    ['ALK immunohistochemistry', '3+'],
    ['ALK IHC (clone 5A4)', 'Positive'],
    ['ALK1 IHC', 'Positive'],
    ['ALK-Immunhistochemie', 'positiv'],
    ['ALK protein expression', 'Positive'],
    ['ALK', 'IHC positive'],
  ])('%s: %s screens', (name, value) =>
    expect(told(LUNG, 'alectinib', [name, value])).toEqual([
      'biomarker-open',
      'ALK stain positive, which is a screen: show the fusion before alectinib',
    ]),
  );
  it.each<readonly [...Line, string]>([
    ['ALK IHC', 'Negative', 'negative'],
    ['ALK IHC', 'Equivocal', 'unclear'],
  ])('%s: %s rules nothing out', (name, value, said) =>
    expect(told(LUNG, 'alectinib', [name, value])).toEqual([
      'biomarker-open',
      `ALK stain ${said}, a screen alone; no ALK fusion test on file before alectinib`,
    ]),
  );
  it('the break is shown by another test', () =>
    expect(told(LUNG, 'alectinib', ['ALK IHC', 'Positive'], ['ALK FISH', 'Positive'])[0]).toBe('fits'));
  it('the break is ruled out by another test', () =>
    expect(told(LUNG, 'alectinib', ['ALK IHC', 'Positive'], ['ALK FISH', 'Negative'])[0]).toBe('biomarker-negative'));
});

describe('TRK and ROS1: no stain is a companion test', () => {
  it.each<Line>([
    ['pan-TRK IHC', 'Positive'],
    ['pan-TRK (EPR17341) IHC', 'Positive'],
    ['TRK immunohistochemistry', 'Positive, diffuse'],
    ['panTRK', 'positive'],
    ['Pan-Trk', 'Strong cytoplasmic staining'],
    ['TRK protein', 'Positive'],
  ])('%s: %s', (name, value) =>
    expect(told('Sarcoma', 'larotrectinib', [name, value])).toEqual([
      'biomarker-open',
      'TRK stain positive, which is a screen: show the fusion before larotrectinib',
    ]),
  );
  it('negative', () =>
    expect(told('Sarcoma', 'larotrectinib', ['pan-TRK IHC', 'Negative'])).toEqual([
      'biomarker-open',
      'TRK stain negative, a screen alone; no TRK fusion test on file before larotrectinib',
    ]));
  it('with the fusion', () =>
    expect(told('Sarcoma', 'larotrectinib', ['pan-TRK IHC', 'Positive'], ['NTRK3', 'ETV6::NTRK3'])[0]).toBe('fits'));
  it('ROS1: not "no ALK result on file"', () =>
    expect(told(LUNG, 'crizotinib', ['ROS1 IHC (D4D6)', 'Positive'])).toEqual([
      'biomarker-open',
      'ROS1 stain positive, which is a screen: show the fusion before crizotinib',
    ]));
});

it.each<readonly [...Line, string, string]>([
  ['pan-NTRK fusion panel (RNA)', 'ETV6::NTRK3 fusion detected', 'larotrectinib', 'fits'],
  ['ALK protein change', 'p.F1174L', 'alectinib', 'biomarker-open'],
])('%s: %s is no stain', (name, value, drug, verdict) => expect(told(LUNG, drug, [name, value])[0]).toBe(verdict));

it.each<Line>([
  ['MET IHC', '3+, 80%'],
  ['c-Met IHC (SP44)', '3+ in 60% of tumor cells'],
])('%s: %s is a stain for the protein', (name, value) => expect(told(LUNG, 'telisotuzumab vedotin', [name, value])[0]).toBe('fits'));
it('a fusion test without a fusion says nothing against a point mutation of the gene', () => {
  const { report } = board('Medullary thyroid cancer', lines([['RET FISH', 'Negative'], ['RET', 'M918T']]), 'selpercatinib'); // prettier-ignore
  expect(report.oncology.variants.find(({ name }) => name.includes('918'))?.bothWays).toBeUndefined();
  expect(report.oncology.orders?.[0]?.verdict).toBe('fits');
});

describe('gastric or gastro-oesophageal junction adenocarcinoma, as the label of trastuzumab has it', () => {
  it.each([
    'Esophagogastric adenocarcinoma',
    'Oesophagogastric adenocarcinoma',
    'Gastroesophageal adenocarcinoma',
    'Gastro-oesophageal adenocarcinoma',
    'Gastroesophageal junction adenocarcinoma',
    'Adenocarcinoma of the cardia',
    'Gastric cardia cancer',
    'AEG II',
    'Siewert type II adenocarcinoma',
    'Adenokarzinom des ösophagogastralen Übergangs',
    'Signet ring cell carcinoma of the stomach',
  ])('%s', (text) => {
    expect(told(text, 'trastuzumab', ['HER2 IHC', '3+'])[0]).toBe('fits');
    expect(told(text, 'trastuzumab')[0]).toBe('biomarker-not-tested');
    expect(told(text, 'trastuzumab', ['HER2 IHC', '0'])[0]).toBe('biomarker-negative');
  });
  it.each(['C16.0', 'C16.1', 'C16.3', 'C16.4', 'C16.9'])('%s alone', (icd10) =>
    expect(board([condition('', icd10)], lines([['HER2 IHC', '3+']]), 'trastuzumab').fit?.verdict).toBe('fits'),
  );
  it('what was taken for granted is said', () =>
    expect(
      board(
        'Esophagogastric adenocarcinoma',
        lines([
          ['HER2 IHC', '3+'],
          ['ERBB2', 'Amplified'],
        ]),
        'trastuzumab',
      )
        .report.warnings.map(({ message }) => message)
        .join(),
    ).toContain('taken for adenocarcinoma of the gastroesophageal junction'));
  it.each(['Esophageal adenocarcinoma', 'Siewert type I adenocarcinoma', 'AEG I'])('%s is none', (text) =>
    expect(told(text, 'trastuzumab', ['HER2 IHC', '3+'])[0]).toBe('not-covered'),
  );
});

describe('morphology and site by code alone', () => {
  it.each([
    ['8140/3', '39607008', 'LUAD'],
    ['8140/3', '44714003', 'LUAD'],
    ['8070/3', '39607008', 'LUSC'],
    ['8041/3', '39607008', 'SCLC'],
    ['8140/3', '71854001', 'COAD'],
    ['8140/3', '69695003', 'STAD'],
    ['8140/3', '15776009', 'PAAD'],
    ['8140/3', '41216001', 'PRAD'],
    ['8500/3', '76752008', 'IDC'],
    ['8500/3', '80248007', 'IDC'],
    ['8461/3', '15497006', 'HGSOC'],
    ['8130/3', '89837001', 'BLCA'],
    ['8310/3', '64033007', 'CCRCC'],
    ['8260/3', '69748006', 'THPA'],
    ['9440/3', '12738006', 'GB'],
  ])('%s, SNOMED CT %s: %s', (morphology, site, oncotree) => {
    const tumour: Resource = {
      ...condition('x'),
      code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/icd-o-3', code: morphology }] },
      bodySite: [{ coding: [{ system: 'http://snomed.info/sct', code: site }] }],
    };
    expect(board([tumour], []).report.oncology.tumour?.oncotree).toBe(oncotree);
  });
});
