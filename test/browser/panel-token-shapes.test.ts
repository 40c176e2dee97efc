/** Token responses as real SMART servers and launchers write them: what is left out, written as a word, or added. */
import { beforeEach, describe, expect, it } from 'vitest';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';

describe.skipIf(chromiumPath === undefined)('token responses of other servers', () => {
  const at = panelInBrowser();
  const clopidogrel = () => at.page.getByRole('button', { name: /Stop\s+clopidogrel/ });
  const patientAsked = () => (JSON.parse(at.bench.reports.at(-1)?.body ?? '{}') as { patientId?: string }).patientId;
  let errors: string[];
  beforeEach(() => {
    errors = [];
    at.page.on('pageerror', (error) => errors.push(error.message));
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['without scope, refresh token, banner, user and expiry', { scope: undefined, need_patient_banner: undefined, expires_in: undefined }],
    ['with an opaque token that holds dots, without its life', { access_token: 'tok.x.y.z', expires_in: undefined }],
    ['with a JWT in base64url, without its life', { access_token: 'e30.eyJzdWIiOiLDv8O_8J-Yi8O-In0.e30', expires_in: undefined }],
    ['with an identity token and user', { id_token: 'e30.e30.e30', fhirUser: 'Practitioner/7', user: '7' }],
    ['with an intent that the panel does not know', { intent: 'reconcile-medications' }],
    ['with an encounter, a tenant and a context list', { encounter: '9', tenant: 't', fhirContext: [{ reference: 'ImagingStudy/1' }] }],
    ['with the patient as a reference', { patient: 'Patient/synthetic-1' }],
    ['with the life of the token as a word', { expires_in: '3600' }],
    ['with the kind of token in small letters', { token_type: 'bearer' }],
    ['without the kind of token', { token_type: undefined }],
    ['with a life of nothing', { expires_in: 0 }],
    ['with null where there is nothing', { id_token: null, refresh_token: null, encounter: null, appContext: null, smart_style_url: null }],
    ['with its scopes in a list', { scope: ['launch', 'patient/Observation.rs'] }],
    ['with a style that is not there', { smart_style_url: 'http://127.0.0.1:9/style.json' }],
    ['with a style that is no address', { smart_style_url: '::' }],
    ['with appContext as an object', { appContext: { v: 1, view: 'drugs', id: '32968' } }],
    ['with appContext of another app', { appContext: 'orderset=42&x=<b>' }],
  ])('%s', async (_, token) => {
    at.bench.behaviour.refreshToken = false;
    at.bench.behaviour.token = token;
    await at.page.goto(at.launchAddress());
    await clopidogrel().waitFor();
    expect(patientAsked()).toBe('synthetic-1');
    expect(errors).toEqual([]);
  });

  it.each<readonly [string, unknown, boolean]>([
    ['true', true, true],
    ['left out', undefined, true],
    ['false', false, false],
    ['the word false', 'false', false],
  ])('need_patient_banner %s', async (_, value, named) => {
    at.bench.behaviour.token = { need_patient_banner: value };
    await at.page.goto(at.launchAddress());
    await clopidogrel().waitFor();
    await expect.poll(() => at.page.locator('.strip-name').textContent()).toMatch(named ? /Synthetic-synthetic-1/ : /^TS$/);
  });

  it('the patient as the whole address on the server of the launch', async () => {
    at.bench.behaviour.token = { patient: `${at.bench.ehr}/fhir/Patient/synthetic-1` };
    await at.page.goto(at.launchAddress());
    await clopidogrel().waitFor();
    expect(patientAsked()).toBe('synthetic-1');
  });

  it('a base with a slash at its end: aud is given back as it came, all else is read below the base', async () => {
    await at.page.goto(at.launchAddress(`${at.bench.ehr}/fhir/`));
    await clopidogrel().waitFor();
    const authorize = at.bench.ehrRequests.find(({ line }) => line.startsWith('GET /authorize'))?.line.slice(4) ?? '';
    expect(new URL(authorize, at.bench.ehr).searchParams.get('aud')).toBe(`${at.bench.ehr}/fhir/`);
    expect(JSON.parse(at.bench.reports[0]?.body ?? '{}')).toEqual({ fhirServer: `${at.bench.ehr}/fhir`, patientId: 'synthetic-1' });
    await at.page.reload();
    await clopidogrel().waitFor();
    expect([at.bench.ehrRequests.filter(({ line }) => line.includes('//')), errors]).toEqual([[], []]);
  });

  it('a page in the place of the well-known file: the CapabilityStatement is read', async () => {
    await at.page.route('**/.well-known/smart-configuration', (route) =>
      route.fulfill({
        status: 200,
        contentType: 'text/html',
        headers: { 'access-control-allow-origin': '*' },
        body: '<html>Not here</html>',
      }),
    );
    await at.page.goto(at.launchAddress());
    await clopidogrel().waitFor();
    expect(at.bench.ehrRequests.some(({ line }) => line.startsWith('GET /fhir/metadata'))).toBe(true);
    expect(at.bench.ehrRequests.some(({ line }) => line.includes('code_challenge_method=S256'))).toBe(true);
  });

  it('scopes that name resources one by one: what was not granted is said, the rest is read', async () => {
    at.bench.behaviour.token = { scope: 'launch openid fhirUser patient/Patient.read' };
    await at.page.goto(at.launchAddress());
    await at.page.getByText('The EHR did not permit: Observation').waitFor();
    await clopidogrel().waitFor();
  });

  it('a token renewed for the same patient, once written as an id and once as a reference, goes on', async () => {
    at.bench.behaviour.expiredReports = 1;
    at.bench.behaviour.token = {};
    await at.page.route('**/token', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { patient: string };
      const renewed = route.request().postData()?.includes('refresh_token') === true;
      return route.fulfill({ response: answer, json: renewed ? { ...body, patient: `Patient/${body.patient}` } : body });
    });
    await at.page.goto(at.launchAddress());
    await clopidogrel().waitFor();
    expect(at.bench.reports.length).toBe(2);
  });
});
