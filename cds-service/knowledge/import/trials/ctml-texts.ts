/**
 * What a CTML trial says in words beside its trees: the requirements of earlier treatment, under which some sites put the registry's whole eligibility text line by
 * line ("Exclude - …" marks the exclusions), and what CTIMS calls additional criteria, of the trial and of an arm.
 */
import type { Levels } from './ctml-levels.ts';
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

const EXCLUDED = /^\W*(?:exclude[ds]?|exclusion)\s*[-–—:]\s*/i;
const INCLUDED = /^\W*(?:include[ds]?|inclusion)\s*[-–—:]\s*(?=\S)/i;
/** "Key exclusion criteria for both phases:" */
const HEADING = /^\W*(?:[\w/-]+ ){0,4}(inclusion|exclusion|eligibility) criteria\b[^.;]{0,80}:?\s*$/i;
const BULLETED = /^\s*(?:[*•·◦-]|\(?\w{1,3}\\?[.)])\s/;

/** One eligibility text; empty where nothing is said. */
export function furtherTexts(value: Fields, { said }: Pick<Levels, 'said'>): string {
  const stated = [...linesOf(value.prior_treatment_requirements), ...linesOf(value.additional_criteria_requirements)];
  const [inclusions, exclusions]: [string[], string[]] = [[], []];
  let side = inclusions;
  for (const text of stated) {
    const marked = EXCLUDED.exec(text) ?? INCLUDED.exec(text);
    const plain = marked === null ? text : text.slice(marked[0].length);
    const heading = HEADING.exec(plain);
    // A heading holds for the lines beneath it, a mark for its own line.
    if (heading !== null) side = /exclusion/i.test(heading[1] ?? '') ? exclusions : inclusions;
    const own = marked === null ? side : EXCLUDED.test(text) ? exclusions : inclusions;
    if (heading === null) own.push(BULLETED.test(plain) ? plain : `* ${plain}`);
    else if (!/^\W*(?:inclusion|exclusion) criteria\W*$/i.test(plain)) own.push('', plain, '');
  }
  for (const { name, texts } of said) inclusions.push('', `For ${name}:`, '', ...texts.map((text) => `* ${text}`));
  return [
    ...(inclusions.length === 0 ? [] : ['Inclusion Criteria:', '', ...inclusions]),
    ...(exclusions.length === 0 ? [] : ['', 'Exclusion Criteria:', '', ...exclusions]),
  ]
    .join('\n')
    .trim();
}

/** Strings, or objects that hold one. */
function linesOf(value: unknown): string[] {
  return listOf(value)
    .map((one) => textOf(one) || textOf(fieldsOf(one).additional_criteria_requirement_name))
    .map((text) => text.replace(/\s*\n\s*/g, ' ').trim())
    .filter((text) => text !== '');
}
