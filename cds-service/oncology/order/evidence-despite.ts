/** Evidence for a drug whose label does not name what was found: said beside "tested, not found", so that neither is taken for the whole. */
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import { said, type Reason } from '../reason/index.ts';
import { closelyNamed } from '../specificity.ts';
import { diseaseMatch } from '../tumour.ts';
import type { OrderFitInput } from './label-use.ts';
import type { OrderedDrug } from './ordered-drugs.ts';

/** Clinical evidence, the strongest first: trials, cohorts and case reports, nothing from cells or animals (CIViC levels). */
const CLINICAL = ['A', 'B', 'C'];

/**
 * Sensitivity in this tumour type of the change itself or of its class: what is said of any mutation of a gene was mostly studied with the common ones.
 * Nothing is said where other evidence speaks against the drug.
 * @param found ids of the variants on file of the genes that the label asks for
 */
export function evidenceDespite(drug: OrderedDrug, found: readonly string[], input: OrderFitInput): Reason[] {
  const { knowledge, matches, patient, tumour } = input;
  const isAbout = (therapies: readonly { readonly name: string }[]): boolean =>
    therapies.length > 0 && therapies.every(({ name }) => ingredientName(name) === drug.ingredient);
  const against = matches.therapies.some(
    ({ effect, therapy, variants }) => effect !== 'sensitivity' && isAbout(therapy) && variants.some((id) => found.includes(id)),
  );
  if (against) return [];
  const levels = [...matches.answers].flatMap(([at, { verdict }]) => {
    const profile = knowledge.profiles[at];
    if (verdict !== 'yes' || profile === undefined || !closelyNamed(profile.tree, patient).some((id) => found.includes(id))) return [];
    return (knowledge.index.evidenceByProfile.get(at) ?? []).flatMap(({ effect, supports, therapies, level, disease }) =>
      effect === 'sensitivity' &&
      supports &&
      isAbout(therapies) &&
      ['same', 'ancestor', 'descendant'].includes(diseaseMatch(disease, tumour, knowledge.tumours).match)
        ? [level]
        : [],
    );
  });
  const best = CLINICAL.find((level) => levels.some((one) => one === level));
  return best === undefined
    ? []
    : [said(`Studies report sensitivity of what was found to ${drug.ingredient} (level ${best}); its label does not name it`)];
}
