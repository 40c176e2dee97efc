/** One gene's result in every way that laboratories write it. */
import { describe, expect, it } from 'vitest';
import { bundle, component, condition, gene, genotype, loinc, observation, patient, tbd, variant, words } from './resources.ts';
import { germlineLine as line } from './summary.ts';
import { read } from './vocabulary.ts';

const lines = (...resources: readonly Record<string, unknown>[]) =>
  read(bundle(patient, ...resources))
    .facts.germline.map(line)
    .sort();

describe('diplotype spelling (text in a genotype Observation with the gene beside it)', () => {
  it.each([
    ['CYP2C19', '2621', '*1/*2', 'CYP2C19 *1/*2'],
    ['CYP2C19', '2621', 'CYP2C19 *1/*2', 'CYP2C19 *1/*2'],
    ['CYP2C19', '2621', 'CYP2C19*1 / CYP2C19*2', 'CYP2C19 *1/*2'],
    ['CYP2C19', '2621', '＊1／＊17', 'CYP2C19 *1/*17'],
    ['CYP2C19', '2621', '*17/*17 (Ultrarapid Metabolizer)', 'CYP2C19 *17/*17,CYP2C19 Ultrarapid Metabolizer'],
    ['CYP2C19', '2621', '*1|*2', 'CYP2C19 *1/*2'],
    ['CYP2C19', '2621', 'wt/*2', 'CYP2C19 *1/*2'],
    ['CYP2C19', '2621', '*2A/*2B', 'CYP2C19 *2/*2'],
    ['CYP2C19', '2621', 'Homozygous *2', 'CYP2C19 *2/*2'],
    ['CYP2C19', '2621', 'Heterozygous for *2', 'CYP2C19 *2 present x1'],
    ['CYP2C19', '2621', '*2/unknown', 'CYP2C19 *2/?'],
    ['CYP2C19', '2621', '*1/*2 or *3/*17', 'CYP2C19 ambiguous *1/*2 or *17/*3'],
    ['CYP2D6', '2625', '*1/*2x2', 'CYP2D6 *1/*2x2'],
    ['CYP2D6', '2625', '*1/*2xN', 'CYP2D6 *1/*2xN'],
    ['CYP2D6', '2625', '(*1/*2)x3', 'CYP2D6 *1/*2 copies 3'],
    ['CYP2D6', '2625', '(*1/*2)xN', 'CYP2D6 *1/*2 copies ≥3'],
    ['CYP2D6', '2625', '*1/*2x≥3', 'CYP2D6 *1/*2x≥3'],
    ['CYP2D6', '2625', '*1/*2, duplication detected', 'CYP2D6 *1/*2 copies ≥3'],
    ['CYP2D6', '2625', '*1/*2 copy number 3', 'CYP2D6 *1/*2 copies 3'],
    ['CYP2D6', '2625', '*36+*10/*41', 'CYP2D6 *36+*10/*41'],
    ['CYP2D6', '2625', '*68+*4 / *5', 'CYP2D6 *68+*4/*5'],
    ['CYP2D6', '2625', '(*4x2)/*5', 'CYP2D6 *4x2/*5'],
    ['CYP2D6', '2625', '*7.001 / *1.001', 'CYP2D6 *7/*1'],
    ['TPMT', '12014', '*1/*3A', 'TPMT *1/*3A'],
    ['UGT1A1', '12530', '*1/*28', 'UGT1A1 *1/*28'],
    ['UGT1A1', '12530', '*28/*80+*28', 'UGT1A1 *28/*80+*28'],
    ['NUDT15', '23063', '*1/*3', 'NUDT15 *1/*3'],
    ['DPYD', '3012', '*1/*2A', 'DPYD *1/*2A'],
    ['DPYD', '3012', 'Reference/c.1905+1G>A (*2A)', 'DPYD Reference/c.1905+1G>A'],
    ['DPYD', '3012', 'c.[1905+1G>A];[=]', 'DPYD c.1905+1G>A/Reference'],
    ['CFTR', '1884', 'F508del/G551D', 'CFTR F508del/G551D'],
    ['G6PD', '4057', 'A- 202A_376G/B (reference)', 'G6PD A- 202A_376G/B (reference)'],
    ['VKORC1', '23663', 'rs9923231 C/T', 'VKORC1 rs9923231 C/T'],
    ['VKORC1', '23663', '-1639G>A: A/A', 'VKORC1 rs9923231 A/A'],
    ['VKORC1', '23663', 'GA', 'VKORC1 no rs G/A'],
    ['SLCO1B1', '10959', 'T/C', 'SLCO1B1 no rs T/C'],
    ['SLCO1B1', '10959', '*1/*5', 'SLCO1B1 *1/*5'],
    ['IFNL3', '18365', 'rs12979860 T/T', 'IFNL3 rs12979860 T/T'],
    ['ABCG2', '74', 'rs2231142 reference (G)/rs2231142 variant (T)', 'ABCG2 rs2231142 G/T'],
    ['CYP2C19', '2621', 'No call', 'CYP2C19 no call'],
  ])('%s %s "%s" is %s', (symbol, id, text, expected) => {
    expect(lines(genotype('g', text, { component: [gene(`HGNC:${id}`, symbol)] }))).toEqual(expected.split(',').sort());
  });

  it.each(['*1/*2 not detected', 'pending', '12', '*', '/', '*1/*2/*3', 'see report'])('gives no genotype for "%s"', (text) => {
    const { facts, warnings } = read(bundle(patient, genotype('g', text, { component: [gene('HGNC:2621', 'CYP2C19')] })));
    expect(facts.germline.filter(({ call }) => call.kind === 'diplotype' || call.kind === 'phenotype')).toEqual([]);
    expect(facts.germline.length + warnings.length).toBeGreaterThan(0);
  });
});

