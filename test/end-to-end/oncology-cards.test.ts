/** What the oncologist reads on the cards: short names first, the label's line of therapy with every offer. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, condition, given, lines, observation, type Line } from './board.ts';

const variant = (gene: string, protein: string) => assessment(['48018-6', gene], ['48005-3', protein]);
const KRAS = variant('KRAS', 'p.Gly12Cys');
const EXON20 = variant('EGFR', 'p.Ala767_Val769dup');

describe('the line of therapy that a label names is part of the advice', () => {
  it('KRAS G12C without known treatment: approved after earlier therapy, said in the first line', () => {
    expect(board('Lung adenocarcinoma', [KRAS]).opening?.summary).toBe(
      'KRAS G12C: sotorasib, adagrasib approved for this tumour (after earlier systemic therapy)',
    );
  });
  it('with that treatment on file, the detail says so and the first line needs no condition', () => {
    const { opening } = board('Lung adenocarcinoma', [KRAS, given('carboplatin'), given('pemetrexed')]);
    expect(opening?.summary).toBe('KRAS G12C: sotorasib, adagrasib approved for this tumour');
    expect(opening?.detail).toContain('Sotorasib (after earlier systemic therapy: on file).');
  });
  it('a replacement that comes after platinum is named with that condition, and no button where no earlier treatment is on file', () => {
    const [card] = board('Lung adenocarcinoma', [EXON20], 'osimertinib').cards;
    expect(card?.detail).toContain('(after platinum chemotherapy)');
    expect(card?.suggestions.map(({ label }) => label).join()).not.toContain('sunvozertinib');
  });
  it('nor one for what comes after several treatments, of which one is on file', () => {
    const negative = lines([
      ['ER', 'negative'],
      ['PR', 'negative'],
      ['HER2 IHC', '0'],
    ]);
    const [card] = board('Invasive ductal carcinoma of breast', [...negative, given('doxorubicin')], 'letrozole').cards;
    expect(card?.summary).toContain('consider sacituzumab govitecan (after two or more earlier systemic therapies)');
    expect(card?.suggestions).toEqual([]);
  });
  it('erlotinib with T790M: the order itself bears out that an EGFR inhibitor was given', () => {
    const [card] = board('Lung adenocarcinoma', [variant('EGFR', 'p.Leu858Arg'), variant('EGFR', 'p.Thr790Met')], 'erlotinib').cards;
    expect(card?.suggestions[0]?.label).toBe('Replace erlotinib by osimertinib (label: after an EGFR inhibitor)');
  });
  it('and without it where the chart shows the platinum', () => {
    const [card] = board('Lung adenocarcinoma', [EXON20, given('carboplatin')], 'osimertinib').cards;
    expect(card?.suggestions.map(({ label }) => label)).toContain('Replace osimertinib by sunvozertinib');
    expect(card?.detail).not.toContain('first line');
  });
  it('T790M on gefitinib: "first line" is no choice any more', () => {
    const results = [variant('EGFR', 'p.Leu858Arg'), variant('EGFR', 'p.Thr790Met'), given('gefitinib')];
    const [card] = board('Lung adenocarcinoma', results, 'erlotinib').cards;
    expect(card?.summary).toBe('EGFR T790M: erlotinib is not expected to work; consider osimertinib');
    expect(card?.detail).not.toContain('first line');
  });
});

describe('names', () => {
  it('short at first glance, in full in the detail', () => {
    const [card] = board('Lung adenocarcinoma', [variant('EGFR', 'p.Thr790Met')], 'gefitinib').cards;
    expect(card?.summary).toMatch(/^EGFR T790M: gefitinib is not expected to work/);
    expect(card?.detail).toContain('EGFR T790M (p.Thr790Met; 1 Oct 2026).');
    expect(card?.detail).not.toContain('T790M is EGFR T790M');
  });
  it('a regimen of two directed drugs and chemotherapy reads as one', () => {
    const { opening } = board('Colorectal adenocarcinoma', [variant('BRAF', 'p.Val600Glu')]);
    expect(opening?.summary).toBe('BRAF V600E: encorafenib with cetuximab and chemotherapy approved for this tumour');
    expect(opening?.detail).toContain('Encorafenib and cetuximab, with fluorouracil and irinotecan or oxaliplatin.');
  });
  it('two choices beside each other cannot be read as one regimen, and what resists names its finding', () => {
    const msi = observation('msi', { code: code('81695-9'), valueCodeableConcept: { text: 'MSI-H' }, effectiveDateTime: '2026-09-14' });
    const { opening, cards } = board('Colorectal adenocarcinoma', [variant('KRAS', 'p.Gly12Asp'), msi], 'cetuximab');
    expect(opening?.summary).toMatch(/^MSI high: nivolumab \+ ipilimumab, pembrolizumab.* approved for this tumour$/);
    expect(opening?.detail).toContain('**Resistance:** Cetuximab, panitumumab (KRAS G12D).');
    expect(cards[0]?.detail).toMatch(/nivolumab \+ ipilimumab, pembrolizumab: approved for MSI high or MMR deficient; MSI high is shown/);
  });
  it('what a new finding makes fail is said once', () => {
    const found = (id: string, protein: string, day: string) => ({ ...variant('EGFR', protein), id, effectiveDateTime: day });
    const { opening } = board('Lung adenocarcinoma', [
      found('first', 'p.Glu746_Ala750del', '2025-03-12'),
      found('late', 'p.Thr790Met', '2026-11-04'),
      given('erlotinib'),
    ]);
    expect(opening?.summary).toMatch(/^New EGFR T790M: resistance to /);
    expect(opening?.detail).toMatch(/T790M was first found on 4 Nov 2026, after EGFR E746\\?_A750del: resistance to /);
    expect(opening?.detail).not.toContain('**Resistance:**');
  });
  it('a combined positive score is a number, not a percentage', () => {
    const results = lines([['PD-L1 CPS', '5'], ['ER', 'Negative'], ['PR', 'Negative'], ['HER2', 'Negative']]); // prettier-ignore
    const { report, cards, opening } = board('Triple negative breast cancer', results, 'pembrolizumab');
    expect(JSON.stringify([report.oncology, cards, opening])).not.toMatch(/CPS ≥ \d+ ?%/);
  });
});

describe('every sentence can be traced', () => {
  it('a choice that rests on another result than the one that speaks against the order names its day, and the card its resource', () => {
    const msi = observation('msi', { code: code('81695-9'), valueCodeableConcept: { text: 'MSI-H' }, effectiveDateTime: '2026-09-14' });
    const [card] = board('Colorectal adenocarcinoma', [variant('KRAS', 'p.Gly12Asp'), msi], 'cetuximab').cards;
    expect(card?.summary).toMatch(/^KRAS G12D: cetuximab is not expected to work; consider /);
    expect(card?.detail).toMatch(/pembrolizumab: approved for MSI high or MMR deficient; MSI high is shown \(14 Sep 2026\)\./);
    expect(card?.evidence).toEqual(expect.arrayContaining(['Observation/msi']));
  });
  it('a choice that rests on the same result does not say the day again', () => {
    const [card] = board('Lung adenocarcinoma', [variant('EGFR', 'p.Thr790Met')], 'gefitinib').cards;
    expect(card?.detail.match(/1 Oct 2026/g)).toHaveLength(1);
  });
});

describe('a variant that the laboratory dismisses is called by its word', () => {
  it.each([
    ['Likely benign', 'EGFR R521K: called likely benign, no basis for osimertinib'],
    ['Benign', 'EGFR R521K: called benign, no basis for osimertinib'],
    ['Uncertain significance', 'EGFR R521K: of uncertain significance, no basis for osimertinib'],
  ])('%s', (word, summary) => {
    const found = assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Arg521Lys'], ['53037-8', word]);
    expect(board('Lung adenocarcinoma', [found], 'osimertinib').summaries).toEqual([summary]);
  });
});

describe('what tumour boards meet', () => {
  it('BRAF V600E in colorectal cancer is no reason against oxaliplatin: chemotherapy has no target', () => {
    const { report } = board('Colorectal adenocarcinoma', [variant('BRAF', 'p.Val600Glu')], 'oxaliplatin', 'fluorouracil');
    expect(report.oncology.orders?.map(({ verdict }) => verdict)).not.toContain('contradicted');
  });
  it('T315I: the reason names the change that resists, not the fusion that makes the disease', () => {
    const results = [...lines([['BCR-ABL1', 'Detected']]), variant('ABL1', 'p.Thr315Ile')]; // prettier-ignore
    const [card] = board('Chronic myeloid leukemia', results, 'dasatinib').cards;
    expect(card?.detail).toContain('evidence of resistance: ABL1 T315I.');
    expect(card?.suggestions.map(({ label }) => label)).toEqual(['Replace dasatinib by asciminib', 'Replace dasatinib by ponatinib']);
    // Of the labels of asciminib the one for T315I, not the one for any BCR::ABL1.
    expect(card?.detail).toMatch(/asciminib, ponatinib: approved for BCR::ABL1 fusion and ABL1 T315I/);
  });
  it('T790M: a replacement whose line is not on file is not put beside one that is', () => {
    const [card] = board('Lung adenocarcinoma', [variant('EGFR', 'p.Thr790Met'), given('erlotinib')], 'gefitinib').cards;
    expect(card?.suggestions.map(({ label }) => label)).toEqual(['Replace gefitinib by osimertinib']);
  });
  it.each([
    ['Prostate adenocarcinoma', variant('ATM', 'p.Glu343fs'), 'talazoparib with enzalutamide'],
    ['High grade serous carcinoma of ovary', lines([['HRD', 'Positive']])[0] ?? {}, 'olaparib with bevacizumab'],
  ])('%s: a drug that no label has alone is named with its partner', (tumour, found, name) => {
    expect(board(tumour, [found]).opening?.summary).toContain(name);
  });
  it('a marker with its method and unit', () => {
    const results = [...['EGFR', 'ALK', 'ROS1'].map((gene, at) => lines([[`${gene} mutation analysis`, 'Not detected']]).map((line) => ({ ...line, id: `n${at}` }))).flat(), ...lines([['PD-L1 22C3 TPS', '80%']])]; // prettier-ignore
    expect(board('Lung adenocarcinoma', results).opening?.summary).toMatch(/^PD-L1 TPS 80%: pembrolizumab/);
  });
  it('two primaries: the one that the finding and the order speak of, by its name', () => {
    const { report, fit, opening } = board(
      [condition('Breast cancer', undefined, 'one'), condition('Lung adenocarcinoma', undefined, 'two')],
      [variant('EGFR', 'p.Leu858Arg')],
      'osimertinib',
    );
    expect(fit?.verdict).toBe('fits');
    expect(opening?.summary).toMatch(/approved for Lung adenocarcinoma/);
    expect(report.warnings.map(({ message }) => message)).toContain(
      'More than one active primary tumour is on file (Breast cancer; Lung adenocarcinoma): therapies are matched for Lung adenocarcinoma.',
    );
  });
  it('two primaries of which the order would be told different things: the card says for which it speaks', () => {
    const { cards, fit } = board(
      [condition('Adenocarcinoma of colon', undefined, 'one'), condition('Lung adenocarcinoma', undefined, 'two')],
      [],
      'pembrolizumab',
    );
    expect(fit?.judgedFor).toEqual({ tumour: 'Adenocarcinoma of colon', beside: ['Lung adenocarcinoma'] });
    expect(cards[0]?.detail).toContain('Judged for Adenocarcinoma of colon, not for Lung adenocarcinoma, also on file.');
  });
  it('a basal cell carcinoma beside the tumour that is treated competes for nothing', () => {
    const { report, opening } = board(
      [
        condition('Prostate cancer', undefined, 'one'),
        { ...condition('Basal cell carcinoma of skin of face', 'C44.310', 'two'), onsetDateTime: '2026-09-01' },
      ],
      lines([['BRCA2', 'c.5946delT pathogenic']]),
    );
    expect(report.oncology.tumour?.text).toBe('Prostate cancer');
    expect(report.warnings.map(({ message }) => message).join()).not.toMatch(/More than one/);
    expect(opening?.summary).toMatch(/approved for this tumour/);
  });
  it.each(['H3 K27M IHC', 'Histone H3 K27M immunostain', 'H3 K27M mutation'])('%s positive: dordaviprone', (name) => {
    expect(board('Diffuse midline glioma', lines([[name, 'Positive']]), 'dordaviprone').fit?.verdict).toBe('fits');
  });
  it('an internal tandem duplication by the type of the change', () => {
    const { variants, opening } = board('Acute myeloid leukemia', [
      assessment(['48018-6', 'FLT3'], ['48019-4', 'internal tandem duplication']),
    ]);
    expect(variants).toEqual(['FLT3 ITD']);
    expect(opening?.detail).toContain('Midostaurin with cytarabine and daunorubicin');
  });
  it.each([
    ['Colorectal adenocarcinoma', variant('KRAS', 'p.Gly12Cys'), 'sotorasib', 'KRAS G12C: the label has sotorasib here together with panitumumab, which is not on order'],
    ['Lung adenocarcinoma', variant('BRAF', 'p.Val600Glu'), 'encorafenib', 'BRAF V600E: the label has encorafenib here together with binimetinib, which is not on order'],
  ])('%s: a directed drug that the label has with another only', (tumour, found, drug, summary) => {
    const { fit, summaries } = board(tumour, [found], drug);
    expect(fit?.verdict).toBe('fits');
    expect(summaries).toEqual([summary]);
  }); // prettier-ignore
  it('its detail names the regimen of the label and the line that the chart does not show', () => {
    const [card] = board('Colorectal adenocarcinoma', [variant('KRAS', 'p.Gly12Cys')], 'sotorasib').cards;
    expect(card?.detail).toContain('The label has sotorasib + panitumumab here, for KRAS G12C.');
    expect(card?.detail).toContain('after a fluoropyrimidine, oxaliplatin and irinotecan; the chart does not show it');
  });
  it.each([
    ['Lung adenocarcinoma', variant('BRAF', 'p.Val600Glu'), ['encorafenib', 'binimetinib']],
    ['Melanoma', variant('BRAF', 'p.Val600Glu'), ['dabrafenib']],
    ['Lung adenocarcinoma', variant('KRAS', 'p.Gly12Cys'), ['sotorasib']],
  ])('%s: nothing to say of %#', (tumour, found, drugs) => {
    expect(board(tumour, [found], ...drugs).summaries).toEqual([]);
  });
  it.each([
    ['ROS1 IHC', 'Positive (2+)', 'entrectinib'],
    ['ALK IHC', 'Positive', 'alectinib'],
    ['pan-TRK immunohistochemistry', 'Positive', 'larotrectinib'],
    ['EGFR mutation analysis', 'Quantity not sufficient (QNS)', 'osimertinib'],
  ])('%s: %s is neither a fusion nor "no result"', (name, value, drug) => {
    const { fit, summaries } = board('Lung adenocarcinoma', lines([[name, value]]), drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries.join()).not.toContain('No ');
  });
  it('a stain for the mutant BRAF protein is a test of V600E', () => {
    const results = lines([['BRAF V600E (VE1) immunohistochemistry', 'Positive']]);
    expect(board('Anaplastic thyroid carcinoma', results, 'dabrafenib', 'trametinib').fit?.verdict).toBe('fits');
  });
  it.each([
    ['3+ in 60% of tumor cells', 'fits'],
    ['3+ in 20% of tumor cells', 'biomarker-negative'],
    ['Negative', 'biomarker-negative'],
  ])('c-Met stain %s: telisotuzumab vedotin %s', (value, verdict) => {
    expect(board('Lung adenocarcinoma', lines([['c-Met IHC', value]]), 'telisotuzumab vedotin').fit?.verdict).toBe(verdict);
  });
  it('KRAS G12D: one reason at two levels is said once, and no drug of the same kind is put in its place', () => {
    const [card] = board('Colorectal adenocarcinoma', [variant('KRAS', 'p.Gly12Asp')], 'cetuximab').cards;
    expect(card?.detail.match(/evidence of resistance/g)).toHaveLength(1);
    expect(card?.detail).not.toContain('panitumumab');
  });
  it('three genes clear: one sentence', () => {
    const [card] = board(
      'Sarcoma',
      lines([['NTRK fusion panel (RNA)', 'No NTRK1, NTRK2 or NTRK3 fusion detected']]),
      'larotrectinib',
    ).cards;
    expect(card?.detail).toContain('NTRK1, NTRK2 and NTRK3 were tested without the finding that the label asks for.');
  });
  it('MET amplified is another finding than exon 14 skipped, by its name', () => {
    const [card] = board('Lung adenocarcinoma', [assessment(['48018-6', 'MET'], ['48019-4', 'amplification'])], 'capmatinib').cards;
    expect(card?.detail).toContain('Of MET only MET amplification is on file: whether a mutation was looked for is not shown.');
  });
  it('BRAF D594G speaks against cetuximab: panitumumab is no way out', () => {
    const clear = lines([['KRAS mutation analysis', 'Not detected'], ['NRAS mutation analysis', 'Not detected']]); // prettier-ignore
    const { fit } = board('Colorectal adenocarcinoma', [...clear, variant('BRAF', 'p.Asp594Gly')], 'cetuximab');
    expect(fit?.alternatives.flatMap(({ therapy }) => therapy.map(({ name }) => name))).not.toContain('Panitumumab');
  });
  it('pilocytic astrocytoma is a low-grade glioma', () => {
    expect(board('Pilocytic astrocytoma', lines([['Gene fusion', 'KIAA1549::BRAF']]), 'tovorafenib').fit?.verdict).toBe('fits');
  });
});

describe('drugs of one regimen of which the same is to be said are one message', () => {
  it.each([
    ['Colon cancer', [variant('BRAF', 'p.Val600Glu')], ['dabrafenib', 'trametinib'], /^BRAF V600E: dabrafenib and trametinib are not expected to work/],
    ['Melanoma', [], ['dabrafenib', 'trametinib'], /^No BRAF result on file: test before dabrafenib and trametinib$/],
    ['Breast cancer', lines([['HER2 IHC', '0']]), ['pertuzumab', 'trastuzumab'], /^pertuzumab and trastuzumab ask for HER2 positive: tested, not found$/],
    ['Colon cancer', [variant('KRAS', 'p.Gly12Asp')], ['cetuximab', 'panitumumab'], /^KRAS G12D: cetuximab and panitumumab are not expected to work/],
  ])('%s', (tumour, results, drugs, said) => {
    expect(board(tumour, results, ...drugs).summaries).toEqual([expect.stringMatching(said)]);
  }); // prettier-ignore
  it('a replacement takes away both drafts', () => {
    const results = [variant('KRAS', 'p.Gly12Asp'), ...lines([['HER2 IHC', '3+']]), given('oxaliplatin')];
    const [card] = board('Colon cancer', results, 'tucatinib', 'trastuzumab').cards;
    const removed = card?.suggestions[0]?.actions.flatMap((action) => (action.type === 'delete' ? [action.resourceId] : []));
    expect(removed).toEqual(['MedicationRequest/draft0', 'MedicationRequest/draft1']);
  });
  it('drugs that fail for different findings keep a card each', () => {
    const results = [variant('KRAS', 'p.Gly12Asp'), ...lines([['BRAF', 'Wild type']])];
    expect(board('Colon cancer', results, 'cetuximab', 'encorafenib').summaries).toHaveLength(2);
  });
});

describe('tested, not found', () => {
  const TRIPLE_NEGATIVE: readonly Line[] = [['ER', 'Negative'], ['PR', 'Negative'], ['HER2', 'Negative']]; // prettier-ignore
  it('two drugs of a regimen that lack the same finding are one message, though one of the labels asks for more', () => {
    const { summaries } = board('Breast cancer', lines(TRIPLE_NEGATIVE), 'palbociclib', 'letrozole');
    expect(summaries).toHaveLength(1);
    expect(summaries[0]).toMatch(/^(?=.*letrozole)(?=.*palbociclib).* ask for HR positive: tested, not found/);
  });
  it('drugs that lack different findings keep a message each', () => {
    expect(board('Breast cancer', lines(TRIPLE_NEGATIVE), 'trastuzumab', 'tamoxifen').summaries).toHaveLength(2);
  });
  it.each([
    ['p.Gly719Ala', 'erlotinib', 'Studies report sensitivity of what was found to erlotinib (level B); its label does not name it.'],
    ['p.Ser768Ile', 'gefitinib', 'Studies report sensitivity of what was found to gefitinib (level C); its label does not name it.'],
  ])('EGFR %s: evidence for %s that its label does not name is said beside it', (change, drug, said) => {
    expect(board('Lung adenocarcinoma', [variant('EGFR', change)], drug).cards[0]?.detail).toContain(said);
  });
  it.each([
    // Evidence of resistance stands against that of sensitivity.
    ['p.Ser768Ile', 'erlotinib'],
    // Studied as one of all EGFR mutations only.
    ['p.Glu709Lys', 'gefitinib'],
  ])('EGFR %s, %s: no such sentence', (change, drug) => {
    const [card] = board('Lung adenocarcinoma', [variant('EGFR', change)], drug).cards;
    expect(card?.summary).toMatch(/tested, not found/);
    expect(card?.detail).not.toContain('Studies report');
  });
  it('a tumour mutational burden is written without the braces of its unit', () => {
    const [card] = board('Colon adenocarcinoma', lines([['MSI', 'stable'], ['TMB', '4 mut/Mb']]), 'pembrolizumab').cards; // prettier-ignore
    expect(card?.detail).toContain('TMB on file (4 mutations/Mb)');
  });
});
