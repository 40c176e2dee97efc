/**
 * The last net. A result that names a gene and that no reader took anything from is on file all the same, whatever its form: its gene must look neither
 * untested nor normal. What was found is not said; that the result has to be looked at, is.
 */
import { pgxGene } from '../codes/pgx/genes.ts';
import { NOT_DONE } from '../codes/not-done.ts';
import type { DataWarning, GermlineResult, TestedGene } from '../facts.ts';
import { quoted, unparsed, type Chart } from './chart.ts';
import { plainTextOf } from './attachment.ts';
import { concept, concepts, list, text, wordings, type Concept } from './elements.ts';
import { valueConcept } from './element-value.ts';
import { tellsOfTheTest } from './germline/about-the-test.ts';
import { anotherPerson } from './germline/another-person.ts';
import { pgxGenesIn } from './germline/gene-in-text.ts';
import { isSomatic, plainResult } from './germline/genotype.ts';
import { OF_TUMOUR, ofAnother } from './germline/named-test.ts';
import { NOT_THIS_PATIENT } from './germline/report-text.ts';
import type { IntakeResource } from './intake.ts';
import { openAs, type Component, type ObservationView } from './observation.ts';
import { resultStatus } from './result-status.ts';
import { isGeneticReport, isGenomicCategory, namesGeneticReport } from './unread.ts';
import { symbolsIn } from './variant/variant-genes.ts';

export interface NamedNotRead {
  readonly germline: readonly GermlineResult[];
  readonly tested: readonly TestedGene[];
  readonly warnings: readonly DataWarning[];
  readonly claimed: ReadonlySet<IntakeResource>;
}

/** One resource of which nothing was read, and the genes that it names. */
interface Unread {
  readonly view: ObservationView;
  readonly genes: readonly string[];
  /** As written, shortened; empty where no words stand in it. */
  readonly said: string;
  readonly why: string;
  readonly message: string;
}

/**
 * `known`: genes that some result speaks of already, whatever it says; of these nothing is added. `used`: resources that a reader took facts from or
 * said more about than that their form is not known.
 */
export function namedNotRead(chart: Chart, known: ReadonlySet<string>, used: ReadonlySet<IntakeResource>): NamedNotRead {
  const inResults = chart.observations.filter((view) => !used.has(view.entry)).flatMap((view) => unreadResult(view, known, chart));
  const told = new Set([...known, ...inResults.flatMap(({ genes }) => genes)]);
  const inReports = chart.intake.ofType('DiagnosticReport').flatMap((report) => unreadReport(report, told, chart));
  const unread = [...inResults, ...inReports];
  return {
    germline: unread.flatMap(({ view, genes, said, why }) =>
      genes.filter(isPharmacogene).map((gene) => plainResult(view, gene, { kind: 'no-call', why }, said)),
    ),
    tested: unread.flatMap(({ view, genes, said }) =>
      genes
        .filter((gene) => !isPharmacogene(gene))
        .map((gene): TestedGene => ({
          gene,
          origin: 'unknown',
          negative: false,
          ...(said === '' ? {} : { unread: said }),
          source: view.source,
        })),
    ),
    warnings: unread.map(({ view, message }) => unparsed(view.entry, message)),
    claimed: new Set(unread.map(({ view }) => view.entry)),
  };
}

function unreadResult(view: ObservationView, known: ReadonlySet<string>, chart: Chart): readonly Unread[] {
  if (!mayBeResult(view)) return [];
  const genes = [...pharmacogenesOf(view), ...tumourGenesOf(view, chart)].filter((gene) => !known.has(gene));
  if (genes.length === 0) return [];
  const name = wordings(view.code)[0] ?? view.code.codings[0]?.code;
  const called = name === undefined ? '' : ` (${quoted(name)})`;
  const message = `A result of ${genes.join(', ')}${called} was not used because its form is not known. Look at the result itself.`;
  return [{ view, genes, said: saidBy(view), why: 'the form of the result is not known', message }];
}

