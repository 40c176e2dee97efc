/**
 * The grammar of RxNorm names: "24 HR metoprolol succinate 25 MG / hydrochlorothiazide 12.5 MG Extended Release Oral Tablet [Dutoprol]".
 * Described in NLM's RxNorm technical documentation (normalised names: ingredient strength unit, dose form, brand in brackets, packs in braces).
 * It splits and never interprets: which words are drugs is the drug table's to say.
 */
import { endingDoseForm } from './forms.ts';
import { entryOf } from '../../entry-of.ts';

export interface Strength {
  readonly amount: number;
  readonly unit: string;
  readonly per?: string;
}

export interface DrugComponent {
  /** Ingredient with its salt, as written. */
  readonly name: string;
  readonly strength?: Strength;
}

export interface RxNormName {
  readonly components: readonly DrugComponent[];
  readonly doseForm?: string;
  readonly brand?: string;
  /** The products inside a pack; empty for anything else. */
  readonly packed: readonly RxNormName[];
}

const NUMBER = String.raw`\d+(?:[.,]\d+)*(?:[eE]\+?\d+)?`;
const UNIT = String.raw`(?:MG|MCG|NG|G|GM|ML|L|UNT|UNITS?|MEQ|MMOL|%|CELLS|VECTOR-GENOMES|VG|MCI|BAU|AU|PNU|PFU|IR|LFU|SQ-HDM|BIL?|KUNT|UCI|MBQ|KIU|TCID50|ORGANISMS|CFU|AMB|HEP)`;
const STRENGTH = new RegExp(
  String.raw`^(.*?\S)\s+(${NUMBER})\s*(${UNIT}(?:\s*/\s*(?:${NUMBER}\s*)?(?:ML|MG|G|GM|HR|ACTUAT|L|UNT|SQCM|CM2?|DAY|24HR))?)(?=$|\s)(.*)$`,
  'i',
);
const LEADING = new RegExp(
  String.raw`^(?:(?:AB\d?|BX|BT|BC)\s+Rating|(?:Once|Twice)-Daily|Abuse-Deterrent|Osmotic|Biphasic|Sensor|Sprinkle|Matrix Delivery|Evening Dosing|PMDD|\d-Bead|\d+/\d+ Release|NDA\d+|BLA\d+|${NUMBER}\s*(?:HR|ML|MG|MCG|G|ACTUAT|UNT|L|DAY)(?:\s+(?:Dose|or))?)\s+(?=\S)`,
  'i',
);
/** "Bijuva (estradiol 1 MG / progesterone 100 MG) Oral Capsule", "neratinib 40 MG (as neratinib maleate 48.31 MG) Oral Tablet" */
const AS_SALT = /\s*\(as [^()]*\)/gi;
const LISTED = /^([^()]*?)\s*\(([^()]*\d[^()]*)\)\s*(?:per\s+[\d.]*\s*(?:ML|GM?|MG|ACTUAT)\s+)?(.*)$/i;

/** Splits an RxNorm name into its parts. Texts outside the grammar come back as one component that carries the whole text. */
export function parseRxNormName(name: string): RxNormName {
  const text = name.trim().slice(0, 2000);
  const brandMatch = /\s*\[([^\]]+)\]\s*$/.exec(text);
  const brand = brandMatch?.[1]?.trim();
  const body = brandMatch === null ? text : text.slice(0, brandMatch.index);
  if (body.startsWith('{')) {
    const packed = packContents(body).map(parseRxNormName);
    return { components: [], packed, ...(brand === undefined ? {} : { brand }) };
  }
  const plainBody = body.replace(AS_SALT, '');
  const listed = LISTED.exec(plainBody);
  if (listed !== null && / \/ /.test(listed[2] ?? '')) {
    const inner = parseProduct(`${listed[2] ?? ''} ${listed[3] ?? ''}`.trim());
    const named = brand ?? (listed[1] === '' ? undefined : listed[1]);
    return { ...inner, packed: [], ...(named === undefined ? {} : { brand: named }) };
  }
  return { ...parseProduct(plainBody), packed: [], ...(brand === undefined ? {} : { brand }) };
}

