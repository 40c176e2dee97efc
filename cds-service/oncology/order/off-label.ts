/**
 * A drug whose label has no use without a finding, in whatever tumour, ordered in one that it does not name: where the finding was looked for and is not
 * there, it has nothing to act on (sotorasib with KRAS G12D). A matching finding, or one that evidence of any kind names for the drug, is off-label use,
 * which is the clinician's; nothing on file is asked for either.
 */
import type { Approval, ProfileTree } from '../../knowledge/oncology/types.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import { labelUses, type OrderFitInput } from './label-use.ts';
import type { JudgedOrder } from '../reason/index.ts';
import { lacking } from './lacking.ts';
import type { OrderedDrug } from './ordered-drugs.ts';

export function targetNotFound(drug: OrderedDrug, own: readonly Approval[], input: OrderFitInput): JudgedOrder | null {
  if (input.tumour === null || !input.knowledge.alwaysAsked.has(drug.ingredient)) return null;
  const named = input.matches.therapies.some(
    ({ effect, variants, therapy }) =>
      effect === 'sensitivity' && variants.length > 0 && therapy.some(({ name }) => ingredientName(name) === drug.ingredient),
  );
  if (named) return null;
  const anywhere = { ...input, tumour: null };
  const uses = labelUses(drug.ingredient, own, anywhere);
  if (uses.length === 0 || uses.some(({ answer }) => answer.verdict === 'yes')) return null;
  const fit = lacking(drug, uses, anywhere);
  if (fit.verdict !== 'biomarker-negative') return null;
  // Another change of a kinase may be what the drug is tried for (EGFR vIII in glioblastoma); one of another codon than the only one it binds is not.
  return fit.variants.length === 0 || uses.every(({ approval }) => isOfOneCodon(input.knowledge.profiles[approval.profile]?.tree))
    ? fit
    : null;
}

/** `IDH1 R132C OR IDH1 R132H OR IDH2 R172K`: changes of one residue, of each gene at one codon. */
function isOfOneCodon(tree: ProfileTree | undefined): boolean {
  if (tree === undefined) return false;
  const codons = new Map<string, number>();
  return ('or' in tree ? tree.or : [tree]).every(
    (part) =>
      'kind' in part &&
      part.kind === 'protein' &&
      part.changes.every(({ kind, start, end }) => {
        const at = codons.get(part.gene) ?? start;
        codons.set(part.gene, at);
        return (kind === 'missense' || kind === 'codon') && start === end && start === at;
      }),
  );
}
