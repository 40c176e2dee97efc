/** Whether a product or a route reaches the whole body. */
import type { Ingredient } from '../../facts.ts';
import { systemicByForm, type Systemic } from './forms.ts';

/**
 * Drugs that are inhaled or sprayed in the nose or mouth in order to act in the whole body. RxNorm lists such products
 * (Gas for Inhalation, Nasal Spray, Mucosal Spray …) among forms that otherwise act on the spot.
 */
const SYSTEMIC_BY_AIRWAY: ReadonlySet<string> = new Set(
  (
    'sevoflurane desflurane isoflurane enflurane halothane methoxyflurane fentanyl butorphanol diazepam midazolam naloxone nalmefene ' +
    'sumatriptan zolmitriptan dihydroergotamine ketorolac esketamine ketamine metoclopramide epinephrine desmopressin calcitonin nicotine ' +
    'testosterone loxapine levodopa zavegepant buprenorphine sufentanil'
  ).split(' '),
);
/** Absorption of inhaled aminoglycosides is low but the FDA's mitochondrial ototoxicity warning names the class; left open. */
const LEFT_OPEN_BY_AIRWAY: ReadonlySet<string> = new Set(['tobramycin', 'amikacin', 'gentamicin', 'streptomycin', 'nitrous oxide']);

/** Patches, gels and ointments of these are meant to be absorbed (RxNorm "Transdermal System", labelled systemic use). */
const SYSTEMIC_BY_SKIN: ReadonlySet<string> = new Set(
  (
    'fentanyl buprenorphine nicotine clonidine estradiol testosterone rivastigmine scopolamine methylphenidate oxybutynin rotigotine ' +
    'nitroglycerin selegiline granisetron asenapine norelgestromin donepezil dextroamphetamine'
  ).split(' '),
);
/** Patches of these act on the spot. */
const LOCAL_BY_SKIN: ReadonlySet<string> = new Set([
  'lidocaine',
  'diclofenac',
  'capsaicin',
  'menthol',
  'methyl salicylate',
  'camphor',
  'prilocaine',
  'tetracaine',
]);
/** Local anaesthetics and antiseptics in the mouth: lozenges, films and sprays of these are not swallowed for effect. */
const LOCAL_BY_MOUTH: ReadonlySet<string> = new Set(
  'benzocaine dyclonine menthol phenol lidocaine butamben tetracaine cetylpyridinium hexylresorcinol clotrimazole nystatin miconazole'.split(
    ' ',
  ),
);

const AIRWAY = /\b(nasal|nose|intranasal|nares|inhal\w*|nebuli\w*|neb|hfa|mdi|gas|mucosal)\b/i;
const MOUTH = /\b(lozenges?|troches?|oral spray|oral film|buccal film|film)\b/i;
const SKIN = /\b(patch(es)?|pflaster|transdermal|topical|gel|ointment)\b/i;
/** A gel without a place is for the skin (dapsone gel), unless it is a capsule or goes into the gut. */
const GEL = /\bgel\b/i;
const SWALLOWED_GEL = /\b(?:liqui|liquid|soft)[\s-]?gel\b|\bcaps|\b(?:intestinal|enteral|jejunal)\b/i;
const OTHER_PLACE = /\b(vaginal|ophthalmic|otic|eye|ear|rectal|oral|dental)\b/i;

/**
 * The groups that the ATC names as topical: dermatologicals (their "for systemic use" groups aside), joints and muscles, haemorrhoids, eye
 * and ear. Every other group may be taken in either way.
 */
export function systemicOfAtc(code: string): false | null {
  return /^(?:D(?!01B|05B|10B)|M02|C05A|S0[123])/i.test(code) ? false : null;
}

/** A product acts systemically when one of its parts does; not, when none does; null when it cannot be told. */
export function systemicOfProduct(forms: readonly (string | undefined)[], ingredients: readonly Ingredient[]): Systemic {
  const each = forms.map((form) => (form === undefined ? null : systemicOfForm(form, ingredients)));
  if (each.includes(true)) return true;
  return each.length > 0 && each.every((s) => s === false) ? false : null;
}

/** Form or route, read together with the drug: an anaesthetic gas is inhaled and yet systemic, an oestrogen patch is not a cream. */
export function systemicOfForm(form: string, ingredients: readonly Ingredient[]): Systemic {
  const some = (names: ReadonlySet<string>) => ingredients.some((ingredient) => names.has(ingredient.name));
  if (AIRWAY.test(form)) {
    if (some(SYSTEMIC_BY_AIRWAY)) return true;
    if (some(LEFT_OPEN_BY_AIRWAY)) return null;
  }
  if (MOUTH.test(form)) {
    if (some(LOCAL_BY_MOUTH)) return false;
    if (ingredients.length > 0 && !/spray/i.test(form)) return true;
  }
  if (SKIN.test(form) && !OTHER_PLACE.test(form)) {
    if (some(SYSTEMIC_BY_SKIN)) return true;
    if (some(LOCAL_BY_SKIN) && ingredients.every((ingredient) => LOCAL_BY_SKIN.has(ingredient.name))) return false;
    if (ingredients.length > 0 && GEL.test(form) && !SWALLOWED_GEL.test(form)) return false;
  }
  return systemicByForm(form);
}
