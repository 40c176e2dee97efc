/** The specimen of a result in words: its own, what the test's name and method say, else that of the report that lists it. */
import { saysBlood, saysInherited, shedInto, SPECIMEN_NOT_ON_FILE, specimenKind } from '../codes/specimen-kinds.ts';
import { concept, isRecord, list, text, wordings, type Concept } from './elements.ts';
import type { Intake, IntakeResource } from './intake.ts';

export interface SpecimenSigns {
  readonly code: Concept;
  readonly method: Concept;
  readonly bodySite: Concept;
}

/** Undefined = the result names no specimen at all. `ofReports`: what the reports that list it say (`specimensOfReports`). */
export function specimenOf(
  entry: IntakeResource,
  intake: Intake,
  { code, method, bodySite }: SpecimenSigns,
  ofReports: ReadonlyMap<IntakeResource, string>,
): string | undefined {
  const [own] = kindsOf(entry, intake);
  if (own !== undefined && own !== SPECIMEN_NOT_ON_FILE) return own;
  return circulating([code, method, bodySite]) ?? own ?? ofReports.get(entry);
}

/**
 * For each result, the one kind of specimen of the reports that list it. None where they differ, where a report holds several (tumour and
 * blood as its normal), or where it cannot be read: the result itself names none.
 */
export function specimensOfReports(intake: Intake): ReadonlyMap<IntakeResource, string> {
  const said = new Map<IntakeResource, Set<string>>();
  for (const report of intake.ofType('DiagnosticReport')) {
    const kinds = kindsOf(report, intake);
    const [only] = kinds;
    const specimen = kinds.length === 0 ? circulating([concept(report.resource['code'])]) : kinds.length === 1 ? only : undefined;
    if (specimen === undefined || specimen === SPECIMEN_NOT_ON_FILE) continue;
    for (const item of list(report.resource['result'])) {
      const result = intake.resolve(item, report);
      if (result !== null) said.set(result, (said.get(result) ?? new Set()).add(specimen));
    }
  }
  return new Map([...said].flatMap(([result, specimens]) => (specimens.size === 1 ? [[result, [...specimens][0] ?? ''] as const] : [])));
}

function circulating(concepts: readonly Concept[]): string | undefined {
  const words = concepts.flatMap(wordings).find((text) => shedInto(text) !== null);
  if (words === undefined) return undefined;
  const where = shedInto(words);
  if (where === 'cerebrospinal fluid') return 'Cerebrospinal fluid';
  if (where === 'urine') return 'Urine';
  return /plasma/i.test(words) ? 'Plasma' : 'Circulating tumour DNA';
}

function kindsOf(entry: IntakeResource, intake: Intake): readonly string[] {
  return [...new Set(list(entry.resource['specimen']).map((reference) => kindOf(reference, entry, intake)))];
}

/** "DNA", "Extracted RNA sample", "Nucleic acid". */
const EXTRACT =
  /^\W*(?:(?:extracted|genomic|purified|isolated)\s)?(?:DNA|RNA|(?:deoxy)?ribonucleic acid|nucleic acids?)(?:\s(?:sample|specimen|extract|isolate))?(?:\s\(specimen\))?\W*$/i;
/** No more than a label or a place: "A1", "Sample 2", "left arm". */
const tellsKind = (words: string): boolean =>
  shedInto(words) !== null ||
  saysBlood(words) ||
  saysInherited(words) ||
  /\btissue|\btumou?r|\bbiops|\bFFPE\b|\bmarrow\b|\bcells?\b|\bblock\b/i.test(words);

function kindOf(reference: unknown, entry: IntakeResource, intake: Intake, depth = 0): string {
  const target = intake.resolve(reference, entry);
  if (target === null) {
    const display = isRecord(reference) ? text(reference['display']) : undefined;
    // An accession number is no kind of specimen.
    return display !== undefined && /\p{L}{4}/u.test(display) ? display : SPECIMEN_NOT_ON_FILE;
  }
  const type = concept(target.resource['type']);
  const parents = list(target.resource['parent']);
  // DNA drawn from a sample is of what the sample was.
  if (depth < 3 && parents.length === 1 && wordings(type).every((words) => EXTRACT.test(words)))
    return kindOf(parents[0], target, intake, depth + 1);
  const words = type.text ?? type.codings.find((coding) => coding.display !== undefined)?.display;
  const coded = type.codings.flatMap((coding) => specimenKind(coding) ?? [])[0];
  // A text that is a label of the tube ("A1") beside a code that tells the kind.
  if (words !== undefined && coded !== undefined && !tellsKind(words) && tellsKind(coded)) return coded;
  const collection = target.resource['collection'];
  const site = isRecord(collection) ? concept(collection['bodySite']) : { codings: [] };
  return words ?? coded ?? type.codings[0]?.code ?? wordings(site)[0] ?? SPECIMEN_NOT_ON_FILE;
}
