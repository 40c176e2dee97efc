/** Values of CTML clauses: lists, `!`, booleans in words, comparisons. */
import type { Requirement } from '../../trials/types.ts';
import { textOf } from './fields.ts';

export const unread = (ask: string): Requirement => ({ kind: 'unread', ask });

/** One value or several, as text; booleans as `true` and `false`. */
export function valuesOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => (typeof one === 'boolean' ? String(one) : textOf(one))).filter((text) => text !== '');
}

/** Several values are alternatives; each with `!` must not be. */
export function eachValue(value: unknown, make: (plain: string) => Requirement): Requirement {
  const made = valuesOf(value).map((text) => ({ negative: text.startsWith('!'), of: make(text.replace(/^!\s*/, '')) }));
  if (made.length === 0) return unread('a value that could not be read');
  const wanted = made.filter(({ negative }) => !negative).map(({ of }) => of);
  const shut = made.filter(({ negative }) => negative).map(({ of }): Requirement => ({ kind: 'not', of }));
  const [only] = wanted;
  const positive: Requirement[] = wanted.length === 0 ? [] : wanted.length === 1 && only ? [only] : [{ kind: 'any', of: wanted }];
  const parts = [...positive, ...shut];
  const [one] = parts;
  return parts.length === 1 && one ? one : { kind: 'all', of: parts };
}

export type Bound = 'min' | 'max' | 'above' | 'below' | 'equal';
const BOUNDS: Readonly<Record<string, Bound>> = { '>=': 'min', '≥': 'min', '<=': 'max', '≤': 'max', '>': 'above', '<': 'below', '==': 'equal', '=': 'equal', '': 'equal' }; // prettier-ignore

/** `>=18`, `<.5`, `==40`, `10`; null when it is no comparison. */
export function comparison(text: string): { readonly bound: Bound; readonly value: number } | null {
  const match = /^(>=|<=|==|=|>|<|≥|≤|)\s*(\d+(?:\.\d+)?|\.\d+)$/.exec(text.trim());
  const bound = match ? BOUNDS[match[1] ?? ''] : undefined;
  return match && bound !== undefined ? { bound, value: Number(match[2]) } : null;
}
