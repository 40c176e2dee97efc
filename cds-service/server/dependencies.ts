/** Everything that the routes need from outside, passed in: tests give fakes, `serve` gives the real things. */
import type { CallLimits } from '../operation/call-limits.ts';
import type { PanelDependencies } from '../panel/dependencies.ts';

export interface Dependencies extends PanelDependencies {
  readonly calls: CallLimits;
  /** Figures of all processes of this service. */
  readonly metricsText: () => Promise<string>;
  readonly isStopping: () => boolean;
  /** Opens /admin for its bearer; absent = there is no /admin. */
  readonly adminToken?: string;
}
