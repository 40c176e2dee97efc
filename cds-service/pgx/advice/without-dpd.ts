/**
 * Tegafur and flucytosine become fluorouracil. The Dutch rows ask for a measurement first where both copies of DPYD are without function; EMA says that
 * who lacks DPD completely must not be given any fluorouracil medicine, nor flucytosine (EMA, fluorouracil and related medicines, 30 April 2020).
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { GeneView } from './gene-view.ts';
import { sentence } from './wording/words.ts';

const PRODRUGS: ReadonlySet<string> = new Set(['tegafur', 'flucytosine']);

/** The row with its other half in front: avoid. Half a copy of activity (score 0.5) is left to the measurement. */
export function withoutDpd(row: Recommendation, used: readonly GeneView[]): Recommendation {
  const none = used.some(
    ({ gene, phenotype, activityScore }) =>
      gene === 'DPYD' && /^poor metabolizer$/i.test(phenotype ?? '') && !/^0?\.5$/.test(activityScore ?? ''),
  );
  if (!PRODRUGS.has(row.drug) || row.action !== 'test-first' || !none) return row;
  const { dose: _share, ...rest } = row;
  return { ...rest, action: 'avoid', strength: 'strong', alsoAcceptable: [], tags: [] };
}

export const WITHOUT_DPD = sentence('EMA (30 April 2020) forbids every fluorouracil medicine where DPD is completely lacking');
