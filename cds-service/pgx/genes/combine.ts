/** Several readings of one gene: the same → merged with all evidence; disagreeing → a conflict with both kept. */
import type { GuidelineKnowledge, PgxGene } from '../../knowledge/pgx/types.ts';
import type { Evidence } from '../../report/types.ts';
import { evidence, toFinding, withOtherWords } from './finding.ts';
import { namesNoVariant, type Reading } from './reading.ts';
import { sameWord } from './stated-phenotype.ts';
import type { GeneFinding } from './types.ts';
import { newerNamesMore, type LeadingTest } from './wider-test.ts';

export function combine(readings: readonly Reading[], gene: PgxGene, knowledge: GuidelineKnowledge): GeneFinding {
  const merged = mergeAgreeing(readings);
  const [first, ...others] = merged;
  if (first === undefined) throw new Error(`No reading for ${gene.symbol}.`);
  if (others.length === 0) return toFinding(first, gene, knowledge);
  const wider = newerNamesMore(merged, gene);
  if (wider !== null) return widerTest(wider, gene, knowledge);
  return conflict(merged, gene, knowledge);
}

/** The newer test's finding; what the earlier one says stands beside it. */
function widerTest({ leading, earlier, further }: LeadingTest, gene: PgxGene, knowledge: GuidelineKnowledge): GeneFinding {
  const from = listed(earlier.evidence.map(placeOf));
  const means = `${earlier.diplotype ?? ''} (${from})`;
  const unchanged = (earlier.diplotype ?? '').includes('Reference') ? 'Reference' : '*1';
  const note = `An earlier test gives ${means}; ${unchanged} is what a test calls a copy on which it found nothing, and it need not have looked for ${further.join(' and ')}. The later test is used.`;
  const finding = toFinding(leading, gene, knowledge);
  const result = { ...finding.result, notes: [...(finding.result.notes ?? []), note] };
  return withOtherWords({ ...finding, result }, [{ by: 'earlier test', means, finding: toFinding(earlier, gene, knowledge) }]);
}

/** Folds readings into each other as far as they agree; what remains more than one is a disagreement. */
function mergeAgreeing(readings: readonly Reading[]): Reading[] {
  const ordered = readings.toSorted(
    (a, b) =>
      weight(b) - weight(a) ||
      (a.diplotype ?? '').localeCompare(b.diplotype ?? '', 'en') ||
      firstReference(a).localeCompare(firstReference(b), 'en'),
  );
  const merged: { reading: Reading; readonly evidence: Evidence[] }[] = [];
  for (const reading of ordered) {
    const partner = merged.find((one) => agree(one.reading, reading));
    if (partner === undefined) merged.push({ reading, evidence: [...reading.evidence] });
    else {
      partner.reading = join(partner.reading, reading);
      partner.evidence.push(...reading.evidence);
    }
  }
  return merged.map(({ reading, evidence: all }) => ({ ...reading, evidence: all }));
}

/** Called diplotypes come first, failed tests last: a weaker reading is folded into a stronger one, "*3 not found" into what was found. */
function weight(reading: Reading): number {
  const basis = { diplotype: 3, 'allele-presence': 3, variants: 2, phenotype: 1 }[reading.basis];
  const found = reading.diplotype === null ? 0 : 0.5;
  return (reading.state === 'called' ? 8 : reading.state === 'indeterminate' ? 4 : 0) + basis + found;
}

const firstReference = (reading: Reading): string => reading.evidence[0]?.reference ?? '';

function agree(strong: Reading, weak: Reading): boolean {
  if (weak.disputed === true && strong.disputed === true) return false;
  if (weak.state === 'no-call') return true;
  if (/^normal/i.test(strong.phenotype ?? '') && leavesDoubt(weak)) return false;
  if (strong.alleleStatus !== undefined && weak.alleleStatus !== undefined) return statusesAgree(strong.alleleStatus, weak.alleleStatus);
  if (weak.basis === 'phenotype' && UNCERTAIN.test(weak.phenotype ?? '') && isRisk(strong)) return true;
  if (weak.state === 'called' && strong.state === 'called') return sameMeaning(strong, weak);
  if (strong.diplotype !== null && strong.diplotype === weak.diplotype) return true;
  // An undecided reading disagrees only when it excludes the other one.
  if (weak.seenAlleles !== undefined && strong.diplotype !== null) {
    const names = strong.diplotype.split('/');
    return weak.seenAlleles.every((allele) => names.includes(allele));
  }
  if (weak.options !== undefined && strong.diplotype !== null && weak.options.length > 0)
    return weak.options.includes(strong.diplotype) || (weak.possiblePhenotypes ?? []).includes(strong.phenotype ?? '');
  const open = (weak.possiblePhenotypes ?? []).filter((one) => one !== 'Indeterminate');
  // A statement that leaves some grades open excludes the others ("low" activity measured beside *1/*1).
  if (weak.basis === 'phenotype')
    return open.length === 0 || !isCalled(strong) || open.some((one) => sameWord(one, strong.phenotype ?? ''));
  if (open.length > 0 && strong.phenotype !== null) return open.includes(strong.phenotype);
  return strong.diplotype === null || weak.diplotype === null;
}

/** "Indeterminate", where the gene has a phenotype of that meaning, takes nothing away from a change that was found. */
const UNCERTAIN = /^uncertain (?:risk|susceptibility)\b/i;
const isRisk = (strong: Reading): boolean => isCalled(strong) && !/^(?:normal|uncertain)\b/i.test(strong.phenotype ?? '');

