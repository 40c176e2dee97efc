/**
 * Mismatch repair: what a stain, or a test named by what it looks for, means for the tumour. The four proteins are there in healthy cells, so a stain
 * that is "positive" is repair kept and one that is "negative" is repair lost.
 */

/** "MLH1: retained": a line named by a mismatch-repair gene alone whose value speaks of a stain is a staining, not a variant test. */
const GENES_ALONE = /^\s*(?:MLH1|MSH2|MSH6|PMS2)(?:\s*(?:[/,&+]|and)\s*(?:MLH1|MSH2|MSH6|PMS2))*\s*$/i;
const SEVERAL = /[/,&+]|\band\b/i;
const STAINED =
  /\b(?:retained|intact|preserved|lost|not expressed|no expression|loss of (?:nuclear )?(?:expression|staining)|absent (?:nuclear )?(?:expression|staining))\b/i;

export function isMismatchStain(names: readonly string[], said: readonly string[]): boolean {
  return (
    names.length > 0 &&
    said.length > 0 &&
    names.every((name) => GENES_ALONE.test(name)) &&
    said.every((text) => STAINED.test(text) || (names.every((name) => SEVERAL.test(name)) && /\bloss\b/i.test(text)))
  );
}

/** A bare sign or word of presence; null for every other text. */
export function repairSign(text: string): 'positive' | 'negative' | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(?:nuclear )?(?:expression|staining)[:\s]*/, '');
  if (/^(?:positive|pos|present|detected|expressed|yes|\+)$/.test(said)) return 'positive';
  return /^(?:negative|neg|absent|not detected|not present|no|-)$/.test(said) ? 'negative' : null;
}

const DEFICIENCY = /deficien|\bdMMR\b|\bloss\b|\blost\b|\bdefect/i;
const KEPT = /proficien|\bpMMR\b|\bintact\b|retain|preserv|express|protein|\b(?:MLH1|MSH2|MSH6|PMS2)\b/i;
const ONE_PROTEIN = /\b(?:MLH1|MSH2|MSH6|PMS2)\b/g;

/**
 * The tumour's status from a sign and the test's names: "deficiency: positive" is deficient, "MLH1 (IHC): negative" is deficient, "proteins (IHC):
 * positive" is proficient. A negative stain of several proteins in one line, "MMR: positive" and "MMR (IHC): positive" tell nothing for certain: null.
 */
export function repairStatus(names: readonly string[], said: string): string | null {
  if (said !== 'positive' && said !== 'negative') return said;
  const name = names.join(' | ');
  if (DEFICIENCY.test(name)) return said === 'positive' ? 'deficient' : 'proficient';
  if (!KEPT.test(name)) return null;
  if (said === 'positive') return 'proficient';
  return new Set(name.toUpperCase().match(ONE_PROTEIN)).size === 1 ? 'deficient' : null;
}
