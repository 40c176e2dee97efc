/** The panel's report: reads the chart with the user's own token, then says section by section what was found. */
import type { Request, Response } from 'express';
import type { PanelDependencies } from './dependencies.ts';
import { gatherChart, type Chart } from '../ehr/chart.ts';
import type { ChartPart } from '../ehr/chart-part.ts';
import { firstFetched, notAmong, readFurther } from '../ehr/further.ts';
import { readNamedByChart, unreadResults } from '../ehr/named-by-chart.ts';
import { furtherQueries } from '../hooks/further-queries.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { PREFETCH, resolvedQuery, type PrefetchKey } from '../hooks/prefetch-keys.ts';
import { readRequestJson } from '../hooks/request-body.ts';
import { sendJson } from '../hooks/send-json.ts';
import { readReportRequest, type ReportRequest, type Section } from './report-request.ts';
import type { EnterRoom } from './room.ts';
import { trialQueries } from './trial-queries.ts';
import type { PatientReport } from '../report/types.ts';

/** The panel waits longer than an order may: it shows what is known section by section. */
const READ_MS = 10_000;
/** A reader who looks things up waits this long for results that no category leads to; after that they are told as not read. */
const FURTHER_MS = 3_000;

/** One part of the chart and whether it could be read; `count` resources were. */
export interface SourceState {
  readonly key: PrefetchKey;
  readonly label: string;
  readonly state: 'data' | 'none' | 'failed' | 'incomplete';
  readonly count: number;
  readonly why?: string;
}

export async function sendReport(deps: PanelDependencies, enter: EnterRoom, request: Request, response: Response): Promise<void> {
  const body = await readRequestJson(request, 64 * 1024);
  const wanted = readReportRequest(body, request, deps.trust().ehrs);
  enter(response);
  const stream = !/^application\/json\b/i.test(request.headers.accept ?? '');
  const lines = stream ? startLines(response) : null;
  const sources: SourceState[] = [];
  const signal = AbortSignal.timeout(READ_MS);
  const tell = (source: SourceState) => {
    sources.push(source);
    lines?.send({ section: 'source', source });
  };
  const first = firstFetched<PrefetchKey>((key, part) => tell(sourceState(key, part)));
  const gathering = readChart(deps, wanted, signal, first.onPart);
  const { patientId, access } = wanted;
  const named = { patientId, access, servers: [access.base], reader: deps.reader, signal };
  const [chart, further] = await Promise.all([
    gathering,
    readFurther(
      [...furtherQueries(patientId, 'oncology'), ...trialQueries(patientId, wanted.ehr.panel?.scope)],
      {
        begun: first.begun,
        ended: gathering,
        graceMs: FURTHER_MS,
        onUnread: ({ label }, part) => {
          if (label !== undefined) tell(unreadSource(label, part));
        },
      },
      named,
    ),
  ]);
  const fault = patientFault(chart);
  if (fault !== null) {
    if (lines === null || !lines.started()) throw fault;
    lines.send({ section: 'error', status: fault.status, message: fault.message });
    response.end();
    return;
  }
  const here = [...chart.resources, ...notAmong(chart.resources, further)];
  const resources = [...here, ...(await readNamedByChart(here, named)).found];
  const interpreted = await deps.clinic.interpret({
    resources,
    patientId: wanted.patientId,
    asOf: deps.now().toISOString().slice(0, 10),
    ...(wanted.allDrugs ? { allDrugs: true } : {}),
    ...(wanted.trials === undefined ? {} : { trials: wanted.trials }),
  });
  const annotated = deps.annotate === undefined ? interpreted : await deps.annotate(interpreted);
  const report = withUnread(withLeftOut(annotated, chart.otherPatient), unreadResults(resources));
  if (lines === null) {
    sendJson(response, 200, JSON.stringify({ report, sources }));
    return;
  }
  for (const section of wanted.sections) lines.send(sectionLine(section, report));
  const { reportVersion, asOf, inputHash, knowledge } = report;
  lines.send({ section: 'done', reportVersion, asOf, inputHash, knowledge, sources });
  response.end();
}

