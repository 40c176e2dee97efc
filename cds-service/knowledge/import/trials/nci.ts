/** NCI Clinical Trials Search API (v2): eligibility as separate texts, each marked as inclusion or exclusion. */
import type { NamedByRegistry, TrialRecord } from '../../trials/types.ts';
import { ageInYears, fieldsOf, listOf, phaseOf, purposeOf, sexOf, statusOf, textOf, type Fields } from './fields.ts';

export function isNciCts(value: Fields): boolean {
  return 'nct_id' in value || 'nci_id' in value;
}

export function readNciCts(value: Fields, day: string): TrialRecord | null {
  const nctId = textOf(value.nct_id) || textOf(value.nci_id);
  if (nctId === '') return null;
  const eligibility = fieldsOf(value.eligibility);
  const structured = fieldsOf(eligibility.structured);
  const texts = listOf(eligibility.unstructured)
    .map(fieldsOf)
    .sort((a, b) => Number(a.display_order ?? 0) - Number(b.display_order ?? 0));
  const section = (included: boolean): string[] =>
    texts
      .filter(({ inclusion_indicator }) => isTrue(inclusion_indicator) === included)
      .map(({ description }) => `* ${textOf(description).replace(/\r\n?/g, '\n').replace(/\n/g, '\n  ')}`);
  const [inclusion, exclusion] = [section(true), section(false)];
  const [minAge, maxAge, sex] = [
    ageInYears(structured.min_age ?? structured.min_age_in_years ?? counted(structured.min_age_number, structured.min_age_unit)),
    ageInYears(structured.max_age ?? structured.max_age_in_years ?? counted(structured.max_age_number, structured.max_age_unit)),
    sexOf(structured.sex ?? structured.gender),
  ];
  const updated = textOf(value.record_verification_date) || textOf(value.current_trial_status_date) || day;
  return {
    nctId,
    title: textOf(value.brief_title) || textOf(value.official_title) || nctId,
    phase: phaseOf([textOf(fieldsOf(value.phase).phase) || textOf(value.phase)]),
    status: statusOf(value.current_trial_status),
    conditions: conditionsOf(value),
    ...(sex === undefined ? {} : { sex }),
    ...(minAge === undefined || minAge === 0 ? {} : { minAge }),
    ...(maxAge === undefined ? {} : { maxAge }),
    interventions: [
      ...new Set(
        listOf(value.arms).flatMap((arm) =>
          listOf(fieldsOf(arm).interventions)
            .map(fieldsOf)
            .filter(({ inclusion_indicator: indicator }) => textOf(indicator) !== ABOVE)
            .map(({ name, intervention_name: older }) => textOf(name) || textOf(older)),
        ),
      ),
    ].filter((name) => name !== ''),
    ...peopleOf(value),
    sites: listOf(value.sites)
      .map(fieldsOf)
      .map((site) => {
        const point = fieldsOf(site.org_coordinates);
        const named = (name: string, value: unknown): object => (textOf(value) === '' ? {} : { [name]: textOf(value) });
        return {
          ...named('name', site.org_name),
          ...named('city', site.org_city),
          ...named('state', site.org_state_or_province),
          ...named('postalCode', site.org_postal_code),
          ...named('country', site.org_country),
          ...(textOf(site.recruitment_status) === '' ? {} : { status: statusOf(site.recruitment_status) }),
          ...(typeof point.lat === 'number' && typeof point.lon === 'number' ? { latitude: point.lat, longitude: point.lon } : {}),
        };
      }),
    registry: 'NCI Clinical Trials Search API',
    date: updated.slice(0, 10),
    url: /^NCT\d{8}$/.test(nctId) ? `https://clinicaltrials.gov/study/${nctId}` : '',
    eligibility: [
      ...(inclusion.length === 0 ? [] : ['Inclusion Criteria:', '', ...inclusion]),
      '',
      ...(exclusion.length === 0 ? [] : ['Exclusion Criteria:', '', ...exclusion]),
    ].join('\n'),
    ...namedBy(value),
  };
}

/** A number with its unit beside it, where a caller asked for these fields alone. */
function counted(number: unknown, unit: unknown): string | undefined {
  return typeof number === 'number' ? `${number} ${textOf(unit) || 'Years'}` : undefined;
}

/** Marks the concepts above those of the trial, which the registry lists with them. */
const ABOVE = 'TREE';
const isTrue = (value: unknown): boolean => value === true || /^(?:true|yes|1|inclusion)$/i.test(textOf(value));

/** The tumour types a patient may have: those that lead, and every other of the trial that is no stage or finding. */
function conditionsOf(value: Fields): string[] {
  const diseases = listOf(value.diseases)
    .map(fieldsOf)
    .filter(({ inclusion_indicator: indicator }) => textOf(indicator) !== ABOVE);
  const kinds = (one: Fields): readonly unknown[] => (Array.isArray(one.type) ? one.type : [one.type]);
  const named = diseases.filter(
    (one) => one.is_lead_disease === true || kinds(one).some((kind) => kind === 'maintype' || kind === 'subtype'),
  );
  const names = (named.length > 0 ? named : diseases).map(({ name, preferred_name: older }) => textOf(name) || textOf(older));
  return [...new Set(names.filter((name) => name !== ''))];
}

function peopleOf(value: Fields): Pick<TrialRecord, 'contacts' | 'sponsor' | 'studyType' | 'purpose'> {
  const central = fieldsOf(value.central_contact);
  const part = (name: 'name' | 'phone' | 'email'): object => {
    const text = textOf(central[name]) || textOf(central[`central_contact_${name}`]);
    return text === '' ? {} : { [name]: text };
  };
  const contact = { ...part('name'), ...part('phone'), ...part('email') };
  const [sponsor, type] = [textOf(value.lead_org), textOf(value.study_protocol_type)];
  return {
    ...(Object.keys(contact).length === 0 ? {} : { contacts: [contact] }),
    ...(sponsor === '' ? {} : { sponsor }),
    ...(type === '' ? {} : { studyType: type }),
    ...purposeOf(textOf(value.primary_purpose) || fieldsOf(value.primary_purpose).primary_purpose_code),
  };
}

/** Coded biomarkers and earlier treatments; `TREE` entries are only the concepts above those of the trial. */
function namedBy(value: Fields): Pick<TrialRecord, 'named'> {
  const of = (list: unknown, what: NamedByRegistry['of']): NamedByRegistry[] =>
    (['inclusion', 'exclusion'] as const).flatMap((kind) => {
      const names = listOf(list)
        .map(fieldsOf)
        .filter((one) => textOf(one.inclusion_indicator) !== ABOVE && criterionOf(one) === kind)
        .map(({ name }) => textOf(name))
        .filter((name) => name !== '');
      return names.length === 0 ? [] : [{ of: what, kind, names: [...new Set(names)] }];
    });
  const named = [...of(value.biomarkers, 'biomarker'), ...of(value.prior_therapy, 'prior-therapy')];
  return named.length === 0 ? {} : { named };
}
/** `inclusion`, or "Eligibility Criterion - Inclusion" in the words of the older field. */
function criterionOf(one: Fields): string {
  const said = textOf(one.eligibility_criterion) || textOf(one.assay_purpose);
  return /exclusion/i.test(said) ? 'exclusion' : /inclusion/i.test(said) ? 'inclusion' : '';
}
