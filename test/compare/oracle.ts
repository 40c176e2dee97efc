/** The worst kinds of a wrong answer, seen from what the chart says alone: no stored answer is needed. */
import type { Answer } from './answer.ts';
import type { CompareCase, Meaning } from './case.ts';

/** "No BRCA2 result on file, and the BRCA1 result cannot be read": what is missing is BRCA2. */
const MISSING = /^No (.*?) ?results? on file(?: for (.*))?/;

/** What of an answer bears on the subject. */
function seen({ subject }: CompareCase, { cards, report, told }: Answer) {
  const found = new RegExp(subject.found);
  const notFound = new RegExp(subject.notFound);
  const verdict = report.find((line) => line.startsWith('order '))?.split(': ')[1];
  const germline = subject.family === 'germline';
  const names = [subject.gene, ...(subject.alias ?? [])];
  const loud = cards.filter(({ indicator, family }) => indicator !== 'info' && (family === 'pgx') === germline);
  return {
    found: report.some((line) => line.startsWith(germline ? `gene ${subject.gene}:` : '') && found.test(line)),
    notFound: report.some((line) => line.startsWith(germline ? `gene ${subject.gene}:` : '') && notFound.test(line)),
    verdict,
    loud,
    unsaid: cards.length === 0 && told.length === 0 && !report.some((line) => /^(?:gene|variant|marker)/.test(line)),
    missing: cards.some(({ summary }) => names.some((name) => (MISSING.exec(summary) ?? []).slice(1).some((said) => said?.includes(name)))),
    spoken: cards.some(({ summary, family }) => (family === 'pgx') === germline && !MISSING.test(summary)),
  };
}

/** The answer in one line, for a reader. */
export const shown = ({ cards, report }: Answer): string =>
  [...report.filter((line) => !line.startsWith('tumour')), ...cards.map(({ indicator, summary }) => `[${indicator}] ${summary}`)].join(
    ' ; ',
  ) || 'nothing';

/** Everything in which the answer is wrong by the meaning of the chart; empty when nothing is. */
export function violations(one: CompareCase, answer: Answer): string[] {
  const { role, family } = one.subject;
  const got = seen(one, answer);
  const open: readonly Meaning[] = ['unclear', 'not-done', 'doubt', 'other-person'];
  const fitsByIt = got.verdict === 'fits' && role !== 'not judged';
  const faults: string[] = [];
  if (one.meaning === 'positive') {
    if (got.notFound && !got.found) faults.push('a finding is taken for its absence');
    if (got.verdict === 'biomarker-negative' && role === 'asked-for') faults.push('the drug that the finding asks for is said to lack it');
    if (fitsByIt && role === 'against') faults.push('a drug fits that the finding speaks against');
    if (got.unsaid) faults.push('a finding is met with silence');
    if (got.missing && role !== 'unconcerned' && role !== 'not judged') faults.push('a finding on file is said to be missing');
    if (one.plain && one.order !== undefined && role !== 'not judged') {
      const speaks = role === 'asked-for' ? got.verdict === 'fits' : got.spoken;
      if (!speaks) faults.push('the plain form does not speak');
    }
  } else {
    if (got.found) faults.push(`${one.meaning}: taken for the finding`);
    if (family === 'germline' && got.loud.length > 0) faults.push(`${one.meaning}: a card as if it were found`);
    if (fitsByIt && role === 'asked-for') faults.push(`${one.meaning}: the drug is said to fit`);
    if (got.verdict === 'contradicted' && role === 'against') faults.push(`${one.meaning}: the drug is spoken against`);
  }
  if (fitsByIt && role === 'unconcerned') faults.push('another drug is said to fit');
  if (open.includes(one.meaning)) {
    if (got.notFound) faults.push(`${one.meaning}: taken for the absence`);
    if (got.verdict === 'biomarker-negative' && role === 'asked-for') faults.push(`${one.meaning}: the finding is said to be absent`);
    if (fitsByIt && role === 'against') faults.push(`${one.meaning}: the drug fits as if it were absent`);
  }
  return faults;
}
