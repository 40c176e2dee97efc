/** Whether each ordered cancer drug fits this tumour: contradicted, without its biomarker, fitting, or with a better choice. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { Citation, OrderFit, TherapyMatch } from '../report/types.ts';
import type { Approval, OncologyKnowledge } from '../knowledge/oncology/types.ts';
import { termsOf } from '../knowledge/oncology/load.ts';
import { genesOf } from '../knowledge/oncology/notation/term.ts';
import { biomarkerWords, testNames } from './biomarker-words.ts';
import type { Answer } from './covers.ts';
import {
  everTaken,
  includesDrug,
  ingredientName,
  isBackbone,
  isCytotoxic,
  orderedDrugs,
  regimen,
  type OrderedDrug,
} from './ordered-drugs.ts';
import { originFits } from './origin.ts';
import type { OncologyPatient } from './patient.ts';
import { evaluate } from './profile.ts';
import { evidenceOf } from './report-rows.ts';
import { labelCitation, type Matches } from './therapies.ts';
import { labelMatch, type PatientTumour } from './tumour.ts';

export interface OrderFitInput {
  readonly facts: PatientFacts;
  readonly patient: OncologyPatient;
  readonly tumour: PatientTumour | null;
  readonly knowledge: OncologyKnowledge;
  readonly matches: Matches;
}

export function fitOrders(input: OrderFitInput): OrderFit[] {
  return orderedDrugs(input.facts)
    .map((drug) => fitOrder(drug, input))
    .filter((fit) => fit !== null);
}

interface LabelUse {
  readonly approval: Approval;
  readonly answer: Answer;
  /** The biomarker is there, and in the germline or tumour as the label asks. */
  readonly met: boolean;
  readonly originMissing: boolean;
}

/** Null for drugs that the oncology knowledge says nothing about. */
function fitOrder(drug: OrderedDrug, input: OrderFitInput): OrderFit | null {
  const { knowledge } = input;
  const own = knowledge.index.approvalsByDrug.get(drug.ingredient) ?? [];
  const uses = labelUses(drug.ingredient, own, input);
  const against = contradictions(drug.ingredient, uses, input);
  if (against.length > 0) return contradicted(drug, against, uses, input);
  const excluded = uses.length === 0 ? leftOutByLabel(own, input) : undefined;
  if (excluded) return labelViolated(drug, excluded, [excluded], input);
  const violated = uses.find(({ approval, answer }) => approval.required && answer.verdict === 'no' && answer.found.length > 0);
  const fitting = uses.filter(({ met }) => met);
  if (fitting.length > 0) return fits(drug, fitting, input);
  if (violated) return labelViolated(drug, violated, uses, input);
  if (uses.some(({ approval }) => approval.required)) return lacking(drug, uses, input);
  const better = betterOptions(drug, uses, input);
  if (better.length > 0) return betterMade(drug, better, uses, input);
  return own.length > 0 || isCytotoxic(drug.ingredient)
    ? made(drug, 'not-covered', { because: [], alternatives: [], variants: [], sources: [] }, input)
    : null;
}

/**
 * The label's uses of the drug in this tumour; without a known tumour, all of them. Uses in combination count when the
 * partners are ordered or taken; when the order completes none, those of the drug's own label. A backbone drug (chemotherapy,
 * hormone) has no say in another drug's label.
 */
function labelUses(ingredient: string, own: readonly Approval[], { tumour, patient, knowledge, facts }: OrderFitInput): LabelUse[] {
  const relevant = own.filter((approval) => tumour === null || labelMatch(approval, tumour) !== null);
  const together = regimen(facts);
  const complete = relevant.filter(({ therapies }) => therapies.every((therapy) => together.has(therapy.ingredient)));
  const ownLabel = relevant.filter(({ therapies }) => therapies.length === 1 || !isBackbone(ingredient));
  return (complete.length > 0 ? complete : ownLabel).map((approval) => {
    const profile = knowledge.profiles[approval.profile];
    const answer: Answer = profile ? evaluate(profile.tree, patient) : { verdict: 'unknown', found: [], reasons: [], references: [] };
    const origin = originFits(approval.origin, answer.found);
    const met = answer.verdict === 'yes' && origin.fits && origin.certain;
    return { approval, answer, met, originMissing: answer.verdict === 'yes' && !met };
  });
}

