/** JSON as it arrived: kinds in words, paths, and a walk that never follows more than a real request holds. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The type that a resource says it has; empty when it says none. */
export function typeOf(resource: Json): string {
  const type = own(resource, 'resourceType');
  return typeof type === 'string' ? type : '';
}

/** A UUID of any version and case. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

/** What stands somewhere, by kind; safe to print. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : 'a text';
  if (typeof value === 'object') {
    const type = (value as Json)['resourceType'];
    return typeof type === 'string' && /^[A-Za-z]{1,40}$/.test(type)
      ? `a ${type}`
      : Object.keys(value).length === 0
        ? 'an empty object'
        : 'an object';
  }
  return typeof value === 'boolean' ? 'true or false' : `a ${typeof value}`;
}

/** `$.prefetch["-user"].entry[0]`: a member below a path. A name of unusual length is cut, so that it cannot carry content. */
export function below(path: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>((where, step) => {
    if (typeof step === 'number') return `${where}[${step}]`;
    if (/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(step)) return `${where}.${step}`;
    return `${where}[${JSON.stringify(step.length > 64 ? `${step.slice(0, 61)}…` : step)}]`;
  }, path);
}

/** The path without positions: findings that differ in them alone are one. */
export function pattern(path: string): string {
  return path.replace(/\[\d+\]/g, '[*]');
}

/** A member that the object has itself; nothing of its prototype. */
export function own(value: Json, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** `context.patientId` as the service reads it: the id behind "Patient/" where a client writes a reference. */
export function patientIdOf(context: unknown): unknown {
  const value = isObject(context) ? own(context, 'patientId') : undefined;
  return typeof value === 'string' && value.startsWith('Patient/') ? value.slice('Patient/'.length) : value;
}

/** The resource of a Bundle's entry; some clients put the resource itself in the entry's place. */
export function resourceOf(entry: unknown): unknown {
  if (!isObject(entry)) return undefined;
  const resource = own(entry, 'resource');
  return resource === undefined && typeof own(entry, 'resourceType') === 'string' ? entry : resource;
}

/** Ids of the patients that a reference, its bare text or a list of them names. */
export function patientsNamed(subject: unknown): readonly string[] {
  if (Array.isArray(subject)) return subject.flatMap(patientsNamed);
  const text = isObject(subject) ? own(subject, 'reference') : subject;
  const id = typeof text === 'string' ? [...text.matchAll(/(?:^|\/)patient\/([^/?#]+)/gi)].at(-1)?.[1] : undefined;
  return id === undefined ? [] : [id];
}
