/** A small builder of hand-made patient facts for the advice tests: genes as short text, drugs as names. Synthetic patients only. */
import type {
  AllergyFact,
  ConditionFact,
  GermlineCall,
  GermlineResult,
  Haplotype,
  LabFact,
  MedicationFact,
  PatientFacts,
  ProcedureFact,
} from '../../fhir-profiles/index.ts';
import { emptyFacts } from '../reading/empty-facts.ts';

export const AS_OF = '2026-11-21';

export interface DrugOptions {
  readonly role?: MedicationFact['role'];
  readonly statement?: boolean;
  readonly dose?: MedicationFact['dose'];
  readonly start?: string;
  readonly end?: string;
  readonly reason?: string;
  readonly rxnorm?: string;
  readonly systemic?: boolean | null;
  readonly id?: string;
}

/** `patient().gene('CYP2C19', '*2/*2').orders('clopidogrel').facts()` */
export function patient(basics: Partial<PatientFacts['patient']> = {}) {
  const germline: GermlineResult[] = [];
  const medications: MedicationFact[] = [];
  const conditions: ConditionFact[] = [];
  const procedures: ProcedureFact[] = [];
  const labs: LabFact[] = [];
  const allergies: AllergyFact[] = [];
  const builder = {
    gene(gene: string, text: string, source: { issued?: string; lab?: string } = {}) {
      const reference = `Observation/${gene.toLowerCase()}-${String(germline.length)}`;
      germline.push({
        gene,
        call: call(text),
        text,
        source: { reference, issued: source.issued ?? '2026-01-05', ...(source.lab === undefined ? {} : { lab: source.lab }) },
        derivedFrom: [],
      });
      return builder;
    },
    orders(name: string, options: DrugOptions = {}) {
      medications.push(medication(name, medications.length, { role: 'draft', ...options }));
      return builder;
    },
    takes(name: string, options: DrugOptions = {}) {
      medications.push(medication(name, medications.length, { role: 'current', statement: true, ...options }));
      return builder;
    },
    condition(text: string, code?: { system: string; code: string }, onset?: string) {
      conditions.push({
        text,
        codes: code === undefined ? [] : [code],
        clinicalStatus: 'active',
        category: [],
        ...(onset === undefined ? {} : { onset }),
        source: { reference: `Condition/${String(conditions.length)}` },
      });
      return builder;
    },
    procedure(text: string, performed?: string) {
      procedures.push({
        text,
        codes: [],
        status: 'completed',
        reasons: [],
        ...(performed === undefined ? {} : { performed }),
        source: { reference: `Procedure/${String(procedures.length)}` },
      });
      return builder;
    },
    lab(kind: LabFact['kind'], value: number | string, date = '2026-11-01') {
      labs.push({ kind, value, date, source: { reference: `Observation/lab-${String(labs.length)}` } });
      return builder;
    },
    allergy(name: string) {
      allergies.push({
        text: name,
        codes: [],
        ingredients: [{ name, rxnorm: null }],
        kind: 'allergy',
        reactions: [],
        source: { reference: `AllergyIntolerance/${String(allergies.length)}` },
      });
      return builder;
    },
    facts(): PatientFacts {
      return emptyFacts({
        asOf: AS_OF,
        patient: { id: 'synthetic-1', ...basics },
        germline,
        medications,
        labs,
        conditions,
        procedures,
        allergies,
      });
    },
  };
  return builder;
}

function medication(name: string, index: number, options: DrugOptions): MedicationFact {
  const statement = options.statement === true;
  const role = options.role ?? 'draft';
  const type = statement ? 'MedicationStatement' : 'MedicationRequest';
  return {
    source: { reference: `${type}/${options.id ?? `${name.replace(/[^a-z0-9]/gi, '')}-${String(index)}`}` },
    resourceType: type,
    status: role === 'draft' ? 'draft' : 'active',
    isOrder: !statement && (role === 'draft' || role === 'current'),
    role,
    text: name,
    ingredients: [{ name, rxnorm: options.rxnorm ?? null }],
    codes: [],
    systemic: options.systemic === undefined ? true : options.systemic,
    ...(options.dose === undefined ? {} : { dose: options.dose }),
    ...(options.start === undefined ? {} : { start: options.start }),
    ...(options.end === undefined ? {} : { end: options.end }),
    reasons: [],
    reasonText: options.reason === undefined ? [] : [options.reason],
    reasonReferences: [],
  };
}

/** `*1/*2`, `*1x2/*4`, `*57:01 positive`, `phenotype: Poor Metabolizer`, `score: 1.0`, `no call`, `A/G` (nucleotides). */
function call(text: string): GermlineCall {
  const presence = /^(\*[\d:]+) (positive|negative)$/.exec(text);
  if (presence !== null) return { kind: 'allele-presence', allele: presence[1] ?? '', present: presence[2] === 'positive' };
  if (text.startsWith('phenotype: ')) return { kind: 'phenotype', term: text.slice(11), written: text.slice(11) };
  if (text.startsWith('score: ')) return { kind: 'activity-score', score: text.slice(7) };
  if (text === 'no call') return { kind: 'no-call', by: 'laboratory', why: 'assay failed' };
  const bases = /^([ACGT])\/([ACGT])$/.exec(text);
  if (bases !== null) return { kind: 'nucleotides', rsId: null, bases: [bases[1] ?? '', bases[2] ?? ''] };
  const variant = /^variant: (\S+) (heterozygous|homozygous|hemizygous|absent|homoplasmic)$/.exec(text);
  if (variant !== null) {
    const zygosity = variant[2] as 'heterozygous' | 'homozygous' | 'hemizygous' | 'homoplasmic' | 'absent';
    return {
      kind: 'variant',
      notation: [variant[1] ?? ''],
      present: zygosity !== 'absent',
      zygosity: zygosity === 'absent' ? 'unknown' : zygosity,
    };
  }
  const [first = '', second = ''] = text.split('/');
  return { kind: 'diplotype', haplotypes: [haplotype(first), haplotype(second)] };
}

function haplotype(text: string): Haplotype {
  return {
    units: (text.startsWith('*') ? text.split('+') : [text]).map((unit) => {
      const match = /^(.*?)(?:x(≥?)(\d+))?$/.exec(unit);
      return { allele: match?.[1] ?? unit, copies: { n: Number(match?.[3] ?? 1), atLeast: match?.[2] === '≥' } };
    }),
  };
}
