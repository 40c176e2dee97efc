/** Patient facts → inputs of the checkpoint-inhibitor model. Values older than their shelf life are not used. */
import { saysCirculating } from '../../fhir-profiles/codes/specimen-kinds.ts';
import type { BiomarkerFact, LabFact, MedicationFact, PatientFacts, Source } from '../../fhir-profiles/index.ts';
import type { RestsOn } from '../rests-on.ts';
import { ageNotes } from '../age-note.ts';
import { daysBefore, isLater } from '../days.ts';
import { cancerTypeOf } from './cancer-type.ts';
import { CHECKPOINT_INHIBITORS, isAnticancerDrug } from '../../fhir-profiles/codes/drug/anticancer.ts';
import type { IcbInputs } from './inputs.ts';

export interface IcbReading {
  readonly inputs: IcbInputs;
  readonly conflict: string | null;
  readonly notes: readonly string[];
  readonly results: RestsOn;
}

/** Blood values describe the patient before treatment: at most this old, in days. */
const LAB_DAYS = 60;
/** A burden older than this is said to be. */
const TMB_DAYS = 730;

export function readIcb(facts: PatientFacts): IcbReading {
  const primary = facts.tumours.filter(
    (tumour) => tumour.role === 'primary' && !['resolved', 'remission', 'inactive'].includes(tumour.clinicalStatus),
  );
  const types = [
    ...new Set(primary.map((tumour) => (tumour.oncotree === null ? tumour.text : (cancerTypeOf(tumour.oncotree) ?? tumour.text)))),
  ];
  const tmb = newestBiomarker(facts, 'TMB', (fact) => fact.unit !== undefined && /\/(Mb|Mbp|megabase)/i.test(fact.unit));
  const pdl1 = newestBiomarker(facts, 'PD-L1', (fact) => fact.method === 'TPS');
  const albumin = albuminOf(facts);
  const ratio = ratioOf(facts);
  const course = inhibitorCourse(facts);
  const prior = priorTherapy(facts, course.begun ?? facts.asOf);
  const conflicts = [
    types.length > 1 ? `more than one active primary tumour (${types.length})` : null,
    course.before === null ? null : `${course.before} was given before; the model speaks of the time before the first checkpoint inhibitor`,
    afterBegin(course, [albumin.date, ratio.date]),
  ].filter((text) => text !== null);
  return {
    inputs: {
      cancerType: types.length === 1 ? (types[0] ?? null) : null,
      tmb: typeof tmb?.value === 'number' ? tmb.value : null,
      pdl1: typeof pdl1?.value === 'number' ? pdl1.value : null,
      priorTherapy: prior,
      albumin: albumin.value,
      nlr: ratio.value,
      ageYears: facts.patient.ageYears ?? null,
    },
    results: {
      'tumour mutational burden': [tmb?.source],
      'PD-L1': [pdl1?.source],
      albumin: albumin.sources ?? [],
      'neutrophil-to-lymphocyte ratio': ratio.sources ?? [],
      'cancer type': types.length === 1 ? primary.map(({ source }) => source) : [],
    },
    conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    notes: [
      ...(types[0] === 'NSCLC' && pdl1 === undefined ? ['PD-L1 (TPS) not on file: counted as unknown'] : []),
      ...(prior === false ? ['no chemotherapy or targeted therapy among the drugs on file: counted as none before'] : []),
      ...oldBurden(tmb, facts.asOf),
      ...ageNotes(facts),
    ],
  };
}

/** Measured in tissue, as in training: circulating tumour DNA gives another number. */
function newestBiomarker(facts: PatientFacts, kind: string, usable: (fact: BiomarkerFact) => boolean): BiomarkerFact | undefined {
  return facts.biomarkers
    .filter((fact) => fact.kind === kind && typeof fact.value === 'number' && fact.comparator === undefined && usable(fact))
    .filter(({ specimen, source }) => (specimen === undefined || !saysCirculating(specimen)) && !isLater(source.issued, facts.asOf))
    .sort((a, b) => (b.source.issued ?? '').localeCompare(a.source.issued ?? ''))[0];
}

function oldBurden(tmb: BiomarkerFact | undefined, asOf: string): readonly string[] {
  const age = daysBefore(tmb?.source.issued, asOf);
  return age !== null && age > TMB_DAYS ? [`the tumour mutational burden is of ${tmb?.source.issued?.slice(0, 10) ?? ''}`] : [];
}

