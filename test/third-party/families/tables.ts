/** Tumour results as the rows and columns of tables: several rows in one component list, columns below the test of a gene, columns of an assessment. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { change, COLON, gene, has, LUNG, result, tumour, type Resource, type Value } from '../shapes.ts';

type Shape = (symbol: 'EGFR' | 'KRAS', changed: string, answer: string) => readonly Resource[];
const columns = (...cells: readonly (readonly [column: string, value: Value])[]): Resource => ({
  component: cells.map(([column, value]) => has(column, value)),
});

const SHAPES: Readonly<Record<string, Shape>> = {
  'two rows, the other gene found': (of, changed, answer) => [
    result('NGS panel', null, columns(['Gene', 'TP53'], ['Variant', 'R175H'], ['Result', 'Detected'], ['Gene', of], ['Variant', changed], ['Result', answer])),
  ],
  'two rows, the other gene not found': (of, changed, answer) => [
    result('NGS panel', null, columns(['Gene', of], ['Variant', changed], ['Result', answer], ['Gene', 'TP53'], ['Variant', 'R175H'], ['Result', 'Not detected'])),
  ],
  'numbered columns': (of, changed, answer) => [
    result('NGS panel', null, columns(['Gene 1', 'TP53'], ['Variant 1', 'R175H'], ['Result 1', 'Detected'], ['Gene 2', of], ['Variant 2', changed], ['Result 2', answer])),
  ],
  'a component named by the change below the gene’s test': (of, changed, answer) => [result(`${of} mutation analysis`, null, columns([changed, answer]))],
  'the same below the bare gene': (of, changed, answer) => [result(of, null, columns([`${changed} mutation`, answer]))],
  'variant and result below the gene’s test': (of, changed, answer) => [
    result(`${of} mutation analysis`, null, columns(['Variant', changed], ['Result', answer])),
  ],
  'mutation tested and result below the gene’s test': (of, changed, answer) => [
    result(`${of} mutation analysis`, null, columns(['Mutation tested', changed], ['Result', answer])),
  ],
  'gene and variant in words, answered by the assessment 69548-6': (of, changed, answer) => [
    result('69548-6', answer, columns(['Gene', of], ['Variant', changed])),
  ],
  'the gene by its code, the change in words, answered by 69548-6': (of, changed, answer) => [
    result('69548-6', answer, { component: [gene(of), has('Variant', changed)] }),
  ],
  'gene and change by their codes under a name in words': (of, changed, answer) => [
    result('Molecular result', answer, { component: [gene(of), change(`p.${changed}`)] }),
  ],
}; // prettier-ignore

const ANSWERS: readonly (readonly [answer: string, lung: Outcome, colon: Outcome])[] = [
  ['Detected', 'fits', 'against: KRAS G12D'],
  ['Positive', 'fits', 'against: KRAS G12D'],
  ['Not detected', 'absent/open: !No EGFR', 'untested/open: !No KRAS'],
  ['Wild type', 'absent/open: !No EGFR', 'untested/open: !No KRAS'],
  ['Not assessable', 'open: EGFR', 'open: KRAS'],
  ['Indeterminate', 'open: EGFR', 'open: KRAS'],
];

const casesOf = (shapes: Readonly<Record<string, Shape>>): readonly ThirdPartyCase[] =>
  Object.entries(shapes).flatMap(([name, shape]) =>
    ANSWERS.flatMap(([answer, lung, colon]): ThirdPartyCase[] => [
      { name: `${name}: EGFR L858R ${answer}`, chart: [tumour(LUNG), ...shape('EGFR', 'L858R', answer)], orders: { osimertinib: lung } },
      { name: `${name}: KRAS G12D ${answer}`, chart: [tumour(COLON), ...shape('KRAS', 'G12D', answer)], orders: { cetuximab: colon } },
    ]),
  );

export const tables: Family = { source: 'Genomics modules, flow sheets and laboratory tables: rows in components', cases: casesOf(SHAPES) };
