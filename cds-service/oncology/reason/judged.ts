/**
 * Verdicts and therapies as the rooms hold them, with their reasons, and as the report carries them, with sentences. The reasons go along under a symbol,
 * which stays in the process: JSON leaves it out, so that the contract is the sentences alone.
 */
import type { OrderFit, TherapyMatch } from '../../report/types.ts';
import { said, type Reason } from './reason.ts';
import { inWords } from './words.ts';

/** An ordered drug, judged. */
export type JudgedOrder = Omit<OrderFit, 'because'> & {
  readonly because: readonly Reason[];
  /** The part of `biomarker` that is not there, where the rest is: stays in the process. */
  readonly notThere?: string;
};

/** A therapy that is tied to the findings, for or against. */
export type TherapyRow = Omit<TherapyMatch, 'because' | 'resisted'> & {
  readonly because: readonly Reason[];
  readonly resisted?: Resisted;
};
export type Resisted = Extract<Reason, { kind: 'resisted' }>;

const REASONS = Symbol('reasons');
interface Kept {
  readonly because: readonly Reason[];
  readonly resisted?: Resisted;
  readonly notThere?: string;
}
type Keeping<T> = T & { readonly [REASONS]?: Kept };

/** For the report. */
export function asOrderFit(judged: JudgedOrder): OrderFit {
  const { notThere, ...told } = judged;
  const fit: Keeping<OrderFit> = {
    ...told,
    because: judged.because.map(inWords),
    [REASONS]: { because: judged.because, ...(notThere === undefined ? {} : { notThere }) },
  };
  return fit;
}
export function asTherapyMatch(row: TherapyRow): TherapyMatch {
  const { resisted, ...rest } = row;
  const match: Keeping<TherapyMatch> = {
    ...rest,
    // Rows of the same variants share the list.
    variants: [...rest.variants],
    because: row.because.map(inWords),
    ...(resisted === undefined ? {} : { resisted: inWords(resisted) }),
    [REASONS]: row,
  };
  return match;
}

/** From the report: its sentences alone, where it comes from outside this process. */
export function asJudgedOrder(fit: Keeping<OrderFit>): JudgedOrder {
  const notThere = fit[REASONS]?.notThere;
  return { ...fit, because: reasonsOf(fit), ...(notThere === undefined ? {} : { notThere }) };
}
export function reasonsOf(told: Keeping<{ readonly because?: readonly string[] }>): readonly Reason[] {
  return told[REASONS]?.because ?? (told.because ?? []).map(said);
}
/** The finding by which a therapy of the report fails. */
export function resistedBy(match: Keeping<TherapyMatch>): string | undefined {
  return match[REASONS]?.resisted?.finding ?? match.resisted;
}
