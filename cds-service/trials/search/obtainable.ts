/**
 * What can really be found out, and by which single step: one blood count gives four values, one sequencing panel all genes, one look at the medication
 * list all drugs. What no datum of the patient settles (the investigator's judgement, consent) is nothing to find out.
 */
import type { TrialPatient } from '../patient.ts';
import { daysBetween } from '../verdict/answer.ts';
import { FRESHNESS } from '../verdict/freshness.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** A datum that several criteria may wait for. */
export interface Datum {
  readonly key: string;
  readonly parts: readonly string[];
}

export const GENE_PANEL = 'tumour gene panel';
const STAGING = 'staging: present stage and spread';
const RECEPTORS = 'hormone receptors';

interface Step {
  readonly key: string;
  readonly part?: string;
}
interface Source {
  readonly of: RegExp;
  /** Null: nobody can go and get it. */
  readonly step: ((found: RegExpExecArray) => Step) | null;
}

const step =
  (key: string): Source['step'] =>
  ({ 1: part, 0: whole }) => ({ key, part: part ?? whole });
const alone =
  (key: string): Source['step'] =>
  () => ({ key });

/** The first that fits the name of a missing datum (`Answer.missing`). */
const SOURCES: readonly Source[] = [
  {
    of: /^(?:ability|the judgement|informed consent|contraception|whether the exception|whether the laxer|participation|life expectancy|how |the other genes|whether that tumour|the tumour type, against|whether one of ER|tumour tissue or biopsy|a test with)/,
    step: null,
  },
  { of: /^(neutrophils|lymphocytes|WBC|haemoglobin|platelets)(?: with .*)?$/, step: step('blood count') },
  {
    of: /^(creatinine clearance|creatinine|eGFR|ALT|AST|ALP|bilirubin|direct bilirubin|albumin|LDH|lipase|amylase|creatine kinase|calcium|potassium|NLR)(?: with .*)?$/,
    step: step('blood chemistry'),
  },
  { of: /^(?:24-hour urine protein|urine protein\/creatinine ratio)(?: with .*)?$/, step: alone('protein in the urine') },
  { of: /^(INR|aPTT|prothrombin time)(?: with .*)?$/, step: step('clotting tests') },
  { of: /^left ventricular ejection fraction/, step: alone('echocardiogram (left ventricular ejection fraction)') },
  { of: /^QTc/, step: alone('electrocardiogram (QTc)') },
  { of: /^(?:weight|height|BMI)$/, step: alone('weight and height') },
  { of: /^(?:(?:systolic|diastolic) )?blood pressure$/, step: alone('blood pressure') },
  {
    of: /^(hepatitis [BC]|HIV infection|hepatitis B surface antigen|hepatitis C RNA|HIV|hepatitis B and C)(?: \(.*\)| status)?$/,
    step: step('virus tests'),
  },
  { of: /^pregnancy status$/, step: alone('pregnancy test') },
  { of: /^menopausal status$/, step: alone('menopausal status') },
  { of: /^breastfeeding$/, step: alone('whether she is breastfeeding') },
  { of: /^other malignancies$/, step: alone('whether there has been another cancer, and when') },
  {
    of: /^(?:brain imaging|whether brain metastases .*)$/,
    step: alone('imaging of the brain, and whether metastases there are treated and stable'),
  },
  { of: /^liver imaging$/, step: alone('imaging of the liver') },
  {
    of: /^(?:stage|metastases|extent of this tumour|stage of this tumour|T and N category|whether the disease is (?:locally advanced|metastatic|unresectable).*)$/,
    step: alone(STAGING),
  },
  { of: /^measurable disease$/, step: alone('imaging with measurable lesions (RECIST 1.1)') },
  { of: /^whether the disease is (.*)$/, step: step('course of the disease') },
  { of: /^(?:histology|tumour type|confirmed tumour type|whether it is .*)$/, step: alone('pathology report with the exact tumour type') },
  { of: /^(ER|PR|HR|ER, PR) result$/, step: step(RECEPTORS) },
  { of: /^HER2 (?:result|with|in-situ).*$/, step: alone('HER2 test with its score') },
  { of: /^(?:MSI|MMR|MSI or MMR) result$/, step: alone('mismatch repair or microsatellite test') },
  { of: /^PD-L1 (?:result|with).*$/, step: alone('PD-L1 with its scale (TPS, CPS)') },
  { of: /^molecular test of the tumour$/, step: null },
  { of: /^germline test of (.+)$/, step: step('germline test') },
  { of: /^(?:HLA.*type|HLA type)$/, step: alone('HLA type') },
  { of: /^(?:treatment history: |whether there was )(.+)$/, step: step('treatment history') },
  { of: /^(number of prior lines)/, step: step('treatment history') },
  {
    of: /^(?:time since the last treatment|progression on earlier treatment|toxicity of earlier treatment)$/,
    step: alone('treatment history'),
  },
  { of: /^whose result it is$/, step: alone('of which of the tumours the molecular results are') },
  { of: /^grade of (.+)$/, step: ([, name = '']) => ({ key: `grade of ${name} (CTCAE)` }) },
  { of: /^live vaccine$/, step: alone('when the last live vaccine was given') },
  { of: /^other study$/, step: alone('whether another study is or was taken part in, and until when') },
  { of: /^procedures: (.+)$/, step: step('operations, radiotherapy and transplants') },
  { of: /^(?:time since surgery|time since radiotherapy)$/, step: alone('operations, radiotherapy and transplants') },
  { of: /^current medication: (.+)$/, step: step('medication list') },
  { of: /^(?:interacting medication|corticosteroids or immunosuppression)$/, step: alone('medication list') },
  { of: /^allergies: (.+)$/, step: step('allergies') },
  { of: /^(.+) \(yes or no\)$/, step: ([, name = '']) => ({ key: `whether there is ${name}` }) },
  { of: /^(.+) \(when\)$/, step: ([, name = '']) => ({ key: `whether there has been ${name}, and when` }) },
  {
    of: /^(active infection|autoimmune disease|heart disease|diabetes|pneumonitis)$/,
    step: ([name]) => ({ key: `whether there is ${name}` }),
  },
];

