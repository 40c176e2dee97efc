/** A genotype inside something else, or with its copies spelled another way. */
import { loinc, words } from '../../reading/resources.ts';
import {
  HGNC,
  NOT_STAR,
  id,
  stu1Gene,
  stu3Gene,
  genotype,
  pharmvar,
  starPair,
  withPair,
  withStars,
  together,
  type Shape,
} from './parts.ts';
import { implication } from './phenotypes.ts';

export const WRAPPED: readonly Shape[] = [
  {
    name: 'eMERGE: ClinVar coding with the name in display, interpretation beside it',
    tells: 'result',
    make: withPair((text, state) =>
      together(
        genotype(
          state,
          {
            valueCodeableConcept: {
              coding: [
                {
                  system: 'http://www.ncbi.nlm.nih.gov/clinvar',
                  code: '16897',
                  display: `${state.gene}${NOT_STAR.has(state.gene) ? ' ' : ''}${text}`,
                },
              ],
            },
          },
          { status: 'corrected', component: [stu1Gene(state.gene)] },
        ),
        implication(state, 1, true),
      ),
    ),
  },
  {
    name: 'operation output with the genotype inside',
    tells: 'result',
    make: withStars((text, state) => [
      {
        resourceType: 'Parameters',
        parameter: [
          {
            name: 'haplotypes',
            part: [
              { name: 'geneItem', valueString: `http://www.genenames.org|HGNC:${HGNC[state.gene] ?? ''}` },
              {
                name: 'genotype',
                resource: genotype(
                  state,
                  { valueCodeableConcept: pharmvar(`${state.gene} ${text}`, `${state.gene}_${text}`) },
                  { component: [stu3Gene(state.gene)] },
                ),
              },
            ],
          },
        ],
      },
    ]),
  },
  {
    name: 'contained in the report',
    tells: 'result',
    make: withPair((text, state) => [
      {
        resourceType: 'DiagnosticReport',
        id: id(state.gene, 'report'),
        status: 'final',
        code: loinc('51969-4'),
        subject: { reference: 'Patient/p1' },
        issued: '2026-01-10T08:00:00Z',
        contained: [genotype(state, { valueCodeableConcept: words(text) }, { component: [stu3Gene(state.gene)] })],
        result: [{ reference: `#${id(state.gene, 'genotype')}` }],
      },
    ]),
  },
  {
    name: 'copies written as >=, + and in brackets',
    tells: 'result',
    make: (state) => {
      const text = starPair(state);
      if (text === null || !/x/.test(text)) return null;
      const spelled = text.includes('≥') ? text.replace(/x≥(\d)/g, 'x$1+') : text.replace(/(\*\d+)x(\d)/g, '($1)x$2');
      return [genotype(state, { valueCodeableConcept: words(spelled) }, { component: [stu3Gene(state.gene)] })];
    },
  },
];
