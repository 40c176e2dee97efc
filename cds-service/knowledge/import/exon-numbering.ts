/**
 * How far the exon table counts as the reference transcript does. Its transcripts are those of Ensembl 75; laboratories number by MANE
 * Select. Where both are one Ensembl transcript it holds to the end; where they are not, as far as CIViC gives one change the same
 * coding position on both. A single position that differs, and nothing is claimed.
 */
import type { TsvRow } from './oncology/tsv.ts';

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
    shown = Math.max(shown ?? 0, codonOf(here));
  }
  return shown === null || shown === 0 ? null : Math.min(shown, last);
}

/**
 * Transcripts beside MANE Select that count as it does: last codon up to which CIViC gives one change the same coding position on both. One that
 * differs anywhere is left out.
 */
export function numberedAlike(mane: TsvRow, summaries: readonly TsvRow[]): Record<string, number> {
  const own = [unversioned(mane('refseq_nm')), unversioned(mane('ensembl_enst'))];
  const first = agreeingWith(own, summaries);
  // What agrees with one that agrees: NM_033360 stands beside ENST00000256078, and that beside MANE Select.
  return { ...agreeingWith([...own, ...Object.keys(first)], summaries), ...first };
}
function agreeingWith(own: readonly string[], summaries: readonly TsvRow[]): Record<string, number> {
  const shown = new Map<string, number | null>();
  for (const summary of summaries) {
    const expressions = summary('hgvs_expressions').split(',');
    const there = codingPlace(expressions, own);
    if (there === null) continue;
    for (const transcript of new Set(expressions.flatMap((text) => /^\s*((?:NM_|ENST)\d+)(?:\.\d+)?:c\./.exec(text)?.[1] ?? []))) {
      if (own.includes(transcript)) continue;
      const here = codingPlace(expressions, [transcript]);
      const known = shown.get(transcript);
      if (here === null || known === null) continue;
      shown.set(transcript, here === there ? Math.max(known ?? 0, codonOf(here)) : null);
    }
  }
  return Object.fromEntries([...shown].flatMap(([name, codon]) => (codon === null || codon === 0 ? [] : [[name, codon] as const])));
}
function codonOf(place: string): number {
  return Math.ceil(Number(/^\d+/.exec(place)?.[0] ?? '0') / 3);
}

/** `2573` or `2235_2249` of the first coding expression on one of the transcripts. */
function codingPlace(expressions: readonly string[], transcripts: readonly string[]): string | null {
  for (const expression of expressions) {
    const [, transcript, place] = /^\s*([A-Z_0-9]+)(?:\.\d+)?:c\.(\d+(?:_\d+)?)/.exec(expression) ?? [];
    if (transcript !== undefined && place !== undefined && transcripts.includes(transcript)) return place;
  }
  return null;
}

export function unversioned(id: string): string {
  return id.replace(/\.\d+$/, '');
}
