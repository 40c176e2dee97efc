/**
 * One cancer that the record holds twice: on the problem list and as the diagnosis of an encounter, once by its histology and once by the organ alone. Two
 * entries are one tumour where their types are the same or one lies above the other, and neither side nor part of the organ speaks against it.
 */
import type { TumourFact } from '../../facts.ts';

/** Whether the first type is the broader: by the Disease Ontology, and by OncoTree. */
export interface TypeOrder {
  isAbove(broad: string, narrow: string): boolean;
  isTypeAbove(broad: string, narrow: string): boolean;
}
type Entry = Pick<TumourFact, 'text' | 'codes' | 'oncotree' | 'doid' | 'bodySites' | 'role' | 'disputed' | 'histology'>;

/** The narrower of two entries that are one tumour (the first where they say the same); null where they may be two. */
export function oneTumour<T extends Entry>(one: T, other: T, order: TypeOrder): T | null {
  if (one.role !== 'primary' || other.role !== 'primary' || one.disputed !== undefined || other.disputed !== undefined) return null;
  if ([sideOf, partOf, organOf].some((of) => differ(of(one), of(other)))) return null;
  const [left, right] = [relation(one, other, order), relation(other, one, order)];
  return left ? one : right ? other : null;
}

/** The same type or below it by one of the two trees, and not above it in the other. */
function relation(narrow: Entry, broad: Entry, { isAbove, isTypeAbove }: TypeOrder): boolean {
  const [type, upper, name, wider] = [narrow.oncotree, broad.oncotree, narrow.doid, broad.doid];
  const types =
    type !== null && upper !== null ? { within: type === upper || isTypeAbove(upper, type), above: isTypeAbove(type, upper) } : null;
  const names = name !== null && wider !== null ? { within: name === wider || isAbove(wider, name), above: isAbove(name, wider) } : null;
  return (types?.within === true || names?.within === true) && types?.above !== true && names?.above !== true;
}

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;

/** Paired organs of which ICD-10-CM tells the side by the last digit. */
const PAIRED = /^C(?:34|50|56|57|62|63|64|65|66|69|74)\b/;
function sideOf({ text, codes, bodySites }: Entry): string | null {
  const words = [text, ...bodySites].join(' ');
  const [left, right] = [/\bleft\b/i.test(words), /\bright\b/i.test(words)];
  if (left !== right) return left ? 'left' : 'right';
  for (const { system, code } of codes) {
    if (
      !/icd-?10/i.test(system) ||
      !PAIRED.test(code) ||
      !/^C\d\d\.\d{1,3}$/.test(code) ||
      (/^C(?:34|50|69|74)/.test(code) && code.length < 6)
    )
      continue;
    if (code.endsWith('1')) return 'right';
    if (code.endsWith('2')) return 'left';
  }
  return null;
}

/** The part of the organ by ICD-10 ("sigmoid colon" C18.7); 8 and 9 name none. Parts of a breast or lobes of a lung are told by the side alone. */
function partOf({ codes }: Entry): string | null {
  for (const { system, code } of codes) {
    const [, part] = /^C(?:15|16|17|18|25|67|71|10|02|05|06)\.?(\d)/.exec(code) ?? [];
    if (/icd-?10/i.test(system) && part !== undefined && part !== '8' && part !== '9') return code.slice(0, 5);
  }
  return null;
}

/** The organ of a solid tumour by ICD-10. */
function organOf({ codes }: Entry): string | null {
  const found = codes.find(({ system, code }) => /icd-?10/i.test(system) && /^C(?:[0-6]\d|7[0-6])/.test(code));
  return found === undefined ? null : found.code.slice(0, 3);
}
