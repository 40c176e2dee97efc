/** `genehook feedback summary`: shown, accepted, overridden and silenced by rule, and why. */
import type { Command } from 'commander';
import { readFigures } from '../store/figures.ts';
import type { RuleFigures } from '../store/types.ts';
import { withDatabase } from './service-config.ts';

export function registerFeedback(program: Command): void {
  const feedback = program.command('feedback').description('What clinicians did with the cards.');
  feedback
    .command('summary')
    .description('Cards shown, accepted, overridden (with reasons) and silenced, by rule.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      await withDatabase(async (database) => {
        const figures = await readFigures(database);
        console.log(json === true ? JSON.stringify({ rules: figures }, null, 2) : table(figures));
      });
    });
}

export function table(figures: readonly RuleFigures[]): string {
  if (figures.length === 0) return 'No cards have been shown.';
  const rows = figures.map(({ rule, shown, accepted, overridden, silenced, reasons }) => [
    rule,
    String(shown),
    counted(accepted, shown),
    counted(overridden, shown),
    String(silenced),
    Object.entries(reasons)
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `${reason}: ${count}`)
      .join(', '),
  ]);
  const lines = [['rule', 'shown', 'accepted', 'overridden', 'silenced', 'reasons'], ...rows];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function counted(count: number, of: number): string {
  return of === 0 ? String(count) : `${count} (${Math.round((100 * count) / of)} %)`;
}
