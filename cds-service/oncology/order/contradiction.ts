/** Evidence strong and near enough to say that an ordered drug will fail. */
import type { TherapyRow } from '../reason/index.ts';
import { isEarly } from '../extent.ts';
import type { LabelUse, OrderFitInput } from './label-use.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import { isBackbone, regimen } from './ordered-drugs.ts';
import { isLabelledByMarkers, targetsOfClass } from '../resisted.ts';
import type { Matches } from '../therapies.ts';

/**
 * Evidence that the drug fails here: level A; or level B from more than one item or a trusted one, where the variant lies in
 * the gene the drug is given for; there also level C, when it keeps the drug from being offered at all. Resistance seen with weaker or off-target evidence stays in the report; so does what is known of
 * inherited variants below level A (the BCL2L11 polymorphism in chronic myeloid leukaemia): a caution, no reason to withhold the drug.
 */
export function contradictions(
  ingredient: string,
  uses: readonly LabelUse[],
  { facts, matches, knowledge, tumour }: OrderFitInput,
): TherapyRow[] {
  // What is known of hormones and their receptor was seen in advanced disease.
  if (tumour === null || (isBackbone(ingredient) && isEarly(tumour, facts))) return [];
  const together = regimen(facts);
  const targets = isLabelledByMarkers(ingredient, knowledge)
    ? new Set(knowledge.targets.get(ingredient) ?? [])
    : targetsOfClass(ingredient, knowledge);
  const combined = uses.filter(
    ({ approval, met }) => met && approval.therapies.length > 1 && approval.therapies.every((therapy) => together.has(therapy.ingredient)),
  );
  // Where case series take the drug off the choices, an order of it is told as well.
  const labelled = matches.therapies.filter(
    ({ approved, effect, therapy }) =>
      approved && effect === 'sensitivity' && therapy.some(({ name }) => ingredientName(name) === ingredient),
  );
  const notOffered = labelled.length > 0 && labelled.every(({ resisted }) => resisted !== undefined);
  return matches.therapies.filter((match) => {
    if (match.effect !== 'resistance' && match.effect !== 'reduced-sensitivity') return false;
    // What holds for solid tumours of any type counts where it takes the drug off the choices.
    if (match.tumourMatch === 'other' || (match.tumourMatch === 'any-solid' && !notOffered)) return false;
    if (!drugDecides(match, ingredient, together)) return false;
    const genes = facts.variants.filter(({ id }) => match.variants.includes(id)).flatMap((fact) => fact.genes);
    const onTarget = genes.some((gene) => targets.has(knowledge.genes.symbol(gene) ?? gene));
    // Of a drug whose labels ask for no biomarker here, nothing else would tell that its target has changed.
    const ofKnownTarget = genes.some((gene) => (knowledge.targets.get(ingredient) ?? []).includes(knowledge.genes.symbol(gene) ?? gene));
    const inherited = match.because.some(({ kind }) => kind === 'germline-asked');
    const strong =
      match.level === 'A' ||
      (match.level === 'C' && onTarget && !inherited && (notOffered || (labelled.length === 0 && ofKnownTarget))) ||
      (match.level === 'B' && match.tier === 'I-B' && onTarget && !inherited);
    if (!strong || (match.level !== 'A' && outweighed(match, ingredient, matches))) return false;
    // An approved combination aimed at this very variant answers the resistance of the single drug.
    return !combined.some(({ answer }) => match.variants.every((id) => answer.found.some(({ alteration }) => alteration.fact.id === id)));
  });
}
/** The evidence is about the drug itself, not about a partner that is not part of this regimen. */
function drugDecides({ therapy, interaction }: TherapyRow, ingredient: string, together: ReadonlySet<string>): boolean {
  const names = therapy.map(({ name }) => ingredientName(name));
  if (!names.includes(ingredient)) return false;
  return names.length === 1 || interaction === 'substitutes' || names.every((name) => together.has(name) || name === 'chemotherapy');
}
/** The same drug is approved for exactly these variants: the label speaks louder than single studies. */
function outweighed(match: TherapyRow, ingredient: string, { therapies }: Matches): boolean {
  return therapies.some(
    (other) =>
      other.approved &&
      other.effect === 'sensitivity' &&
      other.therapy.length === 1 &&
      ingredientName(other.therapy[0]?.name ?? '') === ingredient &&
      match.variants.length === other.variants.length &&
      match.variants.every((id) => other.variants.includes(id)),
  );
}
