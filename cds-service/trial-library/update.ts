/**
 * Pages the ClinicalTrials.gov API (v2) into the index. Every page is kept with its token, so that an interrupted run goes on where it stopped; the old
 * index serves until the run is complete. With `since` trials of every status are asked for, so that one that has closed is known to have closed.
 */
import { createHash } from 'node:crypto';
import { readTrials } from '../knowledge/import/trials/index.ts';
import { fetchPage, RegistryFault, registryAddress, type FetchSetting, type RegistryPage } from './fetch.ts';
import { trialWriter, type ImportSummary } from './import-records.ts';
import type { TrialReader } from './reader.ts';
import type { FetchState, Question, TrialSink } from './sink.ts';
import { isOpen } from '../trials/index.ts';

export interface UpdateOptions extends FetchSetting {
  readonly api: string;
  readonly condition: string;
  /** Registry statuses, separated by commas; not asked for with `since`. */
  readonly status: string;
  /** `YYYY-MM-DD`, or `last`: the day before the last complete run of this question. */
  readonly since?: string;
  readonly fresh?: boolean;
  readonly pageSize: number;
  readonly sink: TrialSink;
  readonly reader: TrialReader;
  readonly tick?: () => void;
}

/** The registry asks robots for a second between two calls. */
const PACE_MS = 1_000;
/** A run that was interrupted longer ago is begun anew: its first pages are old. */
const OLD_DAYS = 7;

export async function updateTrials(options: UpdateOptions): Promise<ImportSummary> {
  const { sink, now, onNote } = options;
  const address = registryAddress(options.api);
  const base = questionId(options, address);
  const since = options.since === 'last' ? await dayBeforeLast(sink, base) : options.since;
  if (options.since === 'last' && since === undefined) onNote('no complete run of this question yet: all records are asked for');
  const question: Question = { id: base, asked: inWords(options, address, since) };
  let { state } = await sink.begin(question, options.fresh);
  if (state !== null && now().getTime() - Date.parse(state.started) > OLD_DAYS * 86_400_000) {
    onNote('the interrupted run is too old to go on with; starting anew');
    ({ state } = await sink.begin(question, true));
  }
  if (state !== null) onNote(`going on after ${state.pages} pages, ${state.records} records`);
  const writer = trialWriter(sink, options.reader, {
    origin: base,
    day: now().toISOString().slice(0, 10),
    ...(options.tick === undefined ? {} : { tick: options.tick }),
  });
  const seen = new Set<string>();
  let resumed = state !== null;
  let reached: FetchState = state ?? { token: '', pages: 0, records: 0, started: now().toISOString() };
  /** What the registry says there is; known only when the run began in this one. */
  let promised: number | undefined;
  for (;;) {
    let page: RegistryPage;
    try {
      page = await fetchPage(pageAddress(address, options, since, reached.token), options);
    } catch (error) {
      if (!(error instanceof RegistryFault && error.token && resumed)) throw error;
      onNote('the registry no longer knows the page to go on with; starting anew');
      await sink.begin(question, true);
      [resumed, reached] = [false, { token: '', pages: 0, records: 0, started: now().toISOString() }];
      continue;
    }
    resumed = false;
    promised = page.total ?? promised;
    await takePage(page, since !== undefined);
    if (page.next !== '' && (seen.has(page.next) || page.next === reached.token))
      throw new RegistryFault('the API sends the same page again and again; nothing was changed');
    seen.add(page.next);
    reached = { ...reached, token: page.next, pages: reached.pages + 1, records: reached.records + page.studies.length };
    await writer.flush(reached);
    if (reached.pages % 10 === 1 && page.next !== '')
      onNote(`${reached.records}${page.total === undefined ? '' : ` of ${page.total}`} records, ${reached.pages} pages`);
    if (page.next === '') break;
    if (address.protocol === 'https:') await (options.sleep ?? pause)(PACE_MS);
  }
  if (since === undefined && reached.records === 0) {
    await sink.abandon();
    throw new RegistryFault('the registry has no record for this question; nothing was changed');
  }
  const short = promised !== undefined && reached.records < promised;
  if (short) onNote(`only ${reached.records} of ${promised ?? 0} records came: none is taken for withdrawn`);
  return writer.finish(
    since === undefined && !short ? 'rest-without-question' : 'rest',
    now().toISOString().slice(0, 10),
    reached.started.slice(0, 10),
  );

  /** Of the records of any status only those count that are open, or that the index has. */
  async function takePage(page: RegistryPage, anyStatus: boolean): Promise<void> {
    const day = now().toISOString().slice(0, 10);
    const read = page.studies.flatMap((study) => [...readTrials(study, day)]);
    const closed = anyStatus ? read.flatMap((one) => ('record' in one && !isOpen(one.record.status) ? [one.record.nctId] : [])) : [];
    const wanted = closed.length === 0 ? new Set<string>() : await sink.served(closed);
    for (const one of read)
      if ('fault' in one || !anyStatus || isOpen(one.record.status) || wanted.has(one.record.nctId)) await writer.take(one);
  }
}

function pageAddress(address: URL, { condition, status, pageSize }: UpdateOptions, since: string | undefined, token: string): URL {
  const page = new URL(address);
  page.search = new URLSearchParams({
    format: 'json',
    markupFormat: 'markdown',
    'query.cond': condition,
    ...(since === undefined ? { 'filter.overallStatus': status } : { 'filter.advanced': `AREA[LastUpdatePostDate]RANGE[${since},MAX]` }),
    fields: 'protocolSection',
    pageSize: String(pageSize),
    ...(token === '' ? { countTotal: 'true' } : { pageToken: token }),
  }).toString();
  return page;
}

function questionId({ condition, status }: UpdateOptions, address: URL): string {
  return createHash('sha256')
    .update(JSON.stringify([address.href, condition.trim().toLowerCase(), status]))
    .digest('hex')
    .slice(0, 16);
}
function inWords({ condition, status }: UpdateOptions, address: URL, since: string | undefined): string {
  return `${address.href}: ${condition}, ${since === undefined ? status : `updated since ${since}`}`;
}

/** One day more than needed, because days begin at other times elsewhere. */
async function dayBeforeLast(sink: TrialSink, question: string): Promise<string | undefined> {
  const last = await sink.completed(question);
  return last === '' ? undefined : new Date(Date.parse(last) - 86_400_000).toISOString().slice(0, 10);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
