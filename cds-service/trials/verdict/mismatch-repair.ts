/** Mismatch repair: stainings and microsatellites answer the same question; where they contradict each other nothing is settled. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { evaluateProfile } from '../../oncology/index.ts';
import type { TrialPatient } from '../patient.ts';
import { no, unknown, yes, type Answer } from './answer.ts';

export function hasMismatchRepair({ deficient }: Extract<Requirement, { kind: 'mismatch-repair' }>, patient: TrialPatient): Answer {
  const [high, low] = [
    { marker: 'MSI', status: 'high', words: 'MSI high' },
    { marker: 'MMR', status: 'deficient', words: 'MMR deficient' },
  ].map(({ marker, status, words }) => ({
    words,
    opposite: marker === 'MSI' ? 'MSI stable' : 'MMR proficient',
    verdict: evaluateProfile({ kind: 'marker', marker, status, method: null, min: null }, patient.oncology),
  }));
  const told = [high, low].filter((one) => one !== undefined).filter(({ verdict }) => verdict.verdict !== 'unknown');
  const verdicts = new Set(told.map(({ verdict }) => verdict.verdict));
  const days = [...new Set(told.flatMap(({ verdict }) => verdict.references.map((reference) => patient.dates.get(reference))))].filter((day) => day !== undefined).sort(); // prettier-ignore
  const said = `${told.map(({ words, opposite, verdict }) => (verdict.verdict === 'yes' ? words : opposite)).join(', ')}${days.length === 0 ? '' : ` (${days.join(', ')})`}`;
  if (verdicts.size > 1) return unknown(`${said}: results disagree`, 'MSI result');
  if (verdicts.size === 0) return unknown('mismatch repair is not recorded', 'MSI or MMR result');
  return verdicts.has(deficient ? 'yes' : 'no') ? yes(said) : no(said);
}
