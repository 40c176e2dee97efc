/**
 * PatientReport: the one contract that the panel shows, `genehook interpret` prints and screening stores.
 * The names are fixed; fields may be added. Its JSON Schema (report/schema.ts) is served at
 * `GET /schemas/patient-report.json` and must be changed together with these types.
 */

/** FHIR reference of what was read, with its date and laboratory. */
export interface Evidence {
  reference: string;
  issued?: string;
  lab?: string;
}
/** Where a statement comes from: guideline, label or evidence item, with its version where there is one. */
export interface Citation {
  label: string;
  url: string;
  pmid?: string;
  version?: string;
}
/** A code with its system and its words. */
export interface Coding {
  system: string;
  code: string;
  display: string;
}

/** What Genehook found for one patient: the one document that cards, panel, command line and embedding programs share. */
export interface PatientReport {
  reportVersion: '1';
  /** Set by the CLI. */
  inputId?: string;
  patient: { id: string; birthDate?: string; sex?: 'male' | 'female' | 'other' | 'unknown' };
  /** Day for which the report was made, `YYYY-MM-DD`. */
  asOf: string;
  /** SHA-256 (hex, first 16 characters) over the facts: two reports with the same hash saw the same data. */
  inputHash: string;
  orders: RecognisedOrder[];
  knowledge: KnowledgeRelease[];
  pgx: { genes: GeneResult[]; drugs: DrugAdvice[]; untested: UntestedGene[] };
  oncology: {
    tumour?: Tumour;
    variants: VariantResult[];
    biomarkers: Biomarker[];
    /** Claims that accepted evidence or a label supports. */
    therapies: TherapyMatch[];
    /** Claims that were studied and not confirmed, and that nothing supports: never a recommendation. */
    refuted?: TherapyMatch[];
    /** Whether each ordered cancer drug fits this tumour's findings. */
    orders?: OrderFit[];
    /** Alterations that appeared in a later result and make a drug fail. */
    emerging?: EmergingResistance[];
    /** Inherited findings in cancer genes, for genetic counselling. */
    germline?: GermlineFinding[];
    /** What a source that the site itself subscribes to says of the findings; beside the report, never part of its reasoning. */
    annotations?: ExternalAnnotation[];
    /** Exons along the proteins in which several changes were found, for drawing; absent where their numbering is not shown to hold. */
    proteins?: ProteinMap[];
  };
  trials: TrialMatch[];
  /** How `trials` were chosen and what to find out next; absent when no trial was looked at (no active tumour, no trials known). */
  trialSearch?: TrialSearch;
  predictions: Prediction[];
  warnings: DataWarning[];
}

/** A release of knowledge that the report rests on, with its licence. */
export interface KnowledgeRelease {
  id: string;
  version: string;
  date: string;
  licence: string;
}

/** A medication order as it was understood; one that was not recognised is listed too. */
export interface RecognisedOrder {
  reference: string;
  status: string;
  text: string;
  systemic: boolean | null;
  /** Empty = unknown drug. */
  ingredients: { name: string; rxnorm: string | null }[];
  dose?: { amount: number; unit: string; perDay?: number; route?: string };
}

/**
 * The tumour that targeted therapies and trials are matched with. `oncotree` and `doid` are null when the diagnosis could not be
 * mapped.
 */
export interface Tumour {
  text: string;
  codes: { system: string; code: string }[];
  oncotree: string | null;
  doid: string | null;
  /** The latest on file. */
  stage?: string;
  /** The diagnosis; behind it what the stage rests on, where that is a resource of its own. */
  evidence: Evidence[];
}
/** A measured tumour marker: the value as the laboratory gave it, its unit, and the status it stated. */
export interface Biomarker {
  kind: 'TMB' | 'MSI' | 'HRD' | 'PD-L1' | 'HER2' | 'ER' | 'PR' | 'Ki-67' | (string & {});
  value: number | string;
  unit?: string;
  status?: string;
  method?: string;
  /** What was examined, in the chart's words. Absent: not stated. */
  specimen?: string;
  evidence: Evidence[];
}

/** Result state that the panel must keep apart; see ux.md: normal, actionable, not tested, unreadable, stale. */
export type ResultState = 'called' | 'indeterminate' | 'conflict';

/**
 * What is known of one gene: result, activity as inherited, and activity with the present medication. Null is not decided, never
 * normal.
 */
