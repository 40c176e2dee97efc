/**
 * What would be offered on opening the chart, beside a result that may speak against it and could not be read (a sentence about a BRCA1 reversion, a resistance
 * mutation without its change), or a change that arises under such drugs (MEN1): the order of such a drug is told so, and so is the offer.
 */
import type { MedicationFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import type { OncologyPatient } from '../patient.ts';
import { isUnsure, onceEach, type JudgedOrder, type TherapyRow } from '../reason/index.ts';
import { isBackbone } from './ordered-drugs.ts';

const OFFER = 'offer#';

/** A change is on file that may open an offer: of a gene whose changes arise under drugs, or one that resists a drug in another tumour type. */
export function mayOpenOffers(therapies: readonly TherapyRow[], { found }: OncologyPatient, { arising }: OncologyKnowledge): boolean {
  const genes = new Set(arising.flatMap((gene) => gene.genes));
  return (
    found.some(({ alteration }) => alteration.genes.some((gene) => genes.has(gene))) ||
    therapies.some(({ effect, tumourMatch }) => effect === 'resistance' && tumourMatch === 'other')
  );
}

/** The facts as if each directed drug that would be offered were ordered; null where nothing is. */
export function asOrdered(facts: PatientFacts, therapies: readonly TherapyRow[]): PatientFacts | null {
  const drugs = new Set(therapies.filter(isOffered).flatMap(drugsOf));
  if (drugs.size === 0) return null;
  return { ...facts, medications: [...facts.medications, ...[...drugs].map(draftOf)] };
}

/** The offers, with what their order would be told of a result that nobody could read, or of a change not known either way. */
export function withUnreadTold(therapies: readonly TherapyRow[], orders: readonly JudgedOrder[]): TherapyRow[] {
  const told = new Map(
    orders.flatMap(({ order, drug, verdict, because: [why] }) =>
      order.startsWith(OFFER) && verdict === 'biomarker-open' && why !== undefined && isUnsure(why) ? [[drug.name, why] as const] : [],
    ),
  );
  if (told.size === 0) return [...therapies];
  return therapies.map((row) => {
    const said = isOffered(row) ? drugsOf(row).flatMap((drug) => told.get(drug) ?? []) : [];
    return said.length === 0 ? row : { ...row, because: onceEach([...row.because, ...said]) };
  });
}

/** Approved, and spoken against by nothing that was read. */
function isOffered({ approved, effect, resisted }: TherapyRow): boolean {
  return approved && effect === 'sensitivity' && resisted === undefined;
}
function drugsOf({ therapy }: TherapyRow): string[] {
  return therapy.map(({ name }) => ingredientName(name)).filter((drug) => !isBackbone(drug));
}
function draftOf(drug: string): MedicationFact {
  return {
    source: { reference: `${OFFER}${drug}` },
    resourceType: 'MedicationRequest',
    status: 'draft',
    isOrder: true,
    role: 'draft',
    text: drug,
    ingredients: [{ name: drug, rxnorm: null }],
    codes: [],
    systemic: true,
    reasons: [],
    reasonText: [],
    reasonReferences: [],
  };
}
