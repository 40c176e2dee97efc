/** Small releases as a site would download them, in the shapes of their publishers; drug, alleles and trial are made up. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CPIC_SAMPLE } from '../pgx-knowledge/cpic-sample.ts';

const concept = (id: string, kind: string, name: string): string => `${id}|ENG||||||A${id}||${id}||RXNORM|${kind}|${id}|${name}||N|4096|`;
const relation = (from: string, kind: string, to: string): string => `${to}||CUI|RN|${from}||CUI|${kind}|1||RXNORM|RXNORM||||4096|`;
const RXNORM: Readonly<Record<string, readonly string[]>> = {
  'RXNCONSO.RRF': [
    concept('999001', 'IN', 'examplumab'),
    concept('999002', 'SCD', 'examplumab 10 MG Oral Tablet'),
    concept('999003', 'SCDC', 'examplumab 10 MG'),
  ],
  'RXNREL.RRF': [relation('999002', 'consists_of', '999003'), relation('999003', 'has_ingredient', '999001')],
  'RXNSAT.RRF': [],
};

const TRIAL = {
  protocolSection: {
    identificationModule: { nctId: 'NCT90000001', briefTitle: 'A made-up trial (synthetic)' },
    statusModule: { overallStatus: 'RECRUITING', lastUpdatePostDateStruct: { date: '2026-11-01' } },
    designModule: { phases: ['PHASE2'], studyType: 'INTERVENTIONAL' },
    conditionsModule: { conditions: ['Non-small cell lung cancer'] },
    eligibilityModule: {
      eligibilityCriteria: 'Inclusion Criteria:\n\n* EGFR L858R mutation\n\nExclusion Criteria:\n\n* Pregnancy',
      minimumAge: '18 Years',
      sex: 'ALL',
    },
  },
};

/** Writes `releases/` into a working copy. */
export function putReleases(folder: string): void {
  const releases = join(folder, 'releases');
  mkdirSync(join(releases, 'cpic'), { recursive: true });
  mkdirSync(join(releases, 'rxnorm'), { recursive: true });
  for (const [name, rows] of Object.entries(CPIC_SAMPLE)) writeFileSync(join(releases, 'cpic', `${name}.json`), JSON.stringify(rows));
  for (const [name, lines] of Object.entries(RXNORM)) writeFileSync(join(releases, 'rxnorm', name), `${lines.join('\n')}\n`);
  writeFileSync(join(releases, 'trials.ndjson'), `${JSON.stringify(TRIAL)}\n`);
}

/** What a step left behind, for a test to look at. */
export function written(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
