/** Genes of a tumour that a genomic indicator of the problem list names. Of pharmacogenes the germline reader tells. */
import type { Chart } from '../chart.ts';
import { concept, wordings } from '../elements.ts';
import { isIndicator, statusOf } from '../germline/report/genomic-indicator.ts';
import { isOfAnother } from '../germline/report/recorded-words.ts';
import type { IntakeResource } from '../intake.ts';
import { symbolsIn } from '../variant/result/variant-genes.ts';
import { isPharmacogene } from './genes.ts';
import { isNoResult, isShort } from './spoken.ts';

export function genesOfIndicator(entry: IntakeResource, chart: Chart): { readonly genes: readonly string[]; readonly said: string } {
  const said = wordings(concept(entry.resource['code'])).slice(0, 1);
  const usable = isIndicator(entry) && statusOf(entry) === null && said.every((words) => isShort(words) && !isNoResult(words));
  const genes = usable && !isOfAnother(said) ? said.flatMap((words) => symbolsIn(words, chart)) : [];
  return { genes: genes.filter((gene) => !isPharmacogene(gene)), said: said[0] ?? '' };
}
