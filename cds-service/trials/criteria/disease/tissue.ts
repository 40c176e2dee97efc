/** Names of a kind of tissue without an organ: they say how a tumour named beside them looks. */
import type { Requirement } from '../../../knowledge/trials/types.ts';

/** OncoTree: adenocarcinoma, squamous cell carcinoma, neuroendocrine carcinoma and tumour, not otherwise specified. */
const ONCOTREE: readonly string[] = ['ADNOS', 'SCCNOS', 'NECNOS', 'NETNOS'];
/** Disease Ontology 2026-08: carcinoma. */
const CARCINOMA = 'DOID:305';

export function isTissue(asked: Requirement): boolean {
  return asked.kind === 'tumour' && (ONCOTREE.includes(asked.oncotree ?? '') || asked.doid === CARCINOMA);
}
