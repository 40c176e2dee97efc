/**
 * Design rule 2, only final results. FHIR R4 status codes of Observation and DiagnosticReport:
 * final, amended, corrected and appended are results; everything else is not (yet) one.
 */
import type { DataWarning } from '../facts.ts';
import { isForResearch } from '../codes/doubt/index.ts';
import { list, records, text } from './elements.ts';
import type { IntakeResource } from './intake.ts';
import { takenBack } from './taken-back.ts';

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
  if (isSetAside(entry)) return { usable: false, amended: false, warning: modified(entry) };
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

/** By its own status. */
export const isFinal = ({ resource }: IntakeResource): boolean => USABLE.has(text(resource['status'])?.toLowerCase() ?? '');

/**
 * A `modifierExtension` may turn the meaning of its element round, and none is known here; `implicitRules` names rules without which the resource must not
 * be processed. What holds one of them must not be read as if it were not there (FHIR R4, extensibility and resource).
 */
export function isModified(resource: Readonly<Record<string, unknown>>): boolean {
  return modifierOf(resource) !== null;
}

function modifierOf(resource: Readonly<Record<string, unknown>>): string | null {
  const holds = (element: Readonly<Record<string, unknown>>): boolean => list(element['modifierExtension']).length > 0;
  if (holds(resource) || records(resource['component']).some(holds)) return 'a modifierExtension';
  return hasUnknownRules(resource) ? 'implicitRules' : null;
}

/** Rules of FHIR itself and of HL7's guides change no meaning: a guide may only narrow what the base says. */
const OF_HL7 = /^https?:\/\/(?:www\.)?hl7\.org\/fhir(?:\/|$)/i;
export function hasUnknownRules(resource: Readonly<Record<string, unknown>>): boolean {
  const rules = text(resource['implicitRules']);
  return rules !== undefined && !OF_HL7.test(rules);
}

/** Something in the resource says that it may mean something else, or takes the result back. */
export const isSetAside = (entry: IntakeResource): boolean => whySetAside(entry) !== '';

/** As a doctor reads it at the order; empty where nothing does. */
export function whySetAside({ resource, type }: IntakeResource): string {
  const modifier = modifierOf(resource);
  if (modifier !== null) return `it holds ${modifier}, which may change its meaning`;
  const back = type === 'Observation' ? takenBack(resource) : null;
  if (back !== null && isForResearch(back))
    return `its laboratory gives it for research use only ("${back.replace(/\s+/g, ' ').slice(0, 80)}"): a clinically validated test has to confirm it`;
  return back === null ? '' : `the laboratory takes it back or leaves it open ("${back.replace(/\s+/g, ' ').slice(0, 80)}")`;
}

/** Set aside for this alone. */
export function isResearchResult({ resource, type }: IntakeResource): boolean {
  const back = type === 'Observation' && modifierOf(resource) === null ? takenBack(resource) : null;
  return back !== null && isForResearch(back);
}

export function modified(entry: IntakeResource): DataWarning {
  return {
    code: 'unparsed',
    message: `${entry.type} was not used because ${whySetAside(entry)}${isModified(entry.resource) ? ' and is not known here' : ''}.`,
    reference: entry.reference,
  };
}
