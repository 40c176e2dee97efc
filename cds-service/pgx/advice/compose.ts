/** One DrugAdvice from the guideline row that fits the patient. */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { AdviceAction, DrugAdvice, Evidence } from '../../report/types.ts';
import { reasonAlone } from './alone.ts';
import { isForbiddenTogether, ownCautions, toldCautions } from './cautions.ts';
import { bodyOf, citationOf } from './citation.ts';
import { contradictionSentences } from './contradiction.ts';
import { doseAdvice } from './dose.ts';
import { forThisDisease } from './for-this-disease.ts';
import { heldBack } from './held-back.ts';
import { donorDoubt, withoutRaise } from './donor.ts';
import { asksFirmly, doubtsOf, type Doubt } from './doubts.ts';
import type { GeneView } from './gene-view.ts';
import { lowDoseTricyclic } from './low-dose-tricyclic.ts';
import { orderedDose } from './order-dose.ts';
import type { Match } from './match.ts';
import { asksForNothing, nothingFound } from './nothing-found.ts';
import type { AdvicePatient } from './patient.ts';
import { measuredBeside, testedBefore } from './pre-test.ts';
import { reactionCaution } from './reaction-on-record.ts';
import { forbiddenTogether } from './record-advice.ts';
import { takenBesideNew } from './taken-beside-new.ts';
import { begunAgainDoubts } from './begun-again.ts';
import { inUseToo } from './in-use-too.ts';
import { afterwards, replaceFirst, replaceFirstSentence } from './replace-first.ts';
import { blockedSentence, blockersBeside } from './thiopurine-partner.ts';
import {
  isSettled,
  marrowSentence,
  raisedFrom,
  raisedSentence,
  settledBy,
  takenLately,
  toleratedSentence,
  toleratedSince,
} from './tolerated.ts';
import { populationLabel } from './population.ts';
import { WITHOUT_DPD, withoutDpd } from './without-dpd.ts';
import { unrecognisedSentence } from './unrecognised.ts';
import type { Branch, DrugQuestion } from './question.ts';
import { actionable } from './severity.ts';
import { implication } from './wording/implication.ts';
import { modifierSentences } from './wording/modifiers.ts';
import { sentence } from './wording/words.ts';
import { isCompleted, isConsidered, isWhereNeeded, recommendationText } from './wording/recommendation.ts';
import { aloneSentence, missingWords, sourceSentence, spreadSentence, startingDoseSentence, unreadableSentence } from './wording/limits.ts';

