/**
 * Each alternative that a guideline names is run through the patient's other genes, current drugs, recorded
 * contraindications and allergies before it is offered: marked ok, or why not.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import { adviseDrug } from './advise-drug.ts';
import { ownCautions } from './cautions.ts';
import { fitness } from './not-for-this-patient.ts';
import type { AdvicePatient } from './patient.ts';
import { severity } from './severity.ts';
import { geneInWords } from './wording/implication.ts';
import { statementsOn, unnamedWords } from './unnamed-gene.ts';
import { actionWords } from './wording/limits.ts';
import { listWords } from './wording/words.ts';

type Alternative = DrugAdvice['alternatives'][number];
interface Option {
  readonly name: string;
  readonly rxnorm: string;
  readonly note?: string;
}

export function checkAlternatives(patient: AdvicePatient, row: Recommendation, order?: MedicationFact): Alternative[] {
  const options = new Map<string, Option>();
  for (const named of row.alternatives) for (const option of resolve(patient, row, named)) options.set(option.name, option);
  const related = [row.drug, ...options.keys()];
  return [...options.values()].map((option) => checked(patient, option, related, order));
}

/** A named drug stands for itself; a class ("non-tramadol opioid") for the options that the curated table lists. */
function resolve({ index }: AdvicePatient, row: Recommendation, named: string): readonly Option[] {
  const sets = index
    .alternativeSets(row.drug)
    .filter((set) => set.named === named && (set.population ?? row.population) === row.population);
  if (sets.length > 0)
    return sets.flatMap(({ options, note }) => options.map((option) => ({ ...option, ...(note === undefined ? {} : { note }) })));
  const drug = index.drug({ name: named, rxnorm: null });
  return [{ name: named, rxnorm: drug?.rxnorm ?? index.rxnormOf(named) }];
}

function checked(patient: AdvicePatient, option: Option, related: readonly string[], order: MedicationFact | undefined): Alternative {
  const { name, rxnorm, note } = option;
  if (!patient.index.knows(option.name)) {
    return { name, rxnorm, ok: false, why: 'not checked: this drug or drug group is not in the knowledge', standing: 'not-checked' };
  }
  const fit = fitness(patient, name, order);
  const taken = isTaken(patient, option);
  const contraindications = [
    ...(fit.not === undefined ? [] : [fit.not]),
    ...allergies(patient, option, related),
    ...cautions(patient, option),
    ...(taken ? ['already taken or ordered'] : []),
    ...genes(patient, option),
    ...unsettled(patient, option),
    ...harmed(patient, option)
      .map(({ harm, words }) => (harm ? words : ''))
      .filter((words) => words !== ''),
  ];
  if (contraindications.length > 0) {
    const alone = taken && contraindications.length === 1;
    return { name, rxnorm, ok: false, why: contraindications.join('; '), ...(alone ? { standing: 'already-taken' } : {}) };
  }
  const stopped = harmed(patient, option).flatMap(({ harm, words }) => (harm ? [] : [words]));
  const notes = [
    ...stopped,
    ...(note === undefined ? [] : [note]),
    ...(fit.note === undefined ? [] : [fit.note]),
    ...genesToAdjust(patient, option),
  ];
  return { name, rxnorm, ok: true, ...(notes.length === 0 ? {} : { why: notes.join('; ') }) };
}

function same(option: Option, other: { readonly name: string; readonly rxnorm: string | null }): boolean {
  return other.name === option.name || (option.rxnorm !== '' && other.rxnorm === option.rxnorm);
}

/**
 * Of another chemical class than what stands beside it, so that an allergy to one says nothing of the other: ticagrelor is a
 * cyclopentyltriazolopyrimidine (US label of Brilinta, section 11), no thienopyridine like clopidogrel and prasugrel (read 2026-11-22).
 */
const APART: ReadonlySet<string> = new Set(['ticagrelor']);

/** Allergies recorded to a whole class, in the words of allergy lists. */
const CLASSES: readonly { readonly words: RegExp; readonly name: string; readonly options: ReadonlySet<string> }[] = [
  {
    words: /\bopi(?:oid|ate)s?\b|\bnarcotics?\b|\bopio[ií]des?\b/i,
    name: 'opioids',
    options: new Set(['morphine', 'hydromorphone']),
  },
  {
    words: /\b(?:tri)?azole (?:antifungals?|antimycotics?)\b|\bantifungal azoles?\b/i,
    name: 'azole antifungals',
    options: new Set(['isavuconazole', 'posaconazole']),
  },
  { words: /\baromatase inhibitors?\b/i, name: 'aromatase inhibitors', options: new Set(['anastrozole', 'letrozole', 'exemestane']) },
];

