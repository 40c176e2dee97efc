/** Single positions of CYP3A5, and why a drug of an FDA label is to be changed. */
import { dosed, line, ordered, situation, type Situation } from './situation.ts';

const TACROLIMUS = ['tacrolimus 1 mg'];
const OPEN = [['info', /CYP3A5 result could not be interpreted: tacrolimus is not checked/]] as const;
const RAISED = [['warning', /raise tacrolimus dose to 150–200 %/]] as const;

const CYP3A5: readonly Situation[] = [
  // CPIC defines *1 by five positions; T on the + strand (A on the gene's) excludes *3 alone.
  ...['T/T', 'A/A'].map((bases) =>
    situation(`CYP3A5 rs776746 ${bases} alone is no *1/*1`, [line('CYP3A5 rs776746', bases)], TACROLIMUS, OPEN, {
      says: /6 and \\?\*7 are not excluded/,
    }),
  ),
  ...['C/C', 'G/G'].map((bases) => situation(`CYP3A5 rs776746 ${bases} is *3/*3`, [line('CYP3A5 rs776746', bases)], TACROLIMUS, [])),
  ...['C/T', 'A/G'].map((bases) => situation(`CYP3A5 rs776746 ${bases}`, [line('CYP3A5 rs776746', bases)], TACROLIMUS, RAISED)),
  situation(
    'CYP3A5 at the three positions of *3, *6 and *7',
    [line('CYP3A5 rs776746', 'T/T'), line('CYP3A5 rs10264272', 'C/C'), line('CYP3A5 rs41303343', 'T/T')],
    TACROLIMUS,
    RAISED,
  ),
  situation('CYP3A5 *3, *6 and *7 not found', [line('CYP3A5', 'Negative for *3, *6, *7')], TACROLIMUS, RAISED),
  situation('CYP3A5 *3 not found', [line('CYP3A5*3', 'Not detected')], TACROLIMUS, OPEN),
];

/** One copy of one change, however often and under whatever name it is reported, is one copy. */
const HALF = [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]] as const;
const DPYD_TWICE: readonly Situation[] = [
  situation(
    'DPYD rs3918290 C/T reported twice',
    [line('DPYD rs3918290', 'C/T'), line('DPYD rs3918290', 'C/T')],
    ['capecitabine 500 mg'],
    HALF,
  ),
  situation(
    'DPYD rs3918290 C/T and c.1905+1G>A heterozygous',
    [line('DPYD rs3918290', 'C/T'), line('DPYD', 'c.1905+1G>A heterozygous')],
    ['capecitabine 500 mg'],
    HALF,
  ),
  situation(
    'DPYD rs3918290 T/T reported twice',
    [line('DPYD rs3918290', 'T/T'), line('DPYD rs3918290', 'T/T')],
    ['capecitabine 500 mg'],
    [['critical', /DPYD poor metabolizer: avoid capecitabine/]],
  ),
];

const POOR = [line('CYP2D6', '*4/*4'), line('CYP2C19', '*2/*2'), line('NAT2', '*5/*6')];
const EFFECTS: readonly (readonly [drug: string, says: RegExp])[] = [
  ['tetrabenazine 25 mg', /The active metabolites of tetrabenazine are broken down more slowly/],
  ['deutetrabenazine 12 mg', /active metabolites.*QT prolongation/],
  ['valbenazine 80 mg', /active metabolites of valbenazine/],
  ['thioridazine 50 mg', /torsades de pointes/],
  ['iloperidone 6 mg', /Iloperidone is broken down more slowly/],
  ['pitolisant 17.8 mg', /Pitolisant is broken down more slowly/],
  ['amifampridine 10 mg', /Amifampridine is broken down more slowly/],
  ['abrocitinib 100 mg', /Abrocitinib is broken down more slowly/],
];

export const POSITIONS_AND_EFFECTS: readonly Situation[] = [
  ...CYP3A5,
  ...DPYD_TWICE,
  ...EFFECTS.map(([drug, says]) =>
    situation(`why ${drug} is changed`, POOR, [drug], [['critical|warning|info', /poor metabolizer/]], { says, never: /reaches the body/ }),
  ),
  situation(
    'tetrabenazine above the limit of the label',
    [line('CYP2D6', '*4/*4')],
    [ordered('tetrabenazine 25 mg', dosed(25, 'mg', 3))],
    [['warning', /lower tetrabenazine to at most 50 mg a day/]],
  ),
];
