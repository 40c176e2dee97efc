/** The shape of a clinical case and what several of them need. */
import type { AdviceAction, DrugAdvice } from '../../../cds-service/report/types.ts';
import type { patient } from '../patient.ts';

type Builder = ReturnType<typeof patient>;
export interface AdviceCase {
  readonly name: string;
  readonly patient: Builder;
  readonly drug: string;
  readonly action: AdviceAction;
  readonly strength?: DrugAdvice['strength'];
  /** Words that must stand in text, implication or dose. */
  readonly says?: RegExp;
  readonly population?: RegExp;
  readonly coverage?: NonNullable<DrugAdvice['coverage']>;
}

export const mg = (amount: number, perDay = 1) => ({ amount, unit: 'mg', perDay });
export const acs = (builder: Builder) => builder.condition('Acute coronary syndrome', undefined, '2026-11-10');
