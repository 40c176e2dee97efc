/** A record of many years must not hold up the order of a minute: each entry is looked at once, however many orders ask about it. */
import { expect, it } from 'vitest';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { processorTime } from '../cost.ts';
import { ENTRIES, largeChart } from '../large-chart.ts';

const knowledge = loadKnowledge();
const prescriptions = ENTRIES['prescriptions'] ?? (() => ({}));

it('three thousand prescriptions beside orders of cancer drugs cost below three seconds', () => {
  const resources = largeChart(prescriptions, 3_000);
  const cost = processorTime(3_000, () => void interpret({ resources, asOf: '2026-11-21', trials: null }, knowledge));
  expect(cost).toBeLessThan(3_000);
}, 60_000);
