/**
 * Design rule 2, only final results. FHIR R4 status codes of Observation and DiagnosticReport:
 * final, amended, corrected and appended are results; everything else is not (yet) one.
 */
import type { DataWarning } from '../facts.ts';
import { text } from './elements.ts';
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
