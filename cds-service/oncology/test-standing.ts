/**
 * What the results on file say of one gene that a label asks about, apart from "found": not tested, negative, and the states between,
 * which are neither. A variant of uncertain significance is no finding and no negative; a failed test says nothing; a test of
 * circulating tumour DNA that finds nothing does not rule the alteration out (labels of plasma companion tests ask for tissue then).
 */
import { genesOf, type Term } from '../knowledge/oncology/notation/term.ts';
import { isReversion, type Alteration } from './alteration/index.ts';
import type { Found, OncologyPatient } from './patient.ts';
import { said, type GeneReason } from './reason/index.ts';
import { asksSequence, isSequence, isTurned, labelOf } from './alteration/class.ts';
import { oneTaken } from './alteration/fits/index.ts';
import { sequencedClear } from './alteration/covers.ts';
import { mayBeSkipping } from './alteration/exon-skipping.ts';
import { mayBeAsked } from './alteration/may-be.ts';
import { countsAlike } from './alteration/transcript.ts';

export type TestStanding =
  | 'none'
  | 'negative'
  | 'other-variant'
  | 'other-kind'
  | 'uncertain'
  | 'blood-only'
  | 'germline-only'
  | 'specimen-unknown'
  | 'unspecified'
  | 'failed'
  | 'no-result';

export interface GeneTest {
  readonly gene: string;
  readonly standing: TestStanding;
  /** Null for `none`. */
  readonly reason: GeneReason | null;
  readonly variants: readonly string[];
}

/** `asked`: what is asked of the gene, where it is known; a named change that may be just that is open. */
export function geneTest(gene: string, patient: OncologyPatient, asked: readonly Term[] = []): GeneTest {
  const found = (patient.byGene.get(gene) ?? []).filter(({ implied }) => !implied);
  const made = (standing: TestStanding, reason: GeneReason | null, from: typeof found = []): GeneTest => ({
    gene,
    standing,
    reason,
    variants: from.map(({ alteration }) => alteration.fact.id),
  });
  const atBorder = found.filter(({ standing, alteration }) => standing.usable && mayBeSkipping(alteration));
  const [border] = atBorder;
  if (border !== undefined) return made('unspecified', { kind: 'exon-border', gene, change: labelOf(border.alteration) }, atBorder);
  const mutated = found.filter(
    ({ standing, alteration }) =>
      standing.usable && (standing.matters || oneTaken(asked, { standing, alteration, implied: false }, patient)),
  );
  const maybe = mutated.flatMap((one) => {
    const reason = oneTaken(asked, one, patient) ? listedAlternatives(one) : mayBeAsked(one.alteration, asked);
    return reason === null ? [] : [{ one, reason }];
  });
  const [first] = maybe;
  if (first !== undefined)
    return made(
      'unspecified',
      first.reason,
      maybe.map(({ one }) => one),
    );
  const other = mutated.filter(({ alteration }) => !isUnspecified(alteration));
  if (mutated.length > 0 && other.length === 0) return made('unspecified', { kind: 'change-unsaid', gene }, mutated);
  const turned = other.filter(({ alteration }) => isTurned(alteration));
  if (turned.length > 0 && turned.length === other.length)
    return made(
      'unspecified',
      { kind: 'five-prime-partner', gene, change: turned.map(({ alteration }) => labelOf(alteration)).join(', ') },
      turned,
    );
  const beside = other.length === 0 ? null : notLookedFor(gene, other, asked, patient);
  if (beside !== null) return made('other-kind', beside, other);
  if (other.length > 0)
    return made(
      'other-variant',
      said(`${gene} result on file is another one: ${other.map(({ alteration }) => labelOf(alteration)).join(', ')}`),
      other,
    );
  const unread = found.filter(({ standing, alteration }) => standing.usable && isUnread(alteration, patient));
  if (unread.length > 0) return made('unspecified', { kind: 'change-unread', gene }, unread);
  const uncertain = found.filter(({ alteration }) => alteration.effect !== 'silent');
  if (uncertain.length > 0) {
    const [first] = uncertain;
    const change = uncertain.map(({ alteration }) => labelOf(alteration)).join(', ');
    return made('uncertain', { kind: 'no-basis', gene, change, why: first?.standing.why ?? '' }, uncertain);
  }
  // A test for fusions found the gene clear: of its mutations nothing is known.
  if (patient.negative.has(gene) && sequencedClear(gene, patient).length === 0 && kindsAsked(gene, asked).includes('mutation'))
    return made('no-result', { kind: 'part-tested', gene, looked: `${gene} fusion` });
  if (patient.negative.has(gene)) return made('negative', { kind: 'negative', genes: [gene] });
  const shed = patient.bloodOnly.get(gene);
  if (shed !== undefined) {
    const kinds = new Set(shed.map((reference) => patient.inBlood.get(reference) ?? 'blood'));
    const where = kinds.has('blood') ? 'circulating tumour DNA' : [...kinds].join(' and ');
    return made('blood-only', { kind: 'not-in-blood', genes: [gene], where });
  }
  if (patient.germlineOnly.has(gene)) return made('germline-only', { kind: 'not-in-germline', genes: [gene] });
  if (patient.specimenUnknown.has(gene)) return made('specimen-unknown', { kind: 'specimen-unknown', genes: [gene] });
  if (patient.unclear.has(gene)) return made('failed', { kind: 'indeterminate', gene });
  if (patient.failed.has(gene)) return made('failed', { kind: 'test-failed', gene });
  const looked = patient.absent.filter(({ genes }) => genes.includes(gene)).map(labelOf);
  if (looked.length > 0) return made('no-result', { kind: 'part-tested', gene, looked: [...new Set(looked)].join(', ') });
  const named = (patient.undecided.get(gene) ?? []).filter((name) => name !== '');
  if (named.length > 0) return made('no-result', { kind: 'presence-unsaid', change: [...new Set(named)].join(', ') });
  const stain = patient.stained.get(gene);
  if (stain !== undefined)
    return made(stain === 'positive' ? 'unspecified' : 'no-result', { kind: 'stain', protein: gene.replace(/^NTRK\d$/, 'TRK'), stain });
  const research = patient.forResearch.get(gene);
  if (research !== undefined) return made('no-result', { kind: 'research-only', gene, said: research });
  // A silent change says that the gene was looked at.
  if (patient.tested.has(gene) || found.length > 0) return made('no-result', { kind: 'examined', genes: [gene] });
  return made('none', null);
}

