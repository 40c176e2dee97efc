/**
 * How far the exon table counts as the reference transcript does. Its transcripts are those of Ensembl 75; laboratories number by MANE
 * Select. Where both are one Ensembl transcript it holds to the end; where they are not, as far as CIViC gives one change the same
 * coding position on both. A single position that differs, and nothing is claimed.
 */
import type { TsvRow } from './oncology-tsv.ts';

interface Numbered {
  readonly transcript?: string;
  readonly exons: readonly (readonly number[])[];
}

/** Last codon up to which residue numbers of the exon table are those of MANE Select; null where that is not shown. */
export function countedTo(record: Numbered, mane: TsvRow | undefined, summaries: readonly TsvRow[]): number | null {
  const last = record.exons.at(-1)?.[2];
  if (record.transcript === undefined || mane === undefined || last === undefined) return null;
  if (unversioned(mane('ensembl_enst')) === record.transcript) return last;
  let shown: number | null = null;
  for (const summary of summaries) {
    const expressions = summary('hgvs_expressions').split(',');
    const here = codingPlace(expressions, [record.transcript]);
    const there = codingPlace(expressions, [unversioned(mane('refseq_nm')), unversioned(mane('ensembl_enst'))]);
    if (here === null || there === null) continue;
    if (here !== there) return null;
    shown = Math.max(shown ?? 0, Math.ceil(Number(/^\d+/.exec(here)?.[0] ?? '0') / 3));
  }
  return shown === null || shown === 0 ? null : Math.min(shown, last);
}

/** `2573` or `2235_2249` of the first coding expression on one of the transcripts. */
function codingPlace(expressions: readonly string[], transcripts: readonly string[]): string | null {
  for (const expression of expressions) {
    const [, transcript, place] = /^\s*([A-Z_0-9]+)(?:\.\d+)?:c\.(\d+(?:_\d+)?)/.exec(expression) ?? [];
    if (transcript !== undefined && place !== undefined && transcripts.includes(transcript)) return place;
  }
  return null;
}

function unversioned(id: string): string {
  return id.replace(/\.\d+$/, '');
}
