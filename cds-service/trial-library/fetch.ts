/** One page of the registry's API: only from the address that was named, with patience for a busy server and none for anything that is not its answer. */
import { fetch } from 'undici';
import { fieldsOf, textOf } from '../knowledge/import/trials/fields.ts';

export interface RegistryPage {
  readonly studies: readonly unknown[];
  /** Empty on the last page. */
  readonly next: string;
  readonly total?: number;
}

/** The API does not answer, or not as it should. `token` true: it did not take the page token. */
export class RegistryFault extends Error {
  override readonly name = 'RegistryFault';
  readonly token: boolean;
  constructor(message: string, token = false) {
    super(message);
    this.token = token;
  }
}

export interface FetchSetting {
  readonly onNote: (text: string) => void;
  /** Milliseconds; replaced in tests. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly now: () => Date;
}

const ANSWER_MS = 60_000;
const MOST_BYTES = 256 * 1024 * 1024;
const TRIES = 6;
const LONGEST_WAIT_MS = 300_000;

/** Throws when it must not be asked: not https (http on this machine only), or carrying a user, a query or a fragment. */
export function registryAddress(written: string): URL {
  let address: URL;
  try {
    address = new URL(written);
  } catch {
    throw new RegistryFault('--api is not an address');
  }
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (address.protocol !== 'https:' && !(here && address.protocol === 'http:'))
    throw new RegistryFault('the API must be reached by https (by http only on this machine)');
  if (address.username !== '' || address.password !== '' || address.search !== '' || address.hash !== '')
    throw new RegistryFault('--api is a plain address without user, query or fragment');
  return new URL(`${address.pathname.replace(/\/+$/, '').replace(/\/studies$/, '')}/studies`, address);
}

/** Waits and asks again where the server is busy or fails; gives up after some minutes. */
export async function fetchPage(address: URL, setting: FetchSetting): Promise<RegistryPage> {
  const sleep = setting.sleep ?? ((ms) => new Promise<void>((resolve) => void setTimeout(resolve, ms)));
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(address);
    if (!('again' in answer)) return answer;
    if (attempt === TRIES) throw new RegistryFault(`${answer.again}; run the command again to go on where it stopped`);
    const wait = Math.min(answer.after ?? 1_000 * 2 ** (attempt - 1), LONGEST_WAIT_MS);
    setting.onNote(`${answer.again}; asking again in ${Math.ceil(wait / 1_000)} s`);
    await sleep(wait);
  }

  async function ask(url: URL): Promise<RegistryPage | { readonly again: string; readonly after?: number }> {
    let response: Awaited<ReturnType<typeof fetch>>;
    let text: string;
    try {
      response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_MS),
        headers: { accept: 'application/json', 'user-agent': 'genehook' },
      });
      text = await bodyOf(response);
    } catch (error) {
      if (error instanceof RegistryFault) throw error;
      return { again: 'the API does not answer' };
    }
    const { status } = response;
    if (status === 429 || status === 503)
      return { again: `the API is busy (${status})`, ...retryAfter(response.headers.get('retry-after'), setting.now()) };
    if (status >= 500) return { again: `the API answered ${status}` };
    if (status >= 300 && status < 400) throw new RegistryFault('the API sends elsewhere; name the address it is at');
    if (status !== 200)
      throw new RegistryFault(
        `the API answered ${status}${reasonIn(text, response.headers.get('content-type'))}`,
        status === 400 && url.searchParams.has('pageToken'),
      );
    return pageOf(text);
  }
}

async function bodyOf(response: Awaited<ReturnType<typeof fetch>>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    const bytes = part as Uint8Array;
    size += bytes.length;
    if (size > MOST_BYTES) throw new RegistryFault('a page of the API is too large; ask for fewer records with --page-size');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function pageOf(text: string): RegistryPage {
  let page: ReturnType<typeof fieldsOf>;
  try {
    page = fieldsOf(JSON.parse(text) as unknown);
  } catch {
    throw new RegistryFault('the API did not answer with JSON');
  }
  if (!Array.isArray(page.studies)) throw new RegistryFault('the API answered without a list of studies');
  const { totalCount } = page;
  return { studies: page.studies, next: textOf(page.nextPageToken), ...(typeof totalCount === 'number' ? { total: totalCount } : {}) };
}

/** The registry says in plain text what it did not like about a question. */
function reasonIn(text: string, type: string | null): string {
  const line = text.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return type?.startsWith('text/plain') === true && line !== '' ? `: ${line.slice(0, 200)}` : '';
}

/** Seconds, or a date of HTTP. */
function retryAfter(value: string | null, now: Date): { readonly after?: number } {
  if (value === null) return {};
  const after = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isNaN(after) ? {} : { after: Math.max(0, after) };
}
