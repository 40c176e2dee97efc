/** Drugs beside warfarin that its label lists as inhibitors of CYP2C9: the range by genotype is the range without them. */
import { dosed, line, ordered, situation, takes, type Situation } from './situation.ts';

const SLOW = [line('CYP2C9', '*1/*3'), line('VKORC1 rs9923231', 'C/T')];
const warfarin = (amount: number) => ordered(`warfarin ${String(amount)} mg`, dosed(amount, 'mg'));

export const BESIDE_WARFARIN: readonly Situation[] = [
  ...['fluconazole 200 mg tablet', 'amiodarone 200 mg tablet', 'metronidazole 500 mg tablet', 'sulfamethoxazole / trimethoprim tablet'].map(
    (beside) =>
      situation(
        `warfarin with ${beside}, CYP2C9 *1/*3`,
        [...SLOW, takes(beside)],
        [warfarin(5)],
        [['warning', /and (?:fluconazole|amiodarone|metronidazole|sulfamethoxazole): less warfarin than by the genotype alone/]],
        { says: /start lower than by the genotype alone and check INR more often/ },
      ),
  ),
  situation(
    'warfarin within the range by genotype, fluconazole beside it: not within it any more',
    [...SLOW, takes('fluconazole 200 mg tablet')],
    [warfarin(3)],
    [['info', /fluconazole: less warfarin/]],
  ),
  situation('warfarin within the range by genotype, nothing beside it', SLOW, [warfarin(3)], []),
  situation(
    'metronidazole cream beside warfarin within the range',
    [...SLOW, takes('metronidazole 0.75 % topical cream')],
    [warfarin(3)],
    [],
  ),
  situation(
    'warfarin with fluconazole, usual genotype: no gene asks for anything',
    [line('CYP2C9', '*1/*1'), line('VKORC1 rs9923231', 'C/C'), takes('fluconazole 200 mg tablet')],
    [warfarin(5)],
    [],
  ),
  situation(
    'fluconazole is new, warfarin was begun last week',
    [...SLOW, takes('warfarin 5 mg', { authoredOn: '2026-11-14' })],
    ['fluconazole 200 mg tablet'],
    [['info', /with fluconazole less warfarin, already on the list, than by the genotype alone/]],
  ),
  // CPIC 2017: rs12777823 lies in the CYP2C cluster and counts beside CYP2C9; of CYP2C9 itself it says nothing.
  ...['rs12777823', 'CYP2C cluster: rs12777823', 'CYP2C9 rs12777823'].map((name) =>
    situation(`${name} beside CYP2C9`, [...SLOW, line(name, 'G/A')], [warfarin(10)], [['warning', /lower warfarin dose/]], {
      genes: { CYP2C9: 'Intermediate Metabolizer' },
    }),
  ),
  situation(
    'rs12777823 alone is no CYP2C9 result',
    [line('rs12777823', 'G/A')],
    ['siponimod 2 mg'],
    [['info', /No CYP2C9 result on file/]],
  ),
];
