/** What the hooks need from outside, passed in: tests give fakes, the server gives the real things. */
import type { Request } from 'express';
import type { Limits } from '../config/config.ts';
import type { Trust, TrustedEhr } from '../config/trust.ts';
import type { FhirReader } from '../ehr/fhir-server.ts';
import type { Log } from '../operation/log.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { Keyed } from '../store/secret.ts';
import type { Store } from '../store/types.ts';
import type { Clinic } from './answer.ts';
import type { RecentAnswers } from './recent.ts';

export interface HookDependencies {
  readonly clinic: Clinic;
  readonly reader: FhirReader;
  readonly store: Store;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly keyed: Keyed;
  readonly recent: RecentAnswers;
  readonly limits: Limits;
  /** The trust in force; changes on reload. */
  readonly trust: () => Trust;
  /** Without trailing slash. */
  readonly publicUrl: () => string;
  readonly newUuid: () => string;
  readonly now: () => Date;
  /** The trusted EHRs that the caller of `path` may be; throws a 401 Refusal when it is none. Runs before the body is read. */
  readonly identify: (request: Request, path: string) => Promise<readonly TrustedEhr[]>;
  /** Does work once the answer has gone out. */
  readonly afterAnswer: (work: () => void) => void;
}
