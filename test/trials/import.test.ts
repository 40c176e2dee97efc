import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ctmlReader } from '../../cds-service/knowledge/import/trials/ctml.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

const study = (nctId: string, eligibilityCriteria = 'Inclusion Criteria:\n\n* KRAS G12C mutation') => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle: 'Synthetic' },
    statusModule: { overallStatus: 'RECRUITING' },
    designModule: { phases: ['PHASE1', 'PHASE2'] },
    eligibilityModule: { eligibilityCriteria, minimumAge: '6 Months', sex: 'ALL' },
  },
});
const ctml = ctmlReader(knowledge.oncology.genes, knowledge.vocabulary.tumours, '2026-11-21');
const records = (document: unknown) => [...readTrials(document, '2026-11-21', ctml)];

describe('records', () => {
  it('reads the older full-study shape as the newer one', () => {
    const older = {
      Study: {
        ProtocolSection: {
          IdentificationModule: { NCTId: 'NCT00000004', BriefTitle: 'Older' },
          StatusModule: { OverallStatus: 'Recruiting' },
          ConditionsModule: { ConditionList: { Condition: ['Melanoma'] } },
          DesignModule: { PhaseList: { Phase: ['Phase 2'] } },
          EligibilityModule: { EligibilityCriteria: 'Inclusion Criteria:', Gender: 'Female', MinimumAge: '18 Years' },
        },
      },
    };
    expect(records(older)[0]).toMatchObject({
      record: { nctId: 'NCT00000004', conditions: ['Melanoma'], phase: 'Phase 2', status: 'recruiting', sex: 'female', minAge: 18 },
    });
  });
  it('reads months as parts of a year and two phases as both', () => {
    expect(records(study('NCT00000005'))[0]).toMatchObject({ record: { minAge: 0.5, phase: 'Phase 1/Phase 2' } });
  });
});

describe('CTML', () => {
  const trial = (match: readonly object[], suspended = 'N') => ({
    protocol_no: '99-001',
    status: 'open to accrual',
    treatment_list: { step: [{ arm: [{ arm_suspended: suspended, dose_level: [], match }] }] },
  });
  const verdict = (match: readonly object[], who: keyof typeof PATIENTS) => {
    const [one] = records(trial(match));
    return one && 'record' in one ? explainTrial(PATIENTS[who], knowledge.oncology, compileTrial(one.record, context))?.verdict : 'unread';
  };
  const solid = { clinical: { oncotree_primary_diagnosis: '_SOLID_', age_numerical: '>=18' } };
  it.each([
    ['codon wildcard', [{ genomic: { hugo_symbol: 'BRAF', wildcard_protein_change: 'p.V600' } }], 'melanoma', 'eligible'],
    ['exact change', [{ and: [{ genomic: { hugo_symbol: 'KRAS', protein_change: 'p.G12C' } }, solid] }], 'lung', 'eligible'],
    ['turned around', [{ genomic: { hugo_symbol: 'KRAS', protein_change: '!p.G12C' } }], 'lung', 'ineligible'],
    ['wrong age', [{ and: [{ genomic: { hugo_symbol: 'BRAF', protein_change: 'p.V600E' } }, solid] }], 'melanoma', 'ineligible'],
    ['not tested', [{ genomic: { hugo_symbol: 'RET', variant_category: 'Structural Variation' } }], 'lung', 'possible'],
    ['a type above', [{ clinical: { oncotree_primary_diagnosis: 'Non-Small Cell Lung Cancer' } }], 'lung', 'eligible'],
    ['liquid', [{ clinical: { oncotree_primary_diagnosis: '_LIQUID_' } }], 'lung', 'ineligible'],
    [
      'one of two',
      [
        {
          or: [
            { genomic: { hugo_symbol: 'EGFR', variant_category: 'Mutation' } },
            { genomic: { hugo_symbol: 'KRAS', variant_category: 'Mutation' } },
          ],
        },
      ],
      'lung',
      'eligible',
    ],
    ['MSI-H', [{ genomic: { ms_status: 'MSI-H' } }], 'colon', 'eligible'],
    ['TMB', [{ clinical: { tmb_numerical: '>=10' } }], 'lung', 'eligible'],
    ['a signature', [{ genomic: { pole_signature: 'Yes' } }], 'colon', 'possible'],
  ] as const)('%s', (_, match, who, expected) => expect(verdict(match, who)).toBe(expected));
  it('is closed when every arm is', () => {
    expect(records(trial([{ clinical: { gender: 'Male' } }], 'Y'))[0]).toMatchObject({ record: { status: 'active-not-recruiting' } });
  });
});

const reference = join(packageRoot(), '..', 'shared', 'reference', 'trials');
describe.skipIf(!existsSync(reference))('the reference trials (SKIPPED where they are not)', () => {
  it('loses no record of the snapshot', () => {
    const lines = readFileSync(join(reference, 'ctgov_oncology_2026-01.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const read = lines.flatMap((line) => records(JSON.parse(line)));
    expect(read).toHaveLength(lines.length);
    expect(read.filter((one) => 'fault' in one)).toEqual([]);
    const ids = new Set(read.map((one) => ('record' in one ? one.record.nctId : '')));
    expect(ids.size).toBe(lines.length);
    for (const one of read)
      if ('record' in one) expect(compileTrial(one.record, context).criteria.length, one.record.nctId).toBeGreaterThan(0);
  }, 300_000);
  it('reads every other registry’s records', () => {
    const files = ['ctml_avera', 'ctml', 'mcode', '.'].flatMap((name) =>
      readdirSync(join(reference, name)).map((file) => join(reference, name, file)),
    );
    const wanted = files.filter((file) =>
      /\/(?:0\d\.full|trials__11-11|trials__trials|trials__two|integration_trials|yaml__|researchstudy_|nci_cts|ctgov_v2_record)[^/]*\.(?:json|yaml)$/.test(
        file,
      ),
    );
    expect(wanted.length).toBeGreaterThan(25);
    for (const file of wanted) {
      const text = readFileSync(file, 'utf8');
      const documents: unknown[] = file.endsWith('.yaml')
        ? parseAllDocuments(text).map((document) => document.toJS() as unknown)
        : parsed(text);
      expect(documents.flatMap(records).filter((one) => 'record' in one).length, file).toBeGreaterThan(0);
    }
  });
});
function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  }
}