/** A tumour-agnostic label that leaves this tumour out, though the finding is there (BRAF V600E in colorectal cancer). */
function leftOutByLabel(own: readonly Approval[], { tumour, patient, knowledge }: OrderFitInput): LabelUse | undefined {
  if (tumour === null || tumour.solid !== true) return undefined;
  const excluded = own.filter(
    ({ excludes, tumours }) =>
      tumours.includes('any-solid') && excludes.some((code) => tumour.oncotree.has(code) || tumour.oncotreeAncestors.has(code)),
  );
  for (const approval of excluded) {
    const profile = knowledge.profiles[approval.profile];
    const answer = profile ? evaluate(profile.tree, patient) : null;
    if (answer?.verdict === 'yes') return { approval, answer, met: false, originMissing: false };
  }
  return undefined;
}

// ------------------------------------------------------------------ contradicted

/**
 * Evidence that the drug fails here: level A; or level B from more than one item or a trusted one, where the variant lies in
 * the gene the drug is given for. Resistance seen with weaker or off-target evidence stays in the report.
 */
function contradictions(
  ingredient: string,
  uses: readonly LabelUse[],
  { facts, matches, knowledge, tumour }: OrderFitInput,
): TherapyMatch[] {
  if (tumour === null) return [];
  const together = regimen(facts);
  const own = knowledge.index.approvalsByDrug.get(ingredient) ?? [];
  const targets = new Set(own.flatMap(({ profile }) => termsOf(knowledge.profiles[profile]?.tree ?? { or: [] }).flatMap(genesOf)));
  const combined = uses.filter(
    ({ approval, met }) => met && approval.therapies.length > 1 && approval.therapies.every((therapy) => together.has(therapy.ingredient)),
  );
  return matches.therapies.filter((match) => {
    if (match.effect !== 'resistance' && match.effect !== 'reduced-sensitivity') return false;
    if (match.tumourMatch !== 'same' && match.tumourMatch !== 'ancestor') return false;
    if (!drugDecides(match, ingredient, together)) return false;
    const genes = facts.variants.filter(({ id }) => match.variants.includes(id)).flatMap((fact) => fact.genes);
    const onTarget = genes.some((gene) => targets.has(knowledge.genes.symbol(gene) ?? gene));
    const strong = match.level === 'A' || (match.level === 'B' && match.tier === 'I-B' && onTarget);
    if (!strong || (match.level === 'B' && outweighed(match, ingredient, matches))) return false;
    // An approved combination aimed at this very variant answers the resistance of the single drug.
    return !combined.some(({ answer }) => match.variants.every((id) => answer.found.some(({ alteration }) => alteration.fact.id === id)));
  });
}
/** The evidence is about the drug itself, not about a partner that is not part of this regimen. */
function drugDecides({ therapy, interaction }: TherapyMatch, ingredient: string, together: ReadonlySet<string>): boolean {
  const names = therapy.map(({ name }) => ingredientName(name));
  if (!names.includes(ingredient)) return false;
  return names.length === 1 || interaction === 'substitutes' || names.every((name) => together.has(name) || name === 'chemotherapy');
}
/** The same drug is approved for exactly these variants: the label speaks louder than single studies. */
function outweighed(match: TherapyMatch, ingredient: string, { therapies }: Matches): boolean {
  return therapies.some(
    (other) =>
      other.approved &&
      other.effect === 'sensitivity' &&
      other.therapy.length === 1 &&
      ingredientName(other.therapy[0]?.name ?? '') === ingredient &&
      match.variants.length === other.variants.length &&
      match.variants.every((id) => other.variants.includes(id)),
  );
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
      alternatives: alternativesFor(drug, variants, input),
      sources: [...against.flatMap(({ sources }) => sources), ...labelSources(uses)].slice(0, 8),
    },
    input,
  );
}

