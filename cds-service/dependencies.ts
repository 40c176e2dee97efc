/** Everything the routes need from outside, passed in: tests give fakes, `main` gives the real things. */
import type { Request } from 'express';
import type { Limits } from './config/config.ts';
import type { Trust, TrustedEhr } from './config/trust.ts';
import type { FhirReader } from './ehr/fhir-server.ts';
import type { Clinic } from './hooks/answer.ts';
import type { Log } from './operation/log.ts';
import type { Metrics } from './operation/metrics.ts';
import type { Keyed } from './store/secret.ts';
import type { RecentAnswers } from './hooks/recent.ts';
import type { CallLimits } from './hooks/call-limits.ts';
import type { Annotate } from './oncokb/index.ts';
import type { Store } from './store/types.ts';

export interface Dependencies {
  readonly clinic: Clinic;
  /** Lines of a source that the site subscribes to, for the panel's report alone; absent = none is configured. */
  readonly annotate?: Annotate;
  /** Matching trials of a patient's Bundle as a FHIR search set; null when it holds several patients. Absent = not served. */
  readonly trialSearchset?: (bundle: unknown, asOf: string, outcome?: boolean) => object | null;
  readonly reader: FhirReader;
  readonly store: Store;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Figures of all processes of this service. */
  readonly metricsText: () => Promise<string>;
  readonly isStopping: () => boolean;
  readonly keyed: Keyed;
  readonly calls: CallLimits;
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
  /** Folder of the built panel; absent or missing = no panel is served. */
  readonly panelFolder?: string;
  /** Opens /admin for its bearer; absent = there is no /admin. */
  readonly adminToken?: string;
  /** Does work once the answer has gone out. */
  readonly afterAnswer: (work: () => void) => void;
}
