/** At the order: a gene that only the words of a coded result name was examined; it is never asked for as if nothing were on file. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, observation, type Resource } from './board.ts';

const loinc = (code: string, text?: string) => ({
  coding: [{ system: 'http://loinc.org', code }],
  ...(text === undefined ? {} : { text }),
});
const concluded = (text: string) => ({
  component: [
    {
      code: { coding: [{ system: 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs', code: 'conclusion-string' }] },
      valueString: text,
    },
  ],
});
const LUNG = 'Lung adenocarcinoma';
const OVARY = 'Ovarian cancer';

describe('a gene named in the words of a coded result', () => {
  it.each<[string, string, string, string, Resource]>([
    ['a conclusion', LUNG, 'osimertinib', 'EGFR was', observation('o', { code: loinc('69548-6'), ...concluded('EGFR Exon 19 Deletion') })],
    ['small letters', LUNG, 'osimertinib', 'EGFR was', observation('o', { code: loinc('69548-6'), valueString: 'egfr l858r' })],
    [
      'a share of the reads',
      LUNG,
      'osimertinib',
      'EGFR was',
      observation('o', { code: loinc('69548-6', 'EGFR L858R'), valueQuantity: { value: 12, unit: '%' } }),
    ],
    [
      'a genotype of a tumour’s gene',
      'Malignant melanoma of skin',
      'vemurafenib',
      'BRAF was',
      observation('o', { code: loinc('84413-4'), valueCodeableConcept: { text: 'BRAF rs113488022 T>A' } }),
    ],
    [
      'two genes in one word',
      OVARY,
      'olaparib',
      'BRCA1, BRCA2 were',
      observation('o', { code: { text: 'Mutationsanalyse' }, valueString: 'BRCAwt' }),
    ],
  ])('%s in %s before %s', (_where, tumour, drug, named, result) => {
    expect(board(tumour, [result], drug).summaries).toEqual([
      `${named} examined, no result readable here: look at the report before ${drug}`,
    ]);
  });

  it('genes denied together are each tested and not found', () => {
    const { summaries } = board(OVARY, [observation('o', { code: { text: 'Genetic test' }, valueString: 'BRCA1/2 negative' })], 'olaparib');
    expect(summaries).toEqual([expect.stringMatching(/tested, not found/)]);
  });
});
