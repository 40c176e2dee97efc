/** Changes to real requests, as a careless or hostile sender makes them. */
import fc from 'fast-check';

type Path = readonly (string | number)[];

/** What may stand in any place: wrong types, empty things, prototype names, odd characters, any JSON. */
export const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    0,
    -1,
    1e308,
    true,
    '\u0000',
    '💊'.repeat(50),
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'Patient/p2',
    '../../etc/passwd',
    [[[]]],
    { resourceType: 7 },
    { toString: 0 },
  ),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Every place in a JSON value, as a path. */
export function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [path, ...keys.flatMap((key) => places((value as Record<string | number, unknown>)[key], [...path, key]))];
}

function replaced(value: unknown, path: Path, next: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return next;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[head] = replaced(copy[head], rest, next);
  return copy;
}

/** The value with one place changed; as it was when an earlier change has cut that place off. */
export function mutated(body: unknown, path: Path, next: unknown): unknown {
  let here: unknown = body;
  for (const step of path.slice(0, -1)) {
    if (typeof here !== 'object' || here === null) return body;
    here = (here as Record<string | number, unknown>)[step];
  }
  return typeof here === 'object' && here !== null ? replaced(body, path, next) : body;
}
