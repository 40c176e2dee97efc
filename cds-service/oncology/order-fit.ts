/** Whether each ordered cancer drug fits this tumour: contradicted, without its biomarker, fitting, or with a better choice. */
import { testsToOrder } from '../../fhir-profiles/codes/tumour-test-codes.ts';
import { termsOf } from '../knowledge/oncology/load.ts';
import { genesOf } from '../knowledge/oncology/notation/term.ts';
import type { Approval, ProfileTree, Withdrawal } from '../knowledge/oncology/types.ts';
import type { OrderFit, TherapyMatch } from '../report/types.ts';
import { testNames, testsAsked } from './biomarker-words.ts';
import { withdrawalCitation } from './citations.ts';
import { labelSources, labelUses, leftOutByLabel, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import { alternative, alternativesFor, betterOptions, distinct } from './order-choices.ts';
import { contradictions } from './order-contradiction.ts';
import { isBackbone, isCytotoxic, orderedDrugs, regimen, type OrderedDrug } from './ordered-drugs.ts';
import type { OncologyPatient } from './patient.ts';
import { evaluate } from './profile.ts';
import { evidenceOf } from './report-rows.ts';
import { withdrawnInWords } from './withdrawn.ts';
import { geneTest, type TestStanding } from './test-standing.ts';

export function fitOrders(input: OrderFitInput): OrderFit[] {
  return orderedDrugs(input.facts)
    .map((drug) => fitOrder(drug, input))
    .filter((fit) => fit !== null);
}

/** Null for drugs that the oncology knowledge says nothing about. */
function fitOrder(drug: OrderedDrug, input: OrderFitInput): OrderFit | null {
  const { knowledge } = input;
  const own = knowledge.index.approvalsByDrug.get(drug.ingredient) ?? [];
  const withdrawal = knowledge.withdrawn.get(drug.ingredient);
  if (withdrawal) return withdrawn(drug, withdrawal, input);
  const uses = labelUses(drug.ingredient, own, input);
  const against = contradictions(drug.ingredient, uses, input);
  if (against.length > 0) return contradicted(drug, against, uses, input);
  const excluded = uses.length === 0 ? leftOutByLabel(own, input) : undefined;
  if (excluded) return labelViolated(drug, excluded, [excluded], input);
  const violated = uses.find((use) => asksOf(drug, use) && use.answer.verdict === 'no' && use.answer.found.length > 0);
  const fitting = uses.filter(({ met }) => met);
  if (fitting.length > 0) return fits(drug, fitting, input);
  if (violated) return labelViolated(drug, violated, uses, input);
  const ruledOut = uses.every(({ answer }) => answer.verdict === 'no');
  if (uses.some((use) => asksOf(drug, use) || (use.approval.assumed && ruledOut))) return lacking(drug, uses, input);
  const better = betterOptions(drug, uses, input);
  if (better.length > 0) return betterMade(drug, better, uses, input);
  return own.length > 0 || isCytotoxic(drug.ingredient)
    ? made(drug, 'not-covered', { because: [], alternatives: [], variants: [], sources: [] }, input)
    : null;
}

/** The label needs the biomarker for this drug: for the directed one of a combination, not for the chemotherapy or hormone beside it. */
function asksOf({ ingredient }: OrderedDrug, { approval }: LabelUse): boolean {
  return approval.required && (approval.therapies.length === 1 || !isBackbone(ingredient));
}

function contradicted(drug: OrderedDrug, against: readonly TherapyMatch[], uses: readonly LabelUse[], input: OrderFitInput): OrderFit {
  const variants = [...new Set(against.flatMap((match) => match.variants))];
  const both = against.some(({ conflicting }) => conflicting !== undefined);
  return made(
    drug,
    'contradicted',
    {
      because: [
        ...new Set([...against.map(againstInWords), ...(both ? ['Some studies say otherwise; both sides are in the report'] : [])]),
      ],
      variants,
      alternatives: alternativesFor(drug, input, variants),
      sources: [...against.flatMap(({ sources }) => sources), ...labelSources(uses)].slice(0, 8),
    },
    input,
  );
}

/** "Level A evidence of resistance: p.Gly12Asp is a KRAS exon 2 mutation". */
function againstInWords({ level, effect, because }: TherapyMatch): string {
  // The fusion that makes the disease is not what resists: the further change is named.
  const said = (because ?? []).filter((text) => !text.endsWith('(by the diagnosis)') && / (?:is|counts as|skips|was) /.test(text));
  const reason = said.find((text) => !/ fusion is /.test(text)) ?? said[0] ?? because?.[0] ?? '';
  return `Level ${level} evidence of ${effect === 'resistance' ? 'resistance' : 'reduced sensitivity'}: ${reason}`;
}

/** The US approval is gone: no indication is left, whatever the tumour shows. */
function withdrawn(drug: OrderedDrug, withdrawal: Withdrawal, input: OrderFitInput): OrderFit {
  return made(
    drug,
    'withdrawn',
    {
      because: [withdrawnInWords(withdrawal)],
      variants: [],
      alternatives: alternativesFor(drug, input),
      sources: [withdrawalCitation(withdrawal)],
    },
    input,
  );
}

/** The label asks for wild type and the gene is altered: cetuximab with a KRAS mutation. */
function labelViolated(drug: OrderedDrug, { answer, approval }: LabelUse, uses: readonly LabelUse[], input: OrderFitInput): OrderFit {
  const variants = [...new Set(answer.found.map(({ alteration }) => alteration.fact.id))];
  return made(
    drug,
    'contradicted',
    {
      biomarker: wordsOf([{ approval }], input),
      because: [
        approval.excludes.length > 0
          ? 'The tumour-agnostic US label leaves this tumour type out'
          : `The label asks for ${wordsOf([{ approval }], input)}`,
      ],
      variants,
      alternatives: alternativesFor(drug, input, variants),
      sources: labelSources(uses),
    },
    input,
  );
}

function fits(drug: OrderedDrug, fitting: readonly LabelUse[], input: OrderFitInput): OrderFit {
  return made(
    drug,
    'fits',
    {
      biomarker: wordsOf(fitting, input),
      because: [...new Set(fitting.flatMap(({ answer }) => answer.reasons))],
      variants: [...new Set(fitting.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))],
      alternatives: [],
      sources: labelSources(fitting),
      ...partnersOf(drug, fitting, input),
    },
    input,
  );
}

