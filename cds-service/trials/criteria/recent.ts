/**
 * What was worked out lately, by a key: two generations. When the young one is full it becomes the old one, and what is asked for again moves
 * into the young. What comes often stays, however much comes once; never more than twice `most` are held.
 */
export class Recent<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** `make` is called when the key is not among the recent ones. */
  of(key: string, make: (key: string) => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make(key);
    if (this.#young.size >= this.#most) [this.#old, this.#young] = [this.#young, new Map<string, Value>()];
    this.#young.set(key, value);
    return value;
  }
}
