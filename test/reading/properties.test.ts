/** What must hold for every input: order does not matter, nothing is changed, nothing throws, and what is taken away never adds a result. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bundle,
  component,
  condition,
  gene,
  genotype,
  loinc,
  observation,
  patient,
  tbd,
  variant,
  words,
  type Resource,
} from './resources.ts';
import { summary } from './summary.ts';
import { read } from './vocabulary.ts';
import { processorTime } from '../cost.ts';

const chart: readonly Resource[] = [
  patient,
  genotype('g1', 'CYP2C19 *2/*2', { component: [gene('HGNC:2621', 'CYP2C19')], derivedFrom: [{ reference: 'Observation/h1' }] }),
  observation('h1', loinc('84414-2'), { valueCodeableConcept: words('*2'), component: [gene('HGNC:2621', 'CYP2C19')] }),
  observation('i1', tbd('therapeutic-implication'), {
    derivedFrom: [{ reference: 'Observation/g1' }],
    component: [component(tbd('predicted-therapeutic-implication'), { valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer') })],
  }),
  observation('hla', words('HLA-B*57:01'), { valueString: 'Negative' }),
  variant('v1', [
    gene('HGNC:3236', 'EGFR'),
    component(loinc('48005-3'), { valueCodeableConcept: words('p.Leu858Arg') }),
    component(loinc('48002-0'), { valueCodeableConcept: loinc('LA6684-0') }),
  ]),
  variant('v2', [gene('HGNC:3012', 'DPYD'), component(loinc('48004-6'), { valueCodeableConcept: words('c.1905+1G>A') })]),
  observation('b1', loinc('94076-7'), { valueQuantity: { value: 14 } }),
  observation('e1', loinc('89247-1'), { valueInteger: 1 }),
  condition('c1', words('Lung adenocarcinoma'), { stage: [{ summary: words('IV') }] }),
  condition('c2', words('CYP2B6 Poor Metabolizer'), { category: [{ coding: [{ code: 'genomics' }] }] }),
  {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    code: loinc('51969-4'),
    subject: { reference: 'Patient/p1' },
    contained: [genotype('inner', 'CYP2D6 *4/*4')],
    conclusion: 'TPMT *1/*3A was found.',
  },
];

/** Shared examples too, where they are; our own chart always. */
const FOLDER = new URL('../../../shared/reference/fhir/examples/', import.meta.url);
const inputs: readonly unknown[] = [
  bundle(...chart),
  ...(existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => /pgxexample|hlabundle|somsv|ctma1|mtb1|findhap/.test(name))
        .map((name): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
    : []),
];

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

const record = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

describe('order', () => {
  it('shuffled entries give the same facts and warnings', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...chart], { minLength: chart.length }), (shuffled) => {
        expect(read(bundle(...shuffled))).toEqual(read(bundle(...chart)));
      }),
      { numRuns: 60 },
    );
  });

  it('nesting in Bundles, arrays or Parameters makes no difference', () => {
    const expected = summary(read(bundle(...chart)).facts);
    const wrapped: readonly unknown[] = [
      chart,
      [bundle(...chart)],
      bundle(bundle(...chart)),
      {
        resourceType: 'Bundle',
        entry: chart.map((resource) => ({
          fullUrl: `https://x.example/${String(resource['resourceType'])}/${String(resource['id'])}`,
          resource,
        })),
      },
      { resourceType: 'Parameters', parameter: chart.map((resource) => ({ name: 'return', resource })) },
    ];
    for (const input of wrapped) expect(summary(read(input).facts)).toEqual(expected);
  });
});

describe('input', () => {
  it('is never changed', () => {
    for (const input of inputs) expect(() => read(deepFreeze(structuredClone(input)))).not.toThrow();
  });
});

/** All paths to values inside a JSON value. */
function paths(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => [[...path, at], ...paths(item, [...path, at])]);
  if (record(value)) return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...paths(item, [...path, key])]);
  return [];
}

