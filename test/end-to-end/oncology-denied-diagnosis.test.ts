/** A diagnosis that is a fusion beside a result without it, and tests that looked at one part of it. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, given, lines, type Line } from './board.ts';

const APL = 'Acute promyelocytic leukemia';
const CML = 'Chronic myeloid leukemia, chronic phase';
const PH_ALL = 'Philadelphia chromosome-positive acute lymphoblastic leukemia';
const ALL = 'B-cell acute lymphoblastic leukemia';

type Verdict = 'fits' | 'contradicted' | 'biomarker-open' | 'biomarker-negative' | 'biomarker-not-tested';
const of = (tumour: string, drug: string, results: readonly Line[], earlier: readonly string[] = []) =>
  board(tumour, [...lines(results), ...earlier.map(given)], drug);

describe('the fusion by the diagnosis and its test', () => {
  it.each<[string, string, string, readonly Line[], readonly string[], Verdict]>([
    ['PML::RARA not found before any treatment', APL, 'arsenic trioxide', [['PML::RARA', 'Negative']], [], 'biomarker-open'],
    ['the translocation not seen', APL, 'arsenic trioxide', [['t(15;17)', 'Not detected']], [], 'biomarker-open'],
    ['not found after induction', APL, 'arsenic trioxide', [['PML::RARA', 'Negative']], ['idarubicin'], 'fits'],
    ['found', APL, 'arsenic trioxide', [['PML::RARA', 'Positive']], [], 'fits'],
    ['no result', APL, 'arsenic trioxide', [], [], 'fits'],
    ['BCR::ABL1 not found before any treatment', CML, 'imatinib', [['BCR-ABL1', 'Negative']], [], 'biomarker-open'],
    ['not found under imatinib: the response', CML, 'dasatinib', [['BCR-ABL1', 'Not detected']], ['imatinib'], 'fits'],
    ['said to be in remission', `${CML} in molecular remission`, 'imatinib', [['BCR-ABL1', 'Not detected']], [], 'fits'],
    ['p190 not found: p210 is the usual one', CML, 'imatinib', [['BCR-ABL1 p190', 'Not detected']], [], 'fits'],
    ['no mutation of the kinase domain is not no fusion', CML, 'imatinib', [['ABL1 kinase domain mutation', 'Not detected']], [], 'fits'],
    ['Ph-positive by the diagnosis, treated, undetectable', PH_ALL, 'dasatinib', [['BCR-ABL1', 'Not detected']], ['ponatinib'], 'fits'],
    ['Ph-positive by the diagnosis, untreated, not found', PH_ALL, 'dasatinib', [['BCR-ABL1', 'Negative']], [], 'biomarker-open'],
    ['Ph-negative by the diagnosis', 'Philadelphia chromosome-negative acute lymphoblastic leukemia', 'dasatinib', [['BCR-ABL1', 'Negative']], [], 'biomarker-negative'],
    ['Ph-like', 'Ph-like acute lymphoblastic leukemia', 'dasatinib', [['BCR-ABL1', 'Negative']], [], 'biomarker-negative'],
  ])('%s', (_name, tumour, drug, results, earlier, verdict) => {
    expect(of(tumour, drug, results, earlier).fit?.verdict).toBe(verdict);
  }); // prettier-ignore

  it('says both sides and orders no test', () => {
    const { cards } = of(APL, 'arsenic trioxide', [['PML::RARA', 'Negative']]);
    expect(cards.map(({ summary, indicator, suggestions }) => [indicator, summary, suggestions.length])).toEqual([
      ['warning', 'PML::RARA by the diagnosis, not found by the result of 1 Oct 2026: settle it before arsenic trioxide', 0],
    ]);
  });
});

describe('a test of one part of what the label asks for', () => {
  it.each<[string, string, string, readonly Line[], Verdict]>([
    ['p210 alone', ALL, 'dasatinib', [['BCR::ABL1 p210', 'Not detected']], 'biomarker-open'],
    ['p190 alone by its transcript', ALL, 'dasatinib', [['BCR-ABL1 e1a2', 'Not detected']], 'biomarker-open'],
    ['both usual transcripts', ALL, 'dasatinib', [['BCR::ABL1 p190', 'Negative'], ['BCR::ABL1 p210', 'Negative']], 'biomarker-negative'],
    ['both in one test', ALL, 'dasatinib', [['BCR::ABL1 p190/p210', 'Negative']], 'biomarker-negative'],
    ['p190 found', ALL, 'dasatinib', [['BCR::ABL1 p190', 'Detected']], 'fits'],
    ['T315I not found', ALL, 'dasatinib', [['BCR-ABL1 T315I mutation', 'Not detected']], 'biomarker-not-tested'],
    ['T315I found', PH_ALL, 'dasatinib', [['BCR-ABL1 T315I mutation', 'Detected']], 'contradicted'],
    ['kinase domain without a mutation', ALL, 'dasatinib', [['ABL1 kinase domain mutation', 'Not detected']], 'biomarker-not-tested'],
    ['"ALK mutation" without a finding', 'Lung adenocarcinoma', 'alectinib', [['ALK mutation', 'Not detected']], 'biomarker-open'],
    ['a list of genes without mutations', 'Lung adenocarcinoma', 'alectinib', [['ALK, ROS1, RET', 'No mutations detected']], 'biomarker-open'],
    ['the same list where a mutation is asked for', 'Lung adenocarcinoma', 'osimertinib', [['EGFR, ALK', 'No mutations detected']], 'biomarker-negative'],
    ['a list without any alteration', 'Lung adenocarcinoma', 'alectinib', [['ALK, ROS1, RET', 'No alterations detected']], 'biomarker-negative'],
    ['FGFR3 without mutation, fusions open', 'Urothelial carcinoma of bladder', 'erdafitinib', [['FGFR3 mutation', 'Not detected']], 'biomarker-open'],
    ['FGFR3 without mutation and without fusion', 'Urothelial carcinoma of bladder', 'erdafitinib', [['FGFR3 mutation', 'Not detected'], ['FGFR3 fusion', 'Not detected']], 'biomarker-negative'],
  ])('%s', (_name, tumour, drug, results, verdict) => {
    expect(of(tumour, drug, results).fit?.verdict).toBe(verdict);
  }); // prettier-ignore
});

describe('a result that only the report can tell is no reason to test again', () => {
  it.each<[string, string, string, readonly Line[]]>([
    ['no result readable', 'Lung adenocarcinoma', 'sotorasib', [['KRAS', 'See report']]],
    ['mutated without the change', 'Lung adenocarcinoma', 'sotorasib', [['KRAS', 'Mutation detected']]],
    ['a codon alone', 'Lung adenocarcinoma', 'sotorasib', [['KRAS', 'codon 12 mutation']]],
  ])('%s', (_name, tumour, drug, results) => {
    const { cards } = of(tumour, drug, results);
    expect(cards.map(({ summary, suggestions }) => [summary.endsWith('look at the report before sotorasib'), suggestions])).toEqual([
      [true, []],
    ]);
  });

  it('what was looked at in part is still to be tested', () => {
    const { cards } = of('Lung adenocarcinoma', 'alectinib', [['ALK mutation', 'Not detected']]);
    expect(cards.map(({ suggestions }) => suggestions.map(({ label }) => label))).toEqual([['Order ALK testing before alectinib']]);
  });
});
