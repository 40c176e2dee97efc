/**
 * "A malignancy other than prostate cancer": the tumour behind is the one that is not meant. Taken for one that is asked for, it would shut out everybody with
 * another cancer, and "no malignancy other than prostate cancer" would be met by them.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { ends } from './deciding.ts';
import { holdsTumour } from './disease/core.ts';
import { eachSingle, family, join, UNREAD, type Side } from './requirements-together.ts';
import type { Atom } from './atom.ts';

const OTHER_THAN = /\bother than\W*$/i;
/** Between the types of one list. */
const LIST = /^(?:[\s,;/()'"-]|\b(?:or|and|and\/or|the|an?|any|their|this|study|under|known|prior|previous|history|of|type)\b)*$/i;

/** The stretches of a text, those of the types behind "other than" as part of what stands before. */
export function otherThan(text: string, atoms: readonly Atom[]): readonly Atom[] {
  if (!atoms.some((atom) => isOther(text, atom))) return atoms;
  const out: Atom[] = [];
  let spares = false;
  for (const atom of atoms) {
    const last = out.at(-1);
    const behind = spares && last !== undefined && family(atom.requirement) === 'tumour' && LIST.test(text.slice(last.end, atom.start));
    if (behind) out[out.length - 1] = { ...last, end: atom.end };
    else {
      out.push(atom);
      spares = isOther(text, atom);
    }
  }
  return out;
}
function isOther(text: string, { requirement, start, end }: Atom): boolean {
  return requirement.kind === 'other-malignancy' && OTHER_THAN.test(text.slice(start, end));
}

/** A type that must not be there counts from the history too: each tumour that shuts out where it is found. */
export function everHad(asked: Requirement, shutsOut: boolean): Requirement {
  return eachSingle(asked, shutsOut, (single, out) =>
    out && single.kind === 'tumour' && single.breadth === null ? { ...single, ever: true } : single,
  );
}

/** "Have been diagnosed with colorectal cancer" speaks of the past as well: who has another cancer today may have had it. */
export function onceDiagnosed(asked: Requirement, text: string, side: Side): Requirement {
  if (side === 'inclusion' || !ONCE_DIAGNOSED.test(text) || !ends(asked)[1] || (asked.kind !== 'tumour' && !holdsTumour(asked)))
    return asked;
  return join('any', [asked, UNREAD]);
}
const ONCE_DIAGNOSED =
  /^\W*(?:(?:the|patients?|participants?|subjects?|individuals?|people|if|you|who)\s)*(?:have|has|had)(?: (?:ever|previously|already))* been diagnosed with\b/i;
