/** The chart as the advice asks it: age, weight, indications, earlier use of a drug. Unknown stays unknown. */
import type { Code, ConditionFact, LabFact, MedicationFact, PatientFacts, Source } from '../../../fhir-profiles/index.ts';
import { IN_RELATIVE, isDeniedPlainly, speaksOfItsTest } from '../../../fhir-profiles/codes/doubt/index.ts';
import { ICD10CM, SNOMED } from '../../../fhir-profiles/codes/systems.ts';
import type { ClinicalKnowledge, Indication } from '../../knowledge/pgx/types.ts';
import { daysBetween } from './days.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** A record in the chart that shows an indication, with its age in days where it is dated. */
export interface IndicationRecord {
  readonly source: Source;
  readonly text: string;
  readonly active: boolean;
  readonly daysAgo?: number;
  readonly date?: string;
}

export interface Chart {
  readonly facts: PatientFacts;
  readonly ageYears: number | undefined;
  readonly weightKg: number | undefined;
  readonly pregnant: boolean | undefined;
  /** Records that show the indication with this id of the knowledge; empty = none recorded, which does not mean absent. */
  indication(id: string): readonly IndicationRecord[];
  /** Whether the family history names it. */
  inFamily(id: string): boolean;
  /** Whether the order's own reason names the indication. */
  orderedFor(order: MedicationFact, id: string): boolean;
  latestLab(kind: string): LabFact | undefined;
}

export function chartOf(facts: PatientFacts, knowledge: ClinicalKnowledge): Chart {
  const byId = new Map(knowledge.indications.map((indication) => [indication.id, indication]));
  const found = new Map<string, IndicationRecord[]>();
  const inherited = new Set(knowledge.cautions.flatMap((rule) => (rule.inherited === true ? (rule.when.condition ?? []) : [])));
  const stated = { ...facts, conditions: facts.conditions.filter(({ text }) => !isDeniedPlainly(text) && !speaksOfItsTest(text)) };
  const latestLab = (kind: string) =>
    facts.labs.filter((lab) => lab.kind === kind).sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
  const weighed = latestLab('weight');
  const weight = weighed !== undefined && isRecent(weighed.date, facts) ? weighed.value : undefined;
  const pregnancy = latestLab('pregnancy')?.value;
  return {
    facts,
    ageYears: facts.patient.ageYears,
    weightKg: typeof weight === 'number' ? weight : undefined,
    pregnant: pregnancy === undefined ? undefined : pregnancy === 'pregnant',
    latestLab,
    indication(id) {
      const known = found.get(id);
      if (known !== undefined) return known;
      const indication = byId.get(id);
      const records = indication === undefined ? [] : recordsOf(indication, inherited.has(id) ? stated : facts);
      found.set(id, records);
      return records;
    },
    inFamily(id) {
      const indication = byId.get(id);
      if (indication === undefined) return false;
      const recorded = (facts.familyHistory ?? []).some(({ codes, text }) =>
        matches(indication, codes, text.replace(/\bfamily history\b/gi, '')),
      );
      // "Malignant hyperthermia in father" among the patient's own problems.
      return recorded || facts.conditions.some(({ text }) => RELATIVE.test(text) && matches(indication, [], text.replace(RELATIVE, ' ')));
    },
    orderedFor(order, id) {
      const indication = byId.get(id);
      if (indication === undefined) return false;
      const reasons = order.reasonReferences.flatMap((reference) => facts.conditions.filter((c) => c.source.reference === reference));
      return (
        matches(indication, order.reasons, order.reasonText.join('; ')) ||
        reasons.some((condition) => matches(indication, condition.codes, condition.text))
      );
    },
  };
}

/** A weight of more than a year ago gives no figure and silences none (limit our own). One without a date is taken as it stands. */
function isRecent(date: string | undefined, { asOf }: PatientFacts): boolean {
  const age = date === undefined ? undefined : daysBetween(date, asOf);
  return age === undefined || age <= 366;
}

function recordsOf(indication: Indication, facts: PatientFacts): IndicationRecord[] {
  const conditions = facts.conditions
    .filter((condition) => matches(indication, condition.codes, condition.text))
    .map((condition) => record(condition.source, condition.text, isActive(condition), condition.onset, facts.asOf));
  const procedures = facts.procedures
    .filter(
      (procedure) =>
        procedure.status !== 'not-done' &&
        procedure.status !== 'stopped' &&
        (matches(indication, procedure.codes, procedure.text) || matches(indication, procedure.reasons, '')),
    )
    .map((procedure) => record(procedure.source, procedure.text, false, procedure.performed, facts.asOf));
  return [
    ...conditions,
    ...procedures,
    ...(indication.onAllergyList === true ? allergyRecords(indication, facts) : []),
    ...contractureRecords(indication, facts),
    ...genotypeRecords(indication, facts),
  ];
}

function allergyRecords(indication: Indication, { allergies, asOf }: PatientFacts): IndicationRecord[] {
  return allergies
    .filter(
      ({ text, codes, reactions }) =>
        [text, ...reactions].some((words) => matches(indication, [], words)) ||
        matches(indication, codes, '') ||
        reactions.some((words) => indication.snomed.includes(words)),
    )
    .map(({ source, text }) => record(source, text, true, source.issued, asOf));
}

