/** Resources of the call: whose they are, how they are written, whether they can be used. */
import {
  call,
  inPrefetch,
  of,
  order,
  ordersOf,
  result,
  RXNORM,
  searchset,
  SERVER,
  withOrder,
  without,
  type Json,
  type RequestCase,
} from './call.ts';

export const RESOURCE_CASES: readonly RequestCase[] = [
  of(
    'resource.other-patient',
    'the only order',
    withOrder({ subject: { reference: 'Patient/p2' } }),
    '$.context.draftOrders.entry[0].resource.subject',
    'said',
  ),
  of(
    'resource.other-patient',
    'one order of two',
    ordersOf(
      order({ medicationCodeableConcept: { text: 'lisinopril 10 mg' } }),
      order({ id: 'order-2', subject: { reference: 'Patient/p2' } }),
    ),
    '$.context.draftOrders.entry[1].resource.subject',
    'said',
  ),
  of(
    'resource.other-patient',
    'a result',
    inPrefetch({ genomics: searchset(result({ subject: { reference: `${SERVER}/Patient/p2` } })) }),
    '$.prefetch.genomics.entry[0].resource.subject',
    'said',
  ),
  of(
    'resource.other-patient',
    'the patient',
    inPrefetch({ patient: { resourceType: 'Patient', id: 'p2' } }),
    '$.prefetch.patient.id',
    'refused',
  ),
  of(
    'resource.other-patient',
    'the patient, where the selected order bears no name',
    {
      ...inPrefetch({ patient: { resourceType: 'Patient', id: 'p2' } }),
      hook: 'order-select',
      context: {
        ...(call('order-select')['context'] as Json),
        draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: without(order(), 'id') }] },
      },
    },
    '$.prefetch.patient.id',
    'refused',
    'order-select',
  ),
  of('resource.no-subject', 'an order', ordersOf(without(order(), 'subject')), '$.context.draftOrders.entry[0].resource.subject', 'used'),
  of(
    'resource.dstu2-patient',
    'patient in place of subject',
    ordersOf({ ...without(order(), 'subject'), patient: { reference: 'Patient/p1' } }),
    '$.context.draftOrders.entry[0].resource.patient',
    'used',
  ),
  of(
    'resource.category-object',
    'one category',
    inPrefetch({ genomics: searchset(result({ category: { text: 'Laboratory' } })) }),
    '$.prefetch.genomics.entry[0].resource.category',
    'used',
  ),
  of(
    'resource.status-word',
    'a condition of STU3',
    inPrefetch({
      conditions: searchset({
        resourceType: 'Condition',
        id: 'c',
        subject: { reference: 'Patient/p1' },
        clinicalStatus: 'active',
        code: { text: 'x' },
      }),
    }),
    '$.prefetch.conditions.entry[0].resource.clinicalStatus',
    'used',
  ),
  of(
    'resource.r5',
    'medication of R5',
    ordersOf({
      ...without(order(), 'medicationCodeableConcept'),
      medication: { concept: { coding: [{ system: RXNORM, code: '32968' }] } },
    }),
    '$.context.draftOrders.entry[0].resource.medication',
    'used',
  ),
  of('resource.status-missing', 'an order', ordersOf(without(order(), 'status')), '$.context.draftOrders.entry[0].resource.status', 'used'),
  of(
    'resource.status-missing',
    'a result',
    inPrefetch({ genomics: searchset(without(result(), 'status')) }),
    '$.prefetch.genomics.entry[0].resource.status',
    'ignored',
  ),
];
