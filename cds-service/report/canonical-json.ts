/** JSON with sorted object keys and without undefined members, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  return Array.isArray(value) ? ofArray(value) : ofObject(value as Readonly<Record<string, unknown>>);
}

function ofArray(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) text += `${text === '' ? '' : ','}${canonicalJson(item === undefined ? null : item)}`;
  return `[${text}]`;
}

function ofObject(value: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(value);
  if (names.length > 1) names.sort();
  let text = '';
  for (const name of names) {
    const member = value[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
