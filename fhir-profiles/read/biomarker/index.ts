/** Tumour biomarkers: TMB, MSI/MMR, HRD/LOH, PD-L1, HER2, ER, PR, Ki-67, Gleason and grade group, ctDNA fraction. */
import {
  biomarkerTest,
  cellMarker,
  disputedMarker,
  markerInAnswer,
  methodIn,
  stainOf,
  type BiomarkerTest,
} from '../../codes/biomarker-tests.ts';
import {
  hasNoResult,
  hybridisationBeside,
  saysAnything,
  statusesContradict,
  statusInWords,
  statusOfCodes,
} from '../../codes/biomarker-status.ts';
import { ownAnswer } from '../../codes/own-answer.ts';
import { allredStatus } from '../../codes/allred.ts';
import { isMismatchStain, repairSign, repairStatus } from '../../codes/mismatch-stain.ts';
import { OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import type { BiomarkerFact, DataWarning } from '../../facts.ts';
import { conflict, quoted, unparsed, type Chart, type ChartReading } from '../chart.ts';
import { wordings, type Concept } from '../elements.ts';
import { valueConcept, type ElementValue } from '../element-value.ts';
import { answersAboutTheTest } from '../germline/named-test/about-the-test.ts';
import { componentGenes } from '../germline/result/stated-genes.ts';
import type { IntakeResource } from '../intake.ts';
import type { Component, ObservationView } from '../observation.ts';
import { answerOf } from './answer-words.ts';
import { disagrees } from './disagrees.ts';
import { byItsName, flagInWords, isBareCode, stateByTitle, type Answered } from './by-its-name.ts';
import { markersApart } from './several-markers.ts';
import { measured, type Measured } from './measured.ts';

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

type Item = Answered & Pick<Component, 'codes'>;

export function readBiomarkers(chart: Chart): ChartReading<BiomarkerFact> {
  const facts: BiomarkerFact[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  for (const view of chart.observations) {
    if (!view.usable || GENOMIC.some((code) => view.codes.has(code))) continue;
    const together = severalMarkers(view);
    if (together !== null) {
      claimed.add(view.entry);
      facts.push(...factsTogether(together, view, warnings));
      continue;
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
    const own = testOf(view, view) ?? generalStain(view, chart);
    if (own === null) {
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

/** On file, so that the marker does not look untested, and decided by nothing. */
function undecided(kind: string, value: string, { source }: ObservationView): BiomarkerFact {
  return { kind, value, status: 'indeterminate', source };
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
  const testNamed = (name: string): BiomarkerTest => biomarkerTest([], [name]) ?? { kind: name.replace(' status', '') };
  if (parts.length === 0) {
    const names = asked.map((name) => testNamed(name).kind);
    warnings.push(unparsed(view.entry, `What ${quoted(said)} says of ${names.join(', ')} could not be told apart and was not used.`));
    return saysAnything(said) ? names.map((kind) => ({ kind, value: said, source: view.source })) : [];
  }
  return parts.flatMap(({ name, text }) => {
    const code = { codings: [], text: name };
    const value: ElementValue = { kind: 'text', text };
    return factsOf(
      testNamed(name),
      { code, codes: new Set(), value, interpretation: [] },
      { ...view, code, value, interpretation: [] },
      warnings,
    );
  });
}

/** "Immune stain study" with FOLR1 as the gene studied. */
function generalStain(view: ObservationView, chart: Chart): BiomarkerTest | null {
  if (view.codes.has(OBSERVATION.variant)) return null;
  const codes = view.code.codings.map(({ code }) => code);
  return stainOf(codes, wordings(view.code), componentGenes(view, chart).symbols);
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
    (isMismatchStain(words, wordings(valueConcept(item.value))) ? { kind: 'MMR' } : null) ??
    (item === view ? markerInAnswer(codes, words, said) : null)
  );
}

function factsOf(named: BiomarkerTest, item: Item, view: ObservationView, warnings: DataWarning[]): readonly BiomarkerFact[] {
  const value = answerOf(named.kind, valueConcept(item.value));
  const said = wordings(value);
  const test = oneOfTwo(named, wordings(item.code), said);
  const context = [
    ...wordings(item.code),
    ...wordings(view.code),
    ...wordings(view.method),
    ...said,
    ...item.interpretation.flatMap(wordings),
  ].join(' | ');
  const answers = said.map((text) => ownAnswer(test.kind, text));
  const coded = statusOfCodes(value.codings.map(({ code }) => code));
  const worded = firstOf(answers.map((text) => statusOfText(test.kind, text)));
  if (coded !== null && worded !== null && statusesContradict(test.kind, coded, worded)) {
    warnings.push(conflict(view.entry, `Code and words of the ${test.kind} result (${quoted(said[0] ?? '')}) disagree; it was not used.`));
    return [undecided(test.kind, 'code and words disagree', view)];
  }
  const found = measured(test, item.value, answers);
  const mixed = said.find((text, at) => disagrees(test.kind, text, answers[at] ?? '', found));
  if (mixed !== undefined) return [undecided(test.kind, mixed, view)];
  const allred = scored(test, item, said);
  const stated = statusOf(test, item, value);
  if (allred !== null && (stated === 'positive' || stated === 'negative') && allred !== stated) {
    warnings.push(
      conflict(view.entry, `Words and Allred score of the ${test.kind} result (${quoted(said[0] ?? '')}) disagree; it was not used.`),
    );
    return [undecided(test.kind, 'words and Allred score disagree', view)];
  }
  const status = belowOnePercent(test, found) ? 'negative' : (stated ?? allred);
  if (found === null && status === null) {
    warnings.push(
      unparsed(view.entry, `The ${test.kind} result ${quoted(said[0] ?? writtenValue(item.value))} could not be read and was not used.`),
    );
    // It stays on file as it was written: a test that was done is never asked for as if there were none.
    if (item.value?.kind === 'quantity') return [{ kind: test.kind, value: writtenValue(item.value), source: view.source }];
    if (said[0] === undefined || !saysAnything(said[0])) return [];
  }
  const method = methodOf(test, context, found, view);
  const by = (how: string | undefined): BiomarkerFact => ({
    kind: found?.kind ?? test.kind,
    ...(how === undefined ? {} : { method: how }),
    value: flagInWords(test, found, item) ?? found?.value ?? said[0] ?? status ?? '',
    ...(found?.unit === undefined ? {} : { unit: found.unit }),
    ...(status === null ? {} : { status }),
    ...(found?.comparator === undefined ? {} : { comparator: found.comparator }),
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  });
  // "MLH1/PMS2: lost" is a line for each of the two.
  const proteins = test.kind === 'MMR' ? proteinsIn(wordings(item.code).join(' ')) : [];
  if (proteins.length > 1) return proteins.map((protein) => by(`IHC ${protein}`));
  const hybridised = test.kind === 'HER2' && found !== null ? said.map(hybridisationBeside).find((answer) => answer !== null) : undefined;
  return hybridised === undefined || hybridised === null
    ? [by(method)]
    : [by('IHC'), { ...by('ISH'), value: hybridised === 'positive' ? 'amplified' : 'not amplified', status: hybridised }];
}

/** "MSI/MMR" with an answer about the repair proteins is a mismatch-repair result. */
function oneOfTwo(named: BiomarkerTest, names: readonly string[], said: readonly string[]): BiomarkerTest {
  const both = named.kind === 'MSI' && names.some((name) => REPAIR.test(name));
  return both && said.length > 0 && said.every((text) => REPAIR.test(text) && !SATELLITES.test(text)) ? { kind: 'MMR' } : named;
}
const REPAIR = /\bp?d?MMR\b|mismatch|\b(?:MLH1|MSH2|MSH6|PMS2)\b|protein expression/i;
const SATELLITES = /\bMSI\b|\bMSS\b|microsatellite|\bstable\b|instab/i;

/** Fewer than 1 % of the nuclei: negative, whatever the words beside it (ASCO/CAP guideline on hormone receptors 2020). */
function belowOnePercent({ kind }: BiomarkerTest, found: Measured | null): boolean {
  if ((kind !== 'ER' && kind !== 'PR') || found?.unit !== '%' || typeof found.value !== 'number') return false;
  return found.value < 1 || (found.value === 1 && found.comparator === '<');
}

/** ER and PR by their Allred score, in words or as a number under a title of that name. */
function scored({ kind }: BiomarkerTest, { code, value }: Item, said: readonly string[]): string | null {
  if (kind !== 'ER' && kind !== 'PR') return null;
  const titled = wordings(code).some((name) => /\ballred\b/i.test(name) && !/proportion|intensit|percent/i.test(name));
  const number = value?.kind === 'quantity' && titled && value.unit !== '%' && value.comparator === undefined ? [String(value.value)] : [];
  const ratio = value?.kind === 'ratio' && value.denominator === 8 ? [`${value.numerator}/8`] : [];
  return firstOf([...number, ...ratio, ...said].map((text) => allredStatus(text, titled)));
}

function writtenValue(value: ElementValue | null): string {
  if (value?.kind === 'boolean') return String(value.value);
  return value?.kind === 'quantity' ? `${value.value} ${value.unit ?? ''}` : '';
}

/** The value's own words first, then the interpretation, then what a stain score means. */
function statusOf(test: BiomarkerTest, item: Item, value: Concept): string | null {
  const titled = stateByTitle(test, item);
  if (titled !== null) return titled;
  const codes = (of: Concept) => of.codings.map(({ code }) => code);
  const answers = wordings(value).filter((text) => !isBareCode(test, item, text));
  const stated = statusOfCodes(codes(value)) ?? firstOf(answers.map((text) => statusOfText(test.kind, ownAnswer(test.kind, text))));
  const interpreted = item.interpretation.map(
    (interpretation) =>
      statusOfCodes(codes(interpretation)) ?? firstOf(wordings(interpretation).map((text) => statusInWords(test.kind, text))),
  );
  if (test.kind === 'MMR') {
    const names = [...wordings(item.code), test.method ?? ''];
    const found = [stated, ...wordings(value).map(repairSign), ...interpreted].map((one) =>
      one === null ? null : repairStatus(names, one),
    );
    return firstOf(found) ?? byItsName(test, item);
  }
  const status = stated ?? firstOf(interpreted) ?? byItsName(test, item);
  if (status === null) return null;
  if (test.kind === 'MSI') return status === 'positive' ? 'unstable' : status === 'negative' ? 'stable' : status;
  return status;
}

/** What one report says of the genes is none of its score: "tBRCA: not detected; GIS 60" is positive. */
const OF_THE_GENES = /\b[gt]?BRCA\S*[^;,.|]*/gi;
const SCORE = /\b(?:GIS|(?:genomic )?instability score)\b\D{0,12}(\d{1,3})\b/i;
/** Positive from 42, as the companion test of olaparib with bevacizumab has it. */
const POSITIVE_FROM = 42;
function statusOfText(kind: string, text: string): string | null {
  if (kind !== 'HRD') return statusInWords(kind, text);
  const score = hasNoResult(text) ? undefined : SCORE.exec(text)?.[1];
  const worded = statusInWords(kind, text.replace(OF_THE_GENES, ' '));
  return worded ?? (score === undefined ? null : Number(score) >= POSITIVE_FROM ? 'positive' : 'negative');
}

function firstOf(found: readonly (string | null)[]): string | null {
  return found.find((item) => item !== null) ?? null;
}

function methodOf(test: BiomarkerTest, context: string, found: Measured | null, view: ObservationView): string | undefined {
  if (test.kind === 'MMR') {
    if (test.method?.startsWith('IHC ') === true) return test.method;
    const named = proteinsIn(context.split(' | ').slice(0, 1).join(' '));
    if (named.length === 1) return `IHC ${named[0] ?? ''}`;
  }
  // "HER2-low (IHC 2+/ISH negative)": a score is that of the stain.
  if (test.kind === 'HER2' && typeof found?.value === 'string' && /\bIHC\b|immun/i.test(context)) return 'IHC';
  const stated = methodIn(test.kind, context);
  if (stated !== undefined) return stated;
  if (test.method !== undefined) return test.method;
  // Assay 22C3 is scored in percent only as TPS; its CPS is a plain number (assay labelling).
  if (test.kind === 'PD-L1' && found?.unit === '%' && /22C3/i.test(context)) return 'TPS';
  return test.kind === 'TMB' && view.specimen !== undefined && /blood|plasma|serum/i.test(view.specimen) ? 'blood' : undefined;
}

/** The mismatch-repair proteins that a test's own name names; a line on one of them says nothing of the other three. */
function proteinsIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(/\b(?:MLH1|MSH2|MSH6|PMS2)\b/gi)].map(([name]) => name.toUpperCase()))];
}
