import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { amplification, biomarker, clear, fusion, named, patient, protein, tumour, variant } from '../../test/oncology/facts.ts';
import { shippedOncology } from '../../test/oncology/knowledge.ts';
import { reportOf } from '../../test/oncology/report.ts';
import { patientReportSchema } from '../report/index.ts';
import { matchTherapies } from './index.ts';

const knowledge = shippedOncology();
const match = (...args: Parameters<typeof patient>) => matchTherapies(patient(...args), knowledge);

describe('direction and conflict', () => {
  it('never turns a refuted claim into a recommendation', () => {
    const refutedIds = new Set(knowledge.evidence.filter(({ supports }) => !supports).map(({ id }) => `/evidence_items/${id}`));
    for (const gene of ['KRAS', 'PIK3CA', 'PTEN', 'BRAF', 'TP53', 'EGFR']) {
      const { oncology } = match({
        variants: [
          protein(gene, gene === 'KRAS' ? 'p.Gly13Asp' : gene === 'BRAF' ? 'V600E' : 'p.His1047Arg', { classification: 'pathogenic' }),
        ],
        tumours: [tumour('COADREAD')],
      });
      for (const therapy of oncology.therapies)
        for (const { url } of therapy.sources)
          expect(
            [...refutedIds].some((id) => url.endsWith(id)),
            url,
          ).toBe(false);
    }
  });
  it('shows both sides of KRAS G13D with cetuximab', () => {
    const { oncology } = match({ variants: [protein('KRAS', 'p.Gly13Asp')], tumours: [tumour('COADREAD')] });
    const cetuximab = oncology.therapies.filter(({ therapy }) => therapy.length === 1 && therapy[0]?.name === 'Cetuximab');
    expect(new Set(cetuximab.map(({ effect }) => effect))).toEqual(new Set(['resistance', 'sensitivity']));
    expect(cetuximab.every(({ conflicting }) => (conflicting ?? []).length > 0)).toBe(true);
  });
  it('puts resistance to an ordered drug first', () => {
    const medication = {
      source: { reference: 'MedicationRequest/1' },
      resourceType: 'MedicationRequest',
      status: 'draft',
      isOrder: true,
      role: 'draft',
      text: 'cetuximab',
      ingredients: [{ name: 'cetuximab', rxnorm: null }],
      codes: [],
      systemic: true,
      reasons: [],
      reasonText: [],
      reasonReferences: [],
    } as const;
    const { oncology } = match({
      variants: [protein('KRAS', 'p.Gly12Asp'), protein('BRAF', 'V600E')],
      tumours: [tumour('COADREAD')],
      medications: [medication],
    });
    expect(oncology.therapies[0]?.effect).toBe('resistance');
    expect(oncology.therapies[0]?.therapy.map(({ name }) => name)).toContain('Cetuximab');
  });
});

describe('reasons', () => {
  it('states how the single change became its class', () => {
    const { oncology } = match({ variants: [protein('EGFR', 'p.Glu746_Ala750del')], tumours: [tumour('NSCLC')] });
    expect(oncology.therapies.find(({ approved }) => approved)?.because).toContain(
      'p.Glu746_Ala750del is an EGFR exon 19 in-frame deletion',
    );
  });
  it('says why a tier was reached and why not', () => {
    const { oncology } = match({ variants: [protein('BRAF', 'V600E')], tumours: [tumour('PAAD')] });
    const other = oncology.therapies.find(({ tumourMatch, level }) => tumourMatch === 'other' && level === 'A');
    expect(other?.tier).toBe('II-C');
    expect(other?.escat).toMatch(/^III-A/);
    expect(other?.because?.some((reason) => reason.startsWith('Tier II-C, not I'))).toBe(true);
  });
  it('keeps the four relations to a tumour apart', () => {
    const relations = (code: string) =>
      new Set(
        match({ variants: [fusion('EML4', 'ALK')], tumours: [tumour(code)] }).oncology.therapies.map(({ tumourMatch }) => tumourMatch),
      );
    expect(relations('NSCLC')).toContain('same');
    expect(relations('LUAD')).toContain('ancestor');
    expect(relations('PRAD')).not.toContain('ancestor');
    expect(
      match({ variants: [fusion('ETV6', 'NTRK3')], tumours: [tumour('BRCA')] }).oncology.therapies.find(({ approved }) => approved)
        ?.tumourMatch,
    ).toBe('any-solid');
    expect(
      match({ variants: [fusion('ETV6', 'NTRK3')], tumours: [tumour('AML')] }).oncology.therapies.some(({ approved }) => approved),
    ).toBe(false);
  });
  it('claims no approval without a known tumour, and says so', () => {
    const { oncology, warnings } = match({ variants: [protein('EGFR', 'L858R')] });
    expect(oncology.therapies.length).toBeGreaterThan(0);
    expect(oncology.therapies.every(({ approved, tumourMatch }) => !approved && tumourMatch === 'other')).toBe(true);
    expect(warnings.map(({ code }) => code)).toContain('missing');
  });
  it('asks the laboratory about a known change that it calls uncertain', () => {
    const { oncology, warnings } = match({ variants: [protein('EGFR', 'L858R', { classification: 'vus' })], tumours: [tumour('NSCLC')] });
    expect(oncology.therapies).toEqual([]);
    expect(warnings[0]?.message).toContain('Ask the laboratory');
  });
});

