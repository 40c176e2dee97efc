/** Orders as other countries name their products, and orders that carry an ATC code alone. */
import { born, coded, dosed, infarction, line, ordered, situation, type Situation } from './situation.ts';

type Cards = Situation['cards'];
const table = (chart: Situation['chart'], cards: Cards, products: string): readonly Situation[] =>
  products.split('; ').map((product) => situation(`order text: ${product}`, chart, [product], cards));

const POOR_2D6 = [line('CYP2D6', '*4/*4')];
const THIOPURINES = [line('TPMT', '*3A/*3A'), line('NUDT15', '*1/*1')];
const DPYD = [line('DPYD', 'Reference/c.1905+1G>A (*2A)')];
const positive = (allele: string) => [line(`HLA-B*${allele}`, 'Positive')];

const TEXTS: readonly Situation[] = [
  ...table(
    POOR_2D6,
    [['warning', /CYP2D6 poor metabolizer: avoid (?:codeine|tramadol)/]],
    'Codeína 30 mg; Dafalgan Codéine; Co-codamol 30/500; Solpadol 30mg/500mg caplets; Paracetamol/Codein 500/30 Tbl; Kodein 25 mg; Codeine phosphate 15mg tablets; ' +
      'Fiorinal with Codeine; promethazine-codeine 6.25-10 mg/5 mL syrup; Tramadol-ratiopharm 50 mg Kapseln; Tramadolo 50 mg; Adolonta 50 mg; Tramacet; Conzip 100 mg',
  ),
  ...table(
    POOR_2D6,
    [],
    'Dihydrocodein 60 mg retard; Co-dydramol 10/500; Tilidin 50/4; Palexia 50 mg; Targin 10/5; Palladon 4 mg; Oxygesic 10 mg; pholcodine linctus; tramazoline nasal spray',
  ),
  ...table(
    [line('CYP2C19', '*2/*2'), infarction()],
    [['warning', /avoid clopidogrel/]],
    'Plavix 75 mg Filmtabletten; Clopidogrel AbZ 75mg Filmtbl.; Clopidogrelum 75 mg; Duoplavin 75/100; Zyllt 75 mg; Klopidogrel 75 mg',
  ),
  ...table([line('CYP2C19', '*2/*2'), infarction()], [], 'Efient 10 mg; Brilique 90 mg; ASS 100'),
  ...table(
    [line('CYP2C19', '*17/*17')],
    [['warning', /CYP2C19 ultrarapid/]],
    'Cipramil 20 mg; Seropram 20 mg; Seroplex 10 mg; Cipralex 10 mg',
  ),
  ...table([line('CYP2D6', '*4/*4'), line('CYP2C19', '*1/*1')], [['warning', /amitriptyline/]], 'Saroten 75 mg; Laroxyl 50 mg'),
  ...table(
    THIOPURINES,
    [['critical', /mercaptopurine/]],
    'Puri-Nethol 50 mg; Xaluprine 20 mg/ml; 6-Mercaptopurin 50 mg; mercaptopurina 50 mg',
  ),
  ...table(THIOPURINES, [['critical', /azathioprine/]], 'Imurek 50 mg; Azatioprina 50 mg; Azathioprine 50 mg comprimé'),
  ...table(THIOPURINES, [['critical', /thioguanine/]], 'tioguanine 40 mg; Thioguanin 40'),
  ...table(DPYD, [['warning', /capecitabine/]], 'Capecitabin 500 mg; Capecitabina 150 mg'),
  ...table(DPYD, [['warning', /fluorouracil/]], '5FU pump 46h; Fluorouracilo 500 mg iv; 5-fluorouracil 2400 mg/m2 over 46 h'),
  ...table(DPYD, [['warning|info', /tegafur/]], 'Teysuno 15 mg/4.35 mg/11.8 mg; S-1 (tegafur/gimeracil/oteracil) 20 mg'),
  ...table(positive('58:01'), [['critical', /allopurinol/]], 'Zyloric 300 mg; Alopurinol 100 mg; Allopurinol AL 100'),
  ...table(positive('58:01'), [], 'Adenuric 80 mg'),
  ...table(positive('15:02'), [['critical', /carbamazepine/]], 'Tegretal 200 mg retard; Timonil 200; Finlepsin 200; Carbamazepina 200 mg'),
  ...table(
    positive('15:02'),
    [['warning|critical', /phenytoin/]],
    'Phenhydan 100 mg; Epanutin 100 mg; fenitoína 100 mg; Difenilhidantoina 100 mg',
  ),
  ...table(positive('57:01'), [['critical', /abacavir/]], 'Kivexa 600/300; Triumeq; Abacavir/Lamivudin 600/300'),
  ...table(positive('57:01'), [['info|warning', /flucloxacillin/]], 'Staphylex 500 mg'),
];

const ATC = 'http://www.whocc.no/atc';
const atc = (code: string, chart: Situation['chart'], cards: Cards, system = ATC): Situation =>
  situation(`ATC ${code} alone${system === ATC ? '' : ` as ${system}`}`, chart, [ordered(coded(system, code), dosed(40, 'mg'))], cards);
const TRAMADOL: Cards = [['warning', /avoid tramadol/]];
const CODES: readonly Situation[] = [
  ...['R05DA04', 'N02AJ06', 'N02AA59'].map((code) => atc(code, POOR_2D6, [['warning', /avoid codeine/]])),
  ...['N02AX02', 'n02ax02'].map((code) => atc(code, POOR_2D6, TRAMADOL)),
  atc('N02AX02', POOR_2D6, TRAMADOL, 'urn:oid:2.16.840.1.113883.6.73'),
  atc('N02AX02', POOR_2D6, TRAMADOL, 'http://fhir.de/CodeSystem/bfarm/atc'),
  atc('N02A', POOR_2D6, [['info', /not recognised/]]),
  atc('L01BC53', [line('DPYD', '*2A/*13')], [['critical|warning', /tegafur/]]),
  atc('C10BA02', [line('SLCO1B1', '*5/*5')], [['warning', /simvastatin/]]),
  atc('C10BX03', [line('SLCO1B1', '*5/*5')], [['warning|info', /atorvastatin/]]),
  atc('C10BA06', [line('ABCG2 rs2231142', 'T/T')], [['warning', /rosuvastatin/]]),
  ...['J05AR02', 'J05AR04', 'J05AR13'].map((code) => atc(code, positive('57:01'), [['critical', /abacavir/]])),
  atc('J05AR06', [born('1970-01-01'), line('CYP2B6', '*6/*6')], [['warning', /efavirenz/]]),
  atc('M04AA51', positive('58:01'), [['critical', /allopurinol/]]),
  atc('S01AA11', [line('MT-RNR1', 'm.1555A>G')], []),
  atc('J01GB03', [line('MT-RNR1', 'm.1555A>G')], [['critical', /gentamicin/]]),
  atc('D11AH01', [line('CYP3A5', '*1/*1')], []),
  atc('L04AD02', [line('CYP3A5', '*1/*1')], [['warning', /tacrolimus/]]),
];

export const BRANDS_AND_ATC: readonly Situation[] = [...TEXTS, ...CODES];
