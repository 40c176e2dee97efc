/**
 * Compiles the curated tables of this folder into `data/pgx-clinical.json`:
 *   npx tsx cds-service/knowledge/pgx-clinical/compile.ts
 * Ids come from the drug vocabulary; a drug that it does not know keeps an empty id and is matched by name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DrugNames } from './drug-names.ts';
import { compileClinical, type ClinicalTables } from './tables.ts';

const home = dirname(fileURLToPath(import.meta.url));
const root = join(home, '..', '..', '..');
export const CLINICAL_FILE = join(home, '..', 'data', 'pgx-clinical.json');

export function readTables(): ClinicalTables {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(home, name), 'utf8'));
  return {
    sources: json('sources.json') as ClinicalTables['sources'],
    perpetrators: readFileSync(join(home, 'perpetrators.tsv'), 'utf8'),
    preTests: json('pre-tests.json') as ClinicalTables['preTests'],
    alternatives: json('alternatives.json') as ClinicalTables['alternatives'],
    cautions: json('cautions.json') as ClinicalTables['cautions'],
    indications: json('indications.json') as ClinicalTables['indications'],
    labels: json('labels.json') as ClinicalTables['labels'],
    usualDoses: json('usual-doses.json') as ClinicalTables['usualDoses'],
    ids: json('rxnorm-ids.json') as ClinicalTables['ids'],
  };
}

export function readDrugNames(): DrugNames {
  return JSON.parse(readFileSync(join(root, 'fhir-profiles', 'codes', 'data', 'drugs.json'), 'utf8')) as DrugNames;
}

/** Drugs for which a dose figure can be asked for: those with a guideline or label row. */
export function readAdvisedDrugs(): ReadonlySet<string> {
  const stored = JSON.parse(readFileSync(join(home, '..', 'data', 'pgx-guideline.json'), 'utf8')) as {
    recommendations: { drug: string }[];
  };
  return new Set(stored.recommendations.map(({ drug }) => drug));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(CLINICAL_FILE, `${JSON.stringify(compileClinical(readTables(), readDrugNames(), readAdvisedDrugs()), null, 1)}\n`);
}
