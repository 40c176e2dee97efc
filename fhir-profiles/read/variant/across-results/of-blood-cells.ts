/**
 * Changes of which the laboratory says that they may come from blood cells and not from the tumour: clonal haematopoiesis. Of 69 men with prostate cancer tested
 * in plasma 7 had such a change in a gene that PARP inhibitors are chosen by, most often ATM (JAMA Oncology, fullarticle 2772786, looked up 2026-11-23).
 */
import type { VariantFact } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { valueConcept } from '../../element-value.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';

const SAID =
  /\bclonal ha?ematopoie(?:sis|tic)\b|\b(?:possible|possibly|likely|probable|suspected|consistent with|suggestive of|may be|flag(?:ged)?:?) CHIP\b/i;
const DENIED =
  /\b(?:no|not|unlikely|without|excluded?s?|ruled out|rather than|cannot|limitations?|may (?:also )?(?:detect|contain|reflect))\b[^.;]{0,60}\b(?:clonal ha?ematopoie|CHIP\b)|\b(?:clonal ha?ematopoie\w*|CHIP)\b[^.;]{0,40}\b(?:excluded|ruled out|unlikely|not (?:detected|found|suspected)|cannot be (?:excluded|distinguished))\b/i;
/** A longer text tells of the method. */
const LONGEST = 300;

/** The facts, each with what its own result says of where it comes from. */
export function markedAsOfBlood(facts: readonly VariantFact[], { observations }: Chart): readonly VariantFact[] {
  const said = new Set(observations.filter(saysClonal).map(({ entry }) => entry.reference));
  return said.size === 0 ? facts : facts.map((fact) => (said.has(fact.source.reference) ? { ...fact, mayBeOfBlood: true } : fact));
}

function saysClonal({ notes, value, components, interpretation }: ObservationView): boolean {
  const texts = [
    ...notes,
    ...wordings(valueConcept(value)),
    ...interpretation.flatMap(wordings),
    ...components.flatMap((part) => [...wordings(part.code), ...wordings(valueConcept(part.value))]),
  ];
  return texts.some((text) => text.length <= LONGEST && SAID.test(text) && !DENIED.test(text));
}
