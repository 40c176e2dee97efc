// Makes the README's pictures: starts sandbox, service and panel, does the main job in Chromium, writes docs/images/*.png.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { assertNode, ensureBuilt, ensureInstalled, root } from './root.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const MOST_BYTES = 300 * 1024;
const PATIENT = 'cyp2c19-stent';
const TUMOUR_PATIENT = 'nsclc-t790m';

assertNode();
ensureInstalled();
ensureBuilt();
const executablePath = findChromium({ install: true });
if (!executablePath) {
  console.error('No Chromium found: set CHROMIUM_PATH or install chromium.');
  process.exit(1);
}
const { chromium } = await import('playwright-core');
const { startStack } = await import(pathToFileURL(join(root, 'dist', 'fixtures', 'sandbox', 'stack.js')).href);
const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const stack = await startStack();
const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });

async function pageOf(width, height = 900) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  return context.newPage();
}

async function save(page, name, options = {}) {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', ...options });
  const { size } = statSync(path);
  console.log(`${name}.png ${Math.round(size / 1024)} KB`);
  if (size > MOST_BYTES) process.exitCode = 1;
}

/** A chart with clopidogrel just chosen and the card shown. */
async function orderClopidogrel(page) {
  await fetch(`${stack.url}/api/reset`, { method: 'POST' });
  await page.goto(`${stack.url}/#/patient/${PATIENT}`);
  await page.getByRole('tab', { name: /^Orders/ }).click();
  await page.getByLabel('New order').fill('clopidogrel');
  await page
    .getByRole('option', { name: /clopidogrel/ })
    .first()
    .click();
  await page.getByRole('article').getByText('CYP2C19', { exact: false }).first().waitFor();
  await page.getByText('checking').waitFor({ state: 'hidden' });
}

/** The panel on a page of its own, opened for a patient as from a card. */
async function launchPanel(width, patient, appContext) {
  const page = await pageOf(width);
  const answer = await fetch(`${stack.url}/api/launches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ patient, appContext }),
  });
  const { launch, iss } = await answer.json();
  await page.goto(`${stack.serviceUrl}/panel/launch.html?${new URLSearchParams({ iss, launch })}`);
  return page;
}

try {
  for (const width of [1280, 400]) {
    const page = await pageOf(width);
    await orderClopidogrel(page);
    await save(page, `sandbox-card-${width}`);
    await page
      .getByRole('article')
      .getByRole('button', { name: /Genehook/ })
      .click();
    const frame = page.frameLocator('aside.panel iframe');
    await frame.getByText('What we saw').first().waitFor({ timeout: 20_000 });
    if (width === 1280) await save(page, 'sandbox-with-panel-1280');
    await page.context().close();
  }
  for (const width of [1280, 400]) {
    const page = await launchPanel(width, PATIENT, '{"v":1,"view":"drugs","id":"32968"}');
    await page.getByText('What we saw').first().waitFor({ timeout: 20_000 });
    await page.waitForTimeout(500);
    await save(page, `panel-${width}`);
    await page.context().close();
  }
  const tumour = await launchPanel(1280, TUMOUR_PATIENT, '{"v":1,"view":"tumour"}');
  await tumour.locator('[data-row]').first().waitFor({ timeout: 20_000 });
  await tumour.waitForTimeout(500);
  await save(tumour, 'panel-tumour-1280');
  await tumour.context().close();
  const trials = await launchPanel(400, TUMOUR_PATIENT, '{"v":1,"view":"trials"}');
  await trials.locator('[data-row]').first().waitFor({ timeout: 20_000 });
  await trials.waitForTimeout(500);
  await save(trials, 'panel-trials-400');
  await trials.context().close();
} finally {
  await browser.close();
  await stack.stop();
}
