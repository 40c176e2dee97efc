/** The knowledge as it ships, read once for the tests of this folder. */
import { readFileSync } from 'node:fs';
import { loadPgxKnowledge } from '../../cds-service/knowledge/pgx/load.ts';
import type { PgxKnowledge } from '../../cds-service/knowledge/pgx/types.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../cds-service/knowledge/data/${name}`, import.meta.url), 'utf8'));

export const knowledge: PgxKnowledge = loadPgxKnowledge(read('pgx-guideline.json'), read('pgx-clinical.json'));
