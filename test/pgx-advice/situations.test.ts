/** Orders over charts in FHIR, each with the cards that must appear or the silence that must hold; expected values are those of CPIC, DPWG and FDA. */
import { describe, expect, it } from 'vitest';
import { toCards } from '../../cds-service/cards/index.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { bundle, patient } from '../reading/resources.ts';
import { CONTRADICTIONS } from './situations/contradictions.ts';
import { DRUG_CODES } from './situations/drug-codes.ts';
import { GENOTYPE_SHAPES } from './situations/genotype-shapes.ts';
import { GENOTYPES } from './situations/genotypes.ts';
import { OPEN_RESULTS } from './situations/open-results.ts';
import { PATIENTS } from './situations/patients.ts';
import { RECORD_ENTRIES } from './situations/record-entries.ts';
import { RECORD_LISTS } from './situations/record-lists.ts';
import { REPORTS_IN_WORDS } from './situations/reports-in-words.ts';
import { SEVERAL_GENES } from './situations/several-genes.ts';
import { SPELLINGS } from './situations/spellings.ts';
import type { Situation } from './situations/situation.ts';
import { TRANSPLANTS } from './situations/transplants.ts';

const knowledge = loadKnowledge();

function answer({ chart, orders }: Situation) {
  const who = chart.some(({ resourceType }) => resourceType === 'Patient') ? [] : [patient];
  const report = interpret(
    { resources: bundle(...who, ...chart, ...orders), patientId: 'p1', asOf: '2026-11-21', trials: null },
    knowledge,
  );
  const references = orders.map((order) => `MedicationRequest/${String(order['id'])}`);
  const draftOrders = Object.fromEntries(orders.map((order, index) => [references[index] ?? '', order]));
  const cards = toCards(report, { hook: 'order-sign', family: 'pgx', orders: references, draftOrders, notChecked: [] });
  return { report, cards };
}

const TABLES = {
  'shapes of genotypes': GENOTYPE_SHAPES,
  'spellings of one result': SPELLINGS,
  genotypes: GENOTYPES,
  'drug codes and texts': DRUG_CODES,
  'several genes, several drugs': SEVERAL_GENES,
  'results that disagree or were withdrawn': CONTRADICTIONS,
  'results that leave something open': OPEN_RESULTS,
  'problem, allergy and flag lists': RECORD_LISTS,
  'entries of the record': RECORD_ENTRIES,
  'age, pregnancy, indication, earlier use': PATIENTS,
  transplants: TRANSPLANTS,
  'reports in words, scores, documents': REPORTS_IN_WORDS,
};

describe.each(Object.entries(TABLES))('%s', (_what, table) => {
  it.each(table)('$name', (one) => {
    const { report, cards } = answer(one);
    const got = cards.map(({ indicator, summary }) => `${indicator}: ${summary}`);
    expect(got, got.join('\n')).toHaveLength(one.cards.length);
    for (const [level, summary] of one.cards)
      expect(
        got.some((said) => level.split('|').some((each) => said.startsWith(`${each}: `)) && summary.test(said)),
        `${level} ${String(summary)} among\n${got.join('\n')}`,
      ).toBe(true);
    const said = cards.map(({ summary, detail }) => `${summary}\n${detail}`).join('\n');
    if (one.says !== undefined) expect(said).toMatch(one.says);
    if (one.never !== undefined) expect(said).not.toMatch(one.never);
    if (one.warns !== undefined) expect(report.warnings.map(({ message }) => message).join('\n')).toMatch(one.warns);
    for (const [gene, phenotype] of Object.entries(one.genes ?? {}))
      expect(report.pgx.genes.find((found) => found.gene === gene)?.phenotype).toBe(phenotype);
  });
});

it('the situations are many, each named once', () => {
  const names = Object.values(TABLES).flatMap((table) => table.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(180);
  expect(new Set(names).size).toBe(names.length);
});
