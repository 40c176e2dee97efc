/**
 * The word "normal" beside a measured value is an answer only where nothing turns it: not in a range ("normal 7-20", "Normal: >7"), not behind a denial ("not
 * normal", "low normal") and not as the yardstick ("10 % of normal", "lower than normal").
 */

/** "3 % of normal", "below normal": normal is the yardstick here, and not what was found. */
export const NORMAL_AS_YARDSTICK =
  /%\s*(?:of\s+)?(?:the\s+|mean\s+|median\s+|adult\s+|male\s+|expected\s+)*normal|\b(?:below|under|beneath|less than|lower than|above|greater than|higher than|times|fold|\dx|fraction of|percent of|per ?cent of|half of|limit of|compared (?:to|with)|relative to|sub-?)\s*(?:the\s+|mean\s+|lower\s+|upper\s+|limit\s+of\s+)*normal/;

const OF_WHOM = String.raw`(?:\s+(?:for|in|of|adults?|males?|females?|men|women|children|newborns?|activity|levels?|result|is|are|from))*`;
const LIMITS = String.raw`(?:[<>≥≤]=?\s*\d|\d[\d.,]*\s*[^\s\d]{0,8}\s*(?:[-–—]|to|bis|and)\s*\d|(?:above|over|at least|more than|greater than|up to|from)\s+\d)`;
/** "normal 7-20", "normal adult: 7-20", "Normal: >7"; of a range by its name not what it says. */
const RANGE = new RegExp(
  String.raw`(?<!\b(?:in|within|inside)\s+(?:the\s+)?)\bnormal(?:\s+(?:reference\s+)?(?:ranges?|values?|limits?|intervals?)\b|${OF_WHOM}\s*[:=,]?\s*${LIMITS})`,
  'g',
);
/** Behind a number that was measured every number is a limit: "2.1 U/g Hb, normal (7-20)", "2.1 (normal: 7)". */
const LIMIT_BEHIND = new RegExp(String.raw`(?<=(?:^|[\s(:<>=])\d.*)\bnormal${OF_WHOM}\s*[:=,([]*\s*\d`, 'g');
const DENIED =
  /\b(?:not|never|outside|neither|nor|without|nicht|cannot)\b[^;.,(]*\bnormal\b|n['’]t\b[^;.,(]*\bnormal\b|\b(?:no|non|low|lower|nearly|almost|near|close to|instead of|rather than|vs\.?|versus)[\s-]*(?:the\s+)?normal\b|\bnormal\s*(?:[:=]\s*(?:no|false)\b|\?)/;

/** The text calls what was found normal. */
export function saysNormal(written: string): boolean {
  const text = written.toLowerCase();
  if (NORMAL_AS_YARDSTICK.test(text) || DENIED.test(text)) return false;
  return /\bnormal\b/.test(text.replace(RANGE, ' ').replace(LIMIT_BEHIND, ' '));
}
