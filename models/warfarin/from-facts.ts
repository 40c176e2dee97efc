/** Patient facts → inputs of the warfarin model, and what was assumed on the way. */
import type { LabFact, MedicationFact, PatientFacts, Source } from '../../fhir-profiles/index.ts';
import type { RestsOn } from '../rests-on.ts';
import { WARFARIN_INHIBITORS } from '../../fhir-profiles/codes/drug/warfarin-partners.ts';
import { ageNotes } from '../age-note.ts';
import { daysBefore, isLater } from '../days.ts';
import { valveNotes, warfarinCourse } from './course.ts';
import { promoter, readCyp2c9, readVkorc1, type GeneInput } from './genes.ts';
import type { WarfarinInputs } from './inputs.ts';
import { venousThrombosis } from './thrombosis.ts';

export interface WarfarinReading {
  readonly inputs: WarfarinInputs;
  /** Reason to abstain that lies in the record itself: results that disagree or cannot be taken, a dose long found, a drug that no input stands for. */
  readonly conflict: string | null;
  /** What was taken for granted: shown beside the prediction. */
  readonly notes: readonly string[];
  /** Genes with a result on file that counts as unknown: they are not "not tested". */
  readonly unread: ReadonlySet<string>;
  readonly results: RestsOn;
}

/** A weight older than this does not stand for today's; one older than the second is said to be, in days. */
const WEIGHT_DAYS = 1096;
const WEIGHT_OLD_DAYS = 183;
/** A drug that ended longer ago than this is not named, in days. */
const STOPPED_DAYS = 365;
const INDUCERS = new Set(['carbamazepine', 'phenytoin', 'fosphenytoin', 'rifampin']);

export function readWarfarin(facts: PatientFacts): WarfarinReading {
  const cyp2c9 = readCyp2c9(facts.germline);
  const vkorc1 = readVkorc1(facts.germline);
  const taking = facts.medications.filter((medication) => medication.role === 'current' || medication.role === 'draft');
  // An order still being written is no list of what the patient takes.
  const listed = facts.medications.some(({ role }) => role !== 'draft');
  const takes = (names: ReadonlySet<string>): boolean | null =>
    taking.some((medication) => holds(medication, names)) ? true : listed ? false : null;
  const sex = facts.patient.sex;
  const height = latest(facts, 'height', 'cm', Infinity);
  const weight = latest(facts, 'weight', 'kg', WEIGHT_DAYS);
  const smoking = latestWord(
    facts.labs.filter(({ date }) => !isLater(date, facts.asOf)),
    'smoking',
  );
  const course = warfarinCourse(facts);
  const conflicts = [course.established, cyp2c9.conflict, vkorc1.conflict, unweighted(taking)].filter((text) => text !== null);
  return {
    inputs: {
      ageYears: facts.patient.ageYears ?? null,
      sex: sex === 'male' || sex === 'female' ? sex : null,
      heightCm: height.value,
      weightKg: weight.value,
      cyp2c9: cyp2c9.value,
      vkorc1: vkorc1.value === null ? null : promoter(vkorc1.value),
      amiodarone: takes(new Set(['amiodarone'])),
      inducer: takes(INDUCERS),
      smoker: smoking === undefined ? null : smoking.value === 'current-smoker',
      venousThrombosis: venousThrombosis(facts),
    },
    conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    notes: [
      ...course.notes,
      ...valveNotes(facts),
      ...ageNotes(facts),
      ...bodyNotes(height, weight, facts.asOf),
      ...geneNotes('CYP2C9', cyp2c9),
      ...geneNotes('VKORC1', vkorc1),
      ...(!listed ? ['no medication list: amiodarone and enzyme inducers counted as absent unless ordered'] : []),
      ...stoppedNotes(facts, takes),
      ...(smoking === undefined ? ['smoking not on file: counted as no'] : []),
    ],
    results: {
      height: [height.source],
      weight: [weight.source],
      smoking: [smoking?.source],
      CYP2C9: cyp2c9.value === null ? [] : sourcesOf(facts, 'CYP2C9'),
      VKORC1: vkorc1.value === null ? [] : sourcesOf(facts, 'VKORC1'),
    },
    unread: new Set([...(cyp2c9.unread ? ['CYP2C9'] : []), ...(vkorc1.unread ? ['VKORC1'] : [])]),
  };
}

