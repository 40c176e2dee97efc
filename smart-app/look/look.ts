/**
 * Light or dark: what the reader chose, else what the EHR's own style asks for, else the system.
 *
 * The choice is one word under one key of `sessionStorage`: it outlives a reload of this tab and says nothing of any patient. Where storage is
 * blocked it lasts as long as the page.
 */
import type { EhrStyle, Look } from './ehr-style.ts';

export type { Look } from './ehr-style.ts';
export const LOOK_CHOICES = ['system', 'light', 'dark'] as const;
export type LookChoice = (typeof LOOK_CHOICES)[number];

const KEY = 'genehook-look';

/** The part of `window` that is needed; a test passes its own. */
export interface LookWindow {
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export function keptLookChoice(frame: LookWindow): LookChoice {
  try {
    const kept = frame.sessionStorage.getItem(KEY);
    return LOOK_CHOICES.find((choice) => choice === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

export function keepLookChoice(frame: LookWindow, choice: LookChoice): void {
  try {
    if (choice === 'system') frame.sessionStorage.removeItem(KEY);
    else frame.sessionStorage.setItem(KEY, choice);
  } catch {
    // Storage is blocked in this frame: the choice lasts as long as the page.
  }
}

export function lookOf(choice: LookChoice, ehr: EhrStyle | null, systemIsDark: boolean): Look {
  if (choice !== 'system') return choice;
  return ehr?.look ?? (systemIsDark ? 'dark' : 'light');
}

const COLOURS = ['--ground', '--ink', '--accent'];

/** Colours of the EHR are checked for one look and stand only in that; corners, size and typeface stand in both. */
export function applyLook(root: HTMLElement, look: Look, ehr: EhrStyle | null): void {
  root.dataset['look'] = look;
  for (const name of COLOURS) root.style.removeProperty(name);
  const colours = ehr !== null && ehr.look === look ? ehr.colours : {};
  for (const [name, value] of Object.entries({ ...ehr?.shapes, ...colours })) root.style.setProperty(name, value);
}
