import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOncologyKnowledge } from '../../cds-service/knowledge/oncology/load.ts';
import type { OncologyKnowledge } from '../../cds-service/knowledge/oncology/types.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';

let loaded: OncologyKnowledge | undefined;

/** The knowledge as shipped, loaded once per test file. */
export function shippedOncology(): OncologyKnowledge {
  loaded ??= loadOncologyKnowledge(
    (name) => JSON.parse(readFileSync(join(packageRoot(), 'cds-service', 'knowledge', 'data', name), 'utf8')) as unknown,
  );
  return loaded;
}
