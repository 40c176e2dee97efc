/**
 * LOINC codes of tests of one tumour gene or marker, with what they ask for: read when a result carries the code without words, and
 * written when a test is suggested. Source: biomarker code list of the mCODE trial-matching application (2024-12), each with its LOINC
 * name; a code that several public lists name differently is left out.
 */
import { entryOf } from '../../entry-of.ts';

export interface TumourTest {
  /** LOINC long name, shortened to what is asked: "EGFR gene mutations found". */
  readonly name: string;
  readonly genes: readonly string[];
  readonly asks: 'mutation' | 'rearrangement' | 'amplification' | 'change' | 'stain' | 'instability';
}

const mutation = (...genes: string[]): TumourTest => ({ name: `${genes.join(' and ')} gene mutations found`, genes, asks: 'mutation' });
const rearrangement = (...genes: string[]): TumourTest => ({
  name: `${genes.join(', ')} gene rearrangements`,
  genes,
  asks: 'rearrangement',
});
/** One named change: present or absent. */
const change = (gene: string, what: string): TumourTest => ({ name: `${gene} gene ${what}`, genes: [gene], asks: 'change' });

const TUMOUR_TESTS: Readonly<Record<string, TumourTest>> = {
  '21624-2': mutation('ATM'),
  '58483-9': mutation('BRAF'),
  '85511-4': mutation('BRAF'),
  '53844-7': mutation('BRAF'),
  '21636-6': mutation('BRCA1'),
  '38530-2': mutation('BRCA2'),
  '94191-4': mutation('BRCA1', 'BRCA2'),
  '21665-5': mutation('EGFR'),
  '42783-1': mutation('ERBB2'),
  '42785-6': mutation('FGFR1'),
  '21674-7': mutation('FGFR2'),
  '21676-2': mutation('FGFR3'),
  '100022-3': mutation('IDH1'),
  '95772-0': mutation('IDH1', 'IDH2'),
  '81420-2': mutation('KRAS', 'NRAS'),
  '21702-6': mutation('KRAS'),
  '85509-8': mutation('KRAS'),
  '75974-6': mutation('KRAS'),
  '21719-0': mutation('NRAS'),
  '85510-6': mutation('NRAS'),
  '100026-4': mutation('MET'),
  '60033-8': mutation('PIK3CA'),
  '85507-2': mutation('PIK3CA'),
  '60034-6': mutation('PIK3CA'),
  '21733-1': mutation('RET'),
  '81845-0': mutation('PALB2'),
  '21739-8': mutation('TP53'),
  '71357-8': { name: 'PDGFRA gene exon 18 mutation analysis', genes: ['PDGFRA'], asks: 'mutation' },
  '90927-5': rearrangement('RET'),
  '95784-5': rearrangement('FGFR2'),
  '78915-6': rearrangement('FGFR1'),
  '55092-1': rearrangement('PDGFRA'),
  '93813-4': rearrangement('NTRK1', 'NTRK2', 'NTRK3'),
  '90926-7': { name: 'MET gene amplification', genes: ['MET'], asks: 'amplification' },
  '31150-6': { name: 'HER2 (ERBB2) gene amplification by FISH', genes: ['ERBB2'], asks: 'amplification' },
  '55764-5': change('EGFR', 'exon 19 deletion'),
  '55770-2': change('EGFR', 'exon 20 insertion'),
  '55766-0': change('EGFR', 'c.2573T>G'),
  '55767-8': change('EGFR', 'c.2582T>A'),
  '55768-6': change('EGFR', 'c.2303G>T'),
  '55769-4': change('EGFR', 'c.2369C>T'),
  '58415-1': change('BRAF', 'p.Val600Glu'),
  '85101-4': change('BRAF', 'p.Val600Glu'),
  '89861-9': change('BRAF', 'p.Val600Lys'),
  '18474-7': { name: 'HER2 by immune stain', genes: ['HER2'], asks: 'stain' },
  '40556-3': { name: 'Estrogen receptor by immune stain', genes: ['ER'], asks: 'stain' },
  '40557-1': { name: 'Progesterone receptor by immune stain', genes: ['PR'], asks: 'stain' },
  '85147-7': { name: 'PD-L1 by clone 22C3', genes: ['PD-L1'], asks: 'stain' },
  '43368-0': { name: 'Microsatellite instability', genes: ['MSI'], asks: 'instability' },
  '53841-3': mutation('ATRX'),
  '21652-3': mutation('CDH1'),
  '48972-4': mutation('FGFR2', 'FGFR3'),
  '53620-1': mutation('KRAS'),
  '82535-6': mutation('KRAS'),
  '21717-4': mutation('NF1'),
  '53621-9': mutation('NRAS'),
  '85506-4': mutation('PTEN'),
  '21731-5': mutation('RB1'),
  '94224-3': mutation('RET'),
  '78916-4': rearrangement('FGFR1'),
  '93690-6': change('BRAF', 'V600 mutation'),
  '97025-1': change('BRAF', 'V600 mutation'),
  // The stain of the V600E protein.
  '85299-6': change('BRAF', 'p.Val600Glu'),
  // 185delAG, 5382insC and 6174delT of the older numbering.
  '21637-4': change('BRCA1', 'c.68_69del'),
  '21638-2': change('BRCA1', 'c.5266dup'),
  '21640-8': change('BRCA2', 'c.5946del'),
  // c.2155G>A, c.2155G>T and c.2156G>C are the changes of glycine 719.
  '55765-2': change('EGFR', 'codon 719 mutation'),
  '21678-8': change('FGFR3', 'p.Gly380Arg'),
  '21679-6': change('FGFR3', 'p.Lys650Glu'),
  '77170-9': change('PDGFRA', 'p.Asp842Val'),
};

/** All LOINC codes of the table. */
export const TUMOUR_TEST_CODES: readonly string[] = Object.keys(TUMOUR_TESTS);

/** The test by its LOINC code; undefined for codes that are not of this table. */
export function tumourTest(loinc: string): TumourTest | undefined {
  return entryOf(TUMOUR_TESTS, loinc);
}

export interface TestToOrder {
  readonly text: string;
  readonly code?: { readonly system: string; readonly code: string; readonly display: string };
}

/**
 * What to order for the genes and markers asked, each in its kind: one code for genes that one test covers together, else one each;
 * without a code where none is known, then the words have to do.
 */
export function testsToOrder(asked: readonly { readonly name: string; readonly asks: TumourTest['asks'] }[]): readonly TestToOrder[] {
  const left = [...new Map(asked.map((one) => [`${one.name} ${one.asks}`, one])).values()];
  const orders: TestToOrder[] = [];
  const fitting = Object.entries(TUMOUR_TESTS)
    .filter(([, test]) => test.genes.every((gene) => left.some((one) => one.name === gene && one.asks === test.asks)))
    .sort(([, a], [, b]) => b.genes.length - a.genes.length);
  for (const [code, test] of fitting) {
    if (!test.genes.every((gene) => left.some((one) => one.name === gene && one.asks === test.asks))) continue;
    for (const gene of test.genes)
      left.splice(
        left.findIndex((one) => one.name === gene && one.asks === test.asks),
        1,
      );
    orders.push({ text: `${test.genes.join(', ')} testing`, code: { system: 'http://loinc.org', code, display: test.name } });
  }
  return [...orders, ...left.map(({ name }) => ({ text: `${name} testing` }))];
}
