/** Patient facts → inputs of the warfarin model, and what was assumed on the way. */
import type { GermlineResult, LabFact, MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { WARFARIN_INHIBITORS } from '../../fhir-profiles/codes/drug/warfarin-partners.ts';
import { daysBefore, isLater } from '../days.ts';
import { byAlleleNumber } from './csv-row.ts';
import type { Vkorc1Genotype, WarfarinInputs } from './inputs.ts';

export interface WarfarinReading {
  readonly inputs: WarfarinInputs;
  /** Reason to abstain that lies in the record itself: two results that disagree, a drug that no input of the model stands for. */
  readonly conflict: string | null;
  /** What was taken for granted: shown beside the prediction. */
  readonly notes: readonly string[];
  readonly targetInr?: number;
}

/** A weight older than this does not stand for today's; one older than the second is said to be, in days. */
const WEIGHT_DAYS = 1096;
const WEIGHT_OLD_DAYS = 183;
const INDUCERS = new Set(['carbamazepine', 'phenytoin', 'fosphenytoin', 'rifampin']);

export function readWarfarin(facts: PatientFacts): WarfarinReading {
  const cyp2c9 = agree(facts.germline.filter((result) => result.gene === 'CYP2C9').map(diplotypeOf));
  const vkorc1 = agree(facts.germline.filter((result) => result.gene === 'VKORC1').map(promoterOf));
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
  const conflicts = [
    cyp2c9.conflict ? 'two CYP2C9 results disagree' : '',
    vkorc1.conflict ? 'two VKORC1 results disagree' : '',
    unweighted(taking),
  ].filter((text) => text !== '');
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
      smoker: smoking === null ? null : smoking === 'current-smoker',
      venousThrombosis: thrombosis(facts),
    },
    conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    notes: [
      ...bodyNotes(height, weight, facts.asOf),
      ...(cyp2c9.value === null ? ['CYP2C9 not on file'] : []),
      ...(vkorc1.value === null ? ['VKORC1 not on file'] : []),
      ...(!listed ? ['no medication list: amiodarone and enzyme inducers counted as absent unless ordered'] : []),
      ...(smoking === null ? ['smoking not on file: counted as no'] : []),
    ],
  };
}

/** Inhibitors of CYP2C9 that the training data do not tell apart; amiodarone is an input of its own. */
function unweighted(taking: readonly MedicationFact[]): string {
  const names = taking.flatMap((medication) =>
    medication.systemic === false
      ? []
      : medication.ingredients.flatMap(({ name }) => (name !== 'amiodarone' && WARFARIN_INHIBITORS.has(name) ? [name] : [])),
  );
  if (names.length === 0) return '';
  return `${[...new Set(names)].join(', ')} on the list inhibits CYP2C9: less warfarin is needed, and the training data do not count it`;
}

/** One value when all readable results agree; a conflict when they do not. */
function agree(values: readonly (string | null)[]): { value: string | null; conflict: boolean } {
  const found = [...new Set(values.filter((value): value is string => value !== null))];
  return { value: found.length === 1 ? (found[0] ?? null) : null, conflict: found.length > 1 };
}

function diplotypeOf({ call }: GermlineResult): string | null {
  if (call.kind !== 'diplotype') return null;
  const names = call.haplotypes.map((haplotype) => (haplotype.units.length === 1 ? haplotype.units[0]?.allele : undefined));
  const [first, second] = names;
  return first === undefined || second === undefined ? null : [first, second].sort(byAlleleNumber).join('/');
}

/** rs9923231 as GG, AG or AA on the gene's strand (−1639G>A); a report on the other strand writes C for G and T for A. */
function promoterOf({ call }: GermlineResult): string | null {
  if (call.kind === 'nucleotides' && (call.rsId === null || call.rsId === 'rs9923231')) {
    const letters = call.bases.map((base) => ({ C: 'G', T: 'A' })[base] ?? base);
    return letters.every((letter) => letter === 'A' || letter === 'G') ? [...letters].sort().join('') : null;
  }
  if (call.kind === 'diplotype') {
    const letters = call.haplotypes.map((haplotype) => haplotype.units[0]?.allele ?? '');
    const read = letters.map((name) => (/variant|\*2\b|A\b/.test(name) ? 'A' : /reference|\*1\b|G\b/.test(name) ? 'G' : ''));
    return read.every((letter) => letter !== '') ? read.sort().join('') : null;
  }
  if (call.kind === 'variant' && call.notation.some((name) => /rs9923231|-1639/.test(name))) {
    if (!call.present) return 'GG';
    return call.zygosity === 'homozygous' ? 'AA' : call.zygosity === 'heterozygous' ? 'AG' : null;
  }
  return null;
}

const promoter = (letters: string): Vkorc1Genotype => ({ ag: letters === 'AG' ? 1 : 0, aa: letters === 'AA' ? 1 : 0, basis: 'rs9923231' });

const holds = (medication: MedicationFact, names: ReadonlySet<string>): boolean =>
  medication.systemic !== false && medication.ingredients.some((ingredient) => names.has(ingredient.name));

interface Measured {
  readonly value: number | null;
  readonly date?: string;
  /** One is on file and not used: too old, of a day to come, or given only as more or less than a number. */
  readonly unusable?: string;
}

/** The newest measurement that may stand for today. */
function latest({ labs, asOf }: PatientFacts, kind: string, unit: string, days: number): Measured {
  const all = labs.filter((lab) => lab.kind === kind && lab.unit === unit && typeof lab.value === 'number' && lab.comparator === undefined);
  const past = newest(all.filter(({ date }) => !isLater(date, asOf)));
  if (typeof past?.value !== 'number') return { value: null, ...(all.length === 0 ? {} : { unusable: 'dated in the future' }) };
  const { value, date } = past;
  if ((daysBefore(date, asOf) ?? 0) > days) return { value: null, unusable: `of ${date?.slice(0, 10) ?? ''} and too old to use` };
  return { value, ...(date === undefined ? {} : { date }) };
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

function latestWord(labs: readonly LabFact[], kind: string): string | null {
  const found = newest(labs.filter((lab) => lab.kind === kind && typeof lab.value === 'string'));
  return typeof found?.value === 'string' ? found.value : null;
}

const newest = (labs: readonly LabFact[]): LabFact | undefined => [...labs].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];

/** Deep-vein thrombosis or pulmonary embolism by ICD-10-CM (I82, I26) or words, in the order's reason or the problem list. */
function thrombosis(facts: PatientFacts): boolean | null {
  const orders = facts.medications.filter((medication) => medication.ingredients.some((ingredient) => ingredient.name === 'warfarin'));
  const reasons = orders.flatMap((order) => [
    ...order.reasonText,
    ...order.reasons.map((reason) => `${reason.code} ${reason.display ?? ''}`),
  ]);
  const problems = facts.conditions
    .filter((condition) => condition.clinicalStatus === 'active' || condition.clinicalStatus === 'recurrence')
    .map((condition) => `${condition.text} ${condition.codes.map((code) => `${code.code} ${code.display ?? ''}`).join(' ')}`);
  const words = reasons.length > 0 ? reasons : problems;
  if (words.length === 0) return null;
  return words.some((text) => /\bI(26|82)\b|\bI(26|82)\.|deep (vein|venous) thrombosis|pulmonary embol/i.test(text));
}
