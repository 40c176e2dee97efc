/** The value of a JSON text, with or without a byte order mark; undefined where it is no JSON (which no JSON text stands for). */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
