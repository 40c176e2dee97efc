/** Sentences on what the present medication does to the genes of a drug: conversion by a published rule, or a warning in words. */
import type { GeneView } from '../gene-view.ts';
import type { AdvicePatient } from '../patient.ts';
import type { ActivePerpetrator } from '../../phenoconversion/perpetrators.ts';
import { lowerPhenotype } from './implication.ts';
import { listWords, sentence } from './words.ts';

/** The antidepressant guideline (CPIC 2023) states that no consensus on adjusting phenotypes exists for its drugs. */
const NO_CONSENSUS = new Set(['citalopram', 'escitalopram', 'sertraline', 'paroxetine', 'fluvoxamine', 'venlafaxine', 'vortioxetine']);

/** The US label of siponimod (sections 2 and 4) goes by the genotype: of two poor metabolizers one gets half the dose, and one none. */
function genotypeWanted(drug: string, views: readonly GeneView[]): string[] {
  const poor = views.some(
    ({ gene, phenotype, finding }) =>
      gene === 'CYP2C9' && /^poor metabolizer$/i.test(phenotype ?? '') && (finding?.result.diplotype ?? null) === null,
  );
  return drug === 'siponimod' && poor
    ? [
        sentence(
          'the US label goes by the genotype: *3/*3 is contraindicated, with *2/*3 the maintenance dose is 1 mg a day: look at the report for it',
        ),
      ]
    : [];
}

export function modifierSentences(patient: AdvicePatient, drug: string, views: readonly GeneView[]): string[] {
  return [...genotypeWanted(drug, views), ...enzymeSentences(patient, drug, views)];
}

function enzymeSentences(patient: AdvicePatient, drug: string, views: readonly GeneView[]): string[] {
  return views.flatMap((view) => {
    const held = view.state === 'not-tested' ? [] : heldSentences(patient, drug, view.gene);
    if (view.conversion !== undefined) return [convertedSentence(view, drug), ...held];
    const active = patient.perpetrators(view.gene, drug).filter(({ rule }) => rule.strength !== 'weak' && rule.factor === undefined);
    return active.length === 0 || view.state === 'not-tested' ? held : [qualitative(view.gene, active), ...held];
  });
}

/** What is on hold is likely to be begun again: it is named, and changes no advice. */
function heldSentences({ chart, index, perpetrators }: AdvicePatient, drug: string, gene: string): string[] {
  const active = new Set(perpetrators(gene, drug).map(({ rule }) => rule.drug));
  const held = chart.facts.medications.filter(
    ({ role, status, systemic }) => role === 'past' && status === 'on-hold' && systemic !== false,
  );
  const rules = index.knowledge.clinical.perpetrators.filter(
    (rule) => rule.gene === gene && rule.strength !== 'weak' && rule.drug !== drug,
  );
  const named = rules.filter(
    (rule) => !active.has(rule.drug) && held.some(({ ingredients }) => ingredients.some(({ name }) => name === rule.drug)),
  );
  return named.map((rule) =>
    sentence(
      `${rule.drug} is on hold; while it is taken it ${rule.strength === 'strong' ? 'strongly' : 'moderately'} ${rule.effect === 'inhibitor' ? 'inhibits' : 'induces'} ${gene}`,
    ),
  );
}

function convertedSentence(view: GeneView, drug: string): string {
  const { conversion, finding, gene } = view;
  if (conversion === undefined) return '';
  const before = finding?.result.phenotype ?? 'not readable';
  const stopped = conversion.by.every(({ exposure }) => exposure.stoppedDaysAgo !== undefined);
  const rule = NO_CONSENSUS.has(drug) ? '; for this drug group the guideline names no agreed rule, so judge with care' : '';
  return sentence(
    `${listWords(names(conversion.by))} ${conversion.by.length === 1 ? 'inhibits' : 'inhibit'} ${gene}: genotype ${lowerPhenotype(before)}, ` +
      `acts as ${lowerPhenotype(conversion.phenotype)} ${stopped ? 'for now' : 'while taken together'}${rule}`,
  );
}

/** Strength and direction only: no published rule turns them into a phenotype. */
export function qualitative(gene: string, active: readonly ActivePerpetrator[]): string {
  const parts = (['inhibitor', 'inducer'] as const).flatMap((effect) => {
    const some = active.filter(({ rule }) => rule.effect === effect);
    if (some.length === 0) return [];
    const strength = some.some(({ rule }) => rule.strength === 'strong') ? 'strongly' : 'moderately';
    const verb = effect === 'inhibitor' ? (some.length === 1 ? 'inhibits' : 'inhibit') : some.length === 1 ? 'induces' : 'induce';
    return [
      `${listWords(names(some))} ${strength} ${verb} ${gene}: real activity is likely ${effect === 'inhibitor' ? 'lower' : 'higher'} than the genotype says`,
    ];
  });
  return sentence(parts.join('; '));
}

function names(active: readonly ActivePerpetrator[]): string[] {
  return [
    ...new Set(
      active.map(({ rule, exposure: { draft, stoppedDaysAgo, lapsedOn } }) => {
        const since =
          stoppedDaysAgo === undefined ? '' : ` (stopped ${String(stoppedDaysAgo)} ${stoppedDaysAgo === 1 ? 'day' : 'days'} ago)`;
        const lapsed = lapsedOn === undefined ? '' : ` (prescription valid until ${lapsedOn.slice(0, 10)}: ask whether it is still taken)`;
        return `${draft ? 'the new order of ' : ''}${rule.drug}${since}${lapsed}`;
      }),
    ),
  ];
}
