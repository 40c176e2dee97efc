/** Lists of numbers that belong to rows, one after another in one array, put into the order that is wanted. */

/** Places of the ids in ascending order; of equal ones the last. */
export function inOrder(ids: readonly string[]): Uint32Array {
  const last = new Map(ids.map((id, at) => [id, at]));
  const order = Uint32Array.from(last.values());
  return order.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
}

interface Lists {
  readonly starts: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** Added to every value. */
  readonly add: number;
}
/** The lists of the wanted rows, one after another. */
export function pickLists(lists: readonly Lists[], part: Uint32Array, row: Uint32Array): { starts: Uint32Array; values: Uint32Array } {
  const starts = new Uint32Array(row.length + 1);
  const span = (n: number): readonly [Lists | undefined, number, number] => {
    const list = lists[part[n] ?? 0];
    const at = row[n] ?? 0;
    return [list, list?.starts[at] ?? 0, list?.starts[at + 1] ?? 0];
  };
  for (let n = 0; n < row.length; n += 1) {
    const [, from, to] = span(n);
    starts[n + 1] = (starts[n] ?? 0) + to - from;
  }
  const values = new Uint32Array(starts[row.length] ?? 0);
  for (let n = 0; n < row.length; n += 1) {
    const [list, from, to] = span(n);
    const at = starts[n] ?? 0;
    for (let i = from; i < to; i += 1) values[at + i - from] = (list?.values[i] ?? 0) + (list?.add ?? 0);
  }
  return { starts, values };
}

export function named<Starts extends string, Values extends string>(
  starts: Starts,
  values: Values,
  picked: { readonly starts: Uint32Array; readonly values: Uint32Array },
): Record<Starts | Values, Uint32Array> {
  return { [starts]: picked.starts, [values]: picked.values } as Record<Starts | Values, Uint32Array>;
}
