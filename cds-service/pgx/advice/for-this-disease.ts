/**
 * CPIC's rows of mercaptopurine and thioguanine for poor metabolizers hold two pieces of advice: a tenth of the dose for cancer, and for other diseases
 * an immunosuppressant that is no thiopurine (thiopurine guideline, 2018 and 2025 update). What the chart names decides which of them leads.
 */
import type { Code, MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { Chart } from './chart.ts';

/** Cancers of the blood: no other is treated with a thiopurine. */
const CANCER = /leuka?emi|lymphom|\bALL\b|\bAML\b|\bAPL\b|h(?:a)?ematologic\w* (?:malignan|cancer|neoplas)|histiocytosis|leukämie/i;
const OTHER =
  /crohn|colitis|inflammatory bowel|\bIBD\b|arthritis|lupus|autoimmune|myasthenia|sarcoid|pemphig|vasculitis|\btransplant|psoria|dermatitis|eczema|uveitis|multiple sclerosis/i;
/** ICD-10 by prefix: malignant neoplasms of lymphoid and blood-forming tissue; inflammatory bowel disease, arthritis, connective tissue, autoimmune liver disease, transplants. */
const CANCER_CODES = /^(?:C8[1-8]|C9[0-6]|D4[5-7])/;
const OTHER_CODES = /^(?:K5[01]|M0[5-8]|M3[1-5]|K754|G700|D86|L1[02]|L20|Z94)/;
const DENIED = /\b(?:no|not|without|denies|family history|ruled out|rule out|screening)\b/i;

/** The row as it stands, or with the other drug in front where another disease than cancer is on record and no cancer is. */
export function forThisDisease(row: Recommendation, order: MedicationFact | undefined, { facts }: Chart): Recommendation {
  const both =
    row.body === 'CPIC' &&
    row.action === 'decrease-dose' &&
    row.alsoAcceptable.includes('alternative') &&
    row.alternatives.some((name) => name.startsWith('nonthiopurine'));
  if (!both) return row;
  const entries = [
    ...facts.conditions.map(({ codes, text }) => ({ codes, text })),
    { codes: order?.reasons ?? [], text: order?.reasonText.join('; ') ?? '' },
  ];
  if (entries.some((entry) => names(entry, CANCER, CANCER_CODES)) || !entries.some((entry) => names(entry, OTHER, OTHER_CODES))) return row;
  const { dose: _forCancer, ...rest } = row;
  return { ...rest, action: 'alternative', alsoAcceptable: [], tags: [] };
}

function names({ codes, text }: { readonly codes: readonly Code[]; readonly text: string }, words: RegExp, prefixes: RegExp): boolean {
  return (
    (words.test(text) && !DENIED.test(text)) ||
    codes.some(({ system, code }) => system.toLowerCase().includes('icd-10') && prefixes.test(code.replace('.', '')))
  );
}
