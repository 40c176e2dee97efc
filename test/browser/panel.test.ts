/** The panel in a real browser: every way to launch it and to fail at it, what it sends, and what it keeps. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBench, type Bench } from './panel-bench.ts';
import { chromiumPath, launchBrowser } from './sandbox-browser.ts';

describe.skipIf(chromiumPath === undefined)('the panel', () => {
  let bench: Bench;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    bench = await startBench();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.close();
  });
  beforeEach(async () => {
    bench.reset();
    await context?.close();
    context = await browser.newContext({ viewport: { width: 400, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
  });

  const launchAddress = (iss = `${bench.ehr}/fhir`, launch = 'xyz') =>
    `${bench.service}/panel/launch.html?iss=${encodeURIComponent(iss)}&launch=${launch}`;
  const row = (name: RegExp, on: Page = page) => on.getByRole('button', { name });
  const title = (text: string) => page.getByRole('heading', { level: 1, name: text });

  it('EHR launch: PKCE, state, v2 scopes, bearer to the service, and the advice with its explanation', async () => {
    await page.goto(launchAddress());
    await row(/Stop\s+clopidogrel\s+Avoid/).click();
    await page.getByRole('heading', { name: 'What we saw' }).waitFor();
    await page.getByText('cpic-cyp2c19-clopidogrel-pm-acs').first().waitFor();
    const authorize = new URL(bench.ehrRequests.find(({ line }) => line.startsWith('GET /authorize'))?.line.slice(4) ?? '', bench.ehr)
      .searchParams;
    expect(Object.fromEntries(authorize)).toMatchObject({
      response_type: 'code',
      client_id: 'genehook',
      aud: `${bench.ehr}/fhir`,
      launch: 'xyz',
      scope: 'launch online_access patient/Observation.rs',
      code_challenge_method: 'S256',
      redirect_uri: `${bench.service}/panel/index.html`,
    });
    expect(authorize.get('state')?.length).toBeGreaterThanOrEqual(43);
    expect(bench.ehrRequests.find(({ line }) => line === 'POST /token')?.body).toContain('code_verifier=');
    expect(bench.reports).toEqual([
      {
        authorization: 'Bearer token-authorization_code-synthetic-1',
        body: JSON.stringify({ fhirServer: `${bench.ehr}/fhir`, patientId: 'synthetic-1' }),
      },
    ]);
  });

  it('leaves no code and no patient in the address, the title or the lasting storage', async () => {
    await page.goto(launchAddress());
    await row(/clopidogrel/)
      .first()
      .waitFor();
    expect(page.url()).not.toMatch(/code=|synthetic-1/);
    expect(await page.title()).toBe('Genehook');
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  });

  it('asks for v1 scopes where the server does not name permission-v2', async () => {
    bench.behaviour.capabilities = ['launch-ehr'];
    await page.goto(launchAddress());
    await row(/clopidogrel/)
      .first()
      .waitFor();
    expect(bench.ehrRequests.some(({ line }) => line.includes('patient%2FObservation.read'))).toBe(true);
  });

  it('a server that is not listed is refused before anything is fetched from it', async () => {
    await page.goto(launchAddress(`${bench.ehr}/other`));
    await title('This system is not on the list').waitFor();
    expect(bench.ehrRequests).toEqual([]);
  });

  it('a server without S256 is refused', async () => {
    bench.behaviour.s256 = false;
    await page.goto(launchAddress());
    await title("The EHR's sign-in is not secure enough").waitFor();
  });

  it('a server from before SMART 2 is found by its CapabilityStatement, asked in the older form, with the code challenge all the same', async () => {
    bench.behaviour.wellKnown = false;
    await page.goto(launchAddress());
    await row(/clopidogrel/)
      .first()
      .waitFor();
    const authorize = bench.ehrRequests.find(({ line }) => line.startsWith('GET /authorize'))?.line ?? '';
    expect(authorize).toContain('code_challenge_method=S256');
    expect(authorize).toContain('patient%2FObservation.read');
  });

  it('does not ask for what the server says it has not: online_access', async () => {
    bench.behaviour.scopesSupported = ['openid', 'launch', 'patient/*.rs'];
    await page.goto(launchAddress());
    await row(/clopidogrel/)
      .first()
      .waitFor();
    expect(bench.ehrRequests.some(({ line }) => line.includes('online_access'))).toBe(false);
  });

  it('a token without a patient says so, and nothing is asked', async () => {
    bench.behaviour.patient = '';
    await page.goto(launchAddress());
    await title('No patient was chosen').waitFor();
    expect(bench.reports).toEqual([]);
  });

  it('a token about to end is renewed before it is used, by the client that it was given to', async () => {
    bench.behaviour.expiresIn = 5;
    await page.goto(launchAddress());
    await row(/clopidogrel/)
      .first()
      .waitFor();
    expect(bench.reports.map(({ authorization }) => authorization)).toEqual(['Bearer token-refresh_token-synthetic-1']);
    expect(bench.ehrRequests.filter(({ line }) => line === 'POST /token').map(({ body }) => body)[1]).toBe(
      'grant_type=refresh_token&refresh_token=again&client_id=genehook',
    );
  });

  it('a launch without its token says so', async () => {
    await page.goto(`${bench.service}/panel/launch.html?iss=${encodeURIComponent(bench.ehr)}`);
    await title('The launch is not complete').waitFor();
  });

  it('standalone: the listed systems to choose from, launch/patient, then the panel', async () => {
    await page.goto(`${bench.service}/panel/launch.html`);
    await page.getByRole('button', { name: /Bench EHR/ }).click();
    await row(/clopidogrel/)
      .first()
      .waitFor();
    expect(bench.ehrRequests.some(({ line }) => line.includes('scope=launch%2Fpatient'))).toBe(true);
  });

  it('denied: what the EHR said is shown as text', async () => {
    bench.behaviour.deny = true;
    await page.goto(launchAddress());
    await title('The EHR did not permit the launch').waitFor();
    await page.getByText('access_denied: <b>no</b> consent').waitFor();
    expect(bench.ehrRequests.some(({ line }) => line === 'POST /token')).toBe(false);
  });

  it('a page opened without a launch says how to get back', async () => {
    await page.goto(`${bench.service}/panel/index.html?state=guessed&code=stolen`);
    await title('The session is gone').waitFor();
    expect(bench.ehrRequests).toEqual([]);
  });

  it('an expired token is renewed once and the report comes', async () => {
    bench.behaviour.expiredReports = 1;
    await page.goto(launchAddress());
    await row(/clopidogrel/)
      .first()
      .waitFor();
    expect(bench.reports.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-authorization_code-synthetic-1',
      'Bearer token-refresh_token-synthetic-1',
    ]);
  });

  it('an expired token that cannot be renewed ends the session with a hint to launch again', async () => {
    bench.behaviour.expiredReports = 5;
    bench.behaviour.refreshToken = false;
    await page.goto(launchAddress());
    await title('The session has ended').waitFor();
    await page.getByText("Open Genehook again from the patient's chart.").waitFor();
    // Nothing of the session stays in the browser.
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/token-|synthetic-1/);
  });

  it('storage blocked in a frame of another site: the launch still works', async () => {
    await context.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage'] as const)
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
    });
    const address = launchAddress().replace('127.0.0.1', 'localhost');
    await page.goto(`${bench.ehr}/frame?src=${encodeURIComponent(address)}`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: /Stop\s+clopidogrel/ }).waitFor();
    const inner = page.frames().find((one) => one.url().includes('/panel/'));
    expect(await inner?.evaluate(() => window.name)).not.toContain('token');
  });

  it('two tabs with two patients never mix, and a reload keeps each', async () => {
    await page.goto(launchAddress());
    await page.getByText('Synthetic-synthetic-1').waitFor();
    bench.behaviour.patient = 'synthetic-2';
    const second = await context.newPage();
    await second.goto(launchAddress());
    await second.getByText('Synthetic-synthetic-2').waitFor();
    await page.reload();
    await page.getByText('Synthetic-synthetic-1').waitFor();
    expect(await page.getByText('synthetic-2').count()).toBe(0);
  });

  it('two frames of one tab with two patients never mix either', async () => {
    await page.goto(launchAddress());
    await page.getByText('Synthetic-synthetic-1').waitFor();
    const first = page.url();
    bench.behaviour.patient = 'synthetic-2';
    await page.goto(launchAddress());
    await page.getByText('Synthetic-synthetic-2').waitFor();
    await page.goto(first);
    await page.getByText('Synthetic-synthetic-1').waitFor();
  });

  it('a deep link from a card opens its row', async () => {
    bench.behaviour.appContext = JSON.stringify({ v: 1, view: 'drugs', id: '2670' });
    await page.goto(launchAddress());
    await page.getByRole('button', { name: /codeine/, expanded: true }).waitFor();
    await page.getByText('Choose an analgesic that does not depend on CYP2D6.').first().waitFor();
  });

  it.each([
    '{"v":2,"view":"drugs"}',
    'not json',
    '{"v":1,"view":"<script>"}',
    JSON.stringify({ v: 1, view: 'genes', id: 'x'.repeat(9000) }),
  ])('an unreadable deep link opens the default view: %.30s', async (appContext) => {
    bench.behaviour.appContext = appContext;
    await page.goto(launchAddress());
    await page.getByRole('tab', { name: 'Drugs', selected: true }).waitFor();
  });

  it('a report of another patient is not shown', async () => {
    await context.route('**/panel/report', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: JSON.stringify({ report: { patient: { id: 'somebody-else' }, pgx: { genes: [], drugs: [], untested: [] } } }),
      }),
    );
    await page.goto(launchAddress());
    await title('The answer was about another patient').waitFor();
  });

  it('an override goes to the service with its reason', async () => {
    await page.goto(launchAddress());
    await row(/Stop\s+clopidogrel/).click();
    await page.getByRole('button', { name: 'Override …' }).click();
    await page.getByRole('button', { name: 'Record the override' }).click();
    await page.getByText('Choose a reason.').waitFor();
    await page.getByLabel('A specialist advised it').check();
    await page.getByRole('button', { name: 'Record the override' }).click();
    await page.getByText('Recorded: overridden.').waitFor();
    expect(JSON.parse(bench.feedback[0] ?? '{}')).toMatchObject({
      patientId: 'synthetic-1',
      feedback: [
        {
          card: 'panel:cpic-cyp2c19-clopidogrel-pm-acs:32968',
          outcome: 'overridden',
          overrideReason: { reason: { code: 'specialist-advised' } },
        },
      ],
    });
  });

  it('first useful content comes within a second of the token', async () => {
    let token = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('/token')) token = Date.now();
    });
    // Whatever else the machine does can only slow a launch down: the best of a few is the panel's own time.
    let best = Number.POSITIVE_INFINITY;
    for (let launch = 0; launch < 5 && best >= 1000; launch += 1) {
      await page.goto(launchAddress());
      await row(/Stop\s+clopidogrel/).waitFor();
      best = Math.min(best, Date.now() - token);
    }
    expect(best).toBeLessThan(1000);
  });
});
