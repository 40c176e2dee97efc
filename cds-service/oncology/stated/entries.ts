/** Entries of the problem list, beside the diagnosis itself, that may state a marker of the tumour. */
import { ASKED_FOR, HEDGED, NOT_EXCLUDED, RELATIVES, SUSPECTED } from '../../../fhir-profiles/codes/doubt/index.ts';
import type { ConditionFact, PatientFacts, TumourFact } from '../../../fhir-profiles/index.ts';
import { markerEntry } from '../../../fhir-profiles/codes/tumour/marker-entries.ts';
import type { TumourTree } from '../../knowledge/oncology/types.ts';

export interface StatingEntry {
  readonly texts: readonly string[];
  readonly source: ConditionFact['source'];
  /** Receptor status and a second name of the same tumour belong to the diagnosis. */
  readonly by: 'diagnosis' | 'problem list';
}

const HOLDS: ReadonlySet<ConditionFact['clinicalStatus']> = new Set(['active', 'recurrence', 'relapse', 'unknown']);
/** A relative's, a thought, or something still to be done. */
const NOT_STATED = new RegExp(
  String.raw`\b(?:${RELATIVES}|familial risk|${HEDGED}|suspected|verdacht|${ASKED_FOR}|at risk|testing|test ordered|pending|await\w*|ordered|planned|requested|recommended|screening|encounter for|counsel\w*|declined|unknown)\b|\?`,
  'i',
);
/** A sentence beside the diagnosis that states something of this patient's tumour now. */
export const mayStateNow = (text: string): boolean => MAY_STATE.test(text) && !NOT_STATED.test(text) && !IN_DOUBT.test(text);
const IN_DOUBT = new RegExp(String.raw`\b(?:(?:${SUSPECTED})\b|${NOT_EXCLUDED})`, 'iu');
/** "ER", "HR" and the like mean a receptor only where the entry speaks of one, or of a tumour. */
const RECEPTOR_CONTEXT =
  /receptor|rezeptor|HER-?2|ERBB2|tumou?r|neoplasm|cancer|carcinom|karzinom|breast|mamma|\btriple\b|\[(?:ER|PR)[+-]\]|^(?:\W*(?:ER|PR|PgR|HR)\W*(?:positiv|negativ|pos|neg)?\w*\W*)+$/i;
const MAY_STATE =
  /[A-Z]{2}|receptor|rezeptor|lynch|philadelphia|triple|tripel|genetic susceptib|hereditary|microsatellite|mismatch|factor/i;

export function entriesBeside(tumour: TumourFact | undefined, { conditions, tumours }: PatientFacts, tree: TumourTree): StatingEntry[] {
  const elsewhere = new Set(
    tumours
      .filter((other) => tumour !== undefined && other.role === 'primary' && !mayBeSame(other, tumour, tree))
      .map(({ source }) => source.reference),
  );
  const names = new Set(tumours.map(({ source }) => source.reference));
  return conditions.flatMap(({ text, codes, clinicalStatus, source }): StatingEntry[] => {
    if (source.reference === tumour?.source.reference || elsewhere.has(source.reference) || !HOLDS.has(clinicalStatus)) return [];
    const coded = codes.flatMap(({ system, code }) => markerEntry(system, code) ?? []);
    const written = [text, ...codes.flatMap(({ display }) => display ?? [])].filter((said) => MAY_STATE.test(said));
    // A code says what its display says, in words of its own.
    const texts = coded.length > 0 ? coded : written.filter((said) => RECEPTOR_CONTEXT.test(said) || !RECEPTOR_ALONE.test(said));
    if (texts.length === 0 || written.some((said) => NOT_STATED.test(said))) return [];
    const ofTumour = names.has(source.reference) || [...coded, ...written].some((said) => OF_DIAGNOSIS.test(said));
    return [{ texts, source, by: ofTumour ? 'diagnosis' : 'problem list' }];
  });
}
const RECEPTOR_ALONE = /(?<![A-Za-z0-9])(?:ER|PR|PgR|HR)(?![A-Za-z0-9])/;
const OF_DIAGNOSIS = /^(?:ER|PR|HR|HER2) (?:positive|negative)|receptor \w*\s?\w+ status/i;

/** Two names of one tumour: of one organ, or one of them tells none. */
function mayBeSame(one: TumourFact, two: TumourFact, tree: TumourTree): boolean {
  const [first, second] = [organsOf(one, tree), organsOf(two, tree)];
  return first.length === 0 || second.length === 0 || first.some((organ) => second.includes(organ));
}
function organsOf({ oncotree, doid }: TumourFact, tree: TumourTree): string[] {
  const codes = oncotree === null ? (tree.toOncotree.get(doid ?? '') ?? []) : [oncotree];
  return codes.flatMap((code) => tree.oncotree.get(code)?.tissue ?? []).filter((tissue) => tissue !== '' && tissue !== 'Other');
}
