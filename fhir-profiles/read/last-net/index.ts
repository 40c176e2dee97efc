/**
 * The last net. A result that names a gene or a marker and that no reader took anything from is on file all the same, whatever its form: it must look
 * neither missing nor normal. What was found is not said; that the result has to be looked at, is.
 */
import { isNotDone } from '../../codes/not-done.ts';
import type { BiomarkerFact, DataWarning, GermlineResult, TestedGene } from '../../facts.ts';
import { quoted, unparsed, type Chart } from '../chart.ts';
import { wordings } from '../elements.ts';
import { namesCopyNumber } from '../germline/result/copy-number.ts';
import { plainResult } from '../germline/result/genotype.ts';
import type { IntakeResource } from '../intake.ts';
import { openAs, type ObservationView } from '../observation.ts';
import { isResearchResult, resultStatus, whySetAside } from '../result-status.ts';
import { genesOfCodedResult } from './coded-results.ts';
import { geneOfDocument, isOfDrugGenes, isUnreadOfDrugs, ledInDocumentText } from './documents.ts';
import { toldByForm } from './forms.ts';
import { genesOfIndicator } from './indicators.ts';
import { genesOfReport, genesOfResult, isPharmacogene } from './genes.ts';
import { isSpokenOf, markersOfReport, markersOfResult } from './markers.ts';
import { ledInDocument, ledInReport, ledInResult, type LedLine } from './narrative.ts';
import { markersNoted, NOTED, notedInRecord, notedInResult } from './notes.ts';
import { mayBeResult, saidBy, saidInReport } from './spoken.ts';

export interface LastNet {
  readonly germline: readonly GermlineResult[];
  readonly tested: readonly TestedGene[];
  readonly biomarkers: readonly BiomarkerFact[];
  readonly warnings: readonly DataWarning[];
  readonly claimed: ReadonlySet<IntakeResource>;
}

/** What the readers did. */
export interface Known {
  /** Genes that some result speaks of already, whatever it says, and kinds of markers: of these nothing is added. */
  readonly genes: ReadonlySet<string>;
  readonly markers: ReadonlySet<string>;
  /** Resources that a reader took facts from, or of which it said more than that their form is not known. */
  readonly claimed: ReadonlySet<IntakeResource>;
  /** References of resources that a warning speaks of: of a claimed one without, nothing was said at all. */
  readonly warned: ReadonlySet<string>;
  /** References of facts. */
  readonly used: ReadonlySet<string>;
}

/** One resource of which nothing was read, and what it names. */
interface Unread {
  readonly view: ObservationView;
  readonly genes: readonly string[];
  readonly markers: readonly BiomarkerFact['kind'][];
  /** As written, shortened; empty where no words stand in it. */
  readonly said: string;
  readonly why: string;
  /** It stands in an attached document. */
  readonly inDocument?: true;
  /** Null where a reader said already that it could not be used. */
  readonly message: string | null;
}

