/** Protein changes as oncologists write them: `p.Thr790Met` → `T790M`. The full HGVS name stays in the details. */

const LETTERS: Readonly<Record<string, string>> = {
  Ala: 'A', Arg: 'R', Asn: 'N', Asp: 'D', Cys: 'C', Gln: 'Q', Glu: 'E', Gly: 'G', His: 'H', Ile: 'I', Leu: 'L', Lys: 'K', Met: 'M',
  Phe: 'F', Pro: 'P', Ser: 'S', Thr: 'T', Trp: 'W', Tyr: 'Y', Val: 'V', Sec: 'U', Pyl: 'O', Xaa: 'X', Ter: '*',
}; // prettier-ignore

/** `p.` and a change; in brackets where it was predicted and not seen. Bounded, so that a text of endless letters costs nothing. */
const CHANGE = /(?<![\w.])p\.(\(?)([A-Z*][A-Za-z0-9_*=?]{1,200})(\)?)/g;
/** What a short name looks like: residue and number first, then anything that HGVS allows. */
const SHORT = /^[A-Z*]\d+(?:_[A-Z*]\d+)?(?:[A-Z*=?]|del|dup|ins|fs|ext)/;

/** "T790M is EGFR T790M": with short names both sides say the same. */
const TWICE = /(?<![\w.])([A-Z]\w{1,40}\*?) is (\w{1,20} \1)(?![\w*])/g;

/** The short form of every protein change in a text; what is no complete change stays as it is written. */
export function shortProteins(text: string): string {
  return oneByOne(text).replace(TWICE, '$2');
}
function oneByOne(text: string): string {
  return text.replace(CHANGE, (written, open: string, change: string, close: string) => {
    const short = change.replace(/[A-Z][a-z]{2}/g, (residue) => LETTERS[residue] ?? residue);
    if (!SHORT.test(short) || (open !== '' && close === '')) return written;
    // A bracket that belongs to the sentence stays.
    return open === '' ? `${short}${close}` : short;
  });
}
