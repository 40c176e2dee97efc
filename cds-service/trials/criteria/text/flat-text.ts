/**
 * Texts whose line ends were lost on the way: "Inclusion Criteria: - Age 18 - ECOG 0-1 Exclusion Criteria: - Prior docetaxel". They are split where a
 * section is named, and at the marks of the list that its name opens.
 */
const BOTH = /^\W*[^\n\r]{0,40}\binclusion criteria ?:[^\n\r]*\bexclusion criteria ?:[^\n\r]*$/i;
const SECTION =
  /(?<!\b(?:key|main|non)[- ])(?=\b(?:(?:key |main )?(?:non[- ])?(?:inclusion|exclusion) criteria ?:))|(?<=\b(?:inclusion|exclusion) criteria ?:)/i;
const MARKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*- /, /(?<=\s)(?=- [A-Z])/],
  [/^\s*\* /, /(?<=\s)(?=\* [A-Z])/],
  [/^\s*• ?/, /(?=• ?[A-Z])/],
  [/^\s*1\. /, /(?<=[\s.;])(?=\d{1,2}\. [A-Z])/],
  [/^\s*1\) /, /(?<=[\s.;])(?=\d{1,2}\) [A-Z])/],
];

export function isFlat(text: string): boolean {
  return BOTH.test(text.trim());
}

/** A line as the lines that it holds; together they are the line. */
export function flatParts(line: string): string[] {
  return line.split(SECTION).flatMap((part) => {
    const marks = MARKS.find(([first]) => first.test(part));
    return marks ? part.split(marks[1]) : [part];
  });
}