function changed(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
  const copy = structuredClone(value);
  let at: unknown = copy;
  for (const step of path.slice(0, -1)) at = (at as Record<string | number, unknown>)[step];
  const last = path.at(-1) ?? '';
  if (replacement === undefined) {
    if (Array.isArray(at)) at.splice(Number(last), 1);
    else delete (at as Record<string | number, unknown>)[last];
  } else (at as Record<string | number, unknown>)[last] = replacement;
  return copy;
}

const whole = bundle(...chart);
const allPaths = paths(whole);
/** Every gene that is named anywhere in the chart: no other may ever be reported. */
const GENES = new Set(['CYP2C19', 'CYP2D6', 'CYP2B6', 'TPMT', 'DPYD', 'EGFR', 'HLA-B']);

describe('damage', () => {
  it('a removed element never throws and never invents a diplotype, a gene or a present allele', () => {
    const diplotypes = new Set(summary(read(whole).facts).germline);
    fc.assert(
      fc.property(fc.constantFrom(...allPaths), fc.constantFrom(...allPaths), (first, second) => {
        const once = changed(whole, first, undefined);
        let twice: unknown;
        try {
          twice = changed(once, second, undefined);
        } catch {
          twice = once;
        }
        const { facts } = read(twice);
        for (const { gene: symbol, call } of facts.germline) {
          expect(GENES).toContain(symbol);
          if (call.kind === 'diplotype') expect([...diplotypes].some((line) => line.startsWith(`${symbol} *`))).toBe(true);
          if (call.kind === 'allele-presence') expect(call.present).toBe(false);
        }
        for (const { genes } of facts.variants) for (const symbol of genes) expect(GENES).toContain(symbol);
      }),
      { numRuns: 400 },
    );
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '*'.repeat(5000),
      '(*1/*2)x'.repeat(400),
      'c.'.repeat(2000),
      'p.(((((',
      'HLA-'.repeat(500),
      '\u0000\uD800',
      'EGFR '.repeat(800),
      '1/'.repeat(3000),
    ),
    fc.constantFrom<unknown>(
      null,
      0,
      -1,
      Number.MAX_SAFE_INTEGER,
      true,
      [],
      {},
      [[[]]],
      { coding: 'x' },
      { coding: [null, 3, { code: 5 }] },
    ),
    fc.jsonValue(),
  );

  it('any value anywhere never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allPaths), hostile, (path, value) => {
        expect(() => read(changed(whole, path, value))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('any text as a result is read in no time and gives no diplotype that is not written there', () => {
    fc.assert(
      fc.property(
        hostile.filter((value) => typeof value === 'string'),
        (value) => {
          const text = String(value);
          const chart = bundle(patient, genotype('g', text, { component: [gene('HGNC:2621', 'CYP2C19')] }));
          expect(processorTime(2000, () => void read(chart))).toBeLessThan(2000);
          const { facts } = read(chart);
          if (!/\*\s*\d|wild|wt/i.test(text.normalize('NFKC')))
            expect(facts.germline.filter(({ call }) => call.kind === 'diplotype')).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('depth is bounded', () => {
    let deep: unknown = genotype('g', '*2/*2');
    for (let at = 0; at < 5000; at += 1) deep = { resourceType: 'Bundle', entry: [{ resource: deep }] };
    expect(() => read(deep)).not.toThrow();
    let nested: Record<string, unknown> = {};
    for (let at = 0; at < 5000; at += 1) nested = { extension: [nested] };
    expect(() =>
      read([
        { resourceType: 'Observation', ...nested },
        { resourceType: 'Observation', id: 'a', ...nested },
        { resourceType: 'Observation', id: 'a', code: {}, ...nested },
      ]),
    ).not.toThrow();
    let parts: Record<string, unknown> = { name: 'x' };
    for (let at = 0; at < 5000; at += 1) parts = { name: 'x', part: [parts] };
    expect(() => read({ resourceType: 'Parameters', parameter: [parts] })).not.toThrow();
  });

  it('circles of references end', () => {
    const a = genotype('a', '*1/*2', { derivedFrom: [{ reference: 'Observation/b' }], hasMember: [{ reference: 'Observation/a' }] });
    const b = genotype('b', '*1/*3', { derivedFrom: [{ reference: 'Observation/a' }] });
    expect(() => read(bundle(patient, a, b))).not.toThrow();
  });
});
