/** The words that the schema of the report is written in. */

export const string = { type: 'string' } as const;
export const nullableString = { type: ['string', 'null'] } as const;
export const boolean = { type: 'boolean' } as const;
export const number = { type: 'number' } as const;
export const list = (items: object) => ({ type: 'array', items });
export const oneOf = (...values: (string | null)[]) => ({ enum: values });
export const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

/** An object whose members are all described; `optional` names those that may be missing. */
export function shape(properties: Record<string, object>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}
