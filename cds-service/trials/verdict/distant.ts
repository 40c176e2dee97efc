/**
 * When a stage group means distant metastases. Stage IV of many organs does not: IVA of the prostate, the cervix, the vagina and the gallbladder, and IV
 * of the kidney and the bladder, may be growth into neighbours or nearby nodes. By the NCI Dictionary of Cancer Terms (looked up 2026-11), stage IV is
 * distant in cancers of the lung, breast, colon and rectum and ovary and in melanoma; in the pancreas where no letter narrows it.
 */
import type { TumourFact } from '../../../fhir-profiles/index.ts';
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import type { PatientTumour } from '../../oncology/index.ts';
import type { TrialPatient } from '../patient.ts';

const ALWAYS: readonly string[] = ['Lung', 'Breast', 'Bowel', 'Ovary/Fallopian Tube'];
const WITHOUT_LETTER_OR_B: readonly string[] = ['Pancreas'];
const FROM_B: readonly string[] = ['Prostate', 'Cervix', 'Vulva/Vagina'];
const FROM_C: readonly string[] = ['Head and Neck'];

/** False: not distant, or not to be told from the group alone. */
export function isDistant(group: string, tumour: PatientTumour, tree: TumourTree): boolean {
  if (!group.startsWith('IV')) return false;
  const letter = group.charAt(2);
  if (tumour.oncotree.has('MEL') || tumour.oncotreeAncestors.has('MEL')) return true;
  const tissues = tissuesOf(tumour, tree);
  if (tissues.length !== 1) return false;
  const [tissue = ''] = tissues;
  return (
    ALWAYS.includes(tissue) ||
    (WITHOUT_LETTER_OR_B.includes(tissue) && letter !== 'A') ||
    (FROM_B.includes(tissue) && letter === 'B') ||
    (FROM_C.includes(tissue) && letter === 'C')
  );
}

function tissuesOf({ oncotree }: PatientTumour, tree: TumourTree): string[] {
  return [...new Set([...oncotree].map((code) => tree.oncotree.get(code)?.tissue ?? ''))];
}

/** A recorded metastasis; one in lymph nodes may be regional and shows nothing far away. */
export function distantMetastasis({ facts }: TrialPatient): TumourFact | undefined {
  return facts.tumours.find(
    ({ role, clinicalStatus, text, codes }) =>
      role === 'secondary' &&
      clinicalStatus !== 'resolved' &&
      clinicalStatus !== 'inactive' &&
      !(/\blymph|\bnod(?:e|es|al)\b/i.test(text) && !/\bdistant\b/i.test(text)) &&
      !codes.some(({ code }) => code.startsWith('C77')),
  );
}

/** Active primaries of several organs: a stage or metastasis may be of the other one. */
export function severalOrgans({ tumours, trees }: TrialPatient): boolean {
  const tissues = new Set(tumours.flatMap((tumour) => tissuesOf(tumour, trees)).filter((tissue) => tissue !== '' && tissue !== 'Other'));
  return tumours.length > 1 && tissues.size > 1;
}
