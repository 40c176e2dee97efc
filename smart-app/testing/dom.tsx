/** What component tests need around a component: the providers, and the browser parts that jsdom lacks. */
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { ReadReport } from '../data/panel-report.ts';
import type { PanelTarget } from '../launch/app-context.ts';
import { NamesProvider } from '../language/language.tsx';
import { Panel } from '../shell/Panel.tsx';
import { PanelContext, type PanelActions } from '../shell/panel-context.ts';

afterEach(cleanup);
window.matchMedia = (media: string) =>
  ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView = () => undefined;
globalThis.CSS ??= { escape: (text: string) => text.replace(/["\\|:]/g, '\\$&') } as typeof CSS;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

export function show(node: ReactNode) {
  return render(
    <MantineProvider env="test" forceColorScheme="light">
      {node}
    </MantineProvider>,
  );
}

export function showPanel(
  read: ReadReport | null,
  target: PanelTarget = { view: 'drugs' },
  actions?: Partial<PanelActions>,
  loading = false,
  write: ((text: string) => string) | null = null,
) {
  const all: PanelActions = {
    canHandBack: true,
    decide: async () => true,
    proposeDrug: async () => 'done',
    proposeTest: async () => 'done',
    findTrials: null,
    ...actions,
  };
  return show(
    <PanelContext value={all}>
      <NamesProvider write={write}>
        <Panel
          state={{ read, loading, fault: null, partial: null, retry: () => undefined }}
          patient={{ id: 'synthetic-1', banner: true, name: 'Ada Example' }}
          notGranted={[]}
          target={target}
          allDrugs
          onAllDrugs={() => undefined}
        />
      </NamesProvider>
    </PanelContext>,
  );
}
