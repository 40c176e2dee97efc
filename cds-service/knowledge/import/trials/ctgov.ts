/** ClinicalTrials.gov: API v2 records (`protocolSection`), and the older full-study shape that wraps lists in objects (`Study.ProtocolSection`). */
import type { TrialRecord, TrialSite } from '../../trials/types.ts';
import { ageInYears, fieldsOf, listOf, phaseOf, purposeOf, sexOf, statusOf, textOf, textsOf, type Fields } from './fields.ts';

export function isCtgov(value: Fields): boolean {
  return 'protocolSection' in value || 'ProtocolSection' in value || 'ProtocolSection' in fieldsOf(value.Study);
}

/** Null when the record has no registry id. `day` is used where the record has no date of its own. */
export function readCtgov(value: Fields, day: string): TrialRecord | null {
  const section = fieldsOf(camel(value.protocolSection ?? value.ProtocolSection ?? fieldsOf(value.Study).ProtocolSection));
  const module = (name: string): Fields => fieldsOf(section[`${name}Module`]);
  const identification = module('identification');
  const nctId = textOf(identification.nctId);
  if (nctId === '') return null;
  const status = module('status');
  const design = module('design');
  const eligibility = module('eligibility');
  const sites = listOf(listIn(module('contactsLocations'), 'locations')).map(siteOf);
  const [sex, minAge, maxAge] = [
    sexOf(eligibility.sex ?? eligibility.gender),
    ageInYears(eligibility.minimumAge),
    ageInYears(eligibility.maximumAge),
  ];
  const posted = fieldsOf(status.lastUpdatePostDateStruct);
  return {
    nctId,
    title: textOf(identification.briefTitle) || textOf(identification.officialTitle) || nctId,
    phase: phaseOf(textsOf(listIn(design, 'phases'))),
    status: statusOf(status.overallStatus),
    conditions: textsOf(listIn(module('conditions'), 'conditions')),
    ...(sex === undefined ? {} : { sex }),
    ...(minAge === undefined || minAge === 0 ? {} : { minAge }),
    ...(maxAge === undefined ? {} : { maxAge }),
    interventions: listOf(listIn(module('armsInterventions'), 'interventions'))
      .map((one) => textOf(fieldsOf(one).name) || textOf(fieldsOf(one).interventionName) || textOf(one))
      .filter((name) => name !== ''),
    ...peopleOf(listIn(module('contactsLocations'), 'centralContacts'), module('sponsorCollaborators'), design),
    sites,
    registry: 'ClinicalTrials.gov',
    date: dayIn(value.x_source) ?? (textOf(posted.date) || textOf(status.statusVerifiedDate) || day),
    url: /^NCT\d{8}$/.test(nctId) ? `https://clinicaltrials.gov/study/${nctId}` : '',
    eligibility: criteriaText(eligibility.eligibilityCriteria),
  };
}
function peopleOf(
  contacts: unknown,
  sponsors: Fields,
  design: Fields,
): Pick<TrialRecord, 'contacts' | 'sponsor' | 'studyType' | 'purpose'> {
  const named = listOf(contacts)
    .map(fieldsOf)
    .map((one) => ({
      ...part('name', one.name ?? one.centralContactName),
      ...part('phone', one.phone ?? one.centralContactPhone),
      ...part('email', one.email ?? one.centralContactEMail),
    }))
    .filter((one) => Object.keys(one).length > 0);
  const lead = fieldsOf(sponsors.leadSponsor);
  const type = textOf(design.studyType).toLowerCase();
  const aims = fieldsOf(design.designInfo);
  return {
    ...(named.length === 0 ? {} : { contacts: named }),
    ...part('sponsor', lead.name ?? lead.leadSponsorName),
    ...(type === '' ? {} : { studyType: `${type.charAt(0).toUpperCase()}${type.slice(1).replace(/_/g, ' ')}` }),
    ...purposeOf(aims.primaryPurpose ?? aims.designPrimaryPurpose),
  };
}
function part<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  const text = textOf(value);
  return text === '' ? {} : ({ [name]: text } as Record<K, string>);
}
function dayIn(value: unknown): string | undefined {
  return /\d{4}-\d{2}-\d{2}/.exec(textOf(value))?.[0];
}

function siteOf(value: unknown): TrialSite {
  const fields = fieldsOf(value);
  const point = fieldsOf(fields.geoPoint);
  const [name, city, state, postalCode, country, status] = [
    textOf(fields.facility ?? fields.locationFacility),
    textOf(fields.city ?? fields.locationCity),
    textOf(fields.state ?? fields.locationState),
    textOf(fields.zip ?? fields.locationZip),
    textOf(fields.country ?? fields.locationCountry),
    textOf(fields.status ?? fields.locationStatus),
  ];
  return {
    ...(name === '' ? {} : { name }),
    ...(city === '' ? {} : { city }),
    ...(state === '' ? {} : { state }),
    ...(postalCode === '' ? {} : { postalCode }),
    ...(country === '' ? {} : { country }),
    ...(status === '' ? {} : { status: statusOf(status) }),
    ...(typeof point.lat === 'number' && typeof point.lon === 'number' ? { latitude: point.lat, longitude: point.lon } : {}),
  };
}

/** One text, the lines of one, or the text of the registry's XML. */
function criteriaText(value: unknown): string {
  const text = Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value) || textOf(fieldsOf(value).textblock);
  return MARKUP.test(text) ? withoutMarkup(text) : text;
}
const MARKUP = /<\/?(?:p|li|ul|ol|br|div|h\d|strong|sup|sub|b|i|em|span)\b[^<>]{0,80}>/i;
/** Markup of a web page as lines and bullets; "<5" is none. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<li\b[^<>]{0,80}>/gi, '\n* ')
    .replace(/<\/?(?:p|ul|ol|br|div|h\d)\b[^<>]{0,80}>/gi, '\n')
    .replace(/10<sup>\s*(\d+)\s*<\/sup>/gi, '10^$1')
    .replace(/<\/?(?:li|strong|sup|sub|b|i|em|u|span|a)\b[^<>]{0,200}>/gi, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The older shape has `conditionList: { condition: [...] }`, `phaseList: { phase: [...] }`. */
function listIn(module: Fields, name: string): unknown {
  const own = module[name];
  if (Array.isArray(own)) return own;
  if (typeof own === 'string' && own.trim() !== '') return [own];
  const single = name.replace(/s$/, '');
  const wrapped = fieldsOf(module[`${single}List`]);
  return wrapped[single] ?? [];
}

/** `BriefTitle` → `briefTitle`, `NCTId` → `nctId`; values stay. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      /^[A-Z]/.test(key) ? key.replace(/^(?:NCT|[A-Z])/, (head) => head.toLowerCase()) : key,
      camel(inner),
    ]),
  );
}
