/** Which Groups and EvidenceVariables of a study say whom it takes, and eligibility that stands in a text of the study. */
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

/**
 * Those that hold criteria. People who are enrolled already (`actual`, `membership: enumerated`), the observed group of an arm and the variables of an outcome
 * are described by characteristics too, which ask nothing of a patient.
 */
export function criteriaAmong(study: Fields, resources: readonly Fields[]): readonly Fields[] {
  const references = [
    fieldsOf(study.recruitment).actualGroup,
    ...listOf(study.comparisonGroup).map((one) => fieldsOf(one).observedGroup),
    ...listOf(study.outcomeMeasure).map((one) => fieldsOf(one).reference),
  ];
  const otherwise = new Set(references.map((one) => textOf(fieldsOf(one).reference).replace(/^#/, '')).filter((one) => one !== ''));
  return resources.filter(
    ({ resourceType, id, actual, membership }) =>
      actual !== true &&
      membership !== 'enumerated' &&
      !otherwise.has(textOf(id)) &&
      !otherwise.has(`${textOf(resourceType)}/${textOf(id)}`),
  );
}

const TITLE =
  /^[#*_\s]*(?:(?:key|main|major|general|eligibility)\s+)*(?:inclusion|exclusion|eligibility)(?:\s+criteri(?:a|on))?[*_\s]*(?::|$)/im;
const MARKED = /^(#{1,6})\s/;

/** The part of a text (plain or markdown) that stands under a heading of inclusion, exclusion or eligibility; empty without one. */
export function criteriaText(text: string): string {
  const from = TITLE.exec(text)?.index;
  if (from === undefined) return '';
  const kept: string[] = [];
  let level = 0;
  for (const line of text.slice(from).trimStart().split(/\r?\n/)) {
    const depth = MARKED.exec(line)?.[1]?.length ?? 0;
    // The next heading of the document ends the criteria.
    if (depth > 0 && kept.length > 0 && depth <= level && !TITLE.test(line)) break;
    if (depth > 0 && (level === 0 || depth < level)) level = depth;
    kept.push(line.replace(/^#{1,6}\s+/, '').replace(/^(?:\*\*|__)(.{1,60}?)(?:\*\*|__)\s*$/, '$1'));
  }
  return kept.join('\n').trim();
}

/** What a Group says of itself in words. */
export function narrativeOf(group: Fields): string {
  return (
    textOf(group.description) ||
    textOf(fieldsOf(group.text).div)
      .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, '\n')
      .replace(/<li[^<>]*>/gi, '* ')
      .replace(/<[^<>]+>/g, '')
      .trim()
  );
}
