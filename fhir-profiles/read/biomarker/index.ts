/** Tumour biomarkers: TMB, MSI/MMR, HRD/LOH, PD-L1, HER2, ER, PR, Ki-67, Gleason and grade group, ctDNA fraction. */
import {
  biomarkerTest,
  cellMarker,
  disputedMarker,
  markerInAnswer,
  methodIn,
  silencedPromoter,
  stainOf,
  type BiomarkerTest,
} from '../../codes/biomarker-tests.ts';
import { saysAnything } from '../../codes/biomarker-status.ts';
import { isMismatchStain } from '../../codes/mismatch-stain.ts';
import { testWithSymbols } from '../../codes/gene/spellings.ts';
import { OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import type { BiomarkerFact, DataWarning } from '../../facts.ts';
import { conflict, quoted, unparsed, type Chart, type ChartReading } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept, type ElementValue } from '../element-value.ts';
import { answersAboutTheTest } from '../germline/named-test/about-the-test.ts';
import { componentGenes } from '../germline/result/stated-genes.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { markersApart } from './several-markers.ts';
import { receptorAsVariant, type ReceptorWords } from './receptor-as-variant.ts';
import { namesTumourVariant } from '../variant/named-test/index.ts';
import { listedMarker, type ListedMarker } from '../result-list.ts';
import { markerRows } from '../variant/rows/text-rows.ts';
import { factsOf, undecided, type Item } from './one-answer.ts';

/** Genomic Observations hold no biomarker, even where a code is shared. */
const GENOMIC: readonly string[] = [
  OBSERVATION.genotype,
  OBSERVATION.haplotype,
  OBSERVATION.therapeuticImplication,
  OBSERVATION.diagnosticImplication,
  OBSERVATION.molecularConsequence,
  OBSERVATION.regionStudied,
  OBSERVATION.drugMetabolism,
  OBSERVATION.drugEfficacy,
  OBSERVATION.drugHighRisk,
];

