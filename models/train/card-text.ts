/** What each model card says in words. Figures are not written here: they come from the artefact. */
import type { ModelArtefact } from '../artefact.ts';

export const NO_INFORMATION = 'No information available.';

type Words = string | ((artefact: ModelArtefact) => string);

export interface Description {
  readonly developer: Words;
  readonly funding: Words;
  readonly output: Words;
  readonly outputKind: Words;
  readonly intendedUse: Words;
  readonly intendedPatients: Words;
  readonly intendedUsers: Words;
  readonly role: Words;
  readonly outOfScope: Words;
  readonly limits: Words;
  readonly cohort: string;
  readonly equityInputs: Words;
  readonly demographics: Words;
  readonly relevance: Words;
  readonly fairness: Words;
  readonly bias: Words;
  readonly fairnessFigures: Words;
  readonly monitoring: Words;
  readonly fairnessMonitoring: Words;
  readonly updating: Words;
  readonly correction: Words;
  /** Further reasons to abstain, beside the ranges and categories of the artefact. */
  readonly abstains: readonly string[];
  readonly headline: (artefact: ModelArtefact) => string;
}

interface Row {
  readonly group: string;
  readonly n: number;
  readonly coverage?: number;
}
const rowsOf = (artefact: ModelArtefact, key: string): readonly Row[] => {
  const rows = artefact.figures[key];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
};
const listed = (artefact: ModelArtefact, key: string): string =>
  rowsOf(artefact, key)
    .map((row) => `${row.group} ${row.n}`)
    .join(', ');
/** Share of a group inside the interval, in whole percent. */
const covered = (artefact: ModelArtefact, key: string, group: string): string => {
  const row = rowsOf(artefact, key).find((item) => item.group === group);
  return row?.coverage === undefined ? 'an unmeasured share' : `${Math.round(row.coverage * 100)} %`;
};
const figure = (artefact: ModelArtefact, name: string): string => {
  const model = artefact.figures.model as Readonly<Record<string, number>> | undefined;
  return String(model?.[name] ?? 'not measured');
};

const SHARED = {
  developer: 'The Genehook maintainers; contact through the issue tracker of the project.',
  funding: 'None declared.',
  intendedUsers: 'Physicians and clinical pharmacists who can review the inputs, the published formulas and the guideline shown beside it.',
  role: 'Informs. It adds a line to the card of an order that already has one and a block in the panel; it never raises a card and never goes above the level “info”.',
  monitoring:
    'The service counts inputs and abstentions per model without patient data; `genehook models drift` compares them with training. How often is for the site to set; monthly is advised.',
  fairnessMonitoring:
    'Not automatic: the service keeps no patient data. Sites are advised to compare recorded outcomes by sex, age band and, where lawful, race at least yearly.',
  updating:
    'A new version is trained and published when the data or the method change; the version and file hash stand in every prediction.',
  correction:
    'A model with a known validity or fairness problem is withdrawn by removing its file: the service then says that it is disabled and works on.',
} as const;

const byChance = (artefact: ModelArtefact): string => {
  const { eceByChance } = artefact.figures.model as {
    readonly eceByChance?: { readonly mean: number; readonly low: number; readonly high: number };
  };
  return eceByChance === undefined ? NO_INFORMATION : `${eceByChance.mean} (90 % of the time ${eceByChance.low} to ${eceByChance.high})`;
};

