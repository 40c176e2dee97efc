/** Patient facts → inputs of the warfarin model, and what was assumed on the way. */
import type { GermlineResult, LabFact, MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { byAlleleNumber } from './csv-row.ts';
import type { Vkorc1Genotype, WarfarinInputs } from './inputs.ts';

export interface WarfarinReading {
  readonly inputs: WarfarinInputs;
  /** Reason to abstain that lies in the record itself, such as two results that disagree. */
  readonly conflict: string | null;
  /** What was taken for granted: shown beside the prediction. */
  readonly notes: readonly string[];
  readonly targetInr?: number;
}

const INDUCERS = new Set(['carbamazepine', 'phenytoin', 'fosphenytoin', 'rifampin']);

export function readWarfarin(facts: PatientFacts): WarfarinReading {
  const cyp2c9 = agree(facts.germline.filter((result) => result.gene === 'CYP2C9').map(diplotypeOf));
  const vkorc1 = agree(facts.germline.filter((result) => result.gene === 'VKORC1').map(promoterOf));
  const taking = facts.medications.filter((medication) => medication.role === 'current' || medication.role === 'draft');
  const takes = (names: ReadonlySet<string>): boolean | null =>
    facts.medications.length === 0 ? null : taking.some((medication) => holds(medication, names));
  const sex = facts.patient.sex;
  const height = latest(facts.labs, 'height', 'cm');
  const weight = latest(facts.labs, 'weight', 'kg');
  const smoking = latestWord(facts.labs, 'smoking');
  const conflicts = [cyp2c9.conflict ? 'two CYP2C9 results disagree' : '', vkorc1.conflict ? 'two VKORC1 results disagree' : ''].filter(
    (text) => text !== '',
  );
  return {
    inputs: {
      ageYears: facts.patient.ageYears ?? null,
      sex: sex === 'male' || sex === 'female' ? sex : null,
      heightCm: height,
      weightKg: weight,
      cyp2c9: cyp2c9.value,
      vkorc1: vkorc1.value === null ? null : promoter(vkorc1.value),
      amiodarone: takes(new Set(['amiodarone'])),
      inducer: takes(INDUCERS),
      smoker: smoking === null ? null : smoking === 'current-smoker',
      venousThrombosis: thrombosis(facts),
    },
    conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    notes: [
      ...(height === null ? ['height not on file: taken from sex, age and weight'] : []),
      ...(weight === null ? ['weight not on file: taken from sex, age and height'] : []),
      ...(cyp2c9.value === null ? ['CYP2C9 not on file'] : []),
      ...(vkorc1.value === null ? ['VKORC1 not on file'] : []),
      ...(facts.medications.length === 0 ? ['no medication list: amiodarone and enzyme inducers counted as absent'] : []),
      ...(smoking === null ? ['smoking not on file: counted as no'] : []),
    ],
  };
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

function latest(labs: readonly LabFact[], kind: string, unit: string): number | null {
  const found = newest(labs.filter((lab) => lab.kind === kind && lab.unit === unit && typeof lab.value === 'number'));
  return typeof found?.value === 'number' ? found.value : null;
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
