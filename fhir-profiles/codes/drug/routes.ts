/** Routes of administration: by SNOMED CT, HL7 v3, NCI Thesaurus code or words, systemic or on the spot. */
import type { Ingredient } from '../../facts.ts';
import { systemicOfForm } from './systemic.ts';
import { entryOf } from '../../entry-of.ts';

/** A route as read from a dosage: codings and text. */
export interface RouteConcept {
  readonly codings: readonly { readonly system: string; readonly code: string; readonly display?: string }[];
  readonly text?: string;
}

/** Words for codes that arrive without a display: SNOMED CT route values, HL7 v3 RouteOfAdministration, NCI Thesaurus (FDA SPL) routes. */
const ROUTE_WORDS: Readonly<Record<string, string>> = {
  '26643006': 'oral',
  '47625008': 'intravenous',
  '78421000': 'intramuscular',
  '34206005': 'subcutaneous',
  '37839007': 'sublingual',
  '54471007': 'buccal',
  '37161004': 'rectal',
  '6064005': 'topical',
  '45890007': 'transdermal',
  '54485002': 'ophthalmic',
  '10547007': 'otic',
  '46713006': 'nasal',
  '447694001': 'inhalation',
  '16857009': 'vaginal',
  '72607000': 'intrathecal',
  PO: 'oral',
  IV: 'intravenous',
  IVPUSH: 'intravenous push',
  IM: 'intramuscular',
  SQ: 'subcutaneous',
  SC: 'subcutaneous',
  SL: 'sublingual',
  PR: 'rectal',
  TOPICAL: 'topical',
  TRNSDERM: 'transdermal',
  OPTHALTA: 'ophthalmic',
  NASINHLC: 'nasal inhalation',
  IPINHL: 'inhalation',
  ORINHL: 'oral inhalation',
  C38288: 'oral',
  C38276: 'intravenous',
  C28161: 'intramuscular',
  C38299: 'subcutaneous',
  C38304: 'topical',
  C38305: 'transdermal',
  C38287: 'ophthalmic',
  C38284: 'nasal',
  C38216: 'inhalation',
};

const SYSTEMIC_WORDS =
  /^(?:per )?(?:o|po|oral|orally|by mouth|per os|oral route|oral use|iv|im|sc|sq|subcut|subq|sl)$|\b(?:intravenous|intramuscular|subcutaneous|sublingual|buccal|transdermal|oral route|by mouth|per os|peroral|enteral|nasogastric|gastrostomy|intraosseous|infusion|feeding tube|ng tube|peg tube|i\.?v\.?|g-?tube)\b/i;
const INHALED = /inhal|nasal|intranasal|respiratory/i;

/** Null when the route does not tell (rectal, intrathecal …) or is not known. Inhaled anaesthetics are systemic. */
export function systemicByRoute(route: RouteConcept, ingredients: readonly Ingredient[]): boolean | null {
  const words = [route.text, ...route.codings.flatMap((coding) => [coding.display, entryOf(ROUTE_WORDS, coding.code)])].filter(
    (w) => w !== undefined,
  );
  for (const word of words) {
    if (INHALED.test(word)) return systemicOfForm(word, ingredients);
    if (SYSTEMIC_WORDS.test(word.trim())) return true;
  }
  for (const word of words) {
    const found = systemicOfForm(word, ingredients);
    if (found !== null) return found;
  }
  return null;
}