export function composeAdvice(
  patient: AdvicePatient,
  question: DrugQuestion,
  branch: Branch,
  match: Extract<Match, { kind: 'row' }>,
): DrugAdvice {
  const { index, chart } = patient;
  const used = viewsOf(match.row, branch.views);
  const donor = donorDoubt(patient, used);
  const held = heldBack(patient, question.drug.name, match.row, used);
  const settledRow = withoutRaise(match.row, donor);
  const advised = held?.row ?? withoutDpd(forThisDisease(settledRow, question.order, chart), used);
  const lowDose = lowDoseTricyclic(advised, question.order, chart);
  // A share is not worked out on a dose that it does not count from.
  const dose = doseAdvice(advised, lowDose === undefined ? question.order : undefined, chart, index.knowledge.clinical);
  const row: Recommendation = dose?.aboveCeiling === true ? { ...advised, action: 'monitor', alsoAcceptable: [] } : advised;
  const outside = lowDose?.outside !== undefined;
  const asked = !outside && (actionable(row.action) || row.alternatives.length > 0);
  const first = replaceFirst(branch, row);
  const blockers = blockersBeside(patient, row);
  const checked = asked ? (question.alternatives?.(patient, row, question.order) ?? []) : [];
  const alternatives = inUseToo(patient, question, afterwards(checked, first));
  const offered = alternatives.flatMap(({ name, ok, standing }) => (ok ? [name] : standing === 'not-checked' ? [`a ${name}`] : []));
  const settled = !/naive|use >/i.test(branch.group.population) && used.every((view) => isSettled(patient, view, row));
  const tolerated = settled ? toleratedSince(patient, question, row) : undefined;
  const raised = raisedFrom(patient, question);
  const takenSince = tolerated === undefined ? takenLately(patient, question, row) : undefined;
  const unreadable =
    row.action === 'no-recommendation' ? used.filter(({ state }) => state === 'indeterminate').map(({ gene }) => gene) : [];
  const cautions = ownCautions(patient, question.drug, question.order).filter(
    ({ besideDose }) => besideDose !== true || row.action === 'decrease-dose' || row.action === 'increase-dose',
  );
  const together = cautions.filter(isForbiddenTogether);
  if (together.length > 0) return forbiddenTogether(patient, question, branch, together);
  // Told in the report; at the order the allergy list speaks for itself.
  const reaction =
    row.action === 'standard' && question.order?.role === 'draft' ? reactionCaution(chart, question.drug, onFile(used)) : undefined;
  const acts = actionable(row.action);
  // Where nobody would be tested first, a result that may be another person's is passed over like none at all.
  const unsure = donor !== undefined && !acts && donor.genes.some((gene) => testedBefore(patient, question, gene)) ? [donor] : [];
  const doubts = [
    ...(held?.row.action === 'monitor' ? [held] : []),
    ...(asksFirmly(row) ? [] : doubtsOf(patient, branch, row)),
    ...unsure,
    ...begunAgainDoubts(chart, question, branch.group.population, used),
    ...(acts ? [] : measuredDoubts(patient, question, used)),
  ];
  const going = (words: string): string => (takenSince === undefined ? words : words.replace(/^Do not start/, 'Do not continue'));
  const alone = reasonAlone(row, branch.group.rows, index.knowledge.guideline.genes);
  const missing = [...new Set([...match.missing, ...undecidedGenes(row, used)])];
  const without = missingWords(missing, row);
  const text = [
    donor === undefined || unsure.length > 0 ? '' : donor.sentence,
    settledRow === match.row || held !== undefined
      ? ''
      : sentence(`so the ${row.drug} dose is not raised by it; go by measured levels and effect`),
    raised === undefined || !acts ? '' : raisedSentence(row.drug, raised),
    takenSince === undefined
      ? ''
      : sentence(`${row.drug} is on the list since ${takenSince}: the advice holds for going on with it as well`),
    first.length > 0 ? '' : takenBesideNew(patient, question, used),
    blockers.length === 0 ? '' : blockedSentence(row, blockers),
    tolerated === undefined
      ? ''
      : used.some(({ gene }) => MARROW.has(gene))
        ? marrowSentence(row, tolerated)
        : toleratedSentence(row, tolerated, question.order),
    first.length === 0 ? '' : replaceFirstSentence(row.drug, first),
    unrecognisedSentence(patient, row, alternatives),
    unreadable.length === 0 ? '' : unreadableSentence(unreadable),
    question.besideAnother === true ? '' : sourceSentence(bodyOf(row, index)),
    row.action === 'standard' && (cautions.length > 0 || reaction !== undefined)
      ? sentence(`the genes ask for no change of ${row.drug}`)
      : row.action === 'standard' && doubts.length > 0
        ? sentence(`the result that is used asks for no change of ${row.drug}`)
        : outside
          ? `${lowDose.sentence} At those doses: ${lowerFirst(recommendationText(row, dose, undefined))}`
          : `${blockers.length === 0 || row.action !== 'decrease-dose' ? '' : 'Without it: '}${going(recommendationText(row, dose, alternatives.length === 0 ? undefined : offered))}`,
    lowDose === undefined || outside ? '' : lowDose.sentence,
    spreadSentence(match, used),
    ...(acts ? contradictionSentences(used) : []),
    advised.action === 'avoid' && settledRow.action === 'test-first' ? WITHOUT_DPD : '',
    alone === undefined ? '' : aloneSentence(alone, used),
    lowDose === undefined ? startingDoseSentence(row) : '',
    ...doubts.map((doubt) => doubt.sentence),
    held?.row.action === 'standard' ? held.sentence : '',
    ...modifierSentences(patient, question.drug.name, used),
    reaction === undefined ? '' : sentence(`besides the genes: ${reaction}`),
    ...cautions.map(({ text: caution, source }) => sentence(`besides the genes: ${caution} (${source.label})`)),
    without.sentence,
  ];
  const why = actionable(row.action) ? implication(row.drug, used) : undefined;
  const conversion = conversions(branch, used);
  // "Usual start, slower titration" is no way for an order above the start that the row names with strong strength.
  const tooMuch = row.action === 'decrease-dose' && row.strength === 'strong' && dose?.complies === false;
  const also = row.alsoAcceptable.filter(
    (entry): entry is AdviceAction => entry !== 'counsel' && entry !== 'clinical-judgement' && !(entry === 'standard' && tooMuch),
  );
  return {
    drug: { name: question.drug.name, rxnorm: question.drug.rxnorm },
    ...(question.order?.isOrder === true ? { order: question.order.source.reference } : {}),
    genes: branch.views.map(({ gene, phenotype, activityScore }) => ({ gene, phenotype, activityScore })),
    action: row.action,
    ...(also.length === 0 ? {} : { alsoAcceptable: also }),
    ...(dose === undefined ? {} : { dose: dose.dose }),
    alternatives,
    strength: row.strength,
    ...(alone === undefined ? {} : { strengthAlone: alone.strength }),
    population: populationLabel(branch.population),
    source: citationOf(row, index),
    ...bodyOf(row, index),
    ...(why === undefined ? {} : { implication: why }),
    text: text.filter((part) => part !== '').join(' '),
    ...(without.restsOnOthers ? { without: { genes: missing, sentence: without.sentence } } : {}),
    ruleId: row.id,
    ...(isCompleted(row) ? { completed: true } : {}),
    ...(unreadable.length > 0 && asksForNothing(branch.group) ? { quiet: 'nothing-asked' as const } : {}),
    ...quietOf(nothingFound(used), outside, tolerated !== undefined && !used.some(({ gene }) => MARROW.has(gene)), isLeastStart(row)),
    ...(tolerated === undefined ? {} : { settledBy: settledBy(row, question.order) }),
    ...(isConsidered(row) ? { considered: true } : {}),
    ...(isWhereNeeded(row) ? { whereNeeded: true } : {}),
    populationKnown: branch.known,
    ...toldCautions(cautions),
    ...(doubts.length === 0 ? {} : { doubts: doubts.map(({ short }) => short) }),
    ...(held?.row.action === 'monitor' ? { heldBack: true } : {}),
    ...(donor === undefined || !acts ? {} : { donor: donor.behind }),
    ...(unreadable.length === 0 ? {} : { coverage: 'unreadable' as const }),
    ...(blockers.length === 0 ? {} : { aggravatedBy: blockers.map(({ name, reference, draft }) => ({ name, reference, draft })) }),
    ...(blockers.length === 0 &&
    (dose?.complies === true || (tolerated !== undefined && withinMaximum(row, question))) &&
    (row.action === 'decrease-dose' || row.action === 'increase-dose')
      ? { orderComplies: true }
      : {}),
    ...(dose?.complies === true && row.action === 'alternative' ? { keepsFallback: true } : {}),
    ...(takenSince === undefined ? {} : { takenSince }),
    ...(first.length === 0 ? {} : { replaceFirst: first }),
    ...(conversion.length === 0 ? {} : { phenoconversion: conversion }),
    evidence: evidenceOf(used),
  };
}

