/** What matters now: at most three drugs of today that conflict with a result, and how many more there are. */
import type { Advice, Fit, PanelReport, TumourNote } from '../data/panel-report.ts';
import { drugRows, isUncovered, type DrugRow } from './drug-rows.ts';
import { geneRows, markOf, type GeneRow, type GeneState } from './gene-rows.ts';
import { changesTherapy, severityOf } from './severity.ts';
import { asksNothing, fitSeverity, variantTitle } from './tumour.ts';
import type { Target } from './target.ts';

export interface NowItem {
  readonly target: Target;
  readonly row: DrugRow | null;
  /** A cancer drug of today against which the tumour's findings speak. */
  readonly fit: Fit | null;
  /** An alteration that has newly appeared and makes drugs fail. */
  readonly note: TumourNote | null;
  /** What the same drug meets besides: the genes beside the tumour's findings, or the other way round. */
  readonly beside: { readonly advice: Advice | null; readonly fit: Fit | null };
}

/** The states of the gene results on file, each with its genes; a result can be stale beside any of the others. */
export interface GeneStatus {
  readonly state: GeneState | 'stale' | 'conflict' | 'pending';
  readonly genes: readonly string[];
  /** The phenotype of each, the one that holds with the present medication. */
  readonly phenotypes: readonly (string | null)[];
  /** Those whose phenotype the present medication makes, not the genotype. */
  readonly converted: readonly string[];
}

export interface Now {
  readonly items: readonly NowItem[];
  /** What did not fit, by the section that holds it, with the first of each; paper names them. */
  readonly more: readonly { readonly names: readonly string[]; readonly first: Target }[];
  readonly drugsChecked: number;
  /** Genes with a readable result. */
  readonly genesKnown: number;
  /** Drugs of today that could not be checked and that no other line of the block names. */
  readonly open: readonly string[];
  /** True when there are drugs of today and no gene rule applies to any of them: then no gene result was missing. */
  readonly noRule: boolean;
  /** Orders of today that need a gene result which is not there. */
  readonly untested: readonly DrugRow[];
  readonly status: readonly GeneStatus[];
  /** True when the chart has a tumour, a variant or a marker. */
  readonly tumour: boolean;
}

const MOST = 3;

export function whatMattersNow(report: PanelReport, focus: Target | null = null): Now {
  const rows = drugRows(report);
  const ordered = rows.filter(
    (row) => row.orders.length + row.taken.length + row.fits.length > 0 || (focus?.view === 'drugs' && focus.key === row.key),
  );
  const asItem = (row: DrugRow): NowItem => {
    // What makes the row urgent leads: the advice, or the tumour's findings where the advice alone would not, or only says that it has none.
    const [first] = row.fits;
    const asks = first !== undefined && !asksNothing(first) && fitSeverity(first) === row.severity;
    const byAdvice = row.advice.some((advice) => severityOf(advice) === row.severity && (advice.coverage === null || !asks));
    const fit = byAdvice ? null : (first ?? null);
    const beside = {
      advice: fit === null ? null : (row.advice.find(asksForChange) ?? null),
      fit: fit === null && first !== undefined && !asksNothing(first) ? first : null,
    };
    return { target: { view: 'drugs', key: row.key }, row, fit, note: null, beside };
  };
  const items: NowItem[] = ordered.filter(({ severity }) => severity === 'stop' || severity === 'caution').map(asItem);
  for (const note of report.tumourNotes) {
    // Said already where an ordered drug meets it.
    const said = items.some(({ fit }) => fit !== null && note.therapies.some((name) => name.toLowerCase() === fit.drug.name.toLowerCase()));
    if (note.kind === 'emerging' && !said)
      items.push({ target: { view: 'tumour', key: '' }, row: null, fit: null, note, beside: { advice: null, fit: null } });
  }
  // A change of lesser urgency is a change all the same: without it the page would say that none is advised.
  items.push(
    ...ordered
      .filter(({ severity, advice, fits }) => severity === 'note' && (advice.some(asksForChange) || fits.some((fit) => !asksNothing(fit))))
      .map(asItem),
  );
  const genes = geneRows(report, { focus: focus?.view === 'drugs' ? focus.key : null, withPending: true });
  return {
    items: items.slice(0, MOST),
    more: bySection(items.slice(MOST)),
    drugsChecked: ordered.filter((row) => wasChecked(row) && row.mark !== 'no-rule' && !isUncovered(row)).length,
    genesKnown: genes.filter(({ state }) => state !== 'not-tested' && state !== 'unreadable').length,
    open: ordered
      .filter((row) => !wasChecked(row) && row.untested.length === 0 && !items.some((item) => item.row === row))
      .map(({ name }) => name),
    noRule: ordered.length > 0 && ordered.every((row) => row.state === 'checked' || row.state === 'not-systemic' || isUncovered(row)),
    untested: ordered.filter(({ untested }) => untested.length > 0),
    status: statusOf(genes),
    tumour: report.tumour !== null || report.variants.length > 0 || report.biomarkers.length > 0,
  };
}

