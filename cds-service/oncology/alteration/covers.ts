/** Whether a patient has what one term asks for: the step from a concrete variant to a class, with the reason in words. */
import { SEQUENCE_CHANGE } from '../../../fhir-profiles/codes/genomics/variant-terms.ts';
import { proteinName } from '../../knowledge/oncology/notation/protein.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { Alteration } from './index.ts';
import { asksSequence, isMutatedOrRearranged } from './class.ts';
import { said, type Reason } from '../reason/index.ts';
import { fits } from './fits/index.ts';
import type { Verdict } from '../verdict.ts';
import type { Found, OncologyPatient } from '../patient.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Answer {
  readonly verdict: Verdict;
  /** What satisfied the term. */
  readonly found: readonly Found[];
  readonly reasons: readonly Reason[];
  /** References of markers and negative reports. */
  readonly references: readonly string[];
}

export function answer(term: Term, patient: OncologyPatient): Answer {
  if (term.kind === 'marker') {
    const { verdict, reason, references } = patient.markers.answer(term);
    return { verdict, found: [], reasons: [reason], references };
  }
  if (term.kind === 'wild-type') return wildType(term.gene, patient);
  const candidates =
    term.kind === 'fusion'
      ? fusionCandidates(term, patient)
      : term.kind === 'arm-deletion'
        ? patient.found
        : (patient.byGene.get(term.gene) ?? []);
  const found: Found[] = [];
  const reasons: Reason[] = [];
  for (const one of candidates) {
    if (!one.standing.usable) continue;
    const text = fits(term, one, patient);
    if (text === null) continue;
    found.push(one);
    reasons.push({ kind: 'found', text, fusion: term.kind === 'fusion', implied: one.implied });
  }
  if (found.length > 0) return { verdict: 'yes', found, reasons, references: [] };
  const marker = byMarker(term, patient);
  if (marker) return marker;
  const excluded = isExcluded(term, patient);
  return { verdict: excluded.length > 0 ? 'no' : 'unknown', found: [], reasons: [], references: excluded };
}

/** Wild type is a claim: it needs a report that looked and found nothing, and nothing found elsewhere. */
function wildType(gene: string, patient: OncologyPatient): Answer {
  // Labels leave out mutations and rearrangements: more or fewer copies of the gene are neither.
  const altered = (patient.byGene.get(gene) ?? []).filter(
    ({ standing, implied, alteration }) => standing.usable && standing.matters && !implied && isMutatedOrRearranged(alteration),
  );
  if (altered.length > 0) return { verdict: 'no', found: altered, reasons: [said(`${gene} is altered`)], references: [] };
  const references = patient.negative.get(gene) ?? [];
  const verdict = references.length > 0 ? 'yes' : 'unknown';
  return { verdict, found: [], reasons: verdict === 'yes' ? [{ kind: 'gene-clear', gene }] : [], references };
}

/** Reports that rule the term out: the gene is clear, or this very change was looked for and not found. */
function isExcluded(term: Exclude<Term, { kind: 'marker' }>, patient: OncologyPatient): readonly string[] {
  if (term.kind === 'fusion') {
    const genes = [term.five, term.three].filter((gene) => gene !== null);
    return genes.flatMap((gene) => patient.negative.get(gene) ?? []);
  }
  if (term.kind === 'arm-deletion')
    return patient.absent
      .filter(({ classes }) => classes.some((one) => one.kind === 'arm-deletion' && one.arm === term.arm))
      .map(({ fact }) => fact.source.reference);
  const clear = asksSequence(term) ? sequencedClear(term.gene, patient) : [];
  const looked = patient.absent
    .filter(
      (alteration) =>
        alteration.genes.includes(term.gene) &&
        ((asksSequence(term) && alteration.fact.changeType === SEQUENCE_CHANGE) ||
          exactly(term, alteration) ||
          withinRegion(term, alteration, patient) ||
          withinCodons(term, alteration)),
    )
    .map(({ fact }) => fact.source.reference);
  return [...clear, ...looked];
}

/** Reports that found the gene clear by more than a test for its fusions. */
export function sequencedClear(gene: string, { sequenced }: OncologyPatient): readonly string[] {
  return sequenced.get(gene) ?? [];
}

function exactly(term: Term, alteration: Alteration): boolean {
  if (term.kind === 'protein')
    return term.changes.every((change) => alteration.changes.some((other) => proteinName(other) === proteinName(change)));
  if (term.kind === 'copy') return alteration.copy === term.change;
  return alteration.classes.some((other) => JSON.stringify(other) === JSON.stringify(term));
}

/** "FLT3-TKD: negative" looked at codons 835 and 836: a stretch of the protein found clear rules out each of its codons. */
function withinRegion(term: Term, alteration: Alteration, { genes }: OncologyPatient): boolean {
  if (term.kind !== 'codons' || term.except) return false;
  return alteration.classes.some((other) => {
    if (other.kind !== 'region' || other.except !== null || other.gene !== term.gene) return false;
    const stretch = genes.get(other.gene)?.regions[other.region];
    return stretch !== undefined && term.codons.every((codon) => codon >= stretch[0] && codon <= stretch[1]);
  });
}

/** "KRAS codon 12/13: not detected" rules out G12C; of the other codons it says nothing. */
function withinCodons(term: Term, { classes }: Alteration): boolean {
  const asked =
    term.kind === 'protein'
      ? term.changes.flatMap((change) => ('start' in change && 'end' in change ? [change.start, change.end] : [NaN]))
      : term.kind === 'codons' && !term.except
        ? term.codons
        : [];
  return (
    asked.length > 0 &&
    classes.some((other) => other.kind === 'codons' && !other.except && asked.every((codon) => other.codons.includes(codon)))
  );
}

/** Stainings and in-situ tests that say what an expression or amplification term asks. */
function byMarker(term: Term, patient: OncologyPatient): Answer | null {
  if (term.kind !== 'expression' && term.kind !== 'copy') return null;
  const asked = entryOf(STAINED, `${term.gene} ${term.kind === 'expression' ? term.level : term.change}`);
  if (!asked) return null;
  for (const [marker, status, method, min] of asked) {
    const { verdict, reason, references } = patient.markers.answer({ kind: 'marker', marker, status, method, min });
    if (verdict === 'yes') return { verdict, found: [], reasons: [reason], references };
  }
  return null;
}
const STAINED: Readonly<Record<string, readonly (readonly [marker: string, status: string, method: string | null, min: number | null])[]>> =
  {
    'ERBB2 over': [['HER2', 'positive', 'IHC', 3]],
    'ERBB2 amplification': [['HER2 ISH', 'positive', null, null]],
    'CD274 present': [
      ['PD-L1', 'at-least', 'TPS', 1],
      ['PD-L1', 'at-least', 'CPS', 1],
    ],
    'ESR1 over': [],
    'PGR present': [['PR', 'positive', null, null]],
  };

function fusionCandidates(term: Extract<Term, { kind: 'fusion' }>, patient: OncologyPatient): readonly Found[] {
  return patient.byGene.get(term.three ?? term.five ?? '') ?? [];
}
