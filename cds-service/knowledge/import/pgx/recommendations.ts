/** Recommendation rows → structured facts. Rows that a newer guideline replaced are left out. */
import type { ActionClass, DoseFigures, Guideline, Recommendation } from '../../pgx/types.ts';
import { doseFromFigures, doseFromText } from './dose.ts';
import { list, readOptionalTsv, readTsv, type TsvRow } from './tsv.ts';
import { recommendationId } from '../../pgx/stored.ts';

type When = Recommendation['when'][number];
type Body = Recommendation['body'];

const actions: Readonly<Record<string, ActionClass>> = {
  standard: 'standard',
  'adjust-dose-down': 'decrease-dose',
  'adjust-dose-up': 'increase-dose',
  avoid: 'avoid',
  alternative: 'alternative',
  monitor: 'monitor',
  'further-testing': 'test-first',
  'no-recommendation': 'no-recommendation',
};
const strengths: Readonly<Record<string, Recommendation['strength']>> = { strong: 'strong', moderate: 'moderate', optional: 'optional' };

/** The table's action word in our vocabulary; throws on a word that is not known, so that a new release is noticed. */
export function actionOf(word: string): ActionClass {
  const action = actions[word];
  if (action === undefined) throw new Error(`Unknown action class "${word}" in recommendations.tsv.`);
  return action;
}
export const strengthOf = (word: string): Recommendation['strength'] => strengths[word.toLowerCase()] ?? 'none';

export function importRecommendations(dir: string, guidelines: readonly Guideline[]): Recommendation[] {
  const texts = new Map(
    readOptionalTsv(dir, 'reference_texts.tsv').map((row) => [row('textId'), row('referenceText_doNotCopyIntoProject')]),
  );
  return readTsv(dir, 'recommendations.tsv')
    .filter((row) => row('status') === 'current')
    .map((row) => importRow(row, texts.get(row('textId')) ?? '', guidelines));
}

function importRow(row: TsvRow, text: string, guidelines: readonly Guideline[]): Recommendation {
  const body = row('source') as Body;
  const drug = row('drug').toLowerCase();
  const when = keysOf(row('genes'));
  const { action, alsoAcceptable } = acts(row, text);
  const dose = doseOf(row, text);
  const population = row('population') === '' ? 'general' : row('population');
  return {
    id: recommendationId({ body, drug, when, population }),
    body,
    drug,
    rxnorm: row('rxnorm'),
    when,
    population,
    strength: strengthOf(row('strength')),
    action,
    alsoAcceptable,
    ...(dose === undefined ? {} : { dose }),
    alternatives: list(row('alternatives')),
    tags: [
      ...list(row('tags')),
      ...(/c\.2846A>T\/c\.2846A>T/.test(text) ? ['c.2846A>T/c.2846A>T: more than 50 % reduction may be needed'] : []),
    ],
    guideline: guidelineOf(body, drug, row, guidelines),
    asOf: row('asOf'),
  };
}

/** Main act and further acts. "Avoid CYP2D6 inhibitors" beside another hormone therapy is no "avoid" of the drug itself. */
function acts(row: TsvRow, text: string): Pick<Recommendation, 'action' | 'alsoAcceptable'> {
  const action = actionOf(row('actionClass'));
  const also = list(row('alsoAcceptable')).map((word) => (word === 'counsel' || word === 'clinical-judgement' ? word : actionOf(word)));
  const avoidsOnlyInhibitors =
    action === 'avoid' &&
    also.includes('alternative') &&
    /avoid (?:\w+ )*CYP2D6 (?:strong|moderate|weak)/i.test(text) &&
    !/^avoid/i.test(text);
  if (!avoidsOnlyInhibitors) return { action, alsoAcceptable: also };
  return { action: 'alternative', alsoAcceptable: [...also.filter((act) => act !== 'alternative'), 'increase-dose'] };
}

function doseOf(row: TsvRow, text: string): DoseFigures | undefined {
  if (text === '') return doseFromFigures(row('figures'));
  const read = doseFromText(text);
  const named = row('figures') === '' ? undefined : (JSON.parse(row('figures')) as { dosesMentioned?: string[] }).dosesMentioned;
  const held = JSON.stringify(read ?? {});
  const left = (named ?? []).filter((dose) => !new RegExp(`[:[,"]${Number.parseFloat(dose)}(?![\\d.])`).test(held));
  return left.length === 0 ? read : { ...read, mentioned: left };
}

/** `{"CYP2C19":"Poor Metabolizer","CYP2D6":"0.0"}` → conditions. Diplotypes are given as allele counts. */
export function keysOf(json: string): When[] {
  const genes = JSON.parse(json) as Record<string, string | Record<string, number>>;
  return Object.entries(genes).map(([gene, value]) => {
    if (typeof value !== 'string') return { gene, key: 'genotype', value: diplotype(value) };
    return keyOf(gene, value);
  });
}

function keyOf(gene: string, value: string): When {
  if (gene.startsWith('HLA-')) return { gene, key: 'allele-status', value };
  if (gene === 'VKORC1') return { gene, key: 'genotype', value };
  // DPWG words the score with its phenotype; "(Phenotyping)" asks for the enzyme test and stays apart.
  const score = /^(≥?\d+\.\d+)(?: \((?!Phenotyping).*\))?$/.exec(value);
  if (score) return { gene, key: 'activity-score', value: score[1] ?? value };
  if (value === 'n/a' || /^\d/.test(value)) return { gene, key: 'activity-score', value };
  return { gene, key: 'phenotype', value };
}

function diplotype(counts: Readonly<Record<string, number>>): string {
  const alleles = Object.entries(counts).flatMap(([allele, n]) => Array<string>(n).fill(allele));
  return alleles.join('/');
}

function guidelineOf(body: Body, drug: string, row: TsvRow, guidelines: readonly Guideline[]): string {
  const id = /PA\d+/.exec(row('url'))?.[0] ?? '';
  const found =
    body === 'CPIC' ? guidelines.find((one) => one.body === 'CPIC' && one.drugs.includes(drug)) : guidelines.find((one) => one.id === id);
  return found?.id ?? id;
}
