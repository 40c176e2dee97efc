/** HLA alleles: carried, not carried, or not typed finely enough to say. */
import type { GermlineResult } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, joined, no, unknown, yes, type Answer } from './answer.ts';

/** One of the alleles is enough. */
export function hasHla({ alleles }: Extract<Requirement, { kind: 'hla' }>, { facts }: TrialPatient): Answer {
  return joined(
    alleles.map((name) => hasAllele(name, facts.germline)),
    'any',
  );
}

function hasAllele(name: string, germline: readonly GermlineResult[]): Answer {
  const [gene = '', wanted = ''] = name.split(/(?=\*)/);
  const results = germline.filter((result) => result.gene === gene);
  const read = results.map((result) => ({ result, carries: carries(result.call, wanted) })).filter(({ carries: said }) => said !== null);
  const said = new Set(read.map(({ carries: one }) => one));
  const words = read.map(({ result }) => dated(`${gene} ${result.text}`, result.source.issued)).join('; ');
  if (said.size !== 1) return unknown(said.size > 1 ? `${words}: results disagree` : `no result on file settles “${name}”`, `${gene} type`);
  return said.has(true) ? yes(words) : no(words);
}

/** Null: this result does not say. */
function carries(call: GermlineResult['call'], wanted: string): boolean | null {
  switch (call.kind) {
    case 'diplotype':
      return among(
        call.haplotypes.flatMap(({ units }) => units.map(({ allele }) => allele)),
        wanted,
      );
    case 'single-allele':
      return call.haplotype.units.some(({ allele }) => isOf(allele, wanted)) ? true : null;
    case 'allele-presence':
      if (call.present) return isOf(call.allele, wanted) ? true : null;
      return isOf(wanted, call.allele) ? false : null;
    case 'ambiguous': {
      const options = call.options.map((option) => among(option.split('/'), wanted));
      const [first] = options;
      return first !== undefined && options.every((one) => one === first) ? first : null;
    }
    default:
      return null;
  }
}
/** Both alleles are named: the wanted one is among them, or both are another for certain. */
function among(alleles: readonly string[], wanted: string): boolean | null {
  if (alleles.some((allele) => isOf(allele, wanted))) return true;
  return alleles.every((allele) => !isOf(wanted, allele)) ? false : null;
}
/** `*02:01` is a `*02`; a `*02` may be any of its alleles. */
function isOf(allele: string, wider: string): boolean {
  const plain = allele.replace(/^(?:HLA-[A-Z0-9]+)?\*?/, '*');
  const other = wider.replace(/^(?:HLA-[A-Z0-9]+)?\*?/, '*');
  return plain === other || plain.startsWith(`${other}:`);
}
