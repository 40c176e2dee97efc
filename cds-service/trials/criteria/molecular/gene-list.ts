/** Names of genes as criteria write them, alone and in lists, and the approved symbols they stand for. */
import type { GeneModels } from '../../../knowledge/oncology/types.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/** Names that stand for several genes. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  BRCA: ['BRCA1', 'BRCA2'], 'BRCA1/2': ['BRCA1', 'BRCA2'], 'BRCA 1/2': ['BRCA1', 'BRCA2'], gBRCA: ['BRCA1', 'BRCA2'], 'gBRCA1/2': ['BRCA1', 'BRCA2'],
  RAS: ['KRAS', 'NRAS', 'HRAS'], 'KRAS/NRAS': ['KRAS', 'NRAS'], NTRK: ['NTRK1', 'NTRK2', 'NTRK3'], 'NTRK1/2/3': ['NTRK1', 'NTRK2', 'NTRK3'],
  'NTRK1-3': ['NTRK1', 'NTRK2', 'NTRK3'], 'NTRK1/2': ['NTRK1', 'NTRK2'], FGFR: ['FGFR1', 'FGFR2', 'FGFR3', 'FGFR4'], 'FGFR2/3': ['FGFR2', 'FGFR3'],
  'FGFR1-3': ['FGFR1', 'FGFR2', 'FGFR3'], 'FGFR1/2/3': ['FGFR1', 'FGFR2', 'FGFR3'], 'FGFR1-4': ['FGFR1', 'FGFR2', 'FGFR3', 'FGFR4'],
  'IDH1/2': ['IDH1', 'IDH2'], IDH: ['IDH1', 'IDH2'], 'TSC1/2': ['TSC1', 'TSC2'], 'MAP2K1/2': ['MAP2K1', 'MAP2K2'],
}; // prettier-ignore
const LONGEST = String.raw`g?BRCA ?1\/2|NTRK1(?:\/2\/3|-3|\/2)|FGFR1(?:-[34]|\/2\/3)|FGFR2\/3|IDH1\/2|TSC1\/2|MAP2K1\/2`;
export const GENE = String.raw`(?:${LONGEST}|g?BRCA(?!\d)|HER-?2|[A-Z][A-Z0-9]{1,7}(?:-(?!ITD|TKD|WT|IHC|ISH|NGS)[A-Z0-9]{1,3}(?![A-Za-z0-9]))?|c-?MET)`;
export const BETWEEN = String.raw`(?:\s*,\s*(?:and\/or |or |and )?|\s*\/\s*|\s+and\/or\s+|\s+or\s+|\s+and\s+|\s+&\s+|\s*;\s*)`;
const ALIAS = String.raw`(?: ?\((?:[A-Za-z0-9/-]{2,8})\))?`;
export const LIST = String.raw`${GENE}(?:${ALIAS}${BETWEEN}(?:the )?${GENE}){0,24}`;

/** Not genes, though they look like symbols. */
const WORDS =
  /^(?:DNA|RNA|CNS|CRC|NSCLC|SCLC|AML|MDS|CLL|ALL|PDAC|HNSCC|TNBC|HCC|RCC|GBM|MPN|CML|MCL|TPS|CPS|IHC|ISH|NGS|PCR|FDA|CLIA|CAP|ASCO|NCCN|PI3K|PARP|ITD|TKD|MSI|MSS|TMB|HRD|HRR|DDR|MMR|ER|PR|HR|AR|NOT|AND|OR|WT|CT|MRI|II|III|IV|VUS|OR|MUST|ANY|NO|KNOWN|ONE)$/;

export function namesIn(list: string): string[] {
  if (entryOf(FAMILIES, list)) return [list];
  return list
    .replace(/ ?\((?:[A-Za-z0-9/-]{2,8})\)/g, '')
    .replace(new RegExp(LONGEST, 'g'), (name) => name.replaceAll('/', '|'))
    .split(/\s*(?:,|;|&|\band\/or\b|\bor\b|\band\b|\/(?=[A-Z]))\s*(?:the )?/)
    .map((name) => name.replaceAll('|', '/').trim())
    .filter((name) => name !== '');
}

export interface GenesNamed {
  readonly symbols: readonly string[];
  /** Genes of the list that are not in the knowledge. */
  readonly others: boolean;
}

/** Empty when a name of the list is no gene. */
export function symbolsOf(list: string, models: GeneModels): GenesNamed {
  const symbols: string[] = [];
  let others = false;
  for (const name of namesIn(list)) {
    const family = entryOf(FAMILIES, name);
    if (family) {
      symbols.push(...family);
      continue;
    }
    if (WORDS.test(name)) return { symbols: [], others: false };
    const plain = name
      .replace('HER-2', 'HER2')
      .replace(/^c-?MET$/, 'MET')
      .replace(/^g(?=BRCA)/, '');
    const symbol = models.symbol(plain) ?? models.symbol(plain.replace('-', ''));
    if (symbol === null) others = true;
    else symbols.push(symbol);
  }
  return { symbols: [...new Set(symbols)], others };
}
