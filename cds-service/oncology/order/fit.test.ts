import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import { biomarker, clear, fusion, order, patient, protein, tumour, variant } from '../../../test/oncology/facts.ts';
import { orderSignCards, patientViewCards, reportOf } from '../../../test/oncology/report.ts';

const crc = [tumour('COADREAD')];
const lung = [tumour('LUAD')];
const verdicts = (facts: PatientFacts) =>
  Object.fromEntries((reportOf(facts).oncology.orders ?? []).map(({ drug, verdict }) => [drug.name, verdict]));

describe('does the ordered drug fit the tumour', () => {
  it.each([
    [
      'cetuximab with KRAS G12D',
      { variants: [protein('KRAS', 'p.Gly12Asp')], tumours: crc, medications: [order('cetuximab')] },
      { cetuximab: 'contradicted' },
    ],
    [
      'panitumumab with NRAS Q61K',
      { variants: [protein('NRAS', 'p.Gln61Lys')], tested: [clear('KRAS')], tumours: crc, medications: [order('panitumumab')] },
      { panitumumab: 'contradicted' },
    ],
    [
      'cetuximab with RAS wild type',
      { tested: [clear('KRAS'), clear('NRAS')], tumours: crc, medications: [order('cetuximab')] },
      { cetuximab: 'fits' },
    ],
    ['cetuximab, RAS never tested', { tumours: crc, medications: [order('cetuximab')] }, { cetuximab: 'biomarker-not-tested' }],
    [
      'cetuximab in head and neck cancer asks for nothing',
      { tumours: [tumour('HNSC')], medications: [order('cetuximab')] },
      { cetuximab: 'not-covered' },
    ],
    [
      'cetuximab with encorafenib for BRAF V600E',
      {
        variants: [protein('BRAF', 'V600E')],
        tested: [clear('KRAS')],
        tumours: crc,
        medications: [order('cetuximab'), order('encorafenib')],
      },
      { cetuximab: 'fits', encorafenib: 'fits' },
    ],
    [
      'cetuximab alone for BRAF V600E',
      { variants: [protein('BRAF', 'V600E')], tested: [clear('KRAS'), clear('NRAS')], tumours: crc, medications: [order('cetuximab')] },
      { cetuximab: 'contradicted' },
    ],
    [
      'adagrasib with cetuximab for KRAS G12C',
      { variants: [protein('KRAS', 'G12C')], tumours: crc, medications: [order('cetuximab'), order('adagrasib')] },
      { cetuximab: 'fits', adagrasib: 'fits' },
    ],
    [
      'dabrafenib and trametinib for BRAF V600E: label leaves colorectal cancer out',
      { variants: [protein('BRAF', 'V600E')], tumours: crc, medications: [order('dabrafenib'), order('trametinib')] },
      { dabrafenib: 'contradicted', trametinib: 'contradicted' },
    ],
    [
      'erlotinib with T790M',
      { variants: [protein('EGFR', 'L858R'), protein('EGFR', 'T790M')], tumours: lung, medications: [order('erlotinib')] },
      { erlotinib: 'contradicted' },
    ],
    [
      'osimertinib with L858R',
      { variants: [protein('EGFR', 'L858R')], tumours: lung, medications: [order('osimertinib')] },
      { osimertinib: 'fits' },
    ],
    [
      'osimertinib with an exon 20 insertion',
      { variants: [protein('EGFR', 'D770_N771insSVD')], tumours: lung, medications: [order('osimertinib')] },
      { osimertinib: 'biomarker-negative' },
    ],
    [
      'osimertinib, EGFR clear',
      { tested: [clear('EGFR')], tumours: lung, medications: [order('osimertinib')] },
      { osimertinib: 'biomarker-negative' },
    ],
    [
      'chemotherapy passing over osimertinib',
      { variants: [protein('EGFR', 'L858R')], tumours: lung, medications: [order('carboplatin')] },
      { carboplatin: 'better-option' },
    ],
    [
      'chemotherapy together with osimertinib',
      {
        variants: [protein('EGFR', 'L858R')],
        tumours: lung,
        medications: [order('carboplatin'), order('pemetrexed'), order('osimertinib')],
      },
      { carboplatin: 'fits', pemetrexed: 'fits', osimertinib: 'fits' },
    ],
    [
      'chemotherapy after osimertinib',
      {
        variants: [protein('EGFR', 'L858R')],
        tumours: lung,
        medications: [order('carboplatin'), order('osimertinib', { role: 'past', isOrder: false })],
      },
      { carboplatin: 'not-covered' },
    ],
    [
      'adjuvant chemotherapy in stage II',
      {
        variants: [protein('EGFR', 'L858R')],
        tumours: [
          tumour('LUAD', { stages: [{ text: 'IIB', group: 'IIB', kind: 'pathologic', source: { reference: 'Observation/stage' } }] }),
        ],
        medications: [order('cisplatin')],
      },
      { cisplatin: 'not-covered' },
    ],
    [
      'olaparib in ovarian cancer, BRCA unknown',
      { tumours: [tumour('HGSOC')], medications: [order('olaparib')] },
      { olaparib: 'biomarker-not-tested' },
    ],
    [
      'olaparib in ovarian cancer, BRCA clear',
      { tumours: [tumour('HGSOC')], tested: [clear('BRCA1'), clear('BRCA2')], medications: [order('olaparib')] },
      { olaparib: 'biomarker-negative' },
    ],
    [
      'olaparib in pancreatic cancer with a somatic BRCA2 variant',
      {
        tumours: [tumour('PAAD')],
        variants: [variant('BRCA2', { pHgvs: 'p.Ser1982fs', classification: 'pathogenic' })],
        medications: [order('olaparib')],
      },
      { olaparib: 'biomarker-not-tested' },
    ],
    [
      'trastuzumab in HER2-positive breast cancer with PIK3CA H1047R',
      {
        variants: [protein('PIK3CA', 'H1047R')],
        biomarkers: [biomarker('HER2', '3+', { method: 'IHC' })],
        tumours: [tumour('IDC')],
        medications: [order('trastuzumab'), order('docetaxel')],
      },
      { trastuzumab: 'fits', docetaxel: 'not-covered' },
    ],
    ['letrozole alone asks for nothing', { tumours: [tumour('IDC')], medications: [order('letrozole')] }, { letrozole: 'not-covered' }],
    ['imatinib in chronic myeloid leukaemia', { tumours: [tumour('CML')], medications: [order('imatinib')] }, { imatinib: 'fits' }],
    [
      'imatinib with T315I',
      { variants: [protein('ABL1', 'T315I')], tumours: [tumour('CML')], medications: [order('imatinib')] },
      { imatinib: 'contradicted' },
    ],
    [
      'ondansetron is none of our business',
      { variants: [protein('EGFR', 'L858R')], tumours: lung, medications: [order('ondansetron')] },
      {},
    ],
  ] as const)('%s', (_, parts, expected) => {
    expect(verdicts(patient(parts))).toEqual(expected);
  });
});

