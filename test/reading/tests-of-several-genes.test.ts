/** One line for several genes that are tested together: a group of genes within a longer list is the list. Synthetic results. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from './resources.ts';
import { read } from './vocabulary.ts';

function said(title: string, value: string): Readonly<Record<string, string>> {
  const { variants, tested } = read(bundle(patient, observation('o', words(title), { valueString: value }))).facts;
  const found = variants.filter(({ presence }) => presence === 'present').map(({ gene, names }) => [gene, names[0] ?? 'found'] as const);
  const rest = tested.map(({ gene, negative }) => [gene, negative ? 'negative' : 'unread'] as const);
  return Object.fromEntries([...rest, ...found].sort(([a], [b]) => a.localeCompare(b)));
}

const NONE = { BRAF: 'negative', KRAS: 'negative', NRAS: 'negative' };
const UNREAD = { BRAF: 'unread', KRAS: 'unread', NRAS: 'unread' };
describe('a group of genes in a longer list', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['KRAS/NRAS/BRAF', 'Wild type', NONE],
    ['KRAS/NRAS/BRAF mutation analysis', 'Not detected', NONE],
    ['RAS/BRAF', 'Wild type', NONE],
    ['KRAS/NRAS/BRAF', 'No mutation in KRAS, NRAS or BRAF', NONE],
    ['KRAS/NRAS/BRAF', 'BRAF V600E detected', { BRAF: 'V600E' }],
    ['KRAS/NRAS/BRAF', 'KRAS G12D detected; NRAS and BRAF wild type', { BRAF: 'negative', KRAS: 'G12D', NRAS: 'negative' }],
    ['RAS/BRAF', 'RAS wild type, BRAF V600E mutated', { BRAF: 'V600E', KRAS: 'negative', NRAS: 'negative' }],
    ['BRCA1/2, PALB2', 'Negative', { BRCA1: 'negative', BRCA2: 'negative', PALB2: 'negative' }],
    // Of which gene, and a denial of a part, are not made more than they are.
    ['KRAS/NRAS/BRAF', 'Mutated', UNREAD],
    ['KRAS/NRAS/BRAF', 'Inconclusive', UNREAD],
    ['KRAS/NRAS/BRAF', 'KRAS G12D detected; no mutation in codon 61 of NRAS and BRAF', UNREAD],
    // The group alone, as before.
    ['KRAS/NRAS', 'Wild type', { KRAS: 'negative', NRAS: 'negative' }],
  ])('%s: %s', (title, value, expected) => {
    expect(said(title, value)).toEqual(expected);
  });
});