export function lastNet(chart: Chart, known: Known): LastNet {
  const inResults = chart.observations.flatMap((view) => unreadResult(view, known, chart));
  const told: Known = {
    ...known,
    genes: new Set([...known.genes, ...inResults.flatMap(({ genes }) => genes)]),
    markers: new Set([...known.markers, ...inResults.flatMap(({ markers }) => markers)]),
  };
  const inReports = chart.intake.ofType('DiagnosticReport').flatMap((report) => unreadReport(report, told, chart));
  const inDocuments = chart.intake.ofType('DocumentReference').flatMap((document) => unreadDocument(document, told, chart));
  const inTexts = chart.intake.ofType('DocumentReference').flatMap((document) => inDocumentText(document, told, chart));
  const inIndicators = chart.intake.ofType('Condition', 'Flag').flatMap((entry) => unreadIndicator(entry, told, chart));
  const unread = [...inResults, ...inReports, ...inDocuments, ...inTexts, ...inIndicators];
  unread.push(...inNarratives(new Set([...told.genes, ...unread.flatMap(({ genes }) => genes)]), chart));
  const spoken = new Set([...told.markers, ...unread.flatMap(({ markers }) => markers)]);
  unread.push(...chart.intake.ofType('Condition').flatMap((entry) => inTumourNote(entry, spoken, chart)));
  for (const form of chart.intake.ofType('QuestionnaireResponse'))
    unread.push(...unreadForm(form, new Set([...told.genes, ...unread.flatMap(({ genes }) => genes)]), spoken, chart));
  unread.push(...inNotes(new Set([...told.genes, ...unread.flatMap(({ genes }) => genes)]), chart));
  const ofDrugs = chart.intake.ofType('DocumentReference').flatMap((document): readonly DataWarning[] => {
    if (!isUnreadOfDrugs(document)) return [];
    const told = unparsed(document, 'A genetic report is only on file as a document; documents are not read.');
    return [{ ...told, document: true, ...(isOfDrugGenes(document) ? { drugGenes: true as const } : {}) }];
  });
  return {
    germline: unread.flatMap(({ view, genes, said, why, inDocument }) =>
      genes
        .filter(isPharmacogene)
        .map((gene) => plainResult(view, gene, { kind: 'no-call', why, ...(inDocument === undefined ? {} : { inDocument }) }, said)),
    ),
    tested: unread.flatMap(({ view: { source, entry }, genes, said }) => {
      const spoken = { ...(said === '' ? {} : { unread: said }), ...(isResearchResult(entry) ? { forResearch: true as const } : {}) };
      return genes
        .filter((gene) => !isPharmacogene(gene))
        .map((gene): TestedGene => ({ gene, origin: 'unknown', negative: false, ...spoken, source }));
    }),
    biomarkers: unread.flatMap(({ view: { source, usable }, markers, said }) =>
      // In quotation marks: a result that was set aside ("3+", "90 %") must not be read behind the readers' backs.
      markers.map((kind): BiomarkerFact => ({
        kind,
        value: said === '' ? 'not readable here' : `“${said.slice(0, 80)}”`,
        ...(usable ? {} : { status: 'unread' }),
        source,
      })),
    ),
    warnings: [
      ...unread.flatMap(({ view, message, genes }) => (message === null ? [] : [unparsed(view.entry, message, genes)])),
      ...ofDrugs,
    ],
    claimed: new Set(unread.map(({ view }) => view.entry)),
  };
}

function unreadResult(view: ObservationView, known: Known, chart: Chart): readonly Unread[] {
  if (known.used.has(view.entry.reference) || !mayBeResult(view)) return [];
  const claimed = known.claimed.has(view.entry);
  const warned = known.warned.has(view.entry.reference);
  // A reader that took it and said nothing has often understood it: two copies, a note of general advice.
  const passedOver = claimed && !warned && (view.value !== null || view.components.length > 0) && !namesCopyNumber(view.code);
  const markers = markersOfResult(view).filter((kind) => !isSpokenOf(kind, known.markers));
  const named = claimed
    ? [...genesOfCodedResult(view, chart), ...(passedOver ? genesOfResult(view, chart).filter(isPharmacogene) : [])]
    : genesOfResult(view, chart);
  const genes = [...new Set(named)].filter((gene) => !known.genes.has(gene));
  if (genes.length + markers.length === 0) return [];
  const name = wordings(view.code)[0] ?? view.code.codings[0]?.code;
  const called = name === undefined ? '' : ` (${quoted(name)})`;
  const message = `A result of ${[...genes, ...markers].join(', ')}${called} was not used because its form is not known. Look at the result itself.`;
  return [
    {
      view,
      genes,
      markers,
      said: saidBy(view),
      why: view.usable ? 'the form of the result is not known' : whySetAside(view.entry),
      message: !view.usable || (claimed && !passedOver) ? null : message,
    },
  ];
}

/** A result that a report carries as a document only. */
const IN_DOCUMENT = { why: 'it is in an attached document, and documents are not read', inDocument: true } as const;

function unreadReport(report: IntakeResource, known: Known, chart: Chart): readonly Unread[] {
  const written = saidInReport(report);
  if (!resultStatus(report).usable || written.some(isNotDone)) return [];
  const genes = genesOfReport(report, chart).filter((gene) => !known.genes.has(gene));
  const markers = markersOfReport(report, chart).filter((kind) => !isSpokenOf(kind, known.markers));
  if (genes.length + markers.length === 0) return [];
  const [first] = written;
  const message = `What a report of ${[...genes, ...markers].join(', ')} found could not be read: not interpreted. Look at the report itself.`;
  const view = openAs(report, chart.intake, {});
  if (first === undefined) return [{ view, genes, markers, said: '', ...IN_DOCUMENT, message }];
  return [{ view, genes, markers, said: first.slice(0, 200), why: 'the result stands in the report only', message }];
}

