/** The deep link that a card puts into `appContext`: which row to open. It is untrusted text and never selects a patient. */
import { asRecord } from '../data/read-values.ts';

const VIEWS = ['now', 'drugs', 'genes', 'tumour', 'trials', 'models'] as const;
export type View = (typeof VIEWS)[number];

export interface PanelTarget {
  readonly view: View;
  /** Rule id, order reference, drug, gene, variant or trial id: whatever the card was about. */
  readonly id?: string;
}

export const DEFAULT_TARGET: PanelTarget = { view: 'drugs' };

/** Anything but `{"v":1,"view":…,"id"?:…}` opens the default view. */
export function readAppContext(appContext: unknown): PanelTarget {
  let value: unknown = appContext;
  if (typeof appContext === 'string') {
    if (appContext.length > 2000) return DEFAULT_TARGET;
    try {
      value = JSON.parse(appContext);
    } catch {
      return DEFAULT_TARGET;
    }
  }
  const { v, view, id } = asRecord(value);
  const known = VIEWS.find((name) => name === view);
  if (v !== 1 || known === undefined) return DEFAULT_TARGET;
  if (id === undefined) return { view: known };
  return typeof id === 'string' && id.length <= 256 ? { view: known, id } : DEFAULT_TARGET;
}
