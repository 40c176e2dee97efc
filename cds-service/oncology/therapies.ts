/** From satisfied profiles to therapy matches: grouped, tiered, with both sides of every conflict. */
import { onceEach, said, type Reason, type TherapyRow } from './reason/index.ts';
import type { PatientFacts, Source } from '../../fhir-profiles/index.ts';
import type { Approval, Disease, OncologyKnowledge, Therapy } from '../knowledge/oncology/types.ts';
import { drugKey as keyOfDrugs } from '../knowledge/oncology/profile-terms.ts';
import { evidenceOfAnswers, sourcesOf } from './answer-evidence.ts';
import { evidenceCitation, labelCitation } from './citations.ts';
import { conflicts, idsOf, type Claim } from './claim.ts';
import { againstArisen } from './arisen.ts';
import type { Answer } from './alteration/covers.ts';
import { settingWords } from './extent.ts';
import { withEarlierUse } from './order/line-of-therapy.ts';
import { givenForThis, treatmentHistory } from './order/treatment-history.ts';
import { isBackbone } from './order/ordered-drugs.ts';
import { withAges } from './label-age.ts';
import type { OncologyPatient } from './patient.ts';
import { originFits } from './alteration/origin.ts';
import { evaluate } from './profile.ts';
import { rankApprovals, sortByWeight, type RankedApproval } from './rank.ts';
import { isDoubted, markResisted, namedForFurtherFinding } from './resisted.ts';
import { closelyNamed } from './specificity.ts';
import { tierOf } from './tier.ts';
import { tellWithdrawn } from './order/withdrawn.ts';
import { diseaseMatch, labelMatch, type PatientTumour, type TumourAnswer } from './tumour.ts';

export interface Matches {
  readonly therapies: TherapyRow[];
  /** Claims that were studied and not confirmed, where nothing supports them. */
  readonly refuted: TherapyRow[];
  /** Approvals whose biomarker and tumour the patient has, the first choice first; those that a finding speaks against are left out. */
  readonly approvals: readonly Approval[];
  readonly answers: ReadonlyMap<number, Answer>;
}

export interface MatchInput {
  readonly facts: PatientFacts;
  readonly patient: OncologyPatient;
  readonly tumour: PatientTumour | null;
  readonly knowledge: OncologyKnowledge;
  /** Profiles that the patient's genes and markers can touch. */
  readonly candidates: ReadonlySet<number>;
}

export function matchProfiles(input: MatchInput): Matches {
  const { facts, patient, tumour, knowledge, candidates } = input;
  const answers = new Map<number, Answer>();
  const claims: Claim[] = [];
  const approvals: Approval[] = [];
  const relations = new Map<Disease, TumourAnswer>();
  const relationTo = (disease: Disease): TumourAnswer => {
    const known = relations.get(disease) ?? diseaseMatch(disease, tumour, knowledge.tumours);
    relations.set(disease, known);
    return known;
  };
  for (const at of [...candidates].sort((a, b) => a - b)) {
    const profile = knowledge.profiles[at];
    if (!profile) continue;
    const answer = evaluate(profile.tree, patient);
    answers.set(at, answer);
    if (answer.verdict !== 'yes') continue;
    // What follows from the diagnosis alone is no finding of the molecular report.
    if (answer.found.length > 0 && answer.found.every(({ implied }) => implied)) continue;
    for (const item of knowledge.index.evidenceByProfile.get(at) ?? []) {
      const origin = originFits(item.origin, answer.found);
      if (origin.fits)
        claims.push({
          drugs: drugKey(item.therapies),
          item,
          approval: null,
          profile,
          therapies: item.therapies,
          tumour: relationTo(item.disease),
          origin,
          answer,
        });
    }
    for (const approval of knowledge.index.approvalsByProfile.get(at) ?? []) {
      const label = labelMatch(approval, tumour);
      const origin = originFits(approval.origin, answer.found);
      if (approval.orderOnly || !label || !origin.fits || !origin.certain) continue;
      approvals.push(approval);
      claims.push({
        drugs: drugKey(approval.therapies),
        item: null,
        approval,
        profile,
        therapies: approval.therapies,
        tumour: label,
        origin,
        answer,
      });
    }
  }
  const ranked = rankApprovals(approvals, patient, tumour, facts, knowledge).map((one) => againstArisen(one, patient, knowledge));
  return { ...grouped(claims, ranked, input), answers };
}

