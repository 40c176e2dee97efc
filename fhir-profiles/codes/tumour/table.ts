/** Tumour types by code or words: Disease Ontology and OncoTree, led from one to the other. */
import type { Code } from '../../facts.ts';
import type { KnowledgeHeader } from '../../knowledge-header.ts';
import type { TumourTable } from '../../vocabulary.ts';
import { codeKind, icdLadder, isTumourIcd } from './codes.ts';
import { exactTumourKey, MALIGNANT_WORD, NOT_THE_PATIENTS, tumourNameKey } from './names.ts';
import { openTumourTree, type TumourTree } from './tree.ts';

type Found = { readonly oncotree: string | null; readonly doid: string | null };

/** Opens the compiled table (see `cds-service/knowledge/import/tumours/index.ts` for its form). The index of names is made at the first question. */
export function tumourTable(raw: unknown): TumourTable & { readonly header: KnowledgeHeader } {
  const file = raw as { header: KnowledgeHeader; diseases?: string; types?: string };
  const tree = openTumourTree(file.diseases ?? '', file.types ?? '');
  const names = once(() => indexNames(tree));
  const exact = once(() => indexExact(tree));
  const adults = once(() => indexAdults(tree));

  const ofDisease = (number: string): Found => {
    const kind = tree.kindOf(number);
    // Above "colon lymphoma" the ontology has the cancers of the colon alone: what is known of lymphomas comes by the kind.
    return kind !== null && tree.hasOwnDisease(kind) ? ofType(kind) : { doid: `DOID:${number}`, oncotree: tree.oncotreeOf(number) };
  };
  const ofType = (code: string): Found => {
    const doid = tree.doidOf(code);
    return { oncotree: code, doid: doid === null ? null : `DOID:${doid}` };
  };

  const byText = (text: string): Found | null => {
    if (text.length > 400) return null;
    const same = exact().get(exactTumourKey(text));
    if (same !== undefined) return ofType(same);
    if (NOT_THE_PATIENTS.test(text)) return null;
    const key = tumourNameKey(text);
    const adult = /\badult\b/i.test(text) ? adults().get(key) : undefined;
    if (adult !== undefined) return ofDisease(adult);
    // The two trees call the same thing now carcinoma, now cancer; "cancer" alone is no carcinoma.
    const hit =
      names().get(key) ??
      (key === 'cancer'
        ? undefined
        : names().get(tumourNameKey(key.includes('carcinoma') ? key.replace('carcinoma', 'cancer') : key.replace('cancer', 'carcinoma'))));
    if (hit === undefined) return null;
    return hit.startsWith('#') ? ofType(hit.slice(1)) : ofDisease(hit);
  };

  const byCodeAlone = ({ system, code }: Code): Found | null => {
    switch (codeKind(system, code)) {
      case 'oncotree': {
        const type = tree.typeCode(code);
        return type === null ? null : ofType(type);
      }
      case 'icd10':
        for (const step of icdLadder(code)) {
          const type = typed(`I:${step}`);
          if (type !== null) return type;
          const disease = tree.byCode(`I:${step}`);
          if (disease !== null) return ofDisease(disease);
        }
        return null;
      case 'doid': {
        const number = code.replace(/^DOID:/i, '');
        return tree.knows(number) ? ofDisease(number) : null;
      }
      case 'icdo':
        return foundBy(`O:${code}`);
      case 'snomed':
        return foundBy(`S:${code}`);
      case 'ncit':
        return typed(`N:${code}`) ?? foundBy(`N:${code}`);
      case 'umls':
        return typed(`U:${code}`) ?? foundBy(`U:${code}`);
      case null:
        return null;
    }
  };
  const typed = (key: string): Found | null => {
    const type = tree.typeByCode(key);
    return type === null ? null : ofType(type);
  };
  const foundBy = (key: string): Found | null => {
    const disease = tree.byCode(key);
    return disease === null ? null : ofDisease(disease);
  };

  return {
    header: file.header,
    byCode: byCodeAlone,
    byText,
    isAbove: (broad, narrow) => tree.isAbove(broad.replace('DOID:', ''), narrow.replace('DOID:', '')),
    isTypeAbove: tree.isTypeAbove,
    isTissue: tree.isTissue,
    tissueOf: tree.tissueOf,
    isTumour: (asked) => {
      if (typeof asked === 'string') {
        if (asked.length > 400 || NOT_THE_PATIENTS.test(asked)) return false;
        const hit = names().get(tumourNameKey(asked));
        if (hit !== undefined) return hit.startsWith('#') || !tree.benign(hit);
        return MALIGNANT_WORD.test(asked);
      }
      const kind = codeKind(asked.system, asked.code);
      if (kind === 'icd10') return isTumourIcd(asked.code);
      if (kind === 'icdo') return !asked.code.endsWith('/0');
      const hit = byCodeAlone(asked);
      return hit !== null && (hit.doid === null || !tree.benign(hit.doid.replace('DOID:', '')));
    },
  };
}

