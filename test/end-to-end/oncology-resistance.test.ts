/** Further changes in a drug's own target: the order is told, and the choice on opening the chart is another one. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, lines, type Resource } from './board.ts';

const fusion = (name: string) => lines([[`${name} fusion`, 'Detected']]);
const change = (gene: string, protein: string) => [assessment(['48018-6', gene], ['48005-3', protein])];

describe('the ordered drug is contradicted by a resistance mutation of its target', () => {
  it.each<[string, string, readonly Resource[], string, RegExp]>([
    ['ALK G1202R under alectinib', 'Lung adenocarcinoma', [...fusion('EML4-ALK'), ...change('ALK', 'p.Gly1202Arg')], 'alectinib', /lorlatinib/],
    ['ALK G1202R under brigatinib, another partner', 'Lung adenocarcinoma', [...fusion('KIF5B-ALK'), ...change('ALK', 'p.G1202R')], 'brigatinib', /lorlatinib/],
    ['RET G810S under selpercatinib, CCDC6 partner', 'Lung adenocarcinoma', [...fusion('CCDC6-RET'), ...change('RET', 'p.Gly810Ser')], 'selpercatinib', /not expected/],
    ['RET G810R in medullary thyroid cancer', 'Medullary thyroid carcinoma', [...change('RET', 'p.Met918Thr'), ...change('RET', 'p.Gly810Arg')], 'selpercatinib', /not expected/],
    ['NTRK1 G595R under larotrectinib in sarcoma', 'Sarcoma', [...fusion('LMNA-NTRK1'), ...change('NTRK1', 'p.Gly595Arg')], 'larotrectinib', /repotrectinib/],
    ['NTRK3 G623R under entrectinib', 'Secretory carcinoma of salivary gland', [...fusion('ETV6-NTRK3'), ...change('NTRK3', 'p.Gly623Arg')], 'entrectinib', /repotrectinib/],
    ['KRAS Y96D under sotorasib', 'Lung adenocarcinoma', [...change('KRAS', 'p.Gly12Cys'), ...change('KRAS', 'p.Tyr96Asp')], 'sotorasib', /not expected/],
    ['MET D1228N under capmatinib', 'Lung adenocarcinoma', [...lines([['MET', 'exon 14 skipping']]), ...change('MET', 'p.Asp1228Asn')], 'capmatinib', /not expected/],
    ['FGFR2 V565F under pemigatinib', 'Cholangiocarcinoma', [...fusion('FGFR2-BICC1'), ...change('FGFR2', 'p.Val565Phe')], 'pemigatinib', /not expected/],
    ['BTK C481S under ibrutinib', 'Chronic lymphocytic leukaemia', change('BTK', 'p.Cys481Ser'), 'ibrutinib', /not expected/],
    ['BTK C481S under zanubrutinib', 'Chronic lymphocytic leukaemia', change('BTK', 'p.Cys481Ser'), 'zanubrutinib', /not expected/],
    ['ABL1 E255K under nilotinib', 'Chronic myeloid leukaemia', change('ABL1', 'p.Glu255Lys'), 'nilotinib', /not expected/],
    ['ABL1 T315I by its coding name, nilotinib', 'Chronic myeloid leukaemia', [assessment(['48018-6', 'ABL1'], ['48004-6', 'c.944C>T'])], 'nilotinib', /asciminib/],
    ['ABL1 F317L under dasatinib', 'Chronic myeloid leukaemia', change('ABL1', 'p.Phe317Leu'), 'dasatinib', /not expected/],
    ['KIT T670I under imatinib', 'Gastrointestinal stromal tumour', [...change('KIT', 'p.Val559Asp'), ...change('KIT', 'p.Thr670Ile')], 'imatinib', /not expected/],
    ['KIT D816V under imatinib', 'Gastrointestinal stromal tumour', change('KIT', 'p.Asp816Val'), 'imatinib', /^KIT D816V: imatinib is not expected/],
    ['KIT V654A beside the first change', 'Gastrointestinal stromal tumour', [...change('KIT', 'p.Val559Asp'), ...change('KIT', 'p.Val654Ala')], 'imatinib', /^KIT V654A: imatinib is not/],
    ['FLT3-TKD without its codon under quizartinib', 'Acute myeloid leukemia', lines([['FLT3-TKD', 'Positive']]), 'quizartinib', /^FLT3-TKD: quizartinib is not expected/],
    ['BCL2 G101V under venetoclax', 'Chronic lymphocytic leukaemia', change('BCL2', 'p.Gly101Val'), 'venetoclax', /not expected/],
    ['EGFR C797S under lazertinib', 'Lung adenocarcinoma', [...change('EGFR', 'p.Leu858Arg'), ...change('EGFR', 'p.Cys797Ser')], 'lazertinib', /^EGFR C797S: lazertinib is not expected/],
    ['ROS1 G2032R under entrectinib, another partner', 'Lung adenocarcinoma', [...fusion('SDC4-ROS1'), ...change('ROS1', 'p.Gly2032Arg')], 'entrectinib', /consider repotrectinib/],
    ['ROS1 D2033N under crizotinib', 'Lung adenocarcinoma', [...fusion('EZR-ROS1'), ...change('ROS1', 'p.Asp2033Asn')], 'crizotinib', /not expected/],
    ['ROS1 L2086F under repotrectinib', 'Lung adenocarcinoma', [...fusion('CD74-ROS1'), ...change('ROS1', 'p.Leu2086Phe')], 'repotrectinib', /^ROS1 L2086F: repotrectinib is not expected to work$/],
    ['RET G810V under selpercatinib', 'Lung adenocarcinoma', [...fusion('KIF5B-RET'), ...change('RET', 'p.Gly810Val')], 'selpercatinib', /not expected/],
    ['PDGFRA V658A beside D842V under avapritinib', 'Gastrointestinal stromal tumour', [...change('PDGFRA', 'p.Asp842Val'), ...change('PDGFRA', 'p.Val658Ala')], 'avapritinib', /^PDGFRA V658A: avapritinib is not/],
    ['FGFR2 N550K under pemigatinib', 'Cholangiocarcinoma', [...fusion('FGFR2-BICC1'), ...change('FGFR2', 'p.Asn550Lys')], 'pemigatinib', /not expected/],
    ['FGFR2 V565L under futibatinib', 'Intrahepatic cholangiocarcinoma', [...fusion('FGFR2-BICC1'), ...change('FGFR2', 'p.Val565Leu')], 'futibatinib', /not expected/],
    ['BTK C481R under ibrutinib', 'Chronic lymphocytic leukaemia', change('BTK', 'p.Cys481Arg'), 'ibrutinib', /not expected/],
    ['BTK C481S under ibrutinib in mantle cell lymphoma', 'Mantle cell lymphoma', change('BTK', 'p.Cys481Ser'), 'ibrutinib', /not expected/],
    ['BTK C481S under zanubrutinib in Waldenström', 'Waldenström macroglobulinemia', change('BTK', 'p.Cys481Ser'), 'zanubrutinib', /not expected/],
    ['BTK C481S under zanubrutinib in marginal zone lymphoma', 'Marginal zone lymphoma', change('BTK', 'p.Cys481Ser'), 'zanubrutinib', /not expected/],
    ['IDH1 S280F beside R132C under ivosidenib', 'Acute myeloid leukemia', [...change('IDH1', 'p.Arg132Cys'), ...change('IDH1', 'p.Ser280Phe')], 'ivosidenib', /^IDH1 S280F: ivosidenib is not/],
    ['IDH2 Q316E beside R140Q under enasidenib', 'Acute myeloid leukemia', [...change('IDH2', 'p.Arg140Gln'), ...change('IDH2', 'p.Gln316Glu')], 'enasidenib', /^IDH2 Q316E: enasidenib is not/],
    ['FLT3 F691L under gilteritinib', 'Acute myeloid leukemia', [...lines([['FLT3-ITD', 'Positive']]), ...change('FLT3', 'p.Phe691Leu')], 'gilteritinib', /^FLT3 F691L: gilteritinib is expected to work less well/],
    ['EGFR S492R under cetuximab', 'Colorectal adenocarcinoma', [...change('EGFR', 'p.Ser492Arg'), ...lines([['KRAS mutation analysis', 'Not detected'], ['NRAS mutation analysis', 'Not detected']])], 'cetuximab', /^EGFR S492R: cetuximab is not expected/],
    ['AR-V7 under enzalutamide', 'Prostate cancer', lines([['AR-V7 (CTC)', 'Positive']]), 'enzalutamide', /not expected/],
    ['AR-V7 under abiraterone', 'Prostate cancer', lines([['AR-V7 (CTC)', 'Positive']]), 'abiraterone', /not expected/],
  ])('%s', (_, tumour, results, drug, said) => {
    const { fit, summaries } = board(tumour, results, drug);
    expect(fit?.verdict).toBe('contradicted');
    expect(summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore

  it.each<[string, string, readonly Resource[], string]>([
    [
      'sunitinib for KIT V654A',
      'Gastrointestinal stromal tumour',
      [...change('KIT', 'p.Val559Asp'), ...change('KIT', 'p.Val654Ala')],
      'sunitinib',
    ],
    ['imatinib for KIT exon 11', 'Gastrointestinal stromal tumour', change('KIT', 'p.Trp557_Lys558del'), 'imatinib'],
    ['lorlatinib for ALK G1202R', 'Lung adenocarcinoma', [...fusion('EML4-ALK'), ...change('ALK', 'p.Gly1202Arg')], 'lorlatinib'],
    ['repotrectinib for NTRK1 G595R', 'Sarcoma', [...fusion('LMNA-NTRK1'), ...change('NTRK1', 'p.Gly595Arg')], 'repotrectinib'],
    ['pirtobrutinib for BTK C481S', 'Chronic lymphocytic leukaemia', change('BTK', 'p.Cys481Ser'), 'pirtobrutinib'],
    [
      'panitumumab for EGFR S492R',
      'Colorectal adenocarcinoma',
      [
        ...change('EGFR', 'p.Ser492Arg'),
        ...lines([
          ['KRAS mutation analysis', 'Not detected'],
          ['NRAS mutation analysis', 'Not detected'],
        ]),
      ],
      'panitumumab',
    ],
    ['selpercatinib for RET L730V', 'Lung adenocarcinoma', [...fusion('KIF5B-RET'), ...change('RET', 'p.Leu730Val')], 'selpercatinib'],
    ['repotrectinib for ROS1 G2032R', 'Lung adenocarcinoma', [...fusion('CD74-ROS1'), ...change('ROS1', 'p.Gly2032Arg')], 'repotrectinib'],
    ['dasatinib for ABL1 E255K', 'Chronic myeloid leukaemia', change('ABL1', 'p.Glu255Lys'), 'dasatinib'],
    ['alectinib for ALK without a further change', 'Lung adenocarcinoma', fusion('EML4-ALK'), 'alectinib'],
    ['enzalutamide without AR-V7', 'Prostate cancer', lines([['AR-V7 (CTC)', 'Negative']]), 'enzalutamide'],
    ['ibrutinib with another BTK result', 'Chronic lymphocytic leukaemia', lines([['BTK mutation analysis', 'Not detected']]), 'ibrutinib'],
  ])('silent: %s', (_, tumour, results, drug) => {
    expect(board(tumour, results, drug).summaries).toEqual([]);
  });

  /** A change that arises under a drug of its target: what is left to offer, at the order and on opening the chart. */
  it.each<[string, readonly Resource[], string, RegExp, RegExp]>([
    ['EGFR C797S: neither lazertinib nor a first line', [...change('EGFR', 'p.Leu858Arg'), ...change('EGFR', 'p.Cys797Ser')], 'osimertinib', /amivantamab with carboplatin and pemetrexed/, /lazertinib|first line|dacomitinib|afatinib/],
    ['EGFR T790M with C797S: no EGFR inhibitor at all', [...change('EGFR', 'p.Glu746_Ala750del'), ...change('EGFR', 'p.Thr790Met'), ...change('EGFR', 'p.Cys797Ser')], 'osimertinib', /amivantamab with carboplatin and pemetrexed/, /lazertinib|erlotinib|gefitinib|afatinib|dacomitinib/],
    ['ALK G1202R: lorlatinib, not a label for no earlier ALK inhibitor', [...fusion('EML4-ALK'), ...change('ALK', 'p.Gly1202Arg')], 'alectinib', /lorlatinib/, /ensartinib|ceritinib|brigatinib/],
    ['ROS1 G2032R: not entrectinib', [...fusion('CD74-ROS1'), ...change('ROS1', 'p.Gly2032Arg')], 'crizotinib', /repotrectinib/, /entrectinib/],
  ])('%s', (_, results, drug, offered, never) => {
    const { cards, opening } = board('Lung adenocarcinoma', results, drug);
    const labels = cards.flatMap(({ suggestions = [] }) => suggestions.map(({ label }) => label)).join('; ');
    expect(labels).toMatch(offered);
    expect(`${labels} ${cards[0]?.summary ?? ''}`).not.toMatch(never);
    expect((opening?.summary ?? '').replace(/; resistance to .*/, '')).not.toMatch(never);
  }); // prettier-ignore

  it('the report keeps the first-line choice and says why it is none', () => {
    const results = [...change('EGFR', 'p.Leu858Arg'), ...change('EGFR', 'p.Cys797Ser')];
    const { approved } = board('Lung adenocarcinoma', results);
    const afatinib = approved.find(({ therapy }) => therapy[0]?.name === 'Afatinib');
    expect(afatinib).toMatchObject({ settingStanding: 'against' });
    expect(afatinib?.because?.join('. ')).toMatch(/for untreated disease, and EGFR p.Cys797Ser arises under EGFR inhibitors/);
  });

  it('a reversion beside the BRCA2 mutation speaks against olaparib, and is no second loss of the gene', () => {
    const results = lines([['BRCA2 mutation analysis', 'c.5946del pathogenic and reversion mutation c.5940_5950del detected']]);
    const { fit, opening } = board('High grade serous ovarian cancer', results, 'olaparib');
    expect(fit).toMatchObject({ verdict: 'contradicted', because: [expect.stringMatching(/reversion, which may restore BRCA2/)] });
    // Named as what is resisted, never offered.
    expect(opening?.summary ?? '').toMatch(/^BRCA2 reversion mutation \S+: resistance to olaparib, rucaparib is to be expected$/);
  });

  it('a reversion alone is no BRCA2 mutation', () => {
    const { fit } = board('High grade serous ovarian cancer', lines([['BRCA2 reversion mutation', 'Detected']]), 'olaparib');
    expect(fit?.verdict).toBe('biomarker-not-tested');
  });

  it('that L858R responds to gefitinib is no other side of the resistance of T790M', () => {
    const results = [...change('EGFR', 'p.Leu858Arg'), ...change('EGFR', 'p.Thr790Met')];
    const { fit } = board('Lung adenocarcinoma', results, 'gefitinib');
    expect(fit).toMatchObject({ verdict: 'contradicted', because: [expect.not.stringMatching(/otherwise/)] });
  });

  it('a publication is cited by itself, not as a CIViC item', () => {
    const { fit } = board('Lung adenocarcinoma', [...change('KRAS', 'p.Gly12Cys'), ...change('KRAS', 'p.Tyr96Asp')], 'sotorasib');
    expect(fit?.sources[0]).toMatchObject({
      label: expect.stringMatching(/Frontiers in Oncology/),
      url: expect.stringMatching(/^https:\/\/doi\.org/),
    });
  });
});

