/** What is said of a tumour's finding, under the title of its gene or marker and as a sentence. */
import type { Meaning } from '../case.ts';
import type { TumourSubject } from './subjects.ts';

export interface TumourSaying {
  readonly name: string;
  readonly meaning: Meaning;
  /** Under the title of the gene. */
  readonly value: string;
  readonly sentence: string;
  readonly plain?: boolean;
}

/** `{g}` the gene, `{s}` the short writing, `{f}` gene and finding. Without a third part the sentence is "gene: value". */
type Row = readonly [meaning: Meaning, value: string, sentence?: string];

const SEQUENCE: readonly Row[] = [
  ['positive', '{s}', '{f}'],
  ['positive', '{s} detected', '{f} detected'],
  ['positive', 'Positive ({s})', '{g} positive ({s})'],
  ['positive', 'Detected - {s}', '{g}: detected - {s}'],
  ['positive', 'Mutated, {s}', '{g} mutated, {s}'],
  ['negative', 'Not detected', '{g} mutation not detected'],
  ['negative', 'Negative', '{g} mutation negative'],
  ['negative', 'Wild type', '{g} wild type'],
  ['negative', 'No mutation detected', 'No {g} mutation detected'],
  ['negative', 'Absent', '{g} mutation absent'],
  ['denied', 'No {s}', 'No {f}'],
  ['denied', '{s} not detected', '{f} not detected'],
  ['denied', 'Negative for {s}', 'Negative for {f}'],
  ['doubt', 'Suspected {s}', 'Suspected {f}'],
  ['doubt', '{s}?', '{f}?'],
  ['doubt', '{s} cannot be excluded', '{f} cannot be excluded'],
  ['doubt', 'Rule out {s}', 'Rule out {f}'],
  ['doubt', '{s} to be confirmed', '{f} to be confirmed'],
  ['other-person', "Father's tumour: {s}", "Father's tumour: {f}"],
  ['other-person', 'Sister has {s}', 'Sister has {f}'],
  ['other-person', '{s} (control sample)', '{f} (control sample)'],
];
const FUSION: readonly Row[] = [
  ['positive', 'Rearranged', '{g} rearranged'],
  ['positive', 'Rearrangement detected', '{g} rearrangement detected'],
  ['positive', 'Fusion positive', '{g} fusion positive'],
  ['positive', 'Fusion detected', '{g} fusion detected'],
  ['negative', 'Not rearranged', '{g} not rearranged'],
  ['negative', 'No fusion detected', 'No {g} fusion detected'],
  ['negative', 'Negative', '{g} negative'],
  ['negative', 'Not detected', '{g} fusion not detected'],
  ['doubt', 'Suspected fusion', 'Suspected {g} fusion'],
  ['doubt', 'Fusion?', '{g} fusion?'],
  ['doubt', 'Rearrangement cannot be excluded', '{g} rearrangement cannot be excluded'],
  ['other-person', "Father's tumour: rearranged", "Father's tumour: {g} rearranged"],
  ['other-person', 'Rearranged (control sample)', '{g} rearranged (control sample)'],
];
const MARKER: readonly Row[] = [
  ['positive', '{s}', '{f}'],
  ['doubt', 'Suspected {s}', 'Suspected {f}'],
  ['doubt', '{s}?', '{f}?'],
  ['doubt', '{s} to be confirmed', '{f} to be confirmed'],
  ['other-person', "Father's tumour: {s}", "Father's tumour: {f}"],
  ['other-person', '{s} (control sample)', '{f} (control sample)'],
];
const ONE_MARKER: Readonly<Record<string, readonly Row[]>> = {
  HER2: [
    ['positive', 'Positive'],
    ['positive', 'Amplified', 'HER2 amplified'],
    ['negative', '0'],
    ['negative', '1+', 'HER2 IHC 1+'],
    ['negative', 'Negative', 'HER2 negative'],
    ['negative', 'Not amplified', 'HER2 not amplified'],
    ['unclear', '2+', 'HER2 IHC 2+'],
  ],
  ER: [
    ['positive', 'Positive'],
    ['positive', 'Allred 8/8', 'ER Allred 8/8'],
    ['negative', '0 %', 'ER 0 %'],
    ['negative', 'Negative', 'ER negative'],
  ],
  MSI: [
    ['positive', 'High', 'MSI high'],
    ['negative', 'Stable', 'Microsatellite stable'],
    ['negative', 'MSS', 'MSS'],
  ],
  'PD-L1': [
    ['negative', 'TPS < 1 %', 'PD-L1 TPS < 1 %'],
    ['negative', '0 %', 'PD-L1 0 %'],
    ['negative', 'Negative', 'PD-L1 negative'],
  ],
};
const OPEN: readonly Row[] = [
  ['unclear', 'Indeterminate'],
  ['unclear', 'Equivocal'],
  ['unclear', 'Inconclusive'],
  ['unclear', 'Failed'],
  ['unclear', 'Not evaluable'],
  ['unclear', 'Variant of uncertain significance', '{g} variant of uncertain significance'],
  ['not-done', 'Not performed'],
  ['not-done', 'Not tested', '{g} not tested'],
  ['not-done', 'Pending', '{g} testing pending'],
  ['not-done', 'Insufficient tissue'],
  ['not-done', 'Quantity not sufficient'],
  ['not-done', 'Cancelled', '{g} test cancelled'],
  ['not-done', 'To be ordered', '{g} testing to be ordered'],
  ['not-done', 'Recommended', '{g} testing recommended'],
];

/** All that is said of one finding. */
export function tumourSayingsOf(subject: TumourSubject): readonly TumourSaying[] {
  const { gene, short, full, marker, protein } = subject;
  const rows = marker === true ? [...MARKER, ...(ONE_MARKER[gene] ?? [])] : protein === undefined ? FUSION : SEQUENCE;
  const fill = (text: string): string => text.replace('{g}', gene).replace('{s}', short).replace('{f}', full);
  const ofGermline = gene === 'BRCA1' ? [] : OPEN.filter(([, value]) => value.startsWith('Variant') && marker === true);
  return [...rows, ...OPEN.filter((row) => !ofGermline.includes(row))].map(([meaning, value, sentence = `{g}: ${value}`], index) => ({
    name: value.replace('{s}', 'finding'),
    meaning,
    value: fill(value),
    sentence: fill(sentence),
    ...(index === 0 ? { plain: true } : {}),
  }));
}
