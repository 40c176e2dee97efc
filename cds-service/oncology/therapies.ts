/** From satisfied profiles to therapy matches: grouped, tiered, with both sides of every conflict. */
import type { Citation, TherapyMatch } from '../report/types.ts';
import type { Approval, Disease, EvidenceItem, OncologyKnowledge, Profile, Therapy } from '../knowledge/oncology/types.ts';
import type { Answer } from './covers.ts';
import type { OncologyPatient } from './patient.ts';
import { originFits, type OriginAnswer } from './origin.ts';
import { evaluate } from './profile.ts';
import { tierOf } from './tier.ts';
import { diseaseMatch, labelMatch, type PatientTumour, type TumourAnswer } from './tumour.ts';

interface Claim {
  readonly item: EvidenceItem | null;
  readonly approval: Approval | null;
  readonly profile: Profile;
  readonly therapies: readonly Therapy[];
  readonly tumour: TumourAnswer;
  readonly origin: OriginAnswer;
  readonly answer: Answer;
  /** Ingredients in alphabetical order, joined: what makes two claims speak of the same therapy. */
  readonly drugs: string;
}
export interface Matches {
  readonly therapies: TherapyMatch[];
  /** Claims that were studied and not confirmed, where nothing supports them. */
  readonly refuted: TherapyMatch[];
  /** Approvals whose biomarker and tumour the patient has. */
  readonly approvals: readonly Approval[];
  readonly answers: ReadonlyMap<number, Answer>;
}

export function matchProfiles(
  patient: OncologyPatient,
  tumour: PatientTumour | null,
  knowledge: OncologyKnowledge,
  candidates: ReadonlySet<number>,
): Matches {
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
      if (!label || !origin.fits || !origin.certain) continue;
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
  return { ...grouped(claims), approvals, answers };
}

/** One match per therapy, effect, tumour relation and set of variants. */
function grouped(claims: readonly Claim[]): Pick<Matches, 'therapies' | 'refuted'> {
  const supported = new Map<string, Claim[]>();
  const refuted = new Map<string, Claim[]>();
  for (const claim of claims) {
    const into = claim.item?.supports === false ? refuted : supported;
    const key = keyOf(claim);
    into.set(key, [...(into.get(key) ?? []), claim]);
  }
  // A label without evidence rows of its own key stands alone; a label with them marks them approved.
  const therapies = [...supported.values()].map((group) => toMatch(group, claims));
  const only = [...refuted].filter(([key]) => !supported.has(key)).map(([, group]) => toMatch(group, claims));
  return { therapies: therapies.sort(byWeight), refuted: only.sort(byWeight) };
}

function keyOf({ item, therapies, tumour, answer, drugs }: Claim): string {
  const variants = variantIds(answer).join(',');
  const interaction = therapies.length > 1 ? (item?.interaction ?? 'combination') : '';
  return [drugs, interaction, item?.effect ?? 'sensitivity', tumour.match, variants].join('|');
}

function toMatch(group: readonly Claim[], all: readonly Claim[]): TherapyMatch {
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
    therapy: first.therapies.map(({ name, rxnorm }) => ({
      name: first.item ? name : capital(name),
      ...(rxnorm === null ? {} : { rxnorm }),
    })),
    effect,
    level: tier.level,
    tier: tier.amp,
    approved: labels.length > 0,
    tumourMatch: first.tumour.match,
    variants: variantIds(first.answer),
    sources: [...labels.map(labelCitation), ...items.map(evidenceCitation)],
    ...(interaction === null ? {} : { interaction }),
    escat: tier.escat,
    because: because(group, labels, tier.ampWhy),
    ...(conflicting.length === 0 ? {} : { conflicting: conflicting.map(evidenceCitation) }),
  };
}

