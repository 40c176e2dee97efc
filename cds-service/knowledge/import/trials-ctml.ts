/**
 * Clinical Trial Markup Language (MatchMiner): trees of genomic and clinical clauses at steps, arms and dose levels, each of which can be closed.
 * `!` before a value turns the clause around; `_SOLID_` and `_LIQUID_` are families of tumours; a tumour name covers the types below it.
 */
import { createHash } from 'node:crypto';
import type { TumourTable } from '../../../fhir-profiles/index.ts';
import { parseTerm } from '../oncology/notation/parse-term.ts';
import type { ProfileTree, GeneModels } from '../oncology/types.ts';
import type { Requirement, StructuredCriterion, TrialRecord } from '../trials/types.ts';
import { readAvera } from './trials-avera.ts';
import { requirementWords } from './trials-requirement-words.ts';
import type { ReadTrial } from './trials.ts';
import { fieldsOf, listOf, phaseOf, statusOf, textOf, type Fields } from './trials-fields.ts';

export function ctmlReader(genes: GeneModels, tumours: TumourTable, day: string): (value: Fields) => readonly ReadTrial[] | null {
  return (value) => {
    if ('query' in value && 'info' in value) return readAvera(value, day, genes, tumours);
    if (!('treatment_list' in value)) return null;
    // A site's own draft may have no number yet: what it says is then its name.
    const id = textOf(value.nct_id) || textOf(value.protocol_no) || textOf(value.protocol_id) || `CTML-${digestOf(value)}`;
    return [{ record: record(value, id, day, genes, tumours) }];
  };
}

function digestOf(value: Fields): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

const SUMMARY = '_summary';

function record(value: Fields, id: string, day: string, genes: GeneModels, tumours: TumourTable): TrialRecord {
  const matches = openMatches(fieldsOf(value.treatment_list));
  const stated = textOf(fieldsOf(listOf(fieldsOf(value[SUMMARY]).status)[0]).value) || textOf(value.status);
  const age = textOf(value.age).toLowerCase();
  return {
    nctId: id,
    title: textOf(value.short_title) || textOf(value.long_title) || id,
    phase: phaseOf([textOf(value.phase)]),
    // No open arm: nobody can join, whatever the trial's own status says.
    status: matches.length === 0 ? 'active-not-recruiting' : statusOf(stated),
    conditions: [],
    ...(age === 'adults' ? { minAge: 18 } : {}),
    interventions: listOf(fieldsOf(value.drug_list).drug)
      .map((drug) => textOf(fieldsOf(drug).drug_name))
      .filter((name) => name !== ''),
    sites: listOf(fieldsOf(value.site_list).site)
      .map((site) => textOf(fieldsOf(site).site_name))
      .flatMap((name) => (name === '' ? [] : [{ name }])),
    registry: 'CTML',
    date: textOf(value.last_updated).slice(0, 10) || day,
    url: /^NCT\d{8}$/.test(id) ? `https://clinicaltrials.gov/study/${id}` : '',
    eligibility: '',
    structured: criteria(matches.map((match) => node({ and: match }, genes, tumours))),
  };
}

/** The match clauses of every level that is open; a level below a closed one is closed. */
function openMatches(list: Fields): unknown[] {
  const found: unknown[] = [];
  const closed = (flag: unknown): boolean => /^(?:y|yes|true)$/i.test(textOf(flag)) || flag === true;
  const take = (match: unknown): void => {
    if (Array.isArray(match) && match.length > 0) found.push(match);
  };
  for (const step of listOf(list.step).map(fieldsOf)) {
    const arms = listOf(step.arm).map(fieldsOf);
    if (arms.length === 0 || arms.some(({ arm_suspended: flag }) => !closed(flag))) take(step.match);
    for (const arm of arms) {
      if (closed(arm.arm_suspended)) continue;
      const doses = listOf(arm.dose_level).map(fieldsOf);
      if (doses.length === 0 || doses.some(({ level_suspended: flag }) => !closed(flag))) take(arm.match);
      for (const dose of doses) if (!closed(dose.level_suspended)) take(dose.match);
    }
  }
  return found;
}

/** One open way in: each of its parts is a criterion. Several: one criterion that asks for any of them. */
function criteria(ways: readonly Requirement[]): StructuredCriterion[] {
  const [only] = ways;
  if (only === undefined) return [];
  const parts = ways.length > 1 ? [{ kind: 'any', of: ways } as const] : only.kind === 'all' ? only.of : [only];
  return parts.map((requirement) => ({ text: requirementWords(requirement), kind: 'inclusion', requirement }));
}

const unread = (ask: string): Requirement => ({ kind: 'unread', ask });

