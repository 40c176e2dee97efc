/**
 * A further change of the tumour that is known neither to resist the ordered drug nor to leave it working: the order is not silent. Sources stand with the
 * facts (`knowledge/oncology/resistance.json`, `arising`; IDH1 S280F: Nature Communications 2022, s41467-022-32436-4).
 */
import { describe, expect, it } from 'vitest';
import { assessment, board, lines, type Resource } from '../end-to-end/board.ts';

const CLL = 'Chronic lymphocytic leukemia';
const AML = 'Acute myeloid leukemia';
const change = (gene: string, protein: string, ...more: (readonly [string, string])[]): Resource =>
  assessment(['48018-6', gene], ['48005-3', protein], ...more);
const menin = lines([['KMT2A rearrangement', 'Positive']]);

describe('a change of a gene whose changes arise under the drug', () => {
  it.each<[string, string, readonly Resource[], string, readonly string[]]>([
    ['BTK L528W, zanubrutinib', CLL, [change('BTK', 'p.Leu528Trp')], 'zanubrutinib', ['BTK L528W: such changes arise under BTK inhibitors; whether zanubrutinib still acts is not known here']],
    ['BTK T474I, ibrutinib', CLL, [change('BTK', 'p.Thr474Ile')], 'ibrutinib', ['BTK T474I: such changes arise under BTK inhibitors; whether ibrutinib still acts is not known here']],
    ['BTK L528W, pirtobrutinib: known to resist', CLL, [change('BTK', 'p.Leu528Trp')], 'pirtobrutinib', ['BTK L528W: pirtobrutinib is not expected to work']],
    ['BTK A428D, pirtobrutinib', CLL, [change('BTK', 'p.Ala428Asp')], 'pirtobrutinib', ['BTK A428D: such changes arise under BTK inhibitors; whether pirtobrutinib still acts is not known here']],
    ['BTK C481S, pirtobrutinib: it acts', CLL, [change('BTK', 'p.Cys481Ser')], 'pirtobrutinib', []],
    ['BTK C481Y, pirtobrutinib: it acts', CLL, [change('BTK', 'p.Cys481Tyr')], 'pirtobrutinib', []],
    ['BTK C481S, ibrutinib: known to resist', CLL, [change('BTK', 'p.Cys481Ser')], 'ibrutinib', ['BTK C481S: ibrutinib is not expected to work']],
    ['PLCG2 R665W, ibrutinib', CLL, [change('PLCG2', 'p.Arg665Trp')], 'ibrutinib', ['PLCG2 R665W: such changes arise under BTK inhibitors; whether ibrutinib still acts is not known here']],
    ['PLCG2 R665W, pirtobrutinib: nothing is known', CLL, [change('PLCG2', 'p.Arg665Trp')], 'pirtobrutinib', []],
    ['PLCG2 R665W, venetoclax', CLL, [change('PLCG2', 'p.Arg665Trp')], 'venetoclax', []],
    ['BTK silent change, ibrutinib', CLL, [change('BTK', 'p.Leu528=')], 'ibrutinib', []],
    ['BTK L528W called benign, ibrutinib', CLL, [change('BTK', 'p.Leu528Trp', ['53037-8', 'Benign'])], 'ibrutinib', []],
    ['BTK L528W inherited, ibrutinib', CLL, [change('BTK', 'p.Leu528Trp', ['48002-0', 'Germline'])], 'ibrutinib', []],
    ['TP53 R175H, ibrutinib', CLL, [change('TP53', 'p.Arg175His')], 'ibrutinib', []],
    ['KMT2A rearranged with MEN1 M327I, revumenib', AML, [...menin, change('MEN1', 'p.Met327Ile')], 'revumenib', ['MEN1 M327I: such changes arise under menin inhibitors; whether revumenib still acts is not known here']],
    ['KMT2A rearranged, revumenib', AML, menin, 'revumenib', []],
  ])('%s', (_, tumour, results, drug, said) => {
    expect(board(tumour, results, drug).summaries).toEqual(said);
  }); // prettier-ignore
});

describe('a change that resists the drug in another tumour type', () => {
  it.each<[string, string, readonly Resource[], string, readonly string[]]>([
    ['cholangiocarcinoma IDH1 R132C with S280F, ivosidenib', 'Cholangiocarcinoma', [change('IDH1', 'p.Arg132Cys'), change('IDH1', 'p.Ser280Phe')], 'ivosidenib', ['IDH1 S280F resists ivosidenib in another tumour type; of this one nothing is known here']],
    ['cholangiocarcinoma IDH1 R132C, ivosidenib', 'Cholangiocarcinoma', [change('IDH1', 'p.Arg132Cys')], 'ivosidenib', []],
    ['leukaemia IDH1 R132H with S280F: known there', AML, [change('IDH1', 'p.Arg132His'), change('IDH1', 'p.Ser280Phe')], 'ivosidenib', ['IDH1 S280F: ivosidenib is not expected to work; consider olutasidenib (relapsed or refractory)']],
    ['leukaemia IDH1 R132H with S280F, olutasidenib', AML, [change('IDH1', 'p.Arg132His'), change('IDH1', 'p.Ser280Phe')], 'olutasidenib', []],
    ['lung cancer ALK fusion with KRAS G12D, alectinib: not the gene it is given for', 'Lung adenocarcinoma', [...lines([['ALK fusion', 'Positive']]), change('KRAS', 'p.Gly12Asp')], 'alectinib', []],
  ])('%s', (_, tumour, results, drug, said) => {
    expect(board(tumour, results, drug).summaries).toEqual(said);
  }); // prettier-ignore
});
