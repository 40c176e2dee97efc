/** Tumour results as laboratories write them without genomic codes: what is read, and what is said of the rest. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';

const knowledge = loadKnowledge();
const LOINC = 'http://loinc.org';
type Resource = Record<string, unknown>;
const words = (text: string) => ({ text });
const code = (loinc: string) => ({ coding: [{ system: LOINC, code: loinc }] });
const result = (name: Resource, value: Resource): Resource => ({
  resourceType: 'Observation',
  id: 'result',
  status: 'final',
  subject: { reference: 'Patient/p' },
  code: name,
  ...value,
});
const said = (name: string, value: string) => result(words(name), { valueString: value });
const coded = (loinc: string, value: string) => result(code(loinc), { valueCodeableConcept: words(value) });
const component = (loinc: string, value: Resource) => ({ code: code(loinc), ...value });
const variant = (...parts: Resource[]) => result(code('69548-6'), { valueCodeableConcept: code('LA9633-4'), component: parts });
const karyotype = (iscn: string) => variant(component('81291-7', { valueCodeableConcept: words(iscn) }));

function reportOf(tumour: string, ...resources: Resource[]) {
  const condition = {
    resourceType: 'Condition',
    id: 'tumour',
    subject: { reference: 'Patient/p' },
    clinicalStatus: code('active'),
    code: words(tumour),
  };
  return interpret(
    { resources: [{ resourceType: 'Patient', id: 'p', birthDate: '1960-01-01' }, condition, ...resources], asOf: '2026-11-21' },
    knowledge,
  );
}
const approvedIn = (report: ReturnType<typeof reportOf>) =>
  report.oncology.therapies
    .filter(({ approved }) => approved)
    .map(({ therapy }) => therapy.map(({ name }) => name.toLowerCase()).join('+'));

describe('read, with the therapy that follows', () => {
  it.each<[string, string, Resource, string, string]>([
    ['inversion of chromosome 2', 'Lung adenocarcinoma', karyotype('inv(2)(p21p23)'), 'EML4::ALK fusion', 'alectinib'],
    ['translocation 12;15', 'Secretory carcinoma of the breast', karyotype('t(12;15)(p13;q25)'), 'ETV6::NTRK3 fusion', 'larotrectinib'],
    [
      'Philadelphia chromosome by its bands',
      'Chronic myeloid leukemia',
      said('Chromosome analysis', '46,XY,t(9;22)(q34;q11.2)[20]'),
      'BCR::ABL1 fusion',
      'asciminib',
    ],
    [
      'Philadelphia chromosome by its name',
      'Chronic myeloid leukemia',
      said('Philadelphia chromosome', 'Positive'),
      'BCR::ABL1 fusion',
      'imatinib',
    ],
    ['plain BCR-ABL1', 'Chronic myeloid leukemia', said('BCR-ABL1', 'Positive'), 'BCR::ABL1 fusion', 'imatinib'],
    ['BCR-ABL1 by PCR', 'Chronic myeloid leukemia', said('BCR-ABL1 p210 quantitative PCR', 'Detected'), 'BCR::ABL1 fusion', 'dasatinib'],
    [
      'transcript measured',
      'Chronic myeloid leukemia',
      result(words('BCR-ABL1 transcript (IS)'), { valueQuantity: { value: 12, unit: '%' } }),
      'BCR::ABL1 fusion',
      'imatinib',
    ],
    [
      'delins without a range',
      'Lung adenocarcinoma',
      said('ERBB2 mutation analysis', 'G776delinsLC detected'),
      'ERBB2 p.Gly776delinsLeuCys',
      'zongertinib',
    ],
    [
      'exon in words',
      'Lung adenocarcinoma',
      said('EGFR mutation analysis', 'Exon 19 deletion detected'),
      'EGFR exon 19 deletion',
      'osimertinib',
    ],
    ['exon by LOINC code alone', 'Lung adenocarcinoma', coded('55764-5', 'Detected'), 'EGFR exon 19 deletion', 'osimertinib'],
    ['change by LOINC code alone', 'Lung adenocarcinoma', coded('55766-0', 'Positive'), 'EGFR c.2573T>G', 'osimertinib'],
    ['gene by LOINC code alone', 'Lung adenocarcinoma', coded('21702-6', 'p.G12C'), 'KRAS p.Gly12Cys', 'sotorasib'],
    ['gene name as the test', 'Lung adenocarcinoma', said('KRAS', 'G12C'), 'KRAS p.Gly12Cys', 'adagrasib'],
    ['change as the test', 'Melanoma', said('BRAF V600E', 'Detected'), 'BRAF V600E', 'dabrafenib+trametinib'],
    ['internal tandem duplication', 'Acute myeloid leukemia', said('FLT3-ITD', 'Positive, allelic ratio 0.6'), 'FLT3 ITD', 'gilteritinib'],
    ['in-situ test of a gene that breaks', 'Lung adenocarcinoma', said('ROS1 FISH', 'Rearranged'), 'ROS1 fusion', 'entrectinib'],
    ['ALK companion stain', 'Lung adenocarcinoma', said('ALK (D5F3) immunohistochemistry', 'Positive'), 'ALK fusion', 'alectinib'],
    [
      'GRCh38 place in components',
      'Lung adenocarcinoma',
      variant(
        component('48018-6', { valueCodeableConcept: words('EGFR') }),
        component('48013-7', { valueCodeableConcept: { coding: [{ code: 'NC_000007.14' }] } }),
        component('81254-5', { valueRange: { low: { value: 55191822 } } }),
        component('69547-8', { valueString: 'T' }),
        component('69551-0', { valueString: 'G' }),
      ),
      'EGFR p.Leu858Arg',
      'osimertinib',
    ],
    [
      'GRCh38 place as HGVS',
      'Melanoma',
      variant(component('81290-9', { valueCodeableConcept: words('NC_000007.14:g.140753336A>T') })),
      'BRAF',
      'dabrafenib+trametinib',
    ],
  ])('%s', (_name, tumour, resource, name, drug) => {
    const report = reportOf(tumour, resource);
    expect(report.oncology.variants.map((row) => row.name).join(', ')).toContain(name);
    expect(approvedIn(report)).toContain(drug);
  });

  it.each([
    ['Deficient', 'olaparib+bevacizumab'],
    ['Positive', 'olaparib+bevacizumab'],
    ['HRD score 47', 'olaparib+bevacizumab'],
    ['HRD score 30', ''],
    ['Proficient', ''],
    ['Not deficient', ''],
  ])('HRD "%s"', (value, drug) =>
    expect(approvedIn(reportOf('High grade serous ovarian cancer', said('Homologous recombination deficiency', value))).join()).toBe(drug),
  );

  it.each(['Codon 12 mutation detected', 'G12X', 'p.Gly12?'])('KRAS "%s" speaks against cetuximab', (value) => {
    const { oncology } = reportOf('Colon cancer', said('KRAS mutation analysis', value));
    expect(
      oncology.therapies.some(({ effect, therapy }) => effect === 'resistance' && therapy.some(({ name }) => name === 'Cetuximab')),
    ).toBe(true);
  });
});

describe('not read, and said so', () => {
  const warned = (tumour: string, resource: Resource) =>
    reportOf(tumour, resource)
      .warnings.map(({ message }) => message)
      .join(' ');
  it('a translocation whose genes its bands do not tell', () =>
    expect(warned('Lung adenocarcinoma', karyotype('t(3;7)(p12;q11)'))).toMatch(/t\(3;7\)\(p12;q11\).*not interpreted/));
  it('a GRCh38 place outside what is translated', () =>
    expect(
      warned(
        'Lung adenocarcinoma',
        variant(
          component('48018-6', { valueCodeableConcept: words('MET') }),
          component('81290-9', { valueCodeableConcept: words('NC_000007.14:g.116771936C>T') }),
        ),
      ),
    ).toMatch(/MET is given by its place on GRCh38 only, which is not translated/));
  it('a positive test that does not say for what', () =>
    expect(warned('Lung adenocarcinoma', said('ALK PCR', 'Positive'))).toMatch(/ALK is positive without saying for what/));
  it.each([
    [
      'a conclusion that speaks of an earlier one',
      { code: words('Next generation sequencing panel'), conclusion: 'EGFR L858R mutation detected in the prior biopsy.' },
    ],
    ['a coded conclusion', { code: code('81247-9'), conclusionCode: [words('EGFR exon 19 deletion')] }],
    [
      'a pathology report',
      { code: words('Surgical pathology report'), conclusion: 'Adenocarcinoma. Molecular: EGFR p.L858R mutation detected; PD-L1 TPS 60%.' },
    ],
  ])('%s in words only: no therapy, and no claim that the gene was not tested', (_name, parts) => {
    const text = { resourceType: 'DiagnosticReport', id: 'text', status: 'final', subject: { reference: 'Patient/p' }, ...parts };
    const order = {
      resourceType: 'MedicationRequest',
      id: 'draft',
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p' },
      medicationCodeableConcept: words('osimertinib 80 MG Oral Tablet'),
    };
    const report = reportOf('Lung adenocarcinoma', text, order);
    expect(approvedIn(report)).toEqual([]);
    expect(report.warnings.map(({ message }) => message).join(' ')).toMatch(/speaks of EGFR in words only: not interpreted/);
    expect(report.oncology.orders?.[0]).toMatchObject({ verdict: 'biomarker-open' });
  });
  it('a report whose words repeat its structured results needs no warning', () => {
    const text = {
      resourceType: 'DiagnosticReport',
      id: 'text',
      status: 'final',
      subject: { reference: 'Patient/p' },
      code: words('EGFR testing'),
      conclusion: 'EGFR L858R mutation detected.',
    };
    const report = reportOf('Lung adenocarcinoma', text, said('EGFR mutation analysis', 'L858R'));
    expect(report.warnings.filter(({ message }) => /words only/.test(message))).toEqual([]);
  });
});

describe('not taken for a tumour result', () => {
  it.each([
    ['CRP', 'Negative'],
    ['ALK', 'Negative'],
    ['HER2', '3+'],
    ['Influenza A PCR', 'Detected'],
    ['TSH', '2.1'],
    ['CYP2C19 genotype', '*1/*2'],
  ])('%s: %s gives no variant', (name, value) =>
    expect(reportOf('Lung adenocarcinoma', said(name, value)).oncology.variants.filter(({ present }) => present)).toEqual([]),
  );
});
