/** The report as a whole. */
import type { RecognisedOrder, TakenDrug } from './medication.ts';
import type { DrugAdvice, GeneResult, UntestedGene } from './pgx.ts';
import type { Prediction } from './prediction.ts';
import type { EarlierDrug, OrderFit, TherapyMatch } from './therapy.ts';
import type { TrialMatch, TrialSearch } from './trials.ts';
import type {
  Biomarker,
  EmergingResistance,
  ExternalAnnotation,
  GermlineFinding,
  OtherTumour,
  ProteinMap,
  Tumour,
  VariantResult,
} from './tumour.ts';

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
  /** What the patient takes or took besides `orders`; absent in reports of an earlier version. */
  taken?: TakenDrug[];
  knowledge: KnowledgeRelease[];
  pgx: { genes: GeneResult[]; drugs: DrugAdvice[]; untested: UntestedGene[] };
  oncology: {
    /** The one that `therapies` are matched for. */
    tumour?: Tumour;
    /** Further active primaries of other types. */
    otherTumours?: OtherTumour[];
    variants: VariantResult[];
    biomarkers: Biomarker[];
    /** Claims that accepted evidence or a label supports. */
    therapies: TherapyMatch[];
    /** Claims that were studied and not confirmed, and that nothing supports: never a recommendation. */
    refuted?: TherapyMatch[];
    /** Whether each ordered cancer drug fits this tumour's findings. */
    orders?: OrderFit[];
    /** Cancer drugs of the past of which the chart says why they ended. */
    earlier?: EarlierDrug[];
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

/** Something that was seen in the chart and not used, and why. Nothing is dropped in silence. */
export interface DataWarning {
  code: 'wrong-patient' | 'not-final' | 'conflict' | 'unparsed' | 'unknown-drug' | 'stale' | 'missing' | (string & {});
  message: string;
  reference?: string;
  /** Genes that it is about, where it names them. */
  genes?: readonly string[];
  /** Genes whose result is on its way: the resource is preliminary or registered. */
  pending?: readonly string[];
  /** A genetic report that is there as a document only, which is not read: what it holds is not known, and not missing. */
  document?: true;
  /** A genetic report that lists results which are not among the data (not sent along, and not to be fetched): what they say is not known. */
  unfetched?: true;
  /** Such a report about the genes of drugs ("Pharmacogenomics panel"), which of them is not told. */
  drugGenes?: true;
  /** About a result of genes or of a tumour that was not used: what is on file is not known, and not nothing. */
  genomic?: true;
  /** What is decided on: nobody was chosen among several patients; several primaries, of which one is judged. */
  about?: 'several-patients' | 'several-primaries';
}
