/** How often, from an instruction's words: "3 (three) times daily", "every morning and at bedtime", "q8h", "twice a week". */
import { entryOf } from '../../entry-of.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  einmal: 1,
  zweimal: 2,
  dreimal: 3,
  viermal: 4,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  una: 1,
  dos: 2,
  tres: 3,
  due: 2,
  tre: 3,
};
const NUMBER = String.raw`(?:\d{1,2}|one|two|three|four|five|six|eight|ten|twelve)`;

/** Per day, of the unit that a word begins with. */
function daysOf(unit: string): number {
  if (unit.startsWith('h')) return 1 / 24;
  if (unit.startsWith('w')) return 7;
  return unit.startsWith('m') ? 30.4375 : 1;
}
/** "zweimal", "3 x", "two times". */
const count = (words: string): number =>
  entryOf(NUMBERS, words) ?? ofNumber(words.replace(/\s*(?:times?|x|×|mal|fois|veces|vez|volte|volta|keer|vezes)$/, ''));
const ofNumber = (word: string): number => entryOf(NUMBERS, word) ?? Number(word);

interface Rule {
  readonly words: RegExp;
  readonly perDay: (groups: readonly string[]) => number;
}

/** What states a number of doses outright. Each match is taken out of the text before the next rule looks. */
const STATED: readonly Rule[] = [
  {
    words: new RegExp(
      String.raw`\b(once|twice|thrice|${NUMBER}\s*(?:times?|x|×))(?:\s*,|\s*-)?\s*(?:an?|per|each|every|\/)?\s*(days?|daily|nightly|nights?|weeks?|weekly|months?|monthly)\b`,
      'g',
    ),
    perDay: ([times = '', unit = '']) => count(times) / daysOf(unit),
  },
  {
    words:
      /(?<!\p{L})(einmal|zweimal|dreimal|viermal|(?:\d{1,2}|une|deux|trois|quatre|una|dos|tres|due|tre)\s?(?:x|×|mal|fois|veces|vez|volte|volta|keer|vezes))\s*(t[äa]glich|am tag|pro tag|par jour|al d[íi]a|al giorno|per dag|ao dia|w[öo]chentlich|pro woche|par semaine|a la semana|alla settimana|per week)(?!\p{L})/gu,
    perDay: ([times = '', unit = '']) => count(times) / (/w[öo]ch|woche|sem|sett|week/.test(unit) ? 7 : 1),
  },
  {
    words: new RegExp(
      String.raw`\b(?:every|each|q\.?|alle|cada|toutes les)\s?(${NUMBER})\s?(?:(?:-|–|to)\s?${NUMBER}\s?)?(hours?|hrs?|h|days?|d|weeks?|wks?|months?|stunden|horas|heures)\b`,
      'g',
    ),
    perDay: ([times = '', unit = '']) => 1 / (count(times) * (unit.startsWith('s') ? 1 / 24 : daysOf(unit))),
  },
  {
    words: /\b(?:every (?:other|second)|on alternate|alternate|alternating|q\s?other) (days?|nights?|mornings?|evenings?|weeks?)\b/g,
    perDay: ([unit = '']) => 1 / (2 * (unit.startsWith('w') ? 7 : 1)),
  },
  { words: /\bqod\b/g, perDay: () => 0.5 },
  { words: /\b(?:bid|bd)\b/g, perDay: () => 2 },
  { words: /\b(?:tid|tds)\b/g, perDay: () => 3 },
  { words: /\b(?:qid|qds)\b/g, perDay: () => 4 },
  { words: /\b(?:weekly|(?:every|each|per|a|q) ?week|qwk|qweek)\b/g, perDay: () => 1 / 7 },
  { words: /\b(?:monthly|(?:every|each|per|a|q) ?month)\b/g, perDay: () => 1 / 30.4375 },
];
/** Once a day, unless moments of the day are counted. */
const DAILY =
  /\b(?:qd|qday|q ?24 ?h|daily|every ?day|each day|(?:a|per|q) day)\b|(?<!\p{L})(?:t[äa]glich|par jour|al d[íi]a|diaria?mente|al giorno|dagelijks)(?!\p{L})/gu;
const MOMENTS: readonly RegExp[] = [
  /\b(?:mornings?|breakfast|qam|a\.?m\b|mane|morgens)/,
  /\b(?:noon|midday|lunch|mittags)\b/,
  /\bafternoons?\b/,
  /\b(?:evenings?|dinner|supper|qpm|p\.?m\b|abends)/,
  /\b(?:bedtime|nights?|nightly|qhs|hs|nocte)\b/,
];
/** "5 days a week": so many of seven. */
const DAYS_A_WEEK = new RegExp(
  String.raw`\b(${NUMBER})\s?(?:days?|times? (?:on )?days?)\s?(?:a|per|each|every|\/|out of the)\s?week(?:ly)?\b`,
);
/** What is added when needed: how often is then not said. */
const ADDED =
  /\b(?:may|can) (?:also )?(?:take|use|give|have|repeat)\b|\b(?:additional|extra|another) (?:dose|tablet|capsule|tab|cap)s?\b|\brepeat (?:dose )?(?:in|after)\b/;
