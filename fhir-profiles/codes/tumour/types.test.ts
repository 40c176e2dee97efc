/** The shipped table of tumour types against OncoTree itself, and against the ways in which diagnoses are written. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tumourTable } from './table.ts';

const table = tumourTable(JSON.parse(readFileSync(new URL('../data/tumours.json', import.meta.url), 'utf8')));
const ONCOTREE = new URL('../../../../shared/reference/oncology/oncotree_flat_2025_10_03.tsv', import.meta.url);
const icd = (code: string) => ({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code });

describe('a kind that only adults have', () => {
  it.each(['Acute lymphocytic leukemia', 'Acute lymphoid leukaemia', 'Acute lymphoblastic leukemia', 'ALL'])(
    '%s is the leukemia of any age: labels that name its B-cell kind are asked about it',
    (text) => expect(table.byText(text)?.doid).toBe('DOID:9952'),
  );
});

describe('leukemias that are neither myeloid nor of B cells', () => {
  it.each([
    ['T-cell acute lymphoblastic leukemia', 'TLL'],
    ['T-ALL', 'TLL'],
    ['T lymphoblastic leukemia/lymphoma', 'TLL'],
    ['Mixed phenotype acute leukemia', 'ALAL'],
    ['MPAL', 'ALAL'],
    ['Acute biphenotypic leukemia', 'ALAL'],
    ['Adult T-cell leukemia', 'ATLL'],
    ['T-cell prolymphocytic leukemia', 'TPLL'],
  ])('%s is %s', (text, code) => expect(table.byText(text)?.oncotree).toBe(code));
  it('the T-cell leukemia of adults is no kind of the one that labels of acute leukemia name', () => {
    expect(table.byText('Adult T-cell leukemia')?.doid).toBe('DOID:0050523');
    expect(table.byText('Adult acute lymphoblastic leukemia')?.doid).toBe('DOID:9952');
  });
});

describe('names of tumours as clinicians write them', () => {
  it.each([
    ['Low Grade Glioma', 'LGGNOS'],
    ['Diffuse Midline Glioma, H3 K27M-mutant', 'DMG'],
    ['Systemic Mastocytosis', 'SM'],
    ['Metastatic adenocarcinoma of the left lung, stage IVB', 'LUAD'],
    ['Right-sided colon adenocarcinoma, pT3 N1 M0', 'COAD'],
    ['Stage III malignant melanoma of skin', 'SKCM'],
    ['Recurrent glioblastoma, IDH-wildtype', 'GB'],
    ['Gastrointestinal stromal tumour', 'GIST'],
    ['Medullary thyroid carcinoma', 'THME'],
    ['Intrahepatic cholangiocarcinoma', 'IHCH'],
  ])('%s is %s', (text, code) => expect(table.byText(text)?.oncotree).toBe(code));
  it.each(['Family history of breast cancer', 'Screening for colon cancer', 'Asthma'])('%s is no tumour type', (text) =>
    expect(table.byText(text)).toBeNull(),
  );
});

describe('ICD-10', () => {
  it.each([
    ['C92.4', 'APLPMLRARA'],
    ['C18.0', 'COAD'],
    ['C43.9', 'SKCM'],
    ['C50.912', 'BREAST'],
    ['C65.9', 'UTUC'],
  ])('%s is %s', (code, type) => expect(table.byCode(icd(code))?.oncotree).toBe(type));
  it('a brain tumour that is not further named is no midline glioma', () => {
    expect(table.byCode(icd('C71.9'))?.oncotree).not.toBe('DMG');
  });
});

describe.skipIf(!existsSync(ONCOTREE))('every OncoTree type', () => {
  const rows = existsSync(ONCOTREE)
    ? readFileSync(ONCOTREE, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'))
    : [];
  const parents = new Map(rows.slice(1).map((row) => [row[0] ?? '', row[4] ?? '']));
  const above = (code: string): string[] => {
    const parent = parents.get(code);
    return parent === undefined || parent === '' ? [] : [parent, ...above(parent)];
  };
  it('is found by its code', () => {
    const missed = [...parents.keys()].filter(
      (code) => code !== 'TISSUE' && table.byCode({ system: 'http://oncotree.mskcc.org', code })?.oncotree !== code,
    );
    expect(missed).toEqual([]);
  });
  it('is found by its name; a name of several organs at most as one of them', () => {
    const wrong = rows.slice(1).filter((row) => {
      const [code = '', name = ''] = row;
      const found = table.byText(name)?.oncotree;
      return code !== 'TISSUE' && typeof found === 'string' && found !== code && !above(code).includes(found);
    });
    expect(wrong.length).toBeLessThanOrEqual(3);
  });
});
