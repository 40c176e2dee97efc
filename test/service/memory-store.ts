/** A store that keeps nothing beyond this process. */
import type { DecisionRecord, FeedbackRecord, Store } from '../../cds-service/store/types.ts';

export interface MemoryStore extends Store {
  readonly decisions: DecisionRecord[];
  readonly feedback: FeedbackRecord[];
}

export function createMemoryStore(): MemoryStore {
  const decisions: DecisionRecord[] = [];
  const feedback: FeedbackRecord[] = [];
  const used = new Set<string>();
  return {
    decisions,
    feedback,
    recordDecision: (decision) => void decisions.push(decision),
    recordFeedback: async (items) => void feedback.push(...items),
    firstUse: async (issuer, tokenId) => {
      const key = JSON.stringify([issuer, tokenId]);
      return !used.has(key) && used.add(key) !== undefined;
    },
    isSilenced: (guidance) =>
      feedback.some(
        ({ card, outcome, reasonCode }) =>
          outcome === 'overridden' &&
          reasonCode !== undefined &&
          decisions.some(({ cards }) => cards.some((shown) => shown.uuid === card && shown.guidance === guidance)),
      ),
    silenced: () => [],
    figures: async () => [],
    countPrediction: () => undefined,
    predictionCounts: async () => [],
    state: () => 'open',
    close: async () => undefined,
  };
}
