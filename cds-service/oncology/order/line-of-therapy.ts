/** Whether the chart bears out the line of therapy that a label names, and whether it speaks against a choice at all. */
import type { Approval, EarlierTreatment } from '../../knowledge/oncology/types.ts';
import { keyOf } from '../comparison.ts';
import { outsideAge } from '../label-age.ts';
import { OTHER_DISEASE, type OtherDisease } from '../reason/index.ts';
import { isBackbone } from './ordered-drugs.ts';
import type { TreatmentHistory } from './treatment-history.ts';

/**
 * `free`: the label names no line; `shown`: the chart has the earlier treatment it names; `open`: the chart does not show it, which is
 * no proof against it; `against`: the chart speaks against it (`spokenAgainst`).
 */
export type LineStanding = 'free' | 'shown' | 'open' | 'against';

/** What of the chart speaks against offering these drugs, in words; null where nothing does. */
export function spokenAgainst(approval: Approval, history: TreatmentHistory): string | null {
  const { taken, courses, allergic, outdone, ageYears } = history;
  const { line, without, therapies } = approval;
  const age = outsideAge(approval, ageYears);
  if (age !== null) return `the label is for ${age.replace(/^from/, 'patients from')}`;
  const other = settingAgainst(approval, history);
  if (other !== null) return `the label ${OTHER_DISEASE[other]}`;
  const allergy = therapies.find(({ ingredient }) => allergic.has(ingredient));
  if (allergy !== undefined) return `the chart has an allergy or intolerance to ${allergy.ingredient}`;
  const ruledOut = without.find(({ drugs }) => drugs.some((drug) => taken.has(drug)));
  if (ruledOut !== undefined) return `the label rules out earlier treatment with ${ruledOut.name}`;
  const untolerated = therapies.find(({ ingredient }) => courses.get(ingredient)?.notTolerated === true)?.ingredient;
  if (untolerated !== undefined) return `${untolerated} was given before: ${courses.get(untolerated)?.said ?? ''}`;
  const before = stoppedBefore(approval, history) ?? classBefore(approval, history) ?? progressedUnder(approval, history);
  if (before !== null) return before;
  const better = outdone.get(keyOf(approval));
  if (better !== undefined) return better;
  return line === 'first' && approval.after.length === 0 && givenBefore(approval, history).size > 0
    ? 'the label is for untreated disease, and cancer drugs were given'
    : null;
}

/** The label speaks of another disease than the diagnosis: castration-resistant, castration-sensitive, newly diagnosed, grade 2. */
export function settingAgainst(
  { setting }: Approval,
  { castrationSensitive, castrationResistant, highGrade, recurrent }: TreatmentHistory,
): OtherDisease | null {
  if (castrationSensitive && /^castration-resistant\b/.test(setting ?? '')) return 'castration-resistant';
  if (castrationResistant && /^castration-sensitive\b/.test(setting ?? '')) return 'castration-sensitive';
  if (recurrent && NEWLY_DIAGNOSED.test(setting ?? '')) return 'newly-diagnosed';
  return highGrade && /^grade 2\b/.test(setting ?? '') ? 'grade-2' : null;
}
const NEWLY_DIAGNOSED = /^(?:children, )?newly diagnosed(?!.*relapsed)/;

/** The directed drugs of a choice; of chemotherapy and hormones alone all of it. */
function directedOf({ therapies }: Approval): readonly string[] {
  const all = therapies.map(({ ingredient }) => ingredient);
  const directed = all.filter((drug) => !isBackbone(drug));
  return directed.length > 0 ? directed : all;
}

/**
 * All that is directed in it given before and over, whatever hormone or chemotherapy stood beside it. For toxicity or for want of effect: where the chart
 * does not say which, nothing is said of it. What was completed as planned is not ruled out.
 */
function stoppedBefore(approval: Approval, { stopped, courses }: TreatmentHistory): string | null {
  const drugs = directedOf(approval);
  if (!drugs.every((drug) => stopped.has(drug)) || drugs.every((drug) => courses.get(drug)?.completed === true)) return null;
  const said = drugs.flatMap((drug) => toldOf(drug, '', courses));
  return said.length === 0 ? 'given before and stopped' : `given before: ${said.join(', ')}`;
}

/** Inhibitors of CDK4 and CDK6: no label has one of them after another. One that was not tolerated rules out itself alone. */
const ONE_OF_CLASS: readonly ReadonlySet<string>[] = [new Set(['palbociclib', 'ribociclib', 'abemaciclib'])];
function classBefore(approval: Approval, { taken, stopped, courses }: TreatmentHistory): string | null {
  for (const drug of directedOf(approval)) {
    const like = ONE_OF_CLASS.find((all) => all.has(drug));
    const had = [...(like ?? [])].find(
      (other) => taken.has(other) && (stopped.has(other) ? courses.get(other)?.mayHaveProgressed !== false : other !== drug),
    );
    if (had !== undefined) return had === drug ? `${had} was given before and stopped` : `${had}, a drug of the same class, was given`;
  }
  return null;
}

