/** The body of a drug card: result with date and laboratory, effect, recommendation, basis. */
import type { DrugAdvice, PatientReport } from '../../report/types.ts';
import { readableDate } from '../dates.ts';
import type { DetailLine } from '../detail.ts';
import { sentencesOf } from '../detail.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Whereabouts } from '../not-checked-text.ts';

/** `where`: how a gene without a result is told, "on file" or only "found". */
export function adviceDetail(advice: DrugAdvice, report: PatientReport, where: Whereabouts): DetailLine[] {
  return [
    { label: 'Result', sentences: resultSentences(advice, report, where), keep: 2 },
    { label: 'Effect', sentences: escaped(advice.implication ?? ''), keep: 1 },
    {
      label: 'Recommendation',
      sentences: [...escaped(withoutRepeats(advice, report)), ...branchSentence(advice), ...whyNot(advice)],
      keep: 2,
    },
    { label: 'Basis', sentences: [basis(advice, report)], keep: 1 },
  ];
}

/** That a gene has no result stands in the line above; that one could not be used does not. */
function withoutRepeats({ text, without }: DrugAdvice, report: PatientReport): string {
  const onFile = new Set(report.pgx.genes.map(({ gene }) => gene));
  const isRepeated = without !== undefined && !without.genes.some((gene) => onFile.has(gene));
  return isRepeated
    ? sentencesOf(text)
        .filter((part) => part !== without.sentence)
        .join(' ')
    : text;
}

/** "rs4149056 T/C" for the names that a guideline gives the bases of one position; nothing for what is no genotype but a class. */
function spokenGenotype(diplotype: string | null): string | null {
  if (diplotype === null || diplotype.includes('non-responsive')) return null;
  const [a, b] = diplotype.split('/').map((half) => /^(rs\d+) (?:variant|reference) \(([ACGT])\)$/.exec(half));
  return a?.[1] !== undefined && a[1] === b?.[1] ? `${a[1]} ${a[2] ?? ''}/${b[2] ?? ''}` : diplotype;
}

/** Genotype and phenotype per gene, each with its date and laboratory; what the advice rests on before what is missing. */
function resultSentences(advice: DrugAdvice, report: PatientReport, where: Whereabouts): string[] {
  const untested: string[] = [];
  const tested = advice.genes.flatMap(({ gene, phenotype }) => {
    const result = report.pgx.genes.find((entry) => entry.gene === gene);
    // That nothing is on file does not say that nothing was done.
    if (result === undefined) {
      untested.push(
        advice.geneNotNamed === true ? `No result ${where} names ${escapeMarkdown(gene)}.` : `No ${escapeMarkdown(gene)} result ${where}.`,
      );
      return [];
    }
    if (phenotype === null && result.state === 'called') {
      untested.push(`${escapeMarkdown(gene)} not tested for this drug.`);
      return [];
    }
    const shown = gene.startsWith('HLA') ? phenotype : result.phenotype;
    const call = [spokenGenotype(result.diplotype), shown].filter((part) => part !== null && part !== undefined).join(', ');
    // Of results that disagree each has its own date and laboratory, which the recommendation tells.
    const list = result.recordedAlleles?.find(({ status }) => phenotype?.split(', ').includes(status) === true)?.list;
    const source = result.state === 'conflict' || list !== undefined ? undefined : result.evidence[0];
    const when = [list ?? result.recordedIn, source?.issued === undefined ? undefined : readableDate(source.issued), source?.lab]
      .filter((part) => part !== undefined)
      .join(', ');
    const adjusted = advice.phenoconversion?.find((entry) => entry.gene === gene);
    const now =
      adjusted === undefined
        ? ''
        : `; now acts as ${adjusted.after.phenotype.toLowerCase()} with ${adjusted.by.map(({ name, stoppedDaysAgo }) => `${name}${stoppedDaysAgo === undefined ? '' : ` (stopped ${String(stoppedDaysAgo)} days ago)`}`).join(', ')}`;
    const words = call === '' ? (result.state === 'conflict' ? 'conflicting results' : (phenotype ?? 'not readable')) : call;
    const other = (result.otherWords ?? []).map(
      ({ by, means }) => `; ${by === 'laboratory' ? 'the laboratory calls it' : `the ${by} says`} ${means}`,
    );
    const said = escapeMarkdown(`${gene} ${words}${when === '' ? '' : ` (${when})`}${now}${other.join('')}.`);
    // Why nothing could be made of it is what the prescriber can act on.
    const unread = advice.coverage === 'unreadable' || advice.action === 'test-first' || advice.doubts !== undefined;
    const [why] = unread && result.state === 'indeterminate' ? (result.notes ?? []) : [];
    return why === undefined ? [said] : [`${said} ${escapeMarkdown(/[.!?]$/.test(why) ? why : `${why}.`)}`];
  });
  return [...tested, ...untested];
}

/** Where nothing is advised there is no branch to hold for. */
function branchSentence({ populationKnown, population, coverage }: DrugAdvice): string[] {
  return populationKnown === false && coverage === undefined
    ? [escapeMarkdown(`Holds for ${widest(population.split('; ')).join(' and for ')}; the chart does not show whether this applies.`)]
    : [];
}

/** "First use" holds for "first use, no alternative available" as well. */
const widest = (populations: readonly string[]): readonly string[] =>
  populations.filter((one) => !populations.some((other) => one.startsWith(`${other}, `)));

/** Why an alternative is barred or what comes with it; options with the same words share a sentence. */
function whyNot({ alternatives }: DrugAdvice): string[] {
  const told: { readonly not: string; readonly why: string; readonly names: string[] }[] = [];
  for (const { name, ok, why, standing } of alternatives) {
    if (why === undefined || standing === 'not-checked') continue;
    // What is on the list already is no reason against the drug: it may be the answer.
    const not = ok || standing === 'already-taken' ? '' : 'Not ';
    const same = told.find((one) => one.not === not && one.why === why);
    if (same === undefined) told.push({ not, why, names: [name] });
    else same.names.push(name);
  }
  return told.map(({ not, why, names }) => {
    const said = `${not}${names.join(', ')}: ${why}.`;
    return escapeMarkdown(`${said.charAt(0).toUpperCase()}${said.slice(1)}`);
  });
}

const STRENGTH = { strong: 'strong', moderate: 'moderate', optional: 'optional', none: 'not graded' } as const;

function basis({ source, strength, population, populationKnown, completed }: DrugAdvice, report: PatientReport): string {
  const release = report.knowledge.find(({ id }) => id === 'pgx-guideline');
  const snapshot = release === undefined ? '' : `; knowledge ${release.version}`;
  const branch = population === 'all patients' || populationKnown === false ? '' : ` (${population})`;
  // The strength is then that of the row it was filled in from.
  const filled = completed === true ? '; row completed from the same category' : '';
  return escapeMarkdown(`${source.label}${branch}, strength ${STRENGTH[strength]}${filled}${snapshot}.`);
}

function escaped(text: string): string[] {
  return sentencesOf(text).map(escapeMarkdown);
}
