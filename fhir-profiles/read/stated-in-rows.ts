/**
 * Observations that say of the patient what a problem list would: "History of malignant hyperthermia: Yes", "BCHE phenotype: poor metabolizer". They
 * become conditions, or family history where the row asks for relatives; a result of the plasma cholinesterase that cannot be read is said.
 */
import {
  ASKS_CHOLINESTERASE_DEFICIENCY,
  ASKS_COMPLICATIONS,
  ASKS_COMPLICATIONS_OF_FAMILY,
  ASKS_HYPERTHERMIA,
  ASKS_HYPERTHERMIA_OF_FAMILY,
  cholinesteraseSaid,
  DIBUCAINE,
  NAMES_CHOLINESTERASE,
  NAMES_DIBUCAINE,
  NAMES_HYPERTHERMIA,
  UNREAD_CHOLINESTERASE,
  YES,
  YES_CODES,
} from '../codes/inherited-traits.ts';
import { isLeftOpen, RELATIVES } from '../codes/doubt/index.ts';
import type { ConditionFact, DataWarning } from '../facts.ts';
import { concept, isRecord, numberOf, records, wordings, type Json } from './elements.ts';
import { elementValue, valueConcept, type ElementValue } from './element-value.ts';
import { quoted } from './chart.ts';
import type { Intake, IntakeResource, Reading } from './intake.ts';
import { sourceOf } from './observation.ts';
import { resultStatus } from './result-status.ts';

interface Stated {
  readonly text: string;
  readonly ofFamily: boolean;
}

const HYPERTHERMIA = 'Malignant hyperthermia';
const OF_RELATIVE = new RegExp(String.raw`\b(?:${RELATIVES})\b`, 'i');

export function readStatedTraits(intake: Intake): Reading<ConditionFact> {
  const read = rowsOf(intake);
  return { facts: read.facts.filter(({ ofFamily }) => !ofFamily).map(({ fact }) => fact), warnings: read.warnings };
}

/** What the same rows say of relatives. */
export function readStatedOfFamily(intake: Intake): Reading<ConditionFact> {
  return { facts: rowsOf(intake).facts.flatMap(({ ofFamily, fact }) => (ofFamily ? [fact] : [])), warnings: [] };
}

function rowsOf(intake: Intake): Reading<{ readonly ofFamily: boolean; readonly fact: ConditionFact }> {
  const facts: { readonly ofFamily: boolean; readonly fact: ConditionFact }[] = [];
  const warnings: DataWarning[] = [];
  for (const entry of intake.ofType('Observation')) {
    if (!resultStatus(entry).usable) continue;
    for (const row of [entry.resource, ...records(entry.resource['component'])]) {
      const names = wordings(concept(row['code']));
      const value = elementValue(row);
      if (value === null) continue;
      const low = isLow(row, names);
      const stated = hyperthermia(names, value) ?? (low ? 'unread' : cholinesterase(names, value));
      if (stated === 'unread') {
        // A low activity has other causes than the gene.
        warnings.push(low ? unread(entry, names) : { ...unread(entry, names), genomic: true });
        facts.push({ ofFamily: false, fact: factOf(entry, intake, UNREAD_CHOLINESTERASE) });
      } else if (stated !== null) facts.push({ ofFamily: stated.ofFamily, fact: factOf(entry, intake, stated.text) });
    }
  }
  return { facts, warnings };
}

function hyperthermia(names: readonly string[], value: ElementValue): Stated | null {
  const asks = (pattern: RegExp): boolean => names.some((name) => pattern.test(name.trim()));
  const said = wordings(valueConcept(value));
  if (asks(ASKS_HYPERTHERMIA_OF_FAMILY)) return isYes(value) ? { text: HYPERTHERMIA, ofFamily: true } : null;
  if (asks(ASKS_HYPERTHERMIA)) return isYes(value) ? { text: HYPERTHERMIA, ofFamily: said.some((text) => OF_RELATIVE.test(text)) } : null;
  const ofFamily = asks(ASKS_COMPLICATIONS_OF_FAMILY);
  const named = said.find((text) => NAMES_HYPERTHERMIA.test(text));
  if (named === undefined || !(ofFamily || asks(ASKS_COMPLICATIONS)) || DENIED.test(named)) return null;
  // The words go on: "suspected malignant hyperthermia" is weighed where conditions are.
  return ofFamily || OF_RELATIVE.test(named) ? { text: HYPERTHERMIA, ofFamily: true } : { text: named, ofFamily: false };
}

const DENIED = /\b(?:no|not|none|denies|denied|never|negative|without|ruled out|kein\w*)\b/i;

/** "Positive -> negative", "positive control failed". */
const NOT_YES = /\b(?:negative|neg|failed|control|false)\b/i;

function isYes(value: ElementValue): boolean {
  if (value.kind === 'boolean') return value.value;
  const said = valueConcept(value);
  return (
    said.codings.some(({ code }) => YES_CODES.has(code)) ||
    wordings(said).some((text) => YES.test(text.trim()) && !isLeftOpen(text) && !NOT_YES.test(text))
  );
}

function cholinesterase(names: readonly string[], value: ElementValue): Stated | 'unread' | null {
  const deficient: Stated = { text: 'Pseudocholinesterase deficiency', ofFamily: false };
  const said = wordings(valueConcept(value));
  if (names.some((name) => NAMES_DIBUCAINE.test(name))) {
    const number = value.kind === 'quantity' ? value.value : Number(/^\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*$/.exec(said[0] ?? '')?.[1] ?? NaN);
    if (Number.isNaN(number)) return said.length === 0 ? null : 'unread';
    return number < DIBUCAINE.highRiskBelow ? deficient : number < DIBUCAINE.normalFrom ? 'unread' : null;
  }
  if (names.some((name) => ASKS_CHOLINESTERASE_DEFICIENCY.test(name.trim())) && isYes(value)) return deficient;
  if (!names.some((name) => NAMES_CHOLINESTERASE.test(name)) || said.length === 0) return null;
  const answers = said.map(cholinesteraseSaid);
  if (answers.includes('normal')) return null;
  return answers.includes('deficient') ? deficient : 'unread';
}

/** An activity that the laboratory itself calls low, by a flag or by its limits. */
function isLow(row: Json, names: readonly string[]): boolean {
  if (!names.some((name) => NAMES_CHOLINESTERASE.test(name)) || names.some((name) => NAMES_DIBUCAINE.test(name))) return false;
  const value = elementValue(row);
  if (value?.kind !== 'quantity') return false;
  const flags = records(row['interpretation']).flatMap((flag) => [
    ...concept(flag).codings.map(({ code }) => code),
    ...wordings(concept(flag)),
  ]);
  if (flags.some((flag) => /^(?:L{1,2}|low|critical(?:ly)? low)$/i.test(flag))) return true;
  const limits = records(row['referenceRange']).flatMap((range) => (isRecord(range['low']) ? (numberOf(range['low']['value']) ?? []) : []));
  return flags.length === 0 && limits.length === 1 && value.value < (limits[0] ?? 0);
}

const unread = ({ reference }: IntakeResource, names: readonly string[]): DataWarning => ({
  code: 'unparsed',
  message: `A result of the plasma cholinesterase (${quoted(names[0] ?? '')}) was not interpreted. Look at it before succinylcholine or mivacurium.`,
  reference,
});

function factOf(entry: IntakeResource, intake: Intake, text: string): ConditionFact {
  return { codes: [], text, clinicalStatus: 'active', category: [], source: sourceOf(entry, intake) };
}
