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
  String.raw`,? ?\b(?:but )?(?:not|other than|except|excluding|outside(?: of)?) (?:in )?(?:the )?(?:codons?|exons?)(?:\(s\))? \d{1,3}(?:(?:, |-|\/|,? or |,? and(?:\/or)? )*\d{1,3})*\b(?! (?:skip|del|ins|dup))`,
  'gi',
);
const ONE = new RegExp(CHANGE, 'g');

/** "Apart from L858R no further mutation": a denial of all but one, which was found. */
const ALL_BUT = new RegExp(
  String.raw`^\W*(?:${BUT_NOT}|besides|in addition to|beside) (?:the |an? )?(?:[A-Z][A-Z0-9]{2,7} )?((?:${CHANGE})(?:(?:, | and |, and )(?:${CHANGE}))*)(?: (?:mutations?|variants?))?,? (?:there (?:is|was|are|were) )?(no (?:further|other|additional|more)?.{0,60})$`,
  'i',
);

/** What was ruled out as a statement of its own behind the rest; a text without such words comes back as it is. */
export function exceptionsApart(text: string): string {
  if (text.length > 400 || !/\b(?:not|other|except\w*|excluding|apart|exception|outside|beside\w*|addition)\b/i.test(text)) return text;
  const [, found, denied] = ALL_BUT.exec(text) ?? [];
  if (found !== undefined && denied !== undefined) return `${found} detected; ${denied}`;
  const ruledOut: string[] = [];
  const rest = text
    .replace(/[^\S\n]+/g, ' ')
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

/**
 * Says that the change lies in none of some codons or exons: "mutated, but not in codon(s) 12, 13, or 61". Which codon it lies in is not said, so that it is
 * no mutation of the gene as labels and evidence mean it, and the whole words are its only name.
 */
export function isElsewhere(text: string): boolean {
  const found = new RegExp(ELSEWHERE.source, 'i').exec(text);
  return (
    text.length <= 400 && found !== null && /\bmutat|\bdetected\b|\bvariant|\bpositive\b|\babnormal\b/i.test(text.slice(0, found.index))
  );
}

/**
 * "Abnormal (mutated) in codon 146 only", "mutated in codon(s) 12, 13, and/or 61": the codons as tables name them ("codon 12/13/61 mutation"). KRAS and NRAS
 * in codons 12, 13, 59, 61, 117 and 146 are what the labels of cetuximab (125084) and panitumumab (125147) leave out.
 */
const IN_CODONS =
  /^\W*(?:abnormal\W{1,3})?(?:mutated|mutations?|positive|detected)\)?(?:\W{1,2}(?:detected|identified|found|present))?,?\s+in\s+codon(?:\(s\)|s)?\s+(\d{1,4}(?:(?:,\s*|\s*\/\s*|\s+)(?:and\/or\s+|and\s+|or\s+)?\d{1,4})*)(?:\s+only)?\W*$/i;
/** "Codon 12 mutation", "exon 2, codon 12/13 mutant", "Mutation du codon 12": the codon, and no word whether it was looked for alone. */
const OF_CODONS = new RegExp(
  [
    String.raw`^\W*(?:exon \d{1,2}\W{1,2})?codons? (LIST)\W{1,2}(?:mutations?|mutated|mutant)\W*$`,
    String.raw`^\W*(?:mutation|mutaci[oó]n|muta[çc][ãa]o|mutazione|mutatie)s? (?:(?:in|im|en|el|del?|du|do|no|nel|dans|le|au|the|exon \d{1,2},?) ){0,3}[ck][oó]d[oó]ne?s? (LIST)\W*$`,
  ]
    .join('|')
    .replaceAll('LIST', String.raw`\d{1,4}(?:(?:,\s|\s?\/\s?|\s(?:and|or)\s)\d{1,4}){0,9}`),
  'iu',
);
export function codonsNamed(text: string): string {
  const listed =
    IN_CODONS.exec(text)?.[1] ??
    OF_CODONS.exec(text)
      ?.slice(1)
      .find((found) => found !== undefined);
  return listed === undefined ? text : `codon ${(listed.match(/\d+/g) ?? []).join('/')} mutation`;
}
