/** Answers that say in one breath that something was found and what: "Positive (exon 19 deletion)", "Mutation nachgewiesen: …". */
const FOUND_AS =
  /^\s*(?:positive|detected|present|mutated|mutation (?:detected|identified|present|found|nachgewiesen)|nachgewiesen|陽性|阳性)\s*(?:[:(（-]\s*|\bfor\s+|(?<=[陽阳]性)\s+)([^()]+?)[)）]?\s*$/i;

/** What was found, by its own name; the text as it is where it says nothing of the kind. */
export function foundAs(text: string): string {
  return FOUND_AS.exec(text)?.[1] ?? text;
}
