/** The change itself: bases at a position, variants with their allelic state. */
import { component, loinc, observation, words, type Resource } from '../../reading/resources.ts';
import { knowledge } from '../report.ts';
import { rsIdOf, type GeneState } from '../states.ts';
import { id, stu1Gene, stu3Gene, genotype, together, type Shape } from './parts.ts';

export const VARIANTS: readonly Shape[] = [
  {
    name: 'bases at one position with rsID',
    tells: 'result',
    make: (state) =>
      bases(state, (rsId, two) =>
        genotype(state, { valueCodeableConcept: words(`${state.gene} ${rsId} ${two.join('/')}`) }, { component: [stu1Gene(state.gene)] }),
      ),
  },
  {
    name: 'bases at one position, test named by rsID',
    tells: 'result',
    make: (state) =>
      bases(state, (rsId, two) => observation(id(state.gene, 'bases'), words(`${state.gene} ${rsId}`), { valueString: two.join('') })),
  },
  {
    name: 'bases at one position without rsID',
    tells: 'result',
    make: (state) =>
      bases(state, (_, two) => genotype(state, { valueCodeableConcept: words(two.join('/')) }, { component: [stu3Gene(state.gene)] })),
  },
  { name: 'variants with rsID and allelic state', tells: 'result', make: (state) => variants(state, 'rsid') },
  { name: 'variants with coding HGVS and allelic state', tells: 'result', make: (state) => variants(state, 'hgvs') },
];

function bases(state: GeneState, make: (rsId: string, two: readonly string[]) => Resource): readonly Resource[] | null {
  const found = (state.alleles ?? []).map((allele) => /^(rs\d+) (?:reference|variant) \(([ACGT])\)$/.exec(allele));
  const [one] = found;
  if (one === undefined || one === null || found.length !== 2) return null;
  return [
    make(
      one[1] ?? '',
      found.map((match) => match?.[2] ?? ''),
    ),
  ];
}

const VARIANT_GENES = new Set(['DPYD', 'RYR1', 'CACNA1S', 'MT-RNR1', 'ABCG2', 'VKORC1', 'IFNL3', 'CFTR', 'G6PD']);

/** One variant Observation per allele found. A reference result is no variant and cannot be said this way. */
function variants(state: GeneState, name: 'rsid' | 'hgvs'): readonly Resource[] | null {
  if (!VARIANT_GENES.has(state.gene) || state.alleles === undefined) return null;
  const reference = (allele: string) => /^Reference$|^rs\d+ reference|non-responsive/.test(allele);
  const found = [...new Set(state.alleles.filter((allele) => !reference(allele)))];
  if (found.length === 0) return null;
  const single = knowledge.pgx.guideline.genes[state.gene]?.ploidy;
  const zygosity =
    single === 'mitochondrial'
      ? loinc('LA6704-6', 'Homoplasmic')
      : state.alleles.length === 1
        ? loinc('LA6707-9', 'Hemizygous')
        : found.length === 1 && !state.alleles.some(reference)
          ? loinc('LA6705-3', 'Homozygous')
          : loinc('LA6706-1', 'Heterozygous');
  const made = found.map((allele, at) => {
    const rs = rsIdOf(state.gene, allele);
    const hgvs = /^[cm]\.\S+$/.exec(allele)?.[0];
    const named =
      name === 'rsid'
        ? rs === null
          ? null
          : [
              component(loinc('81252-9'), {
                valueCodeableConcept: { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/projects/SNP', code: rs.rsId }] },
              }),
              component(loinc('69547-8'), { valueString: rs.ref }),
              component(loinc('69551-0'), { valueString: rs.alt }),
            ]
        : hgvs === undefined
          ? null
          : [component(loinc('48004-6'), { valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: hgvs }] } })];
    return named === null
      ? null
      : observation(id(state.gene, `variant-${String(at)}`), loinc('69548-6', 'Genetic variant assessment'), {
          valueCodeableConcept: loinc('LA9633-4', 'Present'),
          component: [stu3Gene(state.gene), ...named, component(loinc('53034-5'), { valueCodeableConcept: zygosity })],
        });
  });
  return together(...made);
}
