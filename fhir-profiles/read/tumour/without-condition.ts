/** Tumours that no Condition names: the reason of an order, the site of a metastasis. */
import type { TumourFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import { concepts, text } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf } from '../observation.ts';
import { siteOf } from './tumour-of-entry.ts';
import { namesTumour, tumourType } from './tumour-type.ts';

/** Where no Condition names a tumour, an order's reason may: kept as of unknown standing. */
export function fromRequests(chart: Chart): readonly TumourFact[] {
  const table = chart.vocabulary.tumours;
  const found: TumourFact[] = [];
  for (const entry of chart.intake.ofType('ServiceRequest')) {
    if (['entered-in-error', 'revoked'].includes(text(entry.resource['status']) ?? '')) continue;
    for (const reason of concepts(entry.resource['reasonCode'])) {
      const type = tumourType({ code: reason, histology: { codings: [] }, sites: [] }, table);
      if (!namesTumour(reason, table) || (type.doid === null && type.oncotree === null)) continue;
      found.push({
        text: reason.text ?? reason.codings[0]?.display ?? reason.codings[0]?.code ?? '',
        codes: reason.codings,
        ...type,
        role: 'primary',
        clinicalStatus: 'unknown',
        verified: 'unknown',
        bodySites: [],
        stages: [],
        source: sourceOf(entry, chart.intake),
      });
    }
  }
  return found;
}

/** SNOMED CT 385421009 "Site of distant metastasis". */
export function metastasisSites(chart: Chart, claimed: Set<IntakeResource>): readonly TumourFact[] {
  return chart.observations.flatMap((view) => {
    if (!view.usable || !view.code.codings.some(({ code }) => code === '385421009')) return [];
    claimed.add(view.entry);
    const sites = siteOf(valueConcept(view.value));
    const [site] = sites;
    if (site === undefined) return [];
    const fact: TumourFact = {
      text: `Metastasis: ${site}`,
      codes: valueConcept(view.value).codings,
      oncotree: null,
      doid: null,
      role: 'secondary',
      clinicalStatus: 'active',
      verified: 'unknown',
      bodySites: sites,
      stages: [],
      source: view.source,
    };
    return [fact];
  });
}
