/**
 * Alternatives that a guideline names for one use of the ordered drug and that are none for this patient: an opioid for a cough, an aromatase
 * inhibitor before the menopause, an antiplatelet drug of which nothing is known in children.
 *
 * Sources: labels of anastrozole, letrozole and exemestane, section 1 (postmenopausal women) and embryo-fetal toxicity (DailyMed, anastrozole of
 * 2018-12); label of naltrexone tablets, contraindications (patients who receive opioid analgesics, or are maintained on methadone or
 * buprenorphine); EU product information of prasugrel, section 4.2 (not below 18 years); CPIC guideline for tamoxifen (PMID 29385237: adjuvant
 * treatment of breast cancer, where an aromatase inhibitor before the menopause goes with ovarian suppression); European Association for Palliative
 * Care and US label of morphine (below 30 mL/min its active glucuronides build up: avoided or with great caution; hydromorphone a quarter to a half of
 * the usual start); US label of ticagrelor (Brilinta), boxed warning (aspirin above 100 mg a day) and section 7 (simvastatin and lovastatin above
 * 40 mg), and its product information, special precautions (oral anticoagulants), as restated by MIMS. All read 2026-11-22.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Chart } from './chart.ts';
import { orderedDose } from './order-dose.ts';
import type { AdvicePatient } from './patient.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** `not`: it is not offered; `note`: it is offered with this condition, and never recommended. */
export interface Fitness {
  readonly not?: string;
  readonly note?: string;
}

type Rule = (patient: AdvicePatient, order: MedicationFact | undefined) => Fitness;

/** What speaks against an alternative for the use that the order is for; empty where nothing does. */
export function fitness(patient: AdvicePatient, option: string, order: MedicationFact | undefined): Fitness {
  return entryOf(RULES, option)?.(patient, order) ?? {};
}

const RULES: Readonly<Record<string, Rule>> = {
  morphine: (patient, order) => withKidneys(patient, opioid(patient, order), KIDNEYS.morphine),
  hydromorphone: (patient, order) => withKidneys(patient, opioid(patient, order), KIDNEYS.hydromorphone),
  prasugrel: adultsOnly,
  ticagrelor: besideTicagrelor,
  anastrozole: aromataseInhibitor,
  letrozole: aromataseInhibitor,
  exemestane: aromataseInhibitor,
};

const KIDNEYS = {
  morphine: (value: string): Fitness => ({ not: `with eGFR ${value} its active metabolites build up` }),
  hydromorphone: (value: string): Fitness => ({ note: `with eGFR ${value} start with a quarter to a half of the usual dose` }),
};
const SEVERE_EGFR = 30;

function withKidneys({ chart }: AdvicePatient, fit: Fitness, words: (value: string) => Fitness): Fitness {
  const value = chart.latestLab('eGFR')?.value;
  return fit.not !== undefined || typeof value !== 'number' || value >= SEVERE_EGFR ? fit : words(String(Math.round(value)));
}

function adultsOnly({ chart }: AdvicePatient): Fitness {
  return chart.ageYears !== undefined && chart.ageYears < 18 ? { not: 'safety and effect in children are not established' } : {};
}

const ANTICOAGULANTS = ['warfarin', 'apixaban', 'rivaroxaban', 'dabigatran', 'edoxaban', 'phenprocoumon', 'acenocoumarol'];
const MOST_ASPIRIN_MG = 100;
const MOST_STATIN_MG = 40;

