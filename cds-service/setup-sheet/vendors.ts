/**
 * What each vendor's EHR can and cannot express, as far as public papers tell. Sources: [E] Epic, CDS Hooks documentation
 * (fhir.epic.com); [O] Oracle Health, draft CDS Hooks page (cerner/fhir.cerner.com, pull request 707, 2021, beta) and its R4 pages
 * (state May 2024); [M] Medplum, documentation and change requests of its repository (December 2025 to April 2026).
 */
import type { Vendor } from './types.ts';

export interface VendorFacts {
  readonly name: string;
  readonly source: string;
  /** How services get into the EHR. */
  readonly entry: string;
  /** Hooks that it fires; undefined: ask. */
  readonly hooks?: readonly string[];
  readonly notes: readonly string[];
  /** What is known of a prefetch query there. */
  readonly query: (key: string, query: string) => string;
  /** How a permission to read this type is called there. */
  readonly permission: (type: string) => string;
  readonly permissionNotes: readonly string[];
  readonly jwt: Readonly<Record<'alg' | 'iss' | 'aud' | 'jku' | 'life' | 'tenant', string>>;
  /** Who puts the public keys into the trust file, where no address of a key set is used. */
  readonly ownKeys?: string;
  /** Usual life of its tokens, seconds. */
  readonly tokenSeconds?: number;
  /** Steps of the site beside those that are the same everywhere. */
  readonly steps: readonly string[];
}

const v2 = (type: string): string => `patient/${type}.rs (older form: patient/${type}.read)`;