/** A genotype that asks for nothing, and beside it the enzyme itself, which nobody has judged. */
function measuredDoubts(patient: AdvicePatient, question: DrugQuestion, used: readonly GeneView[]): Doubt[] {
  return used.flatMap(({ gene }) => {
    const measured = measuredBeside(patient, question, gene);
    if (measured === undefined) return [];
    return [
      {
        short: `${measured} beside a normal ${gene} genotype`,
        sentence: sentence(
          `${measured} is on file and is not interpreted here: a normal ${gene} genotype does not exclude too little of the enzyme`,
        ),
      },
    ];
  });
}

/** An order that is raised already, and not above the most that the row allows. */
function withinMaximum({ dose }: Recommendation, { order }: DrugQuestion): boolean {
  const ordered = orderedDose(order);
  return dose?.maxDailyMg !== undefined && ordered?.unit === 'mg' && ordered.daily !== undefined && ordered.daily <= dose.maxDailyMg;
}

/** What has gone well for months may still end in bone marrow failure: told, and never said more softly. */
const MARROW: ReadonlySet<string> = new Set(['DPYD', 'TPMT', 'NUDT15']);

/** "At least 75 mg a day to start": of a treatment that is under way it says nothing. */
const isLeastStart = ({ action, dose }: Recommendation): boolean =>
  action === 'increase-dose' && dose?.atLeast === true && dose.startMgPerDay !== undefined;

function quietOf(nothing: boolean, lowDose: boolean, tolerated: boolean, leastStart: boolean): Pick<DrugAdvice, 'quiet'> {
  if (nothing) return { quiet: 'nothing-found' };
  if (lowDose) return { quiet: 'low-dose' };
  if (tolerated && leastStart) return { quiet: 'in-use' };
  return tolerated ? { quiet: 'tolerated' } : {};
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const onFile = (views: readonly GeneView[]): string[] => views.flatMap(({ gene, state }) => (state === 'not-tested' ? [] : [gene]));

/** Genes whose test decided nothing, where the guideline's row goes by the other genes. */
function undecidedGenes(row: Recommendation, used: readonly GeneView[]): string[] {
  if (row.action === 'no-recommendation' || row.when.length < 2) return [];
  const open = row.when.filter(
    ({ gene, value }) => value === 'Indeterminate' && used.some((view) => view.gene === gene && view.state === 'indeterminate'),
  );
  return open.length === row.when.length ? [] : open.map(({ gene }) => gene);
}

function viewsOf(row: Recommendation, views: readonly GeneView[]): GeneView[] {
  const asked = new Set(row.when.map(({ gene }) => gene));
  return views.filter(({ gene }) => asked.has(gene));
}

export function evidenceOf(views: readonly GeneView[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const view of views) for (const evidence of view.evidence) seen.set(evidence.reference, evidence);
  return [...seen.values()];
}

function conversions(branch: Branch, views: readonly GeneView[]): NonNullable<DrugAdvice['phenoconversion']> {
  const { genotypeMatch } = branch;
  const actionBefore = genotypeMatch.kind === 'row' ? genotypeMatch.row.action : 'no-recommendation';
  return views.flatMap(({ gene, finding, conversion }) => {
    if (conversion === undefined) return [];
    return [
      {
        gene,
        before: { phenotype: finding?.result.phenotype ?? null, activityScore: finding?.result.activityScore ?? null },
        after: { phenotype: conversion.phenotype, activityScore: conversion.activityScore },
        by: conversion.by.map(({ exposure: { name, reference, draft, stoppedDaysAgo } }) => ({
          name,
          reference,
          draft,
          ...(stoppedDaysAgo === undefined ? {} : { stoppedDaysAgo }),
        })),
        actionBefore,
      },
    ];
  });
}
