/** What one answer of a marker's test comes to: its value, its state and how it was measured. */
import { methodIn, type BiomarkerTest } from '../../codes/biomarker-tests.ts';
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
import { repairSign, repairStatus } from '../../codes/mismatch-stain.ts';
import type { BiomarkerFact, DataWarning } from '../../facts.ts';
import { conflict, quoted, unparsed } from '../chart.ts';
import { wordings, type Concept } from '../elements.ts';
import { valueConcept, type ElementValue } from '../element-value.ts';
import type { Component, ObservationView } from '../observation.ts';
import { answerOf } from './answer-words.ts';
import { disagrees } from './disagrees.ts';
import { byItsName, flagInWords, isBareCode, stateByTitle, type Answered } from './by-its-name.ts';
import { measured, type Measured } from './measured.ts';

export type Item = Answered & Pick<Component, 'codes'>;

/** On file, so that the marker does not look untested, and decided by nothing. */
export function undecided(kind: string, value: string, { source }: ObservationView): BiomarkerFact {
  return { kind, value, status: 'indeterminate', source };
}

export function factsOf(named: BiomarkerTest, item: Item, view: ObservationView, warnings: DataWarning[]): readonly BiomarkerFact[] {
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
