/** Evidence items and labels as the report cites them. */
import type { Citation } from '../report/types.ts';
import type { Approval, EvidenceItem, Withdrawal } from '../knowledge/oncology/types.ts';

export function evidenceCitation(item: EvidenceItem): Citation {
  const claim = `${item.supports ? '' : 'does not support '}${item.effect}, level ${item.level}${item.rating === null ? '' : `, rating ${item.rating}`}`;
  if (item.publication !== undefined)
    return {
      label: `${item.citation} (${item.effect}, level ${item.level})`,
      url: item.publication,
      ...(item.pmid === null ? {} : { pmid: item.pmid }),
      version: item.reviewed,
    };
  return {
    label: `CIViC EID${item.id} (${claim}): ${item.citation}, ${item.disease.name}`,
    url: `https://civicdb.org/links/evidence_items/${item.id}`,
    ...(item.pmid === null ? {} : { pmid: item.pmid }),
    version: item.reviewed,
  };
}
export function labelCitation(approval: Approval): Citation {
  const [notice] = approval.notices;
  if (approval.application === '' && notice !== undefined)
    return { label: `US approval of ${approval.labelDate}: ${notice.title}`, url: notice.url, version: notice.date };
  return { label: `US label, application ${approval.application}`, url: approval.url, version: approval.labelDate };
}
export function withdrawalCitation({ notice, date }: Withdrawal): Citation {
  return { label: notice.title, url: notice.url, version: date };
}
