/** Reports that nobody should send: markup, reordered text, emoji, five-thousand-letter names, ten thousand variants, broken shapes. */
import { fullReport } from './synthetic-reports.ts';

const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
const reordered = '\u202Eevil\u202C אבג العربية';
const long = 'W'.repeat(5000);
const emoji = '👩🏽‍⚕️💊'.repeat(40);

export const hostileReport: unknown = {
  ...fullReport,
  inputHash: markup,
  orders: [
    ...fullReport.orders,
    { reference: markup, status: markup, text: long, systemic: 'perhaps', ingredients: [{ name: emoji, rxnorm: 7 }] },
    null,
    'order',
    { reference: 3 },
  ],
  taken: [
    { role: 'past', text: long, from: markup, to: reordered, references: 'none' },
    { role: 'past', text: markup, ingredients: [{ name: long }] },
    { role: 'tomorrow', text: emoji, records: 'many' },
    null,
    7,
  ],
  pgx: {
    genes: [
      ...fullReport.pgx.genes,
      { gene: reordered, phenotype: markup, diplotype: long, state: 'dreaming', basis: 'tea leaves', evidence: 'none' },
      { gene: long, phenotype: { nested: true } },
      7,
    ],
    drugs: [
      ...fullReport.pgx.drugs,
      {
        drug: { name: markup, rxnorm: null },
        action: 'explode',
        strength: 'huge',
        genes: {},
        text: long,
        source: { label: 'x', url: 'javascript:alert(1)' },
      },
      {
        drug: { name: long },
        action: 'avoid',
        genes: [{ gene: emoji }],
        alternatives: [{ name: reordered, ok: 'yes' }],
        cautions: [markup, { not: 'text' }],
        keepsFallback: 'perhaps',
        dose: { text: markup, suggested: { amount: 'much', ofOrdered: 'yes' } },
        phenoconversion: [
          { gene: emoji, after: { phenotype: markup }, by: [{ name: long, stoppedDaysAgo: '3' }, 4], actionBefore: 'explode' },
        ],
      },
      {},
    ],
    untested: 'all of them',
  },
  oncology: {
    tumour: 'lung',
    variants: { 0: 'x' },
    biomarkers: [{ kind: 'TMB', value: {} }],
    orders: [
      {
        order: 7,
        drug: { name: long },
        verdict: 'fits',
        partners: [markup, {}],
        alternatives: [{ therapy: [{ name: emoji }], evidence: 'none' }],
      },
      { drug: { name: reordered }, verdict: 'sings', partners: 'binimetinib', because: [long] },
    ],
    emerging: [{ gene: markup, text: long, since: 'soon', evidence: {} }],
    therapies: [
      { therapy: [], effect: 'magic' },
      { therapy: [{ name: long }], effect: 'magic', tier: 9 },
    ],
  },
  trials: [{ nctId: markup, title: long, verdict: 'maybe', criteria: [{ text: emoji, verdict: 'perhaps' }, 4] }, undefined],
  predictions: [{ model: 'm', value: 'high', interval: [1], contributions: [{ feature: markup, contribution: Number.NaN }] }],
  warnings: [{ code: markup, message: reordered, pending: [long, 7] }, { code: 'not-final', message: 'x', pending: 'DPYD' }, 'warning'],
};

/** A report of a size that no page should choke on. */
export function largeReport(): unknown {
  return {
    ...fullReport,
    pgx: {
      ...fullReport.pgx,
      drugs: Array.from({ length: 300 }, (_, index) => ({
        ...fullReport.pgx.drugs[index % 6],
        drug: { name: `drug ${index}`, rxnorm: `9${index}` },
        order: undefined,
      })),
    },
    oncology: {
      ...fullReport.oncology,
      variants: Array.from({ length: 10_000 }, (_, index) => ({
        ...fullReport.oncology.variants[index % 5],
        id: `v${index}`,
        name: `V${index}E`,
        pHgvs: `p.Val${index}Glu`,
      })),
    },
    trials: Array.from({ length: 1000 }, (_, index) => ({
      ...fullReport.trials[index % 3],
      nctId: `NCT${String(index).padStart(8, '0')}`,
    })),
  };
}
