/**
 * Access rules of Medplum: a membership's policies with their variables filled in, narrowed by SMART scopes, then the rules for
 * project administrators. SMART scopes of the form `patient/…` narrow by type and interaction only, as servers did until 2026:
 * the worst case for an app that relies on them.
 */
import { projectAdminResourceTypes } from '@medplum/core';
import type { AccessPolicy, AccessPolicyResource, Project, ProjectMembership } from '@medplum/fhirtypes';

export type Policy = AccessPolicy & { resource: AccessPolicyResource[] };

export function policyFor(
  membership: ProjectMembership,
  project: Project,
  scope: string,
  readPolicy: (reference: string) => AccessPolicy | undefined,
): Policy | 'broken' {
  const entries = [...(membership.accessPolicy ? [{ policy: membership.accessPolicy }] : []), ...(membership.access ?? [])];
  const rules: AccessPolicyResource[] = [];
  for (const entry of entries) {
    const original = readPolicy(entry.policy.reference ?? '');
    if (original === undefined) return 'broken';
    const filled = fillVariables(original, 'parameter' in entry ? (entry.parameter ?? []) : [], membership.profile.reference ?? '');
    rules.push(...(filled.resource ?? []));
  }
  if (entries.length === 0) rules.push({ resourceType: '*' });
  for (const type of ['SearchParameter', 'StructureDefinition'])
    if (!rules.some(({ resourceType }) => resourceType === type)) rules.push({ resourceType: type, readonly: true });
  const scoped = applyScopes(rules, scope);
  return {
    resourceType: 'AccessPolicy',
    resource: [...scoped.filter(notForAdmins), ...(membership.admin === true ? adminRules(project) : [])],
  };
}

const notForAdmins = ({ resourceType }: AccessPolicyResource): boolean => !projectAdminResourceTypes.includes(resourceType);

type Parameter = NonNullable<NonNullable<ProjectMembership['access']>[number]['parameter']>[number];

/** `%name.id` before `%name`; `%patient` is the profile itself unless a parameter says otherwise. */
function fillVariables(policy: AccessPolicy, parameters: readonly Parameter[], profile: string): AccessPolicy {
  const all: Parameter[] = [...parameters, { name: 'profile', valueReference: { reference: profile } }];
  if (!all.some(({ name }) => name === 'patient')) all.push({ name: 'patient', valueReference: { reference: profile } });
  let text = JSON.stringify(policy);
  for (const { name, valueReference, valueString } of all) {
    if (valueString !== undefined) text = text.replaceAll(`%${name}`, valueString);
    const reference = valueReference?.reference;
    if (reference !== undefined) text = text.replaceAll(`%${name}.id`, reference.split('/')[1] ?? '').replaceAll(`%${name}`, reference);
  }
  return JSON.parse(text) as AccessPolicy;
}

function applyScopes(rules: readonly AccessPolicyResource[], scope: string): AccessPolicyResource[] {
  const scopes = [...scope.matchAll(/(?:^|\s)(?:patient|user|system)\/(\w+|\*)\.(read|write|\*|c?r?u?d?s?)(?=\s|$)/g)].map(
    ([, type = '', access = '']) => ({ type, readOnly: access === 'read' || /^[rs]+$/.test(access) }),
  );
  if (scopes.length === 0) return [...rules];
  const narrowed = (rule: AccessPolicyResource, type: string, readOnly: boolean): AccessPolicyResource => ({
    ...rule,
    resourceType: type,
    ...(readOnly ? { readonly: true } : {}),
  });
  return rules.flatMap((rule) => {
    const own = scopes.find(({ type }) => type === rule.resourceType) ?? scopes.find(({ type }) => type === '*');
    if (own !== undefined) return [narrowed(rule, rule.resourceType, own.readOnly)];
    return rule.resourceType === '*' ? scopes.map(({ type, readOnly }) => narrowed(rule, type, readOnly)) : [];
  });
}

function adminRules(project: Project): AccessPolicyResource[] {
  return [
    {
      resourceType: 'Project',
      criteria: `Project?_id=${project.id ?? ''}`,
      readonlyFields: ['features', 'link', 'systemSetting'],
      hiddenFields: ['superAdmin', 'systemSecret', 'strictMode'],
      interaction: ['read', 'vread', 'update', 'history', 'create', 'search'],
    },
    { resourceType: 'ProjectMembership', readonlyFields: ['project', 'user'] },
    { resourceType: 'User', hiddenFields: ['passwordHash', 'mfaSecret'] },
  ];
}
