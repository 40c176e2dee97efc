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
  const contained = listOf(value.contained).map(fieldsOf);
  const enrolled = [
    ...listOf(value.enrollment)
      .map(fieldsOf)
      .map(({ display }) => textOf(display)),
    ...contained.filter(({ resourceType }) => resourceType === 'Group').map(groupText),
  ];
  const countries = listOf(value.location)
    .map(conceptWords)
    .filter((country) => country !== '')
    .map((country) => ({ country }));
  const places = contained.filter(({ resourceType }) => resourceType === 'Location');
  const meta = textOf(fieldsOf(value.meta).lastUpdated);
  return {
    nctId,
    title: textOf(value.title) || nctId,
    phase: phaseOf([
      conceptWords(value.phase).replace(/^phase-(\d)(?:-phase-(\d))?$/i, (_, a: string, b: string | undefined) =>
        b === undefined ? a : `${a}/${b}`,
      ),
    ]),
    status: STATUS[textOf(value.status)] ?? 'unknown',
    conditions: listOf(value.condition)
      .map(conceptWords)
      .filter((text) => text !== ''),
    interventions: [
      ...new Set(
        contained
          .filter(({ resourceType }) => resourceType === 'PlanDefinition')
          .map(({ title, name }) => textOf(title) || textOf(name))
          .filter((name) => name !== '' && !/^plan[ -]?\d+$/i.test(name)),
      ),
    ],
    sites:
      places.length === 0
        ? countries
        : places.map((place) => {
            const address = fieldsOf(place.address);
            const position = fieldsOf(place.position);
            const named = (name: string, given: unknown): object => (textOf(given) === '' ? {} : { [name]: textOf(given) });
            return {
              ...named('name', place.name),
              ...named('city', address.city),
              ...named('state', address.state),
              ...named('postalCode', address.postalCode),
              ...named('country', address.country),
              ...(place.status === 'inactive' || place.status === 'suspended' ? { status: 'suspended' as const } : {}),
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

/** Criteria that came as characteristics of the group, one to a line; else the narrative without its markup. */
function groupText(group: Fields): string {
  const lines = (excluded: boolean): string[] =>
    listOf(group.characteristic)
      .map(fieldsOf)
      .filter(({ exclude }) => (exclude === true) === excluded)
      .map((one) => [conceptWords(one.code), valueWords(one)].filter((part) => part !== '').join(': '))
      .filter((line) => line !== '')
      .map((line) => `* ${line}`);
  const [inclusion, exclusion] = [lines(false), lines(true)];
  if (inclusion.length + exclusion.length > 0)
    return [
      ...(inclusion.length === 0 ? [] : ['Inclusion Criteria:', '', ...inclusion, '']),
      ...(exclusion.length === 0 ? [] : ['Exclusion Criteria:', '', ...exclusion]),
    ].join('\n');
  return (
    textOf(group.description) ||
    textOf(fieldsOf(group.text).div)
      .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, '\n')
      .replace(/<li[^>]*>/gi, '* ')
      .replace(/<[^>]+>/g, '')
      .trim()
  );
}
function conceptWords(concept: unknown): string {
  return textOf(fieldsOf(concept).text) || textOf(fieldsOf(listOf(fieldsOf(concept).coding)[0]).display);
}
function valueWords(one: Fields): string {
  if (typeof one.valueBoolean === 'boolean') return one.valueBoolean ? 'yes' : 'no';
  const range = fieldsOf(one.valueRange);
  const quantity = (value: unknown): string => {
    const { value: n, unit, comparator } = fieldsOf(value);
    return textOf(n) === '' ? '' : `${textOf(comparator)}${textOf(n)} ${textOf(unit)}`.trim();
  };
  const [low, high] = [quantity(range.low), quantity(range.high)];
  return (
    conceptWords(one.valueCodeableConcept) ||
    quantity(one.valueQuantity) ||
    (low === '' && high === '' ? '' : low === '' ? `≤ ${high}` : high === '' ? `≥ ${low}` : `${low} to ${high}`)
  );
}
