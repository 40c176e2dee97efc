/** A label's or profile's biomarker in words for a clinician, and what a laboratory would have to test for it. */
import { genesOf, type Term } from '../../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../../knowledge/oncology/types.ts';
import type { TumourTest } from '../../../fhir-profiles/codes/tumour/test-codes.ts';
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';

const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\bv::(\S+) Fusion/g, '$1 fusion'],
  [/(\S+)::v Fusion/g, '$1 fusion'],
  [
    / (Rearrangement|Translocation|Fusion|Mutation|Amplification|Deletion|Insertion|Positive|Negative|High|Low|Deficient|Proficient)\b/g,
    ' $1',
  ],
  [/HER2 Positive IHC3\+/g, 'HER2 IHC 3+'],
  [/\bWildtype\b/g, 'wild type'],
  // A stain without the protein, the gene deleted: both are its loss.
  [/(\S+) Loss OR \1 Underexpression/g, '$1 loss'],
  [/>=/g, ' ≥ '],
  [/Loss-of-function/g, 'pathogenic variant'],
  [/(\S+) pathogenic variant OR (?=\S+ pathogenic variant)/g, '$1 OR '],
  // Beside a bracket the comma tells what belongs together.
  [/\) AND |(?<! OR \S+) AND (?=\()/g, ', and '],
  [/[()]/g, ''],
  [/(\S+) fusion OR (\S+) fusion OR (?=\S+ fusion)/g, '$1, $2 OR '],
  [/(?<=\b(?:TPS|IC|TAP) ≥ \d+)\b/g, '%'],
  // The residue by its usual number, which leaves the first methionine out.
  [/H3-3A K28M/g, 'H3 K27M'],
];
const LOWER =
  /\b(Rearrangement|Translocation|Fusion|Mutation|Amplification|Deletion|Insertion|Positive|Negative|High|Low|Deficient|Proficient|Exon|Skipping|Stable|Ultralow|Kinase Domain|Activating)\b/g;

/** `v::ALK Fusion` → `ALK fusion`; more than four alternatives are cut to the genes. */
export function biomarkerWords(text: string, tree: ProfileTree): string {
  const alternatives = text.split(' OR ').length;
  if (alternatives > 4) return `a qualifying variant in ${testNames(tree).join(', ')}`;
  const words = REPLACED.reduce((result, [from, to]) => result.replace(from, to), text);
  return words
    .replace(LOWER, (word) => word.toLowerCase())
    .replace(/\bOR\b/g, 'or')
    .replace(/\bAND\b/g, 'and')
    .replace(/\bNOT\b/g, 'no')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .trim();
}

/** Genes and markers to test, in the order of the label. */
export function testNames(tree: ProfileTree): string[] {
  return [...new Set(termsOf(tree).flatMap((term) => namesOf(term)))];
}
/** The same with the kind of test each needs, so that a fusion is not asked for by a mutation test. */
export function testsAsked(tree: ProfileTree): { readonly name: string; readonly asks: TumourTest['asks'] }[] {
  const all = termsOf(tree).flatMap((term) =>
    namesOf(term).flatMap((name) => single(name).map((one) => ({ name: one, asks: kindOf(term) }))),
  );
  return [...new Map(all.map((one) => [`${one.name} ${one.asks}`, one])).values()];
}
function single(name: string): readonly string[] {
  return name === 'ER and PR' ? ['ER', 'PR'] : [name];
}
function kindOf(term: Term): TumourTest['asks'] {
  switch (term.kind) {
    case 'fusion':
      return 'rearrangement';
    case 'copy':
    case 'arm-deletion':
      return 'amplification';
    case 'marker':
      return term.marker === 'MSI' || term.marker === 'MMR' ? 'instability' : 'stain';
    case 'expression':
      return 'stain';
    default:
      return 'mutation';
  }
}

function namesOf(term: Term): readonly string[] {
  if (term.kind === 'marker') return [term.marker === 'HR' ? 'ER and PR' : term.marker.replace(' IHC', '')];
  return term.kind === 'arm-deletion' ? [`deletion ${term.arm}`] : genesOf(term);
}
