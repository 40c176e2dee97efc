/** A decision as a FHIR R4 AuditEvent: who asked what when, with which knowledge; patient and user by keyed hash only. */
import type { DecisionRecord } from './types.ts';

const AUDIT_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-event-type';
const OBJECT_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const OBJECT_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';
const RESTFUL = 'http://hl7.org/fhir/restful-interaction';
const PATIENT_HASH = 'https://genehook.org/patient-hash';
const USER_HASH = 'https://genehook.org/user-hash';
const DECISION = 'https://genehook.org/decision';

export function toAuditEvent(record: DecisionRecord): object {
  const rules = [...new Set(record.cards.flatMap(({ ruleIds }) => ruleIds))];
  const detail = [
    { type: 'facts-hash', valueString: record.factsHash },
    { type: 'input-hash', valueString: record.inputHash },
    { type: 'cards-hash', valueString: record.cardsHash },
    ...record.knowledge.map(({ id, version }) => ({ type: `knowledge:${id}`, valueString: version })),
    ...record.models.map(({ id, version }) => ({ type: `model:${id}`, valueString: version })),
    ...rules.map((rule) => ({ type: 'rule', valueString: rule })),
  ].filter(({ valueString }) => valueString !== '');
  return {
    resourceType: 'AuditEvent',
    id: record.id,
    type: { system: AUDIT_TYPE, code: 'rest', display: 'RESTful Operation' },
    subtype: [{ system: RESTFUL, code: 'operation', display: record.service }],
    action: 'E',
    recorded: record.at,
    outcome: '0',
    agent: [
      ...(record.user === undefined ? [] : [{ who: { identifier: { system: USER_HASH, value: record.user } }, requestor: true }]),
      { who: { display: record.ehr }, requestor: record.user === undefined },
    ],
    source: { observer: { display: 'Genehook' } },
    entity: [
      {
        what: { identifier: { system: PATIENT_HASH, value: record.patient } },
        type: { system: OBJECT_TYPE, code: '1', display: 'Person' },
        role: { system: OBJECT_ROLE, code: '1', display: 'Patient' },
      },
      {
        what: { identifier: { system: DECISION, value: record.id } },
        type: { system: OBJECT_TYPE, code: '2', display: 'System Object' },
        detail,
      },
    ],
  };
}