const isCalled = ({ state, phenotype }: Reading): boolean => state === 'called' && phenotype !== null;

/** A genotype that cannot be normal by our tables: an allele unknown to the knowledge, or one of uncertain function. */
function leavesDoubt(weak: Reading): boolean {
  if (weak.state === 'called') return false;
  const ruled =
    weak.functions !== undefined && weak.functions.length === 2 && (weak.possiblePhenotypes ?? []).every((one) => one === 'Indeterminate');
  return (weak.unknownAlleles ?? []).length > 0 || ruled;
}

function sameMeaning(a: Reading, b: Reading): boolean {
  if (a.phenotype !== b.phenotype) return false;
  if (a.activityScore !== null && b.activityScore !== null && a.activityScore !== b.activityScore) return a.diplotype === b.diplotype;
  if (a.phenotype !== null) return true;
  return a.genotype === b.genotype;
}

function statusesAgree(a: readonly string[], b: readonly string[]): boolean {
  const opposite = (status: string): string =>
    status.endsWith('positive') ? status.replace('positive', 'negative') : status.replace('negative', 'positive');
  return a.every((status) => !b.includes(opposite(status)));
}

/** One reading of two; their evidence is gathered by the caller. */
function join(strong: Reading, weak: Reading): Reading {
  const notes = [...strong.notes];
  if (
    weak.state === 'called' &&
    strong.state === 'called' &&
    weak.diplotype !== null &&
    strong.diplotype !== null &&
    weak.diplotype !== strong.diplotype
  ) {
    notes.push(`Another report gives ${weak.diplotype}, which leads to the same phenotype.`);
  }
  if (strong.state === 'called' && weak.state !== 'called' && weak.basis === 'phenotype') notes.push(...weak.notes);
  else if (strong.state === 'called' && weak.state !== 'called')
    notes.push(
      weak.state === 'no-call'
        ? 'Another test of this gene gave no result.'
        : 'Another, less certain result of this gene does not contradict this one.',
    );
  else notes.push(...weak.notes.filter((note) => !notes.includes(note)));
  const statuses =
    strong.alleleStatus === undefined && weak.alleleStatus === undefined
      ? undefined
      : [...new Set([...(strong.alleleStatus ?? []), ...(weak.alleleStatus ?? [])])].toSorted();
  const isDecided = (allele: string): boolean => statuses?.some((known) => known.startsWith(`${allele} `)) === true;
  const leftOpen = [...new Set([...(strong.leftOpen ?? []), ...(weak.leftOpen ?? [])])].filter((allele) => !isDecided(allele));
  const stated = strong.stated ?? weak.stated;
  const state = strong.state === 'no-call' ? weak.state : strong.state;
  const measured = strong.measured ?? weak.measured;
  return {
    ...strong,
    state,
    nothingFound: namesNoVariant(strong) && namesNoVariant(weak),
    ...(stated === undefined ? {} : { stated }),
    ...(statuses === undefined ? {} : { alleleStatus: statuses }),
    ...(leftOpen.length === 0 ? {} : { leftOpen }),
    ...(measured === undefined ? {} : { measured }),
    ...(strong.inDocument === true || weak.inDocument === true ? { inDocument: true } : {}),
    diplotype: strong.diplotype ?? weak.diplotype,
    notes,
    amended: strong.amended || weak.amended,
  };
}

const MOST_NAMED = 5;

/** The first few of many copies, each once. */
function listed(names: readonly string[]): string {
  const each = [...new Set(names)];
  const more = each.length - MOST_NAMED;
  return `${each.slice(0, MOST_NAMED).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** "2026-07-02, Express Genotyping": what a reader finds the report by. Empty where neither is recorded. */
function placeOf({ issued, lab }: Evidence): string {
  return [issued?.slice(0, 10), lab].filter(Boolean).join(', ');
}

/** Each reading by the day and the laboratory of its results; by their references where those do not tell the readings apart. */
function namesOf(readings: readonly (readonly Evidence[])[]): readonly string[] {
  const places = readings.map((results) => results.map(placeOf));
  const told = places.every((own, at) =>
    own.every((place) => place !== '' && !places.some((other, i) => i !== at && other.includes(place))),
  );
  return told ? places.map(listed) : readings.map((results) => listed(results.map(({ reference }) => reference)));
}

function conflict(readings: readonly Reading[], gene: PgxGene, knowledge: GuidelineKnowledge): GeneFinding {
  const conflicting = readings.map((reading) => toFinding(reading, gene, knowledge));
  const names = namesOf(conflicting.map(({ result }) => result.evidence));
  const words = conflicting.map(
    ({ result }, at) => `${result.diplotype ?? 'phenotype only'}: ${result.phenotype ?? 'no phenotype'} (${names[at] ?? ''})`,
  );
  const all = evidence(readings.flatMap((reading) => reading.evidence));
  const message = `Results for ${gene.symbol} disagree: ${words.join(' against ')}. Neither is used until this is settled.`;
  const reference = all[0]?.reference;
  return {
    gene: gene.symbol,
    state: 'conflict',
    result: {
      gene: gene.symbol,
      diplotype: null,
      phenotype: null,
      activityScore: null,
      basis: readings[0]?.basis ?? 'diplotype',
      state: 'conflict',
      notes: [message],
      evidence: all,
    },
    lookup: { keys: [], dpwgKeys: [] },
    conflicting,
    warnings: [{ code: 'conflict', message, genes: [gene.symbol], ...(reference === undefined ? {} : { reference }) }],
  };
}
