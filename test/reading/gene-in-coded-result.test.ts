/**
 * A result that its code makes one of genes names its gene where no reader looks: in a conclusion beside it, under a number, in small letters. The gene
 * was examined: it must never look untested, and what was found is not said.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, observation, patient, tbd, words, type Resource } from './resources.ts';
import { summary } from './summary.ts';
import { read } from './vocabulary.ts';

const said = (value: string) => ({ valueString: value });
const variantCode = (text?: string) => ({ ...loinc('69548-6', 'Genetic variant assessment'), ...(text === undefined ? {} : { text }) });
const genotypeCode = loinc('84413-4', 'Genotype display name');
const conclusion = (text: string) => ({ component: [component(tbd('conclusion-string'), said(text))] });
const present = { valueCodeableConcept: loinc('LA9633-4', 'Present') };
const percent = { valueQuantity: { value: 12, unit: '%' } };

const BOTH = ['BRCA1', 'BRCA2'];

/** Every gene that is told, with what is said of it. */
function told(resource: Resource) {
  const { facts } = read(bundle(patient, resource));
  return {
    tested: facts.tested.map((one) => one.gene).sort(),
    negative: facts.tested.some(({ negative }) => negative),
    unread: facts.tested.every(({ unread }) => unread !== undefined && unread !== ''),
    ofGenes: facts.variants.filter(({ genes }) => genes.length > 0).length,
  };
}

describe('a gene that only the result’s own words name', () => {
  it.each<[string, readonly string[], Resource]>([
    ['a conclusion beside a variant', ['EGFR'], observation('o', variantCode(), conclusion('EGFR Exon 19 Deletion'))],
    [
      'a conclusion beside a variant that is present',
      ['KRAS'],
      observation('o', variantCode(), { ...present, ...conclusion('KRAS-Mutation p.G12D nachgewiesen') }),
    ],
    ['a conclusion that denies', ['EGFR'], observation('o', variantCode(), conclusion('keine EGFR-Mutation nachgewiesen'))],
    ['a conclusion with both genes in one word', BOTH, observation('o', variantCode(), conclusion('BRCA1/2 negativ'))],
    ['a conclusion with the state behind the gene', BOTH, observation('o', variantCode(), conclusion('BRCAwt'))],
    ['a gene with its state behind it as the value', BOTH, observation('o', variantCode(), said('BRCAwt'))],
    ['the same under a test in another language', BOTH, observation('o', words('Mutationsanalyse'), said('BRCAwt'))],
    [
      'both genes in one word, and no word for the result',
      BOTH,
      observation('o', words('Genetic test'), said('BRCA1/2 class 17 by our key')),
    ],
    [
      'a genotype of a tumour’s gene',
      ['BRAF'],
      observation('o', genotypeCode, {
        valueCodeableConcept: words('BRAF rs113488022 T>A'),
        ...conclusion('Heterozygote BRAF V600E Mutation nachgewiesen'),
      }),
    ],
    [
      'a genotype whose gene is a part',
      ['EGFR'],
      observation('o', genotypeCode, { valueCodeableConcept: words('T/A'), component: [gene('HGNC:3236', 'EGFR')] }),
    ],
    ['small letters as the value', ['EGFR'], observation('o', variantCode(), said('egfr l858r'))],
    ['small letters under a general name', ['EGFR'], observation('o', words('Somatic mutation'), said('egfr l858r'))],
    ['small letters under the code of a report', ['KRAS'], observation('o', loinc('51969-4'), said('kras g12c'))],
    ['letters before the gene', ['EGFR'], observation('o', words('Somatic mutation'), said('mutEGFR L858R'))],
    ['letters before the gene of a variant', ['EGFR'], observation('o', variantCode(), said('mutEGFR L858R'))],
    ['two results in one value', ['EGFR', 'KRAS'], observation('o', variantCode(), said('EGFR: L858R; KRAS: wild type'))],
    ['a share of the reads as the value', ['EGFR'], observation('o', variantCode('EGFR L858R'), percent)],
    ['no share at all as the value', ['EGFR'], observation('o', variantCode('EGFR L858R'), { valueQuantity: { value: 0, unit: '%' } })],
  ])('%s: %j', (_where, genes, resource) => {
    expect(told(resource)).toEqual({ tested: genes, negative: false, unread: true, ofGenes: 0 });
  });

  it('a variant that is all in its name', () => {
    expect(told(observation('o', { ...loinc('69548-6'), text: 'egfr l858r' })).tested).toEqual(['EGFR']);
  });

  it('beside a result of the gene that was read nothing is added', () => {
    const { facts } = read(
      bundle(
        patient,
        observation('v', words('EGFR mutation analysis'), said('L858R detected')),
        observation('o', variantCode(), conclusion('EGFR Exon 19 Deletion')),
      ),
    );
    expect(facts.tested.filter(({ unread }) => unread !== undefined)).toEqual([]);
    expect(facts.variants.map(({ genes }) => genes)).toEqual([['EGFR']]);
  });

  it.each<[string, Resource]>([
    ['a variant that names none', observation('o', variantCode(), present)],
    ['a plan', observation('o', variantCode(), conclusion('EGFR testing recommended'))],
    ['a test that was not done', observation('o', variantCode(), said('EGFR not performed'))],
    ['a treatment', observation('o', variantCode(), conclusion('EGFR inhibitor therapy'))],
    ['a relative’s', observation('o', variantCode(), conclusion('Mother: BRCA1 mutation'))],
    ['the kidneys’ rate', observation('o', words('Laboratory'), said('egfr 55'))],
  ])('none: %s', (_what, resource) => {
    expect(told(resource).tested).toEqual([]);
  });
});

describe('genes that are denied together', () => {
  it.each<[string, readonly string[]]>([
    ['BRCA1/2 negative', BOTH],
    ['BRCA1/2 negativ', BOTH],
    ['BRCA1/BRCA2: wild type', BOTH],
    ['KRAS/NRAS not detected', ['KRAS', 'NRAS']],
  ])('%s: each of them', (value, genes) => {
    const found = summary(read(bundle(patient, observation('o', words('Genetic test'), said(value)))).facts);
    expect(found.tested).toEqual(genes.map((one) => `${one} negative`));
  });

  it.each(['BRCA1/2 positive', 'KRAS/NRAS G12D not detected', 'EML4/ALK negative', 'BRCA1/2 VUS'])(
    '%s is told of both, and not used',
    (value) => {
      const found = told(observation('o', words('Genetic test'), said(value)));
      expect(found).toMatchObject({ negative: false, unread: true, ofGenes: 0 });
      expect(found.tested).toHaveLength(2);
    },
  );
});