/** What is taken in an amount that ticagrelor does not go with. */
function besideTicagrelor(patient: AdvicePatient, order: MedicationFact | undefined): Fitness {
  const child = adultsOnly(patient);
  if (child.not !== undefined) return child;
  const above = (names: readonly string[], limit: number): string | undefined =>
    patient.chart.facts.medications
      .filter(({ role, source }) => (role === 'current' || role === 'draft') && source.reference !== order?.source.reference)
      .flatMap((medication) => {
        const dose = orderedDose(medication);
        // Without a readable dose at least one tablet a day.
        const [tablet] = medication.strength ?? [];
        const least = medication.dose === undefined && tablet?.unit === 'mg' && tablet.per === undefined ? tablet.amount : undefined;
        const daily = medication.asNeeded === true ? undefined : dose?.unit === 'mg' ? dose.daily : least;
        return daily !== undefined && daily > limit
          ? medication.ingredients.flatMap(({ name }) => (names.includes(name) ? [name] : []))
          : [];
      })[0];
  const aspirin = above(['aspirin'], MOST_ASPIRIN_MG);
  const statin = above(['simvastatin', 'lovastatin'], MOST_STATIN_MG);
  const anticoagulant = ANTICOAGULANTS.find((name) =>
    patient.exposures.some((one) => one.name === name && one.stoppedDaysAgo === undefined),
  );
  const notes = [
    anticoagulant === undefined ? '' : `more bleeding together with ${anticoagulant}: weigh the benefit`,
    aspirin === undefined
      ? ''
      : `with it no more than ${String(MOST_ASPIRIN_MG)} mg of aspirin a day: above that it works less (boxed warning)`,
    statin === undefined ? '' : `with it no more than ${String(MOST_STATIN_MG)} mg of ${statin} a day`,
  ].filter((note) => note !== '');
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

const COUGH = /\b(?:cough|antitussive|cough syrup|husten\w*|reizhusten|toux|tos)\b/i;
/** Products of codeine with these are cough medicines. */
const WITH_CODEINE = [
  'guaifenesin',
  'promethazine',
  'chlorpheniramine',
  'pseudoephedrine',
  'phenylephrine',
  'brompheniramine',
  'triprolidine',
];
const DEPENDENCE =
  /\bopioid (?:use disorder|dependence|addiction|abuse)\b|\bopiat\w* (?:dependence|addiction|abuse)\b|\bopioidabhängigkeit\b/i;
const DENIED = /\b(?:no|not|denies|without|family history|ruled out|screening)\b/i;
const RECEPTOR = ['naltrexone', 'buprenorphine', 'methadone'];

function opioid({ chart, exposures }: AdvicePatient, order: MedicationFact | undefined): Fitness {
  if (order !== undefined && isForCough(order, chart)) return { not: 'the order is for a cough, which needs no other opioid' };
  const taken = RECEPTOR.find((name) => exposures.some((one) => one.name === name && one.stoppedDaysAgo === undefined));
  if (taken !== undefined) return { not: `${taken} is taken, which blocks or replaces other opioids` };
  const dependent = chart.facts.conditions.some(
    ({ text, codes }) =>
      (DEPENDENCE.test(text) && !DENIED.test(text)) ||
      codes.some(({ system, code }) => system.includes('icd-10') && code.startsWith('F11')),
  );
  return dependent ? { not: 'opioid use disorder on the problem list' } : {};
}

function isForCough(order: MedicationFact, { facts }: Chart): boolean {
  const referred = facts.conditions.filter(({ source }) => order.reasonReferences.includes(source.reference));
  const codes = [...order.reasons, ...referred.flatMap((condition) => condition.codes)];
  const texts = [...order.reasonText, ...referred.map(({ text }) => text), order.dose?.text ?? '', order.text];
  return (
    order.ingredients.some(({ name }) => WITH_CODEINE.includes(name)) ||
    codes.some(({ system, code }) => system.includes('icd-10') && code.startsWith('R05')) ||
    texts.some((text) => COUGH.test(text))
  );
}

const MENOPAUSE = /\bpost-?\s?menopaus|\bmenopause\b|\boophorectomy\b|\bovariectomy\b|\bovarian (?:suppression|ablation)\b|\bpostmenopaus/i;
const NOT_YET = /\b(?:pre-?\s?menopaus|peri-?\s?menopaus|before the menopause|no )/i;
/** From this age on nothing more is asked: the natural menopause lies years back. */
const SURELY_AFTER = 60;
/** Adjuvant treatment takes 20 mg a day and more; 5 and 10 mg are doses of prevention. */
const PREVENTIVE_MG = 10;

function aromataseInhibitor({ chart }: AdvicePatient, order: MedicationFact | undefined): Fitness {
  const { ageYears, pregnant, facts } = chart;
  if (facts.patient.sex === 'male') return { not: 'for women after the menopause' };
  if (pregnant === true) return { not: 'can harm the unborn child' };
  const dose = orderedDose(order);
  if (dose?.unit === 'mg' && dose.daily !== undefined && dose.daily <= PREVENTIVE_MG)
    return { not: 'the ordered dose is one of prevention, and the advice is for the treatment of breast cancer' };
  if (ageYears !== undefined && ageYears >= SURELY_AFTER) return {};
  const recorded = [...facts.conditions, ...facts.procedures].some(({ text }) => MENOPAUSE.test(text) && !NOT_YET.test(text));
  return recorded ? {} : { note: 'only after the menopause or with ovarian suppression' };
}
