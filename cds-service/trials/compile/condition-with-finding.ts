/** "HER2-positive breast cancer", "MTAP-deleted NSCLC" among the conditions of the registry: a tumour type and what its tests show. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { ReadingContext } from '../criteria/atom.ts';
import { join, readCriterion, UNREAD } from '../criteria/read-criterion.ts';

const SPEAKS_OF_FINDING =
  /[A-Z]{2}[\w-]*\+|\bHER-?2\b|positive|negative|\blow\b|MSI|microsatell|MMR|mutat|mutant|fusion|rearrang|delet|\bloss\b|amplif|wild|V600|G12/i;

/**
 * Who has both has the condition. Another tumour shuts out; another finding leaves it open, since registries file trials under wider and narrower names
 * and the eligibility text says what is asked. Null where the condition is no tumour type with findings and nothing else.
 */
export function withFinding(condition: string, context: ReadingContext): Requirement | null {
  // The triple-negative are a type of their own.
  if (!SPEAKS_OF_FINDING.test(condition) || /triple/i.test(condition)) return null;
  const { requirement } = readCriterion(condition, context);
  if (requirement.kind !== 'all') return null;
  const [type, ...others] = requirement.of.filter(({ kind }) => kind === 'tumour');
  const findings = requirement.of.filter(({ kind }) => kind === 'molecular');
  if (type === undefined || others.length > 0 || findings.length === 0 || findings.length + 1 < requirement.of.length) return null;
  return { kind: 'any', of: [requirement, join('all', [type, UNREAD])] };
}
