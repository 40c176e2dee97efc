/** The two tumour hierarchies in memory: terms, parents, cross-references, and the bridge between them. */
import { typeOfKind } from './kinds.ts';

export interface Disease {
  /** DOID without its prefix. */
  readonly number: string;
  readonly label: string;
  readonly synonyms: readonly string[];
}

export interface TumourTree {
  diseases(): Iterable<Disease>;
  types(): Iterable<{ readonly code: string; readonly name: string; readonly names: readonly string[] }>;
  knows(number: string): boolean;
  benign(number: string): boolean;
  /** DOID number for a code written `I:C50`, `S:254837009`, `O:8140/3` or `N:C3058`; of several terms the broadest. */
  byCode(key: string): string | null;
  /** OncoTree code of a disease, or that of its nearest broader term that has one. */
  oncotreeOf(number: string): string | null;
  /** The type of a disease that the ontology files under an organ alone, by the kind that its name tells; null for all others. */
  kindOf(number: string): string | null;
  /** True where the type stands for a disease of the ontology itself, and not only through a broader type. */
  hasOwnDisease(code: string): boolean;
  /** DOID number of an OncoTree type, or that of its nearest broader type that has one. */
  doidOf(code: string): string | null;
  /** The current OncoTree code for a code, also an older one; null when unknown. */
  typeCode(code: string): string | null;
  /** OncoTree type that itself carries a code written `N:C3058` or `U:C0027651`; null when none or several do. */
  typeByCode(key: string): string | null;
  /** The type above both, or the one that is above the other; null when only an organ or nothing holds both. */
  commonType(one: string, two: string): string | null;
  isAbove(broad: string, narrow: string): boolean;
  isTypeAbove(broad: string, narrow: string): boolean;
  /** The tissue right below the root under which the type stands, or itself. */
  tissueOf(code: string): string | null;
  /** True for the tissues right below the root. */
  isTissue(code: string): boolean;
  /** The broader of two related terms; null when neither is above the other. */
  broader(one: string, two: string): string | null;
}

interface DiseaseRow extends Disease {
  readonly parents: readonly string[];
  readonly oncotree: readonly string[];
  readonly benign: boolean;
}

interface TypeRow {
  readonly code: string;
  readonly name: string;
  /** Further names given by hand. */
  readonly names: readonly string[];
  readonly parent: string;
  readonly doids: readonly string[];
}

const parts = (cell: string | undefined): readonly string[] => (cell === undefined || cell === '' ? [] : cell.split('|'));

/** Too general to name a tumour type: disease of cellular proliferation, cancer, organ system cancer, cell type cancer, benign. */
const TOO_BROAD: ReadonlySet<string> = new Set([
  '14566',
  '162',
  '0050686',
  '0050687',
  '0060072',
  '0060122',
  '3119',
  '0050615',
  '0050619',
  '193',
  '3996',
  '0060118',
]);