export const DESCRIPTIONS: Readonly<Record<string, Description>> = {
  'warfarin-dose': {
    ...SHARED,
    output: 'Stable weekly warfarin dose in mg/week with a 90 % interval.',
    outputKind: 'Prediction.',
    intendedUse: 'A starting point for the maintenance dose when warfarin is begun, beside the CPIC flow and the published formulas.',
    intendedPatients: 'Adults starting warfarin for a target INR of about 2 to 3.',
    outOfScope:
      'Children; dose changes during established treatment; INR targets above 3; carriers of CYP2C9 *5, *6, *8 or *11; any use as an order.',
    limits: (artefact) =>
      `The training data hold no CYP4F2 and no rs12777823 and too few CYP2C9 *5, *6, *8, *11 carriers (the model abstains when one is reported, but cannot know of one that was not tested). Nor do they tell CYP2C9 inhibitors other than amiodarone apart: the model abstains when one of the US label is on the list. Low doses are overestimated and high ones underestimated: the interval holds the dose of ${covered(artefact, 'byDoseNeeded', 'below 14 mg/week')} of the patients who needed less than 14 mg/week, and of ${covered(artefact, 'byDoseNeeded', '70 mg/week and more')} of those who needed 70 or more. Coverage differs by site as well, and is measured on the results by which the widths were chosen. Smoking and indication are unknown at many sites.`,
    cohort: 'IWPC patients with a stable dose on warfarin, 18 of 22 project sites.',
    equityInputs:
      'Sex only where height or weight is missing; date of birth as age. Not used: race, ethnicity, language, sexual orientation, gender identity, social determinants, health status assessments.',
    demographics: (artefact) =>
      `Race as recorded (not an input): ${listed(artefact, 'byRace')}. Sex: ${listed(artefact, 'bySex')}. Age: ${listed(artefact, 'byAge')}.`,
    relevance:
      'Outpatients of academic centres on four continents, about 2000–2008; dosing habits and drug interactions have changed little, populations differ.',
    fairness:
      'Race is not read; genotype is. Interval widths are set so that every recorded race, sex and age group of 30 patients or more reaches the nominal level on left-out sites; smaller groups and single sites may not.',
    bias: 'Sites are left out whole; one site recruited for very low doses is not used to fit; error, bias and coverage are printed per group below.',
    abstains: [
      'warfarin on the list for more than 90 days: the dose in use goes by INR',
      'a result of CYP2C9 or VKORC1 on file that is not both alleles (a phenotype, one variant, words): it may mean another dose',
      'two results of one gene that disagree',
      'an inhibitor of CYP2C9 other than amiodarone on the list: the training data do not count it',
      'age not on file; height, weight and sex all unknown',
    ],
    fairnessFigures: 'Tables by race, sex, age, site and dose needed below: error, bias, and share of doses inside the interval.',
    headline: (artefact) =>
      `On sites left out of the fit: mean absolute error ${figure(artefact, 'mae')} mg/week, ${(Number(figure(artefact, 'within20')) * 100).toFixed(1)} % of doses within 20 %, n = ${figure(artefact, 'n')}.`,
  },
  'icb-response': {
    ...SHARED,
    output: 'Probability (0 to 1) of an objective response (complete or partial), with a 95 % interval of the estimate.',
    outputKind: 'Prediction.',
    intendedUse:
      'Context when an immune checkpoint inhibitor is ordered or considered; to be read beside approvals and guidelines, which it does not replace.',
    intendedPatients: 'Adults with one of the sixteen tumour types of the training data, before the first dose.',
    outOfScope:
      'Withholding an approved treatment; comparing drugs; tumour types not in the training data; neoadjuvant or adjuvant use; values taken during treatment.',
    limits:
      'Part of the prediction is prognosis, not benefit of the drug. One hospital, 2015–2017, one sequencing panel; combination therapy is not told apart. PD-L1 counts in NSCLC only. No external validation by us.',
    cohort: 'Patients with advanced solid tumours sequenced with MSK-IMPACT who received a PD-1, PD-L1 or CTLA-4 antibody.',
    equityInputs:
      'Date of birth as age. Not used: sex, race, ethnicity, language, sexual orientation, gender identity, social determinants, health status assessments.',
    demographics: (artefact) =>
      `Sex (code inferred): ${listed(artefact, 'bySex')}. Age: ${listed(artefact, 'byAge')}. Race and ethnicity: no information available, not published with the data.`,
    relevance: 'Treatment standards have moved to earlier lines and combinations since; expect lower validity there.',
    fairness:
      'No class weights, so that the output is a probability; checked by sex, age band and cancer type. Race cannot be checked: it is not in the data.',
    bias: 'Penalised coefficients shrink rare cancer types towards the whole; unseen types make the model abstain.',
    abstains: [
      'an input other than PD-L1 missing, or blood values older than 60 days',
      'a checkpoint inhibitor given before, or blood values of the days of treatment',
      'no tumour type, or more than one active primary tumour',
    ],
    fairnessFigures: 'Tables by sex, age and cancer type below: observed against predicted share of responders.',
    headline: (artefact) =>
      `Out-of-fold: AUC ${figure(artefact, 'auc')}, Brier ${figure(artefact, 'brier')}, expected calibration error ${figure(artefact, 'ece')}, n = ${figure(artefact, 'n')}. If every one of these probabilities were exactly right, so many patients would still show an error of ${byChance(artefact)} by chance.`,
  },
};
