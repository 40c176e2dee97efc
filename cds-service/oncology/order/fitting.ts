/** Orders whose finding is there: they fit, unless the setting, the age or a doubt of the diagnosis puts another choice first. */
import type { Approval } from '../../knowledge/oncology/types.ts';
import { outsideAge } from '../label-age.ts';
import { evaluate } from '../profile.ts';
import { onceEach, said, type JudgedOrder, type Reason } from '../reason/index.ts';
import { labelMatch } from '../tumour.ts';
import { alternative, distinct } from './choices.ts';
import { deniedDiagnosis } from './denied-diagnosis.ts';
import { labelSources, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import { lineStanding, settingAgainst } from './line-of-therapy.ts';
import { treatmentHistory } from './treatment-history.ts';
import { includesDrug, isBackbone, regimen, type OrderedDrug } from './ordered-drugs.ts';
import { made } from './verdict.ts';

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

export function fits(drug: OrderedDrug, fitting: readonly LabelUse[], input: OrderFitInput): JudgedOrder {
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