/** Names of steps whose parts are shown behind them. */
const LISTED: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'blood count': [' (', ')'],
  'blood chemistry': [' (', ')'],
  'clotting tests': [' (', ')'],
  'virus tests': [' (', ')'],
  allergies: [' (', ')'],
  'medication list': [' (', ')'],
};

/**
 * Pregnancy is asked about from the first to the last years in which it happens: natural loss of fertility is assumed from 55 (Faculty of Sexual and
 * Reproductive Healthcare, Contraception for women aged over 40 years, 2017). The criterion stays open either way; only the suggestion is spared.
 */
const FERTILE = { from: 10, below: 55 };

function mayBeExpecting({ facts }: Pick<TrialPatient, 'facts'>): boolean {
  const { sex, ageYears } = facts.patient;
  return sex !== 'male' && (ageYears === undefined || (ageYears >= FERTILE.from && ageYears < FERTILE.below));
}

/** A stage IV or a distant metastasis of the present is recorded: what is then still asked of stage or extent no new staging shows. */
function hasSpread({ facts }: Pick<TrialPatient, 'facts'>): boolean {
  return facts.tumours.some(
    ({ role, clinicalStatus, verified, stages }) =>
      !['resolved', 'inactive', 'remission'].includes(clinicalStatus) &&
      (role === 'secondary'
        ? verified === 'confirmed' || verified === 'unknown'
        : stages.some(({ group }) => group?.startsWith('IV') === true)),
  );
}

function knownOnOtherScale(missing: string, { facts }: Pick<TrialPatient, 'facts'>): boolean {
  const [, asked] = /^(ECOG|Karnofsky) performance status$/.exec(missing) ?? [];
  return (
    asked !== undefined &&
    facts.performance.some(({ scale, source }) => {
      const age = daysBetween(source.issued, facts.asOf);
      return scale !== asked && age !== null && age >= 0 && age <= FRESHNESS.performanceDays;
    })
  );
}

/** The step that settles a missing datum; null where nobody can get it, or where asking this patient would make no sense. */
export function obtainable(missing: string, patient: Pick<TrialPatient, 'facts'>): Datum | null {
  for (const { of, step: make } of SOURCES) {
    const found = of.exec(missing);
    if (found === null) continue;
    if (make === null) return null;
    const { key, part } = make(found);
    if ((missing === 'pregnancy status' || missing === 'breastfeeding') && !mayBeExpecting(patient)) return null;
    if (key === STAGING && hasSpread(patient)) return null;
    return { key, parts: part === undefined ? [] : [part] };
  }
  if (knownOnOtherScale(missing, patient)) return null;
  return { key: missing, parts: [] };
}

/** What a step is called, with at most four of its parts, the most frequent first. */
export function stepName(key: string, parts: ReadonlyMap<string, number>): string {
  const names = [...parts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (names.length === 0) return key;
  const listed = `${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}`;
  if (key === GENE_PANEL || key === RECEPTORS) return names.length === 1 ? `${listed} result` : `${key} (${listed})`;
  const [before, after] = entryOf(LISTED, key) ?? [': ', ''];
  return `${key}${before}${listed}${after}`;
}

/**
 * Of two that settle as much the one with less effort is named first: what is examined or measured at the visit, what a laboratory does with blood or urine, what
 * has to be looked up or asked, what is done with stored tissue, what needs a scanner.
 */
export function effort(key: string): number {
  if (/^(?:ECOG|Karnofsky|weight|blood pressure|pregnancy test|electrocardiogram)/.test(key)) return 0;
  if (/^(?:blood|clotting|virus tests|protein in the urine)/.test(key)) return 1;
  if (/^(?:whether|when|treatment history|course of|operations|medication list|allergies|menopausal status)/.test(key)) return 2;
  return /^(?:imaging|staging|echocardiogram)/.test(key) ? 4 : 3;
}
