/** Tumour results as the rows and columns of tables: several rows in one component list, columns below the test of a gene, columns of an assessment. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { change, coded, COLON, found, gene, has, loinc, LUNG, reported, result, tumour, words, type Code, type Resource, type Value } from '../shapes.ts'; // prettier-ignore

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

type Cell = readonly [column: Code, value: Value];
const rows = (name: Code, ...cells: readonly Cell[]): readonly Resource[] =>
  reported(
    name,
    cells.map(([column, value]) => result(column, value)),
  );
const panel = (name: Code, ...cells: readonly Cell[]): readonly Resource[] => {
  const numbered = cells.map(([column, value], at) => ({ ...result(column, value), id: `m${at}` }));
  return [result(name, null, { hasMember: numbered.map(({ id }) => ({ reference: `Observation/${id}` })) }), ...numbered];
};

const ROWS: Readonly<Record<string, Shape>> = {
  'gene, variant and result as rows of a report': (of, changed, answer) => rows('NGS panel', ['Gene', of], ['Variant', changed], ['Result', answer]),
  'as members of a panel': (of, changed, answer) => panel('NGS panel', ['Gene Symbol', of], ['Protein Change', `p.${changed}`], ['Result', answer]),
  'of two genes': (of, changed, answer) =>
    rows('NGS panel', ['Gene', 'TP53'], ['Variant', 'R175H'], ['Result', 'Detected'], ['Gene', of], ['Variant', changed], ['Result', answer]),
  'below the test of the gene': (of, changed, answer) => rows(`${of} mutation analysis`, ['Variant', changed], ['Result', answer]),
  'a row named by the change behind the gene’s': (of, changed, answer) => rows('Genomics', ['Gene', of], [changed, answer]),
  'by LOINC codes, as HL7 v2 has them': (of, changed, answer) =>
    rows('81247-9', [loinc('48018-6', 'Gene studied [ID]'), words(of)], [loinc('48005-3', 'Amino acid change'), words(`p.${changed}`)], [loinc('69548-6', 'Genetic variant assessment'), answer]),
  'by LOINC codes, the assessment first': (of, changed, answer) =>
    rows('81247-9', ['69548-6', answer], ['48018-6', words(of)], ['48005-3', words(`p.${changed}`)]),
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

const twoGenes = (...cells: readonly Cell[]): readonly Resource[] => [tumour(LUNG), ...rows('NGS panel', ...cells)];
/** What does not go up is told, and never put together by guess. */
const UNSURE: readonly ThirdPartyCase[] = [
  {
    name: 'all genes, then all variants, then all results',
    chart: twoGenes(['Gene', 'EGFR'], ['Gene', 'KRAS'], ['Variant', 'L858R'], ['Variant', 'G12C'], ['Result', 'Detected'], ['Result', 'Not detected']),
    orders: { osimertinib: 'open: EGFR', sotorasib: 'open: KRAS' },
  },
  {
    name: 'another order in the second row',
    chart: twoGenes(['Gene', 'EGFR'], ['Variant', 'G12C'], ['Result', 'Not detected'], ['Gene', 'KRAS'], ['Result', 'Detected'], ['Variant', 'G12C']),
    orders: { osimertinib: 'open: EGFR', sotorasib: 'open: KRAS' },
  },
  {
    name: 'one answer behind two rows',
    chart: twoGenes(['Gene', 'EGFR'], ['Variant', 'L858R'], ['Gene', 'KRAS'], ['Variant', 'G12C'], ['Result', 'Not detected']),
    orders: { osimertinib: 'open: EGFR', sotorasib: 'open: KRAS' },
  },
  {
    name: 'genes and variants that nothing says to be found',
    chart: [tumour(LUNG), ...rows('Targets of the assay', ['Gene', 'EGFR'], ['Variant', 'L858R'])],
    orders: { osimertinib: 'open: EGFR' },
  },
  {
    name: 'a column that says "Absent: yes"',
    chart: twoGenes(['Gene', 'EGFR'], ['Variant', 'L858R'], ['Absent', 'Yes']),
    orders: { osimertinib: 'open: L858R' },
  },
  {
    name: 'two columns that contradict each other',
    chart: twoGenes(['Gene', 'EGFR'], ['Variant', 'L858R'], ['Result', 'Detected'], ['Detected', 'No']),
    orders: { osimertinib: 'open: EGFR' },
  },
  {
    name: 'the gene’s row alone',
    chart: twoGenes(['Gene', 'EGFR']),
    orders: { osimertinib: 'open: EGFR' },
  },
  {
    name: 'a donor’s',
    chart: [tumour(LUNG), ...rows('Donor chimerism', ['Gene', 'EGFR'], ['Variant', 'L858R'], ['Result', 'Positive'])],
    orders: { osimertinib: 'open: EGFR' },
  },
  {
    name: 'a pharmacogene in the next row',
    chart: twoGenes(['Gene', 'EGFR'], ['Variant', 'L858R'], ['Result', 'Detected'], ['Gene', 'DPYD'], ['Variant', 'c.1905+1G>A'], ['Result', 'Not detected']),
    orders: { osimertinib: 'fits', capecitabine: 'open/untested/silent/info' },
  },
]; // prettier-ignore
export const tableRows: Family = {
  source: 'The same tables through HL7 v2 interfaces: cells that are Observations',
  cases: [...casesOf(ROWS), ...UNSURE],
};

