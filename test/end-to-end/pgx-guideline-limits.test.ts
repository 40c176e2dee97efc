/** The limits that CPIC puts to its own advice are said as it puts them (rows as of 2024-05; hydralazine 2026): at which dose, how firmly, and why. */
import { describe, expect, it } from 'vitest';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';

const knowledge = loadKnowledge();
const subject = { reference: 'Patient/p' };

function adviceOn(drug: string, gene: string, phenotype: string) {
  const report = interpret(
    {
      resources: [
        { resourceType: 'Patient', id: 'p', birthDate: '1975-01-01' },
        { resourceType: 'Observation', id: 'o', status: 'final', subject, code: { text: `${gene} phenotype` }, valueString: phenotype },
        {
          resourceType: 'MedicationRequest',
          id: 'd',
          status: 'draft',
          intent: 'order',
          subject,
          medicationCodeableConcept: { text: drug },
        },
      ],
      asOf: '2026-11-21',
    },
    knowledge,
  );
  const [advice] = report.pgx.drugs.filter(({ drug: { name } }) => name === drug);
  return `${advice?.implication ?? ''} ${advice?.text ?? ''}`;
}

describe('limits of an advice', () => {
  it.each<[string, string, string, string, RegExp, RegExp | null]>([
    ['myopathy at the capped dose itself', 'atorvastatin', 'SLCO1B1', 'Decreased Function', /particular care at 40 mg a day and above/, null],
    ['myopathy above the capped dose', 'pravastatin', 'SLCO1B1', 'Decreased Function', /particular care above 40 mg a day/, null],
    ['enzyme activity where it has to be known', 'nitrofurantoin', 'G6PD', 'Variable', /where the G6PD status has to be known before nitrofurantoin/i, /question has to be settled/],
    ['enzyme activity before a drug of high risk', 'rasburicase', 'G6PD', 'Variable', /question has to be settled by a further test/, null],
    ['another drug above all where jaundice matters', 'atazanavir', 'UGT1A1', 'Poor Metabolizer', /above all where jaundice would be of concern/, null],
    ['a usual start is not explained by slow breakdown', 'hydralazine', 'NAT2', 'Intermediate Metabolizer', /at least 75 mg a day/, /more slowly/],
    ['a low start is', 'hydralazine', 'NAT2', 'Poor Metabolizer', /broken down more slowly/, null],
  ])('%s', (_, drug, gene, phenotype, said, never) => {
    const text = adviceOn(drug, gene, phenotype);
    expect(text).toMatch(said);
    if (never !== null) expect(text).not.toMatch(never);
  }); // prettier-ignore
});
