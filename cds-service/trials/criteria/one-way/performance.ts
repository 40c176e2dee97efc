/**
 * A performance status beside words that let in somebody more, or on two scales without a word between them: who keeps the limit that stands first keeps the
 * criterion; who keeps it on both scales, or misses it on both, is certain whichever was meant.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD } from '../requirements-together.ts';
import type { Atom, ReadingContext } from '../atom.ts';
import { claimed } from '../claim.ts';
import { MEASURED_STATE } from '../patient-state.ts';
import { atLeast, OF_SOME, type OneWayReader } from './reader.ts';

/** "… Patients with ECOG 2 solely due to local symptoms may be allowed": more are let in, nobody is shut out. */
const LETS_IN =
  /^[.;]\s*(?:(?:patients?|participants?|subjects?|those|individuals|ECOG|PS|a|an|performance status)\b[^.;]*?)\b(?:may|can|will|are|is) (?:also )?(?:be )?(?:allowed|permitted|eligible|enrol\w*|included|considered|acceptable)\b[^.;]*\.?\s*$/i;
const SHUTS_OUT = /\b(?:not|no|excluded?|ineligible|only|unless|must|except\w*)\b/i;
const BEFORE =
  /^(?:\d{1,2}[.)])?\W*(?:(?:patients?|participants?|subjects?|must|have|has|with|an?|the|who|should|eastern cooperative oncology group|\(ECOG\)|is|of) ?)*$/i;
/** Two scales with a comma alone. */
const LIST = /^\s*,\s*(?:an? )?$/;

export const PERFORMANCE: OneWayReader = {
  needs: ['ecog', 'karnofsky', 'kps', 'performance status', 'eastern cooperative'],
  read(text, side, context) {
    if (side !== 'inclusion' || OF_SOME.test(text)) return null;
    return twoScales(text, context) ?? beforePermission(text, context);
  },
};

const performance = (text: string, context: ReadingContext): readonly Atom[] =>
  claimed(text, context, MEASURED_STATE).filter(({ requirement }) => requirement.kind === 'performance');

function beforePermission(text: string, context: ReadingContext): Requirement | null {
  const [first] = performance(text, context);
  if (first === undefined || !BEFORE.test(text.slice(0, first.start))) return null;
  const rest = text
    .slice(first.end)
    .trimStart()
    .replace(/\([^()]*\)/g, ' ');
  return LETS_IN.test(rest) && !SHUTS_OUT.test(rest) ? atLeast([first.requirement]) : null;
}

function twoScales(text: string, context: ReadingContext): Requirement | null {
  const [one, other, ...more] = performance(text, context);
  if (one === undefined || other === undefined || more.length > 0) return null;
  if (!BEFORE.test(text.slice(0, one.start)) || !LIST.test(text.slice(one.end, other.start)) || /\w/.test(text.slice(other.end)))
    return null;
  const members = [one.requirement, other.requirement];
  const scales = new Set(members.flatMap((asked) => (asked.kind === 'performance' ? [asked.scale] : [])));
  if (scales.size !== 2) return null;
  return join('any', [join('all', members), join('all', [join('any', members), UNREAD])]);
}
