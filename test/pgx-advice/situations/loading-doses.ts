/**
 * First and loading doses: CPIC lowers what follows them, not the dose that stops a fit (guideline for phenytoin, PMID 32779747: usual first or
 * loading dose, then less).
 */
import type { Resource } from '../../reading/resources.ts';
import { dosed, line, ordered, situation, type Situation } from './situation.ts';

const CHART = [line('CYP2C9 genotype', '*3/*3'), line('HLA-B*15:02', 'Negative')];
const LOAD: Situation['cards'] = [['info', /load (?:fos)?phenytoin as usual, then lower the dose to 50 % of the usual/]];
const LOWER: Situation['cards'] = [['warning', /lower (?:fos)?phenytoin dose to 50 % of the usual/]];
const said = (text: string): Resource => ({ dosageInstruction: [{ text }] });

const ROWS: readonly (readonly [what: string, drug: string, dose: Resource, cards: Situation['cards'], says?: RegExp])[] = [
  ['20 mg/kg of fosphenytoin', 'fosphenytoin sodium 50 MG/ML Injectable Solution', dosed(20, 'mg/kg'), LOAD],
  ['1 g of phenytoin', 'phenytoin sodium 50 MG/ML Injectable Solution', dosed(1000, 'mg'), LOAD],
  ['a load in words', 'phenytoin sodium 50 MG/ML Injectable Solution', said('LOAD 900 mg IV x1'), LOAD],
  ['mg PE/kg in words', 'fosphenytoin sodium 50 MG PE/ML Injectable Solution', said('20 mg PE/kg IV once, loading dose'), LOAD],
  ['mg PE/kg in words, not called a load', 'fosphenytoin sodium 50 MG PE/ML Injectable Solution', said('15 mg PE/kg IV once'), LOAD],
  ['mg PE/kg as unit', 'fosphenytoin sodium 50 MG PE/ML Injectable Solution', dosed(20, 'mg PE/kg'), LOAD],
  [
    'maintenance',
    'phenytoin sodium 100 MG Extended Release Oral Capsule',
    dosed(100, 'mg', 3),
    LOWER,
    /50 mg if the ordered 100 mg is the usual/,
  ],
  [
    'maintenance after a load',
    'phenytoin sodium 50 MG/ML Injectable Solution',
    said('100 mg IV every 8 hours, start 12 hours after loading dose'),
    LOWER,
    /50 mg if the ordered 100 mg/,
  ],
  [
    'maintenance in mg PE/kg',
    'fosphenytoin sodium 50 MG PE/ML Injectable Solution',
    said('5 mg PE/kg IV daily'),
    LOWER,
    /2.5 mg\/kg if the ordered 5 mg\/kg/,
  ],
];

export const LOADING_DOSES: readonly Situation[] = ROWS.map(([what, drug, dose, cards, says]) =>
  situation(what, CHART, [ordered(drug, dose)], cards, says === undefined ? { never: /if the ordered/ } : { says }),
);
