/** Reads the reference lists (tab-separated) that the shipped drug table is compiled from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrugData } from '../../../../fhir-profiles/codes/drug/data.ts';
import type { KnowledgeHeader } from '../../../../fhir-profiles/knowledge-header.ts';
import { compileDrugs, type DrugSources } from './index.ts';
import { ATC_OF } from './atc.ts';
import { COMMON_INGREDIENTS } from './common.ts';
import { FURTHER_CONCEPTS } from './concepts.ts';
import { INGREDIENT_IDS } from './ids.ts';
import { RXNORM_INGREDIENTS } from '../oncology/rxnorm.ts';
import { FURTHER_BRANDS } from './further-brands.ts';
import { BRANDS } from './brands.ts';
import { EVERYDAY_BRANDS } from './everyday.ts';
import { SHORT_COMBINATIONS, SHORT_NAMES } from './short-names.ts';
import { COMBINATIONS } from './combinations.ts';
import { CLASSES, FURTHER_INGREDIENTS, SAME_AS } from './names.ts';

const HEADER: KnowledgeHeader = {
  id: 'rxnorm-drugs',
  version: '2024-12 sample',
  date: '2024-12-31',
  licence: 'Public domain (RxNorm names); CC0-1.0 (CPIC drug list, CIViC therapy names); Apache-2.0 (selection of oncology codes)',
  sources: [
    {
      label: 'RxNorm names in HL7/CMS eCQM 2024 and CDC opioid guidance value sets; source: U.S. National Library of Medicine',
      url: 'https://www.nlm.nih.gov/research/umls/rxnorm/',
      date: '2024-12-31',
      licence: 'Public domain',
    },
    {
      label: 'RxNorm codes of oncology medications, mCODE clinical trial matching app',
      url: 'https://github.com/mcode/clinical-trial-matching-service',
      date: '2024-12-31',
      licence: 'Apache-2.0',
    },
    {
      label: 'CPIC drug list with RxNorm and ATC ids',
      url: 'https://github.com/cpicpgx/cpic-data',
      date: '2026-05-31',
      licence: 'CC0-1.0',
    },
    {
      label: 'ATC codes of combinations, WHO ATC/DDD index (WHO Collaborating Centre for Drug Statistics Methodology)',
      url: 'https://atcddd.fhi.no/atc_ddd_index/',
      date: '2026-04-25',
      licence: 'Facts: codes and the substances they stand for',
    },
    {
      label: 'Opioid drug names with generic names, Medicare Part D prescriber data, Centers for Medicare & Medicaid Services',
      url: 'https://data.cms.gov/provider-summary-by-type-of-service/medicare-part-d-prescribers',
      date: '2026-11-23',
      licence: 'US government work',
    },
    {
      label: 'Brand and ward names of everyday drugs, found alike in two or more public lists',
      url: 'https://www.nlm.nih.gov/research/umls/rxnorm/',
      date: '2026-11-23',
      licence: 'Facts: names and the substances they stand for',
    },
    {
      label: 'RxNorm ingredient ids found alike in two or more public lists; source: U.S. National Library of Medicine',
      url: 'https://www.nlm.nih.gov/research/umls/rxnorm/',
      date: '2026-11-21',
      licence: 'Public domain',
    },
  ],
};

/**
 * Compiles the shipped table from the folder of reference lists (`drugs/rxnorm_clinical_drugs.tsv`, `oncology/rxnorm_oncology_medications.tsv`,
 * `pgx/drugs.tsv`, `pgx/fda_drugs.tsv`). A list that is not there is passed over.
 */
export function importDrugs(dir: string): DrugData {
  return compileDrugs(referenceSources(dir), HEADER);
}

export function referenceSources(dir: string): DrugSources {
  const clinical = rows(dir, 'drugs', 'rxnorm_clinical_drugs.tsv').map(([rxnorm = '', name = '']) => ({
    rxnorm,
    name,
    ingredient: !/\d/.test(name) && !name.includes('['),
  }));
  const oncology = rows(dir, 'oncology', 'rxnorm_oncology_medications.tsv').map(([rxnorm = '', name = '']) => ({
    rxnorm,
    name,
    mayBeBrand: true,
  }));
  const civic = rows(dir, 'oncology', 'civic', 'evidence_accepted_2026-05.tsv').flatMap((row) =>
    (row[5] ?? '').split(',').map((name) => name.trim()),
  );
  const studied = [...new Set(civic)].filter(
    (name) => /^[A-Z][a-z]{5,}( (Deruxtecan|Emtansine|Govitecan))?$/.test(name) && !/therapy$|surgery$/i.test(name),
  );
  const cpic = rows(dir, 'pgx', 'drugs.tsv').map(([name = '', rxnorm = '', atc = '']) => ({
    name,
    rxnorm,
    atc: atc.split(',').filter((code) => /^[A-Z]\d\d[A-Z]{2}\d\d$/.test(code)),
  }));
  const fda = rows(dir, 'pgx', 'fda_drugs.tsv').map(([, name = '', rxnorm = '']) => ({ name, rxnorm, atc: [] }));
  const single = [...cpic, ...fda].filter((row) => isSingleDrug(row.name));
  return {
    concepts: [...clinical, ...oncology, ...Object.entries(FURTHER_CONCEPTS).map(([rxnorm, name]) => ({ rxnorm, name }))],
    ingredients: [
      ...Object.entries({ ...RXNORM_INGREDIENTS, ...INGREDIENT_IDS }).map(([name, rxnorm]) => ({ name, rxnorm })),
      ...single.map(({ name, rxnorm, atc }) => ({ name, atc, ...(/^\d+$/.test(rxnorm) ? { rxnorm } : {}) })),
      ...Object.entries(ATC_OF).map(([name, atc]) => ({ name, atc })),
      ...[...studied, ...FURTHER_INGREDIENTS, ...COMMON_INGREDIENTS, 'oxygen', 'insulin'].map((name) => ({ name })),
      { name: 'mycophenolate mofetil', rxnorm: '68149' },
    ],
    sameAs: { ...SHORT_NAMES, ...SAME_AS },
    aliases: { ...SHORT_COMBINATIONS, ...COMBINATIONS },
    brands: { ...FURTHER_BRANDS, ...EVERYDAY_BRANDS, ...BRANDS },
    classes: CLASSES,
  };
}

/** The lists also name combinations, classes and things that are no drugs. */
function isSingleDrug(name: string): boolean {
  return !/[/,]| and |inhibitors|agents|compounds|antibacterials|antidepressants|antipsychotics|bisphosphonates|sulfonamides|contraceptives|anthracyclines|radiotherapy|moviprep/i.test(
    name,
  );
}

function rows(dir: string, ...path: readonly string[]): string[][] {
  const file = join(dir, ...path);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}