/** A muscle that reacts in the contracture test is what susceptibility means. */
function contractureRecords({ id }: Indication, { labs, asOf }: PatientFacts): IndicationRecord[] {
  if (id !== 'mh-susceptibility') return [];
  return labs
    .filter(({ kind, value }) => kind === 'MH-contracture' && value === 'susceptible')
    .map(({ source, date }) => record(source, 'contracture test', true, date, asOf));
}

/** Recessive disorders that both copies of a gene make, where the laboratory calls the changes pathogenic (valproate's boxed warning names POLG). */
const RECESSIVE: Readonly<Record<string, string>> = { 'polg-disorder': 'POLG' };

/** One change in both copies, or two changes. A single copy is a carrier's and no disorder. */
function genotypeRecords({ id }: Indication, { variants, asOf }: PatientFacts): IndicationRecord[] {
  const gene = entryOf(RECESSIVE, id);
  if (gene === undefined) return [];
  const found = variants.filter(
    (one) =>
      one.gene === gene && one.presence === 'present' && one.origin !== 'somatic' && /^(?:likely[- ])?pathogenic$/.test(one.classification),
  );
  const names = new Set(found.map(({ cHgvs, pHgvs, names: [name] }) => cHgvs ?? pHgvs ?? name ?? ''));
  const both = names.size > 1 || found.some(({ zygosity }) => zygosity === 'homozygous');
  const [first] = found;
  return both && first !== undefined ? [record(first.source, `${gene}: ${[...names].join(', ')}`, true, first.source.issued, asOf)] : [];
}

function record(source: Source, text: string, active: boolean, date: string | undefined, asOf: string): IndicationRecord {
  const daysAgo = date === undefined ? undefined : daysBetween(date, asOf);
  return { source, text, active, ...(daysAgo === undefined ? {} : { daysAgo }), ...(date === undefined ? {} : { date }) };
}

function isActive({ clinicalStatus }: ConditionFact): boolean {
  return clinicalStatus === 'active' || clinicalStatus === 'recurrence' || clinicalStatus === 'relapse';
}

/** ICD-10 codes match by prefix (I21 covers I21.4), SNOMED codes exactly, texts by whole words unless negated. */
function matches(indication: Indication, codes: readonly Code[], text: string): boolean {
  const coded = codes.some(({ system, code }) =>
    system === SNOMED
      ? indication.snomed.includes(code)
      : (system === ICD10CM || system.includes('icd-10')) && indication.icd10.some((prefix) => code.replace('.', '').startsWith(prefix)),
  );
  const done = (indication.procedures ?? []).some(({ system, starts }) =>
    codes.some((one) => one.system.toLowerCase().includes(system) && one.code.startsWith(starts)),
  );
  const meant = text.replace(HEAT_STROKE, ' ');
  const plain = indication.suspected === true ? meant.replace(SUSPECTED, ' ') : meant;
  const stated = indication.suspected === true ? SUSPECTED.test(text) : true;
  return (
    ((coded || done) && indication.suspected !== true) ||
    (stated && indication.text.some((words) => wordPattern(words).test(plain) && !isDenied(plain)))
  );
}

const HEAT_STROKE = /\bheat[\s-]?stroke\b/gi;
const isDenied = (text: string): boolean => NEGATED.test(text) || OPEN.test(text) || RELATIVE.test(text);
const SUSPECTED =
  /\b(?:suspected|suspicion of|suspicious for|possible|probable|presumed|query|verdacht auf|v\.\s?a\.)|\br\/o\b|^\W*(?:rule out|to exclude|concerns? (?:for|of))\b|\?\s*$/i;
/** Words of doubt before all else, or a question mark behind it. Inside a text they may be about another part of it. */
const OPEN =
  /^\W*(?:possible|probable|presumed|query|r\/o|concerns? (?:for|of)|screening for|screen for|encounter for|at (?:increased |high )?risk (?:for|of)(?! malignant hyper))\b|\?\s*$/i;
// A gene test that found nothing does not lift what muscle or history have shown.
const NEGATED =
  /\b(no|not|without|denies|negative(?! (?:genetic|gene|dna|molecular|ryr1))|family history|ruled out|rule out|exclude[sd]?|disproved|disproven|suspected|non-?susceptible|mhn)\b/i;
/** The disease of a relative. */
const RELATIVE = new RegExp(
  String.raw`\b${IN_RELATIVE}\b|\b(?:in|of) (?:the |his |her |a |patient'?s )?child\b|\b(?:father|mother|brother|sister|uncle|aunt|cousin)(?:'s|’s)? `,
  'i',
);
const patterns = new Map<string, RegExp>();

function wordPattern(words: string): RegExp {
  const known = patterns.get(words);
  if (known !== undefined) return known;
  const pattern = new RegExp(`\\b${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[\\s-]+')}\\b`, 'i');
  patterns.set(words, pattern);
  return pattern;
}
