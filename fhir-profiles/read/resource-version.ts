/** Which of several versions of one resource is the newest, by `meta.lastUpdated` and `meta.versionId`. */
import { isRecord, text } from './elements.ts';

/** Null when it cannot be told. */
export function newestVersion<Item>(versions: readonly Item[], resourceOf: (item: Item) => Readonly<Record<string, unknown>>): Item | null {
  if (versions.length === 1) return versions[0] ?? null;
  const dated = versions.map((item) => ({ item, age: ageOf(resourceOf(item)) }));
  dated.sort((a, b) => (a.age < b.age ? 1 : a.age > b.age ? -1 : 0));
  const [first, second] = dated;
  return first !== undefined && second !== undefined && first.age > second.age ? first.item : null;
}

function ageOf({ meta }: Readonly<Record<string, unknown>>): string {
  if (!isRecord(meta)) return '';
  const updated = Date.parse(text(meta['lastUpdated']) ?? '');
  const version = /^\d{1,12}$/.test(text(meta['versionId']) ?? '') ? (text(meta['versionId']) ?? '').padStart(12, '0') : '';
  return `${Number.isNaN(updated) ? '' : new Date(updated).toISOString()}|${version}`;
}
