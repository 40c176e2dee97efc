import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches, sourceFiles } from './import-rules.ts';

const root = join(import.meta.dirname, '..');

function breachesOf(file: string, text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'genehook-imports-'));
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
  return breaches(folder, file);
}

describe('imports run one way (ARCHITECTURE.md)', () => {
  it('no file breaks the rules', () => {
    expect(sourceFiles(root).flatMap((file) => breaches(root, file))).toEqual([]);
  });

  it.each([
    ['fhir-profiles/read/x.ts', `import { a } from '../../cds-service/pgx/index.ts';`],
    ['cds-service/pgx/x.ts', `import { a } from '../cards/index.ts';`],
    ['cds-service/pgx/x.ts', `import { readFileSync } from 'node:fs';`],
    ['cds-service/cards/x.ts', `export const now = Date.now();`],
    ['cds-service/report/x.ts', `import { app } from '../hooks/index.ts';`],
    ['smart-app/x.tsx', `import { toReport } from '../cds-service/report/index.ts';`],
    ['cds-service/operation/x.ts', `import { createApp } from '../server/app.ts';`],
    ['cds-service/operation/x.ts', `import { SERVICES } from '../hooks/services.ts';`],
    ['cds-service/hooks/x.ts', `import { readReportRequest } from '../panel/report-request.ts';`],
    ['cds-service/hooks/x.ts', `import type { Dependencies } from '../server/dependencies.ts';`],
    ['cds-service/panel/x.ts', `import { loadClinic } from '../clinic.ts';`],
    ['cds-service/cli/x.ts', `import { serve } from '../server/serve.ts';`],
    ['cds-service/report/x.ts', `import { severity } from '../pgx/advice/severity.ts';`],
    ['cds-service/hooks/x.ts', `import { patients } from '../../fixtures/patients.ts';`],
    ['fhir-profiles/read/variant/notation/x.ts', `import { a } from '../result/index.ts';`],
    ['cds-service/trials/verdict/x.ts', `import { a } from '../search/index.ts';`],
  ])('%s with %s is refused', (file, text) => {
    expect(breachesOf(file, text)).toHaveLength(1);
  });

  it('the panel may import the types of the report', () => {
    expect(breachesOf('smart-app/x.tsx', `import type { PatientReport } from '../cds-service/report/types.ts';`)).toEqual([]);
  });
});
