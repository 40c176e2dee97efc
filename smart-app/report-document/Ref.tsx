/** The number of a source in the list at the end of the printed report. */
import type { Reference } from '../data/panel-report.ts';
import type { References } from './references.ts';

export function Ref({ references, source }: { references: References; source: Reference }) {
  const number = references.numberOf(source);
  return number === null ? null : <span className="ref-number">[{number}]</span>;
}
