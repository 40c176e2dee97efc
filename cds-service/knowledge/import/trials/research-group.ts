/**
 * Eligibility that came as coded characteristics (FHIR Group of R4 and R5, EvidenceVariable): what a code and its value say becomes a requirement, the rest
 * stays text. Characteristics of one Group hold together unless it says that any of them is enough.
 */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import { stageGroup, stageTest } from '../../../../fhir-profiles/codes/stage-codes.ts';
import { biomarkerTest } from '../../../../fhir-profiles/codes/biomarker-tests.ts';
import type { Requirement, StructuredCriterion } from '../../trials/types.ts';
import { requirementWords } from './requirement-words.ts';
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

export interface CodedEligibility {
  readonly structured: readonly StructuredCriterion[];
  /** Characteristics that stay text. */
  readonly lines: { readonly inclusion: readonly string[]; readonly exclusion: readonly string[] };
}

/** @param tumours null: the caller has no table, and everything stays text */
export function codedEligibility(group: Fields, tumours: TumourTable | null): CodedEligibility {
  const members = listOf(group.characteristic).map(fieldsOf);
  const read = members.map((one) => ({ requirement: tumours === null ? null : requirementOf(one, tumours), line: lineOf(one), exclude: one.exclude === true })); // prettier-ignore
  const any = textOf(group.combinationMethod) === 'any-of' || textOf(group.characteristicCombination) === 'any-of';
  const known = read.filter(({ requirement }) => requirement !== null);
  const kept = { inclusion: linesOf(read, false, any), exclusion: linesOf(read, true, any) };
  if (any && tumours !== null && members.length > 0) {
    // One of several is enough: each exclusion turns around within the choice.
    const of = read.map(({ requirement, line, exclude }): Requirement => {
      const asked = requirement ?? { kind: 'unread', ask: line, read: line };
      return exclude ? { kind: 'not', of: asked } : asked;
    });
    return { structured: [criterion({ kind: 'any', of }, 'inclusion')], lines: { inclusion: [], exclusion: [] } };
  }
  return {
    structured: known.map(({ requirement, exclude }) => criterion(requirement as Requirement, exclude ? 'exclusion' : 'inclusion')),
    lines: kept,
  };
}
/**
 * Several Groups that each ask something are several populations ("200 women from 20 to 45 with early onset diabetes" is one), or parts of one that somebody
 * has split. Whoever fits all of them takes part, whoever fits none does not; the rest stays open. What a Group only excludes holds for all.
 */
export function ofPopulations(groups: readonly Fields[], tumours: TumourTable | null): readonly CodedEligibility[] {
  const asking = groups.filter((group) => listOf(group.characteristic).map(fieldsOf).some(({ exclude }) => exclude !== true)); // prettier-ignore
  if (asking.length < 2 || tumours === null) return groups.map((group) => codedEligibility(group, tumours));
  const ways = asking.map((group): Requirement => {
    const { structured, lines } = codedEligibility(group, tumours);
    const open = (line: string): Requirement => ({ kind: 'unread', ask: line, read: line });
    const of = [
      ...structured.map(({ requirement, kind }): Requirement => (kind === 'inclusion' ? requirement : { kind: 'not', of: requirement })),
      ...lines.inclusion.map(open),
      ...lines.exclusion.map((line): Requirement => ({ kind: 'not', of: open(line) })),
    ];
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { kind: 'all', of };
  });
  const rest = groups.filter((group) => !asking.includes(group)).map((group) => codedEligibility(group, tumours));
  const one: Requirement = { kind: 'any', of: ways };
  const which: Requirement = { kind: 'unread', ask: 'for which of the populations' };
  const requirement: Requirement = {
    kind: 'any',
    of: [
      { kind: 'all', of: ways },
      { kind: 'all', of: [one, which] },
    ],
  };
  return [
    { structured: [{ text: requirementWords(one), kind: 'inclusion', requirement }], lines: { inclusion: [], exclusion: [] } },
    ...rest,
  ];
}
function linesOf(
  read: readonly { readonly requirement: Requirement | null; readonly line: string; readonly exclude: boolean }[],
  excluded: boolean,
  any: boolean,
): string[] {
  const lines = read.filter(({ requirement, exclude }) => requirement === null && exclude === excluded).map(({ line }) => line);
  return any && lines.length > 1 ? [lines.join(' or ')] : lines.filter((line) => line !== '');
}
function criterion(requirement: Requirement, kind: 'inclusion' | 'exclusion'): StructuredCriterion {
  return { text: requirementWords(requirement), kind, requirement };
}

