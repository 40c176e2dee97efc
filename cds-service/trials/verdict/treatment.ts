/** Earlier treatment: what is recorded was given; what is not recorded may still have been given elsewhere. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { ALSO_FOR_OTHERS } from '../criteria/treatment/cancer-drugs.ts';
import { ANY_CANCER_DRUG, CANCER_DRUGS } from '../criteria/treatment/drug-mentions.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween, no, unknown, withinWords, yes, type Answer } from './answer.ts';
import { isDistant } from './distant.ts';
import { hasOneCancer, isForThisCancer, severalCancers } from './whose-treatment.ts';
import { once } from './once.ts';
import { treatsOnlyTumour } from './treats-tumour.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

/** Never a certain "no": a chart does not hold every treatment a patient has had. */
export function wasTreated(asked: Of<'treated'>, patient: TrialPatient): Answer {
  const { label, withinDays = '', current = '', setting = '', sole = '', passes = '', except = [] } = asked;
  const key = `treated ${label} ${withinDays} ${current} ${setting} ${sole} ${passes} ${except.join()}`;
  return once(patient, key, () => lookUp(asked, patient));
}

function lookUp(asked: Of<'treated'>, patient: TrialPatient): Answer {
  const { facts, taken } = patient;
  const drugs = drugsOf(asked);
  const metastatic = asked.setting === undefined ? undefined : spreadSince(patient);
  let ofWhich = false;
  let notWhatFor: MedicationFact | undefined;
  for (const medication of taken) {
    const found = namesOf(medication).find((name) => drugs.has(name));
    if (found === undefined || medication.systemic === false) continue;
    // A drug named alone counts whatever it was given for; as one of many it must have been given for a cancer.
    if (drugs.size > 1 && ALSO_FOR_OTHERS.has(found) && !forCancer(medication) && !treatsOnlyTumour(found, patient, medication)) {
      notWhatFor ??= medication;
      continue;
    }
    if (asked.sole === true && !isForThisCancer(medication, patient)) {
      ofWhich = true;
      continue;
    }
    const said = saidOf(medication);
    if (asked.current === true && (medication.role !== 'current' || isOver(medication, facts.asOf))) continue;
    if (asked.setting !== undefined && !isAfter(medication, metastatic)) continue;
    const mayPass =
      asked.passes === true &&
      CANCER_DRUGS.has(found) &&
      (!ALSO_FOR_OTHERS.has(found) || forCancer(medication) || treatsOnlyTumour(found, patient, medication));
    if (mayPass && medication.role === 'current' && !isOver(medication, facts.asOf)) return unknown(`${said}: ${toStop(asked)}`);
    if (asked.withinDays === undefined) return yes(said);
    const last = lastKnown(medication, facts.asOf);
    const ago = daysBetween(last, facts.asOf);
    // While it is taken, the time has not begun.
    const time = medication.role === 'current' ? `within ${asked.withinDays} days` : withinWords(asked.withinDays, last);
    if (ago === null || ago < 0 || ago > asked.withinDays) continue;
    const within = asked.withinDays === 0 ? said : `${said}, ${time}`;
    return mayPass ? unknown(`${within}: it would have to be waited until then`) : yes(within);
  }
  if (ofWhich) return severalCancers(asked.label);
  // It would be untrue that nothing is recorded.
  if (notWhatFor !== undefined && asked.withinDays === undefined && asked.current !== true && asked.setting === undefined)
    return unknown(`${saidOf(notWhatFor)}, but not what it was given for`, `treatment history: ${asked.label}`);
  return unknown(
    `no ${asked.label.replace(/^any /, '')}${timeOf(asked)}; earlier treatment may be incomplete`,
    `treatment history: ${asked.label}`,
  );
}

function toStop({ withinDays }: Of<'treated'>): string {
  return `it would have to be stopped${withinDays === undefined || withinDays === 0 ? '' : ` ${withinDays} days`} before`;
}

function timeOf({ withinDays, setting, current }: Of<'treated'>): string {
  if (withinDays === 0 || current === true) return ' is recorded as still going on';
  if (withinDays !== undefined) return ` within ${withinDays} days is recorded`;
  return setting === undefined ? ' is recorded' : ' for metastatic disease is recorded';
}

function drugsOf({ drugs, except }: Of<'treated'>): ReadonlySet<string> {
  const all = drugs.includes(ANY_CANCER_DRUG) ? CANCER_DRUGS : new Set(drugs);
  if (except === undefined || except.length === 0) return all;
  const left = new Set(all);
  for (const name of except) left.delete(name);
  return left;
}

function saidOf({ ingredients, text, start, authored, end, role }: MedicationFact): string {
  const day = start ?? authored ?? end;
  const names = ingredients.length === 0 ? text : ingredients.map(({ name }) => name).join(' + ');
  const from = day === undefined ? ', undated' : ` from ${day.slice(0, 10)}`;
  const until = role === 'current' ? ', still taken' : end === undefined || end === day ? '' : ` to ${end.slice(0, 10)}`;
  return `${names} recorded${from}${until}`;
}

/** The last day on which it was certainly given: its end, today while it is taken, else the day it began. An order alone is not yet a dose. */
function lastKnown({ end, role, start, authored, resourceType }: MedicationFact, asOf: string): string | undefined {
  return end ?? (role === 'current' ? asOf : (start ?? (resourceType === 'MedicationAdministration' ? authored : undefined)));
}
function isOver({ end }: MedicationFact, asOf: string): boolean {
  const ago = daysBetween(end, asOf);
  return ago !== null && ago > 0;
}

