/** What stands beside the finding that is treated: it re-orders nothing without reason, and what it withholds is said. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, condition, given, lines, type Resource } from './board.ts';

const change = (gene: string, protein: string): Resource => assessment(['48018-6', gene], ['48005-3', protein]);
const amplified = (gene: string): Resource => ({ ...lines([[gene, 'Amplification']])[0], id: `amp-${gene}` });
const fusion = (name: string): Resource => ({ ...lines([[name, 'fusion detected']])[0], id: 'fusion' });
const staged = (text: string): readonly Resource[] => [{ ...condition(text), stage: [{ summary: { text: 'Stage IVB' } }] }];
const LUNG = staged('Lung adenocarcinoma');
const EXON19 = change('EGFR', 'p.Glu746_Ala750del');

describe('the mutated gene is amplified too', () => {
  it('EGFR, untreated: osimertinib stays first, and pembrolizumab is told as without the amplification', () => {
    const { opening } = board(LUNG, [EXON19, amplified('EGFR')]);
    expect(opening?.summary).toMatch(/^EGFR E746_A750del: osimertinib, /);
    const [card] = board(LUNG, [EXON19, amplified('EGFR')], 'sotorasib', 'pembrolizumab').cards.filter(({ summary }) =>
      /pembrolizumab/.test(summary),
    );
    expect(card?.summary).toBe('EGFR E746_A750del: pembrolizumab is ordered, though osimertinib is approved for it');
  });
  it('BRAF, untreated: no choice is withheld and no resistance stands in the first line', () => {
    const { opening, report } = board(staged('Melanoma'), [change('BRAF', 'p.Val600Glu'), amplified('BRAF')]);
    expect(opening?.summary).toContain('dabrafenib + trametinib');
    expect(opening?.summary).not.toContain('resistance');
    const row = report.oncology.therapies.find(
      ({ approved, therapy }) => approved && therapy.map(({ name }) => name).join() === 'Dabrafenib,Trametinib',
    );
    expect(row?.resisted).toBeUndefined();
    expect(row?.because?.join()).toContain('Also reported: ');
  });
  it('BRAF, after vemurafenib: the amplification speaks against dabrafenib', () => {
    const { report } = board(staged('Melanoma'), [change('BRAF', 'p.Val600Glu'), amplified('BRAF'), given('vemurafenib')]);
    const row = report.oncology.therapies.find(
      ({ approved, therapy }) => approved && therapy.map(({ name }) => name).join() === 'Dabrafenib',
    );
    expect(row?.resisted).toContain('resistance to dabrafenib');
  });
});

describe('the order of what is offered to an untreated patient', () => {
  it('a first-line label before one for treated disease, however closely that names its finding', () => {
    expect(board(LUNG, [fusion('EML4-ALK'), change('KRAS', 'p.Gly12Cys')]).opening?.summary).toMatch(/^EML4::ALK fusion: alectinib/);
  });
  it('after chemotherapy the closely named one leads again', () => {
    const { opening } = board(LUNG, [
      ...lines([
        ['PD-L1 TPS', '60%'],
        ['EGFR', 'Not detected'],
        ['ALK', 'Not detected'],
      ]),
      change('KRAS', 'p.Gly12Cys'),
      given('carboplatin'),
    ]);
    expect(opening?.summary).toMatch(/^KRAS G12C: sotorasib/);
  });
});

describe('what is withheld is said', () => {
  const wild = lines([
    ['KRAS', 'Not detected'],
    ['NRAS', 'Not detected'],
  ]);
  it.each(['cetuximab', 'panitumumab'])('BRAF V600E in colon cancer warns of %s alone', (drug) => {
    const { cards } = board('Adenocarcinoma of colon', [...wild, change('BRAF', 'p.Val600Glu')], drug);
    expect(cards.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(new RegExp(`^BRAF V600E: ${drug} is not expected to work`)),
    ]);
  });
  it('MET exon 14 skipping with D1246N: the opening card tells the resistance where no choice is left', () => {
    const results = [...lines([['MET exon 14 skipping', 'Detected']]), change('MET', 'p.Asp1246Asn')];
    expect(board(LUNG, results).opening?.summary).toBe('MET D1246N: resistance to capmatinib, tepotinib is to be expected');
  });
});

describe('a variant of which neither presence nor absence is known', () => {
  it.each([
    ['LA11884-6', 'Indeterminate'],
    ['LA18198-4', 'No call'],
  ])('%s (%s) is neither found nor absent in the report', (answer) => {
    const open = { ...EXON19, valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: answer }] } };
    const { report } = board(LUNG, [open]);
    expect(report.oncology.variants.map(({ gene, present }) => [gene, present])).toEqual([['EGFR', undefined]]);
  });
  it('found and not found are said as such', () => {
    const { report } = board(LUNG, [EXON19, ...lines([['KRAS', 'Not detected']])]);
    expect(Object.fromEntries(report.oncology.variants.map(({ gene, present }) => [gene, present]))).toEqual({ EGFR: true, KRAS: false });
  });
});

describe('more copies of a gene are no mutation of it', () => {
  const clear = lines([
    ['KRAS mutation analysis', 'Not detected'],
    ['NRAS mutation analysis', 'Not detected'],
  ]);
  it('a KRAS gain leaves RAS wild type: cetuximab is no matter', () => {
    const { summaries, report } = board('Adenocarcinoma of colon', [...clear, amplified('KRAS')], 'cetuximab');
    expect(summaries).toEqual([]);
    expect(report.warnings.filter(({ code }) => code === 'conflict')).toEqual([]);
  });
  it('PIK3CA H1047R, on which studies disagree: cetuximab is offered and its order silent', () => {
    const { summaries, opening } = board('Adenocarcinoma of colon', [...clear, change('PIK3CA', 'p.His1047Arg')], 'cetuximab');
    expect(summaries).toEqual([]);
    expect(opening?.summary).toContain('cetuximab');
  });
});

describe('a stop behind the working part of BRCA2', () => {
  const OVARY = 'High grade serous carcinoma of ovary';
  it.each(['p.Lys3326Ter', 'p.Lys3326*'])('%s does not count', (name) => {
    expect(board(OVARY, [change('BRCA2', name)], 'olaparib').fit?.verdict).not.toBe('fits');
  });
  it('the stop before it counts', () => {
    expect(board(OVARY, [change('BRCA2', 'p.Gln3066Ter')], 'olaparib').fit?.verdict).toBe('fits');
  });
});

describe('a rearrangement whose partner is not known', () => {
  it.each([
    ['FGFR2', 'FGFR2 rearrangement, intron 17, partner not identified', 'Intrahepatic cholangiocarcinoma', 'pemigatinib', 'fits'],
    ['ALK', 'ALK rearrangement detected (partner unknown)', 'Lung adenocarcinoma', 'alectinib', 'fits'],
    ['RET', 'RET rearrangement detected, breakpoint not resolved', 'Lung adenocarcinoma', 'selpercatinib', 'fits'],
    ['ALK', 'No ALK rearrangement, partner not applicable', 'Lung adenocarcinoma', 'alectinib', 'biomarker-negative'],
    ['ALK', 'Fusion partner not identified', 'Lung adenocarcinoma', 'alectinib', 'biomarker-open'],
  ])('%s "%s"', (gene, value, tumour, drug, verdict) => {
    expect(board(tumour, lines([[gene, value]]), drug).fit?.verdict).toBe(verdict);
  });
});

it('PD-L1 below the limit hides no missing driver test', () => {
  const [card] = board(LUNG, lines([['PD-L1 TPS', '0%']]), 'cemiplimab').cards;
  expect(card?.summary).toBe('PD-L1 on file (TPS 0%) is not what cemiplimab asks for; no EGFR, ALK, ROS1 result on file');
});
