/** Which of the patient's drugs inhibit or induce the enzyme of a gene. */
import type { Perpetrator } from '../../knowledge/pgx/types.ts';
import type { Exposure } from './exposure.ts';

export interface ActivePerpetrator {
  readonly rule: Perpetrator;
  readonly exposure: Exposure;
}

/** Wash-out after the last dose where the table gives none; see `knowledge/pgx-clinical/perpetrators.tsv` for the source of the figures. */
const DEFAULT_WASHOUT_DAYS = 0;

/**
 * Perpetrators of one gene among the exposures. `except` names the drug under advice: it never converts its own
 * recommendation, because its guideline rows already hold what the drug does to the enzyme.
 */
export function activePerpetrators(
  gene: string,
  exposures: readonly Exposure[],
  rules: readonly Perpetrator[],
  except?: string,
): ActivePerpetrator[] {
  return exposures.flatMap((exposure) => {
    if (exposure.name === except) return [];
    return rules
      .filter((rule) => rule.gene === gene && sameDrug(rule, exposure) && stillActs(rule, exposure))
      .map((rule) => ({ rule, exposure }));
  });
}

function sameDrug(rule: Perpetrator, exposure: Exposure): boolean {
  return rule.drug === exposure.name || (exposure.rxnorm !== null && rule.rxnorm !== '' && rule.rxnorm === exposure.rxnorm);
}

function stillActs(rule: Perpetrator, exposure: Exposure): boolean {
  return exposure.stoppedDaysAgo === undefined || exposure.stoppedDaysAgo <= (rule.washoutDays ?? DEFAULT_WASHOUT_DAYS);
}
