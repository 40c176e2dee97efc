/** The clinical core with everything it knows already inside: loaded once, used by the service and the command line. */
import { loadModels } from '../models/runtime/load.ts';
import { toCards } from './cards/index.ts';
import { interpretAndPredict, type InterpretInput } from './interpret.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { packageRoot } from './knowledge/package-root.ts';
import type { PatientReport } from './report/types.ts';

export interface LoadedClinic {
  interpret(input: InterpretInput): Promise<PatientReport>;
  readonly toCards: typeof toCards;
}

export async function loadClinic(root: string = packageRoot()): Promise<LoadedClinic> {
  const knowledge = loadKnowledge(root);
  const models = await loadModels(root);
  return { interpret: (input) => interpretAndPredict(input, knowledge, models), toCards };
}
