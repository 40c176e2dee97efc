/** With several processes on one machine the first one holds the embedded store; the others reach it by messages. */
import type { Worker } from 'node:cluster';
import type { FeedbackRecord, PredictionBins, PredictionSum, RuleFigures, Store } from '../store/types.ts';

/** Opens the store; `onTrouble` and `onFatal` as the store tells them. */
export type OpenStore = (hooks: { onTrouble: (what: string, count: number) => void; onFatal: (error: Error) => void }) => Store;

type Ask =
  | { readonly store: 'feedback'; readonly id: number; readonly feedback: readonly FeedbackRecord[] }
  | { readonly store: 'figures'; readonly id: number }
  | { readonly store: 'predictions'; readonly id: number; readonly since?: string }
  | { readonly store: 'prediction'; readonly prediction: PredictionBins }
  | { readonly store: 'token'; readonly id: number; readonly token: readonly [string, string, number, number] }
  | { readonly store: 'decision'; readonly decision: Parameters<Store['recordDecision']>[0] };
type Reply = { readonly storeReply: number; readonly value?: unknown; readonly failed?: true };
interface News {
  readonly silenced: readonly (readonly [string, number])[];
  readonly state: ReturnType<Store['state']>;
}

const ASK_MS = 6_000;
/** Feedback waits for a store that is just opening, as it does in the first process. */
const FEEDBACK_MS = 26_000;

/** In the first process: answers the others and tells them what is silenced. */
export function serveStore(store: Store, workers: () => readonly Worker[]): (worker: Worker, message: unknown) => void {
  const tellAll = (): void => {
    const news: News = { silenced: store.silenced(), state: store.state() };
    for (const worker of workers()) worker.send({ storeNews: news }, () => undefined);
  };
  setInterval(tellAll, 1_000).unref();
  const done = (ask: Exclude<Ask, { store: 'decision' | 'prediction' }>): Promise<unknown> => {
    if (ask.store === 'feedback') return store.recordFeedback(ask.feedback).then(tellAll);
    if (ask.store === 'token') return store.firstUse(...ask.token);
    return ask.store === 'figures' ? store.figures() : store.predictionCounts(ask.since);
  };
  return (worker, message) => {
    if (!isAsk(message)) return;
    if (message.store === 'decision') {
      store.recordDecision(message.decision);
      return;
    }
    if (message.store === 'prediction') {
      store.countPrediction(message.prediction);
      return;
    }
    const { id } = message;
    const work = done(message);
    const reply = (answer: Reply): void => void worker.send(answer, () => undefined);
    work.then(
      (value) => reply({ storeReply: id, value }),
      () => reply({ storeReply: id, failed: true }),
    );
  };
}

function isAsk(message: unknown): message is Ask {
  return typeof message === 'object' && message !== null && 'store' in message;
}

/** In the other processes: the same store, by messages. */
export function createRemoteStore(silenceHours: number, now: () => number): Store {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let news: News = { silenced: [], state: 'opening' };
  let silenced = new Map<string, number>();
  let count = 0;
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('storeNews' in message) {
      news = message.storeNews as News;
      silenced = new Map(news.silenced);
    } else if ('storeReply' in message) {
      const reply = message as Reply;
      const asked = waiting.get(reply.storeReply);
      waiting.delete(reply.storeReply);
      if (reply.failed === true) asked?.reject(new Error('The store did not do it'));
      else asked?.resolve(reply.value);
    }
  });

  async function ask<Value>(make: (id: number) => Ask, milliseconds = ASK_MS): Promise<Value> {
    count += 1;
    const id = count;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Value>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        timer = setTimeout(() => reject(new Error('The store did not answer in time')), milliseconds);
        process.send?.(make(id));
      });
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  return {
    recordDecision: (decision) => void process.send?.({ store: 'decision', decision }),
    recordFeedback: (feedback) => ask((id) => ({ store: 'feedback', id, feedback }), FEEDBACK_MS),
    firstUse: (...token) => ask<boolean>((id) => ({ store: 'token', id, token })),
    isSilenced: (guidance) => now() - (silenced.get(guidance) ?? -Infinity) < silenceHours * 3_600_000,
    silenced: () => news.silenced,
    figures: () => ask<readonly RuleFigures[]>((id) => ({ store: 'figures', id })),
    countPrediction: (prediction) => void process.send?.({ store: 'prediction', prediction }),
    predictionCounts: (since) =>
      ask<readonly PredictionSum[]>((id) => ({ store: 'predictions', id, ...(since === undefined ? {} : { since }) })),
    state: () => news.state,
    close: async () => undefined,
  };
}
