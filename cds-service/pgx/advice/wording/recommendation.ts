/** What to do, in a pharmacist's words, made from the structured row. No sentence comes from a guideline. */
import type { Recommendation } from '../../../knowledge/pgx/types.ts';
import type { DoseAdvice } from '../dose-question.ts';
import { listWords, sentence } from './words.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

type Also = Recommendation['alsoAcceptable'][number];

/** One to three sentences. `alternatives` are the options that passed the checks against this patient's
 * chart; undefined when none were checked, and then the guideline's own are named. */
export function recommendationText(row: Recommendation, dose: DoseAdvice | undefined, alternatives: readonly string[] | undefined): string {
  const also = new Set(row.alsoAcceptable);
  const options = alternatives ?? row.alternatives;
  const parts = [main(row, dose, also, options), fallback(row, dose, also, options), ...tagSentences(row), monitoring(row, dose, also)];
  return parts
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
}

/**
 * CPIC on nitrofurantoin asks for the activity of G6PD "if deemed necessary" only, and lets the drug be used with care in known deficiency: then the further
 * test is asked for only where its result has to be known.
 */
export function isWhereNeeded({ body, action, drug, when }: Recommendation): boolean {
  return action === 'test-first' && body === 'CPIC' && drug === 'nitrofurantoin' && when.some(({ value }) => value === 'Variable');
}

/** The tables lack the row: it was filled in from the same category of its guideline. */
export function isCompleted({ tags }: Pick<Recommendation, 'tags'>): boolean {
  return tags.some((tag) => tag.startsWith('completed:'));
}

/** A lower or rarer dose that the label has considered, and no more. */
export function isConsidered({ action, tags }: Recommendation): boolean {
  return action === 'decrease-dose' && tags.some((tag) => CONSIDERED.has(tag));
}

function main(row: Recommendation, dose: DoseAdvice | undefined, also: ReadonlySet<Also>, options: readonly string[]) {
  const { body, action, drug, dose: figures, when, tags, strength } = row;
  const instead = options.length === 0 ? 'choose another drug' : `use ${listWords(options, 'or')} instead unless contraindicated`;
  switch (action) {
    case 'avoid':
      return `${when.some(({ gene }) => gene.startsWith('HLA')) ? 'do not start' : 'avoid'} ${drug}${body === 'CPIC' ? (entryOf(UNLESS, drug) ?? '') : ''}${options.length > 0 || also.has('alternative') ? `; ${instead}` : ''}`;
    case 'alternative':
      return options.length === 0
        ? `${strength === 'optional' || strength === 'none' ? 'consider' : 'choose'} a drug other than ${drug}${body === 'CPIC' ? (entryOf(ABOVE_ALL, drug) ?? '') : ''}`
        : `use ${listWords(options, 'or')} instead of ${drug} unless contraindicated`;
    case 'decrease-dose':
      if (dose === undefined && leadTag(tags) !== undefined) return `${drug}: ${entryOf(TAGS, leadTag(tags) ?? '') ?? ''}`;
      return dose === undefined ? `start ${drug} at a low dose and raise it slowly` : `${drug}: ${dose.dose.text}`;
    case 'increase-dose':
      return dose === undefined ? `use a higher dose of ${drug}` : `${drug}: ${dose.dose.text}`;
    case 'monitor':
      return `${drug} can be used with closer monitoring${dose === undefined ? '' : ` (${dose.dose.text})`}`;
    case 'test-first':
      if (isWhereNeeded(row)) return `where the G6PD status has to be known before ${drug}, a further test settles it`;
      return `before ${drug} is used, the question has to be settled by a further test${also.has('clinical-judgement') ? '; clinical findings and family history count too' : ''}`;
    case 'standard':
      return standard(drug, figures, dose);
    case 'no-recommendation':
      return `the guideline gives no recommendation for ${drug} with this result`;
  }
}

/** Where CPIC sees the change most needed (guideline for atazanavir, row as of 2024-05). */
const ABOVE_ALL: Readonly<Record<string, string>> = { atazanavir: ', above all where jaundice would be of concern' };

