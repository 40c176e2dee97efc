/** The laboratory's own limits of normal beside a value (FHIR Observation.referenceRange), brought to the value's canonical unit. */
import { conversionFactor, ucumOf } from '../../codes/unit.ts';
import type { LaboratoryKind } from '../../codes/laboratory/kind.ts';
import type { LabFact } from '../../facts.ts';
import { concept, concepts, isRecord, numberOf, records, text, wordings, type Json } from '../elements.ts';
import { measuredValue } from './value.ts';
import { entryOf } from '../../entry-of.ts';

type Limits = Pick<LabFact, 'referenceLow' | 'referenceHigh'>;
type Limit = LabFact['referenceLow'];

/** Whose value it is, on the day of the value. */
export interface WhoseValue {
  readonly sex?: string;
  readonly ageYears?: number;
}

/**
 * The range of normal that holds for this patient: of several, the one for the patient's sex and age. Ranges that may all hold must agree; where that
 * is not known, and for ranges of another type (therapeutic, critical) or in a unit that cannot be converted, there is none. A limit without unit is in
 * the unit of the value.
 */
export function referenceLimits(element: Json, kind: LaboratoryKind, whose: WhoseValue = {}): Limits {
  const normal = records(element['referenceRange']).filter(isNormal);
  const held = normal.map((range) => ({ range, holds: holdsFor(range, whose) })).filter(({ holds }) => holds !== 'no');
  if (held.length > 1 && held.some(({ holds }) => holds === 'unknown')) return {};
  // A range for an age that is not known to be the patient's.
  if (held.some(({ range, holds }) => holds === 'unknown' && range['age'] !== undefined)) return {};
  const [first, ...others] = held.map(({ range }) => limitsOf(range, element, kind));
  if (first === undefined || others.some(({ referenceLow, referenceHigh }) => referenceLow !== first.referenceLow || referenceHigh !== first.referenceHigh)) return {}; // prettier-ignore
  return isTherapeutic(first, kind) ? {} : first;
}

/** Absent type means normal (FHIR R4, Observation.referenceRange.type). */
function isNormal(range: Json): boolean {
  if (range['type'] === undefined) return true;
  const type = concept(range['type']);
  return (
    type.codings.some(({ code }) => code === 'normal') || wordings(type).some((words) => /^(?:normal|reference)\b/i.test(words.trim()))
  );
}

/** An anticoagulated patient's range, 2 to 3, printed where normal stands: nobody's normal INR begins above 1.4. */
function isTherapeutic({ referenceLow }: Limits, { kind }: LaboratoryKind): boolean {
  return kind === 'INR' && referenceLow !== undefined && referenceLow > 1.4;
}

function holdsFor(range: Json, whose: WhoseValue): 'yes' | 'no' | 'unknown' {
  const answers = [forSex(range, whose.sex), forAge(range['age'], whose.ageYears)];
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
}

/** FHIR R4, value set referencerange-appliesto (SNOMED CT), and HL7 administrative gender. */
const SEXES: Readonly<Record<string, string>> = { '248152002': 'female', '248153007': 'male', F: 'female', M: 'male' };
const sexNamed = (words: string): string | null => (/^\W*(?:adult )?(?:females?|wom[ae]n)\b/i.test(words) ? 'female' : /^\W*(?:adult )?(?:males?|m[ae]n)\b/i.test(words) ? 'male' : null); // prettier-ignore

/** "Normal population" holds for everybody; other groups (pregnancy, an origin) are not decided. */
function forSex(range: Json, own: string | undefined): 'yes' | 'no' | 'unknown' {
  const said = concepts(range['appliesTo']);
  const written = text(range['text']) ?? '';
  const inText = said.length === 0 ? sexNamed(written) : null;
  if (said.length === 0 && inText === null) return 'yes';
  const answers = (inText === null ? said : []).map(({ codings, ...rest }) => {
    const words = wordings({ codings, ...rest });
    if (codings.some(({ code }) => code === 'normal') || words.some((one) => /^(?:normal population|all|both sexes)$/i.test(one)))
      return 'both';
    return (
      codings.map(({ code }) => entryOf(SEXES, code)).find((sex) => sex !== undefined) ??
      words.map(sexNamed).find((sex) => sex !== null) ??
      null
    );
  });
  const sexes = new Set([...answers, ...(inText === null ? [] : [inText])]);
  if (sexes.has(null)) return 'unknown';
  if (sexes.has('both') || (sexes.has('male') && sexes.has('female'))) return 'yes';
  if (own !== 'male' && own !== 'female') return 'unknown';
  return sexes.has(own) ? 'yes' : 'no';
}

