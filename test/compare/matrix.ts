/** The whole matrix, in the order of its ids. The same on every run: nothing in it is drawn or read from a clock. */
import type { CompareCase } from './case.ts';
import { germlineCases } from './germline/cases.ts';
import { orderCases } from './order-forms.ts';
import { tumourCases } from './tumour/cases.ts';

const byId = (a: CompareCase, b: CompareCase): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A number of the id, the same for ever: which cases a share holds does not change when others are added. */
function numberOf(id: string): number {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619) >>> 0;
  return hash;
}

/** Cases whose id begins with `prefix`; of those in words one in `share`, of the coded and the orders one in `coded`, of the plain all. */
export function matrix({ prefix = '', share = 1, coded = 1 } = {}): readonly CompareCase[] {
  const all = [...germlineCases(), ...tumourCases(), ...orderCases()].sort(byId);
  const twice = all.filter(({ id }, at) => all[at + 1]?.id === id);
  if (twice.length > 0) throw new Error(`two cases of one id: ${twice.map(({ id }) => id).join('; ')}`);
  return all.filter(
    ({ id, plain }) => id.startsWith(prefix) && (plain || numberOf(id) % (/^orders\/|\/coded\//.test(id) ? coded : share) === 0),
  );
}
