/** How loud an advice is, and whether there is a card for it at all: one rule for the card and for the panel. */
import { ACTIVATED } from '../pgx/index.ts';
import type { DrugAdvice } from './types.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export type Indicator = 'critical' | 'warning' | 'info';

/** Genes whose finding makes the drug dangerous at any dose. */
const ANY_DOSE_GENES = new Set(['HLA-A', 'HLA-B', 'DPYD', 'G6PD', 'RYR1', 'CACNA1S', 'MT-RNR1']);

/**
 * Drugs that their own label contraindicates with the result that the advice to avoid them rests on: thioridazine in CYP2D6 poor metabolizers, siponimod
 * with CYP2C9*3/*3, deuruxolitinib in CYP2C9 poor metabolizers (FDA labels, see `labels.json`), methylene blue in G6PD deficiency (US label of
 * ProvayBlue, section 4, read 2026-11-22).
 */
const CONTRAINDICATED: Readonly<Record<string, string>> = {
  thioridazine: 'CYP2D6',
  siponimod: 'CYP2C9',
  deuruxolitinib: 'CYP2C9',
  'methylene blue': 'G6PD',
};

/**
 * Without TPMT or NUDT15 the usual dose of a thiopurine suppresses the marrow of every patient, not of some: CPIC has a tenth of it or another drug, strong
 * (2025 update, PMID 41618934), because all who lack TPMT become severely myelosuppressed at conventional doses (CPIC 2011, PMID 21270794, read
 * 2026-11-23). That is as near to "do not give it so" as poor metabolizers of DPYD are, for whom the same guideline body leaves less than a quarter.
 */
const USUAL_DOSE_GENES: ReadonlySet<string> = new Set(['TPMT', 'NUDT15']);
/** The most that is left of the usual dose, in per cent, where the dose itself says that the usual one is poison. */
const HARDLY_ANY_LEFT = 10;

/** Whether a result of the gene may make the first dose of a drug dangerous. */
export const isDangerousGene = (gene: string): boolean => ANY_DOSE_GENES.has(gene) || gene.startsWith('HLA-');

/**
 * Null = silence: usual dosing, an order that already follows the advice, or advice of optional strength only. Optional advice is said when
 * one of its results alone is a firmer reason (then as loud as that), and when it is to avoid the drug (then as a note).
 * `critical` is kept for strong advice to avoid a drug that is contraindicated or toxic at any dose, and for a usual dose that is toxic in every patient
 * with the result; `warning` for strong or moderate changes of drug or dose, and for those that two bodies ask for; `info` for the rest and for what could not be read.
 */
export function indicatorOf(advice: DrugAdvice): Indicator | null {
  return ownIndicator(advice) ?? (isDoubted(advice) ? 'info' : null);
}

/** The advice alone would be silent, and something on file may make it another one. */
export function speaksByDoubt(advice: DrugAdvice): boolean {
  return ownIndicator(advice) === null && isDoubted(advice);
}

const isDoubted = ({ doubts }: DrugAdvice): boolean => doubts !== undefined && doubts.length > 0;

function ownIndicator(advice: DrugAdvice): Indicator | null {
  const { action, strength, coverage, orderComplies, strengthAlone } = advice;
  if (advice.barred === true && (action === 'standard' || action === 'no-recommendation' || action === 'test-first')) return 'critical';
  // Only what would bar a higher dose is worth a word now: a lower one is what was ordered.
  if (advice.quiet === 'low-dose') return action === 'avoid' || advice.cautions !== undefined ? 'info' : null;
  // What is not worth a word at the first order is none at a renewal.
  if (advice.quiet === 'tolerated' && advice.cautions === undefined) {
    const { quiet: _tolerated, ...begun } = advice;
    return ownIndicator(begun) === null ? null : 'info';
  }
  if (advice.quiet !== undefined && advice.cautions === undefined) return null;
  if (coverage === 'conflict') return conflictIndicator(advice);
  if (coverage === 'unreadable') return action === 'avoid' ? 'warning' : 'info';
  // The genes ask for nothing, but saying nothing would pass over what the label forbids and the chart shows.
  if (advice.cautions !== undefined && (action === 'standard' || action === 'no-recommendation')) return 'info';
  if (orderComplies === true) return null;
  if (strength === 'optional' && strengthAlone === undefined) return action === 'avoid' ? 'info' : null;
  switch (action) {
    case 'avoid':
      if (forbiddenByLabel(advice)) return 'critical';
      return strength === 'strong' && toxicAtAnyDose(advice) ? 'critical' : 'warning';
    case 'alternative':
      if (poisonousAsUsual(advice)) return 'critical';
      return isUngraded(advice) || advice.keepsFallback === true ? 'info' : 'warning';
    case 'decrease-dose':
    case 'increase-dose':
      if (poisonousAsUsual(advice)) return 'critical';
      // "Usual start, slower titration": nothing about this order has to change, so it is a note.
      return isUngraded(advice) ||
        advice.alsoAcceptable?.includes('standard') === true ||
        advice.dose?.afterLoad === true ||
        advice.dose?.oneDose === true ||
        advice.dose?.atStart === true ||
        // A least amount to start with is hardly more than the usual start.
        advice.dose?.bound?.kind === 'least-start'
        ? 'info'
        : 'warning';
    case 'test-first':
      // "Measure first, else avoid": until it is measured the drug is as good as barred.
      return advice.alsoAcceptable?.includes('avoid') === true ? 'warning' : 'info';
    case 'monitor':
      // The Dutch guideline grades nothing, and where it leads it is all there is.
      return 'info';
    case 'standard':
    case 'no-recommendation':
      return null;
  }
}

