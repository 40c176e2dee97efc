/** Whether each ordered cancer drug fits this tumour: contradicted, without its biomarker, fitting, or with a better choice. */
import type { Approval, Withdrawal } from '../../knowledge/oncology/types.ts';
import { withdrawalCitation } from '../citations.ts';
import { labelSources, labelUses, leftOutByLabel, usesTogether, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import { alternative, alternativesFor, betterOptions, distinct } from './choices.ts';
import { deniedDiagnosis } from './denied-diagnosis.ts';
import { driversUntested } from './drivers.ts';
import { besideFurtherChange } from './further-change.ts';
import { belowLimit, belowReason } from './below-limit.ts';
import { lacking } from './lacking.ts';
import { targetNotFound } from './off-label.ts';
import { testNames } from '../marker/biomarker-words.ts';
import { onFile } from '../marker/on-file.ts';
import { made } from './verdict.ts';
import { contradictions } from './contradiction.ts';
import { continues } from './running.ts';
import { includesDrug, isBackbone, isCytotoxic, orderedDrugs, regimen, type OrderedDrug } from './ordered-drugs.ts';
import { labelMatch, type PatientTumour } from '../tumour.ts';
import { outsideAge } from '../label-age.ts';
import { evaluate } from '../profile.ts';
import { lineStanding, settingAgainst, treatmentHistory } from './line-of-therapy.ts';
import { besideUnreadReport } from './unread-report.ts';
import { withdrawnInWords } from './withdrawn.ts';
import { bestLevelOnly, inWords, onceEach, said, type JudgedOrder, type Reason, type TherapyRow } from '../reason/index.ts';

export function fitOrders(input: OrderFitInput): JudgedOrder[] {
  return orderedDrugs(input.facts)
    .map((drug) => {
      const judged = besideFurtherChange(drug, fitOrder(drug, input), input);
      const fit = judged === null ? null : besideUnreadReport(judged, input.facts);
      return fit?.verdict === 'biomarker-not-tested' && continues(drug.order, drug.ingredient, input.facts)
        ? { ...fit, continues: true as const }
        : fit;
    })
    .filter((fit) => fit !== null);
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

function contradicted(
  drug: OrderedDrug,
  against: readonly TherapyRow[],
  uses: readonly LabelUse[],
  input: OrderFitInput,
  leftOut: boolean,
): JudgedOrder {
  const all = [...new Set(against.flatMap((match) => match.variants))];
  // What the drug is given for is not what speaks against it, where a further change stands beside it.
  const own = new Set(uses.flatMap(({ met, answer }) => (met ? answer.found.map(({ alteration }) => alteration.fact.id) : [])));
  const further = all.filter((id) => !own.has(id));
  const variants = further.length > 0 ? further : all;
  const both = against.some(({ conflicting }) => conflicting !== undefined);
  return made(
    drug,
    'contradicted',
    {
      because: [
        ...bestLevelOnly(against.map(reasonAgainst)),
        ...(leftOut ? [LEFT_OUT] : []),
        ...(both ? [{ kind: 'studies-differ' } as const] : []),
      ],
      variants,
      alternatives: alternativesFor(drug, input, all),
      sources: [...against.flatMap(({ sources }) => sources), ...labelSources(uses)].slice(0, 8),
    },
    input,
  );
}

const LEFT_OUT: Reason = { kind: 'tumour-left-out' };

/** "Level A evidence of resistance: p.Gly12Asp is a KRAS exon 2 mutation". */
function reasonAgainst({ level, effect, because }: TherapyRow): Extract<Reason, { kind: 'against' }> {
  // The fusion that makes the disease is not what resists: the further change is named.
  const found = because.filter((reason) => FINDINGS.has(reason.kind) && !(reason.kind === 'found' && reason.implied));
  const claim = found.find((reason) => !(reason.kind === 'found' && reason.fusion)) ?? found[0] ?? because[0];
  return {
    kind: 'against',
    level,
    effect: effect === 'resistance' ? 'resistance' : 'reduced sensitivity',
    claim: claim === undefined ? '' : inWords(claim),
  };
}

const FINDINGS: ReadonlySet<Reason['kind']> = new Set(['found', 'gene-clear', 'marker-shown']);

/** The US approval is gone: no indication is left, whatever the tumour shows. */
function withdrawn(drug: OrderedDrug, withdrawal: Withdrawal, input: OrderFitInput): JudgedOrder {
  return made(
    drug,
    'withdrawn',
    {
      because: [said(withdrawnInWords(withdrawal))],
      variants: [],
      alternatives: alternativesFor(drug, input),
      sources: [withdrawalCitation(withdrawal)],
    },
    input,
  );
}

/** The label asks for wild type and the gene is altered: cetuximab with a KRAS mutation. */
function labelViolated(drug: OrderedDrug, { answer, approval }: LabelUse, uses: readonly LabelUse[], input: OrderFitInput): JudgedOrder {
  const variants = [...new Set(answer.found.map(({ alteration }) => alteration.fact.id))];
  return made(
    drug,
    'contradicted',
    {
      biomarker: wordsOf([{ approval }], input),
      because: [approval.excludes.length > 0 ? LEFT_OUT : said(`The label asks for ${wordsOf([{ approval }], input)}`)],
      variants,
      alternatives: alternativesFor(drug, input, variants),
      sources: labelSources(uses),
    },
    input,
  );
}

/** Every use of it here is for castration-resistant disease, or for grade 2, and the diagnosis says otherwise: told with what the labels have for that. */
function forOtherDisease(drug: OrderedDrug, fitting: readonly LabelUse[], input: OrderFitInput): JudgedOrder | null {
  const { facts, knowledge, tumour, matches } = input;
  const history = treatmentHistory(facts, knowledge, tumour);
  const [against] = fitting.map(({ approval }) => settingAgainst(approval, history));
  if (against === undefined || against === null || !fitting.every(({ approval }) => settingAgainst(approval, history) !== null))
    return null;
  const others = matches.approvals.filter(
    (approval) => lineStanding(approval, history) !== 'against' && !includesDrug(approval.therapies, drug.ingredient),
  );
  return made(
    drug,
    'better-option',
    {
      because: [{ kind: 'other-disease', drug: drug.ingredient, disease: against }],
      alternatives: distinct(others)
        .slice(0, 4)
        .map((approval) => alternative(approval, input)),
      variants: [...new Set(fitting.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))],
      sources: labelSources(fitting),
    },
    input,
  );
}

function fits(drug: OrderedDrug, fitting: readonly LabelUse[], input: OrderFitInput): JudgedOrder {
  const instead = forOtherDisease(drug, fitting, input) ?? deniedDiagnosis(drug, fitting, input);
  if (instead !== null) return instead;
  const [outside] = agesAgainst(fitting, input);
  const atThisAge = outside === undefined ? [] : labelledAtThisAge(drug, fitting, input);
  if (outside !== undefined && atThisAge.length > 0)
    return made(
      drug,
      'better-option',
      {
        because: [outside],
        alternatives: atThisAge.slice(0, 4).map((approval) => alternative(approval, input)),
        variants: [...new Set(fitting.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))],
        sources: labelSources(fitting),
      },
      input,
    );
  return made(
    drug,
    'fits',
    {
      biomarker: wordsOf(fitting, input),
      because: onceEach([
        ...fitting.flatMap(({ answer }) => answer.reasons),
        ...agesAgainst(fitting, input),
        ...lineOpen(fitting, input),
        ...givenBefore(drug, input),
      ]),
      variants: [...new Set(fitting.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))],
      alternatives: [],
      sources: labelSources(fitting),
      ...partnersOf(drug, fitting, input),
    },
    input,
  );
}

