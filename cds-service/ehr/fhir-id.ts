/** Ids of resources, as they may stand in an address. */

/**
 * A FHIR id, as generously as servers write them (R4 has 64 characters and no underscore). Never dots alone: in an address they step out of the place
 * that the id was put in, so that `Medication/.` would read all Medications and `Medication/..` the whole server.
 */
export function isFhirId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 512 && /^[A-Za-z0-9\-._]+$/.test(value) && !/^\.+$/.test(value);
}

/** The id in a relative reference to a resource of this type (`Medication/m1`, with or without a version); null for any other. */
export function idOfReference(reference: string, type: string): string | null {
  const [named, id, history, version, ...more] = reference.split('/', 6);
  const versioned = history === undefined || (history === '_history' && version !== undefined);
  return named === type && versioned && more.length === 0 && isFhirId(id) ? id : null;
}
