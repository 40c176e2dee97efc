/** Names of the columns of a genomics module, flow sheet or laboratory table, as they stand in components and in rows of a report. */

export const GENE = /^(?:hgnc[\s_])?genes?(?:[\s_]?(?:symbol|name|studied|tested|id))?$|^hugo[\s_]symbol$|^(?:gene )?symbol$/i;
export const CHANGE =
  /^(?!gene(?:[\s_]name)?$)(?:(?:amino[\s_]?acid|aa|protein|p\.?|dna|cdna|coding(?: dna)?|nucleotide|c\.?|sequence|variant|genomic|gene|genetic|somatic)[\s_]?(?:change|variant|alteration|mutation|description|name)?|(?:[pc]\.?[\s_]?hgvs|hgvs[\s_]?[pc])(?:[\s_]short)?|alterations?|mutations?|variants?|change|marker)(?:\s?\((?:[pc]\.?\s?)?hgvs\))?$/i;
/** An answer, or the change that was found. */
export const FOUND = /^(?:variants?|mutations?|alterations?|changes?)[\s_](?:detected|found|identified|reported)$/i;
/** What was looked for: with its answer a row, alone no finding. */
export const ASKED = /^(?:(?:variant|mutation|change|alteration) (?:tested|analy[sz]ed|assayed|targeted)|target|analyte)$/i;
export const CLASS = /^(?:assessment|classification|pathogenicity|(?:clinical )?significance|interpretation)$/i;
export const ORIGIN = /^(?:origin|(?:genomic )?source(?: class)?|somatic\/germline)$/i;

const NUMBERED = /^(.*\p{L}\W?)[\s_#-]*(?:no\.?\s?)?(\d{1,2})$/u;

/** "Gene 2", "Variant_2": the column's own name and the row that it belongs to; null where no number stands behind the name. */
export function numbered(name: string): { readonly name: string; readonly row: string } | null {
  const [, own, row] = NUMBERED.exec(name.trim()) ?? [];
  return own === undefined || row === undefined ? null : { name: own.trim(), row };
}