describe('notations that must not be guessed', () => {
  const approved = (facts: Parameters<typeof patient>[0]) =>
    match(facts)
      .oncology.therapies.filter((therapy) => therapy.approved)
      .flatMap(({ therapy }) => therapy.map(({ name }) => name));
  const lung = [tumour('LUAD')];
  it('a coding name alone does not make a codon 12 mutation: c.36T>C is silent', () => {
    expect(match({ variants: [variant('KRAS', { cHgvs: 'c.36T>C' })], tumours: [tumour('COADREAD')] }).oncology.therapies).toEqual([]);
  });
  it('names a gene by its transcript or GRCh37 place, and leaves GRCh38 places alone', () => {
    expect(approved({ variants: [variant('', { genes: [], gHgvs: 'NC_000007.13:g.55259515T>G' })], tumours: lung })).toContain(
      'Osimertinib',
    );
    expect(approved({ variants: [variant('', { genes: [], transcript: 'NM_005228.5', cHgvs: 'c.2573T>G' })], tumours: lung })).toContain(
      'Osimertinib',
    );
    expect(approved({ variants: [variant('EGFR', { gHgvs: 'NC_000007.14:g.55259515T>G' })], tumours: lung })).toEqual([]);
  });
  it('reads the words around a change', () => {
    for (const name of ['L858R mutation detected', 'EGFR p.L858R VAF 23%', 'NM_005228.5(EGFR):c.2573T>G (p.Leu858Arg)']) {
      expect(approved({ variants: [variant('EGFR', { names: [name] })], tumours: lung }), name).toContain('Osimertinib');
    }
    expect(approved({ variants: [protein('EGFR', 'p.Gly719X')], tumours: lung })).toContain('Afatinib');
    expect(approved({ variants: [variant('MET', { names: ['MET exon 14 deletion'] })], tumours: lung })).toContain('Capmatinib');
  });
  it('does not take a reversed or out-of-frame fusion for the driver', () => {
    const { oncology, warnings } = match({ variants: [fusion('ALK', 'EML4')], tumours: lung });
    expect(oncology.therapies).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('conflict');
  });
  it('says once for a large panel what it left out', () => {
    const variants = Array.from({ length: 40 }, (_, at) => protein('ATM', `p.Ala${at + 10}Val`));
    const { oncology, warnings } = match({ variants, tumours: lung });
    expect(oncology.therapies).toEqual([]);
    expect(warnings.filter(({ code }) => code === 'missing')).toHaveLength(1);
  });
});

describe('wild type', () => {
  const approved = (parts: Parameters<typeof patient>[0]) =>
    match({ tumours: [tumour('COADREAD')], ...parts })
      .oncology.therapies.filter((therapy) => therapy.approved)
      .map(({ therapy }) => therapy[0]?.name);
  it.each([
    ['a negative report', { tested: [clear('KRAS'), clear('NRAS')] }, true],
    ['"wild type" as a result', { variants: [named('KRAS', 'KRAS wild type'), named('NRAS', 'NRAS wild-type')] }, true],
    [
      'a gene-level "not detected"',
      { variants: [variant('KRAS', { presence: 'absent', names: ['KRAS mutation'] }), variant('NRAS', { presence: 'absent' })] },
      true,
    ],
    [
      'one change that was not detected',
      { variants: [protein('KRAS', 'G12C', { presence: 'absent' }), protein('NRAS', 'Q61K', { presence: 'absent' })] },
      false,
    ],
    [
      'a gene on the panel without a result',
      {
        tested: [
          { ...clear('KRAS'), negative: false },
          { ...clear('NRAS'), negative: false },
        ],
      },
      false,
    ],
    ['a germline report alone', { tested: [clear('KRAS', 'germline'), clear('NRAS', 'germline')] }, false],
    ['a negative report beside a mutation', { tested: [clear('KRAS'), clear('NRAS')], variants: [protein('KRAS', 'G12D')] }, false],
  ] as const)('%s', (_, parts, wild) => {
    expect(approved(parts).includes('Panitumumab')).toBe(wild);
  });
});

