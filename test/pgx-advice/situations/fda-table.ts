/**
 * FDA's table of pharmacogenetic associations as of 2026-08-13: its sections 1 (management) and 2 (safety, response) speak where no guideline does,
 * section 3 (levels alone) stays quiet; doses are those of the labels that the knowledge names.
 */
import { dosed, line, ordered, situation, takes, type Situation } from './situation.ts';

const POOR: Readonly<Record<string, string>> = { CYP2D6: '*4/*4', CYP2C19: '*2/*2', CYP2C9: '*3/*3', UGT1A1: '*28/*28' };

const SAID: readonly (readonly [drug: string, gene: string, level: string, words: RegExp])[] = [
  ['clobazam', 'CYP2C19', 'warning', /start clobazam with 5 mg a day/],
  ['brivaracetam', 'CYP2C19', 'info', /consider a lower brivaracetam dose/],
  ['metoclopramide', 'CYP2D6', 'warning', /keep metoclopramide to at most 30 mg a day/],
  ['belinostat', 'UGT1A1', 'warning', /lower belinostat dose to 75 %/],
  ['clozapine', 'CYP2D6', 'info', /consider a lower clozapine dose/],
  ['nateglinide', 'CYP2C9', 'warning', /lower nateglinide dose/],
  ['deuruxolitinib', 'CYP2C9', 'critical', /avoid deuruxolitinib/],
  ['aripiprazole lauroxil', 'CYP2D6', 'warning', /lower aripiprazole lauroxil dose/],
  ['lofexidine', 'CYP2D6', 'info', /monitor lofexidine closely/],
  ['flibanserin', 'CYP2C19', 'info', /monitor flibanserin closely/],
  ['erdafitinib', 'CYP2C9', 'info', /monitor erdafitinib closely/],
  ['gefitinib', 'CYP2D6', 'info', /monitor gefitinib closely/],
  ['dronabinol', 'CYP2C9', 'info', /monitor dronabinol closely/],
  ['sacituzumab govitecan', 'UGT1A1', 'info', /monitor sacituzumab govitecan closely/],
  ['tolterodine', 'CYP2D6', 'info', /monitor tolterodine closely/],
  ['perphenazine', 'CYP2D6', 'info', /monitor perphenazine closely/],
  ['cevimeline', 'CYP2D6', 'info', /monitor cevimeline closely/],
  ['nilotinib', 'UGT1A1', 'info', /monitor nilotinib closely/],
  ['siponimod', 'CYP2C9', 'critical', /avoid siponimod/],
  ['thioridazine', 'CYP2D6', 'critical', /avoid thioridazine/],
];

/** Section 3, and mavacamten, of which the US and the EU label say different things (a note in the report). */
const QUIET: readonly (readonly [drug: string, gene: string])[] = [
  ['darifenacin', 'CYP2D6'],
  ['donepezil', 'CYP2D6'],
  ['fesoterodine', 'CYP2D6'],
  ['galantamine', 'CYP2D6'],
  ['mirabegron', 'CYP2D6'],
  ['nebivolol', 'CYP2D6'],
  ['propranolol', 'CYP2D6'],
  ['diazepam', 'CYP2C19'],
  ['esomeprazole', 'CYP2C19'],
  ['rabeprazole', 'CYP2C19'],
  ['carisoprodol', 'CYP2C19'],
  ['dolutegravir', 'UGT1A1'],
  ['raltegravir', 'UGT1A1'],
  ['mavacamten', 'CYP2C19'],
  ['meclizine', 'CYP2D6'],
  ['carvedilol', 'CYP2D6'],
];

export const FDA_TABLE: readonly Situation[] = [
  ...SAID.map(([drug, gene, level, words]) =>
    situation(`${drug}, ${gene} poor metabolizer`, [line(gene, POOR[gene] ?? '')], [drug], [[level, words]]),
  ),
  ...SAID.map(([drug, gene]) => situation(`${drug}, ${gene} normal`, [line(gene, gene === 'UGT1A1' ? '*1/*1' : '*1/*1')], [drug], [])),
  ...QUIET.map(([drug, gene]) => situation(`${drug}: levels alone`, [line(gene, POOR[gene] ?? '')], [drug], [])),
  situation('metoclopramide 5 mg four times keeps to it', [line('CYP2D6', '*4/*4')], [ordered('metoclopramide', dosed(5, 'mg', 4))], []),
  situation(
    'metoclopramide 10 mg four times',
    [line('CYP2D6', '*4/*4')],
    [ordered('metoclopramide', dosed(10, 'mg', 4))],
    [['warning', /metoclopramide/]],
  ),
  situation(
    'propafenone, poor metabolizer, clarithromycin',
    [line('CYP2D6', '*4/*4'), takes('clarithromycin')],
    ['propafenone'],
    [['critical', /Do not give propafenone: to be avoided together with clarithromycin/]],
  ),
  situation('propafenone, normal metabolizer, clarithromycin', [line('CYP2D6', '*1/*1'), takes('clarithromycin')], ['propafenone'], []),
  situation('deuruxolitinib, not tested', [], ['deuruxolitinib'], [['info', /No CYP2C9 result on file: test before/]]),
  situation(
    'dihydrocodeine, CYP2D6 ultrarapid: the label warns as for codeine',
    [line('CYP2D6', '*1/*2x2')],
    ['dihydrocodeine 30 mg tablets'],
    [['warning', /CYP2D6 ultrarapid metabolizer: avoid dihydrocodeine/]],
  ),
  situation('dihydrocodeine, CYP2D6 poor: its label asks for nothing', [line('CYP2D6', '*4/*4')], ['dihydrocodeine 30 mg tablets'], []),
];
