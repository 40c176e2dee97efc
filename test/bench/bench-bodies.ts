/** The bodies of the speed figures, made at the price of a copy: same bytes, same chart in a new call, a new chart. */
import { benchRequest } from './order-sign-request.ts';

const INSTANCE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const WIDTH = 9;

const text = JSON.stringify(benchRequest());
/** Every resource of the chart gets an id with room for a number. */
const numbered = text.replaceAll(/"id":"(lab|genotype|current)-/g, `"id":"$1-${'0'.repeat(WIDTH)}-`);

function places(template: Buffer, mark: string, offset: number): number[] {
  const found: number[] = [];
  for (let at = template.indexOf(mark); at !== -1; at = template.indexOf(mark, at + 1)) found.push(at + offset);
  return found;
}

function stamped(template: Buffer, at: readonly number[], number: number): Buffer {
  const body = Buffer.from(template);
  const digits = String(number).padStart(WIDTH, '0');
  for (const place of at) body.write(digits, place, 'latin1');
  return body;
}

const repeated = Buffer.from(text);
const instances = places(repeated, INSTANCE, INSTANCE.length - WIDTH);
const charted = Buffer.from(numbered);
const ids = [...places(charted, `-${'0'.repeat(WIDTH)}-`, 1), ...places(charted, INSTANCE, INSTANCE.length - WIDTH)];

export const BODY_BYTES = repeated.length;

export type BodyKind = 'same bytes' | 'same chart' | 'new chart';

export const BODIES: Readonly<Record<BodyKind, (index: number) => Buffer>> = {
  'same bytes': () => repeated,
  'same chart': (index) => stamped(repeated, instances, index),
  'new chart': (index) => stamped(charted, ids, index),
};
