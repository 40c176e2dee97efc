/** A process that answers, as the signals to it need it. */
export interface Running {
  stop(): Promise<void>;
  /** Reads the trust file again; a file that is not valid changes nothing. */
  reload(): void;
}

/** SIGTERM and SIGINT stop gracefully, once; the same again stops at once. SIGHUP reads the trust file again. */
export function onStopSignals(serving: Running): void {
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

/** Said to a service that another program starts for itself: it ends when that program does, however that ended. */
export const END_WITH_PARENT = '--end-with-parent';

/** The parent holds the other end of standard input for as long as it lives. Called once, before anything takes its time. */
export function endWithParent(argv: readonly string[], input: NodeJS.ReadableStream): void {
  if (!argv.includes(END_WITH_PARENT)) return;
  const end = (): void => void process.kill(process.pid, 'SIGTERM');
  input.once('end', end).once('error', end).resume();
}

/** A program that npm started goes on by itself when npm is ended: a signal reaches npm and the shell between, and no further. */
export function onOrphaned(stop: () => void, everyMs = 1_000): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, everyMs);
  look.unref();
}
