/**
 * Orders that rest on a finding which another result did not confirm. It is asked what the order would be told without the finding: only where that
 * is another answer does somebody have to look at both reports first.
 */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import type { BothWays } from '../../report/types.ts';
import { labelOf } from '../alteration/class.ts';
import { everTaken } from './ordered-drugs.ts';
import type { OncologyPatient } from '../patient.ts';
import { onceEach, said, type JudgedOrder } from '../reason/index.ts';

/** The facts without what is not settled; null where everything is. */
export function withoutUnsettled(facts: PatientFacts, bothWays: ReadonlyMap<string, BothWays>): PatientFacts | null {
  const open = (id: string): boolean => bothWays.get(id)?.unsettled === true;
  return facts.variants.some(({ id }) => open(id)) ? { ...facts, variants: facts.variants.filter(({ id }) => !open(id)) } : null;
}

/**
 * A drug that is taken for a blood cancer already stays as it is: its target is expected to become undetectable.
 * @param without what the orders are told without the unsettled findings, and the drugs approved then
 */
export function openedByBothWays(
  orders: readonly JudgedOrder[],
  without: { readonly orders: readonly JudgedOrder[]; readonly approved: readonly (readonly string[])[] },
  bothWays: ReadonlyMap<string, BothWays>,
  { facts, patient, solid }: { readonly facts: PatientFacts; readonly patient: OncologyPatient; readonly solid: boolean },
): JudgedOrder[] {
  const standing = new Set(without.approved.map(keyOf));
  const taken = everTaken({ ...facts, medications: facts.medications.filter(({ role }) => role !== 'draft') });
  return orders.map((fit) => {
    const open = patient.found.filter(
      ({ alteration: { fact } }) => fit.variants.includes(fact.id) && bothWays.get(fact.id)?.unsettled === true,
    );
    const other = without.orders.find(({ order, drug }) => order === fit.order && drug.name === fit.drug.name);
    if (open.length === 0 || !RESTING.has(fit.verdict) || other?.verdict === fit.verdict) return fit;
    if (fit.verdict === 'fits' && !solid && taken.has(fit.drug.name)) return fit;
    const told = onceEach(
      open.map(({ alteration }) => ({
        kind: 'both-ways',
        finding: `${alteration.genes[0] ?? ''} ${labelOf(alteration)}`,
        said: bothWays.get(alteration.fact.id)?.text ?? '',
      })),
    );
    const evidence = [
      ...new Map(
        [...fit.evidence, ...open.flatMap(({ alteration }) => bothWays.get(alteration.fact.id)?.evidence ?? [])].map((one) => [
          one.reference,
          one,
        ]),
      ).values(),
    ];
    const alternatives = fit.alternatives.filter(({ therapy }) => standing.has(keyOf(therapy.map(({ name }) => name))));
    return fit.verdict === 'fits'
      ? {
          ...fit,
          verdict: 'biomarker-open',
          ruleId: `oncology:${fit.drug.name}:biomarker-open`,
          because: [...told, said('The results disagree: look at both reports')],
          tests: [...new Set(open.map(({ alteration }) => alteration.genes[0] ?? ''))],
          testOrders: [],
          variants: open.map(({ alteration }) => alteration.fact.id),
          alternatives,
          evidence,
        }
      : { ...fit, because: [...fit.because, ...told], alternatives, evidence };
  });
}
/** Verdicts that a finding was needed for. */
const RESTING: ReadonlySet<JudgedOrder['verdict']> = new Set(['fits', 'contradicted', 'better-option']);

function keyOf(names: readonly string[]): string {
  return names
    .map((name) => name.toLowerCase())
    .sort()
    .join('+');
}
