/** One ordered cancer drug, one card: contradicted, without its biomarker, not tested, or with an approved choice left out. */
import { asJudgedOrder, inWords, onceEach, type JudgedOrder, type Reason } from '../oncology/index.ts';
import type { OrderFit, PatientReport, VariantResult } from '../report/types.ts';
import { readableDate, withReadableDates } from './dates.ts';
import { detailText, type DetailLine } from './detail.ts';
import { escapeMarkdown, plainText } from './markdown.ts';
import { givenBefore } from './oncology-earlier.ts';
import { wordsBesidePrediction } from './prediction-line.ts';
import { TEST_REASONS, TREATMENT_REASONS } from './override-reasons.ts';
import { notCheckedLine, summaryOfMissing, tellsNotChecked, whereabouts, type Whereabouts } from './not-checked-text.ts';
import { mayClaimUntested } from './pgx/order-findings.ts';
import { carriedOver, medicationRequest, type Resource } from './pgx/order-resources.ts';
import { namedChoices, replacements, type Option } from './oncology-replacements.ts';
import { statedAlone } from './oncology-diagnosis-alone.ts';
import { testsInWords } from './oncology-missing-result.ts';
import { testsToCome, toComeSummary } from './oncology-result-to-come.ts';
import { bothWaysInWords, nameOf, summaryOf } from './oncology-order-summary.ts';
import { shortChanges, shortReason } from './short-changes.ts';
import { topicOf } from './topic.ts';
import type { CardContext, CardDraft, SuggestionDraft } from './types.ts';

/**
 * Undefined = silence: the order fits, or the knowledge asks nothing of this drug here. `together`: further ordered drugs of which the same
 * is to be said; the card names them all and stands at the first.
 */
export function orderFitCard(
  given: OrderFit,
  report: PatientReport,
  context: CardContext,
  together: readonly OrderFit[] = [],
): CardDraft | undefined {
  const fit = joined(asJudgedOrder(given), together.map(asJudgedOrder));
  if (fit.verdict === 'not-covered' || (fit.verdict === 'fits' && fit.partners === undefined)) return undefined;
  // What was to be known before the first dose is no question at each renewal.
  if (fit.verdict === 'biomarker-not-tested' && fit.continues === true && nothingOnFile(fit)) return undefined;
  // "Not tested" is claimed only when the results were read.
  if (OPEN.has(fit.verdict) && !mayClaimUntested(context)) return undefined;
  const variants = report.oncology.variants.filter(({ id }) => fit.variants.includes(id));
  const [source] = fit.sources.length > 0 ? fit.sources : fit.alternatives.map((option) => option.source);
  if (source === undefined) return undefined;
  const rules = [
    fit.ruleId,
    ...together.map(({ ruleId }) => ruleId),
    ...variants.map(({ gene, pHgvs, name }) => `${gene}${pHgvs ?? name}`),
  ];
  const coming = testsToCome(fit, report);
  return {
    ...summaryOfMissing(context, (where) => (coming.length > 0 ? toComeSummary(coming, fit, where) : summaryOf(fit, variants, where))),
    indicator:
      fit.asCharted !== true && ['contradicted', 'withdrawn', 'biomarker-negative', 'biomarker-open'].includes(fit.verdict)
        ? 'warning'
        : 'info',
    ...(OPEN.has(fit.verdict) ? { unsettled: { dangerous: false } } : {}),
    ...(fit.verdict === 'better-option' ? { kind: 'passes-over' as const } : {}),
    ...tellsNotChecked(context),
    detail: detailText(
      [...lines(fit, variants, report, whereabouts(context)), ...notCheckedLine(context, OPEN.has(fit.verdict))],
      wordsBesidePrediction(fit.order, report),
    ),
    source: { label: plainText(`${shortLabel(source.label)} · Genehook`), url: source.url },
    topic: topicOf(rules, plainText(`${fit.drug.name}: ${fit.verdict}`)),
    ruleIds: [fit.ruleId, ...together.map(({ ruleId }) => ruleId)],
    evidence: [
      ...new Set([...fit.evidence, ...namedChoices(fit).flatMap(({ evidence = [] }) => evidence)].map(({ reference }) => reference)),
    ],
    order: fit.order,
    suggestions: coming.length > 0 && coming.length === fit.tests?.length ? [] : suggestions(fit, context, together),
    overrideReasons: OPEN.has(fit.verdict) ? TEST_REASONS : TREATMENT_REASONS,
    links: fit.sources.slice(0, 2).map(({ label, url }) => ({ label: plainText(shortLabel(label)), url })),
    panelTarget: { view: 'tumour', ...(variants[0] ? { id: variants[0].id } : {}) },
  };
}

