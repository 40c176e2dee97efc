/** A PD-L1 result below the limit of the label that fits what the chart shows: told quietly, as chemotherapy or an earlier line may stand on another sheet. */
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';

import { readMarkers } from '../marker/markers.ts';
import type { MarkerTerm } from '../marker/readings.ts';
import { onFile } from '../marker/on-file.ts';
import { said, type JudgedOrder, type Reason } from '../reason/index.ts';
import { alternativesFor } from './choices.ts';
import { labelSources, type LabelUse, type OrderFitInput } from './label-use.ts';
import { treatmentHistory } from './treatment-history.ts';
import type { OrderedDrug } from './ordered-drugs.ts';
import { made } from './verdict.ts';

const MARKER = 'PD-L1';
const WHERE = { none: 'when given without chemotherapy', 'not-before': 'as the first treatment' } as const;

/** Null where nothing is to be said: no result, one that meets a limit, or a drug that was begun already on grounds that the chart need not name. */
export function belowLimit(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): JudgedOrder | null {
  const { knowledge, facts } = input;
  const charted = uses.filter(({ required }) => required === 'as-charted');
  if (charted.length === 0 || treatmentHistory(facts, knowledge).taken.has(drug.ingredient)) return null;
  const terms = charted
    .flatMap(({ approval }) => termsOf(knowledge.profiles[approval.profile]?.tree ?? { or: [] }))
    .filter((term) => term.kind === 'marker')
    .filter(({ marker }) => marker === MARKER);
  const markers = readMarkers(facts.biomarkers.map(ofTumourCells), []);
  const verdicts = terms.map((term) => markers.answer(term).verdict);
  if (verdicts.includes('yes') || !verdicts.includes('no')) return null;
  // "TC3/IC2": a result that nobody here reads may be the one that meets the limit.
  if (facts.biomarkers.some((fact) => isUnreadScore(fact, terms))) return null;
  const limits = terms.map(({ method, min }) => `${MARKER} ${method ?? ''} ≥ ${min ?? ''}${method === 'CPS' ? '' : '%'}`);
  const where = charted.map(({ approval }) => WHERE[approval.requiredWhere?.chemotherapy ?? 'none']);
  return made(
    drug,
    'biomarker-negative',
    {
      biomarker: `${[...new Set(limits)].join(' or ')} ${[...new Set(where)].join(' or ')}`,
      because: [said(`${MARKER} on file: ${onFile(MARKER, facts)}`)],
      variants: [],
      alternatives: alternativesFor(drug, input),
      sources: labelSources(charted),
      asCharted: true,
    },
    input,
  );
}

function isUnreadScore(fact: BiomarkerFact, terms: readonly MarkerTerm[]): boolean {
  if (fact.kind !== MARKER || fact.status !== undefined || typeof fact.value !== 'string') return false;
  const alone = readMarkers([ofTumourCells(fact)], []);
  return terms.every((term) => alone.answer(term).verdict === 'unknown');
}

/** Without a scale, per cent are tumour cells by custom: enough for a quiet word, not for an answer elsewhere. */
function ofTumourCells(fact: BiomarkerFact): BiomarkerFact {
  return fact.kind === MARKER && fact.method === undefined && fact.unit === '%' ? { ...fact, method: 'TPS' } : fact;
}

/** The same where another test is asked for. */
export function belowReason({ facts }: OrderFitInput): Reason {
  return { kind: 'not-asked', result: `${MARKER} on file (${onFile(MARKER, facts)})` };
}
