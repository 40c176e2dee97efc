/** Where a row comes from, as the report cites it, and whose it is. */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { Citation } from '../../report/types.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';

export function citationOf(row: Recommendation, index: KnowledgeIndex): Citation {
  const label = index.label(row);
  if (label !== undefined) {
    const { source } = label;
    return { label: source.label, url: source.url, ...(source.pmid === undefined ? {} : { pmid: source.pmid }), version: source.date };
  }
  const guideline = index.guideline(row.guideline);
  const pmid = guideline?.pmids[0];
  return {
    label: guideline?.title ?? `${row.body} guideline`,
    url: guideline?.url ?? 'https://www.clinpgx.org/guidelineAnnotations',
    ...(pmid === undefined ? {} : { pmid }),
    version: row.asOf,
  };
}

/** The guideline that stands for FDA's table of pharmacogenetic associations. */
const FDA_TABLE = 'fda-table';

/** Whose row it is: a body's, and of FDA's the drug's own label or the table of associations. */
export function bodyOf(row: Recommendation, index: KnowledgeIndex): { readonly body: Recommendation['body']; readonly ofLabel?: true } {
  const { body } = row;
  const ofTable = index.label(row)?.ofTable ?? row.guideline === FDA_TABLE;
  return body === 'FDA' && !ofTable ? { body, ofLabel: true } : { body };
}
