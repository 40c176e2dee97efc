/** The pharmacist's grid: drugs down, genes across, phenotype before and after phenoconversion. A real table with a fixed first column. */
import { useState } from 'react';
import type { Converter, PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ResultChip, SeverityMark } from '../parts/marks.tsx';
import { Drug, Genotype } from '../parts/text.tsx';
import { actionText } from '../view/action-text.ts';
import { convertersText } from '../view/converters.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { FILTERS, grid, type GridFilter } from '../view/grid.ts';

interface Props {
  readonly report: PanelReport;
  readonly rows: readonly DrugRow[];
  readonly onOpen: (key: string) => void;
}

export function DrugGrid({ report, rows, onOpen }: Props) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<GridFilter>('all');
  const { genes, lines } = grid(report, rows, filter);
  return (
    <>
      <fieldset className="switch switch-filters screen-only" aria-label={t('grid.filter')}>
        {FILTERS.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {t(`grid.filter.${name}`)}
          </button>
        ))}
      </fieldset>
      {/* Focusable, so that the keyboard can scroll it sideways. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="grid-scroll" tabIndex={0} aria-label={t('grid.label')}>
        <table className="grid">
          <caption className="spoken">{t('grid.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('grid.drug')}</th>
              {genes.map(({ gene, state, stale, result }) => (
                <th key={gene} scope="col">
                  <span className="gene">{gene}</span>
                  {result?.diplotype ? (
                    <span className="grid-diplotype">
                      <Genotype>{result.diplotype}</Genotype>
                    </span>
                  ) : null}
                  <ResultChip state={state} />
                  {stale ? <ResultChip state="stale" /> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, cells }) => (
              <tr key={row.key}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => onOpen(row.key)}>
                    <Drug>{row.name}</Drug>
                  </button>
                  <span className="grid-act">
                    <SeverityMark severity={row.mark} />
                    {row.advice[0] === undefined ? null : <span>{actionText(row.advice[0], t)}</span>}
                  </span>
                </th>
                {cells.map((cell, index) => (
                  <td key={genes[index]?.gene} data-kind={cell.kind}>
                    {cell.kind === 'none' ? (
                      <span className="spoken">{t('grid.no-pair')}</span>
                    ) : cell.kind !== 'result' ? (
                      <ResultChip state={cell.kind === 'untested' ? 'not-tested' : 'unreadable'} />
                    ) : (
                      <Cell before={cell.before} after={cell.after} because={cell.because} by={cell.by} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length === 0 ? <p className="empty">{t('grid.empty')}</p> : null}
    </>
  );
}

interface CellProps {
  readonly before: string;
  readonly after: string | null;
  readonly because: readonly string[];
  readonly by: readonly Converter[];
}

function Cell({ before, after, because, by }: CellProps) {
  const { t, count, word } = useLanguage();
  if (after === null) return <Genotype>{word(before)}</Genotype>;
  return (
    <>
      <span className="before">
        <span className="spoken">{t('grid.before')} </span>
        <Genotype>{word(before)}</Genotype>
      </span>
      <span className="after">
        <span aria-hidden="true">→ </span>
        <span className="spoken">{t('grid.after')} </span>
        <Genotype>{word(after)}</Genotype>
      </span>
      {by.length === 0 ? null : (
        <span className="because">
          <bdi>{convertersText(by, { t, count })}</bdi>
        </span>
      )}
      {because.map((reason) => (
        <span key={reason} className="because">
          <bdi>{reason}</bdi>
        </span>
      ))}
    </>
  );
}
