/** Tests named after a group of genes: "NTRK fusion", "RAS mutation", "BRCA1/2". */

import { KINASE_LAST } from '../../../codes/genomics/kinase-fusions.ts';
import type { GeneTable } from '../../../vocabulary.ts';

interface GeneGroup {
  readonly name: RegExp;
  readonly genes: readonly string[];
  /** What a bare "positive" of such a test means; null when it could mean several things. */
  readonly asks: 'rearrangement' | 'mutation';
}

/** NTRK1–3 and KRAS/NRAS as the US labels of TRK inhibitors and of panitumumab group them; BRCA1 and BRCA2 as PARP inhibitor labels do. */
const GROUPS: readonly GeneGroup[] = [
  {
    name: /\bNTRK(?:\s?1\s?[/,-]\s?2\s?[/,-]\s?3)?(?![0-9A-Za-z])|\bNTRK1\s?\/\s?NTRK2\s?\/\s?NTRK3\b/i,
    genes: ['NTRK1', 'NTRK2', 'NTRK3'],
    asks: 'rearrangement',
  },
  {
    name: /(?<![A-Za-z])(?<!Richmond[\s-])(?:extended |pan-?|all-?)?RAS(?![A-Za-z0-9]|\)|[\s-]{1,3}(?:scale|score|inhib|block|antagon|duplex|stenos|activation|axis|system)\w*)|\bKRAS\s?(?:\/|and|&)\s?NRAS\b/i,
    genes: ['KRAS', 'NRAS'],
    asks: 'mutation',
  },
  { name: /\bBRCA(?:\s?1\s?(?:\/|and|&)\s?(?:BRCA)?\s?2)?(?![0-9A-Za-z])/i, genes: ['BRCA1', 'BRCA2'], asks: 'mutation' },
];

/** Genes that are tested for side by side: between two of them a slash or hyphen is a list, not a fusion ("EGFR/ALK"). */
const TESTED_TOGETHER: ReadonlySet<string> = new Set(
  (
    'EGFR KRAS NRAS HRAS BRAF ERBB2 MET ALK ROS1 RET NTRK1 NTRK2 NTRK3 PIK3CA AKT1 PTEN ESR1 BRCA1 BRCA2 PALB2 ATM KIT PDGFRA IDH1 IDH2 FLT3 JAK2 ' +
    'CALR MPL NPM1 CEBPA FGFR1 FGFR2 FGFR3 TP53 MAP2K1 STK11 KEAP1 TERT'
  ).split(' '),
);
/** Two genes that are tested side by side: written together they are a list, as far as nothing says otherwise. */
export function testedTogether(genes: readonly string[]): boolean {
  return genes.every((gene) => TESTED_TOGETHER.has(gene)) && !isLymphomaFusion(genes);
}
/** NPM1 is tested for in leukaemia; beside ALK alone it is the partner of the lymphoma's fusion. */
const isLymphomaFusion = (genes: readonly string[]): boolean => genes.length === 2 && genes.includes('NPM1') && genes.includes('ALK');

/** What may stand beside the symbols of a list and is none of them. */
const BESIDE_SYMBOLS =
  /\bexons?\b[\s\d,;/&-]*(?:and \d+)?|\([^()]*\)|\b(?:by|in|of|for|the|and|genes?|mutations?|mutational|variants?|alterations?|analysis|testing|tests?|panel|status|hotspots?|sequencing|NGS|PCR|FISH|CISH|IHC|fusions?|rearrangements?|break-?apart|molecular|somatic|tumou?r|tissue|profile|results?)\b/gi;

/** "EGFR, ALK, ROS1, BRAF", "ALK/ROS1/RET FISH": a list of genes and nothing else, each of which was tested; null for anything else. */
export function listedGenes(texts: readonly string[], genes: GeneTable): GeneGroup | null {
  for (const text of texts.filter((one) => one.length <= 200)) {
    const parts = text
      .replace(BESIDE_SYMBOLS, ' , ')
      .split(/[,;/&+-]|\s+/)
      .filter((part) => part.trim() !== '');
    const symbols = parts.map((part) => genes.bySymbol(part.trim()));
    const listed = [...new Set(symbols.flatMap((symbol) => symbol ?? []))];
    // "NPM1-ALK fusion" is one fusion; "ALK/ROS1 fusion" asks for two.
    if (listed.length === 2 && /fusion|rearrang|translocation|transcript/i.test(text) && !listed.every((symbol) => KINASE_LAST.has(symbol)))
      continue;
    if (listed.length < 2 || symbols.includes(null) || !testedTogether(listed)) continue;
    return { name: /$/, genes: listed, asks: /\bFISH\b|fusion|rearrang|break-?apart/i.test(text) ? 'rearrangement' : 'mutation' };
  }
  return null;
}

/** Groups written out, so that they can stand in a list: "RAS/BRAF", "BRCA1/2, PALB2". */
const MEMBERS: readonly (readonly [group: RegExp, members: string])[] = [
  [/(?<![A-Za-z])(?:extended |pan-?|all-?)?RAS(?![A-Za-z0-9])/gi, 'KRAS, NRAS'],
  [/\bBRCA\s?1\s?(?:\/|and|&)\s?2(?![0-9A-Za-z])/gi, 'BRCA1, BRCA2'],
  [/\bNTRK\s?1\s?[/,-]\s?2\s?[/,-]\s?3(?![0-9A-Za-z])/gi, 'NTRK1, NTRK2, NTRK3'],
];

/** "FGFR2/3", "IDH1/2" as "FGFR2/FGFR3", "IDH1/IDH2". */
export function membersInFull(text: string, genes: GeneTable): string {
  return text.replace(/(?<![A-Za-z0-9])([A-Z]{2,5})(\d)\s?\/\s?(\d)(?![A-Za-z0-9])/g, (whole, stem: string, one: string, other: string) => {
    const named = [`${stem}${one}`, `${stem}${other}`];
    return named.every((symbol) => genes.bySymbol(symbol) === symbol) && testedTogether(named) ? named.join('/') : whole;
  });
}

/** The genes that were tested together: a group alone, or a list that holds more than the group ("KRAS/NRAS/BRAF"). */
export function testedGenes(texts: readonly string[], genes: GeneTable): GeneGroup | null {
  const group = groupNamed(texts);
  const inFull = texts.map((text) => MEMBERS.reduce((left, [name, members]) => left.replace(name, members), text));
  const listed = listedGenes(inFull, genes);
  if (group === null || listed === null) return group ?? listed;
  return listed.genes.length > group.genes.length && group.genes.every((gene) => listed.genes.includes(gene)) ? listed : group;
}

/** The group that one of the texts names; null when none or several are named. */
export function groupNamed(texts: readonly string[]): GeneGroup | null {
  const found = GROUPS.filter(({ name }) => texts.some((text) => name.test(text)));
  return found.length === 1 ? (found[0] ?? null) : null;
}
