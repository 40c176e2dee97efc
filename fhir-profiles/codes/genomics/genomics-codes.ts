/**
 * Codes of genomic results, each written once: LOINC, and the local codes of the HL7 Genomics Reporting guide (all versions).
 * Source: HL7 Genomics Reporting 1.0.0, 2.0.0 and 3.0.0 profiles; mCODE 2.1.0 and 4.0.0.
 */
import { entryOf } from '../../entry-of.ts';

/** What an Observation is, by its `code`. */
export const OBSERVATION = {
  variant: '69548-6',
  genotype: '84413-4',
  haplotype: '84414-2',
  regionStudied: '53041-0',
  overallInterpretation: '51968-6',
  clinicalSignificance: '53037-8',
  phase: '82120-7',
  /** Genomics Reporting STU1: one Observation per kind of drug effect. */
  drugMetabolism: '53040-2',
  drugEfficacy: '51961-1',
  drugHighRisk: '83009-1',
  transporterFunction: 'effect-transporter-function',
  therapeuticImplication: 'therapeutic-implication',
  diagnosticImplication: 'diagnostic-implication',
  molecularConsequence: 'molecular-consequence',
  /** As a public reference server spells it. */
  molecularConsequences: 'molecular-consequences',
  grouper: 'grouper',
} as const;

/** What a component is, by its `code`. */
export const COMPONENT = {
  gene: '48018-6',
  /** Genes of a changed number of copies, in the copy-number profiles of the German tumour boards. */
  affectedGene: 'reported-affected-gene',
  variation: '81252-9',
  dbsnp: '81255-2',
  cHgvs: '48004-6',
  pHgvs: '48005-3',
  gHgvs: '81290-9',
  iscn: '81291-7',
  transcript: '51958-7',
  genomicReference: '48013-7',
  assembly: '62374-4',
  exactRange: '81254-5',
  exactRangeStu1: 'exact-start-end',
  innerRange: '81302-2',
  outerRange: '81301-4',
  coordinateSystem: '92822-6',
  refAllele: '69547-8',
  altAllele: '69551-0',
  changeType: '48019-4',
  aminoAcidChangeType: '48006-1',
  sourceClass: '48002-0',
  allelicState: '53034-5',
  vaf: '81258-6',
  readDepth: '82121-5',
  copyNumber: '82155-3',
  cytogeneticLocation: '48001-2',
  chromosome: '48000-4',
  complexVariantType: '81263-6',
  clinicalSignificance: '53037-8',
  medication: '51963-7',
  therapy: 'associated-therapy',
  phenotypeContext: '81259-4',
  evidenceLevel: '93044-6',
  predictedImplication: 'predicted-therapeutic-implication',
  therapeuticImplication: 'therapeutic-implication',
  conclusion: 'conclusion-string',
  featureConsequence: 'feature-consequence',
  functionalEffect: 'functional-effect',
  functionalAnnotation: 'functional-annotation',
  molecularConsequence: 'molecular-consequence',
  proteinReference: 'protein-ref-seq',
  genotype: '84413-4',
  haplotype: '84414-2',
  regionsExamined: '51959-5',
  regionDescription: '81293-3',
  regionName: '47999-8',
} as const;

/** Answer list LL1971-2: presence of a variant. */
export const PRESENCE_ANSWERS: Readonly<Record<string, 'present' | 'absent' | 'no-call' | 'indeterminate'>> = {
  'LA9633-4': 'present',
  'LA9634-2': 'absent',
  'LA18198-4': 'no-call',
  'LA11884-6': 'indeterminate',
  // mCODE STU1/2 and plain laboratories: positive, negative, detected, not detected (LOINC and SNOMED CT).
  'LA6576-8': 'present',
  'LA6577-6': 'absent',
  'LA11882-0': 'present',
  'LA11883-8': 'absent',
  '10828004': 'present',
  '260385009': 'absent',
  '52101004': 'present',
  '2667000': 'absent',
  '260373001': 'present',
  '260415000': 'absent',
  '82334004': 'indeterminate',
  '419984006': 'indeterminate',
};

/** HL7 v3 ObservationInterpretation, which is HL7 v2 table 0078: as a flag, and as the value itself. */
export const PRESENCE_INTERPRETATIONS: Readonly<Record<string, 'present' | 'absent' | 'indeterminate'>> = {
  POS: 'present',
  DET: 'present',
  NEG: 'absent',
  ND: 'absent',
  IND: 'indeterminate',
  E: 'indeterminate',
};
export const isInterpretationSystem = (system: string): boolean =>
  /ObservationInterpretation|v2-0078|v2\/0078|2\.16\.840\.1\.113883\.(?:5\.83|12\.78)$/i.test(system);

/** Whether the coded answer says that what was asked for is there. "ND" and "E" mean other things in other systems. */
export const presenceByCode = ({ system, code }: { readonly system: string; readonly code: string }) =>
  entryOf(PRESENCE_ANSWERS, code) ?? (isInterpretationSystem(system) ? entryOf(PRESENCE_INTERPRETATIONS, code) : undefined);

export const ZYGOSITY_ANSWERS: Readonly<Record<string, 'heterozygous' | 'homozygous' | 'hemizygous' | 'homoplasmic' | 'heteroplasmic'>> = {
  'LA6706-1': 'heterozygous',
  'LA6705-3': 'homozygous',
  'LA6707-9': 'hemizygous',
  'LA6704-6': 'homoplasmic',
  'LA6703-8': 'heteroplasmic',
};

export const ORIGIN_ANSWERS: Readonly<Record<string, 'germline' | 'somatic'>> = { 'LA6683-2': 'germline', 'LA6684-0': 'somatic' };
