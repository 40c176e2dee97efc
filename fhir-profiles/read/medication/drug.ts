/** Which drug is meant: all codings and all wordings of a product brought together, and said when they disagree. */
import { nameOfSeveral, type NameOfSeveral } from '../../codes/drug/elsewhere.ts';
import type { Code, DrugReadings, Ingredient, MedicationFact } from '../../facts.ts';
import { ATC, NDC, RXNORM, SNOMED, UNII } from '../../codes/systems.ts';
import type { DrugMatch, DrugTable } from '../../vocabulary.ts';
import type { NamedProduct } from './product.ts';
import { entryOf } from '../../entry-of.ts';

export interface RecognisedDrug {
  readonly ingredients: readonly Ingredient[];
  readonly recognisedBy?: NonNullable<MedicationFact['recognisedBy']>;
  readonly drugClass?: string;
  readonly strength?: NonNullable<DrugMatch['strength']>;
  readonly doseForm?: string;
  readonly systemic: boolean | null;
  /** Sentence for a warning when codings and wordings name different drugs, or different strengths. */
  readonly conflict?: string;
  /** They name different drugs. */
  readonly disputed?: true;
  readonly byCodeAndText?: DrugReadings;
}

type Basis = NonNullable<MedicationFact['recognisedBy']>;

interface Reading {
  readonly basis: Basis;
  readonly match: DrugMatch;
}

const BASIS: Readonly<Record<string, Basis>> = { [RXNORM]: 'rxnorm', [NDC]: 'ndc', [ATC]: 'atc', [SNOMED]: 'snomed', [UNII]: 'unii' };
/** The surest basis first. */
const ORDER: readonly Basis[] = ['rxnorm', 'ndc', 'unii', 'snomed', 'atc', 'ingredient-list', 'text'];

/**
 * Brings every coding and wording together. Where they name different drugs, all drugs named are kept, so that each is checked,
 * and the disagreement is said; none is picked.
 */
export function recogniseDrug(product: NamedProduct, drugs: DrugTable): RecognisedDrug {
  const coded = product.codes.flatMap((code) => fromCode(code, drugs));
  const several = coded.length > 0 ? null : nameOfOne(product.texts);
  const worded = [...product.texts, ...(several?.substances ?? [])].flatMap((text) => fromText(text, drugs));
  const parts = product.parts.flatMap((part) => firstOf(part.codes, part.texts, drugs));
  const readings = [...coded, ...parts, ...worded].filter((reading) => reading.match.ingredients.length > 0);
  const drugClass = [...coded, ...worded].find((reading) => reading.match.drugClass !== undefined)?.match.drugClass;
  if (readings.length === 0) return { ingredients: [], systemic: null, ...(drugClass === undefined ? {} : { drugClass }) };

  const ingredients = unionOf(readings);
  const recognisedBy = ORDER.find((basis) => readings.some((reading) => reading.basis === basis)) ?? 'text';
  const strengths = readings.filter((reading) => reading.match.strength !== undefined && reading.match.strength.length > 0);
  const strength = strengths[0]?.match.strength;
  const doseForm = readings.find((reading) => reading.match.doseForm !== undefined)?.match.doseForm ?? product.doseForm;
  const disputed = several === null ? drugConflict(coded, worded, parts) : ofSeveral(several);
  const conflict = disputed?.message ?? strengthConflict(strengths);
  return {
    ingredients,
    recognisedBy,
    systemic: readings.find((reading) => reading.match.systemic !== null)?.match.systemic ?? null,
    ...(drugClass === undefined ? {} : { drugClass }),
    ...(strength === undefined || strengthConflict(strengths) !== undefined ? {} : { strength }),
    ...(doseForm === undefined ? {} : { doseForm }),
    ...(conflict === undefined ? {} : { conflict }),
    ...(disputed === undefined ? {} : { disputed: true, byCodeAndText: { byCode: disputed.byCode, byText: disputed.byText } }),
  };
}