function forAge(range: unknown, own: number | undefined): 'yes' | 'no' | 'unknown' {
  if (!isRecord(range)) return 'yes';
  const years = (of: unknown): number | null | undefined => {
    if (!isRecord(of)) return undefined;
    const value = numberOf(of['value']);
    const unit = text(of['code']) ?? text(of['unit']) ?? '';
    const factor = /^(?:a|y|yrs?|years?)$/i.test(unit) ? 1 : conversionFactor(ucumOf(unit), 'a', undefined);
    return value === undefined || factor === null ? null : value * factor;
  };
  const [low, high] = [years(range['low']), years(range['high'])];
  if (low === null || high === null || own === undefined || (low === undefined && high === undefined)) return 'unknown';
  // Completed years: at a limit of the range the birthday would decide.
  if ((low !== undefined && own + 1 <= low) || (high !== undefined && own > high)) return 'no';
  return (low === undefined || own >= low) && (high === undefined || own < high) ? 'yes' : 'unknown';
}

/** The two limits of one range, from its fields or else from its text as a whole. */
function limitsOf(range: Json, element: Json, kind: LaboratoryKind): Limits {
  const quantity = isRecord(element['valueQuantity']) ? element['valueQuantity'] : {};
  const unitless = { unit: quantity['unit'], code: quantity['code'] };
  const limit = (of: Json): Limit => {
    const own = of['unit'] !== undefined || of['code'] !== undefined ? of : { ...of, ...unitless };
    const read = measuredValue({ valueQuantity: own }, { ...kind, range: [0, kind.range[1]] });
    return read !== null && 'value' in read && read.comparator === undefined ? read.value : undefined;
  };
  const fields = [range['low'], range['high']];
  const written = fields.some(isRecord) ? fields : inWords(text(range['text']));
  const [low, high] = written.map((of) => (isRecord(of) ? limit(of) : undefined));
  if (low !== undefined && high !== undefined && low > high) return {};
  return { ...(low === undefined ? {} : { referenceLow: low }), ...(high === undefined ? {} : { referenceHigh: high }) };
}

const NUMBER = String.raw`(\d{1,6}(?:[.,]\d{1,4})?)`;
const UNIT = String.raw`(?:\s*([a-zµμ%{[][^\s;|]{0,20}(?: H(?:gb|b))?|10[*^]?\d+\/[a-zµμ]{1,3}|x ?10[*^]?\d+\/[a-zµμ]{1,3}))?`;
const LEAD = String.raw`^\W*?(?:(?:adult )?(?:females?|wom[ae]n|males?|m[ae]n)[:,]?\s*|(?:normal|reference)(?: range| interval)?[:,]?\s*)*[([]?\s*`;
const BETWEEN = new RegExp(String.raw`${LEAD}${NUMBER}${UNIT}\s*(?:-|–|—|to|bis)\s*${NUMBER}${UNIT}\s*[)\]]?\s*$`, 'i');
const ONE_SIDED = new RegExp(
  String.raw`${LEAD}(<=?|>=?|≤|≥|up to|less than|greater than|more than|at least)\s*${NUMBER}${UNIT}\s*[)\]]?\s*$`,
  'i',
);

/** "3.5-5.0", "< 1.2 mg/dL", "(13,0 - 17,0 g/dl)": nothing else may stand beside it. */
export function inWords(words: string | undefined): readonly (Json | undefined)[] {
  if (words === undefined || words.length > 60) return [];
  const of = (value: string | undefined, unit: string | undefined): Json => ({
    value: Number((value ?? '').replace(',', '.')),
    ...(unit === undefined ? {} : { unit: unit.replace(/[)\]]$/, '').replace(/^x ?/, '') }),
  });
  // A comma before three digits may group thousands.
  if (/\d,\d{3}(?!\d)/.test(words)) return [];
  const between = BETWEEN.exec(words);
  if (between) return [of(between[1], between[2] ?? between[4]), of(between[3], between[4] ?? between[2])];
  const one = ONE_SIDED.exec(words);
  if (!one) return [];
  const limit = of(one[2], one[3]);
  return /^(?:<|≤|up|less)/i.test(one[1] ?? '') ? [undefined, limit] : [limit, undefined];
}
