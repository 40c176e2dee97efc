/** The clinical core with everything it knows already inside: loaded once, used by the service and the command line. */
import { existsSync } from 'node:fs';
import type { PredictionCount } from '../models/index.ts';
import { loadModels } from '../models/runtime/load.ts';
import { toCards } from './cards/index.ts';
import { withoutForbidden } from './ehr/consent.ts';
import { interpretAndPredict, type InterpretInput } from './interpret.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { packageRoot } from './knowledge/package-root.ts';
import type { PatientReport } from './report/types.ts';
import { openTrials, snapshotPath } from './trial-library/index.ts';
import { trialSearchset } from './trial-match.ts';

const CONSENT_WARNING = {
  code: 'consent',
  message: 'A consent on file forbids the use of genomic data: nothing but the patient was read.',
} as const;

export interface LoadedClinic {
  interpret(input: InterpretInput): Promise<PatientReport>;
  readonly toCards: typeof toCards;
  drugsNamed(this: void, words: string): number;
  /** Matching trials of a patient's Bundle as a FHIR search set; null when it holds several patients. */
  trialSearchset(this: void, bundle: unknown, asOf: string, outcome?: boolean): object | null;
}

/** `onPrediction` is told of the bins of every prediction, for the drift counts. */
export async function loadClinic(
  root: string = packageRoot(),
  onPrediction?: (count: PredictionCount) => void,
  /** Where imported trials lie. */
  dataFolder: string = process.env.GENEHOOK_DATA || 'data',
): Promise<LoadedClinic> {
  const knowledge = loadKnowledge(root);
  const shelf = openTrials(root, snapshotPath(dataFolder));
  // Imported trials are loaded before the first question, so that no answer is given from the smaller set meanwhile.
  if (existsSync(snapshotPath(dataFolder))) await shelf.ready();
  const trials = shelf.current;
  const loaded = await loadModels(root);
  const models = onPrediction === undefined ? loaded : { ...loaded, onPrediction };
  return {
    async interpret(input) {
      const allowed = withoutForbidden(input.resources, input.asOf);
      if (allowed === null) return interpretAndPredict(input, knowledge, models, trials);
      const report = await interpretAndPredict({ ...input, resources: allowed }, knowledge, models, trials);
      return { ...report, warnings: [...report.warnings, CONSENT_WARNING] };
    },
    toCards,
    drugsNamed: (words) => knowledge.vocabulary.drugs.byText(words)?.ingredients.length ?? 0,
    trialSearchset: (bundle, asOf, outcome) => trialSearchset(bundle, asOf, knowledge, trials, outcome),
  };
}
