/** The trials on show: the report's own until the reader filters or pages, then what the service found for that. */
import { useCallback, useRef, useState } from 'react';
import { FetchFault, type FaultKind, type TrialPage, type TrialQuery } from '../data/fetch-report.ts';
import type { PanelReport, Trial } from '../data/panel-report.ts';
import { usePanelActions } from '../shell/panel-context.ts';

export interface ShownTrials extends TrialPage {
  readonly query: TrialQuery;
  readonly busy: boolean;
  readonly failed: FaultKind | null;
  /** Trials beyond those on show. */
  readonly more: number;
  /** False where trials cannot be asked for: then there is nothing to filter or to page. */
  readonly searchable: boolean;
  readonly filter: (query: TrialQuery) => void;
  readonly next: () => void;
}

interface Held extends TrialPage {
  readonly query: TrialQuery;
}

export function useTrials(report: PanelReport | null): ShownTrials {
  const { findTrials } = usePanelActions();
  const [held, setHeld] = useState<Held | null>(null);
  const [query, setQuery] = useState<TrialQuery>({});
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<FaultKind | null>(null);
  // An answer to an earlier question that comes late is not shown.
  const asked = useRef(0);
  const trials = held?.trials ?? report?.trials ?? [];
  const trialSearch = held === null ? (report?.trialSearch ?? null) : held.trialSearch;

  const ask = useCallback(
    async (wanted: TrialQuery, before: readonly Trial[]) => {
      if (findTrials === null) return;
      const turn = (asked.current += 1);
      setQuery(wanted);
      setBusy(true);
      setFailed(null);
      try {
        const page = await findTrials(wanted, before.length);
        if (turn !== asked.current) return;
        const known = new Set(before.map(({ nctId }) => nctId));
        setHeld({
          query: wanted,
          trials: [...before, ...page.trials.filter(({ nctId }) => !known.has(nctId))],
          trialSearch: page.trialSearch,
        });
      } catch (error) {
        if (turn === asked.current) setFailed(error instanceof FetchFault ? error.kind : 'service');
      }
      if (turn === asked.current) setBusy(false);
    },
    [findTrials],
  );

  const searchable = findTrials !== null && trialSearch !== null;
  return {
    query,
    trials,
    trialSearch,
    busy,
    failed,
    searchable,
    more: searchable ? Math.max(0, trialSearch.total - trials.length) : 0,
    filter: (wanted) => void ask(wanted, []),
    next: () => void ask(query, trials),
  };
}
