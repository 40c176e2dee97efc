/**
 * What a table, where there is one, says under a word, or undefined. For every table whose key comes from a chart or a call: an object answers to the names that it
 * inherits as well ('constructor', '__proto__', 'toString'), and `table[word]` would hand a function on as if it were knowledge.
 */
export function entryOf<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