/** "Level A evidence of resistance: p.Gly12Asp is a KRAS exon 2 mutation". */
function againstInWords({ level, effect, because }: TherapyMatch): string {
  const reason = (because ?? []).find((text) => !text.endsWith('(by the diagnosis)')) ?? '';
  return `Level ${level} evidence of ${effect === 'resistance' ? 'resistance' : 'reduced sensitivity'}: ${reason}`;
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
      alternatives: alternativesFor(drug, variants, input),
      sources: labelSources(uses),
    },
    input,
  );
}

// ------------------------------------------------------------------ label uses

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
    },
    input,
  );
}

/** Negative only when every use is ruled out, or when the gene has a result and it is another one; else not tested. */
function lacking(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): OrderFit {
  const { patient, facts, knowledge } = input;
  const trees = uses.map(({ approval }) => knowledge.profiles[approval.profile]?.tree).filter((tree) => tree !== undefined);
  const germline = uses.some(({ originMissing }) => originMissing);
  const open = uses.filter(({ answer }) => answer.verdict !== 'no');
  const genes = [...new Set(trees.flatMap((tree) => termsOf(tree).flatMap(genesOf)))];
  const results = patient.found.filter(({ alteration, implied }) => !implied && alteration.genes.some((gene) => genes.includes(gene)));
  const onlyGenes = trees.every((tree) => termsOf(tree).every((term) => term.kind !== 'marker' && term.kind !== 'wild-type'));
  const answered =
    onlyGenes &&
    genes.length <= 3 &&
    genes.every((gene) => patient.negative.has(gene) || results.some(({ alteration }) => alteration.genes.includes(gene)));
  const negative = !germline && (open.length === 0 || answered);
  const tests = [...new Set(trees.flatMap(testNames))];
  const because = germline
    ? ['The label asks for a germline variant; the one on file is not shown to be in the germline']
    : negative
      ? [
          ...results.map(
            ({ alteration, standing }) =>
              `${facts.variants.find(({ id }) => id === alteration.fact.id)?.gene ?? ''} result on file is another one: ${standing.why}`,
          ),
          'Tested without the finding that the label asks for',
        ]
      : [`No result on file for ${tests.join(', ')}`];
  return made(
    drug,
    negative ? 'biomarker-negative' : 'biomarker-not-tested',
    {
      biomarker: wordsOf(uses, input),
      ...(negative ? {} : { tests: germline ? tests.map((test) => `germline ${test}`) : untested(tests, patient) }),
      because: [...new Set(because)],
      variants: results.map(({ alteration }) => alteration.fact.id),
      alternatives: alternativesFor(drug, [], input),
      sources: labelSources(uses),
    },
    input,
  );
}
/** Tests whose answer is not on file yet; all when none can be told apart. */
function untested(tests: readonly string[], patient: OncologyPatient): string[] {
  const open = tests.filter((test) => !patient.negative.has(test) && !patient.byGene.has(test));
  return open.length > 0 ? open : [...tests];
}

// ------------------------------------------------------------------ other choices

/**
 * A choice that the label puts first for this finding: approved in this tumour type, not tied to later lines, never given.
 * Asked only for classical chemotherapy, and for drugs whose label leaves this very finding out (PD-1 with EGFR or ALK).
 */
function betterOptions(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): Approval[] {
  const { tumour, matches, facts, knowledge } = input;
  const leftOut = uses.some(({ answer }) => answer.verdict === 'no' && answer.found.length > 0);
  if (tumour === null || (!leftOut && !isCytotoxic(drug.ingredient)) || isEarly(tumour)) return [];
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
    therapies.some(({ ingredient }) => taken.has(ingredient) && !isCytotoxic(ingredient)),
  );
  return given ? [] : byNewestLabel(first);
}
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
/** Surgery and adjuvant chemotherapy come first in early stages. */
function isEarly(tumour: PatientTumour): boolean {
  return tumour.fact.stages.some(({ group }) => group !== undefined && /^(?:0|I|II)[A-C]?\d?$/.test(group));
}