describe('which gene', () => {
  it.each([
    ['bare HGNC number', { coding: [{ system: 'http://www.genenames.org/geneId', code: '2621' }] }],
    ['OID for HGNC', { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.281', code: 'HGNC:2621' }] }],
    ['symbol as display only', { coding: [{ display: 'cyp2c19' }] }],
    ['NCBI Gene first', { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/gene', code: '1557' }] }],
    ['text with explanation', words('CYP2C19 (cytochrome P450 2C19)')],
  ])('%s', (_, value) => {
    expect(lines(genotype('g', '*1/*2', { component: [component(loinc('48018-6'), { valueCodeableConcept: value })] }))).toEqual([
      'CYP2C19 *1/*2',
    ]);
  });

  it('an HGNC id and a symbol that disagree name no gene', () => {
    const { facts, warnings } = read(bundle(patient, genotype('g', '*1/*2', { component: [gene('HGNC:2623', 'CYP2C19')] })));
    expect(facts.germline).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict', reference: 'Observation/g' }));
  });

  it('a value that names another gene than the component is not used', () => {
    const { facts, warnings } = read(bundle(patient, genotype('g', 'CYP2D6 *1/*4', { component: [gene('HGNC:2621', 'CYP2C19')] })));
    expect(facts.germline).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict' }));
  });

  it('two gene components: the prefix in the value decides; without one it is on file, and of neither', () => {
    const genes = { component: [gene('HGNC:2623', 'CYP2C9'), gene('HGNC:23663', 'VKORC1')] };
    expect(lines(genotype('g', 'CYP2C9 *2/*5', genes))).toEqual(['CYP2C9 *2/*5']);
    expect(lines(genotype('g', '*2/*5', genes))).toEqual(['CYP2C9 no call', 'VKORC1 no call']);
  });
});

describe('HLA', () => {
  it.each([
    ['HLA-B*57:01:01G+HLA-B*15:01:01G', 'HLA-B *57:01/*15:01'],
    ['hla#3.23.0#HLA-B*57:01+HLA-B*15:02', 'HLA-B *57:01/*15:02'],
    ['HLA-B*57:01/HLA-B*15:02', 'HLA-B *57:01/*15:02'],
    ['HLA-B*5701, HLA-B*5801', 'HLA-B *57:01/*58:01'],
    ['HLA-B*57:01+HLA-B*15:01|HLA-B*57:03+HLA-B*15:02', 'HLA-B ambiguous *15:01/*57:01 or *15:02/*57:03'],
    ['HLA-B*57:01:01:01/HLA-B*57:01:01:02', 'HLA-B *57:01/*57:01'],
  ])('genotype %s', (text, expected) => {
    expect(lines(genotype('g', text, { component: [gene('HGNC:4932', 'HLA-B')] }))).toEqual([expected]);
  });

  const local = { coding: [{ system: 'https://lab.example/tests', code: 'LAB123' }] };
  const named = (name: string) => ({ coding: [{ system: 'https://lab.example/tests', code: 'LAB123', display: name }] });
  it.each([
    [
      'high-resolution typing by its LOINC alone',
      { coding: [{ system: 'http://loinc.org', code: '57291-7' }] },
      '57:01, 44:02',
      'HLA-B *57:01/*44:02',
    ],
    ['typing by its LOINC alone', { coding: [{ system: 'http://loinc.org', code: '13299-3' }] }, 'B*57:01,B*44:02', 'HLA-B *57:01/*44:02'],
    [
      'the test for HLA-B*57:01 by its LOINC alone',
      { coding: [{ system: 'http://loinc.org', code: '50956-2' }] },
      'Positive',
      'HLA-B *57:01 present',
    ],
    ['a name that tells nothing, the allele in the value', named('Genetic test result'), 'HLA-B*57:01 positive', 'HLA-B *57:01 present'],
    [
      'a local code, two loci in the value',
      local,
      'HLA-A*31:01, HLA-A*02:01; HLA-B*15:02, HLA-B*44:02',
      'HLA-A *31:01/*02:01;HLA-B *15:02/*44:02',
    ],
    ['a comment', words('Comment'), 'The patient is negative for HLA-B*57:01.', 'HLA-B *57:01 absent'],
    ['antibodies against it', words('HLA antibody, class I'), 'HLA-B*57:01 positive', ''],
    ['the strength of an antibody', local, 'HLA-B*57:01 MFI 5400', ''],
    ['a donor', words('Donor HLA-B typing'), 'HLA-B*57:01, HLA-B*44:02', ''],
    ['a donor, in the value', words('HLA-B typing'), 'Donor: HLA-B*57:01, HLA-B*44:02', ''],
  ])('%s', (_what, code, value, expected) => {
    expect(lines(observation('h', code, { valueString: value })).join(';')).toBe(expected);
  });

  it.each([
    ['Negative', 'HLA-B *57:01 absent'],
    ['Not Detected', 'HLA-B *57:01 absent'],
    ['POSITIVE', 'HLA-B *57:01 present'],
    ['Detected', 'HLA-B *57:01 present'],
    ['Indeterminate', ''],
  ])('a test named HLA-B*57:01 with the value %s', (value, expected) => {
    expect(lines(observation('h', words('HLA-B*57:01'), { valueString: value })).filter((item) => !item.endsWith('no call'))).toEqual(
      expected === '' ? [] : [expected],
    );
  });

  it('reads four digits without colon and coded answers', () => {
    expect(lines(observation('h', words('HLA-B*1502 genotype'), { valueCodeableConcept: loinc('LA6576-8', 'Positive') }))).toEqual([
      'HLA-B *15:02 present',
    ]);
  });

  it('does not take a low-resolution antigen for the allele, nor the gene for untested', () => {
    expect(lines(observation('h', words('HLA-B57 antigen'), { valueString: 'Positive' }))).toEqual(['HLA-B no call']);
  });
});

describe('implications and indicators', () => {
  const diplotype = genotype('g', 'CYP2C19 *2/*2', { component: [gene('HGNC:2621', 'CYP2C19')] });
  const implication = (phenotype: unknown, more = {}) =>
    observation('i', tbd('therapeutic-implication'), {
      derivedFrom: [{ reference: 'Observation/g' }],
      component: [
        component(tbd('predicted-therapeutic-implication'), { valueCodeableConcept: phenotype }),
        component(loinc('51963-7'), { valueCodeableConcept: words('clopidogrel') }),
      ],
      ...more,
    });

  it('takes the gene from the genotype beneath', () => {
    expect(lines(diplotype, implication(loinc('LA9657-3', 'Poor metabolizer')))).toEqual([
      'CYP2C19 *2/*2',
      'CYP2C19 Poor Metabolizer (clopidogrel)',
    ]);
  });

  it('code and text of a phenotype that disagree are not used', () => {
    const { facts, warnings } = read(bundle(patient, diplotype, implication({ ...loinc('LA9657-3'), text: 'Normal metabolizer' })));
    expect(facts.germline.map(line)).toEqual(['CYP2C19 *2/*2']);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict', reference: 'Observation/i' }));
  });

  const indicator = (text: string, more = {}) =>
    condition('c', words(text), {
      category: [
        {
          coding: [
            {
              system: 'https://open.epic.com/FHIR/StructureDefinition/condition-category',
              code: 'genomics',
              display: 'Genomic Indicators',
            },
          ],
        },
      ],
      ...more,
    });

  it('a genomic indicator alone is a result', () => {
    expect(lines(indicator('CYP2B6 Intermediate Metabolizer'))).toEqual(['CYP2B6 Intermediate Metabolizer']);
    expect(lines(indicator('HLA-B*57:01 Positive'))).toEqual(['HLA-B *57:01 present']);
  });

  it('the same gene and phenotype from Condition and Observation count once', () => {
    expect(
      lines(
        observation('o', words('CYP2B6 phenotype'), { valueString: 'Intermediate metabolizer' }),
        indicator('CYP2B6 Intermediate Metabolizer', { evidence: [{ detail: [{ reference: 'Observation/o' }] }] }),
      ),
    ).toEqual(['CYP2B6 Intermediate Metabolizer']);
  });

  it('a refuted indicator is not used', () => {
    const { facts, warnings } = read(
      bundle(patient, indicator('CYP2B6 Poor Metabolizer', { verificationStatus: { coding: [{ code: 'refuted' }] } })),
    );
    expect(facts.germline).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'not-final', reference: 'Condition/c' }));
  });

  it('a conclusion is read for this patient, not for knowledge about others', () => {
    const report = (conclusion: string) => ({
      resourceType: 'DiagnosticReport',
      id: 'r',
      status: 'final',
      code: words('Pharmacogenomics'),
      subject: { reference: 'Patient/p1' },
      conclusion,
    });
    expect(lines(report('The CYP2D6 genotype is *1/*4. CYP2D6 intermediate metabolizer.'))).toEqual([
      'CYP2D6 *1/*4',
      'CYP2D6 Intermediate Metabolizer',
    ]);
    expect(lines(report('Individuals with CYP2D6 *4/*4 are poor metabolizers.'))).toEqual([]);
  });
});

describe('haplotypes and variants', () => {
  const haplotype = (id: string, text: string) =>
    observation(id, loinc('84414-2'), { valueCodeableConcept: words(text), component: [gene('HGNC:2621', 'CYP2C19')] });

  it('two haplotypes make a diplotype', () => {
    expect(lines(haplotype('a', '*2'), haplotype('b', '*17'))).toEqual(['CYP2C19 *2/*17']);
  });

  it('one haplotype leaves the other allele unknown', () => {
    expect(lines(haplotype('a', '*2'))).toEqual(['CYP2C19 *2/?']);
  });

  it('haplotypes that contradict the genotype stay beside it, with a warning', () => {
    const { facts, warnings } = read(
      bundle(
        patient,
        genotype('g', 'CYP2C19 *1/*2', { derivedFrom: [{ reference: 'Observation/a' }] }),
        haplotype('a', '*2'),
        haplotype('b', '*17'),
      ),
    );
    expect(facts.germline.map(line).sort()).toEqual(['CYP2C19 *1/*2', 'CYP2C19 *2/*17']);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict' }));
  });

  it('a DPYD variant is a germline result and a variant', () => {
    const { facts } = read(
      bundle(
        patient,
        variant('v', [
          gene('HGNC:3012', 'DPYD'),
          component(loinc('48004-6'), { valueCodeableConcept: words('NM_000110.4:c.1905+1G>A') }),
          component(loinc('53034-5'), { valueCodeableConcept: loinc('LA6706-1', 'Heterozygous') }),
        ]),
      ),
    );
    expect(facts.germline.map(line)).toEqual(['DPYD c.1905+1G>A present heterozygous']);
    expect(facts.variants).toHaveLength(1);
  });

  it('a somatic variant of a pharmacogene is no germline result', () => {
    const { facts } = read(
      bundle(
        patient,
        variant('v', [
          gene('HGNC:3012', 'DPYD'),
          component(loinc('48004-6'), { valueCodeableConcept: words('c.1905+1G>A') }),
          component(loinc('48002-0'), { valueCodeableConcept: loinc('LA6684-0', 'Somatic') }),
        ]),
      ),
    );
    expect(facts.germline).toEqual([]);
  });

  it('variants beneath a genotype are its evidence, not further results', () => {
    const beneath = variant('v', [
      gene('HGNC:2621', 'CYP2C19'),
      component(loinc('81252-9'), {
        valueCodeableConcept: { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/projects/SNP', code: 'rs4244285' }] },
      }),
    ]);
    expect(lines(genotype('g', 'CYP2C19 *1/*2', { derivedFrom: [{ reference: 'Observation/v' }] }), beneath)).toEqual(['CYP2C19 *1/*2']);
  });
});
