/** Criteria that ask for nothing but a class of heart or liver function, or for a blood pressure. */
import { UNREAD } from '../requirements-together.ts';
import { GAP } from '../atom.ts';
import { classesIn, pressureAsked } from '../classes.ts';
import { FILLER } from '../text/lexicon.ts';
import type { WholeReader } from './reader.ts';

/** Words beside a class that say nothing more. */
const BESIDE = new Set(
  'liver function class classification system functional by moderate severe impairment clinically significant child'.split(' '),
);
/** Words that narrow: with the class alone nobody is certainly meant. */
const NARROW = new Set('uncontrolled active symptomatic unstable decompensated serious untreated'.split(' '));
const DENIED = /^\W*(?:no|without|absence of|(?:must|should) not have)\b/i;

export const WHOLE_CLASSES: readonly WholeReader[] = [
  {
    needs: ['nyha', 'new york heart', 'pugh'],
    read(text, side) {
      const [only, second] = classesIn(text);
      if (only === undefined || second !== undefined) return null;
      const denied = DENIED.exec(text);
      if (denied !== null && side === 'exclusion') return null;
      const rest = `${text.slice(denied?.[0].length ?? 0, Math.max(only.start, denied?.[0].length ?? 0))}${GAP}${text.slice(only.end)}`;
      const words = [...rest.toLowerCase().matchAll(/[\p{L}\d]+/gu)].map(([word]) => word);
      if (!words.every((word) => FILLER.has(word) || BESIDE.has(word) || NARROW.has(word)) || /\d/.test(rest)) return null;
      const asked = words.some((word) => NARROW.has(word)) ? ({ kind: 'all', of: [only.requirement, UNREAD] } as const) : only.requirement;
      // An inclusion that asks for failing organs, or an exclusion of healthy ones, was not understood.
      const failing = only.requirement.kind === 'lab' && (only.requirement.bound === 'min' || only.requirement.bound === 'above');
      if (failing !== (side === 'exclusion' || denied !== null)) return null;
      return denied === null ? asked : { kind: 'not', of: asked };
    },
  },
  { needs: ['mm', 'blood pressure', 'bp'], read: (text, side) => (/\d{2,3}/.test(text) ? pressureAsked(text, side) : null) },
];
