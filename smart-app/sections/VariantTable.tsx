/** All variants as a table, drawn a page at a time: a report can bring ten thousand. */
import { useState } from 'react';
import type { Variant } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Genotype } from '../parts/text.tsx';
import { writeDate } from '../view/dates.ts';

const PAGE = 50;

export function VariantTable({ variants, all = false }: { variants: readonly Variant[]; all?: boolean }) {
  const { t, code, count } = useLanguage();
  const [shown, setShown] = useState(PAGE);
  const limit = all ? 500 : shown;
  const percent = new Intl.NumberFormat(code, { maximumFractionDigits: 1 });
  if (variants.length === 0) return <p className="muted">{t('variants.none')}</p>;
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
          <tbody>
            {variants.slice(0, limit).map((variant, index) => (
              <tr key={`${variant.id}-${index}`} data-present={variant.present === false ? 'no' : undefined}>
                <th scope="row">
                  <span className="gene">{variant.gene}</span> <Genotype>{short(variant.name, variant.gene)}</Genotype>
                  <span className="variant-hgvs">
                    <Genotype>
                      {[variant.cHgvs, variant.pHgvs].filter((name) => name !== undefined && name !== variant.name).join(' ')}
                    </Genotype>
                  </span>
                </th>
                <td>
                  {variant.present === false
                    ? t('variants.absent')
                    : variant.present === null
                      ? t('variants.presence-unknown')
                      : t(`origin.${variant.origin}`)}
                  {variant.classification === undefined ? null : <bdi className="variant-class">{variant.classification}</bdi>}
                </td>
                <td className="number">{variant.vaf === undefined ? '–' : `${percent.format(variant.vaf * 100)} %`}</td>
                <td>{variant.evidence[0]?.issued === undefined ? t('evidence.no-date') : writeDate(variant.evidence[0].issued, code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {limit < variants.length ? (
        all ? (
          <p className="muted">{t('evidence.more', { n: variants.length - limit })}</p>
        ) : (
          <button type="button" className="more-rows screen-only" onClick={() => setShown(shown + PAGE * 4)}>
            {count('list.more', variants.length - limit)}
          </button>
        )
      ) : null}
    </>
  );
}

function short(name: string, gene: string): string {
  const rest = name.toLowerCase().startsWith(`${gene.toLowerCase()} `) ? name.slice(gene.length + 1) : name;
  return rest.length > 160 ? `${rest.slice(0, 160)}…` : rest;
}
