/**
 * The one name by which labels, evidence and orders speak of a drug: lower case, without salt, regimen or biosimilar suffix
 * ("Imatinib Mesylate", "trastuzumab-dkst", "fam-trastuzumab deruxtecan-nxki", "Zenocutuzumab-zbco").
 */
export function ingredientName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:fam|ado)-/, '')
    .replace(/\b([a-z]+(?:mab|tide|cept|tecan|tansine|dotin)(?: [a-z]+)?)-[a-z]{4}\b/, '$1')
    .replace(/ (?:mesylate|anhydrous|hydrochloride|acetate|bismesylate|dimaleate|tosylate|maleate|phosphate|succinate|regimen)$/, '')
    .trim();
}
