/** Laboratory values under other names, and an exception of the patients with Gilbert's syndrome that stands in a sentence of its own. */
const GLUTAM = String.raw`serum \(?glutami?[ct]e?[- ]`;
const LIVER = String.raw`(?:AST|ALT|SGOT|SGPT)`;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`\b${GLUTAM}oxal[oa]+ceti?[ct]e?[- ]transaminase\)?(?: ?[([]+SGOT[)\]]+)?`, 'gi'), 'SGOT'],
  [new RegExp(String.raw`\b${GLUTAM}pyruvi?[ct]?e?[- ]transaminase\)?(?: ?[([]+SGPT[)\]]+)?`, 'gi'), 'SGPT'],
  // Both of them, where nothing else is said.
  [
    new RegExp(
      String.raw`\b(?:(?:liver|hepatic|serum) )?transaminases?(?: levels?)?(?: ?[([]${LIVER}(?:\/${LIVER})?(?:(?: and| or| and\/or|,|\/) ?${LIVER}(?:\/${LIVER})?)+[)\]])?(?=:? ?[≤<>≥])`,
      'gi',
    ),
    'AST and ALT',
  ],
  // PT over INR is the INR where the number is one of it.
  [
    /\b(?:prothrombin time(?: ?\(PT\))?|PT) ?\/ ?(?:international normali[sz]ed ratio(?: ?\(INR\))?|INR)(?= ?[≤<] ?[12](?:\.\d+)?(?![.\d]| ?(?:x|times|×|ULN)))/gi,
    'INR',
  ],
  [
    /[.;] *<*(?:this|the above)(?: (?:criterion|limit))? (?:will|does|shall|do) not apply to (?:patients|participants|subjects) with (?:confirmed |known |documented )?Gilbert'?s?'? (?:syndrome|disease)(?: ?\([^()]*\))?[^.;]*[.>]*\s*$/i,
    " (except Gilbert's syndrome)",
  ],
];

export function laboratoryInShort(text: string): string {
  let plain = text;
  for (const [pattern, short] of SHORT) plain = plain.replace(pattern, short);
  return plain;
}
