/** What parts deep in the page need of the session, without passing it through every row. */
import { createContext, useContext } from 'react';
import type { Decision } from '../act/feedback.ts';
import type { TrialPage, TrialQuery } from '../data/fetch-report.ts';
import type { HandBack, Replaced } from '../act/web-messaging.ts';

export interface PanelActions {
  /** True when the EHR takes orders from the panel. */
  readonly canHandBack: boolean;
  /** Sends the decision to the service; false when it was not taken. */
  readonly decide: (decision: Decision) => Promise<boolean>;
  readonly proposeDrug: (drug: { readonly name: string; readonly rxnorm: string }, replaces: string | undefined) => Promise<Replaced>;
  readonly proposeTest: (test: {
    /** Gene or marker that is asked for. */
    readonly name: string;
    readonly system: string;
    readonly code: string;
    readonly display: string;
  }) => Promise<HandBack>;
  /** Trials from the `offset`th on; throws a FetchFault. Null where trials cannot be asked for. */
  readonly findTrials: ((query: TrialQuery, offset: number) => Promise<TrialPage>) | null;
}

export const PanelContext = createContext<PanelActions>({
  canHandBack: false,
  decide: async () => false,
  proposeDrug: async () => 'no-answer',
  proposeTest: async () => 'no-answer',
  findTrials: null,
});

export function usePanelActions(): PanelActions {
  return useContext(PanelContext);
}
