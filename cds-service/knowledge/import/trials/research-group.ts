/**
 * Eligibility that came as coded characteristics (FHIR Group of R4 and R5, EvidenceVariable): what a code and its value say becomes a requirement, the rest
 * stays text. Characteristics of one Group hold together unless it says that any of them is enough.
 */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import { stageGroup, stageTest } from '../../../../fhir-profiles/codes/stage-codes.ts';
import { biomarkerTest } from '../../../../fhir-profiles/codes/biomarker-tests.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';
import type { Requirement, StructuredCriterion } from '../../trials/types.ts';
import { requirementWords } from './requirement-words.ts';
import { codesOf, isOpen, lineOf, openOf, partsOf, UNSAID, wordsOf } from './characteristic.ts';
import { fieldsOf, listOf, textOf, type Fields } from './fields.ts';

export interface CodedEligibility {
  readonly structured: readonly StructuredCriterion[];
  /** Characteristics that stay text. */
  readonly lines: { readonly inclusion: readonly string[]; readonly exclusion: readonly string[] };
}

/** @param tumours null: the caller has no table, and everything stays text */
export function codedEligibility(group: Fields, tumours: TumourTable | null): CodedEligibility {
  const members = listOf(group.characteristic).map(fieldsOf);
  const read = members.map((one) => ({ requirement: tumours === null ? openOf(one) : requirementOf(one, tumours) ?? openOf(one), line: lineOf(one), exclude: one.exclude === true })); // prettier-ignore
  const how = combinationOf(group);
  const any = how === 'any';
  const known = read.filter(({ requirement }) => requirement !== null);
  const kept = { inclusion: linesOf(read, false, any), exclusion: linesOf(read, true, any) };
  if (how === 'other' && members.length > 0) {
    // "At least two of these": which of them are asked of whom stays open.
    const all = read.map(({ line }) => line).filter((line) => line !== '').join('; '); // prettier-ignore
    return { structured: [criterion({ kind: 'unread', ask: all || UNSAID }, 'inclusion')], lines: NONE };
  }
  if (any && tumours !== null && members.length > 0) {
    // One of several is enough: each exclusion turns around within the choice.
    const of = read.map(({ requirement, line, exclude }): Requirement => {
      const asked = requirement ?? { kind: 'unread', ask: line, read: line };
      return exclude ? { kind: 'not', of: asked } : asked;
    });
    return { structured: [criterion({ kind: 'any', of }, 'inclusion')], lines: NONE };
  }
  return {
    structured: known.map(({ requirement, exclude }) => criterion(requirement as Requirement, exclude ? 'exclusion' : 'inclusion')),
    lines: kept,
  };
}
const NONE = { inclusion: [], exclusion: [] } as const;

/** How the characteristics of a Group or EvidenceVariable belong together; R4B writes "union". */
function combinationOf(group: Fields): 'all' | 'any' | 'other' {
  const code = textOf(group.combinationMethod) || textOf(group.characteristicCombination);
  if (code === 'any-of' || code === 'union') return 'any';
  return code === '' || code === 'all-of' || code === 'intersection' ? 'all' : 'other';
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
  if (isOpen(one)) return null;
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
    const [min, max] = [bounds.min ?? whole(bounds.above, 1), bounds.max ?? whole(bounds.below, -1)];
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
  const tumour = concept === null ? null : tumourOf(concept, tumours);
  if (tumour === null || concept !== said || asksDiagnosis(codes, words)) return tumour;
  // Whose tumour it is, or when it was, stands in the name of the characteristic: nothing is read of it.
  return { kind: 'unread', ask: `${words[0] ?? codes[0] ?? ''}: ${wordsOf(said)[0] ?? codesOf(said)[0]?.code ?? ''}` };
}
/** Scales count in whole numbers: above 1 is from 2. */
function whole(bound: number | undefined, step: 1 | -1): number | undefined {
  if (bound === undefined) return undefined;
  return (step > 0 ? Math.floor(bound) : Math.ceil(bound)) + step;
}
/** A tumour in the value is the patient's only where the diagnosis is asked for: not "Family history: breast cancer", not "Site of metastasis". */
function asksDiagnosis(codes: readonly string[], words: readonly string[]): boolean {
  return codes.some((one) => DIAGNOSIS.has(one)) || words.some((text) => DIAGNOSIS_WORDS.test(text));
}
const DIAGNOSIS = new Set(['59847-4', '31206-6', '64572001', '404684003', '363346000']);
const DIAGNOSIS_WORDS =
  /^(?:(?:primary|current|confirmed|main|principal|cancer|tumou?r|disease|malignan(?:t|cy)|clinical|histologic(?:al)?|oncotree)[ -]+)*(?:diagnos[ie]s|disease|condition|disorder|cancer|tumou?r|malignancy|neoplasm|malignant neoplasm|histology|morphology|clinical finding|type)(?: (?:type|name|code|diagnosis|histology|morphology|site|disorder))*(?: \(?(?:disorder|finding)\)?)?$/i;

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
  const [from, to] = [unitOf(range.low), unitOf(range.high)];
  // "6 months to 18 years" are two units: it stays text.
  if (low !== undefined && high !== undefined && from !== '' && to !== '' && from !== to) return null;
  if (low !== undefined || high !== undefined)
    return { ...(low === undefined ? {} : { min: low }), ...(high === undefined ? {} : { max: high }), unit: from || to };
  const n = number(value.valueQuantity) ?? (typeof value.valueInteger === 'number' ? value.valueInteger : undefined);
  if (n === undefined) return null;
  const comparator = textOf(fieldsOf(value.valueQuantity).comparator);
  const bound = comparator === '>=' ? 'min' : comparator === '<=' ? 'max' : comparator === '>' ? 'above' : comparator === '<' ? 'below' : undefined; // prettier-ignore
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
  const stated = (entryOf(STATES, marker) ?? []).filter(([pattern]) => pattern.test(text));
  const status = /\b(?:not?|non|or|unknown|equivocal)\b/i.test(text) || stated.length > 1 ? undefined : stated[0]?.[1];
  return status === undefined ? null : { kind: 'molecular', label: `${marker} ${status}`, tree: { kind: 'marker', marker, status, method: null, min: null } }; // prettier-ignore
}
const POSITIVE = /\bpositive\b|10828004/i;
const NEGATIVE = /\bnegative\b|260385009/i;
const RECEPTOR = [[POSITIVE, 'positive'], [NEGATIVE, 'negative']] as const; // prettier-ignore
const STATES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ER: RECEPTOR,
  PR: RECEPTOR,
  HER2: [[/\blow\b/i, 'low'], ...RECEPTOR],
  MSI: [[/high|MSI-H|unstable|LA26203-2/i, 'high'], [/(?<!un)stable|MSS|LA14122-8/i, 'stable']], // prettier-ignore
  MMR: [[/deficient|dMMR/i, 'deficient'], [/proficient|pMMR|intact/i, 'proficient']], // prettier-ignore
  HRD: [[POSITIVE, 'positive']],
};

function tumourOf(concept: Fields, tumours: TumourTable): Requirement | null {
  const coding = codesOf(concept).find((one) => tumours.byCode(one) !== null);
  const words = wordsOf(concept);
  const found = (coding === undefined ? null : tumours.byCode(coding)) ?? words.map((text) => tumours.byText(text)).find((one) => one !== null); // prettier-ignore
  return found === null || found === undefined ? null : { kind: 'tumour', name: words[0] ?? coding?.code ?? '', ...found, breadth: null };
}
