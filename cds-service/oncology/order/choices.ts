/** Approved choices to put beside an order that does not fit, and the ones an order passes over. */
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';
import type { Approval, ProfileTree } from '../../knowledge/oncology/types.ts';
import type { OrderFit } from '../../report/types.ts';
import { evidenceOfAnswers, sourcesOf } from '../answer-evidence.ts';
import { biomarkerWords } from '../marker/biomarker-words.ts';
import type { LabelUse, OrderFitInput } from './label-use.ts';
import { inWords } from '../reason/index.ts';
import { isBeyondExtent, isEarly, settingWords } from '../extent.ts';
import { withAges } from '../label-age.ts';
import { completedBefore, lacksEarlierTreatment, lineStanding, spokenAgainst, withEarlierUse } from './line-of-therapy.ts';
import { treatmentHistory } from './treatment-history.ts';
import { everTaken, includesDrug, isBackbone, isCytotoxic, regimen, type OrderedDrug } from './ordered-drugs.ts';
import { labelCitation } from '../citations.ts';
import { labelMatch } from '../tumour.ts';
import { mayResist } from './further-change.ts';

/**
 * A choice that the label puts first for this finding: approved in this tumour type, not tied to later lines, never given.
 * Asked only for classical chemotherapy, and for drugs whose label leaves this very finding out (PD-1 with EGFR or ALK).
 */
export function betterOptions(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): Approval[] {
  const { tumour, matches, facts, knowledge } = input;
  const leftOut = uses.some(({ answer }) => answer.verdict === 'no' && answer.found.length > 0);
  if (tumour === null || (!leftOut && !isCytotoxic(drug.ingredient)) || isEarly(tumour, facts)) return [];
  const taken = everTaken(facts);
  const first = matches.approvals.filter((approval) => {
    const label = labelMatch(approval, tumour);
    const terms = termsOf(knowledge.profiles[approval.profile]?.tree ?? { or: [] });
    const genomic =
      terms.some((term) => term.kind !== 'marker' && term.kind !== 'wild-type') ||
      terms.some((term) => term.kind === 'marker' && (term.marker === 'MSI' || term.marker === 'MMR'));
    return (
      label !== null &&
      label.match !== 'any-solid' &&
      approval.setting === null &&
      genomic &&
      !includesDrug(approval.therapies, drug.ingredient)
    );
  });
  const given = matches.approvals.some(({ therapies }) =>
    therapies.some(({ ingredient }) => ingredient !== drug.ingredient && taken.has(ingredient) && !isCytotoxic(ingredient)),
  );
  return given ? [] : first;
}

/**
 * Approved choices for what this patient has, in their order, without the ordered drug and without what the chart calls an allergy. A choice with
 * several labels is shown by the one for the finding that speaks against the order: osimertinib for T790M, not for the exon 19 deletion beside it.
 * @param against ids of the variants that speak against the order
 */
