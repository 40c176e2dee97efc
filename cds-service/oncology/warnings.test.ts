/** Warnings of the tumour say which genes they are about, so that the panel can show them at the gene. */
import { describe, expect, it } from 'vitest';
import { clear, fusion, patient, protein, tumour, variant } from '../../test/oncology/facts.ts';
import { shippedOncology } from '../../test/oncology/knowledge.ts';
import { matchTherapies } from './index.ts';

const knowledge = shippedOncology();
const tumours = [tumour('LUAD')];

describe('the genes of a warning', () => {
  it.each([
    [
      'called uncertain and named by evidence',
      { variants: [protein('EGFR', 'p.Leu858Arg', { classification: 'vus' })] },
      /Ask the lab/,
      ['EGFR'],
    ],
    ['turned round', { variants: [fusion('ALK', 'EML4')] }, /which way round/, ['ALK', 'EML4']],
    [
      'found and not found',
      { variants: [protein('EGFR', 'p.Leu858Arg'), protein('EGFR', 'p.Leu858Arg', { presence: 'absent' })] },
      /counts as found here/,
      ['EGFR'],
    ],
    [
      'wild type in one result and altered in another',
      { variants: [protein('KRAS', 'p.Gly12Cys')], tested: [clear('KRAS')] },
      /wild type is not assumed/,
      ['KRAS'],
    ],
    [
      'counted on another transcript',
      { variants: [variant('EGFR', { cHgvs: 'c.2573T>G', transcript: 'NM_999999.1', classification: 'pathogenic' })] },
      /is counted on NM_999999\.1/,
      ['EGFR'],
    ],
  ] as const)('%s', (_, facts, message, genes) => {
    const { warnings } = matchTherapies(patient({ tumours, ...facts }), knowledge);
    expect(warnings.filter((warning) => message.test(warning.message)).map((warning) => warning.genes)).toEqual([genes]);
  });
});
