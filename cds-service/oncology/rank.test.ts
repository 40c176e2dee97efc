/** Orders that an oncologist would defend, written from labels and trials. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { amplification, biomarker, clear, fusion, order, patient, protein, tumour, variant } from '../../test/oncology/facts.ts';
import { patientViewCards, reportOf } from '../../test/oncology/report.ts';

const past = (drug: string) => order(drug, { role: 'past', isOrder: false, status: 'completed' });
const her2 = biomarker('HER2', '3+', { method: 'IHC' });
const hormone = [biomarker('ER', 95, { unit: '%', status: 'positive' }), biomarker('HER2', '0', { method: 'IHC' })];
const approved = (facts: Partial<PatientFacts>, code: string) =>
  reportOf(patient({ tumours: [tumour(code)], ...facts })).oncology.therapies.filter((row) => row.approved);
const names = (rows: ReturnType<typeof approved>) => rows.map(({ therapy }) => therapy.map(({ name }) => name.toLowerCase()).join('+'));

describe('which approved choice stands first', () => {
  it.each<[string, Partial<PatientFacts>, string, string]>([
    ['T790M: osimertinib, not a drug for any EGFR mutation', { variants: [protein('EGFR', 'T790M')] }, 'LUAD', 'osimertinib'],
    ['L858R with T790M', { variants: [protein('EGFR', 'L858R'), protein('EGFR', 'T790M')] }, 'LUAD', 'osimertinib'],
    ['ALK fusion: not crizotinib', { variants: [fusion('EML4', 'ALK')] }, 'LUAD', 'alectinib'],
    ['ALK G1202R', { variants: [fusion('EML4', 'ALK'), protein('ALK', 'G1202R')] }, 'LUAD', 'lorlatinib'],
    ['CML with T315I', { variants: [fusion('BCR', 'ABL1'), protein('ABL1', 'T315I')] }, 'CML', 'asciminib'],
    ['BRAF V600K melanoma: a combination', { variants: [protein('BRAF', 'V600K')] }, 'SKCM', 'encorafenib+binimetinib'],
    [
      'PIK3CA before receptors alone',
      { variants: [protein('PIK3CA', 'H1047R')], biomarkers: hormone },
      'IDC',
      'inavolisib+palbociclib+fulvestrant',
    ],
    ['ESR1 before receptors alone', { variants: [protein('ESR1', 'D538G')], biomarkers: hormone }, 'IDC', 'vepdegestrant'],
    [
      'MSI-high colorectal: two antibodies did better',
      { biomarkers: [biomarker('MSI', 'MSI-H', { status: 'high' })] },
      'COAD',
      'nivolumab+ipilimumab',
    ],
    [
      'MSI-high colorectal with BRAF V600E: immunotherapy is the standard',
      { variants: [protein('BRAF', 'V600E')], biomarkers: [biomarker('MSI', 'MSI-H', { status: 'high' })] },
      'COAD',
      'nivolumab+ipilimumab',
    ],
    ['own tumour before any solid tumour', { variants: [protein('BRAF', 'V600E')] }, 'THAP', 'dabrafenib+trametinib'],
  ])('%s', (_name, facts, code, first) => expect(names(approved(facts, code))[0]).toBe(first));

  it('after osimertinib the chemotherapy combination for that line comes before first-line ones', () => {
    const rows = approved({ variants: [protein('EGFR', 'L858R')], medications: [past('osimertinib')] }, 'LUAD');
    expect(names(rows)[0]).toBe('amivantamab+carboplatin+pemetrexed');
    expect(rows[0]).toMatchObject({ setting: 'after an EGFR inhibitor', settingStanding: 'shown' });
    expect(rows.find(({ therapy }) => therapy.some(({ name }) => name === 'Lazertinib'))?.settingStanding).toBe('against');
  });
  it('after trastuzumab and a taxane trastuzumab deruxtecan comes before trastuzumab emtansine', () => {
    const list = names(approved({ biomarkers: [her2], medications: [past('trastuzumab'), past('paclitaxel')] }, 'IDC'));
    expect(list.indexOf('trastuzumab deruxtecan')).toBeLessThan(list.indexOf('trastuzumab emtansine'));
  });
});

describe('a choice that another finding speaks against is never offered', () => {
  it.each<[string, PatientFacts['variants'], string, readonly string[]]>([
    [
      'T790M',
      [protein('EGFR', 'L858R'), protein('EGFR', 'T790M')],
      'LUAD',
      ['erlotinib', 'gefitinib', 'afatinib', 'dacomitinib', 'erlotinib+ramucirumab'],
    ],
    ['C797S', [protein('EGFR', 'L858R'), protein('EGFR', 'C797S')], 'LUAD', ['osimertinib', 'osimertinib+pemetrexed+carboplatin']],
    ['T315I', [fusion('BCR', 'ABL1'), protein('ABL1', 'T315I')], 'CML', ['imatinib', 'nilotinib', 'dasatinib', 'bosutinib']],
    ['ROS1 G2032R', [fusion('CD74', 'ROS1'), protein('ROS1', 'G2032R')], 'LUAD', ['crizotinib']],
  ])('%s', (_name, variants, code, drugs) => {
    const rows = approved({ variants }, code);
    const resisted = names(rows.filter((row) => row.resisted !== undefined));
    expect(resisted).toEqual(expect.arrayContaining([...drugs]));
    const [card] = patientViewCards(patient({ tumours: [tumour(code)], variants }));
    const offered = /\*\*Approved:\*\*(.*)/.exec(card?.detail ?? '')?.[1]?.toLowerCase() ?? '';
    for (const drug of drugs) if (!drug.includes('+')) expect(offered.split(/[^a-z]+/), drug).not.toContain(drug);
  });
  it('BRAF V600E takes cetuximab and panitumumab away from wild-type RAS, not from the combination with encorafenib', () => {
    const rows = approved({ variants: [protein('BRAF', 'V600E')], tested: [clear('KRAS'), clear('NRAS')] }, 'COAD');
    expect(names(rows.filter((row) => row.resisted !== undefined)).sort()).toEqual(['cetuximab', 'panitumumab']);
    expect(names(rows)[0]).toContain('encorafenib+cetuximab');
  });
  it('a further alteration of another gene takes nothing away on weak evidence', () => {
    const rows = approved({ variants: [protein('PIK3CA', 'H1047R')], biomarkers: [her2] }, 'IDC');
    expect(rows.filter((row) => row.resisted !== undefined)).toEqual([]);
  });
  it('the very variant of the approval is no resistance to it', () => {
    const rows = approved({ variants: [protein('KRAS', 'G12C')] }, 'COAD');
    expect(names(rows)).toEqual(expect.arrayContaining(['adagrasib+cetuximab', 'sotorasib+panitumumab']));
    expect(rows.filter((row) => row.resisted !== undefined)).toEqual([]);
  });
});

describe('every row names the results it rests on', () => {
  it('HER2 by staining', () => {
    for (const row of approved({ biomarkers: [her2] }, 'IDC')) expect(row.evidence).toMatchObject([{ reference: 'Observation/HER2' }]);
  });
  it('HER2 by amplification in a sequencing report', () => {
    const amplified = amplification('ERBB2');
    const [row] = approved({ variants: [amplified] }, 'IDC');
    expect(row?.evidence?.map(({ reference }) => reference)).toEqual([amplified.source.reference]);
  });
  it('variant and receptors together', () => {
    const mutated = variant('PIK3CA', { pHgvs: 'p.His1047Arg' });
    const [row] = approved({ variants: [mutated], biomarkers: hormone }, 'IDC');
    expect(row?.evidence?.map(({ reference }) => reference).sort()).toEqual(
      ['Observation/ER', 'Observation/HER2', mutated.source.reference].sort(),
    );
  });
  it('wild type: the report that looked, with its date', () => {
    const [row] = approved({ tested: [clear('KRAS'), clear('NRAS')] }, 'COAD');
    expect(row?.evidence).toContainEqual({ reference: 'DiagnosticReport/clear-KRAS', issued: '2026-10-03', lab: 'Synthetic Laboratory' });
  });
});