/** Code and value, wherever this kind of characteristic keeps them. */
function partsOf(one: Fields): { readonly code: Fields; readonly value: Fields } {
  const typed = fieldsOf(one.definitionByTypeAndValue);
  if (Object.keys(typed).length > 0) return { code: fieldsOf(typed.type), value: typed };
  if (one.definitionCodeableConcept !== undefined) return { code: fieldsOf(one.definitionCodeableConcept), value: { valueBoolean: true } };
  return { code: fieldsOf(one.code), value: one };
}

function requirementOf(one: Fields, tumours: TumourTable): Requirement | null {
  const combination = fieldsOf(one.definitionByCombination);
  if (Object.keys(combination).length > 0) {
    const code = textOf(combination.code) || codesOf(fieldsOf(combination.code))[0]?.code;
    const of = listOf(combination.characteristic).map(fieldsOf).map((inner): Requirement => {
      const asked = requirementOf(inner, tumours) ?? { kind: 'unread', ask: lineOf(inner), read: lineOf(inner) };
      return inner.exclude === true ? { kind: 'not', of: asked } : asked;
    }); // prettier-ignore
    return code === 'all-of' || code === 'any-of' ? { kind: code === 'all-of' ? 'all' : 'any', of } : null;
  }
  const { code, value } = partsOf(one);
  const asked = coded(code, value, tumours);
  return asked !== null && value.valueBoolean === false ? { kind: 'not', of: asked } : asked;
}

function coded(code: Fields, value: Fields, tumours: TumourTable): Requirement | null {
  const codes = codesOf(code).map((one) => one.code);
  const words = wordsOf(code);
  const said = fieldsOf(value.valueCodeableConcept);
  const bounds = boundsOf(value);
  if (codes.some((one) => AGE.has(one)) || /^(?:current )?age(?: in years)?$/i.test(words[0] ?? '')) return bounds && ageOf(bounds);
  if (codes.some((one) => SEX.has(one)) || /^(?:sex|gender|administrative gender)$/i.test(words[0] ?? '')) return sexOf(said);
  const scale = codes.some((one) => ECOG.has(one)) || /\bECOG\b/i.test(words.join(' ')) ? 'ECOG' : codes.some((one) => KARNOFSKY.has(one)) || /karnofsky/i.test(words.join(' ')) ? 'Karnofsky' : null; // prettier-ignore
  if (scale !== null) {
    if (bounds === null) return null;
    const { min, max } = bounds;
    return { kind: 'performance', scale, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  }
  if (stageTest(codes, words) !== null) {
    const group = stageGroup(codesOf(said).map((one) => one.code), wordsOf(said)); // prettier-ignore
    return group === undefined ? null : { kind: 'stage', groups: [group] };
  }
  const test = biomarkerTest(codes, words);
  if (test !== null) return markerOf(test.kind, said, bounds);
  const answered = codesOf(said).length > 0 || wordsOf(said).length > 0;
  const concept = answered ? said : value.valueBoolean === undefined && bounds !== null ? null : code;
  return concept === null ? null : tumourOf(concept, tumours);
}

const AGE = new Set(['30525-0', '21612-7', '397669002', '424144002', '105727008']);
const SEX = new Set(['46098-0', '76689-9', '21840-4', '263495000', '184100006', '429019009']);
const ECOG = new Set(['89247-1', '423740007', '424122007']);
const KARNOFSKY = new Set(['89243-0', '273546003', '761869008']);

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly unit: string;
}
function boundsOf(value: Fields): Bounds | null {
  const range = fieldsOf(value.valueRange);
  const number = (quantity: unknown): number | undefined => {
    const { value: n } = fieldsOf(quantity);
    return typeof n === 'number' ? n : undefined;
  };
  const unitOf = (quantity: unknown): string => textOf(fieldsOf(quantity).code) || textOf(fieldsOf(quantity).unit);
  const [low, high] = [number(range.low), number(range.high)];
  if (low !== undefined || high !== undefined)
    return { ...(low === undefined ? {} : { min: low }), ...(high === undefined ? {} : { max: high }), unit: unitOf(range.low) || unitOf(range.high) }; // prettier-ignore
  const n = number(value.valueQuantity) ?? (typeof value.valueInteger === 'number' ? value.valueInteger : undefined);
  if (n === undefined) return null;
  const bound = { '>=': 'min', '<=': 'max', '>': 'above', '<': 'below' }[textOf(fieldsOf(value.valueQuantity).comparator)];
  return { ...(bound === undefined ? { min: n, max: n } : { [bound]: n }), unit: unitOf(value.valueQuantity) };
}
function ageOf({ unit, ...bounds }: Bounds): Requirement | null {
  const per = /^(?:a|y|yr|years?|)$/i.test(unit) ? 1 : /^(?:mo|months?)$/i.test(unit) ? 12 : null;
  if (per === null) return null;
  return { kind: 'age', ...Object.fromEntries(Object.entries(bounds).map(([bound, n]) => [bound, Math.round((1000 * n) / per) / 1000])) };
}
function sexOf(said: Fields): Requirement | null {
  const text = [...codesOf(said).map(({ code }) => code), ...wordsOf(said)].join(' ').toLowerCase();
  if (/\bfemale\b|248152002|^f\b/.test(text)) return { kind: 'sex', sex: 'female' };
  return /\bmale\b|248153007|^m\b/.test(text) ? { kind: 'sex', sex: 'male' } : null;
}
function markerOf(marker: string, said: Fields, bounds: Bounds | null): Requirement | null {
  if (bounds !== null && (marker === 'TMB' || marker === 'PD-L1')) {
    const { min, max, above, below } = bounds;
    const both: Requirement[] = Object.entries({ min, max, above, below }).flatMap(([bound, value]) =>
      value === undefined ? [] : [{ kind: 'marker-value', marker, bound: bound as 'min', value } as const],
    );
    const [only] = both;
    return both.length === 1 && only ? only : { kind: 'all', of: both };
  }
  const text = [...codesOf(said).map(({ code }) => code), ...wordsOf(said)].join(' ');
  const status = STATES[marker]?.find(([pattern]) => pattern.test(text))?.[1];
  return status === undefined ? null : { kind: 'molecular', label: `${marker} ${status}`, tree: { kind: 'marker', marker, status, method: null, min: null } }; // prettier-ignore
}
const POSITIVE = /\bpositive\b|10828004/i;
const NEGATIVE = /\bnegative\b|260385009/i;
const RECEPTOR = [[POSITIVE, 'positive'], [NEGATIVE, 'negative']] as const; // prettier-ignore
const STATES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ER: RECEPTOR,
  PR: RECEPTOR,
  HER2: [[/\blow\b/i, 'low'], ...RECEPTOR],
  MSI: [[/high|MSI-H|unstable|LA26203-2/i, 'high'], [/stable|MSS|LA14122-8/i, 'stable']], // prettier-ignore
  MMR: [[/deficient|dMMR/i, 'deficient'], [/proficient|pMMR|intact/i, 'proficient']], // prettier-ignore
  HRD: [[POSITIVE, 'positive']],
};

