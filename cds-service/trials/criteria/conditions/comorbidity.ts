/** Diseases beside the tumour that exclude, named alone: the record can show them, never rule them out. */
import type { Atom, Recogniser } from '../atom.ts';
import { CONDITIONS } from './index.ts';
import { everyMatch } from '../text/every-match.ts';
import { gate, openedBy } from '../text/needles.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';

interface Named {
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly requirement: Requirement;
}

const EITHER_HEPATITIS: Named = {
  needs: ['hepatitis', 'hbv'],
  pattern:
    /(?<![\w-])(?:(?:chronic |viral )*hepatitis (?:type )?B(?: virus)?(?: \(HBV\))?(?: or |\/| and\/or )(?:hepatitis )?(?:type )?C(?: virus)?(?: \(HCV\))?|HBV(?: or |\/| and\/or )HCV)(?: infections?)?(?![\w-])/gi,
  requirement: {
    kind: 'any',
    of: [
      { kind: 'condition', name: 'hepatitis B' },
      { kind: 'condition', name: 'hepatitis C' },
    ],
  },
};
const NAMED: readonly Named[] = [
  EITHER_HEPATITIS,
  ...CONDITIONS.map(({ name, needs, words }): Named => ({
    needs: needs.split('|'),
    pattern: new RegExp(String.raw`(?<![\w-])(?:${words})(?![\w-])`, 'gi'),
    requirement: { kind: 'condition', name },
  })),
];

/** Most texts hold none of the stretches of which a text with a disease holds one. */
const ANY = gate([...new Set(NAMED.flatMap(({ needs }) => needs))]);
const GATED = NAMED.map(({ needs, pattern, requirement }) => ({ needed: gate(needs), pattern, requirement }));

export const diseases: Recogniser = (text) => {
  const opened = openedBy(text);
  if (!opened.has(ANY)) return [];
  const atoms: Atom[] = [];
  for (const { needed, pattern, requirement } of GATED) {
    if (!opened.has(needed)) continue;
    for (const { 0: found, index } of everyMatch(text, pattern)) atoms.push({ start: index, end: index + found.length, requirement });
  }
  return atoms;
};
export const COMORBIDITY: readonly Recogniser[] = [diseases];
