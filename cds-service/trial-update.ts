/** Pages the ClinicalTrials.gov API (v2). Pages that arrived are kept beside the index until all are there, so that a run can go on. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fetch } from 'undici';
import { fieldsOf, listOf, textOf } from './knowledge/import/trials-fields.ts';
import { readTrials, type ReadTrial } from './knowledge/import/trials.ts';
import { importTrials, type ImportSummary } from './trial-import.ts';

export interface UpdateOptions {
  readonly api: string;
  readonly condition: string;
  readonly status: string;
  readonly since?: string;
  readonly root: string;
  readonly path: string;
  readonly today: string;
  readonly tick?: () => void;
}

const PAGE = 200;
const WAIT_MS = 30_000;

export async function updateTrials(options: UpdateOptions): Promise<ImportSummary> {
  const base = new URL(options.api);
  if (base.protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(base.hostname))
    throw new Error('the API must be reached by https');
  const pages = `${options.path}.pages`;
  const mark = `${options.path}.next`;
  const query = new URLSearchParams({
    'query.cond': options.condition,
    'filter.overallStatus': options.status.replace(/,/g, '|'),
    pageSize: String(PAGE),
    format: 'json',
  });
  if (options.since !== undefined) query.set('query.term', `AREA[LastUpdatePostDate]RANGE[${options.since},MAX]`);
  let token = resumeAt(mark, pages, query.toString());
  while (token !== null) {
    const address = new URL(
      `${base.pathname.replace(/\/$/, '')}/studies?${query.toString()}${token === '' ? '' : `&pageToken=${encodeURIComponent(token)}`}`,
      base,
    );
    const answer = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`the API answered ${answer.status}; run the command again to go on`);
    const page = fieldsOf(await answer.json());
    for (const study of listOf(page.studies)) {
      appendFileSync(pages, `${JSON.stringify(study)}\n`);
      options.tick?.();
    }
    token = textOf(page.nextPageToken) || null;
    writeFileSync(mark, JSON.stringify({ query: query.toString(), token }));
  }
  const summary = await importTrials(stored(pages, options.today), {
    path: options.path,
    root: options.root,
    replace: false,
    today: options.today,
  });
  rmSync(pages, { force: true });
  rmSync(mark, { force: true });
  return summary;
}

/** The page to go on with; '' for the first, null when all pages are there. Another question starts anew. */
function resumeAt(mark: string, pages: string, query: string): string | null {
  if (existsSync(mark) && existsSync(pages)) {
    const last = fieldsOf(JSON.parse(readFileSync(mark, 'utf8')));
    if (last.query === query) return textOf(last.token) || null;
  }
  rmSync(mark, { force: true });
  writeFileSync(pages, '');
  return '';
}

function* stored(pages: string, today: string): Generator<ReadTrial> {
  for (const line of readFileSync(pages, 'utf8').split('\n')) if (line !== '') yield* readTrials(JSON.parse(line), today);
}
