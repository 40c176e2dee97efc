/**
 * Drugs that are given for other diseases as well, and the tumours for which the authorities of the label table of May 2026 (reference data,
 * `approved_biomarker_indications_2026-05.tsv`) list them: where such a tumour is the only cancer on file, and no disease or transplant for which they are
 * given otherwise, they were given for it.
 */
import type { TrialPatient } from '../patient.ts';
import { isAbove } from './lineage.ts';
import { hasOneCancer } from './whose-treatment.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** OncoTree nodes, with everything below them. */
const TREATS: Readonly<Record<string, readonly string[]>> = {
  ibrutinib: ['CLLSLL'],
  rituximab: ['CLLSLL', 'FL', 'DLBCLNOS', 'BL'],
  blinatumomab: ['BLL'],
  imatinib: ['CML', 'GIST'],
  everolimus: ['BRCA'],
  alpelisib: ['BRCA'],
  belzutifan: ['RCC'],
  bevacizumab: ['NSCLC'],
  ramucirumab: ['NSCLC'],
};
/** For what they are given beside cancers; a caution, so wider than any label. */
const OTHER_USE =
  /arthrit|rheumat|vasculit|polyangi|granulomat|lupus|pemphig|scleros|spondyl|psoria|crohn|colitis|autoimmun|myasthen|myositis|neuropath|nephro|nephrit|glomerul|purpura|\bITP\b|ha?emolytic|thrombocytop|transplant|graft|GVHD|rejection|tuberous|angiomyolip|overgrowth|hippel|\bVHL\b|macula|retin|eosinoph|mastocyt/i;

/** @param drug its name as in the table of cancer drugs */
export function treatsOnlyTumour(drug: string, patient: TrialPatient): boolean {
  const nodes = entryOf(TREATS, drug);
  if (nodes === undefined || !hasOneCancer(patient)) return false;
  const { facts, tumours, trees } = patient;
  const own = tumours.flatMap(({ oncotree }) => [...oncotree]);
  if (own.length === 0 || !own.every((code) => nodes.some((node) => code === node || isAbove(node, code, trees)))) return false;
  return ![...facts.conditions, ...facts.procedures].some(({ text }) => OTHER_USE.test(text));
}
