/** Lines of German-speaking laboratories, procedures by their billing names, orders whose code and words mean different drugs. */
import type { Resource } from '../../reading/resources.ts';
import { coded, genotypeOf, infarction, line, ordered, RXNORM, situation, type Situation } from './situation.ts';

const procedure = (text: string, code: string): Resource => ({
  resourceType: 'Procedure',
  id: `p${code}`,
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code, display: text }], text },
  performedDateTime: '2025-08-01',
});
const after = { issued: '2026-05-04T08:00:00Z' };
const CYP2C19 = genotypeOf('HGNC:2621', 'CYP2C19', '*2/*2', after);

export const OTHER_CHARTS: readonly Situation[] = [
  situation(
    'German: "CYP2C19-Genotyp" with alleles, zygosity and grade in one value',
    [line('CYP2C19-Genotyp', '*2/*2 (homozygot), langsamer Metabolisierer'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'German: "CYP2D6-Status"',
    [line('CYP2D6-Status', '*4/*4')],
    ['codeine 30 mg'],
    [['warning', /poor metabolizer: avoid codeine/]],
  ),
  ...['heterozygot', 'heterozygoter Träger', 'Heterozygote', 'hétérozygote', 'heterozigoto'].map((word) =>
    situation(
      `DPYD c.1905+1G>A: "${word}"`,
      [line('DPYD c.1905+1G>A', word)],
      ['capecitabine 500 mg'],
      [['warning', /DPYD intermediate metabolizer/]],
    ),
  ),
  situation(
    'DPYD c.1905+1G>A: "homozygot"',
    [line('DPYD c.1905+1G>A', 'homozygot')],
    ['capecitabine 500 mg'],
    [['critical', /avoid capecitabine/]],
  ),
  situation(
    'allogeneic transplantation under its billing name: the blood may be the donor’s',
    [procedure('Hematopoietic progenitor cell (HPC); allogeneic transplantation per donor', '38240'), CYP2C19, infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /perhaps the donor/]],
  ),
  situation(
    'the patient’s own cells: no doubt',
    [procedure('Hematopoietic progenitor cell (HPC); autologous transplantation', '38241'), CYP2C19, infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid/]],
  ),
  situation(
    'an order whose code and display say one drug and whose text another: both are checked, and it is said',
    [CYP2C19, infarction()],
    [ordered({ ...coded(RXNORM, '198211', 'simvastatin 40 MG Oral Tablet'), text: 'clopidogrel 75 mg' })],
    [
      ['warning', /The order says clopidogrel, its code means simvastatin/],
      ['warning', /avoid clopidogrel/],
    ],
    { warns: /The code means simvastatin but the text says clopidogrel/ },
  ),
];
