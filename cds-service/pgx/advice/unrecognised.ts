/** Entries of the medication list that were not recognised: what they do to the enzyme, or beside another drug, nobody has looked at. */
import { systemicByForm } from '../../../fhir-profiles/codes/drug/forms.ts';
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';
import { isVaccine } from './vaccine-names.ts';
import { listWords, sentence } from './wording/words.ts';

/** Supplies and vaccines: they change no enzyme. */
const NO_DRUG =
  /\b(?:vaccines?|tdap|dtap|toxoids?|tuberculin|immune globulin|immunoglobulin|ivig|probiotics?|test strips?|lancets?|pen needles?|sensors?|wheelchairs?|urinary catheters?|foley|glucose (?:meter|monitor|sensor)s?|(?:wound )?dressings?|gauze|compression stockings?|herbal tea|(?:grippe|influenza)?-?impfstoff|teststreifen|lanzetten|verband\w*)\b/i;

/** Given for its water, salts or calories, as a laxative or as blood: no gene changes it. */
const FLUID =
  /\b(?:(?:lactated )?ringer(?:'?s)?[ -]?(?:lactate|acetate?|l(?:ö|oe?)sung|solution)?|hartmann(?:'?s)?|plasma-?lyte(?: [a148]+)?|normosol(?:-r)?|dextrose|glucose|d5w?|d10w?|d50w?|(?:normal |half )?saline|sodium chloride|ns|lr|(?:sterile )?water|(?:total )?parenteral nutrition|tpn|(?:fat|lipid) emulsion|(?:human )?albumin(?: human)?|packed red (?:blood )?cells|platelets?|artificial tears|milk of magnesia|lipids?|fresh frozen plasma|ffp|cryoprecipitate|polyethylene glycol(?: 3350)?|macrogol|infant formula|(?:enteral|tube) feed(?:ing)?s?)\b/gi;
/** How much of it, in what and how: with these words gone nothing may be left, for "Xyzomab in dextrose 5 %" is a drug. */
const AMOUNT =
  /\b(?:\d+(?:[.,]\d+)?|m?l|l|g|mg|kg|meq|mmol|units?|bags?|iv|po|oral|intravenous|infusion|solution|soln|powder|packet|injection|injectable|injectables?|bolus|flush|lock|maintenance|continuous|in|for|with|per|at|h|hr|hour|daily|once|prn|and|of|w|x|potassium|kcl|chloride|adult|peripheral|central|nasal|spray|mist)\b|[%/().,+:-]/gi;

export const isNoDrug = (text: string): boolean =>
  NO_DRUG.test(text) || isVaccine(text) || (text.search(FLUID) !== -1 && text.replace(FLUID, ' ').replace(AMOUNT, ' ').trim() === '');

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
  !isNoDrug(text);

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);
