import { entryOf } from '../../../entry-of.ts';

/**
 * BRCA1 and BRCA2 changes as the Breast Cancer Information Core counted them, from the first base of the transcript: "185delAG", "185 del AG", "6174delT". The
 * numbers stand 119 (BRCA1) and 228 (BRCA2) above those of HGVS; ClinVar gives both names of many: c.302-2del and 421-2delA (RCV000048047), c.5017_5019del and
 * 5136delCAC (RCV000048738), BRCA2 c.426-12 and 654-12 (RCV000113566). 185delAG is c.68_69del, which others number 187delAG (RCV000056295; looked up 2026-11-23).
 * Where bases repeat, HGVS names the last of them, so that a name made here may stand beside another for the same change; exon and frame are the same.
 */
const ABOVE: Readonly<Record<string, number>> = { BRCA1: 119, BRCA2: 228 };
const NUMBERED_OTHERWISE: Readonly<Record<string, string>> = { 'BRCA1 185delAG': 'c.68_69delAG' };
const LEGACY = /(?<![A-Za-z0-9._+*-])(?:nt ?)?(\d{3,5}) ?(del|ins|dup) ?([ACGT]{1,12})(?![A-Za-z0-9_>])/gi;
const NAMED = /\bBRCA([12])\b(?!\s?\/)/g;

/** The HGVS name behind each legacy name; `gene`: whose result it is, null where the text has to say. */
export function withHgvsOfBrca(text: string, gene: string | null): string {
  if (text.length > 200 || !/\d ?(?:del|ins|dup)/i.test(text) || /(?<![A-Za-z])[cgnp]\./.test(text)) return text;
  const named = [...new Set([...text.matchAll(NAMED)].map(([symbol]) => symbol))];
  const whose = named.length === 1 ? named[0] : named.length === 0 ? gene : null;
  const above = whose === null || whose === undefined ? undefined : entryOf(ABOVE, whose);
  if (above === undefined) return text;
  return text.replace(LEGACY, (written, number: string, kind: string, bases: string) => {
    const hgvs = entryOf(NUMBERED_OTHERWISE, `${whose ?? ''} ${number}${kind.toLowerCase()}${bases.toUpperCase()}`) ?? hgvsOf(Number(number) - above, kind.toLowerCase(), bases.toUpperCase()); // prettier-ignore
    return hgvs ?? written;
  });
}

function hgvsOf(at: number, kind: string, bases: string): string | null {
  if (at < 1) return null;
  if (kind === 'ins') return `c.${at}_${at + 1}ins${bases}`;
  return `c.${bases.length === 1 ? at : `${at}_${at + bases.length - 1}`}${kind}${bases}`;
}
