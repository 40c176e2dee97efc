import { entryOf } from '../entry-of.ts';

/**
 * Whose "detected" it is. "No fusion detected", "mutation not detected", "no abnormality detected", "internal control present" under a marker's name say
 * nothing of the marker, neither for nor against it; "none detected" does. What was detected has to be named in words of the marker, or not at all.
 */
const OBSERVED = /\b(?:detect(?:ed|able)|present|found|identified|seen|observed|demonstrated)\b/i;
const CLAUSE = /(?<=[;\n])|(?<=\.)(?=\s|$)|(?<=,)(?=\s)|(?=\bbut\b)/;
const NONE = /^(?:none|nothing|nil)\s+(?:(?:is|was|were|has been)\s+)?(?=(?:detect|present|found|identified|seen|observed))/i;
const DENIED = /^\W*(?:(?:there (?:is|was|are|were)\s+)?(?:no|nor|without)\b|negative for\b)|\bno\b/i;

const words = (...lists: readonly string[]): RegExp => new RegExp(`^(?:${lists.join('|')})$`, 'iu');
/** Say how, by what test and how much: never what. */
const PLAIN = words(
  'an?|the|any|of|in|on|by|for|to|with|at|and|or|per|via|from|is|was|are|were|be|been|has|have|had|there|it|this|that|as|than|all|some|only|no|not|none|nil|without|non',
  'evidence|signs?|indication|clear(?:ly)?|clinically|relevant|significant(?:ly)?|considerable|definite|status|results?|tests?|testing|assay|analysis|interpretation|conclusion|overall|reported',
  'positiv\\p{L}*|negativ\\p{L}*|yes|high\\p{L}*|low|ultra|level|very|increased|elevated|strong(?:ly)?|moderate(?:ly)?|weak(?:ly)?|faint|intense|diffuse(?:ly)?|focal(?:ly)?|complete|incomplete|partial',
  'ihc|i?f?c?d?s?ish|pcr|ngs|\\p{L}*histochem\\p{L}*|hybridi[sz]ation|situ|percent|more|less|least|score|biomarkers?|markers?',
);
/** Of the sample: "tumour present" is no result, "expression in tumour cells present" is one. */
const SAMPLE = words(
  'tumou?rs?|neoplastic|malignant|viable|invasive|cells?|nuclei|areas?|samples?|specimens?|tissue|nuclear|membran\\p{L}*|cytoplasm\\p{L}*',
);
const STAIN_WORDS = [
  'over|(?:over|(?:ü|ue)ber)?express\\p{L}*|stain\\p{L}*|immuno\\p{L}*|reactiv\\p{L}*|proteins?|antigens?|receptors?|genes?|promoter|(?:hyper)?methyl\\p{L}*',
  'er|pg?r|hr|(?:o?estrogen|progesteron|hormone?)\\p{L}*|her-?2?|[12]|neu|erbb2|erb\\p{L}*|ki-?67|mib|pd|l1|pdl1|cd274|tps|cps|tc|ic|met|folr1|fr[aα]?|folate|alpha|claudin\\S*|cldn\\S*|cd\\d*|ar|v7|mgmt|ctdna|dna',
];
const STAIN = words(...STAIN_WORDS);
const AMPLIFIED = words(...STAIN_WORDS, 'amplif\\p{L}*|cop(?:y|ies)|clusters?');
const SATELLITES = words(
  'h|l|micro|(?:micro)?satell?it\\p{L}*|mikrosatell?it\\p{L}*|instab\\p{L}*|unstable|stable|msi\\p{L}*|mss|loc[iu]s?|shifts?',
);
const REPAIR = words(
  'homologous|recombin\\p{L}*|repair|deficien\\p{L}*|proficien\\p{L}*|hrd|hr|gis|g?loh|loss|heterozygosity|genomic|scars?|signatures?|phenotype|instab\\p{L}*|brcaness',
);
const BURDEN = words('h|l|tmb\\p{L}*|mutational|mutation|burden|load|tumou?r');
const OWN: Readonly<Record<string, RegExp>> = {
  MSI: SATELLITES,
  HRD: REPAIR,
  LOH: REPAIR,
  BRCAness: REPAIR,
  TMB: BURDEN,
  HER2: AMPLIFIED,
  MET: AMPLIFIED,
};

/** The text without the clauses in which something else was, or was not, detected; "none detected" and "no expression detected" as "not detected". */
export function ofItself(kind: string, text: string): string {
  if (!OBSERVED.test(text)) return text;
  return text
    .split(CLAUSE)
    .map((clause) => inOwnWords(entryOf(OWN, kind) ?? STAIN, clause))
    .join('')
    .trim();
}

function inOwnWords(own: RegExp, clause: string): string {
  const plain = clause.trimStart().replace(NONE, 'not ');
  const at = OBSERVED.exec(plain)?.index;
  if (at === undefined) return clause;
  const subject = plain.slice(0, at);
  const named = (subject.match(/\p{L}[\p{L}\d.]*/gu) ?? []).filter((word) => !PLAIN.test(word));
  if (named.some((word) => !own.test(word) && !SAMPLE.test(word))) return '';
  const isNamed = named.some((word) => own.test(word));
  if (named.length > 0 && !isNamed) return '';
  if (!DENIED.test(subject) || /\bnot\s*$/i.test(subject)) return plain;
  return isNamed ? `${plain} (not detected)` : '';
}
