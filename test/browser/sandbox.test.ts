/** The main job in a real browser: order, card, suggestion, panel, override, silence. Sandbox, service and panel all real. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrafficEntry } from '../../fixtures/sandbox/traffic.ts';
import { chromiumPath, newPage, order } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

const STENT = 'cyp2c19-stent';

describe.skipIf(chromiumPath === undefined)('the sandbox EHR with Genehook', () => {
  const at = sandboxInBrowser();
  let { stack, browser, page, complaints } = at;
  beforeEach(() => {
    ({ stack, browser, page, complaints } = at);
  });

  const traffic = (): readonly TrafficEntry[] => stack.sandbox.traffic.after(0);
  const feedback = () => traffic().filter((entry) => entry.title.startsWith('feedback'));
  const advice = () => page.getByRole('region', { name: 'Advice on these orders' });
  const drafts = () => page.getByRole('list', { name: 'Unsigned orders' });

  it('warns on clopidogrel for a CYP2C19 poor metabolizer, before signing', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice()
      .getByText(/CYP2C19 poor metabolizer/)
      .waitFor();
    expect(await advice().getByText('Caution').count()).toBe(1);
    expect(traffic().filter((entry) => entry.kind === 'cds' && entry.status !== 200)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('a card comes whole: its headline is never seen without its details', async () => {
    await page.addInitScript(() => {
      const seen: boolean[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        for (const card of document.querySelectorAll('article.card h2')) seen.push(card.parentElement?.querySelector('.detail p') !== null);
      }).observe(document, { childList: true, subtree: true });
    });
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice().getByRole('article').first().waitFor();
    const seen = await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(false);
  });

  it('a suggestion taken replaces the order, and the service hears of it', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice()
      .getByRole('button', { name: /ticagrelor/ })
      .click();
    await drafts().getByText('ticagrelor').first().waitFor();
    expect(await drafts().getByText('clopidogrel').count()).toBe(0);
    await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('article').count()).toBe(0);
    await expect.poll(feedback, { timeout: 60_000 }).toMatchObject([{ status: 200, request: { feedback: [{ outcome: 'accepted' }] } }]);
  });

  it('signing waits while there is advice, and goes through after an override with a reason', async () => {
    // A patient of its own: the service keeps quiet about this finding after the override.
    await order(page, stack.url, 'cyp2d6-ultrarapid', 'codeine phosphate 30 mg');
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByRole('button', { name: 'Sign anyway' }).waitFor();
    await advice().getByRole('button', { name: 'Override…' }).click();
    await page.getByLabel('Comment (optional)').fill('Discussed with cardiology');
    await page.getByRole('dialog', { name: 'Override' }).getByRole('button').first().click();
    await page
      .getByRole('list', { name: 'Advice dealt with' })
      .getByText(/^Overridden:/)
      .waitFor();
    await page.getByRole('button', { name: /^Sign/ }).click();
    await page.getByText('1 order signed').waitFor();
    // The override is sent beside what the clinician goes on with.
    await expect.poll(feedback, { timeout: 60_000 }).toMatchObject([
      {
        status: 200,
        request: {
          feedback: [
            {
              outcome: 'overridden',
              overrideReason: { userComment: 'Discussed with cardiology', reason: { code: expect.any(String) as string } },
            },
          ],
        },
      },
    ]);
  });

  it('an override silences the same card for this patient', async () => {
    await order(page, stack.url, 'slco1b1-statin', 'simvastatin 20 mg');
    await advice().getByRole('button', { name: 'Override…' }).click();
    await page.getByRole('dialog', { name: 'Override' }).getByRole('button').first().click();
    await page.getByRole('list', { name: 'Advice dealt with' }).waitFor();
    await expect.poll(() => feedback().map((entry) => entry.status), { timeout: 60_000 }).toEqual([200]);
    await page.reload();
    await page.getByRole('tab', { name: /^Orders/ }).click();
    await drafts().getByText('simvastatin').first().waitFor();
    await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('article').filter({ hasText: 'SLCO1B1' }).filter({ hasText: 'simvastatin' }).count()).toBe(0);
  });

  it('a note that comes with the signature is read before the order is signed', async () => {
    await order(page, stack.url, 'nsclc-l858r', 'pembrolizumab');
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByText('Not signed yet: look at the note above.').waitFor();
    await advice().getByRole('article').filter({ hasText: 'EGFR' }).waitFor();
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByText('1 order signed').waitFor();
  });

  it('a stop without a suggestion asks for what can be done: the order removed, or overridden', async () => {
    await order(page, stack.url, 'hla-b-5701', 'abacavir');
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByText('Remove the order, or override the stop with a reason, before signing.').waitFor();
  });

  it('is silent where nothing would change', async () => {
    await order(page, stack.url, 'no-result', 'amoxicillin');
    await page.getByRole('button', { name: 'Sign order' }).click();
    await page.getByText('1 order signed').waitFor();
    const answers = traffic().filter((entry) => /order-(select|sign)/.test(entry.title));
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.map((entry) => [entry.status, entry.response])).toEqual(answers.map(() => [200, { cards: [] }]));
  });

  it('is silent for a normal metabolizer: tested and normal is not a card', async () => {
    await order(page, stack.url, 'cyp2c19-normal', 'clopidogrel');
    expect(await page.getByRole('article').count()).toBe(0);
  });

  it('opens the panel beside the chart by a SMART launch, and the panel explains CYP2C19', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice()
      .getByRole('button', { name: /Genehook/ })
      .click();
    const frame = page.frameLocator('aside.panel iframe');
    await frame
      .getByText(/CYP2C19/)
      .first()
      .waitFor({ timeout: 20_000 });
    await frame
      .getByText(/clopidogrel/i)
      .first()
      .waitFor();
    const tokens = traffic().filter((entry) => entry.url === '/auth/token');
    expect(tokens).toMatchObject([{ status: 200, response: { patient: STENT, appContext: expect.stringContaining('"v":1') as string } }]);
    expect((await page.locator('aside.panel iframe').boundingBox())?.width).toBeGreaterThanOrEqual(400);
    expect(page.url()).not.toContain('launch=');
  });

  it('an alternative taken in the panel replaces the order in the EHR', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice()
      .getByRole('button', { name: /Genehook/ })
      .click();
    const frame = page.frameLocator('aside.panel iframe');
    await frame
      .getByRole('button', { name: /ticagrelor/ })
      .first()
      .click({ timeout: 20_000 });
    await drafts().getByText('ticagrelor').first().waitFor();
    await expect.poll(() => drafts().getByText('clopidogrel').count()).toBe(0);
  });

  it('the panel opens by itself too: system, patient, chart', async () => {
    await page.goto(`${stack.serviceUrl}/panel/launch.html`);
    await page.getByRole('button', { name: /Sandbox EHR/ }).click();
    await page.getByRole('radio', { name: /Clara Stentwell/ }).check();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByText('Genes', { exact: true }).first().click({ timeout: 20_000 });
    await page
      .getByText(/CYP2C19/)
      .first()
      .waitFor();
    expect(traffic().filter((entry) => entry.url === '/auth/token')).toMatchObject([{ status: 200, response: { patient: STENT } }]);
  });

  it('two charts in two windows, each with its panel, never mix', async () => {
    const { page: other } = await newPage(browser, 1280);
    for (const [tab, patient] of [
      [page, STENT],
      [other, 'cyp2d6-ultrarapid'],
    ] as const) {
      await tab.goto(`${stack.url}/#/patient/${patient}`);
      await tab.getByRole('button', { name: 'Open Genehook panel' }).click();
    }
    const genes = async (tab: Page) => {
      const frame = tab.frameLocator('aside.panel iframe');
      await frame.getByText('Genes', { exact: true }).first().click({ timeout: 20_000 });
      await frame
        .getByText(/CYP2(C19|D6)/)
        .first()
        .waitFor();
      return frame.locator('body').innerText();
    };
    const [first, second] = [await genes(page), await genes(other)];
    await other.context().close();
    expect([first.includes('CYP2C19'), first.includes('CYP2D6 ')]).toEqual([true, false]);
    expect([second.includes('CYP2D6'), second.includes('CYP2C19')]).toEqual([true, false]);
  });

  it('phenoconversion: codeine for a normal metabolizer on paroxetine names paroxetine', async () => {
    await order(page, stack.url, 'cyp2d6-paroxetine', 'codeine phosphate 30 mg');
    await advice()
      .getByText(/paroxetine/i)
      .first()
      .waitFor();
  });

  it('a dose changed in the order is checked again', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    const before = traffic().filter((entry) => entry.title.startsWith('order-select')).length;
    await page.getByLabel(/^How often/).selectOption({ label: 'twice a day' });
    await expect.poll(() => traffic().filter((entry) => entry.title.startsWith('order-select')).length).toBeGreaterThan(before);
    await drafts().getByText('twice a day').first().waitFor();
  });

  it('the card of an order stays when another drug is chosen, and goes with its order', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice()
      .getByText(/CYP2C19 poor metabolizer/)
      .waitFor();
    await page.getByLabel('New order').fill('amoxicillin');
    await page
      .getByRole('option', { name: /amoxicillin/ })
      .first()
      .click();
    await drafts().getByText('amoxicillin').first().waitFor();
    await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden' });
    expect(
      await advice()
        .getByText(/CYP2C19 poor metabolizer/)
        .count(),
    ).toBe(1);
    await page.getByRole('button', { name: /^Remove clopidogrel/ }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
    expect(await drafts().getByText('amoxicillin').count()).toBeGreaterThan(0);
  });

  it('an order typed as free text is checked too', async () => {
    await page.goto(`${stack.url}/#/patient/${STENT}`);
    await page.getByRole('tab', { name: /^Orders/ }).click();
    await page.getByLabel('New order').fill('Plavix 75 mg daily');
    await page.getByRole('option', { name: /as free text/ }).click();
    await advice()
      .getByText(/CYP2C19/)
      .first()
      .waitFor();
  });

  it.each([400, 820, 1280])('is free of accessibility faults and sideways scrolling at %i px', async (width) => {
    ({ page, complaints } = await newPage(browser, width));
    await order(page, stack.url, STENT, 'clopidogrel');
    await advice()
      .getByText(/CYP2C19/)
      .first()
      .waitFor();
    const faults = (await new AxeBuilder({ page }).analyze()).violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html ?? ''}`);
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

  it.each([
    ['the start page', ''],
    ['a chart', `patient/${STENT}`],
    ['a tumour patient’s chart', 'patient/nsclc-t790m'],
    ['traffic', 'traffic'],
  ])('%s is free of accessibility faults and sideways scrolling at 320 and 1280 px', async (_what, place) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${stack.url}/#/${place}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      if (place.startsWith('patient')) await page.getByRole('heading', { name: 'Problems' }).waitFor();
      const faults = (await new AxeBuilder({ page }).analyze()).violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html ?? ''}`);
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  it('works with the keyboard alone: choose, take the suggestion', async () => {
    await page.goto(`${stack.url}/#/patient/${STENT}`);
    await page.getByRole('tab', { name: /^Orders/ }).press('Enter');
    await page.getByLabel('New order').pressSequentially('clopi');
    await page.keyboard.press('Enter');
    const suggestion = advice().getByRole('button', { name: /ticagrelor/ });
    await suggestion.waitFor();
    await suggestion.press('Enter');
    await drafts().getByText('ticagrelor').first().waitFor();
  });

  it('shows the exchange in the traffic tab, without a token', async () => {
    await order(page, stack.url, STENT, 'clopidogrel');
    await page.goto(`${stack.url}/#/traffic`);
    await page
      .getByRole('button', { name: /order-select/ })
      .first()
      .click();
    await page.getByText('"hook": "order-select"').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/eyJ[\w-]{20,}\.eyJ/);
  });
});
