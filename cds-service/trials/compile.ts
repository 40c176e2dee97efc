/** A trial record into criteria: structured fields first, then the text. Deterministic; the same record gives the same criteria. */
import type { CompiledTrial, Criterion, Requirement, TrialRecord } from '../knowledge/trials/types.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { TumourTable } from '../../fhir-profiles/index.ts';
import type { ReadingContext } from './criteria/atom.ts';
import { lookUp, tumourTypes } from './criteria/disease.ts';
import { join, readCriterion, UNREAD } from './criteria/read-criterion.ts';
import { splitCriteria, type CriterionText } from './criteria/sections.ts';
import { namedCriteria } from './named.ts';

export function readingContext(oncology: Pick<OncologyKnowledge, 'genes'>, tumours: TumourTable): ReadingContext {
  return { genes: oncology.genes, tumours, phrases: new Map(), variants: new Map() };
}

export function compileTrial(record: TrialRecord, context: ReadingContext): CompiledTrial {
  const fields = fieldCriteria(record, context);
  const given = (record.structured ?? []).map(({ text, kind, requirement }): Criterion => ({
    kind,
    span: null,
    text,
    requirement,
    hard: true,
  }));
  const read = withoutSeveralTypes(splitCriteria(record.eligibility).map((text) => textCriterion(text, context)));
  return { record, criteria: [...fields, ...given, ...namedCriteria(record, context), ...read] };
}

/** Several inclusion criteria with different tumour types are types to choose from, however the text is laid out. */
function withoutSeveralTypes(criteria: readonly Criterion[]): Criterion[] {
  const named = criteria
    .filter(({ kind }) => kind === 'inclusion')
    .map(({ requirement }) => typesIn(requirement).sort().join(' '))
    .filter((types) => types !== '');
  const several = new Set(named).size > 1;
  return criteria.map((criterion) => {
    const { kind, requirement } = criterion;
    const open = kind === 'inclusion' && ((several && typesIn(requirement).length > 0) || expectsPregnancy(requirement));
    return open ? { ...criterion, requirement: neverCertain(requirement) } : criterion;
  });
}
function typesIn(asked: Requirement): string[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(typesIn);
  if (asked.kind === 'not') return [];
  return asked.kind === 'tumour' && asked.breadth !== 'any' ? [asked.breadth ?? asked.oncotree ?? asked.doid ?? asked.name] : [];
}
/** No cancer trial asks for a pregnancy: such a text is about some women among the patients. */
function expectsPregnancy(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(expectsPregnancy);
  return asked.kind === 'pregnant' || asked.kind === 'breastfeeding';
}

function fieldCriteria(record: TrialRecord, context: ReadingContext): Criterion[] {
  const made: Criterion[] = [];
  const add = (text: string, requirement: Requirement): void =>
    void made.push({ kind: 'inclusion', span: null, text, requirement, hard: true });
  const { minAge, maxAge, sex } = record;
  if (minAge !== undefined || maxAge !== undefined) {
    const limits = [minAge === undefined ? '' : `from ${years(minAge)}`, maxAge === undefined ? '' : `up to ${years(maxAge)}`].filter(
      (part) => part !== '',
    );
    add(`Age ${limits.join(' ')}`, {
      kind: 'age',
      ...(minAge === undefined ? {} : { min: minAge }),
      ...(maxAge === undefined ? {} : { max: maxAge }),
    });
  }
  if (sex !== undefined) add(sex === 'female' ? 'Women only' : 'Men only', { kind: 'sex', sex });
  const condition = conditionOf(record, context);
  if (condition) add(`Condition studied: ${record.conditions.join(', ')}`, condition);
  return made;
}
function years(value: number): string {
  return Number.isInteger(value) ? `${value} years` : `${Math.round(value * 12)} months`;
}

/**
 * The conditions of the registry: one of them must be the patient's tumour. Where one of them, the title or the text names a wider group, or a
 * condition is not known as a tumour type, another tumour is not excluded by this field.
 */
function conditionOf(record: TrialRecord, context: ReadingContext): Requirement | null {
  if (record.conditions.length === 0) return null;
  const found = record.conditions.map((condition) => typeOf(condition, context));
  const wide =
    /\b(?:solid tumou?rs?|solid malignanc|(?:advanced|metastatic|any|all|various) (?:cancers?|malignanc\w+|tumou?rs?|neoplasms?)|basket|pan-?cancer|tumou?r[- ]agnostic|ha?ematolog\w+ malignanc)/i.test(
      `${record.title} ${record.eligibility.slice(0, 1500)}`,
    );
  const sure = found.every((one) => one !== null) && !wide;
  return join('any', [
    ...found.filter((one) => one !== null),
    ...(sure ? [] : [{ kind: 'unread', ask: "the tumour type, against the trial's conditions" } as const]),
  ]);
}
function typeOf(condition: string, context: ReadingContext): Requirement | null {
  const whole = lookUp(condition, context);
  if (whole) return whole;
  const atoms = tumourTypes(condition, context).filter(({ requirement }) => requirement.kind === 'tumour' || requirement.kind === 'all');
  return atoms.length === 0
    ? null
    : join(
        'any',
        atoms.map(({ requirement }) =>
          requirement.kind === 'all' ? (requirement.of.find(({ kind }) => kind === 'tumour') ?? UNREAD) : requirement,
        ),
      );
}

function textCriterion(text: CriterionText, context: ReadingContext): Criterion {
  const { kind, span } = text;
  const parent = readCriterion(text.text, context, kind);
  const parts = text.alternatives.map((part) => readCriterion(part, context, kind));
  const listed = join(
    'any',
    parts.map(({ requirement }) => requirement),
  );
  const whole = parts.length === 0 ? parent.requirement : parent.atoms.length === 0 ? listed : join('all', [parent.requirement, listed]);
  return {
    kind,
    span,
    requirement: text.conditional || text.qualified ? neverCertain(whole) : whole,
    hard: parent.hard || parts.some(({ hard }) => hard),
  };
}

/** What was read stays in sight (for ranking and for the reason), but no verdict is certain. */
function neverCertain(requirement: Requirement): Requirement {
  return requirement.kind === 'unread' ? requirement : { kind: 'all', of: [join('any', [requirement, UNREAD]), UNREAD] };
}
