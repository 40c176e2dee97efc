/** Guidelines, drugs, pairs and FDA entries of the tables. */
import type { Guideline, GuidelineKnowledge, PgxDrug } from '../../pgx/types.ts';
import { list, readOptionalTsv, readTsv, type TsvRow } from './tsv.ts';

/** Links moved from pharmgkb.org and cpicpgx.org to clinpgx.org in 2026-03. */
const currentUrl = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?pharmgkb\.org\//, 'https://www.clinpgx.org/');

/** CPIC guidelines from their own table; DPWG guidelines are gathered from the recommendation rows that cite them. */
export function importGuidelines(dir: string): Guideline[] {
  const cpic = readTsv(dir, 'guidelines.tsv').map((row): Guideline => ({
    id: row('clinpgxId'),
    body: 'CPIC',
    title: `CPIC guideline: ${row('guideline')}`,
    url: currentUrl(row('url')),
    pmids: list(row('pmids')),
    genes: list(row('genes')),
    drugs: list(row('drugs')),
    asOf: row('asOf'),
  }));
  const rows = readTsv(dir, 'recommendations.tsv').filter((row) => row('status') === 'current');
  const dates = new Map(rows.map((row) => [row('drug').toLowerCase(), row('asOf')]));
  return [
    ...cpic.map((one) => ({ ...one, asOf: one.drugs.map((drug) => dates.get(drug)).find((date) => date !== undefined) ?? one.asOf })),
    ...dpwg(rows),
  ];
}

function dpwg(rows: TsvRow[]): Guideline[] {
  const found = new Map<string, Guideline>();
  for (const row of rows.filter((one) => one('source') !== 'CPIC')) {
    const id = /PA\d+/.exec(row('url'))?.[0] ?? row('guideline');
    const genes = Object.keys(JSON.parse(row('genes')) as Record<string, unknown>);
    const before = found.get(id);
    found.set(id, {
      id,
      body: row('source') as Guideline['body'],
      title: row('guideline').replace(/^DPWG Guideline for/, 'DPWG guideline:'),
      url: currentUrl(row('url')),
      pmids: [...new Set([...(before?.pmids ?? []), ...list(row('pmids'))])],
      genes: [...new Set([...(before?.genes ?? []), ...genes])],
      drugs: [...new Set([...(before?.drugs ?? []), row('drug').toLowerCase()])],
      asOf: row('asOf'),
    });
  }
  return [...found.values()];
}

export function importDrugs(dir: string): PgxDrug[] {
  return readTsv(dir, 'drugs.tsv').map((row) => ({
    name: row('drug').toLowerCase(),
    // The tables write NA where RxNorm has no ingredient.
    rxnorm: row('rxnorm') === 'NA' ? '' : row('rxnorm'),
    ...(row('atc') === '' ? {} : { atc: list(row('atc'), ',') }),
    guidance: list(row('guidanceSources')),
  }));
}

export function importPairs(dir: string): GuidelineKnowledge['pairs'] {
  return readOptionalTsv(dir, 'pairs.tsv').map((row) => ({
    gene: row('gene'),
    drug: row('drug').toLowerCase(),
    cpicLevel: row('cpicLevel'),
    status: row('status'),
    fdaLabel: row('fdaLabel'),
  }));
}

export function importFda(dir: string): NonNullable<GuidelineKnowledge['fda']> {
  return readOptionalTsv(dir, 'fda_drugs.tsv').map((row) => ({
    kind: row('source') === 'FDA-label' ? 'label' : 'association',
    drug: row('drug').toLowerCase(),
    genes: list(row('genes')),
    url: currentUrl(row('url')),
  }));
}
