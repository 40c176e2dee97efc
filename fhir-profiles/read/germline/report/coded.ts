/**
 * A report that is itself the answer: its code names the test of a gene or of one HLA allele ("HLA-B*15:02 [Presence]"), and what was found stands in
 * the conclusion, in its code or in the overall interpretation below it, with no result of its own. What cannot be read there is on file all the same.
 */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { isNotDone } from '../../../codes/not-done.ts';
import type { DataWarning, GermlineResult } from '../../../facts.ts';
import { plainTextOf } from '../../attachment.ts';
import { personAnswering } from '../../another-person.ts';
import { unparsed, type Chart } from '../../chart.ts';
import { concepts, isEmpty, list, text, wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { IntakeResource } from '../../intake.ts';
import { openAs, type ObservationView } from '../../observation.ts';
import { resultStatus } from '../../result-status.ts';
import { plainResult } from '../result/genotype.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { onlyMentioned } from '../result/mentioned.ts';
import { isDiagnosticHla, ofAnother } from '../named-test/about-the-gene.ts';
import { readNamedTest } from '../named-test/index.ts';

export interface CodedReports {
  readonly facts: readonly GermlineResult[];
  readonly warnings: readonly DataWarning[];
}

/** Reports whose code names a pharmacogene, as results of it. Only an answer that stands alone ("Positive", "*2/*2") is read. */
export function readCodedReports(chart: Chart, known: readonly GermlineResult[]): CodedReports {
  const facts: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  for (const report of reportsIn(chart)) {
    for (const answer of answersOf(report, chart)) {
      const reading = readNamedTest(openAs(report, chart.intake, { valueCodeableConcept: element(answer) }), chart);
      facts.push(...reading.results.filter((result) => result.call.kind !== 'no-call' && !isCovered(result, known)));
      warnings.push(...reading.warnings.filter(({ code }) => code === 'conflict'));
    }
  }
  return { facts, warnings };
}

/** Genes that the code of a report names and of which nothing was read anywhere: what was not read must never look like a missing test. */
export function unreadCodedReports(chart: Chart, known: readonly GermlineResult[]): CodedReports {
  const facts: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  for (const report of reportsIn(chart)) {
    const said = saidBy(report);
    if (!holdsSomething(report, chart) || said.some(isNotDone)) continue;
    const view = openAs(report, chart.intake, { valueString: UNREAD });
    const names = wordings(view.code);
    if (names.some(isDiagnosticHla)) continue;
    const alleles = names.some(ofAnother) ? [] : names.flatMap(hlaAlleles);
    const asked = [
      ...readNamedTest(view, chart).results.map(({ gene }) => gene),
      ...alleles.flatMap(({ gene }) => (gene !== null && pgxGene(gene) !== null ? [gene] : [])),
    ];
    const open = [...new Set(asked)].filter((gene) => !known.some((one) => one.gene === gene && speaksOf(one, alleles)));
    if (open.length === 0) continue;
    const call: GermlineResult['call'] = { kind: 'no-call', why: 'the result stands in the report only' };
    facts.push(...open.map((gene) => plainResult(view, gene, call, said[0]?.slice(0, 200) ?? '')));
    const message = `What a report of ${open.join(', ')} found could not be read: not interpreted. Look at the report itself.`;
    warnings.push(unparsed(report, message, open));
  }
  return { facts, warnings };
}

/** In the place of what a report says, to learn which gene it is about. */
const UNREAD = 'see report';

const reportsIn = (chart: Chart): readonly IntakeResource[] =>
  chart.intake.ofType('DiagnosticReport').filter((report) => resultStatus(report).usable);

/** What answers the code: coded conclusions, the conclusion where it is an answer and nothing else, the overall interpretation below it. */
function answersOf(report: IntakeResource, chart: Chart): readonly Concept[] {
  const own = conclusionsOf(report).filter((words) => personAnswering(words) === null);
  const written = own.map((words) => ({ codings: [], text: words.replace(/\.$/, '') }));
  const overall = resultsOf(report, chart).flatMap((view) => (view !== undefined && isOverall(view) ? [valueConcept(view.value)] : []));
  return [...concepts(report.resource['conclusionCode']), ...written, ...overall].filter(isAnswer);
}

const element = ({ codings, text: words }: Concept): Readonly<Record<string, unknown>> => ({
  coding: codings,
  ...(words === undefined ? {} : { text: words }),
});

/** Short, and about nothing but what the code asks: a text that names a gene or an allele is a sentence, and read as such. */
function isAnswer(value: Concept): boolean {
  return !isEmpty(value) && wordings(value).every((words) => words.length <= 60 && !/[.;\n]\s*\S/.test(words) && namesNothing(words));
}

function namesNothing(words: string): boolean {
  if (onlyMentioned(words) !== null || isNotDone(words) || pgxGenesIn(words).length > 0) return false;
  return hlaAlleles(words).every(({ gene, allele }) => gene === null && !allele.includes(':'));
}

const conclusionsOf = ({ resource }: IntakeResource): readonly string[] => list(resource['conclusion']).flatMap((item) => text(item) ?? []);

const saidBy = (report: IntakeResource): readonly string[] => [
  ...concepts(report.resource['conclusionCode']).flatMap(wordings),
  ...conclusionsOf(report),
  ...list(report.resource['presentedForm']).flatMap((form) => plainTextOf(form) ?? []),
];

/**
 * Words, or results that are not among the data or are its overall interpretation: a bare heading is no result, results that are there speak for
 * themselves, and of a document alone the report's own warning tells.
 */
function holdsSomething(report: IntakeResource, chart: Chart): boolean {
  return saidBy(report).length > 0 || resultsOf(report, chart).some((view) => view === undefined || isOverall(view));
}

const isOverall = (view: ObservationView): boolean => view.usable && view.codes.has(OBSERVATION.overallInterpretation);

/** Undefined for a result that is not among the data. */
function resultsOf(report: IntakeResource, chart: Chart): readonly (ObservationView | undefined)[] {
  return list(report.resource['result']).map((item) => {
    const entry = chart.intake.resolve(item, report);
    return entry === null ? undefined : chart.viewOf(entry);
  });
}

/** Whether results that were read say as much already. Of HLA each allele is a result of its own, and one that could not be read settles none. */
export function isCovered({ gene, call }: Pick<GermlineResult, 'gene' | 'call'>, known: readonly GermlineResult[]): boolean {
  const own = known.filter((one) => one.gene === gene);
  if (pgxGene(gene)?.naming !== 'hla' || call.kind !== 'allele-presence') return own.length > 0;
  return own.some(({ call: read }) => (read.kind === 'allele-presence' ? read.allele === call.allele : read.kind !== 'no-call'));
}

/** Of HLA a result of another allele than the report is about says nothing of it. */
function speaksOf({ call }: GermlineResult, alleles: ReturnType<typeof hlaAlleles>): boolean {
  return call.kind !== 'allele-presence' || alleles.length === 0 || alleles.some(({ allele }) => allele === call.allele);
}
