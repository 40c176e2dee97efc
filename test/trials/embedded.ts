import { join } from 'node:path';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { TrialFile } from '../../cds-service/knowledge/trials/types.ts';
import { readTrialFile } from '../../cds-service/trial-library/shelf.ts';

/** The set of trials that comes with the product. */
export function loadTrials(): TrialFile {
  const file = readTrialFile(join(packageRoot(), 'cds-service', 'knowledge', 'data', 'trials.json'));
  if (file === null) throw new Error('the trials that come with the product are missing');
  return file;
}