/** An allergy to the option, or to a drug of the same group (the ordered one and the other options). */
function allergies({ chart }: AdvicePatient, option: Option, related: readonly string[]): string[] {
  return chart.facts.allergies.flatMap(({ ingredients, kind, text }) => {
    const recorded = kind === 'intolerance' ? 'intolerance' : 'allergy';
    if (ingredients.some((ingredient) => same(option, ingredient))) return [`${recorded} recorded`];
    const whole = ingredients.length > 0 ? undefined : CLASSES.find(({ words, options }) => options.has(option.name) && words.test(text));
    if (whole !== undefined) return [`${recorded} to ${whole.name} recorded`];
    const kin =
      kind === 'intolerance' || APART.has(option.name)
        ? undefined
        : ingredients.find(({ name }) => related.includes(name) && !APART.has(name));
    return kin === undefined ? [] : [`allergy to the related ${kin.name} recorded`];
  });
}

function isTaken({ exposures }: AdvicePatient, option: Option): boolean {
  return exposures.some((exposure) => same(option, exposure) && exposure.stoppedDaysAgo === undefined);
}

/** Reasons for a stop that name what the drug did. */
const HARM =
  /arthralgi|myalgi|joint pain|muscle pain|bleed|ha?emorrhag|respirat\w* depress|dyspn|breathless|shortness of breath|bruis|\bADR\b|nausea|vomit|\brash|\bitch|prurit|toxic|adverse|side[- ]effect|intoleran|rhabdomyol|hepatitis|liver enzyme|neuropath|fracture|osteoporo|allerg|anaphyl|bradycard|syncop|confus|hallucinat|seizure|\bfalls?\b/i;

/** Taken before and stopped: for harm it is not put forward again, for another reason the prescriber is told. */
function harmed({ chart }: AdvicePatient, option: Option): { readonly harm: boolean; readonly words: string }[] {
  const ended = chart.facts.medications.flatMap(({ ingredients, ended: end }) =>
    end !== undefined && ingredients.some((one) => same(option, one)) ? [end] : [],
  );
  const told = ended.flatMap(({ kinds, text }) => {
    if (kinds.includes('intolerance') || HARM.test(text))
      return [{ harm: true, words: `stopped before${text === '' ? ' for harm' : ` for “${text}”`}` }];
    return (kinds.includes('other') || kinds.includes('progression')) && text !== ''
      ? [{ harm: false, words: `stopped before (“${text}”)` }]
      : [];
  });
  return told.slice(0, 1);
}

function cautions(patient: AdvicePatient, option: Option): string[] {
  return ownCautions(patient, option).map(({ text }) => text);
}

/** Genes that speak against the option; a mere dose change is a note, not a bar. */
function genes(patient: AdvicePatient, option: Option): string[] {
  return ownAdvice(patient, option)
    .filter(({ action, populationKnown }) => severity(action) >= severity('alternative') && populationKnown !== false)
    .map(reason);
}

/** Results that disagree about the option, or of which the gene is not named: it is not offered before they are settled. */
function unsettled(patient: AdvicePatient, option: Option): string[] {
  const disputed = ownAdvice(patient, option).filter(
    ({ coverage, action, populationKnown }) => coverage === 'conflict' && action === 'no-recommendation' && populationKnown !== false,
  );
  const words = unnamedWords(
    statementsOn(patient, option).filter(({ adverse }) => adverse),
    option.name,
  );
  return [
    ...disputed.slice(0, 1).map(({ genes: asked }) => `${listWords(asked.map(({ gene }) => gene))} results disagree`),
    ...(words === undefined ? [] : [words]),
  ];
}

function genesToAdjust(patient: AdvicePatient, option: Option): string[] {
  return ownAdvice(patient, option)
    .filter(({ action }) => action === 'decrease-dose' || action === 'increase-dose' || action === 'monitor')
    .map(reason);
}

function ownAdvice(patient: AdvicePatient, option: Option): DrugAdvice[] {
  const drug = patient.index.drug(option);
  return drug === undefined ? [] : adviseDrug(patient, { drug });
}

function reason(advice: DrugAdvice): string {
  const named = advice.genes.filter(({ phenotype }) => phenotype !== null);
  const words = named.map(({ gene, phenotype }) =>
    geneInWords({ gene, phenotype, state: 'called', keys: new Set(), activityScore: null, evidence: [] }),
  );
  return `${listWords(words)}: ${actionWords(advice.action)}`;
}
