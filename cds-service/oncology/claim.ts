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
  const isOther = (item: EvidenceItem | null): boolean =>
    item !== null && (item.effect === effect ? item.supports !== supports : supports && item.supports && opposed(item.effect, effect));
  return all
    .filter(
      (claim) => (claim.tumour.match !== 'other') === relevant && sameDrugs(of, claim) && isOther(claim.item) && restsOnThe(of, claim),
    )
    .map(({ item }) => item)
    .filter((item) => item !== null);
}
function restsOnThe(of: Claim, other: Claim): boolean {
  if (of.answer === other.answer) return true;
  const own = idsOf(of.answer).all;
  return idsOf(other.answer).own.every((id) => own.has(id));
}

interface AnswerIds {
  /** Of every finding of the answer. */
  readonly all: ReadonlySet<string>;
  /** Of those that a result states, each once, sorted: without what follows from another finding or the diagnosis. */
  readonly own: readonly string[];
}
const IDS = new WeakMap<Answer, AnswerIds>();

/** Ids of the variants that an answer rests on; a chart may hold thousands, and hundreds of claims ask for those of one answer. */
export function idsOf(answer: Answer): AnswerIds {
  const known = IDS.get(answer);
  if (known !== undefined) return known;
  const stated = answer.found.filter(({ implied }) => !implied).map(({ alteration }) => alteration.fact.id);
  const ids = { all: new Set(answer.found.map(({ alteration }) => alteration.fact.id)), own: [...new Set(stated)].sort() };
  IDS.set(answer, ids);
  return ids;
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
