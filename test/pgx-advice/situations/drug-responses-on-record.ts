/** Entries of problem and allergy lists in everyday words: an inherited response to a drug with no gene named is told at the order of that drug, and never read as a result. */
import { allergy, infarction, inState, problem, situation, type Situation } from './situation.ts';
import type { Resource } from '../../reading/resources.ts';

type Row = readonly [entry: string, order: string];
const subject = { reference: 'Patient/p1' };

const WITHOUT_GENE: readonly Row[] = [
  ['Warfarin sensitivity', 'warfarin 5 mg'],
  ['Warfarin sensitivity (genetic)', 'warfarin 5 mg'],
  ['Hereditary warfarin resistance', 'warfarin 5 mg'],
  ['Coumarin resistance', 'warfarin 5 mg'],
  ['Aminoglycoside-induced deafness (mitochondrial)', 'gentamicin 5 mg/kg'],
  ['Aminoglycoside-induced hearing loss', 'tobramycin'],
  ['Mitochondrial deafness with susceptibility to aminoglycosides', 'amikacin'],
  ['History of aminoglycoside-induced deafness', 'streptomycin'],
  ['Fluoropyrimidine toxicity, genetic', 'capecitabine 1250 mg/m2'],
  ['Poor metabolism of thiopurines', 'azathioprine 100 mg'],
  ['Hereditary statin intolerance', 'atorvastatin 20 mg'],
  ['Clopidogrel poor metabolizer', 'clopidogrel 75 mg'],
  ['Codeine ultra-rapid metaboliser', 'codeine 30 mg'],
  ['Ultrarapid metabolizer of codeine', 'codeine 30 mg'],
];
const ALLERGIES: readonly Row[] = [
  ['Warfarin sensitivity (genetic)', 'warfarin 5 mg'],
  ['Aminoglycoside-induced deafness (mitochondrial)', 'gentamicin 5 mg/kg'],
  ['Ultrarapid metabolizer of codeine', 'codeine 30 mg'],
];
const NOTHING: readonly Row[] = [
  ['Suspected aminoglycoside-induced hearing loss', 'gentamicin 5 mg/kg'],
  ['No aminoglycoside ototoxicity', 'gentamicin 5 mg/kg'],
  ['At risk for aminoglycoside ototoxicity', 'gentamicin 5 mg/kg'],
  ['Mother with aminoglycoside-induced deafness', 'gentamicin 5 mg/kg'],
  ['Family history of aminoglycoside-induced deafness', 'gentamicin 5 mg/kg'],
  ['Screening for warfarin sensitivity', 'warfarin 5 mg'],
  ['Hereditary hearing loss', 'gentamicin 5 mg/kg'],
  ['Gentamicin-resistant enterococcus', 'gentamicin 5 mg/kg'],
  ['Statin intolerance', 'atorvastatin 20 mg'],
  ['Genetic testing declined; statin intolerance', 'atorvastatin 20 mg'],
  ['Aspirin sensitivity', 'aspirin 81 mg'],
  ['CYP2D6 inhibitor toxicity', 'codeine 30 mg'],
];
const family = (text: string): Resource => ({
  resourceType: 'FamilyMemberHistory',
  id: 'fmh',
  status: 'completed',
  patient: subject,
  relationship: { text: 'mother' },
  condition: [{ code: { text } }],
});

const told = (list: string): Situation['cards'] => [['info', new RegExp(`The ${list} list says ".*for .*, its gene not named`)]];

export const DRUG_RESPONSES_ON_RECORD: readonly Situation[] = [
  ...WITHOUT_GENE.map(([entry, order]) =>
    situation(`problem: ${entry}`, [problem(entry)], [order], told('problem'), { never: /laboratory result says/ }),
  ),
  ...ALLERGIES.map(([entry, order]) => situation(`allergy: ${entry}`, [allergy(entry)], [order], told('allergy'))),
  ...NOTHING.map(([entry, order]) => situation(`problem, nothing said: ${entry}`, [problem(entry)], [order], [])),
  situation('allergy: the EHR tells it', [allergy('Warfarin sensitivity')], ['warfarin 5 mg'], []),
  situation(
    'problem: entered in error',
    [problem('Warfarin sensitivity (genetic)', { verificationStatus: inState('entered-in-error')['clinicalStatus'] })],
    ['warfarin 5 mg'],
    [],
  ),
  situation('family history is not the patient’s', [family('Aminoglycoside-induced deafness')], ['gentamicin 5 mg/kg'], []),
  situation('problem: another drug', [problem('Warfarin sensitivity (genetic)')], ['codeine 30 mg'], []),
  situation(
    'problem: Poor drug metabolizer (CYP2C19-related)',
    [infarction(), problem('Poor drug metabolizer (CYP2C19-related)')],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  ...(
    [
      ['DPYD-related fluoropyrimidine toxicity', 'capecitabine 1250 mg/m2', /DPYD result could not be interpreted/],
      ['Statin myopathy, SLCO1B1', 'simvastatin 40 mg', /SLCO1B1 result could not be interpreted/],
      ['CYP2C9-related warfarin sensitivity', 'warfarin 5 mg', /CYP2C9 result could not be interpreted/],
    ] as const
  ).map(([entry, order, summary]) => situation(`problem: ${entry}`, [problem(entry)], [order], [['info', summary]])),
];
