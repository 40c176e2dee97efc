/** A limit of a laboratory value as a criterion writes it. */

export interface Limit {
  readonly sign: '≥' | '≤' | '>' | '<';
  readonly value: number;
  /** The number is a multiple of the upper limit of normal. */
  readonly uln: boolean;
  /** … of the lower limit of normal. */
  readonly lln?: true;
  /** Asked for as "normal", or as anything but normal. */
  readonly normal?: 'within' | 'outside';
}
