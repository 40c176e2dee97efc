/** Coding names alone, and pairs of a coding and a protein name that agree though their notations differ: none is called contradictory. */
import type { Family, Outcome } from '../judge.ts';
import { AML, COLON, has, LUNG, MELANOMA, OVARY, tumour, variantOf, words } from '../shapes.ts';

const BLADDER = 'Urothelial carcinoma of bladder';

type Row = readonly [gene: string, names: string, tumour: string, drug: string, outcome: Outcome, open?: string];
const ROWS: readonly Row[] = [
  ['BRAF', 'c.1799_1800delinsAA p.Val600Glu', MELANOMA, 'vemurafenib', 'fits'],
  ['BRAF', 'c.1919T>A p.Val640Glu NM_001374258.1', MELANOMA, 'vemurafenib', 'fits/open'],
  ['BRAF', 'c.1798_1799delinsAA p.V600K', MELANOMA, 'trametinib', 'fits'],
  ['EGFR', 'c.2236_2250del p.Glu746_Ala750del', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'c.2235_2249del15 p.Glu746_Ala750del', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'c.2235_2249delGGAATTAAGAGAAGC p.Glu746_Ala750delELREA', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'c.2239_2248delinsC p.L747_A750delinsP', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'c.2303G>T p.S768I', LUNG, 'afatinib', 'fits'],
  ['EGFR', 'c.2300_2308dup p.A767_V769dup', LUNG, 'amivantamab', 'fits'],
  ['EGFR', 'c.2307_2308insGCCAGCGTG p.V769_D770insASV', LUNG, 'amivantamab', 'fits'],
  ['EGFR', 'c.2311_2312insACC p.D770_N771insN', LUNG, 'amivantamab', 'fits'],
  ['EGFR', 'c.2369C>T p.Thr790Met', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'c.2573_2574delinsGT p.Leu858Arg', LUNG, 'osimertinib', 'fits'],
  ['EGFR', '2573T>G L858R', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'c.2573T>G p.Leu858Gln', LUNG, 'osimertinib', 'open: !tested, not found'],
  ['EGFR', 'NM_005228.3:c.2240_2257del18', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'NM_005228.3:c.2573_2574delTGinsGT', LUNG, 'osimertinib', 'fits'],
  ['EGFR', 'NM_005228.5:c.2303_2311dup', LUNG, 'amivantamab', 'fits'],
  ['ERBB2', 'c.2313_2324dup p.Y772_A775dup', LUNG, 'trastuzumab deruxtecan', 'fits'],
  ['ERBB2', 'c.2324_2325insATACGTGATGGC p.A775_G776insYVMA', LUNG, 'trastuzumab deruxtecan', 'fits'],
  ['KRAS', 'c.34_35delinsTT p.G12F', COLON, 'cetuximab', 'against'],
  ['KRAS', 'c.34G>T p.(Gly12Cys)', LUNG, 'sotorasib', 'fits'],
  ['FLT3', 'NM_004119.3:c.1780_1800dup', AML, 'quizartinib', 'fits'],
  ['NPM1', 'NM_002520.7:c.860_863dup', AML, 'revumenib', 'fits'],
  ['NPM1', 'NM_002520.6:c.863_864insTCTG', AML, 'revumenib', 'fits'],
  ['NPM1', 'c.863_864insCCTG', AML, 'revumenib', 'fits'],
  ['BRCA1', 'c.68_69del p.Glu23ValfsTer17', OVARY, 'olaparib', 'fits'],
  ['BRCA1', 'c.185delAG p.Glu23fs', OVARY, 'olaparib', 'fits'],
  ['BRCA1', 'c.5382insC p.Q1756fs', OVARY, 'olaparib', 'fits'],
  ['MET', 'c.3028G>A p.D1028N', LUNG, 'capmatinib', 'fits'],
  ['MET', 'c.3082G>A p.D1028N', LUNG, 'capmatinib', 'fits'],
  ['MET', 'c.3082+1G>T p.?', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_001127500.3:c.3082+1G>T', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_000245.4:c.3028+1G>A', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_000245.4:c.2888-20_2888-5del', LUNG, 'capmatinib', 'fits/open'],
  ['MET', 'NM_000245.4:c.2888-1G>T', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_001127500.3:c.2942-1G>A', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_000245.4:c.3025_3028+10del', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_000245.4:c.2888_3028del', LUNG, 'capmatinib', 'fits'],
  ['MET', 'NM_000245.4:r.2888_3028del', LUNG, 'capmatinib', 'fits/open'],
  ['MET', 'p.Leu982_Asp1028del NM_001127500.3', LUNG, 'capmatinib', 'fits'],
  ['MET', 'p.Leu964_Asp1010del NM_000245.4', LUNG, 'capmatinib', 'fits'],
  ['MET', 'p.(Ala963_Asp1010del) NM_000245.4', LUNG, 'capmatinib', 'fits'],
  ['TP53', 'c.524G>A p.Arg175His', LUNG, 'osimertinib', 'untested: EGFR'],
  ['FGFR3', 'c.1118A>G p.Y373C NM_000142.4', BLADDER, 'erdafitinib', 'fits'],
  ['FGFR3', 'c.1124A>G p.Y375C NM_001163213.1', BLADDER, 'erdafitinib', 'fits/open'],
]; // prettier-ignore

/** A part without "c." or "p." is a coding name when it begins with a digit, a transcript when it is one alone. */
const part = (name: string) => {
  if (/^NM_[\d.]+$/.test(name)) return has('51958-7', words(name));
  return has(/(?:^|:)[cr]\.|^\d/.test(name) ? '48004-6' : '48005-3', words(name));
};

export const codingAndProtein: Family = {
  source: 'HGVS nomenclature (varnomen.hgvs.org), names of COSMIC and ClinVar, of laboratories before them',
  cases: ROWS.map(([gene, names, at, drug, outcome, open]) => ({
    name: `${gene} ${names}`,
    chart: [tumour(at), variantOf([has('48018-6', words(gene)), ...names.split(' ').map(part)])],
    orders: { [drug]: outcome },
    ...(outcome === 'fits' ? { warns: ['!contradict'] } : {}),
    ...(open === undefined ? {} : { open }),
  })),
};