/** A server that does not keep a token to its patient may send others' records: never used, and said. */
function withLeftOut(report: PatientReport, others: number): PatientReport {
  if (others === 0) return report;
  const counted = others === 1 ? '1 record that names another patient was' : `${others} records that name another patient were`;
  return { ...report, warnings: [...report.warnings, { code: 'wrong-patient', message: `${counted} sent by the EHR and left out.` }] };
}

/** Genetic results that are on file and could not be read: their genes are not "not tested". */
function withUnread(report: PatientReport, count: number): PatientReport {
  if (count === 0) return report;
  const counted = count === 1 ? '1 result' : `${count} results`;
  return {
    ...report,
    warnings: [...report.warnings, { code: 'missing', message: `${counted} that a genetic report names could not be read.` }],
  };
}

function readChart(
  deps: PanelDependencies,
  wanted: ReportRequest,
  signal: AbortSignal,
  onPart: (key: PrefetchKey, part: ChartPart, fetched: boolean) => void,
) {
  const keys = Object.keys(PREFETCH) as PrefetchKey[];
  const parts = keys.map((key) => ({
    key,
    query: panelQuery(key, wanted.patientId),
    types: PREFETCH[key].types,
    most: PREFETCH[key].most,
  }));
  return gatherChart<PrefetchKey>(
    {
      patientId: wanted.patientId,
      parts,
      prefetch: {},
      servers: [wanted.access.base],
      access: wanted.access,
      signal,
      onPart,
    },
    deps.reader,
  );
}

/** The panel is opened from a card about an order still being written: drafts are read too, where the EHR shows them by FHIR. */
function panelQuery(key: PrefetchKey, patientId: string): string {
  const query = resolvedQuery(key, patientId);
  return key === 'medications' ? query.replace('status=active', 'status=active,draft') : query;
}

/** Without the patient there is no report: an expired token, a foreign patient, a server that does not answer. */
function patientFault(chart: Chart<PrefetchKey>): Refusal | null {
  if (chart.wrongPatient) return new Refusal(502, 'The FHIR server sent another patient than the one asked for');
  const part = chart.parts.get('patient');
  if (part?.state === 'data') return null;
  // A new launch brings no more than this one.
  if (part?.state === 'failed' && part.forbidden === true)
    return new Refusal(403, 'The EHR does not permit this session to read the patient');
  if (part?.state === 'failed' && part.why === 'not permitted')
    return new Refusal(401, 'The EHR did not accept the session; open Genehook from the chart again', { 'www-authenticate': 'Bearer' });
  if (part?.state === 'failed' && part.why === 'not found') return new Refusal(404, 'The FHIR server does not know this patient');
  return new Refusal(502, 'The patient could not be read from the FHIR server');
}

function sourceState(key: PrefetchKey, part: ChartPart): SourceState {
  const { label } = PREFETCH[key];
  if (part.state === 'data' || part.state === 'incomplete') return { key, label, state: part.state, count: part.resources.length };
  if (part.state === 'failed') return { key, label, state: 'failed', count: 0, why: part.why };
  return { key, label, state: part.state === 'none' ? 'none' : 'failed', count: 0 };
}

/** Genetic results that only a further search finds; with more than it may find, those that came are not used. */
function unreadSource(label: string, part: ChartPart): SourceState {
  const source = sourceState('genomics', part);
  return { ...source, label, state: source.state === 'failed' ? 'failed' : 'incomplete' };
}

function sectionLine(section: Section, report: PatientReport): object {
  const { taken, trialSearch } = report;
  return {
    section,
    [section]: report[section],
    ...(section === 'orders' && taken !== undefined ? { taken } : {}),
    ...(section === 'trials' && trialSearch !== undefined ? { trialSearch } : {}),
  };
}

/** Headers go out with the first line, so that a refusal before it can still have its own status. */
function startLines(response: Response) {
  return {
    started: () => response.headersSent,
    send(line: object): void {
      if (!response.headersSent) {
        response.status(200);
        response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
        response.setHeader('cache-control', 'no-store');
        response.setHeader('x-accel-buffering', 'no');
      }
      response.write(`${JSON.stringify(line)}\n`);
    },
  };
}
