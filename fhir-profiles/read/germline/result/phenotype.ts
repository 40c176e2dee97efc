/** Phenotypes: from implications (all versions of the guide), interpretations, problem-list entries and plain texts. */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import {
  ACTIVITY_AS_METABOLIZER,
  g6pdInText,
  PHENOTYPE_ANSWERS,
  phenotypeInText,
  type PhenotypeTerm,
} from '../../../codes/phenotype-terms.ts';
import { enzymeGrade } from '../../../codes/enzyme-words.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { DrugStatement, GermlineCall, GermlineResult } from '../../../facts.ts';
import { recogniseDrug } from '../../medication/drug.ts';
import { conflict, quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { CONTRADICTED, inDispute, isSomatic, plainResult, type GenotypeReading } from './genotype.ts';
import { genesBeneath, ownGenes } from './stated-genes.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { entryOf } from '../../../entry-of.ts';

const NOTHING: GenotypeReading = { results: [], warnings: [] };

export interface StatedPhenotype extends PhenotypeTerm {
  readonly written: string;
}

/** The phenotype that a coded or worded value states. Code and words that disagree state none: `null` with `disagree`. */
export function phenotypeStated(value: Concept): StatedPhenotype | 'disagree' | null {
  const found = new Map<string, StatedPhenotype>();
  for (const { code, display } of value.codings) {
    const coded = entryOf(PHENOTYPE_ANSWERS, code);
    if (coded !== undefined) found.set(coded.term, { ...coded, written: display ?? value.text ?? coded.term });
  }
  for (const written of wordings(value)) {
    const worded = phenotypeInText(written);
    if (worded !== null && !found.has(worded.term)) found.set(worded.term, { ...worded, written });
  }
  const [first] = found.values();
  if (first === undefined) return null;
  return found.size === 1 ? first : 'disagree';
}

/** Does the phenotype make sense for the gene? A metabolizer grade is about an enzyme, a function grade about a transporter or an enzyme. */
export function fits(term: PhenotypeTerm, gene: string): boolean {
  const known = pgxGene(gene);
  if (known === null) return false;
  switch (term.family) {
    case 'metabolizer':
    case 'activity':
      return known.protein === 'enzyme' && gene !== 'VKORC1' && gene !== 'G6PD';
    case 'function':
      return known.protein === 'transporter' || (known.protein === 'enzyme' && gene !== 'G6PD');
    case 'g6pd':
      return gene === 'G6PD';
    case 'susceptibility':
      return gene === 'RYR1' || gene === 'CACNA1S';
    case 'ototoxicity':
      return gene === 'MT-RNR1';
    case 'expression':
      return gene === 'CYP3A5';
    case 'undetermined':
      return known.naming !== 'hla';
    case 'risk':
    case 'response':
      return true;
  }
}

/** The term as it is said of this gene: an enzyme's "low activity" is a poor metabolizer. */
function termFor(term: PhenotypeTerm, gene: string): string {
  if (term.family === 'activity') return entryOf(ACTIVITY_AS_METABOLIZER, term.term) ?? term.term;
  if (term.family === 'metabolizer' && gene === 'CYP3A5' && term.term === 'Extensive Metabolizer') return 'Normal Metabolizer';
  return term.term;
}

export function phenotypeCall(stated: StatedPhenotype, gene: string, drug?: string): GermlineCall {
  return { kind: 'phenotype', term: termFor(stated, gene), written: stated.written, ...(drug === undefined ? {} : { drug }) };
}

/** The effect in a component: STU2 and 3, and the effect codes of STU1 where a system keeps them inside. */
const EFFECTS: readonly string[] = [
  COMPONENT.predictedImplication,
  COMPONENT.therapeuticImplication,
  OBSERVATION.drugMetabolism,
  OBSERVATION.drugEfficacy,
  OBSERVATION.drugHighRisk,
  OBSERVATION.transporterFunction,
];

/** The value of an implication stands in the Observation (STU1) or in a component (STU2 and 3). */
function implicationValues(view: ObservationView): readonly Concept[] {
  const inComponents = view.components
    .filter(({ codes }) => EFFECTS.some((code) => codes.has(code)))
    .map(({ value }) => valueConcept(value));
  const found = view.value === null ? inComponents : [valueConcept(view.value), ...inComponents];
  return found.length > 0 ? found : underOtherNames(view);
}

/** A grade that stands under a name of the laboratory's own; a sentence of advice is none. */
function underOtherNames(view: ObservationView): readonly Concept[] {
  return view.components
    .map(({ value }) => valueConcept(value))
    .filter((value) => {
      const stated = wordings(value).every((words) => words.length <= LONGEST_GRADE) ? phenotypeStated(value) : null;
      return stated !== null && stated !== 'disagree' && (stated.family === 'metabolizer' || stated.family === 'function');
    });
}

const LONGEST_GRADE = 40;

/** Therapeutic implications and the STU1 drug-effect Observations. Somatic implications are knowledge about a tumour, not a phenotype. */
export function readImplication(view: ObservationView, chart: Chart): GenotypeReading {
  if (isSomatic(view)) return NOTHING;
  const stated = implicationValues(view).flatMap((value) => {
    const found = phenotypeStated(value) ?? ofG6pd(value, view, chart);
    return found === null ? [] : [{ value, found }];
  });
  if (stated.length === 0) return NOTHING;
  const own = ownGenes(view, chart);
  if (own.disagreements.length > 0) return inDispute(own, view, stated.map(({ value }) => wordings(value).join('; ')).join('; '));
  const drugs = drugsAssessed(view);
  const reading = {
    results: [] as GermlineResult[],
    warnings: [] as GenotypeReading['warnings'][number][],
    statements: [] as DrugStatement[],
  };
  for (const { value, found } of stated) {
    if (found === 'disagree') {
      reading.warnings.push(
        conflict(
          view.entry,
          `Code and text of the phenotype ${quoted(wordings(value).join(' / '))} disagree; it was not used.`,
          own.symbols,
        ),
      );
      // A result is on file all the same: it must never look like a gene that was not tested.
      const meant = own.symbols.length > 0 ? own.symbols : genesBeneath(view, chart);
      for (const gene of meant.filter((symbol) => pgxGene(symbol) !== null))
        reading.results.push(plainResult(view, gene, { kind: 'no-call', why: CONTRADICTED }, wordings(value).join('; ')));
      continue;
    }
    const genes = genesFor(found, view, chart, own.symbols);
    const [gene] = genes;
    if (gene === undefined || genes.length > 1) {
      const beneath = own.symbols.length > 0 ? own.symbols : genesBeneath(view, chart);
      // An implication of a variant in a gene without pharmacogenomic phenotype (tumour genes) is no germline result.
      if (beneath.length > 0 && beneath.every((symbol) => pgxGene(symbol) === null)) continue;
      // A response that rests on a tumour biomarker is knowledge about the tumour.
      if (beneath.length === 0 && (found.family === 'response' || found.family === 'undetermined') && view.derivedFrom.length > 0) continue;
      const why = gene === undefined ? 'no gene could be told for it' : `it may be about ${genes.join(' or ')}`;
      reading.warnings.push(unparsed(view.entry, `The phenotype ${quoted(found.written)} was not used because ${why}.`, genes));
      reading.statements.push(...statementsOf(found, view, chart));
      continue;
    }
    reading.results.push(...perDrug(found, gene, view, drugs));
  }
  return reading;
}

/** An effect or implication of G6PD says "Deficient" or "Normal", words that mean nothing for other genes. */
function ofG6pd(value: Concept, view: ObservationView, chart: Chart): StatedPhenotype | 'disagree' | null {
  if (!wordings(value).some((words) => g6pdInText(words) !== null)) return null;
  const own = ownGenes(view, chart).symbols;
  const [gene, ...more] = own.length > 0 ? own : genesBeneath(view, chart);
  return gene === 'G6PD' && more.length === 0 ? phenotypeOfGene(value, gene) : null;
}

function genesFor(found: StatedPhenotype, view: ObservationView, chart: Chart, own: readonly string[]): readonly string[] {
  const named = pgxGenesIn(found.written);
  const candidates = named.length > 0 ? named : own.length > 0 ? own : genesBeneath(view, chart);
  const pharmacogenes = candidates.filter((symbol) => pgxGene(symbol) !== null);
  return pharmacogenes.length === 1
    ? pharmacogenes.filter((symbol) => fits(found, symbol))
    : pharmacogenes.filter((symbol) => fits(found, symbol));
}

/** A grade of the enzyme holds for every drug; a response or a risk holds for the drug it was stated for. */
function perDrug(found: StatedPhenotype, gene: string, view: ObservationView, drugs: readonly string[]): readonly GermlineResult[] {
  const [only] = drugs;
  if ((found.family === 'risk' || found.family === 'response') && drugs.length > 1) {
    return drugs.map((drug) => plainResult(view, gene, phenotypeCall(found, gene, drug), found.written));
  }
  return [plainResult(view, gene, phenotypeCall(found, gene, drugs.length === 1 ? only : undefined), found.written)];
}

const NOT_ADVERSE = /^(?:(?:likely|possible) )?(?:normal|low risk)/i;
/** Asks for nothing of the drug that it is said of. */
export const isUsual = ({ term }: StatedPhenotype): boolean => NOT_ADVERSE.test(term);

/** The same for each drug that the result names, so that the order of that drug can tell it. A tumour's response is none of a gene. */
function statementsOf(found: StatedPhenotype, view: ObservationView, chart: Chart): DrugStatement[] {
  if (found.family === 'response' || found.family === 'undetermined') return [];
  return view.components
    .filter(({ codes }) => codes.has(COMPONENT.medication))
    .flatMap(({ value }) => {
      const named = valueConcept(value);
      const codes = named.codings.filter(({ code }) => code !== '');
      const { ingredients } = recogniseDrug({ codes, texts: wordings(named), parts: [], missingMedication: false }, chart.vocabulary.drugs);
      return ingredients.length === 0 ? [] : [{ ingredients, says: found.written, adverse: !isUsual(found), source: view.source }];
    });
}

function drugsAssessed(view: ObservationView): readonly string[] {
  const names = view.components
    .filter(({ codes }) => codes.has(COMPONENT.medication))
    .flatMap(({ value }) => wordings(valueConcept(value))[0] ?? []);
  return [...new Set(names)];
}

/** An older or plain word for the activity of an enzyme; `name`: that of the test. */
export function enzymeStated(value: Concept, gene: string, name: string): StatedPhenotype | null {
  if (value.codings.some(({ code }) => entryOf(PHENOTYPE_ANSWERS, code) !== undefined)) return null;
  const graded = wordings(value).map((written) => ({ written, term: enzymeGrade(written, gene, name) }));
  const [first] = graded;
  if (first === undefined || first.term === null || graded.some(({ term }) => term !== first.term)) return null;
  return { family: 'metabolizer', term: first.term, written: first.written };
}

/** G6PD goes by its own words ("Deficient", "Normal"). */
export function phenotypeOfGene(value: Concept, gene: string): StatedPhenotype | 'disagree' | null {
  if (gene !== 'G6PD') return phenotypeStated(value);
  for (const written of wordings(value)) {
    const found = g6pdInText(written);
    if (found !== null) return { ...found, written };
  }
  return null;
}