function because(group: readonly Claim[], labels: readonly Approval[], tier: string): string[] {
  const matched = group.flatMap(({ answer }) => answer.reasons);
  const tumours = group.map(({ tumour }) => tumour.reason);
  const origins = group.map(({ origin }) => origin.reason).filter((reason) => reason !== null);
  const settings = labels
    .map(({ setting }) => (setting === null ? null : `Label setting: ${setting}`))
    .filter((setting) => setting !== null);
  return [...new Set([...matched, ...tumours, ...origins, ...settings, tier])];
}

/** The other side: the same drugs with the opposite effect, or the same effect studied and not confirmed. */
function conflicts(of: Claim, all: readonly Claim[]): EvidenceItem[] {
  const effect = of.item?.effect ?? 'sensitivity';
  const supports = of.item?.supports ?? true;
  const relevant = of.tumour.match !== 'other';
  return all
    .filter((claim) => claim.item !== null && (claim.tumour.match !== 'other') === relevant && sameDrugs(of, claim))
    .map(({ item }) => item)
    .filter((item) => item !== null)
    .filter((item) => (item.effect === effect ? item.supports !== supports : supports && item.supports && opposed(item.effect, effect)));
}
function opposed(a: string, b: string): boolean {
  return (a === 'sensitivity') !== (b === 'sensitivity') && a !== 'adverse' && b !== 'adverse';
}
/** Equal sets; or one names several drugs of which any one will do, and the other is one of them. */
function sameDrugs(a: Claim, b: Claim): boolean {
  return a.drugs === b.drugs || anyOf(a, b) || anyOf(b, a);
}
function anyOf(several: Claim, single: Claim): boolean {
  return (
    several.item?.interaction === 'substitutes' &&
    single.therapies.length === 1 &&
    several.therapies.some(({ ingredient }) => ingredient === single.drugs)
  );
}
function drugKey(therapies: readonly Therapy[]): string {
  return therapies.length === 1
    ? (therapies[0]?.ingredient ?? '')
    : therapies
        .map(({ ingredient }) => ingredient)
        .sort()
        .join('+');
}

/** Approved, tier, tumour relation, level, resistance before sensitivity, unlimited and newest label first; names last, so that the order never depends on the input. */
function byWeight(a: TherapyMatch, b: TherapyMatch): number {
  const rank = ({ effect, approved, tier, tumourMatch, level }: TherapyMatch) => [
    approved ? 0 : 1,
    ['I-A', 'I-B', 'II-C', 'II-D'].indexOf(tier),
    ['same', 'ancestor', 'any-solid', 'other'].indexOf(tumourMatch),
    'ABCDE'.indexOf(level),
    effect === 'sensitivity' ? 1 : 0,
  ];
  const [one, two] = [rank(a), rank(b)];
  for (const [at, value] of one.entries()) if (value !== two[at]) return value - (two[at] ?? 0);
  const label = ({ sources, because: reasons, approved }: TherapyMatch) =>
    approved ? `${(reasons ?? []).some((reason) => reason.startsWith('Label setting')) ? 0 : 1}${sources[0]?.version ?? ''}` : '';
  const newer = label(b).localeCompare(label(a));
  if (newer !== 0) return newer;
  const name = ({ therapy, variants }: TherapyMatch) => `${therapy.map((drug) => drug.name).join('+')}|${variants.join(',')}`;
  return name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0;
}

export function evidenceCitation(item: EvidenceItem): Citation {
  const claim = `${item.supports ? '' : 'does not support '}${item.effect}, level ${item.level}${item.rating === null ? '' : `, rating ${item.rating}`}`;
  return {
    label: `CIViC EID${item.id} (${claim}): ${item.citation}, ${item.disease.name}`,
    url: `https://civicdb.org/links/evidence_items/${item.id}`,
    ...(item.pmid === null ? {} : { pmid: item.pmid }),
    version: item.reviewed,
  };
}
export function labelCitation(approval: Approval): Citation {
  return { label: `US label, application ${approval.application}`, url: approval.url, version: approval.labelDate };
}
function variantIds(answer: Answer): string[] {
  return [...new Set(answer.found.filter(({ implied }) => !implied).map(({ alteration }) => alteration.fact.id))].sort();
}
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
