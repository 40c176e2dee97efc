/** The look of the page for everything in it: the reader's choice, the EHR's style, and the system when it changes. */
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { EhrStyle } from './ehr-style.ts';
import { applyLook, keepLookChoice, keptLookChoice, lookOf, type LookChoice } from './look.ts';

interface LookControl {
  readonly choice: LookChoice;
  readonly choose: (choice: LookChoice) => void;
  /** Told once per session, when the EHR brings a style of its own. */
  readonly setEhrStyle: (style: EhrStyle) => void;
}

const LookContext = createContext<LookControl>({ choice: 'system', choose: () => undefined, setEhrStyle: () => undefined });

export function useLook(): LookControl {
  return useContext(LookContext);
}

const DARK = '(prefers-color-scheme: dark)';

export function LookProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(() => keptLookChoice(window));
  const [ehr, setEhrStyle] = useState<EhrStyle | null>(null);
  const [systemIsDark, setSystemIsDark] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const system = window.matchMedia(DARK);
    const follow = () => setSystemIsDark(system.matches);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  useLayoutEffect(() => applyLook(document.documentElement, lookOf(choice, ehr, systemIsDark), ehr), [choice, ehr, systemIsDark]);
  const control = useMemo(
    () => ({
      choice,
      choose(next: LookChoice) {
        keepLookChoice(window, next);
        setChoice(next);
      },
      setEhrStyle,
    }),
    [choice],
  );
  return <LookContext value={control}>{children}</LookContext>;
}
