/** A trial as text for a terminal: keys, phases, cards as an EHR shows them, deviations. Pure. */
import { isObject, type Json } from '../ehr/chart-part.ts';
import type { Complaint, Finding } from '../request-check/index.ts';
import type { KeyState } from './key-states.ts';
import { markdownLines, plain, wrapped } from './markdown-text.ts';
import type { Trial } from './trial.ts';

export interface TerminalSetting {
  readonly colours: boolean;
  /** Columns. */
  readonly width: number;
}

const WORDS = { critical: 'STOP', warning: 'CAUTION', info: 'NOTE' } as const;
const COLOURS = { critical: 31, warning: 33, info: 36, quiet: 2, strong: 1 } as const;

/** `told`: deviations of the request that stand with an earlier service. */
export function trialText(trial: Trial, setting: TerminalSetting, told = 0): string {
  const paint = painter(setting);
  const lines = [
    paint('strong', heading(trial)),
    ...trial.notes.flatMap((note) => indented(note, setting)),
    ...(trial.problem === undefined ? [] : problemLines(trial, setting, paint)),
    ...section('Prefetch', keyLines(trial.keys)),
    ...section('Time', phaseLine(trial)),
    ...(trial.problem === undefined && trial.service !== '' ? cardSection(trial, setting, paint) : []),
    ...deviations('The request', trial.findings, setting, paint, told),
    ...(trial.status === undefined && trial.url !== undefined
      ? []
      : trial.problem === undefined
        ? deviations('The answer', trial.complaints, setting, paint)
        : []),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

type Paint = (style: keyof typeof COLOURS, text: string) => string;

function painter({ colours }: TerminalSetting): Paint {
  return (style, text) => (colours ? `\u001B[${COLOURS[style]}m${text}\u001B[0m` : text);
}

function heading({ label, hook, service, url, status, milliseconds, signed }: Trial): string {
  const where = url === undefined ? 'answered here' : plain(url);
  const how = status === undefined || milliseconds === undefined ? '' : `: ${status} in ${time(milliseconds)}`;
  const by = signed === undefined ? '' : `, signed ${signed.alg} as ${plain(signed.issuer)}`;
  return `${plain(label)} · ${plain(hook)}${service === '' ? '' : ` → ${plain(service)}`}, ${where}${how}${by}`;
}

function problemLines({ problem }: Trial, setting: TerminalSetting, paint: Paint): readonly string[] {
  if (problem === undefined) return [];
  const said = (problem.said ?? []).flatMap((text) => indented(`said: ${plain(text)}`, setting));
  return [
    '',
    ...wrapped(plain(problem.what), setting.width).map((line) => paint('critical', line)),
    ...said,
    ...problem.todo.split('\n').flatMap((line) => wrapped(plain(line), setting.width)),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function keyLines(keys: readonly KeyState[]): readonly string[] {
  const width = Math.max(0, ...keys.map(({ key }) => plain(key).length));
  return keys.map(({ key, state, count, note }) => {
    const amount = state === 'used' || state === 'fetched' || state === 'in part' ? ` (${count})` : '';
    return `${plain(key).padEnd(width)}  ${state}${amount}${note === undefined ? '' : `: ${plain(note)}`}`;
  });
}

function phaseLine({ phases, milliseconds }: Trial): readonly string[] {
  if (phases.length === 0) return milliseconds === undefined ? [] : [`round trip ${time(milliseconds)}`];
  const parts = phases.map(
    ({ name, milliseconds: ms, note }) => `${plain(name)} ${time(ms)}${note === undefined ? '' : ` (${plain(note)})`}`,
  );
  return [[...parts, ...(milliseconds === undefined ? [] : [`round trip ${time(milliseconds)}`])].join(' · ')];
}

function time(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

function cardSection(trial: Trial, setting: TerminalSetting, paint: Paint): readonly string[] {
  const { cards, silenced } = trial;
  const kept =
    silenced === 0 ? [] : [`${silenced === 1 ? 'One card was' : `${silenced} cards were`} kept back: the guidance was overridden before.`];
  if (cards.length === 0) return ['', 'Cards: none', ...kept];
  return ['', `Cards: ${cards.length}`, ...kept, ...cards.flatMap((card) => cardLines(card, setting, paint))];
}

/** One card as an EHR shows it. What is not of the expected form is left out here and complained of below. */
function cardLines(value: unknown, setting: TerminalSetting, paint: Paint = painter(setting)): readonly string[] {
  const card: Json = isObject(value) ? value : {};
  const indicator = card.indicator === 'critical' || card.indicator === 'warning' ? card.indicator : 'info';
  const width = setting.width - 2;
  const source: Json = isObject(card.source) ? card.source : {};
  const lines = [
    paint(indicator, WORDS[indicator]),
    ...wrapped(plain(card.summary), width).map((line) => paint('strong', line)),
    ...(typeof card.detail === 'string' ? markdownLines(card.detail).flatMap((line) => wrapped(line, width)) : []),
    ...list(card.suggestions).flatMap((suggestion) => suggestionLines(suggestion, width)),
    ...list(card.links).flatMap((link) =>
      wrapped(`→ ${plain(link.label)}${link.type === 'smart' ? ' (opens the app)' : ''}: ${plain(link.url)}`, width),
    ),
    ...reasonLines(card, width),
    paint('quiet', `Source: ${plain(source.label)}${plain(source.url) === '' ? '' : ` (${plain(source.url)})`}`),
  ];
  return lines.map((line, index) => `${index === 0 ? '┌' : index === lines.length - 1 ? '└' : '│'} ${line}`);
}

function suggestionLines(suggestion: Json, width: number): readonly string[] {
  const recommended = suggestion.isRecommended === true ? ' (recommended)' : '';
  const actions = list(suggestion.actions).flatMap((action) => {
    const resource: Json = isObject(action.resource) ? action.resource : {};
    const about = action.type === 'delete' ? plain(action.resourceId) : plain(resource.resourceType);
    return wrapped(`    ${plain(action.type)} ${about}: ${plain(action.description)}`, width);
  });
  return [...wrapped(`[ ] ${plain(suggestion.label)}${recommended}`, width), ...actions];
}

function reasonLines({ overrideReasons }: Json, width: number): readonly string[] {
  const reasons = list(overrideReasons).map((reason) => plain(reason.display));
  return reasons.length === 0 ? [] : wrapped(`Override: ${reasons.join(' · ')}`, width);
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function deviations(
  title: string,
  found: readonly (Complaint | Finding)[],
  setting: TerminalSetting,
  paint: Paint,
  told = 0,
): readonly string[] {
  const further = told > 0 ? ' further' : '';
  if (found.length === 0) return ['', `${title}: nothing${further} deviates from CDS Hooks 2.0`];
  const lines = found.flatMap((item) => {
    const times = item.count === 1 ? '' : ` (${item.count} places)`;
    const seen = item.seenIn === undefined ? '' : ` Seen in: ${item.seenIn}.`;
    const did =
      'what' in item ? indented(`Genehook: ${item.handling === 'refused' ? '' : `${item.handling}. `}${item.what}`, setting, 4) : [];
    const head = `${plain(item.where)}: ${item.found}${times}`;
    return [
      ...indented(paint(STYLE[item.weight], `${MARK[item.weight]} ${head}`), setting),
      ...indented(`${item.standard} (${item.section})${seen}`, setting, 4),
      ...did,
    ];
  });
  return ['', `${title}: ${found.length === 1 ? `one${further} deviation` : `${found.length}${further} deviations`}`, ...lines];
}

const MARK = { breaks: 'BREAKS', advice: 'ADVICE', note: 'NOTE' } as const;
const STYLE = { breaks: 'critical', advice: 'warning', note: 'info' } as const;

function indented(text: string, { width }: TerminalSetting, by = 2): readonly string[] {
  return wrapped(text, Math.max(40, width - by)).map((line) => `${' '.repeat(by)}${line}`);
}
