/** Age from a birth date that may be known by its year, or by year and month, only (as de-identified records give it). */

/** Youngest and oldest completed years that the birth date allows at a day; null when neither date says enough, or the birth is later. */
export function possibleAges(birthDate: string | undefined, asOf: string): readonly [youngest: number, oldest: number] | null {
  const born = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(birthDate ?? '');
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(asOf)?.[1];
  if (born === null || day === undefined) return null;
  const [, year = '', month, date] = born;
  const first = `${year}-${month ?? '01'}-${date ?? '01'}`;
  const last = `${year}-${month ?? '12'}-${date ?? '31'}`;
  if (first > day) return null;
  return [Math.max(0, yearsBetween(last, day)), yearsBetween(first, day)];
}

/** Completed years at a day; undefined where the birth date leaves two ages open. */
export function completedYears(birthDate: string, asOf: string): number | undefined {
  const ages = possibleAges(birthDate, asOf);
  return ages !== null && ages[0] === ages[1] ? ages[0] : undefined;
}

const ADULT_YEARS = 18;

/**
 * The age to reckon with: where the birth date leaves two open, the younger of an adult's (no limit of adult age is thereby called reached too
 * early), and none around childhood, where a year decides.
 */
export function ageToReckonWith(birthDate: string, asOf: string): number | undefined {
  const [youngest, oldest] = possibleAges(birthDate, asOf) ?? [];
  return youngest === oldest || (youngest !== undefined && youngest >= ADULT_YEARS) ? youngest : undefined;
}

function yearsBetween(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