function fromCode(code: Code, drugs: DrugTable): readonly Reading[] {
  const basis = entryOf(BASIS, code.system);
  if (basis === undefined) return [];
  const match = drugs.byCode(code);
  return match === null ? [] : [{ basis, match }];
}

function fromText(text: string, drugs: DrugTable): readonly Reading[] {
  const match = drugs.byText(text);
  return match === null ? [] : [{ basis: 'text', match }];
}

/** A brand that means several drugs, where no other wording says which. */
function nameOfOne(texts: readonly string[]): NameOfSeveral | null {
  const found = texts.map(nameOfSeveral);
  return found.every((each) => each !== null) ? (found[0] ?? null) : null;
}

function ofSeveral({ name, substances }: NameOfSeveral): DrugConflict {
  const message = `The name ${name} means ${substances.join(' or ')}, depending on the country; all were checked. Please verify which drug is meant.`;
  return { message, byCode: [], byText: substances };
}

/** One listed ingredient: by code when a code is known, else by its first known wording. */
function firstOf(codes: readonly Code[], texts: readonly string[], drugs: DrugTable): readonly Reading[] {
  const found = [...codes.flatMap((code) => fromCode(code, drugs)), ...texts.flatMap((text) => fromText(text, drugs))][0];
  return found === undefined ? [] : [{ ...found, basis: 'ingredient-list' }];
}

function unionOf(readings: readonly Reading[]): readonly Ingredient[] {
  const byName = new Map<string, Ingredient>();
  for (const ingredient of readings.flatMap((reading) => reading.match.ingredients)) {
    if (!byName.has(ingredient.name)) byName.set(ingredient.name, ingredient);
  }
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Two readings agree when one names no more than the other: "codeine" and "acetaminophen / codeine" do, two single drugs do not. */
function drugConflict(coded: readonly Reading[], worded: readonly Reading[], parts: readonly Reading[]): DrugConflict | undefined {
  const named = (readings: readonly Reading[]) => unionOf(readings).map((ingredient) => ingredient.name);
  const byCode = named(coded);
  const byWord = named(worded);
  if (byCode.length > 0 && byWord.length > 0 && !nested(byCode, byWord)) {
    return codeAgainstText(byCode, byWord);
  }
  // One wording may repeat the code while another names a different drug.
  const apart = worded.find((one) => byCode.length > 0 && named([one]).length > 0 && !named([one]).some((name) => byCode.includes(name)));
  if (apart !== undefined) return codeAgainstText(byCode, named([apart]));
  const widest = [...coded].toSorted((a, b) => b.match.ingredients.length - a.match.ingredients.length)[0];
  if (widest !== undefined && byWord.length === 0 && !nested(named([widest]), byCode)) {
    return codesApart(byCode);
  }
  if (
    widest !== undefined &&
    named([widest]).length < byCode.length &&
    !byCode.every((name) => byWord.includes(name)) &&
    parts.length === 0
  ) {
    return codesApart(byCode);
  }
  return undefined;
}

interface DrugConflict extends DrugReadings {
  /** Sentence for a warning. */
  readonly message: string;
}
function codeAgainstText(byCode: readonly string[], byText: readonly string[]): DrugConflict {
  const message = `The code means ${byCode.join(' + ')} but the text says ${byText.join(' + ')}; both were checked. Please verify which drug is meant.`;
  return { message, byCode, byText };
}
function codesApart(byCode: readonly string[]): DrugConflict {
  const message = `The codes name different drugs: ${byCode.join(', ')}; all were checked. Please verify which drug is meant.`;
  return { message, byCode, byText: [] };
}

function nested(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name) => b.includes(name)) || b.every((name) => a.includes(name));
}

function strengthConflict(readings: readonly Reading[]): string | undefined {
  const written = new Set(
    readings.map(({ match }) =>
      (match.strength ?? [])
        .map((each) => `${each.ingredient} ${each.amount} ${each.unit}${each.per === undefined ? '' : `/${each.per}`}`)
        .toSorted()
        .join(' + '),
    ),
  );
  return written.size > 1
    ? `The codes and texts give different strengths: ${[...written].toSorted().join('; ')}. Please verify.`
    : undefined;
}
