/** Diseases beside the tumour that exclude, named alone: the record can show them, never rule them out. */
import type { Atom, Recogniser } from './atom.ts';
import { CONDITIONS } from './conditions.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';

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

/** The stretches of which a text with a disease holds one: most texts hold none of them. */
const ANY = new RegExp([...new Set(NAMED.flatMap(({ needs }) => needs))].join('|'), 'i');

export const diseases: Recogniser = (text) => {
  if (!ANY.test(text)) return [];
  const lower = text.toLowerCase();
  const atoms: Atom[] = [];
  for (const { needs, pattern, requirement } of NAMED) {
    if (!needs.some((word) => lower.includes(word))) continue;
    for (const { 0: found, index } of text.matchAll(pattern)) atoms.push({ start: index, end: index + found.length, requirement });
  }
  return atoms;
};
export const COMORBIDITY: readonly Recogniser[] = [diseases];
