/**
 * Several limits of one value in one direction are asked of different patients. Which of them are asked of this one is not known; but who keeps the
 * strictest keeps them all, and who does not keep the laxest keeps none.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { isNeverCertain } from '../../requirement-kind.ts';
import { join, UNREAD } from '../requirements-together.ts';

interface Bound {
  /** What is asked, as `alternatives.ts` calls it. */
  readonly about: string;
  /** Bounds are compared only in the same unit. */
  readonly unit: string;
  /** Higher is stricter. */
  readonly strict: number;
}

/** Beyond a limit is stricter than the limit, by less than any two limits differ. */
const HAIR = 1e-9;

function boundOf(asked: Requirement): Bound | null {
  if (asked.kind === 'lab') {
    const from = asked.bound === 'min' || asked.bound === 'above';
    const past = asked.bound === 'above' || asked.bound === 'below' ? HAIR : 0;
    return {
      about: `${asked.lab} ${from ? 'from' : 'to'}`,
      unit: asked.uln ? 'ULN' : asked.lln ? 'LLN' : (asked.unit ?? ''),
      strict: (from ? asked.value : -asked.value) + past,
    };
  }
  if (asked.kind !== 'performance' || asked.equivalent !== undefined) return null;
  if (asked.scale === 'ECOG')
    return asked.max === undefined || (asked.min ?? 0) > 0 ? null : { about: 'ECOG', unit: '', strict: -asked.max };
  return asked.min === undefined || (asked.max ?? 100) < 100 ? null : { about: 'Karnofsky', unit: '', strict: asked.min };
}

/** The bounds of each value; null where one of them cannot be compared with the others. */
export type Limits = ReadonlyMap<string, { readonly laxest: number; readonly strictest: number; readonly unit: string } | null>;

export function limitsOfAll(inclusions: readonly Requirement[]): Limits {
  const limits = new Map<string, { laxest: number; strictest: number; unit: string } | null>();
  const walk = (asked: Requirement): void => {
    if (asked.kind === 'all' || asked.kind === 'any') {
      for (const one of asked.of) walk(one);
      return;
    }
    const bound = boundOf(asked);
    if (bound === null) {
      if (asked.kind === 'performance') limits.set(asked.scale, null);
      return;
    }
    const { about, unit, strict } = bound;
    const before = limits.get(about);
    if (before === undefined) limits.set(about, { laxest: strict, strictest: strict, unit });
    else if (before !== null)
      limits.set(
        about,
        before.unit === unit ? { unit, laxest: Math.min(before.laxest, strict), strictest: Math.max(before.strictest, strict) } : null,
      );
  };
  for (const asked of inclusions) walk(asked);
  return limits;
}

/**
 * Of these no trial takes the worse values as one of several ways in, as it takes a low clearance or ejection fraction where it looks for patients who
 * cannot have intensive treatment.
 */
const NEVER_A_WAY_IN: readonly string[] = [
  'ECOG',
  'Karnofsky',
  'neutrophils from',
  'platelets from',
  'haemoglobin from',
  'ALT to',
  'AST to',
  'bilirubin to',
  'creatinine to',
];

/** Null: something else than single limits is open, or nothing of it is certain. */
export function insideOthers(asked: Requirement, open: readonly string[], limits: Limits): Requirement | null {
  const read = inside(asked);
  return read === null || isNeverCertain(read) ? null : read;

  function inside(one: Requirement): Requirement | null {
    if (one.kind === 'all') {
      const parts = one.of.map(inside);
      return parts.some((part) => part === null) ? null : join('all', parts.filter((part) => part !== null)); // prettier-ignore
    }
    const bound = boundOf(one);
    if (bound === null) return one.kind === 'unread' ? one : null;
    if (!open.includes(bound.about)) return one;
    const range = limits.get(bound.about);
    if (!range) return null;
    if (bound.strict === range.strictest) return join('any', [one, UNREAD]);
    return bound.strict === range.laxest && NEVER_A_WAY_IN.includes(bound.about) ? join('all', [one, UNREAD]) : null;
  }
}
