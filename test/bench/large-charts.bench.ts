/** Processor time of charts that hold one kind of entry by the thousand: twice as many should take twice as long. Run: npm run bench -- large-charts */
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { ENTRIES, largeChart } from '../large-chart.ts';

const knowledge = loadKnowledge();
const COUNTS = [500, 1000, 2000, 4000, 8000];
console.log(`${'entries'.padEnd(32)}${COUNTS.map((count) => String(count).padStart(9)).join('')}`);
for (const [name, entry] of Object.entries(ENTRIES)) {
  const cost = (count: number): string => {
    const resources = largeChart(entry, count);
    const before = process.cpuUsage();
    interpret({ resources, asOf: '2026-11-21', trials: null }, knowledge);
    const { user, system } = process.cpuUsage(before);
    return `${((user + system) / 1000).toFixed(0)} ms`.padStart(9);
  };
  cost(100);
  console.log(`${name.padEnd(32)}${COUNTS.map(cost).join('')}`);
}
