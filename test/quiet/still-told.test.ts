/** The same titles as in ordinary charts, where they are what they say: a result of a gene, of a stain or of a tumour is told as ever. */
import { describe, expect, it } from 'vitest';
import { condition, loinc, observation, words, type Resource } from '../reading/resources.ts';
import { read } from '../reading/vocabulary.ts';
import { chart } from './shapes.ts';

const said = (valueString: string): Resource => ({ valueString });
const number = (value: number, unit?: string): Resource => ({ valueQuantity: { value, ...(unit === undefined ? {} : { unit }) } });
const line = (name: string, value: Resource | string, more: Resource = {}): Resource =>
  observation('o', words(name), { ...(typeof value === 'string' ? said(value) : value), ...more });
const subject = { reference: 'Patient/p1' };
const BREAST = condition('c', words('Invasive ductal carcinoma of breast'));
const LUNG = condition('c', words('Adenocarcinoma of lung'));
const reported = (report: string, result: Resource): readonly Resource[] => [
  result,
  { resourceType: 'DiagnosticReport', id: 'r', status: 'final', code: words(report), subject, result: [{ reference: 'Observation/o' }] },
];

function told(...resources: readonly Resource[]): readonly string[] {
  const { facts } = read(chart(...resources));
  return [
    ...new Set([
      ...facts.variants.flatMap(({ genes, presence }) => genes.map((gene) => `${gene} ${presence}`)),
      ...facts.tested.map(({ gene }) => `${gene} examined`),
      ...facts.germline.map(({ gene }) => gene),
      ...facts.biomarkers.map(({ kind, value, status }) => `${kind} ${status ?? String(value)}`),
    ]),
  ];
}

