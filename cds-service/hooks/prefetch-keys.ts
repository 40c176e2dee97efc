/**
 * What each prefetch key asks for. Only plain tokens and plain searches: EHRs in the field resolve nothing else.
 * Results and laboratory values are separate keys because an EHR may allow one and refuse the other.
 */
import type { ServiceFamily } from '../cards/types.ts';

export interface PrefetchEntry {
  readonly query: string;
  /** How a card names this part of the chart when it could not be read. */
  readonly label: string;
  /** Guidance is misleading without it, so its absence is always said; the absence of the others is said beside other guidance only. */
  readonly essential: boolean;
  /** What was given before: its absence is said where a line of therapy is judged (oncology), and nowhere else. */
  readonly history?: true;
  /** FHIR resource types that may stand in the answer. */
  readonly types: readonly string[];
  /** More than this is no chart of one patient: it is not read, and that is said. Keeps a call from holding the process. */
  readonly most: number;
}

const PATIENT = '{{context.patientId}}';

export const PREFETCH = {
  patient: { query: `Patient/${PATIENT}`, label: 'patient details', essential: true, types: ['Patient'], most: 10 },
  genomics: {
    query: `Observation?patient=${PATIENT}&category=genomics&_count=200`,
    label: 'genomic results',
    essential: true,
    types: ['Observation'],
    most: 10_000,
  },
  laboratory: {
    query: `Observation?patient=${PATIENT}&category=laboratory&_count=200`,
    label: 'laboratory results',
    essential: true,
    types: ['Observation'],
    most: 10_000,
  },
  reports: {
    query: `DiagnosticReport?patient=${PATIENT}&category=GE&_count=50`,
    label: 'genetic reports',
    essential: false,
    types: ['DiagnosticReport'],
    most: 2_000,
  },
  conditions: {
    query: `Condition?patient=${PATIENT}&_count=200`,
    // The tumour, hereditary conditions and results that stand on the problem list.
    label: 'conditions',
    essential: true,
    types: ['Condition'],
    most: 5_000,
  },
  medications: {
    query: `MedicationRequest?patient=${PATIENT}&status=active&_count=200`,
    label: 'current medication orders',
    essential: true,
    types: ['MedicationRequest', 'Medication'],
    most: 2_000,
  },
  // Orders that are over: lines of therapy, what was given before, and what still acts after it was stopped. Read for themselves, so that
  // many of them never crowd out an order of today.
  earlier: {
    query: `MedicationRequest?patient=${PATIENT}&status=completed,stopped,on-hold&_count=200`,
    label: 'earlier medication orders',
    essential: false,
    history: true,
    types: ['MedicationRequest', 'Medication'],
    most: 3_000,
  },
  // Treatment given elsewhere is often on file as a statement alone, so those that are over are asked for too.
  statements: {
    query: `MedicationStatement?patient=${PATIENT}&status=active,completed,stopped,on-hold&_count=200`,
    label: 'home medication',
    essential: false,
    types: ['MedicationStatement', 'Medication'],
    most: 2_000,
  },
  procedures: {
    query: `Procedure?patient=${PATIENT}&_count=200`,
    label: 'procedures',
    essential: false,
    types: ['Procedure'],
    most: 5_000,
  },
  allergies: {
    query: `AllergyIntolerance?patient=${PATIENT}&_count=100`,
    label: 'allergies',
    essential: false,
    types: ['AllergyIntolerance'],
    most: 2_000,
  },
  vitals: {
    query: `Observation?patient=${PATIENT}&category=vital-signs&code=http://loinc.org|29463-7,http://loinc.org|8302-2&_count=20`,
    label: 'weight and height',
    essential: false,
    types: ['Observation'],
    most: 5_000,
  },
  performance: {
    query: `Observation?patient=${PATIENT}&code=http://loinc.org|89247-1,http://loinc.org|89262-0,http://loinc.org|89243-0&_count=20`,
    label: 'performance status',
    essential: false,
    types: ['Observation'],
    most: 2_000,
  },
  // A result from plasma says less than one from tissue, and most laboratories say which only here.
  specimens: { query: `Specimen?patient=${PATIENT}&_count=100`, label: 'specimens', essential: false, types: ['Specimen'], most: 5_000 },
  consents: {
    query: `Consent?patient=${PATIENT}&status=active&_count=50`,
    label: 'consents',
    essential: false,
    types: ['Consent'],
    most: 1_000,
  },
} as const satisfies Record<string, PrefetchEntry>;

export type PrefetchKey = keyof typeof PREFETCH;

/** What was given before decides over cancer drugs; an order for which prefetch held all the rest is never kept waiting for it otherwise. */
export function isReadBesideOthers(key: PrefetchKey, family: ServiceFamily): boolean {
  const { history }: PrefetchEntry = PREFETCH[key];
  return history === true && family !== 'oncology';
}

/** The query with its tokens filled in; the id is encoded, so it can never leave its place in the address. */
export function resolvedQuery(key: PrefetchKey, patientId: string): string {
  return PREFETCH[key].query.replaceAll(PATIENT, encodeURIComponent(patientId)).replaceAll('|', '%7C');
}
