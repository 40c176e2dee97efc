/** What the pair means: phenotype, activity score, genomic indicator, with the genotype and alone. */
import { component, loinc, observation, tbd, words, type Resource } from '../../reading/resources.ts';
import { type GeneState } from '../states.ts';
import { id, stu1Gene, stu3Gene, genotype, withPair, together, type Shape } from './parts.ts';

export const PHENOTYPES: readonly Shape[] = [
  {
    name: 'gene product metabolic activity interpretation (LOINC)',
    tells: 'phenotype',
    make: (state) => {
      const codes: Record<string, string> = {
        TPMT: '79713-4',
        CYP2C9: '79716-7',
        CYP2C19: '79714-2',
        CYP2D6: '79715-9',
        DPYD: '79719-1',
        CYP3A5: '79717-5',
      };
      const [test, answer] = [codes[state.gene], METABOLIZER[state.phenotype ?? '']];
      if (test === undefined || answer === undefined) return null;
      const code = loinc(
        test,
        `${state.gene} gene product metabolic activity interpretation in Blood or Tissue Qualitative by Molecular genetics method`,
      );
      return [observation('activity', code, { valueCodeableConcept: loinc(answer, state.phenotype ?? '') })];
    },
  },
  {
    name: 'STU1 genotype and effect',
    tells: 'result',
    make: withPair((text, state) =>
      together(genotype(state, { valueCodeableConcept: words(text) }, { component: [stu1Gene(state.gene)] }), implication(state, 1, true)),
    ),
  },
  {
    name: 'STU2 genotype and implication',
    tells: 'result',
    make: withPair((text, state) =>
      together(genotype(state, { valueCodeableConcept: words(text) }, { component: [stu1Gene(state.gene)] }), implication(state, 2, true)),
    ),
  },
  {
    name: 'STU3 genotype and implication',
    tells: 'result',
    make: withPair((text, state) =>
      together(genotype(state, { valueCodeableConcept: words(text) }, { component: [stu3Gene(state.gene)] }), implication(state, 3, true)),
    ),
  },
  { name: 'STU1 effect alone', tells: 'phenotype', make: (state) => together(implication(state, 1, false)) },
  { name: 'STU3 implication alone', tells: 'phenotype', make: (state) => together(implication(state, 3, false)) },
  {
    name: 'phenotype as text under the gene',
    tells: 'phenotype',
    make: (state) =>
      state.phenotype === null
        ? null
        : [observation(id(state.gene, 'phenotype'), words(`${state.gene} phenotype`), { valueString: state.phenotype })],
  },
  {
    name: 'activity score alone',
    tells: 'score',
    make: (state) => {
      if (state.score === null) return null;
      const atLeast = state.score.startsWith('≥');
      const quantity = { value: Number(state.score.replace('≥', '')), ...(atLeast ? { comparator: '>=' } : {}) };
      return [observation(id(state.gene, 'score'), words(`${state.gene} activity score`), { valueQuantity: quantity })];
    },
  },
  {
    name: 'genomic indicator on the problem list',
    tells: 'phenotype',
    make: (state) => {
      const said = state.hla === undefined ? state.phenotype : `${state.hla.allele} ${state.hla.present ? 'Positive' : 'Negative'}`;
      if (said === null || said === 'Indeterminate') return null;
      const category = {
        coding: [
          { system: 'https://open.epic.com/FHIR/StructureDefinition/condition-category', code: 'genomics', display: 'Genomic Indicators' },
        ],
      };
      const active = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] };
      const text = state.hla === undefined ? `${state.gene} ${said}` : `${state.gene}${said}`;
      return [
        {
          resourceType: 'Condition',
          id: id(state.gene, 'indicator'),
          clinicalStatus: active,
          category: [category],
          code: words(text),
          subject: { reference: 'Patient/p1' },
        },
      ];
    },
  },
];

const METABOLIZER: Readonly<Record<string, string>> = {
  'Ultrarapid Metabolizer': 'LA10315-2',
  'Rapid Metabolizer': 'LA25390-8',
  'Normal Metabolizer': 'LA25391-6',
  'Intermediate Metabolizer': 'LA10317-8',
  'Poor Metabolizer': 'LA9657-3',
  'Increased Function': 'LA25392-4',
  'Normal Function': 'LA25393-2',
  'Decreased Function': 'LA25395-7',
  'Poor Function': 'LA25394-0',
};

export function implication(state: GeneState, stu: 1 | 2 | 3, derived: boolean): Resource | null {
  if (state.phenotype === null) return null;
  const code = METABOLIZER[state.phenotype];
  const value = code === undefined ? words(state.phenotype) : loinc(code, state.phenotype);
  const links = derived ? { derivedFrom: [{ reference: `Observation/${id(state.gene, 'genotype')}` }] } : {};
  const parts: readonly Resource[] = derived ? [] : [stu3Gene(state.gene)];
  if (stu === 1) {
    const kind = state.gene === 'SLCO1B1' || state.gene === 'ABCG2' ? tbd('effect-transporter-function') : loinc('53040-2');
    return observation(id(state.gene, 'effect'), kind, { valueCodeableConcept: value, component: [...parts], ...links });
  }
  const name = stu === 2 ? 'predicted-therapeutic-implication' : 'therapeutic-implication';
  return observation(id(state.gene, 'implication'), tbd('therapeutic-implication'), {
    component: [...parts, component(tbd(name), { valueCodeableConcept: value })],
    ...links,
  });
}
