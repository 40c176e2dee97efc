/** Synthetic tumour findings, trials and predictions for the gallery and the tests. No real person; wording is illustrative. */
import type {
  Biomarker,
  EarlierDrug,
  Evidence,
  PatientReport,
  Prediction,
  TherapyMatch,
  TrialMatch,
  VariantResult,
} from '../../cds-service/report/types.ts';

const seen = (reference: string, issued: string): Evidence => ({ reference, issued, lab: 'Tumour Genomics (synthetic)' });
const civic = (id: string) => ({ label: `CIViC ${id}`, url: `https://civicdb.org/links/evidence_items/${id}`, version: '2026-11-01' });

export const tumour: NonNullable<PatientReport['oncology']['tumour']> = {
  text: 'Lung adenocarcinoma',
  codes: [{ system: 'http://snomed.info/sct', code: '254626006' }],
  oncotree: 'LUAD',
  doid: 'DOID:3910',
  stage: 'IV',
  evidence: [seen('Condition/lung', '2025-11-20')],
};

export const variants: VariantResult[] = [
  { ...variant('v1', 'EGFR', 'L858R', 'c.2573T>G', 'p.Leu858Arg', 0.32, '2025-12-01', 'pathogenic'), specimen: 'Tumour tissue' },
  { ...variant('v1b', 'EGFR', 'p.Leu858Arg', 'c.2573T>G', 'p.Leu858Arg', 0.04, '2026-03-14', 'pathogenic'), specimen: 'Plasma' },
  { ...variant('v1c', 'EGFR', 'L858R', 'c.2573T>G', 'p.Leu858Arg', 0.21, '2026-10-03', 'pathogenic'), specimen: 'Plasma' },
  { ...variant('v2', 'EGFR', 'p.Thr790Met', 'c.2369C>T', 'p.Thr790Met', 0.12, '2026-10-03', 'pathogenic'), specimen: 'Plasma' },
  variant('v3', 'TP53', 'R273H', 'c.818G>A', 'p.Arg273His', 0.28, '2026-10-03', 'likely pathogenic'),
  {
    id: 'v4',
    gene: 'MET',
    name: 'MET amplification',
    kind: 'copy-number',
    origin: 'somatic',
    present: true,
    evidence: [seen('Observation/v4', '2026-10-03')],
  },
  {
    id: 'v5',
    gene: 'BRAF',
    name: 'V600E',
    kind: 'snv',
    origin: 'somatic',
    present: false,
    evidence: [seen('Observation/v5', '2026-10-03')],
  },
];

function variant(
  id: string,
  gene: string,
  name: string,
  cHgvs: string,
  pHgvs: string,
  vaf: number,
  issued: string,
  classification: string,
): VariantResult {
  return {
    id,
    gene,
    name,
    cHgvs,
    pHgvs,
    vaf,
    classification,
    kind: 'snv',
    origin: 'somatic',
    present: true,
    evidence: [seen(`Observation/${id}`, issued)],
  };
}

export const earlier: EarlierDrug[] = [
  {
    drug: { name: 'cisplatin', rxnorm: '2555' },
    ended: ['intolerance'],
    said: 'stopped as not tolerated (2025-03-12)',
    evidence: [{ reference: 'MedicationStatement/cisplatin' }],
  },
  {
    drug: { name: 'erlotinib', rxnorm: '337525' },
    ended: ['progression'],
    said: 'stopped for progression (2026-10-20)',
    evidence: [{ reference: 'MedicationRequest/erlotinib-past' }],
  },
];

