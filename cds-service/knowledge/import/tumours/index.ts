/** Compiles the Disease Ontology's tumour terms and OncoTree into `fhir-profiles/codes/data/tumours.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeHeader } from '../../../../fhir-profiles/knowledge-header.ts';
import { MORE_CODES, MORE_DISEASES, MORE_NAMES, OLDER_TYPES, SITE_PAIRS, TYPE_CODES, TYPE_NAMES, WRONG_PAIRS } from './curated.ts';

export interface TumoursFile {
  readonly header: KnowledgeHeader;
  /** One line per Disease Ontology term: DOID number, label, parents, OncoTree codes, codes elsewhere, synonyms; lists joined by `|`. */
  readonly diseases: string;
  /** One line per OncoTree type: code, name, parent, DOID numbers, NCI Thesaurus code, older codes, UMLS ids, codes and names given by hand. */
  readonly types: string;
}

export interface TumourTables {
  readonly diseaseOntology: string;
  readonly oncotree: string;
  readonly pairs: string;
}

const FILES = {
  diseaseOntology: 'disease_ontology_cancer_2026-08.tsv',
  oncotree: 'oncotree_flat_2025_10_03.tsv',
  pairs: 'oncotree_doid_map.tsv',
} as const;

/** Terms under these roots are no malignant or borderline tumours. */
const BENIGN_ROOT = 'DOID:0060072';

/** Pure: the three tables as text in, the compiled table out. */
export function buildTumours(tables: TumourTables): TumoursFile {
  const terms = rows(tables.diseaseOntology);
  const byLabel = new Map(terms.map((term) => [term('label').toLowerCase(), term('doid')] as const));
  const doidOf = (label: string): string => {
    const found = byLabel.get(label.toLowerCase());
    if (found === undefined) throw new Error(`The Disease Ontology table has no term "${label}"`);
    return found;
  };
  const pairs = [
    ...rows(tables.pairs).map((row) => [row('oncotree_code'), row('doid')] as const),
    ...SITE_PAIRS.map(([code, label]) => [code, doidOf(label)] as const),
    ...MORE_DISEASES.map(([doid, , , code]) => [code, doid] as const),
  ].filter(([code, doid]) => !WRONG_PAIRS.some(([wrong, wrongDoid]) => wrong === code && wrongDoid === doid));
  const codes = new Map<string, string[]>();
  for (const [system, code, label] of MORE_CODES) codes.set(doidOf(label), [...(codes.get(doidOf(label)) ?? []), `${system}!${code}`]);
  const names = new Map<string, string[]>();
  for (const [name, label] of MORE_NAMES) names.set(doidOf(label), [...(names.get(doidOf(label)) ?? []), name]);

  const diseases = terms.map((term) => {
    const doid = term('doid');
    const elsewhere = [
      ...prefixed('I', term('icd10cm')),
      ...prefixed('S', term('snomedct')),
      ...prefixed('O', term('icdo')),
      ...prefixed('N', term('ncit')),
      ...prefixed('U', term('umls')),
      ...(codes.get(doid) ?? []).map((code) => code.replace('!', ':!')),
    ];
    const benign = term('ancestors').split('|').includes(BENIGN_ROOT) || doid === BENIGN_ROOT;
    return [
      `${benign ? '-' : ''}${doid.replace('DOID:', '')}`,
      term('label'),
      term('parents').replaceAll('DOID:', ''),
      pairs.flatMap(([code, id]) => (id === doid ? [code] : [])).join('|'),
      elsewhere.join('|'),
      [...term('synonyms').split('|'), ...(names.get(doid) ?? [])].filter((name) => name !== '').join('|'),
    ].join('\t');
  });
  const more = MORE_DISEASES.map(([doid, label, parent, code]) => [doid.slice(5), label, parent.slice(5), code, '', ''].join('\t'));
  const types = rows(tables.oncotree).map((type) =>
    [
      type('code'),
      type('name'),
      type('parent'),
      pairs.flatMap(([code, id]) => (code === type('code') ? [id.replace('DOID:', '')] : [])).join('|'),
      type('nci'),
      [type('history'), type('precursors'), ...OLDER_TYPES.flatMap(([old, current]) => (current === type('code') ? [old] : []))]
        .filter((old) => old !== '')
        .join('|'),
      type('umls'),
      TYPE_CODES.flatMap(([code, own]) => (own === type('code') ? [`I:${code}`] : [])).join('|'),
      TYPE_NAMES.flatMap(([name, own]) => (own === type('code') ? [name] : [])).join('|'),
    ].join('\t'),
  );
  return { header: HEADER, diseases: [...diseases, ...more].sort().join('\n'), types: types.sort().join('\n') };
}

/** Reads the reference folder and gives the text of `tumours.json`. */
export function importTumours(referenceFolder: string): string {
  const read = (name: string) => readFileSync(join(referenceFolder, name), 'utf8');
  const file = buildTumours({ diseaseOntology: read(FILES.diseaseOntology), oncotree: read(FILES.oncotree), pairs: read(FILES.pairs) });
  return `${JSON.stringify(file)}\n`;
}

const HEADER: KnowledgeHeader = {
  id: 'tumour-types',
  version: 'do-2026-08-oncotree-2025-10-03',
  date: '2026-08-01',
  licence: 'CC0-1.0 AND CC-BY-4.0',
  sources: [
    { label: 'Disease Ontology', url: 'https://disease-ontology.org', date: '2026-08-01', licence: 'CC0-1.0' },
    { label: 'OncoTree, Memorial Sloan Kettering', url: 'https://oncotree.mskcc.org', date: '2025-10-03', licence: 'CC-BY-4.0' },
    { label: 'ICD-10-CM category titles', url: 'https://www.cdc.gov/nchs/icd/icd-10-cm', date: '2026-08-01', licence: 'public domain' },
  ],
};

function prefixed(letter: string, list: string): readonly string[] {
  return list.split('|').flatMap((code) => (code === '' ? [] : [`${letter}:${code}`]));
}

function rows(table: string): readonly ((column: string) => string)[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  const columns = new Map(head.split('\t').map((name, at) => [name, at] as const));
  return lines.map((line) => {
    const cells = line.replace(/\r$/, '').split('\t');
    return (column) => cells[columns.get(column) ?? -1] ?? '';
  });
}
