/** The commonest alteration–tumour pairs by name: what is approved, what is resistant, what must not be said. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import { amplification, biomarker, clear, fusion, named, patient, protein, tumour, variant } from './facts.ts';
import { shippedOncology } from './knowledge.ts';

const knowledge = shippedOncology();
const germline = { origin: 'germline', classification: 'pathogenic' } as const;
const tmb = (value: number) => biomarker('TMB', value, { unit: '{mutations}/Mb' });

interface Case {
  readonly name: string;
  readonly facts: Partial<PatientFacts>;
  readonly tumour: string;
  /** Drugs approved for this finding here, alone or combined with `+`, lower case. */
  readonly approved?: readonly string[];
  readonly notApproved?: readonly string[];
  readonly resistant?: readonly string[];
}
const CASES: readonly Case[] = [
  {
    name: 'EGFR L858R, lung adenocarcinoma',
    facts: { variants: [protein('EGFR', 'p.Leu858Arg')] },
    tumour: 'LUAD',
    approved: ['osimertinib', 'erlotinib', 'gefitinib', 'afatinib'],
    notApproved: ['alectinib', 'sunvozertinib'],
  },
  {
    name: 'EGFR exon 19 deletion by its coding name',
    facts: { variants: [variant('EGFR', { cHgvs: 'c.2235_2249del', kind: 'indel' })] },
    tumour: 'LUAD',
    approved: ['osimertinib', 'dacomitinib'],
    notApproved: ['sunvozertinib'],
  },
  {
    name: 'EGFR exon 19 insertion is no exon 19 deletion',
    facts: { variants: [protein('EGFR', 'p.Lys745_Glu746insIlePro', { kind: 'indel' })] },
    tumour: 'LUAD',
    notApproved: ['osimertinib', 'erlotinib', 'sunvozertinib'],
  },
  {
    name: 'EGFR exon 20 insertion',
    facts: { variants: [protein('EGFR', 'p.Asp770_Asn771insSerValAsp', { kind: 'indel' })] },
    tumour: 'LUAD',
    approved: ['amivantamab', 'sunvozertinib'],
    notApproved: ['osimertinib', 'gefitinib'],
  },
  {
    name: 'EGFR T790M',
    facts: { variants: [protein('EGFR', 'p.T790M')] },
    tumour: 'NSCLC',
    approved: ['osimertinib'],
    notApproved: ['erlotinib'],
    resistant: ['erlotinib', 'gefitinib'],
  },
  {
    name: 'EGFR S768I, an uncommon mutation',
    facts: { variants: [protein('EGFR', 'S768I')] },
    tumour: 'NSCLC',
    approved: ['afatinib'],
    notApproved: ['gefitinib'],
  },
  {
    name: 'EML4::ALK, lung',
    facts: { variants: [fusion('EML4', 'ALK')] },
    tumour: 'LUAD',
    approved: ['alectinib', 'lorlatinib', 'brigatinib', 'crizotinib', 'ceritinib'],
  },
  {
    name: 'ALK break-apart without a partner',
    facts: { variants: [named('ALK', 'ALK rearrangement', { kind: 'fusion' })] },
    tumour: 'LUAD',
    approved: ['alectinib'],
  },
  {
    name: 'CD74-ROS1, lung',
    facts: { variants: [named('ROS1', 'CD74-ROS1 fusion', { kind: 'fusion' })] },
    tumour: 'LUAD',
    approved: ['crizotinib', 'entrectinib', 'repotrectinib'],
    notApproved: ['alectinib'],
  },
  { name: 'KIF5B::RET, lung', facts: { variants: [fusion('KIF5B', 'RET')] }, tumour: 'LUAD', approved: ['selpercatinib', 'pralsetinib'] },
  {
    name: 'RET fusion, pancreas: tumour-agnostic',
    facts: { variants: [fusion('NCOA4', 'RET')] },
    tumour: 'PAAD',
    approved: ['selpercatinib'],
    notApproved: ['pralsetinib'],
  },
  {
    name: 'MET exon 14 skipping by its splice site',
    facts: { variants: [variant('MET', { cHgvs: 'c.3082+1G>T', transcript: 'NM_001127500.3' })] },
    tumour: 'LUAD',
    approved: ['capmatinib', 'tepotinib'],
  },
  {
    name: 'MET amplification is not exon 14 skipping',
    facts: { variants: [amplification('MET')] },
    tumour: 'LUAD',
    notApproved: ['capmatinib', 'tepotinib'],
  },
  { name: 'KRAS G12C, lung', facts: { variants: [protein('KRAS', 'p.Gly12Cys')] }, tumour: 'LUAD', approved: ['sotorasib', 'adagrasib'] },
  {
    name: 'KRAS G12D is not G12C',
    facts: { variants: [protein('KRAS', 'p.Gly12Asp')] },
    tumour: 'LUAD',
    notApproved: ['sotorasib', 'adagrasib'],
  },
  {
    name: 'BRAF V600E, lung',
    facts: { variants: [protein('BRAF', 'V600E')] },
    tumour: 'NSCLC',
    approved: ['dabrafenib+trametinib', 'binimetinib+encorafenib'],
  },
  {
    name: 'ERBB2 exon 20 insertion, lung',
    facts: { variants: [protein('ERBB2', 'p.Tyr772_Ala775dup', { kind: 'indel' })] },
    tumour: 'LUAD',
    approved: ['zongertinib', 'trastuzumab deruxtecan'],
  },
  {
    name: 'KRAS G12D, colorectal',
    facts: { variants: [protein('KRAS', 'p.Gly12Asp')] },
    tumour: 'COAD',
    resistant: ['cetuximab', 'panitumumab'],
    notApproved: ['cetuximab', 'panitumumab'],
  },
  {
    name: 'NRAS Q61K, colorectal',
    facts: { variants: [protein('NRAS', 'Q61K')] },
    tumour: 'READ',
    resistant: ['cetuximab', 'panitumumab'],
    notApproved: ['panitumumab'],
  },
  {
    name: 'RAS wild type, colorectal',
    facts: { tested: [clear('KRAS'), clear('NRAS')] },
    tumour: 'COADREAD',
    approved: ['cetuximab', 'panitumumab'],
  },
  { name: 'RAS not tested, colorectal: no wild type is claimed', facts: {}, tumour: 'COADREAD', notApproved: ['cetuximab', 'panitumumab'] },
  {
    name: 'BRAF V600E, colorectal: tumour-agnostic label excluded',
    facts: { variants: [protein('BRAF', 'p.Val600Glu')] },
    tumour: 'COADREAD',
    approved: ['cetuximab+encorafenib'],
    notApproved: ['dabrafenib+trametinib'],
  },
  {
    name: 'MSI high, colorectal',
    facts: { biomarkers: [biomarker('MSI', 'MSI-H', { status: 'high' })] },
    tumour: 'COADREAD',
    approved: ['pembrolizumab', 'nivolumab'],
  },
  { name: 'TMB 22, soft tissue sarcoma', facts: { biomarkers: [tmb(22)] }, tumour: 'SARCNOS', approved: ['pembrolizumab'] },
  { name: 'TMB 9 is below the threshold', facts: { biomarkers: [tmb(9)] }, tumour: 'SARCNOS', notApproved: ['pembrolizumab'] },
  {
    name: 'HER2 3+, breast',
    facts: { biomarkers: [biomarker('HER2', '3+', { method: 'IHC' })] },
    tumour: 'IDC',
    approved: ['trastuzumab', 'trastuzumab emtansine', 'neratinib'],
  },
  {
    name: 'HER2 2+ without in-situ test, breast: open',
    facts: { biomarkers: [biomarker('HER2', '2+', { method: 'IHC' })] },
    tumour: 'IDC',
    notApproved: ['trastuzumab', 'trastuzumab deruxtecan'],
  },
  {
    name: 'HER2 2+ and not amplified is HER2 low',
    facts: {
      biomarkers: [biomarker('HER2', '2+', { method: 'IHC' }), biomarker('HER2', 'not amplified', { method: 'ISH', status: 'negative' })],
    },
    tumour: 'IDC',
    approved: ['trastuzumab deruxtecan'],
    notApproved: ['trastuzumab'],
  },
  {
    name: 'PIK3CA H1047R, hormone-receptor positive breast',
    facts: {
      variants: [protein('PIK3CA', 'p.His1047Arg')],
      biomarkers: [biomarker('ER', 95, { unit: '%', status: 'positive' }), biomarker('HER2', '0', { method: 'IHC' })],
    },
    tumour: 'IDC',
    approved: ['alpelisib+fulvestrant', 'capivasertib+fulvestrant', 'fulvestrant+inavolisib+palbociclib'],
  },
  {
    name: 'PIK3CA H1047R, receptors unknown',
    facts: { variants: [protein('PIK3CA', 'p.His1047Arg')] },
    tumour: 'IDC',
    notApproved: ['alpelisib+fulvestrant'],
  },
  {
    name: 'germline BRCA1, HER2-negative breast',
    facts: {
      variants: [variant('BRCA1', { cHgvs: 'c.68_69del', pHgvs: 'p.Glu23fs', ...germline })],
      biomarkers: [biomarker('HER2', '1+', { method: 'IHC' })],
    },
    tumour: 'IDC',
    approved: ['olaparib', 'talazoparib'],
  },
  {
    name: 'somatic BRCA1, HER2-negative breast: germline is asked',
    facts: {
      variants: [variant('BRCA1', { pHgvs: 'p.Glu23fs', classification: 'pathogenic' })],
      biomarkers: [biomarker('HER2', '1+', { method: 'IHC' })],
    },
    tumour: 'IDC',
    notApproved: ['olaparib', 'talazoparib'],
  },
  {
    name: 'somatic BRCA2, ovary',
    facts: { variants: [variant('BRCA2', { pHgvs: 'p.Ser1982fs', classification: 'pathogenic' })] },
    tumour: 'HGSOC',
    approved: ['olaparib', 'rucaparib'],
    notApproved: ['niraparib'],
  },
  {
    name: 'BRCA2 of uncertain significance, ovary',
    facts: { variants: [protein('BRCA2', 'p.Asn372His', { classification: 'vus', origin: 'germline' })] },
    tumour: 'HGSOC',
    notApproved: ['olaparib', 'niraparib', 'rucaparib'],
  },
  {
    name: 'ATM, prostate',
    facts: { variants: [variant('ATM', { pHgvs: 'p.Arg3047Ter', classification: 'pathogenic' })] },
    tumour: 'PRAD',
    approved: ['olaparib', 'enzalutamide+talazoparib'],
    notApproved: ['rucaparib'],
  },
  {
    name: 'germline BRCA2, pancreas',
    facts: { variants: [variant('BRCA2', { pHgvs: 'p.Ser1982fs', ...germline })] },
    tumour: 'PAAD',
    approved: ['olaparib'],
  },
  {
    name: 'BRAF V600K, melanoma',
    facts: { variants: [protein('BRAF', 'p.Val600Lys')] },
    tumour: 'SKCM',
    approved: ['dabrafenib+trametinib', 'binimetinib+encorafenib'],
    notApproved: ['vemurafenib'],
  },
  {
    name: 'BCR-ABL1, CML',
    facts: { variants: [named('BCR', 't(9;22)(q34;q11)', { kind: 'fusion' })] },
    tumour: 'CML',
    approved: ['imatinib', 'dasatinib', 'nilotinib', 'bosutinib', 'asciminib'],
  },
  {
    name: 'ABL1 T315I, CML',
    facts: { variants: [protein('ABL1', 'p.Thr315Ile')] },
    tumour: 'CMLBCRABL1',
    approved: ['ponatinib', 'asciminib'],
    resistant: ['imatinib', 'dasatinib'],
  },
  {
    name: 'FLT3-ITD, AML',
    facts: { variants: [named('FLT3', 'FLT3-ITD', { kind: 'indel' })] },
    tumour: 'AML',
    approved: ['gilteritinib', 'quizartinib', 'cytarabine+daunorubicin+midostaurin'],
  },
  {
    name: 'FLT3 D835Y, AML',
    facts: { variants: [protein('FLT3', 'D835Y')] },
    tumour: 'AML',
    approved: ['gilteritinib'],
    notApproved: ['quizartinib'],
  },
  {
    name: 'IDH1 R132H, cholangiocarcinoma',
    facts: { variants: [protein('IDH1', 'p.Arg132His')] },
    tumour: 'IHCH',
    approved: ['ivosidenib'],
  },
  {
    name: 'IDH2 R140Q, AML',
    facts: { variants: [protein('IDH2', 'p.Arg140Gln')] },
    tumour: 'AML',
    approved: ['enasidenib'],
    notApproved: ['ivosidenib'],
  },
  {
    name: 'FGFR2::BICC1, cholangiocarcinoma',
    facts: { variants: [fusion('FGFR2', 'BICC1')] },
    tumour: 'IHCH',
    approved: ['pemigatinib', 'futibatinib'],
  },
  { name: 'FGFR3 S249C, bladder', facts: { variants: [protein('FGFR3', 'p.Ser249Cys')] }, tumour: 'BLCA', approved: ['erdafitinib'] },
  {
    name: 'PDGFRA D842V, GIST',
    facts: { variants: [protein('PDGFRA', 'p.Asp842Val')] },
    tumour: 'GIST',
    approved: ['avapritinib'],
    resistant: ['imatinib'],
  },
  {
    name: 'RET M918T in the tumour, medullary thyroid carcinoma',
    facts: { variants: [protein('RET', 'p.Met918Thr')] },
    tumour: 'THME',
    approved: ['selpercatinib'],
  },
  {
    name: 'RET M918T in the germline, medullary thyroid carcinoma',
    facts: { variants: [protein('RET', 'p.Met918Thr', germline)] },
    tumour: 'THME',
    approved: ['selpercatinib'],
  },
  {
    name: 'ETV6::NTRK3, secretory carcinoma: tumour-agnostic',
    facts: { variants: [fusion('ETV6', 'NTRK3')] },
    tumour: 'IDC',
    approved: ['larotrectinib', 'entrectinib', 'repotrectinib'],
  },
  {
    name: 'NTRK3 amplification is no fusion',
    facts: { variants: [amplification('NTRK3')] },
    tumour: 'IDC',
    notApproved: ['larotrectinib', 'entrectinib'],
  },
  {
    name: 'germline VHL, renal cell carcinoma',
    facts: { variants: [protein('VHL', 'p.Arg167Gln', germline)] },
    tumour: 'CCRCC',
    approved: ['belzutifan'],
  },
  {
    name: 'H3F3A K27M under its old name, midline glioma',
    facts: { variants: [protein('H3F3A', 'p.K27M')] },
    tumour: 'DMG',
    approved: ['dordaviprone'],
  },
  {
    name: 'EZH2 Y641F under its old number, follicular lymphoma',
    facts: { variants: [protein('EZH2', 'p.Y641F')] },
    tumour: 'FL',
    // Off the market since March 2026.
    approved: [],
    notApproved: ['tazemetostat'],
  },
  {
    name: 'PML::RARA by karyotype, acute promyelocytic leukaemia',
    facts: { variants: [variant('', { kind: 'fusion', iscn: '46,XX,t(15;17)(q24;q21)' })] },
    tumour: 'APLPMLRARA',
    approved: ['arsenic trioxide'],
  },
  {
    name: 'FLT3 ITD beside PML::RARA: the trials of the FLT3 labels left promyelocytic leukaemia out',
    facts: { variants: [variant('', { kind: 'fusion', iscn: '46,XX,t(15;17)(q24;q21)' }), variant('FLT3', { names: ['FLT3 ITD'] })] },
    tumour: 'APLPMLRARA',
    approved: ['arsenic trioxide'],
    notApproved: ['gilteritinib', 'quizartinib'],
  },
  {
    name: 'deletion 5q, myelodysplastic syndrome',
    facts: { variants: [variant('', { kind: 'copy-number', iscn: '46,XX,del(5)(q13q33)' })] },
    tumour: 'MDS',
    approved: ['lenalidomide'],
  },
];

