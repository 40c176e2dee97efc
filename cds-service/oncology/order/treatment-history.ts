/** What cancer treatment the chart holds: which drugs, for which tumour, how each of them ended, and what stage of the disease that makes. */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import { earlierCourses, type EarlierCourse } from '../earlier-courses.ts';
import type { PatientTumour } from '../tumour.ts';
import { givenForAnother, isAnother } from './for-another.ts';
import { isCytotoxic } from './ordered-drugs.ts';
import { isNewOrder } from './running.ts';

export interface TreatmentHistory {
  /** Cancer drugs taken now or before; drafts are not among them. */
  readonly taken: ReadonlySet<string>;
  /** Those of the past only. */
  readonly stopped: ReadonlySet<string>;
  /** Those that were given for another tumour of the chart: no line of this one's treatment. */
  readonly elsewhere: ReadonlySet<string>;
  /** How each of these ended, as the chart states it. */
  readonly courses: ReadonlyMap<string, EarlierCourse>;
  /** Drugs that the chart calls an allergy or intolerance. */
  readonly allergic: ReadonlySet<string>;
  /** Sets of drugs (as `keyOf`) that did worse, in a randomised comparison in this tumour, than what was given before and stopped: by which. */
  readonly outdone: ReadonlyMap<string, string>;
  /** A recurrence is on file: of the diagnosis, or platinum given again after half a year without it. */
  readonly recurrent: boolean;
  /** Prostate cancer that the chart calls sensitive to castration (hormone-sensitive, never treated with hormones). */
  readonly castrationSensitive: boolean;
  /** The chart calls it resistant to castration. */
  readonly castrationResistant: boolean;
  /** Grade 3 or 4 by the type or the words of the diagnosis. */
  readonly highGrade: boolean;
  /** Completed years, where known. */
  readonly ageYears?: number;
}

interface Kept {
  readonly knowledge: OncologyKnowledge;
  readonly tumour: PatientTumour | null;
  readonly history: TreatmentHistory;
}
/** Asked for at each order and each choice, and a chart may hold thousands of prescriptions: found out once per chart and tumour. */
const kept = new WeakMap<PatientFacts, Kept[]>();

/** @param tumour the one whose treatment is asked about; null: of whatever tumour, so that no drug counts as given for another */
export function treatmentHistory(facts: PatientFacts, knowledge: OncologyKnowledge, tumour: PatientTumour | null = null): TreatmentHistory {
  const ofChart = kept.get(facts) ?? [];
  const known = ofChart.find((one) => one.knowledge === knowledge && one.tumour === tumour);
  if (known !== undefined) return known.history;
  const history = readHistory(facts, knowledge, tumour);
  kept.set(facts, [...ofChart, { knowledge, tumour, history }]);
  return history;
}

function readHistory(facts: PatientFacts, knowledge: OncologyKnowledge, tumour: PatientTumour | null): TreatmentHistory {
  const of = (...roles: readonly string[]) =>
    new Set(
      facts.medications
        .filter(({ role }) => roles.includes(role))
        .filter((medication) => !isNewOrder(medication, facts.asOf))
        .flatMap(({ ingredients }) => ingredients.map(({ name }) => ingredientName(name)))
        .filter((name) => isCytotoxic(name) || knowledge.index.approvalsByDrug.has(name)),
    );
  const current = of('current');
  const stopped = new Set([...of('past')].filter((name) => !current.has(name)));
  const allergic = new Set(facts.allergies.flatMap(({ ingredients }) => ingredients.map(({ name }) => ingredientName(name))));
  const courses = earlierCourses(facts, stopped);
  const { ageYears } = facts.patient;
  const taken = new Set([...current, ...stopped]);
  const elsewhere = givenForAnother(taken, facts, knowledge, tumour);
  return {
    taken,
    stopped,
    elsewhere,
    courses,
    allergic,
    outdone: outdoneBy(courses, knowledge, tumour),
    recurrent: isRecurrent(facts, elsewhere, tumour, knowledge),
    castrationSensitive: castrationOf(facts) === 'sensitive',
    castrationResistant: castrationOf(facts) === 'resistant',
    highGrade: isHighGrade(tumour),
    ...(ageYears === undefined ? {} : { ageYears }),
  };
}

