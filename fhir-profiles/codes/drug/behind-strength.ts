/**
 * "acetaminophen 300 mg-codeine 30 mg tablet", "hydrocodone 5-acetaminophen 325": the wording of one widespread drug file puts a hyphen between the
 * strength of one part and the name of the next. Read as one word, "mg-codeine" is no drug, and the second part would be lost.
 */
const STRENGTH_AND_NEXT = new RegExp(
  String.raw`(\d ?(?:mg|mcg|ug|µg|μg|gm?|grams?|units?|iu|meq|mmol|ml|%)(?: ?/ ?(?:\d+(?:\.\d+)? ?)?ml)?|(?<=[a-z]{5} )\d+(?:\.\d+)?)[-\u2010-\u2015](?=[a-z]{4})`,
  'gi',
);

/** The parts of such a text; a text of another form is one part. */
export const partsBehindStrength = (text: string): readonly string[] => text.replace(STRENGTH_AND_NEXT, '$1\n').split('\n');

/** The parts with a slash between them, as RxNorm writes them. */
export const apartBehindStrength = (text: string): string => text.replace(STRENGTH_AND_NEXT, '$1 / ');
