/** Interacting drugs on the medication list under their brands: what the genes advise gives way to them. */
import { infarction, line, situation, takes, type Situation } from './situation.ts';

const EXPRESSER = line('CYP3A5', '*1/*1');
const POOR_2C19 = line('CYP2C19', '*2/*2');

export const BRANDS_ON_THE_LIST: readonly Situation[] = [
  ...[
    ['Noxafil 100 mg tablet,delayed release', 'posaconazole'],
    ['Cresemba 186 mg capsule', 'isavuconazole'],
    ['Genvoya', 'cobicistat'],
    ['Cardizem CD 180 mg', 'diltiazem'],
    ['Prevymis 480 mg', 'letermovir'],
    ['Korlym 300 mg', 'mifepristone'],
    ['Kisqali 200 mg', 'ribociclib'],
  ].map(([product = '', inhibitor = '']) =>
    situation(
      `tacrolimus for an expresser who takes ${product}: the dose is not raised`,
      [EXPRESSER, takes(product)],
      ['tacrolimus 1 mg capsule'],
      [['info', new RegExp(`held back by ${inhibitor}`)]],
      { never: /150|200 %/ },
    ),
  ),
  ...[
    'Kaletra 200-50 mg',
    'Norvir 100 mg',
    'Symtuza',
    'Noxafil 100 mg',
    'Sporanox 100 mg',
    'Lysodren 500 mg',
    'Rifadin 300 mg',
    'Tukysa 150 mg',
    'Korlym 300 mg',
    'Kisqali 200 mg',
    'Invirase 500 mg',
    'atazanavir 400 mg',
    'phenobarbital 64.8 mg',
    'Orkambi',
  ].map((product) =>
    situation(
      `clopidogrel for a poor metabolizer who takes ${product}: ticagrelor is not offered`,
      [POOR_2C19, infarction(), takes(product)],
      ['clopidogrel 75 mg'],
      [['warning', /avoid clopidogrel; consider prasugrel$/]],
    ),
  ),
  ...['Lovenox 40 mg', 'Savaysa 60 mg', 'Lixiana 30 mg', 'Marcumar 3 mg', 'Sintrom 4 mg'].map((product) =>
    situation(
      `clopidogrel for a poor metabolizer who takes ${product}: prasugrel is not offered first`,
      [POOR_2C19, infarction(), takes(product)],
      ['clopidogrel 75 mg'],
      [['warning', /avoid clopidogrel; consider ticagrelor$/]],
    ),
  ),
  ...['Aplenzin 348 mg', 'Forfivo XL 450 mg', 'Budeprion SR 150 mg'].map((product) =>
    situation(
      `codeine for a normal metabolizer who takes ${product}`,
      [line('CYP2D6', '*1/*1'), takes(product)],
      ['codeine 30 mg'],
      [['warning', /CYP2D6 poor metabolizer with bupropion: avoid codeine/]],
    ),
  ),
];
