/**
 * Dose forms, and whether a product of that form is meant to act in the whole body.
 * Forms follow the RxNorm dose form and dose form group lists (NLM RxNorm technical documentation, appendix on dose forms),
 * with the abbreviations that EHR display texts use.
 */

export type Systemic = boolean | null;

interface FormRule {
  readonly words: RegExp;
  readonly systemic: Systemic;
}

/** First rule that fits decides; the specific places (eye, ear, skin …) stand before the general forms (solution, spray, gel). */
const RULES: readonly FormRule[] = [
  { words: /\b(ophthalmic|ophth|intraocular|intravitreal|eye|eyes|conjunctival|augentropfen|augensalbe|collyrium)\b/, systemic: false },
  { words: /\b(otic|ear|ears|auricular|ohrentropfen)\b/, systemic: false },
  { words: /\b(transdermal|td patch|patch 24 ?hr|72 ?hr patch)\b/, systemic: true },
  {
    words:
      /\b(medicated|shampoo|soap|lotion|cream|creme|crm|ointment|oint|ung|salbe|paste|pad|cloth|swab|toothpaste|dental|periodontal|lacquer)\b/,
    systemic: false,
  },
  { words: /\b(topical|cutaneous|external|skin|kutan)\b/, systemic: false },
  { words: /\b(vaginal|intravaginal|vag)\b/, systemic: false },
  { words: /\b(intrauterine|urethral|irrigation|intracameral|intradermal)\b/, systemic: false },
  { words: /\b(nasal|nose|intranasal|nares|nasenspray|nasentropfen)\b/, systemic: false },
  {
    words:
      /\b(inhalation|inhaler|inhalant|inhaled|nebulizer|nebuliser|nebulization|neb|hfa|mdi|dpi|diskus|respimat|ellipta|metered dose)\b/,
    systemic: false,
  },
  {
    words: /\b(mucous membrane|mouthwash|gargle|oral gel|oral paste|oral cream|oral ointment|oral rinse|mucosal spray|mucosal)\b/,
    systemic: false,
  },
  { words: /\b(rectal (cream|ointment|foam|spray))\b/, systemic: false },
  { words: /\b(rectal|suppository|suppositories|supp|enema|zapfchen|zaepfchen)\b/, systemic: null },
  { words: /\b(oral lozenge|lozenge|troche|oral spray)\b/, systemic: null },
  { words: /\b(implant|intraperitoneal|intrathecal|epidural|intra-?articular)\b/, systemic: null },
  {
    words:
      /\b(inject(ion|able|ions)?|inj|injektion(slosung)?|injektionsloesung|infusion|intravenous|iv|ivpb|prefilled|pen|auto-?injector|cartridge|syringe|vial|ampul|ampoule|intramuscular|subcutaneous|subcut|parenteral|infusionslosung|infusionsloesung)\b/,
    systemic: true,
  },
  {
    words:
      /\b(oral|po|tablets?|tabs?|capsules?|caps?|pill|pills|sublingual|buccal|chewable|disintegrating|odt|granules|syrup|elixir|tablette|tabletten|filmtabletten?|retardtabletten?|kapseln?|wafer|caplets?|gelcaps?|softgels?)\b/,
    systemic: true,
  },
  {
    words:
      /\b(foam|gel|patch|spray|drops|gtt|tropfen|pflaster|film|solution|suspension|soln|susp|powder|emulsion|oil|liquid|gas|kit|strip|gum|pellet|bar)\b/,
    systemic: null,
  },
];

/** Whether a product of this form acts systemically; null when the form does not tell. */
export function systemicByForm(form: string): Systemic {
  const plain = form
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return RULES.find((rule) => rule.words.test(plain))?.systemic ?? null;
}

const FORM_WORDS = new Set(
  (
    'oral tablet capsule solution suspension injection injectable topical cream gel ointment lotion spray foam powder granules for extended release delayed ' +
    'disintegrating chewable effervescent sublingual buccal film lozenge patch transdermal system medicated pad shampoo soap liquid bar rectal suppository ' +
    'vaginal ring insert enema ophthalmic otic nasal inhalation inhalant inhaler dry metered dose mucosal mucous membrane mouthwash irrigation drug implant ' +
    'intrauterine intravitreal intraocular intraperitoneal intrathecal intratracheal urethral prefilled syringe auto-injector cartridge pen injector jet ' +
    'product pill paste pellet tape gum chewing toothpaste dental periodontal douche kit drops emulsion oil gas crystals flakes wafer strip sponge stick ' +
    'swab cloth cake beads augmented lipid liposomal coated 12 24 hour hr sprinkle pudding elixir syrup tincture rinse pack soluble lyophilized lyophilisate ' +
    'reconstitution'
  ).split(' '),
);

/** True when every word of the text belongs to a dose form, in RxNorm's words or a chart's ("PO TABS"). */
export function isDoseForm(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s,()/]+/)
    .filter((word) => word !== '');
  return (
    words.length > 0 && words.every((word) => FORM_WORDS.has(word) || FORM_WORDS.has(word.replace(/s$/, '')) || CHART_WORDS.test(word))
  );
}

const CHART_WORDS =
  /^(?:\d+|po|tabs?|caps?|soln|susp|inj|er|xr|sr|dr|ir|xl|ec|odt|crm|oint|supp|iv|im|sc|gtt|eye|ear|filmtabletten?|tabletten?|kapseln?|creme|salbe|hfa|mdi|weekly|day|daily|\d-month|month)$/;

/** Dose forms that RxNorm groups drugs by; a name can end in one of them ("alpelisib Oral Product"). */
export function endingDoseForm(text: string): string | null {
  const words = text.split(' ');
  let first = words.length;
  while (first > 0 && FORM_WORDS.has((words[first - 1] ?? '').toLowerCase())) first -= 1;
  if (first === words.length || first === 0) return null;
  // A form begins with a capital in RxNorm; small words before it ("for") belong to the form only after one.
  while (first < words.length && !/^[A-Z]/.test(words[first] ?? '')) first += 1;
  const form = words.slice(first).join(' ');
  return form === '' || !systemicKnownForm(form) ? null : form;
}

function systemicKnownForm(form: string): boolean {
  const plain = form.toLowerCase();
  return RULES.some((rule) => rule.words.test(plain)) || /\b(product|tablet|capsule)\b/.test(plain);
}
