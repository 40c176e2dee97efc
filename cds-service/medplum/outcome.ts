/** Reading OperationOutcomes and the other shapes in which Medplum says no. */
import { isObject, type Json } from '../ehr/chart-part.ts';

const LONGEST = 600;

/** `Invalid additional property "x" (Bot.x)`: text and field of each issue, without the informational ones. */
export function outcomeLines(outcome: unknown): string[] {
  const issues: readonly unknown[] = isObject(outcome) && Array.isArray(outcome.issue) ? outcome.issue : [];
  return issues.filter(isObject).flatMap((issue) => {
    if (issue.severity === 'information') return [];
    const text = issueText(issue);
    const fields = Array.isArray(issue.expression) ? issue.expression.filter((item): item is string => typeof item === 'string') : [];
    return text === '' ? [] : [fields.length === 0 ? text : `${text} (${fields.join(', ')})`];
  });
}

function issueText(issue: Json): string {
  const details = isObject(issue.details) ? issue.details.text : undefined;
  const text = [details, issue.diagnostics].find((part) => typeof part === 'string' && part !== '');
  return typeof text === 'string' ? text.slice(0, LONGEST) : String(issue.code ?? '');
}

/** `POST` answers of a transaction or batch: the status of one entry as a number; 0 when it cannot be read. */
export function entryStatus(entry: unknown): number {
  const response = isObject(entry) && isObject(entry.response) ? entry.response : {};
  const status = Number.parseInt(String(response.status), 10);
  return Number.isFinite(status) ? status : 0;
}

/** `Type/id` of the resource that an entry made or found. */
export function entryReference(entry: unknown): string | undefined {
  if (!isObject(entry)) return undefined;
  const location = isObject(entry.response) ? entry.response.location : undefined;
  const match = typeof location === 'string' ? /([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(location) : null;
  if (match?.[1] !== undefined) return match[1];
  const { resource } = entry;
  return isObject(resource) && typeof resource.id === 'string' ? `${String(resource.resourceType)}/${resource.id}` : undefined;
}
