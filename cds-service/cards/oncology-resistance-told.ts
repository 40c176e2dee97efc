/** Which resistance is told on opening a chart. */
import type { TherapyMatch } from '../report/types.ts';

/** Validated resistance to a drug by itself: what a trial combined with chemotherapy failed to show is no news on opening a chart. */
export function resistanceToTell(therapies: readonly TherapyMatch[]): TherapyMatch[] {
  return therapies.filter(
    ({ effect, tier, tumourMatch, therapy, interaction }) =>
      effect !== 'sensitivity' && tier === 'I-A' && tumourMatch !== 'other' && (therapy.length === 1 || interaction === 'substitutes'),
  );
}

/** Where a further finding withholds every approved choice, that is the news: what resists, by the evidence that withholds it. */
export function resistanceThatWithholds(therapies: readonly TherapyMatch[]): TherapyMatch[] {
  const withheld = new Set(
    therapies.filter(({ resisted }) => resisted !== undefined).flatMap(({ therapy }) => therapy.map(({ name }) => name.toLowerCase())),
  );
  return therapies.filter(
    ({ effect, tumourMatch, therapy, level }) =>
      effect !== 'sensitivity' &&
      tumourMatch !== 'other' &&
      level <= 'C' &&
      therapy.length === 1 &&
      therapy.some(({ name }) => withheld.has(name.toLowerCase())),
  );
}
