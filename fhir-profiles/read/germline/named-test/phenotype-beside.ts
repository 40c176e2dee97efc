/**
 * What an Observation that holds a genotype says of the phenotype beside it: in its interpretation, in its own value, or in components. A phenotype
 * that contradicts the genotype must be told, so that it may not be passed over because a genotype was read.
 */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineResult } from '../../../facts.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { plainResult } from '../result/genotype.ts';
import { spelledOut } from './calls.ts';
import { activityScore } from './score.ts';
import { fits, phenotypeCall, phenotypeOfGene, type StatedPhenotype } from '../result/phenotype.ts';

/** Phenotypes and activity scores beside the genotypes of one gene that this Observation holds, each once. */
export function phenotypesBeside(view: ObservationView, genotypes: readonly GermlineResult[]): readonly GermlineResult[] {
  const here = genotypes.filter(({ source }) => source.reference === view.entry.reference);
  const [own, ...more] = new Set(here.map(({ gene }) => gene));
  if (own === undefined || more.length > 0) return [];
  const known = new Set(here.flatMap(({ call }) => (call.kind === 'phenotype' ? [call.term] : [])));
  const scored = here.some(({ call }) => call.kind === 'activity-score');
  const found: GermlineResult[] = [];
  for (const stated of [...inItsWords(view, own, here), ...inComponents(view, own)]) {
    const call = phenotypeCall(stated, own);
    if (call.kind !== 'phenotype' || known.has(call.term)) continue;
    known.add(call.term);
    found.push(plainResult(view, own, call, stated.written));
  }
  const score = scored ? undefined : scoreBeside(view);
  return score === undefined ? found : [...found, plainResult(view, own, { kind: 'activity-score', score }, score)];
}

/** "G6PD c.563C>T: Normal": the one change is not there, which says nothing of the enzyme. */
const onlyAbsent = ({ call }: GermlineResult): boolean => (call.kind === 'variant' || call.kind === 'allele-presence') && !call.present;

/** The interpretation, else the value itself where it is no answer to a change that the test names. */
function inItsWords(view: ObservationView, gene: string, read: readonly GermlineResult[]): StatedPhenotype[] {
  const answer = wordings(valueConcept(view.value)).every((said) => /^normal\.?$/i.test(said.trim())) && read.every(onlyAbsent);
  for (const value of answer ? view.interpretation : [...view.interpretation, valueConcept(view.value)]) {
    const found = phenotypeOfGene(value, gene);
    if (found !== null && found !== 'disagree' && fits(found, gene)) return [found];
  }
  return [];
}

/** Components of a genotype that are about alleles, changes, drugs or how it was tested. */
const OTHER_PARTS: readonly string[] = [
  COMPONENT.gene,
  COMPONENT.variation,
  COMPONENT.dbsnp,
  COMPONENT.genotype,
  COMPONENT.haplotype,
  COMPONENT.allelicState,
  COMPONENT.clinicalSignificance,
  COMPONENT.featureConsequence,
  COMPONENT.functionalEffect,
  COMPONENT.functionalAnnotation,
  COMPONENT.molecularConsequence,
  COMPONENT.medication,
  COMPONENT.regionDescription,
];

const OTHER_NAMES =
  /\b(?:allel\w*|haplotyp\w*|variant|strand|copy|copies|inhibit\w*|pheno-?conver\w*|adjusted|drugs?(?! metaboli)|medication|method|assay|limit\w*|reference|frequenc\w*|population|ancestry|ethnic\w*|relative|family|mother|father|parents?)\b/i;

const EFFECTS: readonly string[] = [
  COMPONENT.predictedImplication,
  COMPONENT.therapeuticImplication,
  OBSERVATION.drugMetabolism,
  OBSERVATION.transporterFunction,
];

/** A grade, not a sentence of advice. */
const LONGEST_GRADE = 60;

function inComponents(view: ObservationView, gene: string): StatedPhenotype[] {
  return view.components.flatMap((part): StatedPhenotype[] => {
    if (!mayState(part, gene)) return [];
    const names = wordings(part.code).join(' ');
    return [valueConcept(part.value), ...part.interpretation].flatMap((value) => {
      if (wordings(value).some((words) => words.length > LONGEST_GRADE)) return [];
      const found = phenotypeOfGene(spelledOut(value, names, gene), gene);
      return found !== null && found !== 'disagree' && fits(found, gene) && isOfTheGene(found, part, gene) ? [found] : [];
    });
  });
}

function mayState({ code, codes, value }: Component, gene: string): boolean {
  const names = wordings(code);
  if (OTHER_PARTS.some((other) => codes.has(other)) || names.some((name) => OTHER_NAMES.test(name))) return false;
  const genes = [...names, ...wordings(valueConcept(value))].flatMap(pgxGenesIn);
  return genes.every((named) => named === gene);
}

/** Names of parts that are about what the gene does as a whole. */
const OF_THE_WHOLE = /\b(?:pheno\w*|metaboli\w*|status|function|activity|interpretation|result|expression|suscepti\w*|risk)\b/i;

/** "Metabolizer" is said of nothing else; "function" and "normal" are said of alleles too, and need a name that is about the gene. */
function isOfTheGene({ family }: StatedPhenotype, { code, codes }: Component, gene: string): boolean {
  if (family === 'metabolizer' || family === 'expression' || family === 'susceptibility' || family === 'ototoxicity') return true;
  if (family === 'risk' || family === 'response' || family === 'undetermined') return false;
  const named = wordings(code).some((name) => OF_THE_WHOLE.test(name)) || EFFECTS.some((effect) => codes.has(effect));
  return named || (family === 'function' && pgxGene(gene)?.protein === 'transporter');
}

function scoreBeside({ components }: ObservationView): string | undefined {
  const part = components.find(({ code }) =>
    wordings(code).some((name) => /\bactivity (?:score|value)\b/i.test(name) && !OTHER_NAMES.test(name)),
  );
  return part === undefined ? undefined : (activityScore(part.value) ?? undefined);
}
