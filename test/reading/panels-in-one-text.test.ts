/** A whole panel in one text under a general name, and reports attached as pages: what a pharmacist would read off them. */
import { describe, expect, it } from 'vitest';
import { reportOf } from '../end-to-end/report.ts';
import { bundle, observation, patient, words, type Resource } from './resources.ts';

const states = (...resources: readonly Resource[]) =>
  Object.fromEntries(
    reportOf(bundle(patient, ...resources)).pgx.genes.map(({ gene, state, phenotype }) => [gene, state === 'called' ? phenotype : state]),
  );
const panel = (valueString: string) => states(observation('panel', words('Pharmacogenomics panel'), { valueString }));
const attached = (contentType: string, written: string, of: Resource = {}) =>
  reportOf(
    bundle(patient, {
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      subject: { reference: 'Patient/p1' },
      code: words('Pharmacogenomics report'),
      presentedForm: [{ contentType, data: Buffer.from(written).toString('base64') }],
      ...of,
    }),
  );

describe('a panel in one text', () => {
  it.each([
    [
      'HLA alleles each with their own answer',
      'CYP2C19: *2/*2\nHLA-B*57:01: Positive\nHLA-B*15:02: Negative',
      { CYP2C19: 'Poor Metabolizer', 'HLA-B': '*57:01 positive, *15:02 negative' },
    ],
    [
      'a table with German heads',
      'Gen | Genotyp | Phänotyp\nCYP2C19 | *2/*2 | Langsamer Metabolisierer\nTPMT | *1/*1 | Normaler Metabolisierer',
      { CYP2C19: 'Poor Metabolizer', TPMT: 'Normal Metabolizer' },
    ],
    ['no call of one gene', 'CYP2C19\n*2/*2\nCYP2D6\nNo call', { CYP2C19: 'Poor Metabolizer', CYP2D6: 'indeterminate' }],
    [
      'a column of the mother',
      'Gene | Mother | Patient\nCYP2C19 | *2/*2 | *1/*1\nCYP2D6 | *1/*1 | *4/*4',
      { CYP2C19: 'indeterminate', CYP2D6: 'indeterminate' },
    ],
    [
      'possible results',
      'Possible results:\nGene | Genotype | Phenotype\nCYP2D6 | *4/*4 | Poor Metabolizer\nTPMT | *1/*1 | Normal Metabolizer',
      { CYP2D6: 'indeterminate', TPMT: 'indeterminate' },
    ],
    [
      'one gene in doubt',
      'CYP2C19: *2/*2. Suspected CYP2D6 poor metabolizer. TPMT: *1/*1',
      { CYP2C19: 'Poor Metabolizer', CYP2D6: 'indeterminate', TPMT: 'Normal Metabolizer' },
    ],
  ])('%s', (_, written, expected) => {
    expect(panel(written)).toEqual(expected);
  });
});

describe('a panel in the conclusion of a report', () => {
  const concluded = (conclusion: string) =>
    states({
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      subject: { reference: 'Patient/p1' },
      code: words('Pharmacogenomics report'),
      conclusion,
    });
  it.each([
    [
      'a question in the cell',
      'Gene | Result\nCYP2C19 | ? poor metabolizer\nTPMT | *1/*1',
      { CYP2C19: 'indeterminate', TPMT: 'Normal Metabolizer' },
    ],
    ['one item a line', 'TPMT\n*1/*1\nDPYD\nIntermediate Metabolizer', { DPYD: 'Intermediate Metabolizer', TPMT: 'Normal Metabolizer' }],
    ['an answer that nobody reads', 'TPMT\n*1/*1\nG6PD\nB/unknown', { G6PD: 'indeterminate', TPMT: 'Normal Metabolizer' }],
    [
      'an allele to be ruled out',
      'Gene | Result\nHLA-B*58:01 | Rule out HLA-B*58:01\nTPMT | *1/*1',
      { 'HLA-B': 'indeterminate', TPMT: 'Normal Metabolizer' },
    ],
  ])('%s', (_, written, expected) => {
    expect(concluded(written)).toEqual(expected);
  });
});

describe('reports attached as pages', () => {
  const table =
    '<table><tr><th>Gene</th><th>Genotype</th></tr><tr><td>CYP2C19</td><td>&#42;2/*2</td></tr><tr><td>DPYD</td><td>c.1905+1G&gt;A heterozygous</td></tr></table>';
  it('each row is a result', () => {
    const { genes } = attached(
      'text/html; charset=utf-8',
      `<html><head><style>p{color:red}</style></head><body>${table}</body></html>`,
    ).pgx;
    expect(genes.map(({ gene, phenotype }) => [gene, phenotype])).toEqual([
      ['CYP2C19', 'Poor Metabolizer'],
      ['DPYD', 'Intermediate Metabolizer'],
    ]);
  });
  it.each([
    ['struck out', '<p><del>CYP2C19 *2/*2</del> CYP2C19 *1/*1</p>'],
    ['hidden', '<p style="display: none">CYP2C19 *2/*2</p>'],
    ['drawn', '<p>CYP2C19</p><img src="data:,">'],
  ])('a page with something %s is told, not read', (_, written) => {
    const { pgx, warnings } = attached('text/html', written);
    expect(pgx.genes.filter(({ state }) => state === 'called')).toEqual([]);
    expect(warnings.map(({ message }) => message).join()).toContain('documents are not read');
  });
  it.each(['text/plain', 'text/html'])('a document of %s with a line for each gene is told of each', (contentType) => {
    const written = 'CYP2C19 *2/*2 Poor Metabolizer<br>CYP2D6 *1/*1'.replace('<br>', contentType === 'text/plain' ? '\n' : '<br>');
    const document = {
      resourceType: 'DocumentReference',
      id: 'document',
      status: 'current',
      subject: { reference: 'Patient/p1' },
      type: words('Pharmacogenomics report'),
      content: [{ attachment: { contentType, data: Buffer.from(written).toString('base64') } }],
    };
    const { pgx, warnings } = reportOf(bundle(patient, document));
    expect(pgx.genes.map(({ gene, state }) => [gene, state])).toEqual([
      ['CYP2C19', 'indeterminate'],
      ['CYP2D6', 'indeterminate'],
    ]);
    expect(warnings.map(({ message }) => message).join()).toContain('A document speaks of CYP2C19, CYP2D6');
  });
});
