/** `genehook trials explain|match`: a patient's FHIR in, criteria or matches out. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readPatient, type PatientFacts } from '../../fhir-profiles/index.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { TrialLibrary } from '../trial-library/index.ts';
import { explainTrial, matchesForFhir, searchTrials, type RankedMatch } from '../trials/index.ts';
import { isDay } from './day.ts';
import { openTrialShelf } from './trial-store.ts';

interface Flags {
  readonly date?: string;
  readonly patient?: string;
  readonly json?: boolean;
}

export function registerTrialAnswers(trials: Command, today: () => string): void {
  trials
    .command('explain')
    .description('Say, criterion by criterion, why a patient does or does not fit one trial.')
    .argument('<nctId>', 'registry id')
    .argument('<bundle>', 'FHIR R4 bundle of the patient')
    .option('--date <YYYY-MM-DD>', 'day for which ages and dates are counted (default: today, UTC)')
    .option('--patient <id>', 'the patient asked about, where the bundle holds several')
    .option('--json', 'the match as JSON')
    .action(async (nctId: string, bundle: string, flags: Flags, command: Command) => {
      const library = await libraryOf(command);
      const trial = library.index.get(nctId) ?? library.index.get(nctId.trim().toUpperCase());
      if (!trial) return command.error(`${nctId} is not among the trials known here; import it first`, { exitCode: 1 });
      const knowledge = loadKnowledge();
      const facts = factsOf(bundle, flags, knowledge, command, today);
      const match = explainTrial(facts, knowledge.oncology, trial);
      if (match === null) return command.error(NO_TUMOUR, { exitCode: 1 });
      console.log(flags.json === true ? JSON.stringify(match, null, 2) : inWords(match));
    });
  trials
    .command('match')
    .description('The best trials for a patient, as lines, as JSON or as a FHIR R4 search-set Bundle of ResearchStudy.')
    .argument('<bundle>', 'FHIR R4 bundle of the patient')
    .option('--date <YYYY-MM-DD>', 'day for which ages and dates are counted (default: today, UTC)')
    .option('--patient <id>', 'the patient asked about, where the bundle holds several')
    .option('--limit <n>', 'how many', '20')
    .option('--json', 'matches and how they were chosen, as JSON')
    .option('--fhir', 'as a FHIR Bundle, in the shape of the CodeX trial-matching services')
    .action(async (bundle: string, flags: Flags & { limit: string; fhir?: boolean }, command: Command) => {
      const limit = Number(flags.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
        command.error('--limit is a whole number from 1 to 1000', { exitCode: 1 });
      const library = await libraryOf(command);
      const knowledge = loadKnowledge();
      const facts = factsOf(bundle, flags, knowledge, command, today);
      const found = searchTrials(facts, knowledge.oncology, library.index, { limit });
      if (found === null) return command.error(NO_TUMOUR, { exitCode: 1 });
      const { matches, search } = found;
      if (flags.fhir === true) console.log(JSON.stringify(matchesForFhir(found), null, 2));
      else if (flags.json === true) console.log(JSON.stringify({ matches, search }, null, 2));
      else {
        if (search.nextDatum !== undefined) console.log(`${search.nextDatum.text}\n`);
        for (const match of matches) console.log([match.nctId, match.verdict, match.phase, match.title].filter(Boolean).join(' · '));
      }
    });
}

const NO_TUMOUR = 'the record holds no active tumour: there is nothing to match a trial with';

async function libraryOf(command: Command): Promise<TrialLibrary> {
  const library = await (await openTrialShelf()).ready();
  return library ?? command.error('there are no trials here; import some first', { exitCode: 1 });
}

function factsOf(bundle: string, flags: Flags, knowledge: Knowledge, command: Command, today: () => string): PatientFacts {
  if (flags.date !== undefined && !isDay(flags.date)) command.error('--date is a day written YYYY-MM-DD', { exitCode: 1 });
  let resources: unknown;
  try {
    resources = JSON.parse(readFileSync(bundle, 'utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'not JSON';
    return command.error(`${bundle} cannot be read (${code})`, { exitCode: 1 });
  }
  const { facts, warnings } = readPatient(resources, {
    asOf: flags.date ?? today(),
    vocabulary: knowledge.vocabulary,
    ...(flags.patient === undefined ? {} : { patientId: flags.patient }),
  });
  // Whose record was read must not be left to chance.
  if (facts.patient.id === '' && warnings.some(({ about }) => about === 'several-patients'))
    command.error(`${bundle} holds several patients; name one with --patient`, { exitCode: 1 });
  if (facts.patient.id !== '' && flags.patient !== undefined && facts.patient.birthDate === undefined && facts.tumours.length === 0)
    command.error(`${bundle} holds nothing about patient ${flags.patient}`, { exitCode: 1 });
  return facts;
}

function inWords(match: RankedMatch): string {
  const { nctId, title, phase, status, url, verdict, criteria, nextBest, nextDatum, nearestSite } = match;
  const site = [nearestSite?.name, nearestSite?.city, nearestSite?.state, nearestSite?.country].filter(Boolean).join(', ');
  const count = (wanted: RankedMatch['criteria'][number]['verdict']): number => criteria.filter((one) => one.verdict === wanted).length;
  const far = nearestSite?.distanceKm === undefined ? (nearestSite?.judgedBy ?? '').replace('-', ' ') : `${nearestSite.distanceKm} km`;
  return [
    `${nctId} ${title}`,
    [phase, status, url].filter(Boolean).join(' · '),
    `Verdict: ${verdict}`,
    `Criteria: ${count('met')} met, ${count('not-met')} not met, ${count('unknown')} open`,
    ...(nextDatum === undefined
      ? nextBest === undefined
        ? []
        : [`To find out first: ${nextBest}`]
      : [
          `To find out first: ${nextDatum.name} (settles ${nextDatum.criteria} open ${nextDatum.criteria === 1 ? 'criterion' : 'criteria'})`,
        ]),
    ...(nearestSite === undefined ? [] : [`Nearest site: ${site} (${far})`]),
    ...(['not-met', 'unknown', 'met'] as const).flatMap((wanted) =>
      criteria.filter((one) => one.verdict === wanted).map(({ text, kind, because }) => `\n[${wanted}] ${kind}: ${text}\n    ${because}`),
    ),
  ].join('\n');
}
