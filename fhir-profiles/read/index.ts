import type { DataWarning, PatientFacts, Source } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { readAllergies } from './allergy.ts';
import { readConditions, readFamilyHistory } from './condition.ts';
import { datedAhead } from './dated-ahead.ts';
import { NO_GENOMIC_FACTS, readGenomicFacts } from './genomic-facts.ts';
import type { Intake, Reading } from './intake.ts';
import { readLabs } from './laboratory/index.ts';
import { readMedications } from './medication/index.ts';
import { openIntake } from './open-intake.ts';
import { readPatientBasics } from './patient/basics.ts';
import { readProcedures } from './procedure.ts';
import { readStatedOfFamily, readStatedTraits } from './stated-in-rows.ts';
import { tolerant } from './tolerant.ts';
import { readAdverseEvents } from './adverse-event.ts';
import { readStudies, readVaccinations } from './study-history.ts';

export interface ReadOptions {
  /** The patient that the caller asked about; resources of anyone else become `wrong-patient` warnings. Absent: the one Patient in the input. */
  readonly patientId?: string;
  /** `YYYY-MM-DD`; ages and staleness are counted at this day. */
  readonly asOf: string;
  readonly vocabulary: Vocabulary;
}

export interface ReadResult {
  readonly facts: PatientFacts;
  readonly warnings: readonly DataWarning[];
}

/**
 * Reads one patient from FHIR R4 content: a resource, a Bundle, a `Parameters` of the genomics operations, or an array of these.
 * Never throws on bad content and never changes its input. Neither facts nor warnings depend on the order of resources in the input.
 */
export function readPatient(input: unknown, options: ReadOptions): ReadResult {
  const { asOf, vocabulary } = options;
  const { intake, warnings: opening } = openIntake(input, options.patientId);
  const context = { asOf, vocabulary };
  const chartReader = <Fact>(read: (intake: Intake, context: { asOf: string; vocabulary: Vocabulary }) => Reading<Fact>) => {
    const { found, warnings } = tolerant(intake, (part) => read(part, context), { facts: [], warnings: [] });
    return { facts: found.facts, warnings: [...found.warnings, ...warnings] };
  };
  const medications = chartReader(readMedications);
  const labs = chartReader(readLabs);
  const conditions = chartReader(readConditions);
  const stated = chartReader(readStatedTraits);
  const familyHistory = [...chartReader(readFamilyHistory).facts, ...chartReader(readStatedOfFamily).facts];
  const procedures = chartReader(readProcedures);
  const allergies = chartReader(readAllergies);
  const events = chartReader(readAdverseEvents).facts;
  const vaccinations = chartReader(readVaccinations).facts;
  const studies = chartReader(readStudies).facts;

  const labReferences = new Set([
    ...labs.facts.map(({ source }: { readonly source: Source }) => source.reference),
    ...labs.warnings.flatMap(({ reference }) => reference ?? []),
    ...stated.facts.map(({ source }: { readonly source: Source }) => source.reference),
  ]);
  const { found: genomic, warnings: broken } = tolerant(
    intake,
    (part) => readGenomicFacts(part, vocabulary, labReferences),
    NO_GENOMIC_FACTS,
  );
  const results = [labs.facts, genomic.germline, genomic.variants, genomic.biomarkers, genomic.performance].flat();
  const ahead = datedAhead(
    results.map(({ source }: { readonly source: Source }) => source),
    asOf,
  );
  const spoken = procedures.warnings.filter(({ reference }) => reference === undefined || !genomic.handled.has(reference));
  return {
    facts: {
      asOf,
      patient: readPatientBasics(intake, asOf),
      germline: genomic.germline,
      variants: genomic.variants,
      tested: genomic.tested,
      biomarkers: genomic.biomarkers,
      tumours: genomic.tumours,
      performance: genomic.performance,
      medications: medications.facts,
      labs: labs.facts,
      conditions: [...conditions.facts, ...stated.facts],
      procedures: procedures.facts,
      allergies: allergies.facts,
      ...(familyHistory.length === 0 ? {} : { familyHistory }),
      ...(events.length === 0 ? {} : { adverseEvents: events }),
      ...(vaccinations.length === 0 ? {} : { vaccinations }),
      ...(studies.length === 0 ? {} : { studies }),
      ...(genomic.drugStatements.length === 0 ? {} : { drugStatements: genomic.drugStatements }),
      ...(genomic.calledResistant.length === 0 ? {} : { calledResistant: genomic.calledResistant }),
      ...(genomic.unreadReports.length === 0 ? {} : { unreadReports: genomic.unreadReports }),
    },
    warnings: inOrder(
      [
        opening,
        genomic.warnings,
        broken,
        medications.warnings,
        labs.warnings,
        conditions.warnings,
        stated.warnings,
        spoken,
        allergies.warnings,
        ahead,
      ].flat(),
    ),
  };
}

/** By reference, code and message, each once: the same record always gives the same list. */
function inOrder(warnings: readonly DataWarning[]): readonly DataWarning[] {
  const keyed = new Map(
    warnings.map((warning) => [`${warning.reference ?? ''}\u0000${warning.code}\u0000${warning.message}`, warning] as const),
  );
  return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, warning]) => warning);
}
