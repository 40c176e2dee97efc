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
  const error = query.error;
  return {
    read: query.data?.read ?? null,
    loading: query.isFetching,
    fault: error === null ? null : error instanceof FetchFault ? error : new FetchFault('service'),
    partial: query.isFetching ? null : (query.data?.partial ?? null),
    retry: () => void query.refetch(),
  };
}
