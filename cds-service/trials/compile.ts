/** A trial record into criteria: structured fields first, then the text. Deterministic; the same record gives the same criteria. */
import type { CompiledTrial, Criterion, Requirement, TrialRecord } from '../knowledge/trials/types.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { TumourTable } from '../../fhir-profiles/index.ts';
import { neverCertain, withoutAlternatives } from './criteria/alternatives.ts';
import type { ReadingContext } from './criteria/atom.ts';
import { lookUp } from './criteria/disease-lookup.ts';
import { tumourTypes } from './criteria/disease.ts';
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
  const read = withoutAlternatives(
    splitCriteria(record.eligibility).map((text) => textCriterion(text, context)),
    context.tumours,
  );
  return { record, criteria: [...fields, ...given, ...namedCriteria(record, context), ...read] };
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
  if (atoms.length === 0) return null;
  const type = join(
    'any',
    atoms.map(({ requirement }) =>
      requirement.kind === 'all' ? (requirement.of.find(({ kind }) => kind === 'tumour') ?? UNREAD) : requirement,
    ),
  );
  // "Urothelial carcinoma", "HER2-negative breast cancer": the words left over make it a narrower type than the one that was found.
  const rest = atoms.reduce((left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`, condition);
  return COURSE.test(rest.replace(/\([A-Z0-9]{2,8}\)|- [A-Z]{2,8}$/g, ' ')) ? type : join('all', [type, UNREAD]);
}
/** Words of a condition that say how far it has come, not what it is. */
const COURSE =
  /^(?:[\s,;()/&-]|\b(?:and|or|of|the|in|with|metastatic|advanced|locally|recurrent|refractory|relapsed|unresectable|resectable|stage|[ivx]+[abc]?\d?|\d[abc]?|AJCC|v8|v7|adult|newly|diagnosed|early|late|diagnosis|female|patients?|tumou?rs?|disease|anatomic|prognostic|clinical|pathologic|malignant|solid)\b)*$/i;

function textCriterion(text: CriterionText, context: ReadingContext): Criterion {
  const { kind, span } = text;
  const parent = readCriterion(text.text, context, kind);
  const parts = text.alternatives.map((part) => readCriterion(part, context, kind));
  const listed = join('any', [...parts.map(({ requirement }) => requirement), ...(text.examples === true ? [UNREAD] : [])]);
  const asked = parts.length === 0 ? parent.requirement : parent.atoms.length === 0 ? listed : join('all', [parent.requirement, listed]);
  const whole = text.narrowed === true ? join('all', [asked, UNREAD]) : asked;
  return {
    kind,
    span,
    requirement: text.conditional || text.qualified ? neverCertain(whole) : whole,
    hard: parent.hard || parts.some(({ hard }) => hard),
  };
}
