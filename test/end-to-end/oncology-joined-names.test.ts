/** A change joined to its gene by a hyphen or by nothing ("FLT3-ITD", "BRAF-V600E", "EGFRvIII"), and a loss as the whole value. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, code, lines, observation } from './board.ts';

const LUNG = 'Lung adenocarcinoma';
const LEUKAEMIA = 'Acute myeloid leukemia';
const PROSTATE = 'Prostate adenocarcinoma';
const TITLES = ['NGS result', 'Molecular pathology', 'Genetic testing'];

describe.each(TITLES)('under the title "%s"', (title) => {
  it.each([
    ['FLT3-ITD', LEUKAEMIA, ['FLT3 ITD']],
    ['FLT3-ITD detected', LEUKAEMIA, ['FLT3 ITD']],
    ['KIT-D816V', LEUKAEMIA, ['KIT p.Asp816Val']],
    ['BRAF-V600E', LUNG, ['BRAF p.Val600Glu']],
    ['KRAS-G12C positive', LUNG, ['KRAS p.Gly12Cys']],
    ['EGFRvIII', 'Glioblastoma', ['EGFRvIII']],
    ['ROS1-rearranged', LUNG, ['ROS1 fusion']],
    ['EML4-ALK', LUNG, ['EML4::ALK fusion']],
    ['ERBB2-amp', LUNG, ['ERBB2 amplification']],
  ])('%s is found', (said, tumour, found) => {
    expect(board(tumour, lines([[title, said]]), 'docetaxel').variants).toEqual(found);
  });

  it.each(['non-V600E', 'BRAF: non-V600E', 'BRAF-V600E not detected', 'FLT3-ITD negative', 'BRAF-V600E?', 'possible FLT3-ITD'])(
    '%s is none that is found',
    (said) => {
      const { report } = board(LUNG, lines([[title, said]]), 'docetaxel');
      expect(report.oncology.variants.filter(({ present }) => present === true)).toEqual([]);
    },
  );

  it.each([
    ['FLT3-TKD', LEUKAEMIA, 'gilteritinib', 'FLT3'],
    ['KMT2A-PTD', LEUKAEMIA, 'revumenib', 'KMT2A'],
    ['BCR-ABL', 'Chronic myeloid leukemia', 'imatinib', 'BCR'],
  ])('%s, which cannot be read as it stands, is told and no test is called missing', (said, tumour, drug, gene) => {
    const { report, summaries } = board(tumour, lines([[title, said]]), drug);
    expect(report.warnings.map(({ message }) => message).join(' ')).toContain(gene);
    expect(summaries.join(' ')).not.toMatch(new RegExp(`No [^.]*${gene}[^.]* result on file`));
  });

  it('AR-V7 is the transcript, and no fusion of AR with the gene that has V7 among its aliases', () => {
    const { report, variants } = board(PROSTATE, lines([[title, 'AR-V7 detected']]), 'enzalutamide');
    expect(variants.join()).not.toContain('CD101');
    expect(report.warnings.map(({ message }) => message).join(' ')).toContain('AR-V7');
  });
});

describe('as the value of a variant assessment', () => {
  const found = (said: string) =>
    board(PROSTATE, [observation('v1', { code: code('69548-6'), valueString: said })], 'docetaxel').report.oncology.variants.map(
      ({ gene, name, kind, present }) => [gene, name, kind, present],
    );
  it.each([
    ['PTEN loss', ['PTEN', 'PTEN loss', 'copy-number', true]],
    ['MTAP loss', ['MTAP', 'MTAP loss', 'copy-number', true]],
    ['CDKN2A/B loss', ['CDKN2A', 'CDKN2A loss', 'copy-number', true]],
    ['SMAD4 deletion', ['SMAD4', 'SMAD4 deletion', 'other', true]],
    ['KIT exon 11 mutation', ['KIT', 'KIT exon 11 mutation', 'other', true]],
    ['AR-V7', ['AR', 'AR-V7', 'other', true]],
  ])('%s is what was found', (said, variant) => {
    expect(found(said)).toEqual([variant]);
  });
  it.each(['BRCA1 mutation', 'PTEN', 'possible PTEN loss', 'PTEN loss?'])('%s leaves open whether it is there', (said) => {
    expect(found(said).filter(([, , , present]) => present === true)).toEqual([]);
  });
});

it('what a test of one gene says of another by its joined name is of that other', () => {
  expect(board(LEUKAEMIA, lines([['FLT3', 'KRAS-G12C']]), 'docetaxel').variants).toEqual(['KRAS p.Gly12Cys']);
});
