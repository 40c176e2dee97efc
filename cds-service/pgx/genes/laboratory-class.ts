/**
 * A variant that the laboratory classes otherwise than CPIC lists it: "of uncertain significance" or "benign" of an allele that CPIC lists as harmful,
 * "pathogenic" of one that CPIC does not list so. CPIC's table leads, and both are said.
 */
import type { Classification, GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { namedAllele } from './named-variant.ts';
import type { GeneFinding } from './types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const WORDS: Partial<Record<Classification, string>> = {
  vus: 'of uncertain significance',
  'likely-benign': 'likely benign',
  benign: 'benign',
  'likely-pathogenic': 'likely pathogenic',
  pathogenic: 'pathogenic',
};

interface Classed {
  readonly reference: string;
  readonly names: readonly string[];
  readonly classed: Classification;
}

export function withLaboratoryClass(
  finding: GeneFinding,
  gene: PgxGene,
  results: readonly GermlineResult[],
  facts: PatientFacts,
): GeneFinding {
  if (finding.state === 'conflict' || !classedForTheDrug(gene)) return finding;
  const said = new Map(
    classedVariants(gene, results, facts).flatMap((one): [string, string][] => {
      const means = differing(gene, one);
      return means === null ? [] : [[means, `The laboratory calls it ${means}.`]];
    }),
  );
  if (said.size === 0) return finding;
  const { result } = finding;
  const others = [...said.keys()].map((means) => ({ by: 'laboratory' as const, means }));
  return {
    ...finding,
    result: { ...result, notes: [...(result.notes ?? []), ...said.values()], otherWords: [...(result.otherWords ?? []), ...others] },
  };
}

/** Of other genes the class speaks of an inherited disease, of which the drug knows nothing ("CYP2C9*2: benign", "CFTR: pathogenic"). */
const classedForTheDrug = ({ symbol, method }: PgxGene): boolean =>
  (method === 'variant' && symbol !== 'CFTR') || symbol === 'DPYD' || symbol === 'TPMT' || symbol === 'NUDT15';

/** What was found and classed; a text that holds several variants does not say which of them its class is about. */
function classedVariants(gene: PgxGene, results: readonly GermlineResult[], facts: PatientFacts): readonly Classed[] {
  const germline = facts.variants.filter(
    ({ gene: symbol, origin, presence }) => symbol === gene.symbol && origin === 'germline' && presence === 'present',
  );
  const fromVariants = germline.flatMap(({ source, classification, cHgvs, gHgvs, rsIds, names }): Classed[] => [
    { reference: source.reference, names: [cHgvs, gHgvs, ...rsIds, ...names].flatMap((name) => name ?? []), classed: classification },
  ]);
  const seen = new Set(fromVariants.map(({ reference }) => reference));
  const inOneText = new Map<string, number>();
  for (const { call, source } of results)
    if (call.kind !== 'phenotype') inOneText.set(source.reference, (inOneText.get(source.reference) ?? 0) + 1);
  const fromResults = results.flatMap(({ call, source, laboratoryClass }): Classed[] => {
    const alone = inOneText.get(source.reference) === 1;
    if (laboratoryClass === undefined || !alone || seen.has(source.reference)) return [];
    return [{ reference: source.reference, names: namesOf(call), classed: laboratoryClass }];
  });
  return [...fromVariants, ...fromResults];
}

function namesOf(call: GermlineResult['call']): readonly string[] {
  if (call.kind === 'variant') return call.notation;
  if (call.kind === 'allele-presence') return [call.allele];
  const haplotypes = call.kind === 'diplotype' ? call.haplotypes : call.kind === 'single-allele' ? [call.haplotype] : [];
  return haplotypes.flatMap(({ units }) => units.map(({ allele }) => allele));
}

/** What CPIC lists an allele as: harmful, harmless or neither of them for certain. */
const HARMLESS = /^normal|^iv\/normal/i;
const OPEN = /uncertain|unknown|unassigned/i;

/** "of uncertain significance (CPIC: No function)"; null where both say the same or neither says anything. */
function differing(gene: PgxGene, { names, classed }: Classed): string | null {
  const words = WORDS[classed];
  if (words === undefined) return null;
  const functions = [...new Set(names.flatMap((name) => entryOf(gene.alleles, namedAllele(gene, name) ?? '')?.function ?? []))];
  const harmful = functions.filter((listed) => !HARMLESS.test(listed) && !OPEN.test(listed));
  const pathogenic = classed === 'pathogenic' || classed === 'likely-pathogenic';
  if (pathogenic) return harmful.length > 0 ? null : `${words} (CPIC: ${functions[0] ?? 'not listed'})`;
  return harmful.length === 0 ? null : `${words} (CPIC: ${harmful.join(', ')})`;
}
