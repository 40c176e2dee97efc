/** Whom to ask about a trial, as FHIR: contacts of the study, its sponsor, what kind of study it is. */
import type { TrialRecord } from '../../knowledge/trials/types.ts';

export interface StudyPeople {
  readonly contained: readonly object[];
  /** Elements of the ResearchStudy. */
  readonly elements: object;
}

export function peopleOf({ contacts = [], sponsor, studyType }: TrialRecord): StudyPeople {
  const named = contacts.filter(({ name, phone, email }) => [name, phone, email].some((part) => part !== undefined && part.trim() !== ''));
  return {
    contained: sponsor === undefined ? [] : [{ resourceType: 'Organization', id: 'sponsor', name: sponsor }],
    elements: {
      ...(named.length === 0 ? {} : { contact: named.map(contactOf) }),
      ...(sponsor === undefined ? {} : { sponsor: { reference: '#sponsor', type: 'Organization', display: sponsor } }),
      ...(studyType === undefined ? {} : { category: [{ text: `Study Type: ${studyType}` }] }),
    },
  };
}

type Contact = NonNullable<TrialRecord['contacts']>[number];
function contactOf({ name, phone, email }: Contact): object {
  const telecom = [
    ...(phone === undefined ? [] : [{ system: 'phone', value: phone, use: 'work' }]),
    ...(email === undefined ? [] : [{ system: 'email', value: email, use: 'work' }]),
  ];
  return { ...(name === undefined ? {} : { name }), ...(telecom.length === 0 ? {} : { telecom }) };
}
