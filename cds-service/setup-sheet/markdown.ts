/** Markdown that stays well-formed whatever stands in it. */

/** Plain text: no markup, no line break. */
export function text(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|]/g, (mark) => `\\${mark}`);
}

/** Something to copy letter by letter. */
export function code(value: string): string {
  const flat = value.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return flat.includes('`') ? `\`\` ${flat} \`\`` : `\`${flat}\``;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Something that the site still has to find out, and where it is then set. */
export function unknown(where: string): string {
  return `**not known yet**: ${where}`;
}
