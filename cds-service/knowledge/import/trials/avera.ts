/**
 * Arm-level curated trials (Avera's dialect): tumour types and, for every arm, biomarkers to include or to exclude, beside the registry's text.
 * A patient must fit one open arm: one of its biomarkers to include, none of those to exclude. An arm without biomarkers takes everybody.
 */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import type { GeneModels } from '../../oncology/types.ts';
import type { Requirement, StructuredCriterion, TrialRecord } from '../../trials/types.ts';
import { alterationClause } from './ctml-genomic.ts';
import { requirementWords } from './requirement-words.ts';
import type { ReadTrial } from './index.ts';
import { ageInYears, fieldsOf, listOf, phaseOf, sexOf, statusOf, textOf, type Fields } from './fields.ts';

const UNREAD: Requirement = { kind: 'unread' };

export function readAvera(value: Fields, day: string, genes: GeneModels, tumours: TumourTable): ReadTrial[] {
  const diseases = tumourCriteria(value.disease, tumours);
  return listOf(value.query)
    .map(fieldsOf)
    .map((query): ReadTrial => {
      const nctId = textOf(query.nct);
      return nctId === '' ? { fault: 'the record has no registry id' } : { record: record(query, nctId, day, diseases, genes) };
    });
}

function record(query: Fields, nctId: string, day: string, diseases: readonly StructuredCriterion[], genes: GeneModels): TrialRecord {
  const [minAge, maxAge, sex] = [ageInYears(query.min_age), ageInYears(query.max_age), sexOf(query.gender)];
  const updated = Date.parse(`${textOf(query.last_update_date)} UTC`);
  const arms = listOf(query.arm).map(fieldsOf);
  const open = arms.filter((arm) => !held(arm.arm_hold_status));
  const status = arms.length > 0 && open.length === 0 ? 'active-not-recruiting' : statusOf(query.current_status);
  return {
    nctId,
    title: textOf(query.title) || nctId,
    phase: phaseOf(textOf(query.phase).split('|')),
    status: held(query.trial_hold_status) ? 'suspended' : status,
    conditions: parts(textOf(query.conditiions) || textOf(query.conditions)),
    ...(sex === undefined ? {} : { sex }),
    ...(minAge === undefined ? {} : { minAge }),
    ...(maxAge === undefined ? {} : { maxAge }),
    interventions: [...new Set(arms.flatMap((arm) => parts(textOf(arm.drug))))].filter((name) => !/^n\/?a$/i.test(name)),
    sites: [],
    registry: 'curated',
    date: Number.isNaN(updated) ? day : new Date(updated).toISOString().slice(0, 10),
    url: /^NCT\d{8}$/.test(nctId) ? `https://clinicaltrials.gov/study/${nctId}` : '',
    eligibility: textOf(query.criteria),
    structured: [...diseases, ...armCriterion(open, genes)],
  };
}
function held(status: unknown): boolean {
  const text = textOf(status);
  return text !== '' && !/^(?:no|n|open|active|recruiting|false)$/i.test(text);
}
function parts(text: string): string[] {
  return text.split('|').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** One of the types to include; none of those to exclude. Codes are of OncoTree, `Solid` and `All` are families. */
function tumourCriteria(diseases: unknown, tumours: TumourTable): StructuredCriterion[] {
  const details = listOf(diseases).flatMap((one) => listOf(fieldsOf(one).details).map(fieldsOf));
  const of = (selection: string): Requirement[] =>
    details.filter((one) => textOf(one.selection).toLowerCase() === selection).map((one) => tumour(textOf(one.code), tumours));
  const [included, excluded] = [of('include'), of('exclude')];
  const made = (requirement: Requirement, kind: 'inclusion' | 'exclusion'): StructuredCriterion => ({
    text: `Curated tumour type: ${requirementWords(requirement)}`,
    kind,
    requirement,
  });
  return [
    ...(included.length === 0 ? [] : [made(any(included), 'inclusion')]),
    ...(excluded.length === 0 ? [] : [made(any(excluded), 'exclusion')]),
  ];
}
function tumour(code: string, tumours: TumourTable): Requirement {
  if (/^solid$/i.test(code)) return { kind: 'tumour', name: 'solid tumour', oncotree: null, doid: null, breadth: 'solid' };
  if (/^(?:liquid|h(?:a?em)e?)$/i.test(code))
    return { kind: 'tumour', name: 'blood cancer', oncotree: null, doid: null, breadth: 'liquid' };
  if (/^all$/i.test(code)) return { kind: 'tumour', name: 'any cancer', oncotree: null, doid: null, breadth: 'any' };
  const found = tumours.byText(code) ?? tumours.byCode({ system: ONCOTREE, code });
  return found === null
    ? { kind: 'unread', ask: `whether the tumour is ${code}` }
    : { kind: 'tumour', name: code, ...found, breadth: null };
}
const ONCOTREE = 'http://oncotree.mskcc.org';

function armCriterion(arms: readonly Fields[], genes: GeneModels): StructuredCriterion[] {
  const ways = arms.map((arm): Extract<Requirement, { kind: 'all' }> | null => {
    const markers = listOf(arm.biomarker).map(fieldsOf);
    const of = (selection: string): Requirement[] =>
      markers.filter((one) => textOf(one.selection).toLowerCase() === selection).map((one) => alteration(one, genes));
    const [included, excluded] = [of('include'), of('exclude')];
    if (included.length === 0 && excluded.length === 0) return null;
    const asked: Requirement[] = included.length === 0 ? [] : [any(included)];
    const parts = [...asked, ...excluded.map((one): Requirement => ({ kind: 'not', of: one }))];
    return { kind: 'all', of: parts, arm: textOf(arm.cohortlabel) || 'an arm without a name' };
  });
  if (ways.length === 0 || ways.some((way) => way === null)) return [];
  const requirement = oneWay(ways.filter((way) => way !== null));
  return [{ text: `Curated biomarkers of the arms: ${requirementWords(requirement)}`, kind: 'inclusion', requirement }];
}

/** One biomarker of an arm as the clause it stands for. A further condition that no clause has ("multiple") stays open. */
function alteration(marker: Fields, genes: GeneModels): Requirement {
  const [named, type, variant, effect] = [textOf(marker.gene), textOf(marker.type), textOf(marker.variant), textOf(marker.function)];
  const summary = textOf(marker.summary) || [named, variant, type].filter(Boolean).join(' ');
  if (/^(?:tmb|msi|mmr|pd-?l1)$/i.test(type)) return markerOf(type, effect, summary);
  const change = CHANGES[type.toLowerCase()];
  const open: Requirement = { kind: 'unread', ask: `${summary} result` };
  if (named === '' || change === undefined) return open;
  const negative = textOf(marker.selection).toLowerCase() === 'exclude';
  const acts = /^(?:activat|gain)/i.test(effect) ? 'Activating' : /^(?:inactivat|loss)/i.test(effect) ? 'Inactivating' : '';
  const asked = alterationClause(
    {
      hugo_symbol: named,
      ...change,
      ...(variant === ''
        ? {}
        : /^[A-Z]\d+$/i.test(variant)
          ? { wildcard_protein_change: variant }
          : /^exon\s*\d+$/i.test(variant)
            ? { exon: variant.replace(/\D/g, '') }
            : { protein_change: variant }),
      ...(acts === '' ? {} : { molecular_function: acts }),
    },
    genes,
    negative,
  );
  return effect === '' || acts !== '' ? asked : { kind: 'all', of: [asked, UNREAD] };
}
const CHANGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mutation: { variant_category: 'Mutation' },
  fusion: { variant_category: 'Structural Variation' },
  rearrangement: { variant_category: 'Structural Variation' },
  amplification: { variant_category: 'CNV', cnv_call: 'High Amplification' },
  gain: { variant_category: 'CNV', cnv_call: 'Gain' },
  deletion: { variant_category: 'CNV', cnv_call: 'Loss' },
  loss: { variant_category: 'CNV', cnv_call: 'Loss' },
  alteration: { variant_category: 'Any Variation' },
  'wild type': { variant_category: 'WT' },
  wildtype: { variant_category: 'WT' },
};
function markerOf(type: string, effect: string, summary: string): Requirement {
  const marker = { tmb: 'TMB', msi: 'MSI', mmr: 'MMR', pdl1: 'PD-L1' }[type.toLowerCase().replace('-', '')] ?? type;
  const status = effect.toLowerCase();
  return ['high', 'low', 'stable', 'deficient', 'proficient', 'positive', 'negative'].includes(status)
    ? { kind: 'molecular', label: `${marker} ${status}`, tree: { kind: 'marker', marker, status, method: null, min: null } }
    : { kind: 'unread', ask: `${summary} result` };
}

/** Arms that ask for the same are one way in; a single way needs no name. */
function oneWay(ways: readonly Extract<Requirement, { kind: 'all' }>[]): Requirement {
  const same = new Map<string, { readonly of: readonly Requirement[]; readonly arms: string[] }>();
  for (const { of, arm = '' } of ways) {
    const key = JSON.stringify(of);
    const known = same.get(key);
    if (known === undefined) same.set(key, { of, arms: [arm] });
    else known.arms.push(arm);
  }
  const [only, ...others] = same.values();
  if (only !== undefined && others.length === 0) return all(only.of);
  return { kind: 'any', of: [...same.values()].map(({ of, arms }): Requirement => ({ kind: 'all', of, arm: arms.join(', ') })) };
}

function any(of: readonly Requirement[]): Requirement {
  const unique = [...new Map(of.map((one) => [JSON.stringify(one), one])).values()];
  const [only] = unique;
  return unique.length === 1 && only ? only : { kind: 'any', of: unique };
}
function all(of: readonly Requirement[]): Requirement {
  const [only] = of;
  return of.length === 1 && only ? only : { kind: 'all', of };
}