/** The limits that CPIC itself puts to its "avoid" (guidelines for clopidogrel and for aminoglycosides, rows as of 2024-05). */
const UNLESS: Readonly<Record<string, string>> = {
  clopidogrel: ' if possible',
  ...Object.fromEntries(
    [
      'amikacin',
      'dibekacin',
      'gentamicin',
      'kanamycin',
      'neomycin',
      'netilmicin',
      'paromomycin',
      'plazomicin',
      'ribostamycin',
      'streptomycin',
      'tobramycin',
    ].map((drug) => [
      drug,
      ' unless a severe infection leaves no safe and effective alternative; then the lowest dose and shortest time, with hearing tests',
    ]),
  ),
};

function standard(drug: string, figures: Recommendation['dose'], dose: DoseAdvice | undefined): string {
  if (dose === undefined || figures === undefined) return `dose ${drug} as usual`;
  if (figures.onlyIf !== undefined) return `start ${drug} at the usual dose; for ${figures.onlyIf}: ${dose.dose.text}`;
  return `dose ${drug} as usual (${dose.dose.text})`;
}

/** Of the activity score of CYP2D6 (CPIC). */
const HIGHEST_NORMAL = 2.25;

const isFast = ({ when }: Recommendation): boolean =>
  when.some(
    ({ gene, value }) => /\b(?:ultra)?rapid/i.test(value) || (gene === 'CYP2D6' && Number(value.replace('≥', '')) > HIGHEST_NORMAL),
  );

/** Tags of a lower or rarer dose that is to be thought of. */
const CONSIDERED: ReadonlySet<string> = new Set(['consider a lower dose', 'less frequent doses', 'lower starting dose or another drug']);
/** Tags that are the act itself where no figure is given. */
const LEAD_TAGS = [
  'start standard, slower titration, lower maintenance',
  'start at least one dose level lower',
  'consider a lower dose',
  'lower dose and closer watch for low blood sugar',
  'less frequent doses',
  'lower starting dose or another drug',
  'the lower strength of its label',
];

function leadTag(tags: readonly string[]): string | undefined {
  return tags.find((tag) => LEAD_TAGS.includes(tag));
}

function fallback(row: Recommendation, dose: DoseAdvice | undefined, also: ReadonlySet<Also>, options: readonly string[]) {
  const { action, drug, dose: figures, tags } = row;
  if (action === 'avoid' || action === 'alternative') {
    if (tags.some((tag) => tag.endsWith('if contraindicated'))) return '';
    if (dose !== undefined) return `if ${drug} is used all the same: ${dose.dose.text}`;
    // Of a drug that is broken down too fast a smaller dose is no way out: what such a row limits is the dose that it is raised to.
    if (also.has('decrease-dose')) return isFast(row) ? '' : `if ${drug} cannot be replaced, use a lower dose than usual`;
    return also.has('increase-dose') ? `if ${drug} cannot be replaced, a higher dose may be needed` : '';
  }
  const conditions = figures?.onlyIf === undefined || action === 'standard' ? '' : `this is for ${figures.onlyIf}`;
  const care =
    figures?.cautionFromMgPerDay !== undefined
      ? `at ${figures.cautionFromMgPerDay} mg a day and above`
      : figures?.cautionAboveMgPerDay !== undefined && !tags.some((tag) => tag.startsWith('caution at'))
        ? `above ${figures.cautionAboveMgPerDay} mg a day`
        : '';
  const caution = care === '' ? '' : `take particular care ${care}`;
  // CPIC thiopurines: the lower dose is for malignancy, the other drug for the rest.
  if (row.alternatives.some((name) => name.startsWith('nonthiopurine')) && also.has('alternative'))
    return sentence('this dose is for cancer; in other diseases consider a nonthiopurine immunosuppressant');
  const other =
    also.has('alternative') && action !== 'no-recommendation'
      ? `${action === 'standard' ? 'if it does not work well enough, consider' : 'or choose'} ${options.length === 0 ? 'another drug' : listWords(options, 'or')}`
      : '';
  return [conditions, caution, other]
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
}