describe('a result is told', () => {
  it.each<[string, string, readonly Resource[]]>([
    ['ER positive', 'ER positive', [BREAST, line('ER', 'Positive')]],
    ['ER positive without a diagnosis on record', 'ER positive', [line('ER', 'Positive')]],
    ['ER 90 %', 'ER 90', [BREAST, line('ER', number(90, '%'))]],
    ['ER 90 % in words', 'ER 90', [BREAST, line('ER', '90 %')]],
    ['ER, Allred 8/8', 'ER positive', [BREAST, line('ER', 'Allred score 8/8')]],
    ['PR negative', 'PR negative', [BREAST, line('PR', 'Negative')]],
    ['PR 5 %', 'PR 5', [BREAST, line('PR', number(5, '%'))]],
    ['a report of ER', 'ER “The receptor is expressed in nuclei”', [report('ER', 'The receptor is expressed in nuclei')]],
    ['ALK positive', 'ALK examined', [LUNG, line('ALK', 'Positive')]],
    ['ALK rearranged', 'ALK present', [LUNG, line('ALK', 'Rearranged')]],
    ['ALK negative', 'ALK absent', [LUNG, line('ALK', 'Negative')]],
    ['ALK by staining', 'ALK present', [LUNG, line('ALK', 'Positive (clone D5F3)')]],
    ['ALK "Normal" by FISH', 'ALK examined', [LUNG, line('ALK', 'Normal', { method: words('FISH') })]],
    ['ALK "Normal" in tissue', 'ALK examined', reported('Molecular pathology report', line('ALK', 'Normal'))],
    ['ALK 15 % of cells', 'ALK examined', [LUNG, line('ALK', '15 %')]],
    ['RET fusion', 'RET present', [LUNG, line('RET', 'KIF5B-RET fusion detected')]],
    ['RET not detected', 'RET absent', [LUNG, line('RET', 'Not detected')]],
    ['RET M918T', 'RET present', [line('RET', 'M918T')]],
    ['MET exon 14 skipping', 'MET present', [LUNG, line('MET', 'Exon 14 skipping detected')]],
    ['MET amplified', 'MET present', [LUNG, line('MET', 'Amplified')]],
    ['MET negative', 'MET absent', [LUNG, line('MET', 'Negative')]],
    ['MET copies', 'MET examined', [LUNG, line('MET', '12 copies')]],
    ['EGFR L858R', 'EGFR present', [LUNG, line('EGFR', 'L858R detected')]],
    ['EGFR wild type', 'EGFR absent', [LUNG, line('EGFR', 'Wild type')]],
    ['EGFR positive', 'EGFR examined', [LUNG, line('EGFR', 'Positive')]],
    ['EGFR "Normal" in a patient with a lung tumour', 'EGFR examined', [LUNG, line('EGFR', 'Normal')]],
    ['EGFR "See comment" in a patient with a lung tumour', 'EGFR examined', [LUNG, line('EGFR', 'See comment')]],
    ['KIT D816V', 'KIT present', [line('KIT', 'D816V detected')]],
    ['KIT positive', 'KIT examined', [line('KIT', 'Positive')]],
    ['ROS1 negative', 'ROS1 absent', [LUNG, line('ROS1', 'Negative')]],
    ['ATM truncated', 'ATM present', [line('ATM', 'c.7271T>G detected')]],
    ['ATM "Yes" beside a tumour', 'ATM examined', [LUNG, line('ATM', 'Yes')]],
    ['AR amplified', 'AR present', [line('AR', 'Amplification detected')]],
    ['AR positive', 'AR examined', [line('AR', 'Positive')]],
    ['APC mutated', 'APC present', [line('APC', 'Pathogenic variant c.3927_3931del detected')]],
    ['TTR V142I', 'TTR present', [line('TTR', 'V142I heterozygous')]],
    ['FH, a variant', 'FH present', [line('FH', 'c.1431_1433dup detected')]],
    ['F5, a mutation', 'F5', [line('F5', 'R506Q heterozygous')]],
    ['F5 under its gene', 'F5', [line('F5 gene', 'Heterozygous')]],
    ['F2, negative', 'F2', [line('F2', 'Negative')]],
    ['CFTR screened for mutations', 'CFTR', [line('CFTR mutation newborn screen', 'Normal')]],
    ['CFTR out of range', 'CFTR', [line('CFTR newborn screen', 'F508del heterozygous')]],
    ['HER2 as a bare number', 'HER2 positive', [BREAST, line('HER2', '3')]],
    ['KRAS in an unknown form', 'KRAS examined', [line('KRAS', 'Class 17 by our key')]],
    ['BRCA1 "Normal"', 'BRCA1 examined', [line('BRCA1', 'Normal')]],
    ['CYP2D6, a score', 'CYP2D6', [line('CYP2D6', '1.5')]],
    [
      'a code of a gene’s test under a short title',
      'EGFR examined',
      [observation('o', { ...loinc('55764-5'), text: 'EGFR' }, said('Low'))],
    ],
    ['RAS', 'KRAS absent', [line('RAS', 'Wild type')]],
    ['a fusion counted', 'BCR present', [line('BCR-ABL1', number(0.1, '%'))]],
    ['words of a report of tissue', 'ALK examined', [report('Surgical pathology report', 'ALK: positive. EGFR: L858R detected.')]],
    ['words of a genetic report', 'EGFR examined', [report('Molecular report', 'EGFR: exon 19 deletion detected in the prior specimen')]],
    ['words of a culture’s neighbour', 'EGFR examined', [LUNG, line('Clinical note', 'EGFR L858R was detected in the biopsy of May.')]],
  ])('%s', (_what, expected, resources) => {
    expect(told(...resources)).toContain(expected);
  });

  function report(name: string, conclusion: string): Resource {
    return { resourceType: 'DiagnosticReport', id: 'r', status: 'final', code: words(name), subject, conclusion };
  }

  it.each(['Molecular profile (scan)', 'NGS report', 'Genomic report'])('a document called "%s" is an unread report', (description) => {
    const document = { resourceType: 'DocumentReference', id: 'd', status: 'current', subject, description, type: words('Document') };
    expect(read(chart(LUNG, document)).facts.unreadReports ?? []).toHaveLength(1);
  });
});
