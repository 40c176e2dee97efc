/** `npx tsx test/library/api-file.ts`: writes docs/api.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReference, publicDeclarations } from './api-reference.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'api.md'), apiReference(publicDeclarations()));
