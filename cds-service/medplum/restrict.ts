/** Binds the access policy to one member and one patient, by an entry of `ProjectMembership.access`. */
import { isObject, type Json } from '../ehr/chart-part.ts';
import { MedplumFault } from './fault.ts';
import { asFault } from './requirements.ts';
import type { MedplumServer } from './server.ts';

/**
 * The member then reads this patient's chart and nothing else. A member with a policy already is refused: policies add up in
 * Medplum, so the entry would restrict nothing. False when the member is bound to this patient already.
 */
export async function restrictMember(server: MedplumServer, membershipId: string, policyId: string, patientId: string): Promise<boolean> {
  const path = `fhir/R4/ProjectMembership/${encodeURIComponent(membershipId)}`;
  const membership = await asFault(server.call('GET', path), 'read the membership');
  if (!isObject(membership))
    throw new MedplumFault('refused', 'There is no such membership', 'Give the id of a ProjectMembership of this project.');
  if (membership.admin === true)
    throw new MedplumFault(
      'refused',
      'This member administers the project, and administrators keep their wide access',
      'Choose the membership of a user who is not an administrator.',
    );
  const access: readonly Json[] = Array.isArray(membership.access) ? membership.access.filter(isObject) : [];
  const ours = access.filter((entry) => isBoundTo(entry, policyId));
  if (isObject(membership.accessPolicy) || ours.length < access.length)
    throw new MedplumFault(
      'refused',
      'This member has another access policy, and policies add up in Medplum: ours would restrict nothing',
      'Take the other policy from the membership first, or choose another member.',
    );
  if (ours.some((entry) => parameterOf(entry) === `Patient/${patientId}`)) return false;
  const entry = {
    policy: { reference: `AccessPolicy/${policyId}` },
    parameter: [{ name: 'patient', valueReference: { reference: `Patient/${patientId}` } }],
  };
  await asFault(server.call('PUT', path, { ...membership, access: [...access, entry] }), 'restrict the membership');
  return true;
}

function isBoundTo(entry: unknown, policyId: string): boolean {
  const policy = isObject(entry) ? entry.policy : undefined;
  return isObject(policy) && policy.reference === `AccessPolicy/${policyId}`;
}

function parameterOf(entry: Json): string | undefined {
  const parameters: readonly unknown[] = Array.isArray(entry.parameter) ? entry.parameter : [];
  const patient = parameters.find((item) => isObject(item) && item.name === 'patient');
  const reference = isObject(patient) && isObject(patient.valueReference) ? patient.valueReference.reference : undefined;
  return typeof reference === 'string' ? reference : undefined;
}
