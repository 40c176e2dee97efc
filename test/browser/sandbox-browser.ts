/** Chromium for the browser tests: CHROMIUM_PATH, else the system's; tests are skipped loudly where there is none. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

export const chromiumPath = [process.env['CHROMIUM_PATH'], ...CANDIDATES].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

if (chromiumPath === undefined) process.stderr.write('SKIPPED: browser tests. No Chromium found: set CHROMIUM_PATH or install chromium.\n');

/** Flags that keep the browser from talking to anything but the page under test; no sandbox, so that it runs as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param settings further flags, such as the size of text that a reader set in the browser */
export function launchBrowser(settings: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '', headless: true, args: [...FLAGS, ...settings] });
}

/** A page of its own context, with everything it complains about. */
export async function newPage(browser: Browser, width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}

/** Opens a chart and its orders, and chooses a drug from the list. */
export async function order(page: Page, base: string, patient: string, drug: string): Promise<void> {
  await page.goto(`${base}/#/patient/${patient}`);
  await page.getByRole('tab', { name: /^Orders/ }).click();
  await page.getByLabel('New order').fill(drug);
  await page.getByRole('option', { name: drug }).first().click();
  await page.getByRole('list', { name: 'Unsigned orders' }).getByText(drug).first().waitFor();
  await page.locator('.checking', { hasText: 'checking' }).waitFor({ state: 'hidden', timeout: 60_000 });
}
