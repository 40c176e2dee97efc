/**
 * G6PD A- alleles written out as their changes. CPIC's names hold the changes themselves (A- 202A_376G, A- 680T_376G, A- 968C_376G).
 * Two changes are one of these alleles only when they lie on one chromosome: when the laboratory says A- itself, writes them in one bracket
 * (HGVS: `c.[202G>A;376A>G]`), or found both on the only copy or on both copies.
 */
import type { Zygosity } from './zygosity.ts';

const CHANGE = String.raw`(?:c\.)?(?:202(?:G>)?A|680(?:G>)?T|968(?:T>)?C|376(?:A>)?G)(?![\w>])`;
const PAIR = new RegExp(String.raw`\(?\s?(?:c\.)?\[?\s?(${CHANGE})\s?(?:[;,+_&/]|and)\s?(${CHANGE})\s?\]?\s?\)?`, 'i');
const ONE_BRACKET = /c\.\[[^\][]*\](?!\s*;\s*\[)/i;
const NAMED = /^\s*A-(?![\w.])\s?/;

/** The text with the two changes put into the allele's name, or the text as it is. */
export function withAMinus(text: string, zygosity: Zygosity | null): string {
  const pair = PAIR.exec(text);
  if (pair === null) return text;
  const sites = [pair[1], pair[2]].map((change = '') => change.replace(/^c\.|[ACGT]>/gi, '').toUpperCase());
  const other = sites.find((site) => site !== '376G');
  if (other === undefined || !sites.includes('376G')) return text;
  const named = NAMED.test(text) && zygosity !== 'heterozygous';
  const oneChromosome = zygosity === 'hemizygous' || zygosity === 'homozygous' || ONE_BRACKET.test(text);
  if (!named && !oneChromosome) return text;
  return text.replace(NAMED, '').replace(PAIR, ` A- ${other}_376G `).trim();
}

/**
 * Alleles that laboratories test for by name ("G6PD Mediterranean: hemizygous"), of CPIC's allele table; a test holds each against it. Other words beside
 * the gene are no allele.
 */
export const TESTED_BY_NAME: readonly string[] = [
  'A-',
  'Mediterranean',
  'Mahidol',
  'Canton',
  'Kaiping',
  'Viangchan',
  'Union',
  'Gaohe',
  'Chatham',
  'Seattle',
  'Santa Maria',
  'Orissa',
  'Kalyan-Kerala',
  'Vanua Lava',
  'Quing Yan',
  'Chinese-5',
  'Aures',
  'Sierra Leone',
];
const BY_NAME = new RegExp(`(?<![\\w-])(?:${TESTED_BY_NAME.join('|')})(?![\\w+-])`, 'g');

export function g6pdAllelesIn(text: string, gene: string): readonly string[] {
  return gene === 'G6PD' ? [...new Set([...text.matchAll(BY_NAME)].map(([name]) => name))] : [];
}
