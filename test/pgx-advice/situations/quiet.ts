/** What needs no word at the order, or a soft one: negative results of genes that nobody tests first, drugs in use for months, gels for the skin. */
import { dosed, line, ordered, problem, situation, takes, type Situation } from './situation.ts';

const desflurane = (name: string, chart: Situation['chart'], cards: Situation['cards']): Situation =>
  situation(name, chart, ['desflurane'], cards);
const NOT_SETTLED: Situation['cards'] = [['info', /desflurane/]];
const warfarinSince = (authoredOn: string) => [
  line('CYP2C9', '*2/*3'),
  line('VKORC1', '-1639 A/A'),
  takes('warfarin 2 mg', { authoredOn }),
];

export const QUIET: readonly Situation[] = [
  desflurane('RYR1 and CACNA1S without a variant', [line('RYR1', 'Reference/Reference'), line('CACNA1S', 'Reference/Reference')], []),
  desflurane('RYR1 sequenced, nothing found', [line('RYR1 gene sequencing', 'No variants detected')], []),
  desflurane('RYR1 that cannot be read', [line('RYR1 genotype', 'see scanned report')], NOT_SETTLED),
  desflurane(
    'RYR1 once without a variant, once unreadable',
    [line('RYR1 genotype', 'see scanned report'), line('RYR1', 'Reference/Reference')],
    NOT_SETTLED,
  ),
  desflurane('RYR1 variant of unknown effect', [line('RYR1', 'c.9999A>G heterozygous')], NOT_SETTLED),
  desflurane('RYR1 called uncertain by the laboratory', [line('RYR1 phenotype', 'Uncertain susceptibility')], NOT_SETTLED),
  desflurane(
    'RYR1 without a variant, CACNA1S with one of risk',
    [line('RYR1', 'Reference/Reference'), line('CACNA1S', 'c.520C>T heterozygous')],
    [['critical', /CACNA1S.*avoid desflurane/]],
  ),
  desflurane(
    'RYR1 without a variant, malignant hyperthermia on record',
    [line('RYR1', 'Reference/Reference'), problem('Malignant hyperthermia')],
    [['critical', /Do not give desflurane/]],
  ),
  situation('m.1555A>G alone looked for and not found', [line('MT-RNR1 m.1555A>G', 'Not detected')], ['gentamicin 320 mg IV'], []),
  situation(
    'm.1555A>G test failed',
    [line('MT-RNR1 m.1555A>G', 'No call')],
    ['gentamicin 320 mg IV'],
    [['info', /MT-RNR1 result could not be interpreted/]],
  ),
  situation('warfarin for six years', warfarinSince('2020-01-01'), [ordered('warfarin 2 mg', dosed(2, 'mg'))], []),
  situation(
    'warfarin since last month',
    warfarinSince('2026-10-25'),
    [ordered('warfarin 5 mg', dosed(5, 'mg'))],
    [['info', /CYP2C9 poor metabolizer.*warfarin/]],
  ),
  situation(
    'allopurinol for seven years, HLA-B*58:01 found since',
    [line('HLA-B*58:01', 'Positive'), takes('allopurinol 300 mg', { authoredOn: '2019-01-01' })],
    ['allopurinol 300 mg'],
    [['info', /HLA-B\*58:01 positive, but allopurinol taken for months/]],
    { says: /first months/ },
  ),
  situation(
    'allopurinol for three weeks, HLA-B*58:01 found since',
    [line('HLA-B*58:01', 'Positive'), takes('allopurinol 100 mg', { authoredOn: '2026-10-31' })],
    ['allopurinol 100 mg'],
    [['critical', /do not continue allopurinol, taken since 31 Oct 2026/]],
  ),
  situation('dapsone gel is for the skin', [line('G6PD', 'Deficient')], ['dapsone 5 % gel'], []),
  situation('dapsone tablets are not', [line('G6PD', 'Deficient')], ['dapsone 100 mg tablet'], [['critical', /avoid dapsone/]]),
  situation('a soft gel is swallowed', [line('CYP2C9', '*3/*3')], ['ibuprofen 400 mg liqui-gel'], [['warning', /ibuprofen/]]),
];
