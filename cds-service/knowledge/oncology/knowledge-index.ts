/** Which profiles the genes and markers of a patient can touch, and what rests on each. */
import { genesOf } from './notation/term.ts';
import { termsOf } from './profile-terms.ts';
import type { Approval, EvidenceItem, KnowledgeIndex, Profile } from './types.ts';

/** Key of the profiles that ask for a marker of the whole tumour. */
export const MARKER_KEY = '';

export function buildIndex(
  profiles: readonly Profile[],
  evidence: readonly EvidenceItem[],
  approvals: readonly Approval[],
): KnowledgeIndex {
  const profilesByGene = new Map<string, number[]>();
  profiles.forEach((profile, at) => {
    const genes = new Set(termsOf(profile.tree).flatMap((term) => (genesOf(term).length === 0 ? [MARKER_KEY] : genesOf(term))));
    for (const gene of genes) add(profilesByGene, gene, at);
  });
  const evidenceByProfile = new Map<number, EvidenceItem[]>();
  for (const item of evidence) add(evidenceByProfile, item.profile, item);
  const approvalsByProfile = new Map<number, Approval[]>();
  const approvalsByDrug = new Map<string, Approval[]>();
  for (const approval of approvals) {
    add(approvalsByProfile, approval.profile, approval);
    for (const { ingredient } of approval.therapies) add(approvalsByDrug, ingredient, approval);
  }
  return { profilesByGene, evidenceByProfile, approvalsByProfile, approvalsByDrug };
}

function add<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}