export interface GeneResult {
  gene: string;
  diplotype: string | null;
  phenotype: string | null;
  activityScore: string | null;
  basis: 'diplotype' | 'phenotype' | 'variants' | 'allele-presence';
  /** Phenoconversion: what the current medication makes of the genotype. */
  adjusted?: { phenotype: string; activityScore: string | null; because: string[] };
  state: ResultState;
  /** Function of each allele as the knowledge has it, in the order of the diplotype. */
  functions?: string[];
  /** The rule that led from the result to the phenotype, in plain words, and where it is from. */
  rule?: { text: string; source: Citation };
  /** What the laboratory said where it differs from ours, or why nothing was called. */
  notes?: string[];
  /** The list of the record that states it, where it is no laboratory's result. */
  recordedIn?: 'problem list' | 'allergy list' | 'flags';
  /** HLA: alleles that only a list of the record names, beside those that a laboratory looked for. */
  recordedAlleles?: { status: string; list: 'problem list' | 'allergy list' | 'flags' }[];
  /** Other words on this gene that mean something else and are not used: the laboratory's own phenotype, an entry of the record. */
  otherWords?: { by: 'laboratory' | 'problem list' | 'allergy list' | 'flags'; means: string }[];
  evidence: Evidence[];
}

/** What is to be done with the drug. `no-recommendation` says that nothing is known, `standard` that usual use is right. */
export type AdviceAction =
  'avoid' | 'alternative' | 'decrease-dose' | 'increase-dose' | 'monitor' | 'test-first' | 'standard' | 'no-recommendation';

/** Advice for one drug from the genes that bear on it, with the guideline, its strength and the alternatives checked for this patient. */
export interface DrugAdvice {
  drug: { name: string; rxnorm: string };
  /** FHIR reference of the order, if any. */
  order?: string;
  genes: { gene: string; phenotype: string | null; activityScore: string | null }[];
  action: AdviceAction;
  /** Further acts that the same recommendation allows. */
  alsoAcceptable?: AdviceAction[];
  dose?: {
    factor?: number;
    percent?: [number, number];
    text: string;
    /** One dose that follows the advice, worked out on the order; `product` is a strength that exists, `count` how many of it. */
    suggested?: {
      amount: number;
      unit: string;
      product?: { rxnorm: string; display: string };
      count?: number;
      /** Worked out as a share of the ordered dose: right only if that is the usual dose and was not lowered already. */
      ofOrdered?: boolean;
    };
  };
  alternatives: { name: string; rxnorm: string; ok: boolean; why?: string }[];
  strength: 'strong' | 'moderate' | 'optional' | 'none';
  /** Where a combination is graded as optional: how strongly the same guideline asks for a change for one of the results alone. */
  strengthAlone?: 'strong' | 'moderate';
  population: string;
  source: Citation;
  /** What it means for this drug, one or two sentences: the "why". */
  implication?: string;
  /** What to do, one or two sentences. */
  text: string;
  /** Id of the rule in the knowledge; the trace of every card sentence. */
  ruleId: string;
  /** Positions of other bodies for the same drug and genes (DPWG, FDA), where they differ or CPIC is silent. */
  otherPositions?: { body: string; action: AdviceAction; text: string; source: Citation }[];
  /** How loud it is, on the card and in the panel; 'none' = no card. */
  urgency?: 'critical' | 'warning' | 'info' | 'none';
  /** True when the chart shows that this branch applies (indication, age …); false when all branches are given because it is unknown. */
  populationKnown?: boolean;
  /** What the label says against the drug besides the genes and the chart shows: age, kidney function. */
  cautions?: string[];
  /** The record names an inherited reaction that forbids the drug, whatever was tested. */
  barred?: boolean;
  /**
   * What may make the advice a different one and has to be settled by a person: a gene whose result could not be read beside one that could,
   * another word on the same gene. Said where the advice alone would be silent.
   */
  doubts?: string[];
  /** The results may not be those of the liver that breaks the drug down, or be those of a stem-cell donor: said beside the genes. */
  donor?: string;
  /** Why there is no recommendation: kept apart, because unknown is not normal. */
  coverage?: 'not-tested' | 'unreadable' | 'conflict' | 'not-covered';
  /** True when the order as written already follows the advice, so that nothing would change. */
  orderComplies?: boolean;
  /** True when another drug is preferred and the order keeps to the dose that the same advice allows otherwise. */
  keepsFallback?: boolean;
  /** Phenoconversion that this advice rests on: genotype before, activity with the present medication after, and by which drugs. */
  phenoconversion?: {
    gene: string;
    before: { phenotype: string | null; activityScore: string | null };
    after: { phenotype: string; activityScore: string | null };
    by: { name: string; reference: string; draft: boolean; stoppedDaysAgo?: number }[];
    /** What the advice would have been without those drugs. */
    actionBefore: AdviceAction;
  }[];
  evidence: Evidence[];
}