export const VENDORS: Readonly<Record<Vendor, VendorFacts>> = {
  epic: {
    name: 'Epic',
    source: 'Epic, CDS Hooks documentation at fhir.epic.com',
    entry:
      'Epic does not read the discovery document. An analyst types each service into its own OPA (LGL) record: the address, the hook through the triggers of the record, and every prefetch key with its query. After an update of Genehook compare this sheet with the records.',
    hooks: ['patient-view', 'order-select', 'order-sign'],
    notes: [
      'The called address must equal an endpoint of the client registration letter by letter; otherwise the hook fires without its data.',
      'Prefetch queries take these tokens only: context.patientId, context.encounterId, context.userId, userPractitionerId, userPractitionerRoleId. All queries below use context.patientId alone.',
      'draftOrders comes only when the client is granted the unsigned-order APIs; without them Genehook answers 400 and says so.',
      'patient-view also fires for triggers without a standard hook (allergy, problem or diagnosis entered); criteria of the record decide.',
      'Cards get Epic’s form from the profile "epic": one action per suggestion, selectionBehavior any, topics of letters and digits, OID codings beside URLs. The dose of a created order is not taken over by Epic, so the card says it in words.',
      'Labels of suggestions and links are not shown by Epic; the action’s description is, and says the same.',
    ],
    query: () => 'as it stands',
    permission: (type) => `${type}: read and search, R4, in the client registration`,
    permissionNotes: [
      'Observation has one API per category: take Labs, Vitals and Genomics; a category that is not granted comes as an error and is shown as not checked.',
      'For order-select and order-sign also the unsigned-order APIs of MedicationRequest (and Medication read, so that the drug of an order is known).',
      'Register the client for R4: ids are specific to the FHIR release.',
    ],
    jwt: {
      alg: 'RS384 by default',
      iss: 'typed in by the site, usually the FHIR base address',
      aud: 'typed in by the site, usually the endpoint',
      jku: '{base}/api/epic/2019/Security/Open/PublicKeys/{n}/{n}',
      life: 'about 15 minutes, nbf 5 minutes before iat',
      tenant: 'none in Epic’s example',
    },
    tokenSeconds: 900,
    steps: [
      'Map each override reason of this sheet to a reason of the OPA record.',
      'Map info, warning and critical to the importance of the OPA frame.',
      'Register and allow-list the SMART link of the panel; a link that is not registered is not shown.',
      'Feedback: let the record send it to the endpoint with /feedback at its end, at once or in batches.',
      'In the OPA record, restrict the triggers so that a service is called only where it can speak (medication orders for order-select and order-sign).',
    ],
  },
  oracle: {
    name: 'Oracle Health',
    source: 'Oracle Health, draft CDS Hooks page (2021, beta) and R4 pages of its developer site (May 2024)',
    entry:
      'Oracle Health registers each service by hand: name, address, FHIR server, tenants, scopes, allowed links, SMART apps. The public draft describes no reading of discovery.',
    hooks: ['patient-view'],
    notes: [
      'The public draft (beta) offers patient-view only. Ask your contact whether order hooks are open to you; until then use the patient-view services.',
      'Prefetch is not described there: ask whether the keys below are filled. Where they are not, Genehook reads the same queries with the token of the call, so the scopes are needed.',
      'Suggestions and feedback are not mentioned there: the profile "oracle" puts every option into the text of the card.',
      'Links that are not registered are removed from the card; SMART links work only in domains where the app is enabled.',
      'Observation has no category genomics in the public papers; molecular results usually arrive as laboratory observations with text, as DiagnosticReport or as documents.',
      'Searches give 50 results a page and 200 at most; Genehook follows the pages with the token of the call.',
      'Changes of a registration take about 15 minutes.',
    ],
    query: (key) =>
      key === 'genomics'
        ? 'category genomics is not documented: leave the key out if it is refused; laboratory and reports then carry the results'
        : 'as it stands',
    permission: v2,
    permissionNotes: ['Scopes are part of the registration, and consent is given per domain.'],
    jwt: {
      alg: 'ask; where it is not ES384 or RS384, name it in "algorithms" of the trust file',
      iss: 'https://cds-hooks.cerner.com for all tenants',
      aud: 'ask; usually the called address',
      jku: 'one of those listed at https://authorization.cerner.com/jwk, which is a list of addresses and no key set: put the addresses listed there into "jwksUrl"',
      life: 'ask',
      tenant: 'tells the tenants of one issuer apart: "tenants" of the trust file',
    },
    steps: [
      'Give the tenant in "tenants" and in the FHIR base (https://fhir-ehr.cerner.com/r4/{tenant}), so that one issuer’s tenants are told apart.',
      'Serve Genehook on port 443 with a certificate of a public authority.',
      'Enable the SMART app in each domain.',
    ],
  },
  medplum: {
    name: 'Medplum',
    source: 'Medplum, documentation and change requests (December 2025 to April 2026)',
    entry:
      'A service of Medplum is a Bot; its id is the id of the service there. genehook medplum connect makes one Bot per service, registers the SMART app, and writes the entry of the trust file; this sheet shows what it sets.',
    notes: [
      'Clients of Medplum find the services at GET /cds-services with a Medplum access token; the Bot signs the client JWT for Genehook.',
      'Medplum sends no fhirAuthorization: everything comes by prefetch, filled with the rights of the user who called.',
      'Medplum refuses composite and unknown search parameters with 400. The queries below use patient, category, code, status and _count only.',
      'For a project admin without access policy, patient scopes do not restrict to the patient; Genehook filters by patient itself, and connect writes a policy that restricts.',
      'No feedback is part of the contract there.',
    ],
    query: () => 'as it stands; set by connect',
    permission: v2,
    permissionNotes: ['The rights of the call are those of the user who calls: give them an access policy that reaches these types.'],
    jwt: {
      alg: 'ES384, by the Bot',
      iss: '{FHIR base}/Project/{project id}, set by connect',
      aud: 'the called address',
      jku: 'none: the public key stands in the trust file',
      life: '5 minutes',
      tenant: 'none',
    },
    ownKeys: 'genehook medplum connect writes the public key into "jwks"',
    tokenSeconds: 300,
    steps: ['genehook medplum seed, connect, try: see genehook medplum --help. clean removes what they made.'],
  },
  generic: {
    name: 'an EHR with CDS Hooks 2.0',
    source: 'HL7 CDS Hooks 2.0',
    entry: 'Point the EHR at the base address: it reads {base}/cds-services. Where it does not, type in each service as below.',
    notes: [
      'Only plain tokens and plain searches are asked for; any subset of the keys will do, what is missing is read with fhirAuthorization or said to be not checked.',
    ],
    query: () => 'as it stands',
    permission: v2,
    permissionNotes: [],
    jwt: {
      alg: 'ES384 or RS384',
      iss: 'the issuer of the EHR',
      aud: 'the called address, letter by letter',
      jku: 'https address of the key set',
      life: 'a few minutes',
      tenant: 'optional',
    },
    steps: [],
  },
};
