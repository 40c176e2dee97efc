/** Everything genomic and oncologic of one chart, read in the order in which the readers build on each other. */
import type {
  BiomarkerFact,
  CalledResistant,
  DataWarning,
  DrugStatement,
  GermlineResult,
  PerformanceFact,
  TestedGene,
  TumourFact,
  UnreadReport,
  VariantFact,
} from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { NAMES_CHOLINESTERASE } from '../codes/inherited-traits.ts';
import { wordings } from './elements.ts';
import type { ObservationView } from './observation.ts';
import { readBiomarkers } from './biomarker/index.ts';
import { openChart, type Chart } from './chart.ts';
import { isConclusionInWords, isOfConclusion } from './conclusion-in-words.ts';
import { tellsOfTheTest } from './germline/named-test/about-the-test.ts';
import { beneathGenotypes } from './germline/result/beneath.ts';
import { notOfPatient } from './another-person.ts';
import { readGermline } from './germline/index.ts';
import type { Intake } from './intake.ts';
import { readTumours } from './tumour/index.ts';
import { readPerformance } from './tumour/performance.ts';
import { resultsToCome } from './results-to-come.ts';
import { reportTexts } from './report-text.ts';
import { withoutEverydayLines } from './everyday-lines.ts';
import { lastNet } from './last-net/index.ts';
import { unreadReports } from './unread-reports.ts';
import { unreadWarnings } from './unread.ts';
import { calledResistant } from './variant/across-results/called-resistant.ts';
import { markedAsOfBlood } from './variant/across-results/of-blood-cells.ts';
import { changesElsewhere } from './variant/across-results/change-elsewhere.ts';
import { heldAgainstConclusions } from './variant/across-results/denied-in-conclusion.ts';
import { withoutNameless } from './variant/result/germline-variant.ts';
import { commentsOnResults, readVariants } from './variant/index.ts';

export interface GenomicFacts {
  readonly germline: readonly GermlineResult[];
  readonly drugStatements: readonly DrugStatement[];
  readonly variants: readonly VariantFact[];
  readonly tested: readonly TestedGene[];
  readonly biomarkers: readonly BiomarkerFact[];
  readonly tumours: readonly TumourFact[];
  readonly performance: readonly PerformanceFact[];
  readonly calledResistant: readonly CalledResistant[];
  readonly unreadReports: readonly UnreadReport[];
  readonly warnings: readonly DataWarning[];
  /** References of Procedures and Conditions that were read as genomic studies and indicators; no further word about them is needed. */
  readonly handled: ReadonlySet<string>;
}

export const NO_GENOMIC_FACTS: GenomicFacts = {
  germline: [],
  drugStatements: [],
  variants: [],
  tested: [],
  biomarkers: [],
  tumours: [],
  performance: [],
  calledResistant: [],
  unreadReports: [],
  warnings: [],
  handled: new Set(),
};

/** Read as a trait of the patient (`stated-in-rows.ts`), never as a tumour's gene. */
const isCholinesterase = ({ code }: ObservationView): boolean => wordings(code).some((words) => NAMES_CHOLINESTERASE.test(words));

/** Conclusions in words are for the readers of findings alone: what they do not understand is told with the report. */
function concludedApart(chart: Chart): { readonly chart: Chart; readonly concluded: readonly ObservationView[] } {
  const concluded = chart.observations.filter(({ entry }) => isConclusionInWords(entry));
  return concluded.length === 0
    ? { chart, concluded }
    : { chart: { ...chart, observations: chart.observations.filter((view) => !concluded.includes(view)) }, concluded };
}

/** What a conclusion says of a gene that a result says as well stands there once. */
function withoutRepeated(reading: ReturnType<typeof readVariants>): ReturnType<typeof readVariants> {
  const saying = ({ gene, presence, kind, pHgvs }: VariantFact): string => [gene, presence, pHgvs ?? kind].join(' ');
  const inResults = new Set(reading.variants.filter(({ source }) => !isOfConclusion(source.reference)).map(saying));
  const variants = reading.variants.filter((fact) => !isOfConclusion(fact.source.reference) || !inResults.has(saying(fact)));
  return variants.length === reading.variants.length ? reading : { ...reading, variants };
}

