/** Hand-checked verdicts on classes of heart and liver function, blood pressure, QTc as it is written, and body mass index. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { lab, performance } from './chart-facts.ts';
import { testCriteria } from './criterion-table.ts';

const person = (labs: PatientFacts['labs'], ecog?: number): PatientFacts =>
  patient({
    patient: { id: 'synthetic-classes', ageYears: 61, birthDate: '1965-02-03', sex: 'female' },
    tumours: [tumour('LUAD')],
    labs,
    performance: ecog === undefined ? [] : [performance(ecog)],
  });
const pressure = (systolic: number, diastolic: number) => [
  lab('systolic-pressure', systolic, 'mm[Hg]'),
  lab('diastolic-pressure', diastolic, 'mm[Hg]'),
];
const PEOPLE = {
  /** NYHA II, Child-Pugh A, 122/78, 170 cm and 70 kg, QTc 431. */
  mild: person(
    [
      lab('NYHA', 'II', undefined, '2026-10-01'),
      lab('Child-Pugh', 'A', undefined),
      ...pressure(122, 78),
      lab('weight', 70, 'kg'),
      lab('height', 170, 'cm'),
      lab('QTc', 431, 'ms'),
      lab('LVEF', 61, '%'),
    ],
    1,
  ),
  /** NYHA III, Child-Pugh B, 168/96, body mass index 41, QTc 520. */
  failing: person(
    [
      lab('NYHA', 'III', undefined),
      lab('Child-Pugh', 'B', undefined),
      ...pressure(168, 96),
      lab('BMI', 41, 'kg/m2'),
      lab('QTc', 520, 'ms'),
      lab('LVEF', 36, '%'),
    ],
    3,
  ),
  /** Classes of last year, a pressure without its other half. */
  old: person([
    lab('NYHA', 'III', undefined, '2025-11-01'),
    lab('Child-Pugh', 'C', undefined, '2025-11-01'),
    lab('systolic-pressure', 120, 'mm[Hg]'),
    lab('weight', 70, 'kg'),
  ]),
  bare: person([]),
};
const HIGH = { mild: 'met', failing: 'not-met', old: 'unknown', bare: 'unknown' } as const;
/** A reading above the limit is taken again before anybody is excluded. */
const ONE_WAY = { mild: 'met', failing: 'unknown', old: 'unknown', bare: 'unknown' } as const;
const NEVER = { mild: 'unknown', failing: 'unknown', old: 'unknown', bare: 'unknown' } as const;

