/** What only the central laboratory of the sponsor may show: "HER2 3+ must be determined by a sponsor designated central laboratory". */
import type { Requirement } from '../../../knowledge/trials/types.ts';

const CENTRAL =
  /\bcentral(?:i[sz]ed)?(?: (?:diagnostic|pathology|molecular|investigational))* ?(?:lab\b|laborator|test|assay|detection|assessment|review|confirm)|\bcentrally\b|\bsponsor[- ]designated\b/i;
/** Another laboratory is enough, or the central one only looks at it afterwards. */
const OTHERS_TOO =
  /\blocal\w*\b|\bexisting\b|\bpreviously\b|\bat the study site\b|\bnot required\b|\bretrospective|\bpost-?hoc\b|\bif available\b|\bCLIA\b/i;
const OPEN: Requirement = { kind: 'unread', ask: 'whether the central laboratory finds it too' };

/** A result of another laboratory does not show it; one that denies it still speaks against it. An HLA type is the same whoever finds it. */
export function byCentralTest(asked: Requirement, text: string): Requirement {
  return CENTRAL.test(text) && !OTHERS_TOO.test(text) ? opened(asked) : asked;
}
function opened(asked: Requirement): Requirement {
  if (asked.kind === 'all' || asked.kind === 'any') return { ...asked, of: asked.of.map(opened) };
  return asked.kind === 'molecular' ? { kind: 'all', of: [asked, OPEN] } : asked;
}

/** "HER2-altered" may be by its protein: a sequence that is clear does not show that there is none. */
export function beyondSequence(asked: Requirement, text: string): Requirement {
  return HER2_ALTERED.test(text) ? byProteinToo(asked) : asked;
}
const HER2_ALTERED = /\bHER-?2(?:\/neu)?[- ]alter(?:ed|ations?)\b/i;
function byProteinToo(asked: Requirement): Requirement {
  if (asked.kind === 'all' || asked.kind === 'any') return { ...asked, of: asked.of.map(byProteinToo) };
  return asked.kind === 'molecular' && /^HER2 alter/i.test(asked.label) ? { kind: 'any', of: [asked, { kind: 'unread', ask: 'HER2 by immunohistochemistry' }] } : asked; // prettier-ignore
}
