/**
 * One chart, written in every way that servers write it, gets one answer. A way that takes something away (codes, texts, links) may make a certain
 * statement unknown; it never makes a new one, and no result is passed over without a word.
 */
import { describe, expect, it } from 'vitest';
import { answerTo, type Answer } from './answer.ts';
import { charts, type Chart } from './charts.ts';
import { comparable, fallenSilent, newlyCertain, passedOver, renamed } from './sameness.ts';
import { bundleOf, seeded, type Transformation } from './transformation.ts';
import { TRANSFORMATIONS } from './transformations/index.ts';

const CHARTS = charts();
const answers = new Map<string, Answer>(CHARTS.map((chart) => [chart.name, answerTo(bundleOf(chart.resources), chart)]));

function answered(transformation: Transformation, chart: Chart): { before: Answer; after: Answer } {
  const before = answers.get(chart.name);
  if (before === undefined) throw new Error(`${chart.name} has no answer`);
  const { input, names } = transformation.write(chart, seeded(`${transformation.name} ${chart.name}`));
  return { before, after: renamed(transformation.reading?.(answerTo(input, chart)) ?? answerTo(input, chart), names) };
}

it('there are charts with something to say', () => {
  expect(CHARTS.length).toBeGreaterThan(35);
  expect([...answers.values()].filter(({ cards }) => cards.length > 0).length).toBeGreaterThan(30);
});

describe.each(TRANSFORMATIONS.filter(({ expects }) => expects === 'equal'))('$name', (transformation) => {
  it('says the same', () => {
    for (const chart of CHARTS) {
      const { before, after } = answered(transformation, chart);
      expect(comparable(after), chart.name).toEqual(comparable(before));
    }
  });
});

describe.each(TRANSFORMATIONS.filter(({ expects }) => expects === 'quieter'))('$name', (transformation) => {
  it('says nothing new, and passes over no result', () => {
    for (const chart of CHARTS) {
      const { before, after } = answered(transformation, chart);
      expect(newlyCertain(before, after), chart.name).toEqual([]);
      expect(passedOver(before, after), chart.name).toEqual([]);
      expect(fallenSilent(before, after), chart.name).toEqual([]);
    }
  });
});