testCriteria(
  'classes and pressure',
  {
    exclusion: [
      ['New York Heart Association Class III or IV heart failure', HIGH],
      ['Congestive heart failure (NYHA class III-IV)', HIGH],
      ['Class III or IV congestive heart failure per New York Heart Association', HIGH],
      ['NYHA > Class II heart failure', HIGH],
      ['Congestive heart failure, New York Heart Association classification 3/4', HIGH],
      ['New York Heart Association (NYHA) class II or greater heart disease', { mild: 'not-met', failing: 'not-met', bare: 'unknown' }],
      ['NYHA class IV heart failure', { mild: 'met', failing: 'met', old: 'unknown' }],
      // earlier classes, times, narrower words, single classes
      ['History of NYHA class III or IV heart failure', { mild: 'unknown', failing: 'not-met', old: 'unknown' }],
      ['Have a history or diagnosis of New York Heart Association class IV heart failure', { mild: 'unknown', bare: 'unknown' }],
      ['Uncontrolled NYHA class III or IV heart failure', { mild: 'met', failing: 'unknown', bare: 'unknown' }],
      ['Congestive heart failure (NYHA ≥ class 3) within the past 6 months', { mild: 'unknown', bare: 'unknown' }],
      ['NYHA class II heart failure', NEVER],
      ['No NYHA class III or IV heart failure', NEVER],
      // one of a list that excludes
      [
        'Unstable angina, myocardial infarction within 6 months, or New York Heart Association class III or IV congestive heart failure',
        { mild: 'unknown', failing: 'not-met', bare: 'unknown' },
      ],
      ['Moderate to severe hepatic impairment (Child-Pugh B or C)', HIGH],
      ['Cirrhosis with a Child-Pugh score of B or C', HIGH],
      ['Severe hepatic impairment (Child-Pugh C)', { mild: 'met', failing: 'met', old: 'unknown' }],
      [
        'Known clinically significant history of liver disease consistent with Child-Pugh class B or C, including hepatitis, alcohol abuse, or cirrhosis',
        { mild: 'unknown', failing: 'unknown' },
      ],
      ['Child-Pugh B', NEVER],
      ['Uncontrolled hypertension (systolic blood pressure > 150 mmHg or diastolic blood pressure > 90 mmHg)', ONE_WAY],
      [
        'Uncontrolled hypertension defined as sustained blood pressure (BP) > 140 mm Hg systolic or > 90 mm Hg diastolic despite optimal treatment',
        ONE_WAY,
      ],
      ['Has poorly controlled hypertension defined as SBP ≥ 150 mmHg and/or DBP ≥ 90 mmHg', ONE_WAY],
      ['Blood pressure > 140/90 mmHg', ONE_WAY],
      ['Uncontrolled hypertension (e.g., systolic > 180 mmHg or diastolic > 100 mmHg)', NEVER],
      ['Uncontrolled hypertension (systolic > 150 mmHg or diastolic > 90 mmHg) or history of hypertensive crisis', NEVER],
      ['Uncontrolled hypertension', NEVER],
      ['Corrected QT interval calculated by the Fridericia formula (QTcF) > 470 ms', HIGH],
      [
        'Patients with mean of triplicate corrected QT interval (Fridericia’s correction formula [QTcF]) > 450 ms',
        { mild: 'met', failing: 'not-met' },
      ],
      ['Corrected QT interval (QTc) > 480 msec', HIGH],
      ["Prolongation of the QT interval corrected for heart rate using Fridericia's formula (QTcF) to > 480 ms", HIGH],
      ["QT interval > 480 msec corrected using Fridericia's formula", HIGH],
      [
        "Mean resting QT interval with QT corrected for heart rate by Fridericia's formula (QTcF) prolongation to > 480 msec for females and > 460 msec for males in three successive screening measures",
        { ...HIGH, failing: 'unknown' },
      ],
      [
        'Corrected QT interval prolongation to > 470 ms (females) or > 450 ms (males) based on average of the screening triplicate 12-lead electrocardiogram',
        HIGH,
      ],
      ["Has an average of Fredericia's formula-QT corrected interval (QTcF) prolongation to > 470 ms in males and females", HIGH],
      [
        "QT interval corrected by Fridericia's formula (QTcF) > 470 msec, congenital long QT syndrome, or family history of long QT syndrome",
        { mild: 'unknown', failing: 'unknown', bare: 'unknown' },
      ],
      // another interval, no limit, a limit for some, an example, one value of several, an exception
      ['Absolute QT interval of > 470 msec in the presence of > 4.0 mEq/L potassium', NEVER],
      ['QT interval > 470 msec', NEVER],
      ["Prolongation of the QT interval corrected for heart rate using Fridericia's formula (QTcF)", NEVER],
      ['For Cohorts E and F: prolongation of QTcF interval to > 480 ms', NEVER],
      ['A marked baseline prolongation of QT/QTc interval (e.g., repeated demonstration of a QTc interval > 450 ms)', { mild: 'unknown' }],
      ['Resting ECG with QTcF > 470 msec on 2 or more time points within 24 hours', { failing: 'unknown', bare: 'unknown' }],
      [
        "Prolongation of corrected QT interval using Fridericia's formula to > 480 milliseconds, unless cleared after cardiology evaluation",
        { mild: 'met', failing: 'unknown', bare: 'unknown' },
      ],
      ['Family history of long QT syndrome (QTc > 470 msec)', { mild: 'unknown' }],
      [
        'Left ventricular ejection fraction (LVEF) < 50% as determined by Multiple Gated acquisition (MUGA) scan or echocardiogram (ECHO) (testing not mandatory)',
        HIGH,
      ],
      ['Left ventricular ejection fraction (LVEF) < 50% or below the institutional limit', { mild: 'unknown', failing: 'not-met' }],
      ['LVEF < 50% on a cardiac stress test', { failing: 'unknown', bare: 'unknown' }],
      ['Drugs that prolong the QT/QTc interval', NEVER],
      ['BMI > 40', HIGH],
      [
        'Corrected QT (QTcF) interval > 470 msec, except for Part 2 Cohort 3, where the QTcF interval criterion is > 450 msec',
        { mild: 'unknown' },
      ],
    ],
    inclusion: [
      ['Child-Pugh class A liver function', { mild: 'met', failing: 'not-met', old: 'unknown', bare: 'unknown' }],
      ['Child-Pugh A or Child-Pugh B7', NEVER],
      ['No NYHA class III or IV heart failure', HIGH],
      ['Adequately controlled blood pressure (BP ≤ 140/90 mmHg)', ONE_WAY],
      ['BP ≤ 140/90 mmHg with no change of medication within a week', NEVER],
      ['BMI ≤ 40 kg/m2', { mild: 'met', failing: 'not-met', old: 'unknown', bare: 'unknown' }],
      ['Participant has a corrected QT interval by Fridericia (QTcF) ≤ 470 msec', { mild: 'met', failing: 'not-met', bare: 'unknown' }],
      [
        "Q wave to T wave (QT) interval corrected for heart rate (QTc) ≤ 480 ms (Fridericia's formula)",
        { mild: 'met', failing: 'not-met', bare: 'unknown' },
      ],
      [
        "QT interval corrected for heart rate using Fridericia's formula (QTcF) ≤ 470 msec in females and QTcF ≤ 450 msec in males",
        { mild: 'met', failing: 'not-met' },
      ],
      [
        'Left ventricular ejection fraction (LVEF) ≥ 50% by either an echocardiogram (ECHO) or multigated acquisition (MUGA) scan within 28 days before enrollment',
        { mild: 'met', failing: 'not-met', bare: 'unknown' },
      ],
      [
        'LVEF (left ventricular ejection fraction) of at least 50% measured by echocardiogram (ECHO) or multiple-gated acquisition scan (MUGA)',
        { mild: 'met', failing: 'not-met' },
      ],
      ['Shortening fraction of ≥ 27% or ejection fraction of ≥ 50% by echocardiogram', { failing: 'unknown', bare: 'unknown' }],
      // something more is asked than the status
      [
        'ECOG performance status 0 or 1 with no deterioration over the previous 2 weeks',
        { mild: 'unknown', failing: 'not-met', bare: 'unknown' },
      ],
      ['ECOG performance status 0-2, and a minimum life expectancy of 12 weeks', { mild: 'unknown', failing: 'not-met', bare: 'unknown' }],
      ['ECOG performance status 0 or 1 with no deterioration in cohort A; 0-3 in cohort B', { failing: 'unknown' }],
      ['LVEF ≥ 50% with no clinical evidence of heart failure', { mild: 'unknown' }],
      ['eGFR (glomerular filtration rate) ≥ 60 mL/min', { mild: 'unknown', bare: 'unknown' }],
    ],
  },
  PEOPLE,
  80,
);
