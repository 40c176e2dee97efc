/**
 * FHIR ResearchStudy of R4 (as the CodeX trial-matching services send it) and of R5, where recruitment, parties and progress have elements of their own. What
 * a study refers to may be contained in it or stand beside it in the Bundle.
 */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import type { TrialRecord, TrialSite, TrialStatus } from '../../trials/types.ts';
import { criteriaAmong, criteriaText, narrativeOf } from './research-eligibility.ts';
import { ofPopulations } from './research-group.ts';
import { dayOf, fieldsOf, listOf, phaseOf, purposeOf, textOf, type Fields } from './fields.ts';

export function isResearchStudy(value: Fields): boolean {
  return value.resourceType === 'ResearchStudy';
}

/** R4's status and the states of R5's progress. FHIR's `active` is recruiting; `approved` is not yet. */
const STATUS: Readonly<Record<string, TrialStatus>> = {
  active: 'recruiting', recruiting: 'recruiting', approved: 'not-yet-recruiting', 'not-yet-recruiting': 'not-yet-recruiting', 'in-review': 'not-yet-recruiting',
  'enrolling-by-invitation': 'by-invitation', 'active-but-not-recruiting': 'active-not-recruiting', 'closed-to-accrual': 'active-not-recruiting',
  'closed-to-accrual-and-intervention': 'active-not-recruiting', completed: 'completed', 'administratively-completed': 'terminated', terminated: 'terminated',
  'temporarily-closed-to-accrual': 'suspended', 'temporarily-closed-to-accrual-and-intervention': 'suspended', withdrawn: 'withdrawn', disapproved: 'withdrawn',
}; // prettier-ignore

/** @param tumours the table that coded characteristics are read with; without it they stay text */
export function readResearchStudy(value: Fields, day: string, tumours: TumourTable | null = null): TrialRecord | null {
  const identifiers = listOf(value.identifier).map(fieldsOf).map((one) => textOf(one.value)); // prettier-ignore
  const nctId = identifiers.find((id) => /^NCT\d{8}$/.test(id)) ?? identifiers.find((id) => id !== '') ?? textOf(value.id);
  if (nctId === '') return null;
  const contained = listOf(value.contained).map(fieldsOf);
  const sort = (...types: readonly string[]): Fields[] => contained.filter(({ resourceType }) => types.includes(textOf(resourceType)));
  const { eligibility, structured } = eligibilityOf(value, criteriaAmong(value, sort('Group', 'EvidenceVariable')), tumours);
  const countries = [...listOf(value.location), ...listOf(value.region)]
    .map(conceptWords)
    .filter((country) => country !== '')
    .map((country) => ({ country }));
  const places = sort('Location');
  return {
    nctId,
    title: textOf(value.title) || textOf(fieldsOf(listOf(value.label)[0]).value) || nctId,
    phase: phaseOf([conceptCode(value.phase).replace(/^phase-(\d)(?:-phase-(\d))?$/i, (_, a: string, b: string | undefined) => (b === undefined ? a : `${a}/${b}`))]), // prettier-ignore
    status: statusOfStudy(value),
    conditions: [...listOf(value.condition), ...listOf(value.focus)].map(conceptWords).filter((text) => text !== ''),
    interventions: [
      ...new Set(
        sort('PlanDefinition')
          .map(({ title, name }) => textOf(title) || textOf(name))
          .filter((name) => name !== '' && !/^plan[ -]?\d+$/i.test(name)),
      ),
    ],
    ...peopleOf(value, contained),
    sites: places.length === 0 ? countries : places.map(siteOf),
    registry: 'FHIR ResearchStudy',
    date: dayOf(value.date) ?? dayOf(fieldsOf(value.meta).lastUpdated) ?? day,
    url: /^NCT\d{8}$/.test(nctId) ? `https://clinicaltrials.gov/study/${nctId}` : '',
    eligibility,
    ...(structured.length === 0 ? {} : { structured }),
  };
}

/** In R5 the status is that of the document; whether patients are taken stands in the state of progress that holds now. */
function statusOfStudy(value: Fields): TrialStatus {
  const progress = listOf(value.progressStatus).map(fieldsOf);
  const stated = progress
    .filter(({ actual }) => actual !== false)
    .map(({ state, period }) => ({ status: STATUS[conceptCode(state)], from: textOf(fieldsOf(period).start), over: textOf(fieldsOf(period).end) !== '' }))
    .filter(({ status }) => status !== undefined)
    .sort((a, b) => Number(a.over) - Number(b.over) || b.from.localeCompare(a.from)); // prettier-ignore
  if (progress.length > 0) return stated[0]?.status ?? 'unknown';
  const recruits = value.recruitment !== undefined || value.associatedParty !== undefined || value.label !== undefined;
  const status = textOf(value.status);
  // An active document without its progress does not say that patients are taken.
  return recruits && status === 'active' ? 'unknown' : (STATUS[status] ?? 'unknown');
}

