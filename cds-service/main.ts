/** Reads the configuration, starts the processes that answer, says when they listen. Nothing else. */
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { readConfig, unknownSettings } from './config/config.ts';
import { packageRoot } from './knowledge/package-root.ts';
import { runPrimary } from './operation/primary.ts';
import { serve } from './server/serve.ts';
import { joinLimits } from './operation/shared-limits.ts';
import { joinMetrics } from './operation/shared-metrics.ts';
import { createRemoteStore } from './operation/shared-store.ts';
import { endWithParent, onStopSignals } from './operation/signals.ts';
import { folderFault } from './store/folder-fault.ts';
import { openStore } from './store/open.ts';
import { createKeyed, secretFor } from './store/secret.ts';
import { keepTrials } from './trial-library/index.ts';

if (!cluster.isWorker) endWithParent(process.argv, process.stdin);

const result = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
if (!result.ok) {
  console.error(['Genehook does not start:', ...result.issues.map((issue) => `  ${issue}`)].join('\n'));
  process.exit(1);
}
const { config } = result;
const now = (): Date => new Date();
if (!cluster.isWorker)
  for (const name of unknownSettings(process.env))
    console.error(`Genehook: ${name.slice(0, 80)} is not a setting that it knows; it does nothing`);

try {
  if (cluster.isWorker) {
    const remote = config.databaseUrl === undefined;
    const serving = await serve(config, {
      openStore: (hooks) => (remote ? createRemoteStore(config.repeatSilenceHours, Date.now) : openOwnStore(hooks)),
      sharedMetrics: joinMetrics,
      sharedCounts: joinLimits,
    });
    process.on('disconnect', () => process.exit(0));
    onStopSignals(serving);
    process.send?.({ listening: serving.address });
  } else if (config.workers > 1) {
    const address = await runPrimary(config, openOwnStore);
    console.log(`Genehook listening on ${address}`);
  } else {
    const serving = await serve(config, { openStore: openOwnStore });
    onStopSignals(serving);
    console.log(`Genehook listening on ${serving.address}`);
  }
} catch (error) {
  console.error(`Genehook does not start: ${startFault(error)}`);
  process.exit(1);
}

function openOwnStore(hooks: { onTrouble: (what: string, count: number) => void; onFatal: (error: Error) => void }) {
  return openStore(config, createKeyed(secretFor(config.secret, config.dataFolder)), { now, ...hooks }, (database) =>
    keepTrials(database, {
      dataFolder: config.dataFolder,
      root: packageRoot(),
      embedded: config.databaseUrl === undefined,
      onTrouble: hooks.onTrouble,
    }),
  );
}

function startFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown cause';
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `PORT: ${config.port} is already in use`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST: is not an address of this machine';
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') return `PORT: ${config.port} is not allowed for this user`;
  return folderFault(error) ?? error.message;
}
