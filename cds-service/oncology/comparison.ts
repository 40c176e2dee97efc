/** Places of approved choices by the randomised trials that compared them with each other. */
import { drugKey } from '../knowledge/oncology/profile-terms.ts';
import type { Approval, Comparison, Precedence } from '../knowledge/oncology/types.ts';
import type { PatientTumour } from './tumour.ts';

export interface Place {
  /** Length of the longest chain of choices that this one did better than: 2 when it beat one that beat another. */
  readonly wins: number;
  /** How many of the choices at hand did better. */
  readonly losses: number;
}

/** Only trials between choices that are both at hand count; the trial must be in the patient's tumour type. */
export function placesOfApprovals(
  approvals: readonly Approval[],
  comparisons: readonly Comparison[],
  tumour: PatientTumour | null,
): (approval: Approval) => Place {
  const keys = new Set(approvals.map(keyOf));
  const held = comparisons.filter(
    ({ better, than, tumours }) =>
      keys.has(better) && keys.has(than) && tumours.some((code) => tumour?.oncotree.has(code) || tumour?.oncotreeAncestors.has(code)),
  );
  const depth = (key: string, seen: readonly string[] = []): number =>
    seen.includes(key) ? 0 : Math.max(0, ...held.filter(({ better }) => better === key).map(({ than }) => 1 + depth(than, [...seen, key])));
  const places = new Map([...keys].map((key) => [key, { wins: depth(key), losses: held.filter(({ than }) => than === key).length }]));
  return (approval) => places.get(keyOf(approval)) ?? { wins: 0, losses: 0 };
}

/** The standard where the findings of both are there, among the choices at hand: why, in words; null where nothing is taken for it. */
export function precedenceOf(
  approvals: readonly Approval[],
  precedence: readonly Precedence[],
  tumour: PatientTumour | null,
): (approval: Approval) => string | null {
  const held = precedence.filter(
    ({ before, tumours }) =>
      approvals.some(({ therapies }) => therapies.some(({ ingredient }) => ingredient === before)) &&
      tumours.some((code) => tumour?.oncotree.has(code) || tumour?.oncotreeAncestors.has(code)),
  );
  return (approval) => {
    const found = held.find(({ first }) => first.includes(keyOf(approval)));
    return found === undefined ? null : `${found.why} (${found.trial})`;
  };
}

export function keyOf({ therapies }: Pick<Approval, 'therapies'>): string {
  return drugKey(therapies.map(({ ingredient }) => ingredient));
}