function unreadReport(report: IntakeResource, known: ReadonlySet<string>, chart: Chart): readonly Unread[] {
  const written = saidInReport(report);
  if (!resultStatus(report).usable || written.some((words) => NOT_DONE.test(words))) return [];
  const genes = genesOfReport(report, chart).filter((gene) => !known.has(gene));
  if (genes.length === 0) return [];
  const [first] = written;
  const why = first === undefined ? 'it is in an attached document, and documents are not read' : 'the result stands in the report only';
  const message = `What a report of ${genes.join(', ')} found could not be read: not interpreted. Look at the report itself.`;
  return [{ view: openAs(report, chart.intake, {}), genes, said: (first ?? '').slice(0, 200), why, message }];
}

/** Genes that the name of a report stands for where the report itself holds words or a document, and those that lead a line of a genetic report. */
function genesOfReport(report: IntakeResource, chart: Chart): readonly string[] {
  const said = saidInReport(report);
  const results = list(report.resource['result']);
  const holdsSomething = said.length > 0 || (results.length === 0 && list(report.resource['presentedForm']).length > 0);
  const names = wordings(concept(report.resource['code'])).filter(
    (name) => !NO_RESULT.test(name) && !NOT_DONE.test(name) && !ofAnother(name),
  );
  const named = holdsSomething
    ? names.flatMap((name) => [...(OF_TUMOUR.test(name) ? [] : pgxGenesIn(name).filter(isPharmacogene)), ...genesAlone(name, chart)])
    : [];
  const lines = isGeneticReport(report) ? said.flatMap((words) => words.split(/[;\n]|\.\s/)) : [];
  const led = lines
    .filter((line) => line.length <= LONGEST && !NO_RESULT.test(line) && !NOT_THIS_PATIENT.test(line))
    .flatMap((line) => pgxGenesIn(/^\s*([^:=]{2,20}[:=])/.exec(line)?.[1] ?? '').filter(isPharmacogene));
  return [...new Set([...named, ...led])];
}

function saidInReport({ resource }: IntakeResource): readonly string[] {
  return [
    ...concepts(resource['conclusionCode']).flatMap(wordings),
    ...list(resource['conclusion']).flatMap((item) => text(item) ?? []),
    ...list(resource['presentedForm']).flatMap((form) => plainTextOf(form) ?? []),
  ];
}

const isPharmacogene = (gene: string): boolean => pgxGene(gene) !== null;

/** Something of this patient that was found out: no plan, no description of a test, no other person's. */
function mayBeResult(view: ObservationView): boolean {
  if (!view.usable || tellsOfTheTest(view) || anotherPerson(view) !== null) return false;
  const holdsNothing =
    view.value === null &&
    view.components.length === 0 &&
    view.interpretation.length === 0 &&
    view.notes.length === 0 &&
    list(view.entry.resource['hasMember']).length === 0;
  if (holdsNothing || (view.value === null && view.noValue !== undefined && view.components.length === 0)) return false;
  return ![...wordings(view.code), ...wordings(valueConcept(view.value)), ...view.notes].some(
    (words) => NOT_DONE.test(words) || NO_RESULT.test(words) || ofAnother(words),
  );
}

/** A gene's name in a question, or in what is said of drugs, of a plan or of relatives. */
const NO_RESULT =
  /\b(?:inhibit\w*|induc(?:e|er|ers|tion)|substrates?|interact\w*|metaboli[sz]ed|recommend\w*|consider\w*|suggest\w*|advis\w*|consent\w*|counsel\w*|indication|reason|question|family|mother|father|sibling|brother|sister|relatives?|donor|antibod\w*|virus|viral)\b|\?\s*$/i;

