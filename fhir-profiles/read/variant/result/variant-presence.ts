/** Whether a variant assessment says that the variant is there, and how the laboratory classes it. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { classificationOf, type ChangeMeaning } from '../../../codes/genomics/variant-terms.ts';
import type { Classification, Presence, VariantFact } from '../../../facts.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { classificationStated, oneClassification, type Attached } from './attached.ts';
import { classAsValue } from './class-as-value.ts';
import { isUnchanged, type HgvsFound } from '../notation/hgvs.ts';
import { isNormalKaryotype } from '../notation/karyotype.ts';
import { notCalled } from './no-call-beside.ts';
import type { VariantNames } from './variant-names.ts';
import { alleleFraction, belowDetection, type Fraction, measuredPresent, statedIn } from '../parts/variant-parts.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';
import { statedPresence } from '../parts/stated-presence.ts';
import { valueNamesChange } from './value-names-change.ts';

export interface StatedPresence {
  readonly presence: Presence;
  /** Nothing in the resource says it, though it names a change. */
  readonly guessed: boolean;
  /** Nothing in the resource says it. */
  readonly unsaid?: true;
}

/** What the result says of the variant's presence, or what its parts let conclude. */
export function presenceFor(
  view: ObservationView,
  attached: Attached,
  meaning: ChangeMeaning | null,
  hgvs: HgvsFound,
  genomic: VariantFact['genomic'],
  copies: number | undefined,
  names: VariantNames,
  named: boolean,
  genes: readonly string[],
): StatedPresence {
  const stated = statedPresence(view);
  if (stated === 'absent' && notCalled(view)) return { presence: 'no-call', guessed: false };
  // "Present" with a reference sequence: what is present is the wild type.
  const reference = genomic !== undefined && genomic.ref !== '' && genomic.ref === genomic.alt;
  const normalKaryotype = names.iscn !== undefined && isNormalKaryotype(names.iscn);
  const unchanged = hgvs.c.length > 0 && hgvs.c.every(({ change }) => isUnchanged(change));
  if ((stated === 'present' || stated === null) && (meaning?.wildType === true || reference || unchanged || normalKaryotype))
    return { presence: 'absent', guessed: false };
  // "Amplification - equivocal" beside "Present": the laboratory saw something and does not call it.
  const said = [...names.all, ...names.words, ...names.interpretations, ...statedIn(view, COMPONENT.changeType).words];
  // "Present" beside "exon 14 skipping not detected", or beside an allele fraction below the limit of detection: one of the two is untrue.
  const doubted =
    names.denied || belowDetection(view) || isNought(alleleFraction(view)) || said.some((text) => /\bequivocal\b/i.test(text));
  if (stated === 'present' && doubted) return { presence: 'indeterminate', guessed: false };
  if (stated !== null) return { presence: stated, guessed: false };
  if (measuredPresent(view) || valueNamesChange(view, genes) || (copies !== undefined && copies !== 2))
    return { presence: 'present', guessed: false };
  // The value may be left out (Genomics Reporting: 0..1). What is not there is not classified as pathogenic either.
  const changed = hgvs.c.length + hgvs.p.length + hgvs.g.length > 0 || genomic !== undefined;
  const asValue = classAsValue(valueConcept(view.value));
  if (asValue !== null && (changed || HARMFUL.has(asValue.classification))) return { presence: 'present', guessed: false };
  if (changed && view.value === null && HARMFUL.has(classificationFor(view, names, attached)))
    return { presence: 'present', guessed: false };
  return { presence: 'indeterminate', guessed: named, unsaid: true };
}

const isNought = (fraction: Fraction): boolean => fraction.kind === 'fraction' && fraction.value === 0;

const HARMFUL: ReadonlySet<Classification> = new Set(['pathogenic', 'likely-pathogenic', 'oncogenic', 'likely-oncogenic']);
/** Stated by the result, in the words of its value or interpretation, or by another that is derived from it. */
export function classificationFor(view: ObservationView, names: VariantNames, attached: Attached): Classification {
  const value = valueConcept(view.value);
  const said = wordings(value).filter((text) => presenceInWords(text) !== 'absent');
  const asValue = classAsValue(value)?.classification;
  const worded = [names.interpretations, said].map((words) => classificationOf([], words));
  return oneClassification([
    ...attached.classifications,
    ...[classificationStated(view), asValue, ...worded].flatMap((found) => found ?? []),
  ]);
}
