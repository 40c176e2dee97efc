// @vitest-environment jsdom
/** From a chart to what the panel says of it: interpreted as the service does, drawn as the reader sees it. */
import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { interpret, loadKnowledge, type Knowledge } from '../../cds-service/index.ts';
import { readReport } from '../../smart-app/data/read-report.ts';
// Loaded beforehand, so that no busy machine makes the page wait for it.
import '../../smart-app/sections/TumourCourse.tsx';
import { showPanel } from '../../smart-app/testing/dom.tsx';
import { FURTHER_SITUATIONS } from './further-situations.ts';
import { SITUATIONS } from './situations.ts';

describe('what the panel says of a chart', () => {
  let knowledge: Knowledge;
  beforeAll(() => {
    knowledge = loadKnowledge();
  });

  it.each(Object.entries({ ...SITUATIONS, ...FURTHER_SITUATIONS }))(
    '%s',
    async (_, { chart, view = 'drugs', now = [], says = [], never = [] }) => {
      const report = interpret({ resources: chart, asOf: '2026-11-21' }, knowledge);
      const { container } = showPanel(readReport({ ...report, complete: true }), { view });
      const top = screen.getByRole('region', { name: 'Now' }).textContent ?? '';
      const page = () => container.textContent ?? '';
      for (const words of now) expect(top).toMatch(words);
      // The foot of the tumour page is fetched when it is asked for.
      await waitFor(() => {
        for (const words of says) expect(page()).toMatch(words);
      });
      for (const words of never) expect(page()).not.toMatch(words);
      expect(screen.queryByText('This part cannot be shown')).toBeNull();
    },
  );
});
