/**
 * What the checkpoint-inhibitor response model takes from a patient before treatment. Values are clipped as the published
 * models do (TMB 50, NLR 25, age 85), and at the borders that all but a few training patients lie within (albumin, lowest NLR); PD-L1 counts in non-small-cell lung cancer only, where it was measured.
 */
export interface IcbInputs {
  /** One of CANCER_TYPES, or the name of a type that training never saw, or null when the tumour type is not known. */
  readonly cancerType: string | null;
  /** Mutations per megabase, panel assay. */
  readonly tmb: number | null;
  /** PD-L1 tumour proportion score in percent. */
  readonly pdl1: number | null;
  /** Chemotherapy or targeted therapy before the inhibitor; null = treatment history not available. */
  readonly priorTherapy: boolean | null;
  /** g/dL. */
  readonly albumin: number | null;
  /** Neutrophil-to-lymphocyte ratio. */
  readonly nlr: number | null;
  readonly ageYears: number | null;
}

export const CANCER_TYPES = [
  'Bladder',
  'Breast',
  'Colorectal',
  'Endometrial',
  'Esophageal',
  'Gastric',
  'Head & Neck',
  'Hepatobiliary',
  'Melanoma',
  'Mesothelioma',
  'NSCLC',
  'Ovarian',
  'Pancreatic',
  'Renal',
  'Sarcoma',
  'SCLC',
] as const;

export const COLUMNS = ['tmb', 'priorTherapy', 'albumin', 'nlr', 'age', 'pdl1', ...CANCER_TYPES.map((type) => `type:${type}`)] as const;

export const GROUPS: Readonly<Record<string, readonly number[]>> = {
  'tumour mutational burden': [0],
  'prior systemic therapy': [1],
  albumin: [2],
  'neutrophil-to-lymphocyte ratio': [3],
  age: [4],
  'PD-L1': [5],
  'cancer type': CANCER_TYPES.map((_type, i) => 6 + i),
};

export const TMB_CLIP = 50;
export const NLR_CLIP = 25;
export const AGE_CLIP = 85;
/** Lowest ratio and albumin range in 99 % of the training patients: a value beyond counts as the border, and this is said. */
const NLR_FLOOR = 0.7;
const ALBUMIN_RANGE = [2.2, 4.8] as const;
/** PD-L1 is counted from this share up or down, so that "not measured" stands in the middle. */
const PDL1_CENTRE = 0.3;

export const albuminCounted = (albumin: number): number => Math.min(Math.max(albumin, ALBUMIN_RANGE[0]), ALBUMIN_RANGE[1]);
export const nlrCounted = (nlr: number): number => Math.min(Math.max(nlr, NLR_FLOOR), NLR_CLIP);

/** Which values count as the border of the training data, in words. */
export function countedAtBorder(inputs: IcbInputs): string[] {
  const { albumin, nlr, tmb, ageYears } = inputs;
  return [
    ...(tmb !== null && tmb > TMB_CLIP ? [`a tumour mutational burden of ${Math.round(tmb)}/Mb as ${TMB_CLIP}/Mb`] : []),
    ...(ageYears !== null && Math.floor(ageYears) > AGE_CLIP ? [`an age of ${Math.floor(ageYears)} years as ${AGE_CLIP} years`] : []),
    ...(albumin !== null && albuminCounted(albumin) !== albumin ? [`albumin ${albumin} g/dL as ${albuminCounted(albumin)} g/dL`] : []),
    ...(nlr !== null && nlrCounted(nlr) !== nlr
      ? [`a neutrophil-to-lymphocyte ratio of ${Math.round(nlr * 10) / 10} as ${nlrCounted(nlr)}`]
      : []),
  ];
}

/** One encoded row in the order of COLUMNS. Call only for inputs that `icbAbstention` let through. */
export function encode(inputs: IcbInputs): number[] {
  const usesPdl1 = inputs.cancerType === 'NSCLC' && inputs.pdl1 !== null;
  return [
    Math.min(inputs.tmb ?? 0, TMB_CLIP),
    inputs.priorTherapy === true ? 1 : 0,
    albuminCounted(inputs.albumin ?? 0),
    nlrCounted(inputs.nlr ?? 0),
    Math.min(inputs.ageYears ?? 0, AGE_CLIP),
    usesPdl1 ? (inputs.pdl1 ?? 0) / 100 - PDL1_CENTRE : 0,
    ...CANCER_TYPES.map((type) => (inputs.cancerType === type ? 1 : 0)),
  ].map(Math.fround);
}
