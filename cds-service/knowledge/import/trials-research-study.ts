/** FHIR R4 ResearchStudy as the CodeX trial-matching services send it. */
import type { TrialRecord, TrialStatus } from '../trials/types.ts';
import { fieldsOf, listOf, phaseOf, textOf, type Fields } from './trials-fields.ts';

export function isResearchStudy(value: Fields): boolean {
  return value.resourceType === 'ResearchStudy';
}

/** FHIR's `active` is recruiting; `approved` is not yet. */
const STATUS: Readonly<Record<string, TrialStatus>> = {
  active: 'recruiting', approved: 'not-yet-recruiting', 'closed-to-accrual': 'active-not-recruiting', 'closed-to-accrual-and-intervention': 'active-not-recruiting',
  completed: 'completed', 'administratively-completed': 'terminated', 'temporarily-closed-to-accrual': 'suspended', 'temporarily-closed-to-accrual-and-intervention': 'suspended', withdrawn: 'withdrawn',
}; // prettier-ignore

export function readResearchStudy(value: Fields, day: string): TrialRecord | null {
  const identifiers = listOf(value.identifier)
    .map(fieldsOf)
    .map((one) => textOf(one.value));
  const nctId = identifiers.find((id) => /^NCT\d{8}$/.test(id)) ?? identifiers.find((id) => id !== '') ?? textOf(value.id);
  if (nctId === '') return null;
  const words = (concept: unknown): string =>
    textOf(fieldsOf(concept).text) || textOf(fieldsOf(listOf(fieldsOf(concept).coding)[0]).display);
  const contained = listOf(value.contained).map(fieldsOf);
  const enrolled = [
    ...listOf(value.enrollment)
      .map(fieldsOf)
      .map(({ display }) => textOf(display)),
    ...contained
      .filter(({ resourceType }) => resourceType === 'Group')
      .map(({ characteristic, text }) => textOf(characteristic) || textOf(fieldsOf(text).div)),
  ];
  const places = contained.filter(({ resourceType }) => resourceType === 'Location');
  const meta = textOf(fieldsOf(value.meta).lastUpdated);
  return {
    nctId,
    title: textOf(value.title) || nctId,
    phase: phaseOf([
      words(value.phase).replace(/^phase-(\d)(?:-phase-(\d))?$/i, (_, a: string, b: string | undefined) =>
        b === undefined ? a : `${a}/${b}`,
      ),
    ]),
    status: STATUS[textOf(value.status)] ?? 'unknown',
    conditions: listOf(value.condition)
      .map(words)
      .filter((text) => text !== ''),
    interventions: [],
    sites: places.map((place) => {
      const address = fieldsOf(place.address);
      const position = fieldsOf(place.position);
      return {
        ...(textOf(place.name) === '' ? {} : { name: textOf(place.name) }),
        ...(textOf(address.city) === '' ? {} : { city: textOf(address.city) }),
        ...(textOf(address.country) === '' ? {} : { country: textOf(address.country) }),
        ...(typeof position.latitude === 'number' && typeof position.longitude === 'number'
          ? { latitude: position.latitude, longitude: position.longitude }
          : {}),
      };
    }),
    registry: 'FHIR ResearchStudy',
    date: meta === '' ? day : meta.slice(0, 10),
    url: /^NCT\d{8}$/.test(nctId) ? `https://clinicaltrials.gov/study/${nctId}` : '',
    eligibility: enrolled.find((text) => text !== '') ?? '',
  };
}
