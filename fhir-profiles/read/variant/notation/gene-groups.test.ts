/** Tests named by several genes: a list, of which each was tested, against a fusion and a group. */
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../../test/reading/vocabulary.ts';
import { listedGenes } from './gene-groups.ts';

const listed = (name: string) => listedGenes([name], vocabulary.genes)?.genes ?? null;

describe('a list of genes', () => {
  it.each([
    ['EGFR/ALK/ROS1', ['EGFR', 'ALK', 'ROS1']],
    ['EGFR, ALK, ROS1, BRAF', ['EGFR', 'ALK', 'ROS1', 'BRAF']],
    ['EGFR/ALK', ['EGFR', 'ALK']],
    ['ALK/ROS1 fusion', ['ALK', 'ROS1']],
    ['KRAS-NRAS', ['KRAS', 'NRAS']],
    ['EGFR-KRAS-BRAF', ['EGFR', 'KRAS', 'BRAF']],
    ['NPM1/FLT3', ['NPM1', 'FLT3']],
    ['KRAS, NRAS', ['KRAS', 'NRAS']],
    ['ALK, ROS1, RET FISH', ['ALK', 'ROS1', 'RET']],
    ['KRAS (exons 2, 3, 4) and BRAF mutation analysis', ['KRAS', 'BRAF']],
  ])('%s', (name, genes) => expect(listed(name)).toEqual(genes));

  it.each([
    'EML4/ALK',
    'NPM1-ALK fusion',
    'NPM1-ALK',
    'NPM1/ALK',
    'BRAF-KIT fusion',
    'BCR/ABL1',
    'PML/RARA',
    'EML4-ALK fusion',
    'EGFR',
    'EGFR L858R',
    'CYP2D6/CYP2C19',
    'KRAS G12C/G12D',
    'HER2/CEP17 ratio',
    '',
  ])('%s is none', (name) => expect(listed(name)).toBeNull());
});
