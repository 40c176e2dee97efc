/** That the stand-in is as strict as the server that it stands for; each rule is one that Medplum's own source or its users report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PREFETCH, resolvedQuery, type PrefetchKey } from '../../cds-service/hooks/prefetch-keys.ts';
import { standInToken, type TokenUse } from './launch.ts';
import { startStandIn, type StandIn } from './stand-in/start.ts';

let standIn: StandIn;
let admin: TokenUse;
beforeAll(async () => {
  standIn = await startStandIn();
  const membership = standIn.all('ProjectMembership').find((item) => JSON.stringify(item).includes('"admin":true'));
  admin = standInToken(standIn, membership?.id ?? '');
});
afterAll(async () => standIn.close());

const entry = (index: number, change: object = {}) => ({
  resource: { resourceType: 'Patient', identifier: [{ system: 'urn:x', value: String(index) }] },
  request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=urn:x|${index}` },
  ...change,
});
const transaction = (...entries: object[]) => admin.send('POST', '', { resourceType: 'Bundle', type: 'transaction', entry: entries });

describe('what the stand-in refuses, as Medplum does', () => {
  it.each([
    ['an unknown search parameter', 'Observation?nonsense=1', 400, 'Unknown search parameter: nonsense'],
    ['a composite search parameter', 'Observation?code-value-quantity=x$5', 400, 'composite'],
    ['an unknown parameter to sort by', 'Observation?_sort=nonsense', 400, 'Unknown search parameter: nonsense'],
    ['$lastn', 'Observation/$lastn', 404, 'Not found'],
    ['an id that is no UUID', 'Patient/p1', 404, 'Not found'],
  ])('%s', async (_name, path, status, said) => {
    const answer = await admin.get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(said);
  });

  it('a call without a token, /cds-services too', async () => {
    for (const path of ['fhir/R4/Patient', 'cds-services', 'auth/me'])
      expect((await fetch(`${standIn.base}${path}`)).status, path).toBe(401);
  });

  it('a resource with a property that does not exist, named', async () => {
    const answer = await admin.send('POST', 'Patient', { resourceType: 'Patient', nonsense: 1 });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Invalid additional property \\"nonsense\\"');
  });

  it('more than eight entries where one is a conditional create', async () => {
    const answer = await transaction(...Array.from({ length: 9 }, (_, index) => entry(index)));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Transaction requires strict isolation but has too many entries');
  });

  it('a transaction of which one entry is refused, as a whole', async () => {
    const before = standIn.store.resources.size;
    const answer = await transaction(entry(1), entry(2, { resource: { resourceType: 'Patient', nonsense: 1 } }));
    expect(answer.status).toBe(400);
    expect(standIn.store.resources.size).toBe(before);
  });

  it('a reference that leads nowhere', async () => {
    const observation = {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'x' },
      subject: { reference: 'Patient/7f0c3a50-0000-4000-8000-000000000000' },
    };
    const answer = await transaction({ resource: observation, request: { method: 'POST', url: 'Observation' } });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Invalid reference');
  });

  it('a conditional create answers 201 once, then 200 with the same resource; two matches are refused', async () => {
    const first = JSON.parse((await transaction(entry(7))).text) as { entry: [{ response: { status: string; location: string } }] };
    const second = JSON.parse((await transaction(entry(7))).text) as typeof first;
    expect([first.entry[0].response.status, second.entry[0].response.status]).toEqual(['201', '200']);
    expect(second.entry[0].response.location).toBe(first.entry[0].response.location);
    await admin.send('POST', 'Patient', entry(7).resource);
    expect((await transaction(entry(7))).status).toBe(412);
  });

  it('project administration to members who are not administrators', async () => {
    const member = standInToken(standIn, standIn.clinician.membershipId);
    expect((await member.get('ProjectMembership')).status).toBe(403);
    const answer = await fetch(`${standIn.base}admin/projects/${standIn.project.id}`, {
      headers: { authorization: `Bearer ${standIn.tokenFor(standIn.clinician.membershipId)}` },
    });
    expect(answer.status).toBe(403);
  });

  it('none of Genehook’s own queries', async () => {
    for (const key of Object.keys(PREFETCH) as PrefetchKey[]) {
      const query = resolvedQuery(key, '7f0c3a50-0000-4000-8000-000000000000');
      expect((await admin.get(query)).status, query).toBe(key === 'patient' ? 404 : 200);
    }
  });
});