function parseProduct(body: string): { components: DrugComponent[]; doseForm?: string } {
  const parts = splitOutsideBrackets(stripLeading(body));
  let doseForm: string | undefined;
  const components = parts.map((part, i): DrugComponent => {
    const found = STRENGTH.exec(part);
    if (found !== null) {
      const rest = (found[4] ?? '').trim().replace(/^per\s+[\d.]*\s*(?:ML|GM?|MG|ACTUAT)\s+/i, '');
      if (i === parts.length - 1 && rest !== '') doseForm = rest;
      const strength = toStrength(found[2] ?? '', found[3] ?? '');
      return { name: (found[1] ?? '').trim(), ...(strength === null ? {} : { strength }) };
    }
    if (i < parts.length - 1) return { name: part };
    const form = endingDoseForm(part);
    if (form === null) return { name: part };
    doseForm = form;
    return { name: part.slice(0, part.length - form.length).trim() };
  });
  return { components: components.filter((c) => c.name !== ''), ...(doseForm === undefined ? {} : { doseForm }) };
}

function stripLeading(text: string): string {
  let rest = text.trim();
  for (let i = 0; i < 5; i += 1) {
    const shorter = rest.replace(LEADING, '').replace(/^\((?:\d[^)]*)\)\s*/, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
  return rest;
}

function toStrength(number: string, unit: string): Strength | null {
  const amount = Number(number.replace(/,/g, ''));
  if (!Number.isFinite(amount)) return null;
  const [top = '', per] = unit.split('/').map((s) => s.trim());
  if (per === undefined) return { amount, unit: ucumMass(top) };
  // "125 MG/5 ML": the strength of one millilitre is a fifth of it.
  const volume = Number(/^[\d.,]+/.exec(per)?.[0].replace(',', '.') ?? 1);
  return volume > 0 ? { amount: Number((amount / volume).toPrecision(12)), unit: ucumMass(top), per: ucumMass(per) } : null;
}

/** RxNorm writes units in capitals; UCUM is case-sensitive. */
const UCUM_UNITS: Readonly<Record<string, string>> = {
  MG: 'mg',
  MCG: 'ug',
  NG: 'ng',
  G: 'g',
  GM: 'g',
  ML: 'mL',
  L: 'L',
  UNT: '[iU]',
  UNIT: '[iU]',
  UNITS: '[iU]',
  MEQ: 'meq',
  MMOL: 'mmol',
  '%': '%',
  HR: 'h',
  ACTUAT: '{actuat}',
  SQCM: 'cm2',
  CM2: 'cm2',
  CM: 'cm',
  DAY: 'd',
  MCI: 'mCi',
  UCI: 'uCi',
  MBQ: 'MBq',
};

function ucumMass(unit: string): string {
  const upper = unit.toUpperCase().replace(/^[\d.,\s]+/, '');
  return entryOf(UCUM_UNITS, upper) ?? `{${upper.toLowerCase()}}`;
}

/** Splits at " / " that stands outside round brackets. */
function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (c === '(') depth += 1;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && text.startsWith(' / ', i)) {
      parts.push(text.slice(start, i).trim());
      start = i + 3;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter((p) => p !== '');
}

/** "{12 (A 5 MG Oral Tablet) / 1 (0.1 ML) (B …) } Pack" → the product names in the outer round brackets, quantities left out. */
function packContents(body: string): string[] {
  const contents: string[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < body.length; i += 1) {
    const c = body[i];
    if (c === '(') {
      if (depth === 0) start = i + 1;
      depth += 1;
    } else if (c === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) contents.push(body.slice(start, i).trim());
    }
  }
  return contents.filter((content) => /[A-Za-z]{3}/.test(content));
}
