/** One row per therapy: what several findings or several pieces of evidence say of the same drugs in the same direction. */
import type { OtherTumour, PanelReport, Therapy } from '../data/panel-report.ts';
import { isElsewhere, therapyRows, type EffectGroup, type TherapyRow } from './tumour.ts';

export interface TherapyGroup extends TherapyRow {
  /** Every basis of the row, the strongest first; `match` is the first of them. */
  readonly matches: readonly Therapy[];
  /** Keys of all of them: a link may lead to any. */
  readonly keys: readonly string[];
}

/**
 * In the order of `therapyRows`. Never joined: directions, this tumour type with another one, and what another finding of this patient
 * speaks against with what stands.
 */
export function therapyGroups(report: Pick<PanelReport, 'therapies' | 'refuted'>): readonly TherapyGroup[] {
  const groups = new Map<string, TherapyGroup & { matches: Therapy[]; keys: string[] }>();
  for (const row of therapyRows(report)) {
    const same = identity(row);
    const group = groups.get(same);
    if (group === undefined) groups.set(same, { ...row, matches: [row.match], keys: [row.key] });
    else {
      group.matches.push(row.match);
      group.keys.push(row.key);
    }
  }
  return [...groups.values()];
}

/** The same for a further tumour on file; no link leads there, and no key is one of the main tumour's. */
export function groupsOfOther({ therapies, text }: OtherTumour): readonly TherapyGroup[] {
  const keyed = (key: string): string => `${text}|${key}`;
  return therapyGroups({ therapies, refuted: [] }).map((row) => ({ ...row, key: keyed(row.key), keys: row.keys.map(keyed) }));
}

function identity(row: TherapyRow): string {
  const { therapy, interaction = '', resisted, effect } = row.match;
  const names = therapy.map(({ name }) => name.toLowerCase());
  // "A or B" is "B or A"; a sequence has an order.
  const drugs = interaction === 'sequential' ? names : names.sort();
  return JSON.stringify([row.group, effect, drugs, interaction, resisted !== undefined, isElsewhere(row)]);
}

/**
 * What the same drugs are said to do in the other direction, in this tumour: "trastuzumab, resistance" and "trastuzumab, approved" are two rows
 * far apart, and neither may be read without the other. By the key of the row, the strongest that opposes it; rows that nothing opposes are
 * left out.
 */
export function oppositesOf(groups: readonly TherapyGroup[]): ReadonlyMap<string, TherapyGroup> {
  const here = groups.filter((group) => OPPOSITE[group.group] !== undefined && !isElsewhere(group));
  const strongest = new Map<string, TherapyGroup>();
  for (const group of here)
    for (const regimen of regimens(group.match)) {
      const said = `${group.group}:${regimen}`;
      if (!strongest.has(said)) strongest.set(said, group);
    }
  return new Map(
    here.flatMap((group) => {
      const found = regimens(group.match)
        .flatMap((regimen) => strongest.get(`${OPPOSITE[group.group]}:${regimen}`) ?? [])
        .sort((one, other) => here.indexOf(one) - here.indexOf(other));
      return found[0] === undefined ? [] : [[group.key, found[0]] as const];
    }),
  );
}

const OPPOSITE: Readonly<Partial<Record<EffectGroup, EffectGroup>>> = { sensitivity: 'resistance', resistance: 'sensitivity' };

/** "A or B" is said of A and of B; a combination is said of the combination only. */
function regimens({ therapy, interaction }: Therapy): readonly string[] {
  const names = therapy.map(({ name }) => name.toLowerCase());
  return interaction === 'substitutes' ? names : [(interaction === 'sequential' ? names : [...names].sort()).join('+')];
}

/**
 * Approved for a finding of this patient in this tumour, with no other finding and no setting of the chart against it. Never what the
 * same drugs are also said to fail for: that has to be weighed, and stands in the list of all.
 */
export function approvedHere(report: PanelReport): readonly TherapyGroup[] {
  const groups = therapyGroups(report);
  const opposites = oppositesOf(groups);
  return groups.filter(
    (row) =>
      row.group === 'sensitivity' &&
      row.match.approved &&
      row.match.resisted === undefined &&
      row.match.settingStanding !== 'against' &&
      !isElsewhere(row) &&
      !opposites.has(row.key),
  );
}

/**
 * Resistance comes before everything else where it is well supported in this tumour; a case report or a cell line does not push an
 * approved choice down the page.
 */
export function effectOrder(groups: readonly TherapyGroup[]): readonly EffectGroup[] {
  const firm = groups.some((row) => row.group === 'resistance' && !isElsewhere(row) && row.match.tier.startsWith('I-'));
  return firm ? ['resistance', 'sensitivity', 'adverse', 'unrecognised'] : ['sensitivity', 'resistance', 'adverse', 'unrecognised'];
}
