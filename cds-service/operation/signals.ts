import type { Serving } from './serve.ts';

/** SIGTERM and SIGINT stop gracefully, once; the same again stops at once. SIGHUP reads the trust file again. */
export function onStopSignals(serving: Pick<Serving, 'stop' | 'reload'>): void {
  let stoppedBy: string | null = null;
  const stop = (signal: string): void => {
    if (stoppedBy === signal) process.exit(1);
    if (stoppedBy !== null) return;
    stoppedBy = signal;
    serving.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', () => serving.reload());
}
