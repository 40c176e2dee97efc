/** One thing that evidence or a label says of this patient, and what other claims say against it. */
import type { Approval, EvidenceItem, Profile, Therapy } from '../knowledge/oncology/types.ts';
import type { Answer } from './alteration/covers.ts';
import type { OriginAnswer } from './alteration/origin.ts';
import type { TumourAnswer } from './tumour.ts';

export interface Claim {
  readonly item: EvidenceItem | null;
  readonly approval: Approval | null;
  readonly profile: Profile;
  readonly therapies: readonly Therapy[];
  readonly tumour: TumourAnswer;
  readonly origin: OriginAnswer;
  readonly answer: Answer;
  /** Ingredients in alphabetical order, joined: what makes two claims speak of the same therapy. */
  readonly drugs: string;
}

/**
 * The other side: the same drugs with the opposite effect, or the same effect studied and not confirmed. Only what rests on the same
 * findings is the other side: that L858R responds to gefitinib does not speak against the resistance of T790M.
 */
export function conflicts(of: Claim, all: readonly Claim[]): EvidenceItem[] {
  const effect = of.item?.effect ?? 'sensitivity';
  const supports = of.item?.supports ?? true;
  const relevant = of.tumour.match !== 'other';
  return all
    .filter(
      (claim) => claim.item !== null && (claim.tumour.match !== 'other') === relevant && sameDrugs(of, claim) && restsOnThe(of, claim),
    )
    .map(({ item }) => item)
    .filter((item) => item !== null)
    .filter((item) => (item.effect === effect ? item.supports !== supports : supports && item.supports && opposed(item.effect, effect)));
}
function restsOnThe(of: Claim, other: Claim): boolean {
  const own = new Set(of.answer.found.map(({ alteration }) => alteration.fact.id));
  return other.answer.found.every(({ alteration, implied }) => implied || own.has(alteration.fact.id));
}
function opposed(a: string, b: string): boolean {
  return (a === 'sensitivity') !== (b === 'sensitivity') && a !== 'adverse' && b !== 'adverse';
}
/** Equal sets; or one names several drugs of which any one will do, and the other is one of them. */
function sameDrugs(a: Claim, b: Claim): boolean {
  return a.drugs === b.drugs || anyOf(a, b) || anyOf(b, a);
}
function anyOf(several: Claim, single: Claim): boolean {
  return (
    several.item?.interaction === 'substitutes' &&
    single.therapies.length === 1 &&
    several.therapies.some(({ ingredient }) => ingredient === single.drugs)
  );
}
