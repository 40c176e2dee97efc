/** Whether the panel has room for its full page: from 900 px on, with rail and evidence drawer. */
import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 900px)';

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    // Drawn without a window, as the tests do: one column.
    () => false,
  );
}
