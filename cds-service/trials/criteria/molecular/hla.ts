/** HLA types: "HLA-A*02:01 positive", "HLA-A*02:01, 02:05 or HLA-A*02:06", "HLA-A2+". */
import { byPattern, needing, type Recogniser } from '../atom.ts';

const ONE = String.raw`(?:HLA[- ]?)?(?:[ABC] ?\*? ?)?\d{2}(?::\d{2,3}|\d{2})?(?!\d)`;
const LIST = new RegExp(
  String.raw`\bHLA[- ]?([ABC])(?: ?\* ?(\d{2}(?::\d{2,3}|\d{2})?)|(\d)(?!\d)|(\d{2}:\d{2,3}))((?:(?:\s*,\s*(?:and\/or |or |and )?|\s*\/\s*|\s+or\s+|\s+and\/or\s+)${ONE})*)(?:[- ]*(?:positive|negative|\+(?!\w)|genotype|haplotype|serotype|phenotype|type|alleles?))*(?: (?:in|on|at) (?:≥|either|one)(?: 1| one)? alleles?)?`,
  'g',
);

const hla = byPattern(LIST, (match) => {
  const [whole, locus = '', starred, digit, plain, further = ''] = match;
  const alleles = [nameOf(locus, starred ?? plain ?? `0${digit ?? ''}`)];
  for (const [, other, fields = ''] of further.matchAll(/(?:HLA[- ]?)?(?:([ABC]) ?\*? ?)?(\d{2}(?::\d{2,3}|\d{2})?)/g))
    alleles.push(nameOf(other ?? locus, fields));
  const asked = { kind: 'hla', alleles } as const;
  return whole.includes('negative') ? { kind: 'not', of: asked } : asked;
});
function nameOf(locus: string, fields: string): string {
  return `HLA-${locus}*${fields.length === 4 ? `${fields.slice(0, 2)}:${fields.slice(2)}` : fields}`;
}

export const HLA: readonly Recogniser[] = [needing('hla', hla)];
