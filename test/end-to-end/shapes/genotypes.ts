/** Both alleles as a pair, in the forms of several releases, laboratories and public servers. */
import { component, loinc, observation, words } from '../../reading/resources.ts';
import { id, stu1Gene, stu3Gene, genotype, pharmvar, pair, starPair, withPair, withStars, type Shape } from './parts.ts';

export const GENOTYPES: readonly Shape[] = [
  {
    name: 'STU1 genotype, PharmVar code and display',
    tells: 'result',
    make: withPair((text, state) => [
      genotype(state, { valueCodeableConcept: pharmvar(`${state.gene} ${text}`) }, { component: [stu1Gene(state.gene)] }),
    ]),
  },
  {
    name: 'STU2 genotype, https PharmVar id, name in display',
    tells: 'result',
    make: withPair((text, state) => [
      genotype(
        state,
        { valueCodeableConcept: pharmvar(`${state.gene} ${text}`, 'PV00155', 'https://www.pharmvar.org') },
        { component: [stu1Gene(state.gene)] },
      ),
    ]),
  },
  {
    name: 'STU3 genotype, text only',
    tells: 'result',
    make: withPair((text, state) => [genotype(state, { valueCodeableConcept: words(text) }, { component: [stu3Gene(state.gene)] })]),
  },
  {
    name: 'genotype without gene component, gene in the text',
    tells: 'result',
    make: withPair((text, state) => [genotype(state, { valueCodeableConcept: words(`${state.gene} ${text}`) })]),
  },
  {
    name: 'alleles the other way round',
    tells: 'result',
    make: (state) =>
      state.alleles === undefined || state.alleles.length !== 2
        ? null
        : [genotype(state, { valueCodeableConcept: words([...state.alleles].reverse().join('/')) }, { component: [stu3Gene(state.gene)] })],
  },
  {
    name: 'gene before each allele',
    tells: 'result',
    make: (state) =>
      starPair(state) === null
        ? null
        : [genotype(state, { valueCodeableConcept: words((state.alleles ?? []).map((allele) => `${state.gene}${allele}`).join('/')) })],
  },
  {
    name: 'code with underscore (public reference server)',
    tells: 'result',
    make: withStars((text, state) => [
      genotype(
        state,
        { valueCodeableConcept: pharmvar(`${state.gene} ${text}`, `${state.gene}_${text}`) },
        { component: [stu3Gene(state.gene)] },
      ),
    ]),
  },
  {
    name: 'sub-allele numbers',
    tells: 'result',
    make: (state) => {
      if (starPair(state) === null || (state.alleles ?? []).some((allele) => !/^\*\d+$/.test(allele))) return null;
      const text = (state.alleles ?? []).map((allele) => `${state.gene}${allele}.001`).join(' / ');
      return [genotype(state, { valueCodeableConcept: words(text) }, { component: [stu3Gene(state.gene)] })];
    },
  },
  {
    name: 'two haplotype Observations',
    tells: 'result',
    make: (state) =>
      state.alleles?.length !== 2
        ? null
        : state.alleles.map((allele, at) =>
            observation(id(state.gene, `haplotype-${String(at)}`), loinc('84414-2'), {
              valueCodeableConcept: words(allele),
              component: [stu3Gene(state.gene)],
            }),
          ),
  },
  {
    name: 'genotype derived from two haplotypes',
    tells: 'result',
    make: (state) => {
      if (state.alleles?.length !== 2) return null;
      const below = state.alleles.map((allele, at) =>
        observation(id(state.gene, `haplotype-${String(at)}`), loinc('84414-2'), {
          valueCodeableConcept: pharmvar(`${state.gene} ${allele}`),
          component: [stu1Gene(state.gene)],
        }),
      );
      const links = { derivedFrom: below.map((one) => ({ reference: `Observation/${String(one['id'])}` })) };
      return [
        ...below,
        genotype(
          state,
          { valueCodeableConcept: pharmvar(`${state.gene} ${pair(state) ?? ''}`) },
          { component: [stu1Gene(state.gene)], ...links },
        ),
      ];
    },
  },
  {
    name: 'local code, gene in the name of the test, string value',
    tells: 'result',
    make: withPair((text, state) => [observation(id(state.gene, 'local'), words(`${state.gene} genotype`), { valueString: text })]),
  },
  {
    name: 'panel with a genotype component',
    tells: 'result',
    make: withPair((text, state) => [
      observation(id(state.gene, 'panel'), words('Pharmacogenomics panel'), {
        component: [component(loinc('84413-4'), { valueString: `${state.gene} ${text}` })],
      }),
    ]),
  },
  {
    name: 'panel with components named by gene',
    tells: 'result',
    make: withPair((text, state) => [
      observation(id(state.gene, 'panel'), words('Pharmacogenomics panel'), {
        component: [
          component(words(`${state.gene} diplotype`), { valueString: text }),
          ...(state.phenotype === null ? [] : [component(words(`${state.gene} phenotype`), { valueString: state.phenotype })]),
        ],
      }),
    ]),
  },
  {
    name: 'legacy LOINC of the gene',
    tells: 'result',
    make: withStars((text, state) =>
      state.gene === 'CYP2D6'
        ? [
            observation(
              'legacy',
              { coding: [{ system: 'http://loinc.org', code: '40425-1' }], text: 'CYP2D6 gene mutations found' },
              { valueString: text },
            ),
          ]
        : state.gene === 'CYP2C19'
          ? [
              observation(
                'legacy',
                loinc('57132-5', 'CYP2C19 gene mutations found [Identifier] in Blood or Tissue by Molecular genetics method'),
                { valueString: text },
              ),
            ]
          : null,
    ),
  },
];
