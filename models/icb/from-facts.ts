/** Patient facts → inputs of the checkpoint-inhibitor model. Values older than their shelf life are not used. */
import type { BiomarkerFact, LabFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { cancerTypeOf } from './cancer-type.ts';
import { isAnticancerDrug } from './inhibitors.ts';
import type { IcbInputs } from './inputs.ts';

export interface IcbReading {
  readonly inputs: IcbInputs;
  readonly conflict: string | null;
  readonly notes: readonly string[];
}

/** Blood values describe the patient before treatment: at most this old, in days. */
const LAB_DAYS = 60;
const DAY = 86_400_000;

export function readIcb(facts: PatientFacts): IcbReading {
  const primary = facts.tumours.filter(
    (tumour) => tumour.role === 'primary' && !['resolved', 'remission', 'inactive'].includes(tumour.clinicalStatus),
  );
  const types = [
    ...new Set(primary.map((tumour) => (tumour.oncotree === null ? tumour.text : (cancerTypeOf(tumour.oncotree) ?? tumour.text)))),
  ];
  const tmb = newestBiomarker(facts, 'TMB', (fact) => fact.unit !== undefined && /\/(Mb|Mbp|megabase)/i.test(fact.unit));
  const pdl1 = newestBiomarker(facts, 'PD-L1', (fact) => fact.method === 'TPS');
  const albumin = albuminOf(facts);
  const nlr = ratioOf(facts);
  return {
    inputs: {
      cancerType: types.length === 1 ? (types[0] ?? null) : null,
      tmb: typeof tmb?.value === 'number' ? tmb.value : null,
      pdl1: typeof pdl1?.value === 'number' ? pdl1.value : null,
      priorTherapy: priorTherapy(facts),
      albumin,
      nlr,
      ageYears: facts.patient.ageYears ?? null,
    },
    conflict: types.length > 1 ? `more than one active primary tumour (${types.length})` : null,
    notes: types[0] === 'NSCLC' && pdl1 === undefined ? ['PD-L1 (TPS) not on file: counted as unknown'] : [],
  };
}

function newestBiomarker(facts: PatientFacts, kind: string, usable: (fact: BiomarkerFact) => boolean): BiomarkerFact | undefined {
  return facts.biomarkers
    .filter((fact) => fact.kind === kind && typeof fact.value === 'number' && fact.comparator === undefined && usable(fact))
    .sort((a, b) => (b.source.issued ?? '').localeCompare(a.source.issued ?? ''))[0];
}

/** Newest value of a laboratory kind within its shelf life. */
function fresh(facts: PatientFacts, kind: string): LabFact | undefined {
  const newest = facts.labs
    .filter((lab) => lab.kind === kind && typeof lab.value === 'number' && lab.comparator === undefined && lab.date !== undefined)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
  if (newest?.date === undefined) return undefined;
  const age = (Date.parse(facts.asOf) - Date.parse(newest.date.slice(0, 10))) / DAY;
  return age >= -1 && age <= LAB_DAYS ? newest : undefined;
}

/** Albumin in g/dL, whichever of g/dL and g/L the reading gives. */
function albuminOf(facts: PatientFacts): number | null {
  const lab = fresh(facts, 'albumin');
  if (typeof lab?.value !== 'number') return null;
  if (lab.unit === 'g/dL') return lab.value;
  return lab.unit === 'g/L' ? lab.value / 10 : null;
}

/** Neutrophil-to-lymphocyte ratio: as reported, else from absolute counts of the same day (never from percentages). */
function ratioOf(facts: PatientFacts): number | null {
  const reported = fresh(facts, 'NLR');
  if (typeof reported?.value === 'number') return reported.value;
  const neutrophils = fresh(facts, 'neutrophils');
  const lymphocytes = fresh(facts, 'lymphocytes');
  if (typeof neutrophils?.value !== 'number' || typeof lymphocytes?.value !== 'number') return null;
  if (neutrophils.unit !== lymphocytes.unit || neutrophils.unit === '%' || lymphocytes.value <= 0) return null;
  return neutrophils.date?.slice(0, 10) === lymphocytes.date?.slice(0, 10) ? neutrophils.value / lymphocytes.value : null;
}

/** Chemotherapy or targeted therapy on record; null when the chart holds no medication at all. */
function priorTherapy(facts: PatientFacts): boolean | null {
  if (facts.medications.length === 0) return null;
  return facts.medications.some(
    (medication) =>
      (medication.role === 'past' || medication.role === 'current') &&
      medication.systemic !== false &&
      medication.ingredients.some((ingredient) => isAnticancerDrug(ingredient.name)),
  );
}