/** "EGFR exon 20 insertion/T790M" of a test that does not tell which. */
const listedAlternatives = ({ alteration }: Found): GeneReason => ({ kind: 'either-change', change: labelOf(alteration) });

type Kind = 'mutation' | 'fusion' | 'amplification';
/** Kinds of change that are asked of the gene; empty where something else is asked as well. */
function kindsAsked(gene: string, asked: readonly Term[]): readonly Kind[] {
  const own = asked.filter((term) => genesOf(term).includes(gene));
  const kinds = own.map((term): Kind | null =>
    asksSequence(term) ? 'mutation' : term.kind === 'fusion' ? 'fusion' : term.kind === 'copy' ? 'amplification' : null,
  );
  return kinds.includes(null) ? [] : [...new Set(kinds)].flatMap((kind) => kind ?? []);
}

/**
 * What was found is of another kind than all that is asked (an amplification where a mutation is asked, a mutation where a fusion is): a test that finds
 * the one need not look for the other. Null where it was found by a test of the kind asked for, or another result of the gene says that it was.
 */
function notLookedFor(gene: string, found: readonly Found[], asked: readonly Term[], patient: OncologyPatient): GeneReason | null {
  const wanted = kindsAsked(gene, asked);
  const shown = (patient.byGene.get(gene) ?? []).filter(({ implied }) => !implied).flatMap(({ alteration }) => kindsOf(alteration));
  if (wanted.length === 0 || wanted.some((kind) => shown.includes(kind))) return null;
  if (patient.negative.has(gene) && (wanted.includes('fusion') || sequencedClear(gene, patient).length > 0)) return null;
  const labels = found.map(({ alteration }) => labelOf(alteration));
  const names = [...new Set(labels.map((label) => (label.includes(gene) ? label : `${gene} ${label}`)))].join(', ');
  const [only, ...more] = wanted.map((kind) => (kind === 'amplification' ? `an ${kind}` : `a ${kind}`));
  return { kind: 'other-kind', gene, found: names, asked: [only, ...more].join(' or ') };
}

function kindsOf(alteration: Alteration): readonly Kind[] {
  return [
    ...(isSequence(alteration) ? (['mutation'] as const) : []),
    ...(alteration.fusion === null ? [] : (['fusion'] as const)),
    ...(alteration.copy === null ? [] : (['amplification'] as const)),
  ];
}

/** The report may well name the change: here it is none, or counted on a transcript that may count otherwise. */
export function isUnread(alteration: Alteration, { genes }: OncologyPatient): boolean {
  const { fact, codons, effect } = alteration;
  if (fact.classification !== 'unknown' || isReversion(fact) || effect === 'silent') return false;
  if (isUnspecified(alteration)) return true;
  const model = genes.get(alteration.genes[0] ?? '');
  const place = codons?.[1] ?? Math.ceil(Number(/\d+/.exec(fact.cHgvs ?? '')?.[0] ?? '0') / 3);
  return model !== undefined && !countsAlike(model, fact.transcript, place);
}

/** "EGFR mutation: positive", or in an exon, a codon ("codon 12/13", "G12X") or a domain (FLT3-TKD) without saying which: it may be the one asked for. */
export function isUnspecified(alteration: Alteration): boolean {
  const { changes, codings, codons, fusion, copy, expression, classes, effect, alternatives } = alteration;
  return (
    alternatives.length === 0 &&
    changes.length === 0 &&
    codings.length === 0 &&
    (codons === null || classes.some(({ kind }) => kind === 'codons')) &&
    fusion === null &&
    copy === null &&
    expression === null &&
    effect === 'unknown' &&
    classes.every(
      (term) =>
        (term.kind === 'mutation' && term.effect === 'any') ||
        term.kind === 'codons' ||
        (term.kind === 'exon' && term.change === 'any') ||
        term.kind === 'region',
    )
  );
}