function unreadDocument(document: IntakeResource, known: Known, chart: Chart): readonly Unread[] {
  const gene = geneOfDocument(document);
  if (gene === null || known.genes.has(gene)) return [];
  const message = `A document of ${gene} is on file: documents are not read. Look at the document itself.`;
  return [{ view: openAs(document, chart.intake, {}), genes: [gene], markers: [], said: '', ...IN_DOCUMENT, message }];
}

function inDocumentText(document: IntakeResource, known: Known, chart: Chart): readonly Unread[] {
  const led = ledInDocumentText(document).filter(({ gene }) => !known.genes.has(gene));
  const [first] = led;
  if (first === undefined) return [];
  const genes = [...new Set(led.map(({ gene }) => gene))];
  const message = `A document speaks of ${genes.join(', ')}: documents are not read. Look at the document itself.`;
  return [{ view: openAs(document, chart.intake, {}), genes, markers: [], said: first.line, ...IN_DOCUMENT, message }];
}

/** "BRCA1 Pathogenic Variant" as a genomic indicator: no result of a laboratory, and none may be called missing beside it. */
function unreadIndicator(entry: IntakeResource, known: Known, chart: Chart): readonly Unread[] {
  const { genes, said } = genesOfIndicator(entry, chart);
  const left = genes.filter((gene) => !known.genes.has(gene));
  if (left.length === 0) return [];
  return [{ view: openAs(entry, chart.intake, {}), genes: left, markers: [], said, why: 'it is a genomic indicator', message: null }];
}

/** What lines of a record say of genes of which nothing else speaks; `where`: "narrative", "note". */
function spokenOf(
  entry: IntakeResource,
  led: readonly LedLine[],
  where: string,
  known: ReadonlySet<string>,
  chart: Chart,
): readonly Unread[] {
  const left = led.filter(({ gene }) => !known.has(gene));
  const [first] = left;
  if (first === undefined) return [];
  const genes = [...new Set(left.map(({ gene }) => gene))];
  const message = `A ${where} speaks of ${genes.join(', ')} in words only: not interpreted. Look at the record itself.`;
  const view = openAs(entry, chart.intake, {});
  return [{ view, genes, markers: [], said: first.line, why: `the result stands in a ${where} only`, message }];
}

function unreadForm(
  form: IntakeResource,
  genesKnown: ReadonlySet<string>,
  markersKnown: ReadonlySet<string>,
  chart: Chart,
): readonly Unread[] {
  const told = toldByForm(form, chart);
  const genes = told.genes.filter((gene) => !genesKnown.has(gene));
  const markers = told.markers.filter((kind) => !isSpokenOf(kind, markersKnown));
  if (genes.length + markers.length === 0) return [];
  const message = `A form speaks of ${[...genes, ...markers].join(', ')}: not interpreted. Look at the form itself.`;
  const said = markers.length > 0 ? '' : told.said;
  return [{ view: openAs(form, chart.intake, {}), genes, markers, said, why: 'the result stands in a form only', message }];
}

function inTumourNote(entry: IntakeResource, known: ReadonlySet<string>, chart: Chart): readonly Unread[] {
  const markers = markersNoted(entry, chart).filter((kind) => !isSpokenOf(kind, known));
  if (markers.length === 0) return [];
  const message = `A note speaks of ${markers.join(', ')} in words only: not interpreted. Look at the record itself.`;
  // Its words are kept out of the fact: a share or a grade in a note is no measurement.
  return [{ view: openAs(entry, chart.intake, {}), genes: [], markers, said: '', why: 'the result stands in a note only', message }];
}

function inNotes(known: ReadonlySet<string>, chart: Chart): readonly Unread[] {
  return [
    ...chart.intake.ofType(...NOTED).flatMap((entry) => spokenOf(entry, notedInRecord(entry, chart), 'note', known, chart)),
    ...chart.observations.flatMap((view) => spokenOf(view.entry, notedInResult(view, chart), 'note', known, chart)),
  ];
}

function inNarratives(known: ReadonlySet<string>, chart: Chart): readonly Unread[] {
  const told = (entry: IntakeResource, led: readonly LedLine[]): readonly Unread[] => spokenOf(entry, led, 'narrative', known, chart);
  return [
    ...chart.intake
      .ofType('DiagnosticReport')
      .flatMap((report) => (resultStatus(report).usable ? told(report, ledInReport(report, chart)) : [])),
    ...chart.observations.flatMap((view) => told(view.entry, ledInResult(view, chart))),
    ...chart.intake.ofType('Composition').flatMap((document) => told(document, ledInDocument(document, chart))),
  ];
}
