/**
 * Results that name a change and leave out the value (Genomics Reporting allows it), tests that failed and variants that do not count: none of them
 * is passed over at an order. Synthetic patients.
 */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, lines, observation, type Line, type Resource } from './board.ts';

const found = (gene: string, protein: string) => assessment(['48018-6', gene], ['48005-3', protein]);
const fusion = (name: string) => lines([[`${name} fusion`, 'Detected']]);
const components = (...given: readonly Line[]) =>
  given.map(([loinc, words]) => ({ code: code(loinc), valueCodeableConcept: { text: words } }));
/** Gene, protein change and somatic origin, no value. */
const named = (gene: string, protein: string, ...more: readonly Line[]) =>
  observation(`n-${gene}-${protein}`, {
    code: code('69548-6'),
    component: components(['48018-6', gene], ['48005-3', protein], ['48002-0', 'Somatic'], ...more),
  });
const worded = (gene: string, text: string) =>
  observation(`w-${gene}`, { code: code('69548-6'), valueString: text, component: components(['48018-6', gene]) });
const none = (gene: string) => lines([[`${gene} mutation analysis`, 'Not detected']])[0] ?? {};

describe('a change named without a value', () => {
  it.each<[string, string, readonly Resource[], string, RegExp]>([
    ['EGFR T790M beside L858R, erlotinib', 'Lung adenocarcinoma', [found('EGFR', 'p.Leu858Arg'), named('EGFR', 'p.Thr790Met')], 'erlotinib', /^EGFR T790M is on file, not said whether present: look at the report before erlotinib$/],
    ['ALK G1202R beside the fusion, alectinib', 'Lung adenocarcinoma', [...fusion('EML4-ALK'), named('ALK', 'p.Gly1202Arg')], 'alectinib', /^ALK G1202R is on file, not said whether present/],
    ['BTK C481S, ibrutinib, whose label asks for nothing', 'Chronic lymphocytic leukaemia', [named('BTK', 'p.Cys481Ser')], 'ibrutinib', /^BTK C481S is on file, not said whether present/],
    ['KRAS G12V, NRAS never tested, cetuximab', 'Colorectal adenocarcinoma', [named('KRAS', 'p.Gly12Val')], 'cetuximab', /^KRAS G12V is on file, not said whether present/],
    ['KRAS G12V, NRAS clear, cetuximab', 'Colorectal adenocarcinoma', [named('KRAS', 'p.Gly12Val'), none('NRAS')], 'cetuximab', /^KRAS G12V is on file, not said whether present/],
    ['EGFR L858R alone, osimertinib', 'Lung adenocarcinoma', [named('EGFR', 'p.Leu858Arg')], 'osimertinib', /^EGFR L858R is on file, not said whether present/],
    ['called pathogenic: KRAS G12V is present', 'Colorectal adenocarcinoma', [named('KRAS', 'p.Gly12Val', ['53037-8', 'Pathogenic'])], 'cetuximab', /^KRAS G12V: cetuximab is not expected to work/],
    ['called likely oncogenic: EGFR T790M is present', 'Lung adenocarcinoma', [found('EGFR', 'p.Leu858Arg'), named('EGFR', 'p.Thr790Met', ['53037-8', 'Likely oncogenic'])], 'erlotinib', /^EGFR T790M: erlotinib is not expected to work/],
  ])('%s', (_, tumour, results, drug, said) => {
    expect(board(tumour, results, drug).summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore

  it('NRAS, which was never tested, stays in the detail beside KRAS G12V', () => {
    const { fit } = board('Colorectal adenocarcinoma', [named('KRAS', 'p.Gly12Val')], 'cetuximab');
    expect(fit).toMatchObject({
      verdict: 'biomarker-open',
      because: [expect.stringMatching(/^KRAS p.Gly12Val/), 'No result on file for NRAS'],
    });
  });

  it.each<[string, string, readonly Resource[], string]>([
    ['called benign', 'Lung adenocarcinoma', [found('EGFR', 'p.Leu858Arg'), named('EGFR', 'p.Thr790Met', ['53037-8', 'Benign'])], 'erlotinib'],
    ['of uncertain significance', 'Lung adenocarcinoma', [found('EGFR', 'p.Leu858Arg'), named('EGFR', 'p.Thr790Met', ['53037-8', 'Uncertain significance'])], 'erlotinib'],
    ['that speaks against nothing', 'Lung adenocarcinoma', [found('EGFR', 'p.Leu858Arg'), named('TP53', 'p.Arg175His')], 'osimertinib'],
  ])('silent: %s', (_, tumour, results, drug) => {
    expect(board(tumour, results, drug).summaries).toEqual([]);
  }); // prettier-ignore

  it.each<[string, string, RegExp | null]>([
    ['c.5946delT (p.Ser1982fs) pathogenic, germline', 'present', null],
    ['BRCA2 c.5946delT, likely pathogenic', 'present', null],
    ['c.5946delT possible', 'undecided', /BRCA2 \S+ is on file, not said whether present/],
  ])('BRCA2 as the words of the value: %s', (text, presence, said) => {
    const { variants, fit, summaries } = board('High grade serous ovarian cancer', [worded('BRCA2', `BRCA2 ${text}`)], 'olaparib');
    expect(variants).toHaveLength(1);
    expect(fit?.verdict === 'fits' ? 'present' : 'undecided').toBe(presence);
    if (said === null) expect(summaries).toEqual([]);
  });
});

describe('beside a gene that was never tested, what else is not settled is named', () => {
  const state = (gene: string, value: string) => observation(`s-${gene}`, { code: code('69548-6'), valueCodeableConcept: { text: value }, component: components(['48018-6', gene]) }); // prettier-ignore
  it.each<[string, string, readonly Resource[], string, RegExp]>([
    ['KRAS no call', 'Colorectal adenocarcinoma', [state('KRAS', 'No call')], 'cetuximab', /^No NRAS result on file, and the test of KRAS gave no result: settle both before cetuximab$/],
    ['KRAS indeterminate', 'Colorectal adenocarcinoma', [state('KRAS', 'Indeterminate')], 'panitumumab', /^No NRAS result on file, and the KRAS result is indeterminate: settle both/],
    ['BRCA2 of uncertain significance', 'High grade serous ovarian cancer', [assessment(['48018-6', 'BRCA2'], ['48004-6', 'c.8524C>T'], ['53037-8', 'Uncertain significance'])], 'olaparib', /^No BRCA1 result on file, and BRCA2 .*\(uncertain significance\) does not count: settle it before olaparib$/],
  ])('%s', (_, tumour, results, drug, said) => {
    expect(board(tumour, results, drug).summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore
});
