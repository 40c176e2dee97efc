/** What stands inside orders, forms and sequences adds to a call: bounded, quick, and told where it is not read. */
import { describe, expect, it } from 'vitest';
import { openIntake } from '../../fhir-profiles/read/open-intake.ts';
import { readDraftOrders } from '../../cds-service/hooks/draft-orders.ts';
import type { HookRequest } from '../../cds-service/hooks/hook-request.ts';

const subject = { reference: 'Patient/p1' };
const order = { resourceType: 'MedicationRequest', status: 'draft', subject, medicationCodeableConcept: { text: 'clopidogrel' } };
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);
const bundleOf = (...resources: readonly unknown[]) => ({
  resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })),
}); // prettier-ignore
const signed = (...resources: readonly unknown[]) => {
  const request: HookRequest = {
    hook: 'order-sign', hookInstance: 'i', patientId: 'p1', draftOrders: bundleOf(...resources), prefetch: {}, looksLikeEpic: false,
  }; // prettier-ignore
  return readDraftOrders(request);
};
const within = (depth: number): unknown => (depth === 0 ? order : bundleOf(within(depth - 1)));

describe('orders inside orders', () => {
  it('Bundles are opened to a depth; what lies deeper is told', () => {
    expect(signed(within(2)).concerned).toHaveLength(1);
    expect([signed(within(30)).concerned, signed(within(30)).notRead]).toEqual([[], 1]);
  });

  it('no more than a call may hold itself are taken, and the others are told', () => {
    const read = signed(...many(50, bundleOf(...many(60, order))));
    expect([read.resources.length, read.notRead]).toEqual([2_000, 1_000]);
  });

  it('a plan of very many steps is a plan of a few', () => {
    const step = { detail: { status: 'scheduled', productCodeableConcept: { text: 'clopidogrel' } } };
    expect(signed({ resourceType: 'CarePlan', subject, activity: many(20_000, step) }).resources.length).toBeLessThanOrEqual(200);
  });
});

describe('results inside records', () => {
  const entriesOf = (resource: object) => openIntake(resource, 'p1').intake.resources.length;
  const variants = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ start: at, end: at + 1, observedAllele: 'T', referenceAllele: 'C' }));
  const sequence = (count: number) => ({
    resourceType: 'MolecularSequence',
    id: 's',
    type: 'dna',
    coordinateSystem: 0,
    patient: subject,
    variant: variants(count),
  });

  it('a genome is no list of findings', () => {
    expect([entriesOf(sequence(100)), entriesOf(sequence(20_000))]).toEqual([101, 1]);
  });

  it('a form that is deep, or very long, ends', () => {
    let item: object = { linkId: 'x', text: 'CYP2C19 genotype', answer: [{ valueString: '*2/*2' }] };
    for (let depth = 0; depth < 60; depth += 1) item = { linkId: 'g', text: 'Group', item: [item] };
    const form = (items: readonly object[]) => ({
      resourceType: 'QuestionnaireResponse',
      id: 'q',
      status: 'completed',
      subject,
      item: items,
    });
    expect(entriesOf(form([item]))).toBe(1);
    const answered = { linkId: '1', text: 'CYP2C19 genotype', answer: [{ valueString: '*2/*2' }] };
    expect(entriesOf(form(many(10_000, answered)))).toBeLessThanOrEqual(1_001);
  });
});
