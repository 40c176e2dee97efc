/**
 * Stains for a protein whose loss is the finding (PTEN): "lost" is an expression result, not a change of the gene, and "retained" leaves the gene's
 * sequence untold. Kept as expression, so that no label that asks for a genomic alteration is taken as met.
 */
import type { Presence, VariantFact } from '../../../facts.ts';
import { quoted, unparsed } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import type { VariantReading } from '../result/index.ts';
import { statedPresence } from '../parts/stated-presence.ts';

const STAIN = /\b(?:IHC|immun(?!e)\w*|(?:immune )?stain\w*|protein(?: expression|$))\b/i;
const SUPPRESSORS = ['PTEN'] as const;

/** The gene whose protein a test stains for. */
export function stainedSuppressor(words: readonly string[]): string | null {
  return SUPPRESSORS.find((gene) => words.some((text) => STAIN.test(text) && new RegExp(`\\b${gene}\\b`).test(text))) ?? null;
}

export function readProteinStain([gene = '']: readonly string[], view: ObservationView): VariantReading {
  const said = wordings(valueConcept(view.value));
  const lost = said.map(lossIn).find((found) => found !== null) ?? null;
  if (lost === null)
    return {
      facts: [],
      warnings: [
        unparsed(
          view.entry,
          `A stain for ${gene} ${said[0] === undefined ? 'has no readable value' : `says ${quoted(said[0])}`} and was not used.`,
        ),
      ],
      unreadGenes: [gene],
    };
  const fact: VariantFact = {
    id: view.entry.reference,
    gene,
    genes: [gene],
    kind: 'expression',
    presence: lost,
    origin: 'somatic',
    rsIds: [],
    clinvarIds: [],
    names: [`${gene} underexpression`],
    expression: 'under',
    classification: 'unknown',
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
  return { facts: [fact], warnings: [] };
}

/** Kinases whose protein is stained to screen for a fusion; ALK by the clone of the companion test is decided elsewhere. */
const SCREENED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bROS-?1\b/i, ['ROS1']],
  [/\bALK-?1?\b/, ['ALK']],
  [/\bpan-?N?TRK\b|\bNTRK[123]?\b|\bTRK\b/i, ['NTRK1', 'NTRK2', 'NTRK3']],
];
/** The antibody against all three receptors is a stain by its name. */
const PAN_TRK = /^(?!.*\b(?:fusions?|rearrang\w*|RNA|NGS|FISH|PCR|sequenc\w*)\b).*\bpan[- ]?N?TRK\b/i;
export function screenedByStain(name: string): readonly string[] | null {
  return STAIN.test(name) || PAN_TRK.test(name) ? (SCREENED.find(([pattern]) => pattern.test(name))?.[1] ?? null) : null;
}

/** A stain that screens is no fusion found and no fusion ruled out: its genes are examined, and the line says how it came out. */
export function readScreeningStain(genes: readonly string[], view: ObservationView): VariantReading {
  const [said] = wordings(valueConcept(view.value));
  const what = `A stain for ${genes.length > 1 ? 'TRK' : (genes[0] ?? '')} ${said === undefined ? 'has no readable value' : `says ${quoted(said)}`}`;
  return {
    facts: [],
    warnings: [unparsed(view.entry, `${what}: it screens for a fusion, which another test has to show.`)],
    unreadGenes: genes,
    stain: stainedAs(view),
  };
}

/** "Positive, diffuse", "3+", "Strong cytoplasmic staining"; "negative", "no staining", "0". */
function stainedAs(view: ObservationView): 'positive' | 'negative' | 'unclear' {
  const stated = statedPresence(view);
  if (stated === 'present') return 'positive';
  if (stated === 'absent') return 'negative';
  if (stated !== null) return 'unclear';
  const said = wordings(valueConcept(view.value)).join(' ');
  if (/\bno (?:stain|express|immunoreact)|^\s*0(?!\d)|\bnegati[vf]/i.test(said)) return 'negative';
  if (/\b(?:equivocal|indeterminate|weak|focal|patchy|1\s?\+|2\s?\+)/i.test(said)) return 'unclear';
  return /(?:^|[^\d])3\s?\+|\+{3}|\b(?:strong|diffuse|high|intense|stark)\b|\bpositi[vf]|\boverexpress/i.test(said)
    ? 'positive'
    : 'unclear';
}

/** Whether the protein is gone: "loss of expression", "absent", "negative"; kept: "retained", "intact", "no loss", "positive". */
function lossIn(text: string): Presence | null {
  if (/\b(?:no|without) (?:evidence of )?loss\b|\bnot lost\b|\b(?:retained|intact|preserved|positive|present|normal)\b/i.test(text))
    return /\b(?:partial|heterogeneous|focal|reduced)\b/i.test(text) ? 'indeterminate' : 'absent';
  if (/\b(?:partial|heterogeneous|focal|reduced|equivocal)\b/i.test(text)) return 'indeterminate';
  return /\b(?:loss|lost|absent|negative|deficient)\b|^\s*0\s*%?\s*$/i.test(text) ? 'present' : null;
}
