/**
 * Short names of what a test looks for, in full: "EGFR Ex19Del", "EGFR del19", "METex14", "KRAS codon 12/13", "KRAS G12/G13", "BRAF V600". A residue
 * without its exchange, or a codon, stands for every change there.
 */
import { promoterInFull } from '../../../codes/promoter-mutations.ts';
import { withEitherShort } from './either-change.ts';
import { entryOf } from '../../../entry-of.ts';

const RESIDUE = '[ACDEFGHIKLMNPQRSTVWY]';
const GENE = String.raw`(?<![A-Za-z0-9])([A-Z][A-Z0-9]{2,7})`;

/** "METex14": the name of the skipping, not of the exon. */
const MET_SKIPPING = /(?<![A-Za-z0-9])(MET)(?:ex|Δex|Δ|[- ]ex)14(?:\s?(?:skip\w*|del|mutations?))?(?![A-Za-z0-9])/gi;
/** "Ex19Del", "exon19del", "E19del", "ex20 ins"; of EGFR and ERBB2 the number alone says the exon: "del19", "20ins". */
const EXON_CHANGE = /(?<![A-Za-z0-9])(?:exon|ex|e)[\s-]?(\d{1,2})[\s-]?(del|ins)(?:etions?|ertions?)?(?![A-Za-z0-9])/gi;
const OF_RECEPTOR = /\b(?:EGFR|ERBB2|HER2)\b/;
const NUMBER_FIRST = /(?<!exons?[\s-]?)(?<![A-Za-z0-9.(_])(19|20)[\s-]?(del|ins)(?:etions?|ertions?)?(?![A-Za-z0-9])/gi;
const NUMBER_LAST = /(?<![A-Za-z0-9])(del|ins)(?:etion|ertion)?[\s-]?(19|20)(?![A-Za-z0-9])/gi;
const KINDS: Readonly<Record<string, string>> = { del: 'deletion', ins: 'insertion' };
const inFull = (exon: string, kind: string): string => `exon ${exon} ${entryOf(KINDS, kind.toLowerCase()) ?? kind}`;

const CODON_LIST = String.raw`\d{2,4}(?:(?:\s?(?:\/|,|&|\+)\s?|\s(?:and|or)\s|-)\d{2,4})*`;
const CODONS = new RegExp(
  String.raw`${GENE}(?:\s(?:gene|exon\s\d{1,2}))?,?\s(?:codons?|residues?)\s(${CODON_LIST})(?![\d-])(?:\s(?:hotspot|point))?(?:\s(?:mutations?|variants?))?`,
  'g',
);
const RESIDUES = new RegExp(
  String.raw`${GENE}(?:[- ]TKD)?\s(?:p\.)?(${RESIDUE}\d{2,4}(?:(?:\s?(?:\/|,|&|\+)\s?|\s(?:and|or)\s)${RESIDUE}?\d{2,4})*)(?:[X])?(?![A-Za-z0-9*_?>+])(?:\s(?:hotspot|point))?(?:\s(?:mutations?|variants?))?`,
  'g',
);

/** "Ex19del not detected" as the change of its exon, in a value as in a name; "exon 19 del/ins" is one of two. */
export const exonChangeInFull = (text: string): string =>
  text.length > 1000 ? text : text.replace(SHORT_EXON_CHANGE, (_, exon: string, kind: string) => inFull(exon, kind));
const SHORT_EXON_CHANGE = new RegExp(String.raw`${EXON_CHANGE.source}(?!\s?[/-]\s?(?:del|ins))`, 'gi');

/** The name of a test with its short names in full; any other name comes back as it is. */
export function shortNamesInFull(name: string): string {
  if (name.length > 200) return name;
  const spelled = promoterInFull(name);
  if (!/\d/.test(spelled)) return spelled;
  const exons = spelled
    .replace(MET_SKIPPING, '$1 exon 14 skipping')
    .replace(EXON_CHANGE, (_, exon: string, kind: string) => inFull(exon, kind));
  const numbered = OF_RECEPTOR.test(exons)
    ? exons
        .replace(NUMBER_FIRST, (_, exon: string, kind: string) => inFull(exon, kind))
        .replace(NUMBER_LAST, (_, kind: string, exon: string) => inFull(exon, kind))
    : exons;
  return withEitherShort(numbered)
    .replace(CODONS, (_, gene: string, listed: string) => `${gene} codon ${numbersOf(listed)} mutation`)
    .replace(RESIDUES, (whole: string, gene: string, listed: string) =>
      /^[A-Z]\d+$/.test(gene) ? whole : `${gene} codon ${numbersOf(listed)} mutation`,
    );
}

/** "12/13", "12 and 13" → "12/13"; "12-13" is a run. */
function numbersOf(listed: string): string {
  const run = /^(\d+)-(\d+)$/.exec(listed);
  const [from, to] = [Number(run?.[1]), Number(run?.[2])];
  if (run !== null && to > from && to - from < 10) return Array.from({ length: to - from + 1 }, (_, at) => from + at).join('/');
  return [...new Set(listed.match(/\d+/g) ?? [])].join('/');
}