/**
 * Off-label by age: told in the report, and no reason for a card while nothing else is labelled. Another drug that is, for the same finding and
 * before any drug for it was given, would change the order: it is told once, quietly.
 */
function labelledAtThisAge(
  drug: OrderedDrug,
  fitting: readonly LabelUse[],
  { patient, facts, knowledge, tumour }: OrderFitInput,
): Approval[] {
  const history = treatmentHistory(facts, knowledge, tumour);
  const genes = new Set(fitting.flatMap(({ answer }) => answer.found.flatMap(({ alteration }) => alteration.genes)));
  const others = knowledge.approvals.filter((approval) => {
    if (tumour === null || approval.orderOnly || labelMatch(approval, tumour) === null) return false;
    if (outsideAge(approval, facts.patient.ageYears) !== null || includesDrug(approval.therapies, drug.ingredient)) return false;
    const tree = knowledge.profiles[approval.profile]?.tree;
    const answer = tree === undefined ? null : evaluate(tree, patient);
    return answer?.verdict === 'yes' && answer.found.some(({ alteration }) => alteration.genes.some((gene) => genes.has(gene)));
  });
  const given = [...others, ...fitting.map(({ approval }) => approval)].some(({ therapies }) =>
    therapies.some(({ ingredient }) => history.taken.has(ingredient) && !isBackbone(ingredient)),
  );
  return given ? [] : distinct(others.filter((approval) => lineStanding(approval, history) !== 'against'));
}

