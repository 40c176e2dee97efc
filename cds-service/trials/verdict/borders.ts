/**
 * Between which organs the border is open for a tumour of a certain kind. Whole systems touch each other where criteria and registries draw their borders in
 * several ways (`apart.ts`); a named tumour touches a few kinds only: a renal cell carcinoma is no cancer of the prostate, whatever lies between the two.
 * The kinds and their places are OncoTree's nodes (2025-10-03).
 */
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import { lineage } from './lineage.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * By node, for everything below it up to the next node that stands here: the nodes, with everything below them, and those alone (`=`), that the tumour
 * cannot be told from.
 */
const TOUCHES: Readonly<Record<string, readonly string[]>> = {
  // Renal pelvis and ureter are coded and counted with the kidney or with the urinary tract.
  KIDNEY: ['UTUC', '=BLADDER'],
  RCC: [],
  UTUC: ['=KIDNEY'],
  BLADDER: ['=KIDNEY', '=PROSTATE'],
  BLCA: [],
  PROSTATE: [],
  // Around the ampulla; liver and bile ducts within it (combined hepatocellular-cholangiocarcinoma).
  STOMACH: ['=SBC'],
  EGC: [],
  ESCC: [],
  BOWEL: ['AMPULLA_OF_VATER', '=PANCREAS', '=BILIARY_TRACT', '=STOMACH', '=PERITONEUM'],
  SBC: ['AMPULLA_OF_VATER', 'PANCREAS', 'BILIARY_TRACT', '=STOMACH'],
  COADREAD: [],
  ANSC: ['=VULVA'],
  PANCREAS: ['AMPULLA_OF_VATER', 'BILIARY_TRACT', 'SBC', '=BOWEL'],
  BILIARY_TRACT: ['AMPULLA_OF_VATER', 'PANCREAS', 'LIVER', 'SBC', '=BOWEL'],
  AMPULLA_OF_VATER: ['PANCREAS', 'BILIARY_TRACT', 'BOWEL'],
  LIVER: ['BILIARY_TRACT'],
  // Serous carcinomas of ovary, tube and peritoneum are one disease to trials.
  OVARY: ['PERITONEUM', '=UTERUS'],
  OVT: ['PERITONEUM'],
  UTERUS: ['CERVIX', '=OVARY'],
  UCEC: ['CEAD', '=CERVIX'],
  CERVIX: ['UTERUS', 'VULVA'],
  CESC: ['VULVA', '=UTERUS'],
  // A mesothelioma is no cancer of the lung; a "cancer of the pleura" may be one that grew into it.
  LUNG: ['=PLEURA', 'THYMUS'],
  PLMESO: ['PEMESO', '=PERITONEUM'],
  // Squamous cell carcinoma of the skin of head and neck.
  HNSC: ['CSCC', '=SKIN'],
  NPC: [],
  SACA: ['CSCC', '=SKIN'],
  CSCC: ['HEAD_NECK', 'VULVA'],
  SKCM: ['HNMUCM', '=HEAD_NECK', 'CM', '=OM', '=EYE'],
  UM: ['MEL', '=SKIN', 'PCNSMT'],
  MCC: ['=HEAD_NECK'],
  BCC: ['=HEAD_NECK'],
  DIFG: ['=EYE'],
  RBL: ['BRAIN'],
};

/** Two nodes of different organs: `apart`, `touch`, or null where neither stands here and the organs decide. */
export function borderOf(one: string, other: string, tree: TumourTree): 'apart' | 'touch' | null {
  const [mine, theirs] = [touchesOf(one, tree), touchesOf(other, tree)];
  if (mine === null && theirs === null) return null;
  const touch = (touches: readonly string[] | null, code: string): boolean =>
    touches?.some((name) => (name.startsWith('=') ? name.slice(1) === code : lineage(code, tree).has(name))) === true;
  return touch(mine, other) || touch(theirs, one) ? 'touch' : 'apart';
}

function touchesOf(code: string, tree: TumourTree): readonly string[] | null {
  for (const name of lineage(code, tree)) {
    const touches = entryOf(TOUCHES, name);
    if (touches !== undefined) return touches;
  }
  return null;
}

