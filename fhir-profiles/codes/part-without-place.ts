/**
 * A stretch of a gene or a kind of change by its name alone, without a place ("TKD", "PTD", "insertion"): what was not found of it leaves the rest of the
 * gene open.
 */
const PART_WITHOUT_PLACE =
  /^(?:in-?frame )?(?:insertions?|deletions?|duplications?|PTD|partial tandem duplications?|TKD)(?: mutations?| variants?)?$/i;

export function isPartWithoutPlace(name: string): boolean {
  return PART_WITHOUT_PLACE.test(name.trim());
}
