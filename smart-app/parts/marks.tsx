/** Severity and result state: always a word and a shape, and only then a colour. */
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import type { GeneState } from '../view/gene-rows.ts';
import type { Severity } from '../view/severity.ts';

function Shape({ children }: { children: ReactNode }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const SEVERITY_SHAPES: Readonly<Record<Severity, ReactNode>> = {
  stop: (
    <>
      <path className="shape-fill" d="M4.9 1h6.2L15 4.900v6.200L11.1 15H4.900L1 11.100V4.900z" />
      <path className="shape-cut" d="M4.5 8h7" />
    </>
  ),
  caution: (
    <>
      <path className="shape-fill" d="M8 1.2 15.4 14.500H.600z" />
      <path className="shape-cut" d="M8 6v4M8 12v.6" />
    </>
  ),
  note: (
    <>
      <circle className="shape-fill" cx="8" cy="8" r="7" />
      <path className="shape-cut" d="M8 7.200v4.300M8 4.600v.5" />
    </>
  ),
  checked: <path className="shape-line" d="m2.5 8.5 3.7 3.7 7.3-8" />,
};

export function SeverityMark({ severity }: { severity: Severity }) {
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
  normal: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="6.4" />
      <path className="shape-line" d="m5 8.3 2.1 2.100L11.2 6" />
    </>
  ),
  actionable: <path className="shape-fill" d="M8 .8 15.2 8 8 15.2.8 8z" />,
  variant: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="6.4" />
      <path className="shape-fill" d="M8 1.600a6.4 6.4 0 0 1 0 12.800z" />
    </>
  ),
  unclassed: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="6.4" />
      <path className="shape-line" d="M5 8h6" />
    </>
  ),
  pending: (
    <>
      <circle className="shape-line shape-dashed" cx="8" cy="8" r="6.4" />
      <path className="shape-line" d="M5 8h5.500M8.300 5.500 10.800 8l-2.500 2.500" />
    </>
  ),
  'not-tested': <circle className="shape-line shape-dashed" cx="8" cy="8" r="6.4" />,
  unreadable: (
    <>
      <rect className="shape-line" x="1.8" y="1.8" width="12.4" height="12.4" rx="1.5" />
      <path className="shape-line" d="m5 5 6 6M11 5l-6 6" />
    </>
  ),
  conflict: (
    <>
      <rect className="shape-line" x="1.8" y="1.8" width="12.4" height="12.4" rx="1.5" />
      <path className="shape-line" d="M5 6.200h6M5 9.800h6M10 4 6 12" />
    </>
  ),
  stale: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="6.4" />
      <path className="shape-line" d="M8 4.300V8l2.6 1.7" />
    </>
  ),
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
  met: <path className="shape-line" d="m2.5 8.5 3.7 3.7 7.3-8" />,
  'not-met': <path className="shape-line" d="m3.5 3.5 9 9M12.5 3.500l-9 9" />,
  unknown: <circle className="shape-line shape-dashed" cx="8" cy="8" r="6" />,
  unrecognised: <circle className="shape-line shape-dashed" cx="8" cy="8" r="6" />,
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
