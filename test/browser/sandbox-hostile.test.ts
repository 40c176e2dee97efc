/** The sandbox's screens against a CDS service and an app that mean no good, or are not there. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeService, startSandbox, type FakeService, type RunningSandbox } from '../fixtures-fake-service.ts';
import { chromiumPath, launchBrowser, newPage, order } from './sandbox-browser.ts';

const STENT = 'cyp2c19-stent';
const card = (change: Record<string, unknown>) => ({
  uuid: 'u-1',
  summary: 'Look at this',
  indicator: 'warning',
  source: { label: 'test' },
  ...change,
});

describe.skipIf(chromiumPath === undefined)('cards and apps of others', () => {
  let service: FakeService;
  let ehr: RunningSandbox;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    service = await startFakeService();
    [ehr, browser] = await Promise.all([startSandbox(service.url), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await ehr?.close();
    await service?.close();
  });
  beforeEach(async () => {
    await fetch(`${ehr.base}/api/reset`, { method: 'POST' });
    ({ page } = await newPage(browser, 1280));
  });

  it('renders Markdown, never HTML, and no address but http(s)', async () => {
    const detail =
      '**bold** <img src=x onerror="window.hacked=1"> <script>window.hacked=1</script> [bad](javascript:window.hacked=1) ![pic](http://127.0.0.1:9/p.png)';
    service.answer = {
      status: 200,
      body: { cards: [card({ detail, summary: '<b>raw</b>', links: [{ label: 'bad', url: 'javascript:alert(1)', type: 'absolute' }] })] },
    };
    await order(page, ehr.base, STENT, 'clopidogrel');
    const shown = page.getByRole('article');
    await shown.locator('strong', { hasText: 'bold' }).waitFor();
    expect(await shown.getByText('<b>raw</b>').count()).toBe(1);
    expect(await shown.locator('img, script, a[href^="javascript"]').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('leaves out what is no card and shows the rest, the most urgent first', async () => {
    service.answer = {
      status: 200,
      body: {
        cards: [
          null,
          'x',
          {},
          card({ uuid: 'a', indicator: 'info', summary: 'A note' }),
          card({ uuid: 'b', indicator: 'critical', summary: 'A stop' }),
          card({ uuid: 'c', suggestions: 'many', links: [null] }),
        ],
      },
    };
    await order(page, ehr.base, STENT, 'clopidogrel');
    await page.getByText('A stop').waitFor();
    expect(await page.getByRole('article').evaluateAll((cards) => cards.map((shown) => shown.getAttribute('aria-label')))).toEqual([
      'A stop',
      'Look at this',
      'A note',
    ]);
  });

  it('a stop must be dealt with before signing', async () => {
    const reason = { code: 'benefit', system: 'urn:test', display: 'Benefit outweighs the risk' };
    service.answer = { status: 200, body: { cards: [card({ indicator: 'critical', overrideReasons: [reason] })] } };
    await order(page, ehr.base, STENT, 'clopidogrel');
    await page.getByRole('button', { name: 'Sign order' }).click();
    const sign = page.getByRole('button', { name: 'Sign anyway' });
    await sign.waitFor();
    expect(await sign.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Override…' }).click();
    await page.getByRole('button', { name: 'Benefit outweighs the risk' }).click();
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByText('1 order signed').waitFor();
  });

  it('says when decision support did not answer: orders were not checked', async () => {
    service.answer = { status: 500, body: {} };
    await order(page, ehr.base, STENT, 'clopidogrel');
    await page.getByText(/Orders were not checked/).waitFor();
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByText('1 order signed').waitFor();
  });

  it('a suggestion that the EHR must refuse changes nothing and says so', async () => {
    const bad = {
      uuid: 's',
      label: 'Take over another patient',
      actions: [
        {
          type: 'create',
          description: 'x',
          resource: {
            resourceType: 'MedicationRequest',
            status: 'draft',
            intent: 'order',
            subject: { reference: 'Patient/no-result' },
            medicationCodeableConcept: { text: 'x' },
          },
        },
      ],
    };
    service.answer = { status: 200, body: { cards: [card({ suggestions: [bad] })] } };
    await order(page, ehr.base, STENT, 'clopidogrel');
    await page.getByRole('button', { name: 'Take over another patient' }).click();
    await page.getByText('That did not work').waitFor();
    expect(await page.getByRole('list', { name: 'Unsigned orders' }).getByText('clopidogrel').count()).toBeGreaterThan(0);
  });

  it('takes a draft from the open app by SMART Web Messaging, and only with the handle of its launch', async () => {
    service.answer = {
      status: 200,
      body: { cards: [card({ links: [{ label: 'Open app', url: `${service.url}/app.html`, type: 'smart' }] })] },
    };
    await order(page, ehr.base, STENT, 'clopidogrel');
    const launched = page.waitForResponse((response) => response.url().endsWith('/api/launches'));
    await page.getByRole('button', { name: 'Open app' }).click();
    const { handle } = (await (await launched).json()) as { handle: string };
    const frame =
      page.frames().find((known) => known.url().startsWith(service.url)) ??
      (await page.waitForEvent('framenavigated', { predicate: (known) => known.url().startsWith(service.url) }));
    const ask = (messagingHandle: string, drug: string, milliseconds: number) =>
      frame.evaluate(
        ([given, name, patient, most]) =>
          new Promise<unknown>((resolve) => {
            window.addEventListener('message', (event) => resolve(event.data), { once: true });
            setTimeout(() => resolve('no answer'), most);
            const resource = {
              resourceType: 'MedicationRequest',
              status: 'draft',
              intent: 'proposal',
              subject: { reference: `Patient/${patient}` },
              medicationCodeableConcept: { text: name },
            };
            window.parent.postMessage(
              { messagingHandle: given, messageId: 'm1', messageType: 'scratchpad.create', payload: { resource } },
              '*',
            );
          }),
        [messagingHandle, drug, STENT, milliseconds] as const,
      );
    expect(await ask('invented', 'should not come', 1_500)).toBe('no answer');
    expect(await ask(handle, 'ticagrelor 90 mg', 60_000)).toMatchObject({ responseToMessageId: 'm1', payload: { status: '201 CREATED' } });
    await page.getByRole('list', { name: 'Unsigned orders' }).getByText('ticagrelor 90 mg').waitFor();
    expect(await page.getByText('should not come').count()).toBe(0);
  });
});
