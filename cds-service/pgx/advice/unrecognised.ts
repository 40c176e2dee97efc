/** Entries of the medication list that were not recognised: what they do to the enzyme, or beside another drug, nobody has looked at. */
import { systemicByForm } from '../../../fhir-profiles/codes/drug/forms.ts';
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';
import { listWords, sentence } from './wording/words.ts';

/** Supplies and vaccines: they change no enzyme. */
export const NO_DRUG =
  /\b(?:vaccines?|test strips?|lancets?|pen needles?|glucose (?:meter|monitor|sensor)s?|(?:wound )?dressings?|gauze|compression stockings?|herbal tea|(?:grippe|influenza)?-?impfstoff|teststreifen|lanzetten|verband\w*)\b/i;

const MOST = 3;
const LONGEST = 40;

/** Said where a dose is raised or another drug put forward, because there an inhibitor that was not seen does harm. */
export function unrecognisedSentence(
  { chart }: AdvicePatient,
  { action }: Recommendation,
  alternatives: DrugAdvice['alternatives'],
): string {
  const offers = alternatives.some(({ ok, rxnorm }) => ok && rxnorm !== '');
  if (action !== 'increase-dose' && !offers) return '';
  const names = [...new Set(chart.facts.medications.filter(isUnknown).map(({ text }) => shortened(text)))];
  if (names.length === 0) return '';
  const shown = names.length > MOST ? [...names.slice(0, MOST), `${String(names.length - MOST)} more`] : names;
  return sentence(`on the list, not recognised and so not checked beside it: ${listWords(shown)}`);
}

const isUnknown = ({ role, ingredients, drugClass, systemic, text }: MedicationFact): boolean =>
  role === 'current' &&
  ingredients.length === 0 &&
  drugClass === undefined &&
  systemic !== false &&
  systemicByForm(text) !== false &&
  text.trim() !== '' &&
  !NO_DRUG.test(text);

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);
