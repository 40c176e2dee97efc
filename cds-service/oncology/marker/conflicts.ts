/** Tumour markers that the chart reports both ways: nobody chooses between them, so the reader is told. */
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import type { DataWarning } from '../../report/types.ts';

/** One side of a marker and the other. MSI-low counts as stable, as the labels that name microsatellite instability have it. */
const SIDES: Readonly<Record<string, readonly [ReadonlySet<string>, ReadonlySet<string>]>> = {
  MSI: [new Set(['high', 'unstable']), new Set(['stable', 'low'])],
  MMR: [new Set(['deficient']), new Set(['proficient'])],
  HRD: [new Set(['positive', 'deficient', 'high']), new Set(['negative', 'proficient', 'low'])],
  HER2: [new Set(['positive']), new Set(['negative'])],
  ER: [new Set(['positive']), new Set(['negative'])],
  PR: [new Set(['positive']), new Set(['negative'])],
};
/** One protein lost and its partner kept is one result, not two that disagree. */
const ONE_PROTEIN = /^IHC (?:MLH1|MSH2|MSH6|PMS2)$/;

export function markerConflicts(facts: readonly BiomarkerFact[]): DataWarning[] {
  return Object.entries(SIDES).flatMap(([kind, sides]) => {
    const own = facts.filter((fact) => fact.kind === kind && !ONE_PROTEIN.test(fact.method ?? ''));
    const [one, other] = sides.map((side) => own.filter(({ status }) => status !== undefined && side.has(status)).toSorted(newestFirst)[0]);
    if (one === undefined || other === undefined) return [];
    const [first, second] = [one, other].toSorted(newestFirst);
    return [
      {
        code: 'conflict',
        message: `${kind} is reported as ${said(first)} and as ${said(second)}: the results disagree, and neither is chosen here.`,
        reference: (first ?? one).source.reference,
      },
    ];
  });
}

const dayOf = ({ source }: BiomarkerFact): string => source.issued?.slice(0, 10) ?? '';
const newestFirst = (a: BiomarkerFact, b: BiomarkerFact): number => dayOf(b).localeCompare(dayOf(a));

function said(fact: BiomarkerFact | undefined): string {
  if (fact === undefined) return '';
  const when = [fact.method ?? '', dayOf(fact)].filter((part) => part !== '').join(', ');
  return `${fact.status ?? ''}${when === '' ? '' : ` (${when})`}`;
}