/** Newest value of a laboratory kind within its shelf life. */
function fresh(facts: PatientFacts, kind: string): LabFact | undefined {
  const newest = facts.labs
    .filter((lab) => lab.kind === kind && typeof lab.value === 'number' && lab.comparator === undefined && lab.date !== undefined)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
  const age = daysBefore(newest?.date, facts.asOf);
  return age !== null && age >= -1 && age <= LAB_DAYS ? newest : undefined;
}

interface Dated {
  readonly value: number | null;
  readonly date?: string;
  readonly sources?: readonly Source[];
}

/** Albumin in g/dL, whichever of g/dL and g/L the reading gives. */
function albuminOf(facts: PatientFacts): Dated {
  const lab = fresh(facts, 'albumin');
  if (typeof lab?.value !== 'number') return { value: null };
  const value = lab.unit === 'g/dL' ? lab.value : lab.unit === 'g/L' ? lab.value / 10 : null;
  return { value, sources: [lab.source], ...(lab.date === undefined ? {} : { date: lab.date }) };
}

/** Neutrophil-to-lymphocyte ratio: as reported, else from absolute counts of the same day (never from percentages). */
function ratioOf(facts: PatientFacts): Dated {
  const reported = fresh(facts, 'NLR');
  if (typeof reported?.value === 'number')
    return { value: reported.value, sources: [reported.source], ...(reported.date === undefined ? {} : { date: reported.date }) };
  const neutrophils = fresh(facts, 'neutrophils');
  const lymphocytes = fresh(facts, 'lymphocytes');
  if (typeof neutrophils?.value !== 'number' || typeof lymphocytes?.value !== 'number') return { value: null };
  if (neutrophils.unit !== lymphocytes.unit || neutrophils.unit === '%' || lymphocytes.value <= 0) return { value: null };
  const date = neutrophils.date?.slice(0, 10);
  return date !== undefined && date === lymphocytes.date?.slice(0, 10)
    ? { value: neutrophils.value / lymphocytes.value, date, sources: [neutrophils.source, lymphocytes.source] }
    : { value: null };
}

interface InhibitorCourse {
  /** A checkpoint inhibitor whose course is over. */
  readonly before: string | null;
  /** One that is being taken, and the first day of it that the record gives. */
  readonly taken: string | null;
  readonly begun?: string;
}

function inhibitorCourse(facts: PatientFacts): InhibitorCourse {
  const courses = facts.medications.flatMap((medication) =>
    medication.ingredients
      .filter(({ name }) => CHECKPOINT_INHIBITORS.has(name))
      .map(({ name }) => ({ name, role: medication.role, day: beginOf(medication) })),
  );
  const taken = courses.filter(({ role }) => role === 'current');
  const begun = taken.flatMap(({ day }) => day ?? []).sort()[0];
  return {
    before: courses.find(({ role }) => role === 'past')?.name ?? null,
    taken: taken[0]?.name ?? null,
    ...(begun === undefined ? {} : { begun }),
  };
}

/** Blood values of the days of treatment are no values before it. */
function afterBegin({ taken, begun }: InhibitorCourse, dates: readonly (string | undefined)[]): string | null {
  if (taken === null) return null;
  if (begun === undefined) return `${taken} is being taken, and when it was begun is not on file`;
  const later = dates.some((date) => date !== undefined && date.slice(0, 10) > begun);
  return later ? `the blood values were taken after ${taken} was begun (${begun})` : null;
}

const beginOf = ({ start, authored }: MedicationFact): string | undefined => (start ?? authored)?.slice(0, 10);

/**
 * Chemotherapy or targeted therapy on record before `day`; what was begun with the inhibitor is none. Null when nothing but orders still
 * being written is on file: an order is no list of what the patient took.
 */
function priorTherapy(facts: PatientFacts, day: string): boolean | null {
  if (facts.medications.every(({ role }) => role === 'draft')) return null;
  return facts.medications.some(
    (medication) =>
      (medication.role === 'past' || (medication.role === 'current' && (beginOf(medication) ?? '') < day)) &&
      medication.systemic !== false &&
      medication.ingredients.some((ingredient) => isAnticancerDrug(ingredient.name)),
  );
}
