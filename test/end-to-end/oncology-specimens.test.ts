/** What a negative result was made from: tissue rules out, circulating tumour DNA does not, an unknown specimen may be either. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, code, lines, observation, type Resource } from './board.ts';

const negative = (more: Resource): Resource =>
  observation('egfr', {
    code: code('69548-6'),
    valueCodeableConcept: code('LA9634-2'),
    component: [{ code: code('48018-6'), valueCodeableConcept: { text: 'EGFR' } }],
    ...more,
  });
const specimen = (type: Resource): Resource => ({ resourceType: 'Specimen', id: 's', subject: { reference: 'Patient/p' }, ...type });
const drawn = { specimen: { reference: 'Specimen/s' } };
const snomed = (of: string) => ({ type: { coding: [{ system: 'http://snomed.info/sct', code: of }] } });
const report = (more: Resource): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'r',
  status: 'final',
  subject: { reference: 'Patient/p' },
  code: { text: 'Molecular report' },
  result: [{ reference: 'Observation/egfr' }],
  ...more,
});

const OPEN = /not found in blood, which does not rule it out/;
describe('EGFR not detected, with osimertinib ordered', () => {
  it.each<[string, readonly Resource[], string, RegExp]>([
    ['no specimen named', [negative({})], 'biomarker-negative', /tested, not found/],
    ['tissue by its code', [negative(drawn), specimen(snomed('119376003'))], 'biomarker-negative', /tested, not found/],
    ['plasma by its code alone', [negative(drawn), specimen(snomed('119361006'))], 'biomarker-open', OPEN],
    ['the method says ctDNA', [negative({ method: { text: 'ctDNA NGS' } })], 'biomarker-open', OPEN],
    ['the body site says plasma', [negative({ bodySite: { text: 'Plasma' } })], 'biomarker-open', OPEN],
    ['the test’s name says plasma', lines([['EGFR mutation, plasma', 'Not detected']]), 'biomarker-open', OPEN],
    ['the test’s name says liquid biopsy', lines([['EGFR mutation, liquid biopsy', 'Not detected']]), 'biomarker-open', OPEN],
    ['the report’s specimen is plasma', [negative({}), report(drawn), specimen({ type: { text: 'Plasma' } })], 'biomarker-open', OPEN],
    ['the report is one of a liquid biopsy', [negative({}), report({ code: { text: 'Liquid biopsy panel' } })], 'biomarker-open', OPEN],
    ['tumour and blood as its normal in one report', [negative({}), report({ specimen: [{ display: 'FFPE tumour block' }, { display: 'Peripheral blood' }] })], 'biomarker-negative', /tested, not found/],
    ['only the report’s specimen is not on file', [negative({}), report(drawn)], 'biomarker-negative', /tested, not found/],
    ['a specimen that is not on file', [negative(drawn)], 'biomarker-open', /whether tissue or blood was tested is not on file/],
    ['a specimen by its accession number', [negative({ specimen: { display: 'S26-1234 A1' } })], 'biomarker-open', /is not on file/],
    ['a specimen by its kind alone', [negative({ specimen: { display: 'FFPE tumour block' } })], 'biomarker-negative', /tested, not found/],
    ['cerebrospinal fluid by its code', [negative(drawn), specimen(snomed('258450006'))], 'biomarker-open', /not found in cerebrospinal fluid, which does not rule it out: test tissue/],
    ['cerebrospinal fluid in German', [negative({ specimen: { display: 'Liquor' } })], 'biomarker-open', /not found in cerebrospinal fluid/],
    ['cells of the cerebrospinal fluid', [negative({ specimen: { display: 'CSF cell block' } })], 'biomarker-negative', /tested, not found/],
    ['urine', [negative({ specimen: { display: 'Urine' } })], 'biomarker-open', /not found in urine, which does not rule it out/],
    ['the supernatant of an effusion', [negative({ specimen: { display: 'Pleural fluid supernatant' } })], 'biomarker-open', /not found in a fluid without cells/],
    ['an effusion', [negative({ specimen: { display: 'Pleural fluid' } })], 'biomarker-negative', /tested, not found/],
    ['saliva by its code', [negative(drawn), specimen(snomed('119342007'))], 'biomarker-open', /not found in the germline, the tumour not tested/],
    ['a buccal swab', [negative({ specimen: { display: 'Buccal swab' } })], 'biomarker-open', /not found in the germline, the tumour not tested/],
    ['a biopsy of the buccal mucosa', [negative({ specimen: { display: 'Buccal mucosa biopsy' } })], 'biomarker-negative', /tested, not found/],
    ['DNA drawn from plasma', [negative(drawn), specimen({ type: { text: 'DNA' }, parent: [{ reference: 'Specimen/t' }] }), { resourceType: 'Specimen', id: 't', subject: { reference: 'Patient/p' }, type: { text: 'Plasma' } }], 'biomarker-open', OPEN],
    ['a label as the text, the kind as the code', [negative(drawn), specimen({ type: { ...snomed('119361006').type, text: 'A1' } })], 'biomarker-open', OPEN],
  ])('%s', (_, results, verdict, said) => {
    const { fit, summaries } = board('Lung adenocarcinoma', results, 'osimertinib');
    expect(fit?.verdict).toBe(verdict);
    expect(summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore
});

it('plasma cells are tissue of a myeloma, not plasma', () => {
  const { report: found } = board('Multiple myeloma', [negative({ bodySite: { text: 'CD138 selected plasma cells' } })]);
  expect(found.oncology.variants.map(({ specimen: kind }) => kind)).toEqual([undefined]);
});

it.each([
  ['Plasma', 'not-covered'],
  ['Tumor tissue', 'fits'],
])('a tumour mutational burden of 14 from %s: pembrolizumab %s', (kind, verdict) => {
  const burden = observation('tmb', {
    code: code('94076-7'),
    valueQuantity: { value: 14, unit: '{mutations}/Mb', system: 'http://unitsofmeasure.org', code: '{mutations}/Mb' },
    specimen: { display: kind },
  });
  expect(board('Sarcoma', [burden], 'pembrolizumab').fit?.verdict).toBe(verdict);
});

it('a tumour mutational burden from a specimen that is not on file decides nothing', () => {
  const burden = observation('tmb', {
    code: code('94076-7'),
    valueQuantity: { value: 14, unit: '{mutations}/Mb', system: 'http://unitsofmeasure.org', code: '{mutations}/Mb' },
    specimen: { reference: 'Specimen/elsewhere' },
  });
  expect(board('Sarcoma', [burden], 'pembrolizumab').fit?.verdict).not.toBe('fits');
});

describe('microsatellites', () => {
  const msi = (value: string, more: Resource) =>
    observation(`msi-${value}-${JSON.stringify(more)}`, { code: code('81695-9'), valueString: value, ...more });
  const plasma = { specimen: { display: 'Plasma' } };
  it.each<[string, readonly Resource[]]>([
    ['stable in plasma', [msi('MSS', plasma)]],
    ['not detected by a test of blood', lines([['Guardant360 MSI-High', 'Not detected']])],
    ['stable in a specimen that is not on file', [msi('MSS', { specimen: { reference: 'Specimen/elsewhere' } })]],
    ['stable in saliva', [msi('MSS', { specimen: { display: 'Saliva' } })]],
  ])('%s: open before pembrolizumab', (_, results) => {
    const { fit, summaries } = board('Colon adenocarcinoma', results, 'pembrolizumab');
    expect(fit?.verdict).toBe('biomarker-not-tested');
    expect(summaries).toEqual([expect.stringMatching(/^MSI on file \(.* in .*\) does not settle it: test further before pembrolizumab$/)]);
  });
  it('stable in tissue is not what pembrolizumab asks for', () => {
    const { summaries } = board('Colon adenocarcinoma', [msi('MSS', {})], 'pembrolizumab');
    expect(summaries).toEqual([expect.stringMatching(/MSI on file \(stable\) is not what pembrolizumab asks for/)]);
  });
  it('high in plasma is found; high in tissue is not contradicted by plasma', () => {
    expect(board('Colon adenocarcinoma', [msi('MSI-H', plasma)], 'pembrolizumab').fit?.verdict).toBe('fits');
    const both = board('Colon adenocarcinoma', [msi('MSI-H', {}), msi('MSS', plasma)], 'pembrolizumab');
    expect(both.fit?.verdict).toBe('fits');
    expect(both.report.warnings.filter(({ code: kind }) => kind === 'conflict')).toEqual([]);
  });
});
