/** More charts with what the panel has to say of them: what a drug meets besides, and drugs that have been taken for months. */
import { condition, genotype, order, patient, taken, variant } from './chart.ts';
import type { Situation } from './situations.ts';

const lung = condition('Lung adenocarcinoma');
const since = (day: string) => ({ authoredOn: day });

export const FURTHER_SITUATIONS: Readonly<Record<string, Situation>> = {
  'capecitabine beside a finding it does not act on, and an unreadable DPYD: both stand on top': {
    chart: [patient(), lung, variant('EGFR', 'p.Leu858Arg'), genotype('DPYD', 'see letter'), order('capecitabine 500 mg oral tablet')],
    now: [/capecitabine.*Another option has stronger support.*Also:\s*Result unreadable · DPYD Indeterminate/],
  },
  'fluorouracil, a slow DPYD and a finding it does not act on: the dose leads, the finding is said': {
    chart: [
      patient(),
      lung,
      variant('EGFR', 'p.Leu858Arg'),
      genotype('DPYD', 'Reference/c.2846A>T'),
      order('fluorouracil 400 mg/m2 intravenous'),
    ],
    now: [/fluorouracil\s*Lower the dose.*DPYD Intermediate Metabolizer.*Also:\s*Another option has stronger support/],
  },
  'allopurinol tolerated since 2020, HLA-B*58:01 found later: not told to avoid it, no drug is offered instead': {
    chart: [patient(), genotype('HLA-B', '*58:01/*07:02'), order('allopurinol 300 mg', since('2020-01-01'))],
    now: [/allopurinol\s*Taken for months: ask whether it is tolerated; at a new start: avoid/, /on the list since 1 Jan 2020:/],
    never: [/allopurinol\s*Avoid/, /Use febuxostat/],
  },
  'sertraline since 2021 in a slow metabolizer: the dose has been found': {
    chart: [patient(), genotype('CYP2C19', '*2/*2'), order('sertraline 100 mg', since('2021-01-01'))],
    now: [/sertraline\s*Taken for months: ask whether it is tolerated; at a new start: lower the dose/],
  },
  'warfarin since 2019: nothing for today, the advice says for what it is': {
    chart: [patient(), genotype('CYP2C9', '*1/*3'), genotype('VKORC1', 'rs9923231 C/T'), order('warfarin 5 mg', since('2019-01-01'))],
    says: [/Dose found in use; at a new start: lower the dose/],
    never: [/^Now.*warfarin\s*Lower the dose.*Drugs/],
  },
  'tamoxifen beside paroxetine: what the card says first is said first': {
    chart: [patient(), genotype('CYP2D6', '*1/*1'), taken('paroxetine 20 mg'), order('tamoxifen 20 mg')],
    now: [/tamoxifen\s*Replace paroxetine; or else: choose another drug/],
  },
  'abacavir begun three weeks ago and HLA-B*57:01 found: not to be continued': {
    chart: [patient(), genotype('HLA-B', '*57:01/*07:02'), order('abacavir 300 mg', since('2026-11-01'))],
    now: [/Stop\s*abacavir\s*Do not continue/],
  },
};
