/** Orders, genes and drug advice, read from whatever came. */
import type { AdviceAction, RecognisedOrder } from '../../cds-service/report/types.ts';
import type { Advice, Action, Conversion, Gene, Position, Taken, Untested } from './panel-report.ts';
import { readCoding, readDrugName, readEvidence, readReference, readTexts } from './read-shared.ts';
import { asList, asNumber, asOneOf, asRecord, asText, asTextOrNull, optional } from './read-values.ts';

const ACTIONS: readonly AdviceAction[] = [
  'avoid',
  'alternative',
  'decrease-dose',
  'increase-dose',
  'monitor',
  'test-first',
  'standard',
  'no-recommendation',
];
const STATES: readonly Gene['state'][] = ['called', 'indeterminate', 'conflict'];
const LISTS = ['problem list', 'allergy list', 'flags'] as const;
const BASES: readonly Gene['basis'][] = ['diplotype', 'phenotype', 'variants', 'allele-presence'];
const STRENGTHS: readonly Advice['strength'][] = ['strong', 'moderate', 'optional', 'none'];

const URGENCIES = ['critical', 'warning', 'info', 'none'] as const;
const QUIET = ['nothing-found', 'nothing-asked', 'in-use', 'tolerated', 'low-dose'] as const;
const REQUIREMENTS = ['required', 'recommended', 'consider'] as const;
const COVERAGES = ['not-tested', 'unreadable', 'conflict', 'not-covered'] as const;

function readAction(value: unknown): Action {
  return asOneOf(value, ACTIONS) ?? 'unrecognised';
}

function readIngredients(value: unknown): RecognisedOrder['ingredients'] {
  return asList(value).flatMap((entry) => {
    const name = asText(asRecord(entry).name);
    return name === '' ? [] : [{ name, rxnorm: asTextOrNull(asRecord(entry).rxnorm) }];
  });
}

export function readTaken(value: unknown): Taken | null {
  const fields = asRecord(value);
  const ingredients = readIngredients(fields.ingredients);
  const text = asText(fields.text) || ingredients.map(({ name }) => name).join(' + ');
  if (text === '') return null;
  return {
    role: fields.role === 'past' ? 'past' : 'current',
    text,
    ingredients,
    records: asNumber(fields.records) ?? 1,
    references: readTexts(fields.references),
    ...optional('from', asText(fields.from) || null),
    ...optional('to', asText(fields.to) || null),
  };
}

export function readOrder(value: unknown): RecognisedOrder | null {
  const fields = asRecord(value);
  const ingredients = readIngredients(fields.ingredients);
  const reference = asText(fields.reference);
  const text = asText(fields.text) || ingredients.map((ingredient) => ingredient.name).join(' + ');
  if (reference === '' && text === '') return null;
  const dose = asRecord(fields.dose);
  const amount = asNumber(dose.amount);
  return {
    reference,
    status: asText(fields.status),
    text: text || reference,
    systemic: typeof fields.systemic === 'boolean' ? fields.systemic : null,
    ingredients,
    ...(amount === null
      ? {}
      : {
          dose: {
            amount,
            unit: asText(dose.unit),
            ...optional('perDay', asNumber(dose.perDay)),
            ...optional('route', asText(dose.route) || null),
          },
        }),
  };
}

export function readGene(value: unknown): Gene | null {
  const fields = asRecord(value);
  const gene = asText(fields.gene);
  if (gene === '') return null;
  const adjusted = asRecord(fields.adjusted);
  const adjustedPhenotype = asText(adjusted.phenotype);
  const ruleText = asText(asRecord(fields.rule).text);
  return {
    gene,
    diplotype: asTextOrNull(fields.diplotype),
    phenotype: asTextOrNull(fields.phenotype),
    activityScore: asTextOrNull(fields.activityScore),
    basis: asOneOf(fields.basis, BASES) ?? 'unrecognised',
    state: asOneOf(fields.state, STATES) ?? 'unrecognised',
    functions: readTexts(fields.functions),
    notes: readTexts(fields.notes),
    evidence: readEvidence(fields.evidence),
    ...optional('recordedIn', asOneOf(fields.recordedIn, LISTS)),
    otherWords: asList(fields.otherWords).flatMap(readOtherWord),
    ...(adjustedPhenotype === ''
      ? {}
      : {
          adjusted: {
            phenotype: adjustedPhenotype,
            activityScore: asTextOrNull(adjusted.activityScore),
            because: readTexts(adjusted.because),
          },
        }),
    ...(ruleText === '' ? {} : { rule: { text: ruleText, source: readReference(asRecord(fields.rule).source) } }),
  };
}

function readOtherWord(value: unknown): NonNullable<Gene['otherWords']> {
  const by = asOneOf(asRecord(value).by, ['laboratory', 'earlier test', ...LISTS] as const);
  const means = asText(asRecord(value).means);
  return by === null || means === '' ? [] : [{ by, means }];
}

function orderAsItIs(dose: Readonly<Record<string, unknown>>): NonNullable<NonNullable<Advice['dose']>['order']> | null {
  if (dose['perhapsReduced'] === true) return 'perhaps-reduced';
  if (dose['oneDose'] === true) return 'one-dose';
  return dose['atStart'] === true ? 'at-start' : null;
}

function aggravated(entries: readonly unknown[]): Pick<Advice, 'aggravatedBy'> {
  const drugs = entries.flatMap((entry) => {
    const { name, reference, draft } = asRecord(entry);
    return asText(name) === '' ? [] : [{ name: asText(name), reference: asText(reference), draft: draft === true }];
  });
  return drugs.length === 0 ? {} : { aggravatedBy: drugs };
}

