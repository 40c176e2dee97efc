/** Charts of any shape become transactions that Medplum takes: small, whole, and with every reference leading somewhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../ehr/chart-part.ts';
import { readCases, type SeedCase } from './cases.ts';
import { SEED_IDENTIFIER } from './marks.ts';
import { MOST_ENTRIES, planSeed, referencesIn, seedBundle } from './seed-plan.ts';

/** Observation n may refer to any earlier one, and all to the patient; given in any order. */
const charts = fc
  .array(fc.array(fc.nat(60), { maxLength: 4 }), { maxLength: 40 })
  .chain((links) =>
    fc
      .shuffledSubarray(
        links.map((_, index) => index),
        { minLength: links.length },
      )
      .map((order) => order.map((index) => observation(index, links[index] ?? []))),
  )
  .map((observations): SeedCase => ({ name: 'case', title: 'case', resources: [{ resourceType: 'Patient', id: 'p' }, ...observations] }));

function observation(index: number, links: readonly number[]): Json {
  const earlier = links.filter((target) => target < index).map((target) => ({ reference: `Observation/o${target}` }));
  return {
    resourceType: 'Observation',
    id: `o${index}`,
    subject: { reference: 'Patient/p' },
    derivedFrom: [...earlier, { reference: '#contained' }],
  };
}

/** Sends the chunks to a server that only gives out ids; returns what stands there. */
function upload(one: SeedCase): { sizes: number[]; resources: Map<string, Json> } {
  const ids = new Map<string, string>();
  const resources = new Map<string, Json>();
  const sizes: number[] = [];
  for (const chunk of planSeed(one)) {
    const entries = seedBundle(chunk, ids).entry as { fullUrl: string; resource: Json }[];
    sizes.push(entries.length);
    const urns = new Map(
      entries.map(({ fullUrl, resource }) => [fullUrl, `${String(resource.resourceType)}/server-${resources.size}-${fullUrl.slice(-12)}`]),
    );
    for (const { fullUrl, resource } of entries) {
      const text = JSON.stringify(resource).replaceAll(/urn:uuid:[0-9a-f-]{36}/g, (urn) => urns.get(urn) ?? urn);
      resources.set(urns.get(fullUrl) ?? '', JSON.parse(text) as Json);
    }
    for (const { key, fullUrl } of chunk) ids.set(key, urns.get(fullUrl) ?? '');
  }
  return { sizes, resources };
}

describe('planSeed', () => {
  it('any chart: at most eight entries each, every resource once, every reference leads to one of them', () => {
    fc.assert(
      fc.property(charts, (one) => {
        const { sizes, resources } = upload(one);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_ENTRIES);
        expect(resources.size).toBe(one.resources.length);
        for (const resource of resources.values())
          for (const reference of referencesIn(resource))
            expect(reference === '#contained' || resources.has(reference), reference).toBe(true);
      }),
    );
  });

  it('the same case is the same Bundle each time, its entries asked for by identifier first', () => {
    for (const one of readCases()) {
      const [first] = planSeed(one);
      expect(seedBundle(first ?? [], new Map())).toEqual(seedBundle(planSeed(one)[0] ?? [], new Map()));
      for (const { request, resource } of seedBundle(first ?? [], new Map()).entry as { request: Json; resource: Json }[]) {
        const identifier = (resource.identifier as { system: string; value: string }[]).find(({ system }) => system === SEED_IDENTIFIER);
        expect(request.ifNoneExist).toBe(`identifier=${encodeURIComponent(`${SEED_IDENTIFIER}|${identifier?.value ?? ''}`)}`);
        expect(resource).not.toHaveProperty('id');
      }
    }
  });

  it('a circle of references fits one Bundle or is refused by name', () => {
    const ring = (size: number): SeedCase => ({
      name: 'ring',
      title: 'ring',
      resources: Array.from({ length: size }, (_, index) => ({
        resourceType: 'Observation',
        id: `o${index}`,
        derivedFrom: [{ reference: `Observation/o${(index + 1) % size}` }],
      })),
    });
    expect(upload(ring(MOST_ENTRIES)).resources.size).toBe(MOST_ENTRIES);
    expect(() => planSeed(ring(MOST_ENTRIES + 1))).toThrow(/ring: Observation\/o\d and Observation\/o\d refer to each other/);
  });
});
