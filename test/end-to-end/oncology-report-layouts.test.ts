/**
 * Results in the layouts of report templates, vendors' reports and exports of mutation tables, told by names and words alone. Each is read, or
 * said to be on file and to be looked at: none counts as untested or as found clear. Synthetic patients.
 */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, lines, observation, type Resource } from './board.ts';

const LUNG = 'Lung adenocarcinoma';

describe('names of tests', () => {
  it.each([
    'EGFR Mutational Analysis',
    'EGFR-Mutationsanalyse',
    'Mutación de EGFR',
    'EGFR mutatie-analyse',
    'EGFR遺伝子変異',
    'EGFR突变检测',
    'EGFR hotspot panel result',
  ])('%s', (name) => {
    expect(board(LUNG, lines([[name, 'Exon 19 deletion detected']]), 'osimertinib').fit?.verdict).toBe('fits');
    expect(board(LUNG, lines([[name, 'Not detected']]), 'osimertinib').fit?.verdict).toBe('biomarker-negative');
  });
});

describe('answers', () => {
  it.each([
    ['Positive (Exon 19 deletion)', 'fits'],
    ['POSITIVE for exon 19 deletion', 'fits'],
    ['Mutation nachgewiesen: Deletion Exon 19', 'fits'],
    ['Deletion in Exon 19', 'fits'],
    ['陽性(L858R)', 'fits'],
    ['WT', 'biomarker-negative'],
    ['keine Mutation', 'biomarker-negative'],
    ['陰性', 'biomarker-negative'],
    ['検出せず', 'biomarker-negative'],
    ['Nicht auswertbar', 'biomarker-open'],
    ['Cannot be determined (insufficient tissue)', 'biomarker-open'],
    ['Exon 19 mutation detected', 'biomarker-open'],
    ['Exon 20 mutation', 'biomarker-open'],
    ['See scanned report', 'biomarker-open'],
  ])('%s: %s', (said, verdict) => {
    expect(board(LUNG, lines([['EGFR Mutational Analysis', said]]), 'osimertinib').fit?.verdict).toBe(verdict);
  });
});

it('what was found is called by its own name, without the word for it', () => {
  expect(board(LUNG, lines([['EGFR Mutational Analysis', 'Positive (Exon 19 deletion)']])).opening?.summary).toMatch(
    /^EGFR exon 19 deletion: osimertinib/,
  );
});

describe('columns of a mutation table as names of components', () => {
  const row = (columns: Readonly<Record<string, string>>): Resource =>
    observation('maf', {
      code: code('69548-6'),
      valueCodeableConcept: code('LA9633-4'),
      component: Object.entries(columns).map(([name, value]) => ({ code: { text: name }, valueString: value })),
    });
  it.each([
    ['MET', 'p.X1010_splice', LUNG, 'capmatinib', 'fits'],
    ['BRCA2', 'p.X2602_splice', 'High grade serous ovarian cancer', 'olaparib', 'fits'],
    ['MET', 'p.X500_splice', LUNG, 'capmatinib', 'biomarker-open'],
  ])('%s %s: a splice site by its codon', (gene, protein, tumour, drug, verdict) => {
    expect(board(tumour, [row({ Hugo_Symbol: gene, HGVSp_Short: protein })], drug).fit?.verdict).toBe(verdict);
  });
  it('the class of the change in brackets', () => {
    const found = observation('v', { code: code('69548-6'), valueString: 'KRAS p.G12C (Missense_Mutation)' });
    expect(board(LUNG, [found], 'sotorasib').fit?.verdict).toBe('fits');
  });
  it('gene and protein change', () => {
    const found = row({ Hugo_Symbol: 'EGFR', HGVSp_Short: 'p.L858R', Variant_Classification: 'Missense_Mutation' });
    expect(board(LUNG, [found], 'osimertinib')).toMatchObject({ variants: ['EGFR p.Leu858Arg'], fit: { verdict: 'fits' } });
  });
});

