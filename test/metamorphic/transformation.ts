/** What a way of writing a chart is: it changes the form and leaves the meaning, or takes something away. */
import type { Answer } from './answer.ts';
import type { Chart, Json, Resource } from './charts.ts';

export interface Written {
  readonly input: unknown;
  /** New names of resources, each with the one that it had. */
  readonly names?: ReadonlyMap<string, string>;
}

export interface Transformation {
  readonly name: string;
  /** `equal`: every word of report and cards stays. `quieter`: what is said may only become unknown, with words. */
  readonly expects: 'equal' | 'quieter';
  write(chart: Chart, random: Random): Written;
  /** The answer without what this writing alone brings along and may be said of it. */
  readonly reading?: (answer: Answer) => Answer;
}

/** Numbers that are the same on every run. */
export type Random = () => number;

/** Mulberry32. */
export function seeded(text: string): Random {
  let state = [...text].reduce((hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [copy[at], copy[other]] as [Item, Item];
    copy[at] = two;
    copy[other] = one;
  }
  return copy;
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of a JSON value in which `change` had every object, innermost first. */
export function mapped(value: unknown, change: (node: Json, key: string) => unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change, key));
  if (!isRecord(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapped(member, change, name)])), key);
}

/** A copy in which `change` had every text. */
export function mappedTexts(value: unknown, change: (text: string, key: string) => unknown, key = ''): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((item) => mappedTexts(item, change, key));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mappedTexts(member, change, name)]));
}

export const bundleOf = (resources: readonly unknown[], type: string | undefined = 'collection'): Json => ({
  resourceType: 'Bundle',
  ...(type === undefined ? {} : { type }),
  entry: resources.map((resource) => ({ resource })),
});

/** Every resource changed by itself, in a Bundle. */
export function each(
  name: string,
  change: (resource: Resource, random: Random) => unknown,
  expects: Transformation['expects'] = 'equal',
): Transformation {
  return { name, expects, write: ({ resources }, random) => ({ input: bundleOf(resources.map((resource) => change(resource, random))) }) };
}

/** The Bundle as a whole changed. */
export function whole(
  name: string,
  wrap: (chart: Chart, random: Random) => unknown,
  expects: Transformation['expects'] = 'equal',
): Transformation {
  return { name, expects, write: (chart, random) => ({ input: wrap(chart, random) }) };
}

/** Relative references `Type/id` of an object rewritten; what is no relative reference stays. */
export function references(value: unknown, rewrite: (type: string, id: string, node: Json) => Json | null): unknown {
  return mapped(value, (node) => {
    const match = typeof node['reference'] === 'string' ? /^([A-Z][A-Za-z]+)\/([^/]+)$/.exec(node['reference']) : null;
    return match === null ? node : { ...node, ...rewrite(match[1] ?? '', match[2] ?? '', node) };
  });
}
