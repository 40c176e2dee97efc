/** One drug in the many ways in which an order carries it: codes of RxNorm, brands, combinations, forms, routes, older and newer FHIR. */
import { coded, dosed, line, medication, ordered, result, RXNORM, situation, takes, type Situation } from './situation.ts';
import type { Resource } from '../../reading/resources.ts';
import { words } from '../../reading/resources.ts';

const D6_POOR = line('CYP2D6', '*4/*4');
const C19_POOR = line('CYP2C19', '*2/*2');
const C9_POOR = line('CYP2C9', '*3/*3');
const DPYD_INTERMEDIATE = line('DPYD', '*1/*2A');
const SLCO1B1_POOR = line('SLCO1B1', '*5/*5');
const rx = (code: string, display?: string) => coded(RXNORM, code, display);
/** An order whose drug stands in other members than FHIR R4's. */
const without = (members: Resource): Resource => {
  const { medicationCodeableConcept: _concept, ...rest } = ordered('');
  return { ...rest, ...members };
};
const route = (text: string): Resource => ({ dosageInstruction: [{ route: { text } }] });

const CODEINE: readonly (readonly [string, string | Resource])[] = [
  ['ingredient by RxNorm', rx('2670')],
  ['tablet of two ingredients by RxNorm', rx('993781')],
  ['branded tablet by RxNorm', rx('993837')],
  ['several ingredients by RxNorm', rx('817579')],
  ['cough mixture by RxNorm', rx('309428')],
  ['Tylenol #3', 'Tylenol #3'],
  ['Tylenol with codeine', 'TYLENOL W/ CODEINE NO.3 300-30 MG PO TABS'],
  ['APAP/codeine', 'APAP-Codeine 300-30 MG tablet'],
  ['acetaminophen-codeine', 'acetaminophen-codeine (TYLENOL #3) 300-30 mg per tablet'],
  ['co-codamol', 'Co-codamol 30/500 tablets'],
  ['codeine sulfate', 'codeine sulfate 15 mg tablet'],
  ['butalbital with codeine', 'butalbital-acetaminophen-caffeine-codeine 50-300-40-30 mg capsule'],
  ['promethazine-codeine', 'promethazine-codeine 6.25-10 mg/5 mL syrup'],
  ['a local code beside the text', { coding: [{ system: 'urn:oid:1.2.3.4', code: '778', display: 'CODEINE 30MG TAB' }] }],
  ['text only in capitals with a trailing dose', 'CODEINE PHOSPHATE 30MG TAB UD'],
];

