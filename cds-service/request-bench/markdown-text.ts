/** A card's Markdown as plain lines for a terminal or a text field. Pure; never lets a control character through. */

/** Text of a stranger for a terminal: no escape sequences, no line breaks. */
export function plain(value: unknown): string {
  return (typeof value === 'string' ? value : '').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

/** Lines of GitHub-flavoured Markdown as text: marks taken away, links with their address, lists kept. */
export function markdownLines(markdown: string): readonly string[] {
  const lines = markdown.replace(/\r\n?/g, '\n').slice(0, 20_000).split('\n');
  return lines
    .filter((line) => !/^\s*\|?[\s:|-]+\|?\s*$/.test(line) || line.trim() === '')
    .map((line) =>
      inline(
        plain(
          line
            .replace(/^\s*#{1,6}\s+/, '')
            .replace(/^\s*>\s?/, '')
            .replace(/^(\s*)[*+-]\s+/, '$1• ')
            .replace(/^\s*\|(.*)\|\s*$/, (_row, cells: string) =>
              cells
                .split('|')
                .map((cell) => cell.trim())
                .join('  '),
            ),
        ),
      ),
    )
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''));
}

function inline(line: string): string {
  return (
    line
      .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\[([^\]]+)\]\(([^)\s]+)[^)]*\)/g, '$1 ($2)')
      .replace(/(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
      .replace(/(?<![\\\w*])\*(?=\S)(.+?)(?<=\S)\*(?!\w)/g, '$1')
      .replace(/(?<!\\)`([^`]+)`/g, '$1')
      .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
      // A card writes ">" as "&gt;", so that no EHR takes it for markup.
      .replace(/&(lt|gt|amp);/g, (_, name: string) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&'))
  );
}

/** Words of a line broken at `width` characters; a longer word stands alone. */
export function wrapped(line: string, width: number): readonly string[] {
  const lead = /^\s*(?:• )?/.exec(line)?.[0] ?? '';
  const words = line.slice(lead.length).split(' ');
  const rows: string[] = [];
  let row = lead;
  for (const word of words) {
    const next = row.trim() === '' || row === lead ? `${row}${word}` : `${row} ${word}`;
    if ([...next].length > width && row.trim() !== '' && row !== lead) {
      rows.push(row);
      row = `${' '.repeat(lead.length)}${word}`;
    } else row = next;
  }
  return [...rows, row];
}
