/**
 * "EGFR: pending", "NGS panel: EGFR L858R and ALK results pending": a result that its words announce, as a preliminary one does by its status. It is neither
 * missing nor examined: whoever orders the drug has to wait for it.
 */
import { biomarkerTest } from '../codes/biomarker-tests.ts';
import { pgxGene } from '../codes/pgx/genes.ts';
import type { DataWarning } from '../facts.ts';
import { unparsed, type Chart } from './chart.ts';
import { speaksOfTumours } from './everyday-lines.ts';
import { valueConcept } from './element-value.ts';
import { wordings } from './elements.ts';
import { isFinal } from './result-status.ts';
import type { Component, ObservationView } from './observation.ts';
import { namesGeneticReport, ofTumour } from './unread.ts';
import { symbolsIn } from './variant/result/variant-genes.ts';

/** What may be a symbol, a marker or a change. */
const WORD_OF_GENES =
  /(?<![\p{L}\d])(?:[A-Z][A-Z0-9]*(?:[-/:]+[A-Z0-9]+)*|(?:p\.)?[A-Z]\d{1,4}[A-Z*]?(?:fs)?|[cp]\.[\w>*]+)(?![\p{L}\d])/gu;
const CHANGE = /^(?:(?:p\.)?[A-Z]\d{2,4}(?:[A-Z*]|fs)?|[cp]\.[\w>*]+|F?ISH|IHC|NGS|PCR|DNA|RNA|ITD|TKD|TPS|CPS)$/;
const NAMED_CHANGE = /^(?:(?:p\.)?[A-Z]\d{2,4}(?:[A-Z*]|fs)|[cp]\.[\w>*]+|ITD|TKD)$/;
/** And that the answer is to come: no word more. */
const TO_COME = String.raw`(?:pending|awaited|to follow|in progress|in process|ordered|requested|sent(?: out)?|not yet (?:available|reported|resulted)|outstanding|ausstehend|folgt|en (?:cours|attente)|pendiente)`;
const BESIDE = String.raw`(?:and|or|the|for|of|is|are|still|currently|report|results?|testing|tests?|analysis|analyses|mutations?|variants?|fusions?|rearrangements?|(?:exons?|codons?)(?: \d{1,4})*|promoter|status)`;
const ONLY_TO_COME = new RegExp(String.raw`^(?:[\s,;:/&().-]|\b${BESIDE}\b|\b${TO_COME}\b)+$`, 'i');
const ANNOUNCED = new RegExp(String.raw`\b${TO_COME}\b`, 'i');
const LONGEST = 160;

interface Announced {
  readonly view: ObservationView;
  readonly names: readonly string[];
}

export interface ResultsToCome {
  /** The chart without what only announces a result. */
  readonly chart: Chart;
  /** One warning for each result that is to come, with its genes and markers. */
  readonly warnings: readonly DataWarning[];
}

/** Takes out of the chart what only announces a result, and says so. */
export function resultsToCome(chart: Chart): ResultsToCome {
  const announced: Announced[] = [];
  const left = new Map(
    chart.observations.flatMap((view) => {
      if (!isFinal(view.entry)) return [[view.entry, view] as const];
      const own = announcedBy(view, chart);
      if (own.length > 0) {
        announced.push({ view, names: own });
        return [];
      }
      const apart = announcedBeside(view, chart);
      if (apart !== null) {
        announced.push({ view, names: apart.names });
        return [[view.entry, apart.rest] as const];
      }
      const parts = view.components.map((part) => [part, announcedByPart(part, view, chart)] as const);
      const names = parts.flatMap(([, named]) => named);
      if (names.length === 0) return [[view.entry, view] as const];
      announced.push({ view, names });
      const components = parts.flatMap(([part, named]) => (named.length > 0 ? [] : [part]));
      return components.length === 0 && view.value === null ? [] : [[view.entry, { ...view, components }] as const];
    }),
  );
  return {
    chart: { ...chart, observations: [...left.values()], viewOf: (entry) => left.get(entry) },
    warnings: [...announced.map(toldOf), ...chart.observations.flatMap((view) => notFinalUnderAGeneralName(view, chart))],
  };
}

function toldOf({ view, names }: Announced): DataWarning {
  const pending = [...new Set(names)].sort();
  return { ...unparsed(view.entry, `The result of ${pending.join(', ')} is announced and not on file yet.`), pending };
}

