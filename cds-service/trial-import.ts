/** Records into the compiled index: incremental (a record replaces the older one of its id), a bad record is skipped and said. */
import type { KnowledgeHeader } from '../fhir-profiles/knowledge-header.ts';
import type { ReadTrial } from './knowledge/import/trials.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { CompiledTrial } from './knowledge/trials/types.ts';
import { readTrialFile, writeTrialFile } from './trial-library.ts';
import { compileTrial, readingContext } from './trials/index.ts';

export interface ImportSummary {
  readonly read: number;
  readonly added: number;
  readonly replaced: number;
  readonly total: number;
  readonly faults: readonly string[];
}
export interface ImportOptions {
  /** The index file. */
  readonly path: string;
  readonly root: string;
  readonly replace: boolean;
  readonly today: string;
  readonly tick?: () => void;
}

export async function importTrials(
  records: AsyncIterable<ReadTrial> | Iterable<ReadTrial>,
  options: ImportOptions,
): Promise<ImportSummary> {
  const { vocabulary, oncology } = loadKnowledge(options.root);
  const context = readingContext(oncology, vocabulary.tumours);
  const old = options.replace ? null : readTrialFile(options.path);
  const trials = new Map<string, CompiledTrial>((old?.trials ?? []).map((trial) => [trial.record.nctId, trial]));
  const faults: string[] = [];
  let [read, added, replaced] = [0, 0, 0];
  for await (const one of records) {
    read += 1;
    options.tick?.();
    if ('fault' in one) {
      faults.push(`record ${read}: ${one.fault}`);
      continue;
    }
    try {
      const compiled = compileTrial(one.record, context);
      if (trials.has(one.record.nctId)) replaced += 1;
      else added += 1;
      trials.set(one.record.nctId, compiled);
    } catch (error) {
      faults.push(`record ${read} (${one.record.nctId}): ${error instanceof Error ? error.message : 'not readable'}`);
    }
  }
  const sorted = [...trials.values()].sort((a, b) => a.record.nctId.localeCompare(b.record.nctId));
  if (read > faults.length) writeTrialFile(options.path, { format: 1, header: trialHeader(sorted, options.today), trials: sorted });
  return { read, added, replaced, total: trials.size, faults };
}

export function trialHeader(trials: readonly CompiledTrial[], today: string): KnowledgeHeader {
  const latest =
    trials
      .map(({ record }) => record.date)
      .filter((day) => /^\d{4}-\d{2}-\d{2}/.test(day))
      .sort()
      .at(-1)
      ?.slice(0, 10) ?? today;
  const registries = [...new Set(trials.map(({ record }) => record.registry))];
  const licence = 'ClinicalTrials.gov terms: free to use with attribution and date';
  return {
    id: 'clinical-trials',
    version: `${latest}, ${trials.length} trials`,
    date: latest,
    licence,
    sources: registries.map((label) => ({
      label,
      url: label === 'ClinicalTrials.gov' ? 'https://clinicaltrials.gov' : '',
      date: latest,
      licence: label === 'ClinicalTrials.gov' ? licence : 'see the source',
    })),
  };
}
