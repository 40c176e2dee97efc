/**
 * Verdicts as the rooms hold them, with their reasons, and as the report carries them, with sentences. The reasons go along under a symbol, which stays in
 * the process: JSON leaves it out, so that the contract is the sentences alone.
 */
import type { OrderFit } from '../../report/types.ts';
import { said, type Reason } from './reason.ts';
import { inWords } from './words.ts';

/** An ordered drug, judged. */
export type JudgedOrder = Omit<OrderFit, 'because'> & { readonly because: readonly Reason[] };

const REASONS = Symbol('reasons');
type WithReasons<T> = T & { readonly [REASONS]?: readonly Reason[] };

/** For the report. */
export function asOrderFit(judged: JudgedOrder): OrderFit {
  const fit: WithReasons<OrderFit> = { ...judged, because: judged.because.map(inWords), [REASONS]: judged.because };
  return fit;
}

/** From the report: its sentences alone, where it comes from outside this process. */
export function asJudgedOrder(fit: WithReasons<OrderFit>): JudgedOrder {
  return { ...fit, because: fit[REASONS] ?? fit.because.map(said) };
}
