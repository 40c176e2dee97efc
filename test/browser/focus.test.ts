/** The keyboard never loses its place: what is done with a button that then goes away leaves the focus where the reader goes on. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement === null || activeElement === document.body
      ? 'nothing'
      : `${activeElement.tagName.toLowerCase()} ${(activeElement.getAttribute('aria-label') ?? activeElement.textContent).trim().slice(0, 40)}`;
  });
const press = async (page: Page, button: ReturnType<Page['getByRole']>) => {
  await button.focus();
  await page.keyboard.press('Enter');
};

describe.skipIf(chromiumPath === undefined)('focus in the sandbox', () => {
  const at = sandboxInBrowser();
  let page: Page;
  const order = async (patient: string, drug: string) => {
    await page.goto(`${at.stack.url}/#/patient/${patient}`);
    await page.getByRole('tab', { name: /^Orders/ }).click();
    await page.getByLabel('New order').fill(drug);
    await page.getByRole('option', { name: drug }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article').first().waitFor();
    await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden', timeout: 60_000 });
  };
  beforeEach(() => {
    ({ page } = at);
  });

  it('an override: into its comment and the reasons, back by Escape, and on to the orders when it is given', async () => {
    await order('tpmt-nudt15', 'azathioprine');
    await press(page, page.getByRole('button', { name: 'Override…' }));
    await page.getByRole('dialog', { name: 'Override' }).waitFor();
    // The comment stands before the reasons, which send it.
    await expect.poll(() => focused(page)).toMatch(/^input/);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toMatch(/^button (?!Override)/);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('button Override…');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('dialog').getByRole('button').first());
    await expect.poll(() => focused(page)).toBe('h2 Unsigned orders');
  });

  it('a suggestion taken, an order removed: on at the orders', async () => {
    await order('cyp2d6-ultrarapid', 'codeine');
    await press(
      page,
      page
        .getByRole('article')
        .getByRole('button', { name: /^Replace codeine/ })
        .first(),
    );
    await expect.poll(() => focused(page)).toBe('h2 Unsigned orders');
    // The replacement stands there, and what it replaces is gone, before anything else is done.
    await page.getByRole('button', { name: /^Remove codeine/ }).waitFor({ state: 'detached' });
    await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden' });
    await press(page, page.getByRole('button', { name: /^Remove morphine/ }).first());
    await page.getByText('No orders waiting').waitFor();
    await expect.poll(() => focused(page)).toBe('h2 Unsigned orders');
  });

  it('an app closed gives the focus back to what opened it', async () => {
    await page.goto(`${at.stack.url}/#/patient/cyp2c19-stent`);
    await press(page, page.getByRole('button', { name: 'Open Genehook panel' }));
    await press(page, page.getByRole('button', { name: 'Close the app' }));
    await expect.poll(() => focused(page)).toBe('button Open Genehook panel');
  });
});

describe.skipIf(chromiumPath === undefined)('focus in the panel', () => {
  const at = panelInBrowser();
  const open = async (story: string) => {
    await at.page.goto(`${at.bench.service}/panel/gallery.html?only=${story}`);
    await at.page.locator('main').first().waitFor();
    return at.page;
  };

  it('an override given up or recorded: back at its button', async () => {
    const page = await open('drugs-open');
    const override = page.getByRole('button', { name: 'Override …' });
    await press(page, override);
    await press(page, page.getByRole('button', { name: 'Cancel' }));
    expect(await focused(page)).toBe('button Override …');
    await press(page, override);
    await page.getByLabel('Specialist advised it').check();
    await press(page, page.getByRole('button', { name: 'Record the override' }));
    await page.getByText('Recorded: overridden.').waitFor();
    expect(await focused(page)).toBe('button Override …');
  });

  it('advice followed keeps the focus, and a second press while the first is on its way records nothing more', async () => {
    await at.page.goto(at.launchAddress());
    await at.page.getByRole('button', { name: /Stop\s+clopidogrel/ }).click();
    const followed = at.page.getByRole('button', { name: 'Advice followed' });
    let release: () => void = () => undefined;
    const pressedAgain = new Promise<void>((resolve) => {
      release = resolve;
    });
    await at.page.route('**/panel/feedback', async (route) => {
      await pressedAgain;
      await route.fallback();
    });
    await press(at.page, followed);
    await at.page.keyboard.press('Enter');
    release();
    await at.page.getByText(/^Recorded/).waitFor();
    expect(await focused(at.page)).toBe('button Advice followed');
    expect(at.bench.feedback.length).toBe(1);
  });

  it('from the grid to the row of the drug', async () => {
    const page = await open('drugs');
    await press(page, page.getByRole('button', { name: 'Drug × gene' }));
    await press(page, page.locator('table').getByRole('button', { name: 'codeine' }));
    await page.getByRole('button', { name: /codeine/, expanded: true }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/^button .*codeine/);
  });

  it('a page chosen from the strip or the foot takes the focus with it, and Tab goes on inside', async () => {
    const page = await open('drugs');
    await press(page, page.getByRole('button', { name: 'Report for print' }));
    await page.getByRole('heading', { name: 'Molecular report' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#sections-panel-report') !== null)).toBe(true);
    await press(page, page.locator('.strip').getByRole('button', { name: /not checked/ }));
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('sections-panel-unchecked');
  });
});