/** `elsewhere`: references that other readers used or spoke of. */
export function readGenomicFacts(intake: Intake, vocabulary: Vocabulary, elsewhere: ReadonlySet<string>): GenomicFacts {
  const { chart: opened, warnings: toCome } = resultsToCome(openChart(intake, vocabulary));
  const { chart, concluded } = concludedApart(withoutEverydayLines(opened));
  const germline = readGermline(chart);
  const others = new Map(
    chart.observations.flatMap((view) => {
      const whose = wordings(view.code).flatMap((title) => notOfPatient(title) ?? [])[0];
      return whose === undefined ? [] : [[view, whose] as const];
    }),
  );
  const own = { ...chart, observations: chart.observations.filter((view) => !others.has(view)) };
  const ofPatient = { ...own, observations: own.observations.filter((view) => !tellsOfTheTest(view) && !isCholinesterase(view)) };
  const withConclusions = { ...ofPatient, observations: [...ofPatient.observations, ...concluded] };
  const asRead = withoutRepeated(readVariants(withConclusions, beneathGenotypes(germline.facts, chart), germline.inVariantForm));
  const held = heldAgainstConclusions(ofPatient, asRead.variants);
  const variants = { ...asRead, variants: markedAsOfBlood(held.variants, own), warnings: [...asRead.warnings, ...held.warnings] };
  const biomarkers = readBiomarkers({ ...own, observations: [...own.observations, ...concluded] });
  const tumours = readTumours(chart);
  const performance = readPerformance(chart);
  const readings = [germline, variants, biomarkers, tumours, performance];
  const claimed = new Set(readings.flatMap((reading) => [...reading.claimed]));
  for (const entry of intake.ofType('Observation')) if (elsewhere.has(entry.reference)) claimed.add(entry);
  const found = [...germline.facts.map(({ gene }) => gene), ...variants.variants.flatMap(({ genes }) => genes)];
  const known = new Set([...found, ...variants.tested.map(({ gene }) => gene)]);
  const used = new Set([...claimed].filter((entry) => !commentsOnResults(chart.viewOf(entry))));
  const elsewhereStated = changesElsewhere(own, known, used);
  for (const entry of elsewhereStated.claimed) claimed.add(entry);
  const tested = [...variants.tested, ...elsewhereStated.tested];
  const worded = reportTexts(
    own,
    variants.variants,
    tested,
    biomarkers.facts.map(({ kind }) => kind),
    claimed,
    germline.facts.flatMap(({ gene, call }) => (call.kind === 'no-call' ? [] : [gene])),
  );
  const sources = new Set(
    [germline.facts, variants.variants, variants.tested, biomarkers.facts].flat().map(({ source }) => source.reference),
  );
  const ofGenes = new Set(variants.variants.flatMap(({ genes, source }) => (genes.length === 0 ? [] : [source.reference])));
  const nameless = new Set(variants.variants.flatMap(({ source }) => (ofGenes.has(source.reference) ? [] : [source.reference])));
  const left = lastNet(ofPatient, {
    genes: new Set([...known, ...[...tested, ...worded.tested].map(({ gene }) => gene)]),
    markers: new Set(biomarkers.facts.map(({ kind }) => kind)),
    claimed,
    warned: new Set(
      [...readings.flatMap((reading) => reading.warnings), ...elsewhereStated.warnings, ...worded.warnings].flatMap(
        ({ reference }) => reference ?? [],
      ),
    ),
    used: new Set([...sources, ...elsewhere].filter((reference) => !nameless.has(reference))),
  });
  for (const entry of left.claimed) claimed.add(entry);
  const ofResults = [
    ...[germline, variants, biomarkers].flatMap((reading) => reading.warnings),
    ...unreadWarnings(chart, claimed, others),
    ...elsewhereStated.warnings,
    ...worded.warnings,
    ...left.warnings,
    ...toCome,
  ];
  const warnings = [
    ...ofResults.map((warning): DataWarning => ({ ...warning, genomic: true })),
    ...tumours.warnings,
    ...performance.warnings,
  ];
  return {
    germline: [...germline.facts, ...withoutNameless(variants.germline, germline.facts), ...left.germline],
    drugStatements: germline.statements,
    variants: variants.variants,
    tested: [...tested, ...worded.tested, ...left.tested],
    biomarkers: [...biomarkers.facts, ...left.biomarkers],
    tumours: tumours.facts,
    performance: performance.facts,
    calledResistant: calledResistant(chart),
    unreadReports: unreadReports(chart, sources),
    warnings,
    handled: new Set([...claimed].filter(({ type }) => type === 'Procedure').map(({ reference }) => reference)),
  };
}