/** A most, a total or a clock: no frequency. */
const NO_FREQUENCY =
  /\btotal daily\b|\b(?:max(?:imum)?\.?|not (?:to )?exceed\w*|no more than|do not take more than)\b[^.;]{0,40}?\b(?:daily|per day|a day|each day|in 24 h\w*|\/day)\b(?:\s+dose)?|\bdaily (?:dose|max\w*|limit|total|amount|value)\b|\b(?:mg|mcg|g|units?|tablets?|capsules?)\s?(?:\/|per )(?:kg\/)?day\b/g;
const WEEKDAYS: readonly RegExp[] = [
  /\bmon(?:days?)?\b/,
  /\btue?s?(?:days?)?\b/,
  /\bwed(?:nesdays?)?\b/,
  /\bthu(?:r|rs)?(?:days?)?\b/,
  /\bfri(?:days?)?\b/,
  /\bsat(?:urdays?)?\b/,
  /\bsun(?:days?)?\b/,
];
const WORKDAYS = /\bmon(?:day)?\s?(?:-|–|to|through|thru)\s?fri(?:day)?\b|\bm-f\b|\bon weekdays\b|\bweekdays only\b/;

/**
 * Doses a day; null when the words state none, or two that differ (tapers, cycles), or hold a number of times that could not be read: a frequency
 * read too low would let a limit pass unseen. "As needed" and "up to" change nothing: the figure is then the most that is allowed.
 */
export function dosesPerDayInWords(written: string): number | null {
  let rest = written
    .slice(0, 500)
    .toLowerCase()
    .replace(/(?<=\b[btq])\.(?=[idh])|(?<=\b[btq]\.?[ioadh])\.(?=[dmsh]?)/g, '')
    .replace(/(\d{1,2}|one|two|three|four|six)\s*\(\s*(?:\d{1,2}|one|two|three|four|six)\s*\)/g, '$1')
    .replace(NO_FREQUENCY, ' ');
  if (ADDED.test(rest)) return null;
  const ofSeven = DAYS_A_WEEK.exec(rest);
  if (ofSeven !== null) {
    const days = count(ofSeven[1] ?? '');
    const others = rest.replace(ofSeven[0], ' ');
    const onDays = dosesPerDayInWords(others) ?? dosesPerDayInWords(`${others} daily`);
    return days >= 1 && days <= 7 && onDays !== null && onDays >= 1 ? (onDays * days) / 7 : null;
  }
  const stated = new Set<number>();
  for (const { words, perDay } of STATED)
    rest = rest.replace(words, (...match: unknown[]) => {
      stated.add(perDay(match.slice(1).filter((group) => typeof group === 'string')));
      return ' ; ';
    });
  if ([...stated].some((value) => !(value > 0 && Number.isFinite(value)))) return null;
  const daily = rest.search(DAILY) >= 0;
  if (stated.size > 1 || (stated.size === 1 && daily && !stated.has(1) && !onWeekdays(rest))) return null;
  const moments = MOMENTS.filter((moment) => moment.test(rest)).length;
  const [outright] = stated;
  // "TID AC & HS": before three meals and at bedtime.
  if (outright === 3 && /\bac\b.{0,6}\bhs\b/.test(rest)) return 4;
  if (outright === undefined && /\b(?:\d{1,2}|two|three|four)\s?(?:times|x|×)|\bmeals\b/.test(rest)) return null;
  const perDay = outright ?? (moments > 0 ? moments : daily || onWeekdays(rest) ? 1 : null);
  return perDay === null ? null : inWeek(perDay, rest);
}

function onWeekdays(text: string): boolean {
  return WORKDAYS.test(text) || WEEKDAYS.some((day) => day.test(text));
}

/** Of some days of the week only; a day on which it begins, or that is left out, decides nothing here. */
function inWeek(perDay: number, text: string): number | null {
  if (!onWeekdays(text)) return perDay;
  if (perDay < 1 || /\b(?:start|begin|except|until|stop|skip|hold|off)\w*/.test(text)) return null;
  const days = WORKDAYS.test(text) ? 5 : WEEKDAYS.filter((day) => day.test(text)).length;
  return (perDay * days) / 7;
}
