/** One answer that holds a denial and a finding: "BRCA1 negative, BRCA2 pathogenic variant", "No V600E; V600K detected". As a whole it is neither. */
const DENIED_LAST =
  /(?:\bneg(?:ative)?|\babsent|\bwild[- ]?type|\bWT|\bundetected|\bunmutated|\bnon-?mutated|\bnot (?:detected|found|present|identified|seen|mutated))\W*$/i;
const DENIAL_BEHIND = /,\s+((?:not|un|neg|absent|wild|WT)[\w -]{0,14}\W*$)/i;
/** "neg by IHC", "tissue: neg"; behind "negative for" stands what is denied. */
const DENIED_FIRST =
  /(?:^|[:=(])\W*(?:neg(?:ative)?(?!\s+for\b)|absent|undetected|unmutated|not (?:detected|found|present|identified|seen|mutated)|wild[- ]?type|WT)\b|\b(?:neg(?:ative)?(?!\s+for\b)|wild[- ]?type|WT)\s+(?:by|in|on|\()/i;
const DENIES = /\b(?:no|not|non|none|nor|without|neg|negative|absent|wild[- ]?type|wt|undetected|unmutated|normal)\b/i;
const FOUND =
  /\b(?:pos(?:itive)?|detected|present|identified|found|mut(?:ant|ated)?|amplified|rearranged|(?:pathogenic|deleterious) (?:variant|mutation|alteration))\b/i;
/** "Negative for EGFR mutation, ALK positive": a word that a list under one negation does not end with. */
const SAID_FOUND = /\b(?:pos(?:itive)?|mut(?:ant|ated)?|amplified|rearranged)\W*$/i;
const CHANGE_FIRST = /^\W*(?:p\.|c\.)?\(?(?:[A-Z]|[A-Z][a-z]{2})\d{1,4}(?:[A-Z*]|[A-Z][a-z]{2})(?![A-Za-z])/;
const EVENT_FIRST = /^\W*(?:an? |exon \d+ |in-?frame )*(?:deletion|insertion|duplication|fusion|skipping)\b/i;

/** "No mutation / mutation detected" of two genes or samples; "no mutation/fusion detected" denies both. */
const DENIED_AND_FOUND =
  /\bno (mutation|variant|alteration|rearrangement|fusion|amplification)s?\b[^.;\n]{0,40}?[,/]\s?\1s? (?:detected|found|present|identified)\b/i;

/** @param english the answer, denials and findings in English words */
export function isMixedAnswer(english: string): boolean {
  // "Positive - negative control: negative": the answer comes first, and the rest denies something else.
  if (/^\W*(?:positive|detected|present|identified|found|mutated)\s*[-–;,.(]/i.test(english) && DENIES.test(english)) return true;
  // "Positive: exon 19 deletion (L858R, T790M negative)" says what was found before all else.
  if (/^\W*(?:positive|detected|present|identified|found|abnormal)\b/i.test(english)) return false;
  if (DENIED_AND_FOUND.test(english)) return true;
  const sentences = english.split(/;|\n|\.\s|\b(?:but|except(?: for)?|however)\b/i);
  const apart = sentences.length > 1;
  // "T790M, not detected" is one statement.
  const parts = sentences.flatMap((sentence) => sentence.replace(DENIAL_BEHIND, ' $1').split(/,\s|(?<=\w)\s?\/\s?(?=\w)/));
  if (parts.length < 2) return false;
  const deniedAt = parts.findIndex((part) => DENIED_LAST.test(part) || DENIED_FIRST.test(part));
  const denied = apart ? sentences.some((sentence) => DENIES.test(sentence)) : deniedAt >= 0;
  return parts.some((part, at) => {
    if (DENIES.test(part)) return false;
    // "L858R, T790M negative" denies both; a change behind the denial is another statement.
    const change = CHANGE_FIRST.test(part) && deniedAt >= 0 && deniedAt < at;
    return (
      (denied && (change || FOUND.test(part) || (apart && EVENT_FIRST.test(part)))) ||
      (SAID_FOUND.test(part) && DENIES.test(parts[0] ?? ''))
    );
  });
}
