/** Any supported trial document into records: one reader for each registry; what cannot be read is said, not dropped. */
import type { TrialRecord } from '../../trials/types.ts';
import { isCtgov, readCtgov } from './ctgov.ts';
import { isNciCts, readNciCts } from './nci.ts';
import { isResearchStudy, readResearchStudy } from './research-study.ts';
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

/** `nctId` of a fault: the registry id, where the record has one. */
export type ReadTrial = { readonly record: TrialRecord } | { readonly fault: string; readonly nctId?: string };

/** @param day `YYYY-MM-DD` of the import, for records without a date; @param readOther readers that need more than the document (CTML) */
export function* readTrials(
  document: unknown,
  day: string,
  readOther?: (value: Fields) => readonly ReadTrial[] | null,
): Generator<ReadTrial> {
  if (Array.isArray(document)) {
    for (const one of document) yield* readTrials(one, day, readOther);
    return;
  }
  const value = fieldsOf(document);
  const inner = Array.isArray(value.studies)
    ? value.studies
    : Array.isArray(value.data)
      ? value.data
      : Array.isArray(value.trials)
        ? value.trials
        : fieldsOf(value.FullStudiesResponse).FullStudies;
  if (Array.isArray(inner)) {
    for (const one of inner) yield* readTrials(one, day, readOther);
    return;
  }
  if (value.resourceType === 'Bundle') {
    const entries = listOf(value.entry).map(fieldsOf);
    for (const entry of entries) {
      const resource = fieldsOf(entry.resource);
      if (isResearchStudy(resource)) yield* readTrials(withReferenced(resource, entries), day, readOther);
    }
    return;
  }
  const other = readOther?.(value);
  if (other) {
    yield* other;
    return;
  }
  const record = isCtgov(value)
    ? readCtgov(value, day)
    : isNciCts(value)
      ? readNciCts(value, day)
      : isResearchStudy(value)
        ? readResearchStudy(value, day)
        : undefined;
  if (record === undefined) yield { fault: 'not a trial record of a supported registry' };
  else if (record === null) yield { fault: 'the record has no registry id' };
  else yield { record };
}

/** A study with the sites, groups and plans of the same bundle that it names, as if they were contained. */
function withReferenced(study: Fields, entries: readonly Fields[]): Fields {
  const named = [
    ...['site', 'enrollment', 'protocol'].flatMap((name) => listOf(study[name])),
    study.sponsor,
    fieldsOf(study.recruitment).eligibility,
    ...listOf(study.associatedParty).map((one) => fieldsOf(one).party),
    ...listOf(study.comparisonGroup).flatMap((one) => listOf(fieldsOf(one).intendedExposure)),
  ]
    .map((reference) => textOf(fieldsOf(reference).reference))
    .filter((reference) => reference !== '' && !reference.startsWith('#'));
  if (named.length === 0) return study;
  const found = entries
    .filter(({ fullUrl, resource }) => {
      const { resourceType, id } = fieldsOf(resource);
      return named.includes(textOf(fullUrl)) || named.includes(`${textOf(resourceType)}/${textOf(id)}`);
    })
    .map(({ resource }) => resource);
  return found.length === 0 ? study : { ...study, contained: [...listOf(study.contained), ...found] };
}
