/**
 * Words by which a laboratory takes its own answer back or leaves it open: "Negative - sample mix-up", "*1/*1 (QC fail)", "Normal metabolizer; do not use".
 * An answer beside them is none. Where such a word is the whole answer, the reader of that answer knows it.
 */
import { saysOnlyControls, withoutControls } from '../controls.ts';
import { DONOR, RELATIVES } from './words.ts';

const QUALITY = String.raw`(?:QC|quality(?: control)?) ?(?:fail\w*|not passed)|failed (?:QC|quality(?: control)?)|low[- ](?:quality|confidence|coverage|depth|DNA(?: quality)?)(?: (?:result|call|sample|DNA))?|insufficient (?:DNA|coverage|quality|sample)|incomplete|partial (?:call|result|data|coverage)`;
const INVALID = String.raw`invalid(?: result)?|not valid|unreliable|not reliable|void|retracted|withdrawn|cancell?ed|(?:(?:reported|entered|released|issued) in )?error|do not use|(?:please )?disregard(?: this result)?|superseded|see corrected report|not for clinical use|(?:for )?research use only|RUO`;
const SAMPLE = String.raw`wrong (?:patient|sample|specimen)|(?:sample|specimen) (?:mix-?up|swap|mislabell?ed)|mislabell?ed(?: (?:sample|specimen))?|contaminat(?:ed|ion)|test patient|(?:positive |negative )?control|example`;
const OPEN = String.raw`unconfirmed|not (?:yet )?confirmed|to be confirmed|confirmation pending|pending(?: confirmation)?|preliminary(?: result)?|tbc|TBD|suspected|(?:repeat|retest)(?: testing)? (?:required|recommended|needed)|(?:please|recommend|needs?) (?:repeat|retest)(?: testing)?|discordant|conflicting|ambiguous`;
const ELSEWHERE = String.raw`ung[üu]ltig\w*|nicht (?:best[äa]tigt|beurteilbar|verwertbar|valide)|probe(?:n)?[ -]?verwechs\w*|(?:non|pas) (?:valide|confirm[ée]\w*|concluant\w*|fiable)|invalide|no (?:v[áa]lid[oa]|concluyente|confirmad[oa])|non (?:valid[oa]|confermat[oa])|n[ãa]o (?:v[áa]lid[oa]|confirmad[oa])|niet (?:betrouwbaar|bevestigd|geldig)|onbetrouwbaar|ongeldig|ogiltig\w*|ej bekr[äa]fta\w*`;
/** Categories of their own where a stain is graded. */
const UNDECIDED = String.raw`inconclusive|equivocal|indeterminate`;
const WORDS = [QUALITY, INVALID, SAMPLE, OPEN, ELSEWHERE, UNDECIDED, DONOR, RELATIVES].join('|');

const FIRM = String.raw`(?:positi\w*|negati\w*|normal\w*|detected|present|absent|found|identified|wild[- ]?type|deficien\w*|metaboli[sz]er|function|amplified|mutated|rearranged|high|low|stable|\*[\w:]+|\b[ACGT]{1,2}|[ACGT]\s?[/>|]\s?[ACGT]|\([A-Z]{2}\)|\b[A-Z]\d{2,4}[A-Z*])`;
const LINK = String.raw`[\s,;:.()[\]/–—-]*(?:(?:is|was|result|sample|but|however|from|of|the|possible|suspected)\s+)*`;
const BEHIND = new RegExp(
  String.raw`${FIRM}${LINK}(?<![\p{L}\d])(?:${WORDS})(?![\p{L}\d])[\s.!)\]]*$|${FIRM}\s*[;,:-]?\s*(?:\?{2,}|\(\?+\))[\s.]*$`,
  'iu',
);
/** Of a negative answer these may be the reason. */
const NOT_NEGATIVE = String.raw`(?:positi\w*|normal\w*|metaboli[sz]er|\*[\w:]+|[ACGT]\s?[/>|]\s?[ACGT])`;
const SHORT_OF = new RegExp(
  String.raw`${NOT_NEGATIVE}[\s,;:(–—-]*(?:below (?:the )?(?:\w+ )?threshold|(?<=[;:,(–—-]\s*)partial)[\s.)]*$`,
  'i',
);
const BEFORE = new RegExp(String.raw`^\W*(?:${QUALITY}|${INVALID}|${SAMPLE}|${OPEN}|${ELSEWHERE})\s*[:;,–—(-]+\s*\S*?${FIRM}`, 'iu');
const STAINED = /\b(?:IHC|F?ISH|CISH|2\s?\+)|\bHER-?2[ -]?low\b/i;
const UNDECIDED_ONLY = new RegExp(String.raw`\b(?:${UNDECIDED})\b`, 'i');

/** Longer texts are reports, in which such words are said of much else. */
const LONGEST = 90;
const WORTH_READING = /[;,:.()–—?-]|\s/;

/** A firm answer and, right beside it, words that take it back. */
export function answerTakenBack(written: string): boolean {
  const text = withoutControls(written);
  if (saysOnlyControls(text)) return false;
  if (text.length > LONGEST || !WORTH_READING.test(text)) return false;
  if (UNDECIDED_ONLY.test(text) && STAINED.test(text)) return false;
  return BEHIND.test(text) || BEFORE.test(text) || SHORT_OF.test(text);
}