/** Pharmacogenes in the name of the result, in the names and answers of its parts, and in its value where the result is one of genetics. */
function pharmacogenesOf(view: ObservationView): readonly string[] {
  if (isSomatic(view) || wordings(view.code).some((name) => OF_TUMOUR.test(name))) return [];
  const texts = [...namesOf(view.code), ...view.components.flatMap(spokenIn), ...(isGenetic(view) ? shortValue(view) : [])];
  return [...new Set(texts.flatMap(pgxGenesIn))].filter(isPharmacogene);
}

/** Genes of a tumour where nothing else can be meant: the name says nothing beside them, or a part of the result is the gene. */
function tumourGenesOf(view: ObservationView, chart: Chart): readonly string[] {
  // A number under "EGFR" or "ALK" is a filtration rate, a phosphatase.
  if (view.value !== null && !isWorded(view)) return [];
  const genetic = isGenetic(view) || view.components.some(({ code }) => wordings(code).some((words) => GENE.test(words)));
  const named = namesOf(view.code).filter((words) => genetic || OF_A_TEST.test(words) || isWorded(view));
  const parts = genetic ? view.components.flatMap(spokenIn) : [];
  const value = genetic ? shortValue(view).map((words) => words.split(/[\s:,;(]/)[0] ?? '') : [];
  return [...new Set([...named, ...parts, ...value].flatMap((words) => genesAlone(words, chart)))];
}

/** Genes of a name that says nothing beside them: "EGFR", "KRAS/NRAS mutation analysis". */
function genesAlone(words: string, chart: Chart): readonly string[] {
  const symbols = symbolsIn(words, chart);
  const rest = symbols.reduce((text, symbol) => text.replaceAll(symbol, ' '), words).replace(OF_A_TEST, ' ');
  return symbols.length > 0 && !/[\p{L}\d]/u.test(rest) ? symbols.filter((gene) => !isPharmacogene(gene)) : [];
}

/** Words around a gene in the name of its test. */
const OF_A_TEST =
  /\b(?:genes?|genetics?|genomics?|genotyp\w*|mutations?|mutational|variants?|alterations?|sequenc\w*|molecular|tests?|testing|analysis|assays?|status|results?|screen(?:ing)?|panel|profil\w*|information|somatic|tumou?r|by|NGS|PCR|DNA|RNA)\b/gi;
const GENE = /\bgenes?\b|\blocus\b|\bmarkers?\b|\bmutat|\bvariant|\bgenomic|\bgenetic|\bmolecular/i;

const NUMBER = /^\s*[<>≤≥~=]*\s*\d+(?:[.,]\d+)?\s*(?:%|[a-zµ]+\/\S.*)?$/i;
function isWorded({ value }: ObservationView): boolean {
  if (value?.kind === 'boolean') return true;
  return (value?.kind === 'text' || value?.kind === 'concept') && !wordings(valueConcept(value)).some((words) => NUMBER.test(words));
}

function isGenetic(view: ObservationView): boolean {
  return wordings(view.code).some((words) => namesGeneticReport(words) || GENE.test(words)) || isGenomicCategory(view.entry);
}

const LONGEST = 80;
const namesOf = (code: Concept): readonly string[] => [...wordings(code), ...code.codings.map((coding) => coding.code)];
const shortValue = (view: ObservationView): readonly string[] =>
  wordings(valueConcept(view.value)).filter((words) => words.length <= LONGEST && !NO_RESULT.test(words));
function spokenIn({ code, value, interpretation }: Component): readonly string[] {
  if (value === null && interpretation.length === 0) return [];
  const said = [...namesOf(code), ...wordings(valueConcept(value))];
  return said.some((words) => NOT_DONE.test(words) || NO_RESULT.test(words)) ? [] : said.filter((words) => words.length <= LONGEST);
}

function saidBy(view: ObservationView): string {
  const parts = view.components.flatMap(({ code, value }) => {
    const [name = '', answer = ''] = [wordings(code)[0], wordings(valueConcept(value))[0]];
    return answer === '' ? [] : [`${name}: ${answer}`];
  });
  return [...wordings(valueConcept(view.value)).slice(0, 1), ...parts].join('; ').slice(0, 200);
}
