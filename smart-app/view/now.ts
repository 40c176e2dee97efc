/** What matters now: at most three drugs of today that conflict with a result, and how many more there are. */
import type { PanelReport, Therapy } from '../data/panel-report.ts';
import { drugRows, type DrugRow } from './drug-rows.ts';
import { geneRows } from './gene-rows.ts';
import type { Target } from './target.ts';
import { therapyKey } from './tumour.ts';

export interface NowItem {
  readonly target: Target;
  readonly row: DrugRow | null;
  /** A drug of today against which the tumour shows resistance. */
  readonly resistance: Therapy | null;
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
  const items: NowItem[] = pressing.map((row) => ({ target: { view: 'drugs', key: row.key }, row, resistance: null }));
  report.therapies.forEach((match, index) => {
    if (match.effect !== 'resistance' || !match.tier.startsWith('I-')) return;
    const given = ordered.some((row) => match.therapy.length === 1 && match.therapy[0]?.name.toLowerCase() === row.name.toLowerCase());
    if (given) items.push({ target: { view: 'tumour', key: therapyKey(match, index) }, row: null, resistance: match });
  });
  const genes = geneRows(report);
  return {
    items: items.slice(0, MOST),
    more: Math.max(0, items.length - MOST),
    drugsChecked: ordered.filter(({ state }) => state !== 'unknown').length,
    genesKnown: genes.filter(({ state }) => state !== 'not-tested' && state !== 'unreadable').length,
    untested: ordered.filter(({ untested }) => untested.length > 0),
    unreadable: genes.filter(({ state }) => state === 'unreadable').map(({ gene }) => gene),
  };
}
