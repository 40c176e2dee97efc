/**
 * Drugs of which "choose another" is advice for the choice. After a year at one dose without muscle symptoms a statin of high risk may be gone on with,
 * by the statin guideline of CPIC (2022, PMID 35152405), as restated by UF Health Precision Medicine; read 2026-11-22. The doses of antidepressants
 * are found by effect and side effects: that a year shows enough for a note instead of a warning is a limit of our own. Citalopram counts only up to
 * the 20 mg a day that its US label allows poor metabolizers, because the QT interval is not felt. An opioid that is not activated either relieves or
 * does not: the patient knows. Never for what protects unfelt (clopidogrel, tamoxifen), nor where an ultrarapid metabolizer forms too much.
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugQuestion } from './question.ts';
import { orderedDose } from './order-dose.ts';
import { sentence } from './wording/words.ts';

const STATINS: ReadonlySet<string> = new Set(['lovastatin', 'simvastatin']);
const ANTIDEPRESSANTS: ReadonlySet<string> = new Set([
  'amitriptyline',
  'citalopram',
  'clomipramine',
  'desipramine',
  'doxepin',
  'escitalopram',
  'fluvoxamine',
  'imipramine',
  'nortriptyline',
  'paroxetine',
  'trimipramine',
  'venlafaxine',
]);
/** Opioids that work by what CYP2D6 makes of them. */
export const NOT_ACTIVATED: ReadonlySet<string> = new Set(['codeine', 'tramadol']);

const YEAR = 365;
const CITALOPRAM_MOST = 20;

type Kind = 'statin' | 'antidepressant' | 'opioid';

export interface LongUse {
  /** Use for longer than this counts. */
  readonly days: number;
  readonly kind: Kind;
}

export function longUseOf(row: Recommendation, order: DrugQuestion['order']): LongUse | undefined {
  if (row.body !== 'CPIC' || (row.action !== 'alternative' && row.action !== 'avoid')) return undefined;
  if (STATINS.has(row.drug)) return { days: YEAR, kind: 'statin' };
  if (NOT_ACTIVATED.has(row.drug) && row.when.every(({ value }) => isPoor(value))) return { days: 90, kind: 'opioid' };
  if (!ANTIDEPRESSANTS.has(row.drug)) return undefined;
  const daily = orderedDose(order)?.daily;
  const poor = row.when.every(({ value }) => isPoor(value));
  if (row.drug === 'citalopram' && poor && (daily === undefined || daily > CITALOPRAM_MOST)) return undefined;
  return { days: YEAR, kind: 'antidepressant' };
}

/** A phenotype, or the activity score of one. */
const isPoor = (value: string): boolean => /poor/i.test(value) || /^0(?:\.0)?$/.test(value);

const WHY: Readonly<Record<Kind, string>> = {
  statin: 'without muscle symptoms over a year at one dose it may be gone on with (CPIC statin guideline 2022)',
  antidepressant: 'its dose has been found by effect and side effects',
  opioid: 'ask whether it relieves the pain',
};

export const longUseSentence = (drug: string, since: string, { kind }: LongUse): string =>
  sentence(`${drug} is on the list since ${since}: ${WHY[kind]}; what follows is for a new choice`);
