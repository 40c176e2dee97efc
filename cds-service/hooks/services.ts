/** The services offered: the one source of discovery, of the prefetch table in the papers, and of what a call needs. */
import type { HookName, ServiceFamily } from '../cards/types.ts';
import type { ServiceId } from '../config/service-ids.ts';
import type { TrustedEhr } from '../config/trust.ts';
import { PREFETCH, type PrefetchKey } from './prefetch-keys.ts';

export interface ServiceDefinition {
  readonly id: ServiceId;
  readonly hook: HookName;
  readonly family: ServiceFamily;
  readonly title: string;
  readonly description: string;
  readonly keys: readonly PrefetchKey[];
}

/** Without at least one of these nothing can be said: 412. */
export const RESULT_KEYS: readonly PrefetchKey[] = ['genomics', 'laboratory'];

const CHART: readonly PrefetchKey[] = [
  'patient',
  'genomics',
  'laboratory',
  'reports',
  'conditions',
  'medications',
  'earlier',
  'statements',
  'procedures',
  'allergies',
  'vitals',
  'consents',
];
const TUMOUR_CHART: readonly PrefetchKey[] = [...CHART, 'performance', 'specimens'];

export const SERVICES: readonly ServiceDefinition[] = [
  {
    id: 'pgx-order-select',
    hook: 'order-select',
    family: 'pgx',
    title: 'Genehook: pharmacogenomics while choosing a drug',
    description:
      'Reads the patient’s genetic results and says, for the selected drug, when a guideline advises another drug, another dose or a test first. Silent when nothing would change.',
    keys: CHART,
  },
  {
    id: 'pgx-order-sign',
    hook: 'order-sign',
    family: 'pgx',
    title: 'Genehook: pharmacogenomics at signing',
    description:
      'Checks every medication order being signed against the patient’s genetic results and says when a guideline advises another drug, another dose or a test first. Silent when nothing would change.',
    keys: CHART,
  },
  {
    id: 'pgx-patient-view',
    hook: 'patient-view',
    family: 'pgx',
    title: 'Genehook: pharmacogenomic status',
    description: 'Says on opening the chart which of the patient’s current drugs a known genetic result concerns.',
    keys: CHART,
  },
  {
    id: 'oncology-order-sign',
    hook: 'order-sign',
    family: 'oncology',
    title: 'Genehook: targeted therapy at signing',
    description:
      'Checks cancer drugs being signed against the tumour’s alterations and biomarkers: resistance, missing companion test, better-supported therapy.',
    keys: TUMOUR_CHART,
  },
  {
    id: 'oncology-patient-view',
    hook: 'patient-view',
    family: 'oncology',
    title: 'Genehook: tumour profile',
    description: 'Says on opening the chart of a patient with cancer which alterations have matching therapies or trials.',
    keys: TUMOUR_CHART,
  },
];

const BY_ID = new Map<string, ServiceDefinition>(SERVICES.map((service) => [service.id, service]));

export function serviceById(id: string): ServiceDefinition | undefined {
  return BY_ID.get(id);
}

/** True when the trust file opens this service to this EHR. */
export function isOpenTo({ id }: Pick<ServiceDefinition, 'id'>, ehr: Pick<TrustedEhr, 'services'>): boolean {
  return ehr.services === undefined || ehr.services.includes(id);
}

/** True when this EHR also calls the pharmacogenomic service for the same orders, so that its advice need not be repeated here. */
export function hasPgxElsewhere({ id }: Pick<ServiceDefinition, 'id'>, ehr: Pick<TrustedEhr, 'services'> | undefined): boolean {
  return id === 'oncology-order-sign' && ehr?.services?.includes('pgx-order-sign') === true;
}

/** Version of the CDS Hooks specification that is served. */
const SPECIFICATION_VERSION = '2.0';

/** `callers`: the trusted EHRs that the caller may be; what is open to one of them is listed. Nobody known = all services. */
export function discoveryDocument(callers: readonly Pick<TrustedEhr, 'services'>[] = []): object {
  const open = SERVICES.filter((service) => callers.length === 0 || callers.some((ehr) => isOpenTo(service, ehr)));
  return {
    services: open.map(({ id, hook, title, description, keys }) => ({
      hook,
      id,
      title,
      description,
      version: SPECIFICATION_VERSION,
      usageRequirements:
        'Needs genetic results as FHIR Observations, by prefetch or by read access to Observation (genomics and laboratory).',
      prefetch: Object.fromEntries(keys.map((key) => [key, PREFETCH[key].query])),
    })),
  };
}
