/** The conformance page of an EHR's requests as Markdown: one page over all of them, one row per finding. Pure. */
import { REQUEST_RULES, type Finding } from '../request-check/index.ts';
import type { Trial } from './trial.ts';

const HANDLING = {
  used: 'used as if right',
  fetched: 'read from the FHIR server instead',
  ignored: 'left out',
  said: 'left out, and said so',
  refused: 'refused',
} as const;
const WEIGHT = { breaks: 'breaks the standard', advice: 'advised otherwise', note: 'worth knowing' } as const;

export interface Row extends Finding {
  /** Requests that have it, by label. */
  readonly requests: readonly string[];
}

/** The same finding in several requests is one row; refusals first. */
export function rowsOf(trials: readonly Pick<Trial, 'label' | 'findings'>[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { label, findings } of trials)
    for (const finding of findings) {
      const key = [finding.rule, finding.handling, finding.what, finding.where.replace(/\[\d+\]/g, '[*]')].join('|');
      const known = rows.get(key);
      if (known === undefined) rows.set(key, { ...finding, requests: [label] });
      else if (!known.requests.includes(label))
        rows.set(key, { ...known, count: known.count + finding.count, requests: [...known.requests, label] });
    }
  return [...rows.values()].toSorted((a, b) => rank(a) - rank(b) || b.requests.length - a.requests.length);
}

const ORDER = ['breaks', 'advice', 'note'];
const rank = ({ handling, weight }: Row): number => (handling === 'refused' ? 0 : 10) + ORDER.indexOf(weight);

export interface Page {
  readonly requests: number;
  readonly hooks: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
  /** Inputs that are no hook requests. */
  readonly unread: readonly { readonly label: string; readonly why: string }[];
  readonly rulesChecked: number;
}

export function pageOf(trials: readonly Pick<Trial, 'label' | 'hook' | 'findings'>[], unread: Page['unread']): Page {
  const labels = new Map(trials.map(({ label, hook }) => [label, hook === '' ? 'no hook' : hook]));
  const hooks = new Map<string, number>();
  for (const hook of labels.values()) hooks.set(hook, (hooks.get(hook) ?? 0) + 1);
  return {
    requests: labels.size,
    hooks: Object.fromEntries(hooks),
    rows: rowsOf(trials),
    unread,
    rulesChecked: Object.keys(REQUEST_RULES).length,
  };
}

export function pageMarkdown(page: Page): string {
  const { requests, rows, unread } = page;
  const hooks = Object.entries(page.hooks).map(([hook, count]) => `${escaped(hook)}: ${count}`);
  const sum = (weight: Finding['weight']): number => rows.filter((row) => row.weight === weight).length;
  const refused = rows.filter(({ handling }) => handling === 'refused').length;
  const lines = [
    '# CDS Hooks requests: what deviates, and what was tolerated',
    '',
    `${requests === 1 ? 'One request' : `${requests} requests`} (${hooks.length === 0 ? 'none' : hooks.join(', ')}) against ${page.rulesChecked} rules of CDS Hooks 2.0 and FHIR R4. No value of a request is repeated here.`,
    '',
    `- breaks the standard: ${sum('breaks')}`,
    `- advised otherwise: ${sum('advice')}`,
    `- worth knowing: ${sum('note')}`,
    `- of these refused by Genehook: ${refused}`,
    '',
    ...(rows.length === 0
      ? ['Nothing deviates.']
      : [
          '| where | what stands there | the standard | Genehook | weight | requests | also seen in |',
          '| --- | --- | --- | --- | --- | --- | --- |',
          ...rows.map((row) => rowMarkdown(row, requests)),
        ]),
    ...(unread.length === 0 ? [] : ['', '## Not read', '', ...unread.map(({ label, why }) => `- ${escaped(label)}: ${escaped(why)}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

function rowMarkdown(row: Row, requests: number): string {
  const cells = [
    `\`${row.where.replaceAll('`', '').replaceAll('|', '\\|')}\``,
    `${row.found}${row.count > row.requests.length ? `, ${row.count} times` : ''}`,
    `${row.standard} (${row.section})`,
    row.handling === 'refused' ? row.what : `${HANDLING[row.handling]}: ${row.what}`,
    WEIGHT[row.weight],
    requests === 1 ? '1' : `${row.requests.length} of ${requests}`,
    row.seenIn ?? '',
  ];
  return `| ${cells.map((cell, index) => (index === 0 ? cell : escaped(cell))).join(' | ')} |`;
}

/** Text inside a Markdown table: no column, no markup, no line break of its own. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|]/g, (mark) => `\\${mark}`)
    .trim();
}
