/** Tumour markers that the chart reports both ways: nobody chooses between them, so the reader is told. */
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';
import type { DataWarning } from '../../report/types.ts';
import { notFoundOutside } from './not-tissue.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

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

export function markerConflicts(all: readonly BiomarkerFact[]): DataWarning[] {
  // What circulating DNA does not show contradicts nothing.
  const facts = all.filter((fact) => notFoundOutside(fact) === null);
  return [
    ...acrossTests(facts),
    ...Object.entries(SIDES).flatMap(([kind, sides]) => {
      const own = facts.filter((fact) => fact.kind === kind && !ONE_PROTEIN.test(fact.method ?? ''));
      const [one, other] = sides.map(
        (side) => own.filter(({ status }) => status !== undefined && side.has(status)).toSorted(newestFirst)[0],
      );
      if (one === undefined || other === undefined) return [];
      const [first, second] = [one, other].toSorted(newestFirst);
      return [
        {
          code: 'conflict',
          message: `${kind} is reported as ${said(first)} and as ${said(second)}: the results disagree, ${strongStain(one) ? 'the stain of 3+ counts here (ASCO/CAP 2018)' : 'and neither is chosen here'}.`,
          reference: (first ?? one).source.reference,
        },
      ];
    }),
  ];
}

/** Staining of 3+ is positive without an in-situ test. */
const strongStain = ({ kind, value }: BiomarkerFact): boolean => kind === 'HER2' && /^3\+$/.test(String(value).trim());

/** Microsatellites and the proteins that keep them say the same of one tumour. */
function acrossTests(facts: readonly BiomarkerFact[]): DataWarning[] {
  const newest = (kind: string, side: 0 | 1) =>
    facts
      .filter(
        (fact) =>
          fact.kind === kind &&
          fact.status !== undefined &&
          entryOf(SIDES, kind)?.[side].has(fact.status) === true &&
          !ONE_PROTEIN.test(fact.method ?? ''),
      )
      .toSorted(newestFirst)[0];
  const pairs = [
    [newest('MSI', 0), newest('MMR', 1)],
    [newest('MSI', 1), newest('MMR', 0)],
  ] as const;
  return pairs.flatMap(([msi, mmr]) =>
    msi === undefined || mmr === undefined
      ? []
      : [
          {
            code: 'conflict',
            message: `MSI is reported as ${said(msi)} and mismatch repair as ${said(mmr)}: the two tests disagree, look at both reports.`,
            reference: msi.source.reference,
          },
        ],
  );
}

const dayOf = ({ source }: BiomarkerFact): string => source.issued?.slice(0, 10) ?? '';
const newestFirst = (a: BiomarkerFact, b: BiomarkerFact): number => dayOf(b).localeCompare(dayOf(a));

function said(fact: BiomarkerFact | undefined): string {
  if (fact === undefined) return '';
  const when = [fact.method ?? '', dayOf(fact)].filter((part) => part !== '').join(', ');
  return `${fact.status ?? ''}${when === '' ? '' : ` (${when})`}`;
}
