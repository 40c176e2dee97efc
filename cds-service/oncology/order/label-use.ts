/** The uses that US labels give an ordered drug in this tumour, and whether the patient has what they ask for. */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import { genesOf } from '../../knowledge/oncology/notation/term.ts';
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';
import type { Approval, OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import type { Citation } from '../../report/types.ts';
import { biomarkerWords } from '../marker/biomarker-words.ts';
import type { Answer } from '../alteration/covers.ts';
import { isBackbone, regimen } from './ordered-drugs.ts';
import { requiredHere, type Required } from './required-here.ts';
import { originFits } from '../alteration/origin.ts';
import { isMetastatic } from '../extent.ts';
import { asInherited, type OncologyPatient } from '../patient.ts';
import { evaluate } from '../profile.ts';
import { labelCitation } from '../citations.ts';
import type { Matches } from '../therapies.ts';
import { labelMatch, type PatientTumour } from '../tumour.ts';

export interface OrderFitInput {
  readonly facts: PatientFacts;
  readonly patient: OncologyPatient;
  readonly tumour: PatientTumour | null;
  readonly knowledge: OncologyKnowledge;
  readonly matches: Matches;
}
export interface LabelUse {
  readonly approval: Approval;
  readonly answer: Answer;
  /** The biomarker is there, and in the germline or tumour as the label asks. */
  readonly met: boolean;
  readonly originMissing: boolean;
  /** Whether the label asks for it in the setting that the chart shows. */
  readonly required: Required;
}

/**
 * The label's uses of the drug in this tumour; without a known tumour, all of them. Uses in combination count when the
 * partners are ordered or taken; when the order completes none, those of the drug's own label. A backbone drug (chemotherapy,
 * hormone) has no say in another drug's label.
 */
export function labelUses(ingredient: string, own: readonly Approval[], input: OrderFitInput): LabelUse[] {
  const { tumour, facts } = input;
  const inTumour = own.filter((approval) => tumour === null || labelMatch(approval, tumour) !== null);
  // After resection: not of a tumour that has spread, where the drug has other uses.
  const spread = tumour !== null && isMetastatic(tumour, facts, 'IV');
  const present = spread ? inTumour.filter(({ line }) => line !== 'adjuvant') : inTumour;
  const relevant = present.length > 0 ? present : inTumour;
  const together = regimen(facts);
  const complete = relevant.filter(({ therapies }) => therapies.every((therapy) => together.has(therapy.ingredient)));
  const ownLabel = relevant.filter(({ therapies }) => therapies.length === 1 || !isBackbone(ingredient));
  // What the drug has in any solid tumour, alone, does not stand for its labels in this one.
  const ofTumour = complete.some(({ tumours }) => !tumours.includes('any-solid'));
  const uses = (ofTumour || (complete.length > 0 && isBackbone(ingredient)) ? complete : ownLabel).map((approval) =>
    useOf(approval, input),
  );
  // What a use with another directed drug asks, which nobody ordered, does not stand against the drug where another use is open or met.
  const isAnothers = ({ approval }: LabelUse): boolean =>
    approval.therapies.some((therapy) => !together.has(therapy.ingredient) && !isBackbone(therapy.ingredient));
  return uses.some(({ answer }) => answer.verdict !== 'no') ? uses.filter((use) => use.answer.verdict !== 'no' || !isAnothers(use)) : uses;
}

/** Uses of a directed drug with another that is not on order, beside the uses looked at: its own label may ask for less there (BRAF V600K). */
export function usesTogether(ingredient: string, own: readonly Approval[], uses: readonly LabelUse[], input: OrderFitInput): LabelUse[] {
  const { tumour } = input;
  if (tumour === null || isBackbone(ingredient)) return [];
  return own
    .filter((approval) => approval.therapies.length > 1 && labelMatch(approval, tumour) !== null)
    .filter((approval) => !uses.some((use) => use.approval === approval))
    .map((approval) => useOf(approval, input));
}

function useOf(approval: Approval, input: OrderFitInput): LabelUse {
  const { patient, knowledge } = input;
  const profile = knowledge.profiles[approval.profile];
  const asked = approval.origin === 'germline' ? asInherited(patient) : patient;
  const answer: Answer = profile ? evaluate(profile.tree, asked) : { verdict: 'unknown', found: [], reasons: [], references: [] };
  const origin = originFits(approval.origin, answer.found);
  const met = answer.verdict === 'yes' && origin.fits && origin.certain;
  return {
    approval,
    answer,
    met,
    originMissing: answer.verdict === 'yes' && !met,
    required: hasAnother(approval, input) ? 'no' : requiredHere(approval, input),
  };
}

/** "Non-resistant EGFR mutations" (afatinib, label 201292) are more than those the label studied: another one on file is no negative of it. */
function hasAnother({ requiredWhere, profile }: Approval, { patient, knowledge }: OrderFitInput): boolean {
  if (requiredWhere?.notOf === undefined) return false;
  const genes = termsOf(knowledge.profiles[profile]?.tree ?? { or: [] }).flatMap(genesOf);
  return genes.some((gene) => (patient.byGene.get(gene) ?? []).some(({ implied, standing }) => !implied && standing.usable));
}

/** A tumour-agnostic label that leaves this tumour out, though the finding is there (BRAF V600E in colorectal cancer). */
export function leftOutByLabel(own: readonly Approval[], { tumour, patient, knowledge }: OrderFitInput): LabelUse | undefined {
  if (tumour === null || tumour.solid !== true) return undefined;
  const excluded = own.filter(
    ({ excludes, tumours }) =>
      tumours.includes('any-solid') && excludes.some((code) => tumour.oncotree.has(code) || tumour.oncotreeAncestors.has(code)),
  );
  for (const approval of excluded) {
    const profile = knowledge.profiles[approval.profile];
    const answer = profile ? evaluate(profile.tree, patient) : null;
    if (answer?.verdict === 'yes') return { approval, answer, met: false, originMissing: false, required: 'no' };
  }
  return undefined;
}

export function wordsOf(uses: readonly Pick<LabelUse, 'approval'>[], { knowledge }: OrderFitInput): string {
  const words = uses.map(({ approval }) => {
    const profile = knowledge.profiles[approval.profile];
    if (!profile) return '';
    const said = biomarkerWords(profile.text, profile.tree);
    return ofOrigin(said, approval);
  });
  const distinct = [...new Set(words.filter((word) => word !== ''))];
  // "BRAF V600E" says nothing beside "BRAF V600E or BRAF V600K".
  const wider = distinct.filter((word) => !distinct.some((other) => other !== word && other.split(' or ').includes(word)));
  // Where one use asks for less, what another asks beside it is no condition.
  const widest = wider.filter((word) => !wider.some((other) => other !== word && word.split(' and ').includes(other)));
  return widest.slice(0, 3).join('; or ');
}
/** "BRCA1 pathogenic germline variant". */
export function ofOrigin(words: string, { origin }: LabelUse['approval']): string {
  return origin === 'germline' ? words.replace(/(?<=pathogenic )variant|mutation/, (word) => `germline ${word}`) : words;
}
export function labelSources(uses: readonly Pick<LabelUse, 'approval'>[]): Citation[] {
  return [...new Map(uses.map(({ approval }) => [approval.url, labelCitation(approval)])).values()];
}
