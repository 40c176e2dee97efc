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
