/**
 * CPIC's own exports: the tables `allele`, `gene_result`, `gene_result_lookup`, `recommendation`, `drug`, `guideline` and
 * `pair` (or `pair_view`) as the API gives them, JSON or CSV. Column names: cpicpgx/cpic-data, schema as of 2026
 * (recommendation keyed by `lookupkey`; allele function in `clinicalfunctionalstatus`).
 */
import type { Guideline, GuidelineKnowledge, PgxAllele, PgxDrug, PgxGene, PhenotypeRule, Recommendation } from '../../pgx/types.ts';
import { recommendationId } from '../../pgx/stored.ts';
import { actsOfText } from './action-text.ts';
import { doseFromText } from './dose.ts';
import { geneFacts } from './gene-facts.ts';
import { keysOf, strengthOf } from './recommendations.ts';
import { type CpicRecord, items, map, readRecords, text } from './records.ts';

/** True when the folder holds CPIC's own tables. */
export const isCpicExport = (dir: string): boolean => readRecords(dir, 'recommendation') !== null;

/** Knowledge of a CPIC export; `date` is the day of the export (`YYYY-MM-DD`). */
export function importCpic(dir: string, date: string): GuidelineKnowledge {
  const need = (name: string): CpicRecord[] => {
    const rows = readRecords(dir, name);
    if (rows === null) throw new Error(`${name}.json or ${name}.csv is missing from the folder given.`);
    return rows;
  };
  const drugs = need('drug').map(toDrug);
  const guidelines = need('guideline').map((row) => toGuideline(row, date));
  const recommendations = need('recommendation').flatMap((row) => toRecommendation(row, drugs, date));
  const withDrugs = guidelines.map((one) => ({
    ...one,
    drugs: [...new Set(recommendations.filter((row) => row.guideline === one.id).map((row) => row.drug))],
  }));
  return {
    header: {
      id: 'pgx-guideline',
      version: date,
      date,
      licence: 'CC0-1.0',
      sources: [{ label: 'CPIC database export', url: 'https://api.cpicpgx.org', date, licence: 'CC0-1.0' }],
    },
    genes: toGenes(need('allele'), need('gene_result'), need('gene_result_lookup'), date),
    drugs: drugs.map(({ id: _id, ...drug }) => drug),
    guidelines: withDrugs,
    recommendations,
    pairs: (readRecords(dir, 'pair_view') ?? readRecords(dir, 'pair') ?? []).map((row) => ({
      gene: text(row, 'genesymbol'),
      drug: (text(row, 'drugname') || drugs.find((drug) => drug.id === text(row, 'drugid'))?.name || '').toLowerCase(),
      cpicLevel: text(row, 'cpiclevel'),
      status: text(row, 'guidelineid') === '' ? 'Provisional' : 'Final',
      fdaLabel: text(row, 'pgxtesting'),
    })),
    gaps: [],
  };
}

type Drug = PgxDrug & { readonly id: string };

function toDrug(row: CpicRecord): Drug {
  const id = text(row, 'drugid');
  const atc = items(row, 'atcid');
  const rxnorm = text(row, 'rxnormid') || (/^RxNorm:(\d+)$/.exec(id)?.[1] ?? '');
  return { id, name: text(row, 'name').toLowerCase(), rxnorm, ...(atc.length === 0 ? {} : { atc }), guidance: ['CPIC'] };
}

function toGuideline(row: CpicRecord, date: string): Guideline {
  return {
    id: `cpic-${text(row, 'id')}`,
    body: 'CPIC',
    title: `CPIC guideline: ${text(row, 'name')}`,
    url: text(row, 'url'),
    pmids: items(row, 'pmids'),
    genes: items(row, 'genes'),
    drugs: [],
    asOf: date,
  };
}

function toRecommendation(row: CpicRecord, drugs: readonly Drug[], date: string): Recommendation[] {
  const drug = drugs.find((one) => one.id === text(row, 'drugid'));
  const lookup = map(row, 'lookupkey');
  if (drug === undefined || Object.keys(lookup).length === 0) return [];
  const sentence = text(row, 'drugrecommendation');
  const when = keysOf(JSON.stringify(lookup));
  const population = text(row, 'population') || 'general';
  const dose = doseFromText(sentence);
  return [
    {
      id: recommendationId({ body: 'CPIC', drug: drug.name, when, population }),
      body: 'CPIC',
      drug: drug.name,
      rxnorm: drug.rxnorm,
      when,
      population,
      strength: strengthOf(text(row, 'classification')),
      ...actsOfText(sentence),
      ...(dose === undefined ? {} : { dose }),
      alternatives: [],
      tags: [],
      guideline: `cpic-${text(row, 'guidelineid')}`,
      asOf: date,
    },
  ];
}

function toGenes(
  alleles: readonly CpicRecord[],
  results: readonly CpicRecord[],
  lookups: readonly CpicRecord[],
  date: string,
): Record<string, PgxGene> {
  const genes: Record<string, PgxGene> = {};
  for (const symbol of new Set(alleles.map((row) => text(row, 'genesymbol')))) {
    const facts = geneFacts[symbol];
    if (facts === undefined) continue;
    const own = results.filter((row) => text(row, 'genesymbol') === symbol);
    const rules = own.flatMap((result) =>
      lookups.filter((row) => text(row, 'phenotypeid') === text(result, 'id')).map((row) => toRule(row, text(result, 'result'))),
    );
    const scores = own
      .filter((row) => /^(?:≥?\d|n\/a)/.test(text(row, 'activityscore')))
      .map((row) => [text(row, 'activityscore'), text(row, 'result')] as const);
    genes[symbol] = {
      symbol,
      hgnc: facts.hgnc,
      method: facts.method,
      ...(facts.ploidy === undefined ? {} : { ploidy: facts.ploidy }),
      alleles: Object.fromEntries(
        alleles.filter((row) => text(row, 'genesymbol') === symbol).map((row) => [text(row, 'name'), toAllele(row, date)]),
      ),
      rules: unique(rules),
      ...(facts.method === 'activity-score' && scores.length > 0 ? { scores: Object.fromEntries(scores) } : {}),
      phenotypes: [...new Set(own.map((row) => text(row, 'result')))].sort(),
    };
  }
  return genes;
}

function toAllele(row: CpicRecord, date: string): PgxAllele {
  const value = text(row, 'activityvalue');
  const figure = Number(value.replace('≥', ''));
  return {
    function: text(row, 'clinicalfunctionalstatus').replace(/\b(\w+) Function\b/, (_, word: string) => `${word} function`),
    ...(value === '' || Number.isNaN(figure) ? {} : { activity: figure }),
    ...(value.startsWith('≥') ? { activityAtLeast: true } : {}),
    asOf: date,
  };
}

function toRule(row: CpicRecord, phenotype: string): PhenotypeRule {
  const [a, b] = [text(row, 'function1'), text(row, 'function2')];
  const score = text(row, 'totalactivityscore');
  return { functions: b === '' ? [a] : [a, b], phenotype, ...(score === '' ? {} : { scores: [score] }) };
}

const unique = (rules: readonly PhenotypeRule[]): PhenotypeRule[] => [
  ...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values(),
];
