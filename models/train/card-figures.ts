/** The figures of an artefact as Markdown tables: every number as training wrote it. */
import type { ModelArtefact } from '../artefact.ts';

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value);

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(cellText).join(' to ');
  if (isRow(value))
    return Object.entries(value)
      .map(([name, member]) => `${name} ${cellText(member)}`)
      .join(', ');
  return String(value);
}

function table(rows: readonly Row[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${columns.map((column) => cellText(row[column])).join(' | ')} |`),
  ];
}

/** One section per figure of the artefact. */
export function figureTables(artefact: ModelArtefact): string[] {
  return Object.entries(artefact.figures).flatMap(([name, value]) => {
    const title = `## ${name.replace(/([A-Z])/g, ' $1').toLowerCase()}`;
    if (Array.isArray(value)) return [title, '', ...table(value.filter(isRow)), ''];
    if (isRow(value)) {
      const members = Object.entries(value);
      const nested = members.every(([, member]) => isRow(member));
      const rows: Row[] = nested
        ? members.map(([label, member]) => ({ name: label, ...(member as Row) }))
        : members.map(([figure, member]) => ({ figure, value: member }));
      return [title, '', ...table(rows), ''];
    }
    return [title, '', cellText(value), ''];
  });
}
