/**
 * Which authorization server may answer a launch (RFC 9207): a server that names itself in its answer has to be the one that was asked. With
 * several listed EHRs, an answer of one is never taken to the token endpoint of another.
 */
import { asRecord, asText } from '../data/read-values.ts';
import { LaunchProblem } from './problem.ts';
import type { SessionStore } from './session-store.ts';

export interface Answerer {
  /** `issuer` of the SMART configuration; empty where it gives none. */
  readonly name: string;
  /** True where the server says that it always names itself (`authorization_response_iss_parameter_supported`). */
  readonly namesItself: boolean;
}

/** Keeps the name beside the launch's own secrets, under the same `state`. */
export async function rememberAnswerer(
  adapter: { getStorage(): SessionStore },
  state: string,
  { name, namesItself }: Answerer,
): Promise<void> {
  const store = adapter.getStorage();
  await store.set(state, { ...asRecord(await store.get(state)), answerer: { name, namesItself } });
}

/** Throws where the answer names another server than the one asked, or leaves out the name that was promised. */
export function checkAnswerer(stored: Readonly<Record<string, unknown>>, named: string | null): void {
  const { name, namesItself } = asRecord(stored.answerer);
  const asked = asText(name);
  if (named === null) {
    if (namesItself === true && asked !== '') throw new LaunchProblem('mixed-up');
    return;
  }
  if (asked !== '' && withoutSlash(named) !== withoutSlash(asked)) throw new LaunchProblem('mixed-up', named);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