const TEXTS: readonly (readonly [said: string, egfr: Outcome])[] = [
  ['EGFR L858R', 'fits'],
  ['EGFR p.Leu858Arg (c.2573T>G), VAF 24%', 'fits'],
  ['EGFR L858R, TP53 R273H', 'fits'],
  ['1) EGFR exon 19 deletion\n2) TP53 R273H', 'fits'],
  ['EGFR: L858R; KRAS: wild type; ALK: negative', 'fits'],
  ['EGFR L858R detected; KRAS G12C not detected', 'fits'],
  ['Gene: EGFR; Variant: L858R; Result: Detected', 'fits'],
  ['Gene|Variant|Result\nEGFR|L858R|Detected\nKRAS|G12C|Not detected', 'fits'],
  ['KRAS G12C, VAF 12%; EGFR wild type', 'absent/open: !No EGFR'],
  ['Gene: EGFR; Variant: L858R; Result: Not detected', 'open: EGFR'],
  ['Gene|Variant|VAF\nEGFR|L858R|0%', 'open: EGFR'],
  ['Gene: EGFR; Variant tested: L858R', 'open: EGFR'],
  ['EGFR L858R, TP53 R273H not detected', 'open: EGFR'],
  ['Negative: EGFR L858R; KRAS G12C', 'open: EGFR'],
  ['EGFR L858R\nKRAS G12C\nall negative', 'open: EGFR'],
  ['EGFR L858R, KRAS G12C, BRAF V600E were tested', 'open: EGFR'],
  ['Tested for EGFR L858R, KRAS G12C', 'open: EGFR'],
  ['EGFR p.A289V (VUS)', 'open/absent: EGFR'],
  ...[
    'likely',
    'possible',
    '(reference)',
    'n.d.',
    ': -',
    ', VAF 0%',
    'was detected in the mother',
    'detected in donor',
    'assay',
    '?',
    '(historical)',
  ].map((word): readonly [string, Outcome] => [`EGFR L858R ${word}`, 'open: EGFR']),
];
/** The same doubts beside the change alone, under the test of its gene. */
const DOUBTS = ['L858R likely', 'L858R (reference)', 'L858R: n.d.', 'L858R: -', 'L858R, VAF 0%', 'L858R; VAF 0%', 'L858R was detected in the mother', 'L858R assay']; // prettier-ignore
const NAMES = ['Somatic mutation', 'Genomic alterations', 'Molecular pathology', 'NGS result', 'Mutations detected'];
export const findingsInText: Family = {
  source: 'Genes and their findings in the value of a test with a general name',
  cases: [
    ...NAMES.flatMap((name) =>
      TEXTS.map(([said, egfr]): ThirdPartyCase => ({
        name: `${name} = ${said}`,
        chart: [tumour(LUNG), result(name, said)],
        orders: { osimertinib: egfr },
      })),
    ),
    ...DOUBTS.map((said): ThirdPartyCase => ({
      name: `EGFR mutation = ${said}`,
      chart: [tumour(LUNG), result('EGFR mutation', said)],
      orders: { osimertinib: 'open: EGFR' },
    })),
  ],
};

