/** All variants as a table, drawn a page at a time: a report can bring ten thousand. One change, its results by day and specimen. */
import { useMemo, useState } from 'react';
import type { Variant } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Genotype } from '../parts/text.tsx';
import { withWrittenDates, writeDate } from '../view/dates.ts';
import { variantEntries, type VariantEntry, type VariantReading } from '../view/variant-rows.ts';

const PAGE = 50;
/** Results of one change that are drawn; the older ones are counted. */
const MOST_READINGS = 12;

interface Props {
  readonly variants: readonly Variant[];
  readonly all?: boolean;
  /** What is said where there is none. */
  readonly none?: string;
}

export function VariantTable({ variants, all = false, none = '' }: Props) {
  const { t, count } = useLanguage();
  const [shown, setShown] = useState(PAGE);
  const entries = useMemo(() => variantEntries(variants), [variants]);
  const limit = all ? 500 : shown;
  if (entries.length === 0) return <p className="muted group-none">{none}</p>;
  return (
    <>
      <div className="table-scroll">
        <table className="variants">
          <caption className="spoken">{t('variants.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('variants.variant')}</th>
              <th scope="col">{t('variants.origin')}</th>
              <th scope="col" className="number">
                {t('variants.vaf')}
              </th>
              <th scope="col">{t('variants.seen')}</th>
            </tr>
          </thead>
          {entries.slice(0, limit).map((entry) => (
            <EntryRows key={entry.key} entry={entry} />
          ))}
        </table>
      </div>
      {limit < entries.length ? (
        all ? (
          <p className="muted">{t('evidence.more', { n: entries.length - limit })}</p>
        ) : (
          <button type="button" className="more-rows screen-only" onClick={() => setShown(shown + PAGE * 4)}>
            {count('list.more', entries.length - limit)}
          </button>
        )
      ) : null}
    </>
  );
}

function EntryRows({ entry }: { entry: VariantEntry }) {
  const { t, code, word } = useLanguage();
  const readings = entry.readings.slice(0, MOST_READINGS);
  const rest = entry.readings.length - readings.length;
  const rows = readings.length + (rest === 0 ? 0 : 1);
  return (
    <tbody data-present={entry.absent ? 'no' : undefined}>
      {readings.map((reading, index) => (
        <tr key={reading.key}>
          {index > 0 ? null : (
            <>
              <th scope="rowgroup" rowSpan={rows}>
                <span className="gene">{entry.gene}</span> <Genotype>{entry.name}</Genotype>
                <span className="variant-hgvs">
                  <Genotype>{entry.hgvs}</Genotype>
                </span>
                {entry.because.length === 0 ? null : (
                  <bdi className="variant-because" lang={code === 'en' ? undefined : 'en'}>
                    {withWrittenDates(entry.because.slice(0, 4).join('; '), 'en')}
                  </bdi>
                )}
              </th>
              <td rowSpan={rows}>
                {t(`origin.${entry.origin}`)}
                {entry.classification === null ? null : <bdi className="variant-class">{word(entry.classification)}</bdi>}
              </td>
            </>
          )}
          <Reading reading={reading} />
        </tr>
      ))}
      {rest === 0 ? null : (
        <tr>
          <td colSpan={2} className="muted">
            {t('evidence.more', { n: rest })}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Made once for a language: a formatter costs more than a thousand numbers. */
const percents = new Map<string, Intl.NumberFormat>();

function percentIn(language: string): Intl.NumberFormat {
  const known = percents.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  percents.set(language, known);
  return known;
}

function Reading({ reading: { present, vaf, date, specimen } }: { reading: VariantReading }) {
  const { t, code } = useLanguage();
  const percent = percentIn(code);
  const found = vaf === null ? t('variants.found') : `${percent.format(vaf * 100)} %`;
  return (
    <>
      <td className="number">
        {present === false ? (
          <span className="variant-absent">{t('variants.absent')}</span>
        ) : present === null ? (
          <span className="variant-absent">{t('variants.presence-unknown')}</span>
        ) : (
          found
        )}
      </td>
      <td>
        <span className={date === null ? undefined : 'no-wrap'}>{date === null ? t('evidence.no-date') : writeDate(date, code)}</span>
        {specimen === null ? null : <bdi className="variant-specimen">{specimen}</bdi>}
      </td>
    </>
  );
}
