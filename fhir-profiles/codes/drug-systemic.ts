/** Whether a product or a route reaches the whole body. */
import type { Ingredient } from '../facts.ts';
import { systemicByForm, type Systemic } from './drug-forms.ts';

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

const AIRWAY = /\b(nasal|nose|intranasal|nares|inhal\w*|nebuli\w*|neb|hfa|mdi|gas|mucosal)\b/i;

/** A product acts systemically when one of its parts does; not, when none does; null when it cannot be told. */
export function systemicOfProduct(forms: readonly (string | undefined)[], ingredients: readonly Ingredient[]): Systemic {
  const each = forms.map((form) => (form === undefined ? null : systemicOfForm(form, ingredients)));
  if (each.includes(true)) return true;
  return each.length > 0 && each.every((s) => s === false) ? false : null;
}

/** Form or route, read together with the drug: an anaesthetic gas is inhaled and yet systemic. */
export function systemicOfForm(form: string, ingredients: readonly Ingredient[]): Systemic {
  if (AIRWAY.test(form)) {
    if (ingredients.some((i) => SYSTEMIC_BY_AIRWAY.has(i.name))) return true;
    if (ingredients.some((i) => LEFT_OPEN_BY_AIRWAY.has(i.name))) return null;
  }
  if (/lozenge|oral spray|oral film/i.test(form) && ingredients.some((i) => SYSTEMIC_BY_AIRWAY.has(i.name))) return true;
  return systemicByForm(form);
}
