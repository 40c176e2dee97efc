/** Whether each ordered cancer drug fits this tumour: contradicted, without its biomarker, fitting, or with a better choice. */
import type { Approval } from '../../knowledge/oncology/types.ts';
import { testNames } from '../marker/biomarker-words.ts';
import { onFile } from '../marker/on-file.ts';
import { said, type JudgedOrder } from '../reason/index.ts';
import type { PatientTumour } from '../tumour.ts';
import { contradicted, labelViolated, withdrawn } from './against.ts';
import { belowLimit, belowReason } from './below-limit.ts';
import { alternative, betterOptions, distinct } from './choices.ts';
import { contradictions } from './contradiction.ts';
import { driversUntested } from './drivers.ts';
import { fits } from './fitting.ts';
import { besideFurtherChange } from './further-change.ts';
import { labelSources, labelUses, leftOutByLabel, usesTogether, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import { lacking } from './lacking.ts';
import { targetNotFound } from './off-label.ts';
import { isBackbone, isCytotoxic, orderedDrugs, regimen, takenDrugs, type OrderedDrug } from './ordered-drugs.ts';
import { continues } from './running.ts';
import { besideUnreadReport } from './unread-report.ts';
import { made } from './verdict.ts';

/** Every order that the knowledge says something of, and what is taken by another record where a finding speaks against it. */
export function fitOrders(input: OrderFitInput): JudgedOrder[] {
  const judged = (drug: OrderedDrug): JudgedOrder | null => {
    const fit = besideFurtherChange(drug, fitOrder(drug, input), input);
    return fit === null ? null : besideUnreadReport(fit, input.facts);
  };
  const orders = orderedDrugs(input.facts).map((drug) => {
    const fit = judged(drug);
    if (fit?.verdict === 'contradicted' && drug.order.role === 'current') return { ...fit, taken: true as const };
    return fit?.verdict === 'biomarker-not-tested' && continues(drug.order, drug.ingredient, input.facts)
      ? { ...fit, continues: true as const }
      : fit;
  });
  const taken = takenDrugs(input.facts).map((drug) => {
    const fit = judged(drug);
    return fit?.verdict === 'contradicted' ? { ...fit, taken: true as const } : null;
  });
  return [...orders, ...taken].filter((fit) => fit !== null);
}

/** Null for drugs that the oncology knowledge says nothing about. */
function fitOrder(drug: OrderedDrug, input: OrderFitInput): JudgedOrder | null {
  const { knowledge } = input;
  const own = knowledge.index.approvalsByDrug.get(drug.ingredient) ?? [];
  const withdrawal = knowledge.withdrawn.get(drug.ingredient);
  if (withdrawal) return withdrawn(drug, withdrawal, input);
  const uses = labelUses(drug.ingredient, own, input);
  const against = contradictions(drug.ingredient, uses, input);
  const excluded = uses.length === 0 ? leftOutByLabel(own, input) : undefined;
  if (against.length > 0) return contradicted(drug, against, uses, input, excluded !== undefined);
  if (excluded) return labelViolated(drug, excluded, [excluded], input);
  const violated = uses.find((use) => asksOf(drug, use) && use.answer.verdict === 'no' && use.answer.found.length > 0);
  const fitting = uses.filter(({ met }) => met);
  if (fitting.length > 0) {
    // What any solid tumour has where no satisfactory choice is left does not stand before the one that is approved for this finding.
    const left = fitting.every(({ approval }) => approval.tumours.includes('any-solid')) ? betterOptions(drug, uses, input) : [];
    return left.length > 0 ? betterMade(drug, left, uses, input) : fits(drug, fitting, input);
  }
  if (violated) return labelViolated(drug, violated, uses, input);
  const disagreeing = testsDisagree(drug, uses, input);
  if (disagreeing !== null) return disagreeing;
  const below = belowLimit(drug, uses, input);
  if (below !== null) {
    const drivers = driversUntested(drug, own, input);
    return drivers === null ? below : { ...drivers, because: [...drivers.because, belowReason(input)] };
  }
  const together = usesTogether(drug.ingredient, own, uses, input).filter(({ met }) => met);
  if (together.length > 0) return fits(drug, together, input);
  const ruledOut = uses.every(({ answer }) => answer.verdict === 'no');
  // Without a tumour on file the drug may be meant for one whose label asks for nothing of the kind.
  const forAnyTumour = input.tumour !== null || uses.every(({ required }) => required === 'yes');
  if (forAnyTumour && uses.some((use) => asksOf(drug, use) || (use.approval.assumed && (ruledOut || isOpen(use, input)))))
    return lacking(drug, uses, input);
  const better = betterOptions(drug, uses, input);
  if (better.length > 0) return betterMade(drug, better, uses, input);
  const untested =
    driversUntested(drug, own, input) ??
    violatedInAny(drug, own, uses, input) ??
    untestedInUntyped(drug, own, input) ??
    (uses.length === 0 ? targetNotFound(drug, own, input) : null);
  if (untested !== null) return untested;
  return own.length > 0 || isCytotoxic(drug.ingredient)
    ? made(drug, 'not-covered', { because: [], alternatives: [], variants: [], sources: [] }, input)
    : null;
}

/**
 * All that is open of the label is open because two tests of one thing say opposite things: MSI high beside mismatch repair kept. It is told where the label asks for
 * the finding, and where another indication of the drug does without it unless the chemotherapy of that one is ordered with it.
 */
function testsDisagree(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): JudgedOrder | null {
  const unknown = uses.filter(({ answer }) => answer.verdict === 'unknown');
  const ofTumour = unknown.filter(({ approval: { tumours } }) => tumours.some((code) => code !== 'any-solid'));
  const open = ofTumour.length > 0 ? ofTumour : unknown;
  const reasons = open.map(({ answer }) => answer.reasons.find(({ kind }) => kind === 'tests-disagree'));
  const [first] = reasons;
  if (first === undefined || reasons.includes(undefined)) return null;
  if (isBackbone(drug.ingredient) || (!open.some((use) => asksOf(drug, use)) && [...regimen(input.facts)].some(isCytotoxic))) return null;
  return made(
    drug,
    'biomarker-open',
    { biomarker: wordsOf(open, input), because: [first], variants: [], alternatives: [], sources: labelSources(uses) },
    input,
  );
}

/** Not recognised; Disease Ontology's cancer, carcinoma and adenocarcinoma without a place. */
const UNTYPED: ReadonlySet<string | null> = new Set([null, 'DOID:162', 'DOID:305', 'DOID:299']);
const UNTYPED_ONCOTREE: ReadonlySet<string | null> = new Set([null, 'ADNOS']);
const isUntyped = ({ fact }: PatientTumour): boolean => UNTYPED_ONCOTREE.has(fact.oncotree) && UNTYPED.has(fact.doid);

/** A KRAS mutation beside cetuximab in a tumour of no told type is told as without a tumour on file; beside panitumumab, which no label has without RAS, in any. */
function violatedInAny(drug: OrderedDrug, own: readonly Approval[], here: readonly LabelUse[], input: OrderFitInput): JudgedOrder | null {
  const { tumour, knowledge } = input;
  if (tumour === null || !(isUntyped(tumour) || (here.length === 0 && knowledge.alwaysAsked.has(drug.ingredient)))) return null;
  const open = { ...input, tumour: null };
  const uses = labelUses(drug.ingredient, own, open);
  const violated = uses.find((use) => asksOf(drug, use) && use.answer.verdict === 'no' && use.answer.found.length > 0);
  if (violated === undefined || !uses.every(({ required, answer }) => required === 'yes' && answer.verdict !== 'yes')) return null;
  return labelViolated(drug, violated, uses, open);
}

/**
 * "Malignant neoplasm", or words that no table knows, say of a label's tumour types neither yes nor no. As with none on file, a drug whose every use
 * asks for a finding is asked for the test that is missing, and a test that does not show the finding is told: it is missing in whatever tumour.
 */
function untestedInUntyped(drug: OrderedDrug, own: readonly Approval[], input: OrderFitInput): JudgedOrder | null {
  const { tumour } = input;
  if (tumour === null || !isUntyped(tumour)) return null;
  const open = { ...input, tumour: null };
  const uses = labelUses(drug.ingredient, own, open);
  const asked =
    uses.length > 0 &&
    uses.every((use) => use.required === 'yes' && asksOf(drug, use) && use.answer.verdict !== 'yes' && use.answer.found.length === 0);
  const fit = asked ? lacking(drug, uses, open) : null;
  return fit !== null && LACKING.has(fit.verdict) ? fit : null;
}

const LACKING: ReadonlySet<JudgedOrder['verdict']> = new Set(['biomarker-not-tested', 'biomarker-open', 'biomarker-negative']);

/** The label needs the biomarker for this drug: for the directed one of a combination, not for the chemotherapy or hormone beside it. */
function asksOf({ ingredient }: OrderedDrug, { approval, required }: LabelUse): boolean {
  return required === 'yes' && (approval.therapies.length === 1 || !isBackbone(ingredient));
}

/** The marker that is taken for granted has a result on file, and that does not show it: ER negative without PR, an indeterminate stain. */
function isOpen({ approval, answer }: LabelUse, { facts, knowledge }: OrderFitInput): boolean {
  const tree = knowledge.profiles[approval.profile]?.tree;
  return answer.verdict === 'unknown' && tree !== undefined && testNames(tree).some((test) => onFile(test, facts) !== '');
}

function betterMade(drug: OrderedDrug, better: readonly Approval[], uses: readonly LabelUse[], input: OrderFitInput): JudgedOrder {
  const answers = better.map(({ profile }) => input.matches.answers.get(profile)).filter((answer) => answer !== undefined);
  const leftOut = uses.filter(({ answer }) => answer.verdict === 'no' && answer.found.length > 0);
  const because =
    leftOut.length > 0
      ? `The label of ${drug.ingredient} in this tumour asks for ${wordsOf(leftOut, input)}`
      : `${drug.ingredient} does not act on this finding, for which targeted therapy is approved`;
  return made(
    drug,
    'better-option',
    {
      because: [said(because)],
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
