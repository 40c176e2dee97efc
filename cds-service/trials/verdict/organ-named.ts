/** Criteria that name an organ alone, a tissue, or a node of two organs: when a tumour of the patient is certainly one of them. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import type { PatientTumour } from '../../oncology/index.ts';

type Tumour = Extract<Requirement, { kind: 'tumour' }>;

/** True when the OncoTree node itself lies within what is asked by its Disease Ontology name; a node of two organs never does. */
export function isWhole({ oncotree, doid }: Tumour, tree: TumourTree): boolean {
  if (oncotree === null || doid === null) return true;
  if (tree.oncotree.get(oncotree)?.name.includes('/') === true) return false;
  if (SAME.some(([id, code]) => id === doid && code === oncotree)) return true;
  return (tree.toDoid.get(oncotree) ?? []).some((own) => own === doid || isUnder(own, doid, tree));
}
/** What criteria call ductal adenocarcinoma of the pancreas is OncoTree's pancreatic adenocarcinoma. */
const SAME: readonly (readonly [doid: string, oncotree: string])[] = [['DOID:3498', 'PAAD']];

/**
 * The record names the organ ("malignant neoplasm of bladder", one node of OncoTree with the urothelial carcinoma), the criterion a histology of it. Cancers
 * of breast, prostate, colon and rectum are nearly all of one; their neuroendocrine tumours have codes of their own (ICD-10-CM C7A).
 */
export function namesOrganOnly(own: string | null, { doid, oncotree }: Tumour, tree: TumourTree): boolean {
  if (own === null || doid === null || (oncotree !== null && NEARLY_ALL.includes(oncotree))) return false;
  return / (?:cancer|neoplasm)$/.test(tree.doid.get(own)?.name ?? '') && isUnder(doid, own, tree);
}
const NEARLY_ALL: readonly string[] = ['BRCA', 'PRAD', 'COADREAD', 'COAD', 'READ'];

/** "Pancreatic cancer" is in trials the carcinoma; a carcinoid or neuroendocrine tumour of the organ has trials of its own. */
export function isNeuroendocrineOfOrgan({ name }: Tumour, tumour: PatientTumour): boolean {
  return (
    /neuroendocrine (?:tumou?r|neoplasm)|carcinoid/i.test(`${tumour.name} ${tumour.fact.text}`) &&
    ORGAN_ALONE.test(name) &&
    GUT_OR_LUNG.test(name)
  );
}
const ORGAN_ALONE = /^(?:[\w/-]+ ){1,3}(?:cancers?|malignanc(?:y|ies))$/i;
const GUT_OR_LUNG =
  /^(?:lung|pancreatic|pancreas|gastric|stomach|colon|colorectal|rectal|rectum|esophageal|liver|biliary tract|bile duct)\b/i;

/**
 * A criterion that names the organ alone is met by a rare cancer of it as by a frequent one: "bladder cancer" by a small cell carcinoma of the bladder,
 * "ovarian cancer" by a granulosa cell tumour of the ovary, which the Disease Ontology files beside it.
 */
export function isOfItsOrgan(
  { name, doid, oncotree }: Tumour,
  { fact, name: own }: PatientTumour,
  byName: boolean,
  tree: TumourTree,
): boolean {
  if (doid === null || !ORGAN_ALONE.test(name)) return false;
  if (oncotree === 'OVARY')
    return (
      doid === 'DOID:2394' &&
      /ovar/i.test(fact.text) &&
      !/borderline|benign|adenoma|cyst(?!adenocarc)|teratoma|metasta/i.test(`${own} ${fact.text}`)
    );
  return (
    byName &&
    oncotree !== null &&
    /^(?:[a-z]+ )+cancer$/.test(tree.doid.get(doid)?.name ?? '') &&
    tree.oncotree.get(oncotree)?.name.includes('/') === false
  );
}

/** "Gastric cancer" is not shown by OncoTree's common node of oesophagus and stomach, only by the patient's own type. */
export function throughTwoOrgans({ oncotree, doid }: Tumour, tumour: PatientTumour, tree: TumourTree): boolean {
  if (oncotree === null || doid === null || tree.oncotree.get(oncotree)?.name.includes('/') !== true) return false;
  return ![...tumour.doid, ...namesBelowTwoOrgans(tumour, tree)].some((own) => own === doid || isUnder(own, doid, tree));
}
/** Disease Ontology names of the patient's OncoTree node and of those above it, as far as they name one organ. */
function namesBelowTwoOrgans({ oncotree }: PatientTumour, tree: TumourTree): string[] {
  const names: string[] = [];
  for (const code of oncotree)
    for (
      let at: string | null = code;
      at !== null && tree.oncotree.get(at)?.name.includes('/') === false;
      at = tree.oncotree.get(at)?.parent ?? null
    )
      names.push(...(tree.toDoid.get(at) ?? []));
  return names;
}
function isUnder(id: string, upper: string, tree: TumourTree): boolean {
  const waiting = [...(tree.doid.get(id)?.parents ?? [])];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === upper) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(tree.doid.get(next)?.parents ?? []));
  }
  return false;
}
