/** Shares of stained tumour cells as the companion tests count them, just inside and just outside of the label. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines, type Line } from './board.ts';

const OVARY = 'High-grade serous ovarian carcinoma';
const STOMACH = 'Gastric adenocarcinoma';
const LUNG = 'Lung adenocarcinoma, stage IV';
const MIRV = 'mirvetuximab soravtansine';
const ZOLBE = 'zolbetuximab+fluorouracil+oxaliplatin';
const TELISO = 'telisotuzumab vedotin';
const CLAUDIN = 'Claudin 18.2 IHC';
const NEGATIVE: Line = ['HER2 IHC', '0'];

describe('folate receptor and claudin 18.2: 75 % of the cells of moderate or strong staining; c-Met: half of them strong', () => {
  it.each<[string, string, readonly Line[], 'fits' | 'biomarker-negative' | 'biomarker-not-tested']>([
    [OVARY, MIRV, [['FOLR1 IHC', 'PS2+ 75%']], 'fits'],
    [OVARY, MIRV, [['FOLR1 IHC', 'PS2+ 74%']], 'biomarker-negative'],
    [OVARY, MIRV, [['FOLR1 IHC', '80% of tumor cells with 2+/3+ staining']], 'fits'],
    [OVARY, MIRV, [['FOLR1 IHC', '<75% moderate or strong staining']], 'biomarker-negative'],
    [OVARY, MIRV, [['FOLR1 IHC', '80% of tumor cells 2+']], 'fits'],
    [OVARY, MIRV, [['FOLR1 IHC', '60% of tumor cells 2+']], 'biomarker-not-tested'],
    [OVARY, MIRV, [['FOLR1 IHC', '2+ 40%, 3+ 40%']], 'biomarker-not-tested'],
    [OVARY, MIRV, [['FOLR1 IHC', '80%']], 'biomarker-not-tested'],
    [STOMACH, ZOLBE, [[CLAUDIN, '80% of tumor cells with moderate to strong membranous staining'], NEGATIVE], 'fits'],
    [STOMACH, ZOLBE, [[CLAUDIN, '74% of tumor cells 2+/3+'], NEGATIVE], 'biomarker-negative'],
    [LUNG, TELISO, [['c-Met IHC', '3+ in 50% of cells']], 'fits'],
    [LUNG, TELISO, [['c-Met IHC', '3+ in 40% of cells']], 'biomarker-negative'],
    [LUNG, TELISO, [['c-Met IHC', '2+ in 80%']], 'biomarker-not-tested'],
    // As pathologists call the protein; with a change the gene is meant.
    [LUNG, TELISO, [['c-Met', '3+ in 60 %']], 'fits'],
    [LUNG, TELISO, [['c-Met', 'high overexpression']], 'fits'],
    [LUNG, TELISO, [['c-Met', 'negative']], 'biomarker-negative'],
    [LUNG, 'capmatinib', [['c-Met', 'exon 14 skipping detected']], 'fits'],
    [LUNG, 'capmatinib', [['c-Met', 'wild type']], 'biomarker-negative'],
  ])('%s, %s: %s', (tumour, drugs, results, verdict) => {
    expect(board(tumour, lines(results), ...drugs.split('+')).fit?.verdict).toBe(verdict);
  });
  it.each<[string, string, readonly Line[], string]>([
    [OVARY, MIRV, [['FOLR1 IHC', '60%']], 'FOLR1 counts as positive from 75 % of the tumour cells with moderate or strong staining (2+ or 3+)'],
    [STOMACH, ZOLBE, [[CLAUDIN, '80%'], NEGATIVE], 'CLDN18.2 counts as positive from 75 % of the tumour cells with moderate or strong staining (2+ or 3+)'],
    [LUNG, TELISO, [['c-Met IHC', '2+ in 80%']], 'c-Met counts as high from 50 % of the tumour cells with strong staining (3+)'],
  ])('%s, %s: a share that does not settle it is put beside what would', (tumour, drugs, results, counted) => {
    expect(board(tumour, lines(results), ...drugs.split('+')).cards.map(({ detail }) => detail).join()).toContain(counted);
  }); // prettier-ignore
});
