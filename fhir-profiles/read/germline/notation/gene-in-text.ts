/** Pharmacogenomic genes named inside running text (test names, result texts), whole words only. */
import { PGX_GENES } from '../../../codes/pgx/genes.ts';
import { remembered } from '../../../remembered.ts';
import { plainSpelling } from './spelling.ts';

/** Full names and older symbols as laboratories write them (HGNC previous symbols and approved names). */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bcytochrome\s+p-?450\s*(?:family\s*)?(?:cyp)?\s?(\d[A-Z]\d{1,2})\b/gi, 'CYP$1'],
  [/\bCYP[\s-](\d[A-Z]\d{1,2})\b/gi, 'CYP$1'],
  [/\b(?:CYP|P)-?\s?450[\s-]*(\d[A-Z]\d{1,2})\b/gi, 'CYP$1'],
  // The enzyme's family is left out where nothing else can be meant.
  [/(?<![A-Za-z0-9*.:/-])2(D6|C19|C9)(?![A-Za-z0-9*:./-])/g, 'CYP2$1'],
  [/\bTPMT2\b/gi, 'TPMT'],
  [
    /\bdihydropyrimidine dehydrogenase\b|\bDPD\b(?=[\s-]*(?:5-?FU\s+)?(?:gen|deficien|ph[eéäa]not[yi]p|f[eä]not[yi]p|a[ck]tivit|metaboli|enzyme|G?AS\b))|\bDPD\b(?<=\bph[eé]notyp[a-z]{0,4}[\s:-]{1,3}(?:de la |of )?DPD)/gi,
    'DPYD',
  ],
  // The share of uracil that DPD has broken down: its measurement by substrate and product.
  [/\b(?:dihydro-?uracil\s?[/:]\s?uracil|UH2\s?[/:]\s?U)(?![A-Za-z])/gi, 'DPYD'],
  [/\bthiopurine (?:s-)?methyltransferase\b/gi, 'TPMT'],
  [/\bnudix hydrolase 15\b/gi, 'NUDT15'],
  [/\bglucose-?\s?6-?\s?phosphate dehydrogenase\b/gi, 'G6PD'],
  [/\bIL-?28B\b|\binterleukin[- ]28B\b|\binterferon lambda[- ]3\b/gi, 'IFNL3'],
  [/\bvitamin k epoxide reductase(?: complex(?: subunit 1)?)?\b/gi, 'VKORC1'],
  [/\bUGT\s1A1\b/gi, 'UGT1A1'],
  // Names of the proteins (Pharmacological Reviews, table of transporter names; read 2026-11-22).
  [/\bOATP-?1B1\b|\bOATP-?C\b/gi, 'SLCO1B1'],
  [/\bBCRP\b/g, 'ABCG2'],
  [/\bryanodine receptor(?:\s+type)?[\s-]*1\b/gi, 'RYR1'],
  [/\b(?:12S rRNA|MTRNR1|MT[\s_]RNR1)\b/gi, 'MT-RNR1'],
  // The mitochondrial positions of CPIC's aminoglycoside guideline name their gene by themselves; MITOMAP writes the bases in brackets.
  [/(?<![\w.])m\.\s?1555\s?A>G|(?<![\w.])\(A\)1555\(G\)/gi, 'MT-RNR1 m.1555A>G'],
  [/(?<![\w.])m\.\s?1494\s?C>T|(?<![\w.])\(C\)1494\(T\)/gi, 'MT-RNR1 m.1494C>T'],
  [/(?<![\w.])m\.\s?1095\s?T>C|(?<![\w.])\(T\)1095\(C\)/gi, 'MT-RNR1 m.1095T>C'],
  [/\b(?:mitochondrial|mt-?DNA)\s+(?:(?:DNA|mutation|variant)\s+)*(?:A1555G|1555\s?A>G)\b/gi, 'MT-RNR1 m.1555A>G'],
  [/\b(?:mitochondrial|mt-?DNA)\s+(?:(?:DNA|mutation|variant)\s+)*(?:C1494T|1494\s?C>T)\b/gi, 'MT-RNR1 m.1494C>T'],
  // As the whole name of a test they can mean no other gene.
  [/^(?:A1555G|1555\s?A>G)(?= mutation$| variant$|$)/i, 'MT-RNR1 m.1555A>G'],
  [/^(?:C1494T|1494\s?C>T)(?= mutation$| variant$|$)/i, 'MT-RNR1 m.1494C>T'],
  [/\bHLA[\s_]?(A|B|C|DRB1|DQA1|DQB1|DPB1)(?=[\s*:_-]|$)/gi, 'HLA-$1'],
];