const observed = (more: Resource): Resource => ({
  resourceType: 'Observation',
  id: 'raw',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-10-01',
  ...more,
});
const DKTK = 'http://dktk.dkfz.de/fhir/onco/core/CodeSystem/GenetischeVarianteCS';
const egfr = { coding: [{ system: 'http://www.genenames.org', code: 'EGFR' }] };
const lungCase = (name: string, chart: readonly Resource[], osimertinib: Outcome): ThirdPartyCase => ({
  name,
  chart: [tumour(LUNG), ...chart],
  orders: { osimertinib },
});
const c19Case = (name: string, more: Resource, clopidogrel: Outcome): ThirdPartyCase => ({
  name,
  chart: [observed({ code: words('CYP2C19 genotype'), ...more })],
  orders: { clopidogrel },
});
export const outOfForm: Family = {
  source: 'Hand-written and converted resources: elements out of form, columns "Variants detected", the answers of the DKTK core data set',
  cases: [
    lungCase('the code as a list', [observed({ code: [words('EGFR mutation')], valueString: 'L858R' })], 'fits'),
    lungCase('value without its type', [observed({ code: words('EGFR mutation'), value: 'L858R' })], 'fits'),
    lungCase('value without its type, a denial', [observed({ code: words('EGFR L858R'), value: false })], 'open: L858R'),
    lungCase('the text as a list', [observed({ code: words('EGFR mutation'), valueString: ['L858R'] })], 'fits'),
    lungCase('two texts', [observed({ code: words('EGFR mutation'), valueString: ['L858R', 'Not detected'] })], 'open: EGFR'),
    lungCase('the result in comments', [observed({ code: words('EGFR mutation'), comments: 'L858R detected' })], 'fits'),
    c19Case('CYP2C19: value without its type', { value: '*2/*2' }, 'warning: CYP2C19'),
    c19Case('CYP2C19: a list of one', { valueCodeableConcept: [words('*2/*2')] }, 'warning: CYP2C19'),
    c19Case('CYP2C19: two texts', { valueString: ['*1/*1', '*2/*2'] }, 'told: CYP2C19 & !avoid'),
    c19Case('CYP2C19: the result in comments', { comments: '*2/*2' }, 'warning: CYP2C19'),
    lungCase('variants detected beside the gene', [result('NGS', null, columns(['Gene', 'EGFR'], ['Variants detected', 'L858R']))], 'fits'),
    lungCase('variants detected below the gene', [result('EGFR', null, columns(['Variants detected', 'L858R']))], 'fits'),
    lungCase('no variants detected', [result('NGS', null, columns(['Gene', 'EGFR'], ['Variants detected', 'None']))], 'open/absent: EGFR'),
    lungCase('variant detected: no', [result('NGS', null, columns(['Gene', 'EGFR'], ['Variant', 'L858R'], ['Variant detected', false]))], 'open: L858R'),
    {
      name: 'DPYD: variants detected beside the gene',
      chart: [result('PGx', null, columns(['Gene', 'DPYD'], ['Variants detected', 'c.1905+1G>A (heterozygous)']))],
      orders: { capecitabine: 'warning: DPYD' },
    },
    {
      name: 'DPYD: no variants detected',
      chart: [result('PGx', null, columns(['Gene', 'DPYD'], ['Variants detected', 'None']))],
      orders: { capecitabine: 'silent/told: !No DPYD & !50 %' },
    },
    lungCase('DKTK: M', [result('69548-6', coded(DKTK, 'M'), { component: [has('48018-6', egfr), has('48005-3', words('p.L858R'))] })], 'fits'),
    lungCase('DKTK: W', [result('69548-6', coded(DKTK, 'W'), { component: [has('48018-6', egfr)] })], 'absent: EGFR'),
    lungCase('DKTK: U', [result('69548-6', coded(DKTK, 'U'), { component: [has('48018-6', egfr)] })], 'open: EGFR'),
  ],
}; // prettier-ignore

const concluded = (conclusion: string, one: Resource, osimertinib: Outcome): ThirdPartyCase =>
  lungCase(`"${conclusion}"`, reported('Molecular pathology', [one], { conclusion }), osimertinib);
const EGFR_FOUND = found('EGFR', 'p.Leu858Arg');
export const conclusions: Family = {
  source: 'Reports whose conclusion stands beside a finding of their own',
  cases: [
    concluded('No EGFR mutation detected.', EGFR_FOUND, 'open: EGFR'),
    concluded('Negative for EGFR L858R', EGFR_FOUND, 'open: EGFR'),
    concluded('EGFR wild type.', EGFR_FOUND, 'open: EGFR'),
    concluded('EGFR L858R detected; EGFR T790M not detected.', EGFR_FOUND, 'fits'),
    concluded('EGFR L858R detected. No other EGFR mutation was detected.', EGFR_FOUND, 'fits'),
    concluded('EGFR T790M not detected.', EGFR_FOUND, 'fits'),
    concluded('No EGFR exon 20 insertion detected.', EGFR_FOUND, 'fits'),
    concluded('KRAS wild type. EGFR L858R positive.', EGFR_FOUND, 'fits'),
    concluded('No EGFR germline variant.', EGFR_FOUND, 'fits'),
    concluded('EGFR L858R detected.', result('EGFR mutation', 'Not detected'), 'open/absent: EGFR'),
  ],
};
