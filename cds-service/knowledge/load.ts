/** Loads every knowledge file at start; the only place that reads them. A file that does not fit its schema stops the start. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drugTable } from '../../fhir-profiles/codes/drug/table.ts';
import { geneTable } from '../../fhir-profiles/codes/gene/table.ts';
import { tumourTable } from '../../fhir-profiles/codes/tumour/table.ts';
import { packageRoot } from './package-root.ts';
import { loadOncologyKnowledge } from './oncology/load.ts';
import { loadPgxKnowledge } from './pgx/load.ts';
import type { Knowledge } from './types.ts';

/**
 * Reads and checks all knowledge files; once per process. Throws when one is missing or does not have its shape. `root`: the package
 * folder.
 */
export function loadKnowledge(root: string = packageRoot()): Knowledge {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  const codes = (name: string) => read('fhir-profiles', 'codes', 'data', name);
  const knowledge = (name: string) => read('cds-service', 'knowledge', 'data', name);

  const genes = geneTable(codes('genes.json'));
  const drugs = drugTable(codes('drugs.json'));
  const tumours = tumourTable(codes('tumours.json'));
  const pgx = loadPgxKnowledge(knowledge('pgx-guideline.json'), knowledge('pgx-clinical.json'));
  const oncology = { ...loadOncologyKnowledge(knowledge), perpetrators: pgx.clinical.perpetrators };
  return {
    vocabulary: { genes, drugs, tumours },
    pgx,
    oncology,
    headers: [pgx.guideline.header, pgx.clinical.header, oncology.header, ...oncology.parts, drugs.header, genes.header, tumours.header],
  };
}