/** One match per therapy, effect, tumour relation and set of variants. */
function grouped(
  claims: readonly Claim[],
  ranked: readonly RankedApproval[],
  { facts, patient, tumour, knowledge }: MatchInput,
): Pick<Matches, 'therapies' | 'refuted' | 'approvals'> {
  const setOf = variantSets();
  const supported = new Map<string, Claim[]>();
  const refuted = new Map<string, Claim[]>();
  for (const claim of claims) {
    const into = claim.item?.supports === false ? refuted : supported;
    const key = keyOf(claim, setOf);
    into.set(key, [...(into.get(key) ?? []), claim]);
  }
  const sources = sourcesOf(facts);
  const rankOf = new Map(ranked.map((one) => [one.approval, one]));
  // A label without evidence rows of its own key stands alone; a label with them marks them approved.
  const groups = [...supported.values()].map((group) => ({ group, label: bestLabel(group, rankOf) }));
  const named = groups.map(({ group, label }) => ({
    row: tellWithdrawn(toMatch(group, claims, label, sources, setOf), knowledge),
    named: new Set(group.flatMap(({ profile }) => closelyNamed(profile.tree, patient))),
    onAbsence: label?.specificity === 5,
  }));
  const untreated = givenForThis(treatmentHistory(facts, knowledge, tumour)).every(isBackbone);
  const rows = markResisted(named, patient, knowledge, untreated);
  const standings = new Map(
    rows.map((row, at) => {
      const [own, label] = [named[at], groups[at]?.label];
      return [row, { label, furtherFinding: own !== undefined && namedForFurtherFinding(own, named) }];
    }),
  );
  const therapies = sortByWeight(rows, (row) => standings.get(row) ?? { label: undefined, furtherFinding: false });
  const only = [...refuted]
    .filter(([key]) => !supported.has(key))
    .map(([, group]) => tellWithdrawn(toMatch(group, claims, undefined, sources, setOf), knowledge));
  const offered = withoutDoubted(therapies.filter(({ resisted }) => resisted === undefined)).flatMap((row) => {
    const label = standings.get(row)?.label;
    return label === undefined || label.arisen === true ? [] : [label.approval];
  });
  return { therapies, refuted: sortByWeight(only), approvals: offered };
}

/** What preclinical resistance speaks against is offered only where nothing else is. */
function withoutDoubted(rows: readonly TherapyRow[]): readonly TherapyRow[] {
  const sure = rows.filter((row) => row.approved && !isDoubted(row));
  return sure.length > 0 ? sure : rows;
}

/** Of several uses of one regimen for the same finding, the one whose line the chart bears out best. */
function bestLabel(group: readonly Claim[], rankOf: ReadonlyMap<Approval, RankedApproval>): RankedApproval | undefined {
  const order = ['free', 'shown', 'open', 'against'];
  return group
    .flatMap(({ approval }) => (approval === null ? [] : (rankOf.get(approval) ?? [])))
    .sort((a, b) => order.indexOf(a.line) - order.indexOf(b.line) || a.specificity - b.specificity)[0];
}

interface VariantSet {
  readonly number: number;
  /** One array for all rows of the set. */
  readonly ids: string[];
}

/** Equal sets of variants are one set with one number: a chart may hold thousands, and their names in every key would cost more than the rest. */
function variantSets(): (answer: Answer) => VariantSet {
  const sets = new Map<string, VariantSet>();
  const known = new Map<Answer, VariantSet>();
  return (answer) => {
    const given = known.get(answer);
    if (given !== undefined) return given;
    const { own } = idsOf(answer);
    const key = own.join(',');
    const set = sets.get(key) ?? { number: sets.size, ids: [...own] };
    sets.set(key, set);
    known.set(answer, set);
    return set;
  };
}

function keyOf({ item, therapies, tumour, answer, drugs }: Claim, setOf: ReturnType<typeof variantSets>): string {
  const variants = String(setOf(answer).number);
  const interaction = therapies.length > 1 ? (item?.interaction ?? 'combination') : '';
  return [drugs, interaction, item?.effect ?? 'sensitivity', tumour.match, variants].join('|');
}

