/**
 * Whether a reported variant may count at all, and whether it counts as "a mutation" of its gene. What the laboratory says
 * comes first; without a word from it, only what is known to matter counts. Unclassified is not oncogenic.
 */
import { parseCoding } from '../../knowledge/oncology/notation/coding.ts';
import { proteinName } from '../../knowledge/oncology/notation/protein.ts';
import type { GeneModels } from '../../knowledge/oncology/types.ts';
import { isReversion, type Alteration } from './alteration.ts';
import { isInternalDuplication } from './class.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Standing {
  /** False: benign, of uncertain or disputed significance, silent, or out of frame. Nothing is ever claimed from it. */
  readonly usable: boolean;
  /** Counts as a mutation of the gene where only "mutation" is asked for. */
  readonly matters: boolean;
  readonly loss: boolean;
  readonly why: string;
}

const DISMISSED: Readonly<Record<string, string>> = {
  benign: 'called benign by the laboratory',
  'likely-benign': 'called likely benign by the laboratory',
  vus: 'of uncertain significance by the laboratory',
  conflicting: 'of disputed significance',
};
const TRUNCATING = new Set(['nonsense', 'frameshift', 'splice', 'start-lost']);

export function standingOf(alteration: Alteration, genes: GeneModels): Standing {
  const { fact, effect, fusion } = alteration;
  const dismissed = entryOf(DISMISSED, fact.classification);
  const no = (why: string): Standing => ({ usable: false, matters: false, loss: false, why });
  if (dismissed !== undefined) return no(dismissed);
  if (fusion && fact.fusion?.inFrame === false) return no('out-of-frame fusion');
  if (isReversion(fact)) return { usable: true, matters: false, loss: false, why: 'a reversion, which may restore the gene' };
  const models = alteration.genes.map((gene) => genes.get(gene)).filter((model) => model !== undefined);
  const suppressor = models.some((model) => model.suppressor);
  const truncating = TRUNCATING.has(effect) || isOldStop(alteration);
  const worded = fact.names.some(
    (name) => /\b(?:pathogen|oncogen)/i.test(name) && !/uncertain|unknown|unklar|benign|non-?pathogen|not pathogen/i.test(name),
  );
  const called = /^(?:likely-)?(?:pathogenic|oncogenic)$/.test(fact.classification) || worded;
  if (!called && truncating && isBenignStop(alteration)) return no(BENIGN_STOP);
  const namedLoss = alteration.classes.some((term) => term.kind === 'mutation' && term.effect === 'loss');
  const loss = (suppressor && (truncating || called)) || namedLoss || (alteration.copy === 'deletion' && suppressor);
  if (effect === 'silent') return { usable: true, matters: false, loss: false, why: 'silent: the protein is unchanged' };
  const yes = (why: string): Standing => ({ usable: true, matters: true, loss, why });
  if (called) return yes(`called ${worded ? 'pathogenic or oncogenic' : fact.classification.replace('-', ' ')} by the laboratory`);
  if (alteration.alternatives.length > 0 && alteration.alternatives.every((one) => standingOf(one, genes).matters))
    return yes('one of several changes, each of which is known to matter');
  if (fusion) return yes('a fusion, reported as present');
  if (alteration.copy === 'amplification' || alteration.copy === 'deletion') return yes(`${alteration.copy} of the gene`);
  if (alteration.copy !== null || alteration.expression !== null)
    return { usable: true, matters: false, loss, why: 'a change of copy number or expression, not of the sequence' };
  for (const model of models) {
    const exact = alteration.changes.find((change) => model.known.has(proteinName(change)));
    if (exact) return yes(`${model.symbol} ${proteinName(exact)} is known in CIViC`);
    const { codons } = alteration;
    const codonOnly = effect === 'unknown' && alteration.changes.length === 0 && alteration.codings.length === 0;
    if (codons && codons[0] === codons[1] && (effect === 'missense' || codonOnly)) {
      if (model.knownCodons.has(codons[0])) return yes(`other changes of ${model.symbol} codon ${codons[0]} are known in CIViC`);
      if (model.hotspots.has(codons[0])) return yes(`${model.symbol} codon ${codons[0]} is a recurrent hotspot`);
    }
    if (codons && effect.startsWith('in-frame') && overlaps(codons, model.knownCodons))
      return yes(`touches known codons of ${model.symbol}`);
    if (isNpm1Insertion(model.symbol, alteration)) return yes('a frameshift in the last exon of NPM1, as in types A, B and D');
    if (isInternalDuplication(model.symbol, alteration)) return yes(`internal tandem duplication of ${model.symbol}`);
    if (truncating && model.suppressor) return yes(`truncating change of ${model.symbol}, whose loss is what matters`);
  }
  if (alteration.skippedExon !== null) return yes(`exon ${alteration.skippedExon} skipping`);
  if (
    alteration.classes.some(
      ({ kind }) => kind === 'mutation' || kind === 'exon' || kind === 'codons' || kind === 'region' || kind === 'internal-duplication',
    )
  ) {
    return yes('reported by its class, without the single change');
  }
  return { usable: true, matters: false, loss, why: 'not classified by the laboratory and not known to matter' };
}

/**
 * BRCA2 p.Lys3326Ter (c.9976A>T) is a polymorphism: 1.3 % of breast and ovarian cancers, 1.7 % of controls (Higgs, J Med Genet 2015;52:642, looked up
 * 2026-11-22). A stop behind it takes less of the protein away. A laboratory that calls it pathogenic is believed.
 */
const BENIGN_STOP = 'a stop at or behind BRCA2 codon 3326, which leaves the protein working (J Med Genet 2015;52:642)';
function isBenignStop({ genes, codons, effect }: Alteration): boolean {
  return (
    genes.length === 1 && genes[0] === 'BRCA2' && codons !== null && codons[0] >= 3326 && (effect === 'nonsense' || effect === 'frameshift')
  );
}

/**
 * NPM1 is mutated in leukaemia by a net gain of four bases at codons 288 to 290 of its last exon, with many sequences and one new frame (UPMC Molecular and
 * Genomic Pathology, NPM1 test; Seattle Cancer Care Alliance, NPM1 insertion test; N Engl J Med 2005;352:254; looked up 2026-11-22). Type A as
 * `c.860_863dup` begins in codon 287.
 */
const NPM1_CODONS: readonly [number, number] = [287, 290];
function isNpm1Insertion(gene: string, { codons, effect, codings }: Alteration): boolean {
  if (gene !== 'NPM1' || effect !== 'frameshift' || codons === null || codons[0] < NPM1_CODONS[0] || codons[1] > NPM1_CODONS[1])
    return false;
  // The other frame would not give the signal by which the protein leaves the nucleus.
  return codings.every((name) => {
    const net = parseCoding(name)?.netBases ?? null;
    return net === null || ((net % 3) + 3) % 3 === 1;
  });
}

/** `R1443X`: the old way to write a stop. */
function isOldStop(alteration: Alteration): boolean {
  return alteration.changes.length === 0 && /\d+X$/i.test(alteration.fact.pHgvs ?? '');
}
function overlaps([first, last]: readonly [number, number], codons: ReadonlySet<number>): boolean {
  for (let at = first; at <= last && at < first + 60; at += 1) if (codons.has(at)) return true;
  return false;
}
