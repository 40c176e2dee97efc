/**
 * The access policy: what a signed-in member may read of one patient's chart, and nothing of anybody else's.
 *
 * How Medplum applies it: a policy hangs on a ProjectMembership, as `accessPolicy` or as an entry of `access` with parameters.
 * `%patient` is replaced by the entry's parameter of that name; without one by the member's own profile, which is the patient in a
 * patient portal and, for everybody else, matches no chart. `_compartment` is Medplum's search parameter over the patient
 * compartment of FHIR R4. SMART scopes narrow the policy further; they never widen it.
 */
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import { SERVICES } from '../hooks/services.ts';
import { BOT_IDENTIFIER, CONNECT_TAG, POLICY_NAME } from './marks.ts';

/** Not in the patient compartment: has no patient, so a rule by compartment could never match. */
const WITHOUT_PATIENT = new Set(['Medication']);

/** Asked for beside the prefetch keys: forms, and the sequences that results rest on. */
const BESIDE_PREFETCH = ['MolecularSequence', 'QuestionnaireResponse'] as const;

/** Every resource type that a report is made of. */
export function chartTypes(): readonly string[] {
  const types = new Set<string>([...Object.values(PREFETCH).flatMap(({ types: some }) => [...some]), ...BESIDE_PREFETCH]);
  return [...types].filter((type) => !WITHOUT_PATIENT.has(type)).sort();
}

const READ_ONLY = { readonly: true, interaction: ['read', 'search'] } as const;

export function accessPolicy(appId: string): Readonly<Record<string, unknown>> {
  const services = SERVICES.map(({ id }) => `${BOT_IDENTIFIER}|${id}`).join(',');
  return {
    resourceType: 'AccessPolicy',
    meta: { tag: [CONNECT_TAG] },
    name: POLICY_NAME,
    resource: [
      ...chartTypes().map((resourceType) => ({ resourceType, criteria: `${resourceType}?_compartment=%patient`, ...READ_ONLY })),
      // What it takes to start the panel and to call the services: our own app and Bots, without their secret and code.
      {
        resourceType: 'ClientApplication',
        criteria: `ClientApplication?_id=${appId}`,
        hiddenFields: ['secret', 'retiringSecret'],
        ...READ_ONLY,
      },
      { resourceType: 'Bot', criteria: `Bot?identifier=${services}`, hiddenFields: ['sourceCode', 'executableCode'], ...READ_ONLY },
      { resourceType: 'SmartAppLaunch', interaction: ['create'] },
    ],
  };
}
