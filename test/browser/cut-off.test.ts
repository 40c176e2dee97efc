/** Every text can be read: nothing is cut, outside the window or on other text, with long names, in any width, light and dark. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { cutOff } from './cut-off.ts';
import { LONG_DRUG, longNamedCases } from './long-names.ts';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

const WIDTHS = [320, 400, 768, 1280];

describe.skipIf(chromiumPath === undefined)('the measure itself', () => {
  const at = panelInBrowser();
  it.each([
    [
      'a button too narrow for its word',
      '<button style="width:40px;overflow:hidden;white-space:nowrap">Remove</button>',
      [/^cut off: "Remove"/],
    ],
    [
      'a name that leaves the window',
      '<p style="white-space:nowrap">' + 'long '.repeat(90) + '</p>',
      [/^outside the window/, /scrolls sideways/],
    ],
    ['two lines on one another', '<p>One line</p><p style="margin-top:-28px">Another</p>', [/^on other text/]],
    [
      'a choice cut in its field',
      '<select style="width:50px"><option>every 3 weeks</option></select>',
      [/^cut off in its field: "every 3 weeks"/],
    ],
    [
      'an everyday word in a column too narrow for it',
      '<p style="width:60px;overflow-wrap:anywhere">pharmacogenetic</p>',
      [/^broken in its middle: "pharmacogenetic"/],
    ],
    [
      'a word that no column is wide enough for',
      '<p style="width:60px;overflow-wrap:anywhere">Arzneimittelunverträglichkeitsreaktion</p>',
      [],
    ],
    ['a table that scrolls in its own box', '<div style="overflow-x:auto"><pre>' + 'wide '.repeat(90) + '</pre></div>', []],
    ['words for a screen reader', '<span class="spoken" style="position:absolute;left:-9999px">said</span><p>seen</p>', []],
  ] as const)('%s', async (_, body, expected) => {
    await at.page.setContent(`<!doctype html><body>${body}</body>`);
    const found = await cutOff(at.page);
    expect(found.length).toBe(expected.length);
    for (const pattern of expected) expect(found.some((fault) => pattern.test(fault))).toBe(true);
  });
});

describe.skipIf(chromiumPath === undefined)('the sandbox with long names', () => {
  const at = sandboxInBrowser({ cases: longNamedCases() });
  let page: Page;
  beforeEach(() => {
    ({ page } = at);
  });

  it.each(WIDTHS.map((width) => [width, width === 400 || width === 1280 ? 'dark' : 'light'] as const))(
    'every screen, list and dialog at %i px, %s',
    { timeout: 180_000 },
    async (width, colorScheme) => {
      const found: string[] = [];
      const look = async (where: string) => found.push(...(await cutOff(page)).map((fault) => `${where}: ${fault}`));
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(at.stack.url);
      await page.getByRole('link', { name: /CYP2C19 poor/ }).waitFor({ state: 'attached' });
      await look('patients');
      for (const chart of ['nsclc-t790m', 'labs-disagree', 'cyp2c19-stent']) {
        await page.goto(`${at.stack.url}/#/patient/${chart}`);
        await page.getByRole('heading', { name: 'Problems' }).waitFor();
        await look(`chart ${chart}`);
      }
      await page.getByRole('tab', { name: /^Orders/ }).click();
      await page.getByLabel('New order').fill(LONG_DRUG);
      await page.getByRole('option', { name: /as free text/ }).waitFor();
      await look('free text');
      await page.getByRole('option', { name: /as free text/ }).click();
      await page.getByRole('list', { name: 'Unsigned orders' }).getByText(LONG_DRUG).waitFor();
      await page.getByLabel('New order').fill('m');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await look('list of drugs');
      await page.getByLabel('New order').fill('clopidogrel');
      await page
        .getByRole('option', { name: /clopidogrel/ })
        .first()
        .click();
      await page.getByRole('article').getByText('CYP2C19').first().waitFor();
      await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden', timeout: 60_000 });
      await look('card');
      await page.getByRole('button', { name: 'Override…' }).click();
      await page.getByRole('dialog', { name: 'Override' }).waitFor();
      await look('override');
      await page.keyboard.press('Escape');
      await page
        .getByRole('article')
        .getByRole('button', { name: /Genehook/ })
        .first()
        .click();
      await page.frameLocator('aside.panel iframe').locator('[data-row]').first().waitFor({ timeout: 20_000 });
      await look('beside the panel');
      await page.goto(`${at.stack.url}/#/bench`);
      await page.getByRole('heading', { level: 1, name: 'Request bench' }).waitFor();
      await look('bench');
      await page.goto(`${at.stack.url}/#/traffic`);
      await page
        .getByRole('button', { name: /order-select/ })
        .first()
        .click();
      await page.getByText('"hook": "order-select"').waitFor();
      await look('traffic');
      expect(found).toEqual([]);
    },
  );
});

describe.skipIf(chromiumPath === undefined)('the panel with its rows opened', () => {
  const at = panelInBrowser();
  it.each([
    [400, 'English'],
    [400, 'Spanish'],
    [1280, 'Spanish'],
  ] as const)('every section at %i px, %s', { timeout: 120_000 }, async (width, language) => {
    const page = await at.open({ viewport: { width, height: 900 } });
    const found: string[] = [];
    for (const story of ['drugs', 'genes', 'tumour', 'trials', 'models']) {
      await page.goto(`${at.bench.service}/panel/gallery.html?only=${story}`);
      await page.locator('main').waitFor();
      if (language === 'Spanish') await page.getByLabel(/Language|Idioma/).selectOption('es');
      const rows = page.locator('[data-row]');
      for (let row = 0; row < Math.min(await rows.count(), 8); row += 1) {
        await rows.nth(row).click();
        found.push(...(await cutOff(page)).map((fault) => `${story}, row ${row + 1}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  });
});
