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

/** Provisional, a differential diagnosis, or unconfirmed. */
export function isSuspected({ verified }: Pick<TumourFact, 'verified'>): boolean {
  return verified === 'provisional' || verified === 'differential' || verified === 'unconfirmed';
}

/** A recorded metastasis; one in lymph nodes may be regional and shows nothing far away. */
export function distantMetastasis({ facts }: TrialPatient): TumourFact | undefined {
  return facts.tumours.find(
    ({ role, clinicalStatus, verified, text, codes }) =>
      role === 'secondary' &&
      !isSuspected({ verified }) &&
      clinicalStatus !== 'resolved' &&
      clinicalStatus !== 'inactive' &&
      !(/\blymph|\bnod(?:e|es|al)\b/i.test(text) && !/\bdistant\b/i.test(text)) &&
      !codes.some(({ code }) => code.startsWith('C77')),
  );
}

/**
 * A metastasis that no stage below IV allows. Not: growths in the peritoneum or pelvis of a tumour of ovary, tube, womb or peritoneum (stage II and III), a
 * nodule in the lung of a lung cancer (T3, T4), skin and soft tissue on the way to the nodes of a melanoma (stage III); and blood cancers, thyroid and
 * testis have stages of their own (`stage-meaning.ts`).
 */
export function speaksAgainstStage({ text, bodySites }: TumourFact, { tumours, trees }: TrialPatient): boolean {
  const [main] = tumours;
  if (main === undefined || main.solid !== true) return false;
  const words = [text, ...bodySites].join(' ');
  const tissues = tissuesOf(main, trees);
  if (tissues.some((tissue) => OWN_STAGES.includes(tissue)) || tissues.includes('')) return false;
  if (tissues.some((tissue) => GYNAECOLOGICAL.includes(tissue)) && /periton|oment|pelvi|ascit|bowel|intestin|ovar|tube|uter/i.test(words))
    return false;
  if (tissues.includes('Lung') && /lung|pulmon|pleura/i.test(words)) return false;
  return !((main.oncotree.has('MEL') || main.oncotreeAncestors.has('MEL')) && /skin|subcut|cutan|soft tissue|transit|satell/i.test(words));
}
const OWN_STAGES: readonly string[] = ['Thyroid', 'Testis', 'CNS/Brain', 'Peripheral Nervous System', 'Eye'];
const GYNAECOLOGICAL: readonly string[] = ['Ovary/Fallopian Tube', 'Peritoneum', 'Uterus', 'Cervix', 'Vulva/Vagina'];

/** Active primaries of several organs: a stage or metastasis may be of the other one. */
export function severalOrgans({ tumours, beside, trees }: Pick<TrialPatient, 'tumours' | 'beside' | 'trees'>): boolean {
  const all = [...tumours, ...beside];
  const tissues = new Set(all.flatMap((tumour) => tissuesOf(tumour, trees)).filter((tissue) => tissue !== '' && tissue !== 'Other'));
  return all.length > 1 && tissues.size > 1;
}
/** The tumour that the trial studies is not told from the others. */
export function notToldApart(patient: TrialPatient): boolean {
  return patient.tumours.length > 1 && severalOrgans(patient);
}
