/** Non-small cell lung cancer that is not squamous: adenocarcinoma and large cell carcinoma are, squamous cell carcinoma is not, any other stays open. */
import type { Requirement } from '../../../knowledge/trials/types.ts';

type Tumour = Extract<Requirement, { kind: 'tumour' }>;
/** OncoTree and Disease Ontology. */
const type = (name: string, oncotree: string, doid: string): Tumour => ({ kind: 'tumour', name, oncotree, doid, breadth: null });
const SQUAMOUS = type('lung squamous cell carcinoma', 'LUSC', 'DOID:3907');
const OTHERS = [type('lung adenocarcinoma', 'LUAD', 'DOID:3910'), type('large cell lung carcinoma', 'LCLC', 'DOID:4556')];
const not = (of: Requirement): Requirement => ({ kind: 'not', of });

/** @param lung the type "non-small cell lung cancer" */
export function nonSquamous(lung: Tumour): Requirement {
  // Denied members: only the whole is a type that the text names.
  const other: Requirement = { kind: 'all', of: [...OTHERS.map(not), { kind: 'unread', ask: 'whether the histology is non-squamous' }] };
  return { kind: 'all', of: [lung, not(SQUAMOUS), not(other)] };
}

const BEFORE = /(?<![\w-])non-?squamous(?: cell)?,? $/i;
/** "Squamous or non-squamous", "squamous/non-squamous": all of them. */
const BOTH =
  /(?<![\w-])(?:squamous(?: cell)?(?: or | and | and\/or | ?\/ ?)non-?squamous|non-?squamous(?: or | and | and\/or | ?\/ ?)squamous)(?: cell)?,? $/i;

/** What stands directly before the name: where it begins, and whether it takes the squamous out. */
export function squamousBefore(text: string, start: number): { readonly start: number; readonly without: boolean } | null {
  const before = text.slice(Math.max(0, start - 50), start);
  const both = BOTH.exec(before);
  const match = both ?? BEFORE.exec(before);
  return match === null ? null : { start: start - match[0].length, without: both === null };
}
