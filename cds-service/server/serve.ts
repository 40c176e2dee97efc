/** One process that answers: builds everything, listens, reloads trust, stops gracefully. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { loadClinic } from '../clinic.ts';
import { bracketed, readTrust, type Config } from '../config/config.ts';
import type { Trust } from '../config/trust.ts';
import { createFhirReader } from '../ehr/fhir-server.ts';
import { createCallLimits, type SharedCounts } from '../operation/call-limits.ts';
import { createIdentify } from '../hooks/identify.ts';
import { createKeySets } from '../hooks/key-sets.ts';
import { createRecentAnswers } from '../hooks/recent.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { oncoKbAnnotator } from '../oncokb/index.ts';
import { createKeyed, secretFor } from '../store/secret.ts';
import type { Store } from '../store/types.ts';
import { createLog, type Log } from '../operation/log.ts';
import type { OpenStore } from '../operation/shared-store.ts';
import type { Running } from '../operation/signals.ts';
import { stopForStore } from '../operation/store-fault.ts';
import { createMetrics } from '../operation/metrics.ts';
import { createApp } from './app.ts';

export interface ServeParts {
  readonly openStore: OpenStore;
  /** Calls that other processes of this service took. */
  readonly sharedCounts?: () => SharedCounts;
  /** Where several processes sum their figures. */
  readonly sharedMetrics?: (registry: Registry) => () => Promise<string>;
}

export interface Serving extends Running {
  readonly address: string;
}

const DRAIN_MS = 10_000;
const IDLE_MS = 100;

export async function serve(config: Config, parts: ServeParts): Promise<Serving> {
  const log = createLog(config.logLevel);
  const registry = new Registry();
  let store: Store | null = null;
  const metrics = createMetrics(() => store?.state() ?? 'opening', registry);
  const opened = parts.openStore({
    onTrouble(what, count) {
      metrics.trouble(what, count);
      log.warn('store trouble', { cause: what, count });
    },
    onFatal(error) {
      log.error('store unusable', { error: error.name });
      log.flush();
      stopForStore(error);
    },
  });
  store = opened;
  const clinic = await loadClinic(packageRoot(), (count) => {
    metrics.predicted(count);
    opened.countPrediction(count);
  });
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 15_000, requestTimeout: 30_000 });
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  const address = `http://${bracketed(config.host)}:${port}`;
  let trust: Trust = config.trust.publicUrl === '' ? { ...config.trust, publicUrl: address } : config.trust;
  const keys = createKeySets({
    // Not by the clock: after one that was put back no rotated key would be fetched until it is as late again.
    now: () => performance.now(),
    onFetch: (outcome) => outcome === 'failed' && log.warn('keys not fetched'),
  });
  void keys.warm(trust.ehrs);
  const calls = createCallLimits(config.limits.requestsPerMinute, config.limits.concurrentCalls, Date.now, parts.sharedCounts?.());
  const reader = createFhirReader({ onRoundTrip: (outcome, ms) => metrics.fhir(outcome, ms / 1000) });
  let stopping = false;
  const now = (): Date => new Date();
  const publicUrl = (): string => trust.publicUrl;
  server.on(
    'request',
    createApp({
      clinic,
      ...(config.oncoKb === undefined ? {} : { annotate: oncoKbAnnotator(config.oncoKb) }),
      trialSearchset: clinic.trialSearchset,
      reader,
      store: opened,
      log,
      metrics,
      metricsText: parts.sharedMetrics?.(registry) ?? (() => metrics.text()),
      keyed: createKeyed(secretFor(config.secret, config.dataFolder)),
      calls,
      recent: createRecentAnswers(),
      limits: config.limits,
      trust: () => trust,
      publicUrl,
      newUuid: randomUUID,
      now,
      identify: createIdentify({
        trust: () => trust,
        publicUrl,
        keys,
        now,
        maxAgeSeconds: config.limits.tokenAgeSeconds,
        firstUse: opened.firstUse,
        waitOf: calls.waitOf,
        log,
        onRefused: metrics.refused,
      }),
      panelFolder: join(packageRoot(), 'dist', 'smart-app'),
      ...(config.adminToken === undefined ? {} : { adminToken: config.adminToken }),
      afterAnswer: (work) => void setImmediate(work),
      isStopping: () => stopping,
    }),
  );
  log.info('listening', { address, count: trust.ehrs.length });
  return {
    address,
    async stop() {
      stopping = true;
      await closeServer(server, () => log.warn('connections that did not end were cut'));
      await opened.close();
      await reader.close();
      log.flush();
    },
    reload() {
      const fresh = reloadTrust(config, log);
      if (fresh === null) return;
      trust = fresh;
      void keys.warm(trust.ehrs);
    },
  };
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Answers what has been asked, takes no new connections, and does not wait for idle ones. */
async function closeServer(server: Server, onCut: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  // A connection that was busy just now is kept alive by its client: it would be waited for to the end of the time.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  const timer = setTimeout(() => {
    onCut();
    server.closeAllConnections();
  }, DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}

function reloadTrust(config: Config, log: Log): Trust | null {
  if (config.trustFile === undefined) return null;
  const issues: string[] = [];
  const trust = readTrust(config.trustFile, config.host, config.port, (path) => readFileSync(path, 'utf8'), issues);
  if (trust === null || issues.length > 0) {
    log.error('trust file not accepted; the old one stays in force', { cause: issues.join('; ') });
    return null;
  }
  log.info('trust file reloaded', { count: trust.ehrs.length });
  return trust;
}
