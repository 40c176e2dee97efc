/** Severity and result state: always a word and a shape, and only then a colour. */
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import type { GeneState } from '../view/gene-rows.ts';
import type { Mark } from '../view/severity.ts';

function Shape({ children }: { children: ReactNode }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const cut = (d: string) => <path className="shape-cut" d={d} />;
const filled = (d: string) => <path className="shape-fill" d={d} />;
const line = (d: string) => <path className="shape-line" d={d} />;
const ring = <circle className="shape-line" cx="8" cy="8" r="6.4" />;
const gap = <circle className="shape-line shape-dashed" cx="8" cy="8" r="6.4" />;
const box = <rect className="shape-line" x="1.8" y="1.8" width="12.4" height="12.4" rx="1.5" />;
const smallGap = <circle className="shape-line shape-dashed" cx="8" cy="8" r="6" />;
const tick = line('m2.5 8.5 3.7 3.7 7.3-8');
/** One drawing on another. */
const both = (ground: ReactNode, sign: ReactNode) => (
  <>
    {ground}
    {sign}
  </>
);

const SEVERITY_SHAPES: Readonly<Record<Mark, ReactNode>> = {
  stop: both(filled('M4.9 1h6.2L15 4.9v6.2L11.1 15H4.9L1 11.1V4.9z'), cut('M4.5 8h7')),
  caution: both(filled('M8 1.2 15.4 14.5H.6z'), cut('M8 6v4M8 12v.6')),
  note: both(<circle className="shape-fill" cx="8" cy="8" r="7" />, cut('M8 7.2v4.3M8 4.6v.5')),
  checked: tick,
  'no-rule': line('M3.5 8h9'),
};

export function SeverityMark({ severity }: { severity: Mark }) {
  const { t } = useLanguage();
  return (
    <span className={`mark mark-${severity}`}>
      <Shape>{SEVERITY_SHAPES[severity]}</Shape>
      <span className="mark-word">{t(`severity.${severity}`)}</span>
    </span>
  );
}

export type ResultMark = GeneState | 'stale' | 'conflict' | 'pending';

const RESULT_SHAPES: Readonly<Record<ResultMark, ReactNode>> = {
  normal: both(ring, line('m5 8.3 2.1 2.1L11.2 6')),
  actionable: filled('M8 .8 15.2 8 8 15.2.8 8z'),
  variant: both(ring, filled('M8 1.6a6.4 6.4 0 0 1 0 12.8z')),
  unclassed: both(ring, line('M5 8h6')),
  pending: both(gap, line('M5 8h5.5M8.3 5.5 10.8 8l-2.5 2.5')),
  'not-tested': gap,
  unreadable: both(box, line('m5 5 6 6M11 5l-6 6')),
  conflict: both(box, line('M5 6.2h6M5 9.8h6M10 4 6 12')),
  stale: both(ring, line('M8 4.3V8l2.6 1.7')),
};

export function ResultChip({ state }: { state: ResultMark }) {
  const { t } = useLanguage();
  return (
    <span className={`chip chip-${state}`}>
      <Shape>{RESULT_SHAPES[state]}</Shape>
      <span>{t(`result.${state}`)}</span>
    </span>
  );
}

export type Verdict = 'met' | 'not-met' | 'unknown' | 'unrecognised';

const VERDICT_SHAPES: Readonly<Record<Verdict, ReactNode>> = {
  met: tick,
  'not-met': line('m3.5 3.5 9 9M12.5 3.5l-9 9'),
  unknown: smallGap,
  unrecognised: smallGap,
};

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useLanguage();
  return (
    <span className={`verdict verdict-${verdict}`}>
      <Shape>{VERDICT_SHAPES[verdict]}</Shape>
      <span>{t(`verdict.${verdict}`)}</span>
    </span>
  );
}

export function Chevron() {
  return (
    <svg className="chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="m4 6 4 4 4-4" />
    </svg>
  );
}
