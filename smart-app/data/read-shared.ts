/** Readers of the small things that every part of the report uses. */
import type { Coding, Evidence, Reference } from './panel-report.ts';
import { genericName } from './drug-name.ts';
import { asLink, asList, asRecord, asText, optional } from './read-values.ts';

export function readEvidence(value: unknown): Evidence[] {
  return asList(value).flatMap((entry) => {
    const fields = asRecord(entry);
    const reference = asText(fields.reference);
    const issued = asText(fields.issued);
    const lab = asText(fields.lab);
    if (reference === '' && issued === '' && lab === '') return [];
    return [{ reference, ...optional('issued', issued || null), ...optional('lab', lab || null) }];
  });
}

export function readReference(value: unknown): Reference {
  const fields = asRecord(value);
  const url = asLink(fields.url);
  return {
    label: asText(fields.label) || (url === null ? '' : new URL(url).hostname),
    url,
    ...optional('pmid', asText(fields.pmid) || null),
    ...optional('version', asText(fields.version) || null),
  };
}

export function readReferences(value: unknown): Reference[] {
  return asList(value)
    .map(readReference)
    .filter((reference) => reference.label !== '');
}

export function readCoding(value: unknown): Coding {
  const fields = asRecord(value);
  return { system: asText(fields.system), code: asText(fields.code), display: asText(fields.display) };
}

export function readDrugName(value: unknown): { name: string; rxnorm: string } {
  const fields = asRecord(value);
  return { name: genericName(asText(fields.name)), rxnorm: asText(fields.rxnorm) };
}

export function readTexts(value: unknown): string[] {
  return asList(value)
    .map(asText)
    .filter((text) => text !== '');
}

/** A pair of numbers in rising order; null when it is not one. */
export function readRange(value: unknown): [number, number] | null {
  const [low, high] = asList(value);
  if (typeof low !== 'number' || typeof high !== 'number' || !Number.isFinite(low) || !Number.isFinite(high)) return null;
  return low <= high ? [low, high] : [high, low];
}
