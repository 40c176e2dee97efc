import { describe, expect, it } from 'vitest';
import { SERVICE_IDS } from '../config/service-ids.ts';
import { hasPgxElsewhere, isOpenTo, SERVICES } from './services.ts';

it('the services are those that a trust file may name', () => {
  expect(SERVICES.map(({ id }) => id).toSorted()).toEqual([...SERVICE_IDS].toSorted());
});

describe('services of an EHR', () => {
  it('all are open when none is named', () => {
    expect(SERVICES.every((service) => isOpenTo(service, {}))).toBe(true);
  });

  it.each<[string, readonly (typeof SERVICE_IDS)[number][] | undefined, boolean]>([
    ['nothing is named', undefined, false],
    ['only the oncology service is named', ['oncology-order-sign'], false],
    ['both order-sign services are named', ['oncology-order-sign', 'pgx-order-sign'], true],
    ['the pharmacogenomic service is named for selection only', ['oncology-order-sign', 'pgx-order-select'], false],
  ])('pharmacogenomic advice is left to its own service when %s: only if the EHR calls it too', (_name, services, expected) => {
    const ehr = services === undefined ? {} : { services };
    expect(hasPgxElsewhere({ id: 'oncology-order-sign' }, ehr)).toBe(expected);
    expect(hasPgxElsewhere({ id: 'pgx-order-sign' }, ehr)).toBe(false);
    expect(hasPgxElsewhere({ id: 'oncology-order-sign' }, undefined)).toBe(false);
  });
});