const CANCER = /cancer|carcinoma|lymphoma|leuk|myeloma|tumou?r|neoplas|sarcoma|melanoma|malignan|blastoma|glioma/i;
function forCancer({ lineOfTherapy, reasonText, reasons }: MedicationFact): boolean {
  return lineOfTherapy !== undefined || [...reasonText, ...reasons.map(({ display = '' }) => display)].some((words) => CANCER.test(words));
}

/** The first day on which distant metastases, or a stage that means them, are recorded with a date. */
function spreadSince({ facts, tumours, trees }: TrialPatient): string | undefined {
  const [main] = tumours;
  const days = [
    ...facts.tumours.flatMap(({ role, onset, text, codes }) =>
      role === 'secondary' &&
      onset !== undefined &&
      !/\blymph|\bnod(?:e|es|al)\b/i.test(text) &&
      !codes.some(({ code }) => code.startsWith('C77'))
        ? [onset]
        : [],
    ),
    ...(main?.fact.stages ?? []).flatMap(({ group, source }) =>
      group !== undefined && main !== undefined && isDistant(group, main, trees) && source.issued !== undefined ? [source.issued] : [],
    ),
  ].filter((day) => /^\d{4}-\d{2}-\d{2}/.test(day));
  return days.sort()[0]?.slice(0, 10);
}
function isAfter({ start }: MedicationFact, since: string | undefined): boolean {
  const days = since === undefined || start === undefined ? null : daysBetween(since, start);
  return days !== null && days >= 0;
}

/** A combined name ("trastuzumab deruxtecan") is a drug of its own, not its first word. */
function namesOf({ ingredients, text }: MedicationFact): string[] {
  const names = ingredients.length === 0 ? [text] : ingredients.map(({ name }) => name);
  return names.flatMap((name) => {
    const plain = name
      .toLowerCase()
      .replace(/-[a-z]{4}$/, '')
      .replace(/^(?:ado|fam)-/, '')
      .replace(
        / (?:mesylate|hydrochloride|tosylate|ditosylate|maleate|dimaleate|camsylate|acetate|phosphate|citrate|malate|anhydrous)$/,
        '',
      )
      .replace(/^nab-/, '');
    return [plain, plain.replace(/(mab)-[a-z]{4}/, '$1')];
  });
}

/** Lines are counted only where the record numbers them; the highest number is the least there were. */
export function hadLines(asked: Of<'lines'>, patient: TrialPatient): Answer {
  if (asked.sole === true && !hasOneCancer(patient)) return severalCancers('a line of treatment');
  const numbers = numbersOf(asked, patient);
  const most = numbers.size === 0 ? 0 : asked.setting === undefined ? Math.max(...numbers) : numbers.size;
  const said =
    asked.setting === undefined
      ? `a line of treatment numbered ${most} is recorded`
      : `${most} numbered lines since metastases were recorded`;
  if (most === 0) {
    const one = asked.min === 1 && asked.max === undefined ? endedTreatment(asked, patient) : null;
    return one === null ? unknown('lines of therapy are not numbered in the record', 'number of prior lines') : yes(one);
  }
  if (asked.max !== undefined && most > asked.max) return no(said);
  if (asked.max === undefined && asked.min !== undefined && most >= asked.min) return yes(said);
  return unknown(`${said}; there may be more`, 'number of prior lines');
}
/**
 * One line at least there was where a systemic treatment of the cancer has ended, though nobody numbered it: of a cancer of the blood, or given once
 * metastases were recorded. What was given before may have been adjuvant.
 */
function endedTreatment({ setting }: Of<'lines'>, patient: TrialPatient): string | null {
  if (!hasOneCancer(patient)) return null;
  const { facts, taken, tumours, trees } = patient;
  const ofBlood = tumours.every(({ oncotree }) => oncotree.size > 0 && [...oncotree].every((code) => isOfBlood(code, trees)));
  if (ofBlood && setting !== undefined) return null;
  const since = ofBlood ? undefined : spreadSince(patient);
  const ended = taken.find(
    (medication) =>
      medication.systemic !== false &&
      (medication.role !== 'current' || isOver(medication, facts.asOf)) &&
      namesOf(medication).some(
        (name) =>
          CANCER_DRUGS.has(name) && (!ALSO_FOR_OTHERS.has(name) || forCancer(medication) || treatsOnlyTumour(name, patient, medication)),
      ) &&
      (ofBlood || isAfter(medication, since)),
  );
  return ended === undefined ? null : saidOf(ended);
}
function isOfBlood(code: string, { oncotree }: TrialPatient['trees']): boolean {
  const { tissue } = oncotree.get(code) ?? { tissue: '' };
  return tissue === 'Lymphoid' || tissue === 'Myeloid';
}
function numbersOf({ setting }: Of<'lines'>, patient: TrialPatient): ReadonlySet<number> {
  const since = setting === undefined ? undefined : spreadSince(patient);
  return new Set(
    patient.taken.flatMap((medication) =>
      medication.lineOfTherapy !== undefined && (setting === undefined || isAfter(medication, since)) ? [medication.lineOfTherapy] : [],
    ),
  );
}
