/** For whom the disease that a trial studies closes the trial, and for whom it leaves it open. */
import { describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';
import { PROFILES } from './profiles.ts';

const trial = (over: Partial<TrialRecord>): TrialRecord =>
  syntheticTrial({ title: 'A synthetic trial', eligibility: 'Inclusion Criteria:\n\n* Age 18 years or older', ...over });
const verdict = (who: keyof typeof PROFILES, over: Partial<TrialRecord>) =>
  explainTrial(PROFILES[who], knowledge.oncology, compileTrial(trial(over), context))?.criteria.find(
    ({ text, kind }) => kind === 'inclusion' && text.startsWith('Condition studied'),
  )?.verdict;

describe('the condition studied', () => {
  it.each<[string, Partial<TrialRecord>, Partial<Record<keyof typeof PROFILES, string | undefined>>]>([
    ['one disease', { conditions: ['Prostatic Neoplasms'] }, { prostate: 'met', g12c: 'not-met', cll: 'not-met' }],
    [
      'a name turned round',
      { conditions: ['Cancer of the Breast', 'Carcinoma, Non-Small-Cell Lung'] },
      { her2: 'met', g12c: 'met', braf: 'not-met' },
    ],
    [
      'a disease and a property of it',
      { conditions: ['Breast Cancer', 'HER2-positive', 'Brain Metastases'] },
      { her2: 'met', g12c: 'not-met' },
    ],
    [
      'a disease and another condition',
      { conditions: ['Pancreatic Cancer', 'Chronic Pancreatitis'] },
      { pancreas: 'met', braf: 'unknown' },
    ],
    [
      'headings of a thesaurus above the tumour',
      {
        conditions: [
          'Breast Neoplasms',
          'Neoplasms by Site',
          'Neoplasms',
          'Breast Diseases',
          'Central Nervous System Neoplasms',
          'Brain Diseases',
        ],
        title: 'Drug X in breast cancer',
      },
      { her2: 'met', g12c: 'not-met', braf: 'not-met' },
    ],
    [
      'a word for all tumours beside the one that the title names',
      { conditions: ['Colonic Neoplasms', 'Neoplasms'], title: 'Drug X in colon cancer' },
      { g12c: 'not-met', prostate: 'not-met' },
    ],
    [
      'a word for all tumours where the title names none',
      { conditions: ['Colonic Neoplasms', 'Neoplasms'], title: 'Drug X and exercise' },
      { g12c: 'unknown', prostate: 'unknown' },
    ],
    [
      'a comorbidity or a drug beside the tumour that the title names',
      {
        conditions: ['Chronic Lymphocytic Leukemia', 'Atrial Fibrillation', 'Acalabrutinib'],
        title: 'Acalabrutinib in CLL and heart rhythm',
      },
      { cll: 'met', g12c: 'not-met' },
    ],
    [
      'a tumour of no known type beside it',
      { conditions: ['Pancreatic Cancer', 'Thyroid Nodule'], title: 'Ultrasound of pancreatic cancer' },
      { pancreas: 'met', braf: 'unknown' },
    ],
    ['a registry of patients', { conditions: ['Lung Cancer'], title: 'Lung Cancer Registry' }, { g12c: 'met', braf: 'not-met' }],
    [
      'a registry with carriers',
      { conditions: ['Lung Cancer'], title: 'Registry of germline mutations' },
      { g12c: 'met', braf: 'unknown' },
    ],
    [
      'a recurrence that is looked for',
      { conditions: ['Lung Cancer'], title: 'Detection of lung cancer recurrence' },
      { g12c: 'met', braf: 'not-met' },
    ],
    [
      'carriers',
      { conditions: ['Ovarian Cancer', 'BRCA1 Gene Mutation'], title: 'Counselling of carriers' },
      { ovary: 'met', g12c: 'unknown' },
    ],
    ['people at risk', { conditions: ['Lung Cancer'], title: 'Lung cancer screening by breath' }, { g12c: 'met', braf: 'unknown' }],
    ['a wide title', { conditions: ['Melanoma'], title: 'A drug in advanced solid tumors' }, { braf: 'met', g12c: 'unknown' }],
    [
      'a wide criterion',
      { conditions: ['Melanoma'], eligibility: 'Inclusion Criteria:\n\n* Any advanced solid tumor' },
      { braf: 'met', g12c: 'unknown' },
    ],
    [
      'a wider heading beside the type of the title',
      { conditions: ['Lung Cancer', 'Small Cell Lung Cancer'], title: 'A drug in small cell lung cancer' },
      { g12c: 'unknown', braf: 'not-met' },
    ],
    [
      'a heading, and the patient’s type in the title',
      { conditions: ['Lung Cancer'], title: 'A drug in non-small cell lung cancer' },
      { g12c: 'met', braf: 'not-met' },
    ],
    [
      'a tumour that the title alone names',
      { conditions: ['Bladder Cancer'], title: 'Imaging in metastatic urothelial carcinoma or melanoma' },
      { braf: 'unknown', g12c: 'not-met' },
    ],
    [
      'an organ in the title that is treated, not ill',
      { conditions: ['Uveal Melanoma'], title: 'Liver-directed therapy of metastatic uveal melanoma' },
      { pancreas: 'not-met', g12c: 'not-met' },
    ],
    [
      'an organ before a kind of tissue',
      {
        conditions: [
          'Ovarian Carcinoma',
          'Fallopian Tube High Grade Serous Adenocarcinoma',
          'Primary Peritoneal Endometrioid Adenocarcinoma',
        ],
      },
      { ovary: 'met', prostate: 'not-met', stomach: 'not-met', cll: 'not-met' },
    ],
    ['the uterus before a carcinosarcoma', { conditions: ['Uterine Corpus Carcinosarcoma'] }, { g12c: 'not-met', cll: 'not-met' }],
    [
      'the tissue of a solid tumour is asked for, no other tumour',
      {
        conditions: ['Prostate Carcinoma'],
        title: 'A drug in prostate cancer',
        eligibility: 'Inclusion Criteria:\n\n* Participants must have solid tumor biopsy material of at least 10 slides',
      },
      { prostate: 'met', g12c: 'not-met' },
    ],
    [
      'a solid tumour beside its tissue',
      { conditions: ['Melanoma'], eligibility: 'Inclusion Criteria:\n\n* A solid tumor, with solid tumor tissue available' },
      { braf: 'met', g12c: 'unknown' },
    ],
    ['none, and a title', { title: 'A drug in patients with metastatic melanoma (BRAVE-1)' }, { braf: 'unknown', g12c: 'not-met' }],
    ['none, and a title that says little', { title: 'A drug in patients with QXYC or melanoma' }, { braf: undefined, g12c: undefined }],
  ])('%s', (_, over, expected) => {
    for (const [who, wanted] of Object.entries(expected)) expect([who, verdict(who as keyof typeof PROFILES, over)]).toEqual([who, wanted]);
  });
});

describe('several criteria that name tumours', () => {
  const first = (who: keyof typeof PROFILES, lines: string) =>
    explainTrial(PROFILES[who], knowledge.oncology, compileTrial(trial({ eligibility: `Inclusion Criteria:\n\n${lines}` }), context))
      ?.criteria[0]?.verdict;
  it.each<[string, string, Partial<Record<keyof typeof PROFILES, string>>]>([
    [
      'the same tumour more and less closely',
      '* Adenocarcinoma of the prostate\n* No earlier chemotherapy for prostate cancer',
      { prostate: 'met', g12c: 'not-met', kidney: 'not-met' },
    ],
    ['tumours apart are cohorts', '* Non-small cell lung cancer\n* Melanoma of the skin', { g12c: 'unknown', her2: 'unknown' }],
    [
      'extents apart are cohorts',
      '* Metastatic pancreatic cancer\n* Stage I or II pancreatic cancer',
      { pancreas: 'unknown', g12c: 'not-met' },
    ],
    ['a wider group beside it', '* Non-small cell lung cancer\n* Any solid tumor with a fusion', { her2: 'unknown' }],
  ])('%s', (_, lines, expected) => {
    for (const [who, wanted] of Object.entries(expected)) expect([who, first(who as keyof typeof PROFILES, lines)]).toEqual([who, wanted]);
  });
});
