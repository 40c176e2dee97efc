/** Whether the label asks for the biomarker in what the chart shows, though another indication of the drug in this tumour has no such limit. */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import type { Approval, OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import { isMetastatic } from '../extent.ts';
import type { PatientTumour } from '../tumour.ts';
import { givenForThis, treatmentHistory } from './treatment-history.ts';
import { isCytotoxic, regimen } from './ordered-drugs.ts';

/**
 * `yes`: no indication in this tumour does without it, or metastatic disease on file excludes those that do. `as-charted`: only what the chart does not
 * name (chemotherapy, earlier treatment) speaks for it, which may stand on another sheet: a result below the limit is told, a missing one is not asked for.
 */
export type Required = 'yes' | 'as-charted' | 'no';

interface RequiredInput {
  readonly tumour: PatientTumour | null;
  readonly facts: PatientFacts;
  readonly knowledge: OncologyKnowledge;
}

export function requiredHere({ required, requiredWhere }: Approval, { tumour, facts, knowledge }: RequiredInput): Required {
  if (required) return 'yes';
  if (requiredWhere === null || tumour === null) return 'no';
  const { metastatic, chemotherapy, notOf } = requiredWhere;
  if (notOf !== undefined && !notOf.every((code) => isOtherThan(code, tumour, knowledge))) return 'no';
  if (metastatic !== undefined && !isMetastatic(tumour, facts, metastatic)) return 'no';
  if (chemotherapy === undefined) return 'yes';
  const taken = givenForThis(treatmentHistory(facts, knowledge, tumour));
  const given = chemotherapy === 'none' ? [...taken, ...regimen(facts)] : taken;
  return given.some(isCytotoxic) ? 'no' : 'as-charted';
}

/** Known to be of another type: neither this one nor one that may turn out to be it ("non-small cell lung cancer" beside the squamous one). */
function isOtherThan(code: string, { oncotree, oncotreeAncestors }: PatientTumour, { tumours }: OncologyKnowledge): boolean {
  if (oncotree.size === 0 || oncotree.has(code) || oncotreeAncestors.has(code)) return false;
  const above = new Set<string>();
  for (let at: string | null = code; at !== null && !above.has(at); at = tumours.oncotree.get(at)?.parent ?? null) above.add(at);
  return [...oncotree].every((own) => !above.has(own));
}
