/**
 * What is tried on a criterion that the first reading left open both ways: the same reading of plainer words for it, then the readers that know one
 * thing which decides whatever the rest says. What the first reading recognised stays in sight.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { join, type Side } from './requirements-together.ts';
import type { ReadingContext } from './atom.ts';
import { readableText } from './text/clean-text.ts';
import { canDecide, ends } from './deciding.ts';
import { firstOf } from './first-reader.ts';
import { GILBERT } from './one-way/gilbert.ts';
import { decidesOneWay } from './one-way/index.ts';
import { withNeverInfected } from './one-way/viruses.ts';
import { orSurfaceAntigen } from './one-way/surface-antigen.ts';
import { severalSentences } from './one-way/sentences.ts';
import { OF_AGE } from './one-way/of-age.ts';
import { reworded } from './rewording/index.ts';
import { settledAtTheVisit } from './at-the-visit.ts';
import type { ReadCriterion } from './reading.ts';
import { askedOfWomen, describesWomen } from './women-only.ts';
import { andUntreated, untreatedDisease } from './untreated.ts';

type Reading = (text: string, context: ReadingContext, side: Side) => ReadCriterion;

/** Longer ones are protocols, not criteria. */
const LONGEST = 1_500;

export function furtherReading(first: Reading): Reading {
  const again = readAgain(first);
  return (text, context, side) => {
    const made = again(text, context, side);
    if (text.length > LONGEST) return made;
    const met = side === 'inclusion' && !ends(made.requirement)[0] ? metBy(readableText(text), context, made) : made;
    const asked = orSurfaceAntigen(met.requirement, readableText(text), side);
    const requirement = describesWomen(askedOfWomen(asked, text, side), text, side);
    return requirement === met.requirement ? met : { ...met, requirement };
  };
}

/** An inclusion that nobody could meet for certain: an age of consent is read as such, a first limit is enough beside words on a syndrome. */
function metBy(text: string, context: ReadingContext, made: ReadCriterion): ReadCriterion {
  const age = ofAge(text, 'inclusion', context);
  if (age !== null) return whole(age, text);
  const limit = gilbert(text, 'inclusion', context);
  return limit === null ? made : whole(join('any', [limit, made.requirement]), text);
}
const [ofAge, gilbert] = [firstOf([OF_AGE]), firstOf([GILBERT])];

const whole = (requirement: Requirement, { length }: string): ReadCriterion => ({
  requirement,
  hard: true,
  atoms: [{ start: 0, end: length, requirement }],
});

function readAgain(first: Reading): Reading {
  const bothWays = inPlainerWords(first);
  return (text, context, side) => {
    const made = first(text, context, side);
    if (text.length > LONGEST) return made;
    const plain = readableText(text);
    if (canDecide(made.requirement)) return withVirus(bothWays(made, plain, context, side), text, side, context);
    const naive = side === 'inclusion' && /untreated|na[iï]ve/i.test(plain) ? untreatedDisease(plain) : null;
    const tumour = naive === null ? null : first(naive.plain, context, side);
    if (naive !== null && tumour !== null && canDecide(tumour.requirement) && namesTumour(tumour.requirement))
      return naive.treated === null ? tumour : { ...tumour, requirement: andUntreated(tumour.requirement, naive.treated) };
    const other = reworded(plain, side);
    const again = other === null ? null : first(other, context, side);
    if (again !== null && canDecide(again.requirement)) return again;
    const decided = decidesOneWay(plain, side, context) ?? severalSentences(plain, side, context, first);
    if (decided === null) return made.hard && settledAtTheVisit(plain, made.requirement) ? { ...made, hard: false } : made;
    const requirement = keeping(made.requirement, decided);
    return whole(requirement, text);
  };
}

/** One reading on file is not the mean of three. */
const SEVERAL_READINGS = /\b(?:triplicate|mean|average|consecutive|successive|occasions)\b/i;
/** What decided one way only is taken in plainer words where these decide both. */
function inPlainerWords(first: Reading): (made: ReadCriterion, plain: string, context: ReadingContext, side: Side) => ReadCriterion {
  return (made, plain, context, side) => {
    if (ends(made.requirement).every((certain) => certain) || SEVERAL_READINGS.test(plain)) return made;
    const other = reworded(plain, side);
    const again = other === null ? null : first(other, context, side);
    return again !== null && ends(again.requirement).every((certain) => certain) ? again : made;
  };
}

function withVirus(made: ReadCriterion, text: string, side: Side, context: ReadingContext): ReadCriterion {
  const requirement = withNeverInfected(made.requirement, text, side, context);
  return requirement === made.requirement ? made : { ...made, requirement };
}

/** Findings that were recognised still tell what the trial is about. */
function keeping(seen: Requirement, decided: Requirement): Requirement {
  // A second limit beside the one that decides would make alternatives of them.
  if (holdsPerformance(seen)) return decided;
  if (seen.kind === 'unread' || (decided.kind !== 'all' && decided.kind !== 'any') || !namesTumour(seen)) return decided;
  return { ...decided, of: decided.of.map((one) => (one.kind === 'unread' ? seen : one)) };
}
function holdsPerformance(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(holdsPerformance);
  return asked.kind === 'performance';
}
function namesTumour(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(namesTumour);
  return asked.kind === 'not' ? namesTumour(asked.of) : asked.kind === 'molecular' || asked.kind === 'tumour';
}
