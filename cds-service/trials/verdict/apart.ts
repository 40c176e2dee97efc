/**
 * Whether a tumour can certainly not be of the type that is asked for. Two branches of OncoTree exclude each other only where their names do not overlap
 * in use; a type that only the Disease Ontology knows is compared by the OncoTree nodes of everything below it.
 */
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import { bloodApart } from './blood-lineage.ts';
import { apartWithin, borderOf, isInflammatory, liesElsewhere, ofOtherClass } from './borders.ts';
import { isAbove } from './lineage.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Organ systems in which OncoTree's branches exclude each other; in the others (soft tissue, blood …) names overlap. */
const CLEAR = new Set(['Lung', 'Breast', 'Bowel', 'Prostate', 'Skin', 'Kidney', 'Thyroid']);
/** Systems whose borders criteria draw in several ways: told apart only for the kinds of tumour in `borders.ts`. */
const TOUCHING: readonly (readonly string[])[] = [
  ['Esophagus/Stomach', 'Bowel', 'Ampulla of Vater', 'Biliary Tract', 'Pancreas', 'Liver', 'Peritoneum'],
  ['Ovary/Fallopian Tube', 'Peritoneum', 'Uterus', 'Cervix', 'Vulva/Vagina'],
  ['CNS/Brain', 'Peripheral Nervous System', 'Eye'],
  // Neuroblastoma, phaeochromocytoma: of the nerves, and of the gland in which most of them arise.
  ['Adrenal Gland', 'Peripheral Nervous System'],
  ['Pleura', 'Lung', 'Peritoneum', 'Thymus'],
  ['Skin', 'Eye', 'Head and Neck'],
  ['Bladder/Urinary Tract', 'Kidney', 'Prostate'],
];
/** Systems that can lie in any organ. */
const SPREAD = new Set(['Soft Tissue', 'Bone']);

/** Names of whole systems that the Disease Ontology and OncoTree cut differently. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  'DOID:0070663': ['SOFT_TISSUE'], // soft tissue sarcoma
  'DOID:1115': ['SOFT_TISSUE', 'BONE'], // sarcoma
  'DOID:2531': ['LYMPH', 'MYELOID'], // hematologic cancer
};

export interface AskedType {
  readonly oncotree: string | null;
  readonly doid: string | null;
}

/** `below`: the tumour's own type lies above what is asked, so that it may be it. `apart`: it certainly is not. `open`: cannot be told. */
export function compareTypes(asked: AskedType, owns: ReadonlySet<string>, tree: TumourTree): 'below' | 'apart' | 'open' | 'incomparable' {
  const mine = [...owns];
  if (mine.length > 0 && mine.every((own) => ofOtherClass(asked.doid, own, tree))) return 'apart';
  const named = asked.oncotree === null ? (tree.toOncotree.get(asked.doid ?? '') ?? []) : [asked.oncotree];
  const system = entryOf(SYSTEMS, asked.oncotree === null ? (asked.doid ?? '') : '') ?? named;
  const codes = system.length > 0 ? system : codesUnder(asked.doid, tree);
  if (codes.length === 0) return 'incomparable';
  if (codes.some((code) => mine.some((own) => isAbove(own, code, tree)))) return 'below';
  if (system.length === 0 && !inOtherOrgans(codes, mine, tree)) return 'open';
  return codes.every((code) => mine.every((own) => areApart(code, own, tree))) ? 'apart' : 'open';
}

/** Two OncoTree nodes that no tumour can be both of. */
function areApart(asked: string, own: string, tree: TumourTree): boolean {
  const [theirs, mine] = [tissueOf(asked, tree), tissueOf(own, tree)];
  if (isUnplaced(theirs) || isUnplaced(mine)) return false;
  if (isOfBlood(theirs) && isOfBlood(mine)) return bloodApart(asked, own, tree);
  if (theirs === mine && isInflammatory(asked, own)) return holdsSarcoma(own, tree) !== holdsSarcoma(asked, tree);
  if (theirs === mine) return CLEAR.has(mine) || apartWithin(asked, own, tree);
  if (neuroblasticApart(asked, own, tree) || neuroblasticApart(own, asked, tree)) return true;
  if (SPREAD.has(theirs) && SPREAD.has(mine)) return false;
  if (SPREAD.has(theirs)) return !holdsSarcoma(own, tree) || liesElsewhere(asked, mine, tree);
  if (SPREAD.has(mine)) return !holdsSarcoma(asked, tree) || liesElsewhere(own, theirs, tree);
  const border = borderOf(asked, own, tree);
  if (border !== null) return border === 'apart';
  return !TOUCHING.some((set) => set.includes(theirs) && set.includes(mine));
}
const isUnplaced = (tissue: string): boolean => tissue === '' || tissue === 'Other';
const isOfBlood = (tissue: string): boolean => tissue === 'Lymphoid' || tissue === 'Myeloid';
/**
 * Neuroblastoma and its ripe forms arise from the sympathetic nerves (OncoTree: peripheral nervous system). Brain and eye are told from them by what else is
 * known of the tumour: not by the organ alone, nor where embryonal tumours of the brain have a like name (olfactory or central neuroblastoma).
 */
