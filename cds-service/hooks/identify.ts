/** Who calls: the client JWT against the trust in force, the limit of calls per issuer, and 401 without a word on the cause. */
import type { Request } from 'express';
import { isLoopbackHost, parseUrl } from '../config/loopback.ts';
import type { Trust, TrustedEhr } from '../config/trust.ts';
import type { Log } from '../operation/log.ts';
import { verifyClientJwt } from './client-jwt.ts';
import type { KeySets } from './key-sets.ts';
import { Refusal } from './operation-outcome.ts';

export interface IdentifySetting {
  readonly trust: () => Trust;
  readonly publicUrl: () => string;
  readonly keys: KeySets;
  readonly now: () => Date;
  readonly maxAgeSeconds: number;
  readonly firstUse: (issuer: string, tokenId: string, expires: number, issued: number) => Promise<boolean>;
  /** Seconds that this issuer has to wait; 0 = it may call. */
  readonly waitOf: (issuer: string) => number;
  readonly log: Log;
  readonly onRefused: (cause: string) => void;
}

export type Identify = (request: Pick<Request, 'headers'>, path: string) => Promise<readonly TrustedEhr[]>;

export function createIdentify(setting: IdentifySetting): Identify {
  return async (request, path) => {
    const trust = setting.trust();
    if (trust.auth === 'off') {
      if (!isCalledHere(request.headers.host)) throw new Refusal(403, NOT_HERE);
      limit(setting, 'unauthenticated');
      return trust.ehrs;
    }
    const result = await verifyClientJwt(request.headers.authorization, {
      ehrs: trust.ehrs,
      keys: setting.keys,
      audiences: audiencesOf(setting.publicUrl(), path),
      now: setting.now().getTime() / 1000,
      maxAgeSeconds: setting.maxAgeSeconds,
      firstUse: setting.firstUse,
    });
    if (!result.ok) {
      setting.onRefused(result.fault);
      setting.log.warn('caller refused', { cause: result.fault, ...(result.received === undefined ? {} : { received: result.received }) });
      throw new Refusal(401, 'A valid client JWT is needed', { 'www-authenticate': 'Bearer' });
    }
    limit(setting, result.issuer);
    return result.callers;
  };
}

const NOT_HERE = 'Without authentication only this machine is served: call it as localhost or 127.0.0.1';

/**
 * A page in this machine's browser may have its own name point here (DNS rebinding); then the name it calls gives it away.
 * Programs that name no host are no browsers.
 */
function isCalledHere(host: string | undefined): boolean {
  return host === undefined || isLoopbackHost(parseUrl(`http://${host}`)?.hostname ?? '');
}

function limit(setting: IdentifySetting, issuer: string): void {
  const seconds = setting.waitOf(issuer);
  if (seconds > 0) throw new Refusal(429, 'Too many calls; try again later', { 'retry-after': String(seconds) });
}

/** The address called, as EHRs write it: with a slash at its end only where it was called so. Clients that send feedback may name the service they were configured with. */
function audiencesOf(publicUrl: string, path: string): readonly string[] {
  const plain = path.endsWith('/') ? path.slice(0, -1) : path;
  const service = plain.endsWith('/feedback') ? [plain.slice(0, -'/feedback'.length)] : [];
  return [...new Set([path, plain, ...service])].map((called) => `${publicUrl}${called}`);
}
