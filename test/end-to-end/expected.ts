/** Guideline rows to hold the reports to: the shared tables when they are beside the checkout, else our own knowledge. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionOf, strengthOf } from '../../cds-service/knowledge/import/pgx/recommendations.ts';
import { readTsv } from '../../cds-service/knowledge/import/pgx/tsv.ts';
import { referenceDir } from '../pgx-knowledge/reference.ts';
import { knowledge } from './report.ts';
import { stateOf, type GeneState } from './states.ts';

export interface ExpectedRow {
  readonly drug: string;
  readonly rxnorm: string;
  readonly when: Readonly<Record<string, string>>;
  readonly population: string;
  readonly action: string;
  readonly strength: string;
  /** Shares in per cent that the sentence names: any one reading must stand in the advice. */
  readonly percents: readonly number[];
}

export function rowsOfTables(): readonly ExpectedRow[] {
  return readTsv(referenceDir, 'recommendations.tsv')
    .filter((row) => row('source') === 'CPIC' && row('status') === 'current')
    .map((row) => ({
      drug: row('drug').toLowerCase(),
      rxnorm: row('rxnorm'),
      when: JSON.parse(row('genes')) as Record<string, string>,
      population: row('population'),
      action: actionOf(row('actionClass')),
      strength: strengthOf(row('strength')),
      percents: percents(row('figures')),
    }));
}

export function statesOfTables(): readonly GeneState[] {
  return readTsv(referenceDir, 'phenotype_rules.tsv').flatMap((row) =>
    row('examples')
      .split(';')
      .slice(0, 1)
      .map((example) =>
        stateOf({ gene: row('gene'), phenotype: row('phenotype'), scores: row('activityScores'), example: example.trim() }),
      ),
  );
}

export function rowsOfKnowledge(): readonly ExpectedRow[] {
  return knowledge.pgx.guideline.recommendations
    .filter(({ body }) => body === 'CPIC')
    .map((row) => ({
      drug: row.drug,
      rxnorm: row.rxnorm,
      when: Object.fromEntries(row.when.map(({ gene, value }) => [gene, value])),
      population: row.population,
      action: row.action,
      strength: row.strength,
      percents: row.dose?.factor === undefined ? [] : [Math.round(row.dose.factor * 100)],
    }));
}

function percents(figures: string): readonly number[] {
  if (figures === '') return [];
  const { percent, percentRange, foldReduction } = JSON.parse(figures) as {
    percent?: number;
    percentRange?: number[];
    foldReduction?: number;
  };
  if (foldReduction !== undefined) return [100 / foldReduction];
  return percentRange ?? (percent === undefined ? [] : [percent]);
}

/** RxNorm clinical drugs by ingredient, one each, from the shared table. */
export function clinicalDrugs(): ReadonlyMap<string, { rxnorm: string; display: string }> {
  const path = join(referenceDir, '..', 'drugs', 'rxnorm_clinical_drugs.tsv');
  const found = new Map<string, { rxnorm: string; display: string }>();
  if (!existsSync(path)) return found;
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [rxnorm = '', display = '', ingredients = ''] = line.split('\t');
    const name = ingredients.trim().toLowerCase();
    if (name !== '' && !name.includes(';') && / (?:oral|inject)/i.test(display) && /\d/.test(display) && !found.has(name))
      found.set(name, { rxnorm, display });
  }
  return found;
}
