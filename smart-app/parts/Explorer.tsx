/**
 * A list whose rows open: in place when narrow, in the evidence drawer when wide.
 *
 * Keyboard: the list is one tab stop; arrows, Home and End move; Enter or Space opens; Escape closes and returns to the row.
 * Long lists are drawn in pages as they are reached, so that a thousand rows stay smooth.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Chevron } from './marks.tsx';
import { SectionBoundary } from './SectionBoundary.tsx';
import { useWide } from './use-wide.ts';

export interface ExplorerRow {
  readonly key: string;
  /** Colours the row's edge; never the only sign. */
  readonly tone?: string;
  readonly head: ReactNode;
  readonly detail: ReactNode;
  /** What the drawer and the opened row are called. */
  readonly label: string;
}

export interface ExplorerGroup {
  readonly title: string | null;
  readonly hint?: string;
  readonly rows: readonly ExplorerRow[];
}

interface Props {
  readonly label: string;
  readonly groups: readonly ExplorerGroup[];
  readonly open: string | null;
  readonly onOpen: (key: string | null) => void;
  /** Set when the row was asked for from elsewhere: it is then focused and brought into view. */
  readonly arriving?: string | null;
  readonly onArrived?: () => void;
  /** Buttons that lead to each group, where there is more than one and the list is long. */
  readonly jumps?: boolean;
  /** Stands at the end of the list, beside the drawer and not below it. */
  readonly foot?: ReactNode;
}

const PAGE = 60;
/** From so many rows on, groups are reached by a button rather than by scrolling. */
const LONG = 8;

export function Explorer({ label, groups, open, onOpen, arriving = null, onArrived, jumps = false, foot }: Props) {
  const { t, count } = useLanguage();
  const wide = useWide();
  const drawerId = useId();
  const list = useRef<HTMLDivElement>(null);
  const all = groups.flatMap((group) => group.rows);
  const openIndex = all.findIndex((row) => row.key === open);
  const [pages, setPages] = useState(1);
  const limit = Math.max(pages * PAGE, openIndex + 1);
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const tabStop = all.some((row) => row.key === focusKey) ? focusKey : (open ?? all[0]?.key ?? null);
  const shown = wide ? (all[openIndex] ?? all[0]) : all[openIndex];

  useEffect(() => {
    if (arriving === null) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(arriving)}"]`);
    button?.focus({ preventScroll: true });
    // On a wide page the row is beside its explanation, and what matters now stays in sight above both.
    button?.scrollIntoView({ block: wide ? 'nearest' : 'start' });
    onArrived?.();
  }, [arriving, onArrived, wide]);

  const [jump, setJump] = useState<{ readonly to: number } | null>(null);
  useEffect(() => {
    if (jump === null) return;
    const group = list.current?.querySelectorAll<HTMLElement>('[data-group]')[jump.to];
    group?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
    group?.scrollIntoView({ block: 'start' });
  }, [jump]);
  const jumpTo = (index: number) => {
    setPages(Math.max(pages, Math.ceil((rowsBefore(groups, index) + 1) / PAGE)));
    setJump({ to: index });
  };

  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = buttons.indexOf(event.target as HTMLElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape' && wide) {
      list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus();
      return;
    }
    if (event.key === 'Escape' && open !== null) {
      const inside = (event.target as HTMLElement).closest('[data-row-item]')?.querySelector<HTMLElement>('[data-row]');
      onOpen(null);
      inside?.focus();
      return;
    }
    if (at === -1 || target === undefined) return;
    event.preventDefault();
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, target))];
    next?.focus();
    if (at === buttons.length - 1 && event.key === 'ArrowDown' && limit < all.length) setPages(Math.ceil(limit / PAGE) + 1);
  };

  const drawn = groups.map((group, index) => group.rows.slice(0, Math.max(0, limit - rowsBefore(groups, index))));
  return (
    // Arrow keys move between the buttons inside; the wrapper itself is not a control.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={wide ? 'explorer explorer-wide' : 'explorer'} onKeyDown={move}>
      <div className="explorer-list" ref={list}>
        {jumps && groups.length > 1 && all.length > LONG ? (
          <nav className="jumps screen-only" aria-label={t('therapy.jump')}>
            {groups.map(({ title, rows }, index) => (
              <button key={title ?? index} type="button" onClick={() => jumpTo(index)}>
                {title} <span className="group-count">{rows.length}</span>
              </button>
            ))}
          </nav>
        ) : null}
        {groups.map((group, index) => {
          const rows = drawn[index] ?? [];
          if (rows.length === 0 && group.rows.length > 0) return null;
          return (
            <section key={group.title ?? index} className="group" data-group="" aria-label={group.title ?? label}>
              {group.title === null ? null : (
                <h3 className="group-title">
                  {group.title} <span className="group-count">{group.rows.length}</span>
                </h3>
              )}
              {group.hint === undefined ? null : <p className="group-hint">{group.hint}</p>}
              <ul className="rows">
                {rows.map((row) => (
                  <RowItem
                    key={row.key}
                    row={row}
                    wide={wide}
                    open={row.key === (wide ? shown?.key : open)}
                    tabStop={row.key === tabStop}
                    drawerId={drawerId}
                    onFocus={() => setFocusKey(row.key)}
                    onToggle={() => onOpen(row.key === open && !wide ? null : row.key)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {limit < all.length ? (
          <MoreRows label={count('list.more', all.length - limit)} onMore={() => setPages(Math.ceil(limit / PAGE) + 1)} />
        ) : null}
        {foot}
      </div>
      {wide ? (
        <aside
          className="drawer"
          // Focusable, so that the keyboard can scroll it; Escape leads back to the row.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          id={drawerId}
          aria-label={shown === undefined ? t('drawer.empty') : t('drawer.label', { name: shown.label })}
        >
          {shown === undefined ? (
            <p className="muted">{t('drawer.empty')}</p>
          ) : (
            <SectionBoundary key={shown.key}>{shown.detail}</SectionBoundary>
          )}
        </aside>
      ) : null}
    </div>
  );
}

function rowsBefore(groups: readonly ExplorerGroup[], index: number): number {
  return groups.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0);
}

interface RowProps {
  readonly row: ExplorerRow;
  readonly wide: boolean;
  readonly open: boolean;
  readonly tabStop: boolean;
  readonly drawerId: string;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

function RowItem({ row, wide, open, tabStop, drawerId, onFocus, onToggle }: RowProps) {
  const bodyId = useId();
  return (
    <li className={open ? 'row row-open' : 'row'} data-tone={row.tone} data-row-item="">
      <button
        type="button"
        className="row-button"
        data-row={row.key}
        tabIndex={tabStop ? 0 : -1}
        aria-expanded={wide ? undefined : open}
        aria-current={wide && open ? 'true' : undefined}
        aria-controls={wide ? drawerId : open ? bodyId : undefined}
        onFocus={onFocus}
        onClick={onToggle}
      >
        <span className="row-head">{row.head}</span>
        <Chevron />
      </button>
      {open && !wide ? (
        <section className="row-body" id={bodyId} aria-label={row.label}>
          <SectionBoundary>{row.detail}</SectionBoundary>
        </section>
      ) : null}
    </li>
  );
}

/** The next page of a long list: drawn when it comes near, or when asked for. */
function MoreRows({ label, onMore }: { label: string; onMore: () => void }) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const button = end.current;
    if (button === null || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onMore(), {
      rootMargin: '600px',
    });
    observer.observe(button);
    return () => observer.disconnect();
  });
  return (
    <button type="button" className="more-rows screen-only" ref={end} onClick={onMore}>
      {label}
    </button>
  );
}
