/** "Thr315Ile", "LEU858ARG", "Glu746_Ala750del": a change of the protein in three letters without its "p.", as laboratories type it. */
export const ONE_LETTER: Readonly<Record<string, string>> = {
  Ala: 'A', Arg: 'R', Asn: 'N', Asp: 'D', Cys: 'C', Gln: 'Q', Glu: 'E', Gly: 'G', His: 'H', Ile: 'I', Leu: 'L', Lys: 'K', Met: 'M', Phe: 'F',
  Pro: 'P', Ser: 'S', Thr: 'T', Trp: 'W', Tyr: 'Y', Val: 'V',
}; // prettier-ignore
const NAMES = Object.keys(ONE_LETTER);
const RESIDUE = `(?:${[...NAMES, ...NAMES.map((name) => name.toUpperCase())].join('|')})`;
const BARE = new RegExp(
  `(?<![A-Za-z0-9_.]|p\\.\\()(${RESIDUE}\\d{1,4})((?:_${RESIDUE}\\d{1,4})?)((?:${RESIDUE}|Ter|TER|\\*)(?![A-Za-z0-9])|(?:delins|del|dup|ins|fs)[A-Za-z0-9*]*)`,
  'g',
);

/** The same words with the change as HGVS writes it. */
export function withProteinSign(text: string): string {
  return text.replace(BARE, (_, first: string, last: string, change: string) => `p.${cased(first)}${cased(last)}${cased(change)}`);
}
const cased = (text: string): string =>
  text.replace(/(?<![A-Za-z])(del|dup|ins|delins)?([A-Z]{3})(?=\d|$)/g, (whole, sign: string | undefined, name: string) =>
    [...NAMES, 'Ter'].some((one) => one.toUpperCase() === name) ? `${sign ?? ''}${name.charAt(0)}${name.slice(1).toLowerCase()}` : whole,
  );