/** A test that a label or guideline asks for before an ordered drug and of which no result is on file. */
export interface UntestedGene {
  gene: string;
  drug: { name: string; rxnorm: string };
  order: string;
  test: Coding;
  source: Citation;
  text?: string;
  /** The allele asked for, when the gene alone does not say it: `*57:01`. */
  allele?: string;
  /** How strongly the label or guideline asks for the test before first use. */
  requirement?: 'required' | 'recommended' | 'consider';
  /** An enzyme measurement on file that stands in for the test, but as a number that is not interpreted: "plasma uracil … 160 ng/mL". */
  measured?: string;
  /** What a list of the record says where no laboratory's result is on file: "HLA-B*57:01 negative on the problem list". */
  recorded?: string;
  /** False when the test is asked for in some indications only and the chart does not show which applies. */
  populationKnown?: boolean;
}

/** A tumour or inherited variant as it was read, found or not found. */
export interface VariantResult {
  id: string;
  gene: string;
  name: string;
  cHgvs?: string;
  pHgvs?: string;
  kind: 'snv' | 'indel' | 'copy-number' | 'fusion' | 'expression' | 'other';
  origin: 'somatic' | 'germline' | 'unknown';
  present: boolean;
  vaf?: number;
  classification?: string;
  /** What was examined, in the chart's words ("Plasma", "Tumour tissue"). Absent: not stated; never to be taken as the same as another. */
  specimen?: string;
  /** How the variant was read and why it counts or does not count as a mutation of its gene. */
  because?: string[];
  evidence: Evidence[];
}
/** A therapy that the evidence ties to this tumour and its findings, for or against, with level and tier. */
export interface TherapyMatch {
  therapy: { name: string; rxnorm?: string }[];
  effect: 'sensitivity' | 'resistance' | 'adverse' | 'reduced-sensitivity';
  level: 'A' | 'B' | 'C' | 'D' | 'E';
  tier: 'I-A' | 'I-B' | 'II-C' | 'II-D';
  approved: boolean;
  tumourMatch: 'same' | 'ancestor' | 'any-solid' | 'other';
  variants: string[];
  sources: Citation[];
  /** How the therapies belong together. */
  interaction?: 'combination' | 'substitutes' | 'sequential';
  /** ESCAT-like tier with the reason, beside the AMP/ASCO/CAP tier. */
  escat?: string;
  because?: string[];
  /** Evidence that says the opposite for the same profile, disease and therapy. */
  conflicting?: Citation[];
  /** The results this row rests on: variants, markers and reports of genes found clear. */
  evidence?: Evidence[];
  /** Line or setting of the label, in words. */
  setting?: string;
  /** Whether the chart's earlier treatment bears that setting out: `open` = not shown in the chart, which is no proof against it. */
  settingStanding?: 'shown' | 'open' | 'against';
  /** Another finding of this tumour speaks against an approved choice: which, in words. Such a row is never offered. */
  resisted?: string;
}
/** One ordered drug against the tumour's findings. `biomarker-open`: what is on file is neither the finding nor its absence (uncertain variant, failed test, blood test alone). `not-covered`: the knowledge asks no biomarker of this drug here. `withdrawn`: the drug has no US approval any more. */
export interface OrderFit {
  order: string;
  drug: { name: string; rxnorm?: string };
  verdict:
    | 'fits'
    | 'contradicted'
    | 'withdrawn'
    | 'biomarker-negative'
    | 'biomarker-not-tested'
    | 'biomarker-open'
    | 'better-option'
    | 'not-covered';
  /** What the label or the evidence asks for, in words: "EGFR exon 19 deletion or EGFR L858R". */
  biomarker?: string;
  /** Genes or markers to test, when the finding is missing. */
  tests?: string[];
  /** The same as orders: one per test, with its LOINC code where one is known. */
  testOrders?: { text: string; code?: Coding }[];
  variants: string[];
  because: string[];
  alternatives: {
    therapy: { name: string; rxnorm?: string }[];
    because: string;
    source: Citation;
    /** Results that the choice rests on. */
    evidence?: Evidence[];
    /** Line or setting of the label, and whether the chart's earlier treatment bears it out (as in `TherapyMatch`). */
    setting?: string;
    settingStanding?: 'shown' | 'open' | 'against';
  }[];
  sources: Citation[];
  ruleId: string;
  evidence: Evidence[];
  /** Directed drugs without which no label has the ordered one for this finding here, and which are neither ordered nor taken. */
  partners?: string[];
}
/** A change that a later result shows first and that makes a drug fail. */
export interface EmergingResistance {
  variant: string;
  gene: string;
  name: string;
  /** Day of the result that first shows it. */
  since: string;
  /** Ids of the earlier findings beside which it appeared. */
  after: string[];
  therapies: { name: string; rxnorm?: string }[];
  text: string;
  sources: Citation[];
  evidence: Evidence[];
}
/** An inherited finding in a cancer gene, for genetic counselling. */
export interface GermlineFinding {
  variant: string;
  gene: string;
  name: string;
  text: string;
  source: Citation;
  evidence: Evidence[];
}
/** The coding exons of a gene along its protein, in residues as the reference transcript numbers them. */
export interface ProteinMap {
  gene: string;
  /** MANE Select transcript, by which laboratories number: `NM_005228.5`. */
  transcript: string;
  /** Residues of the protein. Absent: only the part that `exons` covers is known to be numbered so. */
  length?: number;
  /** First and last residue of each exon; a residue whose codon two exons share belongs to both. */
  exons: { exon: number; from: number; to: number }[];
  source: Citation;
}
/** What a source outside the product says of one finding. */
export interface ExternalAnnotation {
  variant: string;
  name: string;
  source: string;
  lines: string[];
  pmids: string[];
  version?: string;
  /** To be shown with every line. */
  attribution: string;
}
/** A trial against this patient, criterion by criterion. `possible`: nothing excludes, something is unknown. */
export interface TrialMatch {
  nctId: string;
  title: string;
  phase: string;
  status: string;
  verdict: 'eligible' | 'possible' | 'ineligible';
  /** `met`: the criterion does not stand in the way; of an exclusion: the patient certainly does not have what excludes. */
  criteria: { text: string; kind: 'inclusion' | 'exclusion'; verdict: 'met' | 'not-met' | 'unknown'; because: string }[];
  /** An inclusion asks for a gene or marker in which this patient has a finding, and no criterion speaks against one. */
  molecular?: boolean;
  /** A criterion names a finding of this patient as unwanted; whether it excludes is a matter of the criterion's verdict. */
  unwantedFinding?: boolean;
  /** The one datum that would settle most of what is unknown. */
  nextBest?: string;
  /** The same datum, with the number of open hard criteria of this trial that it would settle. */
  nextDatum?: { name: string; criteria: number };
  conditions?: string[];
  interventions?: string[];
  /** The site nearest to the patient among those that are not closed, as far as sites and the patient's place are known. */
  nearestSite?: NearestSite;
  url?: string;
  /** Day of the registry content. */
  asRecorded?: string;
}
/** `judgedBy` says how near it is and how that was told: by coordinates (then with `distanceKm`), or only by the names of the places. */
export interface NearestSite {
  name?: string;
  city?: string;
  state?: string;
  country?: string;
  /** Recruiting status of the site in words, where the registry gives one. */
  status?: string;
  /** Straight line, kilometres. */
  distanceKm?: number;
  judgedBy: 'coordinates' | 'same-city' | 'same-state' | 'same-country' | 'other-country';
}
/** The page of trials that `trials` holds, out of how many. */
export interface TrialSearch {
  /** Trials in the index. */
  known: number;
  /** Trials that concern this patient's tumour and pass the filters (verdict aside), by verdict. */
  found: { eligible: number; possible: number; ineligible: number };
  /** Trials to page through: those of `found` with the verdicts asked for. */
  total: number;
  offset: number;
  limit: number;
  /** What would settle most open hard criteria of the best trials together; absent when no single datum would settle any. */
  nextDatum?: NextDatum;
  /** How near and far was told, or why it could not be. */
  distance: string;
}
/** One datum that the chart does not hold and that would settle trial criteria. */
export interface NextDatum {
  /** "ECOG performance status". */
  name: string;
  /** Open hard criteria that wait for it, and in how many trials. */
  criteria: number;
  trials: number;
  /** Of how many best trials. */
  of: number;
  /** "ECOG performance status would settle 14 criteria in 9 of the 20 best trials." */
  text: string;
  /** The next most useful data, best first. */
  further: { name: string; criteria: number; trials: number }[];
}
/** A model’s estimate with its interval and limits; `value` is null when the model abstained, and `abstained` says why. */
export interface Prediction {
  model: string;
  version: string;
  target: string;
  value: number | null;
  unit: string;
  interval: [number, number] | null;
  contributions: { feature: string; value: string; contribution: number }[];
  abstained?: string;
  /** Ingredients ordered or taken that this prediction is about. */
  drugs?: string[];
  card: string;
  /** Published formulas on the same inputs, for comparison. */
  comparisons?: { name: string; value: number; unit: string; source: Citation }[];
  notes?: string[];
}
/** Something that was seen in the chart and not used, and why. Nothing is dropped in silence. */
export interface DataWarning {
  code: 'wrong-patient' | 'not-final' | 'conflict' | 'unparsed' | 'unknown-drug' | 'stale' | 'missing' | (string & {});
  message: string;
  reference?: string;
  /** Genes whose result is on its way: the resource is preliminary or registered. */
  pending?: readonly string[];
  /** A genetic report that is there as a document only, which is not read: what it holds is not known, and not missing. */
  document?: true;
}