export const ORDER_SHAPES: readonly Situation[] = [
  ...CODEINE.map(([name, drug]) =>
    situation(`codeine: ${name}`, [D6_POOR], [ordered(drug)], [['warning', /CYP2D6 poor metabolizer: avoid codeine/]]),
  ),
  // clopidogrel
  ...(
    [
      ['tablet', rx('309362')],
      ['branded tablet', rx('213169')],
      ['brand name', 'PLAVIX 75 mg tablet'],
      ['salt', 'clopidogrel bisulfate 75 mg'],
      ['with strength in front', '75 mg clopidogrel tabs'],
    ] as const
  ).map(([name, drug]) =>
    situation(
      `clopidogrel: ${name}`,
      [C19_POOR],
      [ordered(drug, { reasonCode: [{ text: 'NSTEMI' }] })],
      [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
    ),
  ),
  // combinations with one drug that a gene concerns
  situation(
    'ezetimibe with simvastatin by RxNorm',
    [SLCO1B1_POOR],
    [ordered(rx('476349'))],
    [['warning', /SLCO1B1 poor function.*simvastatin/]],
  ),
  situation('Vytorin', [SLCO1B1_POOR], ['Vytorin 10-40 mg tablet'], [['warning', /simvastatin/]]),
  situation(
    'atorvastatin with ezetimibe by RxNorm',
    [SLCO1B1_POOR],
    [ordered(rx('1422099'))],
    [['warning', /SLCO1B1 poor function: keep atorvastatin to at most 20 mg a day/]],
  ),
  situation('amlodipine-atorvastatin', [SLCO1B1_POOR], ['amlodipine-atorvastatin 10-80 mg tablet'], [['warning', /atorvastatin/]]),
  situation('tramadol with acetaminophen by RxNorm', [D6_POOR], [ordered(rx('836395'))], [['warning', /avoid tramadol/]]),
  situation('Ultracet', [D6_POOR], ['Ultracet'], [['warning', /avoid tramadol/]]),
  situation(
    'hydrocodone with ibuprofen, CYP2C9 poor',
    [C9_POOR],
    [ordered(rx('859315'))],
    [['warning', /CYP2C9 poor metabolizer: lower ibuprofen/]],
  ),
  situation('metoprolol with hydrochlorothiazide, CYP2D6 poor', [D6_POOR], [ordered(rx('866479'))], [['warning', /metoprolol/]]),
  situation('omeprazole pack with clarithromycin, CYP2C19 ultrarapid', [line('CYP2C19', '*17/*17')], [ordered(rx('1291986'))], []),
  situation('amitriptyline with perphenazine, CYP2D6 poor', [D6_POOR], [ordered(rx('856797'))], [['warning', /avoid amitriptyline/]]),
  situation(
    'abacavir with lamivudine and dolutegravir',
    [line('HLA-B*57:01', 'Positive')],
    ['Triumeq 600-50-300 mg'],
    [['critical', /HLA-B\*57:01.*abacavir/]],
  ),
  situation(
    'abacavir-lamivudine in words',
    [line('HLA-B*57:01', 'Positive')],
    ['abacavir-lamivudine 600-300 mg tablet'],
    [['critical', /abacavir/]],
  ),
  situation('trifluridine is no fluorouracil', [DPYD_INTERMEDIATE], ['Lonsurf 20-8.19 mg'], []),
  situation(
    'flucytosine is asked about DPYD by the Dutch group',
    [DPYD_INTERMEDIATE],
    ['flucytosine 500 mg capsule'],
    [['info', /flucytosine/]],
  ),
  // salts, isomers, look-alikes
  situation(
    'escitalopram is not citalopram',
    [C19_POOR],
    [ordered('Lexapro 10 mg', dosed(10, 'mg'))],
    [['warning', /CYP2C19 poor metabolizer.*escitalopram/]],
  ),
  situation('desvenlafaxine is not venlafaxine', [D6_POOR], ['desvenlafaxine ER 50 mg'], []),
  situation('dexlansoprazole, CYP2C19 normal', [line('CYP2C19', '*1/*1')], ['Dexilant 60 mg'], []),
  situation('esomeprazole has no row', [C19_POOR], ['esomeprazole 40 mg'], []),
  situation('methotrexate, NUDT15 poor: another drug', [line('NUDT15', '*3/*3')], ['methotrexate 2.5 mg'], []),
  situation(
    'Purixan is mercaptopurine',
    [line('NUDT15', '*3/*3'), line('TPMT', '*1/*1')],
    ['Purixan 20 mg/mL suspension'],
    [['critical', /NUDT15 poor metabolizer.*mercaptopurine/]],
  ),
  situation(
    'Imuran is azathioprine',
    [line('TPMT', '*3A/*3A'), line('NUDT15', '*1/*1')],
    ['Imuran 50 mg'],
    [['critical', /TPMT poor metabolizer.*azathioprine/]],
  ),
  situation('5-FU', [DPYD_INTERMEDIATE], ['5-FU 400 mg/m2 IV'], [['warning', /fluorouracil/]]),
  situation('Xeloda', [DPYD_INTERMEDIATE], [ordered(rx('368280', 'Capecitabine Oral Tablet [Xeloda]'))], [['warning', /capecitabine/]]),
  situation(
    'FK506 is tacrolimus',
    [line('CYP3A5', '*1/*3')],
    ['Prograf 1 mg capsule'],
    [['warning', /CYP3A5 intermediate metabolizer.*tacrolimus/]],
  ),
  situation(
    'Anectine is succinylcholine',
    [line('RYR1', 'c.7300G>A heterozygous')],
    ['Anectine 100 mg IV'],
    [['critical', /succinylcholine/]],
  ),
  situation(
    'suxamethonium is succinylcholine',
    [line('RYR1', 'c.7300G>A heterozygous')],
    ['suxamethonium 100 mg'],
    [['critical', /succinylcholine/]],
  ),
  situation(
    'Cerebyx is fosphenytoin',
    [line('HLA-B*15:02', 'Positive')],
    ['Cerebyx 500 mg PE IV'],
    [['critical', /HLA-B\*15:02.*fosphenytoin/]],
  ),
  situation('Trileptal is oxcarbazepine', [line('HLA-B*15:02', 'Positive')], [ordered(rx('312137'))], [['critical', /oxcarbazepine/]]),
  // forms and routes
  situation('fluorouracil cream by RxNorm', [DPYD_INTERMEDIATE], [ordered(rx('105583'))], []),
  situation('Efudex 5 % cream', [DPYD_INTERMEDIATE], ['Efudex 5 % cream'], []),
  situation('tacrolimus ointment', [line('CYP3A5', '*1/*1')], ['tacrolimus 0.1 % ointment'], []),
  situation('diclofenac gel, CYP2C9 poor', [C9_POOR], ['diclofenac 1 % gel'], []),
  situation('flurbiprofen eye drops, CYP2C9 poor', [C9_POOR], ['flurbiprofen 0.03 % ophthalmic solution'], []),
  situation('dapsone gel, G6PD deficient', [line('G6PD activity', 'Deficient')], ['dapsone 5 % topical gel'], []),
  situation('doxepin cream, CYP2D6 poor', [D6_POOR], ['doxepin 5 % cream'], []),
  situation(
    'ondansetron oral film, CYP2D6 ultrarapid',
    [line('CYP2D6', '*1/*1x2')],
    ['ondansetron 8 mg oral film'],
    [['warning', /ondansetron/]],
  ),
  situation('gentamicin ointment', [line('MT-RNR1', 'm.1555A>G homoplasmic')], ['gentamicin 0.1 % ointment'], []),
  situation('neomycin ear drops by route', [line('MT-RNR1', 'm.1555A>G homoplasmic')], [ordered('neomycin', route('otic'))], []),
  situation('codeine by mouth, route said', [D6_POOR], [ordered('codeine 30 mg', route('Oral'))], [['warning', /codeine/]]),
  situation(
    'fluorouracil, route intravenous, form not said',
    [DPYD_INTERMEDIATE],
    [ordered('fluorouracil', route('Intravenous'))],
    [['warning', /fluorouracil/]],
  ),
  // members of FHIR
  situation('R5: medication.concept', [D6_POOR], [without({ medication: { concept: rx('2670') } })], [['warning', /codeine/]]),
  situation(
    'R5: medication.reference to a contained Medication',
    [D6_POOR],
    [without({ medication: { reference: { reference: '#m' } }, contained: [medication('m', rx('2670'))] })],
    [['warning', /codeine/]],
  ),
  situation(
    'R4: reference to a contained Medication with ingredients',
    [D6_POOR],
    [
      without({
        medicationReference: { reference: '#bag' },
        contained: [
          medication('bag', words('Analgesic mixture'), {
            ingredient: [{ itemCodeableConcept: { text: 'paracetamol' } }, { itemCodeableConcept: rx('2670') }],
          }),
        ],
      }),
    ],
    [['warning', /codeine/]],
  ),
  situation(
    'an infusion of several ingredients',
    [DPYD_INTERMEDIATE],
    [
      without({
        medicationReference: { reference: '#inf' },
        contained: [
          medication('inf', words('Chemotherapy infusion'), {
            ingredient: [{ itemCodeableConcept: { text: 'sodium chloride 0.9 %' } }, { itemCodeableConcept: { text: 'fluorouracil' } }],
          }),
        ],
      }),
    ],
    [['warning', /fluorouracil/]],
  ),
  situation(
    'a display only on the reference',
    [D6_POOR],
    [without({ medicationReference: { display: 'codeine 30 mg tablet' } })],
    [['warning', /codeine/]],
  ),
  situation('an order that is not to be performed', [D6_POOR], [ordered('codeine 30 mg', { doNotPerform: true })], []),
  situation(
    'two codings, one of them local and unknown',
    [D6_POOR],
    [
      ordered({
        coding: [
          { system: 'urn:local', code: 'X1' },
          { system: RXNORM, code: '2670' },
        ],
      }),
    ],
    [['warning', /codeine/]],
  ),
  situation('a drug named with a spelling mistake is not guessed', [D6_POOR], ['codiene 30 mg'], [['info', /not recognised/]]),
  situation('a class is no drug', [D6_POOR], ['opioid analgesic as needed'], [['info', /not recognised/]]),
  situation(
    'a dressing concerns nobody',
    [result(words('CYP2D6'), { valueString: '*4/*4' }), takes('metformin 500 mg')],
    ['metformin 500 mg'],
    [],
  ),
];
