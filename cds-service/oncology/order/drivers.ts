/**
 * A checkpoint inhibitor as the first treatment of advanced non-squamous lung cancer, with no molecular result on file: its labels leave out
 * tumours with EGFR or ALK alterations, for which targeted drugs come first. Told once, quietly; any molecular result keeps it silent, as
 * panels often list only what they found.
 */
import { testsToOrder } from '../../../fhir-profiles/codes/tumour/test-codes.ts';
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';
import type { Approval, ProfileTree } from '../../knowledge/oncology/types.ts';
import { isEarly } from '../extent.ts';
import type { JudgedOrder } from '../reason/index.ts';
import { labelSources, wordsOf, type OrderFitInput } from './label-use.ts';
import { givenForThis, treatmentHistory } from './treatment-history.ts';
import { made } from './verdict.ts';
import { isBackbone, regimen, type OrderedDrug } from './ordered-drugs.ts';
import { labelMatch } from '../tumour.ts';

export function driversUntested(drug: OrderedDrug, own: readonly Approval[], input: OrderFitInput): JudgedOrder | null {
  const { tumour, facts, knowledge } = input;
  if (isBackbone(drug.ingredient) || tumour === null || isEarly(tumour, facts) || isSquamous(tumour.oncotree, tumour.oncotreeAncestors))
    return null;
  if (givenForThis(treatmentHistory(facts, knowledge, tumour)).length > 0 || hasMolecularResult(input)) return null;
  const together = regimen(facts);
  const use = own.find(
    (approval) =>
      !approval.early &&
      labelMatch(approval, tumour) !== null &&
      (approval.therapies.length === 1 || approval.therapies.every(({ ingredient }) => together.has(ingredient))) &&
      leftOut(knowledge.profiles[approval.profile]?.tree).length > 1,
  );
  if (use === undefined) return null;
  const genes = leftOut(knowledge.profiles[use.profile]?.tree);
  return made(
    drug,
    'biomarker-not-tested',
    {
      biomarker: wordsOf([{ approval: use }], input),
      tests: genes,
      testOrders: testsToOrder(genes.map((name) => ({ name, asks: name === 'EGFR' ? 'mutation' : 'rearrangement' }))).map(
        ({ text, code }) => ({
          text,
          ...(code === undefined ? {} : { code }),
        }),
      ),
      because: [{ kind: 'none-on-file', tests: genes }],
      variants: [],
      alternatives: [],
      sources: labelSources([{ approval: use }]),
    },
    input,
  );
}

/** Genes that the label wants unaltered. */
function leftOut(tree: ProfileTree | undefined): string[] {
  if (tree === undefined) return [];
  return [...new Set(termsOf(tree).flatMap((term) => (term.kind === 'wild-type' ? [term.gene] : [])))];
}

function isSquamous(...codes: readonly ReadonlySet<string>[]): boolean {
  return codes.some((set) => set.has('LUSC'));
}

function hasMolecularResult({ facts, patient }: OrderFitInput): boolean {
  return (
    facts.variants.some(({ origin }) => origin !== 'germline') ||
    facts.tested.some(({ origin }) => origin !== 'germline') ||
    patient.failed.size > 0
  );
}