/** What its laboratory gives for research alone was measured, and not by a test that is valid for care (CAP workgroup, Arch Pathol Lab Med 2025;149:152). */
export const isForResearch = (text: string): boolean => /\b(?:for )?research (?:use|purposes?) only\b|\bRUO\b/i.test(text);

const WHOLE = new RegExp(String.raw`^\W*(?:result )?(?:${QUALITY}|${INVALID}|${OPEN}|${ELSEWHERE}|failed)\W*$`, 'iu');
/** The whole of a flag beside the answer: "Invalid", "Quality control failed". */
export const flagTakesBack = (text: string): boolean => WHOLE.test(text);
const WHOLE_UNDECIDED = new RegExp(String.raw`^\W*(?:result )?(?:${UNDECIDED})\W*$`, 'i');
/** "Inconclusive" as a flag beside a firm answer. */
export const flagLeavesOpen = (text: string): boolean => WHOLE_UNDECIDED.test(text);
const WHOLE_FIRM = new RegExp(String.raw`${FIRM}[\s.)]*$`, 'i');
export const isFirm = (text: string): boolean => WHOLE_FIRM.test(text) && !UNDECIDED_ONLY.test(text);

/** Sentences of a note that take the result itself back. */
const OF_RESULT: readonly RegExp[] = [
  /\b(?:sample|specimen)s? (?:mix-?up|swap)|\bwrong (?:patient|sample|specimen)\b|\b(?:sample|specimen|tube)s? (?:was |were |is )?(?:mis-?labell?ed|contaminated|compromised)\b|\bcontamination (?:is )?(?:suspected|detected|cannot be excluded)\b/i,
  /\b(?:positive|negative|internal|extraction|process|amplification|no[- ]template) controls? ?[:–-]? ?(?:has |have |was |were )?(?:failed|invalid|not valid|out of range)\b/i,
  /\b(?:QC|quality control) (?:has |was )?fail\w*|\bfailed (?:QC|quality control)\b|\blow (?:coverage|quality|depth)\b(?: (?:at|of|for) (?:this|the))?|\binsufficient DNA\b/i,
  /\bresults? (?:(?:is|are|was|were|ha(?:s|ve) been|may be|should be considered)\s+)?(?:invalid|void|unreliable|not (?:valid|reliable|(?:yet )?confirmed)|unconfirmed|preliminary|retracted|withdrawn|cancell?ed)\b|^(?:this is a )?preliminary result|\b(?:reported|entered|released|issued) in error\b/i,
  /\b(?:please )?disregard\b|\bdo not use (?:this|for|the result|clinically)|^not for clinical (?:use|decision)|^(?:for )?research use only\b/i,
  /\b(?:confirmation|confirmatory test(?:ing)?|verification) (?:is |was |still )?(?:pending|awaited|outstanding|in progress|to follow)\b|\b(?:awaiting|pending) (?:\w+ )?confirmation\b|^(?:results? )?(?:is |are )?to be confirmed\b/i,
  /^(?:this (?:is (?:an? )?|report is (?:an? )?))?(?:preliminary|provisional|interim)(?: (?:report|finding)s?)?(?=[\s.,;:!)]*$|[,;:] )|\bresults? (?:is|are) (?:provisional|interim|under review)\b|^(?:result )?under review\b/i,
  /\b(?:sample|specimen|patient) identity (?:could|can)(?:not| not) be (?:verified|confirmed|established)\b|\bpossible (?:sample |cross-?)?contamination\b/i,
  /\bergebnis (?:ist )?(?:ung[üu]ltig|nicht (?:verwertbar|best[äa]tigt|beurteilbar))|\bprobe(?:n)?[ -]?verwechs|\br[ée]sultats? (?:est )?(?:non|pas) (?:valide|fiable|confirm[ée])|\bresultado (?:no v[áa]lido|inv[áa]lido|no confirmado|n[ãa]o confirmado)|\brisultato non (?:valido|confermato)|\buitslag (?:niet betrouwbaar|ongeldig)/i,
];
/** Of an earlier result, of what may happen, of what did not. */
const NOT_OF_RESULT =
  /\b(?:previous\w*|prior|earlier|original(?:ly)?|initial(?:ly)?|first|corrects|amends|replaces|supersedes|if|unless|should (?!be considered)|could(?! not be (?:verified|confirmed|established))|rare(?:ly)?|no evidence|excluded|ruled out|not (?:be )?(?:regarded|considered|contaminated|detected))\b/i;
const LONGEST_NOTE = 300;

/** A note that takes the result beside it back. */
export const noteTakesBack = (note: string): boolean =>
  note.length <= LONGEST_NOTE &&
  note
    .split(/(?<=[.;!])\s+|\n+/)
    .some(
      (sentence) =>
        !NOT_OF_RESULT.test(sentence) && (OF_RESULT.some((pattern) => pattern.test(sentence.trim())) || flagTakesBack(sentence)),
    );
