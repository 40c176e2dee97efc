/** What of a label's biomarker is not there, in words: "ESR1 mutation" where the receptors are as the label asks. */
import type { ProfileTree } from '../../knowledge/oncology/types.ts';
import { biomarkerWords } from '../marker/biomarker-words.ts';
import type { OncologyPatient } from '../patient.ts';
import { evaluate } from '../profile.ts';
import { ofOrigin, type LabelUse, type OrderFitInput } from './label-use.ts';

interface Unmet {
  readonly words: string;
  readonly tree: ProfileTree;
  /** The label asks that this is absent, and it was found. */
  readonly absence: boolean;
}

/** Undefined where all of it is not there, where uses ask for different things, or where the parts cannot be told apart. */
export function unmetWords(uses: readonly LabelUse[], patient: OncologyPatient, { knowledge }: OrderFitInput): Unmet | undefined {
  const all = uses.map(({ approval }): Unmet | undefined => {
    const profile = knowledge.profiles[approval.profile];
    const unmet = profile === undefined ? null : unmetParts(profile.text, profile.tree, patient);
    if (unmet === null) return undefined;
    const absence = unmet.tree.and.length === 1 && unmet.tree.and.every((part) => 'not' in part);
    return { words: ofOrigin(biomarkerWords(unmet.text, unmet.tree), approval), tree: unmet.tree, absence };
  });
  const [first] = all;
  return all.every((one) => one?.words === first?.words) ? first : undefined;
}

function unmetParts(
  text: string,
  tree: ProfileTree,
  patient: OncologyPatient,
): { readonly text: string; readonly tree: { readonly and: readonly ProfileTree[] } } | null {
  if (!('and' in tree)) return null;
  const words = partsOf(text);
  if (words.length !== tree.and.length) return null;
  const unmet = tree.and.flatMap((part, at) => (evaluate(part, patient).verdict === 'yes' ? [] : [{ part, text: words[at] ?? '' }]));
  if (unmet.length === 0 || unmet.length === tree.and.length) return null;
  return { text: unmet.map((one) => one.text).join(' AND '), tree: { and: unmet.map(({ part }) => part) } };
}

/** Split at each AND outside brackets. */
function partsOf(text: string): string[] {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const word of text.split(' ')) {
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (word === 'AND' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(' '));
}
