/**
 * Tall-man letters, where the site asks for them: look-alike names with the letters that tell them apart in capitals.
 * The names are those of the FDA's Name Differentiation Project (list of established drug names, fda.gov, as of 2024; also table 1 of the
 * FDA and ISMP lists of 2023). A site adds the names of its own list in the same spelling.
 */

const FDA_NAMES =
  'acetaZOLAMIDE acetoHEXAMIDE buPROPion busPIRone CARBOplatin CISplatin chlorproMAZINE chlorproPAMIDE clomiPHENE clomiPRAMINE cycloSERINE ' +
  'cycloSPORINE DAUNOrubicin DOXOrubicin dimenhyDRINATE diphenhydrAMINE DOBUTamine DOPamine glipiZIDE glyBURIDE hydrALAZINE hydrOXYzine ' +
  'medroxyPROGESTERone methylPREDNISolone methylTESTOSTERone niCARdipine NIFEdipine predniSONE prednisoLONE sulfADIAZINE sulfiSOXAZOLE ' +
  'TOLAZamide TOLBUTamide vinBLAStine vinCRIStine';

/** Writes the names in a text as the lists have them; nothing else is touched, so that it may be used on any sentence. */
export function tallMan(own: readonly string[] = []): (text: string) => string {
  const spelled = new Map(
    [...FDA_NAMES.split(' '), ...own.filter((name) => /^\p{L}+$/u.test(name))].map((name) => [name.toLowerCase(), name]),
  );
  const known = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...spelled.keys()].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(known, (name) => spelled.get(name.toLowerCase()) ?? name);
}
