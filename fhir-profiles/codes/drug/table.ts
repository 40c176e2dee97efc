/** The drug table: codes and texts to ingredients, strength, form, and whether the product acts systemically. */
import type { Code, Ingredient } from '../../facts.ts';
import type { KnowledgeHeader } from '../../knowledge-header.ts';
import type { DrugMatch, DrugTable } from '../../vocabulary.ts';
import { suggester } from './suggestion.ts';
import { readDrugData, type DrugData } from './data.ts';
import { productMatch } from './product.ts';
import { drugLexicon, type DrugLexicon } from './lexicon.ts';
import { byWords, readDrugText } from './text.ts';
import { unreadPart } from './unread-part.ts';
import { systemicOfAtc } from './systemic.ts';
import { ATC, NDC, RXNORM, SNOMED, UNII } from '../systems.ts';
import { entryOf } from '../../entry-of.ts';

const REMEMBERED = 5000;

/** Opens the stored table; lookups are remembered, since a chart repeats its drugs. */
export function drugTable(raw: unknown): DrugTable & { readonly header: KnowledgeHeader } {
  const data = readDrugData(raw);
  const lexicon = drugLexicon(data);
  const codes = ingredientCodes(data);
  const known = new Set([...data.ingredients.map((row) => row[0]), ...Object.keys(data.brands)]);
  const byText = remember(
    (text: string) => readDrugText(text, lexicon),
    (text) => text,
  );
  return {
    header: data.header,
    byCode: remember(
      (code: Code) => byCode(code, data, lexicon, codes),
      (code) => `${code.system}|${code.code}`,
    ),
    byText,
    unread: (text) => unreadPart(text, byText),
    suggest: suggester(known),
  };
}

function remember<In>(look: (input: In) => DrugMatch | null, key: (input: In) => string): (input: In) => DrugMatch | null {
  const seen = new Map<string, DrugMatch | null>();
  return (input) => {
    const name = key(input);
    const known = seen.get(name);
    if (known !== undefined) return known;
    const found = look(input);
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(name, found);
    return found;
  };
}

type IngredientCodes = ReadonlyMap<string, readonly number[]>;

function ingredientCodes(data: DrugData): IngredientCodes {
  const found = new Map<string, number[]>();
  const add = (key: string, row: number) => found.set(key, [...(found.get(key) ?? []), row]);
  data.ingredients.forEach(([, rxnorm, atc, unii, snomed], row) => {
    if (rxnorm !== null) add(`${RXNORM}|${rxnorm}`, row);
    for (const code of atc ?? []) add(`${ATC}|${code}`, row);
    if (unii) add(`${UNII}|${unii}`, row);
    if (snomed) add(`${SNOMED}|${snomed}`, row);
  });
  return found;
}

function byCode(code: Code, data: DrugData, lexicon: DrugLexicon, codes: IngredientCodes): DrugMatch | null {
  const value = code.code.trim();
  const rows = codes.get(`${code.system}|${value.toUpperCase()}`);
  if (rows !== undefined)
    return { ingredients: rows.map((row) => lexicon.ingredient(row)), systemic: code.system === ATC ? systemicOfAtc(value) : null };
  if (code.system === RXNORM) return byRxNorm(value, data, lexicon);
  if (code.system === NDC) {
    const rxnorm = entryOf(data.ndc, elevenDigits(value) ?? '');
    return rxnorm === undefined ? null : byRxNorm(rxnorm, data, lexicon);
  }
  if (code.system === ATC) return byAtcClass(value.toUpperCase(), code.display, data);
  return null;
}

function byRxNorm(rxnorm: string, data: DrugData, lexicon: DrugLexicon): DrugMatch | null {
  const name = entryOf(data.concepts, rxnorm);
  const links = entryOf(data.links, rxnorm);
  const linked: readonly Ingredient[] | undefined = links?.map((row) => lexicon.ingredient(row));
  if (name === undefined) return linked === undefined ? null : { ingredients: linked, systemic: null };
  return productMatch(name, lexicon, linked) ?? byWords(name, lexicon);
}

/** ATC codes above the substance level name a class: nothing more is known of the drug. */
function byAtcClass(code: string, display: string | undefined, data: DrugData): DrugMatch | null {
  if (!/^[A-Z](\d{2}([A-Z]([A-Z])?)?)?$/.test(code)) return null;
  const label = display ?? entryOf(data.classes, code.toLowerCase());
  return { ingredients: [], drugClass: label === undefined ? `ATC ${code}` : `${label} (ATC ${code})`, systemic: null };
}

/** NDC as billed, 5-4-2 without hyphens; null for anything that is not an NDC. FDA's ten-digit forms are padded where the hyphens show how. */
export function elevenDigits(ndc: string): string | null {
  if (/^\d{11}$/.test(ndc)) return ndc;
  const parts = ndc.split('-');
  if (parts.length !== 3 || !parts.every((p) => /^\d+$/.test(p))) return null;
  const [labeler = '', product = '', pack = ''] = parts;
  if (labeler.length > 5 || product.length > 4 || pack.length > 2) return null;
  return labeler.padStart(5, '0') + product.padStart(4, '0') + pack.padStart(2, '0');
}
