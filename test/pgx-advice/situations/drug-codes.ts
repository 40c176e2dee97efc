/** Orders by code, text, reference, brand and combination; what is applied on the spot or not to be given stays silent. */
import { coded, dosed, line, medication, ordered, RXNORM, situation, takes, type Situation } from './situation.ts';

export const DRUG_CODES: readonly Situation[] = [
  situation('tacrolimus ointment is silent', [line('CYP3A5', '*1/*1')], ['tacrolimus 0.1 % topical ointment'], []),
  situation(
    'MT-RNR1 variant, gentamicin eye drops silent',
    [line('MT-RNR1', 'm.1555A>G homoplasmic')],
    ['gentamicin 0.3 % ophthalmic solution'],
    [],
  ),
  situation(
    'RxNorm SCD acetaminophen/codeine',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded(RXNORM, '993781'))],
    [['warning', /avoid codeine/]],
  ),
  situation('RxNorm SBD [Ultram ER]', [line('CYP2D6', '*4/*4')], [ordered(coded(RXNORM, '845315'))], [['warning', /avoid tramadol/]]),
  situation('RxNorm IN', [line('CYP2D6', '*4/*4')], [ordered(coded(RXNORM, '10689'))], [['warning', /avoid tramadol/]]),
  situation(
    'RxNorm by OID',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('urn:oid:2.16.840.1.113883.6.88', '10689'))],
    [['warning', /avoid tramadol/]],
  ),
  situation(
    'ATC N02AX02',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://www.whocc.no/atc', 'N02AX02'))],
    [['warning', /avoid tramadol/]],
  ),
  situation(
    'German ATC + text',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://fhir.de/CodeSystem/bfarm/atc', 'R05DA04', 'Codein'))],
    [['warning', /avoid codeine/]],
  ),
  situation(
    'ATC of combination N02AJ13 tramadol+paracetamol',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://www.whocc.no/atc', 'N02AJ13'))],
    [['warning', /avoid tramadol/]],
  ),
  situation(
    'NDC unknown, display names drug',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://hl7.org/fhir/sid/ndc', '00093-0058-01', 'TRAMADOL HCL 50 MG TABLET'))],
    [['warning', /avoid tramadol/]],
  ),
  situation(
    'NDC only, no text: said',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://hl7.org/fhir/sid/ndc', '00093-0058-01'))],
    [['info', /not recognised/]],
  ),
  situation(
    'contained Medication by reference',
    [line('CYP2D6', '*4/*4')],
    [
      {
        ...ordered('x'),
        medicationCodeableConcept: undefined,
        contained: [medication('m1', { coding: [{ system: RXNORM, code: '993781' }] })],
        medicationReference: { reference: '#m1' },
      },
    ],
    [['warning', /avoid codeine/]],
  ),
  situation(
    'medicationReference with display only',
    [line('CYP2D6', '*4/*4')],
    [
      {
        ...ordered('x'),
        medicationCodeableConcept: undefined,
        medicationReference: { reference: 'Medication/none', display: 'Codeine Sulfate 30 mg tablet' },
      },
    ],
    [['warning', /avoid codeine/]],
  ),
  situation(
    'R5 medication.concept',
    [line('CYP2D6', '*4/*4')],
    [{ ...ordered('x'), medicationCodeableConcept: undefined, medication: { concept: { text: 'codeine 30 mg' } } }],
    [['warning', /avoid codeine/]],
  ),
  situation(
    'Medication.ingredient only',
    [line('CYP2D6', '*4/*4')],
    [
      {
        ...ordered('x'),
        medicationCodeableConcept: undefined,
        contained: [
          {
            resourceType: 'Medication',
            id: 'm1',
            ingredient: [
              { itemCodeableConcept: { coding: [{ system: RXNORM, code: '161' }] } },
              { itemCodeableConcept: { text: 'Codeine phosphate' } },
            ],
          },
        ],
        medicationReference: { reference: '#m1' },
      },
    ],
    [['warning', /avoid codeine/]],
  ),
  situation('dihydrocodeine is not codeine', [line('CYP2D6', '*4/*4')], ['dihydrocodeine 60 mg'], []),
  situation(
    'codeine linctus with brand text capitals',
    [line('CYP2D6', '*4/*4')],
    ['TYLENOL #3 (ACETAMINOPHEN-COD) TABS'],
    [['warning', /avoid codeine/]],
  ),
  situation('esomeprazole is not omeprazole', [line('CYP2C19', '*17/*17')], ['esomeprazole 40 mg'], []),
  situation('doNotPerform order is silent', [line('CYP2D6', '*4/*4')], [ordered('codeine 30 mg', { doNotPerform: true })], []),
  situation(
    'GPCK code by display',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded(RXNORM, '99999999', '{7 (tramadol hydrochloride 50 MG Oral Tablet) } Pack'))],
    [['warning', /tramadol/]],
  ),
  situation(
    'PIN salt code display',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded(RXNORM, '82112', 'tramadol hydrochloride'))],
    [['warning', /tramadol/]],
  ),
  situation(
    'SNOMED drug code display',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://snomed.info/sct', '386858008', 'Tramadol'))],
    [['warning', /tramadol/]],
  ),
  situation(
    'PZN with German text',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://fhir.de/CodeSystem/ifa/pzn', '00123456', 'TRAMADOL-ratiopharm 50 mg Hartkapseln'))],
    [['warning', /tramadol/]],
  ),
  situation(
    'code and text disagree: RxNorm citalopram, text escitalopram',
    [line('CYP2C19', '*2/*2')],
    [
      {
        ...ordered(coded(RXNORM, '2556', 'citalopram')),
        medicationCodeableConcept: { coding: [{ system: RXNORM, code: '2556' }], text: 'escitalopram 10 mg' },
      },
    ],
    [
      ['warning', /The order says escitalopram, its code means citalopram/],
      ['warning', /a drug other than citalopram/],
    ],
  ),
  situation(
    'paroxetine as Brisdelle converts',
    [line('CYP2D6', '*1/*1'), takes('Brisdelle 7.5 mg')],
    ['codeine'],
    [['warning', /paroxetine/]],
  ),
  situation('Nuedexta (quinidine) converts', [line('CYP2D6', '*1/*1'), takes('Nuedexta 20-10')], ['codeine'], [['warning', /quinidine/]]),
  situation('Trikafta F508del', [line('CFTR', 'F508del/F508del')], ['Trikafta'], []),
  situation('Trikafta evening ivacaftor', [line('CFTR', 'F508del/F508del'), takes('Trikafta')], ['ivacaftor 150 mg'], []),
  situation(
    'amitriptyline-perphenazine combination PM',
    [line('CYP2D6', '*4/*4'), line('CYP2C19', '*1/*1')],
    ['perphenazine-amitriptyline 2-25 mg'],
    [['warning', /amitriptyline/]],
  ),
  situation('eye drops timolol PM', [line('CYP2D6', '*4/*4')], ['timolol 0.5 % eye drops'], []),
  situation('fluorouracil cream DPYD PM', [line('DPYD', '*2A/*2A')], ['fluorouracil 5 % cream'], []),
  situation(
    'rosuvastatin-ezetimibe Roszet 40, ABCG2 poor',
    [line('ABCG2 rs2231142', 'T/T'), line('SLCO1B1', '*1/*1')],
    [ordered('Roszet 40-10 mg', dosed(1, '{tbl}'))],
    [['warning', /rosuvastatin/]],
  ),
  situation('atazanavir as Evotaz UGT1A1 *28/*28', [line('UGT1A1', '*28/*28')], ['Evotaz'], [['warning', /atazanavir/]]),
  situation('efavirenz as Symfi', [line('CYP2B6', '*6/*6')], ['Symfi'], [['warning', /efavirenz/]]),
  situation('hydralazine as BiDil NAT2 poor', [line('NAT2', 'Poor metabolizer')], ['BiDil'], [['info', /hydralazine/]]),
];
