/**
 * Design rule 2, only final results. FHIR R4 status codes of Observation and DiagnosticReport:
 * final, amended, corrected and appended are results; everything else is not (yet) one.
 */
import type { DataWarning } from '../facts.ts';
import { list, records, text } from './elements.ts';
import type { IntakeResource } from './intake.ts';

const USABLE: ReadonlySet<string> = new Set(['final', 'amended', 'corrected', 'appended']);

export interface ResultStatus {
  readonly usable: boolean;
  readonly amended: boolean;
  readonly warning?: DataWarning;
}

/** A result contained in a report, or listed by nobody, stands on its own status; a contained one also on its container's. */
export function resultStatus(entry: IntakeResource): ResultStatus {
  const own = text(entry.resource['status'])?.toLowerCase();
  const outer = entry.container?.type === 'DiagnosticReport' ? text(entry.container.resource['status'])?.toLowerCase() : undefined;
  const status = own !== undefined && !USABLE.has(own) ? own : outer !== undefined && !USABLE.has(outer) ? outer : own;
  if (isModified(entry.resource)) return { usable: false, amended: false, warning: modified(entry) };
  if (status !== undefined && USABLE.has(status)) return { usable: true, amended: status === 'amended' || status === 'corrected' };
  const said = status === undefined ? 'has no status' : /^[a-z-]{1,40}$/.test(status) ? `has status "${status}"` : 'has an unknown status';
  return {
    usable: false,
    amended: false,
    warning: {
      code: 'not-final',
      message: `${entry.type} was not used because it ${said}; only final results are read.`,
      reference: entry.reference,
    },
  };
}

/**
 * A `modifierExtension` may turn the meaning of its element round, and none is known here: what holds one must not be read as if it were not there
 * (FHIR R4, extensibility).
 */
export function isModified(resource: Readonly<Record<string, unknown>>): boolean {
  const holds = (element: Readonly<Record<string, unknown>>): boolean => list(element['modifierExtension']).length > 0;
  return holds(resource) || records(resource['component']).some(holds);
}

export function modified(entry: IntakeResource): DataWarning {
  return {
    code: 'unparsed',
    message: `${entry.type} was not used because it holds a modifierExtension, which may change its meaning and is not known here.`,
    reference: entry.reference,
  };
}
