/** What matters now: at most three drugs of today that conflict with a result, and how many more there are. */
import type { Fit, PanelReport } from '../data/panel-report.ts';
import { drugRows, type DrugRow } from './drug-rows.ts';
import { geneRows } from './gene-rows.ts';
import type { Target } from './target.ts';
import { fitSeverity } from './tumour.ts';

export interface NowItem {
  readonly target: Target;
  readonly row: DrugRow | null;
  /** A cancer drug of today against which the tumour's findings speak. */
  readonly fit: Fit | null;
}

export interface Now {
  readonly items: readonly NowItem[];
  readonly more: number;
  readonly drugsChecked: number;
  /** Genes with a readable result. */
  readonly genesKnown: number;
  /** Orders of today that need a gene result which is not there. */
  readonly untested: readonly DrugRow[];
  readonly unreadable: readonly string[];
}

const MOST = 3;

export function whatMattersNow(report: PanelReport, focus: Target | null = null): Now {
  const rows = drugRows(report);
  const ordered = rows.filter((row) => row.orders.length > 0 || (focus?.view === 'drugs' && focus.key === row.key));
  const pressing = ordered.filter(({ severity }) => severity === 'stop' || severity === 'caution');
  const items: NowItem[] = pressing.map((row) => ({ target: { view: 'drugs', key: row.key }, row, fit: null }));
  for (const fit of report.fits) {
    if (fitSeverity(fit.verdict) === 'caution') items.push({ target: { view: 'tumour', key: '' }, row: null, fit });
  }
  const genes = geneRows(report);
  return {
    items: items.slice(0, MOST),
    more: Math.max(0, items.length - MOST),
    drugsChecked: ordered.filter(wasChecked).length,
    genesKnown: genes.filter(({ state }) => state !== 'not-tested' && state !== 'unreadable').length,
    untested: ordered.filter(({ untested }) => untested.length > 0),
    unreadable: genes.filter(({ state }) => state === 'unreadable').map(({ gene }) => gene),
  };
}

/** Not tested, unreadable or not recognised is not checked. */
function wasChecked({ state, advice }: DrugRow): boolean {
  if (state === 'unknown' || state === 'untested') return false;
  return advice.length === 0 || advice.some(({ coverage }) => coverage === null || coverage === 'not-covered');
}
