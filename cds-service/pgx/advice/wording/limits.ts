/** Sentences that say how far an advice reaches: which body, which gene is missing, which detail the report leaves open. */
import type { Recommendation } from '../../../knowledge/pgx/types.ts';
import type { Alone } from '../alone.ts';
import type { bodyOf } from '../citation.ts';
import { range } from '../order-dose.ts';
import type { GeneView } from '../gene-view.ts';
import type { Match } from '../match.ts';
import { geneInWords } from './implication.ts';
import { listWords, sentence } from './words.ts';

/** Said when the advice is not CPIC's, because CPIC has no guideline for the drug or these genes. */
export function sourceSentence({ body, ofLabel }: ReturnType<typeof bodyOf>): string {
  if (body === 'CPIC') return '';
  const who = body === 'DPWG' ? 'the Dutch working group (DPWG)' : ofLabel === true ? 'the FDA label' : 'FDA';
  return `CPIC gives no advice here; ${who} does.`;
}

/** That genes of the row have no result; `restsOnOthers` where the advice rests on the row's other genes. */
export function missingWords(missing: readonly string[], row: Recommendation): { sentence: string; restsOnOthers: boolean } {
  if (missing.length === 0) return { sentence: '', restsOnOthers: false };
  const known = row.when.map(({ gene }) => gene).filter((gene) => !missing.includes(gene));
  const verb = missing.length === 1 ? 'has no usable result' : 'have no usable result';
  const rest = known.length === 0 ? '' : `; the advice rests on ${listWords(known)} alone`;
  return { sentence: sentence(`${listWords(missing)} ${verb} for this drug${rest}`), restsOnOthers: known.length > 0 };
}

export const TRICYCLICS: ReadonlySet<string> = new Set([
  'amitriptyline',
  'clomipramine',
  'desipramine',
  'doxepin',
  'imipramine',
  'nortriptyline',
  'trimipramine',
]);

/** CPIC limits its tricyclic recommendations (PMID 27997040, footnotes of tables 2 to 4) to the higher starting doses; it names no figure. */
export function startingDoseSentence({ body, drug, action }: Recommendation): string {
  if (body !== 'CPIC' || action === 'standard' || action === 'no-recommendation' || !TRICYCLICS.has(drug)) return '';
  return 'CPIC says so of the higher starting doses, as in depression, not of the low doses used for nerve pain.';
}

/** Why an optional row for two results is said aloud: one of them alone is a firmer reason for a change. */
export function aloneSentence({ gene, strength }: Alone, views: readonly GeneView[]): string {
  const words = views.filter((view) => view.gene === gene).map(geneInWords);
  return sentence(`the guideline grades this combination as optional; for ${listWords(words)} alone its advice to change is ${strength}`);
}

/** Never normal by default: a result that decides nothing is said to decide nothing. */
export function unreadableSentence(genes: readonly string[]): string {
  return `The ${listWords(genes)} result could not be interpreted and must not be taken as normal.`;
}

const ACTION_WORDS: Readonly<Record<Recommendation['action'], string>> = {
  avoid: 'the drug should be avoided',
  alternative: 'another drug is preferred',
  'decrease-dose': 'a lower dose is advised',
  'increase-dose': 'a higher dose is advised',
  monitor: 'closer monitoring is advised',
  'test-first': 'a further test is advised',
  standard: 'usual dosing is advised',
  'no-recommendation': 'no recommendation is given',
};

/** ", 10 % of the usual" where the row gives a share. */
function shareWords({ dose }: Recommendation): string {
  const shares = dose?.factorRange ?? (dose?.factor === undefined ? undefined : [dose.factor, dose.factor]);
  return shares === undefined ? '' : `, ${range([Math.round(shares[0] * 100), Math.round(shares[1] * 100)])} % of the usual`;
}

export function actionWords(action: Recommendation['action']): string {
  return ACTION_WORDS[action];
}

/** A phenotype without its score leaves several rows: the most cautious leads, and the reader is told of the others. */
export function spreadSentence(match: Extract<Match, { kind: 'row' }>, views: readonly GeneView[]): string {
  if (match.spread.length === 0) return '';
  if (match.atLeast === true) return floorSentence(match);
  const open = views
    .filter(({ finding, conversion }) => ((conversion?.lookup ?? finding?.lookup)?.possibleScores?.length ?? 0) > 1)
    .map(({ gene }) => gene);
  const value = (row: Recommendation): string => {
    const told = row.when.filter(({ value: key }) => key !== 'No Result');
    return told.length === 1 ? (told[0]?.value ?? '') : told.map(({ gene, value: key }) => `${gene} ${key.toLowerCase()}`).join(' and ');
  };
  const others = match.spread.map((row) => `${value(row)}: ${actionWords(row.action)}${shareWords(row)}`);
  const gene = open.length === 0 ? 'the result' : `the ${listWords(open)} activity score`;
  return sentence(`${gene} is not exact; this is the advice for ${value(match.row)} (${[...new Set(others)].slice(0, 2).join('; ')})`);
}

/** The least that holds whatever the missing gene is, and what it may come to. */
function floorSentence({ spread, missing, openGenes = [] }: Extract<Match, { kind: 'row' }>): string {
  const open = [...missing, ...openGenes];
  const worse = new Map<string, string[]>();
  for (const row of spread) {
    const values = row.when
      .filter(({ gene, value }) => open.includes(gene) && value !== 'No Result')
      .map(({ gene, value }) => `${gene} ${value.toLowerCase()}`);
    const said = `${actionWords(row.action)}${shareWords(row)}`;
    worse.set(said, [...(worse.get(said) ?? []), values.join(' and ')]);
  }
  const parts = [...worse].map(([said, values]) => `with ${values.slice(0, 2).join(' or ')} ${said}`);
  return sentence(`this is the least that holds; ${parts.join('; ')}`);
}
