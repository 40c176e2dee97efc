/** One broken resource never loses another: a reader that fails is run again without the resource that broke it. */
import type { DataWarning } from '../facts.ts';
import type { Intake, IntakeResource } from './intake.ts';

/** Runs `read` over the intake. It is not expected to throw; when it does, the culprits are found one by one, left out and named. */
export function tolerant<Found>(
  intake: Intake,
  read: (intake: Intake) => Found,
  nothing: Found,
): { readonly found: Found; readonly warnings: readonly DataWarning[] } {
  try {
    return { found: read(intake), warnings: [] };
  } catch {
    const broken = intake.resources.filter((entry) => fails(() => read(only(intake, (other) => other === entry))));
    const warnings = broken.map((entry): DataWarning => ({
      code: 'unparsed',
      message: `${entry.type} could not be read and was not used.`,
      reference: entry.reference,
    }));
    const rest = only(intake, (entry) => !broken.includes(entry));
    try {
      return { found: read(rest), warnings };
    } catch {
      return {
        found: nothing,
        warnings: [...warnings, { code: 'unparsed', message: 'A part of the record could not be read and was not used.' }],
      };
    }
  }
}

function fails(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}

function only(intake: Intake, keep: (entry: IntakeResource) => boolean): Intake {
  const resources = intake.resources.filter(keep);
  const kept = new Set(resources);
  return {
    patientId: intake.patientId,
    resources,
    ofType: (...types) => resources.filter((entry) => types.includes(entry.type)),
    resolve: (reference, from) => {
      const target = intake.resolve(reference, from);
      return target !== null && kept.has(target) ? target : null;
    },
  };
}