/** Inhibitors of CYP2C9 that the training data do not tell apart; amiodarone is an input of its own. */
function unweighted(taking: readonly MedicationFact[]): string | null {
  const names = taking.flatMap((medication) =>
    medication.systemic === false
      ? []
      : medication.ingredients.flatMap(({ name }) => (name !== 'amiodarone' && WARFARIN_INHIBITORS.has(name) ? [name] : [])),
  );
  if (names.length === 0) return null;
  return `${[...new Set(names)].join(', ')} on the list ${names.length > 1 ? 'inhibit' : 'inhibits'} CYP2C9: less warfarin is needed, and the training data do not count it`;
}

const geneNotes = (gene: string, { value, unread }: GeneInput): readonly string[] =>
  value !== null ? [] : [unread ? `the ${gene} result on file cannot be used here: counted as unknown` : `${gene} not on file`];

/** Amiodarone or an inducer that ended lately: the model knows only taken and not taken. */
function stoppedNotes({ medications, asOf }: PatientFacts, takes: (names: ReadonlySet<string>) => boolean | null): readonly string[] {
  const watched = ['amiodarone', ...INDUCERS];
  return watched.flatMap((name) => {
    if (takes(new Set([name])) === true) return [];
    const ends = medications.filter(({ role }) => role === 'past').filter((past) => holds(past, new Set([name])));
    const end = ends
      .flatMap((past) => past.end?.slice(0, 10) ?? [])
      .sort()
      .at(-1);
    const age = daysBefore(end, asOf);
    if (ends.length > 0 && end === undefined) return [`${name} was on record and has ended, when is not on file: it counts as not taken`];
    return end !== undefined && age !== null && age <= STOPPED_DAYS ? [`${name} was on record until ${end} and counts as not taken`] : [];
  });
}

const holds = (medication: MedicationFact, names: ReadonlySet<string>): boolean =>
  medication.systemic !== false && medication.ingredients.some((ingredient) => names.has(ingredient.name));

interface Measured {
  readonly value: number | null;
  readonly date?: string;
  readonly source?: Source;
  /** One is on file and not used: too old, of a day to come, or given only as more or less than a number. */
  readonly unusable?: string;
}

/** The newest measurement that may stand for today. */
function latest({ labs, asOf }: PatientFacts, kind: string, unit: string, days: number): Measured {
  const all = labs.filter((lab) => lab.kind === kind && lab.unit === unit && typeof lab.value === 'number' && lab.comparator === undefined);
  const past = newest(all.filter(({ date }) => !isLater(date, asOf)));
  if (typeof past?.value !== 'number') return { value: null, ...(all.length === 0 ? {} : { unusable: 'dated in the future' }) };
  const { value, date, source } = past;
  if ((daysBefore(date, asOf) ?? 0) > days) return { value: null, unusable: `of ${date?.slice(0, 10) ?? ''} and too old to use` };
  return { value, source, ...(date === undefined ? {} : { date }) };
}

function bodyNotes(height: Measured, weight: Measured, asOf: string): readonly string[] {
  const lack = (name: string, { unusable }: Measured): string =>
    unusable === undefined ? `no usable ${name} on file` : `${name} ${unusable}`;
  const old = (daysBefore(weight.date, asOf) ?? 0) > WEIGHT_OLD_DAYS ? [`weight is of ${weight.date?.slice(0, 10) ?? ''}`] : [];
  if (height.value === null && weight.value === null)
    return [`${lack('height', height)}, ${lack('weight', weight)}: both taken from sex and age`];
  return [
    ...(height.value === null ? [`${lack('height', height)}: taken from sex, age and weight`] : []),
    ...(weight.value === null ? [`${lack('weight', weight)}: taken from sex, age and height`] : []),
    ...old,
  ];
}

function latestWord(labs: readonly LabFact[], kind: string): LabFact | undefined {
  return newest(labs.filter((lab) => lab.kind === kind && typeof lab.value === 'string'));
}

const sourcesOf = ({ germline }: PatientFacts, wanted: string): readonly Source[] =>
  germline.flatMap(({ gene, source }) => (gene === wanted ? [source] : []));

const newest = (labs: readonly LabFact[]): LabFact | undefined => [...labs].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
