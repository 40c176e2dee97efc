/** A launch attacked from every side: each ends in a clear message or in the right chart, and never in another patient's data. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';

describe.skipIf(chromiumPath === undefined)('a hostile launch of the panel', () => {
  const at = panelInBrowser();
  const title = (text: string, on: Page = at.page) => on.getByRole('heading', { level: 1, name: text }).waitFor();
  const banner = (patient: string, on: Page = at.page) => on.getByText(`Synthetic-${patient}`).waitFor();
  const index = (parameters: Record<string, string>) => `${at.bench.service}/panel/index.html?${new URLSearchParams(parameters)}`;
  const tokenRequests = () => at.bench.ehrRequests.filter(({ line }) => line === 'POST /token');
  const bodyText = (on: Page = at.page) => on.locator('body').innerText();
  const addresses = () => at.bench.ehrRequests.filter(({ line }) => line.startsWith('GET /authorize')).map(({ line }) => line.slice(4));

  /** A launch that stops at the EHR's sign-in: its state, its address there, and the code that the EHR would give. */
  const launchUpToCode = async (patient: string) => {
    Object.assign(at.bench.behaviour, { patient, holdAtSignIn: true });
    await at.page.goto(at.launchAddress());
    await at.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    at.bench.behaviour.holdAtSignIn = false;
    const back = at.bench.answers.at(-1) ?? '';
    const { searchParams } = new URL(back);
    return { state: searchParams.get('state') ?? '', code: searchParams.get('code') ?? '' };
  };

  it('the code of another launch under our state is refused by its proof, and nothing is read', async () => {
    const victim = await launchUpToCode('synthetic-1');
    const attacker = await launchUpToCode('synthetic-2');
    await at.page.goto(index({ state: victim.state, code: attacker.code }));
    await title('The sign-in could not be completed');
    expect(at.bench.reports).toEqual([]);
    expect(await bodyText()).not.toMatch(/Synthetic-|token-/);
  });

  it.each([
    ['one letter changed', (state: string) => `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`],
    ['none', () => ''],
    ['the name of a member of every object', () => '__proto__'],
    ['another key of the storage', () => 'probe'],
  ])('a tampered state (%s) ends at a page, without a token request', async (_, tamper) => {
    const { state, code } = await launchUpToCode('synthetic-1');
    await at.page.goto(index({ state: tamper(state), code }));
    await title('The session is gone');
    expect(tokenRequests()).toEqual([]);
  });

  it('words in the address are not shown as words of the EHR unless they answer a launch of ours', async () => {
    await at.page.goto(index({ error: 'server_error', error_description: 'Call 555-0100 and read out your password' }));
    await title('The EHR did not permit the launch');
    expect(await bodyText()).not.toContain('555-0100');
  });

  it.each([
    ['another server than the one asked', { iss: 'https://other.example' }, {}],
    ['no name although it promises one', {}, { authorization_response_iss_parameter_supported: true }],
  ] as const)('mixed-up sign-in: the answer names %s, and no token is asked for', async (_, answer, configuration) => {
    at.bench.behaviour.configuration = { issuer: at.bench.ehr, ...configuration };
    const { state, code } = await launchUpToCode('synthetic-1');
    await at.page.goto(index({ state, code, ...answer }));
    await title('The answer came from another system');
    expect(tokenRequests()).toEqual([]);
    expect(at.bench.reports).toEqual([]);
  });

  it('a server that names itself as it should is let in, and a reload keeps it', async () => {
    at.bench.behaviour.configuration = { issuer: at.bench.ehr, authorization_response_iss_parameter_supported: true };
    at.bench.behaviour.answerIss = `${at.bench.ehr}/`;
    await at.page.goto(at.launchAddress());
    await banner('synthetic-1');
    await at.page.reload();
    await banner('synthetic-1');
  });

  it('a code used again is refused, says so, and shows no chart', async () => {
    const { state, code } = await launchUpToCode('synthetic-1');
    await at.page.goto(index({ state, code }));
    await banner('synthetic-1');
    await at.page.goto(index({ state, code }));
    await title('The sign-in could not be completed');
    expect(await bodyText()).not.toContain('Synthetic-');
    expect(tokenRequests()).toHaveLength(2);
  });

  it('back to the sign-in and on with another patient: the other patient is shown, never the first', async () => {
    await at.page.goto(at.launchAddress());
    await banner('synthetic-1');
    const [signIn] = addresses();
    at.bench.behaviour.patient = 'synthetic-2';
    await at.page.goto(`${at.bench.ehr}${signIn}`);
    await banner('synthetic-2');
    expect(await bodyText()).not.toContain('synthetic-1');
    expect(at.bench.reports.at(-1)?.authorization).toBe('Bearer token-authorization_code-synthetic-2');
  });

  it('the back button leads to where the launch came from, forward to the same patient', async () => {
    await at.page.goto(`${at.bench.ehr}/frame?src=about:blank`);
    await at.page.goto(at.launchAddress());
    await banner('synthetic-1');
    await at.page.goBack();
    expect(at.page.url()).toContain('/frame');
    at.bench.behaviour.patient = 'synthetic-2';
    await at.page.goForward();
    await banner('synthetic-1');
    expect(tokenRequests()).toHaveLength(1);
  });

  it.each<readonly [string, (ehr: string) => string]>([
    ['a path that climbs to another', (ehr) => `${ehr}/fhir/../other`],
    ['a user name before the host', (ehr) => ehr.replace('http://', 'http://fhir@') + '/fhir'],
    ['a query', (ehr) => `${ehr}/fhir?x=1`],
    ['a fragment', (ehr) => `${ehr}/fhir#x`],
    ['a script', () => 'javascript:alert(1)'],
    ['a data address', () => 'data:text/html,<h1>x</h1>'],
    ['another port', (ehr) => ehr.replace(/:\d+$/, ':9') + '/fhir'],
    ['a host that begins like ours', (ehr) => ehr.replace('127.0.0.1', '127.0.0.1.evil.example') + '/fhir'],
    ['letters that look like ours', (ehr) => `${ehr}/fh\u0456r`],
    ['an encoded slash', (ehr) => `${ehr}%2Ffhir`],
    ['nothing but blanks', () => '   '],
  ])('iss with %s is refused, and nothing is fetched', async (_, iss) => {
    await at.page.goto(at.launchAddress(iss(at.bench.ehr)));
    await title('This system is not on the list');
    expect(at.bench.ehrRequests).toEqual([]);
  });

  it('iss given twice: the first counts, and only the listed server is asked', async () => {
    await at.page.goto(`${at.launchAddress()}&iss=${encodeURIComponent('https://other.example/fhir')}&launch=other`);
    await banner('synthetic-1');
    expect(addresses()[0]).toContain('launch=xyz');
    expect(addresses()[0]).toContain(encodeURIComponent(`${at.bench.ehr}/fhir`));
  });

  it.each([
    ['missing', undefined],
    ['a list', ['synthetic-1', 'synthetic-2']],
    ['an object', { reference: 'Patient/synthetic-1' }],
    ['another address', '../Observation/1'],
    ['a search', '?name=x'],
    ['empty', ''],
  ])('a patient of the token that is %s is none: it says so, and nothing is asked', async (_, patient) => {
    at.bench.behaviour.token = { patient };
    await at.page.goto(at.launchAddress());
    await title('No patient was chosen');
    expect(at.bench.reports).toEqual([]);
    expect(at.bench.ehrRequests.some(({ line }) => line.includes('/Patient'))).toBe(false);
  });

  it.each([
    ['no access token', { access_token: undefined }, 'The sign-in could not be completed'],
    ['an access token that is no text', { access_token: { a: 1 } }, 'The session is gone'],
  ])('a token response with %s says so', async (_, token, said) => {
    at.bench.behaviour.token = token;
    await at.page.goto(at.launchAddress());
    await title(said);
    expect(at.bench.reports).toEqual([]);
  });

  it.each([400, 401, 500])('a refresh that is refused (%i) ends the session; what was shown goes, and nothing is kept', async (status) => {
    await at.page.goto(at.launchAddress());
    await banner('synthetic-1');
    at.bench.behaviour.refreshStatus = status;
    at.bench.behaviour.expiredReports = 9;
    await at.page.getByRole('button', { name: 'All drugs with a rule' }).click();
    await title('The session has ended');
    expect(await bodyText()).not.toMatch(/Synthetic-|clopidogrel/);
    expect(await at.page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/token-|synthetic-1/);
    await at.page.reload();
    await title('The session is gone');
  });

  it('a refresh that answers for another patient is refused, and that token is never used', async () => {
    at.bench.behaviour.expiredReports = 1;
    await at.page.route('**/token', async (route) => {
      if (route.request().postData()?.includes('refresh_token') !== true) return route.fallback();
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'application/json',
        body: JSON.stringify({ access_token: 'token-of-two', token_type: 'Bearer', expires_in: 300, patient: 'synthetic-2' }),
      });
    });
    await at.page.goto(at.launchAddress());
    await title('The session has ended');
    expect(at.bench.reports.map(({ authorization }) => authorization)).toEqual(['Bearer token-authorization_code-synthetic-1']);
    expect(await bodyText()).not.toContain('synthetic-2');
  });

  it('two tabs with two patients: the address of one opened in the other shows nothing', async () => {
    await at.page.goto(at.launchAddress());
    await banner('synthetic-1');
    at.bench.behaviour.patient = 'synthetic-2';
    const second = await at.context.newPage();
    await second.goto(at.launchAddress());
    await banner('synthetic-2', second);
    await second.goto(at.page.url());
    await title('The session is gone', second);
    expect(await bodyText(second)).not.toContain('Synthetic-');
    await at.page.reload();
    await banner('synthetic-1');
  });

  it('a Patient resource of somebody else gives no name to the chart', async () => {
    await at.page.route('**/fhir/Patient/*', (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'application/fhir+json',
        body: JSON.stringify({ resourceType: 'Patient', id: 'synthetic-9', name: [{ family: 'Else', given: ['Somebody'] }] }),
      }),
    );
    await at.page.goto(at.launchAddress());
    await at.page.getByRole('button', { name: /Stop\s+clopidogrel/ }).waitFor();
    expect(await bodyText()).not.toContain('Else');
    await at.page.getByText('Name not readable').waitFor();
  });

  it('messaging: an order is never handed to a window of another origin than the launch named', async () => {
    at.bench.behaviour.token = { smart_web_messaging_handle: 'h', smart_web_messaging_origin: 'https://other.example' };
    await at.page.goto(`${at.bench.ehr}/frame?src=${encodeURIComponent(at.launchAddress())}`);
    await at.page.evaluate(() => {
      (window as unknown as { heard: unknown[] }).heard = [];
      window.addEventListener('message', ({ data }) => (window as unknown as { heard: unknown[] }).heard.push(data));
    });
    const frame = at.page.frameLocator('iframe');
    await frame.getByRole('button', { name: /Stop\s+clopidogrel/ }).click();
    await frame.getByRole('button', { name: 'Use ticagrelor' }).click();
    await at.page.waitForTimeout(1000);
    expect(await at.page.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard))).not.toContain('scratchpad');
  });
});
