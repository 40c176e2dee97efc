/** The type behind "other than" is the one that is not meant; a type that must not be there counts from the history too. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { condition } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const of = (code: string) => patient({ tumours: [tumour(code)] });
const verdict = (side: 'inclusion' | 'exclusion', text: string, facts: ReturnType<typeof of>) => judged(side, text, facts)[0]?.verdict;

describe('other than', () => {
  it.each([
    'Cancer other than breast cancer',
    'Patients with cancers other than breast or ovarian cancer',
    'No malignancy other than breast cancer',
    'Patients must not have an active malignancy other than breast cancer',
  ])('%s: open for who has another, and for who has that one', (text) => {
    expect([of('LUAD'), of('IDC')].map((facts) => verdict('inclusion', text, facts))).toEqual(['unknown', 'unknown']);
  });
});

describe('a history of the type', () => {
  const survivor = { ...of('COAD'), conditions: [condition('Personal history of malignant neoplasm of prostate', 'active')] };
  it.each([
    ['exclusion', 'Prostate cancer', 'unknown', 'met'],
    ['exclusion', 'Patients must not have metastatic prostate cancer', 'unknown', 'met'],
    ['inclusion', 'No known diagnosis of prostate cancer', 'unknown', 'met'],
    ['exclusion', 'Neuroendocrine neoplasm of the pancreas', 'met', 'met'],
    ['inclusion', 'Histologically confirmed prostate cancer', 'not-met', 'not-met'],
    ['inclusion', 'Colon cancer', 'met', 'met'],
  ] as const)('%s: %s: %s, without it %s', (side, text, with_, without) => {
    expect([survivor, of('COAD')].map((facts) => verdict(side, text, facts))).toEqual([with_, without]);
  });
});
