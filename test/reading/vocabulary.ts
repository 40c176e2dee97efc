/** The compiled look-up tables, opened once for all reading tests. */
import { readFileSync } from 'node:fs';
import { drugTable } from '../../fhir-profiles/codes/drug/table.ts';
import { geneTable } from '../../fhir-profiles/codes/gene/table.ts';
import { tumourTable } from '../../fhir-profiles/codes/tumour/table.ts';
import { readPatient, type ReadResult } from '../../fhir-profiles/index.ts';
import type { Vocabulary } from '../../fhir-profiles/vocabulary.ts';

const table = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fhir-profiles/codes/data/${name}`, import.meta.url), 'utf8'));

export const vocabulary: Vocabulary = {
  genes: geneTable(table('genes.json')),
  drugs: drugTable(table('drugs.json')),
  tumours: tumourTable(table('tumours.json')),
};

export const AS_OF = '2026-11-21';

export function read(input: unknown, patientId?: string): ReadResult {
  return readPatient(input, { asOf: AS_OF, vocabulary, ...(patientId === undefined ? {} : { patientId }) });
}
