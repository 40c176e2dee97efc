/** Every gene, form and saying before the drug that it concerns. */
import type { CompareCase, Meaning, Subject } from '../case.ts';
import { drugOrder, type Resource } from '../../third-party/shapes.ts';
import { CARRIERS } from './carriers.ts';
import { codedOf } from './coded.ts';
import { sayingsOf } from './sayings.ts';
import { GERMLINE, type GermlineSubject } from './subjects.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Lines are "gene CYP2C19: *2/*2 | Poor Metabolizer | - | called". */
const judged = ({ gene, allele, positive, negative }: GermlineSubject): Subject => ({
  family: 'germline',
  gene,
  role: 'against',
  found: allele === undefined ? `\\| ${escaped(positive.term)} \\|` : `${escaped(allele)} positive`,
  notFound: allele === undefined ? `\\| ${escaped(negative.term)} \\|` : `${escaped(allele)} negative`,
});

const oneCase = (subject: GermlineSubject, form: string, name: string, meaning: Meaning, chart: readonly Resource[], plain = false): CompareCase => ({
  id: `germline/${subject.gene} ${subject.drug}/${form}/${meaning}: ${name}`,
  subject: judged(subject),
  meaning,
  plain,
  chart: JSON.parse(JSON.stringify(chart)) as readonly Resource[],
  order: drugOrder(subject.drug),
}); // prettier-ignore

export const germlineCases = (): readonly CompareCase[] =>
  GERMLINE.flatMap((subject) => [
    ...CARRIERS.flatMap(({ name, plain = false, make }) =>
      sayingsOf(subject).flatMap((saying) => {
        const chart = make(subject, saying);
        return chart.length === 0 ? [] : [oneCase(subject, name, saying.name, saying.meaning, chart, plain && saying.plain === true)];
      }),
    ),
    ...codedOf(subject).map(({ name, meaning, chart }) => oneCase(subject, 'coded', name, meaning, chart)),
  ]);
