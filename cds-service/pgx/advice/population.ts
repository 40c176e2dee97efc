/**
 * The branch of a recommendation that fits the patient. A population that the chart decides is `applies` or `excluded`;
 * one it does not decide is `unknown`, and then every branch is given with its label.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Chart, IndicationRecord } from './chart.ts';
import { earlierUse } from './earlier-use.ts';
import { notTolerated } from './reaction-on-record.ts';

export type Fit = 'applies' | 'excluded' | 'unknown';

interface Subject {
  readonly drug: { readonly name: string; readonly rxnorm: string };
  readonly order?: MedicationFact;
}
interface Population {
  readonly pattern: RegExp;
  readonly label: string;
  readonly fit: (chart: Chart, subject: Subject) => Fit;
}

/** Dual antiplatelet treatment after ACS or PCI runs for about a year; an older event no longer shows the branch. */
const RECENT_EVENT_DAYS = 365;
/** The HLA guidelines call a drug tolerated after more than three months of continuous use. */
const TOLERATED_DAYS = 90;
const ADULT_YEARS = 18;

const POPULATIONS: readonly Population[] = [
  { pattern: /^general$/i, label: 'all patients', fit: () => 'applies' },
  { pattern: /^adults?$/i, label: 'adults', fit: ({ ageYears }) => byAge(ageYears, (age) => age >= ADULT_YEARS) },
  { pattern: /^p(a)?ediatrics?$/i, label: 'children', fit: ({ ageYears }) => byAge(ageYears, (age) => age < ADULT_YEARS) },
  { pattern: /40\s*kg/i, label: 'adults and children over 40 kg', fit: overFortyKg },
  { pattern: /^CVI ACS PCI$/i, label: 'acute coronary syndrome or PCI', fit: (chart, subject) => indicationFit(chart, subject, 'acs-pci') },
  {
    pattern: /^CVI non-ACS non-PCI$/i,
    label: 'another cardiovascular indication',
    fit: (chart, subject) => indicationFit(chart, subject, 'other-cardiovascular'),
  },
  { pattern: /^NVI$/i, label: 'a neurovascular indication', fit: (chart, subject) => indicationFit(chart, subject, 'neurovascular') },
  { pattern: /naive/i, label: 'first use', fit: firstUse },
  { pattern: /use >\s*3\s*mos/i, label: 'taken for more than 3 months without a skin reaction', fit: longUse },
  { pattern: /no alternatives/i, label: 'first use, no alternative available', fit: noAlternative },
];

/** Label of a population in plain words; the guideline's own words where we have none. */
export function populationLabel(population: string): string {
  return find(population)?.label ?? population;
}

export function populationFit(population: string, chart: Chart, subject: Subject): Fit {
  return find(population)?.fit(chart, subject) ?? 'unknown';
}

function find(population: string): Population | undefined {
  return POPULATIONS.find(({ pattern }) => pattern.test(population));
}

function byAge(age: number | undefined, test: (age: number) => boolean): Fit {
  if (age === undefined) return 'unknown';
  return test(age) ? 'applies' : 'excluded';
}

function overFortyKg({ ageYears, weightKg }: Chart): Fit {
  if (ageYears !== undefined && ageYears >= ADULT_YEARS) return 'applies';
  if (weightKg === undefined) return 'unknown';
  if (weightKg > 40) return 'applies';
  return ageYears === undefined ? 'unknown' : 'excluded';
}

type ClopidogrelBranch = 'acs-pci' | 'other-cardiovascular' | 'neurovascular';

/** The order's own reason decides; without one, the chart decides when it shows exactly one kind of indication. */
function indicationFit(chart: Chart, { order }: Subject, branch: ClopidogrelBranch): Fit {
  const stated = branches((id) => order !== undefined && chart.orderedFor(order, id));
  const shown = stated.size > 0 ? stated : branches((id) => shownInChart(chart.indication(id), id));
  if (shown.size === 0) return 'unknown';
  return shown.has(branch) ? 'applies' : 'excluded';
}

function branches(shown: (id: string) => boolean): Set<ClopidogrelBranch> {
  const found = new Set<ClopidogrelBranch>();
  if (shown('acs') || shown('pci')) found.add('acs-pci');
  else if (shown('other-cardiovascular')) found.add('other-cardiovascular');
  if (shown('stroke-tia')) found.add('neurovascular');
  return found;
}

/** Words that put an undated event into the past. */
const PAST_EVENT = /\b(old|prior|previous|past|history|h\/o|status post|s\/p)\b/i;

function shownInChart(records: readonly IndicationRecord[], id: string): boolean {
  const acute = id === 'acs' || id === 'pci';
  return records.some(({ active, daysAgo, text }) => {
    if (!acute) return true;
    if (daysAgo !== undefined) return daysAgo <= RECENT_EVENT_DAYS;
    return !PAST_EVENT.test(text) && (active || id === 'pci');
  });
}

/** Earlier use counts only as long as nothing on record says how it went. */
function firstUse(chart: Chart, { drug, order }: Subject): Fit {
  if (notTolerated(chart, drug)) return 'applies';
  const use = earlierUse(chart, drug, order?.role === 'draft' ? order.source.reference : undefined);
  if (use.kind !== 'taken') return 'unknown';
  return use.days > TOLERATED_DAYS ? 'excluded' : 'applies';
}

function longUse(chart: Chart, subject: Subject): Fit {
  const first = firstUse(chart, subject);
  if (first === 'unknown') return 'unknown';
  return first === 'applies' ? 'excluded' : 'applies';
}

/** Whether another drug is possible is never recorded: the branch stands beside first use. */
function noAlternative(chart: Chart, subject: Subject): Fit {
  return firstUse(chart, subject) === 'excluded' ? 'excluded' : 'unknown';
}
