/**
 * A silent order beside a further change of which nothing certain is known: one of a gene whose changes arise under the very drugs (BTK, MEN1), or one that
 * is known to resist the drug in another tumour, in the gene it is given for. It takes no drug away; somebody has to settle it before signing.
 */
import type { PatientFacts, VariantFact } from '../../../fhir-profiles/index.ts';
import type { Citation } from '../../report/types.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge, ProfileTree } from '../../knowledge/oncology/types.ts';
import { isSequence } from '../alteration/class.ts';
import { readOncologyPatient, type Found, type OncologyPatient } from '../patient.ts';
import { evaluate } from '../profile.ts';
import type { JudgedOrder, Reason, TherapyRow } from '../reason/index.ts';
import { nameOfAlteration } from '../resisted.ts';
import { diseaseMatch } from '../tumour.ts';
import type { OrderFitInput } from './label-use.ts';
import type { OrderedDrug } from './ordered-drugs.ts';
import { made } from './verdict.ts';

const SILENT: ReadonlySet<JudgedOrder['verdict']> = new Set(['fits', 'not-covered']);

/** The verdict as it was, or open by such a change. */
export function besideFurtherChange(drug: OrderedDrug, fit: JudgedOrder | null, input: OrderFitInput): JudgedOrder | null {
  if (fit !== null && !SILENT.has(fit.verdict)) return fit;
  const given = new Set(fit?.variants ?? []);
  const further = input.patient.found.filter(
    ({ implied, standing, alteration }) =>
      !implied &&
      standing.usable &&
      alteration.fact.origin !== 'germline' &&
      isSequence(alteration) &&
      (alteration.changes.length > 0 || alteration.codings.length > 0) &&
      alteration.effect !== 'silent' &&
      !given.has(alteration.fact.id),
  );
  if (further.length === 0) return fit;
  return arisen(drug, fit, further, input) ?? elsewhere(drug, fit, further, input) ?? fit;
}

/** A single named change is on file of which a source says no more than that it may resist this drug: offered nowhere in place of another. */
export function mayResist(ingredient: string, input: OrderFitInput): boolean {
  const { facts, knowledge, patient } = input;
  return knowledge.arising.some(
    ({ drugs, only }) =>
      only !== null &&
      drugs.includes(ingredient) &&
      patient.found.some(
        ({ alteration, standing }) => standing.usable && evaluate(only, alone(alteration.fact, facts, knowledge)).verdict === 'yes',
      ),
  );
}
function alone(variant: VariantFact, facts: PatientFacts, knowledge: OncologyKnowledge): OncologyPatient {
  return readOncologyPatient({ ...facts, variants: [variant], tested: [], biomarkers: [] }, knowledge.genes, []);
}

function arisen(drug: OrderedDrug, fit: JudgedOrder | null, further: readonly Found[], input: OrderFitInput): JudgedOrder | null {
  const { facts, knowledge } = input;
  for (const { genes, drugs, under, spared, only, sources } of knowledge.arising) {
    if (!drugs.includes(drug.ingredient)) continue;
    const open = further.filter(({ alteration }) => {
      if (!alteration.genes.some((gene) => genes.includes(gene))) return false;
      if (spared === null && only === null) return true;
      const itself = alone(alteration.fact, facts, knowledge);
      const is = (tree: ProfileTree) => evaluate(tree, itself).verdict === 'yes';
      return (spared === null || !is(spared)) && (only === null || is(only));
    });
    if (open.length === 0) continue;
    const cited = sources.map(({ title, url, date, pmid }) => ({
      label: title,
      url,
      ...(pmid === undefined ? {} : { pmid }),
      version: date,
    }));
    return opened(drug, fit, open, { kind: 'arising', changes: namesOf(open), under, drugs: [drug.ingredient] }, cited, input);
  }
  return null;
}

/** Of the gene that the drug is given for only: resistance outside it is of the tumour in which it was seen. */
function elsewhere(drug: OrderedDrug, fit: JudgedOrder | null, further: readonly Found[], input: OrderFitInput): JudgedOrder | null {
  if (fit?.verdict !== 'fits') return null;
  const given = input.patient.found.filter(({ alteration }) => fit.variants.includes(alteration.fact.id));
  const genes = new Set(given.flatMap(({ alteration }) => alteration.genes));
  const open = further.filter(({ alteration }) => alteration.genes.some((gene) => genes.has(gene)));
  if ([...genes].some((gene) => isListedHere(gene, drug.ingredient, input))) return null;
  const against = input.matches.therapies.filter((row) => isAgainst(row, drug.ingredient));
  for (const one of open) {
    const { id } = one.alteration.fact;
    const rows = against.filter(({ variants }) => variants.length === 1 && variants.includes(id));
    if (rows.length === 0 || actsOn(id, drug.ingredient, input)) continue;
    const cited = rows.flatMap(({ sources }) => sources);
    return opened(drug, fit, [one], { kind: 'resists-elsewhere', changes: namesOf([one]), drugs: [drug.ingredient] }, cited, input);
  }
  return null;
}
/** In this tumour it is known which changes of the gene resist the drug (dasatinib in chronic myeloid leukaemia): another one is none of them. */
function isListedHere(gene: string, drug: string, { knowledge: { index, tumours }, tumour }: OrderFitInput): boolean {
  const items = (index.profilesByGene.get(gene) ?? []).flatMap((at) => index.evidenceByProfile.get(at) ?? []);
  return items.some(
    ({ effect, supports, level, therapies, disease }) =>
      supports &&
      effect === 'resistance' &&
      level <= 'B' &&
      therapies.length === 1 &&
      therapies.some(({ ingredient }) => ingredient === drug) &&
      diseaseMatch(disease, tumour, tumours).match !== 'other',
  );
}
function isAgainst({ effect, level, tumourMatch, therapy, interaction }: TherapyRow, drug: string): boolean {
  return (
    effect === 'resistance' &&
    level <= 'C' &&
    tumourMatch === 'other' &&
    (therapy.length === 1 || interaction === 'substitutes') &&
    therapy.some(({ name }) => ingredientName(name) === drug)
  );
}
/** A label or a study says of this very change that the drug acts. */
function actsOn(id: string, drug: string, { matches }: OrderFitInput): boolean {
  return matches.therapies.some(
    ({ effect, level, approved, variants, therapy }) =>
      effect === 'sensitivity' &&
      (approved || level <= 'B') &&
      variants.length === 1 &&
      variants.includes(id) &&
      therapy.some(({ name }) => ingredientName(name) === drug),
  );
}

function opened(
  drug: OrderedDrug,
  fit: JudgedOrder | null,
  changes: readonly Found[],
  because: Reason,
  sources: readonly Citation[],
  input: OrderFitInput,
): JudgedOrder {
  return made(
    drug,
    'biomarker-open',
    {
      ...(fit?.biomarker === undefined ? {} : { biomarker: fit.biomarker }),
      because: [because],
      tests: [],
      testOrders: [],
      variants: changes.map(({ alteration }) => alteration.fact.id),
      alternatives: [],
      sources: [...sources],
    },
    input,
  );
}
const namesOf = (changes: readonly Found[]): string =>
  [...new Set(changes.map(({ alteration }) => nameOfAlteration(alteration)))].join(', ');
