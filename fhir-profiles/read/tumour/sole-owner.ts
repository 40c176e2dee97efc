import type { TumourFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import type { IntakeResource } from '../intake.ts';
import { oneTumour } from './one-tumour.ts';
import { tumourOf } from './tumour-of-entry.ts';

/**
 * Whose a stage or histology is that names no tumour: the only one's, the narrower entry's where one cancer is entered twice. A basal or squamous cell
 * cancer of the skin beside another cancer has neither stage group nor histology report of its own in routine.
 */
export function soleOwner(primaries: readonly IntakeResource[], chart: Chart): IntakeResource | undefined {
  const [only, second] = primaries;
  if (second === undefined) return only;
  const table = chart.vocabulary.tumours;
  const order = {
    isAbove: (broad: string, narrow: string) => table.isAbove?.(broad, narrow) === true,
    isTypeAbove: (broad: string, narrow: string) => table.isTypeAbove?.(broad, narrow) === true,
  };
  const read = primaries.map((entry) => ({ entry, fact: tumourOf(entry, chart, false, [], undefined) }));
  const owners = read.filter(({ fact }) => !isSkinCarcinoma(fact));
  let sole = (owners.length === 0 ? read : owners)[0];
  for (const owner of owners.slice(1)) {
    if (sole === undefined) return undefined;
    const narrower = oneTumour(sole.fact, owner.fact, order);
    if (narrower === null) return undefined;
    if (narrower === owner.fact) sole = owner;
  }
  return owners.length === 0 && read.length > 1 ? undefined : sole?.entry;
}

const isSkinCarcinoma = ({ oncotree, doid }: TumourFact): boolean =>
  oncotree === 'BCC' || oncotree === 'CSCC' || doid === 'DOID:2513' || doid === 'DOID:3151';
