/** The panel puts a warning beside its gene by what the warning carries, never by what its sentence says: the two must not drift apart. */
import { describe, expect, it, vi } from 'vitest';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { matrix } from './matrix.ts';

vi.setConfig({ testTimeout: 60_000 });

const knowledge = loadKnowledge();
const pharmacogenes = Object.keys(knowledge.pgx.guideline.genes).map((gene) => ({
  gene,
  named: new RegExp(String.raw`(^|[^A-Za-z0-9-])${gene}($|[^A-Za-z0-9-])`),
}));

describe('warnings of made-up charts', () => {
  it('carry each pharmacogene that their own words name', () => {
    const cases = matrix({ prefix: 'germline/', share: 40, coded: 40 });
    let warned = 0;
    const missing = cases.flatMap(({ id, chart, order }) => {
      const { warnings } = interpret(
        { resources: order === undefined ? chart : [...chart, order], asOf: '2026-11-20', trials: null },
        knowledge,
      );
      return warnings.flatMap(({ message, genes = [] }) => {
        // What a chart wrote stands in quotation marks.
        const own = message.replace(/"[^"]*"/g, '');
        const named = pharmacogenes.filter((one) => one.named.test(own)).map(({ gene }) => gene);
        if (named.length > 0) warned += 1;
        return named.filter((gene) => !genes.includes(gene)).map((gene) => `${id}: ${gene}: ${message}`);
      });
    });
    expect(warned).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});