/** OncoTree's own names, where one type alone has the name. */
function indexExact(tree: TumourTree): ReadonlyMap<string, string> {
  const index = new Map<string, string | null>();
  for (const { code, name } of tree.types()) {
    const key = exactTumourKey(name);
    index.set(key, index.has(key) ? null : code);
  }
  for (const { code, names } of tree.types()) for (const name of names) index.set(exactTumourKey(name), code);
  return new Map([...index].filter((entry): entry is [string, string] => entry[1] !== null && entry[0] !== ''));
}

/** A name of two terms leads to the one whose label it is; between synonyms, to the broader term; else to none. */
function indexNames(tree: TumourTree): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  /** Keys that a label says in these very words: "lung carcinoma" goes before "bronchus carcinoma", which only comes to the same key. */
  const said = new Set<string>();
  const synonyms = new Map<string, string | null>();
  /** Kinds that are told from the broader one by a word that keys leave out, because in a chart it says who the patient is. */
  const ofAdults = new Set<string>();
  for (const disease of tree.diseases()) {
    const key = tumourNameKey(disease.label);
    if (/\badult\b/i.test(disease.label)) ofAdults.add(disease.number);
    const known = labels.get(key);
    const literal = isLiteral(key, disease.label);
    if (key !== '' && (known === undefined || (literal && !said.has(key)) || tree.isAbove(disease.number, known)))
      labels.set(key, disease.number);
    if (literal) said.add(key);
    for (const name of disease.synonyms) {
      const other = tumourNameKey(name);
      if (other === '') continue;
      const owner = synonyms.get(other);
      synonyms.set(other, owner === undefined ? disease.number : owner === null ? null : tree.broader(owner, disease.number));
    }
  }
  const index = new Map<string, string>();
  for (const [key, owner] of synonyms) if (owner !== null) index.set(key, owner);
  for (const [key, owner] of labels) {
    // "Adult acute lymphocytic leukemia" only comes to the key of "acute lymphocytic leukemia": the broader term of that name goes before it.
    const named = index.get(key);
    index.set(key, ofAdults.has(owner) && named !== undefined && tree.isAbove(named, owner) ? named : owner);
  }
  // Types of one key are kinds of one another, or differ by what the key leaves out (grade, group): then what is above them all is meant.
  const types = new Map<string, string | null>();
  for (const { code, name } of tree.types()) {
    const key = tumourNameKey(name);
    const known = types.get(key);
    types.set(key, known === undefined ? code : known === null ? null : tree.commonType(known, code));
  }
  for (const [key, code] of types) {
    if (code !== null) index.set(key, `#${code}`);
  }
  index.delete('');
  index.delete('cancer');
  index.delete('tumor');
  index.delete('neoplasm');
  return index;
}

/** Names in which "adult" is a part of the disease, not of the patient: those of a disease with a type of its own (adult T-cell leukemia). */
function indexAdults(tree: TumourTree): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const { number, label, synonyms } of tree.diseases()) {
    const type = tree.oncotreeOf(number);
    if (type === null || tree.doidOf(type) !== number || !tree.hasOwnDisease(type)) continue;
    for (const name of [label, ...synonyms]) if (/^adult\b/i.test(name)) index.set(tumourNameKey(name), number);
  }
  return index;
}

function isLiteral(key: string, label: string): boolean {
  const words = new Set(label.toLowerCase().split(/[^a-z0-9]+/));
  return key.split(' ').every((word) => words.has(word));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
