/** Order: a trial for a narrower type of the patient's tumour, and one for a staining of which the record has the number, before those for any tumour. */
import { describe, expect, it } from 'vitest';
import { biomarker, patient, tumour } from '../oncology/facts.ts';
import { taken } from './chart-facts.ts';
import { ids, made } from './made-trials.ts';

const open = Array.from({ length: 6 }, (_, n) => `* Adequate function number ${n + 1}`).join('\n');
const trial = (id: string, type: string) =>
  made(id, `Inclusion Criteria:\n\n* Histologically confirmed ${type}\n${open}`, { conditions: [] });
const wide = made('NCT00000001', 'Inclusion Criteria:\n\n* Histologically confirmed advanced solid tumor', { conditions: [] });

describe('what stands first', () => {
  const kidney = patient({ tumours: [tumour('RCC', { text: 'Renal cell carcinoma' })], medications: [taken('nivolumab')] });
  it('a clear cell carcinoma asked for, where the record says renal cell carcinoma', () => {
    const trials = [wide, trial('NCT00000002', 'clear cell renal cell carcinoma'), trial('NCT00000003', 'renal cell carcinoma')];
    expect(ids(kidney, trials)).toEqual(['NCT00000003', 'NCT00000002', 'NCT00000001']);
  });
  it('another organ stays out', () => {
    expect(ids(kidney, [wide, trial('NCT00000002', 'urothelial carcinoma of the bladder')])).toEqual(['NCT00000001']);
  });
  it.each([
    ['85 % stained cells', biomarker('CLDN18.2', 85, { method: 'IHC', unit: '%' }), ['NCT00000002', 'NCT00000001']],
    ['none', biomarker('CLDN18.2', 0, { method: 'IHC', unit: '%' }), ['NCT00000001', 'NCT00000002']],
  ])('a staining asked to be positive, with %s on file', (_, result, order) => {
    const stomach = patient({ tumours: [tumour('STAD')], biomarkers: [result] });
    const asked = made(
      'NCT00000002',
      `Inclusion Criteria:\n\n* CLDN18.2 positive\n* Histologically confirmed advanced solid tumor\n${open}`,
    );
    expect(ids(stomach, [wide, asked])).toEqual(order);
  });
});