export function openTumourTree(diseaseLines: string, typeLines: string): TumourTree {
  const diseases = new Map<string, DiseaseRow>();
  const codes = new Map<string, string[]>();
  const curated = new Map<string, string>();
  for (const line of diseaseLines.split('\n')) {
    const [written = '', label = '', parents, oncotree, elsewhere, synonyms] = line.split('\t');
    if (written === '') continue;
    const number = written.replace(/^-/, '');
    diseases.set(number, {
      number,
      label,
      parents: parts(parents),
      oncotree: parts(oncotree),
      synonyms: parts(synonyms),
      benign: written.startsWith('-'),
    });
    for (const key of parts(elsewhere)) {
      if (key.includes(':!')) curated.set(key.replace('!', ''), number);
      else codes.set(key, [...(codes.get(key) ?? []), number]);
    }
  }
  const types = new Map<string, TypeRow>();
  const older = new Map<string, string>();
  const typeCodes = new Map<string, string[]>();
  for (const line of typeLines.split('\n')) {
    const [code = '', name = '', parent = '', doids, ncit, history, umls, curatedCodes, curatedNames] = line.split('\t');
    if (code === '') continue;
    types.set(code, { code, name, names: parts(curatedNames), parent, doids: parts(doids) });
    const own = [
      ...(ncit ?? '').split(/[|,]/).map((id) => `N:${id}`),
      ...(umls ?? '').split(/[|,]/).map((id) => `U:${id}`),
      ...parts(curatedCodes),
    ];
    for (const key of own) if (key.length > 2) typeCodes.set(key, [...(typeCodes.get(key) ?? []), code]);
    for (const old of parts(history)) if (!older.has(old)) older.set(old, code);
  }

  const isAbove = (broad: string, narrow: string): boolean => {
    const seen = new Set<string>();
    let level: readonly string[] = [narrow];
    while (level.length > 0) {
      const next: string[] = [];
      for (const item of level) {
        for (const parent of diseases.get(item)?.parents ?? []) {
          if (parent === broad) return true;
          if (!seen.has(parent)) {
            seen.add(parent);
            next.push(parent);
          }
        }
      }
      level = next;
    }
    return false;
  };
  const broader = (one: string, two: string) => (one === two || isAbove(one, two) ? one : isAbove(two, one) ? two : null);

  const depthOf = (code: string): number => {
    let depth = 0;
    for (let at = types.get(code); at !== undefined && depth < 20; at = types.get(at.parent)) depth += 1;
    return depth;
  };
  const lineOf = (code: string): readonly string[] => {
    const line: string[] = [];
    for (let at = types.get(code); at !== undefined && line.length < 20; at = types.get(at.parent)) line.push(at.code);
    return line;
  };
  const commonType = (one: string, two: string): string | null => {
    const above = lineOf(two);
    const shared = lineOf(one).find((code) => above.includes(code));
    if (shared === undefined) return null;
    // An organ (below the root) holds too much to be a type both could be called by, unless it is one of them.
    return shared === one || shared === two || depthOf(shared) > 2 ? shared : null;
  };
  /** One OncoTree code per disease: the only one of the same name, else what is above all of them; null when they are of different organs. */
  const chosenType = (disease: DiseaseRow): string | null => {
    const known = disease.oncotree.filter((code) => types.has(code));
    const named = known.filter((code) => types.get(code)?.name.toLowerCase() === disease.label.toLowerCase());
    if (named.length === 1) return named[0] ?? null;
    const [first, ...rest] = known;
    return first === undefined ? null : rest.reduce<string | null>((best, code) => (best === null ? null : commonType(best, code)), first);
  };

  const tissueOf = (code: string): string | null => lineOf(code).find((each) => types.get(each)?.parent === 'TISSUE') ?? null;
  /** "Colon lymphoma" lies under the cancers of the colon, and is none of their carcinomas. */
  const inKind = (number: string, type: string): string => {
    const kind = typeOfKind(diseases.get(number)?.label ?? '', types.get(type)?.name ?? '', tissueOf(type));
    return kind === null || lineOf(type).includes(kind) ? type : kind;
  };

  const nearestType = (number: string): string | null => {
    let level: readonly string[] = [number];
    for (let depth = 0; depth < 12 && level.length > 0; depth += 1) {
      const found = level
        .filter((item) => !TOO_BROAD.has(item))
        .flatMap((item) => {
          const disease = diseases.get(item);
          const type = disease === undefined ? null : chosenType(disease);
          return type === null ? [] : [type];
        })
        .sort();
      const [only] = found;
      if (only !== undefined) return only;
      // The term has types, but of different organs: no broader term says more.
      if (level.some((item) => !TOO_BROAD.has(item) && (diseases.get(item)?.oncotree.length ?? 0) > 1)) return null;
      level = [...new Set(level.flatMap((item) => diseases.get(item)?.parents ?? []))];
    }
    return null;
  };

  return {
    diseases: () => diseases.values(),
    types: () => types.values(),
    knows: (number) => diseases.has(number),
    benign: (number) => diseases.get(number)?.benign === true,
    byCode: (key) => {
      const own = curated.get(key);
      if (own !== undefined) return own;
      const [first, ...rest] = codes.get(key) ?? [];
      if (first === undefined) return null;
      return rest.reduce<string | null>((best, next) => (best === null ? null : broader(best, next)), first);
    },
    oncotreeOf: (number) => {
      const type = nearestType(number);
      const own = diseases.get(number);
      return type === null || own === undefined || chosenType(own) !== null ? type : inKind(number, type);
    },
    kindOf: (number) => {
      const own = diseases.get(number);
      if (own === undefined || chosenType(own) !== null) return null;
      const type = nearestType(number);
      const kind = type === null ? null : inKind(number, type);
      return kind === type ? null : kind;
    },
    hasOwnDisease: (code) => types.get(code)?.doids.some((number) => diseases.has(number)) === true,
    doidOf: (code) => {
      for (let at = types.get(code), depth = 0; at !== undefined && depth < 20; at = types.get(at.parent), depth += 1) {
        const type = at;
        const known = type.doids.filter((number) => diseases.has(number));
        const named = known.find((number) => diseases.get(number)?.label.toLowerCase() === type.name.toLowerCase());
        const chosen =
          named ?? known.reduce<string | undefined>((best, next) => (best === undefined ? next : (broader(best, next) ?? best)), undefined);
        if (chosen !== undefined) return chosen;
      }
      return null;
    },
    typeCode: (code) => (types.has(code) ? code : (older.get(code) ?? null)),
    typeByCode: (key) => {
      const [first, ...rest] = typeCodes.get(key) ?? [];
      return first === undefined
        ? null
        : rest.reduce<string | null>((best, code) => (best === null ? null : commonType(best, code)), first);
    },
    commonType,
    isAbove,
    isTypeAbove: (broad, narrow) => {
      for (
        let at = types.get(types.get(narrow)?.parent ?? ''), depth = 0;
        at !== undefined && depth < 20;
        at = types.get(at.parent), depth += 1
      ) {
        if (at.code === broad) return true;
      }
      return false;
    },
    tissueOf,
    isTissue: (code) => types.get(code)?.parent === 'TISSUE',
    broader,
  };
}