/** A crowded tumour: thirty changes of one gene close together, and the kinds that have no place along a protein. */
export const crowdedVariants: VariantResult[] = [
  ...Array.from({ length: 30 }, (_, index) => {
    const residue = 150 + index * 5 + (index % 3);
    return variant(
      `crowd-${index}`,
      'TP53',
      `R${residue}H`,
      `c.${residue * 3 - 1}G>A`,
      `p.Arg${residue}His`,
      (index % 10) / 20 + 0.01,
      '2026-10-03',
      'likely pathogenic',
    );
  }),
  structural('fusion-1', 'ALK', 'EML4::ALK', 'fusion'),
  structural('fusion-2', 'ROS1', 'CD74::ROS1', 'fusion'),
  structural('copy-1', 'MET', 'MET amplification', 'copy-number'),
  structural('copy-2', 'CDKN2A', 'CDKN2A loss', 'copy-number'),
  structural('splice-1', 'MET', 'MET exon 14 skipping', 'other'),
  structural('expression-1', 'CD274', 'CD274 overexpression', 'expression'),
];

function structural(id: string, gene: string, name: string, kind: VariantResult['kind']): VariantResult {
  return { id, gene, name, kind, origin: 'somatic', present: true, evidence: [seen(`Observation/${id}`, '2026-10-03')] };
}

export const biomarkers: Biomarker[] = [
  { kind: 'TMB', value: 4.2, unit: '{mutations}/Mb', status: 'low', evidence: [seen('Observation/tmb-1', '2025-12-01')] },
  { kind: 'TMB', value: 7.9, unit: '{mutations}/Mb', status: 'low', evidence: [seen('Observation/tmb-2', '2026-10-03')] },
  { kind: 'MSI', value: 'stable', status: 'stable', method: 'NGS', evidence: [seen('Observation/msi', '2026-10-03')] },
  { kind: 'PD-L1', value: 55, unit: '%', method: 'TPS', status: 'high', evidence: [seen('Observation/pdl1', '2025-12-01')] },
];

export const therapies: TherapyMatch[] = [
  {
    therapy: [{ name: 'osimertinib', rxnorm: '1721560' }],
    effect: 'sensitivity',
    level: 'A',
    tier: 'I-A',
    escat: 'I-A: prospective randomised trials in this tumour type',
    approved: true,
    tumourMatch: 'same',
    setting: 'after an EGFR inhibitor',
    settingStanding: 'shown',
    variants: ['v2'],
    sources: [civic('1592'), { ...civic('1867'), pmid: '27959700' }],
    because: ['Level A evidence in the same tumour type', 'Approved for T790M after an earlier EGFR inhibitor'],
  },
  {
    therapy: [{ name: 'erlotinib', rxnorm: '337525' }],
    effect: 'resistance',
    level: 'A',
    tier: 'I-A',
    approved: false,
    tumourMatch: 'same',
    variants: ['v2'],
    sources: [civic('1006')],
    because: ['Level A evidence of acquired resistance'],
  },
  {
    therapy: [{ name: 'gefitinib' }, { name: 'osimertinib' }],
    interaction: 'combination',
    effect: 'sensitivity',
    level: 'C',
    tier: 'II-C',
    escat: 'III-A',
    approved: false,
    tumourMatch: 'ancestor',
    variants: ['v1c'],
    sources: [civic('4422')],
    conflicting: [civic('4423')],
  },
  {
    therapy: [{ name: 'afatinib', rxnorm: '1430438' }],
    effect: 'sensitivity',
    level: 'A',
    tier: 'I-A',
    escat: 'I-A',
    approved: true,
    tumourMatch: 'same',
    variants: ['v1c'],
    sources: [civic('879')],
    setting: 'first line, metastatic',
    settingStanding: 'against',
    resisted: 'EGFR T790M, found on 3 Oct 2026, makes it fail.',
    evidence: [seen('Observation/v1c', '2026-10-03')],
  },
  {
    therapy: [{ name: 'cetuximab' }],
    effect: 'reduced-sensitivity',
    level: 'D',
    tier: 'II-D',
    approved: false,
    tumourMatch: 'other',
    variants: ['v4'],
    sources: [civic('8080')],
  },
];

