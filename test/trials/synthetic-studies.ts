/** Synthetic registry records in the shape of the ClinicalTrials.gov API v2. */
export interface SyntheticStudy {
  readonly eligibility?: string;
  readonly status?: string;
  readonly updated?: string;
}

export const study = (nctId: string, { eligibility, status = 'RECRUITING', updated = '2026-01-05' }: SyntheticStudy = {}) => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle: `Synthetic trial ${nctId}` },
    statusModule: { overallStatus: status, lastUpdatePostDateStruct: { date: updated } },
    designModule: { phases: ['PHASE1', 'PHASE2'] },
    conditionsModule: { conditions: ['Non-small Cell Lung Cancer'] },
    eligibilityModule: {
      eligibilityCriteria: eligibility ?? 'Inclusion Criteria:\n\n* KRAS G12C mutation\n* ECOG performance status 0-1',
      minimumAge: '18 Years',
      sex: 'ALL',
    },
  },
});

export const nct = (n: number): string => `NCT${String(n).padStart(8, '0')}`;

/** `count` records, each with a text of its own. */
export const studies = (count: number, from = 1, parts: SyntheticStudy = {}) =>
  Array.from({ length: count }, (_, n) =>
    study(nct(from + n), {
      eligibility: `Inclusion Criteria:\n\n* KRAS G12C mutation\n* Age ≥ ${18 + (n % 50)} years and note ${n}`,
      ...parts,
    }),
  );
