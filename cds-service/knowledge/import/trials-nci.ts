/** NCI Clinical Trials Search API (v2): eligibility as separate texts, each marked as inclusion or exclusion. */
import type { NamedByRegistry, TrialRecord } from '../trials/types.ts';
import { ageInYears, fieldsOf, listOf, phaseOf, sexOf, statusOf, textOf, type Fields } from './trials-fields.ts';

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
      .filter(({ inclusion_indicator }) => inclusion_indicator === included)
      .map(({ description }) => `* ${textOf(description).replace(/\r\n?/g, '\n').replace(/\n/g, '\n  ')}`);
  const [inclusion, exclusion] = [section(true), section(false)];
  const [minAge, maxAge, sex] = [
    ageInYears(structured.min_age),
    ageInYears(structured.max_age),
    sexOf(structured.sex ?? structured.gender),
  ];
  const lead = listOf(value.diseases)
    .map(fieldsOf)
    .filter(({ is_lead_disease }) => is_lead_disease === true)
    .map(({ name }) => textOf(name));
  const updated = textOf(value.record_verification_date) || textOf(value.current_trial_status_date) || day;
  return {
    nctId,
    title: textOf(value.brief_title) || textOf(value.official_title) || nctId,
    phase: phaseOf([textOf(fieldsOf(value.phase).phase) || textOf(value.phase)]),
    status: statusOf(value.current_trial_status),
    conditions: lead,
    ...(sex === undefined ? {} : { sex }),
    ...(minAge === undefined || minAge === 0 ? {} : { minAge }),
    ...(maxAge === undefined ? {} : { maxAge }),
    interventions: [
      ...new Set(
        listOf(value.arms).flatMap((arm) =>
          listOf(fieldsOf(arm).interventions).map((one) => textOf(fieldsOf(one).name || fieldsOf(one).intervention_name)),
        ),
      ),
    ].filter((name) => name !== ''),
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

/** Coded biomarkers and earlier treatments; `TREE` entries are only the concepts above those of the trial. */
function namedBy(value: Fields): Pick<TrialRecord, 'named'> {
  const of = (list: unknown, what: NamedByRegistry['of']): NamedByRegistry[] =>
    (['inclusion', 'exclusion'] as const).flatMap((kind) => {
      const names = listOf(list)
        .map(fieldsOf)
        .filter((one) => textOf(one.inclusion_indicator) !== 'TREE' && textOf(one.eligibility_criterion).toLowerCase() === kind)
        .map(({ name }) => textOf(name))
        .filter((name) => name !== '');
      return names.length === 0 ? [] : [{ of: what, kind, names: [...new Set(names)] }];
    });
  const named = [...of(value.biomarkers, 'biomarker'), ...of(value.prior_therapy, 'prior-therapy')];
  return named.length === 0 ? {} : { named };
}
