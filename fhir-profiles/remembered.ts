/**
 * Remembers what a pure function gave for a short text. A chart names the same tests, diagnoses and drugs over and over; looking at each
 * name once is most of what makes reading fast. Bounded in number and length, so that hostile input neither fills memory nor slows it;
 * the value must not be changed by who gets it.
 */
export function remembered<Value>(work: (text: string) => Value, most = 4_000, longest = 240): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    const value = work(text);
    if (text.length > longest) return value;
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}

/** The same, for a function that also rests on one look-up table. */
export function rememberedPer<Table extends object, Value>(
  work: (text: string, table: Table) => Value,
): (text: string, table: Table) => Value {
  const byTable = new WeakMap<Table, (text: string) => Value>();
  return (text, table) => {
    let look = byTable.get(table);
    if (look === undefined) {
      look = remembered((one) => work(one, table));
      byTable.set(table, look);
    }
    return look(text);
  };
}
