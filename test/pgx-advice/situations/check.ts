/** Runs tables of situations: the chart and the orders through reading, advice and cards, as the service does. */
import { describe, expect, it } from 'vitest';
import { toCards } from '../../../cds-service/cards/index.ts';
import { interpret } from '../../../cds-service/interpret.ts';
import { loadKnowledge } from '../../../cds-service/knowledge/load.ts';
import { bundle, patient } from '../../reading/resources.ts';
import type { Situation } from './situation.ts';

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

/** Every row a test of its own; and a test that they are as many as said, each named once. */
export function checkSituations(tables: Readonly<Record<string, readonly Situation[]>>, atLeast: number): void {
  describe.each(Object.entries(tables))('%s', (_what, table) => {
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
    const names = Object.values(tables).flatMap((table) => table.map(({ name }) => name));
    expect(names.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(names).size).toBe(names.length);
  });
}
