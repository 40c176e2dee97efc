/**
 * What a stage group says of the extent, organ by organ. Locally advanced means grown into neighbours or nearby lymph nodes; a group shows that a tumour
 * is not so only where its definition keeps it in its organ. Looked up 2026-11-21.
 */
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import type { PatientTumour } from '../../oncology/index.ts';

/**
 * Organs whose stages I to III do not say that nothing has spread. Thyroid: under 55 years stage I is any T and any N, and distant metastases are stage II
 * (AJCC 8, CA Cancer J Clin 2018;68:55). Testis: stage III holds metastases of lung and other organs (PDQ, testicular cancer, 2014). Brain: no TNM stages
 * (SEER training, brain tumor staging). Peripheral nerves: the special stage of neuroblastoma is a localised tumour with dissemination to skin, liver,
 * marrow (INSS 4S). Eye: the groups of retinoblastoma after Reese and Ellsworth tell of the eye alone (WikiDoc, retinoblastoma staging).
 */
const STAGED_OTHERWISE: readonly string[] = ['Thyroid', 'Testis', 'CNS/Brain', 'Peripheral Nervous System', 'Eye'];
/** Trophoblastic tumours of the uterus in the lungs are FIGO stage III (PDQ, gestational trophoblastic disease, 2014); "uterus" alone may be one. */
const TROPHOBLASTIC: readonly string[] = ['GTD', 'UCCA', 'ETT', 'PSTT', 'IHM', 'CHM', 'PHM', 'MP'];

/**
 * OncoTree nodes of which stage II keeps the tumour where it began. Prostate: not spread outside the prostate (NCI Dictionary of Cancer Terms, stage II
 * prostate cancer). Renal cell carcinoma: larger than 7 cm and in the kidney, T2 N0 M0 (not Wilms' tumour, whose stage II lies beyond the kidney). Melanoma
 * of the skin: a matter of thickness and ulceration (NCI, stage II melanoma). Stage II of the lung is not among them: it has reached nearby nodes or the
 * chest wall (NCI, stage II non-small cell lung cancer); nor that of Merkel cell carcinoma, which was one with nodes (NCI, stage II Merkel cell carcinoma).
 */
const CONFINED_AT_II: readonly string[] = ['PRAD', 'PROSTATE', 'RCC', 'MEL'];
/** Of these even stage I holds tumours that trials call locally advanced: cervix from IB3, oropharynx with HPV and nodes. */
const OPEN_AT_I: readonly string[] = ['Cervix', 'Head and Neck'];

const tissuesOf = ({ oncotree }: PatientTumour, tree: TumourTree): string[] =>
  [...oncotree].map((code) => tree.oncotree.get(code)?.tissue ?? '');

/** False: this tumour's stages I to III do not tell whether it has spread far, or the organ is not known. */
export function tellsSpread(tumour: PatientTumour, tree: TumourTree): boolean {
  const tissues = tissuesOf(tumour, tree);
  return (
    tissues.length > 0 &&
    tissues.every((tissue) => tissue !== '' && !STAGED_OTHERWISE.includes(tissue)) &&
    !tumour.oncotree.has('UTERUS') &&
    ![...tumour.oncotree, ...tumour.oncotreeAncestors].some((code) => TROPHOBLASTIC.includes(code))
  );
}

/** "Regional metastases" are stage III of melanoma: what a trial means by metastatic is then open. */
export function mayCountAsMetastatic(group: string, { oncotree, oncotreeAncestors }: PatientTumour): boolean {
  return group.startsWith('III') && (oncotree.has('MEL') || oncotreeAncestors.has('MEL'));
}

/**
 * A stage of II or less may be what trials mean by locally advanced: rectal cancer through the wall ("locally advanced … AJCC stage II to III",
 * NCT05254327, registry snapshot of 2026-01-05), cervical cancer IIB. Breast cancer IIA is early by the NCI's dictionary (early-stage breast cancer: I, IIA,
 * IIB, IIIA); IIB may be a tumour of more than 5 cm, which many trials call locally advanced.
 */
export function mayBeLocallyAdvanced(group: string, tumour: PatientTumour, tree: TumourTree): boolean {
  const tissues = tissuesOf(tumour, tree);
  if (tissues.length === 0 || tissues.includes('')) return true;
  if (!group.startsWith('II')) return group.startsWith('I') && tissues.some((tissue) => OPEN_AT_I.includes(tissue));
  if (group.startsWith('IIA') && tissues.every((tissue) => tissue === 'Breast')) return false;
  return ![...tumour.oncotree].every((code) => CONFINED_AT_II.some((upper) => code === upper || tumour.oncotreeAncestors.has(upper)));
}