export const fits: NonNullable<PatientReport['oncology']['orders']> = [
  {
    order: 'MedicationRequest/erlotinib',
    drug: { name: 'erlotinib', rxnorm: '337525' },
    verdict: 'contradicted',
    biomarker: 'EGFR exon 19 deletion or L858R, without T790M',
    variants: ['v2'],
    because: ['T790M appeared in the result of 3 Oct 2026'],
    alternatives: [{ therapy: [{ name: 'osimertinib', rxnorm: '1721560' }], because: 'active against T790M', source: civic('1592') }],
    sources: [civic('1006')],
    ruleId: 'fit:erlotinib',
    evidence: [seen('Observation/v2', '2026-10-03')],
  },
];

export const emerging: NonNullable<PatientReport['oncology']['emerging']> = [
  {
    variant: 'v2',
    gene: 'EGFR',
    name: 'EGFR T790M',
    since: '2026-10-03',
    after: ['v1'],
    therapies: [{ name: 'erlotinib' }, { name: 'gefitinib' }],
    text: 'T790M was not there in December 2025 and is now. Inhibitors of the first generation fail.',
    sources: [civic('1006')],
    evidence: [seen('Observation/v2', '2026-10-03')],
  },
];

export const refuted: TherapyMatch[] = [
  {
    therapy: [{ name: 'vemurafenib' }],
    effect: 'sensitivity',
    level: 'B',
    tier: 'II-D',
    approved: false,
    tumourMatch: 'same',
    variants: ['v3'],
    sources: [civic('9999')],
  },
];

export const trials: TrialMatch[] = [
  {
    nctId: 'NCT00000101',
    title: 'Fourth-generation EGFR inhibitor after osimertinib in EGFR-mutated lung cancer (synthetic)',
    phase: 'Phase 2',
    status: 'recruiting',
    verdict: 'possible',
    criteria: [
      { text: 'EGFR L858R or exon 19 deletion', kind: 'inclusion', verdict: 'met', because: 'EGFR L858R, panel of 3 Oct 2026' },
      { text: 'Age 18 years or older', kind: 'inclusion', verdict: 'met', because: '64 years' },
      { text: 'ECOG 0 or 1', kind: 'inclusion', verdict: 'unknown', because: 'Performance status not recorded' },
      { text: 'Untreated brain metastases', kind: 'exclusion', verdict: 'unknown', because: 'Brain imaging not recorded' },
    ],
    molecular: true,
    nextBest: 'ECOG performance status',
    nextDatum: { name: 'ECOG performance status', criteria: 1 },
    conditions: ['Non-small cell lung cancer'],
    interventions: ['Fourth-generation EGFR inhibitor'],
    nearestSite: { name: 'North Cancer Centre', city: 'Leiden', country: 'Netherlands', distanceKm: 34, judgedBy: 'coordinates' },
    url: 'https://clinicaltrials.gov/study/NCT00000101',
    asRecorded: '2026-11-14',
  },
  {
    nctId: 'NCT00000102',
    title: 'MET inhibitor with osimertinib in MET-amplified disease (synthetic)',
    phase: 'Phase 1/2',
    status: 'recruiting',
    verdict: 'eligible',
    criteria: [
      { text: 'MET amplification', kind: 'inclusion', verdict: 'met', because: 'MET amplification, panel of 3 Oct 2026' },
      { text: 'Stage IV', kind: 'inclusion', verdict: 'met', because: 'Stage IV' },
    ],
  },
  {
    nctId: 'NCT00000103',
    title: 'First-line immunotherapy in lung cancer without EGFR mutation (synthetic)',
    phase: 'Phase 3',
    status: 'recruiting',
    verdict: 'ineligible',
    criteria: [{ text: 'No EGFR mutation', kind: 'inclusion', verdict: 'not-met', because: 'EGFR L858R, panel of 3 Oct 2026' }],
  },
];

export const trialSearch: NonNullable<PatientReport['trialSearch']> = {
  known: 14_210,
  found: { eligible: 1, possible: 38, ineligible: 112 },
  total: 39,
  offset: 0,
  limit: 20,
  nextDatum: {
    name: 'ECOG performance status',
    criteria: 14,
    trials: 9,
    of: 20,
    text: 'ECOG performance status would settle 14 criteria in 9 of the 20 best trials.',
    further: [
      { name: 'brain imaging', criteria: 6, trials: 6 },
      { name: 'creatinine clearance', criteria: 4, trials: 3 },
    ],
  },
  distance: 'Distances are straight lines from the postal address.',
};

