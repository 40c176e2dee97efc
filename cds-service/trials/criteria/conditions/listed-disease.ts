/** One disease beside the tumour, as a row of the tables of `conditions/index.ts`. */

export interface Comorbidity {
  readonly name: string;
  /** Lower-case stretches of which one must be there. */
  readonly needs: string;
  readonly words: string;
  readonly recorded: RegExp;
  readonly icd10: RegExp | null;
  /** Codes that say it was there once. */
  readonly past?: RegExp;
  /** So long after its beginning an entry still speaks of today, whatever its status. */
  readonly acuteDays?: number;
  /** A result in words that shows it; `only`: the criterion speaks of the result itself, so a negative one answers too. */
  readonly result?: { readonly kinds: readonly string[]; readonly only?: true };
}
