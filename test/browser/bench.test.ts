/** The request bench in a real browser: a recorded call again, a pasted one, a dropped file, wrong input, narrow and wide, by keyboard. */
import { AxeBuilder } from '@axe-core/playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { benchRequest } from '../bench/order-sign-request.ts';
import { chromiumPath, newPage, order } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

const STENT = 'cyp2c19-stent';

describe.skipIf(chromiumPath === undefined)('the request bench of the sandbox', () => {
  const at = sandboxInBrowser();
  let { stack, browser, page, complaints } = at;
  beforeEach(() => {
    ({ stack, browser, page, complaints } = at);
  });

  const box = () => page.getByRole('textbox', { name: 'Captured request' });
  const results = () => page.getByRole('region', { name: 'Results', exact: true });
  const trial = (service: string) => results().getByRole('article', { name: new RegExp(service) });
  async function open(): Promise<void> {
    await page.goto(`${stack.url}/#/bench`);
    await page.getByRole('heading', { level: 1, name: 'Request bench' }).waitFor();
  }
  async function attempt(body: unknown): Promise<void> {
    await box().fill(typeof body === 'string' ? body : JSON.stringify(body));
    await page.getByRole('button', { name: 'Try it' }).click();
    await results().waitFor({ timeout: 60_000 });
  }

  it('shows keys, phases, cards and deviations of a pasted request', async () => {
    await open();
    await attempt({ ...benchRequest(), hookInstance: 'not-a-uuid' });
    const one = trial('pgx-order-sign');
    await one.getByText('Caution').first().waitFor();
    expect(
      await one
        .getByRole('table', { name: 'Prefetch keys' })
        .getByRole('row', { name: /laboratory used 36/ })
        .count(),
    ).toBe(1);
    for (const phase of ['verify', 'read', 'fetch', 'interpret', 'answer', 'total'])
      expect(await one.getByRole('rowheader', { name: phase, exact: true }).count()).toBe(1);
    expect(await one.getByRole('heading', { name: /CYP2C19 poor metabolizer/ }).count()).toBe(1);
    expect(await one.getByText('Replace clopidogrel by prasugrel', { exact: true }).count()).toBe(1);
    expect(await one.getByText('$.hookInstance', { exact: true }).count()).toBe(1);
    expect(
      await one
        .getByRole('region', { name: /^The answer/ })
        .getByText('nothing deviates')
        .count(),
    ).toBe(1);
    expect(await trial('oncology-order-sign').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('takes one of the sandbox’s own requests; with a token missing keys are fetched', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await open();
    const recorded = page.getByLabel('Take one of the sandbox’s own requests');
    await expect.poll(() => recorded.locator('option').count()).toBeGreaterThan(2);
    const option = recorded.locator('option', { hasText: 'order-select · pgx-order-select' }).first();
    await recorded.selectOption((await option.getAttribute('value')) ?? '');
    await expect.poll(() => box().inputValue()).toContain('"hookInstance"');
    const call = JSON.parse(await box().inputValue()) as { request: { prefetch: Record<string, unknown> } };
    delete call.request.prefetch['laboratory'];
    await page.getByLabel('Add a FHIR token of the sandbox').check();
    await attempt(call);
    const one = trial('pgx-order-select');
    await one.getByRole('heading', { name: /CYP2C19 poor metabolizer/ }).waitFor();
    expect(await one.getByRole('row', { name: /laboratory fetched \d/ }).count()).toBe(1);
    expect(await one.getByText('$.prefetch.laboratory', { exact: true }).count()).toBe(1);
    expect(await page.locator('body').innerText()).not.toMatch(/eyJ[\w-]{20,}\.eyJ/);
  });

  it('an unsigned call is refused, and the page says what to do', async () => {
    await open();
    await page.getByLabel('Sign the call').uncheck();
    await page.getByLabel('Service').selectOption('pgx-order-sign');
    await attempt(benchRequest());
    await results().getByText('the call was not signed (401)').waitFor();
    await results()
      .getByText(/--key FILE/)
      .waitFor();
    expect(await results().getByRole('article').count()).toBe(1);
  });

  it('a refused request names the field; unreadable input says so', async () => {
    await open();
    await attempt({ ...benchRequest(), hookInstance: 5 });
    await trial('pgx-order-sign').getByText('hookInstance is required and must be a string', { exact: true }).waitFor();
    expect(await trial('pgx-order-sign').getByText('Refused.', { exact: true }).count()).toBeGreaterThan(0);
    await attempt('{"hook": "order-sign",');
    await results()
      .getByText(/not JSON/)
      .waitFor();
    await attempt('{"hello": 1}');
    await results()
      .getByText(/holds no hook request/)
      .waitFor();
  });

  it('several requests from a file give one conformance page to save', async () => {
    await open();
    const lines = [benchRequest(), { ...benchRequest(), hookInstance: 'x' }].map((body) => JSON.stringify(body)).join('\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'captures.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(lines) });
    await expect.poll(() => box().inputValue()).toContain('hookInstance');
    await page.getByRole('button', { name: 'Try it' }).click();
    await results()
      .getByRole('tab', { name: /Conformance/ })
      .click();
    await results().getByText('1 of 2 requests').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      results().getByRole('button', { name: 'Save as Markdown' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('cds-hooks-conformance.md');
  });

  it.each([320, 400, 1280])('is free of accessibility faults and sideways scrolling at %i px', async (width) => {
    ({ page, complaints } = await newPage(browser, width));
    await open();
    const check = async () => {
      const faults = (await new AxeBuilder({ page }).analyze()).violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html ?? ''}`);
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    };
    await check();
    await attempt({
      ...benchRequest(),
      hookInstance: 'not-a-uuid',
      fhirServer: 'https://ehr.example.org/R4/',
      extension: { 'com.epic.x': 1 },
      unknown: 1,
    });
    await trial('pgx-order-sign').getByText('Caution').first().waitFor();
    await check();
    await results()
      .getByRole('tab', { name: /Conformance/ })
      .click();
    await results().getByRole('button', { name: 'Save as Markdown' }).waitFor();
    await check();
    expect(complaints).toEqual([]);
  });

  it('works with the keyboard alone', async () => {
    await open();
    await box().focus();
    await box().fill(JSON.stringify(benchRequest()));
    const button = page.getByRole('button', { name: 'Try it' });
    for (let step = 0; step < 8 && !(await button.evaluate((node) => node === document.activeElement)); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await results().waitFor({ timeout: 60_000 });
    await expect.poll(() => results().evaluate((node) => node === document.activeElement)).toBe(true);
  });
});
