/** One question of the matrix: a chart, an order, and what the chart says in the field's words, so that an answer can be held to it. */
import type { Resource } from '../third-party/shapes.ts';

/**
 * What the chart says of the subject.
 *
 * - `positive`: the finding is there; `negative`: looked for and not there, or normal
 * - `unclear`: looked for, and the answer is neither (indeterminate, failed, uncertain significance)
 * - `not-done`: no test, cancelled, on its way, entered in error
 * - `denied`: the sentence names the finding to deny it; `doubt`: it is suspected, asked for or not excluded
 * - `other-person`: a result of a relative, a donor, a control
 */
export const MEANINGS = ['positive', 'negative', 'unclear', 'not-done', 'denied', 'doubt', 'other-person'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What the finding does to the ordered drug: it speaks against it, the label asks for it, it has nothing to do with it, or that is not judged here. */
export type Role = 'against' | 'asked-for' | 'unconcerned' | 'not judged';

export interface Subject {
  readonly family: 'germline' | 'tumour';
  /** The gene or marker as the report names it. */
  readonly gene: string;
  /** Other names of it in a card. */
  readonly alias?: readonly string[];
  /** Patterns of the report's line on the gene by which it is known to be taken for the finding, or for its absence. */
  readonly found: string;
  readonly notFound: string;
  readonly role: Role;
}

export interface CompareCase {
  /** `germline/CYP2C19 clopidogrel/by its title/positive: poor`: stable, by which two records are held together. */
  readonly id: string;
  readonly subject: Subject;
  readonly meaning: Meaning;
  /** The plain form, in which a positive has to speak. */
  readonly plain: boolean;
  readonly chart: readonly Resource[];
  /** Absent: the chart is opened. */
  readonly order?: Resource;
}