export function readBiomarkers(chart: Chart): ChartReading<BiomarkerFact> {
  const facts: BiomarkerFact[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  for (const view of chart.observations) {
    if (!view.usable || GENOMIC.some((code) => view.codes.has(code))) continue;
    const receptor = receptorAsVariant(view);
    if (receptor !== null) {
      claimed.add(view.entry);
      facts.push(...ofReceptor(receptor, view, warnings));
      continue;
    }
    const { markers, besideGenes } = markerRows(view, chart);
    const together = besideGenes && markers.length > 0 ? null : severalMarkers(view);
    if (together !== null) {
      claimed.add(view.entry);
      facts.push(...factsTogether(together, view, warnings));
      continue;
    }
    if (markers.length > 0) {
      if (!besideGenes) claimed.add(view.entry);
      facts.push(...markers.flatMap(({ name, said }) => factsNamed(name, said, view, warnings)));
      if (!besideGenes) continue;
    }
    const disputed = disputedMarker(
      view.code.codings.map(({ code }) => code),
      wordings(view.code),
    );
    if (disputed !== null) {
      claimed.add(view.entry);
      const [code, name] = [disputed.coded.join(', '), disputed.named.join(', ')];
      warnings.push(conflict(view.entry, `The code of a result stands for ${code}, but its name says ${name}; it was not used.`));
      facts.push(...disputed.markers.map((kind) => undecided(kind, 'code and name disagree', view)));
      continue;
    }
    const own = testOf(view, view) ?? generalStain(view, chart) ?? proteinAlone(view);
    if (own === null) {
      for (const { name, said } of markersBesideGenes(view, chart)) facts.push(...factsNamed(name, said, view, warnings));
      if (view.codes.has(OBSERVATION.variant)) continue;
      for (const component of view.components) {
        const test = testOf(component, view);
        if (test === null || component.value === null) continue;
        claimed.add(view.entry);
        facts.push(...factsOf(test, component, view, warnings));
      }
      continue;
    }
    claimed.add(view.entry);
    if (answersAboutTheTest(view)) {
      warnings.push(
        unparsed(view.entry, `${quoted(wordings(view.code)[0] ?? own.kind)} tells of the test and is no result of the patient.`),
      );
      continue;
    }
    const scores =
      own.kind === 'PD-L1'
        ? view.components.filter((component) => methodIn('PD-L1', wordings(component.code).join(' ')) !== undefined)
        : [];
    for (const score of scores) facts.push(...factsOf(own, score, view, warnings));
    if (view.value !== null || view.interpretation.length > 0) facts.push(...factsOf(own, view, view, warnings));
    else if (scores.length === 0 && !scoresBeside(own, view, (part) => facts.push(...part), warnings))
      warnings.push(unparsed(view.entry, `A ${own.kind} result has no value and was not used.`));
  }
  return { facts, warnings, claimed };
}

/** HER2 in words under the code of a variant: read as the receptor where they say so, else on file as written. */
function ofReceptor({ said, answer }: ReceptorWords, view: ObservationView, warnings: DataWarning[]): readonly BiomarkerFact[] {
  if (answer === null) {
    const message = `${quoted(said)} is filed as a variant: whether the receptor or the gene is meant cannot be told, and it was not used.`;
    warnings.push(conflict(view.entry, message));
    return [{ kind: 'HER2', value: said, source: view.source }];
  }
  return factsNamed(said, answer, view, warnings);
}

/** A result that answers by its parts alone: HER2 without a value, its stain as "3+" in a component of that name. */
function scoresBeside(
  own: BiomarkerTest,
  view: ObservationView,
  found: (facts: readonly BiomarkerFact[]) => void,
  warnings: DataWarning[],
): boolean {
  const parts = view.components.flatMap((component) => {
    const test = component.value === null ? null : testOf(component, view);
    return test?.kind === own.kind ? [{ test, component }] : [];
  });
  for (const { test, component } of parts) found(factsOf(test, component, view, warnings));
  return parts.length > 0;
}

type Together = NonNullable<ReturnType<typeof markersApart>>;
function severalMarkers(view: ObservationView): Together | null {
  const coded = biomarkerTest(
    view.code.codings.map(({ code }) => code),
    [],
  );
  return coded !== null || view.codes.has(OBSERVATION.variant)
    ? null
    : markersApart(wordings(view.code), wordings(valueConcept(view.value)));
}

/** Each marker as a test of its own; of what cannot be parted every marker asked about stays on file as written. */
function factsTogether({ asked, parts }: Together, view: ObservationView, warnings: DataWarning[]): readonly BiomarkerFact[] {
  const [said = ''] = wordings(valueConcept(view.value));
  if (parts.length === 0) {
    const names = asked.map((name) => testNamed(name).kind);
    warnings.push(unparsed(view.entry, `What ${quoted(said)} says of ${names.join(', ')} could not be told apart and was not used.`));
    return saysAnything(said) ? names.map((kind) => ({ kind, value: said, source: view.source })) : [];
  }
  return parts.flatMap(({ name, text }) => factsNamed(name, text, view, warnings));
}

const testNamed = (name: string): BiomarkerTest => biomarkerTest([], [name]) ?? { kind: name.replace(' status', '') };
/** What a line says of one marker, read as a test of its own. */
function factsNamed(name: string, text: string, view: ObservationView, warnings: DataWarning[]): readonly BiomarkerFact[] {
  const code = { codings: [], text: name };
  const value: ElementValue = { kind: 'text', text };
  const own = { code, codes: new Set<string>(), value, interpretation: [] };
  return factsOf(testNamed(name), own, { ...view, ...own }, warnings);
}

/** "RAS panel: KRAS: WT; NRAS: WT; HER2: 3+": markers that stand in the line of a test of genes, which is read by their reader. */
function markersBesideGenes(view: ObservationView, chart: Chart): readonly ListedMarker[] {
  const [said = '', ...more] = wordings(valueConcept(view.value));
  const parts = said.split(/[;\n]/);
  if (more.length > 0 || parts.length < 2 || view.codes.has(OBSERVATION.variant) || !namesTumourVariant(view, chart)) return [];
  return parts.flatMap((part) => listedMarker(part.replace(/^(\s*HER-?2)\s?:/i, '$1 IHC:')) ?? []);
}

/** "Immune stain study" with FOLR1 as the gene studied. */
function generalStain(view: ObservationView, chart: Chart): BiomarkerTest | null {
  if (view.codes.has(OBSERVATION.variant)) return null;
  const codes = view.code.codings.map(({ code }) => code);
  return stainOf(codes, wordings(view.code), componentGenes(view, chart).symbols);
}

/** "c-Met: 3+ in 60 %", as pathologists call the protein: with a word for its sequence or with a change the gene is meant. */
function proteinAlone(view: ObservationView): BiomarkerTest | null {
  if (view.codes.has(OBSERVATION.variant)) return null;
  const said = wordings(valueConcept(view.value));
  const isProtein = (name: string): boolean => /^\s*c-met\s*$/i.test(name) && testWithSymbols(name, said) === name;
  return wordings(view.code).some(isProtein) ? { kind: 'MET', method: 'IHC' } : null;
}

function testOf(item: Item, view: ObservationView): BiomarkerTest | null {
  const codes = [...item.codes, ...item.code.codings.map(({ code }) => code)];
  // A variant assessment is a biomarker only when another of its codes says so.
  const words = wordings(item.code).filter((text) => !/genetic variant assessment/i.test(text));
  if (item === view && view.codes.has(OBSERVATION.variant))
    return biomarkerTest(
      codes.filter((code) => code !== OBSERVATION.variant),
      [],
    );
  const said = wordings(valueConcept(item.value));
  return (
    biomarkerTest(codes, words) ??
    cellMarker(words, said) ??
    silencedPromoter(words, said) ??
    (isMismatchStain(words, wordings(valueConcept(item.value))) ? { kind: 'MMR' } : null) ??
    (item === view ? markerInAnswer(codes, words, said) : null)
  );
}
