/** Parts of criteria that came as data but are words after all (a class of drugs, a free line of a coded group): read like any other criterion. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { ReadingContext } from '../criteria/atom.ts';
import { readCriterion } from '../criteria/read-criterion.ts';

/** What is not understood stays open, with the datum it asks for. */
export function withWordsRead(asked: Requirement, context: ReadingContext): Requirement {
  switch (asked.kind) {
    case 'all':
    case 'any':
      return { ...asked, of: asked.of.map((one) => withWordsRead(one, context)) };
    case 'not':
      return { kind: 'not', of: withWordsRead(asked.of, context) };
    case 'unread': {
      if (asked.read === undefined) return asked;
      const { requirement, atoms } = readCriterion(asked.read, context);
      return atoms.length === 0 ? asked : requirement;
    }
    default:
      return asked;
  }
}
