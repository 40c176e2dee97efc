/**
 * Observations that a client makes of its search form: without subject, status and date. They are what the person asking says now. Taken so, they answer;
 * an Observation that has any of the three is a result of a chart and must stand for itself.
 */
type Fields = Readonly<Record<string, unknown>>;

export interface Stated {
  readonly bundle: unknown;
  /** How many entries were taken as said today. */
  readonly count: number;
}

/** @param today `YYYY-MM-DD` */
export function statedToday(bundle: unknown, today: string): Stated {
  if (!isFields(bundle) || !Array.isArray(bundle['entry'])) return { bundle, count: 0 };
  let count = 0;
  const entry = (bundle['entry'] as readonly unknown[]).map((one) => {
    if (!isFields(one) || !isFields(one['resource']) || !isOfForm(one['resource'])) return one;
    count += 1;
    return { ...one, resource: { ...one['resource'], status: 'final', effectiveDateTime: today } };
  });
  return count === 0 ? { bundle, count } : { bundle: { ...bundle, entry }, count };
}

function isOfForm(resource: Fields): boolean {
  if (resource['resourceType'] !== 'Observation') return false;
  return ['subject', 'status', 'issued', ...Object.keys(resource).filter((name) => name.startsWith('effective'))].every(
    (name) => resource[name] === undefined,
  );
}
function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
