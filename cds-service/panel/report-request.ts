/** What the panel asks: whose report, from which of the trusted FHIR servers, with which token. */
import type { Request } from 'express';
import type { TrustedEhr } from '../config/trust.ts';
import { withoutTrailingSlash } from '../config/loopback.ts';
import type { FhirAccess } from '../ehr/fhir-server.ts';
import { isFhirId } from '../ehr/fhir-id.ts';
import { isObject } from '../hooks/hook-request.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { PHASES, TRIAL_STATUSES, type MatchOptions } from '../trials/index.ts';

export const SECTIONS = ['patient', 'orders', 'pgx', 'oncology', 'trials', 'predictions', 'warnings'] as const;
export type Section = (typeof SECTIONS)[number];

export interface ReportRequest {
  readonly access: FhirAccess;
  readonly ehr: TrustedEhr;
  readonly patientId: string;
  readonly sections: readonly Section[];
  readonly allDrugs: boolean;
  /** Which page of the trials, and which of them. */
  readonly trials?: MatchOptions;
}

export function readReportRequest(body: unknown, request: Request, ehrs: readonly TrustedEhr[]): ReportRequest {
  if (!isObject(body)) throw new Refusal(400, 'The body must be a JSON object');
  const token = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Refusal(401, 'A SMART access token is needed', { 'www-authenticate': 'Bearer' });
  if (typeof body.fhirServer !== 'string') throw new Refusal(400, 'fhirServer is required');
  if (!isFhirId(body.patientId)) throw new Refusal(400, 'patientId is required and must be a FHIR id');
  const base = withoutTrailingSlash(body.fhirServer);
  const ehr = ehrs.find(({ fhirServers }) => fhirServers.includes(base));
  if (ehr === undefined) throw new Refusal(403, 'This FHIR server is not among the trusted ones');
  return {
    access: { base, token },
    ehr,
    patientId: body.patientId,
    sections: readSections(body.sections),
    allDrugs: body.allDrugs === true,
    ...(body.trials === undefined || body.trials === null ? {} : { trials: readTrials(body.trials) }),
  };
}

function readSections(value: unknown): readonly Section[] {
  if (value === undefined || value === null) return SECTIONS;
  if (!Array.isArray(value)) throw new Refusal(400, 'sections must be an array');
  const wanted = SECTIONS.filter((section) => value.includes(section));
  if (wanted.length !== new Set(value).size) throw new Refusal(400, `sections may be: ${SECTIONS.join(', ')}`);
  return wanted;
}

const VERDICTS = ['eligible', 'possible', 'ineligible'] as const;

function readTrials(value: unknown): MatchOptions {
  if (!isObject(value)) throw new Refusal(400, 'trials must be an object');
  const whole = (name: 'offset' | 'limit' | 'withinKm', least: number, most: number): number | undefined => {
    const given = value[name];
    if (given === undefined || given === null) return undefined;
    if (typeof given !== 'number' || !Number.isInteger(given) || given < least || given > most)
      throw new Refusal(400, `trials.${name} must be a whole number from ${least} to ${most}`);
    return given;
  };
  const [offset, limit] = [whole('offset', 0, 100_000), whole('limit', 1, 100)];
  const asked = value.verdicts;
  if (asked !== undefined && (!Array.isArray(asked) || !asked.every((one) => VERDICTS.some((verdict) => verdict === one))))
    throw new Refusal(400, `trials.verdicts may be: ${VERDICTS.join(', ')}`);
  const { phases, statuses, text, country } = value;
  if (statuses !== undefined && (!Array.isArray(statuses) || !statuses.every((one) => TRIAL_STATUSES.some((status) => status === one))))
    throw new Refusal(400, `trials.statuses may be: ${TRIAL_STATUSES.join(', ')}`);
  if (phases !== undefined && (!Array.isArray(phases) || !phases.every((one) => PHASES.some((phase) => phase === one))))
    throw new Refusal(400, `trials.phases may be: ${PHASES.join(', ')}`);
  for (const [name, words] of [
    ['text', text],
    ['country', country],
  ] as const)
    if (words !== undefined && (typeof words !== 'string' || words.length > 200))
      throw new Refusal(400, `trials.${name} must be a text of at most 200 characters`);
  const withinKm = whole('withinKm', 1, 20_000);
  return {
    ...(offset === undefined ? {} : { offset }),
    ...(limit === undefined ? {} : { limit }),
    ...(asked === undefined ? {} : { verdicts: VERDICTS.filter((verdict) => asked.includes(verdict)) }),
    ...(value.anyStatus === true ? { anyStatus: true } : {}),
    ...(statuses === undefined ? {} : { statuses: TRIAL_STATUSES.filter((status) => statuses.includes(status)) }),
    ...(value.molecularOnly === true ? { molecularOnly: true } : {}),
    ...(phases === undefined ? {} : { phases: PHASES.filter((phase) => phases.includes(phase)) }),
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof country === 'string' ? { country } : {}),
    ...(withinKm === undefined ? {} : { withinKm }),
  };
}