function tumourOf(concept: Fields, tumours: TumourTable): Requirement | null {
  const coding = codesOf(concept).find((one) => tumours.byCode(one) !== null);
  const words = wordsOf(concept);
  const found = (coding === undefined ? null : tumours.byCode(coding)) ?? words.map((text) => tumours.byText(text)).find((one) => one !== null); // prettier-ignore
  return found === null || found === undefined ? null : { kind: 'tumour', name: words[0] ?? coding?.code ?? '', ...found, breadth: null };
}

function codesOf(concept: Fields): { readonly system: string; readonly code: string }[] {
  return listOf(concept.coding)
    .map(fieldsOf)
    .flatMap(({ system, code }) => (textOf(code) === '' ? [] : [{ system: textOf(system), code: textOf(code) }]));
}
function wordsOf(concept: Fields): string[] {
  return [textOf(concept.text), ...listOf(concept.coding).map((one) => textOf(fieldsOf(one).display))].filter((text) => text !== '');
}

/** One characteristic as a line of text. */
function lineOf(one: Fields): string {
  const written = textOf(one.description);
  const { code, value } = partsOf(one);
  const [name = ''] = wordsOf(code);
  if (written !== '') return written;
  // That it holds needs no word; that it does not, stands before it.
  if (name !== '' && value.valueBoolean === true) return name;
  if (name !== '' && value.valueBoolean === false && one.exclude !== true) return `No ${name}`;
  const said = valueWords(value);
  return [name, said].filter((part) => part !== '').join(/^[<>≤≥]/.test(said) ? ' ' : ': ');
}
function valueWords(value: Fields): string {
  if (typeof value.valueBoolean === 'boolean') return value.valueBoolean ? 'yes' : 'no';
  const said = wordsOf(fieldsOf(value.valueCodeableConcept))[0] ?? '';
  if (said !== '') return said;
  const quantity = (given: unknown): string => {
    const { value: n, unit, comparator } = fieldsOf(given);
    // "10*3/uL" behind a number is no product of the two.
    const measured = textOf(unit).replace(/^10\*(?=\d)/, 'x 10^');
    return textOf(n) === '' ? '' : `${textOf(comparator)}${textOf(n)} ${measured}`.trim();
  };
  const range = fieldsOf(value.valueRange);
  const [low, high] = [quantity(range.low), quantity(range.high)];
  return quantity(value.valueQuantity) || (low === '' && high === '' ? '' : low === '' ? `≤ ${high}` : high === '' ? `≥ ${low}` : `${low} to ${high}`); // prettier-ignore
}
