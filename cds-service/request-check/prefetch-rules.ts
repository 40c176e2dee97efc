/** What the standard says of prefetch, and of the Bundles in it. */
import type { RuleText } from './types.ts';

const PREFETCH = 'CDS Hooks 2.0, Prefetch Template';
const SEARCHSET = 'FHIR R4, Bundle (searchset)';

export const PREFETCH_RULES = {
  'prefetch.missing': {
    section: PREFETCH,
    weight: 'note',
    standard: 'A key may be left out when its data cannot be given; the service then reads them itself or does without.',
    seenIn: 'Epic: the keys are typed in at each site and may lag behind',
  },
  'prefetch.unasked': { section: PREFETCH, weight: 'breaks', standard: 'Only keys that the service asks for are sent.' },
  'prefetch.value': {
    section: PREFETCH,
    weight: 'breaks',
    standard: 'The value of a key is one FHIR resource, or null when the query found nothing.',
  },
  'prefetch.array': { section: PREFETCH, weight: 'breaks', standard: 'The result of a search is a searchset Bundle, not a bare array.' },
  'prefetch.read-as-bundle': {
    section: PREFETCH,
    weight: 'breaks',
    standard: 'A template that reads one resource is answered with that resource.',
  },
  'prefetch.search-as-resource': {
    section: PREFETCH,
    weight: 'breaks',
    standard: 'A template that searches is answered with a searchset Bundle.',
  },
  'prefetch.type': { section: PREFETCH, weight: 'breaks', standard: 'The data are those that the template asks for.' },
  'prefetch.outcome': {
    section: PREFETCH,
    weight: 'note',
    standard: 'An OperationOutcome tells that the query failed. It is not the same as nothing found.',
  },
  'prefetch.bundle-type': { section: SEARCHSET, weight: 'advice', standard: 'The result of a search is a Bundle of type searchset.' },
  'prefetch.entry': { section: SEARCHSET, weight: 'breaks', standard: 'entry is an array of objects, each with a resource.' },
  'prefetch.warning-outcome': {
    section: SEARCHSET,
    weight: 'note',
    standard: 'A search may carry an OperationOutcome entry with search.mode outcome beside, or instead of, its results.',
    seenIn: 'Epic: a search without results',
  },
  'prefetch.error-outcome': {
    section: SEARCHSET,
    weight: 'breaks',
    standard: 'A search that failed is no searchset; its OperationOutcome is sent by itself.',
  },
  'prefetch.page': {
    section: PREFETCH,
    weight: 'note',
    standard: 'A result may be one page; its link next leads on.',
    seenIn: 'Oracle Health',
  },
  'prefetch.page-elsewhere': { section: SEARCHSET, weight: 'advice', standard: 'The link next stays on the FHIR server of the call.' },
  'prefetch.total': {
    section: SEARCHSET,
    weight: 'breaks',
    standard: 'total counts all matches; when some are left out there is a link next.',
  },
  'prefetch.unread': {
    section: PREFETCH,
    weight: 'breaks',
    standard: 'The value of a key is the whole answer to its template, and no more than one patient can have.',
  },
} as const satisfies Record<string, RuleText>;