describe('commonest alteration–tumour pairs', () => {
  it.each(CASES.map((one) => [one.name, one] as const))(
    '%s',
    (_, { facts, tumour: code, approved = [], notApproved = [], resistant = [] }) => {
      const { oncology } = matchTherapies(patient({ tumours: [tumour(code)], ...facts }), knowledge);
      const names = (matches: typeof oncology.therapies) =>
        matches.map(({ therapy }) =>
          therapy
            .map(({ name }) => name.toLowerCase())
            .sort()
            .join('+'),
        );
      const labelled = names(oncology.therapies.filter((match) => match.approved));
      expect(labelled).toEqual(expect.arrayContaining([...approved]));
      for (const drug of notApproved) expect(labelled, drug).not.toContain(drug);
      const failing = oncology.therapies
        .filter(({ effect, tumourMatch, level }) => effect !== 'sensitivity' && tumourMatch !== 'other' && level <= 'B')
        .flatMap(({ therapy, interaction }) =>
          therapy.length === 1 || interaction === 'substitutes'
            ? therapy.map(({ name }) => name.toLowerCase().replace(' mesylate', ''))
            : [],
        );
      expect(failing).toEqual(expect.arrayContaining([...resistant]));
    },
  );

  it('covers more than the thirty that are asked for', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(30);
  });
});
