/** What labels of 2025 and 2026 say, and what was withdrawn, at the order and on opening the chart. Every patient is synthetic. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { amplification, biomarker, clear, fusion, order, patient, protein, tumour } from '../../test/oncology/facts.ts';
import { shippedOncology } from '../../test/oncology/knowledge.ts';
import { orderSignCards, patientViewCards, reportOf } from '../../test/oncology/report.ts';

const drugs = (facts: Partial<PatientFacts>) => reportOf(patient(facts)).oncology.therapies;
const approved = (facts: Partial<PatientFacts>) =>
  drugs(facts)
    .filter((row) => row.approved && row.effect === 'sensitivity')
    .map(({ therapy }) => therapy.map(({ name }) => name.toLowerCase()).join('+'));
const verdicts = (facts: Partial<PatientFacts>) =>
  Object.fromEntries((reportOf(patient(facts)).oncology.orders ?? []).map(({ drug, verdict }) => [drug.name, verdict]));
const past = (name: string) => order(name, { role: 'past', isOrder: false });
const worded = (kind: string, word: string) => biomarker(kind, word, { status: word });
const hormone = [worded('ER', 'positive'), worded('PR', 'negative')];

describe('withdrawn drugs', () => {
  it.each([
    ['mobocertinib', 'LUAD', protein('EGFR', 'p.Asp770_Asn771insSerValAsp'), /15 Jul 2024/, 'amivantamab'],
    ['infigratinib', 'IHCH', fusion('FGFR2', 'BICC1'), /16 May 2024/, 'futibatinib'],
    ['tazemetostat', 'FL', protein('EZH2', 'p.Tyr646Phe'), /9 Mar 2026/, null],
  ])('%s is never offered, and its order says so', (drug, code, finding, date, other) => {
    const facts = { variants: [finding], tumours: [tumour(code)] };
    expect(approved(facts).filter((name) => name.includes(drug))).toEqual([]);
    const ordered = patient({ ...facts, medications: [order(drug)] });
    expect(verdicts(ordered)).toEqual({ [drug]: 'withdrawn' });
    const [card] = orderSignCards(ordered);
    expect(card?.summary).toMatch(/approval was withdrawn/);
    expect(card?.detail).toMatch(date);
    expect(card?.indicator).toBe('warning');
    if (other !== null) expect(card?.detail.toLowerCase()).toContain(other);
  });
  it('no approval on file names one of them', () => {
    const { approvals, withdrawn } = shippedOncology();
    expect(withdrawn.size).toBeGreaterThanOrEqual(3);
    for (const { therapies } of approvals)
      for (const { ingredient } of therapies) expect(withdrawn.has(ingredient), ingredient).toBe(false);
  });
  it('evidence for one of them says that it is gone', () => {
    const rows = drugs({ variants: [fusion('FGFR2', 'BICC1')], tumours: [tumour('CHOL')] });
    const own = rows.filter(({ therapy }) => therapy.some(({ name }) => /infigratinib/i.test(name)));
    expect(own.length).toBeGreaterThan(0);
    for (const { because } of own) expect(because?.[0]).toMatch(/no US approval any more/);
  });
});

describe('HER2-low and HER2-ultralow breast cancer', () => {
  const breast = { tumours: [tumour('IDC')] };
  it.each([
    ['ultralow, hormone receptor positive', [...hormone, worded('HER2', 'ultralow')], true],
    ['low, hormone receptor positive', [...hormone, worded('HER2', 'low')], true],
    ['1+, hormone receptor positive', [...hormone, biomarker('HER2', '1+', { method: 'IHC' })], true],
    ['ultralow, triple negative', [worded('ER', 'negative'), worded('PR', 'negative'), worded('HER2', 'ultralow')], false],
    ['0 without a word on faint staining', [...hormone, biomarker('HER2', '0', { method: 'IHC' })], false],
    ['negative, no more is said', [...hormone, worded('HER2', 'negative')], false],
  ])('%s', (_name, biomarkers, expected) => {
    expect(approved({ ...breast, biomarkers }).includes('trastuzumab deruxtecan')).toBe(expected);
  });
  it('ultralow and low are kinds of negative: endocrine labels hold', () => {
    for (const word of ['ultralow', 'low'])
      expect(
        verdicts({ ...breast, biomarkers: [...hormone, worded('HER2', word)], medications: [order('palbociclib'), order('letrozole')] }),
      ).toEqual({ palbociclib: 'fits', letrozole: 'fits' });
  });
});

describe('checkpoint inhibitor with chemotherapy in lung cancer', () => {
  const triple = [order('pembrolizumab'), order('pemetrexed'), order('carboplatin')];
  it('is silent where EGFR and ALK are clear', () => {
    const facts = patient({ tested: [clear('EGFR'), clear('ALK')], tumours: [tumour('LUAD')], medications: triple });
    expect(verdicts(facts)).toEqual({ pembrolizumab: 'fits', pemetrexed: 'fits', carboplatin: 'fits' });
    expect(orderSignCards(facts)).toEqual([]);
  });
  it('no molecular result at all: one quiet note, as the labels leave EGFR and ALK out', () => {
    const cards = orderSignCards(patient({ tumours: [tumour('LUAD')], medications: triple }));
    expect(cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      ['No EGFR or ALK result on file: test before pembrolizumab', 'info'],
    ]);
  });
  it.each<[string, Parameters<typeof patient>[0]]>([
    ['a panel that found something else', { variants: [protein('KRAS', 'p.Gly12Cys')], tumours: [tumour('LUAD')] }],
    ['squamous cell carcinoma', { tumours: [tumour('LUSC')] }],
    [
      'another cancer drug was given before',
      { tumours: [tumour('LUAD')], medications: [order('docetaxel', { role: 'past', isOrder: false })] },
    ],
    ['small cell carcinoma', { tumours: [tumour('SCLC')] }],
  ])('silent: %s', (_name, parts = {}) => {
    expect(orderSignCards(patient({ ...parts, medications: [...(parts.medications ?? []), order('pembrolizumab')] }))).toEqual([]);
  });
  it.each([
    ['EGFR exon 19 deletion', protein('EGFR', 'p.Glu746_Ala750del'), 'osimertinib'],
    ['ALK fusion', fusion('EML4', 'ALK'), 'lorlatinib'],
  ])('%s: the label leaves it out, the targeted drug is named', (_name, finding, option) => {
    const facts = patient({ variants: [finding], tumours: [tumour('LUAD')], medications: triple });
    expect(verdicts(facts)['pembrolizumab']).toBe('better-option');
    const text = orderSignCards(facts)
      .map(({ summary, detail }) => `${summary} ${detail}`)
      .join(' ')
      .toLowerCase();
    expect(text).toContain(option);
    expect(text).toContain('egfr wild type and alk wild type');
  });
  it('is no finding to act on: the chart of a wild-type tumour opens without a card', () => {
    expect(patientViewCards(patient({ tested: [clear('EGFR'), clear('ALK'), clear('ROS1')], tumours: [tumour('LUAD')] }))).toEqual([]);
  });
});

describe('PD-L1 in gastric cancer since the labels of 2025', () => {
  const gastric = { tumours: [tumour('STAD')] };
  const cps = (value: number) => biomarker('PD-L1', value, { method: 'CPS' });
  const her2 = worded('HER2', 'negative');
  const regimen = [order('pembrolizumab'), order('capecitabine'), order('oxaliplatin')];
  it('CPS 5: silence', () => {
    expect(verdicts({ ...gastric, biomarkers: [cps(5), her2], medications: regimen })).toMatchObject({ pembrolizumab: 'fits' });
  });
  it('CPS 0: said so, and only what other labels ask for is tested', () => {
    const facts = patient({ ...gastric, biomarkers: [cps(0), her2], medications: regimen });
    const [fit] = reportOf(facts).oncology.orders ?? [];
    expect(fit?.because.join('. ')).toMatch(/PD-L1 CPS ≥ 1 was tested and not found/);
    expect(fit?.tests).toEqual(expect.arrayContaining(['MSI', 'TMB']));
    expect(fit?.tests).not.toContain('PD-L1');
    const stable = [biomarker('MSI', 'stable'), biomarker('MMR', 'proficient'), biomarker('TMB', 2, { unit: 'mut/Mb' })];
    expect(verdicts({ ...facts, biomarkers: [...facts.biomarkers, ...stable] })['pembrolizumab']).toBe('biomarker-negative');
  });
  it('never tested: the test is asked for, not the chemotherapy', () => {
    const facts = patient({ ...gastric, biomarkers: [her2], medications: regimen });
    expect(verdicts(facts)['pembrolizumab']).toBe('biomarker-not-tested');
    const cards = orderSignCards(facts);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.summary).toMatch(/PD-L1/);
  });
});

describe('markers that nearly all of a type carry', () => {
  it.each([
    ['rituximab', 'DLBCLNOS', 'CD20'],
    ['blinatumomab', 'BLL', 'CD19'],
    ['inotuzumab ozogamicin', 'BLL', 'CD22'],
    ['gemtuzumab ozogamicin', 'AML', 'CD33'],
  ])('%s: silent without a result and with a positive one, not with a negative one', (drug, code, marker) => {
    const facts = (...biomarkers: PatientFacts['biomarkers'][number][]) => ({
      biomarkers,
      tumours: [tumour(code)],
      medications: [order(drug)],
    });
    expect(orderSignCards(patient(facts()))).toEqual([]);
    expect(orderSignCards(patient(facts(biomarker(marker, 'positive'))))).toEqual([]);
    expect(verdicts(facts(biomarker(marker, 'negative')))).toEqual({ [drug]: 'biomarker-negative' });
  });
});

describe('what stands on the card', () => {
  const triple = [worded('ER', 'negative'), worded('PR', 'negative'), worded('HER2', 'negative')];
  const cps = (value: number) => biomarker('PD-L1', value, { method: 'CPS' });
  it('triple negative, CPS 20: regimens with pembrolizumab, not those for patients who cannot have it', () => {
    const names = approved({ tumours: [tumour('IDC')], biomarkers: [...triple, cps(20)] });
    expect(names[0]).toBe('sacituzumab govitecan+pembrolizumab');
    expect(names).toContain('pembrolizumab+paclitaxel');
    expect(names).not.toContain('datopotamab deruxtecan');
  });
  it('triple negative, CPS 1: the conjugates', () =>
    expect(approved({ tumours: [tumour('IDC')], biomarkers: [...triple, cps(1)] })).toEqual(
      expect.arrayContaining(['datopotamab deruxtecan', 'sacituzumab govitecan']),
    ));
  it('HER2-positive gastric cancer, CPS 5: trastuzumab is part of the first choice, nivolumab is not offered', () => {
    const names = approved({ tumours: [tumour('STAD')], biomarkers: [worded('HER2', 'positive'), cps(5)] });
    expect(names[0]).toMatch(/^pembrolizumab\+trastuzumab/);
    expect(names.filter((name) => name.startsWith('nivolumab'))).toEqual([]);
  });
  it('platinum-resistant ovarian cancer, CPS 0: the card tells the result, then what is left to test', () => {
    const [card] = orderSignCards(
      patient({
        tumours: [tumour('OVT')],
        biomarkers: [cps(0)],
        medications: [past('carboplatin'), order('pembrolizumab'), order('paclitaxel')],
      }),
    );
    expect(card?.detail).toMatch(/PD-L1 CPS ≥ 1 was tested and not found/);
  });
  it('says nothing twice and joins partners as one speaks', () => {
    const facts = {
      variants: [protein('EGFR', 'p.Asp770_Asn771insSerValAsp')],
      tumours: [tumour('LUAD')],
      medications: [order('mobocertinib')],
    };
    const [card] = orderSignCards(patient(facts));
    expect(card?.summary).toContain('amivantamab with carboplatin and pemetrexed');
    expect(card?.detail.match(/no US approval any more/g)).toHaveLength(1);
  });
});

describe('approvals of 2026', () => {
  it('vepdegestrant for ESR1, with its label, whose number Drugs@FDA has now', () => {
    const facts = {
      variants: [protein('ESR1', 'p.Asp538Gly')],
      biomarkers: [...hormone, worded('HER2', 'negative')],
      tumours: [tumour('IDC')],
    };
    const row = drugs(facts).find(({ therapy }) => therapy[0]?.name === 'Vepdegestrant');
    expect(row?.approved).toBe(true);
    expect(row?.sources[0]).toMatchObject({ version: '2026-05-01', label: 'US label, application 219835' });
  });
  it('zenocutuzumab for an NRG1 fusion in bile duct cancer', () =>
    expect(approved({ variants: [fusion('CD74', 'NRG1')], tumours: [tumour('CHOL')] })).toContain('zenocutuzumab'));
  // Sevabertinib for disease not treated before as well since 2026-09-09.
  it('sevabertinib and zongertinib before and after other treatment', () => {
    const facts = { variants: [protein('ERBB2', 'p.Tyr772_Ala775dup')], tumours: [tumour('LUAD')] };
    for (const medications of [[], [past('carboplatin'), past('pemetrexed')]]) {
      const offered = drugs({ ...facts, medications });
      for (const name of ['Sevabertinib', 'Zongertinib'])
        expect(offered.find(({ therapy }) => therapy[0]?.name === name)).not.toHaveProperty('setting');
    }
  });
});

describe('HER2 negative by its own test, ERBB2 amplified by sequencing', () => {
  const receptors = [biomarker('ER', 'negative', { status: 'negative' }), biomarker('PR', 'negative', { status: 'negative' })];
  const gained = { tumours: [tumour('BRCA')], variants: [amplification('ERBB2')] };

  it.each([
    ['IHC 0', biomarker('HER2', '0', { method: 'IHC', status: 'negative' })],
    ['IHC 1+', biomarker('HER2', '1+', { method: 'IHC', status: 'negative' })],
    ['not amplified by ISH', biomarker('HER2', 'not amplified', { method: 'ISH', status: 'negative' })],
  ])('%s: neither is believed alone, and nothing is offered for either', (_, her2) => {
    const report = reportOf(
      patient({ ...gained, biomarkers: [...receptors, her2], medications: [order('trastuzumab'), order('sacituzumab govitecan')] }),
    );
    expect(report.oncology.therapies.filter((row) => row.approved && JSON.stringify(row.therapy).includes('rastuzumab'))).toEqual([]);
    for (const fit of report.oncology.orders ?? []) {
      expect(fit.verdict).toBe('biomarker-not-tested');
      expect(fit.because.join(' ')).toContain('ERBB2 amplified by sequencing) does not settle it');
      expect(fit.alternatives).toEqual([]);
    }
  });

  it.each([
    ['no other result', []],
    ['IHC 2+', [biomarker('HER2', '2+', { method: 'IHC', status: 'equivocal' })]],
    ['IHC 3+', [biomarker('HER2', '3+', { method: 'IHC', status: 'positive' })]],
  ])('%s: the amplification counts', (_, her2) => {
    const report = reportOf(patient({ ...gained, biomarkers: [...receptors, ...her2], medications: [order('trastuzumab')] }));
    expect(report.oncology.orders?.map(({ verdict }) => verdict)).toEqual(['fits']);
  });
});