function isRecurrent(
  { tumours, medications }: PatientFacts,
  elsewhere: ReadonlySet<string>,
  tumour: PatientTumour | null,
  knowledge: OncologyKnowledge,
): boolean {
  const own = tumours.filter((fact) => tumour === null || !isAnother(fact, tumour, knowledge));
  if (own.some(({ clinicalStatus, text }) => ['recurrence', 'relapse'].includes(clinicalStatus) || SAID_RECURRENT.test(text))) return true;
  const platinum = (name: string): boolean => PLATINUM.has(name) && !elsewhere.has(name);
  const given = medications
    .filter(({ role, ingredients }) => role === 'past' && ingredients.some(({ name }) => platinum(ingredientName(name))))
    .flatMap(({ start, authored, end }) => {
      const from = Date.parse(start ?? authored ?? '');
      const to = Date.parse(end ?? start ?? authored ?? '');
      return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ from, to }];
    })
    .sort((a, b) => a.from - b.from);
  let last = given[0]?.to ?? 0;
  return given.some(({ from, to }) => {
    const again = from - last > HALF_A_YEAR;
    last = Math.max(last, to);
    return again;
  });
}
const SAID_RECURRENT = /(?<!\b(?:no|non|not|without)[ -](?:evidence of )?)\b(?:recurr|relaps)/i;
const PLATINUM: ReadonlySet<string> = new Set(['cisplatin', 'carboplatin', 'oxaliplatin']);
const HALF_A_YEAR = 182 * 24 * 3600 * 1000;

/** ICD-10-CM Z19.1 "hormone sensitive malignancy status", Z19.2 "hormone resistant malignancy status", or the words of the diagnosis; resistance comes after. */
export function castrationOf({ tumours, conditions }: PatientFacts): 'sensitive' | 'resistant' | null {
  const words = [...tumours, ...conditions.filter(({ clinicalStatus }) => clinicalStatus !== 'resolved')].map(({ text }) => text);
  const codes = conditions.flatMap((fact) => fact.codes.map(({ code }) => code));
  if (codes.includes('Z19.2') || words.some((text) => RESISTANT.test(text))) return 'resistant';
  return codes.includes('Z19.1') || words.some((text) => SENSITIVE.test(text)) ? 'sensitive' : null;
}
const SENSITIVE = /\b(?:castrat\w*|hormon\w*)[ -](?:sensitive|na[iï]ve)\b|\bm?(?:HSPC|CSPC)\b/i;
const RESISTANT = /\b(?:castrat\w*|hormon\w*)[ -](?:resistant|refractory|independent)\b|\bm?CRPC\b|\bHRPC\b/i;

function isHighGrade(tumour: PatientTumour | null): boolean {
  if (tumour === null) return false;
  const { oncotree, fact } = tumour;
  return [...oncotree].some((code) => HIGH_GRADE.has(code)) || (SAID_HIGH.test(fact.text) && !SAID_LOW.test(fact.text));
}
/** Kinds of astrocytoma and oligodendroglioma by their grade (OncoTree 2025-10-03). */
const HIGH_GRADE: ReadonlySet<string> = new Set(['ASTR3', 'ASTR4', 'ODG3']);
const SAID_HIGH = /\b(?:grade|G)\s?(?:3|4|III|IV)\b|\bhigh[- ]grade\b|\banaplastic\b/i;
const SAID_LOW = /\b(?:grade|G)\s?(?:1|2|I|II)\b|\blow[- ]grade\b/i;

/** Also what did worse than a choice that itself did worse. A drug that was not tolerated, or completed as planned, did not fail. */
function outdoneBy(
  courses: ReadonlyMap<string, EarlierCourse>,
  { comparisons }: OncologyKnowledge,
  tumour: PatientTumour | null,
): Map<string, string> {
  const held = comparisons.filter(({ tumours }) =>
    tumours.some((code) => tumour?.oncotree.has(code) || tumour?.oncotreeAncestors.has(code)),
  );
  const outdone = new Map<string, string>();
  const isGiven = (key: string): boolean => {
    const drugs = key.split('+');
    return drugs.every((drug) => courses.has(drug)) && drugs.some((drug) => courses.get(drug)?.mayHaveProgressed === true);
  };
  const waiting = [...new Set(held.map(({ better }) => better).filter(isGiven))];
  const given = new Map(waiting.map((key) => [key, key]));
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const source = given.get(key) ?? key;
    for (const { than, trial } of held.filter(({ better }) => better === key)) {
      if (given.has(than)) continue;
      given.set(than, source);
      outdone.set(than, `${source.replaceAll('+', ' with ')} did better (${trial}) and was given before`);
      waiting.push(than);
    }
  }
  return outdone;
}

/** Cancer drugs of the chart that may have been given for this tumour. */
export function givenForThis({ taken, elsewhere }: TreatmentHistory): readonly string[] {
  return [...taken].filter((drug) => !elsewhere.has(drug));
}
