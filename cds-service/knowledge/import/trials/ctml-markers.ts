/** Tumour-wide markers of CTML: repair, microsatellites, mutational signatures. */
import type { Requirement } from '../../trials/types.ts';
import { unread } from './ctml-values.ts';

export function markerStatus(marker: string, status: string): Requirement {
  return { kind: 'molecular', label: `${marker} ${status}`, tree: { kind: 'marker', marker, status, method: null, min: null } };
}

export function mismatchRepair(plain: string): Requirement {
  if (/deficien|\bdMMR|MMR-?D\b/i.test(plain)) return { kind: 'mismatch-repair', deficient: true };
  if (/proficien|\bpMMR|MMR-?P\b|intact/i.test(plain)) return { kind: 'mismatch-repair', deficient: false };
  return unread(`MMR ${plain}`);
}
/** The engine keeps repair and microsatellites in one field: either result answers. */
export function microsatellites(plain: string): Requirement {
  if (/^MSI-?H(?:igh)?$|^high$|unstable/i.test(plain)) return { kind: 'mismatch-repair', deficient: true };
  if (/^MSS$|stable/i.test(plain)) return { kind: 'mismatch-repair', deficient: false };
  // Low instability is reported as stable by most laboratories: a stable result does not tell it.
  if (/^MSI-?L(?:ow)?$|^low$/i.test(plain))
    return { kind: 'all', of: [{ kind: 'mismatch-repair', deficient: false }, unread('MSI-low as against stable')] };
  return unread(`MSI ${plain}`);
}

const SIGNATURES: Readonly<Record<string, string>> = {
  tobacco: 'tobacco signature',
  tabacco: 'tobacco signature',
  uva: 'UVA signature',
  apobec: 'APOBEC signature',
  pole: 'POLE signature',
  temozolomide: 'temozolomide signature',
};
/** `pole_signature`, `uva_status` …; null when the key names no signature. */
export function signature(key: string, plain: string): Requirement | null {
  const marker = SIGNATURES[/^(\w+?)_(?:signature|status)$/.exec(key)?.[1] ?? ''];
  if (marker === undefined) return null;
  if (/^(?:yes|true|positive|present)$/i.test(plain)) return markerStatus(marker, 'positive');
  return /^(?:no|false|negative|absent)$/i.test(plain)
    ? markerStatus(marker, 'negative')
    : unread(`${marker}: ${plain.replace(/_/g, ' ')}`);
}
