/** What has to come of a chart and its orders, in short words, and how an answer is held to it. */
import type { CardDraft } from '../../cds-service/cards/index.ts';
import type { OrderFit, PatientReport } from '../../cds-service/report/types.ts';
import type { Resource } from './shapes.ts';

/**
 * `OUTCOME[: word & word & !word]`: what the order brings, the words that its cards must hold and those (with `!`) that they must not.
 * Where either of two outcomes is right they stand with a stroke: `fits/open`.
 *
 * - `fits`: no card, the finding that the label asks for is there; `silent`: no card, and nothing is said to fit
 * - `partner`: it fits, and the label's second drug is asked for; `better`: another drug is to be preferred
 * - `against`: the finding speaks against the drug; `absent`: tested, not found (both warnings)
 * - `untested`: "No … result on file: test before …"; `open`: something is on file that does not settle it, and that is said
 * - `critical`, `warning`, `info`: the severity of the first card, whatever it says; `told`: any card
 */
export type Outcome = string;
const KINDS = ['fits', 'silent', 'partner', 'better', 'against', 'absent', 'untested', 'open', 'critical', 'warning', 'info', 'told'];
/** Names in an outcome that none knows: a slip of the pen would otherwise stand beside a right one unseen. */
export const unknownKinds = (outcome: Outcome): string[] =>
  (outcome.split(': ')[0] ?? '').split('/').filter((kind) => !KINDS.includes(kind));

export interface ThirdPartyCase {
  readonly name: string;
  readonly chart: readonly Resource[];
  readonly person?: Resource;
  /** Drug by name → outcome. Each is signed alone. */
  readonly orders?: Readonly<Record<string, Outcome>>;
  /** Orders that are more than a name. */
  readonly coded?: readonly (readonly [order: Resource, outcome: Outcome])[];
  /** OncoTree code of the report's tumour, several with a stroke; `none`. */
  readonly tumour?: string;
  readonly stage?: string;
  /** Parts of lines of the report: variants, markers, genes; with `!` no line may hold it. */
  readonly finds?: readonly string[];
  /** Words of the report's warnings. */
  readonly warns?: readonly string[];
  /** Words of the card when the chart is opened; `!` as above. */
  readonly opening?: readonly string[];
  /** Why the case does not hold yet; the runner fails when it does. */
  readonly open?: string;
}
export interface Family {
  /** Repository, guide or register with version or file, where the shape is published. */
  readonly source: string;
  readonly cases: readonly ThirdPartyCase[];
}

const lacks = (what: string, text: string, words: readonly string[]): string[] =>
  words
    .filter((word) => text.includes(word.replace(/^!/, '')) === word.startsWith('!'))
    .map((word) => `${what}: ${word.startsWith('!') ? `must not hold "${word.slice(1)}"` : `lacks "${word}"`}: ${text || 'nothing'}`);

/** The report's findings as lines: "EGFR p.Leu858Arg present somatic pathogenic", "HER2 3+ positive", "CYP2C19 *2/*2 Poor Metabolizer". */
export function findings({ oncology, pgx }: PatientReport): string[] {
  return [
    ...oncology.variants.map(({ name, present, origin, classification = '' }) =>
      `${name} ${present ? 'present' : 'not present'} ${origin} ${classification}`.trim(),
    ),
    ...oncology.biomarkers.map(({ kind, value, unit = '', status = '' }) => `${kind} ${value}${unit} ${status}`.trim()),
    ...pgx.genes.map(({ gene, diplotype, phenotype }) => `${gene} ${diplotype} ${phenotype}`),
  ];
}

export function reportFaults(report: PatientReport, expected: ThirdPartyCase): string[] {
  const lines = findings(report).join('; ');
  const { tumour } = report.oncology;
  const oncotree = tumour?.oncotree ?? 'none';
  return [
    ...(expected.tumour === undefined || expected.tumour.split('/').includes(oncotree)
      ? []
      : [`tumour: ${oncotree} instead of ${expected.tumour}`]),
    ...(expected.stage === undefined ? [] : lacks('stage', tumour?.stage ?? '', expected.stage.split(' & '))),
    ...lacks('findings', lines, expected.finds ?? []),
    ...lacks('warnings', report.warnings.map(({ message }) => message).join(' '), expected.warns ?? []),
  ];
}

/** What a clinician can read of the cards, the labels of their buttons included ("Button: Replace …"). */
const wordsOf = (cards: readonly CardDraft[]): string =>
  cards
    .map(({ summary, detail, suggestions }) => [summary, detail, ...suggestions.map(({ label }) => `Button: ${label}`)].join(' '))
    .join(' ');

/** Every name of `Outcome` that holds for these cards. */
function outcomesOf(cards: readonly CardDraft[], fits: readonly OrderFit[]): readonly string[] {
  const [first] = cards;
  const verdicts = fits.map(({ verdict }) => verdict);
  if (first === undefined) return verdicts.includes('fits') ? ['fits'] : ['silent'];
  const named: string[] = [];
  const isWarning = first.indicator === 'warning';
  if (verdicts.includes('contradicted') && isWarning) named.push('against');
  if (verdicts.includes('biomarker-negative') && isWarning) named.push('absent');
  if (verdicts.includes('fits')) named.push('partner');
  if (verdicts.includes('better-option')) named.push('better');
  const untested = /^No (?:result on file for|.*result on file: test)/.test(first.summary);
  if (untested && first.indicator === 'info') named.push('untested');
  if (!untested && verdicts.some((one) => one === 'biomarker-not-tested' || one === 'biomarker-open')) named.push('open');
  return [...named, first.indicator, 'told'];
}

export function orderFaults(drug: string, expected: Outcome, cards: readonly CardDraft[], fits: readonly OrderFit[]): string[] {
  const [kinds = '', said = ''] = expected.split(/: (.*)/s);
  const got = outcomesOf(cards, fits);
  return [
    ...(kinds.split('/').some((kind) => got.includes(kind))
      ? []
      : [`${drug}: ${got[0] ?? ''} instead of ${kinds}: ${cards.map(({ indicator, summary }) => `[${indicator}] ${summary}`).join(' ')}`]),
    ...lacks(drug, wordsOf(cards), said === '' ? [] : said.split(' & ')),
    ...cards.filter(({ summary }) => summary.length >= 140).map(({ summary }) => `${drug}: too long: ${summary}`),
  ];
}

export const openingFaults = (cards: readonly CardDraft[], words: readonly string[]): string[] => lacks('opening', wordsOf(cards), words);
