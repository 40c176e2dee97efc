/** What the other rooms name (inhibitors, alternatives, cautions, approvals, models) is known to the shipped drug table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RXNORM } from '../../fhir-profiles/codes/systems.ts';
import { INGREDIENT_IDS } from '../../cds-service/knowledge/import/drugs/ids.ts';
import { RXNORM_INGREDIENTS } from '../../cds-service/knowledge/import/oncology/rxnorm.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { ClinicalKnowledge } from '../../cds-service/knowledge/pgx/types.ts';
import { CHECKPOINT_INHIBITORS } from '../../fhir-profiles/codes/drug/anticancer.ts';
import { shippedTable } from './resolution.ts';

const table = shippedTable();
const stored = (name: string): unknown => JSON.parse(readFileSync(join(packageRoot(), 'cds-service', 'knowledge', 'data', name), 'utf8'));
const clinical = stored('pgx-clinical.json') as ClinicalKnowledge;
const approvals = stored('oncology-approvals.json') as { approvals: { drugs: string[] }[] };

describe('drugs that other rooms name', () => {
  it.each<[string, Iterable<string>]>([
    ['inhibitors and inducers', clinical.perpetrators.map(({ drug }) => drug)],
    ['alternatives', clinical.alternatives.flatMap(({ drug, options }) => [drug, ...options.map(({ name }) => name)])],
    ['cautions and tests before a first dose', [...clinical.cautions, ...clinical.preTests].map(({ drug }) => drug)],
    [
      'drugs that a caution forbids beside another',
      clinical.cautions.flatMap(({ when }) => (when.withDrug === undefined ? [] : [when.withDrug])),
    ],
    ['label positions', (clinical.labels ?? []).map(({ drug }) => drug)],
    ['approvals', approvals.approvals.flatMap(({ drugs }) => drugs)],
    ['checkpoint inhibitors', CHECKPOINT_INHIBITORS],
  ])('%s are recognised as one ingredient each', (_, names) => {
    const missed = [...new Set(names)].filter((name) => table.byText(name)?.ingredients.length !== 1);
    expect(missed).toEqual([]);
  });

  it('what stands in the clinical tables with an id is the same ingredient by that id', () => {
    const named = [
      ...clinical.perpetrators.map(({ drug, rxnorm }) => ({ name: drug, rxnorm })),
      ...clinical.alternatives.flatMap(({ options }) => options),
    ].filter(({ rxnorm }) => rxnorm !== '');
    expect(named.length).toBeGreaterThan(100);
    for (const { name, rxnorm } of named) {
      expect(table.byCode({ system: RXNORM, code: rxnorm })?.ingredients, name).toEqual(table.byText(name)?.ingredients);
    }
  });

  it.each([
    ['prasugrel', '613391'],
    ['ticagrelor', '1116632'],
    ['ritonavir', '85762'],
    ['nelfinavir', '134527'],
    ['vemurafenib', '1147220'],
  ])('an order for %s is recognised by its RxNorm ingredient id', (name, code) => {
    expect(table.byCode({ system: RXNORM, code })?.ingredients).toMatchObject([{ name }]);
  });

  it('an alternative to clopidogrel carries its id', () => {
    const options = clinical.alternatives.filter(({ drug }) => drug === 'clopidogrel').flatMap((row) => row.options);
    expect(options.map(({ rxnorm }) => rxnorm)).toEqual(expect.arrayContaining(['613391', '1116632']));
  });
});

describe('sourced ingredient ids', () => {
  const ids = Object.entries({ ...RXNORM_INGREDIENTS, ...INGREDIENT_IDS });
  it('no two drugs share one, and each leads to its drug alone', () => {
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
    for (const [name, id] of ids) {
      expect(
        table.byCode({ system: RXNORM, code: id })?.ingredients.map((each) => each.name),
        name,
      ).toEqual([name]);
    }
  });
});

describe('orders that were unknown', () => {
  it.each([
    ['cinacalcet 30 mg tablet', 'cinacalcet'],
    ['telithromycin 400 MG Oral Tablet', 'telithromycin'],
    ['Bosentan 125 mg PO BID', 'bosentan'],
    ['CONIVAPTAN 20 mg IV', 'conivaptan'],
    ['etravirine 200 MG Oral Tablet', 'etravirine'],
    ['lorcaserin 10 mg tab', 'lorcaserin'],
    ['rimegepant 75 mg ODT', 'rimegepant'],
    ['dofetilide 250 mcg capsule', 'dofetilide'],
  ])('%s', (text, name) => {
    expect(table.byText(text)?.ingredients).toMatchObject([{ name }]);
  });
});