export const predictions: Prediction[] = [
  {
    model: 'warfarin-dose',
    version: '1.2.0',
    target: 'Stable warfarin dose',
    value: 24.5,
    unit: 'mg/wk',
    interval: [16.1, 35.8],
    card: 'https://example.org/models/warfarin-dose',
    contributions: [
      { feature: 'VKORC1 -1639', value: 'A/A', contribution: -9.8 },
      { feature: 'CYP2C9', value: '*1/*3', contribution: -6.1 },
      { feature: 'Weight', value: '92 kg, 3 Oct 2026', contribution: 4.4 },
      { feature: 'Age', value: '64 years', contribution: -2.9 },
      { feature: 'Amiodarone', value: 'not taken', contribution: 1.7 },
      { feature: 'Height', value: '178 cm', contribution: 1.2 },
      { feature: 'Enzyme inducer', value: 'none', contribution: 0.2 },
      { feature: 'Race', value: 'not used', contribution: 0.1 },
    ],
    comparisons: [
      {
        name: 'IWPC',
        value: 26.9,
        unit: 'mg/wk',
        source: { label: 'IWPC 2009', url: 'https://pubmed.ncbi.nlm.nih.gov/19228618/', pmid: '19228618' },
      },
      {
        name: 'Gage',
        value: 23.1,
        unit: 'mg/wk',
        source: { label: 'Gage 2008', url: 'https://pubmed.ncbi.nlm.nih.gov/18305455/', pmid: '18305455' },
      },
    ],
    notes: ['Learned from adults; nobody under 18 years was among them.'],
  },
  {
    model: 'toxicity-risk',
    version: '0.3.1',
    target: 'Severe toxicity in the first two cycles',
    value: 0.18,
    unit: 'probability',
    interval: [0.12, 0.26],
    card: 'https://example.org/models/toxicity-risk',
    contributions: [
      { feature: 'Creatinine clearance', value: '48 mL/min', contribution: 0.06 },
      { feature: 'Age', value: '64 years', contribution: 0.02 },
      { feature: 'Haemoglobin', value: '13.1 g/dL', contribution: -0.03 },
    ],
  },
  {
    model: 'tacrolimus-dose',
    version: '1.0.0',
    target: 'Tacrolimus starting dose',
    value: null,
    unit: 'mg/d',
    interval: null,
    card: 'tacrolimus-dose.md',
    contributions: [],
    abstained: 'CYP3A5 is not tested and the weight is not recorded. With both, an estimate can be given.',
  },
];

/** First and last residue of each exon of EGFR, as the knowledge has them. */
const EGFR_EXONS: readonly (readonly [number, number, number])[] = [[1, 1, 30], [2, 30, 80], [3, 81, 142], [4, 142, 187], [5, 187, 210], [6, 210, 249], [7, 250, 297], [8, 297, 336], [9, 336, 378], [10, 378, 403], [11, 403, 433], [12, 433, 500], [13, 500, 544], [14, 544, 574], [15, 575, 627], [16, 627, 640], [17, 640, 687], [18, 688, 728], [19, 729, 761], [20, 762, 823], [21, 824, 875], [22, 876, 901], [23, 901, 950], [24, 950, 982], [25, 983, 1038], [26, 1039, 1054], [27, 1055, 1091], [28, 1091, 1210]]; // prettier-ignore

export const proteins: NonNullable<PatientReport['oncology']['proteins']> = [
  {
    gene: 'EGFR',
    transcript: 'NM_005228.5',
    length: 1210,
    exons: EGFR_EXONS.map(([exon, from, to]) => ({ exon, from, to })),
    source: { label: 'Exon and codon ranges (Ensembl 75)', url: 'https://feb2014.archive.ensembl.org', version: '2014-02-01' },
  },
];