function monitoring({ action, tags }: Recommendation, dose: DoseAdvice | undefined, also: ReadonlySet<Also>): string {
  if (action === 'monitor' || action === 'no-recommendation' || !also.has('monitor') || tags.some((tag) => /plasma level/.test(tag)))
    return '';
  if (action === 'standard') return 'monitor as usual';
  const used = (action === 'avoid' || action === 'alternative') && dose === undefined ? 'if it is used all the same, ' : '';
  return `${used}follow effect, side effects and, where available, drug levels`;
}

const TAGS: Readonly<Record<string, string>> = {
  'prior tolerated use >3 months: cautious use':
    'it has been tolerated for more than 3 months, after which such reactions are rare; cautious use is possible',
  'start standard, slower titration, lower maintenance':
    'start at the usual dose, raise it more slowly and aim for a lower maintenance dose',
  'G6PD enzyme activity': 'measure G6PD enzyme activity and decide on that result',
  'TPMT erythrocyte activity': 'consider measuring TPMT activity in red cells',
  'DPD enzyme activity': 'measure DPD enzyme activity (or uracil) and dose on that result',
  'slower titration, plasma level before increase':
    'raise the dose only after 2 weeks without effect and without side effects; a plasma level helps before a further increase',
  'usual titration': 'raise the dose as usual after 3 days',
  'consider plasma level before increase': 'without effect after 2 weeks, take a plasma level before a further increase',
  'avoid moderate/strong CYP2D6 inhibitors': 'avoid moderate and strong CYP2D6 inhibitors with it',
  'aromatase inhibitor': 'an aromatase inhibitor is preferred (with ovarian suppression before the menopause)',
  'tamoxifen 40 mg/day if contraindicated': 'if an aromatase inhibitor is contraindicated, 40 mg a day can be considered',
  'increased frequency of clinical monitoring': 'see the patient more often and stop at the first skin reaction',
  'caution at >=200 mg/day': 'take particular care at 200 mg a day and above',
  'not recommended unless the benefit clearly outweighs the risk': 'use it only if the benefit clearly outweighs the risk',
  'no increase earlier than after 14 days': 'do not raise the dose earlier than after 14 days',
  'another P2Y12 inhibitor; the boxed warning of the label names poor metabolizers':
    'consider another P2Y12 inhibitor (the boxed warning names poor metabolizers)',
  'measure trough concentrations and adjust': 'measure trough levels and adjust the dose to them',
  'start at least one dose level lower': 'start at least one dose level lower',
  'consider a lower dose': 'consider a lower dose',
  'lower dose and closer watch for low blood sugar': 'use a lower dose and watch more closely for low blood sugar',
  'less frequent doses': 'doses may be needed less often',
  'lower starting dose or another drug': 'consider a lower starting dose or another drug',
  'the lower strength of its label': 'use the strength that its label gives for poor metabolizers',
  'half the usual titration, the full maximum from day 21 if needed':
    'raise it slowly, to half the usual dose for the weight; from day 21 on the usual maximum can be approached if needed',
  '20 mg a day in diabetic gastroparesis': 'in diabetic gastroparesis at most 20 mg a day (5 mg four times)',
  '750 mg/m2 instead of 1000 mg/m2': 'this is 750 mg/m² instead of 1,000 mg/m²',
  'low blood pressure on standing and slow pulse': 'watch for low blood pressure on standing and a slow pulse',
  neutropenia: 'watch the neutrophil count',
  'QT interval': 'watch the QT interval',
  bilirubin: 'bilirubin may rise: follow it',
  'titrate by response': 'titrate by response as its label says; the genotype asks for nothing else',
  'depends on CYP2D6/CYP3A inhibitor co-medication': 'the dose depends on CYP2D6 and CYP3A inhibitors taken with it: see the label',
};

function tagSentences({ tags, action, dose }: Recommendation): string[] {
  const lead = action === 'decrease-dose' && dose === undefined ? leadTag(tags) : undefined;
  return tags.flatMap((tag) => (tag === lead ? [] : (entryOf(TAGS, tag) ?? [])));
}
