/** The panel launched from Medplum: its launch facts, and that one patient's report holds that patient alone whatever the server lets through. */
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { parseTrust } from '../../cds-service/config/trust.ts';
import { panelConfig } from '../../cds-service/panel/routes.ts';
import { findIssuer, readIssuers } from '../../smart-app/launch/issuers.ts';
import { chooseScopes } from '../../smart-app/launch/scopes.ts';
import { createTestApp } from '../service/harness.ts';
import { environmentOf, genehookMedplum } from './command-line.ts';
import { smartLaunch, useToken, type Launched } from './launch.ts';
import { startStandIn, type StandIn } from './stand-in/start.ts';

const GENEHOOK = 'http://127.0.0.1:4020';
const ONE = 'dpyd-2a-carrier-colon-cancer';
const OTHER = 'hla-b-5701-positive-hiv';
let standIn: StandIn;
afterEach(async () => standIn.close());

/** A project with two patients, connected; the trust file that follows from it; and the scopes that the panel asks for there. */
async function connected(restricted = false) {
  standIn = await startStandIn();
  const environment = { ...environmentOf(standIn), GENEHOOK_PUBLIC_URL: GENEHOOK };
  await genehookMedplum(['seed', '--case', ONE, OTHER], environment);
  const [one, other] = [patientOf(ONE), patientOf(OTHER)];
  const bind = restricted ? ['--restrict', standIn.clinician.membershipId, '--patient', one] : [];
  const { out } = await genehookMedplum(['connect', ...bind], environment);
  const trust = { ehrs: [JSON.parse(out) as object], publicUrl: GENEHOOK, auth: 'required' };
  const parsed = parseTrust(trust);
  if (!parsed.ok) throw new Error(parsed.issues.join('; '));
  const issuers = readIssuers(panelConfig(parsed.trust));
  const [issuer] = issuers;
  if (issuer === undefined) throw new Error('no issuer');
  const published = (await (await fetch(`${issuer.iss}/.well-known/smart-configuration`)).json()) as Record<string, string[]>;
  const scope = chooseScopes(issuer, { capabilities: published.capabilities ?? [], scopes: published.scopes_supported ?? [] }, 'ehr');
  return { one, other, trust, issuers, scope };
}

function patientOf(name: string): string {
  const found = standIn.all('Patient').find((item) => JSON.stringify(item).includes(`"${name}/Patient/`));
  return found?.id ?? '';
}

async function launch(patientId: string, scope: string): Promise<Launched> {
  const launched = await smartLaunch(standIn, standIn.clinician.membershipId, patientId, scope);
  if (typeof launched === 'string') throw new Error(launched);
  return launched;
}

async function report(trust: object, { token, iss }: Launched, patientId: string) {
  const harness = createTestApp({ trust: trust as never });
  const answer = await request(harness.app)
    .post('/panel/report')
    .set({ 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` })
    .send(JSON.stringify({ fhirServer: iss, patientId }));
  const body = answer.body as { report: { warnings: { code: string; message: string }[] }; sources: { key: string; state: string }[] };
  return { status: answer.status, body, interpreted: harness.interpreted.at(-1) ?? [] };
}

describe('the panel launched from Medplum', { timeout: 300_000 }, () => {
  it('admits the issuer as Medplum writes it, with and without slash, and asks for the scopes that it knows', async () => {
    const { issuers, scope } = await connected();
    for (const iss of [`${standIn.base}fhir/R4`, `${standIn.base}fhir/R4/`])
      expect(findIssuer(issuers, iss)?.iss).toBe(`${standIn.base}fhir/R4`);
    expect(findIssuer(issuers, 'https://elsewhere.example/fhir/R4')).toBeNull();
    expect(scope).toMatch(/^launch openid fhirUser /);
    expect(scope).toContain('patient/Observation.rs');
  });

  it('gets the patient of the launch with its token, and no token without the code verifier', async () => {
    const { one, scope } = await connected();
    expect(await launch(one, scope)).toMatchObject({ patient: one, iss: `${standIn.base}fhir/R4/`, scope });
    expect(await smartLaunch(standIn, standIn.clinician.membershipId, one, scope, false)).toBe('Missing code verifier');
  });

  it('Medplum does not keep the token to the patient; the report does', async () => {
    const { one, other, scope, trust } = await connected();
    const launched = await launch(one, scope);
    const direct = useToken(standIn, launched.token);
    expect((await direct.get(`Patient/${other}`)).status).toBe(200);
    expect((await direct.search('Observation')).text).toContain(`Patient/${other}`);
    const { status, body, interpreted } = await report(trust, launched, one);
    expect(status).toBe(200);
    expect(interpreted.length).toBeGreaterThan(5);
    expect(JSON.stringify(interpreted)).toContain(`Patient/${one}`);
    expect(JSON.stringify(interpreted)).not.toContain(other);
    expect(body.sources.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it('a search that brings another patient’s records: they are left out, and the report says so', async () => {
    const { one, other, scope, trust } = await connected();
    const launched = await launch(one, scope);
    standIn.intercept = (asked, response) => {
      if (asked.path !== '/fhir/R4/Observation') return false;
      const entry = standIn.all('Observation').map((resource) => ({ resource }));
      response.json({ resourceType: 'Bundle', type: 'searchset', entry });
      return true;
    };
    const { status, body, interpreted } = await report(trust, launched, one);
    expect(status).toBe(200);
    expect(interpreted.filter(({ resourceType }) => resourceType === 'Observation').length).toBeGreaterThan(0);
    expect(JSON.stringify(interpreted)).not.toContain(other);
    expect(body.report.warnings).toContainEqual({
      code: 'wrong-patient',
      message: expect.stringMatching(/^\d+ records that name another patient/) as string,
    });
  });

  it('another patient in the place of the one asked for: no report at all', async () => {
    const { one, other, scope, trust } = await connected();
    const launched = await launch(one, scope);
    standIn.intercept = (asked, response) => {
      if (asked.path !== `/fhir/R4/Patient/${one}`) return false;
      response.json(standIn.store.resources.get(`Patient/${other}`));
      return true;
    };
    const { status, interpreted } = await report(trust, launched, one);
    expect(status).toBe(502);
    expect(interpreted).toEqual([]);
  });

  it('a member bound by the access policy: the launch works, Medplum itself refuses the other chart', async () => {
    const { one, other, scope, trust } = await connected(true);
    const launched = await launch(one, scope);
    const direct = useToken(standIn, launched.token);
    expect((await direct.get(`Patient/${other}`)).status).toBe(403);
    expect((await direct.search('Observation')).text).not.toContain(other);
    const { status, interpreted } = await report(trust, launched, one);
    expect(status).toBe(200);
    expect(interpreted.filter(({ resourceType }) => resourceType === 'Observation').length).toBeGreaterThan(0);
    // The session stands and does not reach that chart: a new launch would bring no more.
    expect((await report(trust, launched, other)).status).toBe(403);
  });
});
