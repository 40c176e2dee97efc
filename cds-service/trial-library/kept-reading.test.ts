import { describe, expect, it } from 'vitest';
import { syntheticTrial } from '../../test/trials/criterion-table.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import type { TrialRecord } from '../knowledge/trials/types.ts';
import { packTrial, storedText } from './content.ts';
import { criteriaKept } from './kept-reading.ts';
import { trialReader } from './reader.ts';

const reader = trialReader(packageRoot(), 0);
const first: TrialRecord = {
  ...syntheticTrial({ eligibility: 'Inclusion Criteria:\n\n* ECOG performance status 0 or 1\n\nExclusion Criteria:\n\n* Pregnancy' }),
  minAge: 18,
};
const read = reader.compile(first);
const stored = { digest: reader.digest(first), content: storedText(packTrial(read)) };

describe('criteria that were read before', () => {
  it.each<readonly [string, Partial<TrialRecord>]>([
    ['status', { status: 'completed' }],
    ['sites', { sites: [{ city: 'Utrecht', country: 'Netherlands', status: 'recruiting' }] }],
    ['contacts, sponsor and address', { contacts: [{ phone: '1' }], sponsor: 'Another', url: 'https://registry.example/1' }],
    ['day of the record', { date: '2026-11-20' }],
  ])('stand where the registry changed the %s, as a new reading would make them', (_, change) => {
    const record = { ...first, ...change };
    expect(criteriaKept(record, stored, reader.digest)).toEqual(reader.compile(record).criteria);
  });

  it.each<readonly [string, Partial<TrialRecord>]>([
    ['eligibility text', { eligibility: first.eligibility.replace('0 or 1', '0 to 2') }],
    ['age limit', { minAge: 16 }],
    ['sex', { sex: 'female' }],
    ['title', { title: 'Another title' }],
    ['conditions', { conditions: ['Melanoma'] }],
    ['interventions', { interventions: ['osimertinib'] }],
    ['phase, of which a reader might make use', { phase: 'Phase 4' }],
    ['purpose', { purpose: 'screening' }],
    ['structured criteria', { structured: [{ text: 'Women', kind: 'inclusion', requirement: { kind: 'sex', sex: 'female' } }] }],
    ['coded names', { named: [{ of: 'biomarker', kind: 'inclusion', names: ['ALK Fusion'] }] }],
  ])('are read anew where the %s changed', (_, change) => {
    expect(criteriaKept({ ...first, ...change }, stored, reader.digest)).toBeNull();
  });

  it('are read anew where another reader made them, or where what is stored cannot be read', () => {
    expect(criteriaKept(first, { ...stored, digest: 'of another reader' }, reader.digest)).toBeNull();
    expect(criteriaKept(first, { ...stored, content: 'AAAA' }, reader.digest)).toBeNull();
    expect(criteriaKept(first, undefined, reader.digest)).toBeNull();
  });
});
