/** The gene result as the report shows it: with what the present medication makes of it, before and after side by side. */
import type { GeneResult } from '../../report/types.ts';
import type { GeneFinding } from '../genes/types.ts';
import { contradiction } from './contradiction.ts';
import type { AdvicePatient } from './patient.ts';
import { qualitative } from './wording/modifiers.ts';

export function shownResult(patient: AdvicePatient, finding: GeneFinding): GeneResult {
  const { gene } = finding;
  // A result that contradicts itself has no phenotype of its own: the genotype, the word beside it and the note tell both.
  const result =
    contradiction(finding) === undefined
      ? finding.result
      : { ...finding.result, phenotype: null, activityScore: null, state: 'conflict' as const };
  const conversion = patient.conversion(gene);
  const active = patient.perpetrators(gene).filter(({ rule }) => rule.factor === undefined && rule.strength !== 'weak');
  const notes = active.length === 0 ? [] : [qualitative(gene, active)];
  if (conversion === undefined && notes.length === 0) return result;
  return {
    ...result,
    ...(conversion === undefined
      ? {}
      : { adjusted: { phenotype: conversion.phenotype, activityScore: conversion.activityScore, because: because(conversion) } }),
    ...(notes.length === 0 ? {} : { notes: [...(result.notes ?? []), ...notes] }),
  };
}

function because({ by }: NonNullable<ReturnType<AdvicePatient['conversion']>>): string[] {
  return by.map(({ rule, exposure }) => {
    const since = exposure.stoppedDaysAgo === undefined ? '' : `, stopped ${String(exposure.stoppedDaysAgo)} days ago`;
    return `${rule.drug} (${rule.strength} ${rule.gene} ${rule.effect}${exposure.draft ? ', being ordered' : ''}${since}; ${exposure.reference})`;
  });
}
