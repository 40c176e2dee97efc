/** The report as it came from the service, without the transport's own members. */
import type { ReadReport } from '../data/panel-report.ts';

export function reportJson({ raw }: ReadReport): string {
  const { sources: _sources, complete: _complete, ...report } = raw;
  return `${JSON.stringify(report, null, 2)}\n`;
}