describe('extensions of the releases before R4, as a converter of vendors’ reports writes them', () => {
  const extension = (name: string, text: string) => ({
    url: `http://hl7.org/fhir/StructureDefinition/observation-genetics${name}`,
    valueCodeableConcept: { text },
  });
  const alteration = (gene: string, name: string, text: string, rest: Resource = {}) =>
    observation('fm', {
      code: { text: `A genomic alteration in ${gene}` },
      extension: [extension('Gene', gene), extension(name, text)],
      ...rest,
    });
  it('a change with its presence', () => {
    const positive = { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '10828004' }] } };
    const { fit, variants } = board(LUNG, [alteration('KRAS', 'AminoAcidChangeName', 'G12C', positive)], 'sotorasib');
    expect(variants).toEqual(['KRAS p.Gly12Cys']);
    expect(fit?.verdict).toBe('fits');
  });
  it('a change that nothing says the presence of: to be looked at, no test to repeat', () => {
    const { summaries } = board(LUNG, [alteration('KRAS', 'AminoAcidChangeName', 'G12C')], 'sotorasib');
    expect(summaries).toEqual(['KRAS G12C is on file, not said whether present: look at the report before sotorasib']);
  });
  it('a list of therapies is no result', () => {
    const therapy = observation('th', {
      code: { text: 'therapy' },
      valueString: 'Sotorasib is a therapy associated with potential clinical benefit, due to their mutation in KRAS. FDA Approved: true',
    });
    const { fit, opening } = board(LUNG, [therapy], 'sotorasib');
    expect(fit?.verdict).not.toBe('fits');
    expect(opening).toBeUndefined();
  });
});

describe('the German cancer data set: the answer as a code, the gene in words', () => {
  const system = 'https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-genetische-variante-auspraegung';
  const ras = (answer: string) =>
    ['KRAS', 'NRAS'].map((gene) =>
      observation(gene, {
        code: { ...code('69548-6'), text: gene },
        interpretation: [{ coding: [{ system, code: answer }] }],
        note: [{ text: gene }],
      }),
    );
  it.each([
    ['W', 'fits'],
    ['U', 'biomarker-open'],
  ])('%s: %s', (answer, verdict) => {
    expect(board('Colorectal adenocarcinoma', ras(answer), 'cetuximab').fit?.verdict).toBe(verdict);
  });
});

describe('what guidelines of national modules and knowledge bases write', () => {
  it('bases on the other strand beside a genomic place are no place here', () => {
    const found = assessment(['48018-6', 'BRAF'], ['48000-4', 'Chromosome 7'], ['69547-8', 'T'], ['69551-0', 'A']);
    const placed = { ...found, component: [...(found['component'] as Resource[]), { code: code('81254-5'), valueRange: { low: { value: 140753336 } } }, { code: code('62374-4'), valueCodeableConcept: code('LA26806-2') }] }; // prettier-ignore
    expect(board('Melanoma', [placed], 'vemurafenib').fit?.verdict).toBe('biomarker-open');
  });
  it('a transcript left over from another gene does not take the finding away', () => {
    const found = assessment(['48018-6', 'BRAF'], ['48004-6', 'NM_004333.6:c.1799T>A'], ['48005-3', 'NP_004324.2:p.Val600Glu'], ['51958-7', 'NM_005228.5']); // prettier-ignore
    expect(board('Melanoma', [found], 'vemurafenib').fit?.verdict).toBe('fits');
  });
  it('T315I under bosutinib', () => {
    const { summaries } = board('Chronic myeloid leukemia', [assessment(['48018-6', 'ABL1'], ['48005-3', 'p.Thr315Ile'])], 'bosutinib');
    expect(summaries[0]).toMatch(/^ABL1 T315I: bosutinib is not expected to work; consider asciminib/);
  });
});

describe('FLT3 in two lines, as laboratories of leukaemia write it', () => {
  it.each([
    ['Negative', 'Negative', 'biomarker-negative'],
    ['Negative', 'Positive', 'fits'],
    ['Positive', 'Negative', 'fits'],
  ])('ITD %s, TKD %s: %s', (itd, tkd, verdict) => {
    const results = lines([['FLT3-ITD', itd], ['FLT3-TKD', tkd]]); // prettier-ignore
    expect(board('Acute myeloid leukemia', results, 'gilteritinib').fit?.verdict).toBe(verdict);
  });
  it('the duplication alone leaves the codons open', () => {
    expect(board('Acute myeloid leukemia', lines([['FLT3-ITD', 'Negative']]), 'gilteritinib').fit?.verdict).toBe('biomarker-open');
  });
});