/** What the first fitting label puts beside the drug, where each of them puts another directed drug that is missing. Chemotherapy and hormones often stand on another sheet. */
function partnersOf({ ingredient }: OrderedDrug, fitting: readonly LabelUse[], { facts }: OrderFitInput): Pick<OrderFit, 'partners'> {
  if (isBackbone(ingredient)) return {};
  const together = regimen(facts);
  const missing = fitting.map(({ approval }) =>
    approval.therapies.map((therapy) => therapy.ingredient).filter((name) => !isBackbone(name) && !together.has(name)),
  );
  const [first] = missing;
  return first === undefined || missing.some((list) => list.length === 0) ? {} : { partners: first };
}

/** The parts of a label's biomarker that the patient does not show yet: a BRCA1 finding on file leaves only HER2 to ask for. */
function unmet(tree: ProfileTree, patient: OncologyPatient): readonly ProfileTree[] {
  if (evaluate(tree, patient).verdict === 'yes') return [];
  return 'and' in tree ? tree.and.flatMap((part) => unmet(part, patient)) : [tree];
}

/**
 * Negative only when every use is ruled out, or when each gene has a result and it is another one. Results that are neither a finding
 * nor a negative (uncertain variant, failed test, blood alone) leave the biomarker open; without any result it is not tested.
 */