/** "CYP2C19Genotype": names that programs write without blanks. */
const RUN_ON = '(?:gene?s?(?![a-z])|genotyp|phenotyp|diplotyp|haplotyp|metaboli|activity|status|result|variant|allele)';

const SYMBOLS = new RegExp(
  String.raw`(?<![A-Za-z0-9-])(${[...PGX_GENES].sort((a, b) => b.length - a.length).join('|')})(?!(?!${RUN_ON})[A-Za-z0-9]|-(?!(?:genot[iy]p|ph[aäe]not[iy]p|f[ae]not[iy]p|status|metabol|mutation|diplot[iy]p|haplot[iy]p|a[ck]tivit|typisierung|analys|gene?s?(?![a-zäöü])|test|allel|varian|polymorphi|sequen[zc]|diagnost|mangel|defizien|deficien|nachweis|befund|resul|ergebnis|untersuch)[a-zäöü]*)[A-Za-z0-9])`,
  'gi',
);

/** Most texts of a chart name no pharmacogene: one look tells. */
const WORTH_READING =
  /CYP|P-?\s?450|\b2(?:D6|C19|C9)\b|UGT|NAT[12]|TPMT|NUDT|SLCO|DPYD|DPD|G6PD|RNR1|RYR1|CACNA|CFTR|VKORC|IFNL|ABC[GB]|COMT|OPRM|MTHFR|\bF[25]\b|HLA|cytochrome|dihydropyrimidine|dihydro-?uracil|UH2|thiopurine|nudix|glucose|IL-?28|interleukin|interferon|vitamin k|rRNA|mitochondrial|OATP|BCRP|ryanodine|mt-?DNA|A1555G|1555\s?A>G|C1494T|1494\s?C>T|m\.\s?1(?:555|494|095)|\)1(?:555|494|095)\(/i;

/** Whether a text can name a pharmacogene at all. */
export const mayNameGene = (text: string): boolean => WORTH_READING.test(text);

/** Symbols in the order of the text, each once. */
export const pgxGenesIn: (text: string) => readonly string[] = remembered((text) => {
  if (!WORTH_READING.test(text)) return [];
  const spelled = inSymbols(text);
  return [...new Set([...spelled.matchAll(SYMBOLS)].map(([symbol]) => symbol.toUpperCase()))];
});

/** The text without the gene's name, so that only the result is left. */
export function withoutGene(text: string, gene: string): string {
  const escaped = gene.replace(/[-]/g, '\\-');
  return inSymbols(text)
    .replace(new RegExp(String.raw`(?<![A-Za-z0-9-])${escaped}(?:\s*gene\b)?[\s_:]*`, 'gi'), ' ')
    .trim();
}

function inSymbols(text: string): string {
  let spelled = plainSpelling(text);
  for (const [pattern, symbol] of OTHER_NAMES) spelled = spelled.replace(pattern, symbol);
  return spelled;
}

/** Of a text about several genes ("CYP2C19 *1/*2; CYP2D6 *4/*4") the parts about this one; the whole text when it names no other. */
export function partsAbout(text: string, gene: string): readonly string[] {
  const named = pgxGenesIn(text);
  if (named.length < 2) return [text];
  return text.split(BETWEEN).flatMap((sentence) => {
    const negated = NEGATION.test(sentence);
    return sentence.split(/,|\band\b/).filter((part) => {
      const [only, ...more] = pgxGenesIn(part);
      // "Negative for … and …": the second part alone would say the opposite.
      return only === gene && more.length === 0 && (!negated || STATED.test(part) || pgxGenesIn(sentence).length === 1);
    });
  });
}

/** Between the results of a list; HL7 v2 repeats a field by "~", and reports in one line put "|" between blanks. */
const BETWEEN = /[;\n~]|\s[|•·]\s|\.\s/;
const NEGATION = /\b(?:negative|no|not|non|absent|undetected|without|neither)\b/i;
const STATED =
  /\b(?:negative|positive|no|not|absent|undetected|detected|present|found|identified|carrier|metaboli\w*|function|normal)\b|\*\s?\d\w*\s?\/\s?\*\s?\d/i;