function agesAgainst(fitting: readonly LabelUse[], { facts }: OrderFitInput): Reason[] {
  const words = fitting.map(({ approval }) => outsideAge(approval, facts.patient.ageYears));
  if (words.some((word) => word === null)) return [];
  const age = facts.patient.ageYears ?? null;
  return [...new Set(words)].map((word) => ({ kind: 'outside-age', ages: (word ?? '').replace(/^from/, 'patients from'), age }));
}

/** A line of therapy that every label here names and the chart does not show: told in the report, no reason for a card. */
function lineOpen(fitting: readonly LabelUse[], { facts, knowledge, tumour }: OrderFitInput): Reason[] {
  const history = treatmentHistory(facts, knowledge, tumour);
  const open = fitting.filter(({ approval }) => !['free', 'shown'].includes(lineStanding(approval, history)));
  if (open.length < fitting.length) return [];
  const settings = [...new Set(open.flatMap(({ approval }) => (approval.line === 'first' ? [] : (approval.setting ?? []))))];
  return settings.length === 0 ? [] : [said(`The US label here: ${settings.join('; or ')}; the chart does not show it`)];
}

/** The same drug was given before, and the chart says how it ended: told in the report; whether to give it again is the clinician's. */
function givenBefore({ ingredient }: OrderedDrug, { facts, knowledge }: OrderFitInput): Reason[] {
  const ended = treatmentHistory(facts, knowledge).courses.get(ingredient)?.said ?? null;
  return ended === null ? [] : [said(`${ingredient} was given before: ${ended}`)];
}

/** What the first fitting label puts beside the drug, where each of them puts another directed drug that is missing. Chemotherapy and hormones often stand on another sheet. */
function partnersOf({ ingredient }: OrderedDrug, fitting: readonly LabelUse[], { facts }: OrderFitInput): Pick<JudgedOrder, 'partners'> {
  if (isBackbone(ingredient)) return {};
  const together = regimen(facts);
  const missing = fitting.map(({ approval }) =>
    approval.therapies.map((therapy) => therapy.ingredient).filter((name) => (!isBackbone(name) || TOLD.has(name)) && !together.has(name)),
  );
  const [first] = missing;
  return first === undefined || missing.some((list) => list.length === 0) ? {} : { partners: first };
}

/** Partners without which the label does not have the drug at all, and which do not come with a course of chemotherapy or a hormone of years. */
const TOLD: ReadonlySet<string> = new Set(['bevacizumab', 'abiraterone', 'enzalutamide']);

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
