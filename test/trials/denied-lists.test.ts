/** Lists that forbid among what is asked for, and headings in other languages: what shuts out is never read as asked for. */
import { describe, expect, it } from 'vitest';
import { splitCriteria } from '../../cds-service/trials/criteria/text/sections.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, labs, performance, taken } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

/** ECOG 1, LVEF 40 %, HIV, osimertinib before. */
const who = patient({
  patient: { id: 'synthetic-denied', ageYears: 60, sex: 'male' },
  tumours: [tumour('LUAD')],
  performance: [performance(1)],
  labs: labs({ LVEF: 40, creatinine: 1 }),
  conditions: [condition('HIV infection', 'active')],
  medications: [taken('osimertinib')],
});
const judge = (eligibility: string): string[] =>
  (explainTrial(who, knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context))?.criteria ?? []).map(
    ({ kind, verdict, text }) => `${kind} ${verdict}: ${text.replace(/^\W+/, '')}`,
  );

describe('a list that forbids, among the inclusions', () => {
  const list = (head: string, ...lines: readonly string[]): string =>
    `Inclusion Criteria:\n\n* ECOG 0-1\n* ${head}\n${lines.map((line) => `  * ${line}\n`).join('')}* Creatinine ≤ 1.5 mg/dL\n\nExclusion Criteria:\n\n* Pregnancy`;
  it.each([
    'Patients must not have any of the following:',
    'Patients with any of the following are not eligible:',
    'Participants must not have:',
    'None of the following conditions:',
    'REGISTRATION: None of the following conditions:',
    'Absence of the following:',
    'No evidence of:',
    'The following patients are excluded:',
    'The presence of any of the following will result in the patient being ineligible for this trial:',
  ])('%s', (head) => {
    expect(judge(list(head, 'Known HIV infection', 'LVEF < 50%', 'Creatinine > 3 mg/dL')).slice(1)).toEqual([
      expect.stringMatching(/^inclusion unknown: /),
      'exclusion not-met: Known HIV infection',
      'exclusion not-met: LVEF < 50%',
      'exclusion met: Creatinine > 3 mg/dL',
      'inclusion met: Creatinine ≤ 1.5 mg/dL',
      expect.stringMatching(/^exclusion/),
    ]);
  });
  it('for a cohort only: nothing of it is certain', () => {
    expect(judge(list('Patients are not eligible for cohort A with:', 'Prior osimertinib', 'LVEF < 50%')).slice(2, 5)).toEqual([
      'exclusion unknown: Prior osimertinib',
      'exclusion unknown: LVEF < 50%',
      'inclusion met: Creatinine ≤ 1.5 mg/dL',
    ]);
  });
  it.each([
    'Participants must not have any of the following criteria due to the possibility of bleeding:',
    'Patients are not eligible if any of the following treatments have been given within the time stated before the study:',
  ])('that is not clear leaves open: %s', (head) => {
    for (const line of judge(list(head, 'Prior osimertinib', 'LVEF < 50%')).slice(1, 4)) expect(line).toContain(' unknown: ');
  });
  it('without bullets it is open how far the list goes', () => {
    const text =
      'Inclusion Criteria:\n\n* ECOG 0-1\n\nParticipants must not:\n\n* have HIV infection\n\n* have been treated with osimertinib\n';
    expect(judge(text).filter((line) => !line.includes('unknown'))).toEqual(['inclusion met: ECOG 0-1']);
  });
  it.each([
    ['Ineligible for intensive chemotherapy as defined by at least one of the following:', 'inclusion met'],
    ['Patients who do not meet the following criteria will not be enrolled:', 'inclusion'],
    ['A patient cannot be considered eligible for this study unless ALL of the following conditions are met:', 'inclusion'],
    ['Female participants must not be pregnant and meet at least one of the following:', 'inclusion'],
    ['Participants must have at least one of the following:', 'inclusion met'],
  ])('but these do not forbid: %s', (head, expected) => {
    const [, ...rest] = judge(list(head, 'LVEF ≤ 50%', 'Prior osimertinib'));
    expect(rest.slice(0, -1).some((line) => line.startsWith(expected))).toBe(true);
    expect(rest.slice(0, -1).some((line) => line.startsWith('exclusion'))).toBe(false);
  });
});

describe('headings in other languages', () => {
  it.each([
    ['Criterios de inclusión:', 'Criterios de exclusión:'],
    ['Principales criterios de inclusión', 'Criterios principales de exclusión'],
    ['Criterios de inclusión', 'Criterios de no inclusión'],
    ['Critères d’inclusion :', 'Critères d’exclusion :'],
    ["Critères d'éligibilité :", 'Critères de non-inclusion :'],
    ['Einschlusskriterien:', 'Ausschlusskriterien:'],
    ['Wichtigste Einschlußkriterien', 'Wichtigste Ausschlußkriterien'],
    ['Criteri di inclusione:', 'Criteri di esclusione:'],
    ['Critérios de inclusão', 'Critérios de exclusão'],
    ['Inclusiecriteria', 'Exclusiecriteria'],
    ['Inklusionskriterier', 'Eksklusionskriterier'],
    ['Kryteria włączenia', 'Kryteria wykluczenia'],
    ['Критерии включения:', 'Критерии исключения:'],
    ['Критерии включения:', 'Критерии невключения:'],
    ['入选标准：', '排除标准：'],
    ['纳入标准', '排除标准'],
    ['選択基準', '除外基準'],
    ['선정기준', '제외기준'],
    ['E.3 Principal inclusion criteria', 'E.4 Principal exclusion criteria'],
    ['Inclusion Criteria:', 'Criterios de exclusión:'],
  ])('%s / %s', (inclusion, exclusion) => {
    expect(judge(`${inclusion}\n\n* ECOG 0-1\n\n${exclusion}\n\n* LVEF < 50%\n* Prior osimertinib`)).toEqual([
      'inclusion met: ECOG 0-1',
      'exclusion not-met: LVEF < 50%',
      'exclusion not-met: Prior osimertinib',
    ]);
  });
  it.each([
    ['of a language that is not known', 'Kizárásra vonatkozó kritériumok:'],
    ['for a cohort', 'Criterios de exclusión para la cohorte B:'],
    ['for a cohort, German', 'Ausschlusskriterien nur für Kohorte 2:'],
  ])('%s: nothing beneath is certain', (_, heading) => {
    const lines = judge(`Inclusion Criteria:\n\n* ECOG 0-1\n\n${heading}\n\n* LVEF < 50%\n* Prior osimertinib`);
    expect(lines.filter((line) => !line.includes('unknown'))).toEqual(['inclusion met: ECOG 0-1']);
  });
  it('with the first criterion behind the colon', () => {
    expect(judge('Criterios de inclusión: ECOG 0-1\nCriterios de exclusión: LVEF < 50%')).toEqual([
      'inclusion met: Criterios de inclusión: ECOG 0-1',
      'exclusion not-met: Criterios de exclusión: LVEF < 50%',
    ]);
  });
  it('an English sentence about criteria is no heading', () => {
    const read = splitCriteria('Inclusion Criteria:\n\n* Measurable disease by RECIST criteria\n* Criteria of Milan are met');
    expect(read.map(({ kind, conditional }) => [kind, conditional])).toEqual([
      ['inclusion', false],
      ['inclusion', false],
    ]);
  });
});