/** Kinds of one organ that nobody's tumour is both of, where its other kinds overlap in use. */
const APART_WITHIN: readonly (readonly [string, string])[] = [
  ['PANET', 'PAAD'],
  ['ESCC', 'EGC'],
];
export function apartWithin(one: string, other: string, tree: TumourTree): boolean {
  const [mine, theirs] = [lineage(one, tree), lineage(other, tree)];
  return APART_WITHIN.some(([first, second]) => (mine.has(first) && theirs.has(second)) || (mine.has(second) && theirs.has(first)));
}

/**
 * "Inflammatory" says how a breast cancer grows, not of which tissue it is: most are invasive ductal carcinomas (NCI Dictionary of Cancer Terms, inflammatory
 * breast cancer, 2026-11).
 */
export function isInflammatory(one: string, other: string): boolean {
  return one === 'IBC' || other === 'IBC';
}

/** Tumours of bone and of the digestive tract among the sarcomas, which others of this name in other organs are not. */
const PLACED: readonly (readonly [root: string, tissues: readonly string[]])[] = [
  // GIST begins in the wall of stomach or bowel, seldom beside them (NCI Dictionary of Cancer Terms, gastrointestinal stromal tumor).
  ['GIST', ['Esophagus/Stomach', 'Bowel', 'Peritoneum', 'Soft Tissue', 'Ampulla of Vater']],
  ['OS', ['Bone', 'Soft Tissue', 'Head and Neck']],
  ['CHDM', ['Bone', 'Soft Tissue', 'Head and Neck', 'CNS/Brain']],
  ['CHS', ['Bone', 'Soft Tissue', 'Head and Neck', 'CNS/Brain', 'Lung']],
  ['GCTB', ['Bone', 'Soft Tissue', 'Head and Neck']],
  ['ADMA', ['Bone', 'Soft Tissue', 'Head and Neck']],
];
/** True for a sarcoma that does not arise in the other's organ. */
export function liesElsewhere(sarcoma: string, tissue: string, tree: TumourTree): boolean {
  const line = lineage(sarcoma, tree);
  const placed = PLACED.find(([root]) => line.has(root));
  return placed !== undefined && tissue !== '' && tissue !== 'Other' && !placed[1].includes(tissue);
}

const [CARCINOMA, ADENOCARCINOMA, SQUAMOUS, NEUROENDOCRINE] = ['DOID:305', 'DOID:299', 'DOID:1749', 'DOID:169'] as const;
/** Types that are no carcinoma by their origin: of the blood, glial, melanocytic, mesenchymal. */
const NO_CARCINOMA: readonly string[] = ['LYMPH', 'MYELOID', 'DIFG', 'MEL', 'OM', 'GIST', 'OS', 'CHS', 'CHDM', 'GCTB', 'NBL', 'RBL'];
/** A class of histology that a tumour of another class certainly is not. */
export function ofOtherClass(doid: string | null, own: string, tree: TumourTree): boolean {
  if (doid !== CARCINOMA && doid !== ADENOCARCINOMA && doid !== SQUAMOUS && doid !== NEUROENDOCRINE) return false;
  const line = lineage(own, tree);
  // Neuroblastoma is neuroendocrine to some.
  if (NO_CARCINOMA.some((code) => line.has(code))) return doid !== NEUROENDOCRINE || !line.has('NBL');
  const name = tree.oncotree.get(own)?.name ?? '';
  // Of lung and prostate adenocarcinomas some turn neuroendocrine.
  if (doid === NEUROENDOCRINE)
    return (
      !['Prostate', 'Lung'].includes(tree.oncotree.get(own)?.tissue ?? '') &&
      /adenocarcinoma|hepatocellular|squamous cell/i.test(name) &&
      !/neuroendocrine|mixed/i.test(name)
    );
  if (doid === SQUAMOUS)
    return /adenocarcinoma|papillary thyroid|clear cell carcinoma$|hepatocellular/i.test(name) && !/squamous/i.test(name);
  return doid === ADENOCARCINOMA && /squamous cell|urothelial/i.test(name) && !/adeno/i.test(name);
}
