/** Where a deep link leads in this report: a section and the key of a row in it. */
import type { PanelReport } from '../data/panel-report.ts';
import type { PanelTarget, View } from '../launch/app-context.ts';
import { drugRows, findDrugRow } from './drug-rows.ts';
import { therapyGroups } from './therapy-groups.ts';
import { therapyKey } from './tumour.ts';

export interface Target {
  readonly view: Exclude<View, 'now'>;
  readonly key: string;
}

/** Null when nothing in this report has that id; the default view is then shown. */
export function resolveTarget(report: PanelReport, { view, id }: PanelTarget): Target | null {
  if (id === undefined) return null;
  const order = [view, ...(view === 'now' ? (['drugs', 'genes', 'tumour', 'trials'] as const) : [])];
  for (const name of order) {
    const key = name === 'now' ? null : keyIn(report, name, id);
    if (key !== null && name !== 'now') return { view: name, key };
  }
  return null;
}

function keyIn(report: PanelReport, view: Target['view'], id: string): string | null {
  const wanted = id.toLowerCase();
  const is = (text: string) => text.toLowerCase() === wanted;
  switch (view) {
    case 'drugs':
      return findDrugRow(drugRows(report), id)?.key ?? null;
    case 'genes':
      return (
        [...report.genes, ...report.untested].find(({ gene }) => is(gene) || wanted.startsWith(`${gene.toLowerCase()}:`))?.gene ?? null
      );
    case 'tumour': {
      const names = new Set(
        report.variants.filter((variant) => is(variant.id) || is(variant.name) || is(variant.gene)).map((variant) => variant.id),
      );
      const index = report.therapies.findIndex(
        (match, at) =>
          is(therapyKey(match, at)) ||
          match.variants.some((variant) => is(variant) || names.has(variant)) ||
          match.therapy.some(({ name, rxnorm }) => is(name) || is(rxnorm ?? ' ')),
      );
      const match = report.therapies[index];
      const key = match === undefined ? null : therapyKey(match, index);
      return key === null ? null : (therapyGroups(report).find(({ keys }) => keys.includes(key))?.key ?? null);
    }
    case 'trials':
      return report.trials.find(({ nctId }) => is(nctId))?.nctId ?? null;
    case 'models':
      return report.predictions.find(({ model }) => is(model))?.model ?? null;
  }
}
