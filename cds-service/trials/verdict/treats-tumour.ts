/**
 * Drugs that are given for other diseases as well, and the tumours for which the authorities of the label table of May 2026 (reference data,
 * `approved_biomarker_indications_2026-05.tsv`) list them: where such a tumour is the only cancer on file, and no disease or transplant for which they are
 * given otherwise, they were given for it. Beside that table, after US labels (looked up 2026-11-23): fludarabine, chronic lymphocytic leukaemia of B cells
 * (label revised 2024; ASHP monograph of 2023-07-24), which as conditioning before cells is another matter; leuprolide (Lupron Depot 7.5 mg) and goserelin
 * (Zoladex), carcinoma of the prostate; tamoxifen, breast cancer, and to lower the risk of one (openFDA, 2026-06), so only from the day of the diagnosis on.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween } from './answer.ts';
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
  fludarabine: ['CLLSLL'],
  leuprolide: ['PROSTATE'],
  goserelin: ['PROSTATE'],
  tamoxifen: ['BREAST'],
};
/** Given before it broke out, it was to prevent it. */
const ALSO_PREVENTS: readonly string[] = ['tamoxifen'];
/** Given for days before cells, whatever the disease. */
const ALSO_CONDITIONS: readonly string[] = ['fludarabine'];
const CELLS = /leucel\b|\bCAR[- ]?T\b|chimeric antigen|lympho-?depletion|conditioning|\bcell (?:therapy|infusion)\b/i;
/** For what they are given beside cancers; a caution, so wider than any label. */
const OTHER_USE =
  /arthrit|rheumat|vasculit|polyangi|granulomat|lupus|pemphig|scleros|spondyl|psoria|crohn|colitis|autoimmun|myasthen|myositis|neuropath|nephro|nephrit|glomerul|purpura|\bITP\b|ha?emolytic|thrombocytop|transplant|graft|GVHD|rejection|tuberous|angiomyolip|overgrowth|hippel|\bVHL\b|macula|retin|eosinoph|mastocyt/i;

/** @param drug its name as in the table of cancer drugs */
export function treatsOnlyTumour(drug: string, patient: TrialPatient, given: Pick<MedicationFact, 'start'>): boolean {
  const nodes = entryOf(TREATS, drug);
  if (nodes === undefined || !hasOneCancer(patient)) return false;
  const { facts, tumours, trees } = patient;
  const own = tumours.flatMap(({ oncotree }) => [...oncotree]);
  if (own.length === 0 || !own.every((code) => nodes.some((node) => code === node || isAbove(node, code, trees)))) return false;
  if (ALSO_PREVENTS.includes(drug) && !tumours.every(({ fact: { onset } }) => isFrom(given.start, onset))) return false;
  const beside = [...facts.procedures, ...facts.medications.filter(({ text }) => text !== '')];
  if (ALSO_CONDITIONS.includes(drug) && beside.some(({ text }) => CELLS.test(text))) return false;
  return ![...facts.conditions, ...facts.procedures].some(({ text }) => OTHER_USE.test(text));
}
function isFrom(start: string | undefined, onset: string | undefined): boolean {
  const days = start === undefined || onset === undefined ? null : daysBetween(onset, start);
  return days !== null && days >= 0;
}
