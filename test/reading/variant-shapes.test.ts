/** Variants in every hiding place, and what their presence means. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, hgnc, loinc, observation, patient, snomed, tbd, variant, words, type Resource } from './resources.ts';
import { variantLine } from './summary.ts';
import { read } from './vocabulary.ts';

const EGFR = gene('HGNC:3236', 'EGFR');
const coded = (code: string, value: unknown) => component(loinc(code), { valueCodeableConcept: value });
const lines = (...resources: readonly Resource[]) =>
  read(bundle(patient, ...resources))
    .facts.variants.map(variantLine)
    .sort();
const fact = (...components: readonly unknown[]) => read(bundle(patient, variant('v', components))).facts.variants[0];

describe('HGVS wherever it sits', () => {
  it.each([
    ['its own slots', [coded('48004-6', words('NM_005228.5:c.2573T>G')), coded('48005-3', words('NP_005219.2:p.Leu858Arg'))]],
    ['the protein slot', [coded('48005-3', words('NM_005228.5:c.2573T>G (p.Leu858Arg)'))]],
    [
      'a ClinVar title',
      [
        coded('81252-9', {
          coding: [{ system: 'http://www.ncbi.nlm.nih.gov/clinvar', code: '16609', display: 'NM_005228.5(EGFR):c.2573T>G (p.Leu858Arg)' }],
        }),
      ],
    ],
    ['slots without their prefix', [coded('48004-6', words('2573T>G')), coded('48005-3', words('Leu858Arg'))]],
    [
      'a string value',
      [component(loinc('48004-6'), { valueString: 'c.2573T>G' }), component(loinc('48005-3'), { valueString: 'p.(Leu858Arg)' })],
    ],
  ])('%s', (_, components) => {
    expect(fact(EGFR, ...components)).toMatchObject({
      gene: 'EGFR',
      kind: 'snv',
      cHgvs: 'c.2573T>G',
      pHgvs: 'p.Leu858Arg',
      presence: 'present',
    });
  });

  it('takes the gene from a title when no component names it', () => {
    expect(fact(coded('81252-9', words('NM_004333.6(BRAF):c.1799T>A (p.Val600Glu)')))).toMatchObject({
      gene: 'BRAF',
      pHgvs: 'p.Val600Glu',
    });
  });

  it('a title that names another gene than the component is not used', () => {
    const { facts, warnings } = read(bundle(patient, variant('v', [EGFR, coded('81252-9', words('NM_004333.6(BRAF):c.1799T>A'))])));
    expect(facts.variants).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict', reference: 'Observation/v' }));
  });

  it.each([
    ['c.2236_2250del', 'indel'],
    ['c.2878_2879insAGTAA', 'indel'],
    ['c.1905+1G>A', 'snv'],
    ['c.1509dup', 'indel'],
  ])('%s is %s', (change, kind) => {
    expect(fact(EGFR, coded('48004-6', words(change)))).toMatchObject({ cHgvs: change, kind });
  });
});

describe('other names', () => {
  it.each([
    ['EGFR exon 19 deletion', { exon: '19', kind: 'indel' }],
    ['ex19del', { exon: '19', kind: 'indel' }],
    ['EGFR exon 20 insertion', { exon: '20', kind: 'indel' }],
    ['METex14 skipping', { exon: '14', kind: 'other' }],
    ['EGFR L858R', { kind: 'snv', names: ['EGFR L858R'] }],
    ['EGFR amplification', { kind: 'copy-number', copyChange: 'amplification' }],
    ['homozygous deletion', { kind: 'copy-number', copyChange: 'deep-loss' }],
    ['EGFR overexpression', { kind: 'expression', expression: 'over' }],
  ])('%s', (text, expected) => {
    expect(fact(EGFR, coded('81252-9', words(text)))).toMatchObject({ gene: 'EGFR', presence: 'present', ...expected });
  });

  it('keeps rsID and ClinVar id apart', () => {
    const found = fact(
      EGFR,
      coded('81252-9', { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/clinvar', code: '16609' }] }),
      coded('81252-9', { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/projects/SNP', code: 'rs121434568' }] }),
    );
    expect(found).toMatchObject({ clinvarIds: ['16609'], rsIds: ['rs121434568'] });
  });

  it('a known translocation names its genes; a normal karyotype is no finding', () => {
    expect(lines(variant('v', [coded('81291-7', words('46,XX,t(9;22)(q34;q11.2)'))]))).toEqual([
      'BCR+ABL1 fusion present unknown BCR::ABL1 unordered 46,XX,t(9;22)(q34;q11.2)',
    ]);
    expect(lines(variant('v', [coded('81291-7', words('46,XY'))]))).toEqual(['- other absent unknown 46,XY']);
  });
});

describe('the discrete variant', () => {
  const place = (system: string, low: number) => [
    EGFR,
    coded('48013-7', { coding: [{ code: 'NC_000007.14' }] }),
    component(loinc('81254-5'), { valueRange: { low: { value: low } } }),
    component(loinc('69547-8'), { valueString: 'T' }),
    component(loinc('69551-0'), { valueString: 'G' }),
    coded('92822-6', loinc(system)),
  ];
  it('counts from 1 whatever the report counts from', () => {
    expect(fact(...place('LA30102-0', 55191822))?.genomic).toMatchObject({
      assembly: 'GRCh38',
      chromosome: '7',
      position: 55191822,
      ref: 'T',
      alt: 'G',
    });
    expect(fact(...place('LA30100-4', 55191821))?.genomic).toMatchObject({ position: 55191822 });
  });

  it('reads SPDI and a genomic HGVS', () => {
    expect(fact(EGFR, coded('81252-9', { coding: [{ code: 'NC_000007.14:55191821:T:G' }] }))?.genomic).toMatchObject({
      position: 55191822,
      ref: 'T',
      alt: 'G',
    });
    expect(fact(EGFR, coded('81290-9', words('NC_000007.13:g.55259515T>G')))?.genomic).toMatchObject({
      assembly: 'GRCh37',
      position: 55259515,
    });
  });

  it('a position on a transcript is not a genomic position', () => {
    const found = fact(
      EGFR,
      coded('51958-7', { coding: [{ code: 'NM_005228.5' }] }),
      component(loinc('81254-5'), { valueRange: { low: { value: 2573 } } }),
      component(loinc('69547-8'), { valueString: 'T' }),
      component(loinc('69551-0'), { valueString: 'G' }),
    );
    expect(found?.genomic).toBeUndefined();
    expect(found?.cHgvs).toBeUndefined();
  });

  it('the same base as in the reference is wild type, even when called present', () => {
    const same = place('LA30102-0', 55191822).map((item, at) => (at === 4 ? component(loinc('69551-0'), { valueString: 'T' }) : item));
    expect(fact(...same)).toMatchObject({ presence: 'absent' });
  });
});

describe('presence', () => {
  const change = coded('48005-3', words('p.Leu858Arg'));
  it.each([
    [{ valueCodeableConcept: loinc('LA9633-4') }, 'present'],
    [{ valueCodeableConcept: loinc('LA9634-2') }, 'absent'],
    [{ valueCodeableConcept: loinc('LA18198-4') }, 'no-call'],
    [{ valueCodeableConcept: loinc('LA11884-6') }, 'indeterminate'],
    [{ valueCodeableConcept: snomed('10828004', 'Positive') }, 'present'],
    [{ valueCodeableConcept: snomed('260385009', 'Negative') }, 'absent'],
    [{ valueString: 'Not detected' }, 'absent'],
    [{ valueString: 'Wild type' }, 'absent'],
    [{ valueBoolean: true }, 'present'],
    [{ dataAbsentReason: words('failed') }, 'no-call'],
    [
      { interpretation: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'NEG' }] }] },
      'absent',
    ],
    [{}, 'indeterminate'],
  ])('%j is %s', (value, expected) => {
    const found = read(bundle(patient, observation('v', loinc('69548-6'), { component: [EGFR, change], ...value }))).facts.variants;
    expect(found.map(({ presence }) => presence)).toEqual([expected]);
  });

  it('a measured allele fraction shows a variant without value to be present', () => {
    const fraction = component(loinc('81258-6'), { valueQuantity: { value: 12, code: '%' } });
    const found = read(bundle(patient, observation('v', loinc('69548-6'), { component: [EGFR, change, fraction] }))).facts.variants[0];
    expect(found).toMatchObject({ presence: 'present', vaf: 0.12 });
  });

  it('"Present" with no copies is a loss, not a present gene', () => {
    const none = component(loinc('82155-3'), { valueQuantity: { value: 0 } });
    expect(fact(gene('HGNC:9588', 'PTEN'), none)).toMatchObject({ kind: 'copy-number', copyChange: 'deep-loss', copyNumber: 0 });
  });

  it.each([
    [1, 'loss'],
    [3, 'gain'],
    [12, 'amplification'],
  ])('%i copies are a %s', (copies, expected) => {
    expect(fact(EGFR, component(loinc('82155-3'), { valueQuantity: { value: copies } }))).toMatchObject({ copyChange: expected });
  });

  it('"Absent" over several genes is a negative for each, not a fusion', () => {
    const { facts } = read(
      bundle(
        patient,
        variant('v', [EGFR, gene('HGNC:1097', 'BRAF'), gene('HGNC:6407', 'KRAS')], { valueCodeableConcept: loinc('LA9634-2') }),
      ),
    );
    expect(facts.variants.map(({ gene: symbol, presence }) => `${symbol} ${presence}`)).toEqual([
      'EGFR absent',
      'BRAF absent',
      'KRAS absent',
    ]);
    expect(facts.tested.map(({ gene: symbol, negative }) => `${symbol} ${String(negative)}`)).toEqual([
      'EGFR true',
      'BRAF true',
      'KRAS true',
    ]);
  });

  it('a studied region was tested and says nothing of a result', () => {
    const region = observation('r', loinc('53041-0'), {
      component: [
        component(loinc('48018-6'), {
          valueCodeableConcept: { coding: [...hgnc('1100', 'BRCA1').coding, ...hgnc('1101', 'BRCA2').coding] },
        }),
      ],
    });
    const { facts } = read(bundle(patient, region));
    expect(facts.tested.map(({ gene: symbol, negative }) => `${symbol} ${String(negative)}`)).toEqual(['BRCA1 false', 'BRCA2 false']);
    expect(facts.variants).toEqual([]);
  });
});

describe('fusions', () => {
  it.each([
    ['EML4::ALK', { fivePrime: 'EML4', threePrime: 'ALK', ordered: true }],
    ['EML4-ALK fusion', { fivePrime: 'EML4', threePrime: 'ALK', ordered: true }],
  ])('%s', (text, expected) => {
    expect(fact(coded('81252-9', words(text)))).toMatchObject({ kind: 'fusion', fusion: expected, genes: ['EML4', 'ALK'] });
  });

  it('two gene components and a translocation: both partners, order unknown', () => {
    const change = coded('48019-4', { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001565' }] });
    expect(fact(gene('HGNC:427', 'ALK'), gene('HGNC:1316', 'EML4'), change)).toMatchObject({ kind: 'fusion', fusion: { ordered: false } });
  });
});

describe('what belongs to a variant', () => {
  const base = variant('v', [EGFR, coded('48005-3', words('p.Leu858Arg')), coded('48002-0', loinc('LA6684-0'))]);
  const beneath = { derivedFrom: [{ reference: 'Observation/v' }] };

  it('its molecular consequence adds what the variant lacks', () => {
    const consequence = observation('m', tbd('molecular-consequence'), {
      ...beneath,
      component: [
        coded('48004-6', words('NM_005228.5:c.2573T>G')),
        component(tbd('feature-consequence'), { valueCodeableConcept: words('missense_variant') }),
      ],
    });
    expect(lines(base, consequence)).toEqual(['EGFR snv present somatic c.2573T>G p.Leu858Arg']);
  });

  it.each([
    ['LA6668-3', 'pathogenic'],
    ['LA26333-7', 'vus'],
    ['LA6675-8', 'benign'],
  ])('its significance %s is %s', (code, expected) => {
    const significance = observation('s', tbd('diagnostic-implication'), { ...beneath, component: [coded('53037-8', loinc(code))] });
    expect(lines(base, significance)).toEqual([`EGFR snv present somatic p.Leu858Arg ${expected}`]);
  });

  it('significances that contradict each other are conflicting', () => {
    const significance = (id: string, code: string) =>
      observation(id, tbd('diagnostic-implication'), { ...beneath, component: [coded('53037-8', loinc(code))] });
    expect(lines(base, significance('s1', 'LA6668-3'), significance('s2', 'LA6675-8'))).toEqual([
      'EGFR snv present somatic p.Leu858Arg conflicting',
    ]);
  });

  it.each([
    [{ value: 0.066, code: '1' }, 0.066],
    [{ value: 6.6, code: '%' }, 0.066],
    [{ value: 47 }, 0.47],
  ])('allele fraction %j', (quantity, expected) => {
    expect(fact(EGFR, component(loinc('81258-6'), { valueQuantity: quantity }))?.vaf).toBeCloseTo(expected, 6);
  });

  it('an impossible allele fraction is left out with a warning', () => {
    const { facts, warnings } = read(bundle(patient, variant('v', [EGFR, component(loinc('81258-6'), { valueQuantity: { value: 470 } })])));
    expect(facts.variants[0]?.vaf).toBeUndefined();
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'unparsed' }));
  });
});

describe('tests named after one alteration', () => {
  it.each([
    ['KRAS gene mutation analysis', 'G12C detected', 'KRAS snv present unknown'],
    ['EGFR mutation analysis', 'p.Leu858Arg', 'EGFR snv present unknown p.Leu858Arg'],
    ['ALK rearrangement by FISH', 'Negative', 'ALK fusion absent unknown ?::ALK unordered'],
    ['EGFR exon 19 deletion mutation', 'Positive', 'EGFR indel present unknown'],
  ])('%s: %s', (name, value, expected) => {
    expect(lines(observation('t', words(name), { valueString: value }))).toEqual([expected]);
  });

  it('an unclear value gives no variant', () => {
    const { facts, warnings } = read(
      bundle(patient, observation('t', words('KRAS gene mutation analysis'), { valueString: 'see attached report' })),
    );
    expect(facts.variants).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'unparsed', reference: 'Observation/t' }));
  });
});

describe('the genetics extensions of core R4', () => {
  const extension = (name: string, value: Resource) => ({
    url: `http://hl7.org/fhir/StructureDefinition/observation-genetics${name}`,
    ...value,
  });
  it('a variant', () => {
    const core = observation('x', loinc('55233-1', 'Genetic analysis master panel'), {
      valueCodeableConcept: snomed('10828004', 'Positive'),
      extension: [
        extension('Gene', { valueCodeableConcept: hgnc('3236', 'EGFR') }),
        extension('AminoAcidChange', { extension: [{ url: 'Name', valueCodeableConcept: words('p.Leu858Arg') }] }),
        extension('GenomicSourceClass', { valueCodeableConcept: loinc('LA6684-0', 'somatic') }),
      ],
    });
    expect(lines(core)).toEqual(['EGFR snv present somatic p.Leu858Arg']);
  });
});

describe('answers of the genomics operations', () => {
  const parameters = (parts: readonly unknown[]): Resource => ({
    resourceType: 'Parameters',
    parameter: [{ name: 'variants', part: parts }],
  });
  it.each([
    ['variantItem', 'NM_004333.6(BRAF):c.1799T>A'],
    ['haplotypeItem', 'HLA-B*57:01'],
    ['haplotypeItem', 'CYP2C19*2'],
  ])('%s %s, presence false: the server holds none, which is no negative result', (name, valueString) => {
    const { facts, warnings } = read([
      patient,
      parameters([
        { name, valueString },
        { name: 'presence', valueBoolean: false },
      ]),
    ]);
    expect([facts.variants, facts.germline]).toEqual([[], []]);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'unparsed', message: expect.stringContaining(`holds no ${valueString}`) as string }),
    );
  });

  it('presence true is a finding', () => {
    const { facts } = read([
      patient,
      parameters([
        { name: 'haplotypeItem', valueString: 'HLA-B*57:01' },
        { name: 'presence', valueBoolean: true },
      ]),
    ]);
    expect(facts.germline).toMatchObject([{ gene: 'HLA-B', call: { kind: 'allele-presence', allele: '*57:01', present: true } }]);
  });
});

/** SPDI: sequence, position, deleted, inserted (NCBI). Without a deleted base two colons follow each other, as between the partners of a fusion. */
it.each([
  ['ALK', 'HGNC:427', 'NC_000002.12:29222392::T'],
  ['NTRK1', 'HGNC:8031', 'NC_000001.11:156874570::G'],
  ['EGFR', 'HGNC:3236', 'NC_000007.14:55181317::GCCAGCGTG'],
])('an insertion of %s in SPDI is no fusion, in whichever slot', (symbol, id, spdi) => {
  for (const slot of ['81252-9', '48004-6'])
    expect(fact(gene(id, symbol), coded(slot, words(spdi)))).toMatchObject({
      gene: symbol,
      genes: [symbol],
      kind: expect.not.stringContaining('fusion'),
    });
});
