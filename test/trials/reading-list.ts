/**
 * Every criterion of a file of registry records with how far it was read, for those who widen the recognisers:
 *   npx tsx test/trials/reading-list.ts [RECORDS.jsonl] > list.tsv
 * Columns: whole | part | mention | soft | text; plain | alternatives | conditional | qualified; side; kinds; registry id; text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { readingContext } from '../../cds-service/trials/index.ts';
import { readCriterion } from '../../cds-service/trials/criteria/read-criterion.ts';
import { splitCriteria } from '../../cds-service/trials/criteria/text/sections.ts';
import { kindsIn, readingState } from './reading-state.ts';

const file = process.argv[2] ?? join(packageRoot(), '..', 'shared', 'reference', 'trials', 'ctgov_oncology_2026-01.jsonl');
const { oncology, vocabulary } = loadKnowledge();
const context = readingContext(oncology, vocabulary.tumours);
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line === '') continue;
  for (const one of readTrials(JSON.parse(line), '2026-01-05')) {
    if ('fault' in one) continue;
    for (const { kind, text, alternatives, conditional, notes } of splitCriteria(one.record.eligibility)) {
      const { requirement, hard, atoms } = readCriterion(text, context, kind);
      const kinds = [...new Set(atoms.flatMap((atom) => kindsIn(atom.requirement)))];
      const state = kinds.length > 0 ? readingState(requirement) : hard ? 'text' : 'soft';
      const layout = conditional ? 'conditional' : notes.length > 0 ? 'qualified' : alternatives.length > 0 ? 'alternatives' : 'plain';
      process.stdout.write(`${[state, layout, kind, kinds.join('+'), one.record.nctId, text.replace(/\s+/g, ' ')].join('\t')}\n`);
    }
  }
}