/** Approved choices for what this patient has, the ordered drug left out; those for the deciding variants first. */
function alternativesFor(drug: OrderedDrug, variants: readonly string[], input: OrderFitInput): OrderFit['alternatives'] {
  const { matches, facts } = input;
  const allergic = new Set(facts.allergies.flatMap(({ ingredients }) => ingredients.map(({ name }) => ingredientName(name))));
  const about = (approval: Approval) =>
    (matches.answers.get(approval.profile)?.found ?? []).some(({ alteration }) => variants.includes(alteration.fact.id));
  // An approval for just this finding before one for any mutation of the gene.
  const exactly = (approval: Approval) =>
    (matches.answers.get(approval.profile)?.found ?? []).every(({ alteration }) => variants.includes(alteration.fact.id));
  const other = matches.approvals.filter(({ therapies }) => !therapies.every(({ ingredient }) => ingredient === drug.ingredient));
  const withVariant = other.filter(about);
  const blocked = new Set(
    matches.therapies
      .filter(({ effect, level, tumourMatch }) => effect === 'resistance' && level <= 'B' && tumourMatch !== 'other')
      .flatMap(({ therapy, interaction }) =>
        therapy.length === 1 || interaction === 'substitutes' ? therapy.map(({ name }) => ingredientName(name)) : [],
      ),
  );
  const rest = other.filter(
    (approval) => !withVariant.includes(approval) && !approval.therapies.some(({ ingredient }) => blocked.has(ingredient)),
  );
  return distinct([...byNewestLabel(withVariant.filter(exactly)), ...byNewestLabel(withVariant), ...byNewestLabel(rest)])
    .filter(({ therapies }) => !therapies.some(({ ingredient }) => allergic.has(ingredient)))
    .slice(0, 4)
    .map((approval) => alternative(approval, input));
}
/** Labels without a limit of line or setting first, then the newest. */
function byNewestLabel(approvals: readonly Approval[]): Approval[] {
  const key = ({ setting, labelDate }: Approval) => `${setting === null ? 1 : 0}${labelDate}`;
  return [...approvals].sort((a, b) => key(b).localeCompare(key(a)) || a.therapies.length - b.therapies.length);
}
/** Each set of drugs once. */
function distinct(approvals: readonly Approval[]): Approval[] {
  const seen = new Map<string, Approval>();
  for (const approval of approvals) {
    const key = approval.therapies
      .map(({ ingredient }) => ingredient)
      .sort()
      .join('+');
    if (!seen.has(key)) seen.set(key, approval);
  }
  return [...seen.values()];
}
function alternative(approval: Approval, { knowledge, matches }: OrderFitInput): OrderFit['alternatives'][number] {
  const profile = knowledge.profiles[approval.profile];
  const reasons = matches.answers.get(approval.profile)?.reasons ?? [];
  const setting = approval.setting === null ? '' : ` (${approval.setting})`;
  return {
    therapy: approval.therapies.map(({ name, rxnorm }) => ({ name, ...(rxnorm === null ? {} : { rxnorm }) })),
    because: `approved for ${profile ? biomarkerWords(profile.text, profile.tree) : ''}${setting}${reasons.length > 0 ? `: ${reasons[0] ?? ''}` : ''}`,
    source: labelCitation(approval),
  };
}

// ------------------------------------------------------------------ the row

function made(
  drug: OrderedDrug,
  verdict: OrderFit['verdict'],
  rest: Pick<OrderFit, 'because' | 'alternatives' | 'variants' | 'sources'> & { readonly biomarker?: string; readonly tests?: string[] },
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
function wordsOf(uses: readonly Pick<LabelUse, 'approval'>[], { knowledge }: OrderFitInput): string {
  const words = uses.map(({ approval }) => {
    const profile = knowledge.profiles[approval.profile];
    const origin = approval.origin === 'germline' ? ' in the germline' : '';
    return profile ? `${biomarkerWords(profile.text, profile.tree)}${origin}` : '';
  });
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 3).join('; or ');
}
function labelSources(uses: readonly Pick<LabelUse, 'approval'>[]): Citation[] {
  return [...new Map(uses.map(({ approval }) => [approval.application, labelCitation(approval)])).values()];
}
