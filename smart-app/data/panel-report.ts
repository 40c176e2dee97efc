/**
 * The report as the panel holds it: the service's PatientReport after reading, with one kind added to every closed list:
 * `unrecognised`, for a word that this panel does not know. Such a word is shown as it came and never read as reassurance.
 */
import type {
  AdviceAction,
  Citation,
  Coding,
  DataWarning,
  DrugAdvice,
  EarlierDrug,
  Evidence,
  ExternalAnnotation,
  GeneResult,
  KnowledgeRelease,
  OrderFit,
  PatientReport,
  Prediction,
  ProteinMap,
  RecognisedOrder,
  TakenDrug,
  TherapyMatch,
  TrialMatch,
  TrialSearch,
  Tumour,
  VariantResult,
} from '../../cds-service/report/types.ts';

export type { Coding, DataWarning, Evidence, ExternalAnnotation, KnowledgeRelease, TrialSearch };

export type Open<T> = T | 'unrecognised';
export type Action = Open<AdviceAction>;
export type Strength = Open<DrugAdvice['strength']>;
export type CriterionVerdict = Open<TrialMatch['criteria'][number]['verdict']>;

/** A citation whose address was checked; `url` null when it is no http(s) address. */
export interface Reference extends Omit<Citation, 'url'> {
  readonly url: string | null;
}

export interface Gene extends Omit<GeneResult, 'state' | 'basis' | 'rule'> {
  readonly state: Open<GeneResult['state']>;
  readonly basis: Open<GeneResult['basis']>;
  readonly rule?: { readonly text: string; readonly source: Reference };
}

export interface Position {
  readonly body: string;
  readonly action: Action;
  readonly actionText: string;
  readonly text: string;
  readonly source: Reference;
}

/** A drug that changes what a gene does: only drafted, taken, or stopped so recently that it still counts. */
export interface Converter {
  readonly name: string;
  readonly draft: boolean;
  readonly stoppedDaysAgo?: number;
}

/** What the current medication makes of a genotype, as the advice counted it. */
export interface Conversion {
  readonly gene: string;
  readonly before: string | null;
  readonly after: string;
  readonly by: readonly Converter[];
  /** What would be advised without those drugs. */
  readonly actionBefore: Action | null;
}

export interface Advice extends Omit<
  DrugAdvice,
  | 'action'
  | 'alsoAcceptable'
  | 'strength'
  | 'source'
  | 'otherPositions'
  | 'coverage'
  | 'phenoconversion'
  | 'dose'
  | 'cautions'
  | 'doubts'
  | 'replaceFirst'
> {
  /** `ofOrdered`: the suggested dose is a share of the ordered one, right only where that is the usual dose. */
  readonly dose?: {
    readonly text: string;
    readonly suggested?: string;
    readonly ofOrdered: boolean;
    /** What the order is to begin with, so that a lower dose is not simply asked for. */
    readonly order?: 'perhaps-reduced' | 'one-dose' | 'at-start';
  };
  /** What the label says against the drug besides the genes. */
  readonly cautions: readonly string[];
  readonly doubts: readonly string[];
  /** Drugs beside it that alone turn the result against this one. */
  readonly replaceFirst: readonly string[];
  /** Why there is no recommendation; null when there is one. A gene that is not tested is never "checked". */
  readonly coverage: Open<NonNullable<DrugAdvice['coverage']>> | 'not-read' | null;
  readonly phenoconversion: readonly Conversion[];
  readonly action: Action;
  /** The action as it came, for a word that the panel does not know. */
  readonly actionText: string;
  readonly alsoAcceptable: readonly Action[];
  readonly strength: Strength;
  readonly source: Reference;
  readonly otherPositions: readonly Position[];
}

/** One ordered drug against the tumour's findings. */
export interface Fit extends Omit<OrderFit, 'verdict' | 'sources' | 'alternatives' | 'testOrders'> {
  readonly verdict: Open<OrderFit['verdict']>;
  readonly sources: readonly Reference[];
  readonly alternatives: readonly {
    readonly names: string;
    readonly drugs: readonly { readonly name: string; readonly rxnorm: string }[];
    readonly because: string;
    readonly source: Reference;
    /** Results that the choice rests on. */
    readonly evidence: readonly Evidence[];
    readonly setting?: string;
    readonly settingStanding?: Open<NonNullable<TherapyMatch['settingStanding']>>;
    /** Labelled for treated disease, and the chart shows no treatment that it counts. */
    readonly noEarlierTreatment?: true;
  }[];
  readonly testOrders: readonly { readonly text: string; readonly code: Coding }[];
}

/** Something about the tumour that is said in one sentence: emerging resistance, an inherited finding. */
export interface TumourNote {
  readonly kind: 'emerging' | 'germline';
  readonly gene: string;
  readonly name: string;
  readonly text: string;
  readonly since?: string;
  readonly therapies: readonly string[];
  readonly sources: readonly Reference[];
  readonly evidence: readonly Evidence[];
}

/** A cancer drug of the past and how its courses ended, as the chart states it. */
export interface Earlier extends Omit<EarlierDrug, 'ended'> {
  readonly ended: readonly Open<EarlierDrug['ended'][number]>[];
}

/** A drug taken now or before; one whose time this panel does not know counts as taken now. */
export type Taken = Readonly<TakenDrug>;