function toMatch(
  group: readonly Claim[],
  all: readonly Claim[],
  label: RankedApproval | undefined,
  sources: ReadonlyMap<string, Source>,
  setOf: ReturnType<typeof variantSets>,
): TherapyRow {
  const [first] = group;
  if (!first) throw new Error('a group of claims is never empty');
  const effect = first.item?.effect ?? 'sensitivity';
  const items = group
    .map(({ item }) => item)
    .filter((item) => item !== null)
    .sort((a, b) => a.level.localeCompare(b.level) || (b.rating ?? 0) - (a.rating ?? 0) || a.id - b.id);
  const labels = group.map(({ approval }) => approval).filter((approval) => approval !== null);
  const tier = tierOf({
    effect,
    items,
    approved: labels.length > 0,
    tumour: first.tumour.match,
    typeKnown: first.tumour.typeKnown ?? true,
  });
  const interaction = first.therapies.length > 1 ? (first.item?.interaction ?? (first.approval ? 'combination' : null)) : null;
  const conflicting = conflicts(first, all);
  return {
    // As the label names them, the directed drug first; without a label as the evidence does.
    therapy: (label?.approval.therapies ?? first.therapies).map(({ name, rxnorm }) => ({
      name: label ? capital(name) : name,
      ...(rxnorm === null ? {} : { rxnorm }),
    })),
    effect,
    level: tier.level,
    tier: tier.amp,
    approved: labels.length > 0,
    tumourMatch: first.tumour.match,
    variants: setOf(first.answer).ids,
    sources: [...labels.map(labelCitation), ...items.map(evidenceCitation)],
    ...(interaction === null ? {} : { interaction }),
    escat: tier.escat,
    because: because(group, labels, label, tier.ampWhy),
    ...(conflicting.length === 0 ? {} : { conflicting: conflicting.map(evidenceCitation) }),
    evidence: evidenceOfAnswers(
      group.map(({ answer }) => answer),
      sources,
    ),
    ...settingOf(label),
  };
}

function settingOf(label: RankedApproval | undefined): Pick<TherapyRow, 'setting' | 'settingStanding'> {
  if (label === undefined) return {};
  const setting = withEarlierUse(withAges(settingWords(label.approval, label.beyondExtent), label.approval, label.ageYears), label.again);
  if (setting === null) return label.line === 'against' ? { settingStanding: 'against' } : {};
  // That the chart shows the earlier treatment does not make early disease advanced.
  return { setting, settingStanding: label.line === 'free' || (label.beyondExtent && label.line === 'shown') ? 'open' : label.line };
}

function because(group: readonly Claim[], labels: readonly Approval[], label: RankedApproval | undefined, tier: string): Reason[] {
  const matched = group.flatMap(({ answer }) => answer.reasons);
  const tumours = group.map(({ tumour }) => tumour.reason);
  const origins = group.map(({ origin }) => origin.reason).filter((reason) => reason !== null);
  const settings = labels
    .map(({ setting }) => (setting === null ? null : `Label setting: ${setting}`))
    .filter((setting) => setting !== null)
    .map(said);
  const further =
    label?.actsOn === null || label === undefined ? [] : [said(`Shown to act against this patient’s further finding: ${label.actsOn}`)];
  const standard =
    label === undefined || label.standard === null ? [] : [said(`Before the other approved choice for this tumour: ${label.standard}`)];
  const against = label === undefined || label.against === null ? [] : [said(`The chart speaks against it: ${label.against}`)];
  const earlier =
    label === undefined
      ? []
      : [label.again === null ? null : capital(label.again), label.brokenOff].filter((text) => text !== null).map(said);
  const [first] = group;
  const caution =
    origins.some(({ kind }) => kind === 'germline-asked') &&
    labels.length === 0 &&
    /resistance|reduced/.test(first?.item?.effect ?? '') &&
    first?.item?.level !== 'A'
      ? [INHERITED]
      : [];
  const together =
    (first?.therapies.length ?? 0) > 1 && first?.item?.interaction === 'combination' && /resistance|reduced/.test(first.item.effect)
      ? [COMBINED]
      : [];
  return onceEach([
    ...caution,
    ...against,
    ...together,
    ...matched,
    ...standard,
    ...further,
    ...tumours,
    ...origins,
    ...settings,
    ...earlier,
    said(tier),
  ]);
}

const COMBINED = said('Studied as a combination: nothing is said of its drugs one by one');
const INHERITED = said('Inherited variant: a reason to watch the response closely, not by itself to withhold the drug');

function drugKey(therapies: readonly Therapy[]): string {
  return keyOfDrugs(therapies.map(({ ingredient }) => ingredient));
}
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