describe('markers', () => {
  const shows = (drug: string, code: string, ...biomarkers: ReturnType<typeof biomarker>[]) =>
    match({ tumours: [tumour(code)], biomarkers }).oncology.therapies.some(
      ({ approved, therapy }) => approved && therapy.some(({ name }) => name.toLowerCase() === drug),
    );
  it('keeps the PD-L1 scores apart', () => {
    expect(
      match({
        tumours: [tumour('NSCLC')],
        biomarkers: [biomarker('PD-L1', 60, { unit: '%', method: 'TPS' })],
        tested: [clear('EGFR'), clear('ALK')],
      }).oncology.therapies.some(({ approved, therapy }) => approved && therapy[0]?.name === 'Pembrolizumab'),
    ).toBe(true);
    expect(
      match({
        tumours: [tumour('NSCLC')],
        biomarkers: [biomarker('PD-L1', 60, { unit: '%', method: 'CPS' })],
        tested: [clear('EGFR'), clear('ALK')],
      }).oncology.therapies.some(({ approved }) => approved),
    ).toBe(false);
  });
  it('claims nothing of two HER2 results that disagree', () => {
    expect(shows('trastuzumab', 'IDC', biomarker('HER2', '3+', { method: 'IHC' }), biomarker('HER2', '0', { method: 'IHC' }))).toBe(false);
  });
  it('reads a mutational burden below the threshold, and without a unit it knows, as not high', () => {
    expect(shows('pembrolizumab', 'SARCNOS', biomarker('TMB', 10, { unit: '{mutations}/Mb' }))).toBe(true);
    expect(shows('pembrolizumab', 'SARCNOS', biomarker('TMB', 9.9, { unit: '{mutations}/Mb' }))).toBe(false);
    expect(shows('pembrolizumab', 'SARCNOS', biomarker('TMB', 480, { unit: '{mutations}' }))).toBe(false);
    expect(shows('pembrolizumab', 'AML', biomarker('TMB', 30, { unit: '{mutations}/Mb' }))).toBe(false);
  });
});

describe('the report', () => {
  it('tells a change that one test found and another did not, and no other', () => {
    const told = (second: ReturnType<typeof protein>): string[] =>
      reportOf(patient({ tumours: [tumour('LUAD')], variants: [protein('EGFR', 'L858R'), second] }))
        .warnings.filter(({ code }) => code === 'conflict')
        .map(({ message }) => message);
    expect(told(protein('EGFR', 'L858R', { presence: 'absent' }))).toEqual([
      expect.stringMatching(/^EGFR p\.Leu858Arg is reported as found.* and as not found.*; it counts as found here\.$/),
    ]);
    expect(told(protein('EGFR', 'T790M', { presence: 'absent' }))).toEqual([]);
  });
  it('validates against its published schema', () => {
    const validate = new Ajv2020({ strict: false }).compile(patientReportSchema);
    const report = reportOf(
      patient({
        variants: [
          protein('EGFR', 'L858R', { issued: '2025-01-01' }),
          protein('EGFR', 'T790M', { issued: '2026-01-01' }),
          amplification('MET'),
          variant('BRCA2', { pHgvs: 'p.Ser1982fs', origin: 'germline', classification: 'pathogenic' }),
        ],
        biomarkers: [biomarker('TMB', 12, { unit: '{mutations}/Mb' })],
        tumours: [tumour('LUAD')],
      }),
    );
    expect(validate(report), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });
  it('does not depend on the order in which variants arrived, and changes nothing it is given', () => {
    const variants = [
      protein('EGFR', 'L858R'),
      protein('TP53', 'R175H'),
      amplification('MET'),
      fusion('EML4', 'ALK'),
      protein('KRAS', 'G12C'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(variants, { minLength: variants.length }), (shuffled) => {
        const facts = patient({ variants: Object.freeze(shuffled.map((one) => Object.freeze(one))), tumours: [tumour('LUAD')] });
        expect(matchTherapies(facts, knowledge).oncology.therapies).toEqual(
          match({ variants, tumours: [tumour('LUAD')] }).oncology.therapies,
        );
      }),
      { numRuns: 20 },
    );
  });
  it('survives any text in any field', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (gene, pHgvs, cHgvs, name) => {
        match({
          variants: [variant(gene, { pHgvs, cHgvs, names: [name], iscn: name, gHgvs: cHgvs, exon: name })],
          tumours: [tumour('LUAD')],
        });
      }),
    );
  });
});
