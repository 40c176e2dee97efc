/** Whole synthetic reports: one full, and one for each state that the panel has to tell apart. */
import type { PatientReport } from '../../cds-service/report/types.ts';
import type { ReadReport } from '../data/panel-report.ts';
import { readReport } from '../data/read-report.ts';
import {
  biomarkers,
  crowdedVariants,
  earlier,
  emerging,
  fits,
  predictions,
  proteins,
  refuted,
  therapies,
  trials,
  trialSearch,
  tumour,
  variants,
} from './synthetic-oncology.ts';
import { opposites, rareStates, secondPrimary } from './synthetic-states.ts';
import { drugs, genes, orders, taken, untested, warnings } from './synthetic-pgx.ts';

export const fullReport: PatientReport = {
  reportVersion: '1',
  patient: { id: 'synthetic-1', birthDate: '1961-05-14', sex: 'female' },
  asOf: '2026-11-21',
  inputHash: '9f2c41d07ab3e865',
  orders,
  taken,
  knowledge: [
    { id: 'pgx-guideline', version: '2026-05', date: '2026-05-31', licence: 'CC0-1.0' },
    { id: 'oncology', version: '2026-11', date: '2026-11-01', licence: 'CC0-1.0' },
  ],
  pgx: { genes, drugs, untested },
  oncology: { tumour, variants, biomarkers, therapies, refuted, orders: fits, earlier, emerging, proteins },
  trials,
  trialSearch,
  predictions,
  warnings,
};

const { trialSearch: _, ...withoutSearch } = fullReport;
const empty: PatientReport = {
  ...withoutSearch,
  orders: [],
  taken: [],
  pgx: { genes: [], drugs: [], untested: [] },
  oncology: { variants: [], biomarkers: [], therapies: [] },
  trials: [],
  predictions: [],
  warnings: [],
};

const read = (report: unknown, more: object = {}): ReadReport => readReport({ ...(report as object), complete: true, ...more });

/** Name → report as the panel holds it. */
export const syntheticReads: Readonly<Record<string, ReadReport>> = {
  full: read(fullReport, { sources: [{ key: 'genomics', label: 'genomic results', state: 'data', count: 9 }] }),
  nothingActionable: read({
    ...empty,
    orders: orders.slice(4, 5),
    pgx: { genes: genes.slice(2, 3).concat(genes.slice(5)), drugs: [], untested: [] },
  }),
  notTested: read({ ...empty, orders: orders.slice(3, 4), pgx: { genes: [], drugs: [], untested } }),
  conflict: read({ ...empty, pgx: { genes: genes.slice(3, 4), drugs: [], untested: [] } }),
  stale: read({ ...empty, pgx: { genes: genes.slice(2, 3), drugs: drugs.slice(3, 4), untested: [] }, warnings: warnings.slice(0, 1) }),
  annotated: read({
    ...fullReport,
    oncology: {
      ...fullReport.oncology,
      annotations: [
        {
          variant: 'v2',
          name: 'EGFR T790M',
          source: 'Subscribed source (synthetic)',
          lines: ['Oncogenic', 'Level 1 in this tumour type: osimertinib'],
          pmids: ['27959700', 'javascript:alert(1)'],
          version: '7.1',
          attribution: 'Shown by licence of the source (synthetic).',
        },
        { variant: 'v1', name: 'EGFR L858R', source: 'No attribution', lines: ['Never shown'], pmids: [] },
      ],
    },
  }),
  partial: read(
    { ...empty, pgx: { genes, drugs: drugs.slice(0, 1), untested: [] }, orders: orders.slice(0, 1) },
    {
      sources: [
        { key: 'medications', label: 'current medication orders', state: 'failed', count: 0, why: 'not permitted' },
        { key: 'laboratory', label: 'laboratory results', state: 'incomplete', count: 200 },
      ],
    },
  ),
  rare: read({ ...empty, ...rareStates }),
  opposites: read({ ...empty, oncology: { ...fullReport.oncology, therapies: opposites, orders: [], emerging: [] } }),
  twoPrimaries: read({ ...empty, oncology: { ...fullReport.oncology, otherTumours: [secondPrimary], orders: [], emerging: [] } }),
  crowded: read({ ...empty, oncology: { ...fullReport.oncology, variants: crowdedVariants, therapies: [], orders: [] } }),
  empty: read(empty),
  consent: read(
    {
      ...empty,
      warnings: [{ code: 'consent', message: 'A consent on file forbids the use of genomic data: nothing but the patient was read.' }],
    },
    { sources: [{ key: 'genomics', label: 'genomic results', state: 'data', count: 9 }] },
  ),
  arriving: readReport({ patient: fullReport.patient, orders, sources: [] }),
  stopped: readReport({ patient: fullReport.patient, orders, pgx: fullReport.pgx, sources: [] }),
};
