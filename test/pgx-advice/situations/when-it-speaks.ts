/** What is taken when, what a renewal adds, and what results that disagree ask for. */
import type { Resource } from '../../reading/resources.ts';
import { dosed, infarction, line, ordered, problem, situation, statement, takes, type Situation } from './situation.ts';

const NORMAL = line('CYP2D6 genotype', '*1/*1');
const CODEINE = ['codeine 30 mg'];
const since = (drug: string, day: string, more: Resource = {}): Resource => ordered(drug, { status: 'active', authoredOn: day, ...more });
const begins = (start: string): Resource => ({ dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start } } } }] });
const CONVERTED: Situation['cards'] = [['warning', /CYP2D6 poor metabolizer with \w+: avoid codeine/]];

/** An inhibitor counts while it is taken. */
export const TAKEN_WHEN: readonly Situation[] = [
  situation('dacomitinib and codeine', [NORMAL, takes('dacomitinib 45 mg')], CODEINE, CONVERTED),
  situation('paroxetine as a proposal', [NORMAL, takes('paroxetine 20 mg', { intent: 'proposal' })], CODEINE, []),
  situation('paroxetine as one of several options', [NORMAL, takes('paroxetine 20 mg', { intent: 'option' })], CODEINE, []),
  situation(
    'paroxetine as the patient reports it',
    [NORMAL, takes('paroxetine 20 mg', { intent: 'plan', reportedBoolean: true })],
    CODEINE,
    CONVERTED,
  ),
  situation('paroxetine that begins next year', [NORMAL, takes('paroxetine 20 mg', begins('2027-02-01'))], CODEINE, []),
  situation('paroxetine that begins tomorrow', [NORMAL, takes('paroxetine 20 mg', begins('2026-11-22'))], CODEINE, CONVERTED),
  situation(
    'one dose of paroxetine three weeks ago',
    [
      NORMAL,
      ordered('paroxetine 20 mg', {
        status: 'active',
        authoredOn: '2026-10-30',
        dosageInstruction: [{ timing: { repeat: { count: 1 } } }],
      }),
    ],
    CODEINE,
    [],
  ),
  situation('paroxetine that a statement says is intended', [NORMAL, statement('paroxetine 20 mg', { status: 'intended' })], CODEINE, []),
  situation('a statement of paroxetine taken', [NORMAL, statement('paroxetine 20 mg')], CODEINE, CONVERTED),
  situation(
    'siponimod with carbamazepine',
    [line('CYP2C9', '*1/*3'), takes('carbamazepine 200 mg')],
    ['siponimod'],
    [['warning', /titrate siponimod to 1 mg a day/]],
    { says: /carbamazepine induces CYP3A/ },
  ),
  situation('siponimod alone', [line('CYP2C9', '*1/*3')], ['siponimod'], [['warning', /titrate siponimod to 1 mg a day/]], {
    never: /induces CYP3A/,
  }),
];

/** What is silent at the first order is silent at the renewal; a label's first dose is none for those who take the drug. */
export const RENEWED: readonly Situation[] = [
  situation(
    'omeprazole renewed, ultrarapid',
    [line('CYP2C19', '*17/*17'), since('omeprazole 20 mg', '2020-01-05')],
    ['omeprazole 20 mg'],
    [],
  ),
  situation(
    'desipramine renewed, intermediate',
    [line('CYP2D6', '*1/*4'), since('desipramine 50 mg', '2020-01-05')],
    ['desipramine 50 mg'],
    [],
  ),
  situation(
    'pitolisant at its maximum, for years',
    [line('CYP2D6', '*4/*4'), since('pitolisant 17.8 mg', '2024-01-05')],
    [ordered('pitolisant 17.8 mg oral tablet', dosed(17.8, 'mg'))],
    [],
  ),
  situation(
    'pitolisant above its maximum, for years',
    [line('CYP2D6', '*4/*4'), since('pitolisant 17.8 mg', '2024-01-05')],
    [ordered('pitolisant 17.8 mg oral tablet', dosed(35.6, 'mg'))],
    [['info', /taken for months/]],
  ),
  situation(
    'pitolisant begun at its maximum',
    [line('CYP2D6', '*4/*4')],
    [ordered('pitolisant 17.8 mg oral tablet', dosed(17.8, 'mg'))],
    [['warning', /lower pitolisant to 8.9 mg/]],
  ),
  situation(
    'valbenazine 80 mg for years: 40 mg is the dose to stay at',
    [line('CYP2D6', '*4/*4'), since('valbenazine 80 mg', '2024-01-05')],
    [ordered('valbenazine 80 mg oral capsule', dosed(80, 'mg'))],
    [['warning', /lower valbenazine to 40 mg/]],
  ),
  situation(
    'simvastatin 10 mg, decreased function',
    [line('SLCO1B1', '*1/*5')],
    [ordered('simvastatin 10 mg oral tablet', dosed(10, 'mg'))],
    [['info', /prefer a drug other than simvastatin; the ordered dose keeps to the limit/]],
  ),
];

const old = { issued: '2019-01-01T00:00:00Z', effectiveDateTime: '2019-01-01' };

/** Results that disagree are as loud as what one of them would forbid. */
export const DISAGREE: readonly Situation[] = [
  situation(
    'normal and intermediate, in a setting of which nothing is said',
    [line('CYP2C19', '*1/*1', old), line('CYP2C19', '*1/*2'), problem('Coronary artery disease')],
    ['clopidogrel 75 mg'],
    [['info', /disagree/]],
  ),
  situation(
    'normal and rapid, of which neither asks for anything',
    [line('CYP2C19', '*1/*1', old), line('CYP2C19', '*1/*17'), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation(
    'normal and poor',
    [line('CYP2C19', '*1/*1', old), line('CYP2C19', '*2/*2'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning|info', /disagree/]],
  ),
  situation(
    'normal genotype, ultrarapid phenotype: codeine',
    [line('CYP2D6 phenotype', 'Ultrarapid metabolizer'), line('CYP2D6 genotype', '*1/*1')],
    CODEINE,
    [['warning', /disagree/]],
  ),
  situation(
    'normal genotype, poor phenotype: codeine',
    [line('CYP2D6 phenotype', 'Poor metabolizer'), line('CYP2D6 genotype', '*1/*1')],
    CODEINE,
    [['info', /disagree/]],
  ),
];