/** The Dutch guideline and the FDA's table grade nothing: one of them alone is a note, both asking for the same act are as firm as a grade. */
const isUngraded = ({ strength, alsoAskedBy = [] }: DrugAdvice): boolean => strength === 'none' && alsoAskedBy.length === 0;

/** Results that disagree and lead to the same act: usual dosing needs no word at the order, a change is as firm as the weaker of them. */
function conflictIndicator(advice: DrugAdvice): Indicator | null {
  const { action, strength, genes, alsoAcceptable, drug, readings = [] } = advice;
  if (action === 'standard') return null;
  // Another gene, which nobody disputes, forbids the drug.
  if (action === 'avoid') return strength === 'strong' && undisputedRisk(advice) !== undefined ? 'critical' : 'warning';
  if (advice.strengthAlone !== undefined) return 'warning';
  // One of the readings forbids a drug that is dangerous at any dose.
  if (alsoAcceptable?.includes('avoid') === true && genes.some(({ gene }) => ANY_DOSE_GENES.has(gene))) return 'warning';
  // A drug that becomes too strong in one of them: breathing may fail at the usual dose.
  if (alsoAcceptable?.includes('avoid') === true && ACTIVATED.has(drug.name) && readings.some(({ phenotype }) => isUltrarapid(phenotype)))
    return 'warning';
  if (poisonousInOne(advice)) return 'warning';
  const changes = action === 'alternative' || action === 'decrease-dose' || action === 'increase-dose';
  return changes && (strength === 'strong' || strength === 'moderate') ? 'warning' : 'info';
}

/** One of the results that disagree makes the usual dose toxic: without DPD a lower one than usual, without TPMT or NUDT15 hardly any. */
function poisonousInOne({ genes, readings = [] }: DrugAdvice): boolean {
  const disputed = genes.filter(({ phenotype }) => phenotype === null).map(({ gene }) => gene);
  return readings.some(
    ({ phenotype, action }) =>
      action !== 'standard' &&
      action !== 'no-recommendation' &&
      (disputed.includes('DPYD') || (phenotype === 'Poor Metabolizer' && disputed.some((gene) => USUAL_DOSE_GENES.has(gene)))),
  );
}

const RISK = /positive|poor|deficient|susceptib|increased risk/i;

/** Beside results that disagree: the gene of one that does not, for which the drug is dangerous at any dose. */
export const undisputedRisk = ({ genes, coverage }: DrugAdvice): DrugAdvice['genes'][number] | undefined =>
  coverage === 'conflict'
    ? genes.find(({ gene, phenotype }) => phenotype !== null && ANY_DOSE_GENES.has(gene) && RISK.test(phenotype))
    : undefined;

/**
 * The label's own row is what the advice rests on: that of siponimod is for one genotype, and not for every poor metabolizer. CPIC leads for methylene
 * blue. What another drug makes of the enzyme for a while does not count, but for thioridazine, whose label names inhibitors of CYP2D6 as well.
 */
export const forbiddenByLabel = ({ drug, genes, action, body, phenoconversion, coverage }: DrugAdvice): boolean =>
  action === 'avoid' &&
  coverage === undefined &&
  (phenoconversion === undefined || drug.name === 'thioridazine') &&
  (body === 'FDA' || drug.name === 'methylene blue') &&
  genes.some(({ gene, phenotype }) => phenotype !== null && entryOf(CONTRAINDICATED, drug.name) === gene);

/** Strong advice for another drug or for next to nothing of the usual dose, where the usual one suppresses the marrow; an order that may be lowered already warns. */
function poisonousAsUsual({ action, strength, dose = { text: '' }, genes, keepsFallback }: DrugAdvice): boolean {
  const poor = genes.some(({ gene, phenotype }) => phenotype === 'Poor Metabolizer' && USUAL_DOSE_GENES.has(gene));
  if (!poor || strength !== 'strong' || keepsFallback === true || dose.perhapsReduced === true || dose.oneDose === true) return false;
  return action === 'alternative' || (action === 'decrease-dose' && (dose.percent?.[1] ?? Infinity) <= HARDLY_ANY_LEFT);
}

function toxicAtAnyDose({ drug, genes }: DrugAdvice): boolean {
  return genes.some(
    ({ gene, phenotype }) =>
      phenotype !== null && (ANY_DOSE_GENES.has(gene) || (ACTIVATED.has(drug.name) && gene === 'CYP2D6' && isUltrarapid(phenotype))),
  );
}

const isUltrarapid = (phenotype: string | null): boolean => phenotype === 'Ultrarapid Metabolizer';

const RANK = { critical: 3, warning: 2, info: 1 } as const;

export function louder(a: Indicator, b: Indicator): number {
  return RANK[b] - RANK[a];
}