function node(value: unknown, genes: GeneModels, tumours: TumourTable): Requirement {
  const parts = Object.entries(fieldsOf(value)).flatMap(([key, inner]): Requirement[] => {
    if (key === 'and') return [all(listOf(inner).map((one) => node(one, genes, tumours)))];
    if (key === 'or') return [{ kind: 'any', of: listOf(inner).map((one) => node(one, genes, tumours)) }];
    if (key === 'clinical') return clinical(fieldsOf(inner), tumours);
    return key === 'genomic' ? genomic(fieldsOf(inner), genes) : [unread(key)];
  });
  return all(parts);
}
function all(of: readonly Requirement[]): Requirement {
  const flat = of.flatMap((one) => (one.kind === 'all' ? one.of : [one]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: 'all', of: flat };
}

/** `!value`: the clause asks for the opposite. */
function turned(text: string, made: (plain: string) => Requirement): Requirement {
  return text.startsWith('!') ? { kind: 'not', of: made(text.slice(1)) } : made(text);
}

function clinical(fields: Fields, tumours: TumourTable): Requirement[] {
  return Object.entries(fields).map(([key, value]) => {
    const text = textOf(value);
    switch (key) {
      case 'age_numerical':
        return compared(text, (bound, n) => ({ kind: 'age', [bound]: n }));
      case 'gender':
        return turned(text, (plain) =>
          /^(?:fe)?male$/i.test(plain) ? { kind: 'sex', sex: plain.toLowerCase() === 'male' ? 'male' : 'female' } : unread('sex'),
        );
      case 'oncotree_primary_diagnosis':
        return turned(text, (plain) => tumour(plain, tumours));
      case 'tmb_numerical':
        return tmb(text);
      default:
        return unread(key.replace(/_/g, ' '));
    }
  });
}

function tumour(name: string, tumours: TumourTable): Requirement {
  if (name === '_SOLID_') return { kind: 'tumour', name: 'solid tumour', oncotree: null, doid: null, breadth: 'solid' };
  if (name === '_LIQUID_') return { kind: 'tumour', name: 'blood cancer', oncotree: null, doid: null, breadth: 'liquid' };
  const found = tumours.byText(name) ?? tumours.byText(`${name} cancer`);
  return found === null ? unread(`whether the tumour is ${name}`) : { kind: 'tumour', name, ...found, breadth: null };
}

function compared(text: string, make: (bound: 'min' | 'max' | 'above' | 'below', value: number) => Requirement): Requirement {
  const match = /^(>=|<=|>|<)\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return unread(`"${text}"`);
  return make(({ '>=': 'min', '<=': 'max', '>': 'above', '<': 'below' } as const)[match[1] as '>=' | '<=' | '>' | '<'], Number(match[2]));
}
/** Only "at least" and its opposite can be asked of a marker; other comparisons stay open. */
function tmb(text: string): Requirement {
  const match = /^(>=|<)\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return unread(`TMB ${text}`);
  const high: Requirement = {
    kind: 'molecular',
    label: `TMB ≥ ${match[2] ?? ''}/Mb`,
    tree: { kind: 'marker', marker: 'TMB', status: 'high', method: null, min: Number(match[2]) },
  };
  return match[1] === '<' ? { kind: 'not', of: high } : high;
}

/** All keys of one genomic clause describe one alteration. */
function genomic(fields: Fields, genes: GeneModels): Requirement[] {
  const mmr = textOf(fields.mmr_status);
  const msi = textOf(fields.ms_status);
  if (mmr !== '')
    return [
      turned(mmr, (plain) =>
        marker('MMR', /deficient/i.test(plain) ? 'deficient' : /proficient/i.test(plain) ? 'proficient' : null, plain),
      ),
    ];
  if (msi !== '')
    return [turned(msi, (plain) => marker('MSI', /MSI-?H/i.test(plain) ? 'high' : /MSS|stable/i.test(plain) ? 'stable' : null, plain))];
  const values = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, textOf(value)]));
  const negative = Object.values(values).some((text) => text.startsWith('!'));
  const plain = Object.fromEntries(Object.entries(values).map(([key, text]) => [key, text.replace(/^!/, '')]));
  const asked = alteration(plain, genes);
  return [negative ? { kind: 'not', of: asked } : asked];
}
function marker(name: string, status: string | null, text: string): Requirement {
  return status === null
    ? unread(`${name} ${text}`)
    : { kind: 'molecular', label: `${name} ${status}`, tree: { kind: 'marker', marker: name, status, method: null, min: null } };
}

const READ = new Set([
  'hugo_symbol',
  'protein_change',
  'wildcard_protein_change',
  'variant_category',
  'cnv_call',
  'wildtype',
  'exon',
  'variant_classification',
  'fusion_partner_hugo_symbol',
]);
const COPIES: Readonly<Record<string, string>> = {
  'High Amplification': 'amplification',
  'Low Amplification': 'gain',
  Gain: 'gain',
  'Homozygous Deletion': 'deletion',
  'Heterozygous Deletion': 'loss',
};

function alteration(fields: Readonly<Record<string, string>>, genes: GeneModels): Requirement {
  const {
    hugo_symbol: symbol = '',
    protein_change: change = '',
    wildcard_protein_change: codon = '',
    variant_category: category = '',
    cnv_call: copy = '',
    exon = '',
    fusion_partner_hugo_symbol: partner = '',
  } = fields;
  const gene = genes.symbol(symbol);
  const said = Object.values(fields).join(' ');
  if (gene === null || Object.keys(fields).some((key) => !READ.has(key)) || (fields.variant_classification ?? '') !== '')
    return unread(said);
  const name =
    change !== '' ? change
    : codon !== '' ? codon
    : /^(?:true|yes|wildtype)$/i.test(fields.wildtype ?? '') ? 'wild type'
    : exon !== '' ? `exon ${exon} mutation`
    : copy !== '' ? (COPIES[copy] ?? '')
    : category === 'CNV' ? ''
    : /structural/i.test(category) ? 'fusion'
    : category === 'Any Variation' ? 'alteration'
    : 'mutation'; // prettier-ignore
  const text = name === 'fusion' && partner !== '' && !/any|intergenic/i.test(partner) ? `${partner}-${gene} fusion` : `${gene} ${name}`;
  const tree: ProfileTree | null = name === '' ? null : parseTerm(text, genes);
  return tree === null ? unread(said) : { kind: 'molecular', label: text, tree };
}
