/** Criteria that only disease without metastases can fulfil, and trials that take spread disease all the same. */
import { describe, expect, it } from 'vitest';
import { earlySetting } from '../../cds-service/trials/compile/early-setting.ts';
import { explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { metastasis, stage } from './chart-facts.ts';
import { knowledge } from './knowledge.ts';
import { made } from './made-trials.ts';

const BREAST_IV = patient({ tumours: [tumour('BREAST', { stages: [stage('IV', '2026-09-01')] }), metastasis('Metastasis to bone')] });
const BREAST_II = patient({ tumours: [tumour('BREAST', { stages: [stage('IIA', '2026-09-01')] })] });

function verdict(facts: typeof BREAST_IV, text: string, further: readonly string[] = [], title = 'A study in breast cancer'): string {
  const eligibility = ['Inclusion Criteria:', ...[text, ...further].map((line) => `* ${line}`)].join('\n\n');
  const match = explainTrial(facts, knowledge.oncology, made('NCT1', eligibility, { title, conditions: ['Breast Cancer'] }));
  return match?.criteria.find((one) => one.text.startsWith(text.slice(0, 30)))?.verdict ?? 'none';
}

describe('a sentence that takes only disease which has not spread', () => {
  it.each([
    'Pathologically proven diagnosis of invasive breast cancer, clinical stage I or II, with a tumor seen on mammography',
    'Anatomic, clinical stage I-III, invasive breast cancer, greater than 10mm',
    'No definitive clinical or radiologic evidence of metastatic disease, as judged at the tumor board',
    'Absence of metastatic disease on CT of the chest within 28 days from treatment start',
    'Clinically localized breast cancer in whom lumpectomy is planned',
    'Early-stage hormone receptor positive, HER2-negative breast cancer planned for adjuvant endocrine therapy',
    'Biopsy-proven invasive ductal carcinoma of the breast (T1-3, N0-2, M0) by local assessment',
  ])('%s', (text) => {
    expect(verdict(BREAST_IV, text)).toBe('not-met');
    expect(verdict(BREAST_II, text)).not.toBe('not-met');
  });
  it.each([
    ['a history', 'History of stage I-III breast cancer treated in the last ten years'],
    ['the stage at diagnosis', 'Breast cancer that was stage II at diagnosis and has recurred since'],
    ['stage IV too', 'Stage II to IV breast cancer with a lesion that can be sampled'],
    ['metastases too', 'Clinical stage III or metastatic breast cancer with a lesion that can be sampled'],
    ['metastases of one organ', 'Breast cancer with no evidence of metastatic disease to the brain as judged by the investigator'],
    ['some patients', 'Patients without metastatic disease must have completed their planned surgery'],
    ['a limit of some', 'AST ≤ 2.5 x ULN in patients without metastatic disease, as measured locally'],
    ['one of two ways', 'Any of: a tumour over 5 cm OR without evidence of metastatic disease and unfit for surgery'],
    ['stages of a study', 'Stages 1 and 2: tumor tissue for the central laboratory'],
  ])('leaves open %s', (_, text) => expect(verdict(BREAST_IV, text)).not.toBe('not-met'));

  const TEXT = 'Pathologically proven diagnosis of invasive breast cancer, clinical stage I or II, with a tumor seen on mammography';
  it.each([
    ['another line takes metastases in', ['Patients with metastatic disease enter at the second dose level'], undefined],
    ['the title speaks of them', [], 'A study in early and metastatic breast cancer'],
    ['relapsed disease is another way in', ['Or recurrent disease after breast conservation'], undefined],
  ] as const)('is nothing where %s', (_, further, title) => expect(verdict(BREAST_IV, TEXT, further, title)).toBe('unknown'));
  it('counts where metastases are only denied beside it', () =>
    expect(verdict(BREAST_IV, TEXT, ['No prior treatment for metastatic disease'])).toBe('not-met'));
  it.each([
    'Chronic kidney disease stage 3 with a tumor',
    'Resected metastatic breast cancer with no evidence of metastatic disease on present imaging',
  ])('says nothing of %s', (text) => expect(earlySetting(text)).toBeNull());
});
