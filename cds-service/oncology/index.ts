/** The door of the oncology room: patient facts in, variants, biomarkers and therapy matches out. Pure. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { DataWarning, PatientReport } from '../report/types.ts';

export interface OncologyFindings {
  readonly oncology: PatientReport['oncology'];
  readonly warnings: DataWarning[];
}

export function matchTherapies(facts: PatientFacts, knowledge: OncologyKnowledge): OncologyFindings {
  void facts;
  void knowledge;
  return { oncology: { variants: [], biomarkers: [], therapies: [] }, warnings: [] };
}