function eligibilityOf(
  value: Fields,
  groups: readonly Fields[],
  tumours: TumourTable | null,
): { readonly eligibility: string; readonly structured: NonNullable<TrialRecord['structured']> } {
  const displayed = [...listOf(value.enrollment), fieldsOf(value.recruitment).eligibility]
    .map(fieldsOf)
    .map(({ display }) => textOf(display));
  const coded = ofPopulations(groups, tumours);
  const structured = coded.flatMap((one) => one.structured);
  const lines = { inclusion: coded.flatMap((one) => one.lines.inclusion), exclusion: coded.flatMap((one) => one.lines.exclusion) };
  const listed = [
    ...(lines.inclusion.length === 0 ? [] : ['Inclusion Criteria:', '', ...lines.inclusion.map((line) => `* ${line}`), '']),
    ...(lines.exclusion.length === 0 ? [] : ['Exclusion Criteria:', '', ...lines.exclusion.map((line) => `* ${line}`)]),
  ].join('\n'); // prettier-ignore
  // The text a registry shows goes before its own list of the same criteria; a name ("Adults with melanoma") does not.
  const shown = displayed.find((text) => text.includes('\n') || criteriaText(text) !== '') ?? '';
  if (shown !== '') return { eligibility: shown, structured };
  const told = [...groups.map(narrativeOf), textOf(value.descriptionSummary), textOf(value.description)].map(criteriaText);
  const written = [listed, ...new Set(told)].filter((text) => text !== '').join('\n\n');
  if (written !== '' || structured.length > 0) return { eligibility: written, structured };
  const named = [...displayed, ...groups.map(narrativeOf)].find((text) => text !== '') ?? '';
  return { eligibility: named, structured };
}

function siteOf(place: Fields): TrialSite {
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
}

/** R4: contact and sponsor; R5: parties with roles. */
function peopleOf(value: Fields, contained: readonly Fields[]): Pick<TrialRecord, 'contacts' | 'sponsor' | 'studyType' | 'purpose'> {
  const parties = listOf(value.associatedParty).map(fieldsOf);
  const named = (reference: unknown): Fields =>
    contained.find(({ id }) => `#${textOf(id)}` === textOf(fieldsOf(reference).reference)) ?? {};
  const contacts = [
    ...listOf(value.contact).map(fieldsOf),
    ...parties.filter(({ role }) => /contact|investigator/i.test(`${conceptCode(role)} ${conceptWords(role)}`)).map((one): Fields => ({ ...named(one.party), name: one.name })), // prettier-ignore
  ].map((one) => {
    const telecom = listOf(one.telecom).map(fieldsOf);
    const by = (system: string): string => textOf(telecom.find((each) => each.system === system)?.value);
    const part = (name: string, text: string): object => (text === '' ? {} : { [name]: text });
    return { ...part('name', textOf(one.name)), ...part('phone', by('phone')), ...part('email', by('email')) };
  });
  const lead = parties.find(({ role }) => /lead-sponsor|sponsor/i.test(`${conceptCode(role)} ${conceptWords(role)}`));
  const sponsor = textOf(lead?.name) || textOf(named(value.sponsor).name) || textOf(fieldsOf(value.sponsor).display);
  const type = listOf(value.category).map((one) => /^Study Type: (.+)$/.exec(conceptWords(one))?.[1]).find((text) => text !== undefined); // prettier-ignore
  const known = contacts.filter((one) => Object.keys(one).length > 0);
  return {
    ...(known.length === 0 ? {} : { contacts: known }),
    ...(sponsor === '' ? {} : { sponsor }),
    ...(type === undefined ? {} : { studyType: type }),
    ...purposeOf(conceptCode(value.primaryPurposeType)),
  };
}

function conceptWords(concept: unknown): string {
  return textOf(fieldsOf(concept).text) || textOf(fieldsOf(listOf(fieldsOf(concept).coding)[0]).display);
}
/** The code, else the words. */
function conceptCode(concept: unknown): string {
  return textOf(fieldsOf(listOf(fieldsOf(concept).coding)[0]).code) || conceptWords(concept);
}
