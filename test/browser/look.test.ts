/** Light and dark: the reader's choice, the EHR's style and the system, in the panel and in the sandbox's own screens. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

const DARK = 'rgb(18, 25, 31)';
const LIGHT = 'rgb(255, 255, 255)';
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const faults = async (page: Page, where: string) =>
  (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.map(
    ({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`,
  );

describe.skipIf(chromiumPath === undefined)('light or dark in the panel', () => {
  const at = panelInBrowser();
  const launched = async () => {
    await at.page.goto(at.launchAddress());
    await at.page
      .getByRole('button', { name: /clopidogrel/ })
      .first()
      .waitFor();
  };
  const style = (colours: object) =>
    at.page.route('**/style.json', (route) =>
      route.fulfill({ headers: { 'access-control-allow-origin': '*' }, contentType: 'application/json', body: JSON.stringify(colours) }),
    );

  it('a choice is there at once, outlives a reload, and is one word that names nobody', async () => {
    await launched();
    expect(await ground(at.page)).toBe(LIGHT);
    await at.page.getByLabel('Light or dark').selectOption('Dark');
    await expect.poll(() => ground(at.page)).toBe(DARK);
    expect(await faults(at.page, 'dark')).toEqual([]);
    expect(await at.page.evaluate(() => [sessionStorage.getItem('genehook-look'), localStorage.length, document.cookie])).toEqual([
      'dark',
      0,
      '',
    ]);
    await at.page.reload();
    await at.page.getByText('Synthetic-synthetic-1').waitFor();
    expect(await ground(at.page)).toBe(DARK);
    await at.page.getByLabel('Light or dark').selectOption('Look: auto');
    await expect.poll(() => ground(at.page)).toBe(LIGHT);
    expect(await at.page.evaluate(() => sessionStorage.getItem('genehook-look'))).toBeNull();
  });

  it('automatic follows the system while the page is open; a choice does not', async () => {
    await at.open({ colorScheme: 'dark' });
    await launched();
    expect(await ground(at.page)).toBe(DARK);
    await at.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => ground(at.page)).toBe(LIGHT);
    await at.page.getByLabel('Light or dark').selectOption('Light');
    await at.page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground(at.page)).toBe(LIGHT);
  });

  it.each([
    ['a dark EHR in a light system', { color_background: '#101010', color_text: '#f0f0f0' }, 'light', DARK],
    ['a light EHR in a dark system', { color_background: '#fdfdfd', color_text: '#111111' }, 'dark', 'rgb(253, 253, 253)'],
    ['an EHR whose colours cannot be read', { color_background: '#777777', color_text: '#888888' }, 'light', LIGHT],
  ] as const)('%s is followed until the reader chooses', async (_, colours, system, expected) => {
    await at.open({ colorScheme: system });
    await style(colours);
    at.bench.behaviour.token = { smart_style_url: `${at.bench.ehr}/style.json` };
    await launched();
    await expect.poll(() => ground(at.page)).toBe(expected);
    await at.page.getByLabel('Light or dark').selectOption(expected === DARK ? 'Light' : 'Dark');
    await expect.poll(() => ground(at.page)).toBe(expected === DARK ? LIGHT : DARK);
  });
});

describe.skipIf(chromiumPath === undefined)('light or dark in the sandbox', () => {
  const at = sandboxInBrowser();
  let { stack, page } = at;
  beforeEach(() => {
    ({ stack, page } = at);
  });

  it.each(['light', 'dark'] as const)(
    '%s: no accessibility fault on any screen, list, dialog and opened message',
    { timeout: 180_000 },
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      const found: string[] = [];
      await page.goto(stack.url);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      found.push(...(await faults(page, 'start')));
      await page.goto(`${stack.url}/#/patient/cyp2c19-stent`);
      await page.getByRole('heading', { name: 'Problems' }).waitFor();
      found.push(...(await faults(page, 'chart')));
      await page.getByRole('tab', { name: /^Orders/ }).click();
      await page.getByLabel('New order').fill('clopidogrel');
      await page
        .getByRole('option', { name: /clopidogrel/ })
        .first()
        .waitFor();
      found.push(...(await faults(page, 'list of drugs')));
      await page
        .getByRole('option', { name: /clopidogrel/ })
        .first()
        .click();
      await page.getByRole('article').getByText('CYP2C19').first().waitFor();
      await page.getByRole('button', { name: 'Override…' }).click();
      await page.getByRole('dialog', { name: 'Override' }).waitFor();
      found.push(...(await faults(page, 'card and override')));
      await page.goto(`${stack.url}/#/bench`);
      await page.getByRole('heading', { level: 1, name: 'Request bench' }).waitFor();
      found.push(...(await faults(page, 'bench')));
      await page.goto(`${stack.url}/#/traffic`);
      await page
        .getByRole('button', { name: /order-select/ })
        .first()
        .click();
      await page.getByText('"hook": "order-select"').waitFor();
      found.push(...(await faults(page, 'traffic')));
      expect(found).toEqual([]);
    },
  );

  it('a panel opened from the dark screens is dark, and so again after the choice of the screens is kept over a reload', async () => {
    await page.goto(`${stack.url}/#/patient/cyp2c19-stent`);
    await page.getByLabel('Light or dark').selectOption('Dark');
    await page.reload();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(15, 22, 27)');
    await page.getByRole('button', { name: 'Open Genehook panel' }).click();
    const frame = page.frameLocator('aside.panel iframe');
    await frame.locator('[data-row]').first().waitFor({ timeout: 20_000 });
    await expect.poll(() => frame.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor)).toBe(DARK);
  });
});
