/** Order entry of the sandbox by keyboard, by a reader who is faster than the page. */
import { describe, expect, it } from 'vitest';
import { chromiumPath } from './sandbox-browser.ts';
import { sandboxInBrowser } from './sandbox-in-browser.ts';

describe.skipIf(chromiumPath === undefined)('order entry', () => {
  const at = sandboxInBrowser();

  it('takes Enter for the first drug that fits, and for no free text while the list is still to come', async () => {
    const { page, stack } = at;
    let listed: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (listed = resolve));
    await page.route('**/api/orderables', async (route) => until.then(() => route.continue()));
    await page.goto(`${stack.url}/#/patient/cyp2c19-stent`);
    await page.getByRole('tab', { name: /^Orders/ }).click();
    const entry = page.getByLabel('New order');
    const ordered = page.getByRole('list', { name: 'Unsigned orders' }).getByRole('listitem');
    await entry.fill('clopidogrel');
    await entry.press('Enter');
    await page.waitForTimeout(300);
    expect(await ordered.count()).toBe(0);
    listed();
    await page
      .getByRole('option', { name: /clopidogrel/ })
      .first()
      .waitFor();
    await entry.press('Enter');
    await ordered.first().waitFor();
    expect(await ordered.allInnerTexts()).toEqual([expect.stringContaining('clopidogrel')]);
    expect(await entry.inputValue()).toBe('');
  });
});
