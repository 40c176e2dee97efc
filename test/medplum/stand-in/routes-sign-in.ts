/** What anybody may ask, and signing in. */
import type { Express } from 'express';
import type { ProjectMembership } from '@medplum/fhirtypes';
import { asRecord, type World } from './world.ts';

export function signInRoutes(app: Express, { base, store, logins, project, signedIn, standIn, membershipNow }: World): void {
  app.get('/fhir/R4/metadata', (_request, response) => {
    response.json({
      resourceType: 'CapabilityStatement',
      status: 'active',
      fhirVersion: '4.0.1',
      kind: 'instance',
      format: ['json'],
      software: { name: 'Medplum' },
    });
  });
  app.get('/fhir/R4/.well-known/smart-configuration', (_request, response) => {
    response.json({
      issuer: base,
      authorization_endpoint: `${base}oauth2/authorize`,
      token_endpoint: `${base}oauth2/token`,
      scopes_supported: [
        'patient/*.rs',
        'user/*.cruds',
        'openid',
        'fhirUser',
        'launch',
        'launch/patient',
        'offline_access',
        'online_access',
      ],
      response_types_supported: ['code'],
      capabilities: [
        'launch-ehr',
        'launch-standalone',
        'client-public',
        'permission-v1',
        'permission-v2',
        'context-ehr-patient',
        'sso-openid-connect',
      ],
      code_challenge_methods_supported: ['S256'],
    });
  });
  app.post('/oauth2/token', (request, response) => {
    const answer = logins.token(asRecord(request.body));
    response.status(answer.status).json(answer.body);
  });
  app.get('/oauth2/authorize', (request, response) => {
    const user =
      standIn.user === undefined ? undefined : (store.resources.get(`ProjectMembership/${standIn.user}`) as ProjectMembership | undefined);
    const answer = logins.authorize(new URL(request.originalUrl, base).searchParams, user);
    if (answer.redirect === undefined) response.status(answer.status).send(answer.text);
    else response.redirect(answer.redirect);
  });
  app.get('/auth/me', (request, response) => {
    const { membership } = signedIn(request);
    const { id, name } = project();
    const profile = store.resources.get(membership.profile.reference ?? '');
    response.json({
      project: { resourceType: 'Project', id, name },
      membership: {
        resourceType: 'ProjectMembership',
        id: membership.id,
        user: membership.user,
        profile: membership.profile,
        admin: membershipNow(membership).admin,
      },
      profile: { resourceType: profile?.resourceType, id: profile?.id },
      config: { resourceType: 'UserConfiguration' },
    });
  });
}
