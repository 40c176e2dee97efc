/** A reader who set text twice as large in the browser: the order, the card and the reasons grow with it, and nothing is cut or lies on other text. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cutOff } from './cut-off.ts';
import { chromiumPath, launchBrowser, newPage, order } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

const TWICE = ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'];
const sizes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article *:not(svg *), .draft *:not(svg *)')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''),
      )
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  );
const mark = (page: Page) =>
  page
    .locator('article svg')
    .first()
    .evaluate((svg) => svg.getBoundingClientRect().width);

describe.skipIf(chromiumPath === undefined)('text at 200 % in the sandbox', () => {
  const at = sandboxInBrowser();

  it.each([640, 1280])('an order and its card at %i px', { timeout: 90_000 }, async (width) => {
    const clopidogrel = (page: Page) => order(page, at.stack.url, 'cyp2c19-stent', 'clopidogrel');
    await clopidogrel(at.page);
    await at.page.getByRole('article').first().waitFor();
    const usual = { sizes: await sizes(at.page), mark: await mark(at.page) };
    await fetch(`${at.stack.url}/api/reset`, { method: 'POST' });
    const browser = await launchBrowser(TWICE);
    try {
      const { page } = await newPage(browser, width);
      await clopidogrel(page);
      await page.getByRole('article').first().waitFor();
      const large = await sizes(page);
      expect(large.length).toBe(usual.sizes.length);
      expect(large.filter((size, index) => size < 1.95 * (usual.sizes[index] ?? 0))).toEqual([]);
      expect(await mark(page)).toBeGreaterThan(1.5 * usual.mark);
      expect(await cutOff(page)).toEqual([]);
      await page.getByRole('button', { name: 'Override…' }).click();
      await page.getByRole('dialog', { name: 'Override' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    } finally {
      await browser.close();
    }
  });
});
