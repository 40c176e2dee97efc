/** Names of variants as reports write them, brought to one form so that they can be compared. */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** SPDI counts from 0: `NC_000006.12:18130686:T:C` → `g.18130687t>c`; `NM_000110.4(DPYD):c.1905+1G>A` → `c.1905+1g>a`; `p.(Gly551Asp)` and `G551D` → `p.g551d`; `A1555G` stays for the gene to read. */
export function variantKey(written: string): string {
  const name = written
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, '')
    // The mitochondrial chromosome is counted with m., also where a converter writes g. as for every other.
    .replace(/^(?:NC_012920\.\d+|(?:chr)?MT?):(?:[gm]\.)?(?=\d+[ACGT]>[ACGT]$)/i, 'm.')
    .replace(
      /^NC_012920\.\d+:(\d+):([ACGT]):([ACGT])$/i,
      (_, before: string, ref: string, alt: string) => `m.${String(Number(before) + 1)}${ref}>${alt}`,
    )
    .replace(
      /^NC_\d+\.\d+:(\d+):([ACGT]):([ACGT])$/i,
      (_, before: string, ref: string, alt: string) => `g.${String(Number(before) + 1)}${ref}>${alt}`,
    )
    // NC_001807 numbers the mitochondrial chromosome otherwise: its name stays, so that no change of the revised sequence is found by it.
    .replace(/^(?!NC_001807)(?:[A-Z]{2}_[\d.]+|ENS[TGP]\d+(?:\.\d+)?)(?:\([^)]*\))?:/i, '')
    .replace(/^[A-Z0-9-]{2,10}:(?=[cgmnp]\.)/i, '')
    // "c.1652G>A (p.Gly551Asp)": the change of the bases says it more exactly than that of the protein behind it.
    .replace(/^(c\.[^()]+)\(p\.[^()]*\)$/i, '$1');
  const protein = /^(?:p\.)?\(?([A-Z][a-z]{2})(\d+)([A-Z][a-z]{2}|del|\*|Ter|=)\)?$/.exec(name);
  if (protein) return `p.${letter(protein[1])}${protein[2] ?? ''}${letter(protein[3])}`.toLowerCase();
  const short = /^(?:p\.)?\(?([ACDEFGHIKLMNPQRSTVWY])(\d{1,4})([ACDEFGHIKLMNPQRSTVWYX*]|del)\)?$/i.exec(name);
  if (short && !/^[ACGT]\d{3,4}[ACGT]$/i.test(name)) return `p.${name.replace(/^p\./i, '').replace(/[()]/g, '')}`.toLowerCase();
  return name.toLowerCase();
}

const letters: Readonly<Record<string, string>> = {
  Ala: 'A',
  Arg: 'R',
  Asn: 'N',
  Asp: 'D',
  Cys: 'C',
  Gln: 'Q',
  Glu: 'E',
  Gly: 'G',
  His: 'H',
  Ile: 'I',
  Leu: 'L',
  Lys: 'K',
  Met: 'M',
  Phe: 'F',
  Pro: 'P',
  Ser: 'S',
  Thr: 'T',
  Trp: 'W',
  Tyr: 'Y',
  Val: 'V',
  Ter: 'X',
  '*': 'X',
};
const letter = (code: string | undefined): string => entryOf(letters, code ?? '') ?? code ?? '';
