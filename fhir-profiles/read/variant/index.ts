/** All variants of a chart, the germline results that follow from them, and the genes that were tested. */
import { COMPONENT, OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import type { DataWarning, GermlineResult, TestedGene, VariantFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import { receptorAsVariant } from '../biomarker/receptor-as-variant.ts';
import { saysOfChange } from '../germline/named-test/about-the-test.ts';
import type { ObservationView } from '../observation.ts';
import { attachedTo, isConsequence, isSignificance, reportedStatus } from './result/attached.ts';
import { germlineVariant } from './result/germline-variant.ts';
import { asksDeletion, deletionsInParts, holdsKaryotype, readKaryotypeTest } from './result/karyotype-test.ts';
import { namesTumourVariant, readNamedVariantTest } from './named-test/index.ts';
import { unreadTest } from './named-test/one-answer.ts';
import { readOperations } from './across-results/operations.ts';
import { rowInAssessment, rowsOf, rowsOfTest } from './rows/index.ts';
import { rowsDeniedTogether, rowsInOrder } from './rows/in-order.ts';
import { textRows, unreadInList } from './rows/text-rows.ts';
import { testName } from './named-test/test-name.ts';
import { testsInAssessment } from './rows/tests-in-assessment.ts';
import { readTestedGenes } from './across-results/tested-genes.ts';
import { readVariant } from './result/index.ts';
import { originOf } from './parts/variant-parts.ts';

export interface VariantsReading {
  readonly variants: readonly VariantFact[];
  readonly germline: readonly GermlineResult[];
  readonly tested: readonly TestedGene[];
  readonly warnings: readonly DataWarning[];
  readonly claimed: ReadonlySet<IntakeResource>;
}

/**
 * `genotyped`: references of results beneath a genotype that was read; their variants are not counted again as germline results.
 * `ofGene`: references of results that have the form of a variant and were read as the result of a whole gene.
 */
export function readVariants(chart: Chart, genotyped: ReadonlySet<string>, ofGene: ReadonlySet<string> = new Set()): VariantsReading {
  const variants: VariantFact[] = [];
  const germline: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const unread: TestedGene[] = [];
  const claimed = new Set<IntakeResource>();
  const attached = attachedTo(chart);
  const statuses = new Map<string, ReturnType<typeof reportedStatus>>();
  for (const view of chart.observations) {
    if (!view.usable) continue;
    if (commentsOnResults(view)) claimed.add(view.entry);
    if (ofGene.has(view.entry.reference) || isContainerOfVariants(view, chart)) {
      claimed.add(view.entry);
      continue;
    }
    // Read with the markers.
    const receptor = receptorAsVariant(view);
    if (receptor !== null) {
      if (receptor.answer === null)
        unread.push({ gene: 'ERBB2', origin: originOf(view), negative: false, unread: receptor.said, source: view.source });
      continue;
    }
    if (saysOfChange(view) && view.value?.kind !== 'quantity') continue;
    const isVariant = view.codes.has(OBSERVATION.variant);
    const isOfGene = !isVariant && namesTumourVariant(view, chart);
    const isKaryotype = !isVariant && (holdsKaryotype(view) || (!isOfGene && asksDeletion(view)));
    const ofTest = !isKaryotype && isOfGene;
    if (!isVariant && !isKaryotype) variants.push(...deletionsInParts(view));
    const inOrder = ofTest ? rowsInOrder(view, chart) : [];
    const denied = isVariant || isKaryotype ? [] : rowsDeniedTogether(view, chart);
    const within = isVariant
      ? [...testsInAssessment(view), ...rowInAssessment(view, chart)]
      : ofTest
        ? [...(inOrder ?? []), ...denied, ...rowsOfTest(view, chart)]
        : denied;
    if (within.length > 0 || (!isVariant && !isKaryotype && !ofTest)) {
      const beneath = promisesNoFinding(view) ? [] : [rowsOf(view, chart), readableRows(view, chart, attached)].flat();
      const rows = within.length > 0 ? within : beneath;
      if (rows.length > 0) claimed.add(view.entry);
      const passed = rows.length > 0 || promisesNoFinding(view) ? [] : unreadInList(view, chart);
      if (passed.length > 0) {
        warnings.push(...unreadTest(passed, wordings(valueConcept(view.value)), view).warnings);
        for (const gene of passed)
          unread.push({ gene, origin: originOf(view), negative: false, ...saidBy(view, chart), source: view.source });
      }
      for (const row of rows) {
        const { facts, warnings: said, unreadGenes = [], stain } = readNamedVariantTest(row, chart, attached(view.entry));
        variants.push(...facts);
        warnings.push(...said.map((warning) => ({ ...warning, reference: view.entry.reference })));
        for (const gene of unreadGenes)
          unread.push({
            gene,
            origin: originOf(view),
            negative: false,
            ...(stain === undefined ? saidBy(row, chart) : { stain }),
            source: view.source,
          });
      }
      continue;
    }
    const reading = isVariant
      ? readVariant(view, chart, attached(view.entry))
      : isKaryotype
        ? readKaryotypeTest(view)
        : inOrder === null
          ? unreadTest(testName(view, chart)?.genes ?? [], wordings(valueConcept(view.value)), view)
          : readNamedVariantTest(view, chart, attached(view.entry));
    claimed.add(view.entry);
    if (isVariant) statuses.set(view.entry.reference, reportedStatus(view));
    for (const gene of reading.unreadGenes ?? [])
      unread.push({
        gene,
        origin: originOf(view),
        negative: false,
        ...(reading.stain === undefined ? saidBy(view, chart) : { stain: reading.stain }),
        source: view.source,
      });
    for (const { gene, said } of reading.examined ?? [])
      unread.push({
        gene,
        origin: originOf(view),
        negative: false,
        ...(said === undefined ? {} : { unread: said.slice(0, 200) }),
        source: view.source,
      });
    warnings.push(...reading.warnings);
    const beneath = genotyped.has(view.entry.reference);
    for (const fact of reading.facts) {
      const result = germlineVariant(fact, view);
      // What is read as the inherited make-up of a pharmacogene is no finding of a tumour.
      variants.push(result !== null && fact.origin === 'unknown' ? { ...fact, origin: 'germline' } : fact);
      if (result !== null && !beneath) germline.push(result);
    }
  }
  const operations = readOperations(chart);
  const tested = readTestedGenes(chart, variants);
  const inStatusWords = [...statuses.values()].includes('told');
  const weighed = variants.map((fact): VariantFact =>
    inStatusWords && fact.classification === 'unknown' && statuses.get(fact.source.reference) === 'unknown'
      ? { ...fact, classification: 'vus' }
      : fact,
  );
  return {
    variants: weighed,
    germline: [...germline, ...operations.facts],
    tested: [...tested.facts, ...unread],
    warnings: [...warnings, ...operations.warnings],
    claimed: new Set([...claimed, ...operations.claimed, ...tested.claimed]),
  };
}

/** Findings in the text of a test with a general name, where each of them can be read. */
function readableRows(view: ObservationView, chart: Chart, attached: ReturnType<typeof attachedTo>): readonly ObservationView[] {
  const rows = textRows(view, chart);
  const isRead = (row: ObservationView): boolean => {
    const { facts, unreadGenes = [] } = readNamedVariantTest(row, chart, attached(view.entry));
    return facts.length > 0 && unreadGenes.length === 0;
  };
  return rows.every(isRead) ? rows : [];
}

/** The words of a result that was not read, as far as they are short enough to be quoted; what a test of a fusion says is no change of its genes. */
function saidBy(view: ObservationView, chart: Chart): Pick<TestedGene, 'unread'> {
  const [said] = wordings(valueConcept(view.value));
  return said === undefined || testName(view, chart)?.asks === 'rearrangement' ? {} : { unread: said.slice(0, 200) };
}

/** Results about results: they hold no finding of their own. */
const CONTEXT: readonly string[] = [OBSERVATION.overallInterpretation, OBSERVATION.grouper, OBSERVATION.phase];

/** True for what is said about other results: a consequence, a significance, an overall interpretation, a group, a phase. */
export function commentsOnResults(view: ObservationView | undefined): boolean {
  return view !== undefined && (isConsequence(view) || isSignificance(view) || CONTEXT.some((code) => view.codes.has(code)));
}

/** A comment, or a part of a variant as a result of its own: what stands in its components need not have been found (`across-results/change-elsewhere.ts`). */
const promisesNoFinding = (view: ObservationView): boolean =>
  commentsOnResults(view) || [COMPONENT.pHgvs, COMPONENT.cHgvs, COMPONENT.gHgvs].some((code) => view.codes.has(code));

/** A complex variant (STU1) only holds its members together; each of them is read by itself. */
function isContainerOfVariants(view: ObservationView, chart: Chart): boolean {
  if (!view.codes.has(OBSERVATION.variant) || view.members.length === 0) return false;
  return view.members.every((member) => chart.viewOf(member)?.codes.has(OBSERVATION.variant) === true);
}
