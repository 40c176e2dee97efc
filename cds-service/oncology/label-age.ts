/** Whom a label is for by age, where it says so and children have the tumour too. */
import type { Approval } from '../knowledge/oncology/types.ts';

/** The label's ages in words where the patient is known to be outside them; null where the patient is within, or either is unknown. */
export function outsideAge({ ages }: Approval, ageYears: number | undefined): string | null {
  if (ages === null || ageYears === undefined) return null;
  const { from, to } = ages;
  if ((from === null || ageYears >= from) && (to === null || ageYears <= to)) return null;
  if (to !== null) return to < 18 ? 'children' : 'children and young adults';
  return from === 18 ? 'adults' : `from ${from ?? 0} ${from === 1 ? 'year' : 'years'} of age`;
}

/**
 * The setting as it is said of this patient: with the ages where the patient is outside them, without the word for them where the
 * patient is known to be within.
 */
export function withAges(setting: string | null, approval: Approval, ageYears: number | undefined): string | null {
  const outside = outsideAge(approval, ageYears);
  if (outside === null) {
    const within = approval.ages !== null && ageYears !== undefined;
    const rest = within ? (setting ?? '').replace(/^children(?: and young adults)?(?:, )?/, '') : (setting ?? '');
    return rest === '' ? null : rest;
  }
  return setting === null ? outside : setting.startsWith(outside) ? setting : `${outside}, ${setting}`;
}