function lacking(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): OrderFit {
  const { patient, knowledge } = input;
  const germline = uses.some(({ originMissing }) => originMissing);
  const open = uses.filter(({ answer }) => answer.verdict !== 'no');
  // What was tested without the finding is not asked for again; uses in this tumour come before those in any solid tumour.
  const required = open.filter(({ approval }) => approval.required);
  const ofTumour = required.filter(({ approval }) => !approval.tumours.includes('any-solid'));
  const inTumour = ofTumour.length > 0 ? ofTumour : required;
  const asking = inTumour.length > 0 ? inTumour : open.length > 0 ? open : uses;
  const trees = asking.map(({ approval }) => knowledge.profiles[approval.profile]?.tree).filter((tree) => tree !== undefined);
  // A gene whose part of the label is met already has nothing to explain.
  const asked = trees.flatMap((tree) => unmet(tree, patient).flatMap((part) => termsOf(part).flatMap(genesOf)));
  const results = [...new Set(asked)].map((gene) => geneTest(gene, patient));
  const onlyGenes = trees.every((tree) => termsOf(tree).every((term) => term.kind !== 'marker' && term.kind !== 'wild-type'));
  const all = (...standings: readonly TestStanding[]) => results.every(({ standing }) => standings.includes(standing));
  const negative = !germline && (open.length === 0 || (onlyGenes && results.length <= 3 && all('negative', 'other-variant')));
  const tests = [...new Set(trees.flatMap((tree) => unmet(tree, patient).flatMap(testNames)))];
  const without = tests.filter((test) => geneTest(test, patient).standing === 'none');
  const filed = without.filter((test) => onFile(test, input) !== '');
  const ruledOut = filed.filter((test) => asksRuledOut(test, trees, patient));
  const undecided = filed.filter((test) => !ruledOut.includes(test));
  const untested = without.filter((test) => !filed.includes(test));
  const left = !germline && !negative && untested.length === 0 && results.some(({ standing }) => OPEN.has(standing));
  const verdict = negative ? 'biomarker-negative' : left ? 'biomarker-open' : 'biomarker-not-tested';
  const wanted = [...untested, ...undecided];
  const missing = germline || wanted.length === 0 ? tests : wanted;
  const toOrder = testsToOrder(
    trees.flatMap((tree) => unmet(tree, patient).flatMap(testsAsked)).filter(({ name }) => isMissing(name, missing)),
  );
  const said = results.filter(({ standing }) => standing !== 'none' && standing !== 'negative').map(({ text }) => text);
  const because = germline
    ? ['The label asks for a germline variant; the one on file is not shown to be in the germline']
    : negative
      ? [
          ...said,
          ...tests.filter((test) => onFile(test, input) !== '').map((test) => `${test} on file: ${onFile(test, input)}`),
          ...(results.some(({ standing }) => standing === 'negative')
            ? results.filter(({ standing }) => standing === 'negative').map(({ text }) => text)
            : ['Tested without the finding that the label asks for']),
        ]
      : left
        ? said
        : [
            ...undecided.map((test) => `${test} on file (${onFile(test, input)}) does not settle it`),
            ...(untested.length > 0 ? [`No result on file for ${untested.join(', ')}`] : []),
            ...ruledOut.map((test) => `${test} on file (${onFile(test, input)}) is not the finding that the label asks for`),
            ...said,
            ...uses
              .filter(({ answer }) => answer.verdict === 'no')
              .flatMap(({ answer }) => answer.reasons.filter(isAbsence))
              // A marker that stays undecided is not listed by all that it is not.
              .filter((reason) => !undecided.some((test) => reason.startsWith(test))),
            ...trees.flatMap(termsOf).flatMap((term) => (term.kind === 'marker' ? ambiguity(term, patient) : [])),
          ];
  return made(
    drug,
    verdict,
    {
      biomarker: wordsOf(asking, input),
      ...(negative
        ? {}
        : {
            tests: germline ? missing.map((test) => `germline ${test}`) : missing,
            testOrders: toOrder.map(({ text, code }) => ({
              text: germline ? `germline ${text}` : text,
              ...(code === undefined ? {} : { code }),
            })),
          }),
      because: [...new Set(because)],
      variants: germline
        ? [...new Set(uses.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))]
        : results.flatMap(({ variants }) => variants),
      alternatives: alternativesFor(drug, input),
      sources: labelSources(uses),
    },
    input,
  );
}
/** What a marker's results say, where some are on file and none decides: "equivocal", "IHC MLH1 proficient". Empty = none on file. */
function onFile(test: string, { facts }: OrderFitInput): string {
  const results = facts.biomarkers.filter(({ kind }) => kind === test);
  const said = results.map(({ method, status, value, unit }) => {
    // The score of a stain tells more than the word for it.
    const result = typeof value === 'number' ? `${value}${unit ?? ''}` : /\d/.test(value) ? value : (status ?? value);
    return method === undefined ? result : `${method} ${result}`;
  });
  return [...new Set(said)].join(', ');
}
/** Whether results on file answer no to everything that the label asks of this marker. */
function asksRuledOut(test: string, trees: readonly ProfileTree[], patient: OncologyPatient): boolean {
  const terms = trees.flatMap(termsOf).filter((term) => term.kind === 'marker' && term.marker === test);
  return terms.length > 0 && terms.every((term) => evaluate(term, patient).verdict === 'no');
}
/** What a score leaves open: "IHC 0 does not tell HER2 ultralow from no staining". */
function ambiguity(term: Parameters<OncologyPatient['markers']['answer']>[0], { markers }: OncologyPatient): readonly string[] {
  return [markers.answer(term).reason].filter((reason) => reason.includes(' does not tell '));
}
/** "PD-L1 CPS ≥ 1 was tested and not found". */
function isAbsence(reason: string): boolean {
  return reason.endsWith('was tested and not found');
}
function isMissing(name: string, tests: readonly string[]): boolean {
  return tests.some((test) => test === name || (test === 'ER and PR' && (name === 'ER' || name === 'PR')));
}
const OPEN: ReadonlySet<TestStanding> = new Set(['uncertain', 'blood-only', 'failed', 'no-result']);

