/**
 * Brands that stand for another substance in another country, so that the name alone does not say what is ordered. FDA Public Health Advisory of January
 * 2006 (Norpramin: United States, Spain); Institute for Safe Medication Practices as repeated in the press, 2005 (Dilacor: United States, Brazil,
 * Serbia), looked up 2026-11-23; Cartia is diltiazem as "Cartia XT" in the United States and aspirin in other countries.
 */
const BRANDS: readonly (readonly [name: string, written: RegExp, substances: readonly string[]])[] = [
  ['Norpramin', /\bnorpramin\b/i, ['desipramine', 'omeprazole']],
  ['Dilacor', /\bdilacor\b(?! xr)/i, ['diltiazem', 'digoxin', 'verapamil']],
  ['Cartia', /\bcartia\b(?! xt)/i, ['aspirin', 'diltiazem']],
];

export interface NameOfSeveral {
  readonly name: string;
  readonly substances: readonly string[];
}

/** The brand in a text that may mean several drugs; null where the text says beside it which one ("desipramine (Norpramin)"). */
export function nameOfSeveral(text: string): NameOfSeveral | null {
  const found = BRANDS.find(([, written]) => written.test(text));
  if (found === undefined) return null;
  const [name, , substances] = found;
  return substances.some((substance) => text.toLowerCase().includes(substance.slice(0, -1))) ? null : { name, substances };
}
