/**
 * A named change that may be the one asked for, though its name is another: "V600E/K" of an assay that does not tell the two apart, and a replacement of
 * several residues that makes the very exchange among others (`p.Leu858_Ala859delinsArgSer` holds L858R). Neither found nor ruled out.
 */
import { proteinName, type ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import { labelOf } from './class.ts';
import { asksPart, isEitherPart } from './either-part.ts';
import type { Alteration } from './index.ts';
import type { GeneReason } from '../reason/index.ts';

/** What is open; null where nothing asked is touched. */
export function mayBeAsked(alteration: Alteration, terms: readonly Term[]): GeneReason | null {
  const asked = terms.flatMap((term) => (term.kind === 'protein' && alteration.genes.includes(term.gene) ? term.changes : []));
  const [gene = ''] = alteration.genes;
  const label = labelOf(alteration);
  const name = label.startsWith(gene) ? label : `${gene} ${label}`;
  if (isEitherPart(alteration)) return terms.some(asksPart) ? { kind: 'either-change', change: name } : null;
  if (alteration.either)
    return alteration.changes.some((change) => asked.some((wanted) => proteinName(wanted) === proteinName(change)))
      ? { kind: 'either-change', change: name }
      : null;
  const held = asked.find((wanted) => alteration.changes.some((change) => holds(change, wanted)));
  return held === undefined ? null : { kind: 'several-residues', change: name, holds: proteinName(held) };
}

/** The new residues, laid from either end of the stretch, put the wanted one in its place. */
function holds(change: ProteinChange, wanted: ProteinChange): boolean {
  if (change.kind !== 'delins' || wanted.kind !== 'missense' || change.alt === '' || change.alt.includes('*')) return false;
  if (wanted.start < change.start || wanted.start > change.end) return false;
  return [change.alt[wanted.start - change.start], change.alt[change.alt.length - 1 - (change.end - wanted.start)]].includes(wanted.alt);
}