/** "NGS panel: EGFR L858R" with status "preliminary": the genes stand in the value alone. */
function notFinalUnderAGeneralName(view: ObservationView, chart: Chart): readonly DataWarning[] {
  const status = view.entry.resource['status'];
  if (view.usable || (status !== 'preliminary' && status !== 'registered') || !isTitledSo(view) || ofTumour(view, chart).length > 0)
    return [];
  const names = namesIn(onlyWords(view) ?? '', chart);
  return names.length === 0 ? [] : [toldOf({ view, names })];
}

const isTitledSo = ({ code }: Pick<ObservationView, 'code'>): boolean =>
  wordings(code).some((name) => speaksOfTumours(name) || namesGeneticReport(name));

function onlyWords({ value }: Pick<ObservationView, 'value'>): string | null {
  const [said, ...more] = wordings(valueConcept(value));
  return said === undefined || more.length > 0 || said.length > LONGEST ? null : said;
}

/** "KRAS G12C, EGFR and ALK pending": a change in a piece of its own may have been found, and is not called awaited. */
const holdsAFinding = (said: string): boolean =>
  said
    .split(/[;,]/)
    .some((piece) => !ANNOUNCED.test(piece) && [...piece.matchAll(WORD_OF_GENES)].some(([word]) => NAMED_CHANGE.test(word)));

/** Every word of it is a gene, a marker, a change or says that the answer is to come: "EGFR NEGATIVE, ALK PENDING" says more. */
function saysOnlyToCome(said: string | null, chart: Chart): said is string {
  if (said === null || !ANNOUNCED.test(said) || holdsAFinding(said)) return false;
  return ONLY_TO_COME.test(said.replace(WORD_OF_GENES, askedIn(chart)));
}

/** A blank in the place of a gene, a marker or a change. */
const askedIn =
  (chart: Chart) =>
  (word: string): string =>
    CHANGE.test(word) || symbolsIn(word, chart).length > 0 || biomarkerTest([], [word]) !== null ? ' ' : word;

function announcedBy(view: ObservationView, chart: Chart): readonly string[] {
  const said = onlyWords(view);
  if (view.components.length > 0 || !saysOnlyToCome(said, chart)) return [];
  const titled = ofTumour(view, chart);
  if (titled.length === 0 && !isTitledSo(view)) return [];
  const named = namesIn(said, chart);
  return ofTumoursAlone(named.length > 0 ? named : titled);
}

/** "EGFR negative; ALK pending" under a general name: what is to come, and the result with the rest of its words. */
function announcedBeside(
  view: ObservationView,
  chart: Chart,
): { readonly names: readonly string[]; readonly rest: ObservationView } | null {
  const said = onlyWords(view);
  if (said === null || view.value?.kind !== 'text' || !ANNOUNCED.test(said) || !isTitledSo(view)) return null;
  const pieces = said.split(/[;,]/).map((piece) => piece.trim());
  const isToCome = (piece: string): boolean => saysOnlyToCome(piece, chart) && namesIn(piece, chart).length > 0;
  const names = ofTumoursAlone(pieces.filter(isToCome).flatMap((piece) => namesIn(piece, chart)));
  const answers = pieces.filter((piece) => !isToCome(piece));
  // "KRAS, EGFR and ALK pending": a piece without an answer of its own belongs to what is to come.
  if (names.length === 0 || !answers.every((piece) => /[a-z]/i.test(piece.replace(WORD_OF_GENES, askedIn(chart))))) return null;
  return { names, rest: { ...view, value: { ...view.value, text: answers.join('; ') } } };
}

/** "EGFR: pending" as a part of a panel. */
function announcedByPart(part: Component, view: ObservationView, chart: Chart): readonly string[] {
  const said = onlyWords(part);
  if (!saysOnlyToCome(said, chart)) return [];
  return ofTumoursAlone(ofTumour({ ...view, code: part.code, codes: part.codes, value: part.value, components: [] }, chart));
}

/** Of a gene that drugs depend on by inheritance the readers of those say that its result is to come. */
const ofTumoursAlone = (names: readonly string[]): readonly string[] => (names.some((name) => pgxGene(name) !== null) ? [] : names);

/** Genes and markers of the tumour that words name. */
const namesIn = (said: string, chart: Chart): readonly string[] => [
  ...symbolsIn(said, chart),
  ...said.split(/[,;&]|\band\b/).flatMap(
    (piece) =>
      biomarkerTest(
        [],
        [
          piece
            .replace(ANNOUNCED, ' ')
            .replace(/\b(?:is|are|results?)\b/gi, ' ')
            .trim(),
        ],
      )?.kind ?? [],
  ),
];
