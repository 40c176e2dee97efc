/** Cards for the terminal: what the EHR would show, without its buttons. */
import { isObject, type Json } from '../ehr/chart-part.ts';

const WIDTH = 110;

export function cardText(card: unknown): string {
  if (!isObject(card)) return '(a card that cannot be read)';
  const source = isObject(card.source) ? String(card.source.label ?? '') : '';
  const head = `[${String(card.indicator)}] ${String(card.summary)}`;
  const detail = typeof card.detail === 'string' ? plain(card.detail) : [];
  return [
    ...wrap(head, '', '  '),
    ...detail.flatMap((line) => wrap(line, '    ', '    ')),
    ...labels(card.suggestions).map((label) => `    ( ) ${label}`),
    ...labels(card.links).map((label) => `    -> ${label}`),
    ...(source === '' ? [] : [`    Source: ${source}`]),
  ].join('\n');
}

function labels(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter(isObject).map(({ label }: Json) => String(label));
}

/** Markdown as plain lines: marks of emphasis and links' addresses go, lists stay. */
function plain(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/\*\*|__|`|\\(?=[^\w\s])/g, '')
        .replace(/^#+\s*/, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .trimEnd(),
    )
    .filter((line) => line !== '');
}

function wrap(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = rest;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