function betterMade(drug: OrderedDrug, better: readonly Approval[], uses: readonly LabelUse[], input: OrderFitInput): OrderFit {
  const answers = better.map(({ profile }) => input.matches.answers.get(profile)).filter((answer) => answer !== undefined);
  const leftOut = uses.filter(({ answer }) => answer.verdict === 'no' && answer.found.length > 0);
  const because =
    leftOut.length > 0
      ? [`The label of ${drug.ingredient} in this tumour asks for ${wordsOf(leftOut, input)}`]
      : [`${drug.ingredient} does not act on this finding, for which targeted therapy is approved`];
  return made(
    drug,
    'better-option',
    {
      because,
      alternatives: distinct(better)
        .slice(0, 4)
        .map((approval) => alternative(approval, input)),
      variants: [
        ...new Set(answers.flatMap(({ found }) => found.filter(({ implied }) => !implied).map(({ alteration }) => alteration.fact.id))),
      ],
      sources: labelSources(distinct(better).map((approval) => ({ approval }))),
    },
    input,
  );
}

function made(
  drug: OrderedDrug,
  verdict: OrderFit['verdict'],
  rest: Pick<OrderFit, 'because' | 'alternatives' | 'variants' | 'sources'> & { readonly biomarker?: string } & Pick<
      OrderFit,
      'tests' | 'testOrders' | 'partners'
    >,
  { facts }: OrderFitInput,
): OrderFit {
  const used = facts.variants.filter(({ id }) => rest.variants.includes(id));
  return {
    order: drug.order.source.reference,
    drug: { name: drug.ingredient, ...(drug.rxnorm === null ? {} : { rxnorm: drug.rxnorm }) },
    verdict,
    ...rest,
    ruleId: `oncology:${drug.ingredient}:${verdict}`,
    evidence: used.map(({ source }) => evidenceOf(source)),
  };
}
