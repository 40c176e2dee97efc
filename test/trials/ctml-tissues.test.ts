/** Tissues of OncoTree, ranges of ages and of exons as match trees write them. Every patient is made up. */
import { describe, expect, it } from 'vitest';
import { ctmlReader } from '../../cds-service/knowledge/import/trials/ctml.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, protein, tumour } from '../oncology/facts.ts';
import { context, knowledge } from './knowledge.ts';

const ctml = ctmlReader(knowledge.oncology.genes, knowledge.vocabulary.tumours, '2026-11-21');
function verdict(type: string, match: Readonly<Record<string, unknown>>, variants: readonly ReturnType<typeof protein>[] = []) {
  const document = {
    protocol_no: '99-001',
    status: 'open to accrual',
    treatment_list: { step: [{ arm: [{ arm_code: 'A', arm_suspended: 'N', match: [match] }] }] },
  };
  const [one] = [...readTrials(document, '2026-11-21', ctml)];
  if (one === undefined || 'fault' in one) throw new Error(one?.fault ?? 'nothing read');
  const facts = patient({
    patient: { id: 'synthetic', ageYears: 60, birthDate: '1966-05-05', sex: 'female' },
    tumours: [tumour(type)],
    variants,
  });
  return explainTrial(facts, knowledge.oncology, compileTrial(one.record, context))?.verdict;
}
const ofType = (name: string) => ({ clinical: { oncotree_primary_diagnosis: name } });

describe('tissues of OncoTree in match trees', () => {
  it.each([
    ['CNS/Brain', 'GB', 'eligible'],
    ['CNS/Brain', 'ODG', 'eligible'],
    ['CNS/Brain', 'LUAD', 'ineligible'],
    ['!CNS/Brain', 'GB', 'ineligible'],
    ['!CNS/Brain', 'LUAD', 'eligible'],
    ['Skin', 'SKCM', 'eligible'],
    ['Skin', 'PRAD', 'ineligible'],
    ['Head and Neck', 'NPC', 'eligible'],
    ['Pleura', 'PLMESO', 'eligible'],
    ['Lung', 'LUAD', 'eligible'],
    // A disease, not the tissue: what the Disease Ontology says of it counts as well.
    ['Lung Cancer', 'PRAD', 'ineligible'],
  ])('%s for %s: %s', (name, type, expected) => {
    expect(verdict(type, ofType(name))).toBe(expected);
  });

  it.each([
    ['18-65', 'eligible'],
    ['61-80', 'ineligible'],
    ['>= 18 years', 'eligible'],
    ['< 18 years', 'ineligible'],
    ['young', 'possible'],
    ['80-18', 'ineligible'],
  ])('age %s: %s', (age, expected) => {
    expect(verdict('LUAD', { clinical: { age_numerical: age } })).toBe(expected);
  });

  it.each([
    ['18-21', 'eligible'],
    [19, 'eligible'],
    [[18, 19], 'eligible'],
    // Another exon than those listed is none of them.
    [[20, 21], 'possible'],
    ['20 to 21', 'possible'],
    ['21-18', 'possible'],
  ])('exon %s: %s', (exon, expected) => {
    const asked = { genomic: { hugo_symbol: 'EGFR', variant_category: 'Mutation', exon } };
    expect(verdict('LUAD', asked, [protein('EGFR', 'p.Glu746_Ala750del')])).toBe(expected);
  });
});
