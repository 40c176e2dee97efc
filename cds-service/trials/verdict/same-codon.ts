/**
 * What a change that was found says of the other changes of its residue. Sequencing reads the codon base by base: where it found G12D in the tumour and
 * names no G12C, there was none to be seen in that specimen. A test of single changes, or of blood, does not say so; nor does a codon of which another
 * result is unclear.
 */
import { SPECIMEN_NOT_ON_FILE } from '../../../fhir-profiles/codes/specimen-kinds.ts';
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import { proteinHgvs, type ProteinChange } from '../../knowledge/oncology/notation/protein.ts';
import type { OncologyPatient } from '../../oncology/index.ts';

type Alteration = OncologyPatient['absent'][number];
const RESIDUES = [...'ACDEFGHIKLMNPQRSTVWY'];

/** The patient with the other substitutions of every sequenced codon as looked for and not found. */
export function withCodonsRead(oncology: OncologyPatient, facts: PatientFacts): OncologyPatient {
  const read = oncology.found.flatMap(({ alteration, standing, implied }) =>
    implied || !standing.usable || !isSequenced(alteration, oncology, facts) ? [] : [othersOf(alteration)],
  );
  const others = read.filter((one) => one !== null);
  return others.length === 0 ? oncology : { ...oncology, absent: [...oncology.absent, ...others] };
}

function isSequenced(
  { fact, genes }: Alteration,
  { inBlood, unclear, failed, undecided }: OncologyPatient,
  { tested }: PatientFacts,
): boolean {
  if (fact.origin === 'germline' || fact.specimen === SPECIMEN_NOT_ON_FILE || inBlood.has(fact.source.reference)) return false;
  if (genes.length !== 1 || genes.some((gene) => unclear.has(gene) || failed.has(gene) || undecided.has(gene))) return false;
  // The number of reads is told by sequencing alone; a fraction may come from a test of this one change.
  return fact.readDepth !== undefined || (fact.vaf !== undefined && tested.some(({ gene }) => genes.includes(gene)));
}

function othersOf(alteration: Alteration): Alteration | null {
  const [own, more] = alteration.changes;
  if (own?.kind !== 'missense' || alteration.either || more !== undefined || own.start !== own.end) return null;
  const changes = RESIDUES.filter((alt) => alt !== own.alt && alt !== own.from).map((alt): ProteinChange => ({ ...own, alt }));
  return { ...alteration, changes, codings: [], classes: [], plainNames: new Set() };
}

/** `p.Gly12Asp (2026-05-04)`: what is on file of these genes. */
export function foundOf(genes: readonly string[], oncology: OncologyPatient, dates: ReadonlyMap<string, string>): string[] {
  const said = genes.flatMap((gene) =>
    (oncology.byGene.get(gene) ?? []).flatMap(({ alteration: { changes, either, fact }, implied }) => {
      if (implied) return [];
      const [change] = changes;
      const name = change === undefined || either ? (fact.pHgvs ?? fact.cHgvs ?? fact.names[0] ?? fact.copyChange) : proteinHgvs(change);
      if (name === undefined) return [];
      const day = dates.get(fact.source.reference);
      return [`${name.includes(gene) ? '' : `${gene} `}${name}${day === undefined ? '' : ` (${day})`}`];
    }),
  );
  return [...new Set(said)];
}