export function readAdvice(value: unknown): Advice | null {
  const fields = asRecord(value);
  const drug = readDrugName(fields.drug);
  if (drug.name === '') return null;
  const dose = asRecord(fields.dose);
  const doseText = asText(dose.text);
  return {
    drug,
    genes: asList(fields.genes).flatMap((entry) => {
      const gene = asText(asRecord(entry).gene);
      const { phenotype, activityScore } = asRecord(entry);
      return gene === '' ? [] : [{ gene, phenotype: asTextOrNull(phenotype), activityScore: asTextOrNull(activityScore) }];
    }),
    action: readAction(fields.action),
    actionText: asText(fields.action),
    alsoAcceptable: asList(fields.alsoAcceptable).map(readAction),
    alternatives: asList(fields.alternatives).flatMap((entry) => {
      const alternative = readDrugName(entry);
      if (alternative.name === '') return [];
      // Only an outspoken `true` makes an alternative one to offer.
      return [{ ...alternative, ok: asRecord(entry).ok === true, ...optional('why', asText(asRecord(entry).why) || null) }];
    }),
    strength: asOneOf(fields.strength, STRENGTHS) ?? 'unrecognised',
    ...optional('strengthAlone', asOneOf(fields.strengthAlone, ['strong', 'moderate'])),
    population: asText(fields.population),
    source: readReference(fields.source),
    text: asText(fields.text),
    ruleId: asText(fields.ruleId),
    ...(fields.completed === true ? { completed: true as const } : {}),
    otherPositions: asList(fields.otherPositions).flatMap(readPosition),
    cautions: readTexts(fields.cautions),
    doubts: readTexts(fields.doubts),
    evidence: readEvidence(fields.evidence),
    coverage: fields.coverage === undefined || fields.coverage === null ? null : (asOneOf(fields.coverage, COVERAGES) ?? 'unrecognised'),
    phenoconversion: asList(fields.phenoconversion).flatMap(readConversion),
    ...optional('urgency', asOneOf(fields.urgency, URGENCIES)),
    ...optional('orderComplies', typeof fields.orderComplies === 'boolean' ? fields.orderComplies : null),
    ...optional('keepsFallback', typeof fields.keepsFallback === 'boolean' ? fields.keepsFallback : null),
    ...optional('quiet', asOneOf(fields.quiet, QUIET)),
    ...optional('takenSince', asText(fields.takenSince) || null),
    replaceFirst: readTexts(fields.replaceFirst),
    ...aggravated(asList(fields.aggravatedBy)),
    ...optional('order', asText(fields.order) || null),
    ...optional('implication', asText(fields.implication) || null),
    ...optional('populationKnown', typeof fields.populationKnown === 'boolean' ? fields.populationKnown : null),
    ...(doseText === ''
      ? {}
      : {
          dose: {
            text: doseText,
            ofOrdered: asRecord(dose.suggested).ofOrdered === true,
            ...optional('order', orderAsItIs(dose)),
            ...optional('suggested', suggestedDose(dose.suggested) || null),
          },
        }),
  };
}

function readConversion(value: unknown): Conversion[] {
  const fields = asRecord(value);
  const gene = asText(fields.gene);
  const after = asText(asRecord(fields.after).phenotype);
  if (gene === '' || after === '') return [];
  const by = asList(fields.by).flatMap((entry) => {
    const drug = asRecord(entry);
    const name = asText(drug.name);
    return name === '' ? [] : [{ name, draft: drug.draft === true, ...optional('stoppedDaysAgo', asNumber(drug.stoppedDaysAgo)) }];
  });
  const actionBefore = fields.actionBefore === undefined || fields.actionBefore === null ? null : readAction(fields.actionBefore);
  return [{ gene, before: asTextOrNull(asRecord(fields.before).phenotype), after, by, actionBefore }];
}

function suggestedDose(value: unknown): string {
  const { amount, unit, product, count } = asRecord(value);
  const number = asNumber(amount);
  if (number === null) return '';
  const tablet = asText(asRecord(product).display);
  const times = asNumber(count);
  return `${number} ${asText(unit)}${tablet === '' ? '' : ` (${times === null ? '' : `${times} × `}${tablet})`}`;
}

function readPosition(value: unknown): Position[] {
  const fields = asRecord(value);
  const body = asText(fields.body);
  if (body === '') return [];
  const { action } = fields;
  return [
    { body, action: readAction(action), actionText: asText(action), text: asText(fields.text), source: readReference(fields.source) },
  ];
}

export function readUntested(value: unknown): Untested | null {
  const fields = asRecord(value);
  const gene = asText(fields.gene);
  const requirement = asText(fields.requirement);
  if (gene === '') return null;
  return {
    gene,
    drug: readDrugName(fields.drug),
    order: asText(fields.order),
    test: readCoding(fields.test),
    source: readReference(fields.source),
    ...optional('text', asText(fields.text) || null),
    ...optional('allele', asText(fields.allele) || null),
    ...optional('measured', asText(fields.measured) || null),
    ...optional('requirement', requirement === '' ? null : (asOneOf(requirement, REQUIREMENTS) ?? 'unrecognised')),
    ...optional('populationKnown', typeof fields.populationKnown === 'boolean' ? fields.populationKnown : null),
  };
}