function toldOf(drug: string, was: '' | 'was ', courses: TreatmentHistory['courses']): string[] {
  const said = courses.get(drug)?.said ?? null;
  return said === null ? [] : [`${drug} ${was}${said}`];
}

/** Maintenance is labelled after a response: each drug that could have brought it was stopped for progression. */
function progressedUnder({ line, after }: Approval, { taken, courses }: TreatmentHistory): string | null {
  if (line !== 'maintenance') return null;
  for (const { drugs } of after) {
    const had = drugs.filter((drug) => taken.has(drug));
    if (had.length > 0 && had.every((drug) => courses.get(drug)?.progressed === true))
      return `the label asks for a response, and ${had.map((drug) => `${drug} was ${courses.get(drug)?.said ?? ''}`).join(', ')}`;
  }
  return null;
}

/** `osimertinib completed as planned (2026-01-09)`, where all of a choice was given before and completed; part of the advice wherever it is offered. */
export function completedBefore({ therapies }: Approval, { courses }: TreatmentHistory): string | null {
  const drugs = therapies.map(({ ingredient }) => ingredient);
  if (!drugs.every((drug) => courses.get(drug)?.completed === true)) return null;
  return `given before, ${courses.get(drugs[0] ?? '')?.said ?? ''}`;
}

/** Where the label asks for progression, treatment that was broken off for another reason does not show it. */
function bornOut(drug: string, { progressed }: Approval, { courses }: TreatmentHistory): boolean {
  const course = courses.get(drug);
  if (progressed === 'stated') return course?.progressed === true;
  return progressed === null || course === undefined || course.mayHaveProgressed || course.completed;
}

/** The earlier treatment that the label names is on file, but did not end as the label asks: what the chart says of it. */
export function brokenOff(approval: Approval, history: TreatmentHistory): string | null {
  const short = approval.after.filter(({ drugs }) => !drugs.some((drug) => history.taken.has(drug) && bornOut(drug, approval, history)));
  const said = short.flatMap(({ drugs }) => drugs.flatMap((drug) => toldOf(drug, 'was ', history.courses)));
  return said.length === 0 ? null : `The label asks for progression on or after that treatment; ${said.join(', ')}`;
}

/** What was given before the choice: a regimen that the patient takes now is not its own earlier treatment. */
function givenBefore({ therapies }: Approval, { taken, stopped, elsewhere }: TreatmentHistory): ReadonlySet<string> {
  const running = therapies.every(({ ingredient }) => taken.has(ingredient) && !stopped.has(ingredient));
  const own = [...taken].filter((drug) => !elsewhere.has(drug));
  return new Set(running ? own.filter((drug) => therapies.every(({ ingredient }) => ingredient !== drug)) : own);
}

/**
 * The label is for treated disease, and the chart names fewer earlier drugs than it counts treatments. The drug on order counts as given; of several
 * treatments that the label names the others are still asked for.
 */
export function lacksEarlierTreatment(approval: Approval, history: TreatmentHistory, ordered?: string): boolean {
  const { line, after, lines } = approval;
  const taken = givenBefore(approval, history);
  const others = after.filter(({ drugs }) => !drugs.some((drug) => drug === ordered));
  if (lines === null && others.length < after.length) return others.some(({ drugs }) => !drugs.some((drug) => taken.has(drug)));
  const asked = line === 'later' || line === 'maintenance' || after.length > 0;
  return asked && taken.size < (lines ?? 1);
}

export function lineStanding(approval: Approval, history: TreatmentHistory): LineStanding {
  const { line, after, lines } = approval;
  const taken = givenBefore(approval, history);
  if (spokenAgainst(approval, history) !== null) return 'against';
  if (completedBefore(approval, history) !== null || lines !== null) return 'open';
  const had = ({ drugs }: EarlierTreatment) => drugs.some((drug) => taken.has(drug) && bornOut(drug, approval, history));
  if (after.length > 0) return after.every(had) && settingShown(approval, history) ? 'shown' : 'open';
  if (line === 'first' || line === null) return 'free';
  return taken.size > 0 && settingShown(approval, history) ? 'shown' : 'open';
}

/** What a list of drugs does not show: that the disease came back, and that a hormone was given after surgery. */
function settingShown({ setting }: Approval, { recurrent }: TreatmentHistory): boolean {
  if (/\badjuvant endocrine\b/.test(setting ?? '')) return false;
  return recurrent || !/\brecurren(?:t disease|ce)\b/.test(setting ?? '');
}

/** The label's setting with what the chart says of earlier use: both are part of the advice. */
export function withEarlierUse(setting: string | null, again: string | null): string | null {
  return again === null ? setting : setting === null ? again : `${setting}, ${again}`;
}