/** The drug, or the finding where there is no drug. */
export function nameOf({ row, fit, note }: NowItem): string {
  return row?.name ?? fit?.drug.name ?? (note === null ? '' : variantTitle(note));
}

function bySection(items: readonly NowItem[]): Now['more'] {
  return (['drugs', 'tumour'] as const).flatMap((view) => {
    const here = items.filter(({ target }) => target.view === view);
    const [first] = here;
    return first === undefined ? [] : [{ names: here.map(nameOf), first: first.target }];
  });
}

const STATES: readonly GeneStatus['state'][] = [
  'actionable',
  'conflict',
  'unreadable',
  'pending',
  'not-tested',
  'variant',
  'unclassed',
  'normal',
  'stale',
];

/** A result that is only on its way: asking for the test would be asking twice. */
function statusMark(row: GeneRow): GeneStatus['state'] {
  return row.results.length === 0 && row.pending ? 'pending' : markOf(row);
}

function statusOf(genes: readonly GeneRow[]): readonly GeneStatus[] {
  return STATES.map((state) => {
    const rows = genes.filter((row) => (state === 'stale' ? row.stale !== null : state === statusMark(row)));
    return {
      state,
      genes: rows.map(({ gene }) => gene),
      phenotypes: rows.map(({ results: [first] }) => (first?.adjusted ?? first)?.phenotype ?? null),
      converted: rows.filter(({ results: [first] }) => first?.adjusted !== undefined).map(({ gene }) => gene),
    };
  }).filter((entry) => entry.genes.length > 0);
}

function asksForChange({ action, coverage, orderComplies, cautions, doubts, quiet, urgency }: DrugRow['advice'][number]): boolean {
  // Nothing from the genes, and the label all the same speaks against the drug.
  if (cautions.length > 0) return true;
  // Something on file may make it another advice: a person has to settle it.
  if (doubts.length > 0) return true;
  // A result that is there and cannot be used is said at the top: beside another drug's advice, silence would read as normal.
  if (coverage === 'unreadable' || coverage === 'conflict') return true;
  // The dose has been found, or the advice is for another one: the card is silent too.
  if (quiet !== undefined && urgency === 'none') return false;
  return coverage === null && orderComplies !== true && changesTherapy(action);
}

/** Not tested, unreadable or not recognised is not checked. */
function wasChecked({ state, advice, fits }: DrugRow): boolean {
  if (state === 'unknown' || state === 'untested' || state === 'measured') return false;
  if (fits.some(({ verdict }) => verdict === 'biomarker-not-tested' || verdict === 'biomarker-open')) return false;
  return advice.length === 0 || advice.some(({ coverage }) => coverage === null || coverage === 'not-covered');
}
