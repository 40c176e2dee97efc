/** Antibodies, conjugates, T-cell engagers and CAR T cells. Sources: `treatment/drug-classes/index.ts`. */
import { cancerDrugs } from '../cancer-drugs.ts';
import { against, names, type DrugClass } from './drug-class.ts';

const CELLS = cancerDrugs('L01XL').filter((name) => name.endsWith('leucel'));
/** Labels: Trop-2-directed (datopotamab); PMC10372550, table 1 (sacituzumab). */
const TROP2 = names('sacituzumab_govitecan datopotamab_deruxtecan');
/** PMC10768060, table 1, and PMC10372550, table 1; labels (datopotamab, telisotuzumab). */
const CONJUGATES = cancerDrugs('L01F').filter((name) =>
  / (?:vedotin|deruxtecan|emtansine|govitecan|mafodotin|ozogamicin|tesirine|soravtansine)$/.test(name),
);

export const ANTIBODY_CLASSES: readonly DrugClass[] = [
  { label: 'anti-CD38 antibody', needs: 'cd38', words: against('CD38'), drugs: cancerDrugs('L01FC') },
  {
    label: 'anti-CD20 antibody',
    needs: 'cd20',
    words: against('CD20'),
    // ATC L01FA; the bispecific ones: Clin Adv Hematol Oncol, December 2024.
    drugs: [...cancerDrugs('L01FA'), ...names('mosunetuzumab epcoritamab glofitamab')],
  },
  {
    label: 'CD19-directed therapy',
    needs: 'cd19',
    words: against('CD19'),
    // Labels (blinatumomab); FDA 2020-07-31 (tafasitamab); PMC10768060 (loncastuximab); J Clin Pharm Ther 2024, 2239888, table 2 (cells); NCI Drug Dictionary (obecabtagene).
    drugs: [
      ...names(
        'blinatumomab tafasitamab loncastuximab_tesirine tisagenlecleucel axicabtagene_ciloleucel brexucabtagene_autoleucel lisocabtagene_maraleucel obecabtagene_autoleucel',
      ),
    ],
  },
  {
    label: 'BCMA-directed therapy',
    needs: 'bcma|maturation',
    words: against('(?:BCMA|B[- ]cell maturation antigen(?: \\(BCMA\\))?)'),
    // Blood 2024;143:1211 (teclistamab, elranatamab); PMC10768060 (belantamab); J Clin Pharm Ther 2024, 2239888, table 2 (cells).
    drugs: names('teclistamab elranatamab belantamab_mafodotin idecabtagene_vicleucel ciltacabtagene_autoleucel'),
  },
  // Labels: CD30-directed.
  { label: 'CD30-directed therapy', needs: 'cd30', words: against('CD30'), drugs: ['brentuximab vedotin'] },
  { label: 'TROP2-directed therapy', needs: 'trop', words: against('TROP-?2'), drugs: TROP2 },
  // PMC10372550, table 1.
  { label: 'Nectin-4-directed therapy', needs: 'nectin', words: against('Nectin-?4'), drugs: ['enfortumab vedotin'] },
  {
    label: 'claudin 18.2-directed therapy',
    needs: 'claudin|cldn',
    words: against(String.raw`(?:claudin|CLDN)[- ]?18\.?2`),
    // Labels: claudin 18.2-directed.
    drugs: ['zolbetuximab'],
  },
  // US label 11/2025: DLL3-directed.
  { label: 'DLL3-directed therapy', needs: 'dll', words: against('DLL-?3'), drugs: ['tarlatamab'] },
  {
    label: 'folate receptor-directed therapy',
    needs: 'frα|fra|fralpha|folate|folr|fr',
    words: against(String.raw`(?:FR(?:α|a|alpha)|folate receptor(?:[- ]alpha| α)?(?: \(FR(?:α|a|alpha)\))?|FOLR1)`),
    // Labels: FRα-directed.
    drugs: ['mirvetuximab soravtansine'],
  },
  {
    label: 'topoisomerase I antibody-drug conjugate',
    needs: 'topo|dxd|deruxtecan',
    words: String.raw`(?:topoisomerase[- ](?:I|1)|topo[- ]?(?:I|1)|DXd|deruxtecan)[- ](?:inhibitor[- ])?(?:based |payload |containing )*(?:antibody[- ]drug conjugates?|ADCs?)`,
    // PMC10768060, table 1 (DXd, SN38: TOP1); label (datopotamab).
    drugs: CONJUGATES.filter((name) => /deruxtecan|govitecan/.test(name)),
  },
  {
    label: 'antibody-drug conjugate',
    needs: 'conjugate|adc',
    words: String.raw`(?:antibody[- ]drug[- ]conjugates?(?: \(ADCs?\))?|\bADCs?\b)`,
    drugs: CONJUGATES,
  },
  {
    label: 'CAR T-cell therapy',
    needs: 'car|chimeric',
    words: String.raw`(?:(?:autologous |allogeneic |anti-?CD19 |CD19[- ](?:directed |targeted )?|any |prior )*(?:chimeric antigen receptor(?: \(CAR\))?[- ]?(?:modified )?T?(?:[- ]cells?)?(?: \(CAR-?T\))?|CAR[- ]?T)(?:[- ]?cells?)?(?: (?:therap(?:y|ies)|treatments?|products?|infusion))?(?: \(CAR-?T\))?)`,
    // J Clin Pharm Ther 2024, 2239888, table 2; NCI Drug Dictionary (obecabtagene).
    drugs: CELLS,
  },
  {
    label: 'bispecific T-cell engager',
    needs: 'specific|engag|bite',
    words: String.raw`(?:(?:CD3[- ])?bi-?specific(?: T[- ]cell[- ](?:engag\w+|redirecting))?(?: antibod(?:y|ies)| agents?| molecules?)?(?: \((?:BsAbs?|BiTEs?)\))?|T[- ]cell[- ](?:engagers?|engaging (?:antibod(?:y|ies)|therap(?:y|ies)))|BiTEs?\b)`,
    // Labels (blinatumomab, tarlatamab); Blood 2024;143:1211 (teclistamab, talquetamab, elranatamab); Clin Adv Hematol Oncol, December 2024 (the others).
    drugs: names('blinatumomab mosunetuzumab glofitamab epcoritamab teclistamab talquetamab elranatamab tarlatamab'),
  },
];
