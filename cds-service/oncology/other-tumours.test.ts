/** Two active primaries in one chart: both are named, and each has the therapies that hold in its own type. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { biomarker, patient, protein, tumour } from '../../test/oncology/facts.ts';
import { shippedOncology } from '../../test/oncology/knowledge.ts';
import { reportOf } from '../../test/oncology/report.ts';
import { patientReportSchema } from '../report/index.ts';
import { matchTherapies } from './index.ts';

const l858r = protein('EGFR', 'L858R');
const hormoneReceptors = [biomarker('ER', 95, { unit: '%', status: 'positive' }), biomarker('HER2', '0', { method: 'IHC' })];
const breastPik3ca = [protein('PIK3CA', 'H1047R')];
const of = (facts: Parameters<typeof patient>[0]) => matchTherapies(patient(facts), shippedOncology()).oncology;
const names = (therapies: readonly { therapy: { name: string }[] }[]) =>
  therapies.map(({ therapy }) => therapy.map(({ name }) => name.toLowerCase()).join('+'));

describe('two active primaries of different types', () => {
  it('lung with EGFR L858R, breast with PIK3CA H1047R: what is approved in the other one stands under its name, not in the main list', () => {
    const oncology = of({ tumours: [tumour('LUAD'), tumour('BRCA')], variants: [l858r, ...breastPik3ca], biomarkers: hormoneReceptors });
    const [other, ...more] = oncology.otherTumours ?? [];
    expect(more).toEqual([]);
    expect(new Set([oncology.tumour?.oncotree, other?.oncotree])).toEqual(new Set(['LUAD', 'BRCA']));
    const listed = { [oncology.tumour?.oncotree ?? '']: oncology.therapies, [other?.oncotree ?? '']: other?.therapies ?? [] };
    const approved = (code: string) =>
      names((listed[code] ?? []).filter((row) => row.approved && ['same', 'ancestor'].includes(row.tumourMatch)));
    expect(approved('LUAD').some((name) => name.includes('osimertinib'))).toBe(true);
    expect(approved('LUAD').some((name) => name.includes('alpelisib'))).toBe(false);
    expect(approved('BRCA').some((name) => name.includes('alpelisib'))).toBe(true);
    expect(approved('BRCA').some((name) => name.includes('osimertinib'))).toBe(false);
  });

  it('nothing known of the findings in the other tumour: it is named with an empty list', () => {
    const oncology = of({ tumours: [tumour('LUAD'), tumour('PRAD')], variants: [l858r] });
    expect(oncology.tumour?.oncotree).toBe('LUAD');
    expect(
      oncology.otherTumours?.map(({ oncotree, therapies }) => ({ oncotree, approved: therapies.filter((row) => row.approved) })),
    ).toEqual([{ oncotree: 'PRAD', approved: [] }]);
  });

  it.each([
    ['one tumour', [tumour('LUAD')]],
    ['a primary that is over', [tumour('LUAD'), tumour('BRCA', { clinicalStatus: 'remission' })]],
    ['a second entry of the same type', [tumour('LUAD'), tumour('LUAD')]],
    ['a metastasis', [tumour('LUAD'), tumour('BRCA', { role: 'secondary' })]],
  ])('%s: no other tumour is named', (_, tumours) => {
    expect(of({ tumours, variants: [l858r] }).otherTumours).toBeUndefined();
  });

  it('the report stays one that its schema describes', () => {
    const report = reportOf(
      patient({ tumours: [tumour('LUAD'), tumour('BRCA')], variants: [l858r, ...breastPik3ca], biomarkers: hormoneReceptors }),
    );
    const validate = new Ajv2020({ strict: false }).compile(patientReportSchema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });
});
