/** What a laboratory, a clinician or a form says of a gene: as a value under the gene's title, and as a sentence that names the gene. */
import type { Meaning } from '../case.ts';
import type { GermlineSubject } from './subjects.ts';

export interface Saying {
  readonly name: string;
  readonly meaning: Meaning;
  /** Under a title that names the gene. */
  readonly value: string;
  /** Where nothing else names it. */
  readonly sentence: string;
  /** Every form of it is the plain one under a title. */
  readonly plain?: boolean;
}

/** `{g}` the gene (or its allele), `{t}` the term of the positive result, `{p}` its pair; without `{g}` the sentence is "gene value". */
type Row = readonly [meaning: Meaning, value: string, sentence?: string];

const NOT_THE_RESULT: readonly Row[] = [
  ['unclear', 'Indeterminate'],
  ['unclear', 'Inconclusive'],
  ['unclear', 'No call'],
  ['unclear', 'Variant of uncertain significance'],
  ['unclear', 'Equivocal'],
  ['unclear', 'Failed'],
  ['unclear', 'Unable to determine'],
  ['not-done', 'Not done'],
  ['not-done', 'Not performed'],
  ['not-done', 'Not tested'],
  ['not-done', 'Pending'],
  ['not-done', 'Test cancelled'],
  ['not-done', 'Insufficient sample'],
  ['not-done', 'Quantity not sufficient'],
  ['not-done', 'Sample rejected'],
  ['not-done', 'To be ordered', '{g} testing to be ordered'],
  ['not-done', 'Recommended', '{g} testing recommended'],
  ['denied', 'Not a {t}', 'Not a {g} {t}'],
  ['denied', '{t}: no', '{g} {t}: no'],
  ['denied', 'No evidence of {t}', 'No evidence of {g} {t}'],
  ['denied', '{t} ruled out', '{g} {t} ruled out'],
  ['doubt', 'Suspected {t}', 'Suspected {g} {t}'],
  ['doubt', '? {t}', '? {g} {t}'],
  ['doubt', '{t}?', '{g} {t}?'],
  ['doubt', 'Rule out {t}', 'Rule out {g} {t}'],
  ['doubt', '{t} cannot be excluded', '{g} {t} cannot be excluded'],
  ['doubt', '{t} to be confirmed', '{g} {t} to be confirmed'],
  ['other-person', 'Mother: {p}', 'Mother: {g} {p}'],
  ['other-person', 'Father is {t}', 'Father is {g} {t}'],
  ['other-person', 'Family history of {t}', 'Family history of {g} {t}'],
  ['other-person', 'Donor: {p}', 'Donor: {g} {p}'],
  ['other-person', "Patient's brother: {t}", "Patient's brother: {g} {t}"],
  ['other-person', '{p} (control sample)', '{g} {p} (control sample)'],
];

/** All that is said of one gene. */
export function sayingsOf(subject: GermlineSubject): readonly Saying[] {
  const { gene, positive, negative, allele } = subject;
  const named = allele === undefined ? gene : `${gene}${allele}`;
  const own = (meaning: 'positive' | 'negative', name: string, value: string, plain = false): Saying => ({
    name,
    meaning,
    value,
    sentence: value.includes(gene) ? value : `${gene} ${value}`,
    ...(plain ? { plain } : {}),
  });
  const told = (['positive', 'negative'] as const).flatMap((meaning) => {
    const { pair, term } = meaning === 'positive' ? positive : negative;
    return [
      own(meaning, 'pair', pair, true),
      own(meaning, 'term', term, true),
      own(meaning, 'term in small letters', allele === undefined ? term.toLowerCase() : term.replace('ive', 'IVE')),
      own(meaning, 'pair and term', `${pair} (${term})`),
      own(meaning, 'term and pair', `${term} (${pair})`),
      own(meaning, 'pair, term', `${pair}, ${term}`),
      own(meaning, 'sentence', `Patient is ${/^[aeiou]/i.test(term) ? 'an' : 'a'} ${term}`),
      own(meaning, 'with a comment', `${term}. Clinical correlation recommended.`),
    ];
  });
  // An allele asked for is answered by itself: "HLA-B*57:01 positive" has no second word to be denied.
  const term = allele === undefined ? positive.term : `${named} positive`;
  const fill = (text: string): string =>
    text
      .replace(`{g} {t}`, allele === undefined ? `${gene} ${term}` : term)
      .replace(`{g} {p}`, `${gene} ${positive.pair}`)
      .replace('{g}', named)
      .replace('{t}', term)
      .replace('{p}', positive.pair);
  return [
    ...told,
    ...NOT_THE_RESULT.filter(([, value]) => allele === undefined || !value.startsWith('Variant')).map(
      ([meaning, value, sentence = `{g}: ${value}`]) => ({
        name: value,
        meaning,
        value: fill(value),
        sentence: fill(sentence),
      }),
    ),
  ];
}