describe('order-sign cards', () => {
  it('warns, names the finding and offers the approved drug', () => {
    const [card, ...more] = orderSignCards(
      patient({ variants: [protein('EGFR', 'L858R'), protein('EGFR', 'T790M')], tumours: lung, medications: [order('erlotinib')] }),
    );
    expect(more).toEqual([]);
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toBe('EGFR T790M: erlotinib is not expected to work; consider osimertinib (after an EGFR inhibitor)');
    expect(card?.order).toBe('MedicationRequest/erlotinib');
    expect(card?.suggestions[0]?.label).toBe('Replace erlotinib by osimertinib (label: after an EGFR inhibitor)');
    expect(card?.suggestions.some(({ recommended }) => recommended)).toBe(false);
  });

  it('names the approval for the finding that speaks against the order, where the drug has several', () => {
    const [card] = orderSignCards(
      patient({
        variants: [protein('EGFR', 'E746_A750del'), protein('EGFR', 'T790M')],
        tumours: lung,
        medications: [order('erlotinib'), order('gefitinib', { role: 'past', isOrder: false })],
      }),
    );
    expect(card?.detail).toContain('osimertinib: approved for EGFR T790M');
    expect(card?.detail).not.toMatch(/osimertinib: approved for EGFR exon 19/);
  });

  it('asks for the test, as a ServiceRequest, when nothing is on file', () => {
    const [card] = orderSignCards(patient({ tumours: lung, medications: [order('osimertinib')] }));
    expect(card?.indicator).toBe('info');
    expect(card?.summary).toBe('No EGFR result on file: test before osimertinib');
    expect(card?.suggestions[0]?.actions[0]).toMatchObject({
      type: 'create',
      resource: {
        resourceType: 'ServiceRequest',
        code: { coding: [{ system: 'http://loinc.org', code: '21665-5', display: 'EGFR gene mutations found' }], text: 'EGFR testing' },
      },
    });
    const [brca] = orderSignCards(patient({ tumours: [tumour('HGSOC')], medications: [order('rucaparib')] }));
    expect(brca?.suggestions[0]?.actions).toMatchObject([{ resource: { code: { coding: [{ code: '94191-4' }] } } }]);
    const [ret] = orderSignCards(patient({ tumours: lung, medications: [order('selpercatinib')] }));
    expect(ret?.suggestions[0]?.actions).toMatchObject([{ resource: { code: { coding: [{ code: '90927-5' }] } } }]);
  });

  it('does not call a gene untested when the results could not be read', () => {
    const cards = orderSignCards(patient({ tumours: lung, medications: [order('osimertinib')] }), { notChecked: ['laboratory results'] });
    expect(cards.map(({ indicator, summary, detail }) => [indicator, summary, detail])).toEqual([
      [
        'info',
        expect.stringMatching(/^Check against the tumour .* of osimertinib is incomplete/) as string,
        '**Not checked:** laboratory results.',
      ],
    ]);
  });

  it('says so when it was tested and not found', () => {
    const [card] = orderSignCards(patient({ tested: [clear('EGFR')], tumours: lung, medications: [order('gefitinib')] }));
    expect(card?.summary).toBe('gefitinib asks for EGFR exon 19 deletion or EGFR L858R: tested, not found');
  });

  it('is silent when the order fits, when the drug is unknown and when the tumour asks nothing', () => {
    expect(orderSignCards(patient({ variants: [protein('EGFR', 'L858R')], tumours: lung, medications: [order('osimertinib')] }))).toEqual(
      [],
    );
    expect(orderSignCards(patient({ tumours: lung, medications: [order('ondansetron'), order('paclitaxel')] }))).toEqual([]);
    expect(orderSignCards(patient({ tumours: [tumour('HNSC')], medications: [order('cetuximab')] }))).toEqual([]);
  });

  it('says once what a whole regimen passes over', () => {
    const cards = orderSignCards(
      patient({ variants: [protein('EGFR', 'L858R')], tumours: lung, medications: [order('carboplatin'), order('pemetrexed')] }),
    );
    expect(cards.map(({ indicator }) => indicator)).toEqual(['info']);
  });

  it('keeps to the lengths that hosts show, and cites a source for every card', () => {
    const cards = [
      ...orderSignCards(
        patient({ variants: [protein('KRAS', 'G12D')], tumours: crc, medications: [order('cetuximab'), order('panitumumab')] }),
      ),
      ...orderSignCards(patient({ tumours: [tumour('PRAD')], medications: [order('olaparib')] })),
      ...patientViewCards(patient({ variants: [protein('EGFR', 'L858R')], tumours: lung })),
    ];
    expect(cards.length).toBeGreaterThanOrEqual(3);
    for (const card of cards) {
      expect([...card.summary].length).toBeLessThan(140);
      expect(card.detail.split(/\s+/).length).toBeLessThanOrEqual(120);
      expect(card.detail).not.toMatch(/<[a-z]/i);
      expect(card.source.url).toMatch(/^https:\/\//);
      expect(card.topic.code).toMatch(/^[a-z0-9]{1,100}$/i);
    }
  });
});

describe('results that are neither the finding nor its absence', () => {
  const plasma = { presence: 'absent', specimen: 'Plasma', classification: 'unknown' } as const;
  it.each<[string, PatientFacts['variants'], PatientFacts['tested'], string, RegExp]>([
    [
      'a variant of uncertain significance',
      [protein('EGFR', 'p.Arg831His', { classification: 'vus' })],
      [],
      'biomarker-open',
      /EGFR R831H: of uncertain significance, no basis for osimertinib/,
    ],
    ['an unclassified and unknown change', [protein('EGFR', 'p.Ala100Val')], [], 'biomarker-open', /no basis for osimertinib/],
    [
      'clear in plasma only',
      [variant('EGFR', plasma)],
      [clear('EGFR')],
      'biomarker-open',
      /EGFR not found in blood, which does not rule it out: test tissue/,
    ],
    ['a failed test', [variant('EGFR', { presence: 'no-call' })], [], 'biomarker-open', /EGFR test without a result: repeat/],
    ['clear in tissue', [variant('EGFR', { presence: 'absent' })], [clear('EGFR')], 'biomarker-negative', /tested, not found/],
    ['another known mutation', [protein('EGFR', 'L861Q')], [], 'biomarker-negative', /tested, not found/],
    ['nothing on file', [], [], 'biomarker-not-tested', /No EGFR result on file/],
  ])('%s', (_name, variants, tested, verdict, summary) => {
    const own = tested.map((fact) => ({ ...fact, source: variants[0]?.source ?? fact.source }));
    const facts = patient({ variants, tested: own, tumours: lung, medications: [order('osimertinib')] });
    expect(verdicts(facts)).toEqual({ osimertinib: verdict });
    expect(orderSignCards(facts)[0]?.summary).toMatch(summary);
  });
  it('one gene uncertain, the other not tested: the other is asked for', () => {
    const facts = patient({
      variants: [protein('BRCA1', 'p.Ala100Val', { classification: 'vus' })],
      tumours: [tumour('HGSOC')],
      medications: [order('rucaparib')],
    });
    const [fit] = reportOf(facts).oncology.orders ?? [];
    expect(fit).toMatchObject({ verdict: 'biomarker-not-tested', tests: ['BRCA2'] });
    expect(fit?.because.join(' ')).toContain('no basis for treatment');
  });
  it('no wild type is claimed from plasma: cetuximab is not said to fit', () => {
    const wild = variant('KRAS', plasma);
    const facts = patient({
      variants: [wild],
      tested: [{ ...clear('KRAS'), source: wild.source }],
      tumours: crc,
      medications: [order('cetuximab')],
    });
    expect(verdicts(facts)['cetuximab']).not.toBe('fits');
    expect(reportOf(facts).oncology.therapies.filter(({ approved }) => approved)).toEqual([]);
  });
  it('in leukaemia blood is the tumour', () => {
    const clearFlt3 = variant('FLT3', { ...plasma, specimen: 'Peripheral blood' });
    const facts = patient({
      variants: [clearFlt3],
      tested: [{ ...clear('FLT3'), source: clearFlt3.source }],
      tumours: [tumour('AML', { text: 'Acute myeloid leukaemia' })],
      medications: [order('gilteritinib')],
    });
    expect(verdicts(facts)).toEqual({ gilteritinib: 'biomarker-negative' });
  });
});

describe('patient-view', () => {
  it('gives one card with what is approved today', () => {
    const [card, ...more] = patientViewCards(patient({ variants: [protein('EGFR', 'L858R')], tumours: lung }));
    expect(more).toEqual([]);
    expect(card?.indicator).toBe('info');
    expect(card?.summary).toContain('EGFR L858R: osimertinib');
  });
  it('is silent without anything actionable', () => {
    expect(patientViewCards(patient({ tumours: lung }))).toEqual([]);
    expect(patientViewCards(patient({ variants: [protein('EGFR', 'L858R', { classification: 'vus' })], tumours: lung }))).toEqual([]);
  });
  it('does not announce a drug that another finding makes fail', () => {
    const [card] = patientViewCards(patient({ variants: [protein('NRAS', 'Q61K')], tested: [clear('KRAS')], tumours: crc }));
    expect(card?.summary).toBe('NRAS Q61K: resistance to cetuximab, panitumumab is to be expected');
    expect(card?.detail).not.toContain('Approved');
  });
  it('names a germline finding for counselling, without a word on the family', () => {
    const [card] = patientViewCards(
      patient({
        variants: [variant('SDHB', { pHgvs: 'p.Arg90Ter', origin: 'germline', classification: 'pathogenic' })],
        tumours: [tumour('PGNG')],
      }),
    );
    expect(card?.summary).toBe('Germline SDHB finding on file: offer genetic counselling');
    expect(card?.links[0]?.url).toContain('cancer.gov');
    expect(`${card?.summary ?? ''} ${card?.detail ?? ''}`).not.toMatch(/famil|relative|parent|sibling|child/i);
  });
  it('points out resistance that appeared in a later result', () => {
    const facts = patient({
      variants: [
        protein('EGFR', 'L858R', { issued: '2025-02-01' }),
        protein('EGFR', 'T790M', { issued: '2026-08-01', vaf: 0.012, specimen: 'plasma' }),
      ],
      tumours: lung,
    });
    const [late] = reportOf(facts).oncology.emerging ?? [];
    expect(late).toMatchObject({ gene: 'EGFR', since: '2026-08-01' });
    expect(late?.therapies.map(({ name }) => name)).toEqual(expect.arrayContaining(['erlotinib', 'gefitinib']));
    expect(late?.text).toContain('allele fraction 1.2 %');
    const [card] = patientViewCards(facts);
    expect(card?.indicator).toBe('warning');
  });
  it('sees nothing emerging when both were there from the start', () => {
    const facts = patient({ variants: [protein('EGFR', 'L858R'), protein('EGFR', 'T790M')], tumours: lung });
    expect(reportOf(facts).oncology.emerging).toBeUndefined();
  });
});

describe('a tumour of no told type is as good as none on file', () => {
  it.each([
    [null, null],
    [null, 'DOID:162'],
  ])('%s, %s: the test of a drug that every label here ties to it is asked for; others stay silent', (oncotree, doid) => {
    const of = (drug: string) =>
      verdicts(patient({ tumours: [tumour(oncotree, { doid, text: 'Malignant neoplasm' })], medications: [order(drug)] }));
    expect(of('sotorasib')).toEqual({ sotorasib: 'biomarker-not-tested' });
    expect(of('pembrolizumab')).not.toEqual({ pembrolizumab: 'biomarker-not-tested' });
  });
  it('a type that no label here names: another indication may ask for nothing', () => {
    expect(verdicts(patient({ tumours: [tumour('PAAD')], medications: [order('erlotinib')] }))).toEqual({ erlotinib: 'not-covered' });
  });
});

describe('what speaks against an order', () => {
  it('is the further change, and not the fusion that makes the disease, whatever that is called', () => {
    const transcript = fusion('BCR', 'ABL1', { names: ['e14a2 (b3a2) transcript detected, p210'] });
    const facts = patient({
      variants: [transcript, protein('ABL1', 'p.Glu255Lys'), protein('ABL1', 'p.Phe317Leu')],
      tumours: [tumour('CMLBCRABL1')],
      medications: [order('nilotinib'), order('dasatinib')],
    });
    const said = (reportOf(facts).oncology.orders ?? []).map(({ verdict, because }) => ({ verdict, because: because.join('; ') }));
    expect(said.map(({ verdict }) => verdict)).toEqual(['contradicted', 'contradicted']);
    expect(said[0]?.because).toContain('ABL1 E255K');
    expect(said[1]?.because).toContain('ABL1 F317L');
    expect(said.map(({ because }) => because).join()).not.toContain('e14a2');
  });
});