/** Something is to be tested or looked at before the order. */
const OPEN: ReadonlySet<OrderFit['verdict']> = new Set(['biomarker-not-tested', 'biomarker-open']);

/** No result of what the label asks for, or the words of the record alone: nothing that somebody would have to settle. */
function nothingOnFile({ because }: JudgedOrder): boolean {
  return because.every((reason) => reason.kind === 'none-on-file' || reason.kind === 'unread-report' || isStatement(reason));
}

/** Several orders as one, by all their names: what is said of one is said of each. */
function joined(fit: JudgedOrder, together: readonly JudgedOrder[]): JudgedOrder {
  if (together.length === 0) return fit;
  const all = [fit, ...together];
  const names = [...new Set(all.map(({ drug }) => drug.name))];
  const { continues, ...first } = fit;
  return {
    ...first,
    ...(continues === true && together.every((other) => other.continues === true) ? { continues } : {}),
    drug: { name: allOf(names) },
    because: onceEach(all.flatMap(({ because }) => because)),
    alternatives: fit.alternatives.filter(({ therapy }) => !therapy.every(({ name }) => names.includes(name.toLowerCase()))),
    sources: [...new Map(all.flatMap(({ sources }) => sources).map((source) => [source.label, source])).values()],
    evidence: [...new Map(all.flatMap(({ evidence }) => evidence).map((one) => [one.reference, one])).values()],
  };
}
function allOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** ` (2 Oct 2026)`: the day of a result that the card names nowhere else. */
function otherResult({ evidence = [] }: Option, fit: JudgedOrder): string {
  const told = new Set(fit.evidence.map(({ reference }) => reference));
  const days = evidence
    .flatMap(({ reference, issued }) => (told.has(reference) || issued === undefined ? [] : [issued]))
    .sort()
    .map(readableDate);
  return days.length === 0 ? '' : ` (${[...new Set(days)].join(', ')})`;
}

/** `nivolumab + ipilimumab, pembrolizumab: approved for MSI high …`: what is approved for the same reason shares its sentence. */
function choicesInWords(fit: JudgedOrder): string[] {
  const byReason = new Map<string, string[]>();
  for (const option of namedChoices(fit)) {
    const reason = withReadableDates(`${shortReason(option.because)}${otherResult(option, fit)}`);
    byReason.set(reason, [...(byReason.get(reason) ?? []), option.therapy.map(({ name }) => name).join(' + ')]);
  }
  return [...byReason].map(([reason, drugs]) => escapeMarkdown(`${drugs.join(', ')}: ${reason}.`));
}