describe('what a text says was found, beside results, under a general name', () => {
  const BRCA1 = assessment(['48018-6', 'BRCA1'], ['48004-6', 'c.5266dupC'], ['53037-8', 'Pathogenic']);
  const L858R = assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg']);
  it.each([
    ['High grade serous ovarian cancer', BRCA1, 'Reversion mutation in BRCA1 (c.5210_5260del) identified', 'olaparib', 'BRCA1 reversion'],
  ])('%s, %o: "%s" has to be looked at before %s', (tumour, found, said, drug, change) => {
    const { fit, summaries, report } = board(tumour, [found, ...lines([['NGS', said]])], drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual([`A report speaks of ${change}, in words only: look at it before ${drug}`]);
    expect(report.warnings.map(({ message }) => message).join()).toContain('said to be found in words only');
  });
  it.each([
    ['High grade serous ovarian cancer', BRCA1, 'BRCA1 reversion mutation detected', 'olaparib'],
    ['Lung adenocarcinoma', L858R, 'EGFR T790M detected', 'erlotinib'],
  ])('%s, %o: "%s" is plain, and speaks against %s', (tumour, found, said, drug) => {
    expect(board(tumour, [found, ...lines([['NGS', said]])], drug).fit?.verdict).toBe('contradicted');
  });
  it.each([
    ['osimertinib', 'EGFR T790M detected'],
    ['erlotinib', 'EGFR T790M not detected'],
    ['erlotinib', 'EGFR L858R detected'],
    ['erlotinib', 'Testing for EGFR T790M recommended if progression is detected'],
  ])('%s, "%s": nothing would change', (drug, said) => {
    expect(board('Lung adenocarcinoma', [L858R, ...lines([['NGS', said]])], drug).cards).toEqual([]);
  });
  it('a note on the variant itself counts', () => {
    const second = {
      ...assessment(['48018-6', 'BRCA1'], ['48004-6', 'c.5210_5260del']),
      note: [{ text: 'Reversion mutation, restores the frame' }],
    };
    expect(board('High grade serous ovarian cancer', [BRCA1, second], 'olaparib').fit?.verdict).toBe('contradicted');
  });
});

describe('FLT3-TKD without its codon: tests of that name look at D835 and I836, as the labels ask', () => {
  it.each([
    ['gilteritinib', 'Positive', 'fits', ''],
    ['midostaurin', 'Positive', 'fits', ''],
    ['gilteritinib', 'Negative', 'biomarker-open', 'FLT3-TKD not found, the rest of FLT3 not on file: test it before gilteritinib'],
    ['quizartinib', 'Negative', 'biomarker-open', 'FLT3-TKD not found, the rest of FLT3 not on file: test it before quizartinib'],
  ])('%s, %s: %s', (drug, value, verdict, said) => {
    const { fit, summaries } = board('Acute myeloid leukemia', lines([['FLT3-TKD', value]]), drug);
    expect(fit?.verdict).toBe(verdict);
    expect(summaries.join()).toBe(said);
  });
  it('one change looked for and not found is no result of the whole gene', () => {
    const { fit, summaries } = board('Lung adenocarcinoma', lines([['EGFR T790M', 'Not detected']]), 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(fit?.because[0]).toBe('Of EGFR only p.Thr790Met was looked for here, and not found: the rest is not on file');
    expect(summaries).toEqual(['T790M not found, the rest of EGFR not on file: test it before osimertinib']);
  });
  it('both clear: nothing is said to be left', () => {
    const { fit } = board('Acute myeloid leukemia', lines([['FLT3-TKD', 'Negative'], ['FLT3-ITD', 'Negative']]), 'gilteritinib'); // prettier-ignore
    expect(fit?.verdict).toBe('biomarker-negative');
    expect(fit?.because.join()).not.toContain('not on file');
  });
});
