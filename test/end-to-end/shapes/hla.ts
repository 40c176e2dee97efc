/** HLA alleles: asked for one by one, or typed. */
import { loinc, observation, words, type Resource } from '../../reading/resources.ts';
import { type GeneState } from '../states.ts';
import { id, stu1Gene, genotype, type Shape } from './parts.ts';

export const HLA: readonly Shape[] = [
  {
    name: 'HLA allele asked for, coded answer',
    tells: 'result',
    make: ({ gene, hla }) =>
      hla === undefined
        ? null
        : [
            observation(id(gene, hla.allele.replace(/\W/g, '')), words(`${gene}${hla.allele} genotype`), {
              valueCodeableConcept: hla.present ? loinc('LA6576-8', 'Positive') : loinc('LA6577-6', 'Negative'),
            }),
          ],
  },
  {
    name: 'HLA allele asked for, words',
    tells: 'result',
    make: ({ gene, hla }) =>
      hla === undefined
        ? null
        : [observation(id(gene, 'allele'), words(`${gene}${hla.allele}`), { valueString: hla.present ? 'POSITIVE' : 'Not Detected' })],
  },
  {
    name: 'HLA typing, IMGT coding',
    tells: 'result',
    make: (state) =>
      typing(state, ([one, two]) => ({
        coding: [
          {
            system: 'http://www.ebi.ac.uk/ipd/imgt/hla',
            code: `${state.gene}${one ?? ''}:01G+${state.gene}${two ?? ''}:01G`,
            display: `${state.gene}${one ?? ''}:01G+${state.gene}${two ?? ''}:01G`,
          },
        ],
      })),
  },
  {
    name: 'HLA typing, GL String',
    tells: 'result',
    make: (state) =>
      typing(state, ([one, two]) => ({
        coding: [{ system: 'https://glstring.org', code: `hla#3.23.0#${state.gene}${one ?? ''}+${state.gene}${two ?? ''}` }],
      })),
  },
  {
    name: 'HLA typing, plain text',
    tells: 'result',
    make: (state) => typing(state, ([one, two]) => words(`${state.gene}${one ?? ''}/${state.gene}${two ?? ''}`)),
  },
  {
    // A server that holds none ("presence" false) tells no result.
    name: 'HLA operation output with presence',
    tells: 'result',
    make: ({ gene, hla }) =>
      hla === undefined || !hla.present
        ? null
        : [
            {
              resourceType: 'Parameters',
              parameter: [
                {
                  name: 'haplotypes',
                  part: [
                    { name: 'haplotypeItem', valueString: `${gene}${hla.allele}` },
                    { name: 'presence', valueBoolean: hla.present },
                  ],
                },
              ],
            },
          ],
  },
];

function typing(state: GeneState, value: (two: readonly string[]) => Resource): readonly Resource[] | null {
  if (state.hla === undefined) return null;
  const other = state.gene === 'HLA-A' ? ['*02:01', '*24:02'] : ['*07:02', '*15:01'];
  const two = state.hla.present ? [state.hla.allele, other[0] ?? ''] : other;
  return [genotype(state, { valueCodeableConcept: value(two) }, { component: [stu1Gene(state.gene)] })];
}
