/** The report of the session, growing while it arrives. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchReport, FetchFault, type ReportSession } from '../data/fetch-report.ts';
import type { ReadReport } from '../data/panel-report.ts';

export interface ReportState {
  readonly read: ReadReport | null;
  /** Still arriving. */
  readonly loading: boolean;
  /** Nothing can be shown. */
  readonly fault: FetchFault | null;
  /** Something is missing at the end. */
  readonly partial: FetchFault | null;
  readonly retry: () => void;
}

interface Held {
  readonly read: ReadReport;
  readonly partial: FetchFault | null;
}

export function useReport(base: string, session: ReportSession, allDrugs: boolean): ReportState {
  const client = useQueryClient();
  const key = ['report', session.fhirServer, session.patientId, allDrugs];
  const query = useQuery<Held, Error>({
    queryKey: key,
    queryFn: ({ signal }) =>
      fetchReport(
        base,
        session,
        { allDrugs },
        (read) => {
          // A second reading replaces the first at its end, not piece by piece; one that was given up adds nothing.
          if (!allDrugs && !signal.aborted) client.setQueryData<Held>(key, { read, partial: null });
        },
        signal,
      ),
    retry: false,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { error } = query;
  const fault = error === null ? null : error instanceof FetchFault ? error : new FetchFault('service');
  // What the narrower reading brought stays on show when the wider one fails, and the failure is said beside it.
  const held = query.data ?? (allDrugs && fault !== null ? client.getQueryData<Held>([...key.slice(0, -1), false]) : undefined);
  const partial = held?.partial ?? (held === undefined ? null : fault);
  return {
    read: held?.read ?? null,
    loading: query.isFetching,
    fault,
    partial: query.isFetching ? null : partial,
    retry: () => void query.refetch(),
  };
}
