/**
 * Who never had a virus, by the tests of recent months. Hepatitis B: surface antigen and core antibody both negative, never infected (CDC, STI Treatment
 * Guidelines 2021, table 5, after MMWR Recomm Rep 2018;67 RR-1); the surface antigen alone leaves past and low-level infection open. Hepatitis C
 * and HIV: the antibody test negative. A problem list or another result that names the virus keeps the question open.
 */
import type { LabFact } from '../../../fhir-profiles/index.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, no, type Answer } from './answer.ts';
import { SEROLOGY } from './freshness.ts';
import { latestOf } from './laboratory.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

interface Virus {
  /** Tests that must all be negative. */
  readonly negative: readonly LabFact['kind'][];
  /** Tests of which none may be positive. */
  readonly others: readonly LabFact['kind'][];
  readonly named: RegExp;
}

const VIRUSES: Readonly<Record<string, Virus>> = {
  'HIV infection': { negative: ['HIV'], others: [], named: /\bHIV\b|immunodeficiency virus|\bAIDS\b/i },
  'hepatitis B': { negative: ['HBsAg', 'anti-HBc'], others: ['HBV-DNA'], named: /hepatitis b\b|\bHBV\b|\bHBsAg\b/i },
  'hepatitis C': { negative: ['HCV-Ab'], others: ['HCV-RNA'], named: /hepatitis c\b|\bHCV\b/i },
};

/** Null: not a virus, not tested in time, or something speaks for an infection. */
export function neverInfected(name: string, { facts }: Pick<TrialPatient, 'facts'>): Answer | null {
  const virus = entryOf(VIRUSES, name);
  if (virus === undefined || facts.conditions.some(({ text }) => virus.named.test(text))) return null;
  const results = virus.negative.map((kind) => negativeOf(kind, facts));
  // A positive result of any day, and two of one day that disagree, keep it open.
  const kinds = [...virus.negative, ...virus.others];
  if (facts.labs.some(({ kind, value }) => kinds.includes(kind) && value === 'positive')) return null;
  return results.every((said) => said !== null) ? no(results.join(', ')) : null;
}

function negativeOf(kind: string, { labs, asOf }: TrialPatient['facts']): string | null {
  const latest = latestOf(labs, kind, asOf);
  if (latest === null || latest === 'conflict' || latest.value !== 'negative') return null;
  const day = latest.date ?? latest.source.issued;
  const age = daysBetween(day, asOf);
  return age === null || age < 0 || age > SEROLOGY ? null : dated(`${kind} negative`, day);
}
