/** Alternatives that this patient cannot have, and what goes by the genotype where only a phenotype is on file. */
import { allergy, born, line, problem, situation, type Situation } from './situation.ts';

const POOR = line('CYP2D6 genotype', '*4/*4');
const C19_POOR = line('CYP2C19 genotype', '*2/*2');

export const PREGNANT: readonly Situation[] = [
  situation(
    'voriconazole, poor, pregnant',
    [born('1996-02-02'), problem('Pregnancy, 12 weeks'), C19_POOR],
    ['voriconazole 200 MG Oral Tablet'],
    [['warning', /consider amphotericin B liposomal$/]],
    { says: /Not isavuconazole, posaconazole: can harm the unborn child/ },
  ),
  situation(
    'voriconazole, poor, not pregnant',
    [born('1996-02-02'), C19_POOR],
    ['voriconazole 200 MG Oral Tablet'],
    [['warning', /consider isavuconazole/]],
  ),
];

export const NOT_OFFERED: readonly Situation[] = [
  situation(
    'codeine, poor, allergy to opioids',
    [POOR, allergy('Opioid analgesics')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /avoid codeine$/]],
    {
      says: /Not morphine, hydromorphone: allergy to opioids recorded/,
    },
  ),
  situation(
    'codeine, poor, intolerance to narcotics',
    [POOR, allergy('Narcotics', { type: 'intolerance' })],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /avoid codeine$/]],
    { says: /intolerance to opioids recorded/ },
  ),
  situation(
    'codeine, poor, allergy to latex',
    [POOR, allergy('Latex')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /consider morphine or hydromorphone/]],
  ),
  situation(
    'siponimod, poor by phenotype alone',
    [line('CYP2C9 Phenotype', 'Poor Metabolizer')],
    ['siponimod 2 MG Oral Tablet'],
    [['warning', /siponimod/]],
    {
      says: /with \\\*2\/\\\*3 the maintenance dose is 1 mg a day/,
    },
  ),
  situation(
    'siponimod, poor by its genotype',
    [line('CYP2C9 genotype', '*2/*3')],
    ['siponimod 2 MG Oral Tablet'],
    [['warning', /titrate siponimod to 1 mg a day/]],
    {
      never: /goes by the genotype/,
    },
  ),
];
