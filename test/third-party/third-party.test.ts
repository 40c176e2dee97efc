/**
 * Charts in the shapes of public exporters, guides, registers and laboratories: chart → report → cards, by the door of the service. What is
 * expected is what is clinically right. A case that does not hold yet says so (`open`) and fails here as soon as it holds.
 */
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { faultsOf } from './ask.ts';
import { FAMILIES } from './families/index.ts';
import { unknownKinds } from './judge.ts';

const clinic = await loadClinic();

describe.each(FAMILIES)('$source', ({ cases }) => {
  it.each(cases)('$name', async (one) => {
    const faults = await faultsOf(one, clinic);
    if (one.open === undefined) expect(faults).toEqual([]);
    else expect(faults, `holds now: take "open" away (${one.open})`).not.toEqual([]);
  });
});

describe('the suite', () => {
  it('names every source and every case once', () => {
    expect(new Set(FAMILIES.map(({ source }) => source)).size).toBe(FAMILIES.length);
    const names = FAMILIES.flatMap(({ source, cases }) => cases.map(({ name }) => `${source}: ${name}`));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('expects something of every case', () => {
    const idle = FAMILIES.flatMap(({ cases }) => cases).filter(({ orders, coded, tumour, stage, finds, warns, opening }) =>
      [orders, coded, tumour, stage, finds, warns, opening].every((part) => part === undefined),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('knows every outcome it expects', () => {
    const outcomes = FAMILIES.flatMap(({ cases }) => cases).flatMap(({ orders = {}, coded = [] }) => [
      ...Object.values(orders),
      ...coded.map(([, outcome]) => outcome),
    ]);
    expect(outcomes.flatMap(unknownKinds)).toEqual([]);
  });
});
