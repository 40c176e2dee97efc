/** Gene results, advice on drugs, and tests that are missing. */
import type { Citation, Coding, Evidence } from './citation.ts';

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
  /** A measured activity on file that is not interpreted, as it is written: "G6PD activity “3 % of normal”". */
  measured?: string;
  /** The result stands in an attached document, which is not read. */
  inDocument?: boolean;
  /** HLA: alleles that only a list of the record names, beside those that a laboratory looked for. */
  recordedAlleles?: { status: string; list: 'problem list' | 'allergy list' | 'flags' }[];
  /** Other words on this gene that mean something else and are not used: the laboratory's own phenotype, an entry of the record. */
  otherWords?: { by: 'laboratory' | 'earlier test' | 'problem list' | 'allergy list' | 'flags'; means: string }[];
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
    /** A first or loading dose is ordered, which stays the usual one: what is told holds for the doses after it. */
    afterLoad?: boolean;
    /** The order is no more than the share leaves of the highest usual dose: reduced already, or a low regimen of its own. */
    perhapsReduced?: boolean;
    /** One dose and no more is ordered, and the advice is for doses that are repeated. */
    oneDose?: boolean;
    /** The order is no more than the lowest start: what is left of the advice is to raise it slowly. */
    atStart?: boolean;
    text: string;
    /** The amount with which the text begins: the most of a day, or the start. `exceeded`: more is ordered. */
    bound?: { kind: 'most' | 'start' | 'least-start' | 'maintenance'; words: string; exceeded?: boolean };
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
  alternatives: {
    name: string;
    rxnorm: string;
    ok: boolean;
    why?: string;
    /**
     * Not `ok`, and nothing is against it: the knowledge does not have the drug or the group; or the patient takes it or it is ordered, so that it may be
     * the answer and must not be given twice.
     */
    standing?: 'not-checked' | 'already-taken';
  }[];
  strength: 'strong' | 'moderate' | 'optional' | 'none';
  /** Where a combination is graded as optional: how strongly the same guideline asks for a change for one of the results alone. */
  strengthAlone?: 'strong' | 'moderate';
  population: string;
  source: Citation;
  /** Whose guideline, label or table was asked; absent where the record alone speaks or no body has advice. */
  body?: 'CPIC' | 'DPWG' | 'FDA';
  /** With `body` FDA: the drug's own label, not a row of FDA's table of associations. */
  ofLabel?: boolean;
  /** What it means for this drug, one or two sentences: the "why". */
  implication?: string;
  /** What to do, one or two sentences. */
  text: string;
  /** The sentence of `text` that says of these genes that they have no result and that the advice rests on the others. */
  without?: { genes: string[]; sentence: string };
  /** Id of the rule in the knowledge; the trace of every card sentence. */
  ruleId: string;
  /** The imported tables lack this row: it was filled in from the same category of the guideline. */
  completed?: true;
  /** Positions of other bodies for the same drug and genes (DPWG, FDA), where they differ or CPIC is silent. */
  otherPositions?: { body: string; action: AdviceAction; text: string; source: Citation }[];
  /** How loud it is, on the card and in the panel; 'none' = no card. */
  urgency?: 'critical' | 'warning' | 'info' | 'none';
  /** True when the chart shows that this branch applies (indication, age …); false when all branches are given because it is unknown. */
  populationKnown?: boolean;
  /** What the label says against the drug besides the genes and the chart shows: age, kidney function. */
  cautions?: string[];
  /** Those of `cautions` that hang on a gene result, or on the test of one; the others hold whatever the genes are. */
  cautionsByResult?: string[];
  /** The record names an inherited reaction that forbids the drug, whatever was tested. */
  barred?: boolean;
  /** The record names an inherited reaction that does not forbid the drug: it is to be settled before it. */
  settleFirst?: boolean;
  /**
   * What may make the advice a different one and has to be settled by a person: a gene whose result could not be read beside one that could,
   * another word on the same gene. Said where the advice alone would be silent.
   */
  doubts?: string[];
  /** The genotype asks for more, or for another drug, and a drug beside it inhibits the enzyme: levels and effect decide; `doubts` begin with it. */
  heldBack?: boolean;
  /** `doubts` begin with a word of the laboratory or the record on the drug that does not name its gene. */
  geneNotNamed?: boolean;
  /** The results may not be those of the liver that breaks the drug down, or be those of a stem-cell donor: said beside the genes. */
  donor?: string;
  /** What each of the results that disagree would ask for. */
  readings?: { phenotype: string | null; action: AdviceAction }[];
  /** The label has a lower or rarer dose considered, and no more. */
  considered?: boolean;
  /** The further test is asked for only where its result has to be known. */
  whereNeeded?: boolean;
  /** What tells whether a drug that has been taken for long does what it is taken for. */
  settledBy?: 'levels and effect' | 'pain relief' | 'tolerance';
  /** Why there is no recommendation: kept apart, because unknown is not normal. */
  coverage?: 'not-tested' | 'unreadable' | 'conflict' | 'not-covered';
  /** True when the order as written already follows the advice, so that nothing would change. */
  orderComplies?: boolean;
  /**
   * Why an act that stands here is not said at the order, or softly: the test found nothing in a gene that nobody tests before the drug; the result was not
   * read, and none of that gene would be said of this drug, because its guideline asks for nothing firm; the drug
   * has been in use for months, so that its dose is known; it was taken past the time in which the reaction comes; the guideline speaks of higher doses than the one ordered.
   */
  quiet?: 'nothing-found' | 'nothing-asked' | 'in-use' | 'tolerated' | 'low-dose';
  /** Other bodies that ask for the same act, whatever figure they put to it. */
  alsoAskedBy?: string[];
  /** True when another drug is preferred and the order keeps to the dose that the same advice allows otherwise. */
  keepsFallback?: boolean;
  /** Drugs that alone turn the result against this one, and that the guideline says to avoid beside it: to be replaced before it. */
  replaceFirst?: string[];
  /** Day on which the drug that is to be avoided was begun, where it is taken and the harm may still come. */
  takenSince?: string;
  /** Drugs taken or ordered beside it that make the same advice fall short, so that what was ordered does not follow it. */
  aggravatedBy?: { name: string; reference: string; draft: boolean }[];
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
  /** What `text` asks for after the words that nothing is on file; absent where it begins with what is. Begins in lower case. */
  ask?: string;
  /** The allele asked for, when the gene alone does not say it: `*57:01`. */
  allele?: string;
  /** How strongly the label or guideline asks for the test before first use. */
  requirement?: 'required' | 'recommended' | 'consider';
  /** A typing on file that leaves open whether it is the allele asked for: "HLA-B*57 is on file, which may be HLA-B*57:01 …". */
  typing?: string;
  /** The drug was taken before and is begun again. */
  again?: boolean;
  /** An enzyme measurement on file that stands in for the test, but as a number that is not interpreted: "plasma uracil … 160 ng/mL". */
  measured?: string;
  /** What a list of the record says where no laboratory's result is on file: "HLA-B*57:01 negative on the problem list". */
  recorded?: string;
  /** What is on file and is no result of the gene: a laboratory's word on the drug without the gene's name, a variant found in a tumour. */
  stated?: string;
  /** What is `stated` is of the drug and does not name its gene. */
  geneNotNamed?: boolean;
  /** False when the test is asked for in some indications only and the chart does not show which applies. */
  populationKnown?: boolean;
}
