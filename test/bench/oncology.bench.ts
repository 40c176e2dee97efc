/** Speed of the oncology room: load below 500 ms, 500 variants below 20 ms, cost by the patient's variants. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadOncologyKnowledge } from '../../cds-service/knowledge/oncology/load.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import { panelOf } from '../oncology/panel.ts';
import { shippedOncology } from '../oncology/knowledge.ts';

const knowledge = shippedOncology();
const small = panelOf(50, knowledge);
const large = panelOf(500, knowledge);

describe('oncology', () => {
  bench('load the knowledge', () => {
    loadOncologyKnowledge(
      (name) => JSON.parse(readFileSync(join(packageRoot(), 'cds-service', 'knowledge', 'data', name), 'utf8')) as unknown,
    );
  });
  bench('match 50 variants', () => void matchTherapies(small, knowledge));
  bench('match 500 variants', () => void matchTherapies(large, knowledge));
});