function lines(fit: JudgedOrder, variants: readonly VariantResult[], report: PatientReport, where: Whereabouts): DetailLine[] {
  const found = [
    ...variants.map((variant) => escapeMarkdown(`${nameOf(variant)}${particulars(variant)}.`)),
    ...variants.flatMap((variant) => (variant.bothWays === undefined ? [] : [escapeMarkdown(`${bothWaysInWords(variant)}.`)])),
  ];
  const emerging = (report.oncology.emerging ?? []).filter(({ therapies }) => therapies.some(({ name }) => name === fit.drug.name));
  const choices = choicesInWords(fit);
  const result =
    found.length > 0 ? found : fit.because.slice(0, 1).map((reason) => sentence(shortened(reason, testsToCome(fit, report), where)));
  const further = effect(fit).filter((said) => !result.includes(said));
  return [
    ...(fit.judgedFor === undefined
      ? []
      : [
          {
            label: 'Tumour',
            sentences: [
              sentence(`Judged for ${short(fit.judgedFor.tumour)}, not for ${fit.judgedFor.beside.map(short).join(', ')}, also on file`),
            ],
            keep: 1,
          },
        ]),
    { label: 'Result', sentences: result, keep: variants.some(({ bothWays }) => bothWays !== undefined) ? result.length : 1 },
    { label: 'Effect', sentences: [...further, ...emerging.map(({ text }) => escapeMarkdown(shortChanges(text)))], keep: 1 },
    { label: 'Approved choices', sentences: choices, keep: 1 },
    givenBefore(report, fit),
    { label: 'Basis', sentences: [...new Set(fit.sources.map(({ label }) => sentence(shortLabel(label))))].slice(0, 3), keep: 1 },
  ];
}
function short(text: string): string {
  const plain = text.replace(/ \(disorder\)$/, '');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
function effect(fit: JudgedOrder): string[] {
  const told = (reasons: readonly Reason[]) => reasons.map((reason) => sentence(inWords(reason)));
  switch (fit.verdict) {
    case 'contradicted':
      return told(fit.because.filter(({ kind }) => kind !== 'both-ways'));
    case 'biomarker-negative':
      return [sentence(`The label asks for ${fit.biomarker ?? 'a biomarker'}`), ...told(fit.because)];
    case 'biomarker-open':
      if (fit.because[0]?.kind === 'two-organs') return told(fit.because.slice(1));
      return [
        // Of a drug that nothing is known of without the finding no label asks for one.
        ...(fit.biomarker === undefined ? [] : [sentence(`The label asks for ${fit.biomarker}`)]),
        // Said with the result already.
        ...told(fit.because.filter(({ kind }) => kind !== 'both-ways')),
      ];
    case 'biomarker-not-tested':
      return [
        sentence(`The label asks for ${fit.biomarker ?? 'a biomarker'}`),
        ...told(fit.because.filter((reason) => BESIDE_MISSING.has(reason.kind) || isStatement(reason))),
      ];
    case 'fits': {
      // What was found stands with the result; the line that the label names and the chart does not show belongs beside its partner.
      const asked = fit.biomarker === undefined || fit.biomarker === '' ? '' : `, for ${fit.biomarker}`;
      const regimen = [fit.drug.name, ...(fit.partners ?? [])].join(' + ');
      return [
        sentence(`The label has ${regimen} here${asked}`),
        ...told(fit.because.filter(({ kind }) => kind === 'said' || kind === 'outside-age')),
      ];
    }
    default:
      return told(fit.because.slice(0, 1));
  }
}
/** What is on file of the question, told beside the test that is missing. */
const BESIDE_MISSING: ReadonlySet<Reason['kind']> = new Set([
  'marker-absent',
  'marker-ambiguous',
  'not-asked',
  'either-change',
  'presence-unsaid',
  'gene-only',
  'copies-only',
]);
/** "HER2-positive by the diagnosis of 2026-05-01 alone". */
function isStatement(reason: Reason): boolean {
  return reason.kind === 'stated' && reason.against === undefined;
}
/** The label's genes stand once, behind "The label asks for"; `coming`: tests whose result is not final, which are on file. */
function shortened(reason: Reason, coming: readonly string[], where: Whereabouts): string {
  if (reason.kind !== 'none-on-file') return inWords(reason);
  const missing = reason.tests.filter((test) => !coming.includes(test));
  return [
    ...(coming.length === 0 ? [] : [`On file and not final: ${coming.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`No result ${where} for ${testsInWords(missing)}`]),
  ].join('. ');
}
/** ` (p.Thr790Met, c.2369C>T; allele fraction 4 %; 1 Oct 2026, laboratory)`: the full names and where they come from. */
function particulars(variant: VariantResult): string {
  const { name, pHgvs, cHgvs, vaf, evidence } = variant;
  const [first] = evidence;
  const full = [pHgvs, cHgvs].filter((part) => part !== undefined && !nameOf(variant).includes(part));
  const protein = name === nameOf(variant) || pHgvs !== undefined ? [] : [name];
  const parts = [
    [...protein, ...full].join(', '),
    vaf === undefined ? '' : `allele fraction ${Number((vaf * 100).toPrecision(2))} %`,
    [first?.issued === undefined ? undefined : readableDate(first.issued), first?.lab].filter((part) => part !== undefined).join(', '),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
function sentence(text: string): string {
  const words = plainText(shortReason(text));
  return escapeMarkdown(/[.!?]$/.test(words) ? words : `${words}.`);
}
/** `CIViC EID123 (resistance, level A …): Author 2008, Colorectal Cancer` without its bracket. */
function shortLabel(label: string): string {
  return label.replace(/ \([^)]*\)/, '');
}

function suggestions(fit: JudgedOrder, context: CardContext, together: readonly OrderFit[]): SuggestionDraft[] {
  const draft = medicationRequest(context.draftOrders[fit.order]);
  if (draft === undefined) return [];
  if (fit.verdict === 'biomarker-not-tested' || fit.verdict === 'biomarker-open')
    // The report that is on file comes before a test that it may answer.
    return (fit.tests ?? []).length === 0 || fit.because.some(({ kind }) => kind === 'unread-report') || isAnsweredElsewhere(fit)
      ? []
      : [testSuggestion(fit, draft)];
  if (fit.verdict === 'better-option' || fit.verdict === 'fits') return [];
  return replacements(fit, draft, draftsOf([fit, ...together], context));
}

/** A result of what is asked is on file, and only the report or the laboratory can say what it is: no test is to be ordered again before that. */
function isAnsweredElsewhere({ verdict, because: [why] }: JudgedOrder): boolean {
  return verdict === 'biomarker-open' && why !== undefined && ANSWERED_ELSEWHERE.has(why.kind);
}
const ANSWERED_ELSEWHERE: ReadonlySet<Reason['kind']> = new Set([
  'change-unread',
  'change-unsaid',
  'either-change',
  'examined',
  'exon-border',
  'five-prime-partner',
  'in-words-only',
  'laboratory-calls',
  'mutation-unsaid',
  'other-transcript',
  'presence-unsaid',
  'result-unread',
  'several-residues',
]);

/** The ids of the drafts, each once: one draft may hold two of the drugs. */
function draftsOf(fits: readonly Pick<OrderFit, 'order'>[], { draftOrders }: CardContext): string[] {
  const drafts = fits.map(({ order }) => medicationRequest(draftOrders[order])).filter((draft) => draft !== undefined);
  return [...new Set(drafts.map((draft) => String(draft['id'])))];
}

const MOST_SINGLE = 4;
/** One draft per test, with its LOINC code where one is known; where none is, the laboratory's own name has to be chosen. */
function testSuggestion(fit: JudgedOrder, draft: Resource): SuggestionDraft {
  const copied = carriedOver(draft, ['subject', 'encounter', 'requester']);
  const tests = fit.tests ?? [];
  const single: NonNullable<OrderFit['testOrders']> = fit.testOrders ?? tests.map((test) => ({ text: `${test} testing` }));
  // Many genes are one panel, not many tests.
  const orders = tests.length > MOST_SINGLE ? [{ text: `gene panel with ${tests.join(', ')}` }] : single.slice(0, MOST_SINGLE);
  const what = plainText(tests.length > MOST_SINGLE ? `a gene panel (${testsInWords(tests)})` : `${tests.join(', ')} testing`);
  const label = `Order ${what} before ${fit.drug.name}`;
  const actions = orders.map(({ text, code }) => ({
    type: 'create' as const,
    description: plainText(`Order ${text} before ${fit.drug.name}`),
    resource: {
      resourceType: 'ServiceRequest',
      status: 'draft',
      intent: 'order',
      code: { ...(code === undefined ? {} : { coding: [code] }), text: plainText(text) },
      ...copied,
      reasonCode: [{ text: `Before ${fit.drug.name}` }],
    },
  }));
  // What the diagnosis states was tested somewhere: its report comes before a new test.
  return { label, recommended: statedAlone(fit) === undefined, actions };
}
