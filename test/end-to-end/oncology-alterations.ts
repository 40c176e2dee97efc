/** One alteration of a tumour as laboratories write it in FHIR: every shape must be read as the same finding. */
import { component, gene, loinc, observation, snomed, tbd, variant, words, type Resource } from '../reading/resources.ts';

export interface Shaped {
  readonly shape: string;
  readonly resources: readonly Resource[];
}
const SOMATIC = component(loinc('48002-0', 'Genomic source class'), { valueCodeableConcept: loinc('LA6684-0', 'Somatic') });
const concept = (code: string, value: unknown) => component(loinc(code), { valueCodeableConcept: value });
const said = (code: string, text: string) => concept(code, words(text));
const hgvs = (code: string, text: string) => concept(code, { coding: [{ system: 'http://varnomen.hgvs.org', code: text, display: text }] });
const profile = (version: string) => ({
  meta: { profile: [`http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant${version === '' ? '' : `|${version}`}`] },
});
const laboratory = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code }] },
];

export interface Substitution {
  readonly gene: string;
  readonly hgnc: string;
  /** `L858R` and `p.Leu858Arg`. */
  readonly short: string;
  readonly long: string;
  readonly coding?: string;
  readonly transcript?: string;
  readonly rsId?: string;
}

/** A single protein change. */
export function substitutionShapes({ gene: symbol, hgnc, short, long, coding, transcript, rsId }: Substitution): Shaped[] {
  const named = gene(`HGNC:${hgnc}`, symbol);
  const one = (shape: string, parts: readonly unknown[], more: Resource = {}): Shaped => ({
    shape,
    resources: [variant('v1', [named, SOMATIC, ...parts], more)],
  });
  const bare = (shape: string, parts: readonly unknown[], more: Resource = {}): Shaped => ({
    shape,
    resources: [variant('v1', parts, more)],
  });
  const shapes = [
    one('STU1, p. three-letter', [hgvs('48005-3', long)], profile('1.0.0')),
    one('STU2, p. with bracket', [hgvs('48005-3', `p.(${long.slice(2)})`)], { ...profile('2.0.0'), category: laboratory('GE') }),
    one('STU3, p. one-letter', [hgvs('48005-3', `p.${short}`)], { ...profile('3.0.0'), category: laboratory('GE') }),
    one('p. with protein reference', [hgvs('48005-3', `NP_000001.1:${long}`)]),
    one('p. as text only', [said('48005-3', `p.${short}`)]),
    one('81252-9 text with gene', [said('81252-9', `${symbol} ${short}`)]),
    bare('81252-9 text, no gene component', [said('81252-9', `${symbol} ${short}`)]),
    bare('gene component as text only', [said('48018-6', symbol), said('81252-9', short)]),
    bare('gene as HGNC id without display', [
      concept('48018-6', { coding: [{ system: 'http://www.genenames.org/geneId', code: `HGNC:${hgnc}` }] }),
      hgvs('48005-3', long),
    ]),
    { shape: 'value text', resources: [observation('v1', loinc('69548-6'), { valueCodeableConcept: words(`${symbol} ${short}`) })] },
    { shape: 'value string', resources: [observation('v1', loinc('69548-6'), { valueString: `${symbol} ${long}` })] },
    {
      shape: 'named test, detected',
      resources: [
        observation('v1', words(`${symbol} ${short} mutation`), {
          valueCodeableConcept: snomed('260373001', 'Detected (qualifier value)'),
        }),
      ],
    },
    {
      shape: 'named test, positive in words',
      resources: [observation('v1', words(`${symbol} gene mutation analysis`), { valueString: `Positive for ${symbol} ${short}` })],
    },
    {
      shape: 'mCODE genomic variant',
      resources: [
        variant('v1', [named, SOMATIC, hgvs('48005-3', long)], {
          meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-genomic-variant'] },
          method: loinc('LA26398-0', 'Sequencing'),
        }),
      ],
    },
    {
      shape: 'positive by value code 10828004',
      resources: [
        observation('v1', loinc('69548-6'), {
          valueCodeableConcept: snomed('10828004', 'Positive'),
          component: [named, hgvs('48005-3', long)],
        }),
      ],
    },
  ];
  if (coding !== undefined && transcript !== undefined)
    shapes.push(
      one('c. only', [hgvs('48004-6', `${transcript}:${coding}`)]),
      bare('c. with gene in the transcript', [hgvs('48004-6', `${transcript}(${symbol}):${coding}`)]),
      one('c. without transcript', [hgvs('48004-6', coding)]),
      bare('ClinVar-like title', [said('81252-9', `${transcript}(${symbol}):${coding} (${long})`)]),
    );
  if (rsId !== undefined)
    shapes.push(one('dbSNP number', [concept('81255-2', { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/snp', code: rsId }] })]));
  return shapes;
}

/** A change named by its class: `exon 19 deletion`. */
export function classShapes(symbol: string, hgnc: string, texts: readonly string[]): Shaped[] {
  const named = gene(`HGNC:${hgnc}`, symbol);
  return texts.flatMap((text) => [
    { shape: `81252-9 "${text}"`, resources: [variant('v1', [named, SOMATIC, said('81252-9', text)])] },
    { shape: `value "${text}"`, resources: [observation('v1', loinc('69548-6'), { valueCodeableConcept: words(`${symbol} ${text}`) })] },
    {
      shape: `interpretation "${text}"`,
      resources: [variant('v1', [named, SOMATIC], { interpretation: [words(text)] })],
    },
  ]);
}

export function amplificationShapes(symbol: string, hgnc: string): Shaped[] {
  const named = gene(`HGNC:${hgnc}`, symbol);
  const copies = (value: number) => component(loinc('82155-3', 'Genomic structural variant copy number'), { valueQuantity: { value } });
  const copyGain = component(loinc('48019-4'), {
    valueCodeableConcept: { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001742', display: 'copy_number_gain' }] },
  });
  return [
    { shape: 'copy number 14', resources: [variant('v1', [named, SOMATIC, copyGain, copies(14)])] },
    {
      shape: 'interpretation 12645001',
      resources: [variant('v1', [named, SOMATIC], { interpretation: [snomed('12645001', 'Amplification')] })],
    },
    { shape: '81252-9 amplification', resources: [variant('v1', [named, said('81252-9', `${symbol} amplification`)])] },
    { shape: 'value text', resources: [observation('v1', loinc('69548-6'), { valueCodeableConcept: words(`${symbol} amplification`) })] },
    {
      shape: 'named test',
      resources: [observation('v1', words(`${symbol} gene amplification`), { valueCodeableConcept: snomed('260373001', 'Detected') })],
    },
  ];
}

export function fusionShapes(five: string, fiveId: string, three: string, threeId: string, iscn?: string): Shaped[] {
  const pair = [gene(`HGNC:${fiveId}`, five), gene(`HGNC:${threeId}`, three)];
  const fused = component(loinc('48019-4'), {
    valueCodeableConcept: { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001565', display: 'gene_fusion' }] },
  });
  const texts = [`${five}-${three}`, `${five}::${three}`, `${five}/${three} fusion`, `${five}-${three} gene fusion`];
  return [
    { shape: 'two genes and a change type', resources: [variant('v1', [...pair, SOMATIC, fused])] },
    { shape: 'two genes, molecular consequence', resources: [variant('v1', [...pair, said('81252-9', 'gene fusion')])] },
    ...texts.flatMap((text) => [
      { shape: `81252-9 "${text}"`, resources: [variant('v1', [said('81252-9', text)])] },
      { shape: `value "${text}"`, resources: [observation('v1', loinc('69548-6'), { valueCodeableConcept: words(text) })] },
    ]),
    {
      shape: 'named test, detected',
      resources: [observation('v1', words(`${five}-${three} fusion`), { valueCodeableConcept: snomed('260373001', 'Detected') })],
    },
    ...(iscn === undefined ? [] : [{ shape: 'ISCN', resources: [variant('v1', [concept('81291-7', words(iscn))])] }]),
  ];
}

/** Markers of the whole tumour, coded and in words. */
export const MARKER_SHAPES: Readonly<Record<string, readonly (readonly [shape: string, resource: Resource])[]>> = {
  'MSI high': [
    ['81695-9 LA26203-2', observation('b1', loinc('81695-9'), { valueCodeableConcept: loinc('LA26203-2', 'MSI-H') })],
    ['81695-9 text', observation('b1', loinc('81695-9'), { valueCodeableConcept: words('MSI-High') })],
    ['words only', observation('b1', words('Microsatellite instability'), { valueString: 'MSI-H' })],
    ['component', observation('b1', words('Tumour profiling'), { component: [component(loinc('81695-9'), { valueString: 'High' })] })],
    [
      'STU3 molecular biomarker',
      observation('b1', loinc('81695-9'), {
        valueCodeableConcept: loinc('LA26203-2', 'MSI-H'),
        category: [tbd('biomarker-category')],
        meta: { profile: ['http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/msi'] },
      }),
    ],
    ['interpretation', observation('b1', words('MSI status'), { valueCodeableConcept: words('Unstable - high') })],
  ],
  'TMB high': [
    ['94076-7 quantity', observation('b1', loinc('94076-7'), { valueQuantity: { value: 22, unit: '1/Million nucleotides' } })],
    ['94076-7 muts/Mb', observation('b1', loinc('94076-7'), { valueQuantity: { value: 22, unit: 'Mut/Mb', code: '1/1000000{Base}' } })],
    ['94076-7 text', observation('b1', loinc('94076-7'), { valueCodeableConcept: words('TMB-High') })],
    ['words only', observation('b1', words('Tumor Mutational Burden'), { valueString: '22 mut/Mb' })],
    ['words, muts', observation('b1', words('TMB'), { valueString: '22 Muts/Mb (High)' })],
  ],
  'HER2 positive': [
    ['IHC 3+', observation('b1', loinc('85319-2', 'HER2 [Presence] in Breast cancer specimen by Immune stain'), { valueString: '3+' })],
    [
      'IHC positive by code',
      observation('b1', loinc('85319-2', 'HER2 by Immune stain'), { valueCodeableConcept: snomed('10828004', 'Positive') }),
    ],
    ['48676-1 positive', observation('b1', loinc('48676-1'), { valueCodeableConcept: snomed('10828004', 'Positive (qualifier value)') })],
    ['ISH amplified', observation('b1', words('HER2 FISH'), { valueCodeableConcept: words('Amplified') })],
    ['ISH by code', observation('b1', loinc('85318-4', 'HER2 gene amplification by FISH'), { valueCodeableConcept: words('Positive') })],
    ['words only', observation('b1', words('HER2 status'), { valueString: 'Positive (3+)' })],
  ],
  'PD-L1 TPS 80%': [
    ['85147-7 with TPS', observation('b1', { ...loinc('85147-7'), text: 'PD-L1 TPS' }, { valueQuantity: { value: 80, unit: '%' } })],
    ['words only', observation('b1', words('PD-L1 TPS'), { valueString: '80%' })],
    ['method in the value', observation('b1', words('PD-L1 IHC 22C3'), { valueString: 'TPS 80%' })],
    [
      'tumor proportion score',
      observation('b1', words('PD-L1 tumor proportion score'), { valueQuantity: { value: 80, unit: '%', code: '%' } }),
    ],
  ],
  'HRD positive': [
    ['words only', observation('b1', words('Homologous recombination deficiency'), { valueString: 'Positive' })],
    ['107286-7', observation('b1', loinc('107286-7'), { valueCodeableConcept: words('HRD positive') })],
    ['HRD status, detected', observation('b1', words('HRD status'), { valueCodeableConcept: words('Deficient') })],
  ],
};