export interface Untested {
  readonly gene: string;
  readonly drug: { readonly name: string; readonly rxnorm: string };
  readonly order: string;
  readonly test: Coding;
  readonly source: Reference;
  readonly text?: string;
  /** `*57:01`, where the gene alone does not say what is asked for. */
  readonly allele?: string;
  /** A measurement on file that stands in for the test and is not interpreted: such a gene never looks untested. */
  readonly measured?: string;
  /** How strongly the label or guideline asks for the test before first use. */
  readonly requirement?: Open<'required' | 'recommended' | 'consider'>;
  /** False: asked for in some indications only, and the chart does not show which applies. */
  readonly populationKnown?: boolean;
}

export interface Variant extends Omit<VariantResult, 'kind' | 'origin' | 'present'> {
  readonly kind: Open<VariantResult['kind']>;
  readonly origin: Open<VariantResult['origin']>;
  /** Null when the report does not say. */
  readonly present: boolean | null;
}

/** The exons of a gene along its protein, for drawing. */
export interface Protein extends Omit<ProteinMap, 'source'> {
  readonly source: Reference;
}

export interface Marker {
  readonly kind: string;
  readonly value: number | string;
  /** The sign before the number: below 1 %, 10 or more. */
  readonly comparator?: '<' | '<=' | '>=' | '>';
  readonly unit?: string;
  readonly status?: string;
  readonly method?: string;
  readonly specimen?: string;
  readonly evidence: readonly Evidence[];
}

export interface Therapy extends Omit<
  TherapyMatch,
  'effect' | 'level' | 'tier' | 'tumourMatch' | 'sources' | 'conflicting' | 'settingStanding'
> {
  readonly settingStanding?: Open<NonNullable<TherapyMatch['settingStanding']>>;
  readonly effect: Open<TherapyMatch['effect']>;
  readonly level: string;
  readonly tier: string;
  readonly tumourMatch: Open<TherapyMatch['tumourMatch']>;
  readonly sources: readonly Reference[];
  readonly conflicting: readonly Reference[];
}

export interface Criterion {
  readonly text: string;
  readonly kind: Open<'inclusion' | 'exclusion'>;
  readonly verdict: CriterionVerdict;
  readonly because: string;
}

export interface Trial extends Omit<TrialMatch, 'verdict' | 'criteria' | 'url' | 'nextBest' | 'nextDatum'> {
  readonly verdict: Open<TrialMatch['verdict']>;
  readonly criteria: readonly Criterion[];
  /** Address of the registry's record; null when none came or it is no http(s) address. */
  readonly url: string | null;
  /** What to find out next for this trial; `criteria` is 0 where the service did not count. */
  readonly next?: { readonly name: string; readonly criteria: number };
}

export interface Forecast extends Omit<Prediction, 'comparisons'> {
  readonly comparisons: readonly { readonly name: string; readonly value: number; readonly unit: string; readonly source: Reference }[];
}

export interface OtherTumour extends Tumour {
  readonly therapies: readonly Therapy[];
}

export interface PanelReport {
  readonly patient: PatientReport['patient'];
  readonly asOf: string;
  readonly inputHash: string;
  readonly orders: readonly RecognisedOrder[];
  /** Labels of the parts of the chart that could not be read, or not wholly: where results, drugs and the tumour would stand. */
  readonly unread: { readonly results: readonly string[]; readonly drugs: readonly string[]; readonly tumour: readonly string[] };
  /** Taken now or before, besides the orders. */
  readonly taken: readonly Taken[];
  readonly knowledge: readonly KnowledgeRelease[];
  readonly genes: readonly Gene[];
  readonly drugs: readonly Advice[];
  readonly untested: readonly Untested[];
  readonly tumour: Tumour | null;
  /** Further active primaries: which tumour a result is of, the record seldom says. */
  readonly otherTumours: readonly OtherTumour[];
  readonly variants: readonly Variant[];
  readonly biomarkers: readonly Marker[];
  readonly therapies: readonly Therapy[];
  /** Studied and not confirmed: never a recommendation. */
  readonly refuted: readonly Therapy[];
  readonly fits: readonly Fit[];
  /** Cancer drugs of the past of which the chart says why they ended. */
  readonly earlier: readonly Earlier[];
  readonly tumourNotes: readonly TumourNote[];
  /** What sources say to which the site subscribes: beside the report, never part of its reasoning. */
  readonly annotations: readonly ExternalAnnotation[];
  readonly proteins: readonly Protein[];
  readonly trials: readonly Trial[];
  /** How the trials were chosen; null from a service that does not say. */
  readonly trialSearch: TrialSearch | null;
  readonly predictions: readonly Forecast[];
  readonly warnings: readonly DataWarning[];
}

export const PARTS = ['patient', 'orders', 'knowledge', 'pgx', 'oncology', 'trials', 'predictions', 'warnings'] as const;
export type Part = (typeof PARTS)[number];

/** One part of the chart and whether the service could read it. `failed` and `incomplete` never mean "nothing on file". */
export interface ChartSource {
  readonly key: string;
  readonly label: string;
  readonly state: Open<'data' | 'none' | 'failed' | 'incomplete'>;
  readonly count: number;
  readonly why: string;
}

/** A report while it arrives: which parts came, and how many of their entries could not be read. */
export interface ReadReport {
  readonly report: PanelReport;
  readonly arrived: ReadonlySet<Part>;
  readonly unreadable: number;
  readonly sources: readonly ChartSource[];
  /** False until the service said that this is all. */
  readonly complete: boolean;
  /** The report as it came, for the JSON download. */
  readonly raw: Readonly<Record<string, unknown>>;
}
