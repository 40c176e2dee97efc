/** One gene result in the many shapes in which laboratories send it. A shape that cannot say the result gives null. */
import { component, hgnc, loinc, observation, tbd, words, type Resource } from '../reading/resources.ts';
import { knowledge } from './report.ts';
import { rsIdOf, type GeneState } from './states.ts';

/** What the shape tells: then the same must stand in the report. */
export type Told = 'result' | 'phenotype' | 'score';
export interface Shape {
  readonly name: string;
  readonly tells: Told;
  readonly make: (state: GeneState) => readonly Resource[] | null;
}

const HGNC: Readonly<Record<string, string>> = {
  ABCG2: '74', CACNA1S: '1397', CFTR: '1884', CYP2B6: '2615', CYP2C19: '2621', CYP2C9: '2623', CYP2D6: '2625', CYP3A4: '2637', CYP3A5: '2638',
  CYP4F2: '2645', DPYD: '3012', G6PD: '4057', 'HLA-A': '4931', 'HLA-B': '4932', IFNL3: '18365', 'MT-RNR1': '7470', NAT2: '7646', NUDT15: '23063',
  RYR1: '10483', SLCO1B1: '10959', TPMT: '12014', UGT1A1: '12530', VKORC1: '23663',
}; // prettier-ignore
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
/** Alleles of these genes go by variant, base or class; the others by star. */
const NOT_STAR = new Set(['ABCG2', 'CACNA1S', 'CFTR', 'DPYD', 'G6PD', 'HLA-A', 'HLA-B', 'IFNL3', 'MT-RNR1', 'RYR1', 'VKORC1']);

const id = (gene: string, what: string) => `${gene.toLowerCase()}-${what}`;
const stu1Gene = (gene: string) =>
  component(loinc('48018-6'), {
    valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org/geneId', code: HGNC[gene] ?? '', display: gene }] },
  });
const stu3Gene = (gene: string) =>
  component(loinc('48018-6', 'Gene studied [ID]'), { valueCodeableConcept: hgnc(`HGNC:${HGNC[gene] ?? ''}`, gene) });
const genotype = (state: GeneState, value: Resource, more: Resource = {}) =>
  observation(id(state.gene, 'genotype'), loinc('84413-4', 'Genotype display name'), { ...value, ...more });
const pharmvar = (text: string, code = text, system = 'http://www.pharmvar.org') => ({ coding: [{ system, code, display: text }] });

function pair(state: GeneState): string | null {
  if (state.alleles === undefined) return null;
  return state.alleles.join('/');
}
function starPair(state: GeneState): string | null {
  return NOT_STAR.has(state.gene) || state.alleles?.length !== 2 ? null : pair(state);
}
const withPair = (make: (text: string, state: GeneState) => readonly Resource[] | null) => (state: GeneState) => {
  const text = pair(state);
  return text === null ? null : make(text, state);
};
const withStars = (make: (text: string, state: GeneState) => readonly Resource[] | null) => (state: GeneState) => {
  const text = starPair(state);
  return text === null ? null : make(text, state);
};

function implication(state: GeneState, stu: 1 | 2 | 3, derived: boolean): Resource | null {
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

function together(...resources: readonly (Resource | null)[]): readonly Resource[] | null {
  return resources.includes(null) ? null : resources.filter((resource) => resource !== null);
}

export const SHAPES: readonly Shape[] = [
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
    name: 'HLA operation output with presence',
    tells: 'result',
    make: ({ gene, hla }) =>
      hla === undefined
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
