/** What the panel's calls need from outside: all that the hooks do, and what only the panel shows. */
import type { HookDependencies } from '../hooks/dependencies.ts';
import type { Annotate } from '../oncokb/index.ts';

export interface PanelDependencies extends HookDependencies {
  /** Lines of a source that the site subscribes to, for the panel's report alone; absent = none is configured. */
  readonly annotate?: Annotate;
  /** Matching trials of a patient's Bundle as a FHIR search set; null when it holds several patients. Absent = not served. */
  readonly trialSearchset?: (bundle: unknown, asOf: string, outcome?: boolean) => object | null;
  /** Folder of the built panel; absent or missing = no panel is served. */
  readonly panelFolder?: string;
}
