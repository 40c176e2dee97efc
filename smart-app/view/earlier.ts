/** Cancer drugs of the past with their days and how they ended: what the next line of therapy and a second attempt hang on. */
import type { Earlier, PanelReport, Taken } from '../data/panel-report.ts';

export interface EarlierCourse {
  readonly course: Earlier;
  /** The entry of the drug list with its days; undefined where the list has none for this drug. */
  readonly days: Taken | undefined;
  /** The tumour grew under it, or it was not tolerated: what speaks against giving it again. */
  readonly against: boolean;
  /** How it ended, without the day where that stands beside it already. */
  readonly said: string;
}

type Past = Pick<PanelReport, 'earlier' | 'taken'>;

/** The course that ended last first; those without a day behind them, by name. */
export function earlierCourses({ earlier, taken }: Past): readonly EarlierCourse[] {
  return earlier
    .map((course) => {
      const days = taken.find((drug) => drug.role === 'past' && isOf(drug, course));
      return { course, days, against: speaksAgainst(course), said: withoutDay(course.said, days?.to) };
    })
    .sort((a, b) => lastDay(b).localeCompare(lastDay(a)) || a.course.drug.name.localeCompare(b.course.drug.name, 'en'));
}

/** How courses of one of these drugs ended; nothing where the chart does not say. */
export function earlierOf(drugs: readonly { readonly name: string }[], { earlier }: Pick<Past, 'earlier'>): readonly Earlier[] {
  const names = new Set(drugs.map(({ name }) => name.toLowerCase()));
  return earlier.filter(({ drug }) => names.has(drug.name.toLowerCase()));
}

/** How a drug of the past list ended: by its very record, or by its name where it stands alone; a combination is not ended with one of its parts. */
export function endOf(drug: Taken, { earlier }: Pick<Past, 'earlier'>): Earlier | undefined {
  return earlier.find((course) => isOf(drug, course));
}

export function speaksAgainst({ ended }: Earlier): boolean {
  return ended.includes('progression') || ended.includes('intolerance');
}

function isOf({ ingredients, references }: Taken, { drug, evidence }: Earlier): boolean {
  const [only] = ingredients;
  const named = ingredients.length === 1 && only?.name.toLowerCase() === drug.name.toLowerCase();
  return named || evidence.some(({ reference }) => reference !== '' && references.includes(reference));
}

/** "stopped for progression (2025-11-03)" beside "… to 3 Nov 2025" says the day twice; of several ends each keeps its own. */
function withoutDay(said: string, day: string | undefined): string {
  return day === undefined || said.includes('; ') ? said : said.replace(` (${day})`, '');
}

function lastDay({ course, days }: Pick<EarlierCourse, 'course' | 'days'>): string {
  // The words carry the day where the list has none: the latest of several.
  const [said = ''] = (course.said.match(/\d{4}-\d{2}-\d{2}/g) ?? []).sort().reverse();
  return days?.to ?? said;
}
