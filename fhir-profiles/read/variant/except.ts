/**
 * Values that name a change in order to rule it out: "mutated, but not BRAF V600E (c.1799T>A) mutation", "mutation detected, except T790M", "mutation
 * other than exon 19 deletion or L858R". Registries answer in such words (NAACCR items 3866, 3939 to 3941).
 */
const CHANGE = String.raw`(?:p\.\(?|c\.)?(?:[A-Z]|[A-Z][a-z]{2})\d{1,4}(?:[A-Z*](?![A-Za-z])|[A-Z][a-z]{2}|fs|del|dup|ins)|\bexon \d{1,2} (?:deletion|insertion|skipping)s?\b`;
const BUT_NOT = String.raw`(?:but not|other than|except(?:ing)?(?: for)?|excluding|apart from|with the exception of)`;
const EXCEPT = new RegExp(
  String.raw`,? ?\b${BUT_NOT} (?:an? |the )?(?:[A-Z][A-Z0-9]{2,7} )?((?:${CHANGE})(?:(?:, | or | and |, or | ?\/ ?)(?:${CHANGE}))*)(?: ?\([^()]{1,60}\))?(?: (?:mutations?|variants?|changes?)\b)?`,
  'g',
);
const ELSEWHERE = new RegExp(
  String.raw`,? ?\b(?:but )?(?:not|other than|except|excluding) (?:in )?(?:the )?(?:codons?|exons?)(?:\(s\))? \d{1,3}(?:(?:, |-|\/|,? or |,? and(?:\/or)? )*\d{1,3})*\b(?! (?:skip|del|ins|dup))`,
  'gi',
);
const ONE = new RegExp(CHANGE, 'g');

/** What was ruled out as a statement of its own behind the rest; a text without such words comes back as it is. */
export function exceptionsApart(text: string): string {
  if (text.length > 400 || !/\b(?:not|other|except\w*|excluding|apart|exception)\b/i.test(text)) return text;
  const ruledOut: string[] = [];
  const rest = text
    .replace(/\s+/g, ' ')
    .replace(EXCEPT, (_, listed: string) => {
      ruledOut.push(...(listed.match(ONE) ?? []));
      return '';
    })
    .replace(ELSEWHERE, '')
    .replace(/\( ?\)/g, '')
    .trim();
  return ruledOut.length === 0
    ? rest === ''
      ? text
      : rest
    : [rest, ...ruledOut.map((change) => `${change} not detected`)].filter((one) => one !== '').join('; ');
}
