/**
 * Types and codes that name a kind of carcinoma and no organ: the site comes from the words beside the code or from the body site then.
 * SNOMED CT codes as public FHIR examples carry them (363346000 in HL7's Condition examples, 443961001 in the German oncology profiles,
 * 402815007 in those of the CodeX trial matching services), each with its fully specified name.
 */
import type { Code } from '../../facts.ts';
import type { TumourTable } from '../../vocabulary.ts';
import { SNOMED } from '../systems.ts';
import { entryOf } from '../../entry-of.ts';

const SNOMED_KINDS: Readonly<Record<string, string>> = {
  '363346000': 'cancer', // Malignant neoplastic disease (disorder)
  '443961001': 'adenocarcinoma', // Malignant adenomatous neoplasm (disorder)
  '402815007': 'squamous cell carcinoma', // Squamous cell carcinoma (disorder)
};

/** "adenocarcinoma" for a code that says this and no organ; null for every other code. */
export function snomedKind({ system, code }: Pick<Code, 'system' | 'code'>): string | null {
  return system === SNOMED ? (entryOf(SNOMED_KINDS, code) ?? null) : null;
}

const [CANCER, CARCINOMA, BY_ORGAN] = ['DOID:162', 'DOID:305', 'DOID:0050686'] as const;

/** Cancer, carcinoma, adenocarcinoma, squamous cell carcinoma and the like "not otherwise specified"; not sarcomas, lymphomas or melanomas. */
export function namesNoOrgan(type: { readonly oncotree: string | null; readonly doid: string | null }, table: TumourTable): boolean {
  if (type.oncotree !== null) return table.tissueOf?.(type.oncotree) === 'OTHER';
  if (type.doid === CANCER || type.doid === CARCINOMA) return true;
  return type.doid !== null && table.isAbove?.(CARCINOMA, type.doid) === true && table.isAbove(BY_ORGAN, type.doid) !== true;
}
