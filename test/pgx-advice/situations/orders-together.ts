/** Several orders in one signing, drugs begun again or on hold, and orders that no gene concerns. */
import { dosed, line, ordered, situation, statement, takes, type Situation } from './situation.ts';

const infusion = (text: string, amount: number) =>
  ordered(text, {
    dosageInstruction: [
      {
        route: { text: 'intravenous' },
        doseAndRate: [{ doseQuantity: { value: amount, unit: 'mg/m2', system: 'http://unitsofmeasure.org', code: 'mg/m2' } }],
      },
    ],
  });
const POOR = line('CYP2D6', '*4/*4');

export const ORDERS_TOGETHER: readonly Situation[] = [
  situation(
    'fluorouracil as bolus and infusion, DPYD *1/*2A: one card, both figures',
    [line('DPYD', '*1/*2A')],
    [infusion('fluorouracil bolus', 400), infusion('fluorouracil infusion', 2400)],
    [['warning', /lower fluorouracil dose to 50 %/]],
    { says: /200 mg\/m2 if the ordered 400[\s\S]*both orders of fluorouracil[\s\S]*1200 mg\/m2 if the ordered 2400/ },
  ),
  situation(
    'fluorouracil twice, no DPYD result: asked for once',
    [],
    ['fluorouracil 400 mg/m2', 'fluorouracil 2400 mg/m2'],
    [['info', /No DPYD result on file/]],
    { says: /both orders of fluorouracil/ },
  ),
  situation(
    'three codeine orders, CYP2D6 poor',
    [POOR],
    ['codeine 15 mg', 'codeine 30 mg', 'codeine 60 mg'],
    [['warning', /avoid codeine/]],
    { says: /all 3 orders of codeine/ },
  ),
  situation(
    'fluorouracil and capecitabine: two drugs, two cards',
    [line('DPYD', '*1/*2A')],
    ['fluorouracil 400 mg/m2', 'capecitabine 500 mg'],
    [
      ['warning', /fluorouracil/],
      ['warning', /capecitabine/],
    ],
  ),
  situation(
    'atorvastatin 80 mg and 10 mg: only the one above the limit',
    [line('SLCO1B1', '*1/*5')],
    [ordered('atorvastatin 80 mg', dosed(80, 'mg')), ordered('atorvastatin 10 mg', dosed(10, 'mg'))],
    [['warning', /lower atorvastatin to 40 mg/]],
    { never: /both orders/ },
  ),
  situation(
    'abacavir stopped years ago and begun again, never tested',
    [takes('abacavir 300 mg', { status: 'stopped', authoredOn: '2024-01-01' })],
    ['abacavir 300 mg tablet'],
    [['info', /test before abacavir is begun again/]],
    { never: /first dose/ },
  ),
  situation('abacavir for the first time', [], ['abacavir 300 mg tablet'], [['info', /before the first dose of abacavir/]]),
  situation('a cream whose drug is not known', [POOR], ['Zoryxal 1 % cream'], [], { warns: /Zoryxal/ }),
  situation('eye drops whose drug is not known', [POOR], ['Blorfex 0.5 % eye drops'], []),
  situation('a tablet whose drug is not known', [POOR], ['Krupidal 20 mg tablet'], [['info', /not recognised/]]),
  situation('a nasal spray whose drug is not known', [POOR], ['Krupidal nasal spray'], [['info', /not recognised/]]),
  situation('drops to swallow whose drug is not known', [POOR], ['Krupidal oral drops'], [['info', /not recognised/]]),
  situation(
    'a drug not known, applied to the skin',
    [POOR],
    [ordered('Zoryxal', { dosageInstruction: [{ route: { text: 'topical' } }] })],
    [],
  ),
  situation(
    'paroxetine on hold, CYP2D6 normal: nothing changes',
    [line('CYP2D6', '*1/*1'), takes('paroxetine 20 mg', { status: 'on-hold' })],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'paroxetine on hold, CYP2D6 poor: named on the card that is made anyway',
    [POOR, takes('paroxetine 20 mg', { status: 'on-hold' })],
    ['codeine 30 mg'],
    [['warning', /avoid codeine/]],
    { says: /Paroxetine is on hold; while it is taken it strongly inhibits CYP2D6/ },
  ),
  situation(
    'paroxetine on hold by one entry and taken by another',
    [line('CYP2D6', '*1/*1'), takes('paroxetine 20 mg', { status: 'on-hold' }), statement('paroxetine')],
    ['codeine 30 mg'],
    [['warning', /with paroxetine: avoid codeine/]],
    { never: /on hold/ },
  ),
  situation(
    'CYP2D6 *2x3/*71: no phenotype, and what the known copies count',
    [line('CYP2D6', '*2x3/*71')],
    ['codeine 30 mg'],
    [['info', /could not be interpreted/]],
    {
      says: /the other copy counts 3.0, ultrarapid metabolizer on its own/,
    },
  ),
  situation(
    'CYP3A5 rs776746 T/T alone: *6 and *7 not looked for',
    [line('CYP3A5 rs776746', 'T/T')],
    ['tacrolimus 5 mg'],
    [['info', /CYP3A5 result/]],
    {
      says: /Only one position was tested/,
    },
  ),
  situation(
    'CYP2C9 *2 and *3 positions alone, one *2: why it is open',
    [line('CYP2C9 rs1799853', 'C/T'), line('CYP2C9 rs1057910', 'A/A')],
    ['celecoxib 200 mg'],
    [['info', /CYP2C9 result/]],
    {
      says: /a variant of \\\*2[^.]*\. Only 2 positions were tested/,
    },
  ),
  ...(
    [
      ['voriconazole 200 mg', /CYP3A5 normal metabolizer by genotype, held back by voriconazole: judge tacrolimus by levels and effect/],
      ['ritonavir 100 mg', /held back by ritonavir: judge tacrolimus/],
      ['diltiazem 120 mg', /held back by diltiazem: judge tacrolimus/],
    ] as const
  ).map(([inhibitor, words]) =>
    situation(
      `no dose is raised by the genotype beside an inhibitor of the enzyme: ${inhibitor}`,
      [line('CYP3A5', '*1/*1'), takes(inhibitor)],
      ['tacrolimus 5 mg'],
      [['info', words]],
      {
        says: /The tacrolimus dose is not raised by the genotype while/,
        never: /150–200/,
      },
    ),
  ),
  situation(
    'the same without an inhibitor',
    [line('CYP3A5', '*1/*1'), takes('amlodipine 5 mg')],
    ['tacrolimus 5 mg'],
    [['warning', /raise tacrolimus dose to 150–200 %/]],
  ),
  situation(
    'an inducer beside the inhibitor settles nothing',
    [line('CYP3A5', '*1/*1'), takes('diltiazem 120 mg'), takes('rifampin 300 mg')],
    ['tacrolimus 5 mg'],
    [['warning', /raise tacrolimus dose/]],
  ),
  situation(
    'rapid metabolism, and a strong inhibitor',
    [line('CYP2C19', '*1/*17'), takes('fluvoxamine 100 mg')],
    ['voriconazole 200 mg'],
    [['info', /CYP2C19 rapid metabolizer by genotype, held back by fluvoxamine: judge voriconazole by levels and effect/]],
  ),
  situation(
    'a starting dose is no one-click for an order of several times as much',
    [line('CYP2C19', '*2/*2')],
    [ordered('clobazam 20 mg', dosed(20, 'mg', 2))],
    [['warning', /CYP2C19 poor metabolizer: start clobazam with 5 mg a day/]],
    { says: /find out whether it is taken already/, never: /2\.5 mg/ },
  ),
];
