/**
 * Makes the small set of real trials that comes with the product: `npx tsx test/trials/default-set.ts FILE.jsonl`. Open trials that select by a
 * gene or marker, shortest records first within each gene, so that many genes are there and the file stays below the limit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { CompiledTrial, Requirement } from '../../cds-service/knowledge/trials/types.ts';
import { headerOf } from '../../cds-service/trial-library/header.ts';
import { embeddedTrials, trialFileText } from '../../cds-service/trial-library/shelf.ts';
import { compileTrial, isOpen, readingContext } from '../../cds-service/trials/index.ts';

const LIMIT = 960_000;
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: default-set.ts FILE.jsonl');
const { oncology, vocabulary } = loadKnowledge();
const context = readingContext(oncology, vocabulary.tumours);
const groups = new Map<string, { readonly trial: CompiledTrial; readonly size: number }[]>();
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line === '') continue;
  for (const one of readTrials(JSON.parse(line), '2026-01-05')) {
    if ('fault' in one || !isOpen(one.record.status)) continue;
    const trial = compileTrial(one.record, context);
    const label = trial.criteria.flatMap(({ kind, requirement }) => (kind === 'inclusion' ? labels(requirement) : []))[0];
    if (label === undefined) continue;
    const key = label.split(/[ ,/-]/)[0] ?? label;
    groups.set(key, [...(groups.get(key) ?? []), { trial, size: JSON.stringify(trial).length }]);
  }
}
for (const group of groups.values()) group.sort((a, b) => a.size - b.size);
const chosen: CompiledTrial[] = [];
let size = 2_000;
for (let round = 0; size < LIMIT && [...groups.values()].some((group) => group[round] !== undefined); round += 1) {
  for (const group of groups.values()) {
    const one = group[round];
    if (one === undefined || size + one.size + 2 > LIMIT || one.size > 20_000) continue;
    chosen.push(one.trial);
    size += one.size + 2;
  }
}
chosen.sort((a, b) => a.record.nctId.localeCompare(b.record.nctId));
const registries = [...new Set(chosen.map(({ record }) => record.registry))].sort();
const days = chosen.map(({ record }) => /^\d{4}-\d{2}-\d{2}/.exec(record.date)?.[0] ?? '');
const header = headerOf(chosen.length, registries, days.sort().at(-1) || '2026-01-05');
const text = trialFileText({ format: 1, header, trials: chosen });
writeFileSync(embeddedTrials(packageRoot()), text);
process.stdout.write(`${chosen.length} trials, ${text.length} characters\n`);

function labels(asked: Requirement): string[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(labels);
  return asked.kind === 'molecular' ? [asked.label] : [];
}
