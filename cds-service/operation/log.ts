/** JSON lines for operators: only the members named here are ever written, so patient data cannot slip in. */
import { pino, type DestinationStream } from 'pino';

/** Everything a log line may say. Values are codes, counts, durations and ids of ours: never text of a request. */
export interface LogFields {
  readonly request?: string;
  readonly service?: string;
  readonly ehr?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly cards?: number;
  readonly cause?: string;
  readonly error?: string;
  readonly where?: string;
  readonly count?: number;
  readonly address?: string;
  /** A claim of a refused token, so that a site can be helped to configure its EHR. */
  readonly received?: string;
}

const FIELDS = ['request', 'service', 'ehr', 'status', 'ms', 'cards', 'cause', 'error', 'where', 'count', 'address', 'received'] as const;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** Writes what is buffered, before the process ends. */
  flush(): void;
}

export function createLog(level: string, stream?: DestinationStream): Log {
  const lines = stream ?? pino.destination({ dest: 2, sync: false, minLength: 8192, periodicFlush: 250 });
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines);
  return {
    info: (event, fields = {}) => logger.info(allowed(fields), event),
    warn: (event, fields = {}) => logger.warn(allowed(fields), event),
    error: (event, fields = {}) => logger.error(allowed(fields), event),
    flush: () => void logger.flush(),
  };
}

function allowed(fields: LogFields): Record<string, string | number> {
  const line: Record<string, string | number> = {};
  for (const name of FIELDS) {
    const value = fields[name];
    if (typeof value === 'number') line[name] = Math.round(value * 10) / 10;
    else if (typeof value === 'string') line[name] = value.slice(0, 200);
  }
  return line;
}

/** What may be said of an exception: its class and the place in our code, never its message (it may quote a request). */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const line = error.stack?.split('\n').find((text) => /cds-service|fhir-profiles|models/.test(text)) ?? '';
  const where = /((?:cds-service|fhir-profiles|models)\/[\w./-]+:\d+)/.exec(line)?.[1];
  return { error: error.name, ...(where === undefined ? {} : { where }) };
}
