/** What a trial's title and conditions say of the setting, and whose record contradicts it. */
import { describe, expect, it } from 'vitest';
import { settingOf, settingsAgainst } from '../../cds-service/trials/search/other-setting.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { metastasis, stage, taken } from './chart-facts.ts';
import { knowledge } from './knowledge.ts';

const STAGE_IV = [tumour('LUAD', { stages: [stage('IVB', '2026-09-01')] }), metastasis('Metastasis to liver')];
const PATIENTS = {
  spread: patient({ tumours: STAGE_IV }),
  treated: patient({ tumours: STAGE_IV, medications: [taken('carboplatin', { start: '2026-10-01' })] }),
  early: patient({ tumours: [tumour('LUAD', { stages: [stage('IIA', '2026-11-01')] })] }),
  small: patient({ tumours: [tumour('LUAD', { stages: [stage('IA', '2026-11-01')] })] }),
  brain: patient({ tumours: [...STAGE_IV, metastasis('Metastasis to brain')] }),
};
function isOther(who: keyof typeof PATIENTS, title: string, conditions: readonly string[] = ['Lung Cancer']): boolean {
  const read = readTrialPatient(PATIENTS[who], knowledge.oncology);
  return read !== null && (settingOf({ title, conditions }) & settingsAgainst(read)) !== 0;
}

describe('a trial for another setting', () => {
  it.each([
    ['spread', 'Neoadjuvant drug X before resection in lung cancer'],
    ['spread', 'Checkpoint blockade in the adjuvant setting of lung cancer'],
    ['spread', 'Drug X in stage I-III lung cancer'],
    ['spread', 'Reinforced staple lines in lobectomy'],
    ['spread', 'Radiosurgery of brain metastases with or without drug X'],
    ['treated', 'Drug X in previously untreated metastatic lung cancer'],
    ['treated', 'First-line drug X in lung cancer'],
    ['early', 'Drug X in metastatic lung cancer'],
    ['small', 'First-in-human study of drug X in advanced solid tumors'],
    ['small', 'Drug X in advanced or metastatic lung cancer'],
  ] as const)('%s: %s', (who, title) => expect(isOther(who, title)).toBe(true));
  it('by its conditions where the title is silent', () =>
    expect(isOther('spread', 'Study of drug X', ['Stage I Lung Cancer AJCC v8', 'Stage II Lung Cancer AJCC v8'])).toBe(true));
  it.each([
    ['spread', 'Drug X in advanced lung cancer'],
    ['spread', 'Perioperative or metastatic: drug X in lung cancer'],
    ['spread', 'Drug X in unresectable lung cancer'],
    ['spread', 'Drug X in lung cancer with or without brain metastases'],
    ['spread', 'First-line drug X in metastatic lung cancer'],
    ['treated', 'Maintenance drug X after first-line chemotherapy in lung cancer'],
    ['brain', 'Radiosurgery of brain metastases'],
    ['early', 'Drug X in locally advanced or metastatic lung cancer'],
    ['small', 'Advanced imaging in lung cancer'],
    ['small', 'Drug X in early or advanced lung cancer'],
    ['small', 'Ablation of unresectable tumors'],
    ['early', 'Adjuvant therapy with drug X in lung cancer'],
  ] as const)('not for %s: %s', (who, title) => expect(isOther(who, title)).toBe(false));
});
