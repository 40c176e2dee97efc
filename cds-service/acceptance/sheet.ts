/** The outcome on paper: a Markdown sheet that a pharmacist can read line by line and sign, and the same in few lines for a terminal. */
import { inWords, type GotCard, type Outcome } from './judge.ts';

export interface SheetHead {
  /** `this program` or the address of the service. */
  readonly asked: string;
  /** Signed by which issuer; absent: unsigned or not over the network. */
  readonly issuer?: string;
  /** Day of the run. */
  readonly day: string;
  readonly version: string;
  /** Knowledge releases as the report names them; empty where a running service does not tell. */
  readonly knowledge: readonly { readonly id: string; readonly version: string; readonly date: string }[];
}

export function passedOf(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ differences }) => differences.length === 0).length;
}

export function terminalLines(outcomes: readonly Outcome[]): string[] {
  const lines = outcomes.flatMap(({ order, about, got, differences }) => [
    `${differences.length === 0 ? 'pass' : 'FAIL'}  ${order.id}  ${order.order.drug}  (${about})`,
    ...(got.length === 0 ? ['          silent'] : got.map((card) => `          ${card.indicator}: ${card.summary}`)),
    ...differences.map((difference) => `      !!  ${difference}`),
  ]);
  return [...lines, '', verdict(outcomes)];
}

export function markdownSheet(outcomes: readonly Outcome[], head: SheetHead): string {
  const knowledge = head.knowledge.map(({ id, version, date }) => `${id} ${version} (${date})`).join('; ');
  return [
    '# Clinical acceptance of Genehook',
    '',
    `| | |\n| --- | --- |`,
    row(['Asked', head.asked]),
    row(['Signed as', head.issuer ?? 'not signed']),
    row(['Day', head.day]),
    row(['Genehook', head.version]),
    row(['Knowledge', knowledge === '' ? 'not told by a running service; see `genehook knowledge check` on its machine' : knowledge]),
    row(['Result', verdict(outcomes)]),
    '',
    'All patients are synthetic. *Expected* was written from the source named in the last column, not from what Genehook says.',
    '',
    '| no. | patient | order | expected | got | result | rule | guideline or label |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(sheetRow),
    '',
    ...differencesOf(outcomes),
    '| | name | date | signature |',
    '| --- | --- | --- | --- |',
    '| Pharmacist | | | |',
    '| Responsible clinician | | | |',
    '',
  ].join('\n');
}

function sheetRow({ order, about, got, differences }: Outcome): string {
  const { basis } = order;
  const source = `${basis.source}${basis.pmid === undefined ? '' : ` (PMID ${basis.pmid})`}: ${basis.states}`;
  return row([
    order.id,
    about,
    order.order.drug,
    order.expect.length === 0 ? 'silence' : order.expect.map(inWords).join('; '),
    got.length === 0 ? 'silence' : got.map(gotText).join('; '),
    differences.length === 0 ? 'pass' : '**FAIL**',
    got.length === 0
      ? ''
      : got.map(({ rules, source: label }) => (rules.length === 0 ? label : `${rules.join(', ')} (${label})`)).join('; '),
    source,
  ]);
}

const gotText = ({ indicator, summary }: GotCard): string => `${indicator}: ${summary}`;

function differencesOf(outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter(({ differences }) => differences.length > 0);
  if (failed.length === 0) return [];
  return [
    '## Differences',
    '',
    ...failed.map(({ order, differences }) => `- ${order.id}, ${order.order.drug}: ${differences.join('; ')}`),
    '',
  ];
}

function verdict(outcomes: readonly Outcome[]): string {
  const silent = outcomes.filter(({ order }) => order.expect.length === 0).length;
  const passed = passedOf(outcomes);
  return `${passed} of ${outcomes.length} orders as expected (${outcomes.length - silent} with a card, ${silent} silent)${passed === outcomes.length ? '' : ': NOT accepted'}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}