export function alternativesFor(drug: OrderedDrug, input: OrderFitInput, against: readonly string[] = []): OrderFit['alternatives'] {
  const { matches, facts } = input;
  // BCR::ABL1 with T315I before BCR::ABL1 alone, where T315I is what makes the ordered drug fail.
  const names = ({ profile }: Approval): number =>
    new Set(matches.answers.get(profile)?.found.flatMap(({ alteration: { fact } }) => (against.includes(fact.id) ? [fact.id] : []))).size;
  const history = treatmentHistory(facts, input.knowledge, input.tumour);
  // What the chart speaks against is told, as such, only where nothing else is left; it is offered nowhere.
  const open = matches.approvals.filter((approval) => lineStanding(approval, history) !== 'against');
  // A partner is replaced beside the directed drug that is on order: fulvestrant for letrozole beside palbociclib.
  const together = regimen(facts);
  const keeps = ({ therapies }: Approval): number =>
    isBackbone(drug.ingredient) && therapies.some(({ ingredient }) => !isBackbone(ingredient) && together.has(ingredient)) ? 0 : 1;
  return (
    distinct(open.length > 0 ? open : matches.approvals, names)
      .filter(({ therapies }) => !therapies.every(({ ingredient }) => ingredient === drug.ingredient))
      // What the patient takes now is no replacement; its partner is changed beside it.
      .filter(({ therapies }) => isBackbone(drug.ingredient) || !isTakenNow(therapies, facts))
      .filter(({ therapies }) => !therapies.some(({ ingredient }) => mayResist(ingredient, input)))
      // What a finding makes fail is not replaced by another drug of its kind, approved for the absence of other findings alone.
      .filter(({ profile }) => against.length === 0 || !restsOnAbsence(input.knowledge.profiles[profile]?.tree))
      .sort((a, b) => keeps(a) - keeps(b))
      .slice(0, 4)
      .map((approval) => alternative(approval, input, drug.ingredient))
  );
}
/** All that is directed in it, by records other than the drafts. */
function isTakenNow(therapies: Approval['therapies'], { medications }: OrderFitInput['facts']): boolean {
  const directed = therapies.filter(({ ingredient }) => !isBackbone(ingredient));
  return (
    directed.length > 0 &&
    directed.every(({ ingredient }) =>
      medications.some(
        ({ role, ingredients }) => role === 'current' && ingredients.some(({ name }) => ingredientName(name) === ingredient),
      ),
    )
  );
}
function restsOnAbsence(tree: ProfileTree | undefined): boolean {
  return tree !== undefined && termsOf(tree).every(({ kind }) => kind === 'wild-type');
}

/** Each set of drugs once, by the first of its approvals that is preferred most. */
export function distinct(approvals: readonly Approval[], preference: (approval: Approval) => number = () => 0): Approval[] {
  const seen = new Map<string, Approval>();
  for (const approval of approvals) {
    const key = approval.therapies
      .map(({ ingredient }) => ingredient)
      .sort()
      .join('+');
    const before = seen.get(key);
    if (before === undefined || preference(approval) > preference(before)) seen.set(key, approval);
  }
  return [...seen.values()];
}
/** @param ordered the drug whose place it would take: as a rule it is given already, so that a label for after it is borne out by the order */
export function alternative(
  approval: Approval,
  { knowledge, matches, facts, tumour }: OrderFitInput,
  ordered?: string,
): OrderFit['alternatives'][number] {
  const profile = knowledge.profiles[approval.profile];
  const answer = matches.answers.get(approval.profile);
  const [reason] = answer?.reasons ?? [];
  const evidence = answer === undefined ? [] : evidenceOfAnswers([answer], sourcesOf(facts));
  const beyond = isBeyondExtent(approval, tumour, facts);
  const history = treatmentHistory(facts, knowledge, tumour);
  const again = completedBefore(approval, history);
  const setting = withEarlierUse(withAges(settingWords(approval, beyond), approval, facts.patient.ageYears), again);
  const line = lineStanding(approval, history);
  const against = spokenAgainst(approval, history);
  const standing = line === 'shown' && beyond ? 'open' : line;
  const approvedFor = profile === undefined ? '' : biomarkerWords(profile.text, profile.tree);
  const said = setting === null ? '' : ` (${setting}${standing === 'shown' ? ': on file' : ''})`;
  return {
    therapy: approval.therapies.map(({ name, rxnorm }) => ({ name, ...(rxnorm === null ? {} : { rxnorm }) })),
    ...(approvedFor === '' ? {} : { approvedFor }),
    because: `approved for ${approvedFor}${said}${reason === undefined ? '' : `: ${inWords(reason)}`}${against === null ? '' : `; ${against}`}`,
    source: labelCitation(approval),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(setting === null ? {} : { setting }),
    ...(standing === 'open' && lacksEarlierTreatment(approval, history, ordered) ? { noEarlierTreatment: true as const } : {}),
    ...(setting === null && standing !== 'against' ? {} : { settingStanding: standing === 'free' ? 'open' : standing }),
  };
}