const NEUROBLASTIC: readonly string[] = ['NBL', 'GNBL', 'GN'];
const NEVER_NEUROBLASTIC: readonly string[] = [
  'EYE',
  'DIFG',
  'EPMT',
  'ENCG',
  'MNGT',
  'CPT',
  'SELT',
  'BGCT',
  'MBL',
  'DMBL',
  'AMBL',
  'MBEN',
  'ATRT',
];
function neuroblasticApart(one: string, other: string, tree: TumourTree): boolean {
  return NEUROBLASTIC.includes(one) && NEVER_NEUROBLASTIC.some((upper) => upper === other || isAbove(upper, other, tree));
}
const tissueOf = (code: string, tree: TumourTree): string => tree.oncotree.get(code)?.tissue ?? '';

/** The Disease Ontology does not list every type under a wide name ("carcinoma"): only names of few organ systems, none of them the patient's, tell apart. */
function inOtherOrgans(codes: readonly string[], mine: readonly string[], tree: TumourTree): boolean {
  const tissues = new Set(codes.map((code) => tissueOf(code, tree)));
  return tissues.size <= 3 && !tissues.has('Other') && mine.every((own) => !tissues.has(tissueOf(own, tree)));
}

/** A carcinosarcoma and a sarcomatoid carcinoma are carcinomas, a gliosarcoma is a glioma, a myeloid or histiocytic sarcoma a blood cancer. */
const SARCOMA =
  /(?<!carcino|glio|myeloid |mast cell |histiocytic |langerhans cell |dendritic cell )sarcoma(?!toid)|leiomyo|rhabdomyo|stromal|mesenchym|myofibro|solitary fibrous|hemangioper|phyllodes|fibroepithelial|nerve sheath|schwann|perivascular|smooth muscle/i;

/** True when a node of an organ, or one below it, is of soft tissue by its name: "breast cancer" holds the sarcoma of the breast, a ductal carcinoma does not. */
function holdsSarcoma(code: string, tree: TumourTree): boolean {
  const known = HOLDS.get(tree) ?? sarcomaHolders(tree);
  HOLDS.set(tree, known);
  return known.has(code);
}
const HOLDS = new WeakMap<TumourTree, ReadonlySet<string>>();
function sarcomaHolders({ oncotree }: TumourTree): ReadonlySet<string> {
  const holds = new Set<string>();
  for (const [one, { name }] of oncotree) {
    if (!SARCOMA.test(name)) continue;
    for (let at: string | null = one; at !== null; at = oncotree.get(at)?.parent ?? null) holds.add(at);
  }
  return holds;
}

/** OncoTree nodes of everything that lies below a term of the Disease Ontology. */
function codesUnder(doid: string | null, tree: TumourTree): readonly string[] {
  if (doid === null) return [];
  const known = UNDER.get(tree) ?? new Map<string, readonly string[]>();
  UNDER.set(tree, known);
  const before = known.get(doid);
  if (before !== undefined) return before;
  const codes = gather(doid, tree);
  known.set(doid, codes);
  return codes;
}
const UNDER = new WeakMap<TumourTree, Map<string, readonly string[]>>();
function gather(doid: string, tree: TumourTree): readonly string[] {
  const children = CHILDREN.get(tree) ?? childrenOf(tree);
  CHILDREN.set(tree, children);
  const seen = new Set<string>();
  const waiting = [...(children.get(doid) ?? [])];
  const codes = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const code of tree.toOncotree.get(next) ?? []) codes.add(code);
    waiting.push(...(children.get(next) ?? []));
  }
  return [...codes];
}
const CHILDREN = new WeakMap<TumourTree, ReadonlyMap<string, readonly string[]>>();
function childrenOf({ doid }: TumourTree): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [id, { parents }] of doid)
    for (const parent of parents) {
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [id]);
      else list.push(id);
    }
  return children;
}
